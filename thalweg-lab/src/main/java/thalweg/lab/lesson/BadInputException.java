package thalweg.lab.lesson;

/// The user asked for something that cannot be. The message is shown as it stands, without a stack
/// trace, so it says what was given and what would be right.
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }
}
