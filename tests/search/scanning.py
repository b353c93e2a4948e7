"""Independent truth for searches: every contribution of an archive, looked at one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord import Archive
from onrecord.model import Contribution, Speaker
from onrecord.normal import normalise
from onrecord.search.proposals import Narrowed
from onrecord.search.quotation.missing import Lacked


def every_contribution(archive: Archive) -> Iterator[Contribution]:
    """All contributions held, by way of the ledger and the debates of each sitting."""
    for sitting in archive.sittings().sittings:
        for debate in archive.debates_on(sitting.date, sitting.chamber):
            yield from (item for item in archive.debate(debate.id).items if isinstance(item, Contribution))


class Scan:
    """Proposals without an index: slow, and with nothing in it that could be wrong in the same way."""

    def __init__(self, archive: Archive) -> None:
        self._all = [(c, f" {normalise(c.text)} ") for c in every_contribution(archive)]

    def holding(self, phrases: Sequence[Sequence[str]], narrowed: Narrowed, limit: int) -> list[str]:
        wanted = [f" {' '.join(words)} " for words in phrases]
        found = [c.id for c, text in self._within(narrowed) if all(words in text for words in wanted)]
        return found[:limit]

    def like(self, words: Sequence[str], narrowed: Narrowed, *, thorough: bool) -> list[str]:
        within = [(c, set(text.split())) for c, text in self._within(narrowed)]
        rarity = {word: 1 / (1 + sum(word in held for _, held in within)) for word in set(words)}
        scored = [(sum(rarity[word] for word in rarity if word in held), c.id) for c, held in within]
        best = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
        return [identity for _, identity in best[: 60 if thorough else 12]]

    def continuing(self, stretch: Sequence[str], lacked: Sequence[Lacked], narrowed: Narrowed) -> list[str]:
        within = [(c, text) for c, text in self._within(narrowed) if f" {' '.join(stretch)} " in text]
        scored = [(sum(f" {one.word} " in text for one in lacked), c.id) for c, text in within]
        return [identity for _, identity in sorted(scored, key=lambda pair: -pair[0])[:5]]

    def _within(self, narrowed: Narrowed) -> Iterator[tuple[Contribution, str]]:
        for contribution, text in self._all:
            speaker, day = contribution.speaker, contribution.sitting.date
            if narrowed.person and not (isinstance(speaker, Speaker) and speaker.person_id == narrowed.person):
                continue
            if (narrowed.start and day < narrowed.start) or (narrowed.end and day > narrowed.end):
                continue
            yield contribution, text
