"""Rich text: characters in every way of writing them, numbers, tables, and what is left out."""

from __future__ import annotations

import pytest

from graph.errors import InputError
from loaders.formats import format_of, rtf
from loaders.text import rtf_tokens
from loaders.text.shown_text import BlockRole


def lines(body: str | bytes, head: str = r"\rtf1\ansi\ansicpg1252") -> list[str]:
    inside = body if isinstance(body, bytes) else body.encode()
    raw = b"{" + head.encode() + inside + b"}"
    return rtf.extract(rtf.decode(raw, "paper.rtf")).text.splitlines()


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (r" women\'92s", "women’s"),
        (r" women\rquote s", "women’s"),
        (r" women\u8217?s", "women’s"),
        (r" women\u8217\'92s", "women’s"),
        (r"\uc0 women\u8217 s", "women’s"),
        (r"\uc2 women\u8217\'81\'66s", "women’s"),
        (r" \u-10179?\u-8704? on", "😀 on"),
        (r" 2022\endash 23\emdash so", "2022–23—so"),
        (r" a\~b\_c \{d\} \\", "a b-c {d} \\"),
        (" £15".encode(), "£15"),
        (" £15".encode("cp1252"), "£15"),
        (b" 15\r\n 000", "15 000"),
    ],
)
def test_characters_are_read_however_they_are_written(written: str | bytes, expected: str) -> None:
    assert lines(written) == [expected]


def test_bytes_mean_what_the_file_says_of_them() -> None:
    assert lines(r" \'e9\'8e", r"\rtf1\mac") == ["Èé"]
    assert lines(r" \'cf", r"\rtf1\ansi\ansicpg1251") == ["П"]
    assert lines(r" \'93\'fa\'96{", r"\rtf1\ansi\ansicpg932")[0].startswith("日")


def test_numbers_of_lists_stand_before_their_paragraphs_and_bullets_do_not() -> None:
    body = (
        r"{\listtext\pard\plain 1.\tab}Dredge.\par\pard We agree.\par"
        r"{\pntext\f3 2)\tab}{\*\pn\pnlvlbody}Share tides.\par{\listtext\f3\'b7\tab}By May.\par"
    )
    assert lines(body) == ["1. Dredge.", "We agree.", "2) Share tides.", "By May."]


def test_headings_are_told_by_style_or_level() -> None:
    sheet = r"{\stylesheet{\s1\sbasedon0 heading 1;}{\*\cs10 Default;}{\s2 Quote;}}"
    body = rf"{sheet}\pard\s1 Ports\par\pard\outlinelevel1 Tides\par\pard\s2 Asked.\par\pard Told."
    shown = rtf.extract(rtf.decode(rf"{{\rtf1{body}}}".encode(), "paper.rtf"))
    assert shown.text.splitlines() == ["Ports", "Tides", "Asked.", "Told."]
    assert [each.role for each in shown.roles] == [
        BlockRole.HEADING, BlockRole.HEADING, BlockRole.QUOTATION,
    ]  # fmt: skip


def test_tables_keep_their_cells() -> None:
    body = (
        r"\trowd\cellx1\cellx2\pard\intbl 1. Dredge.\par Soon.\cell We agree.\cell\row"
        r"\trowd\pard\intbl 2. Share.\cell No.\cell\row\pard End.\par"
    )
    shown = rtf.extract(rtf.decode(rf"{{\rtf1{body}}}".encode(), "paper.rtf"))
    cells = [[shown.text[slice(*cell)].strip() for cell in row.cells] for row in shown.rows]
    assert cells == [["1. Dredge.\nSoon.", "We agree."], ["2. Share.", "No."]]
    assert shown.text.endswith("End.\n")


def test_what_is_no_text_is_left_out_and_results_of_fields_are_read() -> None:
    body = (
        r"{\fonttbl{\f0 Arial;}}{\info{\title Secret}}{\header Page head\par}"
        r"{\pict\bin4 {{}}}{\*\unknown words}{\field{\*\fldinst HYPERLINK x}{\fldrslt Words}}"
        r"{\v hidden}{\deleted gone}{\object{\*\objdata 0105}{\result shown}}.\par"
    )
    assert lines(body) == ["Words."]


def test_footnotes_go_to_the_foot() -> None:
    body = r" Letters go out.{\super\chftn{\footnote\pard\plain\chftn  HC 12}} More.\par Next.\par"
    assert lines(body) == ["Letters go out.1 More.", "Next.", "1 HC 12"]


def test_braces_that_do_not_match_do_no_harm() -> None:
    assert lines(r" Words.}}}} More.\par") == ["Words. More."]
    assert lines(" Words." + "{" * 100_000) == ["Words."]


def test_a_file_without_text_or_with_too_many_signs_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(InputError, match="holds no text"):
        lines(r"{\pict 0102}")
    monkeypatch.setattr(rtf_tokens, "MOST_TOKENS", 10)
    with pytest.raises(InputError, match="larger than an RTF file"):
        lines("{}" * 10)


def test_the_bytes_tell_rich_text_whatever_its_name() -> None:
    assert format_of(rb"{\rtf1 x}", ".doc").name == "rtf"
