"""What answers cite as the answer, and who by the registers has a part in that."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

    from queries.measures.store_reader import StoreReader


@dataclass(slots=True)
class RegisterEntry:
    """What the registers say of an initiative.

    Attributes:
        parts: Organisations by the part that they have in it, such as ``lead``.
        ended: When it ended, as written; empty if nothing says so.
    """

    parts: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    ended: str = ""


@dataclass(slots=True)
class CitingAnswers:
    """Answers that cite an initiative as the answer.

    Attributes:
        replies: For each of them the findings with which a source shows it.
        respondents: For each of them who gave it.
    """

    replies: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    respondents: dict[str, str] = field(default_factory=dict)

    @property
    def findings(self) -> list[str]:
        """The findings of all its answers, in order."""
        return sorted({finding for findings in self.replies.values() for finding in findings})


def register_entries(reader: StoreReader) -> dict[str, RegisterEntry]:
    """What the registers say of every initiative; nothing of one they do not have."""
    by_initiative: dict[str, RegisterEntry] = defaultdict(RegisterEntry)
    for initiative, part, body, ended in reader.words("initiatives"):
        by_initiative[initiative].ended = ended
        if part:
            by_initiative[initiative].parts[part].add(body)
    return by_initiative


class Citations:
    """Initiatives that the government's own words cite as the answer, and where.

    Attributes:
        by_initiative: The answers that cite each.
    """

    def __init__(self, reader: StoreReader, findings: Container[str]) -> None:
        """Look at the answers that sources show with some findings."""
        texts: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        for text, reply, respondent, finding in reader.words("ties/replies"):
            if finding in findings:
                texts[text].append((reply, respondent, finding))
        by_initiative: dict[str, CitingAnswers] = defaultdict(CitingAnswers)
        for text, thing, role, voice in reader.words("ties/roles"):
            if not (role.endswith("#answer") and voice.endswith("#government")):
                continue
            if ("initiative", thing) not in reader.actors:
                continue
            for reply, respondent, finding in texts[text]:
                by_initiative[thing].replies[reply].add(finding)
                by_initiative[thing].respondents[reply] = respondent
        self.by_initiative = dict(sorted(by_initiative.items()))

    @property
    def note(self) -> str:
        """How much was read, and what may not be concluded."""
        replies = {reply for cited in self.by_initiative.values() for reply in cited.replies}
        if not replies:
            return (
                "In this selection no answer was read to cite an initiative as the answer, so "
                "nothing can be said. What a curator read has no roles."
            )
        return (
            f"{len(replies):,} distinct answers cite {len(self.by_initiative):,} initiatives as "
            "the answer, as their sentences are read. An answer counts for the finding beside "
            "which a source shows it, even if it answers another finding."
        )
