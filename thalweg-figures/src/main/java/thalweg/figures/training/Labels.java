package thalweg.figures.training;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// How the pictures of a training are labelled. Given as trailing options:
///
/// ```java
/// double[] x = {0, 1, 2};
/// double[] y = {1, 3, 5};
/// var run = Descent.descend(
///     w -> tensor(y).sub(w.select(0, 0)).sub(tensor(x).mul(w.select(0, 1))).pow(2).mean(),
///     tensor(0.0, 0.0), 0.1, 50);
/// var figure = TrainingFigures.fit(x, y, run, Labels.axes("size", MathText.literal("price ($)")));
/// IO.println(((Plane) figure.panels().getFirst()).y().label());  // price (\$)
/// ```
///
/// All are labels in the language of [thalweg.figures.MathText]; what a user gave goes through
/// [thalweg.figures.MathText#literal(String)] first.
///
/// @param words   the texts, a [Word] at a time
/// @param x       along the data's x; empty for what the picture has by itself
/// @param y       along the data's y; empty for what the picture has by itself
/// @param weights the weights in the order of the trace; empty for `w` with their numbers
/// @param step    what a trace counts, [Word#EPOCH] or [Word#UPDATE]
/// @param rate    what the learning rate is called
/// @param goal    what the goal of a descent is, [Word#TRUTH] or [Word#BEST]
/// @param noted   whether pictures keep to the notes where these show less than they could: no legend for
///                the weights, whose curves begin after the first update
public record Labels(
    Function<Word, String> words, String x, String y, List<String> weights, Word step, String rate, Word goal,
    boolean noted) {

  /// English, with epochs, `alpha` and a goal that made the data.
  public static final Labels DEFAULT =
      new Labels(Word::english, "", "", List.of(), Word.EPOCH, "alpha", Word.TRUTH, false);

  /// One change to how pictures are labelled.
  public interface Option extends UnaryOperator<Labels> {}

  public Labels {
    weights = List.copyOf(weights);
  }

  /// Texts of another language.
  ///
  /// @param words a text for each [Word], with the same places in braces
  public static Option words(Function<Word, String> words) {
    return l -> new Labels(words, l.x, l.y, l.weights, l.step, l.rate, l.goal, l.noted);
  }

  /// What stands along the axes of the data, such as the names of their columns.
  public static Option axes(String x, String y) {
    return l -> new Labels(l.words, x, y, l.weights, l.step, l.rate, l.goal, l.noted);
  }

  /// What the weights are called, in the order of the trace: `weights("$w_1$", "$w_2$")`.
  public static Option weights(String... names) {
    return l -> new Labels(l.words, l.x, l.y, List.of(names), l.step, l.rate, l.goal, l.noted);
  }

  /// Each step of the trace is an update, not an epoch.
  public static Option updates() {
    return l -> new Labels(l.words, l.x, l.y, l.weights, Word.UPDATE, l.rate, l.goal, l.noted);
  }

  /// What the learning rate is called: `alpha`, `lr`, `$\eta$`.
  public static Option rate(String name) {
    return l -> new Labels(l.words, l.x, l.y, l.weights, l.step, name, l.goal, l.noted);
  }

  /// The goal of the descent is the best fit, not what made the data.
  public static Option best() {
    return l -> new Labels(l.words, l.x, l.y, l.weights, l.step, l.rate, Word.BEST, l.noted);
  }

  /// As in the notes, see `noted`.
  public static Option asNoted() {
    return l -> new Labels(l.words, l.x, l.y, l.weights, l.step, l.rate, l.goal, true);
  }

  /// Several options as one.
  public static Option all(Option... options) {
    return labels -> {
      for (var option : options) {
        labels = option.apply(labels);
      }
      return labels;
    };
  }

  static Labels of(Option... options) {
    return all(options).apply(DEFAULT);
  }

  /// A text with its places filled.
  ///
  /// @param filling names of places, each followed by what stands there
  String say(Word word, Object... filling) {
    var text = words.apply(word).replace("{step}", words.apply(step)).replace("{rate}", rate);
    for (int i = 0; i < filling.length; i += 2) {
      text = text.replace("{" + filling[i] + "}", filling[i + 1].toString());
    }
    return text;
  }

  /// What is counted, as an axis of [TrainingFigures#threePanels] says.
  String steps() {
    return words.apply(step == Word.UPDATE ? Word.UPDATES : Word.EPOCHS);
  }

  /// What a weight is called.
  ///
  /// @param first the number of the first weight where they have no names
  String weight(int which, int first) {
    return which < weights.size() ? weights.get(which) : "$w_{" + (which + first) + "}$";
  }

  static String or(String given, String otherwise) {
    return given.isEmpty() ? otherwise : given;
  }
}
