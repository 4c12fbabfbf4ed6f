package thalweg.figures.training;

/// What the pictures of a training say, in English. Another language gives its own text for each, see
/// [Labels#words(java.util.function.Function)].
///
/// A text may have places in braces: `{step}` for what is counted, [#EPOCH] or [#UPDATE], `{number}` for how many, `{loss}`
/// and `{weights}` for where a run is, `{w0}` and `{w1}` for two weights alone, `{rate}` and `{value}` for the learning
/// rate. Texts are labels, in the language of [thalweg.figures.MathText].
public enum Word {
  OBSERVED("observed"),
  FIRST_LINE("first line"),
  LAST_LINE("last line"),
  TRAINING_DATA("training data"),
  TEST_RESULTS("test results"),

  EPOCH("epoch"),
  UPDATE("update"),
  /// Along an axis of epochs in [TrainingFigures#threePanels].
  EPOCHS("epochs"),
  /// Along an axis of updates in [TrainingFigures#threePanels].
  UPDATES("updates"),
  LOSS("loss"),
  LOG10_LOSS("$\\log_{10}$(loss)"),
  LOG_LOSS("log (Loss)"),
  MEAN_SQUARED_ERROR("mean squared error"),
  WEIGHT("weight"),
  WEIGHTS("weights"),

  /// The weights that made the data.
  TRUTH("${\\bf W}=[{w0},{w1}]'$"),
  /// The weights of the least loss, where nobody knows what made the data.
  BEST("best fit $\\hat{\\bf W}=[{w0},{w1}]'$"),
  INITIAL("initial $\\hat{\\bf W}=[{w0},{w1}]'$"),
  START("start"),
  END("end"),
  EACH_STEP("each {step}"),
  /// Points that lie beyond the axes and are shown at their edge.
  OUTSIDE("outside the axes"),

  SOLUTIONS("solutions"),
  ONE_SOLUTION("a solution"),
  DESCENT_STEP("step of descent"),
  ASCENT("Gradient vectors point towards steepest ascent"),

  /// Over an animation.
  HEADLINE("{rate} = {value} / {step} = {number}"),
  /// One picture of an animation, as its player calls it.
  FRAME("{step} {number}"),
  /// The next four are said of a point that a reader points at.
  AT_STEP("{step} {number}, loss {loss}, w = ({weights})"),
  AFTER_STEP("after {step} {number}, w = ({weights})"),
  AT_TRUTH("truth, loss {loss}, w = ({weights})"),
  AT_BEST("best fit, loss {loss}, w = ({weights})");

  private final String english;

  Word(String english) {
    this.english = english;
  }

  public String english() {
    return english;
  }
}
