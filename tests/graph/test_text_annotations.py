"""What is stated of the names in a text: once for their sentence and rule, or by themselves."""

from __future__ import annotations

import pytest

from graph.identity import IriFactory
from graph.records.findings import Voice
from graph.records.mentions import Mention
from graph.records.sentence_spans import SentenceSpans
from graph.statements.ntriples import in_default_graph
from graph.statements.ontology_statements import vocabulary
from graph.statements.text_annotations import SpokenMention, TextAnnotations
from graph.store.embedded import Store
from queries.evidence_sentences import Evidence, Sentences

TEXT = "MoJ said “use BOLD”. DfE agreed."
IRIS = IriFactory()
ADDRESS = IRIS.text(TEXT)
RECORD, FINDING = "<https://example.org/record>", "<https://example.org/finding>"
JU = "https://w3id.org/joinedup/ontology#"


def spoken(name: str, voice: Voice, confidence: float = 0.97) -> SpokenMention:
    start = TEXT.index(name)
    kind = "initiative" if name == "BOLD" else "organisation"
    mention = Mention(
        start, start + len(name), (kind, name.lower()), "register-abbreviation", confidence, name
    )
    return SpokenMention(mention, voice)


def store_of(*mentions: SpokenMention) -> Store:
    spans = SentenceSpans(TEXT, (0, 21), (0, 21))
    statements = TextAnnotations(IRIS, ADDRESS, TEXT, spans).mentions(mentions)
    store = Store.in_memory()
    text = f'<{ADDRESS}> <{JU}content> "{TEXT}" .\n'
    shown = f"{FINDING} <{JU}hasText> <{ADDRESS}> {RECORD} .\n"
    lines = in_default_graph([*statements, *vocabulary()]) + text + shown
    store.load(lines.encode())
    return store


def evidence(store: Store) -> list[tuple[str, str, str]]:
    """Name, sentence and voice of each name, in the order of the text."""
    shown: tuple[Evidence, ...] = Sentences(store).of(FINDING.strip("<>"))
    return [(item.words, f"{item.before}{item.words}{item.after}", item.voice) for item in shown]


def count(store: Store, pattern: str) -> int:
    return len(list(store.rows(f"PREFIX ju: <{JU}> SELECT * WHERE {{ {pattern} }}")))


def test_a_voice_is_stated_once_of_a_sentence_that_has_no_other() -> None:
    store = store_of(
        spoken("MoJ", Voice.COMMITTEE), spoken("BOLD", Voice.COMMITTEE),
        spoken("DfE", Voice.GOVERNMENT),
    )  # fmt: skip
    assert evidence(store) == [
        ("MoJ", "MoJ said “use BOLD”.", "committee"),
        ("BOLD", "MoJ said “use BOLD”.", "committee"),
        ("DfE", "DfE agreed.", "government"),
    ]
    assert count(store, "?sentence ju:inText ?text ; ju:voice ?voice") == 2
    assert count(store, "?mention a ju:Mention ; ju:voice ?voice") == 0


def test_names_of_one_sentence_keep_the_voices_that_each_stands_in() -> None:
    store = store_of(spoken("MoJ", Voice.GOVERNMENT), spoken("BOLD", Voice.COMMITTEE))
    assert evidence(store) == [
        ("MoJ", "MoJ said “use BOLD”.", "government"),
        ("BOLD", "MoJ said “use BOLD”.", "committee"),
    ]
    assert count(store, "?sentence ju:inText ?text ; ju:voice ?voice") == 0


@pytest.mark.parametrize(("confidence", "statements"), [(0.97, 0), (0.7, 1)])
def test_a_confidence_is_stated_where_it_is_not_that_of_the_rule(
    confidence: float, statements: int
) -> None:
    store = store_of(spoken("DfE", Voice.COMMITTEE, confidence))
    assert count(store, "?mention ju:confidence ?confidence") == statements
