"""What a reader sees of a table on a narrow screen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.joined_rows import join_rows
from queries.result_tables import Table, render
from queries.screen_text import wrap_lines
from queries.table_layout import TableLayout

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


_RANKED = Table(
    _PAIRS.columns,
    _PAIRS.rows,
    _PAIRS.caption,
    TableLayout(details=("p", "expected by coincidence")),
)


def test_columns_that_matter_least_go_first_and_are_named() -> None:
    wide = render(_RANKED, "table", width=120)
    assert "6.68e-05" in wide
    assert "left out" not in wide
    narrow = " ".join(render(_RANKED, "table", width=66).split())
    assert "6.68e-05" not in narrow
    assert "Columns left out for want of room: p, expected by coincidence." in narrow
    assert "--record, or --wide" in narrow


def test_a_record_holds_every_column() -> None:
    record = render(_RANKED, "record", width=60)
    assert record.startswith("A                        Department for Education\n")
    assert "6.68e-05" in record
    assert "left out" not in record


def test_a_column_without_a_value_is_said_to_be_empty() -> None:
    table = Table(("name", "words"), (("Recommendation 1", None), ("Recommendation 2", "")))
    shown = render(table, "table", width=60)
    assert "┃ words" not in shown
    assert "Empty in every row shown: words." in shown


_SENTENCES = Table(
    ("finding", "names", "sentence"),
    (
        ("Recommendation 1", "DfE", "“»DfE« and MoJ should share data.”"),
        ("Recommendation 1", "DfE", "“»DfE« should publish.”"),
        ("Recommendation 1", "MoJ", "“DfE and »MoJ« should share data.”"),
        ("Recommendation 2", "MoJ", "“»MoJ« should publish.”"),
    ),
    layout=TableLayout(groups=("finding",), joined="names"),
)


def test_a_sentence_that_names_both_is_shown_once_below_its_finding() -> None:
    assert render(_SENTENCES, "record", width=60) == (
        "Recommendation 1\n"
        "  names     DfE, MoJ\n"
        "  sentence  “»DfE« and »MoJ« should share data.”\n"
        "\n"
        "  names     DfE\n"
        "  sentence  “»DfE« should publish.”\n"
        "\n"
        "Recommendation 2\n"
        "  names     MoJ\n"
        "  sentence  “»MoJ« should publish.”"
    )


def test_programs_get_every_row_and_column_as_they_are() -> None:
    rows = render(_SENTENCES, "csv").splitlines()
    assert rows[0] == "finding,names,sentence"
    assert len(rows) == 5


@given(st.text(alphabet="ab »«", max_size=30), st.sets(st.integers(0, 30), max_size=4))
def test_marks_of_names_are_put_together_without_loss(text: str, offsets: set[int]) -> None:
    plain = text.replace("»", "").replace("«", "")
    copies = [f"{plain[:offset]}»{plain[offset:]}«" for offset in sorted(offsets)] or [plain]
    [(joined, names)] = join_rows([[copy, str(number)] for number, copy in enumerate(copies)], 1)
    assert joined.replace("»", "").replace("«", "") == plain
    assert joined.count("»") == len({min(offset, len(plain)) for offset in offsets})
    assert names == ", ".join(map(str, range(len(copies))))


def test_lines_of_messages_are_broken_between_words_and_commands_are_not() -> None:
    text = (
        "  sentence    The Department should share what it knows.\n"
        "  joinedup ask story-of-a-finding finding=one --record\n"
        "https://committees.parliament.uk/publications/0123456789"
    )
    assert wrap_lines(text, 40).splitlines() == [
        "  sentence    The Department should",
        "              share what it knows.",
        "  joinedup ask story-of-a-finding finding=one --record",
        "https://committees.parliament.uk/publications/0123456789",
    ]


def test_a_record_says_a_sentence_once_and_short_values_each_time() -> None:
    sentence = "Target date: May 2021, as agreed."
    table = Table(("words", "sentence", "label", "status"), ((sentence, sentence, "Open", "Open"),))
    assert render(table, "record", width=60) == (
        f"words     {sentence}\nlabel     Open\nstatus    Open"
    )
