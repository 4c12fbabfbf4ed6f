/// Figures as data: a [thalweg.figures.Figure] holds [thalweg.figures.Axes], which hold
/// [thalweg.figures.Mark]s. All are immutable and equal by value; nothing here knows how to draw.
package thalweg.figures;
