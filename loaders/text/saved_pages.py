"""What browsers save beside a page, in a folder named after it: pictures, styles and frames."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

PART_OF_PAGE = (
    "It was saved with the page beside its folder, which shows it, and is not read by itself."
)
"""What is said of such files."""

_FOLDER = re.compile(r"(?P<stem>.+)(?:_files|\.files|_fichiers|-Dateien|_archivos)", re.IGNORECASE)


def page_of_folder(folder: str) -> str | None:
    """The name without ending of the page with which a folder was saved, by the folder's name."""
    match = _FOLDER.fullmatch(folder)
    return match["stem"] if match else None


def is_part_of_page(member: str) -> bool:
    """Whether a file of an archive lies in a folder that was saved with a page."""
    folders = PurePosixPath(member.replace("\\", "/")).parts[:-1]
    return any(page_of_folder(folder) for folder in folders)
