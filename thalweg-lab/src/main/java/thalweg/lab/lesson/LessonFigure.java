package thalweg.lab.lesson;

import java.util.function.Supplier;
import thalweg.figures.Graphic;

/// A figure of a lesson.
///
/// @param name    what the user calls it
/// @param file    what a file with it is called, without an ending: its name, and more where several have that name
/// @param graphic makes it
public record LessonFigure(String name, String file, Supplier<? extends Graphic> graphic) {}
