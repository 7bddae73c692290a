"""Values held against types: each fault is told by its key, with the value and what to do."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

import msgspec
import pytest

from graph.records.findings import FindingKind
from loaders.text.typed_values import check_name, check_word, read_toml, to_struct

if TYPE_CHECKING:
    from pathlib import Path


class Shelf(msgspec.Struct, forbid_unknown_fields=True):
    number: int
    kind: FindingKind | None = None

    def __post_init__(self) -> None:
        if self.number < 0:
            raise ValueError(f"number {self.number} is below zero")


class Library(msgspec.Struct, forbid_unknown_fields=True, rename="kebab"):
    name: str
    is_open: bool = True
    opened: date | None = None
    size: Literal["small", "large"] = "small"
    shelves: tuple[Shelf, ...] = ()
    subjects: tuple[str, ...] = ()
    rooms: dict[str, int] = {}


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, "the row has no name; fill it in"),
        ({"name": 8}, "name is 8; write it as a text in quotation marks"),
        ({"name": "a", "colour": 1, "age": 2}, "the row has unknown keys: age, colour; known are"),
        ({"name": "a", "is-open": "yes"}, "is-open is 'yes'; write it as true or false"),
        ({"name": "a", "opened": "May"}, "opened 'May' is not a day; write it as 2024-03-01"),
        (
            {"name": "a", "opened": datetime(2024, 3, 1)},  # noqa: DTZ001 - as TOML reads it
            "write it as a day such as 2024-03-01, or leave it out",
        ),
        ({"name": "a", "size": "vast"}, "size 'vast' is unknown; use one of small, large"),
        ({"name": "a", "subjects": "law"}, "subjects is 'law'; write it as a list"),
        ({"name": "a", "subjects": ["law", 7]}, "subjects 2 is 7; write it as a text"),
        ({"name": "a", "shelves": [{"number": 1}, {}]}, "shelves 2 has no number; fill it in"),
        ({"name": "a", "shelves": [{"number": -1}]}, "shelves 1: number -1 is below zero"),
        ({"name": "a", "shelves": [{"number": 1, "x": 2}]}, "shelves 1 has unknown keys: x; known"),
        (
            {"name": "a", "shelves": [{"number": 1, "kind": "remark"}]},
            "shelves 1 kind 'remark' is unknown; use one of recommendation",
        ),
        ({"name": "a", "rooms": {"north": "x"}}, "Expected `int`, got `str`"),
        (["a"], "the row is ['a']; write it as keys with their values"),
        ({"name": "a", "size": "x - at `$.rooms`"}, "is unknown; use one of"),
    ],
)
def test_a_fault_is_told_by_its_key_with_what_to_do(values: object, words: str) -> None:
    with pytest.raises(ValueError, match=re.escape(words)):
        to_struct(values, Library)


def test_what_fits_is_read() -> None:
    library = to_struct({"name": "a", "opened": "2024-03-01", "shelves": [{"number": 1}]}, Library)
    assert library == Library("a", opened=date(2024, 3, 1), shelves=(Shelf(1),))


@pytest.mark.parametrize("content", [b"name = ", b"name = 3", b"\xff", b"name = 'a'\nage = 3"])
def test_a_faulty_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.toml"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"library\.toml: "):
        read_toml(path, Library)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xef\xbb\xbfname = 3", "line 1: name is 3"),
        (b"name = 'a'\n\n[[shelves]]\nnumber = 1\n[[shelves]]\nnumber = 'x'", "line 5: shelves 2"),
        (b"name = 'a'\nshelves = [{number = 'x'}]", "line 2: shelves 1 number is 'x'"),
        (b"name = 'a'\nage = 3", "line 2: the file has unknown keys: age"),
        (b"name = 'a'\n# caf\xe9", "line 2 is not UTF-8 text; save the file as UTF-8"),
        (b"name = " + b"[" * 5_000, "nested too deeply"),
        (b"a . " * 5_000 + b"a = 1", "nested too deeply"),
        (b"name = " + b"9" * 5_000, "too many figures"),
        (b"name = 1900-02-29", "it is no TOML: Invalid date or datetime (at line 1, column 8)"),
    ],
)
def test_a_faulty_file_is_told_by_its_line(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "library.toml"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=re.escape(words)):
        read_toml(path, Library)


@pytest.mark.parametrize("name", ["", " ", "''", "…", "a\x1bb", "a\ud800"])
def test_what_could_not_stand_in_a_text_is_no_name(name: str) -> None:
    check_name("name", "2023 census")
    with pytest.raises(ValueError, match=r"^name "):
        check_name("name", name)


def test_a_word_must_be_one_of_the_vocabulary() -> None:
    check_word("kind", "fund", ["fund", "law"])
    check_word("kind", None, ["fund", "law"])
    with pytest.raises(ValueError, match="kind 'wish' is unknown; use one of fund, law"):
        check_word("kind", "wish", ["fund", "law"])
