"""Lines that a page break put between two lines of one sentence: page numbers, heads, notes.

A line is told by its form, and by its place: the line before it ends within a sentence, and the
line after it goes on in small letters. Forms that a sentence might use as well go only where the
line before does not lead up to them, and where the line was not ended by the width of the column:
the next word would have fitted in. A number alone stays, as it may be one that is counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.records.cleaned_text import TextEdit
from loaders.cleaning.footnote_blocks import BLOCK
from loaders.cleaning.footnote_forms import FOOT_LINE
from loaders.cleaning.head_forms import COMMITTEE, PAPER, PART, SESSION
from loaders.cleaning.noise_words import PAST_VERBS, SENTENCE_WORDS, leads_up
from loaders.cleaning.page_numbers import PAGE
from loaders.cleaning.running_headings import HEAD
from loaders.text.patterns import compile_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LINE = re.compile(r"[^\r\n]+")
_NUMBER = re.compile(r"\d{1,3}")
_OPEN = re.compile(r"[a-z,’)]$")
_GOES_ON = re.compile(r"[a-z(]")
_LONGEST = 160

_CHAPTER = r"\d{1,2}\.? [A-Z][a-z’-]{1,20}(?: [^.?!;:\d]{1,90})?(?: \d{1,3})?"
_CERTAIN_FORMS = (
    (
        PAGE,
        r"[–—-] ?\d{1,3} ?[–—-]|\|? ?(?:Page|PAGE|page) \d{1,3} of \d{1,3}|\| ?\d{1,3}|\d{1,3} ?\|",
    ),
    (HEAD, rf"{SESSION} \d{{1,3}}|\d{{1,3}} {SESSION}"),
    (HEAD, rf"{COMMITTEE} \d{{1,3}}|\d{{1,3}} {COMMITTEE}"),
    (HEAD, rf"{PART} \d{{1,3}}|\d{{1,3}} {PART}"),
    (BLOCK, FOOT_LINE),
)
_LIKELY_FORMS = (
    (PAGE, r"(?:Page|PAGE|p\.) ?\d{1,3}|\[\d{1,3}\]|\d{1,3} ?/ ?\d{1,3}"),
    (HEAD, rf"{PAPER}(?: \d{{1,3}})?|{SESSION}|House of (?:Commons|Lords)|{PART}"),
    (HEAD, rf"(?!.*{SENTENCE_WORDS.pattern}){_CHAPTER}"),
)


def _compiled(forms: Iterable[tuple[str, str]]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((flag, compile_pattern(rf"(?:{form})")) for flag, form in forms)


_CERTAIN, _LIKELY = _compiled(_CERTAIN_FORMS), _compiled(_LIKELY_FORMS)
_ALONE = "number"
_BESIDE = rf"[\s|–—:-]*(?:{PAPER}|\d{{1,3}})?"
_BESIDE_TITLE = compile_pattern(rf"{_BESIDE}{_BESIDE}[\s|–—-]*")


@dataclass(frozen=True, slots=True)
class _LineForm:
    """What a line may be by its form.

    Attributes:
        flag: Flag of the noise that it may be; `_ALONE` for a number.
        certain: True if no sentence has such a line.
    """

    flag: str
    certain: bool = False


def lines_in_sentences(text: str, titles: Iterable[str] = ()) -> Iterator[TextEdit]:
    """Lines of a page break between two lines of a sentence.

    Args:
        text: The text.
        titles: Titles of the report that the text is from.
    """
    if "\n" not in text and "\r" not in text:
        return
    heads = [title.strip() for title in titles if title.strip()]
    before: re.Match[str] | None = None
    run: list[tuple[re.Match[str], _LineForm]] = []
    for line in _LINE.finditer(text):
        if line[0].isspace():
            continue
        form = (
            _form(line[0].strip(), heads) if before and _OPEN.search(before[0].rstrip()) else None
        )
        if form:
            run.append((line, form))
            continue
        if before and run and _is_noise(before[0].rstrip(), run, line[0].lstrip()):
            flag = next(form.flag for _, form in run if form.flag != _ALONE)
            yield TextEdit(run[0][0].start(), line.start(), flag)
        before, run = line, []


def _form(line: str, titles: Iterable[str]) -> _LineForm | None:
    """What a line may be by its form; None for text."""
    if len(line) > _LONGEST:
        return None
    if _NUMBER.fullmatch(line):
        return _LineForm(_ALONE)
    for title in titles:
        if title in line:
            rest = line.replace(title, "", 1)
            if _BESIDE_TITLE.fullmatch(rest):
                return _LineForm(HEAD, certain=bool(rest))
    for forms, certain in ((_CERTAIN, True), (_LIKELY, False)):
        for flag, form in forms:
            if form.fullmatch(line):
                return _LineForm(flag, certain)
    return None


def _is_noise(before: str, run: Sequence[tuple[re.Match[str], _LineForm]], after: str) -> bool:
    """Whether the lines between two others are noise in the middle of a sentence."""
    if not _GOES_ON.match(after) or all(form.flag == _ALONE for _, form in run):
        return False
    if any(form.certain for _, form in run):
        return True
    last, next_word = run[-1][0][0].strip(), after.split(maxsplit=1)[0]
    width = max(len(before), len(after))
    return not _leads_up(before) and len(last) + 1 + len(next_word) <= width


def _leads_up(before: str) -> bool:
    """Whether the line before asks for more, as after "see", or tells of a score or a count."""
    return leads_up(before) or PAST_VERBS.search(before, before.rfind(" ") + 1) is not None
