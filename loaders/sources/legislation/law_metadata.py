"""What the XML of legislation.gov.uk says of a law, beside its text.

Read are the title, the day of enactment or making, the days of coming into force, and the notes on
commencement. Not read are the description, language, publisher, extent, status, ISBN, year and
number (which the address holds), links to other forms, versions and impact assessments,
statistics, the effects that are not yet applied to the text, and the text of the law.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graph.identity import slug
from graph.partial_date import PartialDate
from graph.records.authorities import Initiative
from loaders.registers.bundled_initiatives import bundled_by_name, comparable_name
from loaders.text.xml_parts import attribute, children, local

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

_ADDRESS = re.compile(
    r"https?://(?:www\.)?legislation\.gov\.uk/(?:id/)?"
    r"(?P<law>(?P<type>(?!id/)[a-z]{2,6})/[A-Za-z0-9]{1,16}(?:/[0-9-]{1,8})?/[0-9]{1,14})(?:/.*)?"
)
_LONGEST_TITLE = 1_000
_LONGEST_NOTE = 2_000
_LEGISLATION = "legislation"
_COMMENCEMENT = "I"
"""The type of the commentaries on coming into force."""

_MIDNIGHT = re.compile(r"T00:00(?::00)?(?:Z|\+00:00)?$")
"""What stands behind a day that is written with a time."""

_ENACTED, _MADE = "EnactmentDate", "Made"


class LawReading(NamedTuple):
    """A law, and what could not be read of it, a sentence each."""

    law: Initiative
    problems: tuple[str, ...]


class _Claim(NamedTuple):
    """What a file says of a law."""

    title: str
    address: str
    began: PartialDate | None
    in_force: tuple[PartialDate, ...] = ()
    notes: tuple[str, ...] = ()


def read_law(root: etree._Element) -> LawReading:
    """The law that a file is about.

    Raises:
        ValueError: If the file says no title or address, or is no law.
    """
    metadata = next(children(root, "Metadata"), None)
    if metadata is None:
        raise ValueError("the file has no metadata; fetch the law again, as data.xml")
    titles = [_words(each) for each in children(metadata, "title")]
    names = [attribute(root, "IdURI"), attribute(root, "DocumentURI")]
    addresses = [*filter(None, names), *map(_words, children(metadata, "identifier"))]
    problems: list[str] = []
    began = [*_days(metadata, _ENACTED, problems), *_days(metadata, _MADE, problems)]
    in_force = [
        day
        for entry in _within(metadata, "ComingIntoForce")
        for day in _days(entry, "DateTime", problems)
    ]
    if len({*began}) > 1:
        listed = ", ".join(map(str, began))
        problems.append(f"The law has several days of making, so none was read: {listed}.")
    if len(titles) > 1:
        problems.append(f"The law has more titles, which were not read: {'; '.join(titles[1:])}.")
    claim = _Claim(
        titles[0] if titles else "",
        next((each for each in addresses if _ADDRESS.fullmatch(each)), ""),
        began[0] if len({*began}) == 1 else None,
        tuple(dict.fromkeys(in_force)),
        tuple(dict.fromkeys(_notes(root, problems))),
    )
    return _reading(claim, problems)


def read_entry(entry: etree._Element) -> LawReading:
    """The law that an entry of a list in Atom is about; it says neither of its days.

    Raises:
        ValueError: If the entry says no title or address, or is no law.
    """
    titles = [_first_language(each) for each in children(entry, "title")]
    links = [attribute(each, "href") or "" for each in children(entry, "link")]
    addresses = [*map(_words, children(entry, "id")), *links]
    address = next((each for each in addresses if _ADDRESS.fullmatch(each)), "")
    return _reading(_Claim(titles[0] if titles else "", address, None), [])


def _reading(claim: _Claim, problems: list[str]) -> LawReading:
    match = _ADDRESS.fullmatch(claim.address)
    if not any(map(str.isalpha, claim.title)):
        raise ValueError("the law has no title; fetch it again")
    if match is None:
        raise ValueError(f"{claim.title[:80]!r} has no address of a law of legislation.gov.uk")
    if match["type"] in _kinds()["no_laws"]:
        raise ValueError(
            f"{claim.title[:80]!r} is no law: {_kinds()['no_laws'][match['type']]}, by its address"
        )
    if len(claim.title) > _LONGEST_TITLE:
        raise ValueError(f"the title has {len(claim.title):,} characters; fetch the law again")
    row = bundled_by_name().get(comparable_name(claim.title))
    if row and row.kind != _LEGISLATION:
        row = None
    began = claim.began
    if row and row.start:
        if began and row.start != str(began):
            problems.append(
                f"Legislation.gov.uk dates it {began}, the register of initiatives {row.start}: "
                "the day of the register stands."
            )
        began = None
    homepage = f"http://www.legislation.gov.uk/id/{match['law']}"
    law = Initiative(
        row.key if row else slug(claim.title),
        row.name if row else claim.title,
        _LEGISLATION,
        start=began,
        homepage=None if row and row.homepage else homepage,
        sources=(f"legislation.gov.uk {match['law']}",),
        in_force=claim.in_force,
        commencement_notes=claim.notes,
    )
    return LawReading(law, tuple(dict.fromkeys(problems)))


def _days(element: etree._Element, name: str, problems: list[str]) -> Iterator[PartialDate]:
    """The days in the attribute ``Date`` of the elements of a name."""
    for each in _within(element, name):
        words = _MIDNIGHT.sub("", attribute(each, "Date") or "")
        try:
            if words:
                yield PartialDate.parse(words)
        except ValueError:
            problems.append(f"{name} is {words[:40]!r} and no day, so it was left out.")


def _notes(root: etree._Element, problems: list[str]) -> Iterator[str]:
    """The notes on commencement, every word as it stands."""
    for each in _within(root, "Commentary"):
        if attribute(each, "Type") == _COMMENCEMENT and (words := _words(each)):
            if len(words) > _LONGEST_NOTE:
                problems.append(
                    f"A note on commencement has {len(words):,} characters, so it was left out."
                )
                continue
            yield words


def _within(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (each for each in element.iter() if local(each) == name)


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _first_language(title: etree._Element) -> str:
    """A title; of one in two languages, that in English, else the first."""
    spans = [each for each in _within(title, "span") if _words(each)]
    english = [each for each in spans if attribute(each, "lang") == "en"]
    return _words((english or spans or [title])[0])


@cache
def _kinds() -> dict[str, dict[str, str]]:
    path = Path(__file__).with_name("kinds.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
