"""Quality flags: one module a flag, found by listing this folder.

A module gives its `CODE`, the local name of its concept in `ontology/schemes/flags.ttl`, where its
label, definition and severity stand; `BESIDE_OTHERS`, true if it needs to see a case among those of
the same report; and `check`, which yields the evidence for the flag on a case. What several rules
look for is in `evidence`.

A flag never changes the source. Whoever counts leaves flagged records out, or counts around them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from graph.records.quality_flags import Flag

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from graph.records.quality_flags import FlagEvidence
    from loaders.responses.linking.cases import Case

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class FlagRule:
    """The rule that raises one flag.

    Attributes:
        code: Local name in the flag scheme.
        beside_others: True if it needs a case that was set beside those of the same report.
        check: Yields the evidence for the flag on a case.
    """

    code: str
    beside_others: bool
    check: Callable[[Case], Iterator[FlagEvidence]]


@cache
def flag_rules() -> tuple[FlagRule, ...]:
    """The rule of every module of this folder, in the order of their codes.

    Raises:
        TypeError: If a module lacks what a rule consists of, or its file bears another name.
    """
    return tuple(_rule(path.stem) for path in sorted(_HERE.glob("[a-z]*.py")))


def _rule(name: str) -> FlagRule:
    module = import_module(f"{__name__}.{name}")
    code, beside_others, check = (
        getattr(module, part, None) for part in ("CODE", "BESIDE_OTHERS", "check")
    )
    if code != name.replace("_", "-") or not isinstance(beside_others, bool) or not callable(check):
        raise TypeError(
            f"loaders/flags/{name}.py needs CODE, its own name with hyphens, BESIDE_OTHERS, true "
            "or false, and check(case)"
        )
    return FlagRule(code, beside_others, check)


@cache
def rules_by_reach(*, beside_others: bool) -> tuple[FlagRule, ...]:
    """The rules that need a case to be set beside others, or those that need it alone."""
    return tuple(rule for rule in flag_rules() if rule.beside_others is beside_others)


def quality_flags(case: Case, rules: Iterable[FlagRule] | None = None) -> tuple[Flag, ...]:
    """The flags that rules raise on a case, in the order of the rules.

    Args:
        case: The case, set beside others if any of the rules needs that.
        rules: The rules; all of them unless given.
    """
    return tuple(
        Flag(rule.code, evidence)
        for rule in (flag_rules() if rules is None else rules)
        for evidence in rule.check(case)
    )
