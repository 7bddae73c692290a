"""PDF files: what is read, and what is refused with a reason."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from graph.errors import InputError
from loaders.formats import pdf
from loaders.pipeline.document_reading import read_document
from loaders.pipeline.plan import SourceFile
from loaders.text.garbled_text import is_garbled
from tests import made_treasury_minute as made
from tests.paper_renderings import as_pdf, pdf_of, shifted
from tests.responses_reading import CASES, notes
from tests.responses_reading import read as load

if TYPE_CHECKING:
    from pathlib import Path

LINES = [text for _, text in made.make().paragraphs if len(text) < 90]
PAGES = sorted((CASES / "record_pages" / "pages").glob("*.txt"))


def refusal(raw: bytes) -> str:
    with pytest.raises(InputError) as refused:
        pdf.decode(raw, "paper.pdf")
    return str(refused.value)


def test_a_pdf_file_is_read_as_its_text(tmp_path: Path) -> None:
    file = tmp_path / "paper.PDF"
    file.write_bytes(as_pdf(made.make().paragraphs, made.RUNNING_HEAD))
    document = read_document(SourceFile(file, "paper.PDF"))
    assert document.suffix == ".pdf"
    assert document.text.startswith(made.RUNNING_HEAD)
    assert document.text.count("\f") == document.text.count(made.RUNNING_HEAD)


def test_letters_shifted_by_a_broken_font_map_are_refused() -> None:
    assert shifted("Presented") == "3UHVHQWHG"
    said = refusal(pdf_of([shifted(line) for line in LINES]))
    assert said.startswith("paper.pdf comes out garbled on page 1 and")
    assert "HTML" in said


def test_one_garbled_page_is_enough() -> None:
    raw = pdf_of([*LINES[:48], *(shifted(line) for line in LINES[:20])], head="A head")
    assert "garbled on page 2:" in refusal(raw)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.stem))
def test_real_words_are_never_garbled_and_shifted_ones_always(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not is_garbled(text)
    assert is_garbled("\n".join(shifted(line) for line in text.splitlines()))


@given(st.integers(1, 25))
def test_letters_shifted_by_any_number_are_garbled(by: int) -> None:
    text = PAGES[0].read_text(encoding="utf-8").lower()
    moved = (chr((ord(c) - 97 + by) % 26 + 97) if "a" <= c <= "z" else c for c in text)
    assert is_garbled("".join(moved))


def test_capitals_are_not_garbled() -> None:
    assert not is_garbled(" ".join(LINES).upper())


def test_letters_that_map_to_nothing_are_garbled() -> None:
    assert is_garbled("\ufffd" * 200)
    assert is_garbled("(cid:12)(cid:44) " * 100)


def test_a_scan_is_refused() -> None:
    assert "holds no text" in refusal(pdf_of([""] * 60))


def test_an_encrypted_file_is_refused() -> None:
    assert "encrypted" in refusal(pdf_of(LINES[:20], password="secret"))  # noqa: S106 - made file


@pytest.mark.parametrize("raw", [b"%PDF-1.7 and nothing else", pdf_of(LINES[:30])[:2000]])
def test_a_damaged_file_is_refused(raw: bytes) -> None:
    assert "is broken" in refusal(raw)


def test_a_page_that_unpacks_to_too_much_is_refused() -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pdf_of(LINES[:30]))))
    page, swollen = writer.pages[0], DecodedStreamObject()
    contents = page.get_contents()
    assert contents is not None
    swollen.set_data(contents.get_data() + b" " * (pdf.LARGEST_STREAM + 1))
    page[NameObject("/Contents")] = writer._add_object(swollen.flate_encode())  # noqa: SLF001 - made file
    held = BytesIO()
    writer.write(held)
    assert len(held.getvalue()) < 100_000
    assert "too large when unpacked" in refusal(held.getvalue())


def test_too_many_pages_are_refused() -> None:
    writer, held = PdfWriter(), BytesIO()
    for _ in range(pdf.MOST_PAGES + 1):
        writer.add_blank_page(width=10, height=10)
    writer.write(held)
    assert "has 2,001 pages" in refusal(held.getvalue())


def test_a_page_without_text_is_reported() -> None:
    lines = [*LINES[:10], *[""] * 10, *LINES[10:20]]
    raw = pdf_of(lines, depth=10)
    writer = PdfWriter(clone_from=PdfReader(BytesIO(raw)))
    writer.insert_blank_page(index=1)
    held = BytesIO()
    writer.write(held)
    context = load("treasury_minutes", pdf.decode(held.getvalue(), "paper.pdf"), "paper.pdf")
    assert "Page 2 has no text" in notes(context)
