"""Formats of files: found by listing, told by their bytes, and each file extracted once."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import loaders.formats
from graph.errors import InputError
from loaders.formats import file_formats, format_of, html, known_suffixes
from loaders.interface.descriptor import read_descriptor
from loaders.interface.source_list import HERE, source_for
from loaders.pipeline.document_reading import read_document
from loaders.pipeline.plan import SourceFile
from loaders.text.shown_text import ShownText
from tests import made_treasury_minute as made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MODULE = """
from loaders.text.shown_text import ShownText
SUFFIXES = (".shout",)
def recognises(raw):
    return raw.startswith(b"SHOUTED")
def decode(raw, name, encoding):
    return raw.decode().removeprefix("SHOUTED")
def extract(text):
    return ShownText(text)
"""
PAGE = "<p>Source · Select Committees · Made Committee<p>Recommendation 4<p>4<p>Roofs leak."


@pytest.fixture
def add_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[str, str], None]]:
    """Puts a module beside those of the formats, in a copy of their folder."""

    def add(text: str, name: str) -> None:
        folder = tmp_path / "formats"
        folder.mkdir()
        for path in Path(loaders.formats.__file__).parent.glob("[a-z]*.py"):
            (folder / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
        (folder / name).write_text(text)
        monkeypatch.setattr(loaders.formats, "__path__", [str(folder)])
        file_formats.cache_clear()

    yield add
    file_formats.cache_clear()
    for name in [name for name in sys.modules if name.startswith("loaders.formats.shout")]:
        del sys.modules[name]


def test_every_module_of_the_folder_is_a_format() -> None:
    names = {each.name for each in file_formats()}
    assert {"docx", "html", "markdown", "mhtml", "odt", "pdf", "plain_text", "rtf"} <= names
    suffixes = [suffix for each in file_formats() for suffix in each.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_a_format_is_added_by_adding_its_module(
    add_format: Callable[[str, str], None], tmp_path: Path
) -> None:
    add_format(MODULE, "shout.py")
    assert ".shout" in known_suffixes()
    assert ".shout" in read_descriptor(HERE / "treasury_minutes" / "source.toml").suffixes
    file = tmp_path / "minute.shout"
    text = "\n".join(line for _, line in made.make().paragraphs)
    file.write_text(f"SHOUTED{text}", encoding="utf-8")
    document = read_document(SourceFile(file, file.name))
    assert document.text == text
    assert document.shown == ShownText(text)


@pytest.mark.parametrize("part", ["SUFFIXES", "recognises", "decode", "extract"])
def test_a_module_that_lacks_a_part_of_a_format_is_refused(
    part: str, add_format: Callable[[str, str], None]
) -> None:
    add_format(MODULE.replace(part, "something"), "shout.py")
    with pytest.raises(TypeError, match=r"shout\.py needs SUFFIXES"):
        file_formats()


@pytest.mark.parametrize(
    ("raw", "suffix", "name"),
    [
        (b"%PDF-1.7 ...", ".txt", "pdf"),
        (b"\n<!DOCTYPE html><p>", "", "html"),
        ("\ufeff<html>".encode("utf-16"), "", "html"),
        (b"<p>Roofs leak.", ".htm", "html"),
        (b"<p>Roofs leak.", "", "plain_text"),
        (b"id,name", ".csv", "plain_text"),
    ],
)
def test_bytes_tell_the_format_before_the_suffix_does(raw: bytes, suffix: str, name: str) -> None:
    assert format_of(raw, suffix).name == name


def test_a_web_page_from_a_pipe_is_decoded_as_it_declares() -> None:
    raw = '<html><meta charset="iso-8859-1"><p>caf\u00e9'.encode("iso-8859-1")
    assert "caf\u00e9" in format_of(raw, "").decode(raw, "standard input", None)
    with pytest.raises(InputError, match="not utf-8 text"):
        format_of(raw, "").decode(raw, "standard input", "utf-8")


def test_a_page_is_extracted_once_however_many_loaders_look_at_it(
    tmp_path: Path,
) -> None:
    calls: list[str] = []

    def counted(text: str) -> ShownText:
        calls.append(text)
        return html.extract(text)

    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    document = read_document(SourceFile(file, file.name))
    assert document.file_format is not None
    document = replace(document, file_format=replace(document.file_format, extract=counted))
    source = source_for(document)
    assert source is not None
    assert source.read(document).records
    assert calls == [PAGE]
