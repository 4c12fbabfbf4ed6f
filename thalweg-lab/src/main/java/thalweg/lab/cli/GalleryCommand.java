package thalweg.lab.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import thalweg.lab.files.OutputFile;
import thalweg.lab.gallery.Gallery;

@Command(
    description = "Draw the pictures of the gallery, and its page that shows each with its source.",
    footer = {"", "Example:", "  thalweg gallery --out docs/gallery"})
final class GalleryCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "gallery",
      description = "Where to write them; \"${DEFAULT-VALUE}\" if not given.")
  private Path directory;

  @Override
  public void run() {
    var files = Gallery.files();
    files.forEach((name, text) -> OutputFile.write(directory.resolve(name), text));
    spec.commandLine().getOut().printf("%d files: %s%n", files.size(), directory.resolve("README.md"));
    spec.commandLine().getOut().flush();
  }
}
