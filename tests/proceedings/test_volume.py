"""Persons of print: one for each name of a volume, whatever office is printed beside it; open where in doubt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from onrecord.formats.detect import read
from onrecord.proceedings.volume import with_persons_of_print
from onrecord.reading import Mark, Paragraph, ReadContribution, Reading, ReadSitting, Section

PEER = "printed/lords-5-4-"


def volume(*lines: str, house: str = "lords", debates: Sequence[int] = (), publication: str = "historic") -> Reading:
    """A sitting of 1909 in which these name lines stand; `debates` says in which debate each does."""
    places = debates or [0] * len(lines)
    sections = tuple(Section(f"s{n}", f"Debate {n}", "business", debate=True) for n in range(max(places) + 1))
    items = tuple(
        ReadContribution(f"i{n}", place, Mark(name=line), (Paragraph("text", "It is so."),), attribution=line)
        for n, (line, place) in enumerate(zip(lines, places, strict=True))
    )
    day = date(1909, 11, 2) if house == "lords" else date(1985, 12, 16)
    sitting = ReadSitting(house, f"{house}-chamber", day, sections, items, volume=4, publication=publication)
    return Reading("historic", (sitting,), 0, {})


def keys(reading: Reading) -> list[str | None]:
    told = with_persons_of_print(reading).sittings[0].items
    return [item.mark.key for item in told if isinstance(item, ReadContribution)]


def test_a_peer_is_one_person_whatever_office_is_printed() -> None:
    lines = [
        "THE EARL OF FEN",
        "EARL OF FEN (Lord Privy Seal)",
        "THE LORD PRIVY SEAL (THE EARL OF FEN):",
        "*THE EARL of FEN",
    ]
    assert keys(volume(*lines)) == [f"{PEER}earloffen"] * 4


def test_a_peer_without_his_place_is_the_one_with_it_unless_two_have_the_name() -> None:
    assert keys(volume("LORD QUILL OF WICK", "LORD QUILL")) == [f"{PEER}lordquillofwick"] * 2
    assert keys(volume("LORD QUILL OF WICK", "LORD QUILL OF MOOR", "LORD QUILL"))[2] is None


def test_peers_of_two_ranks_are_two_persons() -> None:
    assert keys(volume("EARL QUILL", "LORD QUILL")) == [f"{PEER}earlquill", f"{PEER}lordquill"]


@pytest.mark.parametrize(
    "misread", ["THE. EARL OF FENWICK", "TIIE EARL OF FENWICK", "THE EARL 0F FENWICK", "ARL OF FENWICK",
                "THE EAEL OF FENWICK",
                "THE EARLOFFENWICK", "THE EARL OF FEN-WICK", "THE EARL OF FENWICK rose"]
)  # fmt: skip
def test_faults_of_scanning_that_can_be_nothing_else_are_set_right(misread: str) -> None:
    assert keys(volume("THE EARL OF FENWICK", misread)) == [f"{PEER}earloffenwick"] * 2


def test_a_rare_name_one_letter_from_a_common_one_stays_open() -> None:
    told = keys(volume(*["LORD ASHTOWN"] * 6, "LORD ASHTON"))
    assert told == [f"{PEER}lordashtown"] * 6 + [None]
    assert keys(volume(*["LORD ASHTOWN"] * 6, *["LORD ASHTON"] * 4))[-1] == f"{PEER}lordashton"


def test_a_bare_office_is_whoever_alone_is_printed_under_it() -> None:
    assert keys(volume("THE LORD CHANCELLOR (LORD QUILL)", "THE LORD CHANCELLOR"))[1] == f"{PEER}lordquill"
    two = volume(
        "THE LORD CHANCELLOR (LORD QUILL)", "THE LORD CHANCELLOR (LORD ROOK)", "THE LORD CHANCELLOR", debates=[0, 1, 2]
    )
    assert keys(two)[2] is None


def test_a_member_in_full_gives_the_surname_that_follows() -> None:
    told = keys(volume("Mr. Hal Rook (Wick)", "Mr. Rook", "Mr. Marsh", house="commons"))
    assert told == ["printed/commons-6-4-halrook"] * 2 + ["printed/commons-6-4-marsh"]


def test_a_surname_that_two_bear_is_told_by_the_debate_alone() -> None:
    lines = ["Mr. Hal Rook (Wick)", "Mr. Ned Rook (Moor)", "Mr. Rook", "Mr. Rook"]
    told = keys(volume(*lines, house="commons", debates=[0, 1, 1, 2]))
    assert told[2:] == ["printed/commons-6-4-nedrook", None]


def test_where_two_of_a_surname_speak_in_one_debate_the_short_form_tells_nobody() -> None:
    assert keys(volume("Mr. Hal Rook (Wick)", "Mr. Ned Rook (Moor)", "Mr. Rook", house="commons"))[2] is None


def test_a_forename_printed_without_a_seat_says_that_the_surname_is_shared() -> None:
    assert keys(volume("Mr. Hal Rook", "Mr. Rook", house="commons", debates=[0, 1]))[1] is None


@pytest.mark.parametrize("line", ["The noble Earl", "A MINISTERIAL PEER", "Mr. Marsh", "The noble Lord said"])
def test_what_is_no_peers_name_is_no_person_in_the_lords(line: str) -> None:
    assert keys(volume(line)) == [None]


def test_only_the_historic_archive_is_read_so() -> None:
    reading = volume("LORD QUILL", publication="daily")
    assert with_persons_of_print(reading) is reading


def test_most_names_of_the_volumes_are_told(real_data) -> None:
    # The lines left open were read one by one: "The noble Earl", misreadings, and the Chair.
    for path in sorted((real_data / "historic").glob("*.xml")):
        reading = with_persons_of_print(read(path.read_bytes(), str(path)))
        named = [
            item.mark
            for sitting in reading.sittings
            for item in sitting.items
            if isinstance(item, ReadContribution) and (item.mark.name or item.mark.office) and not item.mark.collective
        ]
        assert sum(mark.key is not None for mark in named) > 0.93 * len(named) > 0
