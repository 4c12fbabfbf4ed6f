package thalweg.lab.text;

import thalweg.figures.text.Catalog;
import thalweg.figures.text.Text;

/// What the lab says, in every language. The files lie among the resources, beside this class: `en/line.md` holds
/// the messages of lesson `line` in English.
public final class Messages {
  private static final Catalog CATALOG = new Catalog(Messages.class::getResourceAsStream);

  private Messages() {}

  /// A message, as [Catalog#text].
  public static Text text(String key, Object... namesAndValues) {
    return CATALOG.text(key, namesAndValues);
  }
}
