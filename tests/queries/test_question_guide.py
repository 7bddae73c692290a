"""docs/questions.md is what the program says today.

To write it again: `python -m tests.queries.test_question_guide`.
"""

from __future__ import annotations

from pathlib import Path

from graph.store.embedded import Store
from loaders.pipeline.build import fill
from queries.query_files import list_questions
from queries.question_guide import guide

PAGE = Path(__file__).parent.parent.parent / "docs" / "questions.md"
ON = "2026-11-01"
"""A fixed day, so that the page does not age."""


def written_today() -> str:
    store = Store.in_memory()
    fill(store, ["bundled"])
    return guide(store, ON)


def test_the_page_is_what_the_program_says_today() -> None:
    assert PAGE.read_text(encoding="utf-8") == written_today()


def test_every_question_has_a_section() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert all(f"`{asked.name}` – " in page for asked in list_questions())
    assert page.count("\n## ") == len(list_questions()) + 1


if __name__ == "__main__":
    PAGE.write_text(written_today(), encoding="utf-8")
