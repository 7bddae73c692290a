"""Terms: nothing that a source says can break out of one."""

import pyoxigraph as ox
from hypothesis import given
from hypothesis import strategies as st

from graph.statements.ntriples import literal, partial_date, web_address

ANY_TEXT = st.text(st.characters(codec="utf-8"))


def parsed(term: str) -> object:
    [quad] = ox.parse(f"<a:s> <a:p> {term} .", format=ox.RdfFormat.N_TRIPLES)
    return quad.object


@given(ANY_TEXT)
def test_every_text_comes_back_as_it_was(text: str) -> None:
    assert parsed(literal(text)) == ox.Literal(text)


@given(ANY_TEXT)
def test_every_address_is_one_term_or_none(text: str) -> None:
    address = web_address(f"https://example.org/{text}")
    assert address is not None
    assert isinstance(parsed(address), ox.NamedNode)


def test_what_is_no_web_address_is_no_iri() -> None:
    assert web_address("javascript:alert(1)") is None
    assert web_address("see the page") is None
    assert web_address(None) is None


def test_dates_are_as_exact_as_they_were_given() -> None:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert parsed(partial_date("2024")) == ox.Literal("2024", datatype=ox.NamedNode(f"{xsd}gYear"))
    month = ox.Literal("2023-12", datatype=ox.NamedNode(f"{xsd}gYearMonth"))
    assert parsed(partial_date("2023-12")) == month
    day = ox.Literal("2023-12-05", datatype=ox.NamedNode(f"{xsd}date"))
    assert parsed(partial_date("2023-12-05")) == day
