"""What the two services of votes share: one division, found on its day, in a part of a sitting.

The services know divisions and nothing of the debates around them. So each division is a
part of its day: it adds what the day lacks, and agrees by its number with what it has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from msgspec import Struct, structs

from ..errors import BadInputError
from ..reading import DIVISIONS, Paragraph, ReadDivision, Reading, ReadSitting, Section, Vote
from .business import business
from .conservation import account
from .hansard_value import printed_words, read_value
from .strict_json import parsed


class Told(Struct, frozen=True):
    """A division as a service tells it: `printed` are texts kept with it, `aside` texts that are not, by bucket."""

    id: str
    house: str
    moment: datetime
    number: str
    title: str
    counts: dict[str, int]
    votes: tuple[Vote, ...]
    url: str
    named: bool
    printed: tuple[str, ...] = ()
    aside: tuple[tuple[str, str], ...] = ()


def entries_in(data: bytes, name: str, wrapped: str) -> list[Any]:
    """The divisions of an answer: one, a list, or a member's votes, each with its division under `wrapped`."""
    answer = parsed(data, name)
    entries = answer if isinstance(answer, list) else [answer]
    if entries and isinstance(entries[0], dict) and wrapped in entries[0]:  # how one member voted
        return [each.get(wrapped) for each in entries if isinstance(each, dict)]
    return entries


def moment_of(told: str, where: str) -> datetime:
    """A date and time as the services write them. Raises BadInputError."""
    try:
        return datetime.fromisoformat(told[:19])
    except ValueError:
        raise BadInputError(f"no date: “{told}”", where=where, remedy="fetch it again") from None


def read_divisions(told: Sequence[Told], format_: str, name: str) -> Reading:
    """The divisions of a file, those of one day together. One whose voters are not named is not taken."""
    taken = [each for each in told if each.named]
    days: dict[tuple[str, date], list[Told]] = defaultdict(list)
    for each in taken:
        days[each.house, each.moment.date()].append(each)
    sittings = tuple(_sitting(house, day, own) for (house, day), own in sorted(days.items()))
    kept = [each for sitting in sorted(days) for each in days[sitting]]
    weighed = account(" ".join(word for each in kept for word in _words(each)), sittings, name)
    buckets: Counter[str] = Counter(weighed.buckets)
    for each in told:
        for bucket, text in each.aside if each.named else (*each.aside, ("left: voters not named", each.title)):
            if count := len(list(printed_words(text))):
                buckets[bucket] += count
    words = weighed.words + buckets.total() - Counter(weighed.buckets).total()
    return Reading(format_, sittings, words, dict(buckets), tuple(_warnings(told, taken)))


def _sitting(house: str, day: date, told: Sequence[Told]) -> ReadSitting:
    ids = "+".join(each.id for each in told)
    return ReadSitting(
        house=house,
        chamber=f"{house}-chamber",
        date=day,
        sections=tuple(_section(each) for each in told),
        items=tuple(structs.replace(_division(each), section=at) for at, each in enumerate(told)),
        whole=False,
        part=f"{DIVISIONS}/{ids}",
    )


def _section(told: Told) -> Section:
    title = " ".join(printed_words(told.title))
    return Section(f"{told.id}/debate", title, kind=business(title, ()).kind, debate=True, url=told.url)


def _division(told: Told) -> ReadDivision:
    clock = told.moment.time().isoformat()
    return ReadDivision(
        source_id=told.id,
        section=0,
        number=told.number,
        counts=told.counts,
        votes=told.votes,
        time=None if clock == "00:00:00" else clock,
        url=told.url,
        paragraphs=tuple(
            Paragraph("procedural", block.text) for text in told.printed for block in read_value(text).blocks
        ),
    )


def _words(told: Told) -> list[str]:
    """The words of a division by another way than the reader's."""
    texts = [told.title, *told.printed]
    words = [word for text in texts for word in printed_words(text)]
    return [*words, *(word for vote in told.votes for word in vote.name.split())]


def _warnings(told: Sequence[Told], taken: Sequence[Told]) -> list[str]:
    if not told:
        return ["holds no proceedings: a list with nothing in it"]
    warnings = []
    if left := len(told) - len(taken):
        warnings.append(f"{left} division{'' if left == 1 else 's'} not taken: the voters are not named")
    for each in taken:
        for side, count in each.counts.items():
            voters = sum(vote.side == side and not vote.teller for vote in each.votes)
            if voters != count:
                warnings.append(f"division {each.number}: {side} {count}, but {voters} voters are named")
    return warnings
