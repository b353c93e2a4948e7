"""CSV lists of people that say nothing about when: TheyWorkForYou's persons, and MPs with official ids.

`person_id,redirect_id,first_name,family_name,party,constituency` lists every person with the
party and seat of those who sat when it was made, and redirects of merged persons; its names
are those a person first bore. `member_id,member_name,pcon_id,pcon_name,party_short_name,party_name`
lists sitting MPs by their Members API ids. What they say of party and seat is "last known".
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from ...errors import BadInputError
from ..days import list_day
from ..facts import Fact, Named, PeopleReading, Redirect, Undated
from ..keys import canonical
from ..names import plain, tidy
from ..parties import party_name
from .parlparse_members import seat_name

PERSONS, OFFICIAL = "persons-csv", "members-csv"
_PERSONS_COLUMNS = {"person_id", "redirect_id", "first_name", "family_name", "party", "constituency"}
_OFFICIAL_COLUMNS = {"member_id", "member_name", "pcon_name", "party_name"}
_MADE_IN = "2022"  # the one such list that is known was made in mid-2022 and does not say so
Row = dict[str, str]


def read_people_csv(text: str, name: str) -> PeopleReading | None:
    """The facts of a CSV list, None where its columns are not those of one that is known."""
    table = csv.DictReader(io.StringIO(text))
    columns = set(table.fieldnames or ())
    if columns >= _PERSONS_COLUMNS:
        as_of = list_day(name) or _MADE_IN
        facts = [f for row in _whole(table, name) for f in _person(row, f"{PERSONS} {name}", as_of)]
        return PeopleReading(PERSONS, tuple(facts), as_of, _warnings(text))
    if columns >= _OFFICIAL_COLUMNS:
        as_of = list_day(name)
        facts = [f for row in _whole(table, name) for f in _official(row, f"{OFFICIAL} {name}", as_of)]
        return PeopleReading(OFFICIAL, tuple(facts), as_of or None, _warnings(text))
    return None


def _whole(table: csv.DictReader[str], name: str) -> Iterable[Row]:
    for row in table:
        if None in row or None in row.values():
            raise BadInputError(
                "a row has not as many cells as the heading",
                where=f"{name}, line {table.line_num}",
                remedy="fetch the file again, whole",
            )
        yield row


def _warnings(text: str) -> tuple[str, ...]:
    return () if text.endswith("\n") else ("does not end in a line break: the last row may be cut off",)


def _person(row: Row, source: str, as_of: str) -> list[Fact]:
    key, target = canonical(row["person_id"]), canonical(row["redirect_id"])
    if key is None:
        return []
    if target:
        return [Redirect(key, target, source, as_of)]
    family = tidy(row["family_name"])  # empty for peers, of whom the list has only forenames: no name to show
    name = plain(tidy(f"{row['first_name']} {family}")) if family else ""
    facts: list[Fact] = [Named(key, name, source, as_of, weight="list")] if name else []
    return facts + _known(key, row["party"], row["constituency"], source, as_of)


def _official(row: Row, source: str, as_of: str) -> list[Fact]:
    key = f"mnis:{int(row['member_id'])}"
    name = Named(key, plain(tidy(row["member_name"])), source, as_of, weight="latest")
    return [name, *_known(key, row["party_name"], row["pcon_name"], source, as_of)]


def _known(key: str, party: str, seat: str, source: str, as_of: str) -> list[Fact]:
    found = {"party": party_name(party), "constituency": seat_name(seat)}
    return [Undated(key, about, value, source, as_of) for about, value in found.items() if value]
