"""A row of curated facts about one finding, checked as it is read."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from graph.address_rule import EXPECTED as ADDRESS_FORM
from graph.address_rule import is_web_address
from graph.records.findings import Basis, FindingKind
from loaders.text.typed_values import check_word, to_struct
from ontology.namespaces import DELIVERY, POSITION

if TYPE_CHECKING:
    from loaders.text.control_marks import ControlMarks

LONGEST_LINE = 1_000_000
"""Characters that a line of facts may have; the longest bundled one has some two thousand."""

_LONGEST_NUMBER = 100

AUDITOR = "National Audit Office"
"""It reports to Parliament as committees do, and is none."""


class FactRow(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
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
    item_kind: FindingKind
    gist: str
    source_url: str
    report_title: str | None = None
    hc_number: str | None = None
    session: str | None = None
    report_ordinal: str | None = None
    publication_date: date | None = None
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

    def __post_init__(self) -> None:
        """Refuse words that no scheme holds, and values that contradict each other.

        Raises:
            ValueError: If there are any.
        """
        for name in ("source_url", "report_url"):
            address = getattr(self, name)
            if address is not None and not is_web_address(address):
                raise ValueError(f"{name} {address!r} is not a web address; {ADDRESS_FORM}")
        check_word("decision", self.decision, POSITION)
        check_word("delivery", self.delivery, DELIVERY)
        bases = (Basis.GOVERNMENT_WORDS, Basis.SECONDARY_REPORT)
        if self.decision and self.decision_basis not in bases:
            raise ValueError(
                f"decision_basis is {self.decision_basis!r}; a decision rests on "
                f"{' or '.join(bases)}, and a tracker's label belongs in site_label"
            )
        if not self.decision and (self.decision_basis or self.answers or self.delivery):
            raise ValueError(
                "decision_basis, answers and delivery describe a decision; give decision too"
            )
        if self.site_label:
            self.label()

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


def read_row(line: str, marks: ControlMarks) -> FactRow:
    """Read one line of facts; null or an empty text stands for a key left out.

    Args:
        line: The line.
        marks: Puts marks for control characters, which JSON may hold as escapes.

    Raises:
        ValueError: If the line cannot be relied on; the message says why and what to do.
    """
    if len(line) > LONGEST_LINE:
        raise ValueError(
            f"the line has {len(line):,} characters, and at most {LONGEST_LINE:,} are read; "
            "shorten it"
        )
    try:
        values = json.loads(
            line,
            object_pairs_hook=_without_repeats,
            parse_constant=_refuse_constant,
            parse_int=_parse_int,
        )
        if not isinstance(values, dict):
            raise ValueError("the line is not a JSON object; write one object on one line")  # noqa: TRY004 - every fault of a row is reported alike
        values = {
            marks.put_in(key): marks.put_in_values(value)
            for key, value in values.items()
            if value not in ("", None)
        }
    except json.JSONDecodeError as error:
        raise ValueError(f"the line is not JSON ({error}); write one object on one line") from error
    except RecursionError:
        raise ValueError("the line is nested too deeply; write one flat object") from None
    return to_struct(values, FactRow)


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    counts = Counter(name for name, _ in pairs)
    if repeated := sorted(name for name, number in counts.items() if number > 1):
        raise ValueError(f"these keys occur twice: {', '.join(repeated)}; remove one of each")
    return dict(pairs)


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no value of JSON; write a number, or leave the key out")


def _parse_int(figures: str) -> int:
    if len(figures) > _LONGEST_NUMBER:
        raise ValueError(
            f"a number of {len(figures):,} figures stands in the line; write it in quotation "
            "marks, if it is meant"
        )
    return int(figures)
