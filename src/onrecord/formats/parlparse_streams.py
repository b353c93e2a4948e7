"""Which stream of parlparse a file belongs to: House, chamber, day and edition, from the ids it holds.

Every element's id names its stream and day, and nothing else in a file does so reliably:
names of files get lost, roots have no attributes for it. Written questions and statements
of both Houses share one stream; there the House is told by the mark of the columns, the
numbers of the questions, or the address of the official page. A bill committee's id names
the committee and the number of its sitting, and several may sit on one day. What belongs
to another parliament is refused by name.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from lxml import etree

from ..errors import BadInputError
from ..reading import DIVISIONS
from .parlparse_entities import WHOLE

READ = "days of both Houses, Westminster Hall, bill committees, written answers and statements are read"

_ID = re.compile(r"uk\.org\.publicwhip/(?P<stream>[a-z-]+)/[a-z]*(?P<day>\d{4}-\d\d-\d\d)(?P<edition>[a-z]*)")
_COMMITTEE = re.compile(
    r"uk\.org\.publicwhip/(?P<stream>standing)/"
    r"(?P<part>standing[^/]*?_(?P<number>\d+)-\d+)_(?P<day>\d{4}-\d\d-\d\d)(?P<edition>[a-z]*)"
)
_HEADINGS = ("oral-heading", "major-heading", "minor-heading")
_OTHER_PARLIAMENTS = {
    "spoken": "another parliament's debates",
    "spwrans": "another parliament's written answers",
    "sp": "the Scottish Parliament",
    "ni": "the Northern Ireland Assembly",
    "london-mayors-questions": "London Mayor's questions",
    "senedd": "the Senedd",
}
# In ids and columns of the written streams: the mark of a House.
_COMMONS_ID = re.compile(r"\.\d+WS?\.\d+$|\.\d+\.(?:mh|h|[qr]\d+)$|\.hcws\d+\.", re.I)
_LORDS_ID = re.compile(r"[a-z]\.\d+\.\d+$|\.HL(?:WS)?\d+\.", re.I)


class Chamber(NamedTuple):
    """A chamber as its stream marks it: `mark` is what its columns carry in a reference (`{}` is the bare number)."""

    house: str
    name: str
    mark: str = "{}"

    def column(self, printed: str | None) -> str | None:
        """A column with the mark of its stream, also where the source prints the bare number.

        >>> Chamber("lords", "written-answers", "WA{}").column("101")
        'WA101'
        """
        if not printed:
            return None
        return self.mark.format(printed) if printed.isdecimal() else printed


class Origin(NamedTuple):
    """Where a file comes from. `part` names what it holds where that is not the whole sitting, the same in every
    edition; `number` is the number of a committee's sitting."""

    stream: str
    chamber: Chamber
    day: date
    edition: str
    part: str = ""
    number: str | None = None

    @property
    def base(self) -> str:
        """What the ids of this file begin with; for elements to which the source gives none."""
        part = f"{self.part}_" if self.number else ""
        return f"uk.org.publicwhip/{self.stream}/{part}{self.day.isoformat()}{self.edition}"


GRAND_COMMITTEE = Chamber("lords", "grand-committee", "GC{}")
_CHAMBERS = {
    "debate": Chamber("commons", "commons-chamber"),
    "lords": Chamber("lords", "lords-chamber"),
    "westminhall": Chamber("commons", "westminster-hall", "{}WH"),
    "standing": Chamber("commons", "public-bill-committee"),
}
_WRITTEN = {
    "wrans": {
        "commons": Chamber("commons", "written-answers", "{}W"),
        "lords": Chamber("lords", "written-answers", "WA{}"),
    },
    "wms": {
        "commons": Chamber("commons", "written-statements", "{}WS"),
        "lords": Chamber("lords", "written-statements", "WS{}"),
    },
}


def origin_of(root: etree._Element, name: str) -> Origin:
    """House, chamber, day and edition, from the ids of what a file holds, or of its redirects.

    Raises BadInputError for another parliament's file, for two sittings in one file, and for none.
    """
    seen = _identified(root, name)
    stream = seen["stream"]
    try:
        day = date.fromisoformat(seen["day"])
    except ValueError:
        raise BadInputError(f"no such day as {seen['day']}", where=name, remedy=WHOLE) from None
    edition = root.get("scraperversion") or root.get("scrapeversion") or ""
    if stream == "standing":
        committee = seen.groupdict()
        part, number = committee.get("part"), committee.get("number")
        if part is None:
            raise BadInputError("a bill committee whose sitting has no number", where=name, remedy=WHOLE)
        return Origin(stream, _CHAMBERS[stream], day, edition or seen["edition"], part, (number or "").lstrip("0"))
    if stream in _WRITTEN:
        return Origin(stream, _written(root, stream, name), day, edition)
    chamber = _CHAMBERS.get(stream)
    if chamber is None:
        what = _OTHER_PARLIAMENTS.get(stream, f"the stream “{stream}”")
        raise BadInputError(f"parlparse's file of {what}", where=name, remedy=f"not supported; {READ}")
    return Origin(stream, chamber, day, edition, DIVISIONS if _only_divisions(root) else "")


def _identified(root: etree._Element, name: str) -> re.Match[str]:
    """The id of the first element that has one; no other may be of another sitting."""
    seen: re.Match[str] | None = None
    same = ""
    for element in root:
        gid = element.get("id")
        if not gid or (same and gid.startswith(same)) or not (found := _matched(gid)):
            continue
        if seen is None:
            seen, same = found, found[0]
        elif (found["stream"], found["day"]) != (seen["stream"], seen["day"]):
            what = f"two sittings in one file ({seen[0]} and {found[0]})"
            raise BadInputError(what, where=f"{name}:{element.sourceline}", remedy=WHOLE)
    seen = seen or next((found for each in root if (found := _matched(each.get("oldgid")))), None)
    if seen is None:
        raise BadInputError("a parlparse file that holds no sitting", where=name, remedy=READ)
    return seen


def _matched(gid: str | None) -> re.Match[str] | None:
    return (_COMMITTEE.match(gid) or _ID.match(gid)) if gid else None


def _written(root: etree._Element, stream: str, name: str) -> Chamber:
    """The House of a file of written questions or statements, by the first element that tells it."""
    for element in root:
        if house := _house_told(element):
            return _WRITTEN[stream][house]
    raise BadInputError(
        "a file of written proceedings that does not tell its House", where=name, remedy="get it again, with its ids"
    )


def _house_told(element: etree._Element) -> str | None:
    """By the questions' numbers, the official address, the columns and last the id."""
    numbers = [child.get("qnum") for child in element if child.get("qnum")]
    if numbers and element.tag == "ques":
        return "lords" if numbers[0].upper().startswith("HL") else "commons"
    url = element.get("url") or ""
    for house, sign in (("lords", "/ldhansrd/"), ("commons", "/cmhansrd/")):
        if sign in url:
            return house
    gid = element.get("id") or element.get("oldgid") or ""
    if _COMMONS_ID.search(gid):
        return "commons"
    return "lords" if _LORDS_ID.search(gid) else None


def _only_divisions(root: etree._Element) -> bool:
    """Whether a file is a day's divisions, with its headings and the motions voted on, and no debate.

    Such a file repeats ids of the day itself; read as the day it would pass for a very short one.
    """
    if root.get("latest") == "no":
        return False
    headings = sum(1 for element in root if element.tag in _HEADINGS)
    return headings > 2 and not any(_speaks(speech) for speech in root.iterchildren("speech"))


def _speaks(speech: etree._Element) -> bool:
    """Whether a speech is more than the words of a motion."""
    return len(speech) > 0 and all(child.get("pwmotiontext") is None for child in speech)
