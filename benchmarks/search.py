"""Search against bare tantivy over the same texts, and against SQLite's FTS5, in one run on one machine.

    python benchmarks/search.py FOLDER_OF_DEBATES [--count 100000] [--grown-from 10000] [--fts 100000]

The record is filled with contributions of 190 words dealt out from real paragraphs (`corpus.stock_of`)
straight into its tables, so that what is measured is search and not loading. `ours` is the whole way
of a question through `Archive.search`: query language, filters, ranking, exact total, the record's rows,
who spoke as of the day, marked snippets. `bare` is tantivy's own default field, its collector with a
count, and its own snippets from stored text; `stemmed` the same with its English stems, so that a word is
found in all its forms, as by us: where that finds ten times as much, it is another question. `as written`
is ours asked for each word in quotation marks, which finds what `bare` finds. Every kind is asked with
words drawn from the texts, question by question in turn, so that what else the machine does weighs on all alike.

    python benchmarks/search.py FOLDER_OF_DEBATES --archive FOLDER

takes an archive that `filled.py` has made, and makes only the bare indexes.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import tantivy

from onrecord import Archive
from onrecord.search.stems import stem
from onrecord.store.changes import note_change

sys.path.insert(0, str(Path(__file__).parent))
from filled import A_DAY, FIRST, MEMBERS, WORDS, built, paragraphs_of, texts

ASKED = 200


class Bare:
    """Tantivy as its own examples use it."""

    def __init__(self, folder: Path, said: Iterator[str], tokenizer: str = "default") -> None:
        folder.mkdir(parents=True)
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", stored=True, tokenizer_name=tokenizer)
        builder.add_text_field("person", tokenizer_name="raw", index_option="basic", fast=True)
        builder.add_integer_field("day", indexed=True, fast=True)
        self.schema = builder.build()
        self.index = tantivy.Index(self.schema, str(folder))
        started = time.perf_counter()
        writer = self.index.writer(64_000_000, 1)
        chance, day = random.Random(7), FIRST
        for number, text in enumerate(said):
            if number % A_DAY == 0:
                day += timedelta(days=1 if day.weekday() < 4 else 3)
            person = f"twfy:{chance.randrange(MEMBERS)}"
            writer.add_document(tantivy.Document(text=text, person=person, day=day.toordinal()))
        writer.commit()
        writer.wait_merging_threads()
        self.built = time.perf_counter() - started
        self.index.reload()
        self.stemmed = tokenizer == "en_stem"
        self.name = "stemmed" if self.stemmed else "bare"
        self.searcher = self.index.searcher()

    def ask(self, words: Sequence[str], kind: str, person: str = "", days: tuple[int, int] = (0, 0)) -> int:
        """Rank twenty, count all, cut snippets."""
        q, schema = tantivy.Query, self.schema
        if "phrase" in kind:
            query = q.phrase_query(schema, "text", list(words))
        else:
            stems = [stem(word) for word in words] if self.stemmed else words
            query = q.boolean_query([(tantivy.Occur.Must, q.term_query(schema, "text", word)) for word in stems])
        if kind == "filtered":
            within = q.range_query(schema, "day", tantivy.FieldType.Integer, lower_bound=days[0], upper_bound=days[1])
            must = [query, q.const_score_query(q.term_query(schema, "person", person), 0.0), within]
            query = q.boolean_query([(tantivy.Occur.Must, part) for part in must])
        found = self.searcher.search(query, 20, count=True)
        snippets = tantivy.SnippetGenerator.create(self.searcher, query, schema, "text")
        for _, address in found.hits:
            snippets.snippet_from_doc(self.searcher.doc(address)).to_html()
        return int(found.count)


class Exactly:
    """An archive that is asked for words as they are written, each in quotation marks: for what a bare one finds."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive

    def search(self, query: str, **where: Any) -> object:
        """The page for the words of `query`."""
        return self._archive.search(" ".join(f'"{word}"' for word in query.split()), **where)


KINDS = {"one term": 1, "two terms": 2, "phrase": 3, "common phrase": 3, "filtered": 1}


def asked(sample: Sequence[str], kind: str, chance: random.Random) -> list[list[str]]:
    """Words for `ASKED` questions of one kind, drawn from texts; plain ones, so that both sides find the same.

    A phrase is common if each of its words stands in a fifth of all texts.
    """
    questions: list[list[str]] = []
    size, common = KINDS[kind], _common(sample) if "phrase" in kind else set()
    while len(questions) < ASKED:
        words = chance.choice(sample).lower().split()
        start = chance.randrange(len(words) - size)
        drawn = words[start : start + size] if "phrase" in kind else chance.sample(words, size)
        if "phrase" in kind and (set(drawn) <= common) != (kind == "common phrase"):
            continue
        if all(word.isascii() and word.isalpha() and len(word) > 1 for word in drawn):
            questions.append(drawn)
    return questions


def _common(sample: Sequence[str]) -> set[str]:
    met = Counter(word for text in sample for word in set(text.lower().split()))
    return {word for word, texts_with in met.items() if texts_with * 5 >= len(sample)}


class Times(NamedTuple):
    """Milliseconds: half of the questions took at most `p50`, 99 in 100 at most `p99`; of the processor's time too."""

    p50: float
    p99: float
    processor: float
    processor_99: float

    def __str__(self) -> str:
        return f"{self.p50:6.2f} {self.p99:7.2f} ({self.processor:6.2f} {self.processor_99:7.2f})"


def timed(*sides: Sequence[Callable[[], object]]) -> list[Times]:
    """The times of each side: each question is asked once before, then by one side after the other."""
    clock: list[list[float]] = [[] for _ in sides]
    processor: list[list[float]] = [[] for _ in sides]
    for one in (one for side in sides for one in side):
        one()
    for questions in zip(*sides, strict=True):
        for place, one in enumerate(questions):
            started, spent = time.perf_counter(), time.process_time()
            one()
            processor[place].append((time.process_time() - spent) * 1000)
            clock[place].append((time.perf_counter() - started) * 1000)
    return [Times(*_shares(one), *_shares(other)) for one, other in zip(clock, processor, strict=True)]


def _shares(times: Sequence[float]) -> tuple[float, float]:
    return statistics.median(times), sorted(times)[int(len(times) * 0.99) - 1]


def measure(archive: Archive, small: Archive, bare: Sequence[Bare], sample: Sequence[str]) -> None:
    """Print p50 and p99 of every kind, beside the bare ones, and how much more p50 is than in the small archive."""
    print("p50 and p99 in ms by the clock (of the processor's time); ratios and growth are of the processor's p50")
    for kind in KINDS:
        beside = [one for one in bare if not one.stemmed or "phrase" not in kind]
        asked_too = [] if "phrase" in kind else [Exactly(archive)]
        (ours, less, *others) = timed(*_questions((archive, small, *asked_too), beside, sample, kind))
        exact, theirs = others[: len(asked_too)], others[len(asked_too) :]
        told = [
            f"   {one.name} {times} ratio {ours.processor / times.processor:4.2f}"
            for one, times in zip(beside, theirs, strict=True)
        ]
        grown = f"   grown {ours.processor / less.processor:.2f} times"
        told += [f"   as written {one} ratio {one.processor / theirs[0].processor:4.2f}" for one in exact]
        print(f"{kind:13} ours {ours}{''.join(told)}{grown}", flush=True)
    chance = random.Random(4)
    facets = [
        lambda w=words: archive.search(" ".join(w), facets=("year", "member"), limit=1)  # type: ignore[misc]
        for words in asked(sample, "one term", chance)
    ]
    print(f"{'facets':13} ours {timed(facets)[0]}   (year and member; p99 at most 60)", flush=True)


def _questions(
    archives: Sequence[Archive | Exactly], bare: Sequence[Bare], sample: Sequence[str], kind: str
) -> list[list[Callable[[], object]]]:
    """The same questions for each archive and for each of the bare ones."""
    sides: list[list[Callable[[], object]]] = [[] for _ in (*archives, *bare)]
    chance = random.Random(3)
    for words in asked(sample, kind, chance):
        first = FIRST + timedelta(days=chance.randrange(300))
        last, person = first + timedelta(days=365 * 20), f"twfy:{chance.randrange(MEMBERS)}"
        query = f'"{" ".join(words)}"' if "phrase" in kind else " ".join(words)
        where = {"member": person, "start": first, "end": last} if kind == "filtered" else {}
        for side, archive in zip(sides, archives, strict=False):
            side.append(lambda a=archive, q=query, w=where: a.search(q, **w))  # type: ignore[misc]
        days = first.toordinal(), last.toordinal()
        for side, one in zip(sides[len(archives) :], bare, strict=True):
            side.append(lambda o=one, w=words, p=person, d=days: o.ask(w, kind, p, d))  # type: ignore[misc]
    return sides


def full_text_search(said: Sequence[str], folder: Path) -> None:
    """The same texts in SQLite's FTS5, ranked twenty with a count and snippets."""
    database = sqlite3.connect(folder / "fts.sqlite")
    started = time.perf_counter()
    database.execute("CREATE VIRTUAL TABLE said USING fts5(text, tokenize = 'porter unicode61')")
    database.executemany("INSERT INTO said VALUES (?)", ((text,) for text in said))
    database.commit()
    print(f"FTS5 build   {len(said) / (time.perf_counter() - started):8,.0f} texts/s")
    for kind in ("one term", "two terms", "phrase"):
        work = []
        for words in asked(said, kind, random.Random(3)):
            match = f'"{" ".join(words)}"' if kind == "phrase" else " AND ".join(f'"{word}"' for word in words)
            work.append(lambda m=match: _ask_fts(database, m))  # type: ignore[misc]
        print(f"FTS5 {kind:9} {timed(work)[0]}", flush=True)


def _ask_fts(database: sqlite3.Connection, match: str) -> int:
    snippet = "snippet(said, 0, '<mark>', '</mark>', '…', 30)"
    database.execute(f"SELECT {snippet} FROM said WHERE said MATCH ? ORDER BY rank LIMIT 20", (match,)).fetchall()
    return int(database.execute("SELECT count(*) FROM said WHERE said MATCH ?", (match,)).fetchone()[0])


def added(archive: Archive) -> float:
    """Seconds from a sitting's commit to its being found: one sitting written again."""
    with archive._engine.connect().execution_options(writes=True) as connection, connection.begin():
        note_change(connection, f"commons-chamber/{FIRST + timedelta(days=1)}")
    started = time.perf_counter()
    archive.search("member", limit=1)
    return time.perf_counter() - started


def main() -> None:
    """Build both, ask both, print the figures."""
    reader = argparse.ArgumentParser()
    reader.add_argument("debates", type=Path)
    reader.add_argument("--count", type=int, default=100_000)
    reader.add_argument("--grown-from", type=int, default=10_000)
    reader.add_argument("--fts", type=int, default=100_000)
    reader.add_argument("--archive", type=Path, help="take this one instead of making one")
    chosen = reader.parse_args()
    paragraphs = paragraphs_of(chosen.debates)
    sample = list(texts(paragraphs, 2_000, 5))
    with tempfile.TemporaryDirectory() as name, suppress(KeyboardInterrupt):
        folder = Path(name)
        small, _ = built(folder / "small", paragraphs, chosen.grown_from)
        archive, count, seconds = _large(folder, paragraphs, chosen)
        print(f"--- {count:,} contributions of {WORDS} words; grown from {chosen.grown_from:,}")
        bare = Bare(folder / "bare", texts(paragraphs, count, 5))
        stemmed = Bare(folder / "stemmed", texts(paragraphs, count, 5), "en_stem")
        if seconds:
            speed = f"ours {count / seconds:,.0f}/s, bare {count / bare.built:,.0f}/s, ratio {seconds / bare.built:.2f}"
            print(f"build: {speed}, beside stems {seconds / stemmed.built:.2f}")
        measure(archive, small, (bare, stemmed), sample)
        small.close()
        if seconds:
            print(f"a sitting of {A_DAY} searchable after {added(archive):.2f} s")
        archive.close()
        full_text_search(list(texts(paragraphs, min(chosen.fts, count), 5)), folder)


def _large(folder: Path, paragraphs: Sequence[str], chosen: argparse.Namespace) -> tuple[Archive, int, float]:
    """The archive to ask, how many contributions it holds, and the seconds its index took; none if it was there."""
    if chosen.archive:
        archive = Archive.open(chosen.archive, read_only=True)
        with archive._searching() as (_, searcher):
            return archive, searcher.num_docs // 1000 * 1000, 0.0
    archive, seconds = built(folder / "large", paragraphs, chosen.count)
    return archive, chosen.count, seconds


if __name__ == "__main__":
    main()
