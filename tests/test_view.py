"""The pictures: one page each, honest about its figures, and safe to open."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from lxml import html

from graph.errors import UsageError
from graph.network import FINDING, KIND, LABEL, two_mode
from graph.store import Store
from visualisations.layout import positions
from visualisations.page import page
from visualisations.views import INITIATIVE, MOST_THINGS, ORGANISATION, SCOPES, view

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from graph.network import Network
    from tests.conftest import Run

HOSTILE = '</script><img src=x onerror=alert(1)> "href" {{ 7*7 }}'
LOADS = "//script/@src | //link/@href | //img/@src | //iframe/@src | //object/@data | //@srcset"


def naming(*findings: tuple[str, ...]) -> Network:
    """A two-mode graph of findings, each given by its names; a star marks an initiative."""
    network: Network = nx.Graph()
    for number, names in enumerate(findings):
        finding = f"urn:finding:{number}"
        network.add_node(finding, **{KIND: FINDING, LABEL: f"finding {number}"})
        for name in names:
            kind = INITIATIVE if name.endswith("*") else ORGANISATION
            network.add_node(f"urn:{name}", **{KIND: kind, LABEL: name})
            network.add_edge(finding, f"urn:{name}")
    return network


def parsed(text: str) -> Any:  # noqa: ANN401 - the stubs' answer to xpath fits no single use
    return html.document_fromstring(text)


def rows_of(text: str) -> list[tuple[str, ...]]:
    return [
        tuple(cell.text_content() for cell in row.xpath("td"))
        for row in parsed(text).xpath("//tbody/tr")
    ]


@pytest.fixture(scope="module")
def network(pages_store: Path) -> Network:
    return two_mode(Store.open(pages_store))


@pytest.mark.parametrize("name", SCOPES)
def test_the_page_asks_nobody_for_anything(network: Network, name: str) -> None:
    text = page(view(network, name))
    tree = parsed(text)
    assert tree.xpath(LOADS) == []
    assert "@import" not in text
    assert "url(" not in "".join(tree.xpath("//style/text()"))
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert tree.xpath("//@style | //@*[starts-with(name(), 'on')]") == []
    for inline in [*tree.xpath("//script/text()"), *tree.xpath("//style/text()")]:
        digest = b64encode(sha256(inline.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert tree.get("lang") == "en-GB"
    assert tree.xpath("//meta[@name='viewport']")


def test_a_name_from_a_source_stays_text() -> None:
    text = page(view(naming((HOSTILE, "Home Office"), ("Home Office", HOSTILE)), "departments"))
    tree = parsed(text)
    assert tree.xpath("//img") == []
    assert len(tree.xpath("//script")) == 2
    assert rows_of(text) == [(HOSTILE, "Home Office", "2", "2", "2")]
    assert "innerHTML" not in tree.xpath("//script/text()")[1]


@pytest.mark.parametrize("name", SCOPES)
def test_the_table_holds_every_line_of_the_picture(network: Network, name: str) -> None:
    shown = view(network, name)
    text = page(shown)
    drawing = parsed(text).xpath("//script/text()")[1]
    assert drawing.count('"from"') == len(rows_of(text)) == len(shown.pairs)
    assert drawing.count('"shape"') == len(shown.things)
    for pair in shown.pairs:
        joint = set(network[pair.one.iri]) & set(network[pair.other.iri])
        assert pair.together == len(joint)


def test_what_is_below_the_least_is_left_out_and_counted() -> None:
    network = naming(("A", "B"), ("A", "B", "C"), ("C",), ("D", "E*"), ())
    shown = view(network, "departments", least=2)
    assert [(pair.one.label, pair.other.label, pair.together) for pair in shown.pairs] == [
        ("A", "B", 2)
    ]
    whole = " ".join(shown.caption)
    assert "1 pair among 2" in whole
    assert "5 distinct findings" in whole
    assert "4 name at least one of the 4" in whole
    assert "2 name two or more" in whole
    assert "2 pairs named together in fewer than 2 findings" in whole
    assert "2 names, which are in no pair drawn" in whole


def test_a_picture_of_nothing_or_of_too_much_is_refused() -> None:
    with pytest.raises(UsageError, match="--least 1"):
        view(naming(("A", "B")), "departments", least=2)
    with pytest.raises(UsageError, match="no finding names two initiatives"):
        view(naming(("A", "B*")), "initiatives")
    crowd = naming(*(("Hub", f"N{number}") for number in range(MOST_THINGS)))
    with pytest.raises(UsageError, match="--least 2"):
        view(crowd, "departments")


def test_the_graph_is_not_changed(network: Network) -> None:
    before = nx.to_dict_of_dicts(network)
    nodes = {node: dict(network.nodes[node]) for node in network}
    page(view(network, "everything"))
    assert nx.to_dict_of_dicts(network) == before
    assert {node: dict(network.nodes[node]) for node in network} == nodes


def test_no_two_things_stand_on_one_spot(network: Network) -> None:
    places = positions(view(network, "everything"))
    assert len(set(places.values())) == len(places)


def test_two_processes_write_the_same_bytes_and_nothing_else(
    pages_store: Path, tmp_path: Path
) -> None:
    for seed in ("1", "2"):
        words = ["view", "everything", "-o", f"{seed}.html", "--store", str(pages_store)]
        subprocess.run(
            [sys.executable, "-m", "joinedup", *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            timeout=300,
        )
    assert (tmp_path / "1.html").read_bytes() == (tmp_path / "2.html").read_bytes()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.html", "2.html"]


def test_the_command_says_what_it_drew(
    run_joinedup: Callable[..., Run], pages_store: Path, tmp_path: Path
) -> None:
    done = run_joinedup("view", "departments", "-o", "page.html", "--store", pages_store)
    assert done.returncode == 0
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    (pairs,) = re.findall(r"Shown: (\d+) pair", done.stderr)
    assert len(rows_of(text)) == int(pairs)
    refused = run_joinedup("view", "-o", "none.html", "--least", "999", "--store", pages_store)
    assert refused.returncode == 2
    assert not (tmp_path / "none.html").exists()
