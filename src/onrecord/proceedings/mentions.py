"""Whom a speech is about: the persons named in it, with the characters where they are.

Members do not use each other's names: they say "my hon. Friend the Member for Fen", "the Home
Secretary", "my noble friend Lord Quill", and Hansard prints the name behind the seat. Each such
form is found by its wording and told by the roll of that day: a seat with the surname printed,
an office with the one holder that a list vouches for, a peer's style with its one bearer.
Where that leaves nobody or several, the mention is kept, and open. A person of another time
("the then Home Secretary") is passed over, and so are bare words ("the hon. Gentleman").
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

from msgspec import Struct, structs

from ..model import Person
from ..model.mentions import Mention
from ..people.departments import department_of
from ..people.directory import Directory
from ..people.names import fold
from ..people.offices import spoken_titles
from ..people.posts import plain_words
from ..reading import Paragraph, ReadContribution
from .addressed import MEMBERS, SEAT_AND_NAME
from .printed_seats import member_for, names_of

SEAT, OFFICE, PEER = "seat", "office", "peer"
_TITLE = re.compile(  # what stands before "Member"; sought backwards from there, which is much the quicker
    r"(?:\b[Tt]he )?(?:(?:right |rt\. )?hon\. |right honourable )?(?:and (?:learned|gallant|reverend) )*$"
)
_NEXT = re.compile(r",? ?(?:and |, )?(?:for )(?=[^\W\d_])")
_NOBLE = re.compile(
    r"noble(?<=\bnoble)(?: and (?:learned|gallant|right reverend))*,? "
    r"(?:[Ff]riends?|Lords?|Baroness|Earl|Viscount|Marquess|Lady|Countess|Duke)(?: opposite)?,? (?:the )?"
    r"(?P<style>(?P<rank>Lord|Lady|Baroness|Earl|Viscount|Marquess|Countess|Duke) "
    r"(?:of )?[A-Z][\w’'-]{1,40}(?: [A-Z][\w’'-]{1,40}){0,3}"
    r"(?: (?:of|and) (?:[A-Z][\w’'.-]{1,40} ?){1,4}(?:(?:in|upon|of) [A-Z][\w’'-]{1,40})?)?)"
)
_BISHOP = re.compile(
    r"\b[Tt]he (?P<style>(?:Lord )?(?:Bishop|Archbishop) of [A-Z][\w’'.-]{1,40}(?:(?: and)? [A-Z][\w’'-]{1,40}){0,4})"
)
_TOKEN = re.compile(r"[\w’'.-]+,?|&")


class Found(Struct, frozen=True):
    """A mention; what of the roll it hangs on; and the constituency in plain words."""

    mention: Mention
    handle: str
    seat: str | None = None


def mentions_of(
    items: Sequence[ReadContribution], directory: Directory, house: str, day: date
) -> dict[int, tuple[Found, ...]]:
    """The mentions in each contribution of a sitting that has any, by its place.

    A seat without a name is whoever was named with it elsewhere in the sitting, where no list tells.
    """
    each = ((place, tuple(mentions_in(item, directory, house, day))) for place, item in enumerate(items))
    found = {place: mentions for place, mentions in each if mentions}
    named: dict[str, set[str]] = defaultdict(set)
    for one in chain.from_iterable(found.values()):
        if one.seat and one.mention.person_id:
            named[one.seat].add(one.mention.person_id)
    return {place: tuple(_by_the_sitting(one, named) for one in mentions) for place, mentions in found.items()}


def _by_the_sitting(found: Found, named: Mapping[str, set[str]]) -> Found:
    people = named.get(found.seat or "", set())
    if found.mention.person_id or "(" in found.mention.text or len(people) != 1:
        return found
    basis = "named with that seat in the sitting"
    told = structs.replace(found.mention, person_id=next(iter(people)), basis=basis, unresolved=None)
    return structs.replace(found, mention=told)


def mentions_in(
    item: ReadContribution, directory: Directory, house: str, day: date, speaking: Collection[str] = ()
) -> Iterator[Found]:
    """The persons named in a contribution, in the order of its words; `speaking`: persons who speak in the debate."""
    offices = _office_wordings()
    for place, paragraph in enumerate(item.paragraphs):
        text = paragraph.text
        found = [*_seats(place, paragraph, directory, day)] if "Member" in text else []
        wordings = [*offices.finditer(text)]
        if wordings and paragraph.kind != "quotation":  # words of another day: the office was another's
            found += _offices(place, paragraph, wordings, directory, house, day)
        if "noble" in text:
            found += _peers(place, paragraph, directory, day, speaking)
        if "ishop of " in text:
            found += _bishops(place, paragraph, directory, day)
        if found:
            yield from sorted(found, key=lambda one: one.mention.start)


# --- the Member for a seat --------------------------------------------------------------


def _seats(place: int, paragraph: Paragraph, directory: Directory, day: date) -> Iterator[Found]:
    text = paragraph.text
    for match in MEMBERS.finditer(text):
        before = _TITLE.search(text, max(0, match.start() - 60), match.start())
        start, at = before.start() if before else match.start(), match.end()
        while True:
            named = SEAT_AND_NAME.match(text, at)
            if named is None or not _is_one_seat(named["seat"]):
                end = at + _seat_length(text[at : at + 90], directory)
                if end == at:
                    break
                if not _past(text, start):
                    yield _seat(place, paragraph, (start, end), text[at:end], None, directory, day)
            else:
                end = named.end()
                yield _seat(place, paragraph, (start, end), named["seat"], named["name"], directory, day)
            further = _NEXT.match(text, end) if match[0].startswith("Members") else None
            if further is None:
                break
            start = at = further.end()


def _seat(
    place: int,
    paragraph: Paragraph,
    span: tuple[int, int],
    seat: str,
    name: str | None,
    directory: Directory,
    day: date,
) -> Found:
    people, basis = _member_for(seat.strip(" ,"), name, directory, day)
    handle = fold(name or seat).rpartition(" ")[2]
    return _mention(place, paragraph, span, SEAT, people, basis, handle, plain_words(seat))


def _member_for(seat: str, name: str | None, directory: Directory, day: date) -> tuple[tuple[Person, ...], str]:
    if name is None:
        return directory.sat_for(seat, day), "sat for that seat that day"
    ending = f" {fold(name)}"
    sitting = directory.in_seat(seat, day)
    alike = tuple(p for p in sitting if any(f" {fold(n)}".endswith(ending) for n in names_of(p)))
    alike = alike or member_for(directory, seat, name, day)
    if len(alike) == 1:
        return alike, "the member for that seat, of that surname"
    if " " in fold(name):
        called, _ = directory.called(name, "commons", day)
        both = tuple(p for p in called if not alike or p in alike)
        return (both or alike), "the only one of that name"
    return alike or directory.surnamed(name, "commons", day), "the only member of that surname that day"


def _is_one_seat(words: str) -> bool:
    """Whether words before a bracket are one seat's name: every word of it capital or small."""
    tokens = [token.strip(",") for token in words.replace("-", " ").split()]
    return bool(tokens) and all(t[:1].isupper() or t in _inside() for t in tokens if t) and " for " not in words


def _seat_length(text: str, directory: Directory) -> int:
    """How many characters from the start are the name of a seat that lists know; the longest such."""
    best = 0
    end = 0
    for token in _TOKEN.finditer(text):
        gap = text[end : token.start()]
        if gap.strip() or not (token[0][:1].isupper() or token[0] in _inside() or token[0] == "&"):
            break
        end = token.end()
        known = token.end() - (1 if token[0].endswith((",", ".")) else 0)
        if directory.is_seat(text[:known]):
            best = known
    return best


# --- the holder of an office ------------------------------------------------------------


def _offices(
    place: int,
    paragraph: Paragraph,
    wordings: Sequence[re.Match[str]],
    directory: Directory,
    house: str,
    day: date,
) -> Iterator[Found]:
    text = paragraph.text
    for match in wordings:
        wording, start, end = match["office"], match.start() - 1, match.end()
        title = spoken_titles().get(wording)
        if title is None:
            end, title = _department_after(text, match.end(), day)
        if title is None or _goes_on(text, end, wording, house) or _is_quoted(paragraph, start):
            continue
        people = directory.holders(title, house, day)
        if people:
            yield _mention(place, paragraph, (start, end), OFFICE, people, "held that office that day", "(office)")


def _goes_on(text: str, end: int, wording: str, house: str) -> bool:
    """Whether the words are part of another office: "of" something, or a Chancellor by name or outside the Commons."""
    if text.startswith(" of ", end):
        return True
    return wording == "Chancellor" and (house != "commons" or re.match(r",? (?:[A-Z]|elect)", text[end:]) is not None)


def _department_after(text: str, at: int, day: date) -> tuple[int, str | None]:
    """The longest run of words behind "Secretary of State for" that is a department."""
    ends, last = [], at
    for token in _TOKEN.finditer(text, at, at + 90):
        if text[last : token.start()].strip() or not (token[0][:1].isupper() or token[0].strip(",") in _inside()):
            break
        last = token.end()
        ends.append(last - (1 if token[0].endswith((",", ".")) else 0))
    titles = ((end, f"Secretary of State for {text[at:end]}") for end in reversed(ends))
    return next((found for found in titles if department_of(found[1], day)), (at, None))


def _is_quoted(paragraph: Paragraph, at: int) -> bool:
    return any(span.kind == "quotation" and span.start <= at < span.end for span in paragraph.spans)


# --- peers by their style ---------------------------------------------------------------


def _peers(
    place: int, paragraph: Paragraph, directory: Directory, day: date, speaking: Collection[str]
) -> Iterator[Found]:
    for match in _NOBLE.finditer(paragraph.text):
        style = match["style"].rstrip(" .,")
        people = directory.styled(style, _table()["address"].get(match["rank"].casefold(), ()), day)
        while not people and " " in style and style.count(" ") > 1:  # a capital word that is no part of the style
            style = style.rpartition(" ")[0]
            people = directory.styled(style, _table()["address"].get(match["rank"].casefold(), ()), day)
        if len(people) > 1 and (here := tuple(p for p in people if p.person_id in speaking)):
            people = here
        start = match.start("style")
        length = len(style) if people else len(match["style"].rstrip(" .,"))
        handle = fold(style).rpartition(" ")[2]
        yield _mention(
            place, paragraph, (start, start + length), PEER, people, "the only peer so styled that day", handle
        )


def _bishops(place: int, paragraph: Paragraph, directory: Directory, day: date) -> Iterator[Found]:
    """Bishops who sat that day; of others, and of sees elsewhere, nothing is said."""
    for match in _BISHOP.finditer(paragraph.text):
        style = match["style"]
        people, _ = directory.called(style, "lords", day)
        while not people and " and " in style:  # "the Bishop of Wick and the noble Lord", or two sees in one
            style = style.rpartition(" and ")[0]
            people, _ = directory.called(style, "lords", day)
        if people:
            start = match.start("style")
            span, handle = (start, start + len(style)), fold(style).rpartition(" ")[2]
            yield _mention(place, paragraph, span, PEER, people, "held that see that day", handle)


# --- what they have in common -----------------------------------------------------------


def _mention(
    place: int,
    paragraph: Paragraph,
    span: tuple[int, int],
    kind: str,
    people: tuple[Person, ...],
    basis: str,
    handle: str,
    seat: str | None = None,
) -> Found:
    start, end = span
    words = paragraph.text[start:end]
    if len(people) == 1:
        return Found(Mention(place, start, end, kind, words, people[0].person_id, basis), handle, seat)
    reason = f"{len(people)} may be meant" if people else "nobody so called is on the roll for that day"
    return Found(Mention(place, start, end, kind, words, unresolved=reason), handle, seat)


def _past(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start + 12].split()
    return any(word in _table()["past"]["words"] for word in before)


@cache
def _inside() -> frozenset[str]:
    return frozenset(_table()["inside"]["words"])


@cache
def _office_wordings() -> re.Pattern[str]:
    """The offices behind "the", of which a match begins at its second letter: only what begins with fixed letters is
    found at the speed of a plain search."""
    longest = sorted(spoken_titles(), key=lambda wording: (-len(wording), wording))
    titles = "|".join(map(re.escape, longest))
    return re.compile(rf"he (?<=\b[Tt]he )(?P<office>{titles}|Secretary of State for (?=[A-Zt]))")


@cache
def _table() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files(__package__).joinpath("mentions.toml").read_text("utf-8"))
