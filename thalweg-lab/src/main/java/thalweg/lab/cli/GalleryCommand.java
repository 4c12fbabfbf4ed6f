package thalweg.lab.cli;

import java.nio.file.Path;
import java.util.List;
import thalweg.lab.files.OutputFile;
import thalweg.lab.gallery.Gallery;

final class GalleryCommand implements Command {
  private static final Option<Path> OUT =
      Option.of("--out", "DIR", Type.PATH, Path.of("gallery"), "Where to write them");

  @Override
  public String summary() {
    return "Draw the pictures of the gallery, and a page that shows each with its source.";
  }

  @Override
  public List<Option<?>> options() {
    return List.of(OUT);
  }

  @Override
  public String examples() {
    return "thalweg gallery --out docs/gallery";
  }

  @Override
  public int run(Arguments arguments, Terminal terminal) {
    Path directory = arguments.get(OUT);
    var files = Gallery.files();
    files.forEach((name, text) -> OutputFile.write(directory.resolve(name), text));
    terminal.print("%d files: %s".formatted(files.size(), directory.resolve("README.md")));
    return 0;
  }
}
