"""The grammar of provisions, held against references that were marked by hand on real days.

`provisions_marked.csv` holds places and numbers only, none of the record's words: 241 paragraphs of
bill debates of 2009 to 2023, drawn by lot, in which every numbered provision was read and marked. Whose a
reference is was marked `unclear` where the paragraph alone does not tell a reader.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest

from onrecord.formats.detect import read
from onrecord.proceedings.provisions import Reference, references
from onrecord.reading import ReadContribution

MARKED = Path(__file__).parent / "provisions_marked.csv"
FOLDERS = ("debates", "lordspages", "standing")


class Marked(NamedTuple):
    """A reference as a reader marked it: where its noun stands, its numbers, and whose it is."""

    start: int
    end: int
    kind: str
    numbers: frozenset[str]
    of: str


def marked() -> dict[tuple[str, int], list[Marked]]:
    found: dict[tuple[str, int], list[Marked]] = defaultdict(list)
    with MARKED.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            numbers = frozenset(row["numbers"].split("|"))
            one = Marked(int(row["start"]), int(row["end"]), row["kind"], numbers, row["of"])
            found[row["source_id"], int(row["paragraph"])].append(one)
    return found


@pytest.fixture(scope="module")
def texts(real_data: Path) -> dict[tuple[str, int], str]:
    """The paragraphs that were marked, by id and place."""
    wanted = marked()
    found: dict[tuple[str, int], str] = {}
    for folder in FOLDERS:
        for path in sorted((real_data / "twfy" / folder).glob("*.xml")):
            for sitting in read(path.read_bytes(), path.name).sittings:
                for item in sitting.items:
                    if isinstance(item, ReadContribution) and not sitting.residue:
                        for place, paragraph in enumerate(item.paragraphs):
                            for identity in (item.source_id, *item.aliases):
                                if (identity, place) in wanted:
                                    found[identity, place] = paragraph.text
    assert found.keys() == wanted.keys()
    return found


def right(reference: Reference, one: Marked) -> bool:
    """Whether a reference stands where one was marked, with its numbers, and is not given to the wrong owner."""
    numbers = {provision.number + provision.within for provision in reference.provisions}
    bill = reference.of == "bill"
    return numbers == one.numbers and (one.of == "unclear" or bill == (one.of == "bill"))


def test_precision_and_recall(texts: dict[tuple[str, int], str]) -> None:
    wanted = marked()
    found = correct = 0
    wrong = []
    for place, text in texts.items():
        for reference in references(text):
            found += 1
            here = [one for one in wanted[place] if reference.start <= one.start and one.end <= reference.end]
            if any(right(reference, one) for one in here):
                correct += 1
            else:
                wrong.append((*place, reference.start, reference.end, reference.of))
    total = sum(map(len, wanted.values()))
    assert total >= 300
    assert correct / found >= 0.97, wrong
    assert correct / total >= 0.95, wrong
