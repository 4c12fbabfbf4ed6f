package thalweg.cpu.loop;

import java.util.Map;
import java.util.function.UnaryOperator;
import jdk.incubator.vector.DoubleVector;
import thalweg.cpu.math.ExponentialLanes;
import thalweg.cpu.math.HyperbolicLanes;
import thalweg.cpu.math.InverseTrigonometryLanes;
import thalweg.cpu.math.LogarithmLanes;
import thalweg.cpu.math.TrigonometryLanes;

/// Loops over vectors for the functions that have them. Loaded only where their module is present.
final class VectorLoops {
  /// The functions whose lanes are faster than their scalar loop. `tan`, `erf` and `erfc` have lanes too, but
  /// these are too long for the compiler to keep in registers.
  private static final Map<String, UnaryOperator<DoubleVector>> FUNCTIONS =
      Map.ofEntries(
          Map.entry("exp", ExponentialLanes::exp),
          Map.entry("expm1", ExponentialLanes::expm1),
          Map.entry("sigmoid", ExponentialLanes::sigmoid),
          Map.entry("log", LogarithmLanes::log),
          Map.entry("log2", LogarithmLanes::log2),
          Map.entry("log10", LogarithmLanes::log10),
          Map.entry("sin", TrigonometryLanes::sin),
          Map.entry("cos", TrigonometryLanes::cos),
          Map.entry("atan", InverseTrigonometryLanes::atan),
          Map.entry("sinh", HyperbolicLanes::sinh),
          Map.entry("cosh", HyperbolicLanes::cosh),
          Map.entry("tanh", HyperbolicLanes::tanh));

  private VectorLoops() {}

  /// `loop`, or a loop that gives the same bits sooner.
  static Formula.Loop faster(String function, Formula.Loop loop) {
    if (function.equals("pow")) {
      return new LaneRows(PowerRows::new, PowerRows::takes, loop);
    }
    UnaryOperator<DoubleVector> lanes = FUNCTIONS.get(function);
    return lanes == null ? loop : LaneRows.of(lanes, loop);
  }
}
