package thalweg.lab.doc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTextTest {
  private static String plain(String markdown) {
    return new MarkdownText(30, new Emphasis(false)).render(markdown, "");
  }

  @Test
  void paragraphsWrap() {
    assertThat(plain("one two three four\nfive six seven eight\n\nnext"))
        .isEqualTo("one two three four five six\nseven eight\n\nnext");
  }

  @Test
  void listsHang() {
    assertThat(plain("- one two three four five six seven\n- b"))
        .isEqualTo("- one two three four five six\n  seven\n- b");
  }

  @Test
  void codeIsKept() {
    assertThat(plain("see:\n```java\nvar  x = 1;   // `not` *marked*\n```\nend"))
        .isEqualTo("see:\n    var  x = 1;   // `not` *marked*\nend");
  }

  @Test
  void tablesAreAligned() {
    assertThat(plain("| a | b |\n|---|---|\n| long `x` | [Y#z] |"))
        .isEqualTo("a       b\n──────  ───\nlong x  Y.z");
  }

  @Test
  void tagsReadAsSentences() {
    assertThat(plain("@param lr the rate\n@return a sum\n@throws thalweg.X if not"))
        .isEqualTo("lr: the rate\nReturns a sum\nThrows X if not");
  }

  @Test
  void numbersInBracketsAreNoLinks() {
    assertThat(plain("in [0, 1), `a[i]`, [text](https://x.org), [the mean][Reduction#MEAN]"))
        .isEqualTo("in [0, 1), a[i], text, the\nmean");
  }

  @Test
  void aTerminalShowsBoldAndUnderlined() {
    assertThat(new MarkdownText(30, new Emphasis(true)).render("`x` and [Y]", ""))
        .isEqualTo("\u001b[1mx\u001b[22m and \u001b[4mY\u001b[24m");
  }
}
