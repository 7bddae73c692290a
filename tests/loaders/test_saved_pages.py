"""Pages that browsers saved in one file, and files of older programs."""

from __future__ import annotations

from base64 import encodebytes
from quopri import encodestring

import pytest

from graph.errors import InputError
from loaders.formats import format_of, mhtml

PAGE = "<html><head><meta charset='utf-8'></head><p>Women’s centres cost £15.</p></html>"


def saved(body: bytes, encoding: str, kind: str = "text/html", end: str = "\r\n") -> bytes:
    lines = [
        "From: <Saved by Blink>", "Snapshot-Content-Location: https://made.example/",
        "MIME-Version: 1.0",
        'Content-Type: multipart/related; type="text/html"; boundary="B"', "", "--B",
        "Content-Type: image/png", "Content-Transfer-Encoding: base64", "", "AAAA", "--B",
        f"Content-Type: {kind}", f"Content-Transfer-Encoding: {encoding}", "",
    ]  # fmt: skip
    return end.join(lines).encode() + end.encode() + body + end.encode() + b"--B--" + end.encode()


@pytest.mark.parametrize("end", ["\r\n", "\n"])
@pytest.mark.parametrize(
    ("raw", "encoding", "kind"),
    [
        (encodestring(PAGE.encode()), "quoted-printable", "text/html"),
        (encodebytes(PAGE.encode()), "base64", "text/html"),
        (PAGE.encode("cp1252"), "8bit", "text/html; charset=windows-1252"),
        (PAGE.encode(), "binary", 'text/html; charset="utf-8"'),
    ],
)
def test_the_page_is_read_however_it_is_encoded(
    raw: bytes, encoding: str, kind: str, end: str
) -> None:
    file = saved(raw, encoding, kind, end)
    assert format_of(file, "").name == "mhtml"
    text = mhtml.decode(file, "page.mhtml", None)
    assert mhtml.extract(text).text == "Women’s centres cost £15.\n"


def test_a_file_without_a_page_is_refused() -> None:
    with pytest.raises(InputError, match="holds no web page"):
        mhtml.decode(saved(b"x", "7bit", "text/css"), "page.mhtml", None)


def test_older_and_protected_files_are_told_what_to_be_saved_as() -> None:
    raw = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
    form = format_of(raw, ".docx")
    with pytest.raises(InputError, match=r"save it without password as \.docx"):
        form.decode(raw, "paper.docx", None)
