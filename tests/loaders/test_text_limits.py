"""A text that nobody would write in one go is refused, and is said to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.store.embedded import Store
from loaders.interface.context import LONGEST_TEXT
from loaders.pipeline.build import fill
from tests.responses_reading import items, read

if TYPE_CHECKING:
    from pathlib import Path

PAPER = """\
Response to the Justice Committee’s First Report of Session 2022-23, Women in prison (HC 265)

Recommendation 1. The Ministry of Justice should publish its plan.
Agree. {words}
"""


def test_a_reply_up_to_the_limit_is_read() -> None:
    context = read("government_responses", PAPER.format(words="It will. " * 25_000), "paper.txt")
    (item,) = items(context)
    assert item.reply is not None
    assert LONGEST_TEXT - 100_000 < len(item.reply.text) <= LONGEST_TEXT


def test_a_longer_one_is_refused_with_its_length_and_the_files_beside_it_load(
    tmp_path: Path,
) -> None:
    (tmp_path / "long.txt").write_text(PAPER.format(words="It will. " * 30_000), encoding="utf-8")
    (tmp_path / "short.txt").write_text(PAPER.format(words="It will."), encoding="utf-8")
    report = fill(Store.in_memory(), [str(tmp_path)]).as_json()
    (lost,) = [issue for issue in report["not_read"] if "long.txt" in issue["location"]]
    assert "and at most 250,000 are read" in lost["problem"]
    assert report["claims"]["ResponseItem"] == 1
