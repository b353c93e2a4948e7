"""Every word of a source is somewhere in its reading, and no word in a reading is ours.

A reader that drops a paragraph makes no noise, so every file is weighed twice: the words
of the source, extracted by other means than the reader's, against the words of the
contributions, headings and divisions that came of it. Mostly the two are one text. If not,
what was read is looked for in what is printed, stretch by stretch in its order; what is left
of either must be the same words, but for those that a reader has set apart. A file whose
words differ is refused: it is our defect, and a gap in the record is worse than a missing
file. Attributions are attributes of the source, not text, and not counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ..errors import WordsLostError
from ..reading import ReadContribution, ReadDivision, ReadSitting, Section

SHOWN = 8
"""How many lost words a refusal names."""
LETTERS = 40
"""How much of each: a word may be as long as a file."""
NEAR = 4096
"""Characters within which a stretch is looked for: what is set apart between two of them is mostly shorter."""
LONG, FAR_TIMES = 60, 16
"""Characters from which on a stretch is looked for in all the rest, if it is not near, and how often in a file."""


class Account(NamedTuple):
    """The words of a source: how many, and those outside contributions by name (`heading`, `division`)."""

    words: int
    buckets: dict[str, int]


def account(
    printed: str,
    sittings: Sequence[ReadSitting],
    name: str,
    *,
    line_of: Callable[[Sequence[str]], int | None] | None = None,
    aside: Counter[str] | None = None,
) -> Account:
    """Weigh a source's words against its reading.

    `printed` are the words in order, parted by single blanks; `aside` those of them that a reader has accounted for
    by itself. `line_of` is asked, only if words are lost, for the line of the source at which the first of them stand.
    Raises WordsLostError.
    """
    read: list[str] = []
    buckets: dict[str, int] = {}
    for sitting in sittings:
        for bucket, text in _stretches(sitting):
            if text:
                read.append(text)
                if bucket:
                    buckets[bucket] = buckets.get(bucket, 0) + len(text.split())
    aside = aside or Counter()
    if aside or printed != " ".join(read):
        left, elsewhere = _apart(printed, read)
        if dict(left) != dict(elsewhere + aside):
            _refuse(printed.split(), " ".join(read).split(), name, line_of, aside)
    words = printed.count(" ") + 1 if printed else 0
    return Account(words - aside.total(), buckets)


def buckets_of(sitting: ReadSitting) -> dict[str, int]:
    """The words of one sitting that are not speech: its headings, divisions and lists of members."""
    counted: Counter[str] = Counter()
    for bucket, text in _stretches(sitting):
        if bucket and text:
            counted[bucket] += len(text.split())
    return dict(counted)


def _stretches(sitting: ReadSitting) -> Iterator[tuple[str, str]]:
    """The text of each heading and item with its bucket; a heading stands before the first item at or behind it."""
    shown = 0
    sections = sitting.sections
    for item in sitting.items:
        while shown <= item.section and shown < len(sections):
            yield from _heading(sections[shown])
            shown += 1
        if isinstance(item, ReadContribution):
            for paragraph in item.paragraphs:
                yield "", paragraph.text
        elif isinstance(item, ReadDivision):
            for paragraph in item.paragraphs:
                yield "division", paragraph.text
            for vote in item.votes:
                yield "division", vote.name
    for section in sections[shown:]:
        yield from _heading(section)


def _heading(section: Section) -> Iterator[tuple[str, str]]:
    yield "heading", section.title
    for each in section.attendance:
        yield "attendance", each.name


def _apart(printed: str, read: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """The words printed that no stretch covers where it is due, and the words of the stretches that are not there.

    >>> _apart("THE FOG Mr. Example Let it lift.", ["THE FOG", "Let it lift."])
    (Counter({'Mr.': 1, 'Example': 1}), Counter())
    """
    gaps: list[str] = []
    astray: list[str] = []
    printed, at, far = f" {printed} ", 0, FAR_TIMES
    for text in read:
        due = f" {text} "
        place = at if printed.startswith(due, at) else printed.find(due, at, at + len(text) + NEAR)
        if place < 0 and far and len(text) > LONG:  # behind an index or a table of contents
            place, far = printed.find(due, at), far - 1
        if place < 0:
            astray.append(text)
        else:
            gaps.append(printed[at:place])
            at = place + len(text) + 1
    gaps.append(printed[at:])
    return Counter(" ".join(gaps).split()), Counter(" ".join(astray).split())


def _refuse(
    printed: list[str],
    read: list[str],
    name: str,
    line_of: Callable[[Sequence[str]], int | None] | None,
    aside: Counter[str],
) -> None:
    """Refuse a file for the first words that are lost or invented."""
    held, found = Counter(printed), Counter(read)
    found.update(aside)
    parted = next((at for at, (one, other) in enumerate(zip(printed, read, strict=False)) if one != other), None)
    at = min(len(printed), len(read)) if parted is None else parted
    for verb, words, short in (("lose", printed, held - found), ("invent", read, found - held)):
        if not short:
            continue
        first = _first(words[at:], short) or _first(words, short)
        line = line_of(first) if line_of and verb == "lose" else None
        raise WordsLostError(
            f"reading it would {verb} {short.total()} words, first “{' '.join(first)}”",
            where=f"{name}:{line}" if line else name,
            remedy="nothing of it was loaded; this is a defect of On Record, please report it with the file",
        )


def _first(words: Sequence[str], short: Counter[str]) -> list[str]:
    """The first words that are short in count, with the few that follow them."""
    at = next((at for at, word in enumerate(words) if word in short), None)
    return [] if at is None else [word[:LETTERS] for word in words[at : at + SHOWN]]
