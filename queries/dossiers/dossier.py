"""What a dossier consists of, apart from how it is written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.retelling import MARK

if TYPE_CHECKING:
    from queries.result_tables import Table


OUR_WORDS = "[our words] "
"""What stands before words that are no quotation."""


@dataclass(frozen=True, slots=True)
class DossierSource:
    """Where something was read.

    Attributes:
        place: Web address of the page, or the file.
        publisher: Who published it; empty if not known.
        retrieved: Days on which it was read, as ISO dates; empty if not known.
    """

    place: str
    publisher: str = ""
    retrieved: str = ""

    @property
    def is_address(self) -> bool:
        """Whether it can be opened in a browser."""
        return self.place.startswith(("https://", "http://"))

    @property
    def before_place(self) -> str:
        """What a footnote says before the place: who says so."""
        return f"{self.publisher}, from " if self.publisher else ""

    @property
    def behind_place(self) -> str:
        """What a footnote says behind the place: when it was read."""
        return f", read on {self.retrieved}." if self.retrieved else "."


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph of our own.

    Attributes:
        text: Its sentences.
        notes: Numbers of the sources that it rests on, from 1.
    """

    text: str
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody says.

    Attributes:
        speaker: Who says so, and what sort of statement it is.
        words: The words; a quotation unless `is_ours`.
        notes: Numbers of the sources in which they stand, from 1.
        is_ours: True where the words are our own, and no quotation.
    """

    speaker: str
    words: str
    notes: tuple[int, ...] = ()
    is_ours: bool = False

    @property
    def quoted(self) -> str:
        """The words: a quotation in quotation marks; what is ours or retold says so itself."""
        words = self.words.removeprefix(OUR_WORDS)
        if self.is_ours:
            return f"{OUR_WORDS}{words}" if words else ""
        is_marked = words.startswith(("“", MARK))
        return words if is_marked or not words else f"“{words}”"


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading inside a section.

    Attributes:
        text: Its words.
    """

    text: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture.

    Attributes:
        png: Its bytes, in PNG.
        caption: What it shows, with its denominator.
    """

    png: bytes
    caption: str


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table.

    Attributes:
        table: Its rows; the caption says what they count, and out of what.
    """

    table: Table


Block = TextBlock | Statement | Subheading | Picture | TableBlock


@dataclass(frozen=True, slots=True)
class DossierSection:
    """A section of a dossier.

    Attributes:
        heading: Its heading.
        blocks: What stands in it, in order.
    """

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """A report on one subject, to hand over.

    Attributes:
        title: What it is about.
        standfirst: One sentence that says what it is made from.
        sections: Its sections, in order.
        sources: Where everything was read; footnotes give their numbers, from 1.
    """

    title: str
    standfirst: str
    sections: tuple[DossierSection, ...]
    sources: tuple[DossierSource, ...]
