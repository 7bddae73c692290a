"""Makes the papers of a gold file, and the file itself, from marked texts.

A marked text is a paper one paragraph a line, in which a person has marked what should be read:
``«…»`` the committee's words, ``‹…›`` the reply, ``^`` the date, and before each reply a line
``@ number | department | positions | dates``. A ``*`` there is not judged, a ``-`` is not printed.
A fifth cell ``none`` says that an item has no reply. Replies run over paragraphs. ``#`` begins a
heading, ``>`` a quotation, ``|`` a row of a table, ``~`` a line of the page that no reply holds; a
line that ends in ``¬`` is broken within a word. ``! close`` sets a text without blank lines,
``! columns`` a PDF in two columns; a line that begins with ``<`` is markup.

Make the files again by ``python -m tests.gold_papers`` after a marked text was changed.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from tests.paper_renderings import columns_of, pdf_of

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "cases" / "gold_documents"
SETS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")

_MARKS = str.maketrans("", "", "«»‹›")
_RESTATED = re.compile(r"«([^»]*)»")
_REPLY = re.compile(r"‹([^›]*)›")
_LEVEL = re.compile(r"(?P<hashes>#+) ")
_WIDTH = 88
_COLUMN = 40
_CELLS = 4
_SOFT_HYPHEN = "\xad"


def made(name: str) -> dict[str, bytes]:
    """All files of a set, by name: the papers, and the gold file that names them."""
    files: dict[str, bytes] = {}
    rows = []
    for marked in sorted((FOLDER / name).glob("*.mark")):
        text, paper = marked.read_text(encoding="utf-8"), marked.stem
        files[paper] = _paper(text, Path(paper).suffix)
        rows.append(json.dumps({"file": f"{name}/{paper}", **row_of(text)}, ensure_ascii=False))
    files[f"../gold_{name}.jsonl"] = ("\n".join(rows) + "\n").encode()
    return files


def row_of(text: str) -> dict[str, Any]:
    """What the gold file says of a marked text."""
    dates = re.findall(r"^\^ (.+)$", text, re.MULTILINE)
    heads = [line for line in text.splitlines() if line.startswith("@ ")]
    items = [_item(head, words) for head, words in zip(heads, _RESTATED.findall(text), strict=True)]
    places = [match.start() for match in re.finditer(r"^@ ", text, re.MULTILINE)]
    for match in _REPLY.finditer(text):
        for item, place in zip(items, places, strict=True):
            if item["reply"] is None and place < match.start():
                item["reply"] = _plain(match[1])
    for head, item in zip(heads, items, strict=True):
        if head.count("|") == _CELLS and head.rsplit("|", 1)[1].strip() == "none":
            item["reply"] = None
    return {**({"date": dates[0]} if dates else {}), "items": items}


def _plain(marked: str) -> str:
    """Marked words as a reader sees them."""
    kept = "\n".join(line for line in marked.splitlines() if not line.startswith(("@ ", "~ ")))
    kept = kept.replace("¬\n", "").replace(_SOFT_HYPHEN, "")
    return " ".join(kept.replace(" | ", " ").translate(_MARKS).split())


def _item(head: str, words: str) -> dict[str, Any]:
    number, department, positions, dates = (
        cell.strip() for cell in f"{head[2:]} ".split("|")[:_CELLS]
    )
    item: dict[str, Any] = {"restated": _plain(words), "reply": None}
    if number != "*":
        item["number"] = None if number == "-" else number
    if department != "*":
        item["department"] = department
    for field, cell in (("positions", positions), ("dates", dates)):
        if cell != "*":
            item[field] = [each.strip() for each in cell.split(",") if each.strip()]
    return item


def _paper(text: str, suffix: str) -> bytes:
    width = _COLUMN if "! columns" in text else _WIDTH
    if suffix == ".html":
        return "".join(_page(_paragraphs(text))).encode()
    lines = set_lines(text, width, close="! close" in text or suffix == ".pdf")
    if suffix == ".pdf":
        if width == _COLUMN:
            return columns_of(lines, depth=24)
        return pdf_of(lines, head="A paper of the government", depth=24)
    return ("\n".join(lines) + "\n").encode()


def set_lines(text: str, width: int, *, close: bool) -> list[str]:
    """The lines of a marked text as plain text, with blank lines between paragraphs or without."""
    lines = []
    for paragraph in _paragraphs(text):
        lines += wrap(_unmarked(paragraph), width, break_on_hyphens=False)
        lines += [] if close else [""]
    return lines


def _paragraphs(text: str) -> list[str]:
    """The paragraphs of a marked text, without its marks of what should be read."""
    return [
        line.translate(_MARKS).replace("¬", "-")
        for line in text.splitlines()
        if line.strip() and not line.startswith(("@ ", "! "))
    ]


def _unmarked(paragraph: str) -> str:
    """A paragraph without the mark that says what it is."""
    return re.sub(r"^(?:#+|>|\^|~) ", "", paragraph)


def _page(paragraphs: list[str]) -> Iterator[str]:
    yield '<!DOCTYPE html><html lang="en"><body><main>\n'
    in_table = False
    for paragraph in paragraphs:
        if paragraph.startswith("| ") != in_table:
            in_table = not in_table
            yield "<table>\n" if in_table else "</table>\n"
        yield _element(paragraph) + "\n"
    yield ("</table>\n" if in_table else "") + "</main></body></html>\n"


def _element(paragraph: str) -> str:
    if paragraph.startswith("<"):
        return paragraph
    if paragraph.startswith("| "):
        cells = (f"<td>{html.escape(cell.strip())}</td>" for cell in paragraph[2:].split(" | "))
        return f"<tr>{''.join(cells)}</tr>"
    if paragraph.startswith("> "):
        return f"<blockquote><p>{html.escape(paragraph[2:])}</p></blockquote>"
    heading = _LEVEL.match(paragraph)
    tag = f"h{len(heading['hashes'])}" if heading else "p"
    return f"<{tag}>{html.escape(_unmarked(paragraph))}</{tag}>"


def main() -> None:
    """Write every file of every set."""
    for name in SETS:
        for file, content in made(name).items():
            (FOLDER / name / file).write_bytes(content)


if __name__ == "__main__":
    main()
