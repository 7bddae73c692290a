"""Quality flags: one folder a flag, found by listing this one.

A folder bears the name of the flag. It holds `concept.ttl`, the flag's concept with its label,
definition and severity, which is a part of the scheme of flags; and `rule.py` with `BESIDE_OTHERS`,
true if the rule needs to see a case among those of the same report, and `check`, which yields the
evidence for the flag on a case. What several rules look for is in `evidence`.

A flag never changes the source. Whoever counts leaves flagged records out, or counts around them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from graph.listing import listed_folders
from graph.records.quality_flags import Flag
from ontology.namespaces import FLAG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import ModuleType

    from graph.records.quality_flags import FlagEvidence
    from loaders.responses.linking.cases import Case


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
    """The rule of every folder of this one, in the order of their codes.

    Raises:
        TypeError: If a folder lacks its concept, or its module what a rule consists of.
    """
    return tuple(_rule(*listed) for listed in listed_folders(__name__, "rule"))


def _rule(name: str, module: ModuleType) -> FlagRule:
    code = name.replace("_", "-")
    if code not in FLAG:
        raise TypeError(f"loaders/flags/{name}/concept.ttl needs to declare flag:{code}")
    beside_others, check = (getattr(module, part, None) for part in ("BESIDE_OTHERS", "check"))
    if not isinstance(beside_others, bool) or not callable(check):
        raise TypeError(
            f"loaders/flags/{name}/rule.py needs BESIDE_OTHERS, true or false, and check(case)"
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
