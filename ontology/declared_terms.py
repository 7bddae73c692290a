"""Terms that the Turtle files declare, for type checkers and editors. Do not edit.

Written by ``python -m ontology.write_declared_terms``; a test holds it to the Turtle files.
"""

# ruff: noqa: N815, E501 - RDF properties are written in mixedCase; comments are the ontology's own

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from rdflib.namespace import DefinedNamespace, Namespace

if TYPE_CHECKING:
    from rdflib import URIRef


class JU(DefinedNamespace):
    """Terms of <https://w3id.org/joinedup/ontology#> that `joinedup.ttl` declares."""

    _fail = True
    _NS = Namespace("https://w3id.org/joinedup/ontology#")

    Committee: URIRef
    Report: URIRef
    Inquiry: URIRef
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
    ProjectAssessment: URIRef
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
    Sentence: URIRef
    SourceRecord: URIRef
    Loader: URIRef
    Run: URIRef
    Mention: URIRef
    UnclearMention: URIRef
    OpenExpression: URIRef
    StatedRelation: URIRef
    Damage: URIRef
    IntegrityNote: URIRef
    Alignment: URIRef
    Correction: URIRef
    Candidate: URIRef
    IdentityDecision: URIRef
    IdentityCandidate: URIRef
    Repeat: URIRef
    RepeatCandidate: URIRef
    DamageFlag: URIRef
    IntegrityFlag: URIRef
    PairTest: URIRef
    Pair: URIRef
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
    reiterates: URIRef
    laterFinding: URIRef
    earlierFinding: URIRef
    earlierReport: URIRef
    laterWords: URIRef
    earlierWords: URIRef
    openBecause: URIRef
    mayRepeat: URIRef
    relatedFinding: URIRef
    session: URIRef
    ordinal: URIRef
    hcNumber: URIRef
    inquiry: URIRef
    responseDue: URIRef
    answerAwaitedFrom: URIRef
    examines: URIRef
    publicationNumber: URIRef
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
    printedAddressee: URIRef
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
    replacedBy: URIRef
    reachedAsStated: URIRef
    reachedLatest: URIRef
    gist: URIRef
    remark: URIRef
    reads: URIRef
    reportHint: URIRef
    targetDateAsRead: URIRef
    responseDocumentAsRead: URIRef
    location: URIRef
    sha256: URIRef
    retold: URIRef
    readBy: URIRef
    content: URIRef
    offsetMap: URIRef
    rule: URIRef
    identityOf: URIRef
    identifiedAs: URIRef
    likeness: URIRef
    confidence: URIRef
    ruleConfidence: URIRef
    pattern: URIRef
    restsOn: URIRef
    likelyClass: URIRef
    resembles: URIRef
    registersDigest: URIRef
    role: URIRef
    act: URIRef
    corrects: URIRef
    correctsName: URIRef
    readingBefore: URIRef
    correctedBy: URIRef
    relationFrom: URIRef
    relationKind: URIRef
    relationTo: URIRef
    agreesWithRegister: URIRef
    cue: URIRef
    inSentence: URIRef
    inText: URIRef
    alsoConsidered: URIRef
    flag: URIRef
    doubts: URIRef
    dismissedBy: URIRef
    severity: URIRef
    joins: URIRef
    judgedIn: URIRef
    together: URIRef
    expectedTogether: URIRef
    pValue: URIRef
    qValue: URIRef
    holdsByReport: URIRef
    registerLink: URIRef
    nullModel: URIRef
    wrongShare: URIRef
    pairsTested: URIRef
    findingsCounted: URIRef
    namingsCounted: URIRef
    documentsCounted: URIRef
    mentions: URIRef
    concerns: URIRef
    answeredAs: URIRef
    labelledAs: URIRef
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
    inForceFrom: URIRef
    commencementNote: URIRef
    govukSlug: URIRef
    provision: URIRef
    scrutinises: URIRef
    registerSource: URIRef
    deliveryConfidence: URIRef
    ownerConfidence: URIRef
    ownerAsStated: URIRef
    portfolioNumber: URIRef
    departmentAsStated: URIRef
    commentary: URIRef
    scheduleNarrative: URIRef
    approvedStart: URIRef
    approvedEnd: URIRef
    countsAsDepartment: URIRef
    shortcutOf: URIRef
    spokenIn: URIRef


class ADMS(DefinedNamespace):
    """Terms of <http://www.w3.org/ns/adms#> that `joinedup.ttl` declares."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/adms#")

    Identifier: URIRef
    identifier: URIRef
    status: URIRef
    schemaAgency: URIRef


class CITO(DefinedNamespace):
    """Terms of <http://purl.org/spar/cito/> that `joinedup.ttl` declares."""

    _fail = True
    _NS = Namespace("http://purl.org/spar/cito/")

    repliesTo: URIRef


class ELI(DefinedNamespace):
    """Terms of <http://data.europa.eu/eli/ontology#> that `joinedup.ttl` declares."""

    _fail = True
    _NS = Namespace("http://data.europa.eu/eli/ontology#")

    LegalResource: URIRef


class OA(DefinedNamespace):
    """Terms of <http://www.w3.org/ns/oa#> that `joinedup.ttl` declares."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/oa#")

    Annotation: URIRef
    SpecificResource: URIRef
    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    hasBody: URIRef
    hasSelector: URIRef
    hasSource: URIRef
    hasTarget: URIRef
    end: URIRef
    exact: URIRef
    prefix: URIRef
    start: URIRef
    suffix: URIRef


class Basis(StrEnum):
    """What a position rests on."""

    GOVERNMENT_WORDS = "government-words"
    """Words of the answer. They stand with the position where its text is kept; where a curator read them on a page, no sentence is."""
    TRACKER_LABEL = "tracker-label"
    """A tracker's label alone. No words of government stand behind it here."""
    SECONDARY_REPORT = "secondary-report"
    """What somebody else reports of the answer."""


class FindingKind(StrEnum):
    """Kinds of numbered paragraph in a committee's report."""

    RECOMMENDATION = "recommendation"
    """Asks somebody to act."""
    CONCLUSION = "conclusion"
    """Judges, without asking anybody to act."""
    EVIDENCE_PARAGRAPH = "evidence-paragraph"
    """Sets out evidence, and neither judges nor asks."""


class Voice(StrEnum):
    """Who says a thing. No count may mix them unawares."""

    COMMITTEE = "committee"
    """The committee's own words."""
    GOVERNMENT = "government"
    """The government's own words."""
    TRACKER = "tracker"
    """A third party's label, title or summary."""
    CURATOR = "curator"
    """Our own reading of a page, bundled with the program."""
    INFERENCE = "inference"
    """Worked out by a run of the program."""
