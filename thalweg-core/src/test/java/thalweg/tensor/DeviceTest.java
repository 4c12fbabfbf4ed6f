package thalweg.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceTest {
  @ParameterizedTest
  @ValueSource(strings = {"mps", "cuda", "cuda:1"})
  void anotherDeviceParsesButIsNotThere(String name) {
    Device device = Device.parse(name);
    assertThat(device).hasToString(name);
    assertThat(device.isAvailable()).isFalse();
    assertThat(device.orCpu()).isEqualTo(Device.CPU);
    assertThatThrownBy(device::required)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("device " + name + " is not available")
        .hasMessageContaining("orCpu()");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "cpu:0"})
  void theCpuIsThere(String name) {
    Device device = Device.parse(name);
    assertThat(device.required()).isEqualTo(device).isEqualTo(device.orCpu()).hasToString(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gpu", "CPU", "cuda:", "cuda:01", "cuda:-1"})
  void nonsenseIsRefused(String name) {
    assertThatThrownBy(() -> Device.parse(name))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + name + "'")
        .hasMessageContaining("cpu, cuda or mps");
  }

  @Test
  void equalNamesAreEqualDevices() {
    assertThat(Device.parse("cpu")).isEqualTo(Device.CPU);
  }
}
