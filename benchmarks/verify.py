"""The quotation check: how fast it is, and whether it is ever wrong, over a corpus made on the spot.

Quotations are drawn from the corpus with a fixed seed: as they stand, and with 15 in 100 of their
words changed. Printed are the times in milliseconds and their ratio to the bare library (the same
words asked of the same index as one phrase), how many verbatim ones were missed, how many altered
ones were called verbatim, and how often the right passage came first.

    python benchmarks/verify.py FOLDER_OF_DEBATES [--days 500] [--speeches 40] [--quotations 1000]
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import tantivy
from corpus import make
from sqlalchemy import select

from onrecord import Archive
from onrecord.model import Verification
from onrecord.normal import normalise
from onrecord.search.fields import index_schema
from onrecord.store.rows import decode_contribution
from onrecord.store.schema import contributions

WORDS = 20


class Drawn(NamedTuple):
    """A quotation, and the words of the record that it was made from."""

    quote: str
    source: str


def drawn(archive: Archive, count: int) -> tuple[list[Drawn], list[Drawn]]:
    """As many quotations as they stand, and as many with 15 in 100 of their words changed."""
    chance = random.Random(5)
    with archive._reading() as connection:
        rows = connection.execute(select(contributions.c.id, contributions.c.data).where(contributions.c.words > 40))
        texts = [" ".join(p.text for p in decode_contribution(d).paragraphs).split() for _, d in rows]
    texts = [words for words in texts if "[" not in "".join(words) and len(words) > WORDS]
    vocabulary = [word for words in texts[:2000] for word in words if word.isalpha()]
    right, wrong = [], []
    for _ in range(count):
        words = chance.choice(texts)
        start = chance.randrange(len(words) - WORDS)
        quote = words[start : start + WORDS]
        said = normalise(" ".join(quote))
        right.append(Drawn(" ".join(quote), said))
        changed = list(quote)
        for place in chance.sample(range(WORDS), WORDS * 15 // 100):
            while normalise(changed[place]) == normalise(quote[place]):
                changed[place] = chance.choice(vocabulary)
        wrong.append(Drawn(" ".join(changed), said))
    return right, wrong


def timed(work: Callable[[str], object], quotations: list[Drawn]) -> Iterator[tuple[float, object]]:
    """Milliseconds and answer, one for each quotation."""
    for one in quotations:
        start = perf_counter()
        answer = work(one.quote)
        yield (perf_counter() - start) * 1000, answer


def shares(times: list[float]) -> str:
    """The median, and what 99 in 100 stay under."""
    return f"p50 {statistics.median(times):6.1f} ms   p99 {statistics.quantiles(times, n=100)[98]:6.1f} ms"


def led(answer: object, source: str) -> bool:
    """Whether the words that the quotation was made from come first: the corpus has many of them twice."""
    assert isinstance(answer, Verification)
    if not answer.matches:
        return False
    best = answer.matches[0]
    return normalise(best.contribution.text[best.start : best.end]) == source


def report(archive: Archive, quotations: int) -> None:
    """Run and print everything."""
    right, wrong = drawn(archive, quotations)
    with archive._searching() as (_, searcher):

        def bare(quote: str) -> object:
            return searcher.search(tantivy.Query.phrase_query(index_schema(), "text", normalise(quote).split()), 20)

        bare_times = [ms for ms, _ in timed(bare, right)]
        print(f"{searcher.num_docs:,} contributions, {len(right):,} quotations of {WORDS} words of each kind")
    print(f"bare phrase          {shares(bare_times)}")
    asked = [(ms, answer, one.source) for (ms, answer), one in zip(timed(archive.verify, right), right, strict=True)]
    missed = sum(answer.verdict != "verbatim" for _, answer, _ in asked)  # type: ignore[attr-defined]
    ratio = statistics.median(ms for ms, _, _ in asked) / statistics.median(bare_times)
    print(f"as they stand        {shares([ms for ms, _, _ in asked])}   {ratio:.1f} times bare   missed {missed}")
    asked = [(ms, answer, one.source) for (ms, answer), one in zip(timed(archive.verify, wrong), wrong, strict=True)]
    false = sum(answer.verdict == "verbatim" for _, answer, _ in asked)  # type: ignore[attr-defined]
    first = sum(led(answer, source) for _, answer, source in asked) / len(asked)
    changed = shares([ms for ms, _, _ in asked])
    print(f"15 in 100 changed    {changed}   called verbatim {false}   right passage {first:.2%}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("sources", type=Path)
    parser.add_argument("--days", type=int, default=500)
    parser.add_argument("--speeches", type=int, default=40)
    parser.add_argument("--quotations", type=int, default=1000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        files = make(
            sorted(asked.sources.glob("*.xml")), Path(folder) / "days", count=asked.days, speeches=asked.speeches
        )
        with Archive.open(Path(folder) / "archive", create=True) as archive:
            archive.load(files)
            report(archive, asked.quotations)


if __name__ == "__main__":
    main()
