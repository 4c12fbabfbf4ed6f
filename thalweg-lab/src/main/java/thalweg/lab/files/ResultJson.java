package thalweg.lab.files;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.lab.lesson.LessonResult;
import thalweg.trace.Trace;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Results of lessons as JSON: `{"lesson", "runs": [{"name", "parameters", "weights", "loss", "grad"}],
/// "values"}`. The weights go from the start on, one row more than there are epochs.
public final class ResultJson {
  private static final ObjectWriter WRITER =
      new JsonMapper()
          .writer()
          .with(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  private ResultJson() {}

  /// One lesson's result as an object.
  public static String one(String lesson, LessonResult result) {
    return WRITER.writeValueAsString(tree(lesson, result)) + "\n";
  }

  /// Results by lesson as an array.
  public static String all(Map<String, LessonResult> results) {
    List<Map<String, Object>> trees =
        results.entrySet().stream().map(e -> tree(e.getKey(), e.getValue())).toList();
    return WRITER.writeValueAsString(trees) + "\n";
  }

  private static Map<String, Object> tree(String lesson, LessonResult result) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("lesson", lesson);
    tree.put("runs", result.runs().stream().map(ResultJson::tree).toList());
    tree.put("values", result.values());
    return tree;
  }

  private static Map<String, Object> tree(Trace run) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("name", run.name());
    tree.put("parameters", run.parameters());
    tree.put("weights", run.weights());
    tree.put("loss", run.losses());
    tree.put("grad", run.gradients());
    return tree;
  }
}
