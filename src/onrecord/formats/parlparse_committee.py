"""A bill committee's sitting in parlparse's XML: the bill, who sat on it, and its clauses.

The file opens with the bill's name and the list of members, each marked as attending or
not; then headings of clauses and schedules. The bill is the debate, since it is what the
whole sitting is about, and everything else stands under it. The list of members is no
speech: its words are counted in a bucket of their own, and who attended is kept as data.
"""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from ..reading import Attendant, Section
from .outline import Heading, section
from .parlparse_speech import folded, key_of, words_of


def committee_outline(headings: Sequence[Heading]) -> tuple[Section, ...]:
    """The bill (or, where none is named, the first heading), with every other heading under it."""
    return tuple(
        section(heading, "bill", debate=True) if at == 0 else section(heading, "heading", parent=0)
        for at, heading in enumerate(headings)
    )


def read_attendance(element: etree._Element) -> tuple[tuple[Attendant, ...], list[str]]:
    """Who is on the list, in the order of the source; and any words in it that name nobody."""
    found: list[Attendant] = []
    stray = [folded(element.text)] if element.text and not element.text.isspace() else []
    for child in element:
        if child.tag == "chairmen":
            chairs, more = read_attendance(child)
            found += [Attendant(each.name, "chair", each.key, each.attended) for each in chairs]
            stray += more
        elif child.tag == "mpname":
            found.append(Attendant(words_of(child), "member", key_of(child.get("memberid")), _attended(child)))
        elif child.tag == "clerk":
            found.append(Attendant(words_of(child), "clerk"))
        elif words := words_of(child):
            stray.append(words)
        if child.tail and not child.tail.isspace():
            stray.append(folded(child.tail))
    return tuple(found), stray


def _attended(element: etree._Element) -> bool | None:
    told = element.get("attending")
    return None if told not in ("true", "false") else told == "true"
