"""The command line: `joinedup`, and `python -m joinedup` where the script is not on the path.

Python looks for modules in the working folder first when it is started with `-m`. That folder holds
what people downloaded, and a file there may be called `json.py`. So it is taken off the path before
anything is imported; where it is the folder of this program itself, it comes after the standard
library.
"""

import os
import sys

__all__ = ["end_on_ctrl_c", "main"]

_PROJECT = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120 - no `pathlib` yet


def main() -> None:
    """Run the command line."""
    end_on_ctrl_c()
    from joinedup.cli import main as run  # noqa: PLC0415 - not before the path is in order

    run()


def end_on_ctrl_c() -> None:
    """Until the command line heeds signals itself, Ctrl-C ends the program without a traceback.

    Half a second passes while its modules are imported; nothing is written in that time.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)


def _end(_number: int, _frame: object) -> None:
    os.write(2, b"\njoinedup: stopped.\n")
    os._exit(128 + signal.SIGINT)


def _leave_out_working_folder() -> None:
    """Take every entry of the import path away that means the working folder."""
    try:
        working_folder = os.path.realpath(os.getcwd())  # noqa: PTH109 - no `pathlib` yet
    except OSError:  # it was deleted
        working_folder = ""
    places = {entry: os.path.realpath(entry or working_folder) for entry in sys.path}
    others = [entry for entry in sys.path if places[entry] != working_folder]
    if working_folder == _PROJECT:
        installed = (n for n, entry in enumerate(others) if "-packages" in entry)
        others.insert(next(installed, len(others)), working_folder)
    sys.path[:] = others


_leave_out_working_folder()

import signal  # noqa: E402 - not before the path is in order

if __name__ == "__main__":
    main()
