"""Popolo, Members API and CSV lists, each read from a small invented one."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, TypeVar

import pytest

from onrecord.errors import BadInputError
from onrecord.people.detect import read_people
from onrecord.people.facts import Fact, Held, Identified, Named, PeopleReading, Redirect, Same, Sat, Undated

F = TypeVar("F", bound=Fact)


def of_kind(reading: PeopleReading, kind: type[F]) -> list[F]:
    """The facts of one kind."""
    return [fact for fact in reading.facts if isinstance(fact, kind)]


def read(content: Any, name: str = "answer.json") -> PeopleReading:
    """A list given as plain data."""
    return read_people(json.dumps(content).encode(), name)


def test_posts_of_the_data_service_say_their_kind_and_link_the_official_id(lists: dict[str, bytes]) -> None:
    reading = read_people(lists["ministers-2010.2020-10-21.json"], "ministers-2010.2020-10-21.json")
    assert reading.as_of == "2020-10-21"
    assert {(h.title, h.kind) for h in of_kind(reading, Held)} == {
        ("Secretary of State for the Home Department", "government"),
        ("Assistant Whip (HM Treasury)", "government"),
        ("Lords Spokesperson (Department of Health)", "government"),
        ("Shadow Minister (Health)", "opposition"),
    }
    assert {(t.key, t.to) for t in of_kind(reading, Same)} == {
        ("mnis:7001", "person/90001"),
        ("mnis:7002", "person/90002"),
    }


def test_older_posts_take_their_kind_from_role_and_organisation() -> None:
    bodies = {"ho": "Home Office", "hc": "Health Committee", "health": "Health", "whips": "Whips"}
    roles = {"ho": "Minister of State (Policing)", "hc": None, "health": "Shadow Minister", "whips": "Chief Whip"}
    content = {
        "memberships": [
            {
                "id": f"uk.org.publicwhip/moffice/{n}",
                "person_id": "uk.org.publicwhip/person/1",
                "organization_id": body,
                "start_date": "2001-06-11",
                "end_date": "2003-06-13",
            }
            | ({"role": roles[body]} if roles[body] else {})
            for n, body in enumerate(bodies)
        ],
        "organizations": [{"id": i, "name": n} for i, n in bodies.items()],
    }
    posts = {h.title: h.kind for h in of_kind(read(content, "ministers.json"), Held)}
    assert posts == {
        "Minister of State (Policing), Home Office": "government",
        "Member, Health Committee": "committee",
        "Shadow Minister, Health": "opposition",
        "Chief Whip, Whips": "opposition",
    }


POPOLO = {
    "persons": [
        {
            "id": "uk.org.publicwhip/person/90001",
            "names": [
                {"note": "Main", "given_name": "Orla", "family_name": "Quillfeather", "end_date": "2010-06-30"},
                {
                    "note": "Main",
                    "honorific_prefix": "Baroness",
                    "lordname": "Quillfeather",
                    "lordofname": "Saltmarsh",
                    "start_date": "2010-07-01",
                },
                {"note": "Alternate", "name": "Orla Quill"},
            ],
            "identifiers": [
                {"scheme": "datadotparl_id", "identifier": "7001"},
                {"scheme": "wikidata", "identifier": "Q1"},
                {"scheme": "pims_id", "identifier": "33"},
            ],
        },
        {"id": "uk.org.publicwhip/person/90098", "redirect": "uk.org.publicwhip/person/90001"},
    ],
    "memberships": [
        {
            "id": "uk.org.publicwhip/member/501",
            "person_id": "uk.org.publicwhip/person/90001",
            "post_id": "uk.org.publicwhip/cons/1",
            "on_behalf_of_id": "labour/co-operative",
            "start_date": "2005-05-05",
            "end_date": "2010-04-12",
            "end_reason": "general_election_standing",
        },
        {
            "id": "uk.org.publicwhip/lord/100902",
            "person_id": "uk.org.publicwhip/person/90001",
            "organization_id": "house-of-lords",
            "role": "Peer",
            "label": "Peer",
            "on_behalf_of_id": "crossbench",
            "start_date": "2010",
            "identifiers": [{"scheme": "peeragetype", "identifier": "L"}],
        },
        {
            "id": "uk.org.publicwhip/member/80001",
            "person_id": "uk.org.publicwhip/person/90001",
            "post_id": "scotland",
            "start_date": "1999-05-06",
            "end_date": "2003-03-31",
        },
        {"id": "uk.org.publicwhip/member/499", "redirect": "uk.org.publicwhip/member/501"},
    ],
    "posts": [
        {
            "id": "uk.org.publicwhip/cons/1",
            "area": {"name": "Saltmarsh & Fen"},
            "organization_id": "house-of-commons",
            "role": "MP",
        },
        {"id": "scotland", "area": {"name": "Glasgow Fen"}, "organization_id": "scottish-parliament"},
    ],
    "organizations": [{"id": "labour/co-operative", "name": "Labour/Co-operative", "classification": "party"}],
}


def test_people_json_has_names_ids_terms_and_redirects() -> None:
    reading = read(POPOLO, "people.json")
    assert reading.format == "popolo-people"
    assert {(n.name, n.start, n.end, n.weight) for n in of_kind(reading, Named)} == {
        ("Orla Quillfeather", None, date(2010, 6, 30), "dated"),
        ("Baroness Quillfeather of Saltmarsh", date(2010, 7, 1), None, "dated"),
        ("Orla Quill", None, None, "alias"),
    }
    assert [(r.old, r.new) for r in of_kind(reading, Redirect)] == [("person/90098", "person/90001")]
    assert {(i.scheme, i.value) for i in of_kind(reading, Identified)} == {("wikidata", "Q1"), ("pims", "33")}
    ties = {(t.key, t.to) for t in of_kind(reading, Same)}
    assert {("mnis:7001", "person/90001"), ("member/80001", "person/90001"), ("member/499", "member/501")} <= ties
    commons, lords = of_kind(reading, Sat)
    assert (commons.constituency, commons.party, commons.end) == (
        "Saltmarsh and Fen",
        "Labour (Co-op)",
        date(2010, 4, 12),
    )
    assert commons.why_ended == "general election standing"
    assert (lords.house, lords.party, lords.start, lords.end) == ("lords", "Crossbench", date(2010, 1, 1), None)


def test_persons_csv_has_redirects_and_what_was_last_known(lists: dict[str, bytes]) -> None:
    reading = read_people(lists["persons.csv"], "persons.csv")
    assert reading.as_of == "2022"
    assert [(u.about, u.value, u.as_of) for u in of_kind(reading, Undated)] == [
        ("party", "Labour", "2022"),
        ("constituency", "Muchbinding", "2022"),
    ]
    assert [(r.old, r.new) for r in of_kind(reading, Redirect)] == [("person/90099", "person/90002")]
    assert [n.name for n in of_kind(reading, Named)] == ["Bartle Finch"]  # a peer's forenames alone are no name


def test_members_csv_has_official_ids(lists: dict[str, bytes]) -> None:
    reading = read_people(lists["members-2022.csv"], "members-2022.csv")
    assert [(n.key, n.name) for n in of_kind(reading, Named)] == [
        ("mnis:7002", "Bartle Finch"),
        ("mnis:7003", "Tansy Oakapple"),
    ]
    assert ("mnis:7003", "Wold, North") in [(u.key, u.value) for u in of_kind(reading, Undated)]


def spell(name: str, start: str, end: str | None, *, house: int = 1, info: str | None = None) -> dict[str, Any]:
    """One row of a biography."""
    return {
        "house": house,
        "name": name,
        "id": 1,
        "startDate": f"{start}T00:00:00",
        "endDate": end and f"{end}T00:00:00",
        "additionalInfo": info,
    }


def biography(**more: Any) -> dict[str, Any]:
    """A biography of an invented member."""
    value = {
        "representations": [spell("Fen", "2010-05-06", "2024-05-30")],
        "electionsContested": [spell("Elsewhere", "2005-05-05", None)],
        "houseMemberships": [
            spell("Commons", "2010-05-06", "2024-05-30", info="Dame Ada Loom"),
            spell("Lords", "2024-08-20", None, house=2),
        ],
        "governmentPosts": [spell("Minister of State", "2022-10-25", "2023-11-13", info="Home Office")],
        "oppositionPosts": [spell("Shadow Minister (Treasury)", "2024-07-08", None, info="HM Treasury")],
        "otherPosts": [spell("Leader of the Fen Party", "2020-04-04", None)],
        "partyAffiliations": [spell("Labour", "2010-05-06", "2019-02-17"), spell("Conservative", "2019-03-01", None)],
        "committeeMemberships": [spell("Health Committee", "2015-07-08", "2015-10-26")],
    }
    return {"value": value, "links": [{"rel": "self", "href": "/Members/7005/Biography"}], **more}


def test_a_biography_dates_party_and_seat_together() -> None:
    reading = read(biography())
    spells = [(s.house, s.party, s.start, s.end) for s in of_kind(reading, Sat)]
    assert spells == [
        ("commons", "Labour", date(2010, 5, 6), date(2019, 2, 17)),
        ("commons", None, date(2019, 2, 18), date(2019, 2, 28)),
        ("commons", "Conservative", date(2019, 3, 1), date(2024, 5, 30)),
        ("lords", "Conservative", date(2024, 8, 20), None),
    ]
    assert {fact.key for fact in reading.facts} == {"mnis:7005"}  # type: ignore[union-attr]
    assert reading.as_of == "2024-08-20"


def test_a_biography_has_posts_of_every_kind() -> None:
    posts = {(h.title, h.kind, h.department) for h in of_kind(read(biography()), Held)}
    assert posts == {
        ("Minister of State", "government", "Home Office"),
        ("Shadow Minister (Treasury)", "opposition", "HM Treasury"),
        ("Leader of the Fen Party", "parliamentary", None),
        ("Member, Health Committee", "committee", None),
    }


def test_a_biography_is_whose_its_link_comment_or_file_says() -> None:
    unlinked = biography(links=[])
    assert (
        of_kind(read(unlinked | {"comment": "Response for Ada Loom [7006] with more of B [7]"}), Sat)[0].key
        == "mnis:7006"
    )
    assert of_kind(read(unlinked, "biography-7007.json"), Sat)[0].key == "mnis:7007"
    with pytest.raises(BadInputError, match="does not say whose it is"):
        read(unlinked, "biography.json")


MEMBER = {
    "id": 7008,
    "nameListAs": "Wren, Ms Perpetua",
    "nameDisplayAs": "Ms Perpetua Wren",
    "latestParty": {"id": 15, "name": "Labour"},
    "latestHouseMembership": {
        "membershipFrom": "Fen",
        "house": 1,
        "membershipStartDate": "2015-05-07T00:00:00",
        "membershipEndDate": None,
    },
}


def test_a_search_dates_the_house_and_not_the_party() -> None:
    reading = read({"items": [{"value": MEMBER, "links": []}], "totalResults": 1})
    (sat,) = of_kind(reading, Sat)
    assert (sat.house, sat.start, sat.party, sat.constituency) == ("commons", date(2015, 5, 7), None, None)
    assert {(u.about, u.value, u.as_of) for u in of_kind(reading, Undated)} == {
        ("party", "Labour", "2015-05-07"),
        ("constituency", "Fen", "2015-05-07"),
    }
    assert of_kind(reading, Named)[0].name == "Perpetua Wren"
    assert {fact.key for fact in read({"value": MEMBER}).facts} == {"mnis:7008"}  # type: ignore[union-attr]


def test_a_constituency_dates_the_seat_of_its_member() -> None:
    representation = {
        "membershipFrom": "Fen",
        "house": 1,
        "membershipStartDate": "2019-12-12T00:00:00",
        "membershipEndDate": None,
    }
    content = {
        "value": {
            "id": 1,
            "name": "Fen",
            "currentRepresentation": {"member": {"value": MEMBER}, "representation": representation},
        }
    }
    assert ("Fen", date(2019, 12, 12)) in [(s.constituency, s.start) for s in of_kind(read(content), Sat)]


def test_a_history_has_names_parties_and_houses_over_time() -> None:
    history = {
        "id": 7008,
        "nameHistory": [
            {"nameDisplayAs": "Ms Perpetua Finch", "startDate": "2015-05-07T00:00:00", "endDate": "2018-01-01T00:00:00"}
        ],
        "partyHistory": [{"party": {"name": "Labour"}, "startDate": "2015-05-07T00:00:00", "endDate": None}],
        "houseMembershipHistory": [
            {
                "membershipFrom": "Fen",
                "house": 1,
                "membershipStartDate": "2015-05-07T00:00:00",
                "membershipEndDate": None,
            }
        ],
    }
    reading = read([{"value": history, "links": []}])
    assert (of_kind(reading, Named)[0].name, of_kind(reading, Named)[0].end) == ("Perpetua Finch", date(2018, 1, 1))
    assert [(s.party, s.constituency) for s in of_kind(reading, Sat)] == [("Labour", "Fen")]


def test_a_list_of_posts_has_their_holders() -> None:
    holder = {"member": {"value": MEMBER}, "startDate": "2024-07-05T00:00:00", "endDate": None}
    post = {
        "type": 0,
        "name": "Minister of State",
        "governmentDepartments": [{"id": 1, "name": "Home Office"}],
        "postHolders": [holder],
    }
    (held,) = of_kind(read([{"value": post}]), Held)
    assert (held.key, held.department, held.kind) == ("mnis:7008", "Home Office", "government")
