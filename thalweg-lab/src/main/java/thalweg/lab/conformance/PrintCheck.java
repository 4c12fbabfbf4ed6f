package thalweg.lab.conformance;

import thalweg.tensor.Tensor;
import thalweg.tensor.Tensors;

/// Kinds `repr` and `grad_fn_repr`: what tensors print, character for character.
final class PrintCheck {
  private PrintCheck() {}

  static void repr(Fields test) {
    compare(test.text("text"), test.tensor("tensor").toString());
  }

  static void gradFn(Fields test) {
    Tensor x = Tensors.tensor(1.0, 2.0).requiresGrad_(true);
    Tensor y =
        switch (test.text("expr")) {
          case "x*2" -> x.mul(2);
          case "x-1" -> x.sub(1);
          case "x/2" -> x.div(2);
          case "x**2" -> x.pow(2);
          case "x.sum()" -> x.sum();
          case "x.mean()" -> x.mean();
          case "x.exp()" -> x.exp();
          case "x.tanh()" -> x.tanh();
          case "x.reshape(2,1)" -> x.reshape(2, 1);
          default -> throw new Mismatch("unknown expr " + test.text("expr"));
        };
    compare(test.text("text"), y.toString());
  }

  private static void compare(String expected, String got) {
    if (!expected.equals(got)) {
      int at = 0;
      while (at < Math.min(expected.length(), got.length()) && expected.charAt(at) == got.charAt(at)) {
        at++;
      }
      throw new Mismatch("text from character " + at, part(expected, at), part(got, at));
    }
  }

  /// A few characters with the line breaks written out.
  private static String part(String text, int from) {
    String part = text.substring(from, Math.min(text.length(), from + 24));
    return "'" + part.replace("\n", "\\n") + "'";
  }
}
