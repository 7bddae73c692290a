"""What a page knows, as the JSON that its scripts read."""

from __future__ import annotations

import json
from dataclasses import astuple
from typing import TYPE_CHECKING

from visualisations.style import LOOKS, STATED, VOICES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from queries.evidence_sentences import Evidence, Sentences
    from visualisations.charts.chart import Chart
    from visualisations.facts import Facts, Finding, Thing
    from visualisations.groups import Group
    from visualisations.view_model import View

MOST_FINDINGS_QUOTED = 1_000
"""Findings whose sentences a page carries."""

Json = dict[str, object]


def page_data(facts: Facts, view: View, sentences: Sentences, groups: Sequence[Group] = ()) -> Json:
    """What the page of a view knows: things, pairs, findings and sentences, by number.

    Things are known by their place in `things`, findings by theirs in `findings`. Findings whose
    sentences the page does not carry have no `quotes`.
    """
    number = {thing.iri: index for index, thing in enumerate(view.things)}
    shown = findings_of(facts, view)
    return {
        "view": {"name": view.name, "title": view.title, "focus": number.get(view.focus)},
        "start": {
            "least": view.start.least,
            "rest": view.start.rest,
            "hidden": list(view.start.hidden),
            "focus": key(view.start.focus) if view.start.focus else "",
        },
        "pairs": [[number[pair.one], number[pair.other], int(pair.beyond)] for pair in view.pairs],
        "groups": [
            {"label": group.label, "members": [number[iri] for iri in group.members]}
            for group in groups
        ],
        **_known(facts, view.things, shown, quoted_findings(facts, view), sentences),
    }


def chart_data(facts: Facts, chart: Chart, sentences: Sentences) -> Json:
    """What the page of a chart knows: its parts, with their things and findings by number."""
    things = [facts.things[iri] for iri in _distinct(part.things for part in chart.parts)]
    shown = sorted(_distinct(part.findings for part in chart.parts))
    number = {thing.iri: index for index, thing in enumerate(things)}
    place = {finding: index for index, finding in enumerate(shown)}
    # Without a thing to name, no sentence is shown.
    quoted = set(shown[:MOST_FINDINGS_QUOTED]) if things else set()
    return {
        "view": {"name": chart.name, "title": chart.title},
        "pairs": [],
        "parts": [
            {
                "title": part.title,
                "text": part.text,
                "things": [number[iri] for iri in part.things],
                "findings": [place[iri] for iri in part.findings],
            }
            for part in chart.parts
        ],
        **_known(facts, things, shown, quoted, sentences),
    }


def _known(
    facts: Facts,
    things: Sequence[Thing],
    shown: Sequence[str],
    quoted: set[str],
    sentences: Sentences,
) -> Json:
    place = {finding: index for index, finding in enumerate(shown)}
    number = {thing.iri: index for index, thing in enumerate(things)}
    labels = sorted({_committee(facts, facts.findings[finding]) for finding in shown})
    return {
        "looks": {
            kind: {"name": look.name, "shape": look.shape, "light": look.colour, "dark": look.dark}
            for kind, look in LOOKS.items()
        },
        "voices": VOICES,
        "stated": STATED,
        "all": len(facts.findings),
        "quoted": len(quoted),
        "committees": labels,
        "things": [_thing(thing, facts, place) for thing in things],
        "findings": [
            _finding(
                facts.findings[iri],
                labels.index(_committee(facts, facts.findings[iri])),
                _quotes(sentences.of(iri), number) if iri in quoted else None,
            )
            for iri in shown
        ],
    }


def _distinct(groups: Iterable[Iterable[str]]) -> list[str]:
    return list(dict.fromkeys(iri for group in groups for iri in group))


def as_script(data: Json) -> str:
    """JSON that may stand inside a script element: no sign in it can end one."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def findings_of(facts: Facts, view: View) -> list[str]:
    """The findings that concern something in a view, in order."""
    return sorted(set().union(*(facts.links.get(thing.iri, ()) for thing in view.things)))


def quoted_findings(facts: Facts, view: View) -> set[str]:
    """The findings whose sentences the page carries: all, or some for every line, in turns."""
    every = findings_of(facts, view)
    if len(every) <= MOST_FINDINGS_QUOTED:
        return set(every)
    found: set[str] = set()
    joint = [sorted(facts.joint(pair.one, pair.other)) for pair in (*view.first, *view.pairs)]
    for turn in range(max(map(len, joint))):
        for findings in joint:
            if turn < len(findings):
                found.add(findings[turn])
                if len(found) == MOST_FINDINGS_QUOTED:
                    return found
    return found


def _thing(thing: Thing, facts: Facts, place: dict[str, int]) -> Json:
    return {
        "key": key(thing.iri),
        "iri": thing.iri,
        "label": thing.label,
        "short": thing.short,
        "kind": thing.kind,
        "sort": thing.sort,
        "others": list(thing.others),
        "facts": [[fact.name, fact.value, fact.link] for fact in thing.facts],
        "at": sorted(
            place[finding] for finding in facts.links.get(thing.iri, ()) if finding in place
        ),
    }


def key(iri: str) -> str:
    """The part of an IRI that addresses carry: `organisation/ministry-of-justice`."""
    return "/".join(iri.rsplit("/", 2)[1:])


def _finding(finding: Finding, committee: int, quotes: list[list[object]] | None) -> Json:
    return {
        "iri": finding.iri,
        "label": finding.label,
        "kind": finding.kind,
        "committee": committee,
        "report": finding.report,
        "issued": finding.issued,
        "page": finding.page,
        "stances": [list(astuple(stance)) for stance in finding.stances],
        "steps": [list(astuple(step)) for step in finding.steps],
        "respondents": finding.respondents,
        "quotes": quotes,
    }


def _quotes(quotes: Sequence[Evidence], number: dict[str, int]) -> list[list[object]]:
    return [
        [
            number[quote.thing],
            quote.voice,
            quote.role,
            quote.before,
            quote.words,
            quote.after,
            quote.source,
        ]
        for quote in quotes
        if quote.thing in number
    ]


def _committee(facts: Facts, finding: Finding) -> str:
    known = facts.things.get(finding.committee)
    return known.label if known else "committee not known"
