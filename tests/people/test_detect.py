"""A file's kind is told from its content, and what cannot be read whole is refused in one line."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadInputError
from onrecord.people.build import build
from onrecord.people.detect import read_people

FORMATS = {
    "people.xml": "parlparse-people",
    "people.2015-03-31.xml": "parlparse-people",
    "all-members.xml": "parlparse-members",
    "peers.2009-11-30.xml": "parlparse-lords",
    "peers.2015-03-31.xml": "parlparse-lords",
    "ministers.xml": "parlparse-ministers",
    "ministers-2010.2020-10-21.json": "popolo-posts",
    "official-profiles.xml": "official-profiles",
    "persons.csv": "persons-csv",
    "members-2022.csv": "members-csv",
    "member-aliases.xml": "parlparse-aliases",
    "lordnametoofname.xml": "parlparse-lord-titles",
    "constituencies.xml": "parlparse-constituencies",
}


@pytest.mark.parametrize("name", FORMATS)
def test_the_format_is_found_whatever_the_file_is_called(lists: dict[str, bytes], name: str) -> None:
    assert read_people(lists[name], "/some/folder/x.dat").format == FORMATS[name]


@pytest.mark.parametrize(
    ("name", "attribute"),
    [
        ("people.xml", b'<person id="'), ("all-members.xml", b'id="uk.org.publicwhip/member/'),
        ("peers.2009-11-30.xml", b'id="uk.org.publicwhip/lord/'),
        ("lordnametoofname.xml", b'id="uk.org.publicwhip/lord/'), ("ministers-2010.2020-10-21.json", b'"person_id": "'),
    ],
)  # fmt: skip
def test_a_row_whose_id_is_damaged_is_passed_over_with_a_warning(
    lists: dict[str, bytes], name: str, attribute: bytes
) -> None:
    whole = read_people(lists[name], name)
    damaged = read_people(lists[name].replace(attribute, attribute + b"\xc2\xa7", 1), name)
    assert len(damaged.facts) < len(whole.facts)
    assert not any("passed over" in warning for warning in whole.warnings)
    assert [warning for warning in damaged.warnings if "passed over" in warning]


def test_every_list_of_the_invented_roll_is_tested(lists: dict[str, bytes]) -> None:
    assert FORMATS.keys() == lists.keys()


def test_a_list_remembers_its_file_and_not_its_folder(lists: dict[str, bytes]) -> None:
    reading = read_people(lists["people.xml"], "/private/folder/people.xml")
    assert {fact.source for fact in reading.facts} == {"parlparse-people people.xml"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_list_that_breaks_off_is_refused_or_read_to_its_last_whole_row(lists: dict[str, bytes], name: str) -> None:
    whole = lists[name]
    cut = whole[: len(whole) * 2 // 3]
    if name.endswith(".csv"):
        cut = whole[: whole.rindex(b",")]
    with pytest.raises(BadInputError) as refused:
        read_people(cut, name)
    assert name in refused.value.where
    assert refused.value.remedy
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"Dear Sir, I have lost my list.", "not a list of people"),
        (b"<html><body>404</body></html>", "not a list of people"),
        (b"<publicwhip></publicwhip>", "not a list of people"),
        (b'<publicwhip><speech id="x"/><member/></publicwhip>', "not a list of people"),
        (b'{"Overview": {}, "Items": []}', "not a list of people"),
        (b'{"memberships": [{"person_id": 3}]}', "not as its format has it"),
        (b"[1, 2]", "not a list of people"),
        (b"{'single': 1}", "not JSON"),
        (b"<publicwhip><person></publicwhip>", "well-formed|breaks off"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "not text|not a list"),
        (b"[" * 100_000, "not JSON|not as its format|breaks off"),
        (b'<publicwhip><lord id="uk.org.publicwhip/lord/1" fromdate="2009-02-31"/></publicwhip>', "not as its format"),
        (b"member_id,member_name,pcon_name,party_name\nabc,A,B,C\n", "not as its format"),
        (b"person_id,redirect_id,first_name,family_name,party,constituency\na,b\n", "as many cells"),
    ],
)
def test_bad_input_is_refused_with_its_reason(data: bytes, what: str) -> None:
    with pytest.raises(BadInputError, match=what) as refused:
        read_people(data, "bad.dat")
    assert "bad.dat" in refused.value.where


@given(draw=st.data())
def test_damaged_bytes_are_read_or_refused_and_never_raise_anything_else(
    draw: st.DataObject, lists: dict[str, bytes]
) -> None:
    whole = lists[draw.draw(st.sampled_from(sorted(FORMATS)))]
    start = draw.draw(st.integers(0, len(whole)))
    stop = draw.draw(st.integers(start, min(len(whole), start + 40)))
    damaged = whole[:start] + draw.draw(st.binary(max_size=8)) + whole[stop:]
    remedy, names = "", [""]
    try:
        names = [person.name for person in build([read_people(damaged, "list")]).persons]
    except BadInputError as refused:
        remedy = refused.remedy
    assert remedy or all(names), "a refusal says what to do, and whoever is read has a name"


def test_a_table_without_a_last_line_break_is_taken_with_a_warning(lists: dict[str, bytes]) -> None:
    assert "cut off" in read_people(lists["members-2022.csv"].rstrip(), "members-2022.csv").warnings[0]


def test_a_refusal_names_the_line() -> None:
    with pytest.raises(BadInputError) as refused:
        read_people(b"<publicwhip>\n<person id='1'>\n</publicwhip>", "people.xml")
    assert refused.value.where == "people.xml, line 3"


def test_nothing_outside_the_file_is_read(tmp_path: pytest.TempPathFactory) -> None:
    secret = f"{tmp_path}/secret.txt"
    person = '<person id="uk.org.publicwhip/person/1" latestname="A"/>'
    data = f'<!DOCTYPE p [<!ENTITY x SYSTEM "file://{secret}">]><publicwhip>{person}&x;</publicwhip>'
    try:
        reading = read_people(data.encode(), "people.xml")
    except BadInputError:
        return
    assert [fact for fact in reading.facts if "secret" in repr(fact)] == []


@pytest.mark.parametrize(
    "answer",
    [
        {"value": []},
        {"value": {"representations": [], "governmentPosts": [], "houseMemberships": []}, "links": []},
        {
            "comment": "Response for somebody [12]",
            "value": [{"type": "Website", "line1": "http://example.org"}],
            "links": [],
        },
        {"items": [{"value": {"total": 25, "party": {"id": 3, "name": "Bishops"}}, "links": []}], "totalResults": 1},
    ],
)
def test_an_answer_about_nobody_is_taken_with_a_warning(answer: dict[str, object]) -> None:
    reading = read_people(json.dumps(answer).encode(), "answer.json")
    assert reading.facts == ()
    assert "nothing to take" in reading.warnings[0]
