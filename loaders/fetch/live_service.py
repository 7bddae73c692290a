"""What a module of `services` says of its service: what it is asked for, and how it is asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from loaders.fetch.fetch_run import FetchRun


class SettingKind(Enum):
    """What the value of an option is; the value is how help calls it."""

    TEXT = "TEXT"
    FIRST_DAY = "first day"
    LAST_DAY = "last day"
    COUNT = "NUMBER"


@dataclass(frozen=True, slots=True)
class Setting:
    """An option of a service.

    Attributes:
        name: Its name on the command line without the dashes.
        kind: What its value is.
        help: What it does, in a sentence.
    """

    name: str
    kind: SettingKind
    help: str


def period_settings(dates: str) -> tuple[Setting, Setting]:
    """The options for a period.

    Args:
        dates: What the dates are of, for the help text.
    """
    return (
        Setting("from", SettingKind.FIRST_DAY, f"First day of {dates}: 2023, 2023-04, 2023-04-01."),
        Setting("to", SettingKind.LAST_DAY, f"Last day of {dates}; today if not given."),
    )


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """What a service is asked for.

    Attributes:
        subjects: The words of the command line.
        values: Values of the options by their names; what was not given is absent.
    """

    subjects: tuple[str, ...] = ()
    values: Mapping[str, str | int | date] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        """The value of an option that is a text; None if not given."""
        value = self.values.get(name)
        return value if isinstance(value, str) else None

    def day(self, name: str) -> date | None:
        """The value of an option that is a day; None if not given."""
        value = self.values.get(name)
        return value if isinstance(value, date) else None

    def count(self, name: str, default: int) -> int:
        """The value of an option that is a number."""
        value = self.values.get(name, default)
        return value if isinstance(value, int) else default

    def words(self, service: str) -> str:
        """The request as it was typed, but for the folder."""
        options = [f"--{name} {value}" for name, value in sorted(self.values.items())]
        return " ".join([service, *self.subjects, *options])


@dataclass(frozen=True, slots=True)
class LiveService:
    """A service that can be asked for files.

    Attributes:
        name: Word that asks for it on the command line.
        title: What it gives, in a few words.
        about: What is fetched, in sentences for the help text.
        fetch: Asks it; what fails is noted in the run.
        example: Words of an example after the name.
        subject: How the words after the name are called, such as ``NAME``; empty if it takes none.
        fewest: How many words there must be at least.
        settings: Its options.
    """

    name: str
    title: str
    about: str
    fetch: Callable[[FetchRequest, FetchRun], None]
    example: tuple[str, ...]
    subject: str = ""
    fewest: int = 1
    settings: tuple[Setting, ...] = ()
