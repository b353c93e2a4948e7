"""What telling names costs: a day's names against parsing the day, and the card of a person.

    python benchmarks/names.py shared/data

Both sides of the ratio run in the same process on the same days: reading a file with its account
of words, and telling every name line of it with all ids taken away, and every person named in its
speeches. `people show` is asked of an archive with all lists of people.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from accuracy import roll_of, stripped

from onrecord import Archive
from onrecord.formats.detect import read
from onrecord.people.roll import MemoryRoll
from onrecord.proceedings.mentions import mentions_of
from onrecord.proceedings.naming import decide
from onrecord.proceedings.turns import debates_of
from onrecord.reading import ReadContribution, ReadSitting

ROUNDS = 5


def main(data: Path) -> int:
    """Print the ratio of each day and the time of a card."""
    roll = roll_of(data / "people")
    roll.directory()
    ratios = []
    for path in sorted((data / "twfy" / "debates").glob("*.xml")):
        content = path.read_bytes()
        (sitting,) = read(content, str(path)).sittings
        if sitting.residue:
            continue
        parsing = quickest(lambda content=content, path=path: read(content, str(path)))  # type: ignore[misc]  # bound
        bare = stripped(sitting)
        telling = quickest(lambda bare=bare: tell(bare, roll))  # type: ignore[misc]  # bound
        ratios.append(telling / parsing)
        print(
            f"{path.stem}: parsed in {1000 * parsing:.0f} ms, names told in {1000 * telling:.0f} ms: {ratios[-1]:.2f}"
        )
    print(f"names told against parsed, median of the days: {statistics.median(ratios):.2f}")
    print(f"people show: {1000 * card(data):.1f} ms (median), {len(roll.everybody())} people on the roll")
    return 0


def quickest(work: Callable[[], object]) -> float:
    """The shortest of some rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def tell(sitting: ReadSitting, roll: MemoryRoll) -> None:
    """Every name of a sitting, as loading tells them."""
    decide(sitting, roll, debates_of(sitting.sections), {})
    said = [(place, item) for place, item in enumerate(sitting.items) if isinstance(item, ReadContribution)]
    mentions_of(said, roll.directory(), sitting.house, sitting.date)


def card(data: Path) -> float:
    """The median time of asking who somebody is, of an archive with every list."""
    with tempfile.TemporaryDirectory() as folder, Archive.open(folder, create=True) as archive:
        archive.load_people([data / "people"])
        archive.person("twfy:10999")
        return statistics.median(quickest(lambda: archive.person("Dominic Raab")) for _ in range(11))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
