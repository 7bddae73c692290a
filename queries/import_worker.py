"""Reads an export into a new store in a worker process, so that no file can end the program.

The process can reach no network, whatever a file asks for.

The message is JSON: the path that is read, and the folder of the new store. The reply is the
number of quads.
"""

from __future__ import annotations

import json
from pathlib import Path

from graph.errors import InputError
from graph.processes.network_wall import close_network
from graph.store.embedded import Store
from graph.store.graph_recognition import why_not_ours
from queries.cooccurrence.pair_statements import state_pairs
from queries.exports import read_export
from queries.graph_figures import prepare_figures
from queries.search.index_file import prepare_index


def handle(message: bytes) -> bytes:
    """Make a store of a file.

    Raises:
        InputError: If the file cannot be read, or what it holds is no graph of ours.
        StoreError: If the store cannot be written.
    """
    close_network()
    path, folder = map(Path, json.loads(message))
    store = Store.create(folder)
    for portion in read_export(path):
        store.load(portion)
    if reason := why_not_ours(store):
        raise InputError(f"{path} is no graph that joinedup has exported: {reason}.")
    state_pairs(store)
    store.compact()
    prepare_figures(store, folder.parent)
    prepare_index(store, folder.parent)
    return str(len(store)).encode()
