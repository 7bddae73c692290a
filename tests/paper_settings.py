"""Sets the texts of gold papers anew: other widths, no blank lines, pages, broken words, PDF."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from tests.gold_papers import FOLDER, SETS, row_of, set_lines
from tests.paper_renderings import pdf_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_WORD = re.compile(r"(?P<first>[a-z]{4})(?P<last>[a-z]{3,}[.,]?)\n(?=[a-z])")
_ONLY_IN_MARKUP = re.compile(r"^(?:\||<|! columns)", re.MULTILINE)
"""Tables, markup and columns, which plain text cannot show."""


def _text(lines: Sequence[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()


def _paged(lines: Sequence[str], depth: int = 13) -> list[str]:
    """Lines with the number of the page after each page but the last, and a head on the next."""
    pages = [lines[at : at + depth] for at in range(0, len(lines), depth)]
    head = "Paper of the government on a report"
    between = ([*page, str(number), head] for number, page in enumerate(pages[:-1], start=3))
    return [line for page in (*between, pages[-1]) for line in page]


def _broken(lines: Sequence[str]) -> bytes:
    """Lines of which some break within a word."""
    return _WORD.sub(r"\g<first>-\n\g<last>\n", "\n".join(lines) + "\n").encode()


SETTINGS: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "narrow": (".txt", lambda text: _text(set_lines(text, 60, close=True))),
    "wide": (".txt", lambda text: _text(set_lines(text, 5000, close=True))),
    "paged": (".txt", lambda text: _text(_paged(set_lines(text, 72, close=False), 17))),
    "headed": (".txt", lambda text: _text(_paged(set_lines(text, 72, close=True)))),
    "broken": (".txt", lambda text: _broken(set_lines(text, 66, close=True))),
    "print": (
        ".pdf",
        lambda text: pdf_of(set_lines(text, 75, close=True), head="A paper", depth=19),
    ),
}
"""Suffix of a paper and how it is set, by the name of the setting."""


def write_in_setting(name: str, folder: Path) -> Path:
    """Write all gold papers that plain text can show, and the gold file that names them."""
    suffix, setting = SETTINGS[name]
    rows = []
    for marked in sorted(path for each in SETS for path in (FOLDER / each).glob("*.mark")):
        text = marked.read_text(encoding="utf-8")
        if not _ONLY_IN_MARKUP.search(text):
            paper = f"{marked.parent.name}_{marked.stem.replace('.', '_')}{suffix}"
            (folder / paper).write_bytes(setting(text))
            rows.append(json.dumps({"file": paper, **row_of(text)}, ensure_ascii=False))
    gold = folder / "gold.jsonl"
    gold.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return gold
