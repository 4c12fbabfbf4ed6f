package thalweg.cpu;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What system properties set:
///
/// | | values | default |
/// |---|---|---|
/// | `-Dthalweg.kernels=` | `auto`, `scalar`, `vector` | `auto`: vectors where their module is present |
/// | `-Dthalweg.threads=` | 1 to 1024 | one for each processor |
///
/// Results depend on neither.
///
/// @param kernels which provider is asked for
/// @param threads how many threads a large kernel may use, the calling one included
public record Settings(Provider kernels, int threads) {
  private static final String PREFIX = "thalweg.";
  private static final String KERNELS = PREFIX + "kernels";
  private static final String THREADS = PREFIX + "threads";
  private static final int MOST_THREADS = 1024;

  /// The providers of kernels that can be asked for.
  public enum Provider {
    /// Vectors where the module is present and its vectors are wide enough, otherwise plain Java.
    AUTO,
    /// Plain Java.
    SCALAR,
    /// Vectors; an error where the module is missing.
    VECTOR;

    private String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The settings of this process.
  ///
  /// @throws IllegalArgumentException for a property that begins with `thalweg.` and is not listed above, or has
  ///     no valid value; the message lists what is valid
  public static Settings read() {
    return read(System.getProperties());
  }

  static Settings read(Properties properties) {
    Map<String, String> given = new TreeMap<>();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(PREFIX)) {
        given.put(name, properties.getProperty(name));
      }
    }
    for (String name : given.keySet()) {
      if (!List.of(KERNELS, THREADS).contains(name)) {
        throw new IllegalArgumentException(
            "-D%s is not a property of Thalweg; these are: -D%s=%s, -D%s=1 to %d"
                .formatted(name, KERNELS, providers(), THREADS, MOST_THREADS));
      }
    }
    return new Settings(provider(given.get(KERNELS)), threads(given.get(THREADS)));
  }

  private static Provider provider(String text) {
    if (text == null) {
      return Provider.AUTO;
    }
    Provider provider =
        Arrays.stream(Provider.values())
            .filter(each -> each.text().equals(text))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(
                    "-D%s=%s is not one of %s".formatted(KERNELS, text, providers())));
    if (provider == Provider.VECTOR && !hasVectors()) {
      throw new IllegalArgumentException(
          "-D%s=vector needs --add-modules jdk.incubator.vector".formatted(KERNELS));
    }
    return provider;
  }

  /// True if the virtual machine was started with the module of vectors.
  static boolean hasVectors() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }

  private static String providers() {
    return Arrays.stream(Provider.values()).map(Provider::text).collect(Collectors.joining(", "));
  }

  private static int threads(String text) {
    if (text == null) {
      return Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    }
    if (text.matches("[0-9]{1,4}")) {
      int count = Integer.parseInt(text);
      if (count >= 1 && count <= MOST_THREADS) {
        return count;
      }
    }
    throw new IllegalArgumentException(
        "-D%s=%s is not a whole number from 1 to %d; leave it out for one thread for each processor"
            .formatted(THREADS, text, MOST_THREADS));
  }
}
