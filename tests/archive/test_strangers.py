"""People whom no list knows, and whom different days call by different names: the order of loading does not matter."""

from __future__ import annotations

import random
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
