package thalweg.lab;

import java.util.Locale;
import thalweg.cpu.Settings;
import thalweg.lab.cli.CommandLineTool;
import thalweg.tensor.Warnings;

/// The program `thalweg`.
public final class Thalweg {
  private Thalweg() {}

  /// Runs one command and ends with its exit code: 0 for success, 1 if a check failed, 2 for bad usage or
  /// input.
  public static void main(String[] arguments) {
    // Numbers look as PyTorch prints them in every country.
    Locale.setDefault(Locale.Category.FORMAT, Locale.US);
    try {
      Settings.read();
    } catch (IllegalArgumentException e) {
      System.err.println("thalweg: " + e.getMessage());
      System.exit(2);
    }
    Warnings.to(message -> System.err.println("warning: " + message));
    System.exit(CommandLineTool.run(arguments));
  }
}
