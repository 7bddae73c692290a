"""What one document tells about the names in its texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from graph.records.mentions import DocumentSpan, EntityKey


@dataclass(slots=True)
class DocumentContext:
    """What a document tells about its names.

    Attributes:
        named_entities: Entities it names without doubt.
        defined_abbreviations: What each abbreviation that it defines stands for, and where it
            says so.
        defined_heads: The same for head words that it defines, as in "(the Board)".
        published: Its date.
        folded_texts: Its folded texts.
    """

    named_entities: set[EntityKey] = field(default_factory=set)
    defined_abbreviations: dict[str, tuple[EntityKey, DocumentSpan]] = field(default_factory=dict)
    defined_heads: dict[str, tuple[EntityKey, DocumentSpan]] = field(default_factory=dict)
    published: date | None = None
    folded_texts: list[str] = field(default_factory=list)
    _contained: dict[tuple[str, ...], bool] = field(default_factory=dict)

    def contains_any(self, words: tuple[str, ...]) -> bool:
        """Whether the document holds one of `words`, in their own case."""
        if words not in self._contained:
            self._contained[words] = any(
                word in text for text in self.folded_texts for word in words
            )
        return self._contained[words]
