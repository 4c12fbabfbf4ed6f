package thalweg.figures.html;

import java.util.LinkedHashMap;
import java.util.Map;
import thalweg.figures.text.Catalog;
import thalweg.figures.text.Language;
import thalweg.figures.text.Text;

/// The words of pages themselves, whatever stands on them.
final class Words {

  private static final String TOPIC = "page";

  /// The messages that scripts show begin with this.
  private static final String OF_SCRIPTS = "script.";

  private static final Catalog CATALOG =
      new Catalog(file -> Words.class.getResourceAsStream("/thalweg/figures/text/" + file));

  private Words() {}

  static Text text(String key, Object... namesAndValues) {
    return CATALOG.text(TOPIC + "." + key, namesAndValues);
  }

  /// What scripts say.
  static Map<String, Object> ofScripts(Language language) {
    var words = new LinkedHashMap<String, Object>();
    CATALOG.messages(TOPIC, language).forEach((key, message) -> {
      if (key.startsWith(OF_SCRIPTS)) {
        words.put(key.substring(OF_SCRIPTS.length()), message);
      }
    });
    return words;
  }
}
