"""People whom no list knows, and whom different days call by different names.

The order of loading does not matter, and what a day told is forgotten with the day.
"""

from __future__ import annotations

import random
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest

from onrecord import Archive
from tests.dump import dump

NAMES = ("Ada Marl", "A. Marl", "Mrs Marl", "Adelaide Marl-Quay", "Tobias Fenn", "T. Fenn", "Iris Rook")
SAID = ("I agree with Ada Marl.", "The hon. Member, Tobias Fenn, is wrong.", "As Mrs Marl said, it is late.")
STREAMS = {"debate": "debates", "westminhall": "westminster", "lords": "daylord"}


def a_day(folder: Path, place: int, chance: random.Random) -> Path:
    """A file of parlparse in which three ids, or none, speak under any name."""
    stream, day = chance.choice(list(STREAMS)), f"2019-08-{10 + 2 * place}"
    base, speeches = f"uk.org.publicwhip/{stream}/{day}a.1", []
    for number in range(1, chance.randint(3, 6)):
        who = chance.choice(
            ("", *(f'person_id="uk.org.publicwhip/person/{one}"' for one in (95001, 95001, 95002, 95003)))
        )
        name, text = chance.choice(NAMES), f"{chance.choice(SAID)} Said on {day} as number {number}."
        speeches.append(f'<speech id="{base}.{number}" {who} speakername="{name}" colnum="1"><p>{text}</p></speech>')
    file = folder / f"{STREAMS[stream]}{day}a.xml"
    file.write_text(
        f'<publicwhip latest="yes"><major-heading id="{base}.0" colnum="1">Fog Signals</major-heading>'
        f"{''.join(speeches)}</publicwhip>"
    )
    return file


@pytest.mark.parametrize("seed", range(4))
def test_files_in_any_order_make_one_archive(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    files = [a_day(tmp_path, place, chance) for place in range(3)]
    dumps = []
    for at, order in enumerate(permutations(files)):
        with Archive.open(tmp_path / f"archive-{at}", create=True) as archive:
            for file in order:
                assert archive.load([file]).files[0].status == "loaded"
        dumps.append(dump(tmp_path / f"archive-{at}"))
    assert all(each == dumps[0] for each in dumps)
    for loaded_at_once in (files, files[::-1]):
        with Archive.open(tmp_path / f"at-once-{loaded_at_once[0].name}", create=True) as archive:
            archive.load(loaded_at_once)
        assert dump(tmp_path / f"at-once-{loaded_at_once[0].name}") == dumps[0]


ROLL = ("persons", "person_keys", "person_names", "marks")


def the_roll(archive: Path) -> dict[str, list[tuple[object, ...]]]:
    return {table: rows for table, rows in dump(archive).items() if table in ROLL}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("gone", range(3))
def test_who_was_heard_only_in_a_removed_sitting_is_not_on_the_roll(tmp_path: Path, seed: int, gone: int) -> None:
    chance = random.Random(seed)
    files = [a_day(tmp_path, place, chance) for place in range(3)]
    rest = [file for file in files if file is not files[gone]]
    with Archive.open(tmp_path / "without", create=True) as archive:
        archive.load(rest)
        without = [c for s in archive.sittings().sittings for c in shown_on(archive, s.id)]
    with Archive.open(tmp_path / "removed", create=True) as archive:
        archive.load(files)
        before = dump(archive.path)
        archive.remove(files[gone].name, "by mistake")
        assert the_roll(archive.path) == the_roll(tmp_path / "without")
        kept = [s.id for s in archive.sittings().sittings if s.state == "held"]
        assert [c for identity in kept for c in shown_on(archive, identity)] == without
        archive.remove(files[gone].name, "it was right", undo=True)
        assert dump(archive.path) == before


def shown_on(archive: Archive, sitting: str) -> list[str]:
    chamber, _, day = sitting.partition("/")
    refs = archive.debates_on(date.fromisoformat(day), chamber)
    return [repr(item) for ref in refs for item in archive.debate(ref.id).items]


def test_whom_a_list_knows_stays_and_has_the_house_of_no_removed_sitting(tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text(
        '{"persons": [{"id": "uk.org.publicwhip/person/95001", "names": '
        '[{"note": "Main", "given_name": "Ada", "family_name": "Marl"}]}], "memberships": []}'
    )
    day = a_day(tmp_path, 0, random.Random(1))
    assert "person/95001" in day.read_text(encoding="utf-8")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load_people([tmp_path / "people.json"])
        listed = archive.person("twfy:95001")
        archive.load([day])
        assert archive.person("twfy:95001").memberships
        archive.remove(day.name, "by mistake")
        assert archive.person("twfy:95001") == listed


def test_a_later_edition_that_calls_somebody_otherwise_is_believed(tmp_path: Path) -> None:
    files = []
    for letter, name in (("a", "Ada Marl"), ("b", "Iris Rook")):
        files.append(tmp_path / f"debates2019-08-10{letter}.xml")
        base = f"uk.org.publicwhip/debate/2019-08-10{letter}.1"
        files[-1].write_text(
            f'<publicwhip scraperversion="{letter}" latest="yes"><major-heading id="{base}.0">Fog</major-heading>'
            f'<speech id="{base}.1" person_id="uk.org.publicwhip/person/95001" speakername="{name}">'
            "<p>It is late, and there is fog.</p></speech></publicwhip>"
        )
    for order in permutations(files):
        with Archive.open(tmp_path / f"from-{order[0].name}", create=True) as archive:
            for file in order:
                archive.load([file])
            assert archive.person("twfy:95001").name == "Iris Rook"
