#!/usr/bin/env python3
"""Makes the faces of this folder from the free fonts they are subsets of (see README.md).

Usage: make-faces.py FANDOL_FOLDER LXGW_WENKAI_REGULAR.woff2
Needs fonttools with brotli (Debian: python3-fonttools python3-brotli). `make-faces.sh` fetches both and calls this.
Same inputs and same fonttools, same bytes: time stamps inside the fonts are left as they are.
"""
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent

# source file, our file, family, weight name, whether hanzi are kept
FANDOL = [
    ("FandolFang-Regular.otf", "FandolFang.otf", "FandolFang Duban", "Regular", True),
    ("FandolKai-Regular.otf", "FandolKai.otf", "FandolKai Duban", "Regular", True),
    ("FandolHei-Regular.otf", "FandolHei.otf", "FandolHei Duban", "Regular", True),
    ("FandolSong-Bold.otf", "FandolSong-Bold.otf", "FandolSong Duban", "Bold", True),
    # The number face only sets page numbers: `— 1 —` and `第1页 共3页`.
    ("FandolSong-Regular.otf", "FandolSong.otf", "FandolSong Duban", "Regular", False),
]

# 題 stands for 题 in the sample source; traditional 〇 is common in dates.
EXTRA = "題〇"


def main(fandol: Path, wenkai: Path) -> None:
    base = gb2312() | ascii_and_punctuation() | set(map(ord, EXTRA))
    covered = None
    for source, target, family, weight, keeps_hanzi in FANDOL:
        wanted = base if keeps_hanzi else {c for c in base if not is_hanzi(c)} | set(map(ord, "第页共"))
        font = TTFont(fandol / source)
        cut(font, wanted)
        rename(font, family, weight, f"Subset of {source} to GB2312, hinting removed, renamed; made for Duban.")
        font.save(HERE / target)
        has = set(font.getBestCmap())
        if keeps_hanzi:
            covered = has if covered is None else covered & has
    font = TTFont(wenkai)
    font.flavor = None
    cut(font, {c for c in set(font.getBestCmap()) - covered if is_supplement(c)})
    rename(font, "Duban Supplement", "Regular", "The characters of LXGW WenKai outside GB2312, renamed; made for Duban.")
    font.save(HERE / "DubanSupplement.ttf")


def gb2312() -> set:
    found = set()
    for high in range(0xA1, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([high, low]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return found


def ascii_and_punctuation() -> set:
    return set(range(0x20, 0x7F)) | set(range(0xA0, 0x100)) | set(range(0x2010, 0x2040)) | {0x20AC, 0x2103, 0x2022}


def is_hanzi(code: int) -> bool:
    return 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000


def is_supplement(code: int) -> bool:
    """All hanzi, Latin with marks, signs and squared units (㎡); no Hangul, Cyrillic extensions or private use."""
    if is_hanzi(code):
        return True
    ranges = [(0xA0, 0x17F), (0x1CD, 0x1DC), (0x2000, 0x27BF), (0x2E80, 0x33FF), (0xFE10, 0xFE6F), (0xFF00, 0xFFEF)]
    return any(first <= code <= last for first, last in ranges)


def cut(font: TTFont, codes: set) -> None:
    options = Options()
    options.hinting = False
    options.layout_features = []
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "VORG", "BASE", "vhea", "vmtx", "morx", "feat", "prop", "bsln", "FFTM"]
    subsetter = Subsetter(options=options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def rename(font: TTFont, family: str, weight: str, note: str) -> None:
    """A modified font carries a name of its own, inside the CFF table too; PDF writers tell fonts apart by it."""
    post_script = f"{family.replace(' ', '')}-{weight}"
    words = {1: family, 2: weight, 3: f"Duban;{post_script}", 4: f"{family} {weight}", 6: post_script, 10: note, 16: family, 17: weight}
    for record in list(font["name"].names):
        if record.nameID in words or record.langID not in (0, 0x409):
            font["name"].removeNames(record.nameID, record.platformID, record.platEncID, record.langID)
    for name_id, text in words.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames[0] = post_script
        cff.topDictIndex[0].FullName = f"{family} {weight}"
        cff.topDictIndex[0].FamilyName = family


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
