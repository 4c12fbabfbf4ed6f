package thalweg.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class HistogramTest {

  /// What NumPy 1.24 counts, to the bit.
  @ParameterizedTest
  @CsvFileSource(resources = "histograms.csv", maxCharsPerColumn = 10_000)
  void countsAreNumpys(
      String data, int bins, Double low, Double high, boolean density, String edges, String heights) {
    var numbers = values(data);
    var histogram = low == null ? Histogram.of(numbers, bins) : Histogram.of(numbers, bins, low, high);
    histogram = density ? histogram.density() : histogram;
    assertThat(histogram.edges()).isEqualTo(values(edges));
    assertThat(histogram.heights()).isEqualTo(values(heights));
  }

  @Test
  void edgesBelongToTheBinAboveAndTheLastToTheLastBin() {
    var histogram = Histogram.of(Values.of(0, 1, 1, 4, 9, 10, 11, Double.NaN), Values.of(0, 1, 4, 10));
    assertThat(histogram.heights()).isEqualTo(Values.of(1, 2, 3));
    assertThat(histogram.centers()).isEqualTo(Values.of(0.5, 2.5, 7));
    assertThat(histogram.widths()).isEqualTo(Values.of(1, 3, 6));
  }

  @Test
  void whatCannotBeCountedIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Histogram.of(Values.of(1), 0))
        .withMessage("histogram: expected at least 1 bin, got 0");
    assertThatIllegalArgumentException().isThrownBy(() -> Histogram.of(Values.of(1), 3, 2, 2))
        .withMessage("histogram: expected an increasing range, got 2.0 to 2.0");
    assertThatIllegalArgumentException().isThrownBy(() -> Histogram.of(Values.of(1), Values.of(2, 1)))
        .withMessage("histogram: edges must increase, but 2.0 comes before 1.0");
  }

  private static Values values(String text) {
    return text == null ? Values.of() : Values.of(
        Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray());
  }
}
