"""Parlparse's XML of a chamber's day, both generations, as TheyWorkForYou publishes it.

The format is a flat list of headings, speeches and divisions in the order of the record;
2009 files know speakers by `speakerid` and print offices, later ones by `person_id` with
a type. This module reads the list, finds out which House, chamber and day it is, and has
`outline` build the tree. Ids are kept as written, because links all over the web hold
them. Files with `latest="no"` are residues: what later changed, and where the rest went.
Written answers and statements, bill committees and lists of divisions alone are other
streams, and are refused by name rather than read as if they were a debate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from lxml import etree

from ..errors import BadInputError
from ..reading import Reading, ReadSitting, Redirect, Section
from .business import is_topical
from .conservation import account
from .outline import Heading, outline
from .parlparse_division import read_division
from .parlparse_entities import WHOLE, parse
from .parlparse_speech import Chamber, clock, folded, read_loose_text, read_speech, words_of

FORMAT = "parlparse"
READ = "days of the Commons Chamber, the Lords Chamber and Westminster Hall are read"

_ID = re.compile(r"uk\.org\.publicwhip/(?P<stream>[a-z-]+)/[a-z]*(?P<day>\d{4}-\d\d-\d\d)")
_RANKS = {"oral-heading": "oral", "major-heading": "major", "minor-heading": "minor"}
_CHAMBERS = {
    "debate": Chamber("commons", "commons-chamber"),
    "lords": Chamber("lords", "lords-chamber"),
    "westminhall": Chamber("commons", "westminster-hall", "WH"),
}
_OTHER_STREAMS = {
    "wrans": "written questions and answers",
    "wms": "written statements",
    "standing": "a bill committee",
    "spoken": "another parliament's debates",
    "spwrans": "another parliament's written answers",
    "sp": "the Scottish Parliament",
    "ni": "the Northern Ireland Assembly",
    "london-mayors-questions": "London Mayor's questions",
    "senedd": "the Senedd",
}
# Inside a paragraph; everything else parts words, as a new line or a new cell does.
_INLINE_TAG = re.compile(r"</?(?:i|b|a|u|sup|sub|em|strong|span|small|phrase|abbr|font)(?:\s[^>]*)?/?>", re.I)
_TAG = re.compile(r"<[^>]*>")


def read_parlparse(data: bytes, name: str) -> Reading:
    """Read one file of parlparse's debates, word for word.

    Raises BadInputError for a file that is not whole, of another stream or no sitting at
    all, and WordsLostError if the reading would lose a word of it.
    """
    root, undisguised = parse(data, name)
    if root.tag != "publicwhip":
        raise BadInputError(f"not a parlparse file: its root is <{root.tag}>", where=name, remedy=READ)
    chamber, day = _sitting_of(root, name)
    headings, loose = _flat(root, chamber)
    sitting = _sitting(root, chamber, day, headings)
    weighed = account(_printed_words(root), [sitting], name, line_of=lambda words: _line_of(root, words))
    buckets, warnings = dict(weighed.buckets), list(loose)
    if undisguised:
        buckets["windows-1252 characters"] = undisguised
        warnings.append(f"{undisguised} control characters were read as the Windows-1252 they are")
    return Reading(FORMAT, (sitting,), weighed.words, buckets, tuple(warnings))


# --- which sitting it is ----------------------------------------------------------------


def _sitting_of(root: etree._Element, name: str) -> tuple[Chamber, date]:
    """House, chamber and day, from the ids of what the file holds, or of its redirects."""
    seen: re.Match[str] | None = None
    for element in root:
        found = _ID.match(element.get("id") or "")
        if found is None:
            continue
        if seen is None:
            seen = found
        elif found[0] != seen[0]:
            what = f"two sittings in one file ({seen[0]} and {found[0]})"
            raise BadInputError(what, where=f"{name}:{element.sourceline}", remedy=WHOLE)
    seen = seen or next((found for each in root if (found := _ID.match(each.get("oldgid") or ""))), None)
    if seen is None:
        raise BadInputError("a parlparse file that holds no sitting", where=name, remedy=READ)
    chamber = _CHAMBERS.get(seen["stream"])
    if chamber is None:
        what = _OTHER_STREAMS.get(seen["stream"], f"the stream “{seen['stream']}”")
        raise BadInputError(f"parlparse's file of {what}", where=name, remedy=f"not supported; {READ}")
    if _only_divisions(root):
        raise BadInputError("parlparse's file of divisions alone", where=name, remedy=f"not supported; {READ}")
    try:
        return chamber, date.fromisoformat(seen["day"])
    except ValueError:
        raise BadInputError(f"no such day as {seen['day']}", where=name, remedy=WHOLE) from None


def _only_divisions(root: etree._Element) -> bool:
    """Whether a file is a day's divisions, with its headings and the motions voted on, and no debate.

    Such a file repeats ids of the day itself; read as the day it would pass for a very short one.
    """
    headings = sum(1 for element in root if element.tag in _RANKS)
    residue = root.find("gidredirect") is not None and root.find("division") is not None
    if headings < 3 and not residue:
        return False
    return not any(_speaks(speech) for speech in root.iterchildren("speech"))


def _speaks(speech: etree._Element) -> bool:
    """Whether a speech is more than the words of a motion."""
    return len(speech) > 0 and all(child.get("pwmotiontext") is None for child in speech)


# --- what it holds ----------------------------------------------------------------------


def _flat(root: etree._Element, chamber: Chamber) -> tuple[list[Heading], list[str]]:
    """The headings in order, each with the contributions and divisions under it; and warnings."""
    headings: list[Heading] = []
    warnings: list[str] = []
    given: set[str] = set()
    if root.text and not root.text.isspace():
        warnings.append("words before the first element are kept as nobody's")
        _keep_loose(headings, root, "#before-the-first-element", folded(root.text))
    for number, element in enumerate(root):
        tag = element.tag
        if tag != "gidredirect":
            _identify(element, number, given)
        if tag in _RANKS:
            headings.append(_heading(element, chamber))
        elif tag in ("speech", "division"):
            under = _under(headings, root)
            section = len(headings) - 1
            if tag == "speech":
                under.items.append(read_speech(element, section, chamber, topical=is_topical(under.title)))
            else:
                under.items.append(read_division(element, section, chamber))
        elif words := words_of(element):
            warnings.append(f"line {element.sourceline}: <{tag}> is not known; its words are kept as nobody's")
            _keep_loose(headings, root, element.get("id", ""), words)
        if element.tail and not element.tail.isspace():
            warnings.append(f"line {element.sourceline}: words behind <{tag}>, in no speech, are kept as nobody's")
            _keep_loose(headings, root, f"{element.get('id', '')}#behind", folded(element.tail))
    return headings, warnings


def _identify(element: etree._Element, number: int, given: set[str]) -> None:
    """See to it that every element has an id, and no two the same; the source's own stand as written."""
    gid = element.get("id") or f"#{number}"
    while gid in given:
        gid = f"{gid}#{number}"
    given.add(gid)
    element.set("id", gid)


def _keep_loose(headings: list[Heading], root: etree._Element, source_id: str, words: str) -> None:
    under = _under(headings, root)
    under.items.append(read_loose_text(source_id, words, len(headings) - 1))


def _heading(element: etree._Element, chamber: Chamber) -> Heading:
    return Heading(
        rank=_RANKS[element.tag],
        source_id=element.get("id", ""),
        title=words_of(element),
        column=chamber.column(element.get("colnum")),
        time=clock(element.get("time")),
        url=element.get("url") or None,
    )


def _under(headings: list[Heading], root: etree._Element) -> Heading:
    """The heading under which the next words stand; a nameless one where there is none of their own."""
    if not headings:
        first = next((element.get("id") for element in root if element.get("id")), "")
        headings.append(Heading("none", f"{first}#before-the-first-heading", ""))
    elif headings[-1].rank == "oral":
        headings.append(Heading("none", f"{headings[-1].source_id}#before-the-first-body", ""))
    return headings[-1]


def _sitting(root: etree._Element, chamber: Chamber, day: date, headings: Sequence[Heading]) -> ReadSitting:
    residue = root.get("latest") == "no"
    return ReadSitting(
        house=chamber.house,
        chamber=chamber.name,
        date=day,
        sections=_sections(headings, chamber),
        items=tuple(item for heading in headings for item in heading.items),
        whole=not residue,
        edition=root.get("scraperversion") or root.get("scrapeversion") or "",
        residue=residue,
        redirects=tuple(
            Redirect(element.get("oldgid", ""), element.get("newgid") or None, element.get("matchtype", ""))
            for element in root.iterchildren("gidredirect")
        ),
    )


def _sections(headings: Sequence[Heading], chamber: Chamber) -> tuple[Section, ...]:
    return outline(headings, chamber.house)


# --- the other way to its words ---------------------------------------------------------


def _printed_words(root: etree._Element) -> list[str]:
    """Every word of the file in order, from its text with the tags taken out: not by way of the reader."""
    text = _TAG.sub(" ", _INLINE_TAG.sub("", etree.tostring(root, encoding="unicode")))
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").split()


def _line_of(root: etree._Element, words: Sequence[str]) -> int | None:
    """The line of the first element that holds these words, as far as they stand together."""
    for length in (len(words), 3, 1):
        wanted = " ".join(words[:length])
        for element in root.iterdescendants():
            if wanted in " ".join("".join(element.itertext()).split()) and len(element) < 2:
                line = element.sourceline
                return int(line) if line else None
    return None
