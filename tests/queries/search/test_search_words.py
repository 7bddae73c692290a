from __future__ import annotations

import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import UsageError
from queries.search.search_words import LONGEST, MOST_TERMS, SearchTerm, parse_words, split_words


@pytest.mark.parametrize(
    ("typed", "groups", "excluded"),
    [
        ("common identifier", ["common", "identifier"], []),
        ('"common identifier"', ['"common identifier"'], []),
        ("“common identifier” data", ['"common identifier"', "data"], []),
        ('"common identifier', ['"common identifier"'], []),
        ("identif*", ["identif*"], []),
        ('"common identif*"', ['"common identif"*'], []),
        ('"common identif"*', ['"common identif"*'], []),
        ("births OR deaths data", ["births OR deaths", "data"], []),
        ("births | deaths", ["births OR deaths"], []),
        ("births or deaths", ["births", "or", "deaths"], []),
        ("OR births OR", ["births"], []),
        ("data AND sharing", ["data", "sharing"], []),
        ("data -protection", ["data"], ["protection"]),
        ('data NOT "subject access"', ["data"], ['"subject access"']),
        ("data-sharing", ['"data sharing"'], []),
        ("Café CAFÉ cafe", ["cafe"], []),
        ("children’s", ['"children s"'], []),
        ("-data", [], ["data"]),
        ("§ 12.4 (a) & b", ['"12 4"', "a", "b"], []),
        ("DfE: MoJ;", ["dfe", "moj"], []),
        ("", [], []),
        ("   ", [], []),
        ("AND", ["and"], []),
        ("OR OR", ["or"], []),
        ("data AND OR AND births", ["data OR births"], []),
    ],
)
def test_words_are_read_as_people_mean_them(
    typed: str, groups: list[str], excluded: list[str]
) -> None:
    words = parse_words(typed)
    assert [" OR ".join(map(str, group)) for group in words.groups] == groups
    assert [str(term) for term in words.excluded] == excluded


@given(st.text(max_size=200))
def test_whatever_is_typed_is_read_or_refused_in_plain_words(typed: str) -> None:
    try:
        words = parse_words(typed)
    except UsageError as error:
        assert "There is no word" in str(error) or "at most" in str(error)  # noqa: PT017
        return
    assert parse_words(str(words)) == words


@pytest.mark.parametrize("typed", ["(((", '"" * -', "—", "| &", "\x00"])
def test_what_holds_no_word_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="There is no word"):
        parse_words(typed)


def test_too_much_is_refused_with_its_measure() -> None:
    parse_words("a" * LONGEST)
    with pytest.raises(UsageError, match=r"at most 1,000 characters, and this has 1,001"):
        parse_words("a" * (LONGEST + 1))


def test_too_many_words_are_refused_with_their_number() -> None:
    parse_words(" ".join(f"w{number}" for number in range(MOST_TERMS)))
    with pytest.raises(UsageError, match=r"at most 64 words, and this has 65"):
        parse_words(" ".join(f"w{number}" for number in range(MOST_TERMS + 1)))


def test_threads_may_split_words_at_once() -> None:
    texts = [f"word{number} and other{number} words" for number in range(200)]
    with ThreadPoolExecutor(8) as threads:
        assert list(threads.map(split_words, texts)) == [tuple(text.split()) for text in texts]


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cn"]), max_size=60))
def test_a_word_is_folded_once_and_for_all(text: str) -> None:
    words = split_words(text)
    assert split_words(" ".join(words)) == words
    assert all(not any(character.isspace() for character in word) for word in words)


def test_case_and_marks_on_letters_make_no_difference() -> None:
    composed = unicodedata.normalize("NFC", "Évaluation naïve")
    decomposed = unicodedata.normalize("NFD", composed)
    assert split_words(composed) == split_words(decomposed) == ("evaluation", "naive")


def test_half_a_pair_of_surrogates_stands_between_words() -> None:
    assert split_words("data\udcff sharing") == ("data", "sharing")


def test_all_words_side_by_side_are_asked_for_single_words_only() -> None:
    assert parse_words("common identifier").phrase == SearchTerm(("common", "identifier"))
    for typed in ("identifier", "common identif*", "common OR unique identifier"):
        assert parse_words(typed).phrase is None
