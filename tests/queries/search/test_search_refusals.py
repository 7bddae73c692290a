"""Requests that make no sense are refused in words, and hostile words are read plainly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.errors import UnknownNameError, UsageError
from queries.search import search_index
from queries.search.search_result import SearchRequest

if TYPE_CHECKING:
    from queries.search.text_search import TextSearch


def test_a_request_that_makes_no_sense_is_refused(search: TextSearch) -> None:
    with pytest.raises(UsageError, match="whole numbers from 0"):
        search.search(SearchRequest("data", limit=-1))
    with pytest.raises(UnknownNameError, match="There is no facet 'colour'"):
        search.search(SearchRequest("data", {"colour": ["red"]}))


_HOSTILE = [
    "'; DROP TABLE passage; --",
    '"unclosed AND (NEAR(a b, 5)',
    "words:data",
    "{words cleaned}: data",
    "^data",
    "data + sharing",
    "NEAR(data sharing, 3)",
    "a" * 900,
    "-" * 400 + "x",
    '"' * 501 + "x",
    "* OR * x",
    "data\x00sharing",
    "\u202edata",
    "DATA　ＳＨＡＲＩＮＧ",
    "%s %d {} {0} \\",
    "ﬁnding ﬀ ß İ ı",
]


def test_beginnings_of_too_many_words_are_refused(
    search: TextSearch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "MOST_WORDS", 10)
    assert search.search(SearchRequest("identif*")).total
    with pytest.raises(UsageError, match=r"More than 10 words begin with a\*, identif\*"):
        search.search(SearchRequest("a* -identif*"))


@pytest.mark.parametrize("words", _HOSTILE)
def test_hostile_words_are_read_plainly(search: TextSearch, words: str) -> None:
    assert search.search(SearchRequest(words)).total >= 0


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["data", "shar*", '"', "-", "OR", "(", ")", "NOT", "*", "'", ":", "^", "a*", "£", "AND"]
        ),
        max_size=12,
    ).map(" ".join)
    | st.text(max_size=40)
)
def test_no_words_are_an_error_of_sqlite(search: TextSearch, words: str) -> None:
    try:
        result = search.search(SearchRequest(words, limit=2))
    except UsageError as error:
        assert "no word" in str(error) or "at most" in str(error)  # noqa: PT017
    else:
        assert result.total >= len(result.hits)
