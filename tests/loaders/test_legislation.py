"""Laws of legislation.gov.uk: an Act with its days, lists of new laws, and what is refused."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from rdflib import RDFS

import joinedup
from graph.errors import NothingReadError
from graph.partial_date import PartialDate
from graph.records.authorities import Initiative
from loaders.formats import format_of
from loaders.interface.context import Context, Document
from loaders.interface.source_list import all_sources, source_for, why_no_source
from loaders.names.entity_profiles import initiative_profile, joined_profile
from loaders.pipeline.build import build
from tests.conftest import Run
from tests.register_documents import claims_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.conftest import Run

LAW = "http://www.legislation.gov.uk/namespaces/legislation"
METADATA = "http://www.legislation.gov.uk/namespaces/metadata"


def act(  # noqa: PLR0913 - each is a field of the file
    title: str = "Piers and Quays Act 2025",
    *,
    path: str = "ukpga/2025/18",
    days: str = '<ukm:EnactmentDate Date="2025-06-19"/>',
    notes: str = "",
    part: str = "",
    attributes: str = "",
) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<Legislation xmlns="{LAW}" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/" {attributes} '
        f'DocumentURI="http://www.legislation.gov.uk/{path}{part}">\n'
        f'<ukm:Metadata xmlns:ukm="{METADATA}">\n<dc:title>{title}</dc:title>\n'
        f"<ukm:PrimaryMetadata>{days}</ukm:PrimaryMetadata></ukm:Metadata>\n"
        f"<Primary><Body><P1><Text>Piers are kept.</Text></P1></Body></Primary>"
        f"<Commentaries>{notes}</Commentaries></Legislation>\n"
    )


def note(words: str, kind: str = "I") -> str:
    return f'<Commentary id="a" Type="{kind}"><Para><Text>{words}</Text></Para></Commentary>'


def read(text: str, suffix: str = ".xml") -> Context:
    document = Document("law.xml", text, suffix)
    source = source_for(document)
    assert source is not None
    assert source.descriptor.name == "legislation"
    return source.read(document)


def law(text: str) -> Initiative:
    context = read(text)
    assert [issue.problem for issue in context.issues] == []
    (claim,) = claims_of(context, Initiative)
    return claim


def test_an_act_has_its_title_day_address_and_notes_on_commencement() -> None:
    notes = (
        note("<CitationSubRef>S. 1</CitationSubRef> in force at\n 1.10.2025 by S.I. 2025/900")
        + note("Words inserted", "F")
        + note("S. 2 in force at Royal Assent, see s. 9")
    )
    claim = law(act(notes=notes))
    assert claim == Initiative(
        "piers-and-quays-act-2025",
        "Piers and Quays Act 2025",
        "legislation",
        start=PartialDate(2025, 6, 19),
        homepage="http://www.legislation.gov.uk/id/ukpga/2025/18",
        sources=("legislation.gov.uk ukpga/2025/18",),
        commencement_notes=(
            "S. 1 in force at 1.10.2025 by S.I. 2025/900",
            "S. 2 in force at Royal Assent, see s. 9",
        ),
    )


def test_an_instrument_has_the_day_of_making_and_those_of_coming_into_force() -> None:
    days = (
        '<ukm:Made Date="2026-01-05" Time="10:00:00"/><ukm:Laid Date="2026-01-06"/>'
        '<ukm:ComingIntoForce><ukm:DateTime Date="2026-01-27"/><ukm:DateTime Date="2026-03-01"/>'
        "</ukm:ComingIntoForce>"
    )
    claim = law(act("The Piers (Fees) Regulations 2026", path="uksi/2026/7", days=days))
    assert claim.start == PartialDate(2026, 1, 5)
    assert claim.in_force == (PartialDate(2026, 1, 27), PartialDate(2026, 3, 1))


@pytest.mark.parametrize("part", ["", "/section/1", "/2025-08-01", "/contents", "/enacted"])
def test_a_part_or_a_version_of_a_law_is_of_that_law(part: str) -> None:
    assert law(act(part=part)).homepage == "http://www.legislation.gov.uk/id/ukpga/2025/18"


@pytest.mark.parametrize(
    "path", ["ukpga/Eliz2/4-5/16", "aep/Edw1cc1929/25/9", "asp/2003/4", "nia/2011/2", "anaw/2014/4"]
)
def test_laws_of_other_forms_and_nations(path: str) -> None:
    assert law(act(path=path)).homepage == f"http://www.legislation.gov.uk/id/{path}"


@pytest.mark.parametrize(
    "title",
    ["Children’s Wellbeing and Schools Act 2026", "Children's Wellbeing and Schools Act 2026"],
)
def test_the_row_of_the_bundled_register_stands(title: str) -> None:
    days = '<ukm:EnactmentDate Date="2026-04-29"/>'
    claim = law(act(title, path="ukpga/2026/21", days=days, notes=note("S. 1 in force")))
    assert claim.key == "childrens-wellbeing-and-schools-act-2026"
    assert (claim.name, claim.start) == ("Children’s Wellbeing and Schools Act 2026", None)
    assert claim.homepage is None
    assert claim.commencement_notes == ("S. 1 in force",)


def test_a_day_that_differs_from_the_register_is_told_and_not_stated() -> None:
    context = read(act("Digital Economy Act 2017", days='<ukm:EnactmentDate Date="2017-04-28"/>'))
    (claim,) = claims_of(context, Initiative)
    assert (claim.key, claim.start) == ("digital-economy-act-2017", None)
    assert (
        "dates it 2017-04-28, the register of initiatives 2017-04-27" in context.issues[0].problem
    )
    assert not context.issues[0].lost


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (act(""), "no title"),
        (act(" 2025 "), "no title"),
        (act(path="changes"), "no address"),
        (act(path="ukdsi/2026/9780348000000"), "a draft of an instrument"),
        (act(path="ukia/2026/4"), "an impact assessment"),
        (act("Piers " * 300), "characters"),
        (act().replace("ukm:Metadata", "ukm:Data"), "no metadata"),
        (act()[:-20], "cannot be read as XML"),
        (act().replace("<Legislation", '<!DOCTYPE a [<!ENTITY b "c">]><Legislation'), "entities"),
    ],
)  # fmt: skip
def test_what_is_no_law_is_told(text: str, problem: str) -> None:
    (source,) = (each for each in all_sources() if each.descriptor.name == "legislation")
    context = source.read(Document("law.xml", text, ".xml"))
    assert context.records == []
    (issue,) = context.issues
    assert problem in issue.problem
    assert issue.lost


@pytest.mark.parametrize(
    ("days", "left", "words"),
    [
        ('<ukm:EnactmentDate Date="soon"/>', None, "'soon' and no day"),
        ('<ukm:EnactmentDate Date="2025-02-30"/>', None, "'2025-02-30' and no day"),
        ('<ukm:EnactmentDate/>', None, ""),
        ("", None, ""),
        ('<ukm:EnactmentDate Date="2025-06-19"/><ukm:EnactmentDate Date="2025-06-20"/>', None,
         "several days of making"),
    ],
)  # fmt: skip
def test_days_that_are_none_are_told(days: str, left: object, words: str) -> None:
    context = read(act(days=days))
    (claim,) = claims_of(context, Initiative)
    assert claim.start == left
    problems = " ".join(issue.problem for issue in context.issues)
    assert words in problems
    assert bool(problems) == bool(words)


def test_the_record_is_what_was_read_of_the_law_and_nothing_else() -> None:
    one, two = read(act(notes=note("S. 1"))), read(act(notes=note("S. 2")))
    other_text = read(act(notes=note("S. 1")).replace("Piers are kept", "Quays are kept"))
    digests = [each.records[0].origin.sha256 for each in (one, two, other_text)]
    assert digests[0] != digests[1]
    assert digests[0] == digests[2]


@pytest.mark.parametrize(
    "between",
    ["<!-- made by a program -->", "<!DOCTYPE Legislation>", "<?style a?>\n<!-- a -->\n"],
)
def test_what_stands_before_the_root_is_passed_over(between: str) -> None:
    text = act().replace("?>\n", f"?>\n{between}\n", 1)
    assert law(text) == law(act())
    assert format_of(text.encode(), ".xml").name == "xml_data"


def test_a_day_with_a_time_is_that_day() -> None:
    days = '<ukm:EnactmentDate Date="2025-06-19T00:00:00Z"/>'
    assert law(act(days=days)).start == PartialDate(2025, 6, 19)


def test_a_bill_of_the_register_became_the_act_that_was_fetched(
    run_joinedup: Callable[..., Run], tmp_path: Path
) -> None:
    (tmp_path / "bills.csv").write_text(
        "id,name,kind,lead_organisations,start,end\n"
        "piers-bill,Piers and Quays Bill,legislation,,2024-11-01,2025-06-19\n",
        encoding="utf-8",
    )
    (tmp_path / "act.xml").write_text(act(), encoding="utf-8")
    (tmp_path / "list.csv").write_text(
        "Report,HC no,Session,No,Recommendation,Response\n"
        "Piers,12,2024-25,1,Quays should be kept.,"
        "The Piers and Quays Bill will bring this about. The Government agrees.\n",
        encoding="utf-8",
    )
    store = tmp_path / "store"
    run_joinedup("build", tmp_path, "--store", store)
    run = run_joinedup("ask", "bills-followed-through", "--format", "csv", "--store", store)
    assert "piers-bill" in run.stdout
    assert "became an Act" in run.stdout
    assert "Piers and Quays Act 2025" in run.stdout


def test_texts_are_read_by_the_title_of_a_law_that_was_fetched(tmp_path: Path) -> None:
    (tmp_path / "z.feed").write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry>'
        "<title>The Piers (Fees) Order 2026</title>"
        "<id>http://www.legislation.gov.uk/id/uksi/2026/7</id></entry></feed>",
        encoding="utf-8",
    )
    (tmp_path / "a.csv").write_text(
        "Report,HC no,Session,No,Recommendation\n"
        "Piers,12,2024-25,1,The Piers (Fees) Order 2026 should be revoked.\n",
        encoding="utf-8",
    )
    graph = joinedup.build(str(tmp_path))
    rows = graph.query(
        "PREFIX oa: <http://www.w3.org/ns/oa#> SELECT ?law WHERE { ?mention oa:hasBody ?law }"
    ).rows
    assert {str(name).rpartition("/")[2] for (name,) in rows} == {"the-piers-fees-order-2026"}


def test_another_xml_file_is_told_what_is_read() -> None:
    document = Document("a.xml", '<?xml version="1.0"?>\n<!-- a --><Shed><a/></Shed>', ".xml")
    assert source_for(document) is None
    assert "begins with 'Shed'" in why_no_source(document)


@pytest.mark.parametrize("beginning", ["", "\ufeff", "<?xml version='1.0'?>\n<?style a?>"])
def test_a_law_is_no_web_page(beginning: str) -> None:
    text = beginning + act().partition("?>\n")[2]
    assert format_of(text.encode(), ".xml").name == "xml_data"
    assert format_of(text.encode(), "").name == "xml_data"
    page = "<?xml version='1.0'?><!DOCTYPE html><html><body>feed Legislation</body></html>"
    assert format_of(page.encode(), ".xml").name == "html"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_the_declared_encoding_is_taken(tmp_path: Path, encoding: str) -> None:
    text = act("Piers (Café) Act 2025").replace("UTF-8", encoding)
    (tmp_path / "a.xml").write_bytes(text.encode(encoding))
    graph = joinedup.build(str(tmp_path / "a.xml"))
    query = 'SELECT ?a WHERE { ?a rdfs:label "Piers (Café) Act 2025" }'
    assert len(graph.query(f"PREFIX rdfs: <{RDFS}> {query}").rows) == 1


def test_a_law_in_an_archive_is_asked_for_by_itself(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("act.xml", act())
    (tmp_path / "a.zip").write_bytes(packed.getvalue())
    with pytest.raises(NothingReadError, match="Unpack it and name it"):
        build([str(tmp_path / "a.zip")], tmp_path / "store")


def test_what_several_registers_say_of_one_thing_is_joined_in_any_order() -> None:
    row = Initiative("a", "A Act", "legislation", leads=("b",), start=PartialDate(2024, 1))
    more = Initiative("a", "A Act", "legislation", funders=("c",), end=PartialDate(2025))
    one, two = (initiative_profile(each, {"a"}) for each in (row, more))
    joined = joined_profile(one, two)
    assert joined == joined_profile(two, one)
    assert (joined.start, joined.end) == (PartialDate(2024, 1), PartialDate(2025))
    assert joined.related == {("organisation", "b"), ("organisation", "c")}
