"""Does the cost of a sitting stay flat, and is a load of what is held nearly free? Ratios of one run.

One real day is loaded into an empty archive and into one of thousands of days, made by
`corpus.py`, in turns; the ratio of the medians should be near one. The same files loaded a
second time must cost a small part of the first time.

    python benchmarks/flat.py FOLDER_OF_DEBATES FOLDER_OF_PEOPLE [DAYS] [SPEECHES] [RUNS]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from corpus import make

from onrecord import Archive


def seconds(archive: Archive, files: list[Path]) -> float:
    """How long one load takes."""
    started = time.perf_counter()
    archive.load(files)
    return time.perf_counter() - started


def main() -> None:
    """Print the medians and the ratios."""
    debates, people = Path(sys.argv[1]), Path(sys.argv[2])
    count, speeches, runs = (
        int(sys.argv[at]) if len(sys.argv) > at else given for at, given in ((3, 5000), (4, 12), (5, 5))
    )
    real = sorted(debates.glob("debates20[12]*.xml"))[:runs]
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        corpus = make(sorted(debates.glob("debates*.xml")), folder / "corpus", count=count, speeches=speeches)
        with Archive.open(folder / "large", create=True) as large:
            large.load_people([people])
            first = seconds(large, corpus)
            again = seconds(large, corpus)
            figures = []
            for number, day in enumerate(real):
                with Archive.open(folder / f"empty-{number}", create=True) as empty:
                    empty.load_people([people])
                    figures.append((seconds(empty, [day]), seconds(large, [day])))
    small, whole = (statistics.median(column) for column in zip(*figures, strict=True))
    print(f"{count:,} days of {speeches} speeches  {first:8.2f} s")
    print(f"the same again             {again:8.2f} s")
    print(f"ratio first to again       {first / again:8.1f}  (at least 20)")
    print(f"a real day, empty archive  {small:8.3f} s")
    print(f"a real day, large archive  {whole:8.3f} s")
    print(f"ratio large to empty       {statistics.median(w / s for s, w in figures):8.2f}  (at most 1.3)")


if __name__ == "__main__":
    main()
