"""Search against bare tantivy over the same texts, and against SQLite's FTS5, in one run on one machine.

    python benchmarks/search.py FOLDER_OF_DEBATES [--count 100000] [--grown-from 10000] [--fts 100000]

The record is filled with contributions of 190 words dealt out from real paragraphs (`corpus.stock_of`)
straight into its tables, so that what is measured is search and not loading. `ours` is the whole way
of a question through `Archive.search`: query language, filters, ranking, exact total, the record's rows,
who spoke as of the day, marked snippets. `bare` is tantivy's own default field, its collector with a
count, and its own snippets from stored text. Every kind is asked with words drawn from the texts.
"""

from __future__ import annotations

import argparse
import gc
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import msgspec
import tantivy
from sqlalchemy import insert

from onrecord import Archive
from onrecord.model import Membership, Person
from onrecord.people.keys import key_of
from onrecord.reading import Paragraph
from onrecord.store.changes import note_change
from onrecord.store.ids import own_id
from onrecord.store.rows import ContributionCell, SectionCell, encode
from onrecord.store.schema import contributions, person_keys, persons, sections, sittings

sys.path.insert(0, str(Path(__file__).parent))
from corpus import stock_of

WORDS, A_DAY, MEMBERS, ASKED = 190, 250, 650, 200
FIRST = date(1950, 1, 2)
PARTIES = ("Labour", "Conservative", "Liberal Democrat", "Green")
Query = tuple[str, dict[str, object]]


def texts(paragraphs: Sequence[str], count: int, seed: int) -> Iterator[str]:
    """`count` texts of `WORDS` words."""
    chance = random.Random(seed)
    long = [paragraph for paragraph in paragraphs if len(paragraph.split()) > 20]
    for _ in range(count):
        words: list[str] = []
        while len(words) < WORDS:
            part = chance.choice(long).split()
            start = chance.randrange(max(1, len(part) // 2))
            words += part[start : start + 60]
        yield " ".join(words[:WORDS])


def fill(archive: Archive, said: Iterator[str]) -> None:
    """Put texts into the record: days of `A_DAY` contributions by `MEMBERS` members."""
    with archive._engine.connect().execution_options(writes=True) as connection, connection.begin():
        people = [_member(number) for number in range(MEMBERS)]
        connection.execute(
            insert(persons),
            [
                {"person_id": p.person_id, "slug": p.slug, "name": p.name, "data": msgspec.json.encode(p)}
                for p in people
            ],
        )
        connection.execute(
            insert(person_keys),
            [{"key": key, "person_id": p.person_id} for p in people for key in (p.person_id, key_of(p.person_id))],
        )
        chance, day, at = random.Random(7), FIRST, list(_days_of(said))
        for number, spoken in enumerate(at):
            day += timedelta(days=1 if day.weekday() < 4 else 3)
            _put(connection, day, number, spoken, people, chance)


def _days_of(said: Iterator[str]) -> Iterator[list[str]]:
    while spoken := [text for _, text in zip(range(A_DAY), said, strict=False)]:
        yield spoken


def _member(number: int) -> Person:
    seat = Membership("commons", f"Seat {number}", PARTIES[number % 4], date(1900, 1, 1), date(2100, 1, 1), "made")
    name = f"Member {number}"
    return Person(f"twfy:{number}", f"member-{number}", {"twfy": str(number)}, name, memberships=(seat,))


def _put(connection, day, number, spoken, people, chance) -> None:  # type: ignore[no-untyped-def]
    identity = f"commons-chamber/{day}"
    note_change(connection, identity)
    row = dict.fromkeys(("volume", "session", "first_column", "last_column")) | dict.fromkeys(
        ("contributions", "words", "unresolved", "divisions"), 0
    )
    row |= {"id": identity, "house": "commons", "chamber": "commons-chamber", "date": day, "publication": "unknown"}
    connection.execute(insert(sittings), [row | {"state": "held", "revision": 1, "stale": False}])
    headings = [own_id("s", f"{day}/{n}") for n in range(10)]
    connection.execute(insert(sections), [_section(identity, day, place, h) for place, h in enumerate(headings)])
    rows = []
    for place, text in enumerate(spoken):
        person = chance.choice(people).person_id
        own = own_id("c", f"{number}/{place}")
        cell = ContributionCell(paragraphs=(Paragraph("text", text),), sha256="", basis="id-in-source")
        section = headings[place * len(headings) // A_DAY]
        rows.append(
            {"id": own, "sitting_id": identity, "debate_id": section, "section_id": section, "ordinal": place,
             "kind": "speech", "voice": person, "person_id": person, "words": WORDS, "named": True,
             "data": encode(cell)}
        )  # fmt: skip
    connection.execute(insert(contributions), rows)


def _section(identity: str, day: date, place: int, own: str) -> dict[str, object]:
    return {
        "id": own, "sitting_id": identity, "place": place, "ordinal": place, "debate_id": own, "parent_id": None,
        "depth": 0, "kind": "business", "title": f"Business {place}", "folded": "", "permalink": f"/{day}/{place}",
        "data": encode(SectionCell(path=(f"Business {place}",))),
    }  # fmt: skip


class Bare:
    """Tantivy as its own examples use it."""

    def __init__(self, folder: Path, said: Iterator[str]) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("text", stored=True)
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
        self.searcher = self.index.searcher()

    def ask(self, words: Sequence[str], kind: str, person: str = "", days: tuple[int, int] = (0, 0)) -> int:
        """Rank twenty, count all, cut snippets."""
        q, schema = tantivy.Query, self.schema
        if kind == "phrase":
            query = q.phrase_query(schema, "text", list(words))
        else:
            query = q.boolean_query([(tantivy.Occur.Must, q.term_query(schema, "text", word)) for word in words])
        if kind == "filtered":
            within = q.range_query(schema, "day", tantivy.FieldType.Integer, lower_bound=days[0], upper_bound=days[1])
            must = [query, q.const_score_query(q.term_query(schema, "person", person), 0.0), within]
            query = q.boolean_query([(tantivy.Occur.Must, part) for part in must])
        found = self.searcher.search(query, 20, count=True)
        snippets = tantivy.SnippetGenerator.create(self.searcher, query, schema, "text")
        for _, address in found.hits:
            snippets.snippet_from_doc(self.searcher.doc(address)).to_html()
        return int(found.count)


def asked(sample: Sequence[str], kind: str, chance: random.Random) -> list[list[str]]:
    """Words for `ASKED` questions of one kind, drawn from texts; plain ones, so that both sides find the same."""
    questions: list[list[str]] = []
    size = {"one term": 1, "two terms": 2, "phrase": 3, "filtered": 1}[kind]
    while len(questions) < ASKED:
        words = chance.choice(sample).lower().split()
        start = chance.randrange(len(words) - size)
        drawn = words[start : start + size] if kind == "phrase" else chance.sample(words, size)
        if all(word.isascii() and word.isalpha() and len(word) > 1 for word in drawn):
            questions.append(drawn)
    return questions


def timed(work: Sequence[Callable[[], object]]) -> tuple[float, float]:
    """p50 and p99 of these, each done once before, in milliseconds."""
    for one in work:
        one()
    timings = []
    for one in work:
        started = time.perf_counter()
        one()
        timings.append((time.perf_counter() - started) * 1000)
    timings.sort()
    return statistics.median(timings), timings[int(len(timings) * 0.99) - 1]


def measure(archive: Archive, bare: Bare | None, sample: Sequence[str]) -> dict[str, float]:
    """Print p50 and p99 of every kind; returns our p50s."""
    medians = {}
    for kind in ("one term", "two terms", "phrase", "filtered"):
        chance = random.Random(3)
        ours: list[Callable[[], object]] = []
        theirs: list[Callable[[], object]] = []
        for words in asked(sample, kind, chance):
            first = FIRST + timedelta(days=chance.randrange(300))
            last, person = first + timedelta(days=365 * 20), f"twfy:{chance.randrange(MEMBERS)}"
            query = f'"{" ".join(words)}"' if kind == "phrase" else " ".join(words)
            where = {"member": person, "start": first, "end": last} if kind == "filtered" else {}
            ours.append(lambda q=query, w=where: archive.search(q, **w))  # type: ignore[misc, arg-type]
            days = first.toordinal(), last.toordinal()
            if bare:
                theirs.append(lambda w=words, k=kind, p=person, d=days: bare.ask(w, k, p, d))  # type: ignore[misc]
        p50, p99 = timed(ours)
        medians[kind] = p50
        beside = ""
        if bare:
            b50, b99 = timed(theirs)
            beside = f"   bare {b50:7.2f} {b99:8.2f}   ratio {p50 / b50:5.2f} {p99 / b99:5.2f}"
        print(f"{kind:12} p50, p99 ms: ours {p50:7.2f} {p99:8.2f}{beside}", flush=True)
    chance = random.Random(4)
    facets = [
        lambda w=words: archive.search(" ".join(w), facets=("year", "member"), limit=1)  # type: ignore[misc]
        for words in asked(sample, "one term", chance)
    ]
    p50, p99 = timed(facets)
    print(f"{'facets':12} p50, p99 ms: ours {p50:7.2f} {p99:8.2f}   (year and member; p99 at most 60)", flush=True)
    return medians


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
        p50, p99 = timed(work)
        print(f"FTS5 {kind:9} p50, p99 ms: {p50:7.2f} {p99:8.2f}", flush=True)


def _ask_fts(database: sqlite3.Connection, match: str) -> int:
    snippet = "snippet(said, 0, '<mark>', '</mark>', '…', 30)"
    database.execute(f"SELECT {snippet} FROM said WHERE said MATCH ? ORDER BY rank LIMIT 20", (match,)).fetchall()
    return int(database.execute("SELECT count(*) FROM said WHERE said MATCH ?", (match,)).fetchone()[0])


def built(folder: Path, paragraphs: Sequence[str], count: int) -> tuple[Archive, float]:
    """An archive of `count` contributions, and how many seconds its index took."""
    archive = Archive.open(folder, create=True)
    fill(archive, texts(paragraphs, count, 5))
    gc.collect()
    started = time.perf_counter()
    with archive._reading() as connection:
        archive._follow(connection)
    return archive, time.perf_counter() - started


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
    chosen = reader.parse_args()
    files = sorted(chosen.debates.glob("*.xml")) if chosen.debates.is_dir() else [chosen.debates]
    paragraphs = stock_of(files).paragraphs
    sample = list(texts(paragraphs, 2_000, 5))
    with tempfile.TemporaryDirectory() as name, suppress(KeyboardInterrupt):
        folder = Path(name)
        small, _ = built(folder / "small", paragraphs, chosen.grown_from)
        print(f"--- {chosen.grown_from:,} contributions")
        before = measure(small, None, sample)
        small.close()
        print(f"--- {chosen.count:,} contributions of {WORDS} words")
        (folder / "bare").mkdir()
        bare = Bare(folder / "bare", texts(paragraphs, chosen.count, 5))
        archive, seconds = built(folder / "large", paragraphs, chosen.count)
        ratio = seconds / bare.built
        print(
            f"build: ours {chosen.count / seconds:,.0f}/s, bare {chosen.count / bare.built:,.0f}/s, ratio {ratio:.2f}"
        )
        after = measure(archive, bare, sample)
        print("growth of p50:", ", ".join(f"{kind} {after[kind] / before[kind]:.2f}" for kind in after))
        print(f"a sitting of {A_DAY} searchable after {added(archive):.2f} s")
        archive.close()
        full_text_search(list(texts(paragraphs, min(chosen.fts, chosen.count), 5)), folder)


if __name__ == "__main__":
    main()
