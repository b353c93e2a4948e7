"""A debate as it stood in an earlier edition reads as an archive reads that holds that edition alone."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from onrecord import Archive
from onrecord.errors import NotHeldError, UsageError
from onrecord.model import Contribution, Debate, Division, Heading, Time
from onrecord.specimen import folder
from onrecord.web.app import create_app

BILL = folder() / "sittings" / "hansard-api-2019-08-14-fog-signals-amnesty-bill.json"
DEBATE = "hansard:5BEC1AE2-0814-4201-9A00-00000000002B"
SHEDS = "5BEC1AE2-0814-4201-9A07-000000000000"
ADDED, DROPPED, CHANGED, CLOCK = 7, 9, 12, 14  # places among the items of the debate


def published(number: int) -> bytes:
    """Edition 1 lacks a speech that came later; edition 3 lacks one that was withdrawn; one was changed each time.

    So were the clock, the count of a division, and the heading of a part of the debate, which edition 2 lacks.
    """
    told: Any = json.loads(BILL.read_text(encoding="utf-8"))
    items = told["Items"]
    items[CHANGED]["Value"] += f"\r\n\r\nSo much for the {['first', 'second', 'third'][number - 1]} of these lights."
    items[CLOCK]["Value"] = f"12:4{number}:00"
    left = {ADDED} if number == 1 else {DROPPED} if number == 3 else set()
    told["Items"] = [item for at, item in enumerate(items) if at not in left]
    told["Items"].append(voted(number))
    told["ChildDebates"] = [] if number == 2 else [below(told, number)]
    told["Overview"]["ContentLastUpdated"] = f"2019-08-1{4 + number}T09:00:00"
    return json.dumps(told).encode()


def voted(number: int) -> Any:
    value = f"Division 9 The House divided: Ayes {20 + number} Noes 6"
    return {
        "ItemType": "Division",
        "ItemId": 9925000,
        "Value": value,
        "ExternalId": "5BEC1AE2-0814-4201-9A03-000000000001",
    }


def below(told: Any, number: int) -> Any:
    """A part of the debate, whose heading each edition prints otherwise."""
    names = {"Id": 9900777, "Title": f"Of Sheds, as Printed for the {number}. Time", "HRSTag": "hs_8Clause"}
    chain = [
        *told["Navigator"],
        told["Navigator"][-1] | names | {"ParentId": 9900106, "ExternalId": SHEDS, "SortOrder": 13},
    ]
    said = told["Items"][3] | {
        "ItemId": 9925001,
        "ExternalId": f"{SHEDS[:-1]}F",
        "Value": "My shed stands where it stood.",
    }
    overview = told["Overview"] | names | {"ExtId": SHEDS}
    return {"Overview": overview, "Navigator": chain, "Items": [said], "ChildDebates": []}


def layout(debate: Debate) -> list[tuple[object, ...]]:
    """Headings, clock times and divisions, each with how many contributions stand before it."""
    shown: list[tuple[object, ...]] = []
    before = 0
    for item in debate.items:
        match item:
            case Contribution():
                before += 1
            case Heading():
                shown.append((before, item.title, item.depth, item.id))
            case Time():
                shown.append((before, item.time))
            case Division():
                shown.append((before, item.number, item.counts, item.id))
    return [*shown, debate.section.title, *((each.title, each.id) for each in debate.section.sections)]


def texts(debate: Debate) -> list[str]:
    return [item.text for item in debate.items if isinstance(item, Contribution)]


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[int, Path]:
    """By number archives that hold one edition alone; by 0 one that holds all three."""
    top = tmp_path_factory.mktemp("editions")
    for number in (1, 2, 3):
        (top / f"{number}.json").write_bytes(published(number))
    paths = {number: top / f"archive-{number}" for number in (0, 1, 2, 3)}
    for number, path in paths.items():
        with Archive.open(path, create=True) as archive:
            archive.load([top / f"{each}.json" for each in ((number,) if number else (2, 1, 3))], accept=True)
    return paths


@pytest.mark.parametrize("number", [1, 2, 3])
def test_each_edition_reads_as_it_did(archives: dict[int, Path], number: int) -> None:
    with Archive.open(archives[number], read_only=True) as alone, Archive.open(archives[0], read_only=True) as archive:
        withdrawn = json.loads(BILL.read_text(encoding="utf-8"))["Items"][DROPPED]["Value"]
        expected = [text for text in texts(alone.debate(DEBATE)) if text != withdrawn]
        shown = archive.debate(DEBATE, edition=number)
        assert texts(shown) == expected
        assert shown.edition is not None
        assert (shown.edition.revision, shown.edition.revisions, shown.edition.unheld) == (number, 3, ())
        assert shown.edition.later == (0 if number == 3 else 1)
        assert shown.edition.withdrawn == (0 if number == 3 else 1)
        assert texts(archive.debate(DEBATE)) == texts(archive.debate(DEBATE, edition=3))


@pytest.mark.parametrize("number", [1, 2, 3])
def test_each_edition_has_its_own_headings_times_and_divisions(archives: dict[int, Path], number: int) -> None:
    """Edition 3 has one contribution fewer, edition 1 another: what stands before a clock is counted without both."""
    with Archive.open(archives[number], read_only=True) as alone, Archive.open(archives[0], read_only=True) as archive:
        expected, shown = layout(alone.debate(DEBATE)), layout(archive.debate(DEBATE, edition=number))
        withdrawn = number != 3  # it is not shown, and stood before the clock and all that follows
        moved = [
            (one[0] - (withdrawn and one[0] > DROPPED), *one[1:]) if isinstance(one[0], int) else one
            for one in expected
        ]  # type: ignore[operator]
        assert shown == moved
        assert f"12:4{number}:00" in str(shown)
        assert str({"aye": 20 + number, "no": 6}) in str(shown)
        assert (f"for the {number}. Time" in str(shown)) == (number != 2)


def test_a_residue_gives_back_the_edition_it_is_left_of(specimen_archive: Path) -> None:
    """The specimen's residue has one speech, which the newest edition cut short; all else is the same."""
    asked = "uk.org.publicwhip/debate/2019-08-13a.105.2"
    with Archive.open(specimen_archive, read_only=True) as archive:
        then, now = archive.debate(asked, edition=1), archive.debate(asked)
        differing = [(a, b) for a, b in zip(texts(then), texts(now), strict=True) if a != b]
        assert [a.removeprefix(b.removesuffix(".")) for a, b in differing] == [" tonight, and so, I trust, will she."]
        assert then.edition is not None
        assert "debates2019-08-13a.xml" in then.edition.source


def test_as_of_a_day(archives: dict[int, Path]) -> None:
    with Archive.open(archives[0], read_only=True) as archive:
        seen = date.fromisoformat(archive.history(DEBATE).history[0].seen[:10])
        assert texts(archive.debate(DEBATE, as_of=seen)) == texts(archive.debate(DEBATE))
        with pytest.raises(NotHeldError, match="nothing of it had been seen"):
            archive.debate(DEBATE, as_of=seen - timedelta(days=1))
        with pytest.raises(NotHeldError, match="no edition 4"):
            archive.debate(DEBATE, edition=4)
        with pytest.raises(UsageError):
            archive.debate(DEBATE, edition=1, as_of=seen)


def test_real_editions_of_a_day(real_data: Path, tmp_path: Path) -> None:
    """Of 27 October 2009 the files a and b are residues: what each tells of stands in its edition, and once."""
    days = real_data / "twfy" / "debates"
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([days / f"debates2009-10-27{letter}.xml" for letter in "abcd"])
        debates = archive.debates_on(date(2009, 10, 27), "commons-chamber")
        number = {seen.source[-5]: seen.revision for seen in archive.history(debates[0].id).history}
        for letter in "abc":
            names = [
                {alias for alias in item.aliases if f"2009-10-27{letter}." in alias}
                for debate in debates
                for item in archive.debate(debate.id, edition=number[letter]).items
                if isinstance(item, Contribution)
            ]
            assert names
            assert all(names)  # each had an id in that edition


def test_of_a_residue_alone_nothing_is_shown_and_it_is_said_so(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([folder() / "sittings" / "debates2019-08-13a.xml"])
        assert [sitting.state for sitting in archive.sittings().sittings] == ["superseded"]
        with pytest.raises(NotHeldError, match=r"commons-chamber on 2019-08-13 only .* \(superseded\)"):
            archive.debate("uk.org.publicwhip/debate/2019-08-13a.105.2")
        with pytest.raises(NotHeldError, match="nothing here has the id"):
            archive.debate("uk.org.publicwhip/debate/2019-08-12a.1.8")


def test_the_api_shows_an_edition_too(specimen_archive: Path) -> None:
    asked = "/api/v1/debates/uk.org.publicwhip/debate/2019-08-13a.105.2"
    with TestClient(create_app(specimen_archive)) as site:
        then, now = site.get(f"{asked}?edition=1").json(), site.get(asked).json()
        assert (then["edition"]["revision"], now["edition"]) == (1, None)
        assert then["items"] != now["items"]
        assert site.get(f"{asked}?edition=7").status_code == 404
        assert site.get(f"{asked}?edition=x").status_code == 400
        assert site.get(f"{asked}?edition=1&as_of=2020-01-01").status_code == 400


def test_the_history_of_a_written_statement_in_the_lords(tmp_path: Path) -> None:
    """Written statements of both Houses have one name, and each House's are a sitting of their own."""
    for letter, words in (("a", "two piers"), ("b", "three piers")):
        base = f"uk.org.publicwhip/wms/2019-08-10{letter}.1"
        (tmp_path / f"lordswms2019-08-10{letter}.xml").write_text(
            f'<publicwhip scraperversion="{letter}" latest="yes"><major-heading id="{base}.0">Harbours</major-heading>'
            f'<minor-heading id="{base}.1">Piers</minor-heading><speech id="{base}.2" speakername="Lord Wick">'
            f"<p>We shall build {words} and no more.</p></speech></publicwhip>"
        )
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([tmp_path / f"lordswms2019-08-10{letter}.xml" for letter in "ab"])
        (changed,) = archive.history("uk.org.publicwhip/wms/2019-08-10b.1.2").changed
    assert [wording.diff[1:3] for wording in changed.wordings] == [(("removed", "two"), ("added", "three"))]


BASE = "uk.org.publicwhip/debate/2019-08-10{}"
NEWEST = """<publicwhip scraperversion="b" latest="yes">
<major-heading id="{b}.1.0">Harbour Lights</major-heading>
<speech id="{b}.1.1" speakername="Ada Marl"><p>I beg to move, That the light be lit.</p></speech>
<minor-heading id="{b}.1.2">Of Oil</minor-heading>
<speech id="{b}.1.3" speakername="Iris Rook"><p>There is no oil to be had.</p></speech>
<minor-heading id="{b}.1.4">Of Wicks</minor-heading>
<speech id="{b}.1.5" speakername="Ada Marl"><p>There are wicks enough for a year.</p></speech>
<division id="{b}.1.6" divnumber="4"><divisioncount ayes="7" noes="2"/></division>
<division id="{b}.1.7" divnumber="5"><divisioncount ayes="3" noes="2"/></division>
</publicwhip>"""
RESIDUE = """<publicwhip scraperversion="a" latest="no">
<gidredirect oldgid="{a}.1.0" newgid="{b}.1.0" matchtype="perfectmatch"/>
<gidredirect oldgid="{a}.1.1" newgid="{b}.1.1" matchtype="perfectmatch"/>
<gidredirect oldgid="{a}.1.2" newgid="{b}.1.2" matchtype="changes"/>
<gidredirect oldgid="{a}.1.3" newgid="{b}.1.3" matchtype="perfectmatch"/>
<gidredirect oldgid="{a}.1.6" newgid="{b}.1.6" matchtype="changes"/>
<minor-heading id="{a}.1.2">Of Oyl</minor-heading>
<division id="{a}.1.6" divnumber="4"><divisioncount ayes="6" noes="2"/></division>
</publicwhip>"""


def test_a_residue_gives_back_the_headings_and_divisions_that_it_has(tmp_path: Path) -> None:
    ids = {letter: BASE.format(letter) for letter in "ab"}
    for letter, text in (("a", RESIDUE), ("b", NEWEST)):
        (tmp_path / f"debates2019-08-10{letter}.xml").write_text(text.format(**ids), encoding="utf-8")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([tmp_path / f"debates2019-08-10{letter}.xml" for letter in "ab"])
        then, now = archive.debate(f"{ids['b']}.1.0", edition=1), archive.debate(f"{ids['b']}.1.0")
    told = [
        (item.title if isinstance(item, Heading) else item.counts)
        for item in then.items
        if not isinstance(item, Contribution)
    ]  # type: ignore[union-attr]
    assert told == ["Of Oyl", {"aye": 6, "no": 2}]  # the second heading and division came later
    assert [tree.title for tree in then.section.sections] == ["Of Oyl"]
    assert len(texts(then)) == 2
    assert then.edition is not None
    assert then.edition.later == 1
    assert [tree.title for tree in now.section.sections] == ["Of Oil", "Of Wicks"]
    assert sum(isinstance(item, Division) for item in now.items) == 2
