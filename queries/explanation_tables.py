"""Explanations and candidate names as tables, for notebooks and programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.candidate_names import list_candidates
from queries.finding_lookup import label_of
from queries.finding_story import story_of
from queries.mention_explanations import explain_name
from queries.result_tables import Table

if TYPE_CHECKING:
    from graph.store.readable_store import ReadableStore


def candidate_table(store: ReadableStore) -> Table:
    """The candidates of a graph, those that most texts name first, with the first sentence."""
    rows = tuple(
        (
            each.label,
            each.abbreviation,
            each.likely_class,
            each.texts,
            each.mentions,
            "; ".join(entity.label for entity in each.similar),
            each.contexts[0][1] if each.contexts else "",
            each.key,
        )
        for each in list_candidates(store)
    )
    columns = ("name", "short", "kind", "texts", "mentions", "like", "sentence", "candidate")
    return Table(columns, rows, "Names that texts use and no register has.")


def story_table(store: ReadableStore, finding: str) -> Table:
    """What is said of a finding, given by its IRI: who says it, and where."""
    rows = tuple(
        (line.who, line.what, line.says, line.date, "; ".join(line.places))
        for line in story_of(store, finding)
    )
    columns = ("who says so", "what", "words", "date", "source")
    return Table(columns, rows, f"{label_of(store, finding)}.")


def explanation_table(store: ReadableStore, finding: str, name: str) -> Table:
    """Why a finding, given by its IRI, is said to name something: a row for each mention.

    Raises:
        UnknownNameError: If nothing in its texts is taken to name it.
    """
    rows = tuple(
        (
            each.quotation,
            each.entity.label if each.entity else "",
            each.sentence,
            each.voice,
            each.rule,
            each.confidence,
            "; ".join(entity.label for entity in each.considered),
        )
        for each in explain_name(store, finding, name)
    )
    columns = (
        *("quotation", "name", "sentence", "who says so", "rule", "confidence"),
        "considered",
    )
    return Table(columns, rows, f"{label_of(store, finding)}.")
