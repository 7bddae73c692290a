"""A release: the graph as a folder that people can keep, cite, check and open without joinedup.

The same store always gives the same bytes; the output does not depend on today's date.
"""

from joinedup.release.making import make_release

__all__ = ["make_release"]
