package thalweg.tensor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StorageTest {
  @Test
  void outOfMemoryNamesTheShape() { // 2^31 - 1 elements, more than any Java array holds
    assertThatThrownBy(() -> Tensors.zeros(DType.BOOL, 1, Integer.MAX_VALUE))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessageStartingWith(
            "out of memory: a %s tensor of shape (1, 2147483647) needs 2,147,483,647 bytes", DType.BOOL)
        .hasMessageEndingWith("raise it with -Xmx");
  }

  @Test
  void tooManyElementsNameTheShape() {
    assertThatThrownBy(() -> Tensors.zeros(65536, 32768))
        .isInstanceOf(ShapeException.class)
        .hasMessage("shape (65536, 32768) has more than 2^31 - 1 elements, the most that one tensor holds");
  }
}
