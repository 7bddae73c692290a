"""One answer, however often it is printed: copies found by their normal form, never all with all.

Texts are sorted by normal form. Equal texts are then neighbours, and a text cut short stands right
before the longer ones it begins, so one pass over the sorted list finds every copy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING, Generic, TypeVar

from rapidfuzz import fuzz

from loaders.text.normalisation import normal_form

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

K = TypeVar("K")

SUBSTANCE = 40
"""Least letters and figures, set phrases not counted, by which a text can be told from others.

Stance sentences and date lines are the same in thousands of answers; two texts that share no more
than those are not copies of each other.
"""

EDGE = 70
"""Letters and figures at whose beginning or end two printings must be alike to be compared."""

_PHRASE = 120
"""Most letters of a set phrase, of which one may be cut through at the end of an opening."""

CROWD = 20
"""Texts with one beginning or end that are compared with a further one; more tell nothing."""

MISPRINTS = 97.0
"""Least likeness, in per cent, of two printings of one answer: a misprint in thirty letters.

Answers to two sub-items of one recommendation often begin alike, but then differ by whole
sentences, which costs more than that.
"""

_SET_PHRASES = re.compile(
    r"(?:the|hm)\s+government\s+(?:\w+\s+){0,3}?(?:dis)?(?:agree|accept|reject)s?"
    r"(?:\s+(?:with\s+)?(?:the|this)\s+(?:committee[’']s\s+)?recommendation)?s?[.,]?"
    r"|(?:target\s+(?:implementation\s+)?date|recommendation\s+implemented)\s*+(?::\s*+)?(?:\w+\s+){0,3}?(?:19|20)\d\d"
    r"|recommendation\s+implemented|\d{1,2}[a-h]?\s*[.:]\s*pac\s+(?:conclusion|recommendation)s?\s*[.:]"
    r"|\b\d{1,2}[.,]\d{1,2}\b",
    re.IGNORECASE,
)


def substance(text: str) -> int:
    """Letters and figures of a text that are not set phrases."""
    return len(normal_form(_SET_PHRASES.sub(" ", text)))


def _told_apart(text: str, least: int) -> bool:
    """Whether a text has substance enough; mostly its beginning shows it."""
    return len(opening(text)) >= least + _PHRASE or substance(text) >= least


@lru_cache(maxsize=4096)
def opening(text: str) -> str:
    """How a text begins, set phrases not counted: those are the same in thousands of answers."""
    return normal_form(_SET_PHRASES.sub(" ", text[: 10 * EDGE]))


@dataclass(frozen=True)
class PrintedText(Generic[K]):
    """A text in one of the places where it is printed.

    Attributes:
        key: The place.
        owner: What it is printed under, such as a finding's key. Texts too short to be told from
            others are one answer only under one owner.
        text: The text.
    """

    key: K
    owner: Hashable
    text: str


@dataclass(frozen=True)
class Answer(Generic[K]):
    """One distinct answer and every place where it is printed.

    Attributes:
        digest: SHA-256 of the scope and the normal form of its fullest copy, in hexadecimal; for a
            text too short to be told from others, of its owner besides.
        fullest: Key of the fullest copy.
        copies: Keys of all copies, the fullest included, in the order given.
        cut: Keys of copies that break off early or lack their opening.
    """

    digest: str
    fullest: K
    copies: tuple[K, ...]
    cut: tuple[K, ...]


@dataclass
class _Group(Generic[K]):
    """Places of one text: its fullest normal form, and the normal form at each place."""

    form: str
    places: list[tuple[str, PrintedText[K]]]


def distinct_answers(
    texts: Iterable[PrintedText[K]], scope: str = "", least: int = SUBSTANCE
) -> tuple[Answer[K], ...]:
    """Find which texts are one answer.

    A text that begins several others which differ among themselves stays on its own, since it
    cannot be said which of them it is.

    Args:
        texts: The texts; their keys are distinct.
        scope: What the texts belong to, such as a report; texts are only compared within it.
        least: Least substance of a text that is joined with texts of other owners.

    Returns:
        The distinct answers, in the order in which their first copies were given.
    """
    printed_forms = [(normal_form(item.text), item) for item in texts]
    order = {item.key: index for index, (_, item) in enumerate(printed_forms)}
    distinctive: list[tuple[str, PrintedText[K]]] = []
    short: list[tuple[str, PrintedText[K]]] = []
    for form, item in printed_forms:
        (distinctive if _told_apart(item.text, least) else short).append((form, item))
    answers = [_answer(group, order, scope) for group in _near(_copies(distinctive))]
    answers += [_answer(group, order, scope, repr(owner)) for owner, group in _short(short)]
    return tuple(sorted(answers, key=lambda answer: order[answer.copies[0]]))


def _short(printed_forms: list[tuple[str, PrintedText[K]]]) -> Iterator[tuple[Hashable, _Group[K]]]:
    """Places of short texts, by owner and normal form."""
    groups: dict[tuple[Hashable, str], _Group[K]] = {}
    for form, item in printed_forms:
        groups.setdefault((item.owner, form), _Group(form, [])).places.append((form, item))
    for (owner, _), group in groups.items():
        yield owner, group


def _copies(distinctive: list[tuple[str, PrintedText[K]]]) -> list[_Group[K]]:
    """Group texts that are equal, or cut from one longer text, by their normal forms."""
    home = _homes(sorted({form for form, _ in distinctive}))
    groups: dict[str, _Group[K]] = {}
    for form, item in distinctive:
        groups.setdefault(home[form], _Group(home[form], [])).places.append((form, item))
    return list(groups.values())


def _homes(forms: list[str]) -> dict[str, str]:
    """For each of some sorted forms, the one longest form that it begins; else itself."""
    home: dict[str, str] = {}
    open_forms: list[tuple[str, set[str]]] = []
    for form in [*forms, ""]:
        while open_forms and not (form and form.startswith(open_forms[-1][0])):
            done, longer = open_forms.pop()
            longest = longer or {done}
            home[done] = next(iter(longest)) if len(longest) == 1 else done
            if open_forms:
                open_forms[-1][1].update(longest)
        open_forms.append((form, set()))
    return home


def _near(groups: list[_Group[K]]) -> list[_Group[K]]:
    """Join groups whose texts begin or end alike and differ by misprints only."""
    kept: list[_Group[K]] = []
    alike: dict[tuple[str, str], list[_Group[K]]] = {}
    for group in sorted(groups, key=lambda item: (-len(item.form), item.form)):
        edges = (("start", _start(group)), ("end", group.form[-EDGE:]))
        candidates = {
            id(candidate): candidate for edge in edges for candidate in alike.get(edge, ())[:CROWD]
        }
        near = [
            candidate
            for candidate in candidates.values()
            if _misprinted(group.form, candidate.form)
        ]
        if len(near) == 1:
            near[0].places.extend(group.places)
            continue
        for edge in edges:
            alike.setdefault(edge, []).append(group)
        kept.append(group)
    return kept


def _start(group: _Group[K]) -> str:
    """How the fullest copy of an answer begins."""
    text = next(item.text for form, item in group.places if form == group.form)
    return opening(text)[:EDGE]


def _misprinted(shorter: str, longer: str) -> bool:
    """Whether a text is another, whole, cut or with its opening lost, but for misprints."""
    length = len(shorter)
    return any(
        fuzz.ratio(shorter, piece, score_cutoff=MISPRINTS) > 0
        for piece in (longer[:length], longer[-length:])
    )


def _answer(group: _Group[K], order: dict[K, int], *fields: str) -> Answer[K]:
    """The answer whose copies these are."""
    places = sorted(group.places, key=lambda place: order[place[1].key])
    whole = [item.key for form, item in places if len(form) >= len(group.form)]
    digest = sha256("\x1f".join((*fields, group.form)).encode()).hexdigest()
    cut = tuple(item.key for form, item in places if len(form) < len(group.form))
    return Answer(digest, whole[0], tuple(item.key for _, item in places), cut)
