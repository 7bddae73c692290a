"""Words of RTF, and the characters that they stand for or write."""

from __future__ import annotations

from dataclasses import dataclass, field

from loaders.text.page_writer import LINE_BREAK

LEFT_OUT = frozenset({
    "fonttbl", "colortbl", "info", "pict", "object", "fldinst", "header", "headerl", "headerr",
    "headerf", "footer", "footerl", "footerr", "footerf", "listtable", "listoverridetable",
    "rsidtbl", "generator", "xmlnstbl", "themedata", "colorschememapping", "latentstyles",
    "datastore", "nonshppict", "shprslt", "bkmkstart", "bkmkend", "annotation", "atnid",
    "atnauthor", "tc", "xe", "pntxta", "pntxtb", "mmathPr", "revtbl", "filetbl", "ftnsep",
    "ftnsepc", "aftnsep", "aftnsepc", "sn", "sv",
})  # fmt: skip
SIGNS = {
    "tab": " ", "line": LINE_BREAK, "lbr": LINE_BREAK, "emdash": "—", "endash": "–",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
    "emspace": " ", "enspace": " ", "qmspace": " ", "softline": " ", "nestcell": LINE_BREAK,
}  # fmt: skip
ESCAPES = {"~": "\xa0", "_": "-", "\\": "\\", "{": "{", "}": "}", "\t": " "}
CODEPAGES = {"mac": "mac-roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"}


@dataclass(slots=True)
class TargetWords:
    """Characters of one target.

    Attributes:
        pieces: Characters.
        waiting: Bytes that are still to be decoded.
    """

    pieces: list[str] = field(default_factory=list)
    waiting: bytearray = field(default_factory=bytearray)

    def write(self, text: str, codepage: str) -> None:
        """Add characters after the bytes that wait, which are in `codepage`."""
        self.decode(codepage)
        self.pieces.append(text)

    def decode(self, codepage: str) -> None:
        """Make characters of the bytes that wait."""
        if self.waiting:
            self.pieces.append(self.waiting.decode(codepage, "replace"))
            self.waiting.clear()

    def take(self, codepage: str) -> str:
        """All characters, which are then gone; halves of pairs of surrogates are put together."""
        self.decode(codepage)
        text = "".join(self.pieces)
        self.pieces.clear()
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
