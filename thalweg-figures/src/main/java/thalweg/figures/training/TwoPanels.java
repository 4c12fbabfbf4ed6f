package thalweg.figures.training;

import static thalweg.figures.Style.color;
import static thalweg.figures.Style.label;
import static thalweg.figures.Style.marker;
import static thalweg.figures.Style.name;
import static thalweg.figures.Style.size;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import thalweg.figures.Animation;
import thalweg.figures.Axes;
import thalweg.figures.Color;
import thalweg.figures.Figure;
import thalweg.figures.Frame;
import thalweg.figures.Limits;
import thalweg.figures.Marker;
import thalweg.figures.Plane;
import thalweg.figures.Space;
import thalweg.figures.Values;
import thalweg.trace.Trace;

/// The notes' animation: a model moves through the data, and its weights walk down the loss surface.
record TwoPanels(
    double[] x, double[] y, Model model, Landscape landscape, Trace trace, double[] goal, Labels labels) {

  private static final double MARK = 20;

  /// One epoch as a figure by itself, whose axes fit what is seen then.
  Figure at(int epoch) {
    var visited = visited(IntStream.rangeClosed(0, epoch).boxed().toList());
    Space loss = loss().scatter(visited.weight(0), visited.weight(1), losses(visited), name("visited"), size(MARK),
        color(Color.GREY));
    return figure(fit(epoch), loss).suptitle(headline(epoch));
  }

  /// The given epochs in turn. What leaves the axes is marked at their edge.
  Animation moving(List<Integer> epochs) {
    Plane fit = fit(0);
    Space loss = loss().scatter(Values.of(), Values.of(), Values.of(), name("visited"), size(MARK), color(Color.GREY));
    var box = List.of(loss.xlimits(), loss.ylimits(), loss.zlimits());
    var ends = List.of(fit.xlimits(), fit.ylimits());
    boolean leavesBox = !epochs.isEmpty() && walk(visited(epochs), box).crossed();
    boolean leavesPlane = epochs.stream().anyMatch(epoch -> curve(epoch, ends).crossed());
    var frames = new ArrayList<Frame>();
    for (int i = 0; i < epochs.size(); i++) {
      int epoch = epochs.get(i);
      var said = visited(epochs.subList(0, i + 1));
      var walk = walk(said, box);
      var frame = Frame.of(labels.say(Word.FRAME, "number", epoch), headline(epoch))
          .move("line", List.of(said.text(epoch)), span(x), curve(epoch))
          .move("visited", walk.within().texts(), rows(walk.within()));
      frame = leavesBox ? frame.move("beyond", walk.beyond().texts(), rows(walk.beyond())) : frame;
      frames.add(leavesPlane ? frame.move("off", rows(curve(epoch, ends).beyond())) : frame);
    }
    var outside = labels.say(Word.OUTSIDE);
    fit = leavesPlane ? fit.freeze().scatter(Values.of(), Values.of(), name("off"), label(outside), marker(Marker.X),
        size(MARK), color(Color.C1)) : fit;
    loss = leavesBox ? loss.freeze().scatter(Values.of(), Values.of(), Values.of(), name("beyond"),
        label(leavesPlane ? "" : outside), marker(Marker.X), size(2 * MARK), color(Color.C1)) : loss;
    return new Animation(figure(fit, loss), frames);
  }

  private static Values[] rows(Edge.Part part) {
    return part.rows().toArray(Values[]::new);
  }

  private static Figure figure(Plane fit, Space loss) {
    return Figure.row(fit, loss).size(7.5, 2.5);
  }

  private Plane fit(int epoch) {
    return Axes.plane()
        .scatter(x, y, label("$(x_i,y_i)$"), color(Color.C0))
        .plot(span(x), curve(epoch), name("line"), label("$(x_i,\\hat{y}_i)$"), color(Color.C1))
        .xlabel(labels.x()).ylabel(labels.y()).legend();
  }

  private Space loss() {
    var start = trace.weights().getFirst();
    return LossSurface.star(LossSurface.of(landscape, goal, labels), landscape, start.get(0), start.get(1), Color.BLUE,
        "", labels.say(Word.START)).legend();
  }

  private Epochs visited(List<Integer> epochs) {
    return new Epochs(trace, labels, epochs);
  }

  private Values losses(Epochs visited) {
    return Values.of(visited.shown().stream().map(epoch -> trace.steps().get(epoch).loss()).toList());
  }

  private Edge walk(Epochs visited, List<Limits> box) {
    return new Edge(List.of(visited.weight(0), visited.weight(1), losses(visited)), box, visited.texts());
  }

  private Values curve(int epoch) {
    var weights = epoch == 0 ? trace.weights().getFirst() : trace.steps().get(epoch).weights();
    return curve(model, weights, span(x));
  }

  private Edge curve(int epoch, List<Limits> ends) {
    var span = span(x);
    return new Edge(List.of(span, curve(epoch)), ends, span.stream().mapToObj(_ -> "").toList());
  }

  private String headline(int epoch) {
    return labels.say(
        Word.HEADLINE, "value", Epochs.plain(trace.steps().get(epoch).learningRate()), "number", epoch);
  }

  /// Where a curve is drawn: over the data's range, at enough places to point at.
  static Values span(double[] x) {
    var range = Values.of(x).stream().filter(Double::isFinite).summaryStatistics();
    return range.getCount() == 0 ? Values.of() : Values.linspace(range.getMin(), range.getMax(), 25);
  }

  static Values curve(Model model, List<Double> weights, Values x) {
    return x.map(at -> model.at(weights, at));
  }
}
