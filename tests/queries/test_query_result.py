"""Answers on their way from the process that asks a store to the one that shows them."""

from __future__ import annotations

import pickle

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from queries.query_result import Form, Result, packed, unpacked

NODES = st.text("abc/-é", min_size=1).map(
    lambda words: ox.NamedNode(f"https://example.org/{words}")
)
WORDS = st.text(st.characters(exclude_categories=["Cs"]))
TERMS = st.one_of(
    st.none(),
    NODES,
    st.integers().map(ox.Literal),
    WORDS.map(ox.Literal),
    st.builds(ox.Literal, WORDS, datatype=NODES),
    st.builds(ox.Literal, WORDS, language=st.sampled_from(["en", "cy", "en-gb"])),
    st.text("ab", min_size=1).map(ox.BlankNode),
)


@given(rows=st.lists(st.tuples(TERMS, TERMS)), whole=st.booleans())
def test_an_answer_arrives_as_it_was_sent(
    rows: list[tuple[ox.NamedNode | None, ox.NamedNode | None]], *, whole: bool
) -> None:
    sent = Result(Form.ROWS, ("one", "other"), tuple(rows), whole)
    arrived = unpacked(pickle.loads(pickle.dumps(packed(sent))))  # noqa: S301 - our own bytes
    assert arrived == sent
    assert str(arrived.rows) == str(sent.rows)


def test_a_statement_about_a_statement_arrives() -> None:
    node = ox.NamedNode("https://example.org/a")
    told = Result(Form.ROWS, ("told",), ((ox.Triple(node, node, node),),))
    assert unpacked(pickle.loads(pickle.dumps(packed(told)))) == told  # noqa: S301 - our own bytes
