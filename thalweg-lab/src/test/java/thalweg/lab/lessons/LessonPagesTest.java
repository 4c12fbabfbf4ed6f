package thalweg.lab.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.Lessons;

/// The page of every lesson opens in a browser without an error or a refused request.
class LessonPagesTest {
  static List<Lesson> lessons() {
    return Lessons.all();
  }

  @ParameterizedTest
  @MethodSource("lessons")
  void opensWithoutErrorOrRequest(Lesson lesson, @TempDir Path directory) throws Exception {
    List<Path> browsers =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .map(place -> Path.of(place).resolve("chromium"))
            .filter(Files::isExecutable)
            .toList();
    assumeTrue(!browsers.isEmpty(), "no chromium on the PATH: pages are not tried in a browser");
    String html = Reference.run(lesson, Map.of()).result().page().orElseThrow().apply(Language.EN).html();
    assertThat(html).contains("default-src 'none'").contains("The full source of the lesson");
    Path page = Files.writeString(directory.resolve("page.html"), html);
    Path dom = directory.resolve("dom.html");
    Process browser =
        new ProcessBuilder(
                browsers.getFirst().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + directory.resolve("profile"),
                "--virtual-time-budget=20000",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(browser.waitFor(120, TimeUnit.SECONDS)).as("chromium ends").isTrue();
    } finally {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly();
    }
    String shown = Files.readString(dom);
    String state = shown.substring(0, shown.indexOf("<head>"));
    assertThat(state).contains("data-errors=\"0\"").containsPattern("data-figures-ready=\"[1-9]");
  }
}
