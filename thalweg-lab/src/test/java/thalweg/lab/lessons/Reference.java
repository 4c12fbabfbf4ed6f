package thalweg.lab.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.trace.Trace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The numbers that PyTorch 1.13 computes for the notes (`line_fit`, `linear_and_losses`, `loss_surface`) and
/// for other seeds, starts and sizes (`other_settings`).
final class Reference {
  /// What is allowed: `|a − b| ≤ r·max(1, |b|)`.
  private static final double TOLERANCE = 2e-5;

  private Reference() {}

  static JsonNode read(String name) {
    try (InputStream in = Reference.class.getResourceAsStream("/reference/" + name + ".json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new AssertionError(name, e);
    }
  }

  /// A lesson run with `settings`, and what it printed.
  record Run(LessonResult result, List<String> lines) {
    String printed() {
      return String.join("\n", lines);
    }

    Trace trace(String name) {
      return result.runs().stream()
          .filter(trace -> trace.name().equals(name))
          .findFirst()
          .orElseThrow(
              () ->
                  new AssertionError(
                      "no run " + name + " among " + result.runs().stream().map(Trace::name).toList()));
    }
  }

  static Run run(Lesson lesson, Map<String, String> settings) {
    var lines = new ArrayList<String>();
    var context = new LessonContext(lesson, settings, Optional.empty(), Language.EN, lines::add);
    return new Run(lesson.run(context), lines);
  }

  /// The settings of a case that `lesson` has.
  static Map<String, String> settings(Lesson lesson, JsonNode settings) {
    var given = new LinkedHashMap<String, String>();
    settings.properties()
        .forEach(
            entry -> {
              if (lesson.parameters().stream().anyMatch(p -> p.name().equals(entry.getKey()))) {
                given.put(entry.getKey(), entry.getValue().asString());
              }
            });
    return given;
  }

  static void assertClose(String what, double actual, JsonNode expected) {
    double b = expected.asDouble();
    assertThat(Math.abs(actual - b))
        .as("%s: %s, PyTorch has %s", what, actual, b)
        .isLessThanOrEqualTo(TOLERANCE * Math.max(1, Math.abs(b)));
  }

  static void assertClose(String what, List<?> actual, JsonNode expected) {
    assertThat(actual).as(what).hasSize(expected.size());
    for (int i = 0; i < actual.size(); i++) {
      String at = what + "[" + i + "]";
      if (actual.get(i) instanceof List<?> row) {
        assertClose(at, row, expected.get(i));
      } else {
        assertClose(at, (Double) actual.get(i), expected.get(i));
      }
    }
  }

  static void assertClose(Trace trace, JsonNode expected) {
    assertClose(trace.name() + " weights", trace.weights(), expected.get("weights"));
    assertClose(trace.name() + " loss", trace.losses(), expected.get("loss"));
    assertClose(trace.name() + " grad", trace.gradients(), expected.get("grad"));
  }
}
