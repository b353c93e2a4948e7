"""Divisions of the two services of votes: who voted how, found again at the division of the day."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadInputError
from onrecord.formats import commons_votes, lords_votes
from onrecord.formats.detect import read
from onrecord.reading import ReadDivision, ReadSitting, Section
from onrecord.store.assemble import Edition, assemble


def voter(number: int, name: str, **more: Any) -> dict[str, Any]:
    return {"MemberId": number, "Name": name, "ListAs": name, "ProxyName": None, **more}


COMMONS: dict[str, Any] = {
    "DivisionId": 9001,
    "Date": "2019-08-14T16:05:00",
    "Number": 7,
    "Title": "Fog Signals Bill: Second Reading",
    "AyeCount": 2,
    "NoCount": 1,
    "AyeTellers": [voter(4, "Reed, Una")],
    "NoTellers": [],
    "Ayes": [voter(1, "Quill, Odo"), voter(2, "Fenn, Ada", ProxyName="Ida Moss")],
    "Noes": [voter(3, "Moss, Ida")],
    "FriendlyTitle": "A vote on fog",
    "NoVoteRecorded": [voter(5, "Loch, Sid")],
}
LORDS: dict[str, Any] = {
    "divisionId": 9002,
    "date": "2019-08-14T00:00:00",
    "number": 1,
    "title": "Fog Signals Bill [HL]",
    "authoritativeContentCount": 1,
    "authoritativeNotContentCount": 0,
    "amendmentMotionNotes": "<p>Lord Wick moved amendment 1.</p>",
    "contents": [{"memberId": 6, "listAs": "Wick, L."}],
    "notContents": [],
    "contentTellers": [],
    "notContentTellers": [],
}


def data(answer: Any) -> bytes:
    return json.dumps(answer).encode()


def only(sitting: ReadSitting) -> ReadDivision:
    (item,) = sitting.items
    assert isinstance(item, ReadDivision)
    return item


def test_a_division_of_the_commons_has_its_voters_tellers_and_proxies() -> None:
    reading = read(data(COMMONS), "v")
    (sitting,) = reading.sittings
    division = only(sitting)
    assert (sitting.chamber, sitting.date, sitting.whole) == ("commons-chamber", date(2019, 8, 14), False)
    assert (division.number, division.counts, division.time) == ("7", {"aye": 2, "no": 1}, "16:05:00")
    told = [(v.key, v.side, v.teller, v.proxy) for v in division.votes]
    assert told == [
        ("mnis:1", "aye", False, None),
        ("mnis:2", "aye", False, "Ida Moss"),
        ("mnis:4", "aye", True, None),
        ("mnis:3", "no", False, None),
    ]
    assert reading.buckets == {"heading": 5, "division": 8, "service's own words": 4, "no vote recorded": 2}
    assert reading.warnings == ()


def test_a_division_of_the_lords_has_the_words_printed_with_it() -> None:
    (sitting,) = read(data([LORDS]), "v").sittings
    division = only(sitting)
    assert [p.text for p in division.paragraphs] == ["Lord Wick moved amendment 1."]
    assert (division.counts, division.time) == ({"content": 1, "not-content": 0}, None)


def test_a_list_that_names_nobody_gives_no_division() -> None:
    reading = read(data([COMMONS | {"Ayes": [], "Noes": []}]), "v")
    assert reading.sittings == ()
    assert reading.warnings == ("1 division not taken: the voters are not named",)


def test_how_one_member_voted_is_a_list_of_divisions() -> None:
    record = [{"MemberId": 1, "MemberVotedAye": True, "PublishedDivision": COMMONS | {"Ayes": [], "Noes": []}}]
    assert read(data(record), "v").warnings == ("1 division not taken: the voters are not named",)


def test_counts_that_disagree_with_the_names_are_told() -> None:
    assert read(data(COMMONS | {"AyeCount": 3}), "v").warnings == ("division 7: aye 3, but 2 voters are named",)


@pytest.mark.parametrize("changed", [{"Date": "soon"}, {"Number": "x"}, {"AyeCount": None}])
def test_what_is_not_whole_is_refused(changed: dict[str, Any]) -> None:
    with pytest.raises(BadInputError):
        read(data(COMMONS | changed), "v")


PLAIN = st.text(st.characters(exclude_characters="<>&", exclude_categories=["Cs", "Cc"]), max_size=8)
JSON = st.none() | st.booleans() | st.integers(-5, 10**12) | PLAIN | st.lists(st.integers(), max_size=2)


def printed(answer: dict[str, Any]) -> int:
    """The words of a division: its title, what the service says of it, and everybody's name."""
    names = ("Title", "FriendlyTitle", "FriendlyDescription", "title", "notes", "amendmentMotionNotes")
    texts = [answer.get(name) or "" for name in names]
    voters = [each for value in answer.values() if isinstance(value, list) for each in value]
    texts += [each.get("ListAs") or each.get("listAs") or "" for each in voters]
    return sum(len(re.sub(r"<[^>]*>", " ", text).split()) for text in texts)


def hold_to_its_words(answer: Any, whole: dict[str, Any]) -> None:
    """A division that is read has every word of its own, or says who is wanting; else it is refused with the place."""
    try:
        reading = read(data(answer), "v")
    except BadInputError as error:
        refusal = error
    else:
        if any("voters are not named" in warning for warning in reading.warnings):
            assert reading.sittings == ()
        else:
            assert reading.words == printed(whole)
            assert len(reading.sittings) == 1
        return
    assert refusal.where.startswith("v")
    assert refusal.remedy


@given(st.sampled_from(sorted(COMMONS)), st.sampled_from(sorted(LORDS)), JSON)
def test_whatever_stands_in_a_field_every_word_is_kept_or_the_file_refused(
    commons: str, lords: str, value: Any
) -> None:
    for whole in (COMMONS | {commons: value}, LORDS | {lords: value}):
        hold_to_its_words(whole, whole)


@given(JSON)
def test_a_list_in_which_anything_else_stands_is_refused(value: Any) -> None:
    for answer in ([COMMONS, value], [LORDS, value], [value]):
        with pytest.raises(BadInputError):
            read(data(answer), "v")


def day(*divisions: ReadDivision) -> ReadSitting:
    debate = Section("uk.org.publicwhip/debate/2019-08-14a.1.0", "Fog Signals Bill", kind="bill", debate=True)
    return ReadSitting("commons", "commons-chamber", date(2019, 8, 14), (debate,), divisions, edition="a")


def test_the_same_division_of_the_day_keeps_its_id_and_learns_the_other() -> None:
    printed = ReadDivision("uk.org.publicwhip/debate/2019-08-14a.1.9", 0, "7", {"aye": 2, "no": 1}, ())
    vote = read(data(COMMONS), "v").sittings[0]
    for order in permutations([Edition("1" * 64, day(printed)), Edition("2" * 64, vote)]):
        assembled = assemble(order)
        held = assembled.sitting
        assert held is not None
        division = only(held)
        assert division.source_id == printed.source_id
        assert assembled.known[printed.source_id] == (printed.source_id, "commons-votes:9001")
        assert len(division.votes) == 4
        assert len(held.sections) == 1
        assert assembled.disagreements == ()


def test_a_division_whose_one_count_differs_is_the_same_and_the_difference_is_told() -> None:
    printed = ReadDivision("uk.org.publicwhip/debate/2019-08-14a.1.9", 0, "7", {"aye": 200, "no": 1}, ())
    vote = read(data(COMMONS), "v").sittings[0]
    for order in permutations([Edition("1" * 64, day(printed)), Edition("2" * 64, vote)]):
        assembled = assemble(order)
        assert assembled.sitting is not None
        assert only(assembled.sitting).source_id == printed.source_id
        told = {(one.field, one.leading, one.differs) for one in assembled.disagreements}
        assert ("counts", "aye 200", "aye 2") in told


def test_a_division_with_other_counts_is_not_taken_for_the_same() -> None:
    printed = ReadDivision("uk.org.publicwhip/debate/2019-08-14a.1.9", 0, "7", {"aye": 200, "no": 90}, ())
    held = assemble([Edition("1" * 64, day(printed)), Edition("2" * 64, read(data(COMMONS), "v").sittings[0])]).sitting
    assert held is not None
    assert [item.source_id for item in held.items if isinstance(item, ReadDivision)] == [
        printed.source_id,
        "commons-votes:9001",
    ]


def test_several_divisions_of_a_day_in_several_files_are_all_held() -> None:
    files = [COMMONS, COMMONS | {"DivisionId": 9003, "Number": 8}, COMMONS | {"DivisionId": 9004, "Number": 9}]
    sittings = [read(data(each), "v").sittings[0] for each in [*files, [files[0], files[1]]]]
    for order in permutations([Edition(str(at) * 64, sitting) for at, sitting in enumerate(sittings)]):
        held = assemble(order).sitting
        assert held is not None
        assert sorted(item.source_id for item in held.items if isinstance(item, ReadDivision)) == [
            "commons-votes:9001",
            "commons-votes:9003",
            "commons-votes:9004",
        ]


def test_names_of_fields_are_those_of_the_services_own_descriptions(real_data: Path) -> None:
    for file, struct, person, schema, member in (
        ("commonsvotes-api", commons_votes.Division, commons_votes.Voter, "PublishedDivision", "RecordedMember"),
        ("lordsvotes-api", lords_votes.Division, lords_votes.Voter, "DivisionViewModel", "MemberViewModel"),
    ):
        document = json.loads((real_data / "openapi" / f"{file}.json").read_text())
        schemas = document.get("definitions") or document["components"]["schemas"]
        for each, name in ((struct, schema), (person, member)):
            described = {key for part in schemas for key in schemas[part].get("properties", {}) if part.endswith(name)}
            assert set(each.__struct_encode_fields__) <= described, name


def test_recorded_answers_give_each_voter_that_they_name(real_data: Path) -> None:
    file = real_data / "votes-api" / "commons-1873.json"
    told = json.loads(file.read_text())
    division = only(read(file.read_bytes(), file.name).sittings[0])
    sides = Counter((vote.side, vote.teller) for vote in division.votes)
    assert (sides["aye", False], sides["no", False]) == (len(told["Ayes"]), len(told["Noes"]))
    assert (sides["aye", True], sides["no", True]) == (len(told["AyeTellers"]), len(told["NoTellers"]))
    lords = json.loads((real_data / "votes-api" / "lords.json").read_text())
    sittings = read((real_data / "votes-api" / "lords.json").read_bytes(), "l").sittings
    named = {each["divisionId"]: len(each["contents"]) + len(each["notContents"]) for each in lords}
    held = {item.source_id: item for sitting in sittings for item in sitting.items if isinstance(item, ReadDivision)}
    assert {f"lords-votes:{each}" for each, voters in named.items() if voters} == set(held)
    for each, voters in named.items():
        if voters:
            assert sum(not vote.teller for vote in held[f"lords-votes:{each}"].votes) == voters
