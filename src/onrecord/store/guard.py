"""A second reading that says less never replaces the first by itself.

A source's new edition with fewer words, fewer contributions or fewer known speakers may
be a correction, or a page that was cut off on its way. Nobody can tell by looking at it
alone, so it is kept, its ids are remembered, and it waits until the keeper accepts it.
Which edition leads follows from the editions and the keeper's word alone, in any order.
Of two files that call themselves the same edition nobody can tell which came later: the
fuller one leads, the other is its past, and waits as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ..reading import ReadSitting
from .history import Edition
from .told import spoken


class HeldBack(Struct, frozen=True):
    """An edition that waits, the edition that stands instead, and what it lacks beside that."""

    edition: Edition
    instead: Edition
    lacks: str


def sifted(editions: Sequence[Edition]) -> tuple[list[Edition], list[HeldBack]]:
    """Editions of one thing, the oldest first: those that lead in turn, and those that are held back."""
    led: list[Edition] = []
    waiting: list[tuple[Edition, str]] = []
    for edition in editions:
        lacks = lacking(edition.sitting, led[-1].sitting) if led and not edition.accepted else ""
        if lacks:
            waiting.append((edition, lacks))
        else:
            led.append(edition)
    waiting += _of_the_edition_that_leads(led)
    return led, [HeldBack(edition, led[-1], lacks) for edition, lacks in waiting]


def _of_the_edition_that_leads(led: Sequence[Edition]) -> Iterator[tuple[Edition, str]]:
    """Other files of the very edition that leads, and what they lack beside it."""
    for edition in led[:-1]:
        same = edition.sitting.edition == led[-1].sitting.edition and not edition.accepted
        if same and (lacks := lacking(edition.sitting, led[-1].sitting)):
            yield edition, lacks


def lacking(newer: ReadSitting, older: ReadSitting) -> str:
    """What `newer` has fewer of than `older`, in words; empty where it has as much of everything."""
    told = []
    for name, now, before in zip(NAMES, _measures(newer), _measures(older), strict=True):
        if now < before:
            told.append(f"{now:,} {name} instead of {before:,}")
    return ", ".join(told)


NAMES = ("words", "contributions", "known speakers")


def _measures(sitting: ReadSitting) -> tuple[int, int, int]:
    said = spoken(sitting)
    words = sum(len(p.text.split()) for item in said for p in item.paragraphs)
    return words, len(said), len({item.mark.key for item in said if item.mark.key})
