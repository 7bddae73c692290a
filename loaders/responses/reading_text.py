"""A reply as it is read: page furniture in it blotted out, all else in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.records.findings import Passage

_FINISHED = re.compile(r"[.!?:;…][)\]”’\"']*\d{0,3}\s*$")


def reading_text(reply: Passage, furniture: Sequence[Passage]) -> str:
    """The words of a reply, with spaces in place of page furniture that stands in it.

    Where a sentence goes on after the furniture, the line breaks around it are spaces as well, so
    that it is read as the one sentence that it is.

    Args:
        reply: The reply, an exact slice of its document.
        furniture: Page furniture of the document, in order.

    Returns:
        A text as long as the reply, so that offsets are those of the reply.
    """
    text = reply.text
    for piece in furniture:
        start = piece.start - reply.start
        end = start + len(piece.text)
        if start < 0 or end > len(text) or text[start:end] != piece.text:
            continue
        if not _FINISHED.search(text[max(0, start - 20) : start]):
            start = len(text[:start].rstrip())
            end += len(text[end:]) - len(text[end:].lstrip())
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text
