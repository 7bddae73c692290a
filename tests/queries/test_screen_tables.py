"""What a reader sees of a table on a narrow screen."""

from __future__ import annotations

import pytest

from queries.result_tables import Table, render

_PAIRS = Table(
    (
        "A",
        "B",
        "findings together",
        "expected by coincidence",
        "p",
        "more than coincidence",
        "note",
    ),
    (
        ("Department for Education", "Ministry of Justice", 7, 5.95, 6.68e-05, "no", None),
        ("Cabinet Office", "HM Treasury", 8, 4.54, 0.0833, "cannot be judged", "own agency"),
    ),
    "8 of 84 pairs shown. A pair counts each finding once; names count in finding or answer.",
)


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_figure_and_no_word_is_cut_on_any_screen(width: int) -> None:
    shown = render(_PAIRS, "table", width=width)
    assert "…" not in shown
    words = {word for row in _PAIRS.rows for cell in row for word in str(cell or "").split()}
    assert {word for word in words if word not in shown} == set()
    assert all(len(line) <= width for line in shown.splitlines())


def test_a_table_that_does_not_fit_is_shown_row_by_row() -> None:
    assert render(_PAIRS, "table", width=60).startswith(
        "A                        Department for Education\n"
        "B                        Ministry of Justice\n"
        "findings together        7\n"
        "expected by coincidence  5.95\n"
        "p                        6.68e-05\n"
        "more than coincidence    no\n"
        "\n"
        "A                        Cabinet Office\n"
    )


def test_a_table_that_fits_keeps_its_columns_and_its_names() -> None:
    names = Table(
        ("question", "asks", "parameters"),
        (("departments-without-a-programme", "Which departments share no programme?", "minimum="),),
    )
    shown = render(names, "table", width=64)
    assert "┃ question" in shown
    assert "departments-without-a-programme" in shown


def test_rows_that_would_be_tall_and_thin_are_shown_as_blocks() -> None:
    sentence = "The bodies should settle a joint plan for data and evidence. " * 4
    table = Table(("finding", "sentence"), (("Recommendation 2 of a report", sentence.strip()),))
    assert "┃" not in render(table, "table", width=40)
    assert "┃" in render(table, "table", width=120)


def test_a_web_address_is_never_broken() -> None:
    address = "https://committees.parliament.uk/publications/" + "0123456789/" * 6
    table = Table(("name", "page"), (("A report", address),))
    assert address in render(table, "table", width=40)


def test_what_stands_below_a_table_is_broken_between_words() -> None:
    caption = render(_PAIRS, "table", width=60).split("\n\n")[-1]
    assert caption.replace("\n", " ") == _PAIRS.caption
    assert "\n" in caption


def test_a_table_without_rows_says_so() -> None:
    assert (
        render(Table(_PAIRS.columns, (), "Nothing."), "table", width=60) == "No rows.\n\nNothing."
    )
