package thalweg.tensor;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where tensors live: PyTorch's `torch.device`.
///
/// Thalweg computes on the CPU. Programs that name another device are understood, and told that it is not
/// there; they go on with the CPU only if they ask for that.
///
/// ```java
/// var device = Device.parse("mps");
/// IO.println(device + " " + device.isAvailable());  // mps false
/// IO.println(device.orCpu());  // cpu
/// ```
///
/// @param kind  which sort of device
/// @param index which one of the sort, `1` in `cuda:1`; empty for the current one
public record Device(Kind kind, OptionalInt index) {
  /// A sort of device.
  public enum Kind {
    /// The processor.
    CPU,
    /// NVIDIA's GPUs.
    CUDA,
    /// Apple's GPUs.
    MPS
  }

  /// The one that every tensor is on.
  public static final Device CPU = new Device(Kind.CPU, OptionalInt.empty());

  private static final Pattern NAME = Pattern.compile("(cpu|cuda|mps)(?::(0|[1-9]\\d{0,2}))?");

  /// The device that `name` names: `cpu`, `cuda` or `mps`, perhaps with a number, as in `cuda:1`.
  ///
  /// @throws IllegalArgumentException if it names none; never because it is not available
  public static Device parse(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "device '%s': expected cpu, cuda or mps, or one of them with a number, as in cuda:1"
              .formatted(name));
    }
    OptionalInt index =
        parts.group(2) == null
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(parts.group(2)));
    return new Device(Kind.valueOf(parts.group(1).toUpperCase(Locale.ROOT)), index);
  }

  /// True if tensors can be there, which holds for the CPU alone: `torch.cuda.is_available()` and its kind.
  public boolean isAvailable() {
    return kind == Kind.CPU;
  }

  /// This device.
  ///
  /// @throws UnsupportedOperationException if it is not available
  public Device required() {
    if (!isAvailable()) {
      throw new UnsupportedOperationException(
          "device %s is not available: Thalweg computes on the CPU; ask for cpu, or fall back with Device.parse(\"%s\").orCpu()"
              .formatted(this, this));
    }
    return this;
  }

  /// This device if it is available, otherwise the CPU.
  public Device orCpu() {
    return isAvailable() ? this : CPU;
  }

  /// As PyTorch writes it: `cpu`, `cuda:1`.
  @Override
  public String toString() {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return index.isPresent() ? name + ":" + index.getAsInt() : name;
  }
}
