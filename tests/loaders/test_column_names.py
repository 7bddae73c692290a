"""Names of columns are read with brackets behind them and slips in them, and never as another."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.sources import trackers
from loaders.sources.trackers.columns import columns_of, reason_of
from loaders.text.table_cells import read_rows

LISTED = {
    name: meaning
    for meaning, names in tomllib.loads(
        Path(str(trackers.__file__)).with_name("columns.toml").read_text(encoding="utf-8")
    ).items()
    if isinstance(names, list)
    for name in names
}
LONG = sorted(name for name in LISTED if any(len(word) > 6 for word in name.split()))


def read_columns(*names: str) -> dict[str, int]:
    quoted = ",".join(f'"{name}"' for name in names)
    return columns_of(next(iter(read_rows(f"{quoted}\n", ","))).cells, whole=False)


@pytest.mark.parametrize(
    ("name", "meaning", "reason"),
    [
        ("Recommendation text (verbatim)", "words", "by its name outside of brackets"),
        ("Due date [dd/mm/yyyy]", "due", "by its name outside of brackets"),
        ("Recomendation", "words", "by a name that differs by a slip"),
        ("Goverment response", "response", "by a name that differs by a slip"),
        ("Departmnet (lead)", "department", "by a name that differs by a slip"),
        ("Response", "response", "by its name"),
        ("Latest progress", "status", "by the words of its name"),
    ],
)
def test_a_name_with_brackets_or_a_slip_is_read_and_says_how(
    name: str, meaning: str, reason: str
) -> None:
    assert read_columns(name) == {meaning: 0}
    assert reason_of(name) == reason


@pytest.mark.parametrize(
    "name",
    [
        "Outcomes",
        "States",
        "Conclusive",
        "Comments (internal)",
        "Office",
        "Project",
        "Region",
    ],
)
def test_a_name_that_says_something_else_is_not_read(name: str) -> None:
    assert read_columns(name) == {}


@given(st.data())
def test_a_slip_never_makes_another_column_of_a_name(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(LONG))
    words = name.split()
    place = data.draw(st.sampled_from([n for n, word in enumerate(words) if len(word) > 6]))
    word = words[place]
    at = data.draw(st.integers(1, len(word) - 2))
    words[place] = data.draw(
        st.sampled_from(
            [
                word[:at] + word[at + 1 :],
                word[:at] + word[at + 1] + word[at] + word[at + 2 :],
                word[:at] + word[at] + word[at:],
            ]
        )
    )
    assert read_columns(" ".join(words)) in ({LISTED[name]: 0}, {})


def test_the_surest_name_of_two_is_read() -> None:
    assert read_columns("Recomendation", "Recommendation") == {"words": 1}
    assert read_columns("Response (draft)", "Response") == {"response": 1}
