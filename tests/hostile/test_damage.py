"""Damaged files: cut off at any byte, or with bits turned over. Never a traceback, never half of a sitting.

A file that is cut is refused, unless all that is gone is white space or, in a list without an end of its
own, whole rows. A file with a bit turned over is read, with every word it then has, or refused.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from onrecord.errors import BadInputError
from onrecord.formats.detect import read
from onrecord.people.detect import read_people
from onrecord.specimen import folder

SAMPLE = 20_000
HERE = Path(__file__).parent.parent / "formats"


def outcome(data: bytes, reader: Callable[[bytes, str], object] = read) -> bool:
    """Whether the bytes are read. Any exception but a refusal is the test's failure."""
    try:
        reader(data, "case")
    except BadInputError as error:
        return "\n" in str(error) or len(str(error)) > 1000
    return True


def samples() -> dict[str, bytes]:
    """A file of each kind of about 20 kB, whole; of our own invention."""
    named = {path.name: path.read_bytes() for path in sorted((folder() / "sittings").iterdir())}
    chosen = {name: data for name, data in named.items() if 0.4 * SAMPLE < len(data) < 1.3 * SAMPLE}
    chosen["historic_volume.xml"] = (HERE / "historic_volume.xml").read_bytes()
    chosen["hansard_page.html"] = (HERE / "hansard_page.html").read_bytes()
    return chosen


@pytest.mark.parametrize("name", list(samples()))
def test_a_file_cut_off_at_any_byte_is_refused(name: str) -> None:
    data = samples()[name]
    whole = len(data.rstrip())
    assert outcome(data)
    cut = [at for at in range(whole) if outcome(data[:at])]
    assert not cut


def real_files(real_data: Path, *patterns: str) -> list[Path]:
    return [path for pattern in patterns for path in sorted(real_data.glob(pattern)) if path.is_file()]


def test_real_files_cut_off_at_500_points_are_refused(real_data: Path) -> None:
    chance = random.Random(1803)
    files = real_files(
        real_data, "twfy/*/*.xml", "hansard-api/*.json", "historic/*.xml", "hansard-html/*.html", "votes-api/*.json"
    )
    for _ in range(500):
        path = chance.choice(files)
        data = path.read_bytes()
        at = chance.randrange(len(data.rstrip()))
        assert not outcome(data[:at]), (path.name, at)


def flipped(data: bytes, chance: random.Random, times: int) -> Iterator[bytes]:
    for _ in range(times):
        damaged = bytearray(data)
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        yield bytes(damaged)


def test_bits_turned_over_leave_a_file_whole_or_refused() -> None:
    chance = random.Random(1909)
    kinds = samples()
    for data in kinds.values():
        for damaged in flipped(data, chance, 4000 // len(kinds)):
            outcome(damaged)


def test_bits_turned_over_in_lists_of_people(real_data: Path) -> None:
    chance = random.Random(1911)
    lists = [path for path in sorted((folder() / "people").iterdir()) if path.is_file()]
    for path in lists:
        for damaged in flipped(path.read_bytes(), chance, 1000 // len(lists)):
            outcome(damaged, read_people)


def test_bits_turned_over_in_real_files(real_data: Path) -> None:
    chance = random.Random(1913)
    files = [p for p in real_files(real_data, "twfy/*/*.xml", "hansard-api/*.json") if p.stat().st_size < 400_000]
    for _ in range(300):
        for damaged in flipped(chance.choice(files).read_bytes(), chance, 1):
            outcome(damaged)
