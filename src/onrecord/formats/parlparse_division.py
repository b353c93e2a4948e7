"""A division in parlparse's XML: the counts, and who voted how, by the source's own ids.

Names are kept as the source prints them, teller's mark included, because they are words
of the record; who they are is decided by the ids, in `people`. The announcement of the
result ("The House divided: …") is a speech of the source, not part of this element.
"""

from __future__ import annotations

from lxml import etree

from ..reading import Paragraph, ReadDivision, Vote
from .parlparse_speech import clock, folded, key_of, words_of
from .parlparse_streams import Chamber

_COUNTS = {"ayes": "aye", "noes": "no", "content": "content", "not-content": "not-content"}
_VOTERS = ("mpname", "lord", "mspname", "mlaname")


def read_division(element: etree._Element, section: int, chamber: Chamber) -> ReadDivision:
    """The division with its votes in the order of the source; stray words are its paragraphs."""
    votes: list[Vote] = []
    counts: dict[str, int] = {}
    paragraphs: list[Paragraph] = []
    _stray(paragraphs, element.text)
    if element.tag == "divisioncount":  # a committee's: the count itself holds the lists
        counts |= _counts(element)
    for child in element:
        if child.tag == "divisioncount":
            counts |= _counts(child)
            _stray(paragraphs, words_of(child))
        elif child.tag in ("mplist", "lordlist"):
            _stray(paragraphs, child.text)
            for voter in child:
                if voter.tag in _VOTERS:
                    votes.append(_vote(voter, child.get("vote", "")))
                else:
                    _stray(paragraphs, words_of(voter))
                _stray(paragraphs, voter.tail)
        else:
            _stray(paragraphs, words_of(child))
        _stray(paragraphs, child.tail)
    return ReadDivision(
        source_id=element.get("id", ""),
        section=section,
        number=element.get("divnumber") or None,
        counts=counts,
        votes=tuple(votes),
        column=chamber.column(element.get("colnum")),
        time=clock(element.get("time")),
        url=element.get("url") or None,
        paragraphs=tuple(paragraphs),
    )


def _vote(voter: etree._Element, listed: str) -> Vote:
    return Vote(
        key=key_of(voter.get("person_id") or voter.get("memberid") or voter.get("id")),
        name=words_of(voter),
        side=voter.get("vote") or listed,
        teller=voter.get("teller") == "yes",
        proxy=key_of(voter.get("proxy")),
    )


def _counts(element: etree._Element) -> dict[str, int]:
    return {
        side: int(count)
        for attribute, side in _COUNTS.items()
        if (count := element.get(attribute, "").strip()).isdecimal()
    }


def _stray(paragraphs: list[Paragraph], text: str | None) -> None:
    if text and (words := folded(text)):
        paragraphs.append(Paragraph("procedural", words))
