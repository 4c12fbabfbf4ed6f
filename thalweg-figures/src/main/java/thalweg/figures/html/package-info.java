/// Figures in the browser: [thalweg.figures.html.FigureHtml] writes one as a fragment of HTML,
/// [thalweg.figures.html.Page] a whole article that needs no network, [thalweg.figures.html.Translations] one in several
/// languages.
package thalweg.figures.html;
