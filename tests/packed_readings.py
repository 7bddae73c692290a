"""A response in three formats, and a reader that says what was read of a file with such members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.pipeline.plan import SourceFile
from loaders.pipeline.read import RecordReader
from loaders.pipeline.report import BuildReport
from tests.office_files import word_of
from tests.response_layouts import TITLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Read = Callable[..., tuple[list[str], dict[str, str]]]

LINES = [
    TITLE, "May 2024", "CP 9010",
    "1. We recommend that the Department dredges the women’s harbour. (Paragraph 12)",
    "The Government accepts this recommendation. £15 million will be spent by March 2025.",
    "2. We recommend that the Department shares data on tides. (Paragraph 19)",
    "This recommendation is not accepted.",
]  # fmt: skip
TEXT = "\n\n".join(LINES) + "\n"
PAGE = (
    "<!DOCTYPE html><html><body>" + "".join(f"<p>{line}</p>" for line in LINES) + "</body></html>"
)
WORD = word_of([("p", line) for line in LINES])


def reader_in(folder: Path) -> Read:
    """Reads a file in a folder: where its records stand, and what was not read."""

    def read_file(
        raw: bytes, name: str, encoding: str | None = None
    ) -> tuple[list[str], dict[str, str]]:
        file = folder / name
        file.write_bytes(raw)
        report = BuildReport()
        records = RecordReader(report, encoding=encoding).records(SourceFile(file, name))
        assert all(len(getattr(each.content, "items", "")) == 2 for each in records)
        assert all("women’s" in str(each.content) for each in records)
        lost = {
            issue.location.removeprefix(f"{folder}/"): issue.problem
            for issue in report.issues
            if issue.lost
        }
        return [each.origin.location for each in records], lost

    return read_file
