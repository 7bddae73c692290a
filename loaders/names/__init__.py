"""The name recogniser: which organisations and initiatives a text names, and why we think so."""

from loaders.names.recogniser import Recogniser

__all__ = ["Recogniser"]
