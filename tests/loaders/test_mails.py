"""The text and the files of a mail are read, or listed with a reason; hostile ones do no harm."""

from __future__ import annotations

from email.message import EmailMessage
from typing import TYPE_CHECKING

import pytest

from tests.office_files import zip_of
from tests.packed_readings import PAGE, TEXT, WORD, reader_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.packed_readings import Read


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader_in(tmp_path)


def mail(body: str = "Dear all, see below.\n") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@x.example", "b@x.example", "Ports"
    message["Date"], message["MIME-Version"] = "Tue, 4 Jun 2024 10:00:00 +0000", "1.0"
    message.set_content(body, cte="quoted-printable")
    return message


@pytest.mark.parametrize("ending", [b"\n", b"\r\n"])
@pytest.mark.parametrize("charset", ["utf-8", "cp1252"])
@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
def test_the_text_of_a_mail_is_read(read: Read, encoding: str, charset: str, ending: bytes) -> None:
    message = mail()
    message.set_content(TEXT, charset=charset, cte=encoding)
    raw = message.as_bytes().replace(b"\n", ending)
    assert read(raw, "letter.eml") == (["letter.eml/message.txt"], {})
    assert read(raw, "letter")[0] == ["letter/message.txt"]
    assert read(raw, "letter.eml", "utf-16")[0] == ["letter.eml/message.txt"]


def test_of_two_versions_of_a_text_the_page_is_read(read: Read) -> None:
    message = mail(TEXT)
    message.add_alternative(PAGE, subtype="html", charset="cp1252", cte="quoted-printable")
    html = list(message.iter_parts())[1]
    assert isinstance(html, EmailMessage)
    html.add_related(b"\x89PNG", "image", "png", cid="<logo>")
    assert read(message.as_bytes(), "letter.eml") == (["letter.eml/message.html"], {})


def test_attachments_are_read_or_listed_and_the_covering_note_is_no_loss(read: Read) -> None:
    message = mail()
    message.add_attachment(WORD, "application", "msword", filename="réponse.docx")
    message.add_attachment(zip_of({"page.html": PAGE}), "application", "zip", filename="p.zip")
    message.add_attachment(b"\x00\x01", "application", "octet-stream", filename="macro.exe")
    message.add_attachment(b"\x00\x01", "application", "ms-tnef", filename="winmail.dat")
    message.add_attachment(b"\x89PNG", "image", "png", filename="logo.png")
    message.add_attachment(b"x", "text", "x-y", filename="../../evil.txt")
    records, lost = read(message.as_bytes(), "letter.eml")
    assert records == ["letter.eml/réponse.docx", "letter.eml/p.zip/page.html"]
    assert set(lost) == {f"letter.eml/{name}" for name in ("macro.exe", "winmail.dat", "evil.txt")}
    assert "Outlook" in lost["letter.eml/winmail.dat"]


def test_each_mail_of_a_mailbox_is_read(read: Read) -> None:
    text = mail(TEXT.replace("This recommendation is", "From ports: this recommendation is"))
    page = mail()
    page.add_attachment(PAGE.encode(), "text", "html", filename="page.html")
    box = b"".join(
        b"From a@x.example Tue Jun  4 10:00:00 2024\n"
        + each.as_bytes().replace(b"\nFrom ports", b"\n>From ports")
        + b"\n\n"
        for each in (text, page)
    )
    for name in ("all.mbox", "one.eml"):
        assert read(box, name)[0] == [f"{name}/1.eml/message.txt", f"{name}/2.eml/page.html"]


def test_a_mail_that_was_forwarded_as_a_file_is_read(read: Read) -> None:
    inner = mail()
    inner.add_attachment(PAGE.encode(), "text", "html", filename="page.html")
    outer = mail()
    outer.add_attachment(inner)
    records, _ = read(outer.as_bytes(), "fwd.eml")
    assert [each.rpartition("/")[2] for each in records] == ["page.html"]


@pytest.mark.parametrize(
    "raw",
    [
        b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=" + b"x" * 30_000,
        b"MIME-Version: 1.0\n" + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n' * 2_000,
        b"From: a\nContent-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 2_000,
        b"From: a\nContent-Type: text/plain; charset=unicode-escape\n\n\\ud800\n",
        b"From: a\nContent-Type: text/plain;" + b';"' * 8_000 + b"\n\nx\n",
        b"From: a\nContent-Transfer-Encoding: base64\n\n\xff\xfe\n",
        b"\n",
    ],
)
def test_a_hostile_mail_is_listed(read: Read, raw: bytes) -> None:
    records, lost = read(raw, "letter.eml")
    assert not records
    assert lost
    assert "fault of the program" not in str(lost)
