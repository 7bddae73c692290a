"""docs/questions.md is what the program says today.

To write it again: `python -m tests.test_questions_guide`.
"""

from __future__ import annotations

from pathlib import Path

from graph.store import Store
from loaders.build import fill
from queries.guide import guide
from queries.question import questions

PAGE = Path(__file__).parent.parent / "docs" / "questions.md"
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
    assert all(f"`{asked.name}` – " in page for asked in questions())
    assert page.count("\n## ") == len(questions()) + 1


if __name__ == "__main__":
    PAGE.write_text(written_today(), encoding="utf-8")
