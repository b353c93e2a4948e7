"""parlparse's XML lists, each read from a small invented one."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

import pytest

from onrecord.errors import BadInputError
from onrecord.people.detect import read_people
from onrecord.people.facts import Alias, Fact, Held, Named, PeopleReading, Same, Sat, Seat

F = TypeVar("F", bound=Fact)


def of_kind(reading: PeopleReading, kind: type[F]) -> list[F]:
    """The facts of one kind."""
    return [fact for fact in reading.facts if isinstance(fact, kind)]


def test_people_xml_ties_offices_to_persons_and_passes_over_ministerial_ids(lists: dict[str, bytes]) -> None:
    reading = read_people(lists["people.2015-03-31.xml"], "people.2015-03-31.xml")
    ties = {(tie.key, tie.to) for tie in of_kind(reading, Same)}
    assert {("member/501", "person/90001"), ("lord/100902", "person/90001"), ("mnis:7001", "person/90001")} <= ties
    assert not [key for key, _ in ties if key.startswith("moffice")]
    assert {fact.as_of for fact in of_kind(reading, Same)} == {"2015-03-31"}
    assert "Baroness Quillfeather" in {n.name for n in of_kind(reading, Named) if n.weight == "latest"}


def test_members_have_terms_with_seat_party_and_end(lists: dict[str, bytes]) -> None:
    reading = read_people(lists["all-members.xml"], "all-members.xml")
    assert reading.as_of == "2009-12-13"
    first, second, _ = of_kind(reading, Sat)
    assert (first.spell, first.constituency, first.party) == ("member/501", "Saltmarsh and Fen", "Liberal Democrat")
    assert (first.start, first.end, first.why_ended) == (date(2001, 6, 7), date(2004, 3, 1), "changed party")
    assert (second.end, second.why_ended) == (None, None)
    assert Same("member/501", "hansard:61", first.source, "2009-12-13") in reading.facts


def test_members_since_2010_carry_the_official_id() -> None:
    data = b"""<publicwhip><member id="uk.org.publicwhip/member/601" house="commons" title=""
      firstname="Ada" lastname="Loom"
      constituency="Fen" party="Con" fromdate="2010-05-06" todate="2015-03-30" fromwhy="general_election"
      towhy="general_election" datadotparl_id="7005"/></publicwhip>"""
    reading = read_people(data, "all-members-2010.2015-03-31.xml")
    assert [(tie.key, tie.to) for tie in of_kind(reading, Same)] == [("member/601", "mnis:7005")]


def test_lords_in_xml_2_load_with_a_warning(lists: dict[str, bytes]) -> None:
    reading = read_people(lists["peers.2015-03-31.xml"], "peers.2015-03-31.xml")
    assert "2.0" in reading.warnings[0]
    (earl, baroness) = of_kind(reading, Sat)
    assert (earl.house, earl.start, earl.end, earl.party) == ("lords", date(1988, 1, 1), None, "Crossbench")
    assert [n.name for n in of_kind(reading, Named)] == ["Earl Fen", "Baroness Quillfeather of Saltmarsh"]
    assert baroness.as_of == "2015-03-31"


def test_ministers_are_of_the_kind_their_page_says(lists: dict[str, bytes]) -> None:
    reading = read_people(lists["ministers.xml"], "ministers.xml")
    posts = {(h.key, h.title, h.kind, h.department) for h in of_kind(reading, Held)}
    assert posts == {
        ("member/503", "Secretary of State, Home Office", "government", "Home Office"),
        ("member/502", "PPS (Mr Bartle Finch, Secretary of State), Home Office", "pps", "Home Office"),
        ("member/502", "Chairman, Health Committee", "committee", "Health Committee"),
    }
    assert reading.as_of == "2009-11-01"
    assert "1 posts name no member" in reading.warnings[0]


def test_aliases_corrections_and_seats(lists: dict[str, bytes]) -> None:
    aliases = read_people(lists["member-aliases.xml"], "member-aliases.xml")
    assert aliases.facts == (Alias("Bartle Finch", "Bartholomew Finch", "parlparse-aliases member-aliases.xml"),)
    (title,) = of_kind(read_people(lists["lordnametoofname.xml"], "t.xml"), Named)
    assert (title.key, title.name, title.weight) == ("lord/100901", "Earl of Fen", "exact")
    (seat,) = of_kind(read_people(lists["constituencies.xml"], "c.xml"), Seat)
    assert (seat.name, seat.also) == ("Saltmarsh and Fen", ("Fen and Saltmarsh",))


def test_official_profiles_pair_a_person_with_the_official_id(lists: dict[str, bytes]) -> None:
    ties = of_kind(read_people(lists["official-profiles.xml"], "p.xml"), Same)
    assert [(t.key, t.to) for t in ties] == [
        ("mnis:7001", "person/90001"),
        ("mnis:7002", "person/90002"),
        ("mnis:7009", "person/90009"),
    ]


def test_entities_that_a_list_does_not_declare_are_read_as_in_html() -> None:
    data = b'<publicwhip><person id="uk.org.publicwhip/person/1" latestname="Si&acirc;n Fen"/></publicwhip>'
    reading = read_people(data, "people.xml")
    assert of_kind(reading, Named)[0].name == "Siân Fen"
    assert "entities" in reading.warnings[0]


def test_windows_characters_under_a_latin_1_label_are_read_as_what_they_are() -> None:
    head = b'<?xml version="1.0" encoding="ISO-8859-1"?><publicwhip>'
    data = head + b'<person id="uk.org.publicwhip/person/1" latestname="Mike O\x92Fen"/></publicwhip>'
    reading = read_people(data, "people.xml")
    assert of_kind(reading, Named)[0].name == "Mike O’Fen"
    assert "Windows-1252" in reading.warnings[0]


def test_an_entity_bomb_is_refused() -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    person = '<person id="uk.org.publicwhip/person/1" latestname="&a11;"/>'
    data = f'<!DOCTYPE p [<!ENTITY a0 "ha">{levels}]><publicwhip>{person}</publicwhip>'
    with pytest.raises(BadInputError):
        read_people(data.encode(), "people.xml")
