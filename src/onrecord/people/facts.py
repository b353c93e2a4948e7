"""What a list says, one fact at a time, before lists are put together.

Every list of people speaks of somebody by a key (`person/10001`, `member/1`, `mnis:172`)
and is true up to a day. A reader only repeats what its list says; which keys are one human
being, which of two lists knows better and what held on a day is decided in `build`, so
that no order of loading can matter. `as_of` is "2009-12-08", a year where no more is known,
or "" where the list tells no day at all. Days are inclusive at both ends.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Same(Struct, frozen=True):
    """Two keys are one human being: `key` (`member/1`, `mnis:172`) belongs to `to` (`person/10001`)."""

    key: str
    to: str
    source: str
    as_of: str = ""


class Redirect(Struct, frozen=True):
    """The list itself says that the person `old` is now the person `new`."""

    old: str
    new: str
    source: str
    as_of: str = ""


class Named(Struct, frozen=True):
    """A name. `weight`: `dated` (borne from `start`), `latest` (the newest on the day of the list),
    `list` (of an unknown time), `exact` (corrects the same list's dated name), `alias` (only for finding)."""

    key: str
    name: str
    source: str
    as_of: str = ""
    start: date | None = None
    end: date | None = None
    weight: str = "dated"


class Sat(Struct, frozen=True):
    """A spell in a House. `spell` is the list's own id of it (`member/1`), if it has one."""

    key: str
    house: str
    constituency: str | None
    party: str | None
    start: date | None
    end: date | None
    source: str
    as_of: str = ""
    why_ended: str | None = None
    spell: str | None = None


class Held(Struct, frozen=True):
    """A spell in a post. `department` as printed; `kind`: government, opposition, parliamentary, committee, pps."""

    key: str
    title: str
    department: str | None
    start: date | None
    end: date | None
    kind: str
    source: str
    as_of: str = ""


class Undated(Struct, frozen=True):
    """A party or constituency (`about`) that was so when the list was made, and nobody says since when."""

    key: str
    about: str
    value: str
    source: str
    as_of: str = ""


class Alias(Struct, frozen=True):
    """Whoever is called `name` is also found as `also`; the list names nobody by id."""

    name: str
    also: str
    source: str


class Seat(Struct, frozen=True):
    """A constituency's name and the other spellings of it."""

    name: str
    also: tuple[str, ...]
    source: str


class Identified(Struct, frozen=True):
    """The id of a person in another service: `scheme` wikidata, pims, …"""

    key: str
    scheme: str
    value: str
    source: str
    as_of: str = ""


Fact = Same | Redirect | Named | Sat | Held | Undated | Alias | Seat | Identified


class PeopleReading(Struct, frozen=True):
    """One list, read: its format, its facts in the order of the file, its day, and what was odd about it."""

    format: str
    facts: tuple[Fact, ...]
    as_of: str | None = None
    warnings: tuple[str, ...] = ()
