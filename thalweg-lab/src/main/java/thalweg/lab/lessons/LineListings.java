package thalweg.lab.lessons;

/// The code that the page of lesson `line` shows: note 1's listings, in Java.
final class LineListings {
  private LineListings() {}

  private static final String START = "Tensor what = tensor(%s).reshape(2, 1).requiresGrad_(true);\n";

  private static final String BY_HAND =
      START
          + """
          for (int epoch = 0; epoch < %d; epoch++) {
            Tensor yhat = X.matmul(what);                    // 1 predict
            Tensor loss = %s
            loss.backward();                                 // 3 differentiate
            what.setData(what.data().sub(what.grad().mul(%s)));  // 4 update
            what.setGrad(null);
          }""";

  /// Note 1's `l` and the grid it is drawn on.
  static final String LOSS =
      """
      double l(double w0hat, double w1hat) {
        Tensor yhat = x.mul(w1hat).add(w0hat);
        return y.sub(yhat).pow(2).sum().item();
      }
      double[] w0 = arange(-6, 11, 0.5).toDoubleArray();  // and w1 likewise: 34 × 34 pairs
      var surface = Landscape.over(w0, w0, (w0hat, w1hat) -> l(w0hat, w1hat));""";


  static String sum(String start, int epochs, String alpha) {
    return BY_HAND.formatted(start, epochs, "y.sub(yhat).pow(2).sum();          // 2 measure", alpha);
  }

  static String mean(String start, int epochs, String lr, int n) {
    return BY_HAND.formatted(start, epochs, "y.sub(yhat).pow(2).sum().div(%d);  // 2 measure; or .mean()".formatted(n), lr);
  }

  static String lossFunction(String start, int epochs, String lr) {
    return START.formatted(start)
        + """
        var lossFunction = new MSELoss();
        for (int epoch = 0; epoch < %d; epoch++) {
          Tensor yhat = X.matmul(what);                    // 1 predict
          Tensor loss = lossFunction.apply(yhat, y);       // 2 measure: the prediction first
          loss.backward();                                 // 3 differentiate
          what.setData(what.data().sub(what.grad().mul(%s)));  // 4 update
          what.setGrad(null);
        }""".formatted(epochs, lr);
  }

  static String layer(String start, int epochs, String lr) {
    return """
        var net = new Linear(2, 1, Linear.bias(false));    // X: (n, 2) -> ŷ: (n, 1)
        net.weight().setData(tensor(%s).reshape(2, 1).T());  // (1, 2): a row for each output
        var lossFunction = new MSELoss();
        for (int epoch = 0; epoch < %d; epoch++) {
          Tensor yhat = net.apply(X);                      // 1 predict
          Tensor loss = lossFunction.apply(yhat, y);       // 2 measure
          loss.backward();                                 // 3 differentiate
          net.weight().setData(net.weight().data().sub(net.weight().grad().mul(%s)));  // 4 update
          net.weight().setGrad(null);
        }""".formatted(start, epochs, lr);
  }

  static String optimizer(String start, int epochs, String lr) {
    return """
        var net = new Linear(2, 1, Linear.bias(false));
        net.weight().setData(tensor(new double[][] {{%s}}));
        var lossFunction = new MSELoss();
        var optimizer = new SGD(net.parameters(), %s);
        for (int epoch = 0; epoch < %d; epoch++) {
          Tensor yhat = net.apply(X);                      // 1 predict
          Tensor loss = lossFunction.apply(yhat, y);       // 2 measure
          loss.backward();                                 // 3 differentiate
          optimizer.step();                                // 4 update
          optimizer.zeroGrad();
        }""".formatted(start, lr, epochs);
  }
}
