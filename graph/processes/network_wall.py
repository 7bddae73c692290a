"""A second wall around queries: a process, or one thread of it, that can open no connection.

On Linux a filter of system calls refuses sockets to the thread that asks for it and to all that it
starts, for as long as they live. It needs no rights and touches no files. Other systems, and
processors that are not listed here, have no such wall; what is decided about a query holds there
alone.
"""

from __future__ import annotations

import ctypes
import platform
import socket
import struct
import sys

_SOCKET_CALLS = {  # architecture as the kernel audits it, then numbers of socket, io_uring_setup
    "x86_64": (0xC000003E, 41, 425),
    "aarch64": (0xC00000B7, 198, 425),
}
_X32 = 0x4000_0000  # x86_64 has all its calls a second time, under numbers from here on
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _REFUSE = 0x7FFF_0000, 0x0005_0000 | 13  # 13 is EACCES
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2


class _Program(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p))


def close_network() -> bool:
    """Take the network from this thread and from all that it starts, for good.

    Returns:
        Whether the wall stands; False where the system has none.
    """
    calls = _SOCKET_CALLS.get(platform.machine()) if sys.platform == "linux" else None
    if calls and sys.maxsize > 2**32:
        _install(_filter(*calls))
    return network_is_closed()


def network_is_closed() -> bool:
    """Whether the system refuses this thread a socket; nothing is sent to find out."""
    try:
        socket.socket(socket.AF_INET, socket.SOCK_STREAM).close()
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def _filter(architecture: int, *refused: int) -> bytes:
    """Instructions that refuse the calls given, and every call of another architecture."""
    last = 5 + len(refused)
    instructions = [
        (_LOAD, 0, 0, 4),  # the architecture
        (_EQUAL, 0, last - 2, architecture),
        (_LOAD, 0, 0, 0),  # the number of the call
        (_AT_LEAST, last - 4, 0, _X32),
        *((_EQUAL, last - 5 - index, 0, number) for index, number in enumerate(refused)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    return b"".join(struct.pack("=HBBI", *instruction) for instruction in instructions)


def _install(instructions: bytes) -> None:
    """Hand a filter to the kernel, which may refuse it."""
    program = _Program(len(instructions) // 8, instructions)
    prctl = ctypes.CDLL(None).prctl
    prctl.argtypes = [ctypes.c_int, *[ctypes.c_ulong] * 4]
    if prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0:
        prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(program), 0, 0)
