"""Names in sentences: what is recognised, what is left alone, and by which rule."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.records.authorities import Organisation
from graph.records.cleaned_text import CleanedText, TextEdit
from loaders.names.recogniser import Recogniser
from tests.names_registers import initiatives, linked, organisations, recognise, recogniser

if TYPE_CHECKING:
    from graph.records.mentions import Mention

MOJ, DFE, DWP = "ministry-of-justice", "department-for-education", "department-for-work-pensions"
DHSC, DH = "department-of-health-and-social-care", "department-of-health"
DFE_NI = "department-for-the-economy-northern-ireland"
HMCTS, HMRC = "hm-courts-and-tribunals-service", "hm-revenue-customs"


def only(text: str, quote: str) -> Mention:
    found = [m for m in recognise(text).mentions if text[m.start : m.end] == quote]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clerks praised the Ministry of Justice.", [("Ministry of Justice", MOJ)]),
        ("MINISTRY OF JUSTICE SLOW TO ACT", [("MINISTRY OF JUSTICE", MOJ)]),
        ("a ministry of justice in name only", []),
        ("The MoJ’s staff and the MoJ's files", [("MoJ", MOJ), ("MoJ", MOJ)]),
        ("Ofsteds and questions and dwpx", []),
        ("asked the Department of Work and Pensions", [("Department of Work and Pensions", DWP)]),
        ("HM Revenue and Customs paid", [("HM Revenue and Customs", HMRC)]),
        (
            "His Majesty’s Courts & Tribunals Service sat",
            [("His Majesty’s Courts & Tribunals Service", HMCTS)],
        ),
        (
            "It ended.62HMRC paid; HMCTS’s61 list; DWP12.",
            [("HMRC", HMRC), ("HMCTS", HMCTS), ("DWP", DWP)],
        ),
        ("Annex DWP0007 is closed", []),
        ("the Depart- ment for Education met", [("Depart- ment for Education", DFE)]),
        ("the Department for\nEducation met", [("Department for\nEducation", DFE)]),
        ("the Department  for Education met", [("Department  for Education", DFE)]),
        ("https://data.gov.uk/x and www.gov.uk/ofsted and dwp@dwp.gov.uk and DWP@dwp.gov.uk", []),
        ("MoJ/DfE talks and non-DWP sites", [("MoJ", MOJ), ("DfE", DFE), ("DWP", DWP)]),
    ],
)
def test_registered_bodies_are_found_as_whole_words_in_every_form(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert linked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Data First has begun.", [("Data First", "data-first")]),
        ("Put data first. Data first, then tools.", []),
        ("BOLD links records.", [("BOLD", "bold")]),
        ("A bold plan, Bold as brass.", []),
        ("MINISTERS MUST BE BOLD IN SPENDING", []),
        ("the unique child identifier", [("unique child identifier", "unique-child-identifier")]),
        ("Supporting Families helps.", [("Supporting Families", "supporting-families")]),
        ("supporting families is hard", []),
        ("local authorities, councils, the police and the Government", []),
    ],
)
def test_case_tells_names_from_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert linked(text) == expected


def test_lower_case_counts_where_the_document_has_the_name_itself() -> None:
    text = "It plans a national data library. The National Data Library is for all."
    assert [key for _, key in linked(text)] == ["national-data-library"] * 2
    assert linked("It plans a national data library.") == []


def test_a_treasury_minute_is_not_the_treasury() -> None:
    assert linked("The Treasury wrote the Treasury Minute.") == [("Treasury", "hm-treasury")]


@pytest.mark.parametrize(
    ("day", "name", "key"),
    [
        ("2001-05-01", "DETR", "department-of-the-environment-transport-and-the-regions"),
        ("2001-05-01", "DSS", "department-of-social-security"),
        (
            "2001-10-01",
            "Department for Transport, Local Government and the Regions",
            "department-for-transport-local-government-and-the-regions",
        ),
        ("2003-03-01", "Lord Chancellor’s Department", "lord-chancellors-department"),
        ("2004-02-01", "DfES", "department-for-education-and-skills"),
        ("2004-02-01", "ODPM", "office-of-the-deputy-prime-minister"),
        ("2005-02-01", "Inland Revenue", "department-of-inland-revenue"),
        ("2005-02-01", "DTI", "department-of-trade-and-industry"),
        ("2006-11-01", "DCA", "department-for-constitutional-affairs"),
        ("2008-11-01", "DIUS", "department-for-innovation-universities-and-skills"),
        ("2008-11-01", "BERR", "department-for-business-enterprise-and-regulatory-reform"),
        (
            "2012-07-01",
            "Department for Culture, Media and Sport",
            "department-for-culture-media-and-sport-1997-2017",
        ),
        ("2014-07-01", "DECC", "department-of-energy-climate-change"),
        ("2019-07-01", "DExEU", "department-for-exiting-the-european-union"),
        ("2026-07-01", "Wales Office", "wales-office"),
        ("2026-07-01", "Government Commercial Agency", "government-commercial-agency"),
    ],
)
def test_departments_since_2001_are_known_by_the_names_of_their_day(
    day: str, name: str, key: str
) -> None:
    assert linked(f"The {name} answered.", date.fromisoformat(day)) == [(name, key)]


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors monitor each unit. Monitor the cost closely.",
        "The CMS stores each page of the site.",
        "An SCR was held after the child died.",
        "Councils wrote digital ID into the plan.",
    ],
)
def test_names_with_another_common_sense_need_context(text: str) -> None:
    assert linked(text) == []


@pytest.mark.parametrize(
    ("published", "key"),
    [
        (date(2014, 6, 1), "department-for-culture-media-and-sport-1997-2017"),
        (date(2020, 6, 1), "department-for-digital-culture-media-sport"),
        (date(2024, 6, 1), "department-for-culture-media-and-sport"),
    ],
)
def test_the_date_decides_between_bodies_of_one_abbreviation(published: date, key: str) -> None:
    assert linked("DCMS answered.", published) == [("DCMS", key)]


@pytest.mark.parametrize(
    ("published", "key"),
    [
        (date(2014, 6, 1), "department-for-culture-media-and-sport-1997-2017"),
        (date(2024, 6, 1), "department-for-culture-media-and-sport"),
    ],
)
def test_the_body_that_bore_a_name_on_the_day_is_meant(published: date, key: str) -> None:
    name = "Department for Culture, Media and Sport"
    assert linked(f"The {name} answered.", published) == [(name, key)]


def test_what_stays_ambiguous_is_kept_and_not_guessed() -> None:
    names = recognise("DCMS answered.")
    assert names.mentions == ()
    assert len(names.ambiguous[0].entities) == 3


def test_a_body_that_had_ended_is_linked_as_written_with_its_successor_beside_it() -> None:
    names = recognise("The Department of Health spoke.", date(2022, 1, 1))
    assert names.mentions[0].entity == ("organisation", DH)
    assert ("organisation", DHSC) in names.mentions[0].alternatives


def test_the_long_form_decides_what_a_shared_abbreviation_means() -> None:
    text = "In Belfast the Department for the Economy (DfE) met. DfE agreed."
    assert [key for _, key in linked(text)] == [DFE_NI, DFE_NI]
    assert linked("DfE agreed.") == [("DfE", DFE)]


def test_a_shared_abbreviation_beside_its_other_region_is_ambiguous() -> None:
    names = recognise("DfE in Northern Ireland agreed.")
    assert [key for _, key in names.ambiguous[0].entities] == [DFE, DFE_NI]


def test_a_name_too_general_to_stand_alone_needs_its_neighbours() -> None:
    assert linked("Staff liked Atlas.") == []
    assert ("Atlas", "atlas") in linked("Staff of the Home Office liked Atlas.")


def test_long_form_and_abbreviation_are_one_name_with_two_nested() -> None:
    text = "The National Audit Office (NAO) reported."
    found = [(text[m.start : m.end], m.nested) for m in recognise(text).mentions]
    assert found == [
        ("National Audit Office (NAO)", False),
        ("National Audit Office", True),
        ("NAO", True),
    ]


def test_bodies_named_inside_an_initiative_are_nested_and_inside_a_body_are_not() -> None:
    share = "the Ministry of Justice / Department for Education data share"
    assert [m.entity[1] for m in recognise(share).mentions if m.nested] == [MOJ, DFE]
    assert [m.entity[1] for m in recognise("Department of Health and Social Care").mentions] == [
        DHSC
    ]


def test_a_head_noun_belongs_to_the_name() -> None:
    text = "Universal Credit programme costs rose."
    assert linked(text) == [("Universal Credit programme", "universal-credit")]


def test_a_definition_holds_in_the_whole_document_and_nowhere_else() -> None:
    finding = CleanedText(
        "The Ministry of Justice (the Ministry) and the Courts Data Board (CDB) met."
    )
    reply = CleanedText("The Ministry agrees. CDB will report.")
    first, second = recogniser().recognise_document([finding, reply])
    assert {m.rule for m in second.mentions} == {"anaphor", "defined-in-document"}
    assert second.mentions[0].entity == ("organisation", MOJ)
    assert second.mentions[0].basis == (0, 25, 37)
    assert second.mentions[1].entity == ("candidate", "courts-data-board")
    assert second.mentions[1].basis is not None
    assert second.mentions[1].basis[0] == 0
    assert [candidate.abbreviation for candidate in first.candidates] == ["CDB"]
    assert recognise("CDB will report.").mentions[0].rule == "discovered"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("DWP wrote. The Department erred.", [DWP]),
        ("The Department erred. DWP wrote. The Department erred.", []),
        ("DWP and DfE wrote. The Department erred.", []),
        ("DWP and the Home Office wrote. The Department erred.", []),
        ("The Home Office (the Department) wrote. The Department erred.", ["home-office"]),
        ("DWP wrote to the Department for Education.", []),
    ],
)
def test_an_anaphor_is_resolved_only_where_one_antecedent_is_clear(
    text: str, keys: list[str]
) -> None:
    assert [m.entity[1] for m in recognise(text).mentions if m.rule == "anaphor"] == keys


def test_offsets_are_those_of_the_original_behind_a_mended_text() -> None:
    text = "The Ministry of12 Justice agreed, said the Department."
    reading = CleanedText(text, (TextEdit(15, 17, "footnote-mark"),))
    names = recogniser().recognise(reading)
    assert text[names.mentions[0].start : names.mentions[0].end] == "Ministry of12 Justice"
    assert names.mentions[1].basis == (0, 4, 25)


def test_a_slip_of_the_pen_is_linked_with_less_confidence() -> None:
    slip = only("So the Department for Work and Pension said.", "Department for Work and Pension")
    assert (slip.entity[1], slip.rule) == (DWP, "near-spelling")
    assert slip.confidence < only("So said DWP.", "DWP").confidence


def test_a_recogniser_of_empty_registers_finds_candidates_only() -> None:
    names = Recogniser((), ()).recognise(CleanedText("DWP leads Universal Credit."))
    assert {mention.entity[0] for mention in names.mentions} <= {"candidate"}


def test_names_recognised_in_one_long_text_are_those_of_its_parts() -> None:
    text = "The Ministry of Justice BOLD project grows.\n\n" * 200
    assert len([m for m in recognise(text).mentions if m.entity[1] == "bold"]) == 400


def test_bundled_registers_have_no_name_shared_without_a_way_to_tell() -> None:
    bare = Organisation("twin-of-dwp", "Department for Work and Pensions", "other")
    doubled = Recogniser((*organisations(), bare), initiatives())
    names = doubled.recognise(CleanedText("The Department for Work and Pensions met."))
    assert len(names.ambiguous) == 1
