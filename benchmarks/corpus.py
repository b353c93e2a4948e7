"""A corpus of any size, made on the spot: paragraphs of real days, dealt out anew over dates and members.

Measuring an archive of thousands of days needs thousands of days, and the project may not
carry any. So this takes a handful of real files that whoever measures has, cuts them into
paragraphs, headings and speakers, and deals those out again, by the seed, to as many days
as are wanted, in parlparse's XML. Words, lengths and repetitions are as in life; what is
said by whom and when is nonsense, and must never be published.

    python benchmarks/corpus.py FOLDER_OF_DEBATES OUT --days 5000 --speeches 40 [--seed 1]

From another benchmark: `make(sources, out, days=…)` writes the files, `days(…)` yields them as text.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

FIRST_DAY = date(1990, 1, 1)
ID = "uk.org.publicwhip/debate/"


class Stock(NamedTuple):
    """What real days are made of. Speakers are (id attribute, id, name)."""

    paragraphs: tuple[str, ...]
    headings: tuple[str, ...]
    speakers: tuple[tuple[str, str, str], ...]


def stock_of(files: Sequence[Path]) -> Stock:
    """Every paragraph, heading and speaker of these files of parlparse's debates."""
    paragraphs: list[str] = []
    headings: list[str] = []
    speakers: dict[str, tuple[str, str, str]] = {}
    for file in files:
        for element in etree.fromstring(file.read_bytes(), etree.XMLParser(resolve_entities=True)).iter():
            if element.tag == "p" and (text := " ".join("".join(element.itertext()).split())):
                paragraphs.append(text)
            elif element.tag in ("major-heading", "minor-heading"):
                headings.append(" ".join("".join(element.itertext()).split()))
            elif element.tag == "speech":
                for attribute in ("person_id", "speakerid"):
                    identity = element.get(attribute)
                    if identity and identity != "unknown":
                        speakers[identity] = attribute, identity, element.get("speakername") or ""
    return Stock(tuple(paragraphs), tuple(h for h in headings if h), tuple(speakers.values()))


def days(stock: Stock, count: int, *, speeches: int = 40, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Name and text of each day's file: `count` weekdays from 1990 on, each of `speeches` speeches."""
    chance = random.Random(seed)
    day = FIRST_DAY
    for _ in range(count):
        while day.weekday() > 4:
            day += timedelta(days=1)
        yield f"debates{day.isoformat()}a.xml", _day(stock, day, speeches, chance)
        day += timedelta(days=1)


def make(sources: Sequence[Path], out: Path, *, count: int, speeches: int = 40, seed: int = 1) -> list[Path]:
    """Write a corpus of `count` days to the folder `out`; returns its files in the order of their days."""
    out.mkdir(parents=True, exist_ok=True)
    stock = stock_of(sources)
    written = []
    for name, text in days(stock, count, speeches=speeches, seed=seed):
        (out / name).write_text(text, encoding="utf-8")
        written.append(out / name)
    return written


def _day(stock: Stock, day: date, speeches: int, chance: random.Random) -> str:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<publicwhip scraperversion="a" latest="yes">']
    debate = 0
    for number in range(speeches):
        if number % 10 == 0:
            debate += 1
            gid = f"{ID}{day.isoformat()}a.{debate}.0"
            lines.append(
                f'<major-heading id="{gid}" colnum="{debate}">{escape(chance.choice(stock.headings))}</major-heading>'
            )
        attribute, identity, name = chance.choice(stock.speakers)
        gid = f"{ID}{day.isoformat()}a.{debate}.{number % 10 + 1}"
        said = "".join(
            f"<p>{escape(chance.choice(stock.paragraphs))}</p>" for _ in range(chance.choice((1, 1, 2, 3, 5)))
        )
        who = f"{attribute}={quoteattr(identity)} speakername={quoteattr(name)}"
        lines.append(f'<speech id="{gid}" {who} colnum="{debate}">{said}</speech>')
    return "\n".join([*lines, "</publicwhip>", ""])


def main() -> None:
    """Make a corpus from the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("sources", type=Path, help="a folder with files of parlparse's debates")
    parser.add_argument("out", type=Path, help="the folder to write to")
    parser.add_argument("--days", type=int, default=1000)
    parser.add_argument("--speeches", type=int, default=40, help="of each day")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    files = sorted(asked.sources.glob("debates*.xml"))
    made = make(files, asked.out, count=asked.days, speeches=asked.speeches, seed=asked.seed)
    size = sum(file.stat().st_size for file in made)
    print(f"{len(made):,} days, {size / 1e6:,.1f} MB")


if __name__ == "__main__":
    main()
