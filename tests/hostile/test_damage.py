"""Damaged files: cut off at any byte, or with bits turned over. Never a traceback, never half of a sitting.

A file that is cut is refused, unless all that is gone is white space or, in a list without an end of its
own, whole rows. A file with a bit turned over is refused, with its name and what to do, or read with every
word that it then has: words are counted by the standard library's parsers, not by ours.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from onrecord.errors import BadInputError
from onrecord.formats.detect import read
from onrecord.people.detect import read_people
from onrecord.reading import Reading
from onrecord.specimen import folder
from tests.counted import read_words, words_in

from .cases import debate

SAMPLE = 20_000
HERE = Path(__file__).parent.parent / "formats"


TOUCHED = 4
"""Words that one bit can change: it may join two words or part one, and what stands in a tag is a word or is not."""

T = TypeVar("T")


def read_or_refused(data: bytes, reader: Callable[[bytes, str], T]) -> T | None:
    """What was read; None where the bytes are refused as a user can make use of: the file, and what to do, in a line.

    Any exception but a refusal is the test's failure.
    """
    try:
        return reader(data, "case-17")
    except BadInputError as error:
        refusal = error
    assert "case-17" in refusal.where
    assert refusal.what
    assert refusal.remedy
    assert "\n" not in str(refusal)
    assert len(str(refusal)) < 1000
    return None


def is_read(data: bytes) -> bool:
    return read_or_refused(data, read) is not None


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
    assert is_read(data)
    cut = [at for at in range(whole) if is_read(data[:at])]
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
        assert not is_read(data[:at]), (path.name, at)


def flipped(data: bytes, chance: random.Random, times: int) -> Iterator[bytes]:
    for _ in range(times):
        damaged = bytearray(data)
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        yield bytes(damaged)


class Whole:
    """A file before it was damaged: its words, and those of them that belong to no reading (ids, names of things)."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.kept = read_words(read(data, "whole"))
        self.aside = words_in(data) - self.kept

    def lost(self, damaged: bytes, reading: Reading) -> Counter[str]:
        """The words of the damaged file that its reading has not, and that belong to one."""
        return words_in(damaged) - read_words(reading) - self.aside


def hold_to_its_words(whole: Whole, damaged: bytes) -> bool:
    """Whether a damaged file is read; where it is, no word but those touched is gone or new."""
    reading = read_or_refused(damaged, read)
    if reading is None:
        return False
    assert whole.lost(damaged, reading).total() <= TOUCHED
    assert (read_words(reading) - words_in(damaged) - whole.kept).total() <= TOUCHED
    return True


def test_bits_turned_over_leave_a_file_whole_or_refused() -> None:
    chance = random.Random(1909)
    kinds = samples()
    for name, data in kinds.items():
        whole = Whole(data)
        became = Counter(hold_to_its_words(whole, each) for each in flipped(data, chance, 4000 // len(kinds)))
        assert became[True], name  # most letters are only letters
        assert became[False], name


@pytest.mark.parametrize("member", ["Items", "ChildDebates", "Navigator", "Value", "Title"])
def test_a_garbled_name_of_what_bears_words_refuses_the_file(member: str) -> None:
    """Under a name that nobody knows the words would be gone without a sound."""
    (name,) = [name for name in samples() if name.endswith("oral-answers-to-questions.json")]
    data = samples()[name]
    whole, quoted = Whole(data), f'"{member}"'.encode()
    for letter in range(1, len(quoted) - 1):
        for bit in range(7):
            damaged = bytearray(data)
            damaged[data.index(quoted) + letter] ^= 1 << bit
            assert not hold_to_its_words(whole, bytes(damaged)), bytes(damaged)[data.index(quoted) :][:20]


def test_a_script_whose_end_is_garbled_takes_no_words_with_it() -> None:
    """All that follows would be its text, and none of it said."""
    inside = b'<script>alert("fog")</script>'
    page = samples()["hansard_page.html"].replace(b"</footer>", b"<script>1</script></footer>")
    assert page.count(inside) == page.count(b"<script>1</script>") == 1
    whole = Whole(page)
    for garbled in (b'<script>alert("fog")</scrirt>', b'<script>alert("fog"),/script>'):
        assert not hold_to_its_words(whole, page.replace(inside, garbled))
    value = debate("<script>x</scrpt><p>The fog is ours.</p>")
    assert not is_read(value)
    assert is_read(value.replace(b"</scrpt>", b"</script>"))


def test_bits_turned_over_in_lists_of_people() -> None:
    """Of a list that is read no more than one element's facts are gone: those of the one that was hit."""
    chance = random.Random(1911)
    lists = [path for path in sorted((folder() / "people").iterdir()) if path.is_file()]
    for path in lists:
        data = path.read_bytes()
        whole = Counter(map(repr, read_people(data, "case-17").facts))
        for damaged in flipped(data, chance, 1000 // len(lists)):
            held = read_or_refused(damaged, read_people)
            if held is not None:
                assert len(held.facts) >= whole.total() - 3, path.name  # a person's name, and two offices
                assert len(held.facts) <= whole.total()


def test_bits_turned_over_in_real_files(real_data: Path) -> None:
    chance = random.Random(1913)
    files = [p for p in real_files(real_data, "twfy/*/*.xml", "hansard-api/*.json") if p.stat().st_size < 400_000]
    known: dict[Path, Whole] = {}
    became: Counter[bool] = Counter()
    for _ in range(300):
        path = chance.choice(files)
        whole = known.setdefault(path, Whole(path.read_bytes()))
        became.update(hold_to_its_words(whole, damaged) for damaged in flipped(whole.data, chance, 1))
    assert became[True] > 50
    assert became[False] > 50
