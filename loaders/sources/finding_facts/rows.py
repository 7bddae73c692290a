"""A row of curated facts about one finding, checked as it is read."""

from __future__ import annotations

import json
from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any

from graph.address_rule import EXPECTED as ADDRESS_FORM
from graph.address_rule import is_web_address
from graph.partial_date import PartialDate
from graph.records.findings import Basis, FindingKind
from ontology.namespaces import DELIVERY, POSITION

if TYPE_CHECKING:
    from collections.abc import Mapping

AUDITOR = "National Audit Office"
"""It reports to Parliament as committees do, and is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """What we read of one finding, on one page.

    Attributes:
        report_key: Our own name for the report; groups its findings where it has no number.
        committee: Name of the committee, or of the National Audit Office.
        item: Our own name for the finding within its report; its number where it has one.
        item_kind: Kind of finding.
        gist: One sentence of ours.
        source_url: Page on which the facts were read.
        number: Number as printed.
        decision: What the government decided, in its own words or as a third party reports it.
        decision_basis: Which of the two.
        answers: Item of the same report that the response shown with this finding answers, where
            it is another; the decision is then about that item.
        delivery: How far the work has got, by the same words as the decision.
        site_label: The tracker's label, as printed.
        own_page: False if `source_url` is the tracker's page of another finding.
    """

    report_key: str
    committee: str
    item: str
    item_kind: str
    gist: str
    source_url: str
    report_title: str | None = None
    hc_number: str | None = None
    session: str | None = None
    report_ordinal: str | None = None
    publication_date: str | None = None
    report_url: str | None = None
    report_hint: str | None = None
    number: str | None = None
    paragraph: str | None = None
    addressees: tuple[str, ...] = ()
    organisations_mentioned: tuple[str, ...] = ()
    programmes_mentioned: tuple[str, ...] = ()
    decision: str | None = None
    decision_basis: str | None = None
    answers: str | None = None
    delivery: str | None = None
    site_label: str | None = None
    target_date: str | None = None
    response_document: str | None = None
    own_page: bool = True
    note: str | None = None

    @property
    def of_committee(self) -> str | None:
        """The committee whose finding it is; None where the National Audit Office reports."""
        return None if self.committee == AUDITOR else self.committee

    def label(self) -> tuple[str, str | None]:
        """The position and the delivery status that `site_label` stands for.

        Raises:
            ValueError: If the label, or a part of it, is not one we know.
        """
        stance, _, progress = (self.site_label or "").partition(" / ")
        position, delivery = POSITION.find(stance), DELIVERY.find(progress)
        if position is None or (progress and delivery is None):
            allowed = ", ".join([*POSITION.by_label(), *DELIVERY.by_label()])
            raise ValueError(f"site_label {self.site_label!r} is unknown; it is made of {allowed}")
        return position, delivery


def read_row(line: str) -> FactRow:
    """Read one line of facts.

    Raises:
        ValueError: If the line cannot be relied on; the message says why and what to do.
    """
    try:
        values = json.loads(line, object_pairs_hook=_without_repeats)
    except json.JSONDecodeError as error:
        raise ValueError(f"the line is no JSON ({error}); write one object on one line") from error
    except RecursionError:
        raise ValueError("the line is nested too deeply; write one flat object") from None
    if not isinstance(values, dict):
        raise ValueError("the line is no JSON object; write one object on one line")  # noqa: TRY004 - every fault of a row is reported alike
    row = FactRow(**_checked(values))
    _check_words(row)
    return row


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    names = [name for name, _ in pairs]
    if repeated := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"keys stand twice: {', '.join(repeated)}; take one of each out")
    return dict(pairs)


def _checked(values: Mapping[str, object]) -> dict[str, Any]:
    """Hold the values against the fields of `FactRow`; null stands for a key left out."""
    allowed = {field.name: field for field in fields(FactRow)}
    if unknown := sorted(values.keys() - allowed.keys()):
        raise ValueError(f"keys are unknown: {', '.join(unknown)}; known are {', '.join(allowed)}")
    row_values: dict[str, Any] = {n: value for n, value in values.items() if value is not None}
    for name, field in allowed.items():
        if field.default is MISSING and not row_values.get(name):
            raise ValueError(f"the row has no {name}; fill it in")
        if name in row_values:
            row_values[name] = _typed(name, str(field.type), row_values[name])
    return row_values


def _typed(name: str, wanted: str, value: object) -> object:
    if wanted == "bool" and isinstance(value, bool):
        return value
    if wanted.startswith("str") and isinstance(value, str):
        return value
    ids = value if wanted.startswith("tuple") and isinstance(value, list) else [None]
    if all(isinstance(entry, str) for entry in ids):
        return tuple(ids)
    raise ValueError(f"{name} is {value!r}; write it as {_HOW_TO_WRITE[wanted]}")


_HOW_TO_WRITE = {
    "bool": "true or false",
    "str": "a text in quotation marks",
    "str | None": "a text in quotation marks, or leave it out",
    "tuple[str, ...]": 'a list of ids, such as ["home-office"]',
}


def _check_words(row: FactRow) -> None:
    """Refuse words that no scheme holds, and values that contradict each other."""
    if row.item_kind not in list(FindingKind):
        raise ValueError(f"item_kind {row.item_kind!r} is unknown; use {', '.join(FindingKind)}")
    if not is_web_address(row.source_url):
        raise ValueError(f"source_url {row.source_url!r} is no web address; {ADDRESS_FORM}")
    day = row.publication_date
    if day and not _is_day(day):
        raise ValueError(f"publication_date {day!r} is no day; write it as 2024-03-01")
    _check_decision(row)
    if row.site_label:
        row.label()


def _is_day(text: str) -> bool:
    try:
        return PartialDate.parse(text).whole_day is not None
    except ValueError:
        return False


def _check_decision(row: FactRow) -> None:
    if row.decision and row.decision not in POSITION:
        allowed = ", ".join(POSITION)
        raise ValueError(f"decision {row.decision!r} is unknown; use one of {allowed}")
    bases = (Basis.GOVERNMENT_WORDS, Basis.SECONDARY_REPORT)
    if row.decision and row.decision_basis not in bases:
        raise ValueError(
            f"decision_basis is {row.decision_basis!r}; a decision rests on {' or '.join(bases)}, "
            "and a tracker's label belongs in site_label"
        )
    if not row.decision and (row.decision_basis or row.answers or row.delivery):
        raise ValueError("decision_basis, answers and delivery say more of a decision; give one")
    if row.delivery and row.delivery not in DELIVERY:
        allowed = ", ".join(DELIVERY)
        raise ValueError(f"delivery {row.delivery!r} is unknown; use one of {allowed}")
