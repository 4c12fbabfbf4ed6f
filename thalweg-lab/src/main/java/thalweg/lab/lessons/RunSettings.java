package thalweg.lab.lessons;

import java.util.LinkedHashMap;
import java.util.Map;

/// A run's settings as its trace shows them.
final class RunSettings {
  private RunSettings() {}

  /// In this order.
  static Map<String, Double> of(double alpha, int n, int epochs) {
    var settings = new LinkedHashMap<String, Double>();
    settings.put("alpha", alpha);
    settings.put("n", (double) n);
    settings.put("epochs", (double) epochs);
    return settings;
  }
}
