"""The forms a registered name is written in: "and" for "&", "of" for "for", without the commas ..."""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING

from loaders.names.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_CROWN = "(?:HM|H\\.M\\.|His Majesty's|Her Majesty's) "
_REMARK = re.compile(r" ?\(([^()]*)\)$")
_INNER = re.compile(r" \([^()]*\)(?= )")
_NEUTRAL = re.compile(r"(?:proposed|commons|lords|king's speech.*)$", re.IGNORECASE)
_ACT_YEAR = re.compile(r"(?<=\w Act) \d{4}$")


def spellings(name: str) -> Iterator[str]:
    """Forms of `name`, folded, the registered one first; all mean the same without context."""
    bare = fold(name).strip()
    seen: set[str] = set()
    bare = re.sub(r"^The (?=\S+ \S)", "", " ".join(bare.split(" ")))
    remark = _REMARK.search(bare)
    if remark and _NEUTRAL.match(remark[1]):
        bare = bare[: remark.start()]
    for form in _forms(bare):
        if form not in seen:
            seen.add(form)
            yield form


def _forms(name: str) -> Iterator[str]:
    """Every combination of the small changes that keep a name's sense."""
    changes = (
        lambda text: re.sub(r" & ", " and ", text),
        lambda text: re.sub(r" and ", " & ", text),
        lambda text: re.sub(r",? and ", ", and ", text) if "," in text else text,
        lambda text: re.sub(r", and ", " and ", text),
        lambda text: text.replace(",", ""),
    )
    for article, crown, apostrophe in product(
        (0, 1), ("", "HM ", "His Majesty's ", "Her Majesty's "), (0, 1)
    ):
        form = name
        if article:
            form = re.sub(
                r"^Department (of|for) ",
                lambda m: f"Department {'for' if m[1] == 'of' else 'of'} ",
                form,
            )
        if crown:
            form = re.sub(f"^{_CROWN}", crown, form)
        if apostrophe:
            form = form.replace("'", "")
        yield form
        for change in changes:
            yield change(form)
    yield re.sub(r"(?<=\w) {2,}(?=\w)", " ", name)
    if _INNER.search(name) and not name.endswith(("Bill", "Act")):
        yield _INNER.sub("", name)


def region(name: str) -> tuple[str, str] | None:
    """A name without its closing remark, and the remark: ``("DfE", "NI")`` for "DfE (NI)"."""
    bare = fold(name).strip()
    remark = _REMARK.search(bare)
    if not remark or _NEUTRAL.match(remark[1]):
        return None
    return bare[: remark.start()], remark[1]


def without_year(name: str) -> str | None:
    """The short name of an Act long enough to be known by it: "Digital Economy Act"."""
    bare = fold(name)
    short = _ACT_YEAR.sub("", bare)
    return short if short != bare and len(short.split()) > 2 else None
