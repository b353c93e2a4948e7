"""`--office`, `--party` and `--department` ask about the day of the words, and never about another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import UsageError

MEMBERS = """<publicwhip>
<member id="uk.org.publicwhip/member/1" house="commons" title="" firstname="Ada" lastname="Mole"
 constituency="Far Fen" party="Lab" fromdate="2017-06-08" todate="2019-06-30" fromwhy="" towhy="changed_party"/>
<member id="uk.org.publicwhip/member/4" house="commons" title="" firstname="Ada" lastname="Mole"
 constituency="Far Fen" party="Con" fromdate="2019-07-01" todate="9999-12-31" fromwhy="changed_party" towhy=""/>
<member id="uk.org.publicwhip/member/2" house="commons" title="" firstname="Zeno" lastname="Finch"
 constituency="Near Fen" party="Con" fromdate="2017-06-08" todate="9999-12-31" fromwhy="" towhy=""/>
<member id="uk.org.publicwhip/member/3" house="commons" title="" firstname="Cora" lastname="Vane"
 constituency="Mid Fen" party="Con" fromdate="2017-06-08" todate="9999-12-31" fromwhy="" towhy=""/>
</publicwhip>
"""
PEOPLE = """<publicwhip>
<person id="uk.org.publicwhip/person/91" latestname="Ada Mole"><office id="uk.org.publicwhip/member/1"/>
<office id="uk.org.publicwhip/member/4"/><office id="uk.org.publicwhip/moffice/1"/></person>
<person id="uk.org.publicwhip/person/92" latestname="Zeno Finch"><office id="uk.org.publicwhip/member/2"/></person>
<person id="uk.org.publicwhip/person/93" latestname="Cora Vane"><office id="uk.org.publicwhip/member/3"/></person>
</publicwhip>
"""
MINISTERS = """<publicwhip>
<moffice id="uk.org.publicwhip/moffice/1" name="Ada Mole" matchid="uk.org.publicwhip/member/1" dept="Home Office"
 position="Secretary of State" fromdate="2018-01-01" todate="2019-06-30" source=""/>
<moffice id="uk.org.publicwhip/moffice/2" name="Zeno Finch" matchid="uk.org.publicwhip/member/2" dept="Home Office"
 position="Secretary of State" fromdate="2019-07-01" todate="9999-12-31" source=""/>
<moffice id="uk.org.publicwhip/moffice/3" name="Cora Vane" matchid="uk.org.publicwhip/member/3" dept="Home Office"
 position="Parliamentary Under-Secretary of State for the Home Department" fromdate="2018-01-01" todate="9999-12-31"
 source=""/>
</publicwhip>
"""


def day(heading: str, *speakers: str) -> str:
    said = "".join(
        f'<speech id="uk.org.publicwhip/debate/DAYa.2.{n}" speakername="{name}" '
        f'speakerid="uk.org.publicwhip/member/{member}" type="Start {"Question" if n == 1 else "Answer"}" '
        f'oral-qnum="{n}" colnum="2"><p>{name} speaks of herons, {n}.</p></speech>'
        for n, (name, member) in enumerate((one.split(":") for one in speakers), start=1)
    )
    return (
        '<publicwhip scraperversion="a" latest="yes">'
        '<oral-heading id="uk.org.publicwhip/debate/DAYa.1.0" colnum="1">Oral Answers to Questions</oral-heading>'
        f'<major-heading id="uk.org.publicwhip/debate/DAYa.1.1" colnum="1">{heading}</major-heading>'
        f'<minor-heading id="uk.org.publicwhip/debate/DAYa.1.2" colnum="1">Herons</minor-heading>{said}</publicwhip>'
    )


DAYS = {
    "2019-06-10": day("Home Department", "Zeno Finch:2", "Ada Mole:1", "Cora Vane:3"),
    "2019-07-10": day("Home Department", "Ada Mole:4", "Zeno Finch:2"),
    "2020-07-10": day("Foreign and Commonwealth Office", "Ada Mole:4", "Cora Vane:3"),
    "2020-07-13": day("International Development", "Ada Mole:4", "Cora Vane:3"),
    "2020-10-12": day("Foreign, Commonwealth and Development Office", "Ada Mole:4", "Cora Vane:3"),
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    folder = tmp_path_factory.mktemp("days")
    for name, text in (("all-members", MEMBERS), ("people", PEOPLE), ("ministers", MINISTERS)):
        (folder / f"{name}.2020-12-31.xml").write_text(text, encoding="utf-8")
    for on, text in DAYS.items():
        (folder / f"debates{on}a.xml").write_text(text.replace("DAY", on), encoding="utf-8")
    with Archive.open(folder / "archive", create=True) as archive:
        archive.load_people(sorted(folder.glob("*.2020-12-31.xml")))
        archive.load(sorted(folder.glob("debates*.xml")))
        yield archive


def found(archive: Archive, **filters: str) -> set[tuple[str, str]]:
    page = archive.search("herons", limit=100, **filters)  # type: ignore[arg-type]
    return {(str(hit.sitting.date), str(getattr(hit.speaker, "name", ""))) for hit in page.results}


def test_an_office_finds_whoever_held_it_when_they_spoke(archive: Archive) -> None:
    holders = {("2019-06-10", "Ada Mole"), ("2019-07-10", "Zeno Finch")}
    assert found(archive, office="Home Secretary") == holders
    assert found(archive, office="Secretary of State for the Home Department") == holders  # and no Under-Secretary
    under = {("2019-06-10", "Cora Vane"), *((on, "Cora Vane") for on in ("2020-07-10", "2020-07-13", "2020-10-12"))}
    assert found(archive, office="Under-Secretary of State") == under


def test_a_party_is_that_of_the_day(archive: Archive) -> None:
    assert found(archive, party="Labour") == {("2019-06-10", "Ada Mole")}
    assert ("2019-07-10", "Ada Mole") in found(archive, party="tories")


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ("Home Department", {"2019-06-10", "2019-07-10"}),
        ("Foreign Office", {"2020-07-10", "2020-07-13", "2020-10-12"}),
        ("FCDO", {"2020-07-10", "2020-07-13", "2020-10-12"}),
        ("FCO", {"2020-07-10", "2020-10-12"}),
        ("DfID", {"2020-07-13", "2020-10-12"}),
        ("Department for Transport", set()),
    ],
)
def test_a_department_is_followed_through_names_mergers_and_splits(
    archive: Archive, asked: str, days: set[str]
) -> None:
    assert {on for on, _ in found(archive, department=asked)} == days
    excerpts = archive.excerpts("Ada Mole", department=asked).excerpts
    assert {str(one.debate.date) for one in excerpts} == days


@pytest.mark.parametrize("filters", [{"party": "Bogus"}, {"department": "Ministry of Igloos"}, {"office": "—"}])
def test_what_names_nothing_known_is_an_error(archive: Archive, filters: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        found(archive, **filters)


def test_the_home_secretaries_of_real_days(real_data: Path, tmp_path: Path) -> None:
    """Alan Johnson answers in October 2009, Priti Patel in June 2020; each contribution counted in the file."""
    files = {"debates2009-10-26b.xml": "Alan Johnson", "debates2020-06-15a.xml": "Priti Patel"}
    counted: dict[tuple[str, str], int] = {}
    for name, person in files.items():
        text = (real_data / "twfy" / "debates" / name).read_text(encoding="latin-1")
        counted[name[7:17], person] = len(re.findall(rf'<speech [^>]*speakername="{person}"', text))
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load_people([real_data / "people"])
        archive.load([real_data / "twfy" / "debates" / name for name in files])
        hits = archive.search("", office="Home Secretary", limit=500).results
    told = [(str(hit.sitting.date), str(getattr(hit.speaker, "name", ""))) for hit in hits]
    assert {key: told.count(key) for key in counted} == counted
    assert len(told) == sum(counted.values())


def test_party_and_seat_printed_beside_a_name_are_those_of_the_day(real_data: Path, tmp_path: Path) -> None:
    """A day of January 2020, which no list of memberships reaches: the page prints them once for each member."""
    page = (real_data / "hansard-html" / "2020-01-09-CommonsChamber.html").read_text(encoding="utf-8")
    printed = set(re.findall(r"Contribution by ([^<>()\"]+) \(([^()<>]+)\) \((Con|Lab|SNP|LD|DUP|PC)\)", page))
    names = {"Con": "Conservative", "Lab": "Labour", "SNP": "Scottish National Party", "LD": "Liberal Democrat"}
    names |= {"DUP": "Democratic Unionist Party", "PC": "Plaid Cymru"}
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load_people([real_data / "people"])
        archive.load([real_data / "hansard-html"])
        said = [one for party in set(names.values()) for one in archive.search("", party=party, limit=1000).results]
    told: dict[str, set[tuple[str | None, str | None]]] = {}
    for one in said:
        line = (one.attribution or "").split(" (")[0]
        told.setdefault(line, set()).add((getattr(one.speaker, "constituency", ""), getattr(one.speaker, "party", "")))
    assert len(printed) > 80
    assert {(name, seat, names[party]) for name, seat, party in printed} <= {
        (name, seat, party) for name, facts in told.items() for seat, party in facts
    }
    assert all(len(facts) == 1 for facts in told.values())
