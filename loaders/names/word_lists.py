"""The recogniser's word lists, read from the `words` folder beside this file."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_WORDS = Path(__file__).parent / "words"


@cache
def word_list(name: str) -> dict[str, Any]:
    """The word list `name`, such as ``roles``, as read from its file."""
    return tomllib.loads((_WORDS / f"{name}.toml").read_text(encoding="utf-8"))
