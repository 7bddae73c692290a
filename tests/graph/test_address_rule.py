"""One rule of what a web address is, for registers, pages, rows and the graph."""

import re
from urllib.parse import urlsplit

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st

from graph.address_rule import WEB_ADDRESS, encoded_address, is_web_address
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
        "https://a:b:c/",
        "http://1.2.3.4:x/",
        "http://[::1",
        "https://www.example.org:x/committees/4/",
    ],
)
def test_what_is_none(text: str | None) -> None:
    assert not is_web_address(text)
    assert web_address(text) is None


def test_an_address_that_is_printed_carelessly_is_kept_and_encoded() -> None:
    assert is_web_address("https://example.org/a b")
    assert web_address("https://example.org/a b") == "<https://example.org/a%20b>"
    assert not is_web_address("https:// example.org")


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("https://x.example/a b|c", "https://x.example/a%20b%7Cc"),
        ("https://a/#b#c", "https://a/#b%23c"),
        ("http://[::1]/[a]", "http://[::1]/%5Ba%5D"),
        ("https://x.example?q=ñ#é", "https://x.example?q=%C3%B1#%C3%A9"),
        ("https://x.example/100%/%41", "https://x.example/100%25/%41"),
    ],
)
def test_what_may_not_stand_in_an_address_is_encoded(printed: str, written: str) -> None:
    assert encoded_address(printed) == written


HOSTILE = st.text(st.sampled_from("ab:/?#[]@%|\\^`{}<>\"' \t\n\0ñ中\ud800.-_~1")) | st.text()


@given(HOSTILE)
def test_every_address_that_is_taken_is_read_back_by_strict_readers(text: str) -> None:
    written = encoded_address(f"https://{text}")
    if written is None:
        return
    (quad,) = ox.parse(f"<urn:s> <urn:p> <{written}> .".encode(), format=ox.RdfFormat.N_QUADS)
    assert quad.object == ox.NamedNode(written)
    assert encoded_address(written) == written
    assert rdflib.URIRef(written).n3() == f"<{written}>"
    assert urlsplit(written).hostname is not None or not re.match("https?://[^/?#@:]", written)


@given(st.text())
def test_an_address_within_a_text_is_one_by_itself(text: str) -> None:
    found = re.search(WEB_ADDRESS, f"see https://example.org/{text}", re.IGNORECASE)
    assert found
    assert is_web_address(found[0])
