"""How much more loading costs than the bare work: a ratio, measured side by side in one run.

The baseline does by hand what no loader can avoid: parse each file with lxml, take the
text of each speech, put (id, text) into SQLite in one transaction a file, add each text
to a tantivy index, and commit that once. Ours does the same for the record (parsing, a
check of every word, who spoke, what each contribution is, versions, all tables, the
full-text index), with the roll loaded before and start-up excluded.

    python benchmarks/load.py FOLDER_OF_DEBATES FOLDER_OF_PEOPLE [RUNS]
"""

from __future__ import annotations

import resource
import sqlite3
import statistics
import sys
import tempfile
import time
from pathlib import Path

import tantivy
from lxml import etree

from onrecord import Archive


def bare(files: list[Path], folder: Path) -> tuple[float, float]:
    """Seconds of the bare pipeline: without the index, and with it."""
    started = time.perf_counter()
    database = sqlite3.connect(folder / "bare.sqlite")
    database.execute("CREATE TABLE speech (id TEXT PRIMARY KEY, text TEXT)")
    texts = []
    for file in files:
        root = etree.parse(str(file)).getroot()
        rows = [(speech.get("id"), "".join(speech.itertext())) for speech in root.iter("speech")]
        database.executemany("INSERT INTO speech VALUES (?, ?)", rows)
        database.commit()
        texts += rows
    database.close()
    without = time.perf_counter() - started
    schema = tantivy.SchemaBuilder().add_text_field("id", stored=True).add_text_field("text").build()
    index = tantivy.Index(schema, path=str(_made(folder / "index")))
    writer = index.writer()
    for identity, text in texts:
        writer.add_document(tantivy.Document(id=identity, text=text))
    writer.commit()
    writer.wait_merging_threads()
    return without, time.perf_counter() - started


def ours(files: list[Path], archive: Archive) -> float:
    """Seconds of one load of the same files into an archive that knows the people."""
    started = time.perf_counter()
    archive.load(files)
    return time.perf_counter() - started


def main() -> None:
    """Print the medians and the ratios."""
    debates, people = Path(sys.argv[1]), Path(sys.argv[2])
    runs = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    files = sorted(debates.glob("*.xml"))
    figures = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder) / "archive", create=True) as archive:
            archive.load_people([people])
            figures.append((*bare(files, Path(folder)), ours(files, archive)))
    without, whole, own = (statistics.median(column) for column in zip(*figures, strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"bare, without index  {without:6.2f} s")
    print(f"bare, with index     {whole:6.2f} s")
    print(f"ours                 {own:6.2f} s")
    print(f"ratio to bare pipeline with index     {statistics.median(o / w for _, w, o in figures):5.2f}  (at most 3)")
    print(f"ratio to bare pipeline without index  {statistics.median(o / b for b, _, o in figures):5.2f}")
    print(f"peak memory of all of this            {peak:5.0f} MB (at most 400)")


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


if __name__ == "__main__":
    main()
