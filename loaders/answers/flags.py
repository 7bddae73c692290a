"""Integrity flags: doubts about a record, each found by one rule and shown with its evidence.

A flag never changes the source. Whoever counts leaves flagged records out, or counts around them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.answers import flags_reply, flags_text, flags_tracker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.answers import Flag
    from loaders.answers.survey import Case

RULES: dict[str, Callable[[Case], Iterator[Flag]]] = {
    "echo": flags_reply.echo,
    "shared-answer": flags_reply.shared_answer,
    "misaligned-answer": flags_reply.misaligned_answer,
    "label-differs": flags_tracker.label_differs,
    "label-unsupported": flags_tracker.label_unsupported,
    "mistyped-kind": flags_tracker.mistyped_kind,
    "truncated": flags_text.truncated,
    "furniture": flags_text.furniture,
    "fragment": flags_text.fragment,
    "reply-not-shown": flags_reply.reply_not_shown,
    "empty-answer": flags_reply.empty_answer,
    "summary-differs": flags_tracker.summary_differs,
    "label-drift": flags_reply.label_drift,
    "numbering": flags_reply.numbering,
    "missing-addressee": flags_tracker.missing_addressee,
}
"""The rules by the code they give."""


def flags(case: Case) -> tuple[Flag, ...]:
    """All flags on a case, in the order of the rules."""
    return tuple(flag for rule in RULES.values() for flag in rule(case))
