"""Which committee of the Committees API a name stands for."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from graph.errors import AmbiguousNameError, JoinedupError, UnknownNameError
from loaders.fetch.answer_values import Json, number_of, objects_of, text_of
from loaders.fetch.committees_api import walk
from loaders.fetch.not_fetched import AGAIN
from loaders.interface.source_list import all_sources
from loaders.registers.register_csv import several

if TYPE_CHECKING:
    from collections.abc import Iterator

    from loaders.fetch.fetch_run import FetchRun

_PASSED_OVER = {"committee", "select", "the", "of", "on", "for", "and"}
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class ListedCommittee:
    """A committee of the service.

    Attributes:
        number: Its number there.
        name: Its name there.
        about: What tells it from others of the name: House and years.
        other_names: What it was called before.
    """

    number: int
    name: str
    about: str
    other_names: tuple[str, ...] = ()


def find_committee(name: str, run: FetchRun) -> ListedCommittee:
    """The committee that a name or a number stands for; those that ended count, too.

    Raises:
        UnknownNameError: If there is none.
        AmbiguousNameError: If there are several.
        JoinedupError: If the list of committees could not be fetched.
    """
    wanted = {_key(name), *map(_key, registered_names(name))}
    listed = _search(name, run)
    matching = [each for each in listed if _matches(each, name, wanted)]
    if not matching:
        listed = list(_committees(run, {}))
        matching = [each for each in listed if _matches(each, name, wanted)]
    current = [each for each in matching if _key(each.name) in wanted] or matching
    if len(current) == 1:
        return current[0]
    if current:
        options = "; ".join(f"{each.number} ({each.name}, {each.about})" for each in current)
        raise AmbiguousNameError(f"{name} is the name of several: {options}. Give the number.")
    if not listed:
        raise _not_listed(run)
    near = get_close_matches(name, [each.name for each in listed], n=3, cutoff=0.4)
    hint = f" Did you mean {' or '.join(near)}?" if near else ""
    raise UnknownNameError(f"The Committees API knows no committee {name!r}.{hint}")


def _search(name: str, run: FetchRun) -> list[ListedCommittee]:
    """What the service's own search gives; a search that fails is made up for by the whole list."""
    if name.isdigit():
        return []
    notes = run.counts.not_fetched
    before = len(notes)
    listed = list(_committees(run, {"SearchTerm": name}))
    del notes[before:]
    return listed


def _not_listed(run: FetchRun) -> JoinedupError:
    reasons = "; ".join(each.reason for each in run.counts.not_fetched)
    return JoinedupError(
        f"The list of committees could not be fetched: {reasons or 'it is empty'}. {AGAIN}"
    )


def registered_names(name: str) -> tuple[str, ...]:
    """The names that our register has for bodies called so, such as by their abbreviation."""
    (register,) = (each for each in all_sources() if each.descriptor.name == "organisations")
    names = []
    for path in register.bundled:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                short = several(row["abbreviations"])
                if name.casefold() in map(str.casefold, (row["id"], *short)):
                    names += [row["name"], *several(row["other_names"])]
    return tuple(names)


def _committees(run: FetchRun, search: dict[str, object]) -> Iterator[ListedCommittee]:
    parameters = {**search, "CommitteeStatus": "all", "ShowOnWebsiteOnly": "false"}
    for item, _, _ in walk(run, "Committees", parameters, "committees"):
        number = number_of(item.get("id"))
        if number is not None:
            former = tuple(
                text_of(each.get("name")) for each in objects_of(item.get("nameHistory"))
            )
            yield ListedCommittee(number, text_of(item.get("name")), _about(item), former)


def _about(item: Json) -> str:
    begun, ended = text_of(item.get("startDate"))[:4], text_of(item.get("endDate"))[:4]
    return f"{text_of(item.get('house')) or 'no House'}, {begun or '?'} to {ended or 'today'}"


def _matches(committee: ListedCommittee, name: str, wanted: set[frozenset[str]]) -> bool:
    names = (committee.name, *committee.other_names)
    return str(committee.number) == name or any(_key(each) in wanted for each in names if each)


def _key(name: str) -> frozenset[str]:
    """The words by which a committee is told, whatever their order."""
    return frozenset(_WORD.findall(name.casefold())) - _PASSED_OVER
