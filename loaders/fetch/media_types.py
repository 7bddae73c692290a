"""The type of a file's content by its ending, the same on every machine."""

from __future__ import annotations

from mimetypes import MimeTypes

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
_TYPES = MimeTypes()
for _media_type, _ending in {
    f"{_OFFICE}.wordprocessingml.document": ".docx",
    f"{_OFFICE}.spreadsheetml.sheet": ".xlsx",
    f"{_OFFICE}.presentationml.presentation": ".pptx",
    f"{_OPEN}.text": ".odt",
    f"{_OPEN}.spreadsheet": ".ods",
    "application/rtf": ".rtf",
    "text/csv": ".csv",
}.items():
    _TYPES.add_type(_media_type, _ending)


def media_type_of(name: str) -> str:
    """The media type that the ending of a name stands for; that of any bytes if for none."""
    return _TYPES.guess_type(name)[0] or "application/octet-stream"
