"""What response documents say, in the graph: positions, undertakings, and statuses that go back."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import joinedup
from tests import made_treasury_minute as made
from tests.conftest import PAGES
from tests.paper_renderings import as_html, as_pdf, as_text

if TYPE_CHECKING:
    from joinedup import Graph

PAPER = made.make()
PREFIXES = """
PREFIX cito: <http://purl.org/spar/cito/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX ju: <https://w3id.org/joinedup/ontology#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX voice: <https://w3id.org/joinedup/scheme/voices#>
"""
COVER = """Treasury Minutes
Government response to the Committee of Public Accounts on the Fourteenth report
from Session 2016-17
Presented to Parliament by the Exchequer Secretary to the Treasury by Command of Her Majesty
{month}
{number}

Fourteenth Report of Session 2016-17
Ministry of Ponds
Reeds: cutting and selling
Relevant reports
• PAC report: Reeds – Session 2016-17 (HC 614)
"""
ITEM = """1: PAC conclusion: Reeds are sold too cheaply.
1: PAC recommendation: The Ministry should set a price.
{reply}
"""


def rows(graph: Graph, query: str) -> list[tuple[str, ...]]:
    """Rows of a query in order, IRIs cut to their last part."""
    found = graph.query(PREFIXES + query).rows
    return sorted(
        tuple(str(cell).rpartition("/")[2].rpartition("#")[2] for cell in row) for row in found
    )


def minute(folder: Path, month: str, number: str, reply: str) -> str:
    place = folder / f"{number}.txt"
    text = COVER.format(month=month, number=number) + ITEM.format(reply=reply)
    place.write_text(text, encoding="utf-8")
    return str(place)


def written(folder: Path, name: str) -> str:
    place = folder / name
    if name.endswith(".pdf"):
        place.write_bytes(as_pdf(PAPER.paragraphs, made.RUNNING_HEAD))
    elif name.endswith(".html"):
        place.write_text(as_html(PAPER.paragraphs, made.ADDRESS), encoding="utf-8")
    else:
        text = as_text(PAPER.paragraphs, made.RUNNING_HEAD, apart=True)
        place.write_text(text, encoding="utf-8")
    return str(place)


@pytest.mark.parametrize("name", ["minute.pdf", "minute.html", "minute.txt"])
def test_every_answer_of_a_minute_takes_its_position_on_its_recommendation(
    tmp_path: Path, name: str
) -> None:
    graph = joinedup.build(written(tmp_path, name))
    told = rows(
        graph,
        """SELECT ?hc ?number ?decision WHERE {
          ?position a ju:Position ; ju:voice voice:government ; ju:decision ?decision ;
            ju:onFinding ?finding .
          ?finding a ju:Recommendation ; ju:number ?number ; dcterms:isPartOf/ju:hcNumber ?hc }""",
    )
    expected = [(a.hc_number, a.number, concept) for a in PAPER.asked for concept in a.concepts]
    assert Counter(told) == Counter(expected)
    assert len({(hc, number) for hc, number, _ in told}) == 60


def test_agreement_with_the_recommendation_alone_is_no_agreement_with_the_conclusion(
    tmp_path: Path,
) -> None:
    graph = joinedup.build(written(tmp_path, "minute.txt"))
    told = rows(
        graph,
        """SELECT DISTINCT ?decision WHERE {
          ?p ju:onFinding ?f ; ju:voice voice:government ; ju:decision ?decision .
          ?f a ju:Conclusion }""",
    )
    assert told == [("rejected",)]


def test_a_term_of_months_counts_from_the_date_of_the_paper(tmp_path: Path) -> None:
    reply = "1.1 The government agrees. The Ministry will set a price within six months."
    graph = joinedup.build(minute(tmp_path, "December 2016", "Cm 9938", reply))
    told = """SELECT ?w ?l ?on {
      ?c a ju:Commitment ; ju:dueAsStated ?w ; ju:dueLatest ?l ; ju:statedOn ?on }"""
    assert rows(graph, told) == [("within six months", "2017-06-30", "2016-12")]
    undated = reply.replace("six months", "six months of the vote")
    later = joinedup.build(minute(tmp_path, "", "Cm 9939", undated))
    assert rows(later, "SELECT ?l { ?c a ju:Commitment ; ju:dueLatest ?l }") == []


def test_a_later_status_may_go_back_on_an_earlier_one(tmp_path: Path) -> None:
    first = "1.1 The government agrees. Recommendation implemented."
    later = "1.1 Work on this recommendation is still in progress, since prices fell."
    graph = joinedup.build(
        minute(tmp_path, "December 2016", "Cm 9938", first),
        minute(tmp_path, "March 2018", "Cm 9990", later),
    )
    told = rows(
        graph,
        """SELECT ?on ?status ?n WHERE { ?u a ju:DeliveryUpdate ; ju:statedOn ?on ;
          ju:deliveryStatus ?status ; ju:onFinding/ju:number ?n }""",
    )
    assert told == [("2016-12", "implemented", "1"), ("2018-03", "in-progress", "1")]
    assert len(rows(graph, "SELECT ?f { ?f a ju:Recommendation }")) == 1


def replies_of(name: str) -> str:
    """What the government says in a page's reply, from its first numbered paragraph on."""
    text = (PAGES / f"public-accounts-{name}.txt").read_text(encoding="utf-8")
    return text[text.index("7.1 ") :].strip()


@pytest.mark.parametrize("pages", [["13168"], ["13170"], ["13152", "13168", "13170"]])
def test_an_answer_that_a_minute_prints_too_is_the_answer_of_the_minute(
    tmp_path: Path, pages: list[str]
) -> None:
    document = minute(tmp_path, "May 2023", "CP 9847", replies_of("13168").replace("7.", "1."))
    place = Path(document)
    text = place.read_text(encoding="utf-8").replace("1: PAC", "7: PAC").replace("1.", "7.")
    place.write_text(text, encoding="utf-8")
    shown = [str(PAGES / f"public-accounts-{name}.txt") for name in pages]
    alone = joinedup.build(document)
    graph = joinedup.build(document, *shown)
    counted = "SELECT ?p { ?p a ju:Position ; ju:voice voice:government }"
    assert rows(graph, counted) == rows(alone, counted)
    assert len(rows(alone, counted)) == 1
    parts = "SELECT ?p { ?p a ju:ResponsePart }"
    assert rows(graph, parts) == rows(alone, parts)
    assert rows(graph, "SELECT ?f { ?f prov:wasDerivedFrom ?part . ?f a ju:Finding }") == []
    related = rows(graph, "SELECT ?page ?f { ?page ju:relatedFinding ?f }")
    answered = "report-2016-17-hc-614-recommendation-7"
    assert related == [(f"accountability-index-4-{name}", answered) for name in pages]


def test_another_answer_of_the_same_number_is_another_answer(tmp_path: Path) -> None:
    other = "7.1 The government disagrees. 7.2 Reeds are cut by nobody in winter, and geese rest."
    document = minute(tmp_path, "May 2023", "CP 9848", other)
    place = Path(document)
    place.write_text(
        place.read_text(encoding="utf-8").replace("1: PAC", "7: PAC"), encoding="utf-8"
    )
    graph = joinedup.build(document, str(PAGES / "public-accounts-13168.txt"))
    assert len(rows(graph, "SELECT ?p { ?p a ju:ResponsePart }")) == 2


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("The Ministry no longer intends to set a price.", "no-longer-planned"),
        ("Work on this recommendation has not yet begun.", "not-started"),
        ("Recommendation implemented, later than planned.", "implemented-late"),
        ("This recommendation is under way.", "in-progress"),
        ("If this recommendation is implemented, prices rise.", None),
        ("Recommendation status: Work in progress", "in-progress"),
        ("Current status – Completed", "implemented"),
        ("Implementation status: Not started", "not-started"),
        ("Sluices were completed in 2015.", None),
        ("Status of the works: completed in part.", None),
    ],
)
def test_statuses_are_read_from_their_words(tmp_path: Path, words: str, status: str | None) -> None:
    graph = joinedup.build(minute(tmp_path, "May 2017", "Cm 9941", f"1.1 {words}"))
    told = rows(
        graph, "SELECT ?s ?w { ?u a ju:DeliveryUpdate ; ju:deliveryStatus ?s ; ju:asStated ?w }"
    )
    assert told == ([(status, words)] if status else [])
