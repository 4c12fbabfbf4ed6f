package thalweg.lab.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.lab.lesson.BadInputException;
import thalweg.lab.lesson.Points;

class PointsFileTest {
  @TempDir private Path directory;

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("points.csv"), text.replace("\\n", "\n"));
  }

  private Points read(String text, String columns) throws IOException {
    return PointsFile.read(file(text) + columns);
  }

  @Test
  void takesTheFirstTwoColumns() throws IOException {
    Points points = read("1,2,9\n3,4,9\n", "");
    assertThat(points.x()).containsExactly(1.0, 3.0);
    assertThat(points.y()).containsExactly(2.0, 4.0);
  }

  @Test
  void takesTheColumnsCalledXAndY() throws IOException {
    Points points = read("\uFEFFid,Y,X\r\n1,10,100\r\n\r\n2,20,\" 200\"\r\n", "");
    assertThat(points.x()).containsExactly(100.0, 200.0);
    assertThat(points.y()).containsExactly(10.0, 20.0);
  }

  @Test
  void takesTheColumnsAskedFor() throws IOException {
    Points points = read("id,height,weight\n1,1.5,60\n2,1.8,80\n", ":Height,3");
    assertThat(points.xName()).isEqualTo("height");
    assertThat(points.yName()).isEqualTo("weight");
    assertThat(points.x()).containsExactly(1.5, 1.8);
    assertThat(points.y()).containsExactly(60.0, 80.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'x,y\\n1,2\\n3,abc\\n'  | line 3, column 2 (y): 'abc' is not a number",
        "'x,y\\n1,2\\n,4\\n'     | line 3, column 1 (x): is empty",
        "'1,2\\n3,4\\n5,NaN\\n'  | line 3, column 2 (y): 'NaN' is not a finite number",
        "'1,2\\n1e999,4\\n'      | line 2, column 1 (x): '1e999' is not a finite number",
        "'x,y\\n1,2\\n3\\n'      | line 3: has 1 of the 2 columns needed",
        "'1\\n2\\n'              | line 1: has 1 column, but needs two",
        "'x,y\\n1,2\\n'          | has 1 row; a line needs at least 2",
        "'x,y\\n'                | has no rows",
        "''                      | is empty"
      })
  void saysWhereTheMistakeIs(String text, String message) {
    assertThatThrownBy(() -> read(text, ""))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining("points.csv")
        .hasMessageContaining(message);
  }

  @Test
  void suggestsTheNearestColumn() {
    assertThatThrownBy(() -> read("height,weight\n1,2\n3,4\n", ":heigth,weight"))
        .hasMessageEndingWith("has no column 'heigth'; did you mean height?");
    assertThatThrownBy(() -> read("1,2\n3,4\n", ":1,3"))
        .hasMessageEndingWith("has no column '3'; it has columns 1 to 2");
  }

  @Test
  void namesAFileThatIsNotThere() {
    assertThatThrownBy(() -> PointsFile.read(directory.resolve("none.csv").toString()))
        .hasMessageEndingWith("none.csv: there is no such file");
  }

  @Test
  void readsSemicolonsWithDecimalCommasAndTabs() throws IOException {
    assertThat(read("x;y\n1,5;2\n-3;4,25\n", "").x()).containsExactly(1.5, -3.0);
    assertThat(read("x;y\n1,5;2\n-3;4,25\n", "").y()).containsExactly(2.0, 4.25);
    assertThat(read("a\tb, in m\n1.5\t2\n3\t4\n", "").yName()).isEqualTo("b, in m");
    assertThat(read("\"x;1\",y\n1,2\n3,4\n", "").xName()).isEqualTo("x;1");
    assertThatThrownBy(() -> read("x;y\n1,2,3;2\n1;2\n", "")).hasMessageContaining("'1,2,3' is not a number");
  }

  @Test
  void refusesADirectoryAndFieldsThatNeverEnd() throws IOException {
    assertThatThrownBy(() -> PointsFile.read(directory.toString())).hasMessageContaining("is a directory");
    assertThatThrownBy(() -> read("x,y\n1,2\n\"" + "a".repeat(10_000_000), ""))
        .isInstanceOf(BadInputException.class)
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(1000))
        .hasMessageContaining("longer than 65,536 characters");
    assertThatThrownBy(() -> read("x,y\n1,2\n1," + "a".repeat(50_000), ""))
        .satisfies(e -> assertThat(e.getMessage().length()).isLessThan(1000))
        .hasMessageContaining("line 3, column 2 (y)")
        .hasMessageContaining("(50,000 characters)");
  }

  @Test
  void showsControlCharactersAsEscapes() throws IOException {
    Points points = read("a\u001b[31m,b\u202e\n1,2\n3,4\n", "");
    assertThat(points.xName()).isEqualTo("a\\x1b[31m");
    assertThat(points.yName()).isEqualTo("b\\u202e");
    assertThatThrownBy(() -> read("x,y\n1,2\n1,\u001b[2J\u0000\n", "")).hasMessageContaining("'\\x1b[2J\\x00' is not a number");
  }
}
