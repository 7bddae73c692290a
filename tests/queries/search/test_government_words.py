from __future__ import annotations

from queries.search.government_words import own_words

_TEXT = "1. PAC recommendation: Count the children. 1.1 Agreed. We count the children now."


def test_what_is_restated_is_taken_out_once_and_the_rest_stays() -> None:
    own, _ = own_words(_TEXT, "", ["Count the children."])
    assert own == "1. PAC recommendation: \n\n 1.1 Agreed. We count the children now."
    twice = "Count. 1.1 Count. Agreed."
    assert own_words(twice, "", ["Count."])[0] == "\n\n 1.1 Count. Agreed."
    assert own_words(twice, "", ["Count.", "Count."])[0] == "\n\n 1.1 \n\n Agreed."


def test_the_longer_goes_before_what_stands_within_it() -> None:
    text = "Count the children. Count the children in care. Agreed."
    own, _ = own_words(text, "", ["Count the children", "Count the children in care."])
    assert "Count" not in own
    assert own.endswith("Agreed.")


def test_marks_of_omission_are_no_words_to_take_out() -> None:
    assert own_words("We agree … and act.", "", ["…", ""]) == ("We agree … and act.", "")


def test_the_cleaned_text_is_given_up_where_noise_hides_what_is_restated() -> None:
    original = "PAC: Count the chil-\ndren.14 Agreed. See the foot-\nnote."
    cleaned = "PAC: Count the children. Agreed. See the footnote."
    assert own_words(original, cleaned, ["Count the chil-\ndren.14"]) == (
        "PAC: \n\n Agreed. See the foot-\nnote.",
        "",
    )
    assert own_words(original, cleaned, []) == (original, cleaned)
    assert own_words(original, cleaned, ["What is not there."]) == (original, cleaned)
