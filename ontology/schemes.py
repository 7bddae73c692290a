"""The concept schemes as closed namespaces; what each concept means stands in `schemes/*.ttl`.

Concepts with a hyphen are reached as items: `POSITION["accepted-in-part"]`. A mistyped concept
raises AttributeError either way.
"""

# ruff: noqa: N801 - written as rdflib writes its namespaces, in capitals

from __future__ import annotations

from typing import TYPE_CHECKING

from rdflib.namespace import DefinedNamespace, Namespace

if TYPE_CHECKING:
    from rdflib import URIRef

__all__ = [
    "BASIS",
    "DELIVERY",
    "FINDING_KIND",
    "FLAG",
    "INITIATIVE_KIND",
    "ORGANISATION_KIND",
    "POSITION",
    "RELATION",
    "ROLE",
    "RULE",
    "VOICE",
    "concepts",
]


def concepts(scheme: type[DefinedNamespace]) -> frozenset[str]:
    """Local names of all concepts of a scheme, those with a hyphen included."""
    plain = (name for name in scheme.__annotations__ if not name.startswith("_"))
    return frozenset((*plain, *getattr(scheme, "_extras", ())))


class POSITION(DefinedNamespace):
    """Stances on a finding."""

    _fail = True
    _NS = Namespace("https://w3id.org/joinedup/scheme/positions#")
    _extras = (
        "accepted-in-part",
        "accepted-in-principle",
        "already-done",
        "not-addressed",
        "response-pending",
        "no-position",
    )

    accepted: URIRef
    rejected: URIRef
    noted: URIRef
    acknowledged: URIRef
    deferred: URIRef
    unknown: URIRef


class DELIVERY(DefinedNamespace):
    """How far what was asked or promised has been delivered, whoever says so."""

    _fail = True
    _NS = Namespace("https://w3id.org/joinedup/scheme/delivery#")
    _extras = (
        "not-started",
        "in-progress",
        "implemented-late",
        "no-longer-planned",
        "confirmed-by-auditor",
    )

    implemented: URIRef
    unknown: URIRef


class FINDING_KIND(DefinedNamespace):
    """Kinds of numbered paragraph in a committee's report."""

    _fail = True
    _NS = Namespace("https://w3id.org/joinedup/scheme/finding-kinds#")
    _extras = ("evidence-paragraph",)

    recommendation: URIRef
    conclusion: URIRef


class INITIATIVE_KIND(DefinedNamespace):
    """Kinds of named undertaking or instrument of government."""

    _fail = True
    _NS = Namespace("https://w3id.org/joinedup/scheme/initiative-kinds#")
    _extras = ("data-linkage",)

    board: URIRef
    dataset: URIRef
    fund: URIRef
    identifier: URIRef
    legislation: URIRef
    programme: URIRef
    project: URIRef
    service: URIRef
    strategy: URIRef


class ORGANISATION_KIND(DefinedNamespace):
    """Kinds of organisation, as coarse as the counting of departments needs."""

    _fail = True
    _NS = Namespace("https://w3id.org/joinedup/scheme/organisation-kinds#")
    _extras = (
        "ministerial-department",
        "non-ministerial",
        "executive-agency",
        "arm-length",
        "parliament-body",
    )

    ndpb: URIRef
    research: URIRef
    local: URIRef
    other: URIRef


class ROLE(DefinedNamespace):
    """What part a named thing plays in the argument of the sentence that names it."""

    _fail = True
    _NS = Namespace("https://w3id.org/joinedup/scheme/mention-roles#")
    _extras = ("to-be-created",)

    answer: URIRef
    evidence: URIRef
    problem: URIRef
    prospect: URIRef


class VOICE(DefinedNamespace):
    """Who says a thing."""

    _fail = True
    _NS = Namespace("https://w3id.org/joinedup/scheme/voices#")

    committee: URIRef
    government: URIRef
    tracker: URIRef
    curator: URIRef
    inference: URIRef


class BASIS(DefinedNamespace):
    """What a position rests on."""

    _fail = True
    _NS = Namespace("https://w3id.org/joinedup/scheme/bases#")
    _extras = ("government-words", "tracker-label", "secondary-report")


class RULE(DefinedNamespace):
    """How the run found a name, or tied an answer to a finding."""

    _fail = True
    _NS = Namespace("https://w3id.org/joinedup/scheme/rules#")
    _extras = (
        "register-name",
        "register-abbreviation",
        "register-other-name",
        "near-spelling",
        "hand-correction",
        "defined-in-document",
        "restated-text",
        "stated-number",
    )

    anaphor: URIRef
    discovered: URIRef
    similarity: URIRef
    placement: URIRef


class RELATION(DefinedNamespace):
    """Relations between two named things that a sentence states."""

    _fail = True
    _NS = Namespace("https://w3id.org/joinedup/scheme/relations#")
    _extras = ("facilitated-in", "part-of", "established-by")

    lead: URIRef
    funder: URIRef
    includes: URIRef
    partner: URIRef
    renamed: URIRef
    successor: URIRef


class FLAG(DefinedNamespace):
    """Damage within texts, and doubts about whole findings, replies, labels and numbers."""

    _fail = True
    _NS = Namespace("https://w3id.org/joinedup/scheme/flags#")
    _extras = (
        "footnote-mark",
        "footnote-block",
        "running-head",
        "page-number",
        "paragraph-number",
        "label-in-text",
        "verdict-prefix",
        "broken-hyphen",
        "dash-variant",
        "non-breaking-hyphen",
        "invisible-character",
        "stray-space",
        "missing-space",
        "stray-full-stop",
        "missing-full-stop",
        "repeated-word",
        "draft-bracket",
        "url-broken",
        "shared-answer",
        "misaligned-answer",
        "label-differs",
        "label-unsupported",
        "label-drift",
        "mistyped-kind",
        "empty-answer",
        "reply-not-shown",
        "summary-differs",
        "missing-addressee",
    )

    misspelling: URIRef
    bullet: URIRef
    url: URIRef
    truncated: URIRef
    echo: URIRef
    furniture: URIRef
    fragment: URIRef
    numbering: URIRef
