"""IRIs: from stable keys, the same every time, and never broken."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UsageError
from graph.identity import CONTENT, IriFactory, slug

IRIS = IriFactory()
SAFE = re.compile(r"https://w3id\.org/joinedup/id/[a-z-]+/[a-z0-9-]+")


def test_a_world_key_stays_readable() -> None:
    key = ("accountability-index", "4", "13168")
    assert IRIS.from_key("finding", key).endswith("/id/finding/accountability-index-4-13168")


def test_a_committee_on_a_page_is_the_body_in_the_register() -> None:
    assert slug("Women and Equalities Committee") == "women-and-equalities-committee"


@given(st.text(st.characters(codec="ascii")))
def test_ascii_letters_and_digits_stay_and_all_else_parts_words(name: str) -> None:
    words = re.split(r"[^a-z0-9]+", name.replace("'", "").lower())
    assert slug(name) == "-".join(word for word in words if word)


@pytest.mark.parametrize(
    ("name", "segment"),
    [
        ("Comhairle nan Eilean Siar – Dòmhnall", "comhairle-nan-eilean-siar-domhnall"),
        ("Café’s £5m, phase_2", "cafes-5m-phase-2"),
        ("HC 1,234 &amp; more", "hc-1-234-amp-more"),
    ],
)
def test_other_letters_become_the_nearest(name: str, segment: str) -> None:
    assert slug(name) == segment


@given(st.lists(st.text(), min_size=1).map(lambda fields: (CONTENT, *fields)))
def test_content_of_any_kind_makes_a_sound_iri(key: tuple[str, ...]) -> None:
    assert SAFE.fullmatch(IRIS.from_key("finding", key))
    assert IRIS.from_key("finding", key) == IriFactory().from_key("finding", key)


@given(st.text(), st.text(), st.text())
def test_content_cut_elsewhere_is_other_content(a: str, b: str, c: str) -> None:
    one, other = (CONTENT, a + b, c), (CONTENT, a, b + c)
    assert (IRIS.from_key("x", one) == IRIS.from_key("x", other)) == (one == other)


@pytest.mark.parametrize(
    "base", ["", "joinedup", "https://x.org", "https://x.org/<b>/", "ftp://x/"]
)
def test_a_base_that_would_break_iris_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="base address"):
        IriFactory(base)
