package thalweg.lab.exercises;

import java.util.Optional;

/// Something that must hold for a solution.
///
/// @param name  what holds, as a sentence
/// @param hint  what to think of where it does not
/// @param trial tries it on a solution that nothing was done to yet
/// @param <S>   what a solution declares
record Property<S>(String name, String hint, Trial<S> trial) {
  /// Finds a difference if there is one.
  interface Trial<S> {
    Optional<Difference> of(S solution);
  }
}
