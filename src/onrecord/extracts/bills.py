"""Which bill is meant, and where the record debates it.

A bill is its name in one session: bills of the same name in two sessions are two bills,
unless the first was carried over into the second. Its name is compared without case,
accents, "[Lords]" and the word Bill; the name of the Act that it became leads to it too.
Headings of question time, statements and petitions name bills without debating them and
are no stage of one. Nothing is stored: a bill is read off the sections that name it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple, cast

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, select

from ..errors import AmbiguousError, NotHeldError, UsageError
from ..model import BillRef
from ..store.permalinks import fold_title
from ..store.remembered import remembered
from ..store.rows import SectionCell, decode_section
from ..store.schema import sections, sittings
from .sessions import follows, session_on

NO_STAGE = (
    "question",
    "answering-body",
    "oral-questions",
    "topical",
    "urgent-question",
    "statement",
    "petition",
    "points-of-order",
)
_ID = re.compile(r"^(?P<slug>[a-z0-9-]*[a-z][a-z0-9-]*?)-(?P<session>\d{4}(?:-\d{2}|-\d{4})?)$")
_SESSION = re.compile(r"^(?P<name>.*?),?\s*\(?(?P<session>\d{4}[-–/](?:\d{4}|\d{2}))\)?$")
_YEAR = re.compile(r"^(?P<name>.+\bBill),?\s*\(?(?P<session>\d{4})\)?$", re.IGNORECASE)
_ACT = re.compile(r"^(?P<name>.+?)\s+Act(?:\s+(?P<year>\d{4}))?$", re.IGNORECASE)
_FEW = 3  # names of a bill, of which the sections are kept in mind
_CARRIED = "Carry-over"
_LONG_REST = 200  # days; in no session of which the dates are not known did a bill rest so long over a new year


class BillSection(NamedTuple):
    """A section under which the bill is debated."""

    id: str
    debate_id: str
    parent_id: str | None
    sitting_id: str
    ordinal: int
    title: str
    name: str
    stage: str | None
    permalink: str
    date: date
    house: str
    chamber: str
    volume: int | None
    session: str | None
    cell: SectionCell


class HeldBill(NamedTuple):
    """A bill, with the sections that debate it in the order of the record."""

    key: str
    session: str | None
    sections: tuple[BillSection, ...]

    @property
    def id(self) -> str:
        """Its id: a function of name and session, so the same in every archive."""
        return f"{self.key.replace(' ', '-')}-bill-{self.session or self.sections[0].date.year}"

    @property
    def name(self) -> str:
        """The name it bears last."""
        return self.sections[-1].name


@lru_cache(maxsize=16384)  # each question about a bill looks through the names of all
def bill_key(name: str) -> str:
    """A bill's name as it is compared.

    >>> bill_key("ENERGY BILL [LORDS]"), bill_key("UK Internal Market Bill"), bill_key("Finance (No. 2) Bill")
    ('energy', 'united kingdom internal market', 'finance no 2')
    """
    folded = fold_title(re.sub(r"[\[(]\s*(?:Lords|HL|Commons)\s*[\])]", "", name, flags=re.IGNORECASE))
    words = ["united kingdom" if word == "uk" else word for word in folded.split()]
    return " ".join(words[:-1] if words and words[-1] == "bill" else words)


def find_bill(connection: Connection, asked: str) -> HeldBill:
    """The one bill meant. UsageError for nothing, NotHeldError for none, AmbiguousError for several."""
    asked = " ".join(asked.split())
    if not bill_key(asked):
        raise UsageError("no bill was named", remedy='name one such as "Child Poverty Bill"')
    known = _keys(connection)
    names, session, year = _meant(asked)
    keys = [key for key in dict.fromkeys(names) if key in known] or _containing(known, names[0])
    found = [bill for key in keys for bill in _bills(connection, known[key])]
    kept = [bill for bill in found if _fits(bill, session, year)]
    kept = kept or [bill for bill in found if _fits(bill, session, year, carried=1)]
    if len(kept) == 1:
        return kept[0]
    if kept:
        raise AmbiguousError(
            f"{len(kept)} bills are called {asked}",
            tuple(f"{bill.id}  {bill.name}  {bill.sections[0].date}" for bill in kept),
            remedy=f"name one by id: {', '.join(bill.id for bill in kept[:12])}",
            under="/bills/",
        )
    raise NotHeldError(f"no debate on a bill called {asked} is held", remedy=_near(known, found, names[0]))


def bill_of_debate(connection: Connection, debate_id: str) -> HeldBill | None:
    """The bill that a debate is on; None where it is on none, or on several."""
    query = select(sections.c.bill).where(sections.c.debate_id == debate_id, sections.c.bill.is_not(None))
    keys = {bill_key(name) for (name,) in connection.execute(query)}
    known = _keys(connection) if len(keys) == 1 else {}
    bills = [bill for key in keys & known.keys() for bill in _bills(connection, known[key])]
    return next((b for b in bills if any(section.debate_id == debate_id for section in b.sections)), None)


def bill_named(connection: Connection, asked: str) -> BillRef:
    """The one bill meant, as it stands in a list. Errors as `find_bill`."""
    return _ref(find_bill(connection, asked))


def bills_held(connection: Connection, text: str = "") -> tuple[BillRef, ...]:
    """Every bill with a debate held whose name has every word of `text`, the newest first."""
    words = bill_key(text).split() if text.strip() else []
    known = _keys(connection)
    names = [name for key, own in known.items() if all(word in key.split() for word in words) for name in own]
    found = [_ref(bill) for bill in _bills(connection, names)]
    return tuple(sorted(found, key=lambda ref: (ref.last, ref.id), reverse=True))


def _ref(bill: HeldBill) -> BillRef:
    days = [section.date for section in bill.sections]
    houses = tuple(dict.fromkeys(section.house for section in bill.sections))
    debates = len({section.debate_id for section in bill.sections})
    return BillRef(bill.id, bill.name, bill.session, debates, min(days), max(days), houses)


def _keys(connection: Connection) -> dict[str, list[str]]:
    """Every bill's name that the record bears, as it is compared and as it stands."""
    told = remembered(connection, "names of bills")
    if "" not in told:
        told[""] = _keys_held(connection)
    return cast("dict[str, list[str]]", told[""])


def _keys_held(connection: Connection) -> dict[str, list[str]]:
    known: dict[str, list[str]] = defaultdict(list)
    named = select(sections.c.bill).where(sections.c.bill.is_not(None), sections.c.kind.not_in(NO_STAGE)).distinct()
    for (name,) in connection.execute(named):
        known[bill_key(name)].append(name)
    return dict(known)


def _meant(asked: str) -> tuple[list[str], str | None, int | None]:
    """The names that may be meant, with the session or the Act's year, if they are said."""
    if found := _ID.match(asked):
        return [bill_key(found["slug"].replace("-", " ")), bill_key(asked)], found["session"], None
    if found := _SESSION.match(asked) or _YEAR.match(asked):
        return [bill_key(found["name"])], found["session"].replace("–", "-").replace("/", "-"), None
    if found := _ACT.match(asked):
        return [bill_key(asked), bill_key(found["name"])], None, int(found["year"]) if found["year"] else None
    return [bill_key(asked)], None, None


def _containing(known: Iterable[str], key: str) -> list[str]:
    return sorted(name for name in known if set(key.split()) <= set(name.split()))


def _fits(bill: HeldBill, session: str | None, year: int | None, carried: int = 0) -> bool:
    """Whether a session or an Act's year is this bill's; `carried`: years by which the Act may be later."""
    if session:
        return session in (bill.session, str(bill.sections[0].date.year))
    if year is not None and bill.session:
        first, _, last = bill.session.partition("-")
        end = int(first[: -len(last)] + last if len(last) == 2 else last or first)
        return int(first) <= year <= end + carried
    return year is None or any(section.date.year in (year - 1, year) for section in bill.sections)


def _near(known: Iterable[str], found: Sequence[HeldBill], key: str) -> str:
    if found:
        return f"held are {', '.join(bill.id for bill in found[:12])}"
    words = {word for word in key.split() if len(word) > 3}
    sharing = [name for name in known if words & set(name.split())]
    near = [name for name, _, _ in process.extract(key, sharing, scorer=fuzz.ratio, limit=4)]
    return f"did you mean {' or '.join(near)}?" if near else "see `onrecord bill` for those that are held"


def _bills(connection: Connection, names: Sequence[str]) -> list[HeldBill]:
    """The bills of these names, parted by session and joined where they were carried over."""
    told, asked = remembered(connection, "bills by name"), tuple(names)
    if len(asked) > _FEW:
        return _bills_held(connection, asked)
    if asked not in told:
        told[asked] = _bills_held(connection, asked)
    return [*told[asked]]


def _bills_held(connection: Connection, names: Sequence[str]) -> list[HeldBill]:
    groups: dict[tuple[str, str | None], list[BillSection]] = defaultdict(list)
    for section in _sections(connection, names):
        groups[bill_key(section.name), section.session].append(section)
    bills: list[HeldBill] = []
    for key, session, held in _parted(groups):
        before = bills[-1] if bills and bills[-1].key == key else None
        if before and _carried(before, session, held):
            bills[-1] = HeldBill(key, before.session, (*before.sections, *held))
        else:
            bills.append(HeldBill(key, session, tuple(held)))
    return bills


def _parted(
    groups: Mapping[tuple[str, str | None], list[BillSection]],
) -> Iterator[tuple[str, str | None, list[BillSection]]]:
    """The groups; of days whose session nobody tells, parted where a bill rests for long over a new year."""
    for (key, session), held in groups.items():
        start = 0
        for place in range(1, len(held)):
            one, two = held[place - 1].date, held[place].date
            if session is None and (two - one).days > _LONG_REST and one.year != two.year:
                yield key, session, held[start:place]
                start = place
        yield key, session, held[start:]


def _sections(connection: Connection, names: Sequence[str]) -> list[BillSection]:
    s, t = sections.c, sittings.c
    query = (
        select(
            s.id, s.debate_id, s.parent_id, s.sitting_id, s.ordinal, s.title, s.bill, s.stage, s.permalink,
            t.date, t.house, t.chamber, t.volume, t.session, s.data,
        )
        .join(sittings, t.id == s.sitting_id)
        .where(s.bill.in_(names), s.kind.not_in(NO_STAGE))
    )  # fmt: skip
    found = [_section(*row) for row in connection.execute(query).all()]
    return sorted(found, key=lambda one: (bill_key(one.name), one.date, one.house, one.chamber, one.ordinal))


def _section(identity: str, debate_id: str | None, *facts: Any) -> BillSection:
    *known, data = facts
    told = BillSection._make((identity, debate_id or identity, *known, decode_section(data)))
    return told if told.session else told._replace(session=session_on(told.date))


def _carried(before: HeldBill, session: str | None, held: Sequence[BillSection]) -> bool:
    """Whether what stands in the next session goes on with the bill of the session before."""
    if not (before.session and session and follows(session, before.session)):
        return False
    moved = any(section.stage == _CARRIED for section in before.sections)
    anew = any(section.stage == "Second reading" for section in held)
    return moved and not anew
