"""A paragraph of the historic archive parted where the tables of a division stand in it.

Some volumes print who voted how inside the paragraph before it, even inside the words of
whoever spoke last. Left there, the names of a hundred peers would be one peer's words, and
nobody's vote would be found. So the paragraph is cut: what stands before, the table, and
what stands behind, which is under no name any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from .historic_division import is_division_table


class Stretch(NamedTuple):
    """A stretch of a paragraph: `table` says that it is a table of a division, alone."""

    element: etree._Element
    table: bool


def parted(paragraph: etree._Element) -> Iterator[Stretch]:
    """The paragraph, and the tables of divisions that stand in it, in their order.

    >>> p = etree.XML("<p id='1'>Divided. <i><table><tr><td>AYES.</td></tr></table> Lost.</i></p>")
    >>> [(each.element.tag, "".join(each.element.itertext()), each.element.get("id")) for each in parted(p)]
    [('p', 'Divided. ', '1'), ('table', 'AYES.', None), ('p', ' Lost.', None)]
    """
    tables = list(paragraph.iter("table"))
    at = next((at for at, table in enumerate(tables) if _is_of_a_division(table, paragraph)), None)
    if at is None:
        yield Stretch(paragraph, table=False)
        return
    table = deepcopy(tables[at])
    table.tail = None
    yield Stretch(_before(paragraph, at), table=False)
    yield Stretch(table, table=True)
    yield from parted(_behind(paragraph, at))


def _is_of_a_division(table: etree._Element, paragraph: etree._Element) -> bool:
    inside = paragraph.find(".//division") is not None and any(
        above.tag == "division" for above in table.iterancestors()
    )
    return not inside and is_division_table(table, "")


def _before(paragraph: etree._Element, at: int) -> etree._Element:
    copy = deepcopy(paragraph)
    node = list(copy.iter("table"))[at]
    for above in [*node.iterancestors()]:
        for later in list(node.itersiblings()):
            above.remove(later)
        if node.tag == "table":
            above.remove(node)  # takes its tail along
        else:
            node.tail = None
        node = above
        if node is copy:
            break
    copy.tail = None
    return copy


def _behind(paragraph: etree._Element, at: int) -> etree._Element:
    copy = deepcopy(paragraph)
    copy.attrib.pop("id", None)  # it is that of what stands before
    node = list(copy.iter("table"))[at]
    rest = node.tail
    for above in [*node.iterancestors()]:
        for earlier in list(node.itersiblings(preceding=True)):
            above.remove(earlier)
        above.text = None
        if node.tag == "table":
            above.remove(node)
            above.text = rest
        node = above
        if node is copy:
            break
    copy.tail = None
    return copy
