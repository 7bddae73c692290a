"""Integrity flags: doubts about a record, each found by one rule and shown with its evidence.

A flag never changes the source. Whoever counts leaves flagged records out, or counts around them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.flags import flags_addressee, flags_reply, flags_summary, flags_text, flags_tracker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from graph.records.quality_flags import Flag
    from loaders.responses.linking.cases import Case

    Rules = Mapping[str, Callable[[Case], Iterator[Flag]]]

BY_ITSELF: Rules = {
    "echo": flags_reply.echo,
    "label-differs": flags_tracker.label_differs,
    "label-unsupported": flags_tracker.label_unsupported,
    "mistyped-kind": flags_tracker.mistyped_kind,
    "truncated": flags_text.truncated,
    "furniture": flags_text.furniture,
    "fragment": flags_text.fragment,
    "reply-not-shown": flags_reply.reply_not_shown,
    "empty-answer": flags_reply.empty_answer,
    "summary-differs": flags_summary.summary_differs,
    "missing-addressee": flags_addressee.missing_addressee,
}
"""Rules that a record shows by itself, by the code they give."""

BESIDE_OTHERS: Rules = {
    "shared-answer": flags_reply.shared_answer,
    "misaligned-answer": flags_reply.misaligned_answer,
    "label-drift": flags_reply.label_drift,
    "numbering": flags_reply.numbering,
}
"""Rules that need a surveyed case."""

RULES: Rules = {**BY_ITSELF, **BESIDE_OTHERS}


def flags(case: Case, rules: Rules = RULES) -> tuple[Flag, ...]:
    """The flags that some rules raise on a case, in the order of the rules."""
    return tuple(flag for rule in rules.values() for flag in rule(case))
