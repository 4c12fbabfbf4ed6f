package thalweg.figures;

import java.util.List;
import java.util.stream.Stream;

/// Colours for numbers, matplotlib's by name. Each is given at evenly spaced places, and is straight in
/// RGB between them: within 2 of 255 of matplotlib's 256 colours, within 6 in the dark end of cividis.
public enum ColorMap {
  /// From purple by green to yellow, as bright as the number is large (Smith and van der Walt).
  VIRIDIS("""
      440154 470d60 48186a 482374 472d7b 453681 424086 3f4989 3b528b 375a8d 33638d 2f6a8e 2c728e 297a8e
      26818e 23898e 21908c 1f988b 1f9f88 21a685 28ae80 31b57b 3ebc74 4cc26c 5dc963 6ece58 82d34c 96d83f
      abdc32 c0df24 d5e21a eae51a fde725"""),

  /// From blue by red to yellow, as bright as the number is large (Smith and van der Walt).
  PLASMA("""
      0d0887 220690 310596 3f049c 4c02a1 5901a5 6600a7 7201a8 7e03a8 8909a6 9511a2 9f1a9c a92396 b22c8e
      bb3587 c33e80 cb4778 d25071 d9596a e06263 e66c5c eb7555 f07f4f f48a48 f89441 fb9f3a fdab33 feb72d
      fdc328 fcd025 f9dd25 f5eb27 f0f921"""),

  /// From black by purple to cream, as bright as the number is large (Smith and van der Walt).
  MAGMA("""
      000004 030311 0a0822 130d33 1d1146 28115a 36106a 430f76 50127c 5d177f 691c81 762181 822681 8f2a81
      9c2e7f a9327d b63779 c33b75 cf4170 db486a e65163 ee5c5e f5695c f9785d fb8761 fd9668 fea571 feb47b
      fec387 fed194 fde0a2 fceeb0 fcfdbf"""),

  /// From black by red to pale yellow, as bright as the number is large (Smith and van der Walt).
  INFERNO("""
      000004 040312 0b0724 150b37 210c4a 2e0a5a 3c0965 4a0c6b 57106d 63146e 70196e 7d1e6d 89226a 962766
      a32b61 af315c bb3755 c63e4d d14644 db4f3b e35932 eb6528 f1711e f67f14 f98d0a fb9c06 fcab0f fbba1f
      f9ca32 f5d949 f2e865 f3f586 fcffa4"""),

  /// From blue by grey to yellow, the same to colour-blind eyes (Nuñez, Anderton and Renslow).
  CIVIDIS("""
      00224e 00285b 002e6a 043371 1a386f 273e6e 32436d 3b496c 434e6c 4b546c 52596d 5a5f6e 61656f 686a71
      6f7073 757676 7c7b78 848179 8b8778 938d78 9b9376 a39a75 aba072 b3a670 bbad6c c3b469 ccba64 d4c15f
      ddc958 e6d051 efd748 f8df3c fee838"""),

  /// A rainbow without false edges (Mikhailov).
  TURBO("""
      30123b 392a73 4040a1 4456c7 466be3 467ff6 4293ff 37a7fa 29bbec 1dcdd8 18dcc3 1ee8b0 31f299 4cf97e
      6bfd64 8aff4d a3fd3c b8f735 cced34 dee037 edd03a f8c03a fdae35 fe982c fb8022 f56817 ec520f e04009
      d23105 c02302 ac1701 950d01 7a0403"""),

  /// From blue by grey to red, for what has a middle (Moreland).
  COOLWARM("""
      3b4cc0 445acc 4d68d7 5775e1 6282ea 6c8ef1 779af7 82a5fb 8db0fe 98b9ff a3c2fe aec9fc b8d0f9 c2d5f4
      ccd9ee d5dbe6 dddddd e5d8d1 ecd3c5 f1ccb9 f4c4ad f7bba0 f7b194 f7a687 f49a7b f18d6f ec7f63 e57058
      de604d d55042 cb3e38 c0282f b40426"""),

  /// From white to black (Brewer).
  GREYS("ffffff f0f0f0 d9d9d9 bdbdbd 959595 727272 515151 242424 000000"),

  /// From black to white.
  GRAY("000000 ffffff"),

  /// From white to blue (Brewer).
  BLUES("f7fbff deebf7 c6dbef 9dcae1 6aaed6 4191c6 2070b4 08509b 08306b"),

  /// From white to red (Brewer).
  REDS("fff5f0 fee0d2 fcbba1 fc9272 fb694a ee3a2c ca181d a30f15 67000d"),

  /// From white to green (Brewer).
  GREENS("f7fcf5 e5f5e0 c7e9c0 a0d99b 73c476 40aa5d 228a44 006c2c 00441b"),

  /// From red by white to blue, for what has a middle (Brewer).
  RDBU("67001f b1182b d6604d f3a481 fddbc7 f6f7f7 d1e5f0 90c4dd 4393c3 2065ab 053061");

  private final List<Color> colors;

  /// @param colors `rrggbb`, evenly spaced
  ColorMap(String colors) {
    this.colors = Stream.of(colors.strip().split("\\s+"))
        .map(hex -> new Color(Integer.parseInt(hex, 16))).toList();
  }

  /// The colours at evenly spaced places from 0 to 1.
  public List<Color> colors() {
    return colors;
  }

  /// The colour at a place from 0 to 1; outside of that, the colour at the nearer end.
  public Color at(double place) {
    double along = Math.clamp(place, 0.0, 1.0) * (colors.size() - 1);
    int before = (int) Math.min(along, colors.size() - 2.0);
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int low = colors.get(before).rgb() >> shift & 0xff;
      int high = colors.get(before + 1).rgb() >> shift & 0xff;
      rgb |= (int) Math.round(low + (along - before) * (high - low)) << shift;
    }
    return new Color(rgb);
  }

  /// The colour of `number` where the ends of the colours are at `ends`.
  public Color of(double number, Limits ends) {
    return at(ends.part(number));
  }
}
