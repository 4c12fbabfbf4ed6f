package thalweg.lab.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import thalweg.figures.html.Translations;
import thalweg.figures.text.Language;
import thalweg.lab.lesson.Lesson;
import thalweg.lab.lesson.LessonContext;
import thalweg.lab.lesson.LessonResult;
import thalweg.lab.lesson.Lessons;
import thalweg.lab.lesson.Parameter;
import thalweg.lab.lesson.Points;

/// Every lesson with settings and points drawn at random: it runs, prints and has its page in every language, and each
/// parameter that was set has had an effect or is refused.
class EverySettingTest {
  record Case(Lesson lesson, Map<String, String> settings, Optional<Points> data) {
    @Override
    public String toString() {
      return lesson.name() + " " + settings + data.map(points -> " on " + points.size() + " points").orElse("");
    }
  }

  static Stream<Case> cases() {
    return Lessons.all().stream().flatMap(lesson -> IntStream.range(0, 24).mapToObj(seed -> random(lesson, seed)));
  }

  private static Case random(Lesson lesson, int seed) {
    var random = new SplittableRandom(31L * seed + lesson.name().hashCode());
    boolean own = lesson.acceptsData() && random.nextInt(3) == 0;
    var settings = new LinkedHashMap<String, String>();
    for (Parameter parameter : lesson.parameters()) {
      boolean ignored = own && List.of("n", "sigma").contains(parameter.name())
          || own && lesson.name().equals("line") && parameter.name().equals("seed");
      if (random.nextBoolean() && !ignored) {
        settings.put(parameter.name(), value(parameter, random));
      }
    }
    return new Case(lesson, settings, own ? Optional.of(points(random)) : Optional.empty());
  }

  private static String value(Parameter parameter, SplittableRandom random) {
    return switch (parameter.kind()) {
      case Parameter.Kind.Real(var range) -> range.contains(0) && random.nextInt(4) == 0
          ? "0" : number(Math.pow(10, random.nextDouble(-5, 1)));
      case Parameter.Kind.Whole(long low, long high) ->
          Long.toString(random.nextLong(low, Math.min(high, Math.max(low, 60)) + 1));
      case Parameter.Kind.Seed _ -> Long.toString(random.nextLong(0, 1_000_000));
      case Parameter.Kind.Reals(int length, _) ->
          String.join(",", IntStream.range(0, length).mapToObj(_ -> number(random.nextDouble(-3, 3))).toList());
      case Parameter.Kind.Choice(var words) -> words.get(random.nextInt(words.size()));
    };
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  /// Points of any scale; sometimes with all x alike, or all y.
  private static Points points(SplittableRandom random) {
    int n = random.nextInt(2, 40);
    double scale = Math.pow(10, random.nextDouble(-3, 3));
    double offset = random.nextBoolean() ? 0 : scale * random.nextDouble(-30, 30);
    boolean still = random.nextInt(6) == 0;
    boolean level = random.nextInt(6) == 0;
    var x = new ArrayList<Double>();
    var y = new ArrayList<Double>();
    for (int i = 0; i < n; i++) {
      x.add(offset + (still ? 0 : scale * random.nextDouble(-1, 1)));
      y.add(level ? 3.0 : 2 - x.get(i) + random.nextDouble(-1, 1));
    }
    return new Points("own.csv", "height ($)", "`weight` *in* kg", x, y);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void runsAndSpeaksEveryLanguage(Case each) {
    var lines = new ArrayList<String>();
    var context =
        new LessonContext(each.lesson(), each.settings(), each.data(), Language.EN, lines::add);
    context.refuse(each.lesson().ignored(context));
    LessonResult result = each.lesson().run(context);
    assertThat(result.failures()).isEmpty();
    assertThat(String.join("\n", lines)).doesNotContain("‹", "›", "null");

    var unread = new TreeSet<>(context.unread());
    unread.retainAll(each.settings().keySet());
    assertThat(unread).as("set, but never asked for").isEmpty();

    var page = result.page().orElseThrow();
    String html = Translations.of(Language.KO, page).html().replaceAll("(?s)<(script|pre).*?</\\1>", "");
    assertThat(html).doesNotContain("‹", "›", ">null<");
    for (Language language : Language.values()) {
      assertThat(context.transcript().all(language)).doesNotContain("‹", "›", "null");
    }
  }
}
