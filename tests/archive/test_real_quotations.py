"""Quotations from real days: what stands there is verbatim, what is altered never is, and the passage is found.

The quotations are drawn from the files' own text by another parser, so that reading, storing,
indexing and checking are all in between.
"""

from __future__ import annotations

import random
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.model import Verification
from onrecord.normal import normalise

FILES = ("debates/debates2023-03-28d.xml", "lordspages/daylord2009-10-26a.xml", "wrans/answers2009-10-27c.xml")
DRAWN = 250


@pytest.fixture(scope="module")
def archive(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.open(tmp_path_factory.mktemp("quotations") / "archive", create=True) as archive:
        archive.load([real_data / "twfy" / name for name in FILES])
        yield archive


@pytest.fixture(scope="module")
def paragraphs(real_data: Path) -> list[tuple[str, list[str]]]:
    """Each paragraph of some length in a speech, with the speech's id and its words."""
    found = []
    for name in FILES:
        for speech in ET.fromstring((real_data / "twfy" / name).read_bytes()).iter():
            if speech.tag in ("speech", "ques", "reply"):
                for paragraph in speech.iter("p"):
                    words = "".join(paragraph.itertext()).split()
                    if len(words) > 30 and "[" not in "".join(words):
                        found.append((speech.get("id") or "", words))
    return found


def led_to(found: Verification, source: str) -> bool:
    best = [m for m in found.matches if m.similarity == found.matches[0].similarity]
    return any(source in match.contribution.aliases for match in best) or len(found.matches) == 20


def test_what_stands_there_is_verbatim(archive: Archive, paragraphs: list[tuple[str, list[str]]]) -> None:
    chosen = random.Random(11)
    for _ in range(DRAWN):
        source, words = chosen.choice(paragraphs)
        length = chosen.randrange(5, 25)
        start = chosen.randrange(len(words) - length)
        quote = " ".join(words[start : start + length])
        found = archive.verify(dressed(quote, chosen))
        assert found.verdict == "verbatim", (source, start, found.verdict)
        assert led_to(found, source)


def dressed(quote: str, chosen: random.Random) -> str:
    """The same words as another typist would have them."""
    ways = [
        str.upper,
        lambda text: f"“{text}.”",
        lambda text: text.replace("’", "'").replace("—", " - "),
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace("e", "e\u00ad", 1),
    ]
    return chosen.choice(ways)(quote)


def test_altered_words_are_never_verbatim_and_the_passage_is_found(
    archive: Archive, paragraphs: list[tuple[str, list[str]]]
) -> None:
    chosen = random.Random(12)
    others = [word for _, words in paragraphs for word in words if word.isalpha()]
    for _ in range(DRAWN):
        source, words = chosen.choice(paragraphs)
        start = chosen.randrange(len(words) - 20)
        quote = words[start : start + 20]
        for place in chosen.sample(range(20), 3):
            quote[place] = chosen.choice([w for w in others[:500] if normalise(w) != normalise(quote[place])])
        found = archive.verify(" ".join(quote))
        assert found.verdict != "verbatim"
        assert led_to(found, source), (source, start)


def test_a_year_without_a_find_is_a_nought_and_not_a_gap(
    archive: Archive, paragraphs: list[tuple[str, list[str]]], real_data: Path
) -> None:
    """A word that the Commons used in 2023 and no answer of 2009 holds: their 2009 is there, with nothing found."""
    then = (real_data / "twfy" / FILES[2]).read_text(encoding="utf-8", errors="ignore").casefold()
    said = {word for source, words in paragraphs if "/debate/2023" in source for word in words if len(word) > 11}
    word = min(word for word in said if word.isalpha() and word.islower() and word not in then)
    rows = archive.over_time(f'"{word}"', by="house").years
    found = {(row.year, row.value): row.found for row in rows}
    assert found[2023, "commons"] > 0
    assert found[2009, "commons"] == 0
