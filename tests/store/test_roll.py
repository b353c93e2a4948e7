"""The directory of a stored roll is that of everybody on it, though not every cell is understood."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from onrecord.model import Membership, Name, Office, Person
from onrecord.people.build import BuiltRoll
from onrecord.people.directory import Standing
from onrecord.store.database import open_engine
from onrecord.store.roll import StoredRoll, replace_roll

DAY = date(2009, 10, 26)
SEAT = Membership("commons", "Blue", "Fen", date(2005, 5, 6), date(2010, 4, 12), source="a list")
POST = Office("Home Secretary", "Home Office", date(2009, 1, 1), date(2010, 4, 12), source="a list", kind="government")


def person(number: int, name: str, **told: object) -> Person:
    ids = {"twfy": str(number), **({"mnis": str(number)} if told.pop("mnis", None) else {})}
    return Person(f"twfy:{number}", f"p-{number}", ids, name, (Name(name, source="a list"),), **told)  # type: ignore[arg-type]  # any field


def test_those_of_whom_lists_tell_more_than_a_name_are_in_the_directory(tmp_path: Path) -> None:
    people = (
        person(1, "Ada Quill", memberships=(SEAT,)),
        person(2, "Bo Lark", offices=(POST,)),
        person(3, "Cy Marl", mnis=True),
        person(4, "Di Wick"),
    )
    engine = open_engine(tmp_path, create=True, read_only=False)
    with engine.connect() as connection, connection.begin():
        replace_roll(connection, BuiltRoll(people, {one.person_id: one.person_id for one in people}, (), {}))
        called = {one.name: StoredRoll(connection).directory().called(one.name, "commons", DAY) for one in people}
    engine.dispose()
    assert {name: standing for name, (_, standing) in called.items()} == {
        "Ada Quill": Standing.SAT,
        "Bo Lark": Standing.POSTED,
        "Cy Marl": Standing.PERHAPS,
        "Di Wick": Standing.NEVER,
    }
