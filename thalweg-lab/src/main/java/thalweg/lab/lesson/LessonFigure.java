package thalweg.lab.lesson;

import java.util.function.Function;
import thalweg.figures.Graphic;
import thalweg.figures.text.Language;

/// A figure of a lesson.
///
/// @param name    what the user calls it
/// @param file    what a file with it is called, without an ending: its name, and more where several have that name
/// @param graphic makes it in a language
public record LessonFigure(String name, String file, Function<Language, ? extends Graphic> graphic) {}
