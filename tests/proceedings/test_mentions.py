"""Persons named in speeches: found by the wording, told by the roll, and kept open where it does not tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.formats.detect import read
from onrecord.formats.parlparse_entities import parse
from onrecord.formats.parlparse_speech import key_of, words_of
from onrecord.model import LastKnown, Membership, Name, Office, Person
from onrecord.people.build import build
from onrecord.people.detect import read_people
from onrecord.people.directory import Directory
from onrecord.people.roll import MemoryRoll
from onrecord.proceedings.mentions import mentions_in, mentions_of
from onrecord.reading import Mark, Paragraph, ReadContribution, ReadSitting

DAY = date(2009, 10, 26)


def member(number: int, name: str, seat: str | None, *offices: Office, house: str = "commons") -> Person:
    spell = Membership(house, seat, None, date(2005, 5, 5), None, "a list", date(2009, 12, 31))
    ids = {"twfy": str(number)}
    return Person(f"twfy:{number}", f"p-{number}", ids, name, (Name(name, source="a list"),), (spell,), offices)


HOME = Office("Secretary of State for the Home Department", "Home Office", date(2009, 6, 5), None, date(2009, 12, 31))
PEOPLE = [
    member(1, "Ada Quill", "Fen and Moor", HOME),
    member(2, "Hal Rook", "St. Ives Bay"),
    member(3, "Mo Rook", "Wick"),
    member(4, "Lord Quill of Tarn", None, house="lords"),
    member(5, "Baroness Marsh", None, house="lords"),
    member(6, "Lord Ray of Fen", None, house="lords"),
    member(7, "Lord Ray of Moor", None, house="lords"),
]
DIRECTORY = Directory(PEOPLE, {"fen moor": "fen and moor"})


def said(text: str, kind: str = "text") -> ReadContribution:
    return ReadContribution("i", 0, Mark(name="Somebody"), (Paragraph(kind, text),))


def named(text: str, house: str = "commons", kind: str = "text") -> list[tuple[str, str | None]]:
    found = mentions_in(said(text, kind), DIRECTORY, house, DAY)
    return [(one.mention.text, one.mention.person_id) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I thank my hon. Friend the Member for Fen and Moor (Ada Quill).",
         [("the Member for Fen and Moor (Ada Quill)", "twfy:1")]),
        ("The right hon. and learned Member for Wick (Mr Rook) is right.",
         [("The right hon. and learned Member for Wick (Mr Rook)", "twfy:3")]),
        ("As the hon. Member for St. Ives Bay (Hal Rook) said,",
         [("the hon. Member for St. Ives Bay (Hal Rook)", "twfy:2")]),
        ("the hon. Member for Fen and Moor said so.", [("the hon. Member for Fen and Moor", "twfy:1")]),
        ("the hon. Member for Fen & Moor and others", [("the hon. Member for Fen & Moor", "twfy:1")]),
        ("the hon. Member for Fen Moor, who", [("the hon. Member for Fen Moor", "twfy:1")]),
        ("the hon. Members for Wick (Mo Rook), for Fen and Moor (Ada Quill) and for St. Ives Bay (Hal Rook)",
         [("the hon. Members for Wick (Mo Rook)", "twfy:3"), ("Fen and Moor (Ada Quill)", "twfy:1"),
          ("St. Ives Bay (Hal Rook)", "twfy:2")]),
        ("the former Member for Wick, whom we miss", []),
        ("the Member for Nowhere (Ned Nemo)", [("the Member for Nowhere (Ned Nemo)", None)]),
        ("I asked the Home Secretary.", [("the Home Secretary", "twfy:1")]),
        ("The Secretary of State for the Home Department, who",
         [("The Secretary of State for the Home Department", "twfy:1")]),
        ("the then Home Secretary and the shadow Home Secretary", []),
        ("the Prime Minister", []),
        ("the hon. Gentleman and my hon. Friend", []),
    ],
)  # fmt: skip
def test_forms_of_the_commons(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("my noble friend Lord Quill of Tarn asked", [("Lord Quill of Tarn", "twfy:4")]),
        ("the noble Lord, Lord Quill, asked", [("Lord Quill", "twfy:4")]),
        (
            "the noble Baroness, Lady Marsh, and the noble Lord, Lord Ray",
            [("Lady Marsh", "twfy:5"), ("Lord Ray", None)],
        ),
        ("my noble and learned friend Lord Ray of Moor", [("Lord Ray of Moor", "twfy:7")]),
        ("the noble Lord opposite", []),
        ("the noble Baroness, Lady Quill of Tarn", [("Lady Quill of Tarn", None)]),
    ],
)
def test_forms_of_the_lords(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert named(text, "lords") == expected


def test_an_office_in_words_quoted_from_another_day_is_passed_over() -> None:
    assert named("I asked the Home Secretary.", kind="quotation") == []


def test_where_lists_end_a_seat_is_whoever_was_named_with_it_in_the_sitting() -> None:
    later = date(2016, 5, 9)
    late = Person(
        "twfy:9", "p-9", {"twfy": "9"}, "Zoe Lark", (Name("Zoe Lark", source="a list"),),
        undated={"constituency": LastKnown("Larkshire", "2022")},
    )  # fmt: skip
    items = [said("The Member for Larkshire said so."), said("The Member for Larkshire (Zoe Lark) did.")]
    alone = mentions_of(items[:1], Directory([late]), "commons", later)
    both = mentions_of(items, Directory([late]), "commons", later)
    assert [one.mention.person_id for one in alone[0]] == [None]
    assert [one.mention.person_id for one in (*both[0], *both[1])] == ["twfy:9", "twfy:9"]


PIECES = (
    "the hon. Member for |Members for |Wick|(Mo Rook)|, for |noble Lord, |Lord |Ray |of |the Home Secretary|(|)|St. | "
    "|’|Secretary of State for "
)
WORDS = st.sampled_from(PIECES.split("|"))


@given(st.lists(st.one_of(WORDS, st.text(max_size=8)), max_size=30).map("".join))
def test_whatever_is_said_the_characters_are_those_of_the_mention(text: str) -> None:
    found = list(mentions_in(said(text), DIRECTORY, "lords", DAY))
    for one in found:
        assert text[one.mention.start : one.mention.end] == one.mention.text
        assert (one.mention.person_id is None) != (one.mention.unresolved is None)


# --- against parlparse's own marks ------------------------------------------------------


def marked(folder: Path) -> Iterator[tuple[str, str, str]]:
    """(contribution, words, key) of every phrase that parlparse marks as a member, from the raw XML."""
    for path in sorted((folder / "twfy").rglob("*.xml")):
        root, _ = parse(path.read_bytes(), str(path))
        for speech in root.iter("speech", "ques", "reply") if root.get("latest") != "no" else ():
            for phrase in speech.iter("phrase"):
                key = key_of(phrase.get("person_id") or phrase.get("id"))
                if phrase.get("class") == "honfriend" and key:
                    yield speech.get("id", ""), words_of(phrase), key


def test_members_are_told_as_parlparse_tells_them(real_data: Path) -> None:
    lists = [read_people(p.read_bytes(), str(p)) for p in sorted((real_data / "people").rglob("*")) if p.is_file()]
    built = build(lists)
    roll = MemoryRoll(built.persons, built.keys, built.seats)
    found: dict[str, list[Any]] = {}
    for path in sorted((real_data / "twfy").rglob("*.xml")):
        for sitting in read(path.read_bytes(), str(path)).sittings:
            if not sitting.residue:
                found |= _by_id(sitting, roll)
    right = wrong = missed = 0
    for contribution, words, key in marked(real_data):
        person = roll.person(key)
        told = [m for m in found.get(contribution, ()) if words.endswith(m.text) or m.text.endswith(words)]
        if not told or told[0].person_id is None:
            missed += 1
        elif person is not None and told[0].person_id == person.person_id:
            right += 1
        else:
            wrong += 1
    # 628 are marked; one of them has no id (it runs over two members), and is left out.
    assert right + wrong + missed == 627
    assert (wrong, missed) == (0, 0)


def _by_id(sitting: ReadSitting, roll: MemoryRoll) -> dict[str, list[Any]]:
    items = [item for item in sitting.items if isinstance(item, ReadContribution)]
    told = mentions_of(items, roll.directory(), sitting.house, sitting.date)
    return {item.source_id: [one.mention for one in told.get(n, ())] for n, item in enumerate(items)}


def told(text: str, house: str, *people: Person) -> list[tuple[str, str | None]]:
    item = ReadContribution("c", 0, Mark(), (Paragraph("text", text),))
    found = mentions_in(item, Directory([*PEOPLE, *people]), house, DAY)
    return [(one.mention.text, one.mention.person_id) for one in found]


def test_the_chancellor_is_the_exchequers_in_the_commons_and_nobody_elsewhere() -> None:
    post = Office("Chancellor of the Exchequer", "HM Treasury", date(2007, 6, 28), None, date(2009, 12, 31))
    tarn = member(20, "Gil Tarn", "Tarn", post)
    assert told("It is for the Chancellor to say.", "commons", tarn) == [("the Chancellor", "twfy:20")]
    for words in ("the Chancellor of Ruritania", "the Chancellor, Ilse Moor,", "the shadow Chancellor", "a Chancellor"):
        assert told(f"I met {words} today.", "commons", tarn) == []
    assert told("It is for the Chancellor to say.", "lords", tarn) == []


def test_the_leader_of_the_opposition_is_told_in_the_commons_and_open_in_the_lords_where_two_may_be_meant() -> None:
    def leader(number: int, title: str, house: str) -> Person:
        post = Office(title, None, date(2005, 12, 6), None, date(2009, 12, 31), "a list", "opposition")
        return member(number, f"Leader {number}", "Tarn" if house == "commons" else None, post, house=house)

    theirs = leader(21, "Leader of Her Majesty's Official Opposition", "commons")
    lords = leader(22, "Leader of the Opposition In the House of Lords, Parliament", "lords")
    other = leader(23, "Parliamentary Private Secretary To the Leader of the Opposition", "commons")
    words = "The Leader of the Opposition is here."
    assert told(words, "commons", theirs, lords, other) == [("The Leader of the Opposition", "twfy:21")]
    assert told(words, "lords", theirs, lords, other) == [("The Leader of the Opposition", None)]


def test_bishops_are_told_by_their_sees() -> None:
    def bishop(number: int, see: str) -> Person:
        return member(number, f"Bishop of {see}", None, house="lords")

    sees = bishop(31, "Wick"), bishop(32, "Fen and Tarn")
    text = (
        "I thank the right reverend Prelates the Lord Bishop of Fen and Tarn and the Bishop of Wick and the noble Lord."
    )
    assert told(text, "lords", *sees) == [("Lord Bishop of Fen and Tarn", "twfy:32"), ("Bishop of Wick", "twfy:31")]
    assert told("The then Bishop of Wick, and the Bishop of Moor.", "lords", *sees) == []
