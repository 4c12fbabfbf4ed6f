package thalweg.figures.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Messages by key, in every language.
///
/// They lie in files, one a language and topic: the message `line.rate.stable` stands in `en/line.md`, `ko/line.md`
/// and `zh/line.md` under the line `# rate.stable`, and reaches to the next such line. Files are read when the first
/// of their messages is shown.
///
/// Empty lines around a message do not count, spaces before it do. Within a message
/// - `‹name›` is where the value of that name goes, which may be a [Text] itself;
/// - `‹n?epoch|epochs›` is `epoch` if the value of `n` is shown as `1`, else `epochs`;
/// - `‹을/를›` is the Korean particle that goes with what stands before it.
///
/// ```java
/// var catalog = new Catalog(file -> new java.io.ByteArrayInputStream(
///     "# done\nafter ‹n› ‹n?epoch|epochs›".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
/// IO.println(catalog.text("run.done", "n", 1).in(Language.EN));   // after 1 epoch
/// IO.println(catalog.text("run.done", "n", 30).in(Language.EN));  // after 30 epochs
/// ```
public final class Catalog {
  private static final String KEY = "# ";

  private final Function<String, InputStream> files;
  private final Map<String, SequencedMap<String, String>> read = new ConcurrentHashMap<>();

  /// @param files opens a file such as `ko/line.md`; `null` if there is none
  public Catalog(Function<String, InputStream> files) {
    this.files = files;
  }

  /// A message.
  ///
  /// @param key            its topic, a point, and what stands in the file
  /// @param namesAndValues a name and its value, and so on
  /// @throws IllegalArgumentException for a name without a value; when it is shown, also for a key or a value that is
  ///     missing
  public Text text(String key, Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("message %s: names and values must come in pairs".formatted(key));
    }
    var values = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return language -> new Message(key, message(key, language), values, language).said();
  }

  private String message(String key, Language language) {
    int point = key.indexOf('.');
    String topic = point < 0 ? key : key.substring(0, point);
    String message = messages(topic, language).get(key.substring(point + 1));
    if (message == null) {
      throw new IllegalArgumentException("there is no message %s in %s".formatted(key, language.code()));
    }
    return message;
  }

  /// All messages of a topic, by what stands in the file, in its order.
  public SequencedMap<String, String> messages(String topic, Language language) {
    return read.computeIfAbsent(language.code() + "/" + topic + ".md", this::parse);
  }

  private static String withoutEmptyLines(String text) {
    int from = 0;
    while (from < text.length() && text.charAt(from) == '\n') {
      from++;
    }
    return text.substring(from).stripTrailing();
  }

  private SequencedMap<String, String> parse(String file) {
    try (InputStream in = files.apply(file)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no file of messages " + file);
      }
      var messages = new LinkedHashMap<String, String>();
      String all = "\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Arrays.stream(all.split("\n" + KEY)).skip(1).forEach(each -> {
        String[] keyAndText = each.split("\n", 2);
        String text = keyAndText.length < 2 ? "" : withoutEmptyLines(keyAndText[1]);
        if (messages.put(keyAndText[0].strip(), text) != null) {
          throw new IllegalArgumentException("%s: the key %s appears twice".formatted(file, keyAndText[0]));
        }
      });
      return Collections.unmodifiableSequencedMap(messages);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
