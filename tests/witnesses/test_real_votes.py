"""A real division of 408 voters, told again by ids of the Members API: the two altered are listed."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

from onrecord import Archive
from onrecord.model import Division

VOTER = re.compile(r'<mpname id="uk\.org\.publicwhip/member/(\d+)" vote="(aye|no)"( teller="yes")?>([^<]*)</mpname>')
DIVISION = "uk.org.publicwhip/debate/2009-10-26b.125.5"


def test_votes_of_a_real_division_are_compared_by_person(real_data: Path, tmp_path: Path) -> None:
    file = real_data / "twfy" / "debates" / "debates2009-10-26b.xml"
    voters = VOTER.findall(unescape(file.read_text(encoding="utf-8")))
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load_people([real_data / "people"])
        archive.load([file])
        (division,) = [item for item in archive.debate(DIVISION).items if isinstance(item, Division)]
        assert len(voters) == len(division.votes) == 408
        people = {member: archive.person(f"member:{member}") for member, _, _, _ in voters}
        official = [voter for voter in voters if "mnis" in people[voter[0]].ids]
        assert len(official) > 250  # the others are told apart by name
        moved, lost = official[5], official[200]
        sides: dict[tuple[str, str], list[dict[str, object]]] = {}
        for voter in voters:
            member, side, teller, name = voter
            side = {"aye": "no", "no": "aye"}[side] if voter == moved else side
            number = int(people[member].ids.get("mnis", 0)) or None
            told = {"MemberId": number, "ListAs": name, "Name": name}
            sides.setdefault((side, teller), []).extend([] if voter == lost else [told])
        answer = {
            "DivisionId": 1, "Date": "2009-10-26T22:00:00", "Number": int(division.number or 0), "Title": "Told again",
            "AyeCount": division.counts["aye"], "NoCount": division.counts["no"], "Ayes": sides["aye", ""],
            "AyeTellers": sides["aye", ' teller="yes"'],
            "Noes": sides["no", ""], "NoTellers": sides["no", ' teller="yes"'],
        }  # fmt: skip
        (tmp_path / "votes.json").write_text(json.dumps(answer), encoding="utf-8")
        archive.load([tmp_path / "votes.json"])
        listed = archive.history(DIVISION).disagreements
    one, other = people[moved[0]].name, people[lost[0]].name
    assert {(d.field, d.leading, d.differs) for d in listed} == {
        ("vote", f"{one}: {moved[1]}", f"{one}: {'no' if moved[1] == 'aye' else 'aye'}"),
        ("vote", f"{other}: {lost[1]}", "not named"),
    }
