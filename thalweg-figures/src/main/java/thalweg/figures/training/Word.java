package thalweg.figures.training;

/// What the pictures of a training say, in English. Another language gives its own text for each, see
/// [Labels#words(java.util.function.Function)].
///
/// A text may have places in braces: `{step}` for what is counted, [#EPOCH] or [#UPDATE], `{number}` for how many, `{loss}`
/// and `{weights}` for where a run is, `{w0}` and `{w1}` for two weights alone, `{rate}` and `{value}` for the learning
/// rate. Texts are labels, in the language of [thalweg.figures.MathText].
public enum Word {
  /// The points of the data.
  OBSERVED("observed"),
  /// The line of the first weights.
  FIRST_LINE("first line"),
  /// The line of the last weights.
  LAST_LINE("last line"),
  /// The points a net was trained with.
  TRAINING_DATA("training data"),
  /// The points of a net's test.
  TEST_RESULTS("test results"),

  /// One pass over the data.
  EPOCH("epoch"),
  /// One change of the weights.
  UPDATE("update"),
  /// Along an axis of epochs in [TrainingFigures#threePanels].
  EPOCHS("epochs"),
  /// Along an axis of updates in [TrainingFigures#threePanels].
  UPDATES("updates"),
  /// The loss, along an axis.
  LOSS("loss"),
  /// Its decimal logarithm, along an axis.
  LOG10_LOSS("$\\log_{10}$(loss)"),
  /// Its natural logarithm, along an axis.
  LOG_LOSS("log (Loss)"),
  /// The loss by its formula, along an axis.
  MEAN_SQUARED_ERROR("mean squared error"),
  /// One weight, along an axis.
  WEIGHT("weight"),
  /// Several weights, along an axis.
  WEIGHTS("weights"),

  /// The weights that made the data.
  TRUTH("${\\bf W}=[{w0},{w1}]'$"),
  /// The weights of the least loss, where nobody knows what made the data.
  BEST("best fit $\\hat{\\bf W}=[{w0},{w1}]'$"),
  /// The weights before the first step.
  INITIAL("initial $\\hat{\\bf W}=[{w0},{w1}]'$"),
  /// Where a walk begins.
  START("start"),
  /// Where a walk ends.
  END("end"),
  /// The places of a walk after each step.
  EACH_STEP("each {step}"),
  /// Points that lie beyond the axes and are shown at their edge.
  OUTSIDE("outside the axes"),

  /// The line or curve of all weights with the least loss.
  SOLUTIONS("solutions"),
  /// One point of those, to whoever points at it.
  ONE_SOLUTION("a solution"),
  /// The arrows of a field of steps, each against the gradient.
  DESCENT_STEP("step of descent"),
  /// Over a field of gradients.
  ASCENT("Gradient vectors point towards steepest ascent"),

  /// Over an animation.
  HEADLINE("{rate} = {value} / {step} = {number}"),
  /// One picture of an animation, as its player calls it.
  FRAME("{step} {number}"),
  /// A step of a walk with its loss, to whoever points at it; the next three are said so, too.
  AT_STEP("{step} {number}, loss {loss}, w = ({weights})"),
  /// A step of a walk without its loss.
  AFTER_STEP("after {step} {number}, w = ({weights})"),
  /// At the weights that made the data.
  AT_TRUTH("truth, loss {loss}, w = ({weights})"),
  /// At the weights of the least loss.
  AT_BEST("best fit, loss {loss}, w = ({weights})");

  private final String english;

  Word(String english) {
    this.english = english;
  }

  /// What it says in English.
  public String english() {
    return english;
  }
}
