package thalweg.figures.draw;

import java.util.ArrayList;
import java.util.List;
import thalweg.figures.Levels;

final class Ticks {
  static List<Tick> of(Scale scale, double room) {
    int n = (int) Math.clamp(Math.floor(scale.length() / room), 1, 9);
    double low = Math.min(scale.limits().low(), scale.limits().high()), high = Math.max(scale.limits().low(), scale.limits().high());
    double raw = (high - low) / n;
    double p = Math.pow(10, Math.floor(Math.log10(raw)));
    double step = 10 * p;
    for (double s : new double[] {1, 2, 2.5, 5, 10}) {
      if (s * p >= raw - 1e-12 * p) { step = s * p; break; }
    }
    var list = new ArrayList<Tick>();
    for (double k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
      list.add(new Tick(k * step, label(k * step, step)));
    }
    return list;
  }
  static String label(double v, double step) {
    int d = (int) Math.max(0, Math.min(12, Math.ceil(-Math.log10(step) - 1e-9) + (step / Math.pow(10, Math.floor(Math.log10(step))) == 2.5 ? 1 : 0)));
    return String.format(java.util.Locale.ROOT, "%." + d + "f", v == 0 ? 0.0 : v).replace('-', '−');
  }
  static List<Tick> among(Levels levels) {
    int every = (levels.count() + 9) / 10;
    int zero = (int) Math.round(-levels.first() / levels.step());
    int from = zero >= 0 && zero < levels.count() ? zero % every : 0;
    var list = new ArrayList<Tick>();
    for (int i = from; i < levels.count(); i += every) {
      double v = levels.first() + i * levels.step();
      list.add(new Tick(v, label(v, levels.step() * every)));
    }
    return list;
  }
}
