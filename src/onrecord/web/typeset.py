"""Contributions made ready to be set: what goes into the margin, above the words, and into them.

A page of Hansard prints a column number once, a time once, and a member's seat and party
when they first rise. A `Typesetter` goes through contributions in the order of the page
and remembers what has been printed, so that the templates only place it. No word of the
record is changed, left out or put in here.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model import Contribution, ExcerptContribution
from ..reading import Paragraph
from .attribution import Who, who
from .wording import clock

Piece = tuple[str, str]


class Block(NamedTuple):
    """One paragraph: its `kind`, its `pieces` (kind or "", text), `rows` of a table or list,
    and the `column` to print beside it."""

    kind: str
    pieces: tuple[Piece, ...]
    rows: tuple[tuple[str, ...], ...]
    column: str | None


class Shown(NamedTuple):
    """A contribution as it stands on a page. `introduced` is true where seat and party are printed."""

    said: Contribution
    who: Who | None
    introduced: bool
    blocks: tuple[Block, ...]
    layout: str
    focus: bool
    because: str | None
    cut: str | None
    under_debate: str | None


class Typesetter:
    """Sets contributions one after the other, remembering what the page has already printed."""

    def __init__(self) -> None:
        self._column: str | None = None
        self._time: str | None = None
        self._under: str | None = None
        self._met: set[str] = set()

    def set(self, said: Contribution) -> Shown:
        """The contribution, with only what the page has not printed yet beside it.

        Ask for the margin (`new_column`, `new_time`) first: its first paragraph stands in that column."""
        speaker = who(said)
        excerpt = said if isinstance(said, ExcerptContribution) else None
        return Shown(
            said=said,
            who=speaker,
            introduced=self._meets(speaker),
            blocks=tuple(self._blocks(said)),
            layout=_layout(said),
            focus=excerpt.focus if excerpt else False,
            because=excerpt.because if excerpt and not excerpt.focus else None,
            cut=excerpt.cut if excerpt else None,
            under_debate=self._new_under(excerpt.under_debate) if excerpt else None,
        )

    def new_column(self, column: str | None) -> str | None:
        """The column if it is another than the last one printed."""
        if column is None or column == self._column:
            return None
        self._column = column
        return column

    def new_time(self, time: str | None) -> str | None:
        """The time, without seconds, if it is another than the last one printed."""
        if not time or clock(time) == self._time:
            return None
        self._time = clock(time)
        return self._time

    def _new_under(self, under: str | None) -> str | None:
        if under is None or under == self._under:
            return None
        self._under = under
        return under

    def _meets(self, speaker: Who | None) -> bool:
        if speaker is None:
            return False
        key = speaker.slug or speaker.name
        if speaker.slug and key in self._met:
            return False
        self._met.add(key)
        return True

    def _blocks(self, said: Contribution) -> Iterator[Block]:
        for paragraph in said.paragraphs:
            yield Block(paragraph.kind, pieces(paragraph), paragraph.rows, self.new_column(paragraph.column))


def pieces(paragraph: Paragraph) -> tuple[Piece, ...]:
    """A paragraph's text parted by its spans: (kind of the span, or "" for plain words; the words).

    >>> from onrecord.reading import Span
    >>> pieces(Paragraph("text", "No. [Interruption.] No!", spans=(Span("interjection", 4, 19),)))
    (('', 'No. '), ('interjection', '[Interruption.]'), ('', ' No!'))
    """
    text, at, parts = paragraph.text, 0, []
    for span in sorted(paragraph.spans, key=lambda s: s.start):
        start, end = max(at, span.start), min(len(text), span.end)
        if start >= end:
            continue
        if start > at:
            parts.append(("", text[at:start]))
        parts.append((span.kind, text[start:end]))
        at = end
    if at < len(text) or not parts:
        parts.append(("", text[at:]))
    return tuple(parts)


def _layout(said: Contribution) -> str:
    """`line` sets name and words on one line ("Yvette Cooper rose—"), `note` is nobody's words, else `speech`."""
    if said.kind == "gesture" and len(said.paragraphs) <= 1:
        return "line"
    if said.kind in ("procedural", "collective"):
        return "note"
    return "speech"
