package thalweg.figures;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// One picture of an [Animation]: its title, and new data for the marks that move.
///
/// @param label    what the player calls it, for instance `epoch 15`
/// @param suptitle the figure's title while it is shown
/// @param data     the new data, by the marks' names
public record Frame(String label, String suptitle, Map<String, Data> data) {

  /// New data for a mark; its looks stay.
  ///
  /// | mark | coordinates |
  /// |---|---|
  /// | points, lines, error bars, texts | x and y; in space x, y and z |
  /// | bars | the lengths; or where they stand and the lengths |
  /// | fill | x, y1 and y2 |
  /// | arrows | u and v; or x, y, u and v |
  /// | contours, images, surfaces, wireframes | the numbers, row by row as in [Grid#flat()] |
  /// | annotations | the place it points at; or that and the place of the text |
  /// | lines and bands across the axes | their one or two places |
  ///
  /// @param coordinates the rows of the table
  /// @param hover       one text a point, one for the whole mark, or none
  public record Data(List<Values> coordinates, List<String> hover) {
    public Data {
      coordinates = List.copyOf(coordinates);
      hover = List.copyOf(hover);
    }
  }

  public Frame {
    data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
  }

  /// A frame that moves nothing yet.
  public static Frame of(String label, String suptitle) {
    return new Frame(label, suptitle, Map.of());
  }

  /// This frame with the mark `name` moved to `coordinates`.
  public Frame move(String name, Values... coordinates) {
    return move(name, List.of(), coordinates);
  }

  /// This frame with the mark `name` moved to `coordinates`, and other texts for whoever points at it, see
  /// [Style#hover(List)].
  public Frame move(String name, List<String> hover, Values... coordinates) {
    var more = new LinkedHashMap<>(data);
    more.put(name, new Data(Stream.of(coordinates).toList(), hover));
    return new Frame(label, suptitle, more);
  }
}
