"""The quotation check: how fast it is, and whether it is ever wrong, over an archive of any size (`filled.py`).

Quotations of twenty words are drawn from the record with a fixed seed: as they stand, with 15 in 100 of
their words changed, and altered in the smallest ways there are (a word put in, left out, exchanged or
changed with its neighbour). Printed are the times in milliseconds and their ratio to the bare library (the same words
asked of the same index as one phrase), how many verbatim ones were missed, how many altered ones were
falsely called verbatim, and how often the right passage came first.

These texts repeat each other, so it is right whichever contribution has the words that the quotation was made from,
word for word; a passage that differs from the quotation in no more words is no error either. Both are counted. And
altered words may stand elsewhere as they are: one that is called verbatim is looked for in the contribution named, by
code that has nothing of the project's, and if it does stand there, another alteration is drawn instead.

    python benchmarks/verify.py FOLDER_OF_DEBATES [--count 100000] [--quotations 1000] [--checked 5000]
    python benchmarks/verify.py FOLDER_OF_DEBATES --archive FOLDER    one that `filled.py` has made
"""

from __future__ import annotations

import argparse
import random
import re
import statistics
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

import tantivy
from rapidfuzz.distance import Levenshtein
from sqlalchemy import select

from onrecord import Archive
from onrecord.model import Verification
from onrecord.normal import normalise
from onrecord.search.fields import index_schema
from onrecord.store.rows import decode_contribution
from onrecord.store.schema import contributions

sys.path.insert(0, str(Path(__file__).parent))
from filled import built, paragraphs_of

WORDS = 20


class Drawn(NamedTuple):
    """A quotation, and the words of the record that it was made from."""

    quote: str
    source: str


def stretches(archive: Archive, count: int) -> Iterator[list[str]]:
    """So many stretches of `WORDS` words, each of a contribution of its own."""
    chance = random.Random(5)
    with archive._reading() as connection:
        ids = connection.execute(select(contributions.c.id).order_by(contributions.c.id)).scalars().all()
        for identity in chance.sample(ids, min(len(ids), count * 2)):
            data = connection.execute(select(contributions.c.data).where(contributions.c.id == identity)).scalar_one()
            words = " ".join(p.text for p in decode_contribution(data).paragraphs).split()
            if "[" not in "".join(words) and len(words) > WORDS and count > 0:
                start = chance.randrange(len(words) - WORDS)
                count -= 1
                yield words[start : start + WORDS]


def changed(words: Sequence[str], vocabulary: Sequence[str], chance: random.Random) -> list[str]:
    """15 in 100 of the words exchanged for others."""
    altered = list(words)
    for place in chance.sample(range(WORDS), WORDS * 15 // 100):
        altered[place] = _another(words[place], vocabulary, chance)
    return altered


def altered_a_little(words: Sequence[str], vocabulary: Sequence[str], chance: random.Random) -> list[str]:
    """One word inside put in, left out, exchanged, or changed with the one after it: never the same words."""
    while True:
        altered, place = list(words), chance.randrange(1, WORDS - 2)
        match chance.randrange(5):
            case 0:
                altered[place] = _another(words[place], vocabulary, chance)
            case 1:
                altered.pop(place)
            case 2:
                altered.insert(place, chance.choice(vocabulary))
            case 3:
                altered[place : place + 2] = words[place + 1], words[place]
            case _:
                altered.insert(place, "not")
        if normalise(" ".join(altered)) not in normalise(" ".join(words)):
            return altered


def _another(word: str, vocabulary: Sequence[str], chance: random.Random) -> str:
    while normalise(other := chance.choice(vocabulary)) == normalise(word):
        pass
    return other


def timed(work: Callable[[str], object], quotations: list[Drawn]) -> Iterator[tuple[float, float, object]]:
    """Milliseconds by the clock and of the processor, and the answer: one for each quotation."""
    for one in quotations:
        start, spent = perf_counter(), process_time()
        answer = work(one.quote)
        yield (perf_counter() - start) * 1000, (process_time() - spent) * 1000, answer


def shares(times: list[float]) -> str:
    """The median, and what 99 in 100 stay under."""
    return f"p50 {statistics.median(times):6.1f} ms   p99 {statistics.quantiles(times, n=100)[98]:6.1f} ms"


def holds(answer: Verification, source: str) -> bool:
    """Whether the words that the quotation was made from stand in the contribution that comes first."""
    return bool(answer.matches) and f" {source} " in f" {normalise(answer.matches[0].contribution.text)} "


def as_near(answer: Verification, one: Drawn) -> bool:
    """Whether what comes first differs from the quotation in no more words than what it was made from."""
    if not answer.matches:
        return False
    first = answer.matches[0]
    quoted = normalise(one.quote).split()
    shown = normalise(first.contribution.text[first.start : first.end]).split()
    return Levenshtein.distance(quoted, shown) <= Levenshtein.distance(quoted, one.source.split())


def plainly(text: str) -> str:
    """The words of a text, by rules of our own: letters and figures, apostrophes inside words, money."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) not in ("Mn", "Cf"))
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*|[£$€%]", bare.casefold())
    return f" {' '.join(words)} ".replace("’", "'")


def stands(answer: Verification) -> bool:
    """Whether the words do stand in the contribution that comes first."""
    return bool(answer.matches) and plainly(answer.quote) in plainly(answer.matches[0].contribution.text)


def really_altered(archive: Archive, drawn: Sequence[str], alter: Callable[[], list[str]]) -> Drawn:
    """An alteration of these words that stands nowhere in the record."""
    while True:
        one = Drawn(" ".join(alter()), normalise(" ".join(drawn)))
        answer = archive.verify(one.quote)
        if answer.verdict != "verbatim" or not stands(answer):
            return one


def ask(archive: Archive, quotations: list[Drawn], what: str) -> list[tuple[float, Verification]]:
    """Check quotations one by one, and print how long that took."""
    asked = list(timed(archive.verify, quotations))
    print(
        f"{what:22} {shares([ms for ms, _, _ in asked])}   processor {shares([ms for _, ms, _ in asked])}", flush=True
    )
    return [(ms, answer) for ms, _, answer in asked if isinstance(answer, Verification)]


def report(archive: Archive, quotations: int, checked: int) -> None:
    """Run and print everything."""
    chance, drawn = random.Random(6), list(stretches(archive, max(quotations, checked)))
    vocabulary = [word for words in drawn[:2000] for word in words if word.isalpha()]
    as_it_is = [Drawn(" ".join(words), normalise(" ".join(words))) for words in drawn]
    wrong = [
        really_altered(archive, w, lambda w=w: changed(w, vocabulary, chance))  # type: ignore[misc]
        for w in drawn[:quotations]
    ]
    little = [
        really_altered(archive, w, lambda w=w: altered_a_little(w, vocabulary, chance))  # type: ignore[misc]
        for w in drawn[:checked]
    ]
    with archive._searching() as (_, searcher):

        def bare(quote: str) -> object:
            return searcher.search(tantivy.Query.phrase_query(index_schema(), "text", [*normalise(quote).split()]), 20)

        bare(as_it_is[0].quote)
        bare_times = [ms for ms, _, _ in timed(bare, as_it_is[:quotations])]
        print(f"{searcher.num_docs:,} contributions, quotations of {WORDS} words")
    print(f"{'bare phrase':22} {shares(bare_times)}   of {quotations:,}")
    archive.verify(as_it_is[0].quote)
    right = ask(archive, as_it_is[:checked], "as they stand")
    ratio = statistics.median(ms for ms, _ in right) / statistics.median(bare_times)
    missed = sum(answer.verdict != "verbatim" for _, answer in right)
    print(f"{'':22} of {len(right):,}, {ratio:.1f} times bare, {missed} missed")
    for quoted, what in ((wrong, "15 in 100 changed"), (little, "one word altered")):
        answers = ask(archive, quoted, what)
        false = sum(answer.verdict == "verbatim" for _, answer in answers)
        pairs = [(answer, one) for (_, answer), one in zip(answers, quoted, strict=True)]
        first = sum(holds(answer, one.source) or as_near(answer, one) for answer, one in pairs) / len(pairs)
        whole = sum(holds(answer, one.source) for answer, one in pairs) / len(pairs)
        print(f"{'':22} of {len(answers):,}, {false} falsely called verbatim")
        print(
            f"{'':22} the right passage, or one as near, first in {first:.2%}; with all the right words in {whole:.2%}"
        )


def main() -> None:
    """Make an archive, or take one, and check."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("debates", type=Path)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--archive", type=Path, help="take this one instead of making one")
    parser.add_argument("--quotations", type=int, default=1000)
    parser.add_argument("--checked", type=int, default=5000, help="as they stand, and with one word altered")
    asked = parser.parse_args()
    if asked.archive:
        with Archive.open(asked.archive, read_only=True) as archive:
            report(archive, asked.quotations, asked.checked)
        return
    with tempfile.TemporaryDirectory() as folder:
        archive, _ = built(Path(folder), paragraphs_of(asked.debates), asked.count)
        report(archive, asked.quotations, asked.checked)
        archive.close()


if __name__ == "__main__":
    main()
