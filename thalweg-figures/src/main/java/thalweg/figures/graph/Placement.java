package thalweg.figures.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeLabelPlacement;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Where everything in a diagram lies, in pixels: layer by layer from top to bottom, by the layered algorithm of
/// the Eclipse Layout Kernel (Sugiyama's method).
record Placement(
    Diagram diagram, double width, double height, List<Placed> boxes, List<Routed> arrows) {
  /// Text is set in a font whose characters all have this width at [SvgText]'s size.
  static final double CHARACTER = 7.9;

  static final double LINE = 18;
  static final double MARGIN = 9;

  record Point(double x, double y) {}

  record Area(double x, double y, double width, double height) {}

  record Placed(Diagram.Box box, Area area) {}

  /// @param label where its text stands, if it has one
  record Routed(Diagram.Arrow arrow, List<Point> way, Optional<Area> label) {}

  static {
    // without it ELK cannot copy the values of its own options
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
  }

  static Placement of(Diagram diagram) {
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(LayeredOptions.DIRECTION, Direction.DOWN);
    root.setProperty(LayeredOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
    root.setProperty(LayeredOptions.EDGE_LABELS_PLACEMENT, EdgeLabelPlacement.CENTER);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE, 34.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_NODE, 16.0);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 18.0);
    root.setProperty(LayeredOptions.SPACING_EDGE_LABEL, 0.0);
    root.setProperty(LayeredOptions.PADDING, new ElkPadding(12));
    // operands stand side by side as in the formula where that crosses no arrows
    root.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_EDGES);
    Map<String, ElkNode> nodes = new HashMap<>();
    for (Diagram.Box box : diagram.boxes()) {
      ElkNode node = ElkGraphUtil.createNode(root);
      node.setDimensions(width(box.lines()), height(box.lines()));
      nodes.put(box.id(), node);
    }
    var edges = new ArrayList<ElkEdge>();
    for (Diagram.Arrow arrow : diagram.arrows()) {
      ElkEdge edge =
          ElkGraphUtil.createSimpleEdge(nodes.get(arrow.from()), nodes.get(arrow.to()));
      if (!arrow.lines().isEmpty()) {
        ElkLabel label = ElkGraphUtil.createLabel(String.join("\n", arrow.lines()), edge);
        label.setDimensions(width(arrow.lines()), height(arrow.lines()));
        label.setProperty(LayeredOptions.EDGE_LABELS_INLINE, true);
      }
      edges.add(edge);
    }
    new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
    return new Placement(
        diagram,
        root.getWidth(),
        root.getHeight(),
        diagram.boxes().stream().map(box -> placed(box, nodes.get(box.id()))).toList(),
        Stream.iterate(0, i -> i < edges.size(), i -> i + 1)
            .map(i -> routed(diagram.arrows().get(i), edges.get(i)))
            .toList());
  }

  private static Placed placed(Diagram.Box box, ElkNode node) {
    return new Placed(box, new Area(node.getX(), node.getY(), node.getWidth(), node.getHeight()));
  }

  private static Routed routed(Diagram.Arrow arrow, ElkEdge edge) {
    ElkEdgeSection section = edge.getSections().getFirst();
    var way = new ArrayList<Point>();
    way.add(new Point(section.getStartX(), section.getStartY()));
    section.getBendPoints().forEach(bend -> way.add(new Point(bend.getX(), bend.getY())));
    way.add(new Point(section.getEndX(), section.getEndY()));
    Optional<Area> label =
        edge.getLabels().stream()
            .findFirst()
            .map(l -> new Area(l.getX(), l.getY(), l.getWidth(), l.getHeight()));
    return new Routed(arrow, List.copyOf(way), label);
  }

  private static double width(List<String> lines) {
    int longest =
        lines.stream()
            .map(line -> line.codePointCount(0, line.length()))
            .max(Comparator.naturalOrder())
            .orElse(0);
    return longest * CHARACTER + 2 * MARGIN;
  }

  private static double height(List<String> lines) {
    return lines.size() * LINE + MARGIN;
  }
}
