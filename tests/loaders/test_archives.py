"""Every file in an archive is read, or listed with a reason; hostile ones do no harm."""

from __future__ import annotations

import gzip
import io
import struct
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

from loaders.containers import containers, tar_archive
from loaders.formats import known_suffixes
from loaders.pipeline import unpacking
from loaders.pipeline.plan import find_files
from loaders.text import zip_bytes
from tests.office_files import zip_of
from tests.packed_readings import PAGE, TEXT, WORD, reader_in

if TYPE_CHECKING:
    from pathlib import Path

    from tests.packed_readings import Read


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return reader_in(tmp_path)


def tar_of(files: dict[str, bytes], mode: str = "w:gz") -> bytes:
    archive_bytes = io.BytesIO()
    with tarfile.open(fileobj=archive_bytes, mode=mode) as archive:  # type: ignore[call-overload]
        for name, raw in files.items():
            about = tarfile.TarInfo(name)
            about.size = len(raw)
            archive.addfile(about, io.BytesIO(raw))
    return archive_bytes.getvalue()


FILES = {"a/page.html": PAGE.encode(), "a/text.txt": TEXT.encode(), "b/word.docx": WORD}


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("all.zip", zip_of(dict(FILES))),
        ("all.tar", tar_of(FILES, "w")),
        ("all.tar.gz", tar_of(FILES)),
        ("all.tgz", tar_of(FILES)),
        ("all.tar.bz2", tar_of(FILES, "w:bz2")),
        ("all.tar.xz", tar_of(FILES, "w:xz")),
        ("without_an_ending", zip_of(dict(FILES))),
    ],
)
def test_every_file_of_an_archive_is_read_where_it_stands(
    read: Read, name: str, raw: bytes
) -> None:
    assert read(raw, name) == ([f"{name}/{inside}" for inside in FILES], {})


def test_what_is_not_read_is_listed_and_what_systems_add_is_not(read: Read) -> None:
    files: dict[str, str | bytes] = {
        "page.html": PAGE, "photo.png": b"\x89PNG", "empty.txt": "", "__MACOSX/._page.html": b"\0",
        ".DS_Store": b"\0", "note.txt": "Nothing that anybody reads.\n",
        "names.csv": "key,name,kind\nx,X,department\n",
    }  # fmt: skip
    records, lost = read(zip_of(dict(files)), "all.zip")
    assert records == ["all.zip/page.html"]
    assert set(lost) == {
        f"all.zip/{name}" for name in ("photo.png", "empty.txt", "note.txt", "names.csv")
    }
    assert "Files that end in .png are not read" in lost["all.zip/photo.png"]
    assert "is empty" in lost["all.zip/empty.txt"]


def test_archives_and_mails_nest_but_not_for_ever(read: Read) -> None:
    raw = zip_of({"page.html": PAGE})
    for _ in range(3):
        raw = zip_of({"in.zip": raw})
    assert read(raw, "all.zip")[0] == ["all.zip/in.zip/in.zip/in.zip/page.html"]
    records, lost = read(zip_of({"in.zip": raw, "page.html": PAGE}), "all.zip")
    assert records == ["all.zip/page.html"]
    assert "no deeper ones are read" in str(lost)


@pytest.mark.parametrize(
    "name", ["../page.html", "/etc/page.html", "C:\\page.html", "a/../../b.html"]
)
def test_a_path_that_leads_outside_is_not_followed(read: Read, name: str, tmp_path: Path) -> None:
    for raw in (
        zip_of({name: PAGE, "good.html": PAGE}),
        tar_of({name: PAGE.encode(), "good.html": PAGE.encode()}),
    ):
        records, lost = read(raw, "all")
        assert records == ["all/good.html"]
        assert "outside the archive" in str(lost)
        assert [each.name for each in tmp_path.iterdir()] == ["all"]


@pytest.mark.parametrize("name", ["", ".", "a/.", "..", "\x00"])
def test_a_member_without_a_name_costs_itself_alone(read: Read, name: str) -> None:
    archive_bytes = io.BytesIO()
    with zipfile.ZipFile(archive_bytes, "w") as archive:
        for each in (name, "good.html"):
            archive.writestr(zipfile.ZipInfo(each), PAGE)
    tarred = tar_of({name: PAGE.encode(), "good.html": PAGE.encode()})
    for raw in (archive_bytes.getvalue(), tarred):
        records, lost = read(raw, "all")
        assert "all/good.html" in records
        assert "fault in joinedup" not in str(lost)
        assert len(records) + len(lost) == len((name, "good.html"))


def test_links_and_devices_in_an_archive_are_not_followed(read: Read) -> None:
    archive_bytes = io.BytesIO()
    with tarfile.open(fileobj=archive_bytes, mode="w") as archive:
        for name, kind in (
            ("l.txt", tarfile.SYMTYPE),
            ("h.txt", tarfile.LNKTYPE),
            ("d.txt", tarfile.CHRTYPE),
        ):
            about = tarfile.TarInfo(name)
            about.type, about.linkname = kind, "/etc/hostname"
            archive.addfile(about)
    assert [
        ("link or a device" in problem)
        for problem in read(archive_bytes.getvalue(), "x.tar")[1].values()
    ] == [True] * 3
    archive_bytes = io.BytesIO()
    with zipfile.ZipFile(archive_bytes, "w") as packed:
        entry = zipfile.ZipInfo("l.txt")
        entry.external_attr = 0o120777 << 16
        packed.writestr(entry, "/etc/hostname")
    assert "links in archives are not followed" in str(read(archive_bytes.getvalue(), "x.zip")[1])


def test_bombs_are_left_packed(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zip_of({"bomb.txt": b"0" * 30_000_000, "page.html": PAGE})
    records, lost = read(bomb, "all.zip")
    assert records == ["all.zip/page.html"]
    assert "250 times its size" in lost["all.zip/bomb.txt"]
    lying = bytearray(bomb)
    place = bytes(lying).rindex(b"PK\x01\x02", 0, bytes(lying).rindex(b"page.html"))
    first = bytes(lying).index(b"PK\x01\x02")
    assert first <= place
    lying[first + 24 : first + 28] = struct.pack("<I", 100)
    assert "all.zip/bomb.txt" in read(bytes(lying), "all.zip")[1]
    assert "unpacks to more" in str(read(gzip.compress(b"0" * 30_000_000), "bomb.gz")[1])
    assert "unpacks to more" in str(read(tar_of({"bomb.txt": b"0" * 30_000_000}), "b.tar.gz")[1])
    monkeypatch.setattr(unpacking, "MOST_UNPACKED", 3 * len(PAGE.encode()))
    many = zip_of({f"{number}.html": PAGE for number in range(9)})
    records, lost = read(many, "all.zip")
    assert len(records) == 3
    assert "the rest of it was left" in lost["all.zip"]
    monkeypatch.setattr(zip_bytes, "MOST_MEMBERS", 5)
    assert "more than the 5 files" in read(many, "all.zip")[1]["all.zip"]
    monkeypatch.setattr(tar_archive, "MOST_MEMBERS", 2)
    assert len(read(tar_of(FILES), "all.tgz")[0]) == 2


@pytest.mark.parametrize("cut", [10, 60, 400])
def test_an_archive_that_was_cut_short_is_one_line(read: Read, cut: int) -> None:
    assert "broken zip file" in read(zip_of(dict(FILES))[:-cut], "all.zip")[1]["all.zip"]
    records, lost = read(tar_of(FILES)[:-cut], "all.tar.gz")
    assert len(records) < 4
    assert "broken archive" in lost.get("all.tar.gz", "broken archive")


def test_a_damaged_or_encrypted_member_costs_itself_alone(read: Read) -> None:
    raw = bytearray(zip_of({"a.html": PAGE, "page.html": PAGE}))
    raw[60] ^= 0xFF
    records, lost = read(bytes(raw), "all.zip")
    assert records == ["all.zip/page.html"]
    assert "cannot be unpacked" in lost["all.zip/a.html"]
    raw = bytearray(zip_of({"a.html": PAGE, "page.html": PAGE}))
    raw[bytes(raw).index(b"PK\x01\x02") + 8] |= 1
    assert "is encrypted" in read(bytes(raw), "all.zip")[1]["all.zip/a.html"]


def test_a_single_packed_file_is_read(read: Read) -> None:
    assert read(gzip.compress(PAGE.encode()), "page.html.gz")[0] == ["page.html.gz/page.html"]


def test_every_module_of_the_folder_is_a_container() -> None:
    assert {each.name for each in containers()} >= {"mail", "mailbox", "tar_archive", "zip_archive"}
    suffixes = [suffix for each in containers() for suffix in each.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert not known_suffixes() & set(suffixes)


def test_a_folder_offers_archives_and_mails(tmp_path: Path) -> None:
    for name in ("a.zip", "b.eml", "c.tgz", "d.docx", "e.md"):
        (tmp_path / name).write_bytes(b"x")
    assert [file.path.name for file in find_files(str(tmp_path)) if file.path] == [
        "a.zip", "b.eml", "c.tgz", "d.docx", "e.md",
    ]  # fmt: skip
