"""The version of joinedup."""

__version__ = "0.1.0"
