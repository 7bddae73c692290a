"""The forms a registered name is written in: "and" for "&", "of" for "for", no commas."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from loaders.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_SAME = ("", "")
_AND = (_SAME, (" & ", " and "), (" and ", " & "))
_COMMAS = (_SAME, ("(?<=\\w), (.+?),? and ", r", \1, and "), (", and ", " and "), (",", ""))
_ARTICLES = (_SAME, ("^Department of ", "Department for "), ("^Department for ", "Department of "))
_CROWN = "^(?:HM|H\\.M\\.|His Majesty's|Her Majesty's) "
_CROWNS = (_SAME, *((_CROWN, form) for form in ("HM ", "His Majesty's ", "Her Majesty's ")))
_APOSTROPHES = (_SAME, ("'", ""))
_LEAST_WORDS = 3
_REMARK = re.compile(r" ?\(([^()]*)\)$")
_INNER = re.compile(r" \([^()]*\)(?= )")
_NEUTRAL = re.compile(
    r"(?:proposed|commons|lords|king's speech.*|[0-9]{4} to [0-9]{4})$", re.IGNORECASE
)
_ACT_YEAR = re.compile(r"(?<=\w Act) \d{4}$")


def spellings(name: str) -> Iterator[str]:
    """Forms of `name`, folded, the registered one first; all mean the same without context."""
    bare = re.sub(r"^The (?=\S+ \S)", "", fold(name).strip())
    remark = _REMARK.search(bare)
    if remark and _NEUTRAL.match(remark[1]):
        bare = bare[: remark.start()]
    yield from dict.fromkeys(_forms(bare))


def _forms(name: str) -> Iterator[str]:
    """Every combination of the small changes that keep a name's sense."""
    yield name
    yield re.sub(r"(?<=\w) {2,}(?=\w)", " ", name)
    if _INNER.search(name) and not name.endswith(("Bill", "Act")):
        yield _INNER.sub("", name)
    forms = [name]
    for changes in (_AND, _COMMAS, _ARTICLES, _CROWNS, _APOSTROPHES):
        # most changes alter nothing in most names, so that each form is changed further only once
        forms = list(dict.fromkeys(_changed(form, change) for form in forms for change in changes))
    yield from forms


def _changed(form: str, change: tuple[str, str]) -> str:
    pattern, replacement = change
    return re.sub(pattern, replacement, form) if pattern else form


def region(name: str) -> tuple[str, str] | None:
    """A name without its closing remark, and the remark: ``("DfE", "NI")`` for "DfE (NI)"."""
    bare = fold(name).strip()
    remark = _REMARK.search(bare)
    if not remark or _NEUTRAL.match(remark[1]):
        return None
    return bare[: remark.start()], remark[1]


def without_kind(name: str) -> str | None:
    """A name without the word for its kind, if what is left is still a name of three words."""
    bare = fold(name)
    words = bare.split()
    long = len(words) > _LEAST_WORDS and words[-1] in {"programme", "project", "scheme"}
    return " ".join(words[:-1]) if long and all(word[0].isupper() for word in words[:-1]) else None


def without_year(name: str) -> str | None:
    """The short name of an Act long enough to be known by it: "Digital Economy Act"."""
    bare = fold(name)
    short = _ACT_YEAR.sub("", bare)
    return short if short != bare and len(short.split()) >= _LEAST_WORDS else None
