"""Functions that run in worker processes, with the open store; `joinedup.server` says how."""
