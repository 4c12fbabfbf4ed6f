package thalweg.lab.conformance;

/// A file of cases cannot be read as such; nothing is known about the cases that follow.
public final class MalformedCaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedCaseException(String message) {
    super(message);
  }

  /// The same trouble with the place where it stands.
  MalformedCaseException at(String file, long line) {
    return new MalformedCaseException("%s, line %d: %s".formatted(file, line, getMessage()));
  }
}
