package thalweg.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @Test
  void byDefaultAllProcessorsWork() {
    assertThat(Settings.read(new Properties()))
        .isEqualTo(new Settings(Settings.Provider.AUTO, Runtime.getRuntime().availableProcessors()));
  }

  @Test
  void propertiesChoose() {
    Properties properties = with("thalweg.kernels", "scalar");
    properties.setProperty("thalweg.threads", "3");
    properties.setProperty("other", "thing");
    assertThat(Settings.read(properties)).isEqualTo(new Settings(Settings.Provider.SCALAR, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1025", "two", "", "1e3", "99999999999"})
  void aNumberOfThreadsThatIsNone(String text) {
    assertThatThrownBy(() -> Settings.read(with("thalweg.threads", text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "-Dthalweg.threads=%s is not a whole number from 1 to 1024; leave it out for one thread for each processor"
                .formatted(text));
  }

  @Test
  void anUnknownProvider() {
    assertThatThrownBy(() -> Settings.read(with("thalweg.kernels", "fast")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("-Dthalweg.kernels=fast is not one of auto, scalar, vector");
  }

  @Test
  void anUnknownProperty() {
    assertThatThrownBy(() -> Settings.read(with("thalweg.thread", "2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "-Dthalweg.thread is not a property of Thalweg; these are: "
                + "-Dthalweg.kernels=auto, scalar, vector, -Dthalweg.threads=1 to 1024");
  }

  private static Properties with(String name, String value) {
    Properties properties = new Properties();
    properties.setProperty(name, value);
    return properties;
  }
}
