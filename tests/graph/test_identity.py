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
