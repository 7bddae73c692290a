"""Names that are missed get the suggestions that a person would make."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UnknownNameError
from graph.store.embedded import Store
from queries.entity_lookup import load_lookup
from queries.name_suggestions import suggest_names

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("Education", "Department for Education"),
        ("Justice", "Ministry of Justice"),
        ("Health", "Department of Health"),
        ("Cabinet", "Cabinet Office"),
        ("Ministry of Justise", "Ministry of Justice"),
        ("Data Frist", "Data First"),
        ("BOLDD", "Better Outcomes through Linked Data"),
        ("unique child id", "Unique child identifier"),
        ("Universl Credit", "Universal Credit"),
        ("Tresury", "HM Treasury"),
        ("Home Offise", "Home Office"),
    ],
)
def test_the_first_suggestion_is_what_was_meant(
    bundled_store: Path, typed: str, first: str
) -> None:
    with pytest.raises(UnknownNameError) as missed:
        load_lookup(Store.open(bundled_store)).find(typed)
    suggested = str(missed.value).partition("Did you mean: ")[2].rstrip("?").split("; ")
    assert suggested[0] == first
    assert len(suggested) <= 5


def test_a_committee_is_suggested_beside_its_department(bundled_store: Path) -> None:
    with pytest.raises(UnknownNameError, match=r"Department for Education; .*Education Committee"):
        load_lookup(Store.open(bundled_store)).find("Education")


def test_a_name_like_none_gets_no_suggestion(bundled_store: Path) -> None:
    with pytest.raises(UnknownNameError, match="called 'qqqq'") as missed:
        load_lookup(Store.open(bundled_store)).find("qqqq")
    assert "Did you mean" not in str(missed.value)
    assert str(missed.value).endswith("`joinedup connections` lists what its findings name.")


@given(st.text(max_size=40), st.lists(st.text(max_size=30), max_size=8))
def test_suggestions_are_names_that_there_are(typed: str, names: list[str]) -> None:
    labels = {f"thing{number}": name for number, name in enumerate(names)}
    index = {name.casefold(): [thing] for thing, name in labels.items()}
    suggested = suggest_names(typed.casefold(), index, labels)
    assert set(suggested) <= set(names)
    assert len(set(suggested)) == len(suggested) <= 5
