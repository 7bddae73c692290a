"""The ontology's terms as closed namespaces, its files, and the prefixes we write.

A mistyped term raises AttributeError, whether it is reached as `JU.Finding` or `JU["Finding"]`.
The lists stand here for type checkers and editors; a test holds them equal to the Turtle files.
"""

# ruff: noqa: N815 - RDF properties are written in mixedCase, and these are their names

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rdflib import DCAT, DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SKOS, TIME, VOID, XSD
from rdflib.namespace import DefinedNamespace, Namespace

from ontology.external import ADMS, CITO, ELI, OA
from ontology.schemes import (
    BASIS,
    DELIVERY,
    FINDING_KIND,
    FLAG,
    INITIATIVE_KIND,
    ORGANISATION_KIND,
    POSITION,
    RELATION,
    ROLE,
    RULE,
    VOICE,
)

if TYPE_CHECKING:
    from rdflib import URIRef

__all__ = [
    "ADMS",
    "ALIGNMENTS_FILE",
    "BASIS",
    "CITO",
    "DELIVERY",
    "ELI",
    "FINDING_KIND",
    "FLAG",
    "INITIATIVE_KIND",
    "JU",
    "OA",
    "ONTOLOGY_FILE",
    "ORGANISATION_KIND",
    "POSITION",
    "PREFIXES",
    "ROLE",
    "RULE",
    "SCHEMES",
    "VOICE",
    "ontology_files",
    "scheme_files",
    "shape_files",
]


class JU(DefinedNamespace):
    """Classes and properties of the ontology; what each means stands in `joinedup.ttl`."""

    _fail = True
    _NS = Namespace("https://w3id.org/joinedup/ontology#")

    Committee: URIRef
    Inquiry: URIRef
    Report: URIRef
    Finding: URIRef
    Recommendation: URIRef
    Conclusion: URIRef
    EvidenceParagraph: URIRef
    Response: URIRef
    Reply: URIRef
    ResponsePart: URIRef
    Commitment: URIRef
    Position: URIRef
    DeliveryUpdate: URIRef
    TrackerEntry: URIRef
    Curation: URIRef
    Organisation: URIRef
    Initiative: URIRef
    Programme: URIRef
    Project: URIRef
    DataLinkage: URIRef
    Strategy: URIRef
    Fund: URIRef
    Service: URIRef
    IdentifierScheme: URIRef
    Dataset: URIRef
    Legislation: URIRef
    Board: URIRef
    Text: URIRef
    ReadingText: URIRef
    SourceRecord: URIRef
    Loader: URIRef
    Run: URIRef
    Mention: URIRef
    UnclearMention: URIRef
    StatedRelation: URIRef
    Damage: URIRef
    IntegrityNote: URIRef
    Alignment: URIRef
    Correction: URIRef
    Candidate: URIRef
    DamageFlag: URIRef
    IntegrityFlag: URIRef
    Department: URIRef
    InterdepartmentalInitiative: URIRef
    EndedInitiative: URIRef
    LapsedAnswer: URIRef
    AnswerRestingOnLaw: URIRef
    number: URIRef
    paragraph: URIRef
    kind: URIRef
    hasText: URIRef
    committee: URIRef
    addressedTo: URIRef
    noReportBecause: URIRef
    supports: URIRef
    reiterates: URIRef
    relatedFinding: URIRef
    session: URIRef
    ordinal: URIRef
    hcNumber: URIRef
    respondent: URIRef
    shownWith: URIRef
    copyOf: URIRef
    partOfReply: URIRef
    partNumber: URIRef
    paragraphNumber: URIRef
    undivided: URIRef
    dateAsPrinted: URIRef
    restates: URIRef
    printedNumber: URIRef
    printedLabel: URIRef
    printedReplyLabel: URIRef
    printedKind: URIRef
    printedTitle: URIRef
    printedSummary: URIRef
    printedParagraph: URIRef
    unplacedLine: URIRef
    onFinding: URIRef
    decision: URIRef
    voice: URIRef
    basis: URIRef
    asStated: URIRef
    deliveryStatus: URIRef
    statedOn: URIRef
    actorAsStated: URIRef
    dueAsStated: URIRef
    dueEarliest: URIRef
    dueLatest: URIRef
    gist: URIRef
    remark: URIRef
    reads: URIRef
    reportHint: URIRef
    targetDateAsRead: URIRef
    responseDocumentAsRead: URIRef
    location: URIRef
    sha256: URIRef
    readBy: URIRef
    content: URIRef
    offsetMap: URIRef
    rule: URIRef
    confidence: URIRef
    pattern: URIRef
    restsOn: URIRef
    likelyClass: URIRef
    resembles: URIRef
    registersDigest: URIRef
    role: URIRef
    act: URIRef
    corrects: URIRef
    correctsName: URIRef
    relationFrom: URIRef
    relationKind: URIRef
    relationTo: URIRef
    agreesWithRegister: URIRef
    cue: URIRef
    inText: URIRef
    answeredAs: URIRef
    labelledAs: URIRef
    alsoConsidered: URIRef
    flag: URIRef
    doubts: URIRef
    dismissedBy: URIRef
    severity: URIRef
    mentions: URIRef
    concerns: URIRef
    flaggedAs: URIRef
    abbreviation: URIRef
    otherName: URIRef
    organisationKind: URIRef
    initiativeKind: URIRef
    lead: URIRef
    partner: URIRef
    funder: URIRef
    partOf: URIRef
    started: URIRef
    ended: URIRef
    govukSlug: URIRef
    registerSource: URIRef
    shortcutOf: URIRef
    spokenIn: URIRef


SCHEMES: dict[str, type[DefinedNamespace]] = {
    "basis": BASIS,
    "delivery": DELIVERY,
    "findingkind": FINDING_KIND,
    "flag": FLAG,
    "initiativekind": INITIATIVE_KIND,
    "organisationkind": ORGANISATION_KIND,
    "position": POSITION,
    "relation": RELATION,
    "role": ROLE,
    "rule": RULE,
    "voice": VOICE,
}
"""Concept schemes by the prefix under which their concepts are written."""

PREFIXES: dict[str, str] = {
    prefix: str(namespace)
    for prefix, namespace in sorted(
        {
            **SCHEMES,
            "adms": ADMS,
            "cito": CITO,
            "dcat": DCAT,
            "dcterms": DCTERMS,
            "eli": ELI,
            "foaf": FOAF,
            "ju": JU,
            "oa": OA,
            "org": ORG,
            "owl": OWL,
            "prov": PROV,
            "rdf": RDF,
            "rdfs": RDFS,
            "skos": SKOS,
            "time": TIME,
            "void": VOID,
            "xsd": XSD,
        }.items()
    )
}
"""Namespaces by prefix, for Turtle output and for the heads of queries."""

_HERE = Path(__file__).parent
ONTOLOGY_FILE = _HERE / "joinedup.ttl"
ALIGNMENTS_FILE = _HERE / "alignments.ttl"


def scheme_files() -> tuple[Path, ...]:
    """The concept schemes' Turtle files, in the order of their names."""
    return tuple(sorted((_HERE / "schemes").glob("*.ttl")))


def ontology_files() -> tuple[Path, ...]:
    """All the ontology's Turtle files: terms, concept schemes, then looser alignments."""
    return (ONTOLOGY_FILE, *scheme_files(), ALIGNMENTS_FILE)


def shape_files() -> tuple[Path, ...]:
    """The SHACL shapes' Turtle files, in the order of their names."""
    return tuple(sorted((_HERE / "shapes").glob("*.ttl")))
