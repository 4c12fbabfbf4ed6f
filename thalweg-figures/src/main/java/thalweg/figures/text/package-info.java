/// Texts in the languages of the readers: a [Text][thalweg.figures.text.Text] is said in one of the
/// [Language][thalweg.figures.text.Language]s when it is shown; a [Catalog][thalweg.figures.text.Catalog] holds its
/// words.
package thalweg.figures.text;
