"""`joinedup serve`: the graph in a browser, and for programs over HTTP."""

from __future__ import annotations

import os
import re
import secrets
import socket
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from graph.errors import UsageError
from graph.optional_packages import install_command
from graph.store.store_layout import check_version
from joinedup.known_on import folder_option
from joinedup.number_types import Seconds, WholeNumber

if TYPE_CHECKING:
    from joinedup.server.corrections_file import CorrectionsFile

_BIND = re.compile(r"(?:(?P<host>[\w.-]+|\[[0-9A-Fa-f:.]+\]):)?(?P<port>\d{1,5})")
_SIZE = re.compile(r"(\d{1,9}) ?(|[kKmM](?:i?B)?)")
_UNITS = {"": 1, "k": 1 << 10, "m": 1 << 20}
_LARGEST_PORT = 65_535


def _read_bind(_context: click.Context, _parameter: click.Parameter, value: str) -> tuple[str, int]:
    match = _BIND.fullmatch(value)
    if not match or int(match["port"]) > _LARGEST_PORT:
        raise click.BadParameter(f"{value!r} is no address such as 127.0.0.1:8000.")
    return (match["host"] or "127.0.0.1").strip("[]"), int(match["port"])


def _read_public_url(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> str:
    if value is None:
        return ""
    try:
        parts = urlsplit(value)
        is_usable = parts.scheme in {"http", "https"} and parts.hostname
    except ValueError:
        is_usable = None
    if not is_usable or parts.query or parts.fragment or not value.isascii() or " " in value:
        raise click.BadParameter(f"{value!r} is no address such as https://graph.example.org.")
    return value.rstrip("/")


def _read_size(_context: click.Context, _parameter: click.Parameter, value: str) -> int:
    match = _SIZE.fullmatch(value)
    if not match:
        raise click.BadParameter(f"{value!r} is no size such as 1MiB, 500KiB or 2000.")
    return int(match[1]) * _UNITS[match[2][:1].lower()]


def _read_origins(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[str, ...]:
    for value in values:
        if value != "*" and not re.fullmatch(r"https?://[^\s/]+", value):
            raise click.BadParameter(
                f"{value!r} is neither * nor an origin such as https://example.org."
            )
    return values


@click.command()
@folder_option
@click.option(
    "--bind",
    default="127.0.0.1:8000",
    show_default=True,
    callback=_read_bind,
    metavar="HOST:PORT",
    help="Where to listen; port 0 is any that is free.",
)
@click.option(
    "--public-url",
    callback=_read_public_url,
    metavar="ADDRESS",
    help="Where others reach the server, if it stands behind a proxy.",
)
@click.option(
    "--workers",
    type=WholeNumber(1, 64),
    default=lambda: min(max(2, os.cpu_count() or 1), 8),
    show_default="one for each processor, 2 to 8",
    help="Processes that read the graph.",
)
@click.option(
    "--seconds",
    type=Seconds(),
    default=30,
    show_default=True,
    help="Seconds after which a query is stopped.",
)
@click.option(
    "--rows",
    type=WholeNumber(1),
    default=100_000,
    show_default=True,
    help="Rows of an answer, at most.",
)
@click.option(
    "--max-body",
    default="1MiB",
    show_default=True,
    callback=_read_size,
    metavar="SIZE",
    help="Size of the body of a request, at most.",
)
@click.option(
    "--cors",
    multiple=True,
    default=("*",),
    callback=_read_origins,
    metavar="ORIGIN",
    show_default="*, which is all",
    help="Whose pages may read the answers; may be given several times.",
)
@click.option("--allow-service", is_flag=True, help="Let queries call on other servers (SERVICE).")
@click.option(
    "--no-303",
    "see_other",
    is_flag=True,
    flag_value=False,
    default=True,
    help="Describe a thing at its own address, without leading elsewhere.",
)
@click.option(
    "--edit",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Let pages add corrections to a file, for this machine alone.",
)
def command(  # noqa: PLR0913 - one parameter for each option of the command line
    *,
    store_path: Path,
    bind: tuple[str, int],
    public_url: str,
    workers: int,
    seconds: float,
    rows: int,
    max_body: int,
    cors: tuple[str, ...],
    allow_service: bool,
    see_other: bool,
    edit: Path | None,
) -> None:
    """Serve the graph to browsers and programs on this machine, until Ctrl-C.

    The graph is only read. When it is built again, the new one is served at once. To be reached
    from elsewhere the server needs a proxy, which adds encryption, and --public-url.
    With --edit corrections.toml, pages of findings have forms that add corrections to that file;
    `joinedup correct --corrections corrections.toml` takes them over.

    \b
    Example:
      joinedup serve --bind 127.0.0.1:8000
    """
    try:
        from joinedup.server.running import run_server  # noqa: PLC0415 - may not be installed
        from joinedup.server.settings import ServerSettings  # noqa: PLC0415 - the same
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] in {"starlette", "uvicorn", "anyio", "h11"}:
            raise UsageError(
                f"joinedup serve needs libraries that are not installed: {install_command('serve')}"
            ) from error
        raise
    check_version(store_path)
    host, port = bind
    corrections = _open_corrections(edit, host, public_url) if edit else None
    with _listen(host, port) as listening:
        settings = ServerSettings(
            store_path=store_path.absolute(),
            host=host,
            port=listening.getsockname()[1],
            public_url=public_url,
            workers=workers,
            seconds=seconds,
            rows=rows,
            max_body=max_body,
            cors=() if corrections else cors,
            allow_service=allow_service,
            see_other=see_other,
            corrections=corrections,
            token=secrets.token_urlsafe() if corrections else "",
        )
        run_server(settings, listening)


def _open_corrections(path: Path, host: str, public_url: str) -> CorrectionsFile:
    """The file to which pages may add, where nobody but this machine reaches them."""
    if public_url or (host not in {"localhost", "::1"} and not host.startswith("127.")):
        raise UsageError(
            "--edit is for this machine alone: leave out --public-url, and listen at 127.0.0.1 "
            "(--bind)."
        )
    if _is_given("cors"):
        raise UsageError("With --edit no page of others may read the answers: leave out --cors.")
    from joinedup.server.corrections_file import (  # noqa: PLC0415 - only where it is asked for
        CorrectionsFile,
    )

    return CorrectionsFile(path.absolute())


def _is_given(option: str) -> bool:
    source = click.get_current_context().get_parameter_source(option)
    return source is not click.core.ParameterSource.DEFAULT


def _listen(host: str, port: int) -> socket.socket:
    """A socket that is bound to an address of this machine."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.create_server((host, port), family=family, backlog=512)
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # connections inherit it
    except OSError as error:
        raise UsageError(
            f"The server cannot listen at {host}, port {port}: {error.strerror or error}. Choose "
            "another one (--bind)."
        ) from error
    return listening
