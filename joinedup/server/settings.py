"""What a server is started with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from pathlib import Path

    from joinedup.server.corrections_file import CorrectionsFile


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What a server is started with.

    Attributes:
        store_path: Folder of the store.
        host: Address of this machine at which it listens.
        port: Port at which it listens; 0 for any that is free.
        public_url: Where others reach it, without a slash at the end; empty if nobody but this
            machine does.
        workers: Number of processes that read the graph.
        seconds: Seconds after which a request is given up.
        rows: Rows of an answer, at most.
        max_body: Bytes of the body of a request, at most.
        cors: Origins whose pages may read the answers; ``*`` for all.
        allow_service: Whether queries may call on other servers (SERVICE).
        see_other: Whether the address of a thing leads to a description of it (303); otherwise the
            description is given at once.
        corrections: The file to which corrections made on the pages are added; None if none are
            taken.
        token: What only pages of this server know; empty where no corrections are taken.
    """

    store_path: Path
    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str = ""
    workers: int = 2
    seconds: float = 30
    rows: int = 100_000
    max_body: int = 1 << 20
    cors: tuple[str, ...] = ("*",)
    allow_service: bool = False
    see_other: bool = True
    corrections: CorrectionsFile | None = None
    token: str = ""

    @property
    def local_address(self) -> str:
        """Where this machine reaches it, without a slash at the end."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}"

    @property
    def address(self) -> str:
        """Where clients reach it, without a slash at the end."""
        return self.public_url or self.local_address

    @property
    def root(self) -> str:
        """The path below which browsers find the pages, without a slash at the end."""
        return urlsplit(self.public_url).path.rstrip("/")
