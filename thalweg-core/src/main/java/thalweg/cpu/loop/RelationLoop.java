package thalweg.cpu.loop;

import java.lang.invoke.MethodHandles;

/// `out[i] = x[i] R y[i]`. [LoopSpecializer] copies this class, so it must not refer to itself by name.
final class RelationLoop implements Formula.Loop {
  private static final Formula.Relation OWN = LoopSpecializer.own(MethodHandles.lookup(), Formula.Relation.class);

  private final Formula.Relation given;

  RelationLoop(Formula.Relation given) {
    this.given = given;
  }

  private Formula.Relation formula() {
    return OWN == null ? given : OWN;
  }

  @Override
  public void run(Rows rows, Object out, Object... operands) {
    boolean[] result = (boolean[]) out;
    for (boolean more = rows.start(); more; more = rows.next()) {
      int o = rows.at(0);
      int x = rows.at(1);
      int y = rows.at(2);
      int os = rows.step(0);
      int xs = rows.step(1);
      int ys = rows.step(2);
      int n = rows.length();
      if (operands[0] instanceof float[] a) {
        float[] b = (float[]) operands[1];
        for (int i = 0; i < n; i++) {
          result[o + i * os] = formula().real().test(a[x + i * xs], b[y + i * ys]);
        }
      } else if (operands[0] instanceof double[] a) {
        double[] b = (double[]) operands[1];
        for (int i = 0; i < n; i++) {
          result[o + i * os] = formula().real().test(a[x + i * xs], b[y + i * ys]);
        }
      } else {
        long[] a = (long[]) operands[0];
        long[] b = (long[]) operands[1];
        for (int i = 0; i < n; i++) {
          result[o + i * os] = formula().integer().test(a[x + i * xs], b[y + i * ys]);
        }
      }
    }
  }
}
