from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from queries.search.matching_sentences import best_sentences

_TEXT = (
    "Schools share data. Courts keep data on children, and schools do too. Nothing else is said."
)


def shown(text: str, *groups: str) -> tuple[int, str]:
    ((score, sentence),) = best_sentences([text], groups)
    return score, "".join(f"[{each.words}]" if each.marked else each.words for each in sentence)


def test_the_sentence_with_most_of_the_words_is_shown_with_each_marked() -> None:
    assert shown(_TEXT, '"data"', '"children"') == (
        2,
        "Courts keep [data] on [children], and schools do too.",
    )
    assert shown(_TEXT, '"school"') == (1, "[Schools] share data.")


def test_a_phrase_that_runs_over_the_end_of_a_sentence_is_marked() -> None:
    assert shown(_TEXT, '"data courts"') == (
        1,
        "Schools share [data. Courts] keep data on children, and schools do too.",
    )
    assert shown("One. Two. Three. Four.", '"one two three"')[1] == "[One. Two. Three]. Four."


def test_what_is_not_in_a_text_is_not_marked() -> None:
    assert shown(_TEXT, '"prison"') == (0, "Schools share data.")
    assert shown(_TEXT) == (0, "Schools share data.")
    assert best_sentences([], ['"data"']) == []
    assert shown("", '"data"') == (0, "")


def test_sentences_of_several_texts_are_kept_apart() -> None:
    sentences = best_sentences(["No word. Data here.", "", "Data. Data there."], ['"data"'])
    assert [score for score, _ in sentences] == [1, 0, 1]
    assert "".join(piece.words for piece in sentences[2][1]) == "Data."


@given(st.text(max_size=80), st.text("ab \x00\x02\x03.\n", max_size=40))
def test_no_character_of_a_sentence_is_lost(text: str, noise: str) -> None:
    whole = f"{noise}{text} data {noise}"
    ((_, sentence),) = best_sentences([whole], ['"data"'])
    shown_words = "".join(piece.words for piece in sentence)
    assert shown_words in whole
    assert shown_words == shown_words.strip()
