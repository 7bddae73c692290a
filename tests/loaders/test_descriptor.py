"""Descriptors of sources: what is wrong with one names the file and the key."""

from pathlib import Path

import pytest

from loaders.interface.descriptor import read_descriptor

GOOD = 'title = "T"\npublisher = "P"\nlicence = "L"\nversion = "1"\nsuffixes = [".csv"]\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "source.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_descriptor_takes_its_name_from_its_folder(tmp_path: Path) -> None:
    descriptor = read_descriptor(written(tmp_path, GOOD))
    assert descriptor.name == tmp_path.name
    assert descriptor.suffixes == (".csv",)
    assert descriptor.expected == 0


def test_any_suffix_is_every_format_there_is(tmp_path: Path) -> None:
    anything = GOOD.replace('[".csv"]', '"any"')
    assert {"", ".pdf", ".html"} <= set(read_descriptor(written(tmp_path, anything)).suffixes)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GOOD.replace('title = "T"\n', ""), "title"),
        (GOOD + 'colour = "red"\n', "colour"),
        (GOOD + 'expected = "many"\n', r"expected"),
        (GOOD.replace('version = "1"', "version = 1"), r"version"),
    ],
)
def test_what_is_wrong_names_the_file_and_the_key(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(ValueError, match=rf"source\.toml: .*{words}"):
        read_descriptor(written(tmp_path, text))
