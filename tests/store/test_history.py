"""What became of every word and id: residues, whole editions, and what was withdrawn."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from msgspec import structs

from onrecord import Archive
from onrecord.errors import GoneError
from onrecord.reading import Mark, Paragraph, ReadContribution, ReadSitting, Redirect, Section
from onrecord.store.assemble import Edition, assemble


def edition(letter: str, *said: tuple[int, str], accepted: bool = False, **more: object) -> Edition:
    sitting = ReadSitting(
        house="commons",
        chamber="commons-chamber",
        date=date(2019, 8, 12),
        sections=(Section(f"{letter}.0", "Lighthouses", debate=True),),
        items=tuple(
            ReadContribution(f"{letter}.{number}", 0, Mark(name=f"Member {number}"), (Paragraph("text", words),))
            for number, words in said
        ),
        edition=letter,
        **more,  # type: ignore[arg-type]
    )
    return Edition(letter * 64, sitting, accepted=accepted)


KEEPER, CHEQUE, ROAD = (1, "The keeper is paid on Fridays."), (2, "The cheque went by boat."), (3, "Send it by road.")


def test_every_wording_of_three_whole_editions_is_kept_in_any_order() -> None:
    editions = [
        edition("a", KEEPER, CHEQUE, ROAD),
        edition("b", KEEPER, (2, "The cheque went by a boat."), ROAD),
        edition("c", KEEPER, (2, "The cheque went by a small boat."), ROAD),
    ]
    for order in permutations(editions):
        held = assemble(order)
        assert [(v.source_id, v.how) for v in held.versions["c.2"]] == [("a.2", "changed"), ("b.2", "changed")]
        assert held.revision_of("c.2") == 3
        assert held.revision_of("c.1") == 1
        assert held.known["c.2"] == ("a.2", "b.2", "c.2")
        assert held.changes == {"a" * 64: 1, "b" * 64: 1}
        assert held.gone == ()


def test_what_a_later_edition_lacks_is_withdrawn_with_its_last_words_and_all_its_ids() -> None:
    editions = [
        edition("a", KEEPER, CHEQUE, ROAD),
        edition("b", KEEPER, CHEQUE, ROAD),
        edition("c", KEEPER, ROAD, accepted=True),
    ]
    for order in permutations(editions):
        (gone,) = assemble(order).gone
        assert (gone.known, gone.last, gone.since) == (("a.2", "b.2"), "b" * 64, "c" * 64)
        assert gone.said is not None
        assert gone.said.paragraphs[0].text == CHEQUE[1]


def test_ids_that_outlive_an_edition_are_the_same_thing_whatever_its_words() -> None:
    def again(words: str, letter: str) -> Edition:
        made = edition("x", KEEPER, (2, words), ROAD)
        return structs.replace(made, sha256=letter * 64, sitting=structs.replace(made.sitting, edition=letter))

    held = assemble([again("No fog was seen that day at all.", "b"), again("It was foggy.", "a")])
    (version,) = held.versions["x.2"]
    assert version.said is not None
    assert version.said.paragraphs[0].text == "It was foggy."
    assert held.known.get("x.2", ("x.2",)) == ("x.2",)


def test_a_redirect_that_says_removed_leads_to_nothing_and_is_said_so() -> None:
    residue = edition(
        "a", residue=True, redirects=(Redirect("a.1", "b.1", "perfectmatch"), Redirect("a.2", "b.0", "removed"))
    )
    held = assemble([residue, edition("b", KEEPER)])
    (gone,) = held.gone
    assert (gone.source_id, gone.said) == ("a.2", None)
    assert "a.2" not in held.known.get("b.0", ())


def spoken_words(speech: ET.Element) -> str:
    return "".join("".join(speech.itertext()).split())


def test_real_residues_give_as_many_wordings_as_differ_by_another_count(real_data: Path, tmp_path: Path) -> None:
    folder = real_data / "twfy" / "debates"
    old, new = (ET.fromstring((folder / f"debates2009-10-26{letter}.xml").read_bytes()) for letter in "ab")
    today = {speech.get("id"): speech for speech in new.iter("speech")}
    leads = {r.get("oldgid"): r.get("newgid") for r in old.iter("gidredirect")}
    speeches = {speech.get("id") or "": speech for speech in old.iter("speech")}
    differ = {i for i, speech in speeches.items() if spoken_words(speech) != spoken_words(today[leads[i]])}
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([folder / "debates2009-10-26b.xml", folder / "debates2009-10-26a.xml"])
        (edition_a, _) = archive.history(min(differ)).history
        assert edition_a.changes == len(differ)
        for gid in sorted(differ)[::8]:
            (changed,) = archive.history(gid).changed
            assert "".join((changed.wordings[0].text or "").split()) in spoken_words(speeches[gid])
            assert leads[gid] in archive_ids(archive, changed.id)
    assert len(differ) > 100


def archive_ids(archive: Archive, identity: str) -> tuple[str, ...]:
    items = (item for item in archive.debate(identity).items if getattr(item, "id", "") == identity)
    return next(getattr(item, "aliases", ()) for item in items)


def test_every_id_of_four_real_editions_leads_to_today_and_their_changes_are_told(
    real_data: Path, tmp_path: Path
) -> None:
    folder = real_data / "twfy" / "debates"
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([folder / f"debates2009-10-27{letter}.xml" for letter in "bdca"])
        for letter in "abc":
            root = ET.fromstring((folder / f"debates2009-10-27{letter}.xml").read_bytes())
            for redirect in list(root.iter("gidredirect"))[::10]:
                assert archive.debate(redirect.get("oldgid") or "").items
        seen = archive.history("uk.org.publicwhip/debate/2009-10-27a.141.1").history
        assert [edition.changes for edition in seen] == [2, 1, 0, 0]


def test_the_address_of_what_was_withdrawn_says_so(tmp_path: Path) -> None:
    from onrecord.specimen import folder

    day = (folder() / "sittings" / "debates2019-08-13b.xml").read_text(encoding="utf-8")
    first = next(line for line in day.split("<speech ")[1:] if "speakername" in line)
    lost = first.split('"')[1]
    shorter = day.replace(f"<speech {first.split('</speech>')[0]}</speech>", "")
    shorter = shorter.replace("2019-08-13b.", "2019-08-13c.").replace('scraperversion="b"', 'scraperversion="c"')
    assert shorter.count("<speech ") == day.count("<speech ") - 1
    (tmp_path / "b.xml").write_text(day, encoding="utf-8")
    (tmp_path / "c.xml").write_text(shorter, encoding="utf-8")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([tmp_path / "c.xml", tmp_path / "b.xml"], accept=True)
        with pytest.raises(GoneError) as gone:
            archive.debate(lost)
    assert gone.value.why == "withdrawn"
    assert gone.value.since
    assert len(gone.value.sha256 or "") == 64


def test_every_id_of_six_real_editions_of_written_answers_leads_to_today_or_says_that_it_is_gone(
    real_data: Path, tmp_path: Path
) -> None:
    files = sorted((real_data / "twfy" / "wrans").glob("answers2009-10-26*.xml"))
    rows = [r for file in files for r in ET.fromstring(file.read_bytes()).iter("gidredirect")]
    removed = {r.get("oldgid") or "" for r in rows if r.get("matchtype") == "removed"}
    went_there = {r.get("oldgid") or "" for r in rows if r.get("newgid") in removed}  # what became what was removed
    kept = [r.get("oldgid") or "" for r in rows if r.get("oldgid") not in removed | went_there]
    assert len(removed) == 9
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load(files[::-1])
        for old in sorted(removed | went_there):
            with pytest.raises(GoneError) as gone:
                archive.debate(old)
            assert gone.value.why == "withdrawn"
        lost = [old for old in kept[::60] if not leads_somewhere(archive, old)]
    assert len(kept[::60]) > 100
    assert set(lost) <= {old for old in lost if chain_of(old, rows) & removed}


def leads_somewhere(archive: Archive, old: str) -> bool:
    try:
        return bool(archive.debate(old).items)
    except GoneError:
        return False


def chain_of(old: str, rows: list[ET.Element]) -> set[str]:
    """Every id on the way from `old`, by the source's own redirects."""
    onward = {row.get("oldgid") or "": row.get("newgid") or "" for row in rows}
    way = {old}
    while (old := onward.get(old, "")) and old not in way:
        way.add(old)
    return way
