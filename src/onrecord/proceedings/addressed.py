"""How members call each other: "my hon. Friend the Member for Ogmore (Chris Elmore)".

Members never use names in the House; Hansard prints the name behind the seat. The two
together say who sits where, in the words of those who were there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..reading import ReadContribution

MEMBERS = re.compile(r"Members? for ")
SEAT_AND_NAME = re.compile(
    r"(?=[^();:?!“”]{2,100}\()(?P<seat>(?:[^().;:?!“”]|\bSt\.){2,70}?)\s*\((?P<name>[^()]{2,60})\)"
)
"""Matched behind `MEMBERS`: bounded, so that no words however odd take long, and tried only where a bracket is near."""


def seats_named(item: ReadContribution) -> Iterator[tuple[str, str]]:
    """The seats by which members are called in a contribution, with the names printed behind them."""
    for paragraph in item.paragraphs:
        if "Member" in paragraph.text:
            for members in MEMBERS.finditer(paragraph.text):
                if match := SEAT_AND_NAME.match(paragraph.text, members.end()):
                    yield match["seat"].strip(" ,"), match["name"]
