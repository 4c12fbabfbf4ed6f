#!/usr/bin/env python3
"""Makes the Korean and the Chinese face of figures: subsets of Noto Sans CJK with TrueType outlines.

Needs the package fontTools, and the file NotoSansCJK-Regular.ttc, which Debian has in fonts-noto-cjk. The figures read
TrueType only, so curves of third degree become curves of second degree that are at most one unit of a thousandth of an em
away. The same font and fontTools 4.38.0 give the same bytes. To move to another version, change SOURCE below and
NOTICE-FONTS.

    scripts/subset-cjk.py NotoSansCJK-Regular.ttc
"""

import hashlib
import pathlib
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

# Noto Sans CJK 2.004, as in fonts-noto-cjk 1:20220127+repack1-1
SOURCE = "b76b0433203017ca80401b2ee0dd69350349871c4b19d504c34dbdd80541690a"
KOREAN, CHINESE = 1, 2  # places in the collection
MOST_AWAY = 1
TARGET = pathlib.Path(__file__).resolve().parent.parent / "thalweg-figures/src/main/resources/thalweg/figures/draw"

# Punctuation, kana, letters in circles, full-width forms.
SHARED = {*range(0x3000, 0x3100), *range(0x2460, 0x2474), *range(0xFF01, 0xFF61), *range(0xFFE0, 0xFFE7)}
HANGUL = {*range(0xAC00, 0xD7A4), *range(0x3131, 0x318F)}
DROPPED = ["BASE", "DSIG", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]


def gb2312():
    """The 6,763 hanzi of GB 2312."""
    pairs = (bytes([high, low]) for high in range(0xB0, 0xF8) for low in range(0xA1, 0xFF))
    return {ord(pair.decode("gb2312")) for pair in pairs if pair[0] != 0xD7 or pair[1] <= 0xF9}


def made(source, place, characters):
    font = TTFont(source, fontNumber=place, recalcTimestamp=False)
    options = subset.Options(
        layout_features=[], hinting=False, glyph_names=True, notdef_outline=True, name_IDs=[0, 1, 2, 4, 5, 6, 7, 13, 14])
    options.drop_tables += DROPPED
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    outline(font)
    font["cmap"].tables = [table for table in font["cmap"].tables if table.format == 4][:1]
    names = font["post"]  # of glyphs, which PDFBox warns of if they are missing
    names.formatType, names.extraNames, names.mapping = 2, [], {}
    return font


def outline(font):
    """Replaces the outlines by TrueType's."""
    drawn, order, glyphs = font.getGlyphSet(), font.getGlyphOrder(), {}
    for name in order:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, MOST_AWAY, reverse_direction=True))
        glyphs[name] = pen.glyph()
    del font["CFF "]
    font["loca"] = newTable("loca")
    font["glyf"] = table = newTable("glyf")
    table.glyphOrder, table.glyphs = order, glyphs
    for name in order:
        glyphs[name].recalcBounds(table)
        font["hmtx"][name] = (font["hmtx"][name][0], glyphs[name].xMin)
    most = font["maxp"]
    most.tableVersion = 0x00010000
    most.maxZones = 1
    for name in ("maxTwilightPoints", "maxStorage", "maxFunctionDefs", "maxInstructionDefs", "maxStackElements",
                 "maxSizeOfInstructions", "maxComponentElements"):
        setattr(most, name, 0)
    font.sfntVersion = "\0\1\0\0"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    source = pathlib.Path(sys.argv[1])
    if hashlib.sha256(source.read_bytes()).hexdigest() != SOURCE:
        sys.exit(f"{source} is another version than the one this script is for; see SOURCE")
    for name, place, characters in (("NotoSansCJKkr-Subset.ttf", KOREAN, SHARED | HANGUL),
                                    ("NotoSansCJKsc-Subset.ttf", CHINESE, SHARED | gb2312())):
        made(source, place, characters).save(TARGET / name)
        print(hashlib.sha256((TARGET / name).read_bytes()).hexdigest(), "", name)


if __name__ == "__main__":
    main()
