package thalweg.figures.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import thalweg.figures.Animation;
import thalweg.figures.Axes;
import thalweg.figures.Figure;
import thalweg.figures.Frame;
import thalweg.figures.Mark;
import thalweg.figures.Thinning;
import thalweg.figures.Values;
import thalweg.figures.text.Text;

/// The frames of an animation as `player.js` takes them. A frame hands over of points and lines their coordinates and
/// texts, of other marks all of them. Where a row begins as it did in the frame before, only what follows is said: the
/// path of a walk is sent once and not once a frame.
///
/// @param frames one object a frame
/// @param notes  what the reader is told of points and frames that are left out
record FigureFrames(List<Object> frames, List<Text> notes) {

  static final FigureFrames NONE = new FigureFrames(List.of(), List.of());

  /// How many frames a page shows.
  static final int MOST = 500;

  /// How many points all frames of a page may add, together.
  static final int MOST_POINTS = 100_000;

  /// How many heights of grids all frames of a page may have, together.
  static final int MOST_HEIGHTS = 1_000_000;

  /// A row that has less in common with the one before is said whole.
  private static final int WORTHWHILE = 4;

  static FigureFrames of(Animation animation) {
    var all = animation.frames();
    var moving = new HashSet<String>();
    all.forEach(frame -> moving.addAll(frame.data().keySet()));
    int count = Math.min(all.size(), Math.min(MOST, Math.max(2, MOST_HEIGHTS / Math.max(1, heights(animation, moving)))));
    var shown = IntStream.range(0, count)
        .map(i -> count == 1 ? 0 : (int) ((long) i * (all.size() - 1) / (count - 1))).toArray();
    var notes = new ArrayList<Text>();
    if (all.size() > count) {
      notes.add(Words.text("thinned.frames", "all", "%,d".formatted(all.size()), "shown", count));
    }
    var whole = new Writer(moving, PlotlyPlane.MOST);
    whole.write(animation, shown);
    if (whole.added <= MOST_POINTS) {
      return new FigureFrames(whole.frames, notes);
    }
    int most = Math.max(2, MOST_POINTS / (count * moving.size()));
    var thinned = new Writer(moving, most);
    thinned.write(animation, shown);
    notes.add(Words.text("thinned.moving", "most", "%,d".formatted(most)));
    return new FigureFrames(thinned.frames, notes);
  }

  /// The heights of all grids that move, which every frame has anew.
  private static int heights(Animation animation, Set<String> moving) {
    return animation.base().panels().stream().flatMap(axes -> axes.marks().stream())
        .filter(mark -> moving.contains(mark.style().name()))
        .mapToInt(mark -> switch (mark) {
          case Mark.Contour contour -> contour.x().size() * contour.y().size();
          case Mark.Image image -> image.rows().size() * image.columns();
          case Mark.Surface surface -> surface.x().size() * surface.y().size();
          case Mark.Wireframe wires -> wires.x().size() * wires.y().size();
          default -> 0;
        }).sum();
  }

  private static final class Writer {
    final List<Object> frames = new ArrayList<>();
    long added;
    private final Set<String> moving;
    private final int most;
    private final Map<String, Map<String, Object>> before = new HashMap<>();

    Writer(Set<String> moving, int most) {
      this.moving = moving;
      this.most = most;
    }

    void write(Animation animation, int[] shown) {
      for (int i : shown) {
        frames.add(frame(animation.frames().get(i), animation.at(i)));
      }
    }

    private Map<String, Object> frame(Frame frame, Figure figure) {
      var moves = new ArrayList<Map<String, Object>>();
      for (int p = 0; p < figure.panels().size(); p++) {
        var axes = figure.panels().get(p);
        var marks = PlotlyPanel.shown(axes);
        for (int m = 0; m < marks.size(); m++) {
          if (moving.contains(marks.get(m).style().name())) {
            var move = Plotly.object("panel", p, "trace", m);
            move.putAll(news(marks.get(m), PlotlyPanel.trace(axes, thinned(marks.get(m)), figure.theme())));
            moves.add(move);
          }
        }
      }
      return Plotly.object("label", frame.label(), "suptitle", Markup.label(frame.suptitle()), "moves", moves);
    }

    private Mark thinned(Mark mark) {
      return switch (mark) {
        case Mark.Planar planar -> Thinning.of(planar, most);
        case Mark.Spatial spatial -> Thinning.of(spatial, most);
      };
    }

    private Map<String, Object> news(Mark mark, Map<String, Object> trace) {
      boolean simple = switch (mark) {
        case Mark.Points _, Mark.Line _, Mark.Points3 _, Mark.Line3 _ -> PlotlyPlane.points(mark) <= most;
        default -> false;
      };
      if (!simple) {
        added += Math.min(most, PlotlyPlane.points(mark));
        return Plotly.object("whole", trace);
      }
      var rows = Plotly.object("x", trace.get("x"), "y", trace.get("y"), "z", trace.get("z"),
          "hovertext", Plotly.hoverText(mark.style().hover()));
      var old = before.put(mark.style().name(), rows);
      if (old == null) {
        added += PlotlyPlane.points(mark);
        return rows;
      }
      added += PlotlyPlane.points(mark) - Stream.of("x", "y", "z").filter(rows::containsKey)
          .mapToInt(key -> common(old.get(key), rows.get(key))).min().orElse(0);
      var news = Plotly.object();
      rows.forEach((key, row) -> news.put(key, news(old.get(key), row)));
      return news;
    }

    private static Object news(Object old, Object row) {
      int kept = common(old, row);
      return switch (row) {
        case List<?> texts when kept >= WORTHWHILE ->
            Plotly.object("keep", kept, "then", texts.subList(kept, texts.size()));
        case Values values when kept >= WORTHWHILE ->
            Plotly.object("keep", kept, "then", Values.of(values.stream().skip(kept).toArray()));
        default -> row;
      };
    }

    /// With how many equal elements two rows begin.
    private static int common(Object old, Object row) {
      return switch (row) {
        case List<?> texts when old instanceof List<?> others -> {
          int most = Math.min(texts.size(), others.size());
          yield IntStream.range(0, most).filter(i -> !texts.get(i).equals(others.get(i))).findFirst().orElse(most);
        }
        case Values values when old instanceof Values others -> {
          int most = Math.min(values.size(), others.size());
          yield IntStream.range(0, most)
              .filter(i -> Double.compare(values.get(i), others.get(i)) != 0).findFirst().orElse(most);
        }
        default -> 0;
      };
    }
  }
}
