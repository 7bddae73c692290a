"""An abbreviation that a document defines means that there, whatever the registers call so."""

from __future__ import annotations

import pytest

from graph.records.cleaned_text import CleanedText
from tests.names_registers import recogniser

OTHER_NAMES = [
    ("Financial Services Authority", "FSA"),
    ("Housing Revenue Account", "HRA"),
    ("Marine Resources Committee", "MRC"),
    ("Labour Skills Council", "LSC"),
    ("Health Service Executive", "HSE"),
    ("Business Improvement Scheme", "BIS"),
    ("Independent Press Authority", "IPA"),
    ("Local Estates Office", "LEO"),
    ("Council for Crown Solicitors", "CCS"),
    ("Deposit Insurance Trust", "DIT"),
]
COMMON_NOUNS = [
    ("carbon capture and storage", "CCS"),
    ("total factor productivity", "TFP"),
    ("international phonetic alphabet", "IPA"),
    ("heat source equipment", "HSE"),
    ("low earth orbit", "LEO"),
    ("human resources administration", "HRA"),
    ("building information system", "BIS"),
]
REGISTERED = [
    ("Department for Education", "DfE", "department-for-education"),
    ("Dept for Education", "DfE", "department-for-education"),
    ("education department", "DfE", "department-for-education"),
    ("Department of Transport", "DfT", "department-for-transport"),
    ("Ministry for Justice", "MoJ", "ministry-of-justice"),
    ("Central Data and Digital Office", "CDDO", "central-digital-and-data-office"),
    ("National Fraud Initiative tool", "NFI", "national-fraud-initiative"),
    ("Longitudinal Education Outcomes", "LEO", "longitudinal-education-outcomes"),
    ("longitudinal education outcomes", "LEO", "longitudinal-education-outcomes"),
    ("Food Standards Agency", "FSA", "food-standards-agency"),
    ("Food Standards Agancy", "FSA", "food-standards-agency"),
    ("Infrastructure Projects Authority", "IPA", "infrastructure-and-projects-authority"),
]
FORMS = [
    "The {long} ({short}) was slow. The {short} closed.",
    "{short} ({long}) met. {short} closed.",
]


def entities(*texts: str) -> set[str]:
    """The keys of registered things that the texts of a document name."""
    readings = recogniser().recognise_document([CleanedText(text) for text in texts])
    return {
        mention.entity[1]
        for reading in readings
        for mention in reading.mentions
        if mention.entity[0] != "candidate"
    }


def candidates(text: str) -> set[str]:
    return {name.key for name in recogniser().recognise(CleanedText(text)).candidates}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("long", "short"), OTHER_NAMES + COMMON_NOUNS)
def test_what_a_document_defines_is_no_registered_thing(form: str, long: str, short: str) -> None:
    assert entities(form.format(long=long, short=short)) == set()


@pytest.mark.parametrize(("long", "short"), OTHER_NAMES)
def test_it_is_the_candidate_that_is_spelt_out(long: str, short: str) -> None:
    assert candidates(FORMS[0].format(long=long, short=short)) == {long.lower().replace(" ", "-")}


@pytest.mark.parametrize(("long", "short"), COMMON_NOUNS)
def test_a_common_noun_is_no_candidate(long: str, short: str) -> None:
    assert candidates(FORMS[0].format(long=long, short=short)) == set()


def test_the_definition_binds_the_other_texts_of_the_document() -> None:
    assert entities("The FSA is slow.", "The Financial Services Authority (FSA) met.") == set()


@pytest.mark.parametrize(("long", "short", "key"), REGISTERED)
def test_a_registered_name_spelt_another_way_is_that_name(long: str, short: str, key: str) -> None:
    text = FORMS[0].format(long=long, short=short)
    assert entities(text) == {key}
    assert candidates(text) == set()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("We asked the Evaluation Taskforce to help.", "evaluation-task-force"),
        (
            "The Blueprint for Modern Digital Government says so.",
            "blueprint-for-modern-digital-government",
        ),
        ("We saw the Central Data and Digital Office.", "central-digital-and-data-office"),
    ],
)
def test_words_joined_or_changed_about_make_no_candidate(text: str, key: str) -> None:
    assert entities(text) == {key}
    assert candidates(text) == set()
