"""An archive of any size for measuring search, the quotation check and the site, without the time that loading takes.

Contributions of `WORDS` words, dealt out from real paragraphs (`corpus.stock_of`), are put straight into the
record's tables: `A_DAY` a day, spoken by `MEMBERS` invented members. What is said by whom and when is
nonsense; words, their number and their repetitions are as in life.

    python benchmarks/filled.py FOLDER_OF_DEBATES ARCHIVE [--count 1000000]

makes one and keeps it: the benchmarks take it with `--archive`.
"""

from __future__ import annotations

import argparse
import gc
import random
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

import msgspec
from sqlalchemy import insert

from onrecord import Archive
from onrecord.model import Membership, Person
from onrecord.people.keys import key_of
from onrecord.reading import Paragraph
from onrecord.store.changes import note_change
from onrecord.store.ids import own_id
from onrecord.store.rows import ContributionCell, SectionCell, encode
from onrecord.store.schema import contributions, permalinks, person_keys, persons, sections, sittings

sys.path.insert(0, str(Path(__file__).parent))
from corpus import stock_of

WORDS, A_DAY, MEMBERS = 190, 250, 650
FIRST = date(1950, 1, 2)
PARTIES = ("Labour", "Conservative", "Liberal Democrat", "Green")


def paragraphs_of(debates: Path) -> Sequence[str]:
    """The paragraphs of a folder of days, or of one."""
    files = sorted(debates.glob("*.xml")) if debates.is_dir() else [debates]
    return stock_of(files).paragraphs


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
    stand = [_section(identity, day, place, h) for place, h in enumerate(headings)]
    connection.execute(insert(sections), stand)
    connection.execute(insert(permalinks), [{"path": one["permalink"], "section_id": one["id"]} for one in stand])
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
        "depth": 0, "kind": "business", "title": f"Business {place}", "folded": "",
        "permalink": f"/debate/{day}/commons-chamber/business-{place}",
        "data": encode(SectionCell(path=(f"Business {place}",))),
    }  # fmt: skip


def built(folder: Path, paragraphs: Sequence[str], count: int) -> tuple[Archive, float]:
    """An archive of `count` contributions, and how many seconds its index took."""
    archive = Archive.open(folder, create=True)
    fill(archive, texts(paragraphs, count, 5))
    gc.collect()
    started = time.perf_counter()
    with archive._reading() as connection:
        archive._follow(connection)
    return archive, time.perf_counter() - started


def main() -> None:
    """Make an archive and keep it."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    reader.add_argument("debates", type=Path)
    reader.add_argument("archive", type=Path)
    reader.add_argument("--count", type=int, default=1_000_000)
    chosen = reader.parse_args()
    archive, seconds = built(chosen.archive, paragraphs_of(chosen.debates), chosen.count)
    archive.close()
    print(f"{chosen.count:,} contributions of {WORDS} words, indexed in {seconds:.0f} s")


if __name__ == "__main__":
    main()
