"""Encodings: what is text in one, what is refused, and that nothing is guessed in silence."""

from __future__ import annotations

import encodings
from pkgutil import iter_modules
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from loaders.text.encodings import decode_text, is_character_set
from tests.conftest import HERE

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (HERE / "cases" / "hostile" / "good.txt").read_text(encoding="utf-8")


def decoded(raw: bytes, codec: str) -> str | None:
    """The text of bytes; None where they are refused."""
    try:
        return decode_text(raw, "page.txt", codec)
    except InputError:
        return None


def codecs_of_python() -> Iterator[str]:
    for module in iter_modules(encodings.__path__):
        if module.name not in {"aliases", "_win_cp_codecs"}:
            yield module.name


@pytest.mark.parametrize("codec", sorted(codecs_of_python()))
def test_every_codec_gives_text_or_is_refused(codec: str) -> None:
    hostile = b"# url: \\ud800 +2AA- \\udfff xn--a &#xd800; \\N{DIGIT ONE} " * 4
    if text := decoded(hostile, codec):
        text.encode("utf-8")
        assert is_character_set(codec)


@pytest.mark.parametrize(
    "codec", ["rot13", "base64", "hex", "zlib", "idna", "punycode", "utf-7", "undefined", "a\0b"]
)
def test_what_is_no_encoding_of_files_is_none(codec: str) -> None:
    assert not is_character_set(codec)
    with pytest.raises(InputError, match="no character encoding"):
        decode_text(b"text", "page.txt", codec)


@given(st.binary(max_size=200), st.sampled_from(["utf-16", "utf-32", "utf-8", "cp1252", "hz"]))
def test_bytes_become_text_that_can_be_written_again_or_are_refused(raw: bytes, codec: str) -> None:
    assert (decoded(raw, codec) or "").encode("utf-8") is not None


def test_utf_16_without_a_mark_is_recognised_and_not_guessed() -> None:
    for codec in ("utf-16-le", "utf-16-be"):
        with pytest.raises(InputError, match=f"--encoding {codec}"):
            decode_text(PAGE.encode(codec), "page.txt", None)


def test_a_page_that_declares_latin_1_has_the_quotation_marks_that_browsers_show() -> None:
    raw = b'<meta charset="iso-8859-1">\x93Roofs\x94 leak \x81.'
    assert "“Roofs”" in decode_text(raw.replace(b"\x81", b""), "page.html", None, "iso-8859-1")
    assert "\x81" in decode_text(raw, "page.html", None, "iso-8859-1")
    assert "Roofs" in decode_text(b"Roofs", "page.html", None, "utf-16le")


@pytest.mark.parametrize(
    ("words", "codec", "is_advised"),
    [
        ("The Committee’s pier – £3 million", "cp1252", True),
        ("“Roofs” leak", "cp1252", True),
        ("Žluťoučký kůň úpěl ďábelské ódy. " * 4, "cp1250", False),
        ("Ein schöner Hafen für große Boote, ähnlich wie früher.", "cp1252", False),
        ("Пристань закрыта до весны. " * 4, "cp1251", False),
    ],
)
def test_english_of_windows_is_told_by_its_marks(
    words: str, codec: str, *, is_advised: bool
) -> None:
    with pytest.raises(InputError) as refusal:
        decode_text(words.encode(codec), "list.csv", None)
    assert ("If a program of Windows wrote it" in str(refusal.value)) is is_advised
