"""How members call each other: "my hon. Friend the Member for Ogmore (Chris Elmore)".

Members never use names in the House; Hansard prints the name behind the seat. The two
together say who sits where, in the words of those who were there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..reading import ReadContribution

SEAT_AND_NAME = re.compile(r"\bMembers? for (?P<seat>(?:[^\W\d_][^\s()]*[ ,]*){1,8}?) ?\((?P<name>[^()]{3,60})\)")


def seats_named(item: ReadContribution) -> Iterator[tuple[str, str]]:
    """The seats by which members are called in a contribution, with the names printed behind them."""
    for paragraph in item.paragraphs:
        if "Member" in paragraph.text:
            for match in SEAT_AND_NAME.finditer(paragraph.text):
                yield match["seat"].strip(" ,"), match["name"]
