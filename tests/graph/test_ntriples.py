"""Terms: nothing that a source says can break out of one."""

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.partial_date import PartialDate
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


@pytest.mark.parametrize(
    ("date", "datatype"), [("2024", "gYear"), ("2023-12", "gYearMonth"), ("2023-12-05", "date")]
)
def test_dates_are_written_as_exactly_as_they_are_known(date: str, datatype: str) -> None:
    xsd = f"http://www.w3.org/2001/XMLSchema#{datatype}"
    assert parsed(partial_date(PartialDate.parse(date))) == ox.Literal(
        date, datatype=ox.NamedNode(xsd)
    )
