package thalweg.lab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/// Runs command lines in this process and keeps what they print.
public final class Shell {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /// A case for [#refuses]: what is said, and the command line.
  public static Arguments mistake(String message, String... typed) {
    return Arguments.of(message, List.of(typed));
  }

  /// @return the exit code
  public int run(String... typed) {
    return CommandLineTool.run(new PrintWriter(out), new PrintWriter(err), typed);
  }

  public String out() {
    return out.toString();
  }

  public String err() {
    return err.toString();
  }

  public void clear() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
  }

  /// Checks that a command line prints nothing, says what is wrong with it in a sentence, and ends with 2.
  public void refuses(String message, List<String> typed) {
    assertThat(run(typed.toArray(String[]::new))).isEqualTo(2);
    assertThat(err()).startsWith("thalweg: ").contains(message).doesNotContain("\tat ");
    assertThat(out()).isEmpty();
  }
}
