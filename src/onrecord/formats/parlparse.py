"""Parlparse's XML of a sitting, both generations, as TheyWorkForYou publishes it.

The format is a flat list of headings, speeches and divisions in the order of the record;
2009 files know speakers by `speakerid` and print offices, later ones by `person_id` with
a type. This module reads the list, and has `outline`, `written_outline` or `committee_outline` build the tree,
as the stream asks (`parlparse_streams`). Ids are kept as written, because links all over the web hold
them. Files with `latest="no"` are residues: what later changed, and where the rest went.
A file of divisions alone is a part of its sitting, never taken for the whole of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from ..errors import BadInputError
from ..reading import DIVISIONS, WINDOWS, Item, Reading, ReadSitting, Redirect, Section
from .business import is_topical
from .conservation import account
from .outline import Heading, outline
from .parlparse_committee import committee_outline, read_attendance
from .parlparse_division import read_division
from .parlparse_entities import parse
from .parlparse_speech import clock, folded, read_loose_text, read_speech, words_of
from .parlparse_streams import GRAND_COMMITTEE, READ, Chamber, Origin, origin_of
from .parlparse_written import read_written, written_outline

FORMAT = "parlparse"

_RANKS = {"oral-heading": "oral", "major-heading": "major", "minor-heading": "minor", "bill": "bill"}
# Inside a paragraph, told here again and not by the reader; everything else parts words, as a new cell does.
_INLINE = ("i", "I", "b", "B", "a", "u", "sup", "sub", "em", "strong", "span", "small", "phrase", "abbr", "font")


def read_parlparse(data: bytes, name: str) -> Reading:
    """Read one file of parlparse's proceedings, word for word.

    Raises BadInputError for a file that is not whole, of another parliament or no sitting at
    all, and WordsLostError if the reading would lose a word of it.
    """
    root, undisguised = parse(data, name)
    if root.tag != "publicwhip":
        raise BadInputError(f"not a parlparse file: its root is <{root.tag}>", where=name, remedy=READ)
    origin = origin_of(root, name)
    loose: list[str] = []
    sittings = [_sitting(root, each, elements, loose) for each, elements in _chambers(root, origin)]
    weighed = account(_printed(root), sittings, name, line_of=lambda words: _line_of(root, words))
    buckets = dict(weighed.buckets)
    if undisguised:
        buckets[WINDOWS] = undisguised
        loose.append(f"{undisguised} control characters were read as the Windows-1252 they are")
    if origin.part == DIVISIONS:
        loose.append("divisions alone: the debates are in another file")
    return Reading(FORMAT, tuple(sittings), weighed.words, buckets, tuple(loose))


def _chambers(root: etree._Element, origin: Origin) -> Iterator[tuple[Origin, list[etree._Element]]]:
    """The sittings of a file: one, but that a day of the Lords may hold its Grand Committee, told by the columns."""
    elements = list(root)
    if origin.stream != "lords" or not any((each.get("colnum") or "").startswith("GC") for each in elements):
        yield origin, elements
        return
    chamber: list[etree._Element] = []
    committee: list[etree._Element] = []
    current = chamber
    for element in elements:
        if column := element.get("colnum"):
            current = committee if column.startswith("GC") else chamber
        current.append(element)
    yield origin, chamber
    yield origin._replace(chamber=GRAND_COMMITTEE), committee


# --- what it holds ----------------------------------------------------------------------


def _flat(elements: Sequence[etree._Element], before: str, origin: Origin, warnings: list[str]) -> list[Heading]:
    """The headings in order, each with the contributions and divisions under it. `before`: words before the first."""
    headings: list[Heading] = []
    given: set[str] = set()
    root = elements
    if before:
        warnings.append("words before the first element are kept as nobody's")
        _keep_loose(headings, root, f"{origin.base}#before-the-first-element", before)
    for number, element in enumerate(elements):
        tag = element.tag
        if tag != "gidredirect":
            _identify(element, number, origin, given)
        if tag in _RANKS:
            headings.append(_heading(element, origin))
        elif tag in _ITEMS:
            under = _under(headings, root)
            under.items.append(_item(element, len(headings) - 1, origin.chamber, under))
        elif tag == "committee" and headings:
            headings[-1].attendance, stray = read_attendance(element)
            for words in stray:
                _keep_loose(headings, root, f"{element.get('id', '')}#stray", words)
        elif words := words_of(element):
            warnings.append(f"line {element.sourceline}: <{tag}> is not known; its words are kept as nobody's")
            _keep_loose(headings, root, element.get("id", ""), words)
        if element.tail and not element.tail.isspace():
            warnings.append(f"line {element.sourceline}: words behind <{tag}>, in no speech, are kept as nobody's")
            _keep_loose(headings, root, f"{element.get('id', '')}#behind", folded(element.tail))
    return headings


_ITEMS = frozenset(["speech", "ques", "reply", "division", "divisioncount"])


def _item(element: etree._Element, section: int, chamber: Chamber, under: Heading) -> Item:
    if element.tag in ("division", "divisioncount"):
        return read_division(element, section, chamber)
    if element.tag in ("ques", "reply") or chamber.name == "written-statements":
        return read_written(element, section, chamber)
    return read_speech(element, section, chamber, topical=is_topical(under.title))


def _identify(element: etree._Element, number: int, origin: Origin, given: set[str]) -> None:
    """See to it that every element has an id, and no two the same; the source's own stand as written."""
    gid = element.get("id")
    if not gid or gid in given:
        gid = gid or f"{origin.base}#{number}"
        while gid in given:
            gid = f"{gid}#{number}"
        element.set("id", gid)
    given.add(gid)


def _keep_loose(headings: list[Heading], root: Sequence[etree._Element], source_id: str, words: str) -> None:
    under = _under(headings, root)
    under.items.append(read_loose_text(source_id, words, len(headings) - 1))


def _heading(element: etree._Element, origin: Origin) -> Heading:
    former = element.get("oldstyleid")
    bill = element.tag == "bill"
    return Heading(
        rank=_RANKS[element.tag],
        source_id=element.get("id", ""),
        title=words_of(element),
        column=origin.chamber.column(element.get("colnum")),
        time=clock(element.get("time")),
        url=element.get("url") or None,
        aliases=(former,) if former else (),
        number=origin.number if bill else None,
    )


def _under(headings: list[Heading], root: Sequence[etree._Element]) -> Heading:
    """The heading under which the next words stand; a nameless one where there is none of their own."""
    if not headings:
        first = next((element.get("id") for element in root if element.get("id")), "")
        headings.append(Heading("none", f"{first}#before-the-first-heading", ""))
    elif headings[-1].rank == "oral":
        headings.append(Heading("none", f"{headings[-1].source_id}#before-the-first-body", ""))
    return headings[-1]


def _sitting(
    root: etree._Element, origin: Origin, elements: Sequence[etree._Element], warnings: list[str]
) -> ReadSitting:
    first = bool(elements) and elements[0] is next(iter(root), None)
    before = folded(root.text or "") if first else ""
    headings = _flat(elements, before, origin, warnings)
    residue = root.get("latest") == "no"
    return ReadSitting(
        house=origin.chamber.house,
        chamber=origin.chamber.name,
        date=origin.day,
        sections=_sections(headings, origin),
        items=tuple(item for heading in headings for item in heading.items),
        whole=not residue and not origin.part,
        edition=origin.edition,
        residue=residue,
        redirects=tuple(
            Redirect(element.get("oldgid", ""), element.get("newgid") or None, element.get("matchtype", ""))
            for element in elements
            if element.tag == "gidredirect"
        ),
        part=origin.part,
    )


def _sections(headings: Sequence[Heading], origin: Origin) -> tuple[Section, ...]:
    if origin.stream == "standing":
        return committee_outline(headings)
    if origin.stream in ("wrans", "wms"):
        return written_outline(headings, origin.chamber.name)
    return outline(headings, origin.chamber.house)


# --- the other way to its words ---------------------------------------------------------


def _printed(root: etree._Element) -> str:
    """Every word of the file in order: all its text as it stands, whatever element it is in, and not by way of the
    reader. The tree loses its inline tags by it, so it comes last."""
    etree.strip_tags(root, *_INLINE)
    return " ".join([folded(text) for text in root.itertext() if not text.isspace()])


def _line_of(root: etree._Element, words: Sequence[str]) -> int | None:
    """The line of the first element that holds these words, as far as they stand together."""
    for length in (len(words), 3, 1):
        wanted = " ".join(words[:length])
        for element in root.iterdescendants():
            if wanted in " ".join("".join(element.itertext()).split()) and len(element) < 2:
                line = element.sourceline
                return int(line) if line else None
    return None
