"""What could not be fetched, why, and what a person can do about it."""

from __future__ import annotations

import msgspec


class NotFetched(msgspec.Struct, frozen=True):
    """Something that is not in the folder.

    Attributes:
        what: What it is, in a few words.
        address: Its web address, as a person can open it; empty if it has none.
        reason: Why it was not fetched.
        remedy: What a person can do.
        save_as: Name of a file in the folder under which to save it by hand; empty if that is no
            help.
    """

    what: str
    address: str
    reason: str
    remedy: str
    save_as: str = ""


class FetchFailedError(Exception):
    """An address gave nothing that can be kept.

    Attributes:
        reason: Why, in words that go on after the name of the thing.
        remedy: What a person can do.
        passing: Whether it may go well if it is tried again.
        retry_after: Seconds after which the service wants to be asked again; None if it named none.
        of_host: Whether it is the host that fails, not this address alone.
        status: Status of the answer; 0 if there was none or it does not matter.
    """

    def __init__(  # noqa: PLR0913 - what is known of a failure
        self,
        reason: str,
        remedy: str = "",
        *,
        passing: bool = False,
        retry_after: float | None = None,
        of_host: bool = False,
        status: int = 0,
    ) -> None:
        """Say what went wrong."""
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy or AGAIN
        self.passing = passing
        self.retry_after = retry_after
        self.of_host = of_host
        self.status = status


AGAIN = "Run the same command again later: it asks for what is missing, and for nothing twice."
"""What to do where the service or the way to it failed."""

BY_HAND = "Open the address in a browser, and save the page or file under the name given."
"""What to do where a site refuses programs."""
