"""Who said it, measured: ids taken away from real days, names resolved, and the two compared.

    python benchmarks/accuracy.py shared/data [--write] [--sample]

Every contribution whose source gives an id that the roll knows is resolved again from its name
line alone, as in a source without ids. "From the normalised name": parlparse has tidied the
names; "from print": the name lines are the Official Report's own. The table is compared with
the committed one, and every contribution that is told now and was not, or no longer is, is
listed. `--write` commits the new table to docs/accuracy. For historic volumes there is nothing to
compare with: the share of name lines that are told is printed, and `--sample` prints a hundred
decisions, drawn by a fixed seed, for a person to check.
"""

from __future__ import annotations

import csv
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from msgspec import structs

from onrecord.errors import BadInputError
from onrecord.formats.detect import read
from onrecord.people.build import build
from onrecord.people.detect import read_people
from onrecord.people.roll import MemoryRoll
from onrecord.proceedings.naming import Decision, decide
from onrecord.proceedings.turns import debates_of
from onrecord.proceedings.volume import with_persons_of_print
from onrecord.reading import Mark, ReadContribution, ReadSitting

DOCS = Path(__file__).resolve().parent.parent / "docs" / "accuracy"
TABLE, OPEN = DOCS / "speakers.csv", DOCS / "speakers-open.csv"
HEAD = ("stream", "years", "names", "ids", "right", "wrong", "unresolved", "precision", "recall")


def main(data: Path, *, write: bool, sample: bool = False) -> int:
    """Measure, print, compare; with `write`, keep the result as the table to compare with."""
    roll = roll_of(data / "people")
    rows: dict[tuple[str, str, str], Counter[str]] = {}
    left: dict[str, tuple[str, str]] = {}
    for folder, sitting in sittings(data):
        key = (folder, years_of(sitting), "normalised")
        measure(sitting, roll, rows.setdefault(key, Counter()), left)
    for path in sorted((data / "hansard-html").glob("*.html")):
        for sitting in read(path.read_bytes(), str(path)).sittings:
            key = ("hansard-html", str(sitting.date.year), "print")
            measure(sitting, roll, rows.setdefault(key, Counter()), left)
    table = [line_of(key, counted) for key, counted in sorted(rows.items())]
    print_table(table)
    compare(table, left)
    print_volumes(data, sample=sample)
    if write:
        keep(TABLE, HEAD, table)
        keep(OPEN, ("contribution", "outcome", "person"), [(one, *told) for one, told in sorted(left.items())])
    return 0


def roll_of(folder: Path) -> MemoryRoll:
    """The roll of every list in a folder and below it."""
    lists = [read_people(path.read_bytes(), str(path)) for path in sorted(folder.rglob("*")) if path.is_file()]
    built = build(lists)
    return MemoryRoll(built.persons, built.keys, built.seats)


def sittings(data: Path) -> Iterator[tuple[str, ReadSitting]]:
    """Every sitting that can be read, with its folder; older editions' residues left out."""
    for path in sorted((data / "twfy").rglob("*.xml")):
        try:
            reading = read(path.read_bytes(), str(path))
        except BadInputError:
            continue
        for sitting in reading.sittings:
            if not sitting.residue:
                yield path.parent.name, sitting


def years_of(sitting: ReadSitting) -> str:
    """The years of a sitting, as the table has them: those of one set of lists."""
    return "2009" if sitting.date.year < 2010 else "2016 to 2023"


def measure(sitting: ReadSitting, roll: MemoryRoll, counted: Counter[str], left: dict[str, tuple[str, str]]) -> None:
    """Resolve a sitting without its ids, and count what came of each."""
    decisions = {d.place: d for d in decide(stripped(sitting), roll, debates_of(sitting.sections), {})}
    for place, item in enumerate(sitting.items):
        if not isinstance(item, ReadContribution) or item.mark.key is None:
            continue
        person = roll.person(item.mark.key)
        if person is None:
            counted["not on the roll"] += 1
            continue
        outcome = outcome_of(decisions.get(place), person.person_id)
        counted[outcome] += 1
        if outcome != "right":
            left[item.source_id] = (outcome, person.person_id)


def outcome_of(decision: Decision | None, person_id: str) -> str:
    """`right`, `wrong` or `unresolved`."""
    if decision is None or decision.person_id is None:
        return "unresolved"
    return "right" if decision.person_id == person_id else "wrong"


def stripped(sitting: ReadSitting) -> ReadSitting:
    """A sitting whose contributions say no ids; their names stay."""
    return structs.replace(sitting, items=tuple(without_id(item) for item in sitting.items))


def without_id(item: object) -> object:
    """An item without the id of its speaker."""
    if not isinstance(item, ReadContribution):
        return item
    mark = item.mark
    return structs.replace(item, mark=Mark(None, mark.name, mark.office, mark.collective))


def line_of(key: tuple[str, str, str], counted: Counter[str]) -> tuple[str, ...]:
    """A line of the table."""
    right, wrong, left = counted["right"], counted["wrong"], counted["unresolved"]
    named = right + wrong
    precision = f"{100 * right / named:.2f}" if named else ""
    recall = f"{100 * right / (named + left):.2f}" if named + left else ""
    return (*key, str(named + left), str(right), str(wrong), str(left), precision, recall)


def print_table(table: list[tuple[str, ...]]) -> None:
    """The table, in columns."""
    for row in (HEAD, *table):
        print(f"{row[0]:<16} {row[1]:<13} {row[2]:<11}" + "".join(f"{cell:>12}" for cell in row[3:]))


def compare(table: list[tuple[str, ...]], left: dict[str, tuple[str, str]]) -> None:
    """Gains and losses against the committed table, contribution by contribution."""
    if not OPEN.exists():
        return
    with OPEN.open(encoding="utf-8", newline="") as file:
        before = {row["contribution"]: row["outcome"] for row in csv.DictReader(file)}
    gains = sorted(before.keys() - left.keys())
    losses = sorted(one for one in left if left[one][0] != before.get(one))
    print(f"against the committed table: {len(gains)} gained, {len(losses)} lost")
    for sign, ids in (("+", gains), ("-", losses)):
        for one in ids:
            print(f"  {sign} {one}  {before.get(one, 'right')} -> {left.get(one, ('right', ''))[0]}")


def print_volumes(data: Path, *, sample: bool) -> None:
    """How many name lines of the historic volumes are told, and a sample of the decisions."""
    told: list[tuple[str, str, str]] = []
    for path in sorted((data / "historic").glob("*.xml")):
        reading = with_persons_of_print(read(path.read_bytes(), str(path)))
        said = [item for sitting in reading.sittings for item in sitting.items if isinstance(item, ReadContribution)]
        named = [item for item in said if (item.mark.name or item.mark.office) and not item.mark.collective]
        known = [item for item in named if item.mark.key]
        persons = {item.mark.key for item in known}
        print(f"{path.stem}: {len(named)} name lines, {len(known)} told ({len(persons)} persons of print)")
        told += [(item.source_id, item.attribution or "", item.mark.key or "open") for item in named]
    if sample:
        for row in sorted(random.Random(1909).sample(told, min(100, len(told)))):  # no secret
            print("  " + " | ".join(row))


def keep(path: Path, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head)
        writer.writerows(rows)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), write="--write" in sys.argv, sample="--sample" in sys.argv))
