"""The pages of pictures: one file each, honest about its figures, and safe to open."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import pytest
from lxml import html

from graph.errors import UsageError
from graph.store.embedded import Store
from queries.evidence_sentences import Sentences
from tests.made_facts import HOSTILE, SCOPES, naming, network_of
from visualisations.html_page import network_page
from visualisations.node_layout import node_positions

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run
    from visualisations.graph_facts import GraphFacts

LOADS = "//script/@src | //link/@href | //img/@src | //iframe/@src | //object/@data | //@srcset"


def parsed(text: str) -> Any:  # noqa: ANN401 - the stubs' answer to xpath fits no single use
    return html.document_fromstring(text)


def data_of(text: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(parsed(text).xpath("string(//script[@id='data'])"))


def rows_of(text: str) -> list[tuple[str, ...]]:
    return [
        tuple(cell.text_content() for cell in row.xpath("td"))
        for row in parsed(text).xpath("//tbody[@id='rows']/tr")
    ]


@pytest.fixture(scope="module")
def nothing_quoted() -> Sentences:
    return Sentences(Store.in_memory())


@pytest.mark.parametrize("name", SCOPES)
def test_the_page_asks_nobody_for_anything(
    shown_store: Store, facts: GraphFacts, name: str
) -> None:
    text = network_page(facts, network_of(facts, name), Sentences(shown_store))
    tree = parsed(text)
    assert tree.xpath(LOADS) == []
    assert "@import" not in text
    assert "url(" not in "".join(tree.xpath("//style/text()"))
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    assert tree.xpath("//@style | //@*[starts-with(name(), 'on')]") == []
    for inline in [*tree.xpath("//script[not(@type)]/text()"), *tree.xpath("//style/text()")]:
        digest = b64encode(sha256(inline.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert tree.get("lang") == "en-GB"
    assert tree.xpath("//meta[@name='viewport']")


def test_a_name_from_a_source_stays_text(nothing_quoted: Sentences) -> None:
    facts = naming((HOSTILE, "Home Office"), ("Home Office", HOSTILE))
    text = network_page(facts, network_of(facts, "departments"), nothing_quoted)
    tree = parsed(text)
    assert tree.xpath("//img") == []
    whole = network_page(
        naming(("A", "B")), network_of(naming(("A", "B")), "departments"), nothing_quoted
    )
    assert len(tree.xpath("//script")) == len(parsed(whole).xpath("//script"))
    assert [row[:2] for row in rows_of(text)] == [(HOSTILE, "Home Office")]
    assert [entity["label"] for entity in data_of(text)["things"]] == [HOSTILE, "Home Office"]


def test_our_scripts_write_text_and_nothing_else(nothing_quoted: Sentences) -> None:
    facts = naming(("A", "B"))
    ours = parsed(network_page(facts, network_of(facts, "departments"), nothing_quoted)).xpath(
        "//script[not(@type)][position() > 1]/text()"
    )
    assert len(ours) > 10
    for script in ours:
        assert not re.search(r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b", script)


@pytest.mark.parametrize("name", SCOPES)
def test_data_and_table_hold_every_line_of_the_picture(
    shown_store: Store, facts: GraphFacts, name: str
) -> None:
    shown = network_of(facts, name)
    text = network_page(facts, shown, Sentences(shown_store))
    data = data_of(text)
    assert len(data["pairs"]) == len(shown.pairs)
    assert len(data["things"]) == len(shown.entities)
    for (one, other, solid, verdict, expected, register), pair in zip(
        data["pairs"], shown.pairs, strict=True
    ):
        joint = set(data["things"][one]["at"]) & set(data["things"][other]["at"])
        assert len(joint) == pair.together == len(facts.joint(pair.left, pair.right))
        assert bool(solid) == pair.solid
        assert verdict == pair.verdict
        assert expected == (pair.expected and round(pair.expected, 2))
        assert register == pair.register_words
    assert [row[:3] for row in rows_of(text)] == [
        (facts.entities[pair.left].label, facts.entities[pair.right].label, str(pair.together))
        for pair in shown.pairs[:200]
    ]


def test_every_link_of_the_page_has_its_sentence(shown_store: Store, facts: GraphFacts) -> None:
    data = data_of(network_page(facts, network_of(facts, "everything"), Sentences(shown_store)))
    for number, entity in enumerate(data["things"]):
        if entity["kind"] == "committee":
            continue
        for at in entity["at"]:
            quotes = [quote for quote in data["findings"][at]["quotes"] if quote[0] == number]
            assert quotes, (entity["label"], data["findings"][at]["label"])
            assert all(words and voice for _, voice, _, _, words, *_ in quotes)


def test_what_is_below_the_least_is_off_and_counted() -> None:
    shown = network_of(
        naming(("A", "B"), ("A", "B", "C"), ("C",), ("D", "E*"), ()), "departments", minimum=2
    )
    assert [(pair.left, pair.right, pair.together) for pair in shown.first] == [
        ("urn:id/organisation/A", "urn:id/organisation/B", 2)
    ]
    assert len(shown.pairs) == 3
    whole = " ".join(shown.caption)
    assert "From 5 distinct findings in the graph: 4 name at least one of 4" in whole
    assert "1 name that no finding names with another: D" in whole


def test_a_picture_of_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="--minimum 1"):
        network_of(naming(("A", "B")), "departments", minimum=2)
    with pytest.raises(UsageError, match="no finding names two initiatives"):
        network_of(naming(("A", "B*")), "initiatives")


def test_no_two_things_stand_on_one_spot(facts: GraphFacts) -> None:
    shown = network_of(facts, "everything")
    sizes = {entity.iri: len(facts.links[entity.iri]) for entity in shown.entities}
    places = node_positions(shown, sizes)
    assert set(places) == set(sizes)
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
    assert "distinct findings in the graph" in done.stderr
    assert (tmp_path / "page.html").exists()
    refused = run_joinedup("view", "-o", "none.html", "--minimum", "999", "--store", pages_store)
    assert refused.returncode == 2
    assert not (tmp_path / "none.html").exists()
