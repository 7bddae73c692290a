"""The error tree: every failure a user can meet, each with its exit code.

    JoinedupError                   1  something we foresaw went wrong
    ├── UsageError                  2  the request itself cannot be carried out
    │   ├── QueryError              2  a query is malformed, or asks for what is refused
    │   ├── ReplacementError        2  a graph would be replaced by one that is much smaller
    │   │   └── DroppedSourcesError 2  a build would drop files that a graph was made of
    │   └── UnknownNameError        2  a name that stands for nothing here
    │       └── AmbiguousNameError  2  a name that stands for several things
    ├── InputError                  3  a source cannot be read at all
    │   ├── NothingReadError        3  a build would have held no record
    │   └── NoWordsError            3  a page of a service only says where its words are
    ├── StoreError                  4  the store cannot be opened or written
    │   ├── NoStoreError            4  there is no store at that place
    │   ├── DamagedStoreError       4  files of the store are not as they were written
    │   ├── StoreBusyError          4  another process is writing there
    │   └── WorkerLostError         4  a worker process ended before its work was done
    └── LimitError                  6  a query was stopped because its time was up

Messages are written for the person at the keyboard: what is wrong, where, and what to do.
"""


class JoinedupError(Exception):
    """Root of all foreseen failures; the message is what the user reads."""

    exit_code = 1


class UsageError(JoinedupError):
    """The request itself cannot be carried out."""

    exit_code = 2


class QueryError(UsageError):
    """A query is malformed, or asks for something that is refused."""


class ReplacementError(UsageError):
    """A graph would be replaced by one that is much smaller."""


class DroppedSourcesError(ReplacementError):
    """A build would drop files that the graph in its place was made of.

    Attributes:
        dropped: Which, in a sentence.
    """

    def __init__(self, dropped: str, advice: str) -> None:
        """Say what would be dropped, and what to do."""
        super().__init__(f"{dropped} {advice}")
        self.dropped = dropped


class UnknownNameError(UsageError):
    """A name that stands for nothing here; the message offers near ones."""


class AmbiguousNameError(UnknownNameError):
    """A name that stands for several things; the message lists them and says how to choose."""


class InputError(JoinedupError):
    """A source cannot be read at all; the message names the file and what to do."""

    exit_code = 3


class NothingReadError(InputError):
    """Not one record could be read, so no graph was written."""


class NoWordsError(InputError):
    """A page of a service has no words of its own, and only says where they are.

    Attributes:
        problem: What it is and where its words are, in sentences.
    """

    def __init__(self, problem: str, advice: str = "") -> None:
        """Say what the page is, and what to do about it where nothing was done."""
        super().__init__(f"{problem} {advice}".rstrip())
        self.problem = problem


class StoreError(JoinedupError):
    """The store cannot be opened or written."""

    exit_code = 4


class NoStoreError(StoreError):
    """There is no store at the given place."""


class DamagedStoreError(StoreError):
    """Files of the store are missing or not as they were written; says which, and what to do."""


class StoreBusyError(StoreError):
    """Another process is writing to the store."""


class WorkerLostError(StoreError):
    """A worker process was killed or ended before its work was done."""


class LimitError(JoinedupError):
    """A query took longer than it was allowed to, and was stopped."""

    exit_code = 6
