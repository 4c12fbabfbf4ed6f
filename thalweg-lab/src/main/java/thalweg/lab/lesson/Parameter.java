package thalweg.lab.lesson;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import thalweg.figures.text.Text;

/// A setting of a lesson: what it is called, which values it takes, and what it is if left alone.
///
/// @param name         what one types before the `=`
/// @param kind         which values it takes
/// @param defaultValue the default, as one would type it; it must be in range
/// @param description  what it does, in a few words
/// @param use          with which settings it has an effect, for instance `with loss=mean`; no text if with all
public record Parameter(String name, Kind kind, String defaultValue, Text description, Text use) {

  public Parameter {
    kind.parse(name, defaultValue); // a default out of range is a mistake in the lesson
  }

  /// A number, for instance a learning rate.
  public static Parameter real(
      String name, String defaultValue, Range range, Text description) {
    return new Parameter(name, new Kind.Real(range), defaultValue, description, Text.none());
  }

  /// A whole number from `low` to `high`, for instance how many epochs.
  public static Parameter integer(
      String name, String defaultValue, long low, long high, Text description) {
    return new Parameter(name, new Kind.Whole(low, high), defaultValue, description, Text.none());
  }

  /// The seed of PyTorch's stream, as the `long` of its 64 bits.
  public static Parameter seed(String name, String defaultValue, Text description) {
    return new Parameter(name, new Kind.Seed(), defaultValue, description, Text.none());
  }

  /// Exactly `length` numbers separated by commas, for instance a start `-5,10`; any number of them
  /// but none where `length` is 0.
  public static Parameter reals(
      String name, String defaultValue, int length, Range range, Text description) {
    return new Parameter(name, new Kind.Reals(length, range), defaultValue, description, Text.none());
  }

  /// One of a few words.
  public static Parameter choice(
      String name, String defaultValue, List<String> words, Text description) {
    return new Parameter(name, new Kind.Choice(words), defaultValue, description, Text.none());
  }

  /// The same, which has an effect only with some settings.
  public Parameter used(Text when) {
    return new Parameter(name, kind, defaultValue, description, when);
  }

  /// The value that `text` stands for.
  ///
  /// @return a `Double`, `Long`, `List<Double>` or `String`, by kind
  /// @throws BadInputException naming the parameter, the text and the range
  public Object parse(String text) {
    return kind.parse(name, text.strip());
  }

  /// Which values a parameter takes.
  public sealed interface Kind {
    /// The value that `text` stands for, as in [Parameter#parse].
    Object parse(String name, String text);

    /// The values it takes, in words.
    String range();

    /// See [Parameter#real].
    record Real(Range allowed) implements Kind {
      @Override
      public Double parse(String name, String text) {
        return number(name, text, text, allowed, () -> "a number");
      }

      @Override
      public String range() {
        return allowed == Range.ANY ? "any number" : "a number " + allowed;
      }
    }

    /// See [Parameter#integer].
    record Whole(long low, long high) implements Kind {
      @Override
      public Long parse(String name, String text) {
        return whole(name, text, low, high, this::range);
      }

      @Override
      public String range() {
        return "an integer from %d to %d".formatted(low, high);
      }
    }

    /// See [Parameter#seed].
    record Seed() implements Kind {
      /// PyTorch takes what fits into 64 bits, with or without a sign.
      private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);

      private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

      @Override
      public Long parse(String name, String text) {
        if (!text.matches("-?\\d{1,20}")) {
          throw new BadInputException("parameter %s: '%s' is not %s".formatted(name, text, range()));
        }
        BigInteger seed = new BigInteger(text);
        if (seed.compareTo(LEAST) < 0 || seed.compareTo(MOST) > 0) {
          throw new BadInputException(
              "parameter %s: %s is out of range; it must be %s".formatted(name, text, range()));
        }
        return seed.longValue();
      }

      @Override
      public String range() {
        return "an integer from -2^63 to 2^64 - 1";
      }
    }

    /// See [Parameter#reals].
    record Reals(int length, Range allowed) implements Kind {
      @Override
      public List<Double> parse(String name, String text) {
        String[] parts = text.split(",", -1);
        if (length > 0 && parts.length != length) {
          throw new BadInputException(
              "parameter %s: '%s' has %d numbers, but it takes %s"
                  .formatted(name, text, parts.length, range()));
        }
        var values = new ArrayList<Double>(parts.length);
        for (String part : parts) {
          values.add(number(name, text, part.strip(), allowed, this::range));
        }
        return List.copyOf(values);
      }

      @Override
      public String range() {
        String count = length == 0 ? "" : length + " ";
        return count + "numbers separated by commas" + (allowed == Range.ANY ? "" : ", each " + allowed);
      }
    }

    /// See [Parameter#choice].
    record Choice(List<String> words) implements Kind {
      public Choice {
        words = List.copyOf(words);
      }

      @Override
      public String parse(String name, String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (!words.contains(word)) {
          throw new BadInputException("parameter %s: '%s' is not %s".formatted(name, text, range()));
        }
        return word;
      }

      @Override
      public String range() {
        return "one of " + String.join(", ", words);
      }
    }
  }

  private static double number(
      String name, String text, String part, Range allowed, Supplier<String> expected) {
    double value;
    try {
      value = Double.parseDouble(requireDecimal(part));
    } catch (NumberFormatException e) {
      throw new BadInputException(
          "parameter %s: '%s' is not %s".formatted(name, text, expected.get()));
    }
    if (!allowed.contains(value)) {
      throw new BadInputException(
          "parameter %s: %s is out of range; it must be %s"
              .formatted(name, part, allowed == Range.ANY ? "a finite number" : allowed));
    }
    return value;
  }

  /// Java also reads `1d`, `0x1p3` and trims; a user who types these has mistyped.
  private static String requireDecimal(String text) {
    if (text.isEmpty() || !text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
      throw new NumberFormatException(text);
    }
    return text;
  }

  private static long whole(String name, String text, long low, long high, Supplier<String> expected) {
    long value;
    try {
      value = Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new BadInputException(
          "parameter %s: '%s' is not %s".formatted(name, text, expected.get()));
    }
    if (value < low || value > high) {
      throw new BadInputException(
          "parameter %s: %s is out of range; it must be %s".formatted(name, text, expected.get()));
    }
    return value;
  }
}
