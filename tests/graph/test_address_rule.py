"""One rule of what a web address is, for registers, pages, rows and the graph."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.address_rule import WEB_ADDRESS, is_web_address
from graph.statements.ntriples import web_address


@pytest.mark.parametrize(
    "text", ["https://example.org", "http://example.org/a?b=c#d", "HTTPS://EXAMPLE.ORG/"]
)
def test_what_is_an_address(text: str) -> None:
    assert is_web_address(text)
    assert web_address(text) == f"<{text}>"


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "example.org",
        "https://",
        "https:///path",
        "ftp://example.org",
        "see https://x.org",
    ],
)
def test_what_is_none(text: str | None) -> None:
    assert not is_web_address(text)
    assert web_address(text) is None


def test_an_address_that_is_printed_carelessly_is_kept_and_encoded() -> None:
    assert is_web_address("https://example.org/a b")
    assert web_address("https://example.org/a b") == "<https://example.org/a%20b>"
    assert not is_web_address("https:// example.org")


@given(st.text())
def test_an_address_within_a_text_is_one_by_itself(text: str) -> None:
    found = re.search(WEB_ADDRESS, f"see https://example.org/{text}", re.IGNORECASE)
    assert found
    assert is_web_address(found[0])
