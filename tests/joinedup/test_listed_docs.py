"""The tables of the documentation that are written from a listed folder say what it holds today.

To write them again: `python -m tests.joinedup.test_listed_docs`.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from loaders.fetch.services import live_services
from queries.exports import export_formats
from queries.shell_words import join_words
from visualisations.views import view_definitions

DOCS = Path(__file__).parent.parent.parent / "docs"


def export_table() -> str:
    rows = [
        f"| `{name}` | {form.title} | {'yes' if form.keeps_sources else 'no'} | {form.tools} |"
        for name, form in export_formats().items()
    ]
    head = ["| format | holds | import loses nothing | read by |", "|---|---|---|---|"]
    return "\n".join([*head, *rows])


def view_table() -> str:
    rows = []
    for name, view in view_definitions().items():
        words = join_words((name, *view.example))
        example = f"`joinedup view {words} -o {name}.html`"
        rows.append(f"| `{view.usage}` | {view.title} | {example} |")
    return "\n".join(["| view | shows | example |", "|---|---|---|", *rows])


def service_table() -> str:
    rows = []
    for name, service in live_services().items():
        words = join_words((name, *service.example))
        rows.append(f"| `{name}` | {service.title} | `joinedup fetch {words}` |")
    return "\n".join(["| service | gives | example |", "|---|---|---|", *rows])


TABLES = {
    "export formats": ("release.md", export_table),
    "live services": ("fetching.md", service_table),
    "views": ("explorer.md", view_table),
}


def written(name: str, text: str) -> str:
    """The text of a page with a table as it is today."""
    _, table = TABLES[name]
    pattern = rf"(?s)<!-- {name} -->\n.*?<!-- end -->"
    assert re.search(pattern, text), f"the page has no place for the table of {name}"
    return re.sub(pattern, lambda _: f"<!-- {name} -->\n{table()}\n<!-- end -->", text)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_the_documentation_is_what_the_folder_holds(name: str) -> None:
    text = (DOCS / TABLES[name][0]).read_text(encoding="utf-8")
    assert text == written(name, text)


if __name__ == "__main__":
    for table_name, (page, _) in TABLES.items():
        path = DOCS / page
        path.write_text(written(table_name, path.read_text(encoding="utf-8")), encoding="utf-8")
