"""Two reports from pages, minute and facts together: one finding for each recommendation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import joinedup
from tests.conftest import PAGES
from tests.loaders.test_identity_in_graph import rows

if TYPE_CHECKING:
    from pathlib import Path

    from joinedup import Graph

FRONT = """Treasury Minutes
Government response to the Committee of Public Accounts on the {ordinal} report
from Session {session}
Presented to Parliament by the Exchequer Secretary to the Treasury by Command of His Majesty
May 2025
{paper}

{ordinal} Report of Session {session}
Department for Education
{title}
Relevant reports
• PAC report: {title} – Session {session} ({hc})

"""
ADOLESCENTS = FRONT.format(
    ordinal="Thirty-Seventh",
    session="2022-23",
    paper="CP 9847",
    title="Support for vulnerable adolescents",
    hc="HC 730",
)
FAMILIES = FRONT.format(
    ordinal="Twentieth",
    session="2024-25",
    paper="CP 9848",
    title="Improving family court services for children",
    hc="HC 883",
)
SEVEN = """7: PAC conclusion: What departments hold on adolescents does not meet.
7: PAC recommendation: the Department for Education to lead within six months.
{reply}
"""
FIVE = """5: PAC conclusion: Nobody can say why families wait.
5: PAC recommendation: MoJ and DfE lack the data to explain poor results; HMCTS records too little
about children, so it is hard to tell where delay arises, though the Children’s Wellbeing and
Schools Bill offers a single child unique identifier. With HMCTS, Cafcass and Local Authorities, and
after asking the Judiciary, they should write a data and evidence strategy in six months, on:
• causes of delay; • following a child; • differentiation of groups.
5.1 The government agrees with the Committee’s recommendation.
5.2 A strategy will be published in autumn.
"""
ADOLESCENT_PAGES = (13152, 13168, 13170)
FAMILY_PAGES = (3797, 3818)
SOURCES = """SELECT ?f (COUNT(DISTINCT ?g) AS ?n) WHERE {
  GRAPH ?g { ?f a ju:Finding } ?f dcterms:isPartOf ?report . ?report dcterms:title ?title .
  ?report ju:committee ?committee
  FILTER(CONTAINS(?title, "%s")) } GROUP BY ?f"""


def page(at: int) -> str:
    return str(PAGES / f"public-accounts-{at}.txt")


def reply_on(at: int) -> str:
    """The government's words on a page, from its first paragraph on."""
    words = (PAGES / f"public-accounts-{at}.txt").read_text(encoding="utf-8")
    return words[words.rindex("7.1 ") :].strip()


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    folder: Path = tmp_path_factory.mktemp("minutes")
    texts = {"a.txt": ADOLESCENTS + SEVEN.format(reply=reply_on(13168)), "b.txt": FAMILIES + FIVE}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    pages = map(page, ADOLESCENT_PAGES + FAMILY_PAGES)
    return joinedup.build("finding_facts", *pages, *(str(folder / name) for name in texts))


def test_each_entry_on_adolescents_is_one_finding(graph: Graph) -> None:
    assert rows(graph, SOURCES % "vulnerable adolescents") == [
        ("accountability-index-4-13152", "2"),
        ("accountability-index-4-13168", "2"),
        ("accountability-index-4-13170", "2"),
        ("report-2022-23-hc-730-conclusion-1", "1"),
        ("report-2022-23-hc-730-conclusion-7", "1"),
        ("report-2022-23-hc-730-recommendation-7", "2"),
    ]


def test_each_entry_on_family_courts_is_one_finding(graph: Graph) -> None:
    assert rows(graph, SOURCES % "family court") == [
        ("accountability-index-4-3797", "3"),
        ("accountability-index-4-3818", "2"),
        ("report-2024-25-hc-883-conclusion-5", "1"),
    ]


def test_the_answer_of_three_pages_and_the_minute_is_one_refusal(graph: Graph) -> None:
    answers = """SELECT DISTINCT ?finding ?part WHERE {
      ?part cito:repliesTo ?finding . ?finding dcterms:isPartOf ?report .
      ?report ju:hcNumber "HC 730" }"""
    ((finding, part),) = rows(graph, answers)
    assert finding == "report-2022-23-hc-730-recommendation-7"
    stated = """SELECT DISTINCT ?concept ?part WHERE {
      ?position ju:onFinding ?finding ; ju:decision ?concept ; prov:wasDerivedFrom ?part .
      ?part cito:repliesTo ?finding . ?finding ju:number "7" }"""
    assert rows(graph, stated) == [("rejected", part)]
