"""Every word that a historic file prints, so that its reading can be weighed against it.

The words are found by another way than the reader's: a style sheet says which elements part
words and which stand inside them, and the parser's own library carries it out. What a reader
forgets is still here. The marks of columns are no words of the record; they are counted apart.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from lxml import etree


def printed_words(element: etree._Element) -> str:
    """Every word of an element but its column marks, parted by single blanks.

    >>> printed_words(etree.XML("<p><member>Mr. <b>Ex</b>ample</member>:to the<col>2</col>fog 2<sup>a</sup></p>"))
    'Mr. Example : to the fog 2a'
    """
    words = str(_sheet()(element))
    return words if words.isprintable() else " ".join(words.split())  # the sheet knows the blanks of ASCII alone


def column_words(element: etree._Element) -> int:
    """How many words the column marks of an element have."""
    marks = element.iter("col")
    return sum(len(("".join(mark.itertext()) if len(mark) else mark.text or "").split()) for mark in marks)


@cache
def _sheet() -> etree.XSLT:
    text = files(__package__).joinpath("historic_words.xsl").read_bytes()
    return etree.XSLT(etree.fromstring(text), access_control=etree.XSLTAccessControl.DENY_ALL)
