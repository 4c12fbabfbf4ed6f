package thalweg.lab.lesson;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Which of the known names a mistyped one may have meant.
public final class Nearest {
  private static final int MOST = 3;

  private Nearest() {}

  /// The known names that the typed one begins, else those the fewest edits away, if these are no more
  /// than a third of its length (or two).
  public static List<String> names(String typed, Collection<String> known) {
    List<String> longer =
        known.stream().filter(name -> isPrefix(typed, name)).limit(MOST).toList();
    if (!longer.isEmpty()) {
      return longer;
    }
    int nearest = known.stream().mapToInt(name -> distance(typed, name)).min().orElse(0);
    if (nearest > Math.max(2, typed.length() / 3)) {
      return List.of();
    }
    return known.stream().filter(name -> distance(typed, name) == nearest).limit(MOST).toList();
  }

  /// For the end of an error message: `did you mean a or b?`, or where nothing is near, all there is.
  public static String suggest(String typed, Collection<String> known) {
    List<String> near = names(typed, known);
    if (!near.isEmpty()) {
      return "did you mean " + String.join(" or ", near) + "?";
    }
    return known.isEmpty() ? "there are none" : "the choices are " + String.join(", ", known);
  }

  private static boolean isPrefix(String typed, String name) {
    return !typed.isEmpty()
        && name.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
  }

  /// How many letters to insert, delete, replace, or swap with the next one.
  static int distance(String typed, String name) {
    String a = typed.toLowerCase(Locale.ROOT);
    String b = name.toLowerCase(Locale.ROOT);
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int fewest(int[][] edits, String a, String b, int i, int j) {
    int replaced = edits[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
  }
}
