"""Mails that Outlook saved are read like other mails; broken and hostile ones do no harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.made_outlook_mail import Folder, outlook_mail
from tests.office_files import zip_of
from tests.packed_readings import PAGE, TEXT, WORD, reader_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.packed_readings import Read

NOTE = "Dear all, see below."


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader_in(tmp_path)


def test_the_text_of_a_mail_is_read_as_a_page_where_it_is_one(read: Read) -> None:
    assert read(outlook_mail(text=TEXT), "letter.msg") == (["letter.msg/message.txt"], {})
    page = PAGE.encode()
    assert read(outlook_mail(text=TEXT, page=page), "a.msg") == (["a.msg/message.html"], {})
    assert read(outlook_mail(page=page), "no-ending") == (["no-ending/message.html"], {})


def test_attachments_are_read_or_listed_and_the_covering_note_is_no_loss(read: Read) -> None:
    files: dict[str, bytes | Folder] = {
        "réponse.docx": WORD,
        "p.zip": zip_of({"page.html": PAGE}),
        "macro.exe": b"\x00\x01",
        "logo.png": b"\x89PNG",
        "../../evil.txt": TEXT.encode(),
        "Earlier mail": Folder(streams={"__properties_version1.0": bytes(24)}),
        "long.txt": TEXT.encode() + b"\n" * 9_000,
    }
    places, lost = read(outlook_mail(text=NOTE, files=files), "letter.msg")
    assert places == [
        "letter.msg/réponse.docx", "letter.msg/p.zip/page.html", "letter.msg/evil.txt",
        "letter.msg/long.txt",
    ]  # fmt: skip
    assert lost.keys() == {"letter.msg/macro.exe", "letter.msg/Earlier mail"}
    assert "save it as a file of its own" in lost["letter.msg/Earlier mail"]


def test_a_mail_in_an_archive_and_an_archive_in_a_mail(read: Read) -> None:
    inner = outlook_mail(text=NOTE, files={"p.zip": zip_of({"page.html": PAGE})})
    places, lost = read(zip_of({"mails/a.msg": inner}), "all.zip")
    assert places == ["all.zip/mails/a.msg/p.zip/page.html"]
    assert lost == {}


def test_an_empty_mail_says_so(read: Read) -> None:
    assert "holds no file" in " ".join(read(outlook_mail(), "letter.msg")[1].values())


@pytest.mark.parametrize("size", [600, 1_024, 2_000, 5_000])
def test_a_mail_that_is_cut_is_listed(read: Read, size: int) -> None:
    whole = outlook_mail(text=TEXT, files={"a.docx": WORD})
    places, lost = read(whole[:size] + "__properties_version1.0".encode("utf-16-le"), "letter.msg")
    assert places == []
    assert "broken" in lost["letter.msg"]


@pytest.mark.parametrize("seed", range(40))
def test_a_mail_with_damaged_bytes_does_no_harm(read: Read, seed: int) -> None:
    raw = bytearray(outlook_mail(text=NOTE, files={"a.zip": zip_of({"b.txt": "x"})}))
    for step in range(12):
        place = (seed * 7_919 + step * 104_729) % (len(raw) - 8) + 8
        raw[place] = (raw[place] + 1 + seed * 31 + step) % 256
    _, lost = read(bytes(raw), "letter.msg")
    assert not any("fault in joinedup" in problem for problem in lost.values())


def test_a_file_of_word_97_is_told_what_to_do(read: Read) -> None:
    (problem,) = read(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(2_000), "old.doc")[1].values()
    assert ".docx" in problem
