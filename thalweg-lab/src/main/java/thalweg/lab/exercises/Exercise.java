package thalweg.lab.exercises;

import java.util.List;

/// A file with a gap to fill.
///
/// @param name       what the file is called, without `.java`
/// @param lesson     the lesson it belongs to
/// @param task       what is to be done, in a sentence
/// @param shape      the methods that the file must declare
/// @param properties what must hold for them, the simplest first
/// @param <S>        the type of `shape`
record Exercise<S>(
    String name, String lesson, String task, Class<S> shape, List<Property<S>> properties) {
  public Exercise {
    properties = List.copyOf(properties);
  }
}
