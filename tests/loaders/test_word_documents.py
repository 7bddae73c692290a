"""Word documents: what Word counts, hides, deletes or keeps elsewhere, as its reader sees it."""

from __future__ import annotations

import pytest

from graph.errors import InputError
from loaders.formats import docx, format_of
from loaders.text.shown_text import BlockRole
from tests.office_files import HEADINGS, word_file, word_paragraph, zip_of


def lines(raw: bytes) -> list[str]:
    return docx.extract(docx.decode(raw, "paper.docx")).text.splitlines()


def level(number: int, text: str, kind: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(levels: str, *overrides: str) -> str:
    uses = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="7"/>{override}</w:num>'
        for number, override in enumerate(overrides or ("",), start=1)
    )
    return f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>{uses}'


def numbered(text: str, depth: int = 0, use: int = 1) -> str:
    return word_paragraph(
        text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{use}"/></w:numPr>'
    )


def test_recommendations_bear_the_numbers_that_word_counts_over_the_replies_between_them() -> None:
    body = numbered("Dredge.") + word_paragraph("We agree.") + numbered("Share tides.")
    raw = word_file(body, numbering=numbering(level(0, "%1.")))
    assert lines(raw) == ["1. Dredge.", "We agree.", "2. Share tides."]


@pytest.mark.parametrize(
    ("template", "kind", "expected"),
    [
        ("Recommendation %1:", "decimal", "Recommendation 2: Share tides."),
        ("(%1)", "lowerRoman", "(ii) Share tides."),
        ("%1)", "upperLetter", "B) Share tides."),
        ("•", "bullet", "Share tides."),
        ("Reply:", "none", "Reply: Share tides."),
    ],
)
def test_a_number_is_printed_as_its_level_says(template: str, kind: str, expected: str) -> None:
    body = numbered("Dredge.") + numbered("Share tides.")
    assert lines(word_file(body, numbering=numbering(level(0, template, kind))))[1] == expected


def test_a_number_that_would_outweigh_its_paragraphs_is_left_out() -> None:
    body = numbered("Dredge.") + numbered("Share tides.")
    raw = word_file(body, numbering=numbering(level(0, "%1.%2." * 5_000)))
    assert lines(raw) == ["Dredge.", "Share tides."]


def test_lower_levels_begin_anew_and_print_the_numbers_above_them() -> None:
    levels = level(0, "%1.") + level(1, "%1.%2") + level(2, "(%3)", "lowerLetter")
    body = "".join(numbered("Words.", depth) for depth in (0, 1, 1, 2, 2, 0, 1))
    expected = ["1.", "1.1", "1.2", "(a)", "(b)", "2.", "2.1"]
    assert [
        line.split()[0] for line in lines(word_file(body, numbering=numbering(levels)))
    ] == expected


def test_two_uses_of_a_list_count_on_unless_one_says_where_it_starts() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    body = "".join(numbered("Words.", 0, use) for use in (1, 2, 3, 3))
    raw = word_file(body, numbering=numbering(level(0, "%1."), "", "", start))
    assert [line.split()[0] for line in lines(raw)] == ["1.", "2.", "7.", "8."]


def test_a_style_numbers_its_paragraphs_and_a_paragraph_can_say_that_it_has_no_number() -> None:
    styles = HEADINGS + (
        '<w:style w:type="paragraph" w:styleId="Rec"><w:name w:val="Recommendation"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="RecB"><w:basedOn w:val="Rec"/></w:style>'
    )
    body = (
        word_paragraph("Dredge.", '<w:pStyle w:val="Rec"/>')
        + word_paragraph(
            "No number.", '<w:pStyle w:val="Rec"/><w:numPr><w:numId w:val="0"/></w:numPr>'
        )
        + word_paragraph("Share tides.", '<w:pStyle w:val="RecB"/>')
    )
    raw = word_file(body, styles=styles, numbering=numbering(level(0, "%1.")))
    assert lines(raw) == ["1. Dredge.", "No number.", "2. Share tides."]


def test_numbered_headings_take_the_level_that_is_linked_to_their_style() -> None:
    levels = level(0, "Chapter %1", more='<w:pStyle w:val="Heading1"/>') + level(
        1, "%1.%2", more='<w:pStyle w:val="Heading2"/>'
    )
    styles = HEADINGS.replace("<w:pPr>", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>')
    body = word_paragraph("Ports", '<w:pStyle w:val="Heading1"/>') + word_paragraph(
        "Tides", '<w:pStyle w:val="Heading2"/>'
    )
    raw = word_file(body, styles=styles, numbering=numbering(levels))
    shown = docx.extract(docx.decode(raw, "paper.docx"))
    assert shown.text.splitlines() == ["Chapter 1 Ports", "1.1 Tides"]
    assert [each.role for each in shown.roles] == [BlockRole.HEADING] * 2


def test_deleted_and_hidden_words_are_left_out_and_inserted_ones_read() -> None:
    body = (
        "<w:p><w:r><w:t>We </w:t></w:r><w:del><w:r><w:delText>refuse</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>accept</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> draft</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>HYPERLINK "http://x"</w:instrText>'
        "<w:noBreakHyphen/><w:t>this</w:t><w:br/><w:t>now.</w:t></w:r></w:p>"
    )
    assert lines(word_file(body)) == ["We accept-this", "now."]


def test_footnotes_go_to_the_foot_which_is_no_part_of_what_is_said() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = f"<w:p><w:r><w:t>Letters go out.</w:t></w:r>{mark}</w:p>"
    notes = f'<w:footnote w:id="2">{word_paragraph("HC 12, page 4")}</w:footnote>'
    shown = docx.extract(docx.decode(word_file(body, notes=notes), "paper.docx"))
    assert shown.text.splitlines() == ["Letters go out.1", "1 HC 12, page 4"]
    (span,) = shown.furniture
    assert shown.text[slice(*span)] == "1 HC 12, page 4\n"


def test_tables_keep_their_cells_and_a_box_of_one_cell_is_a_quotation() -> None:
    def row(*cells: str) -> str:
        return f"<w:tr>{''.join(f'<w:tc>{word_paragraph(cell)}</w:tc>' for cell in cells)}</w:tr>"

    body = f"<w:tbl>{row('1. Dredge.', 'We agree.')}</w:tbl><w:tbl>{row('2. Share.')}</w:tbl>"
    shown = docx.extract(docx.decode(word_file(body), "paper.docx"))
    (cells,) = [each.cells for each in shown.rows]
    assert [shown.text[start:end].strip() for start, end in cells] == ["1. Dredge.", "We agree."]
    assert [each.role for each in shown.roles if shown.text[each.start :].startswith("2.")] == [
        BlockRole.QUOTATION
    ]


def test_a_table_of_contents_is_navigation() -> None:
    styles = '<w:style w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    entry = word_paragraph("1. Ports 4", '<w:pStyle w:val="TOC1"/>')
    body = f"<w:sdt><w:sdtContent>{entry}</w:sdtContent></w:sdt>{word_paragraph('Words.')}"
    shown = docx.extract(docx.decode(word_file(body, styles=styles), "paper.docx"))
    assert [shown.text[slice(*span)] for span in shown.furniture] == ["1. Ports 4\n"]


def test_text_boxes_are_read_once_though_they_are_kept_twice_and_nest_deeply() -> None:
    box = word_paragraph("Boxed.")
    for _ in range(25):
        box = (
            f"<w:p><w:r><w:AlternateContent><w:Choice><w:txbxContent>{box}</w:txbxContent></w:Choice>"
            f"<w:Fallback><w:txbxContent>{word_paragraph('Boxed.')}</w:txbxContent></w:Fallback>"
            "</w:AlternateContent></w:r></w:p>"
        )
    assert lines(word_file(box)) == ["Boxed."]


def test_an_entity_is_not_put_in_and_an_address_outside_not_looked_up() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c SYSTEM "file:///etc/hostname">]><x>&a;&c;</x>'
    raw = zip_of({"[Content_Types].xml": "<Types/>", "word/document.xml": bomb})
    with pytest.raises(InputError, match="declares entities"):
        docx.decode(raw, "paper.docx")


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        ("<w:document", "cannot be read as XML"),
        ("<x>" * 5_000, "cannot be read as XML"),
        ("<x/>", "holds no text"),
        ("<x>" + " " * 40_000_000 + "</x>", "larger than a document may be"),
    ],
)
def test_a_broken_or_huge_document_is_refused_in_a_sentence(part: str, problem: str) -> None:
    raw = zip_of({"[Content_Types].xml": "<Types/>", "word/document.xml": part})
    with pytest.raises(InputError, match=problem):
        docx.decode(raw, "paper.docx")


def test_a_document_cut_short_is_refused_in_a_sentence() -> None:
    with pytest.raises(InputError, match="broken zip file"):
        docx.decode(word_file(word_paragraph("Words."))[:-60], "paper.docx")


def test_macros_are_not_looked_at() -> None:
    raw = zip_of(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": "<document><body><p><r><t>Words.</t></r></p></body></document>",
            "word/vbaProject.bin": b"\xd0\xcf",
        }
    )
    assert format_of(raw, ".docm").name == "docx"
    assert lines(raw) == ["Words."]


@pytest.mark.parametrize("name", ["Quote", "Intense Quote", "Block Text", "Committee quotation"])
def test_a_quotation_is_told_by_its_style(name: str) -> None:
    styles = f'<w:style w:styleId="Q"><w:name w:val="{name}"/></w:style>'
    raw = word_file(word_paragraph("Dredge.", '<w:pStyle w:val="Q"/>'), styles=styles)
    (block,) = docx.extract(docx.decode(raw, "paper.docx")).roles
    assert block.role is BlockRole.QUOTATION


def test_styles_that_are_based_on_each_other_do_no_harm() -> None:
    styles = '<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>'
    assert lines(word_file(word_paragraph("Words.", '<w:pStyle w:val="A"/>'), styles=styles)) == [
        "Words."
    ]
