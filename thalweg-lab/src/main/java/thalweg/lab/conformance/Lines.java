package thalweg.lab.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/// Reads lines of bounded length, so that a file without line breaks does not fill the memory.
final class Lines {
  private static final int LONGEST = 64_000_000;

  private final BufferedReader reader;
  private long number;

  Lines(Reader reader) {
    this.reader = new BufferedReader(reader);
  }

  /// The number of the line last read, from 1 on.
  long number() {
    return number;
  }

  /// The next line without its end, or null.
  ///
  /// @throws MalformedCaseException if it is too long
  String next() throws IOException {
    var line = new StringBuilder();
    int c = reader.read();
    if (c < 0) {
      return null;
    }
    number++;
    for (; c >= 0 && c != '\n'; c = reader.read()) {
      if (line.length() == LONGEST) {
        throw new MalformedCaseException("the line has more than " + LONGEST + " characters");
      }
      line.append((char) c);
    }
    return line.toString();
  }
}
