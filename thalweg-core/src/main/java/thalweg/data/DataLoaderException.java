package thalweg.data;

/// An item could not be had, or items made no batch. The message names them; the cause is what the dataset,
/// the collate function or `workerInit` threw, perhaps in another thread.
public final class DataLoaderException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DataLoaderException(String what, RuntimeException cause) {
    super("DataLoader: " + what + ": " + cause, cause);
  }
}
