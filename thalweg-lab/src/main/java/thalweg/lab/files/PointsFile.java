package thalweg.lab.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Nearest;
import thalweg.lab.lesson.Points;
import thalweg.lab.text.Printable;

/// Points from a file of values separated by commas, semicolons or tabs.
///
/// A tab in the first line separates at tabs, else a semicolon at semicolons, else a comma. Where semicolons separate, as
/// spreadsheets write in countries with a decimal comma, `1,5` is one and a half.
///
/// A first line that is not all numbers is a header. The columns are those asked for, by name or by
/// position from 1 on; else those called `x` and `y`; else the first two.
public final class PointsFile {
  private static final int MOST_ROWS = 1_000_000;

  /// No field and no row of numbers is longer, in characters.
  private static final int LONGEST = 1 << 16;

  private final Path file;
  private final List<Double> x = new ArrayList<>();
  private final List<Double> y = new ArrayList<>();
  private boolean decimalComma;
  private List<String> header = List.of();
  private int xColumn;
  private int yColumn;

  private PointsFile(Path file) {
    this.file = file;
  }

  /// Reads what a user asked for: `FILE`, or `FILE:X,Y` to choose columns.
  ///
  /// @throws BadInputException naming the file, line and column at fault
  public static Points read(String source) {
    int colon = source.lastIndexOf(':');
    boolean hasColumns = colon > 0 && source.indexOf(',', colon) > 0 && !Files.exists(path(source));
    if (!hasColumns) {
      return new PointsFile(path(source)).read(List.of());
    }
    String[] columns = source.substring(colon + 1).split(",", -1);
    if (columns.length != 2) {
      throw new BadInputException(
          "--data %s: name two columns after the colon, as in points.csv:height,weight".formatted(source));
    }
    List<String> chosen = List.of(columns[0].strip(), columns[1].strip());
    return new PointsFile(path(source.substring(0, colon))).read(chosen);
  }

  private static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new BadInputException(
          "--data: '%s' is not a valid file name here (%s); if the locale lacks its characters, set LC_ALL=C.UTF-8"
              .formatted(Printable.brief(name), e.getReason()));
    }
  }

  private Points read(List<String> columns) {
    if (Files.isDirectory(file)) {
      throw new BadInputException("--data: %s is a directory; name a CSV file in it".formatted(file));
    }
    try (CsvReader<CsvRecord> csv = open()) {
      Iterator<CsvRecord> records = csv.iterator();
      if (!records.hasNext()) {
        throw new BadInputException(file + " is empty; it needs two columns of numbers, x and y");
      }
      CsvRecord first = records.next();
      List<String> fields = first.getFields();
      boolean hasHeader = !fields.stream().map(this::plain).allMatch(PointsFile::isNumber);
      header = hasHeader ? fields.stream().map(String::strip).toList() : List.of();
      choose(columns, fields.size(), first.getStartingLineNumber());
      if (!hasHeader) {
        add(fields, first.getStartingLineNumber());
      }
      while (records.hasNext()) {
        CsvRecord row = records.next();
        add(row.getFields(), row.getStartingLineNumber());
      }
    } catch (NoSuchFileException e) {
      throw new BadInputException(file + ": there is no such file");
    } catch (CsvParseException e) {
      throw new BadInputException("%s cannot be read: %s".formatted(file, reason(e)));
    } catch (IOException | UncheckedIOException e) {
      throw new BadInputException("%s cannot be read: %s".formatted(file, e.getMessage()));
    }
    if (x.size() < 2) {
      throw new BadInputException(
          "%s has %s; a line needs at least 2".formatted(file, x.size() == 1 ? "1 row" : "no rows"));
    }
    return new Points(file.toString(), name(xColumn), name(yColumn), x, y);
  }

  /// Rows may be ragged where no one looks: missing fields are an error only in the two columns needed.
  private CsvReader<CsvRecord> open() throws IOException {
    char separator = separator();
    decimalComma = separator == ';';
    return CsvReader.builder()
        .fieldSeparator(separator)
        .maxBufferSize(LONGEST)
        .detectBomHeader(true)
        .skipEmptyLines(true)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(file);
  }

  /// What separates the fields of the first line that is not empty.
  private char separator() throws IOException {
    byte[] start;
    try (var in = Files.newInputStream(file)) {
      start = in.readNBytes(LONGEST);
    }
    String first = new String(start, StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    String outsideQuotes = first.replaceAll("\"[^\"]*\"", "");
    return outsideQuotes.indexOf('\t') >= 0 ? '\t' : outsideQuotes.indexOf(';') >= 0 ? ';' : ',';
  }

  private static String reason(CsvParseException e) {
    if (String.valueOf(e.getMessage()).contains("buffer size") || String.valueOf(e.getCause()).contains("buffer size")) {
      return "a field or row is longer than %,d characters; is a quotation mark left open?".formatted(LONGEST);
    }
    return e.getCause() instanceof CharacterCodingException ? "it is not UTF-8 text" : e.getMessage();
  }

  private void choose(List<String> columns, int count, long line) {
    if (!columns.isEmpty()) {
      xColumn = column(columns.get(0), count);
      yColumn = column(columns.get(1), count);
      return;
    }
    if (count < 2) {
      throw new BadInputException(
          "%s, line %d: has 1 column, but needs two, x and y, separated by a comma, a semicolon or a tab".formatted(file, line));
    }
    int namedX = named("x");
    int namedY = named("y");
    boolean named = namedX >= 0 && namedY >= 0;
    xColumn = named ? namedX : 0;
    yColumn = named ? namedY : 1;
  }

  private int column(String wanted, int count) {
    int byName = named(wanted);
    if (byName >= 0) {
      return byName;
    }
    if (wanted.matches("[1-9][0-9]{0,5}") && Integer.parseInt(wanted) <= count) {
      return Integer.parseInt(wanted) - 1;
    }
    String known =
        header.isEmpty() ? "it has columns 1 to " + count : Nearest.suggest(wanted, header);
    throw new BadInputException("%s has no column '%s'; %s".formatted(file, wanted, known));
  }

  private int named(String name) {
    return IntStream.range(0, header.size())
        .filter(i -> header.get(i).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(-1);
  }

  private void add(List<String> fields, long line) {
    if (x.size() == MOST_ROWS) {
      throw new BadInputException("%s has more than %,d rows".formatted(file, MOST_ROWS));
    }
    x.add(number(fields, xColumn, line));
    y.add(number(fields, yColumn, line));
  }

  private double number(List<String> fields, int column, long line) {
    if (column >= fields.size()) {
      throw new BadInputException(
          "%s, line %d: has %d of the %d columns needed"
              .formatted(file, line, fields.size(), Math.max(xColumn, yColumn) + 1));
    }
    String text = plain(fields.get(column));
    if (!isNumber(text)) {
      throw wrong(
          line, column, text.isEmpty() ? "is empty" : "'" + Printable.brief(fields.get(column).strip()) + "' is not a number");
    }
    double value = Double.parseDouble(text);
    if (!Double.isFinite(value)) {
      throw wrong(line, column, "'" + Printable.brief(text) + "' is not a finite number");
    }
    return value;
  }

  /// A field with a point for a decimal comma.
  private String plain(String field) {
    String text = field.strip();
    boolean comma = decimalComma && text.indexOf(',') >= 0 && text.indexOf('.') < 0;
    return comma && text.indexOf(',') == text.lastIndexOf(',') ? text.replace(',', '.') : text;
  }

  private BadInputException wrong(long line, int column, String what) {
    return new BadInputException(
        "%s, line %d, column %d (%s): %s".formatted(file, line, column + 1, Printable.brief(name(column)), what));
  }

  private String name(int column) {
    if (column < header.size() && !header.get(column).isEmpty()) {
      return header.get(column);
    }
    return column == xColumn ? "x" : "y";
  }

  /// Also the words for what is not finite, so that a row with them is not taken for a header.
  private static boolean isNumber(String text) {
    try {
      Double.parseDouble(text.strip());
      return !text.matches(".*[dDfFxX]\\s*$");
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
