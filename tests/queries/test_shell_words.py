"""Words of command lines that we print can be pasted into shells of Unix and of Windows."""

from __future__ import annotations

import shlex
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.shell_words import join_words, quote_word

TYPED = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1)


@given(TYPED)
def test_a_shell_of_unix_reads_back_the_word(word: str) -> None:
    assert shlex.split(quote_word(word, "posix")) == [word]


@given(st.lists(TYPED.filter(lambda word: word.isprintable()), min_size=1, max_size=3))
def test_bash_itself_reads_back_the_words(words: list[str]) -> None:
    line = " ".join(quote_word(word, "posix") for word in words)
    done = subprocess.run(
        ["bash", "-c", f"printf '%s\\0' {line}"],  # noqa: S607 - of the system
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode().split("\0")[:-1] == words


@given(TYPED)
def test_windows_reads_back_the_word(word: str) -> None:
    quoted = quote_word(word, "nt")
    inside = quoted[1:-1] if quoted.startswith('"') else quoted
    if not set(word) & set('"\\'):
        assert inside == word
    assert quoted.startswith('"') or not set(word) & set(" \t&|<>^()'")


@pytest.mark.parametrize(
    ("word", "on_unix", "on_windows"),
    [
        ("BOLD", "BOLD", "BOLD"),
        ("Data First", '"Data First"', '"Data First"'),
        ("Children's Bill", '"Children\'s Bill"', '"Children\'s Bill"'),
        ("R&D", '"R&D"', '"R&D"'),
        ("100%", "100%", '"100%"'),
        ("£5 $x", "'£5 $x'", '"£5 $x"'),
        ('the "Bill"', "'the \"Bill\"'", '"the \\"Bill\\""'),
        (r"C:\graphs\mine", r"'C:\graphs\mine'", r"C:\graphs\mine"),
        (r"C:\my graphs\mine", r"'C:\my graphs\mine'", r'"C:\my graphs\mine"'),
        ("", '""', '""'),
    ],
)
def test_words_as_they_are_quoted(word: str, on_unix: str, on_windows: str) -> None:
    assert quote_word(word, "posix") == on_unix
    assert quote_word(word, "nt") == on_windows


def test_only_words_that_need_it_are_quoted() -> None:
    assert join_words(["ego", "Cabinet Office"]) == 'ego "Cabinet Office"'
