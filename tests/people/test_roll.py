"""A roll gives a person for any of their keys."""

from __future__ import annotations

import pytest

from onrecord.model import Person
from onrecord.people.keys import best_key, canonical, person_id_of
from onrecord.people.roll import MemoryRoll, key_of


def test_a_person_is_found_by_key_and_by_id_and_a_stranger_is_not() -> None:
    ada = Person("twfy:77", "ada-loom-77", {"twfy": "77", "mnis": "5"}, "Ada Loom")
    roll = MemoryRoll([ada], {"person/77": "twfy:77", "mnis:5": "twfy:77", "member/9": "twfy:77"})
    assert all(roll.person(key) is ada for key in ("twfy:77", "person/77", "mnis:5", "member/9"))
    assert roll.person("mnis:6") is None


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("twfy:25376", "person/25376"),
        ("person/25376", "person/25376"),
        ("uk.org.publicwhip/person/25376", "person/25376"),
        ("uk.org.publicwhip/member/1677", "member/1677"),
        ("mnis:4366", "mnis:4366"),
        (" MNIS:4366 ", "mnis:4366"),
        ("lord:100001", "lord/100001"),
        ("Ada Loom", "Ada Loom"),
        ("ada-loom-77", "ada-loom-77"),
    ],
)
def test_what_somebody_types_is_read_as_a_key_where_it_is_one(typed: str, key: str) -> None:
    assert key_of(typed) == key


def test_unknown_is_no_key() -> None:
    assert canonical("unknown") is None
    assert canonical("uk.org.publicwhip/royal/-1") == "royal/-1"


def test_an_id_is_made_from_the_best_key() -> None:
    assert person_id_of(best_key({"member/2", "mnis:5", "person/77"})) == "twfy:77"
    assert person_id_of(best_key({"member/2", "mnis:5"})) == "mnis:5"
    assert person_id_of(best_key({"lord/100", "member/2"})) == "member:2"
