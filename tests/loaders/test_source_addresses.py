"""Addresses that sources print: kept and encoded where they can be, reported where not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import joinedup
from tests.conftest import HERE

if TYPE_CHECKING:
    from pathlib import Path

CASES = HERE / "cases" / "hostile" / "import"
GOOD = CASES / "pu-2.txt"


def page_with(address: str, folder: Path) -> Path:
    _, _, rest = GOOD.read_text(encoding="utf-8").partition("\n")
    page = folder / "page.txt"
    page.write_text(f"# url: {address}\n{rest}", encoding="utf-8")
    return page


def addresses(graph: joinedup.Graph) -> list[object]:
    return [
        row[0]
        for row in graph.query(
            "SELECT ?address WHERE { ?record <http://www.w3.org/ns/prov#wasQuotedFrom>|"
            "<http://purl.org/dc/terms/source>|<http://xmlns.com/foaf/0.1/page> ?address }"
        ).rows
    ]


@pytest.mark.parametrize("name", ["pu-0.txt", "pu-2.txt"])
def test_an_address_of_a_page_that_is_none_is_reported_and_the_page_loads(name: str) -> None:
    graph = joinedup.build(str(CASES / name))
    assert graph.report
    problems = [issue.problem for issue in graph.report.issues]
    assert any("no valid web address was left out: # url: https://" in text for text in problems)
    assert not [found for found in map(str, addresses(graph)) if ":x/" in found or ":b:" in found]


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("https://x.example/a b|c", "https://x.example/a%20b%7Cc"),
        ("https://a/#b#c", "https://a/#b%23c"),
        ("https://x.example/{1}/^`", "https://x.example/%7B1%7D/%5E%60"),
    ],
)
def test_an_address_that_is_printed_carelessly_is_kept(
    printed: str, kept: str, tmp_path: Path
) -> None:
    assert kept in addresses(joinedup.build(str(page_with(printed, tmp_path))))


@pytest.mark.parametrize("name", ["url-1.jsonl", "url-10.jsonl", "url-6.jsonl"])
def test_a_row_whose_report_has_no_address_is_reported(name: str, tmp_path: Path) -> None:
    sound = json.loads((CASES / name).read_text(encoding="utf-8")) | {"report_url": None}
    both = tmp_path / "facts.jsonl"
    both.write_text(
        (CASES / name).read_text(encoding="utf-8").rstrip("\n") + "\n" + json.dumps(sound) + "\n",
        encoding="utf-8",
    )
    graph = joinedup.build(str(both))
    assert graph.report
    assert [issue.problem for issue in graph.report.issues if "report_url" in issue.problem]
