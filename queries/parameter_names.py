"""Names of parameters as people give them: hyphens, Python's own words, and names of the past."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from graph.errors import UsageError
from queries.query_files import shown_name

if TYPE_CHECKING:
    from queries.query_files import Question

ParameterValue = str | int | date | Sequence[str]

ParameterValues = Mapping[str, ParameterValue]
"""Values by name of parameter, as a user gives them; several where a parameter takes several."""

FORMER_NAMES = {
    "on": ("as_of", "to"),
    "since": ("from",),
    "least": ("minimum",),
    "one": ("a",),
    "other": ("b",),
}
"""What parameters were called before; of several new names, the one that the question has."""


def current_names(
    question: Question, values: ParameterValues
) -> tuple[ParameterValues, tuple[str, ...]]:
    """Give values under the names that a question's parameters have today.

    A hyphen stands for an underscore, and an underscore at the end, which Python needs in
    ``from_``, is dropped. Former names are taken for one release.

    Args:
        question: Whose parameters they are.
        values: Values under the names that somebody gave.

    Returns:
        The values under their names of today, and a note for each former name.

    Raises:
        UsageError: If a value is given under two names of one parameter.
    """
    names = {parameter.name for parameter in question.parameters}
    current: dict[str, ParameterValue] = {}
    notes: list[str] = []
    for given_name, value in values.items():
        name = given_name.replace("-", "_").rstrip("_")
        successors = () if name in names else FORMER_NAMES.get(name, ())
        successor = next((new for new in successors if new in names), None)
        if successor:
            notes.append(f"{given_name}= is now called {shown_name(successor)}=.")
        if (successor or name) in current:
            raise UsageError(f"{shown_name(successor or name)}= is given twice.")
        current[successor or name] = value
    return current, tuple(notes)


def require_values(question: Question, values: ParameterValues) -> None:
    """Refuse a question that is about something unless it is said about what.

    Raises:
        UsageError: If a required parameter has no value; the message gives an example.
    """
    required = [parameter.name for parameter in question.parameters if parameter.required]
    missing = [name for name in required if name not in values]
    if missing:
        names = " and ".join(f"{shown_name(name)}=" for name in missing)
        raise UsageError(
            f"The question {question.name} needs {names}, such as:\n"
            f"  joinedup ask {question.name} {question.example}"
        )
