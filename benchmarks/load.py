"""How much more loading costs than the bare work: a ratio, measured side by side in one run.

The baseline does by hand what no loader can avoid: parse each file with lxml, take the
text of each speech, put (id, text) into SQLite in one transaction a file, add each text
to a tantivy index, and commit that once. Ours does the same for the record (parsing, a
check of every word, who spoke, what each contribution is, versions, all tables, the
full-text index), with the roll loaded before and start-up excluded. Then the same files
once more, unchanged.

    python benchmarks/load.py FOLDER_OF_PEOPLE FOLDER_OF_FILES... [--runs 3]
"""

from __future__ import annotations

import argparse
import resource
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import tantivy
from lxml import etree

from onrecord import Archive

_SPOKEN = {"publicwhip": ("speech", "ques", "reply", "division")}  # what holds words, by the root; else paragraphs


class Figures(NamedTuple):
    """Seconds of one run."""

    parsed: float
    bare: float
    ours: float
    again: float


def _texts(file: Path) -> list[tuple[str | None, str]]:
    try:
        root = etree.parse(str(file), etree.XMLParser(huge_tree=True)).getroot()
    except etree.XMLSyntaxError:  # ours refuses it, or mends what it can name
        return []
    return [(each.get("id"), "".join(each.itertext())) for each in root.iter(*_SPOKEN.get(root.tag, ("p",)))]


def bare(files: Sequence[Path], folder: Path) -> tuple[float, float]:
    """Seconds of the bare pipeline: without the index, and with it."""
    started = time.perf_counter()
    database = sqlite3.connect(folder / "bare.sqlite")
    database.execute("CREATE TABLE speech (id TEXT, text TEXT)")
    texts = []
    for file in files:
        rows = _texts(file)
        database.executemany("INSERT INTO speech VALUES (?, ?)", rows)
        database.commit()
        texts += rows
    database.close()
    without = time.perf_counter() - started
    schema = tantivy.SchemaBuilder().add_text_field("id", stored=True).add_text_field("text").build()
    (folder / "index").mkdir()
    index = tantivy.Index(schema, path=str(folder / "index"))
    writer = index.writer()
    for identity, text in texts:
        writer.add_document(tantivy.Document(id=identity or "", text=text))
    writer.commit()
    writer.wait_merging_threads()
    return without, time.perf_counter() - started


def ours(files: Sequence[Path], archive: Archive) -> float:
    """Seconds of one load of these files into an archive that knows the people."""
    started = time.perf_counter()
    archive.load(files)
    return time.perf_counter() - started


def measured(files: Sequence[Path], people: Path, runs: int) -> Iterator[Figures]:
    """The figures of each run, each in an archive of its own."""
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder) / "archive", create=True) as archive:
            archive.load_people([people])
            yield Figures(*bare(files, Path(folder)), ours(files, archive), ours(files, archive))


def main() -> None:
    """Print the medians and the ratios."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("people", type=Path)
    arguments.add_argument("folders", type=Path, nargs="+")
    arguments.add_argument("--runs", type=int, default=3)
    asked = arguments.parse_args()
    files = sorted(file for folder in asked.folders for file in folder.rglob("*.xml"))
    figures = list(measured(files, asked.people, asked.runs))
    middle = Figures(*(statistics.median(column) for column in zip(*figures, strict=True)))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    second = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    ratio = statistics.median(figure.ours / figure.bare for figure in figures)
    again = statistics.median(figure.ours / figure.again for figure in figures)
    print(f"{len(files)} files, {sum(file.stat().st_size for file in files) / 1e6:.1f} MB, {asked.runs} runs")
    print(f"bare, without index   {middle.parsed:6.2f} s")
    print(f"bare, with index      {middle.bare:6.2f} s")
    print(f"ours                  {middle.ours:6.2f} s")
    print(f"ours, unchanged files {middle.again:6.2f} s")
    print(f"ratio to the bare pipeline with index  {ratio:5.2f}  (at most 2.5)")
    print(f"first load against the second          {again:5.0f}  (at least 20)")
    print(f"peak memory                            {peak:5.0f} MB, of the second process {second:.0f} (at most 500)")


if __name__ == "__main__":
    main()
