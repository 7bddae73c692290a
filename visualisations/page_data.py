"""What a page knows, as the JSON that its scripts read."""

from __future__ import annotations

import json
from dataclasses import astuple
from typing import TYPE_CHECKING

from visualisations.style import NODE_STYLES, STATED, VOICES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from queries.evidence_sentences import Evidence, Sentences
    from visualisations.charts.chart import Chart
    from visualisations.graph_facts import EntityFacts, FindingFacts, GraphFacts
    from visualisations.node_groups import NodeGroup
    from visualisations.view_model import NetworkView

MOST_FINDINGS_QUOTED = 1_000
"""Findings whose sentences a page carries."""

Json = dict[str, object]


def network_data(
    facts: GraphFacts, view: NetworkView, sentences: Sentences, groups: Sequence[NodeGroup] = ()
) -> Json:
    """What the page of a view knows: things, pairs, findings and sentences, by number.

    Things are known by their place in `entities`, findings by theirs in `findings`. Findings whose
    sentences the page does not carry have no `quotes`.
    """
    number = {entity.iri: index for index, entity in enumerate(view.entities)}
    shown = findings_of(facts, view)
    return {
        "view": {
            "name": view.name,
            "title": view.title,
            "caption": list(view.caption),
            "focus": number.get(view.focus),
            "starts": [number[iri] for iri in view.starts],
        },
        "start": {
            "least": view.opening.minimum,
            "rest": view.opening.all_lines,
            "hidden": list(view.opening.hidden),
            "focus": key(view.opening.focus) if view.opening.focus else "",
        },
        "pairs": [
            [
                *(number[pair.left], number[pair.right], int(pair.solid), pair.verdict),
                *(pair.expected and round(pair.expected, 2), pair.register_words),
                *((pair.joined_by, pair.words) if pair.joined_by else ()),
            ]
            for pair in view.pairs
        ],
        "groups": [
            {"label": group.label, "members": [number[iri] for iri in group.members]}
            for group in groups
        ],
        **_common_data(facts, view.entities, shown, quoted_findings(facts, view), sentences),
    }


def chart_data(facts: GraphFacts, chart: Chart, sentences: Sentences) -> Json:
    """What the page of a chart knows: its parts, with their things and findings by number."""
    entities = [facts.entities[iri] for iri in _distinct(part.entities for part in chart.parts)]
    shown = sorted(_distinct(part.findings for part in chart.parts))
    number = {entity.iri: index for index, entity in enumerate(entities)}
    place = {finding: index for index, finding in enumerate(shown)}
    # Without a thing to name, no sentence is shown.
    quoted = set(shown[:MOST_FINDINGS_QUOTED]) if entities else set()
    return {
        "view": {"name": chart.name, "title": chart.title, "caption": list(chart.caption)},
        "pairs": [],
        "parts": [
            {
                "title": part.title,
                "text": part.text,
                "things": [number[iri] for iri in part.entities],
                "findings": [place[iri] for iri in part.findings],
            }
            for part in chart.parts
        ],
        **_common_data(facts, entities, shown, quoted, sentences),
    }


def _common_data(
    facts: GraphFacts,
    entities: Sequence[EntityFacts],
    shown: Sequence[str],
    quoted: set[str],
    sentences: Sentences,
) -> Json:
    place = {finding: index for index, finding in enumerate(shown)}
    number = {entity.iri: index for index, entity in enumerate(entities)}
    labels = sorted({_committee(facts, facts.findings[finding]) for finding in shown})
    return {
        "looks": {
            kind: {
                "name": style.name,
                "meaning": style.meaning,
                "shape": style.shape,
                "light": style.colour,
                "dark": style.dark,
            }
            for kind, style in NODE_STYLES.items()
        },
        "voices": VOICES,
        "stated": STATED,
        "all": len(facts.findings),
        "quoted": len(quoted),
        "committees": labels,
        "things": [_thing(entity, facts, place) for entity in entities],
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


def findings_of(facts: GraphFacts, view: NetworkView) -> list[str]:
    """The findings that concern something in a view, in order."""
    return sorted(set().union(*(facts.links.get(entity.iri, ()) for entity in view.entities)))


def quoted_findings(facts: GraphFacts, view: NetworkView) -> set[str]:
    """The findings whose sentences the page carries: all, or some for every line, in turns."""
    every = findings_of(facts, view)
    if len(every) <= MOST_FINDINGS_QUOTED:
        return set(every)
    quoted: set[str] = set()
    joint = [sorted(facts.joint(pair.left, pair.right)) for pair in (*view.first, *view.pairs)]
    for turn in range(max(map(len, joint))):
        for findings in joint:
            if turn < len(findings):
                quoted.add(findings[turn])
                if len(quoted) == MOST_FINDINGS_QUOTED:
                    return quoted
    return quoted


def _thing(entity: EntityFacts, facts: GraphFacts, place: dict[str, int]) -> Json:
    return {
        "key": key(entity.iri),
        "iri": entity.iri,
        "label": entity.label,
        "short": entity.short,
        "kind": entity.kind,
        "sort": entity.sort,
        "others": list(entity.other_names),
        "facts": [[fact.name, fact.value, fact.link] for fact in entity.facts],
        "at": sorted(
            place[finding] for finding in facts.links.get(entity.iri, ()) if finding in place
        ),
    }


def key(iri: str) -> str:
    """The part of an IRI that addresses carry: `organisation/ministry-of-justice`."""
    return "/".join(iri.rsplit("/", 2)[1:])


def _finding(finding: FindingFacts, committee: int, quotes: list[list[object]] | None) -> Json:
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


def _committee(facts: GraphFacts, finding: FindingFacts) -> str:
    committee = facts.entities.get(finding.committee)
    return committee.label if committee else "committee not known"
