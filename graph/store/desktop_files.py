"""Files that systems and programs put into any folder; nobody would miss them.

Word and Excel write `~$Report.docx` beside a document while it is open.
"""

from __future__ import annotations

import re

_NAMES = re.compile(
    r"\.DS_Store|\._.*|\.localized|\.directory|\.fseventsd|\.Spotlight-V100|\.Trashes"
    r"|Thumbs\.db|ehthumbs\.db|desktop\.ini|lost\+found|~\$.*",
    re.IGNORECASE,
)


def is_desktop_file(name: str) -> bool:
    """Whether a file or folder of this name is one of these."""
    return bool(_NAMES.fullmatch(name))
