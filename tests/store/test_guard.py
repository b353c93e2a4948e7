"""An edition that says less in any one respect waits for the keeper; one that says as much or more leads."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading import Mark, Paragraph, ReadContribution, ReadSitting, Section
from onrecord.store.guard import lacking, sifted
from onrecord.store.history import Edition

SPEAKERS = ("person/1", "person/2", "person/3", None)


def day(*said: tuple[str | None, int], edition: str = "a") -> ReadSitting:
    """A sitting in which each of these speaks so many words."""
    items = tuple(
        ReadContribution(f"{edition}.{at}", 0, Mark(key, "Somebody"), (Paragraph("text", "fog " * words),))
        for at, (key, words) in enumerate(said)
    )
    sections = (Section(f"{edition}.h", "Fog", debate=True),)
    return ReadSitting("commons", "commons-chamber", date(2019, 8, 12), sections, items, edition=edition)


WHOLE = (("person/1", 10), ("person/2", 5), ("person/1", 3))


@pytest.mark.parametrize(
    ("newer", "lacks"),
    [
        (WHOLE, ""),
        ((*WHOLE, ("person/3", 1)), ""),
        ((("person/1", 10), ("person/2", 4), ("person/1", 3)), "17 words instead of 18"),
        ((("person/1", 13), ("person/2", 5)), "2 contributions instead of 3"),
        ((("person/1", 10), (None, 5), ("person/1", 3)), "1 known speakers instead of 2"),
        ((("person/1", 9), ("person/1", 3)), "12 words instead of 18, 2 contributions instead of 3, "
            "1 known speakers instead of 2"),
    ],
)  # fmt: skip
def test_each_measure_alone_is_told(newer: tuple[tuple[str | None, int], ...], lacks: str) -> None:
    assert lacking(day(*newer), day(*WHOLE)) == lacks


def test_what_was_accepted_leads_and_is_what_later_ones_are_held_against() -> None:
    whole, cut, last = day(*WHOLE), day(*WHOLE[:1], edition="b"), day(*WHOLE[:2], edition="c")
    held = [Edition("1", whole), Edition("2", cut), Edition("3", last)]
    led, waiting = sifted(held)
    assert [edition.sha256 for edition in led] == ["1"]
    assert [(back.edition.sha256, back.instead.sha256) for back in waiting] == [("2", "1"), ("3", "1")]
    led, waiting = sifted([held[0], Edition("2", cut, accepted=True), held[2]])
    assert [edition.sha256 for edition in led] == ["1", "2", "3"]
    assert waiting == []


told = st.lists(st.tuples(st.sampled_from(SPEAKERS), st.integers(1, 9)), min_size=1, max_size=4)


@given(st.lists(told, min_size=1, max_size=5))
def test_no_edition_that_leads_by_itself_says_less_than_the_one_before(editions: list[list[tuple[str, int]]]) -> None:
    held = [Edition(str(at), day(*said, edition=str(at))) for at, said in enumerate(editions)]
    led, waiting = sifted(held)
    for before, after in pairwise(led):
        words, contributions, speakers = zip(measured(before), measured(after), strict=True)
        assert words[0] <= words[1]
        assert contributions[0] <= contributions[1]
        assert speakers[0] <= speakers[1]
    assert sorted([*(e.sha256 for e in led), *(back.edition.sha256 for back in waiting)]) == [e.sha256 for e in held]
    assert all(back.lacks for back in waiting)


def measured(edition: Edition) -> tuple[int, int, int]:
    """The words, contributions and known speakers of an edition, counted here."""
    said = [item for item in edition.sitting.items if isinstance(item, ReadContribution)]
    return sum(len(i.paragraphs[0].text.split()) for i in said), len(said), len({i.mark.key for i in said} - {None})
