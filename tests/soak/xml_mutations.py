"""Changes XML at random so that it stays XML: what stands where, how often, with what values."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

_VALUES = (
    *("", "-1", "0", "1", "9", "99999999999", "1e999", "x", "true", "%1.%2.%9", "A1:XFD1048576"),
    *("a" * 5_000, "9" * 5_000, "\u202e", "\u2028", "４", "../x", "decimal", "bullet", "heading 1"),
    *("ZZZ9", "n", "s", "d", "toc 1", "Quote", "Heading1", "31 February 2024"),
)  # fmt: skip
_DEEP = 150
_MOST_COPIES = 400
_LARGEST = 400_000


def mutate_xml(raw: bytes, random: Random) -> bytes | None:
    """Change XML in one to six ways; None if it is none, or would grow too large."""
    try:
        root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False))
    except (etree.XMLSyntaxError, ValueError):
        return None
    for _ in range(random.choice((1, 1, 2, 3, 6))):
        elements = list(root.iter(etree.Element))
        random.choice(_WAYS)(random.choice(elements), elements, random)
    changed = etree.tostring(root)
    return changed if len(changed) < _LARGEST else None


def _remove(element: etree._Element, _all: Sequence[etree._Element], _random: Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _copy(element: etree._Element, _all: Sequence[etree._Element], random: Random) -> None:
    parent = element.getparent()
    if parent is not None and len(element) < 20:
        for _ in range(random.choice((1, 2, _MOST_COPIES))):
            parent.insert(parent.index(element), deepcopy(element))


def _move(element: etree._Element, every: Sequence[etree._Element], random: Random) -> None:
    """Put an element elsewhere, such as a paragraph into a run."""
    target = random.choice(every)
    if element.getparent() is not None and element not in {target, *target.iterancestors()}:
        target.insert(random.randint(0, len(target)), element)


def _values(element: etree._Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def _nest(element: etree._Element, _all: Sequence[etree._Element], random: Random) -> None:
    """Put an element into others of its name, many deep."""
    innermost = element
    for _ in range(random.choice((1, 3, _DEEP))):
        innermost = etree.SubElement(innermost, element.tag, _values(element))
    innermost.text = "Deep."


def _rename(element: etree._Element, every: Sequence[etree._Element], random: Random) -> None:
    element.tag = random.choice(every).tag


def _set_value(element: etree._Element, every: Sequence[etree._Element], random: Random) -> None:
    with_values = [each for each in every if each.attrib] or [element]
    element = random.choice(with_values)
    names = list(element.attrib) or ["x"]
    element.set(random.choice(names), random.choice(_VALUES))


def _lose_value(_element: etree._Element, every: Sequence[etree._Element], random: Random) -> None:
    with_values = [each for each in every if each.attrib]
    if with_values:
        element = random.choice(with_values)
        del element.attrib[random.choice(list(element.attrib))]


def _set_text(element: etree._Element, every: Sequence[etree._Element], random: Random) -> None:
    element.text = random.choice((*_VALUES, random.choice(every).text, None))


def _swap(element: etree._Element, every: Sequence[etree._Element], random: Random) -> None:
    other = random.choice(every)
    element.text, other.text = other.text, element.text


_WAYS: Sequence[Callable[[etree._Element, Sequence[etree._Element], Random], None]] = (
    *(_remove, _copy, _copy, _move, _move, _nest, _rename, _set_value, _set_value, _set_value),
    *(_lose_value, _set_text, _swap),
)
