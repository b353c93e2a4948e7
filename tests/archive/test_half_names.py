"""Whom a name, a number or an address means: half a name is nobody's, and whoever sat last is offered first."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import NotHeldError

_LIST = """<publicwhip>
<member id="uk.org.publicwhip/member/1" house="commons" title="" firstname="Ada" lastname="Mole"
 constituency="Far Fen" party="Lab" fromdate="1992-04-09" todate="1997-04-08" fromwhy="" towhy=""/>
<member id="uk.org.publicwhip/member/2" house="commons" title="" firstname="Zeno" lastname="Mole"
 constituency="Near Fen" party="Con" fromdate="2010-05-06" todate="2015-03-30" fromwhy="" towhy=""/>
<member id="uk.org.publicwhip/member/3" house="commons" title="" firstname="Ada" lastname="Mole"
 constituency="Mid Fen" party="Con" fromdate="2001-06-07" todate="2005-04-11" fromwhy="" towhy=""/>
</publicwhip>
"""


def test_the_latest_member_comes_first_and_no_name_twice(tmp_path: Path) -> None:
    (tmp_path / "all-members.xml").write_text(_LIST, encoding="utf-8")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load_people([tmp_path / "all-members.xml"])
        with pytest.raises(NotHeldError) as refused:
            archive.person("Mole")
    assert "did you mean Zeno Mole, Ada Mole?" in str(refused.value)


@pytest.mark.parametrize(
    "asked",
    [
        "twfy:90005",
        "90005",
        "990005",
        "mnis:990005",
        "uk.org.publicwhip/person/90005",
        "uk.org.publicwhip/member/900005",
        "https://www.theyworkforyou.com/mp/90005/tobias_fairweather/nether_wick",
        "https://members.parliament.uk/member/990005/contact",
        "tobias fairweather",
        "Mr Tobias Fairweather MP",
    ],
)
def test_a_person_is_found_by_any_id_and_any_page(specimen_archive: Path, asked: str) -> None:
    with Archive.open(specimen_archive, read_only=True) as archive:
        assert archive.person(asked).person_id == "twfy:90005"


def test_a_number_that_no_service_gives_is_nobodys(tmp_path: Path) -> None:
    rows = ("10,,Ada,Mole,,", "20,,Zeno,Finch,,")
    people = "".join(f"{n},uk.org.publicwhip/person/{row}\n" for n, row in enumerate(rows))
    (tmp_path / "some-people.csv").write_text(
        ",person_id,redirect_id,first_name,family_name,party,constituency\n" + people
    )
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load_people([tmp_path / "some-people.csv"])
        assert archive.person("10").name == "Ada Mole"
        with pytest.raises(NotHeldError):
            archive.person("30")
