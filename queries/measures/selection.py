"""What a network is made from: which findings, named in whose words, and in which role."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

from graph.errors import UsageError

VOICES = ("any", "committee", "government", "across", "curator")
"""In whose words a thing must be named.

``any`` takes every name; ``committee`` the finding's own words; ``government`` the government's own
words in an answer; ``across`` ties what the finding names to what its answer names; ``curator`` our
own readings of pages.
"""

PARLIAMENTS = {
    "2010": (date(2010, 5, 18), date(2015, 3, 30)),
    "2015": (date(2015, 5, 18), date(2017, 5, 3)),
    "2017": (date(2017, 6, 13), date(2019, 11, 6)),
    "2019": (date(2019, 12, 17), date(2024, 5, 30)),
    "2024": (date(2024, 7, 9), date.max),
}
"""First and last day of each Parliament, by the year of its election."""

_SESSIONS = {
    "2010": ("2010-12", "2012-13", "2013-14", "2014-15"),
    "2015": ("2015-16", "2016-17"),
    "2017": ("2017-19", "2019"),
    "2019": ("2019-21", "2021-22", "2022-23", "2023-24"),
    "2024": ("2024-25", "2024-26"),
}

_OPTIONS = {
    "voice": "words-of",
    "since": "from",
    "until": "to",
    "whose": "position-of",
    "as_at": "as-of",
}
"""Fields that the options of the command line call otherwise; `from` is a word of Python's own."""


@dataclass(frozen=True, slots=True)
class Selection:
    """Which findings count, and which of their names.

    Attributes:
        voice: One of `VOICES`.
        role: Role a name must play, from the scheme of mention roles; any where None.
        committee: IRI of the committee whose findings count; all where None.
        since: First day on which a finding's report may have been published.
        until: Last day.
        parliament: Year of the election of the Parliament, a key of `PARLIAMENTS`.
        position: Position that must have been taken on a finding, from the scheme of positions.
        whose: Voice in which it must have been taken: ``government`` or ``tracker``.
        roll_up: Count agencies and other bodies for the department they belong to.
        as_at: Day at which departments that had ended count for their successors.
    """

    voice: str = "any"
    role: str | None = None
    committee: str | None = None
    since: date | None = None
    until: date | None = None
    parliament: str | None = None
    position: str | None = None
    whose: str = "government"
    roll_up: bool = False
    as_at: date | None = None

    def __post_init__(self) -> None:
        """Refuse what cannot be selected.

        Raises:
            UsageError: If a value is none of those there are, or two contradict one another.
        """
        if self.voice not in VOICES:
            raise UsageError(f"There is no --words-of {self.voice!r}; choose {', '.join(VOICES)}.")
        if self.parliament is not None and self.parliament not in PARLIAMENTS:
            raise UsageError(
                f"There is no Parliament of {self.parliament!r}; choose {', '.join(PARLIAMENTS)}."
            )
        if self.since and self.until and self.since > self.until:
            raise UsageError(
                f"The first day, {self.since}, is after the last, {self.until}. Exchange --from "
                "and --to."
            )
        if self.role and self.voice == "curator":
            raise UsageError(
                "What a curator read has no roles, so give --role without --words-of curator."
            )

    @property
    def is_dated(self) -> bool:
        """Whether findings count by the day of their report."""
        return bool(self.since or self.until or self.parliament)

    def holds(self, published: date | None, session: str | None) -> bool | None:
        """Whether a report published then counts; None where that cannot be known."""
        first, last = self.since or date.min, self.until or date.max
        if self.parliament:
            if published is None and session:
                return session in _SESSIONS[self.parliament] if not self._has_days else None
            start, end = PARLIAMENTS[self.parliament]
            first, last = max(first, start), min(last, end)
        return None if published is None else first <= published <= last

    @property
    def _has_days(self) -> bool:
        return bool(self.since or self.until)

    def parameters(self) -> dict[str, str]:
        """What differs from the default, as text, by the names of the options."""
        return {
            _OPTIONS.get(field.name, field.name.replace("_", "-")): str(value)
            for field in fields(self)
            if (value := getattr(self, field.name)) != field.default
        }


def parliament_of(published: date | None, session: str | None) -> str | None:
    """The Parliament in which a report was published, by the day or else by the session."""
    for name, (start, end) in PARLIAMENTS.items():
        if published is not None and start <= published <= end:
            return name
        if published is None and session in _SESSIONS[name]:
            return name
    return None
