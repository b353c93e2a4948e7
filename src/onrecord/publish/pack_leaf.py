"""What a pack is made of before it is set: leaves, and a contribution in leaves.

The record's words are passed on untouched, cut only where a mark or somebody else's words begin
and end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from ..model import Contribution, MinisterialContribution, PackMark, Unresolved
from ..reading import Paragraph
from .outline import BECAUSE


class Piece(Struct, frozen=True):
    """A stretch of a paragraph: `style` is "", "mark" (words relied on) or "aside" (not the speaker's own words)."""

    text: str
    style: str = ""


class Leaf(Struct, frozen=True):
    """One thing to set.

    `kind`: `title`, `subtitle`, `fact` (`label`, `text`), `h1`, `h2` (with `anchor`), `index` (`cells`, leading to
    `anchor`), `searched` (`cells`), `by` (an attribution: `focus` for ministers' words, `column` in the margin),
    `para` (`pieces`; `style` of quotation or motion is `inset`), `table` (`rows`), `cite` (`text`, `url`),
    `item` (`text`, `url`), `note` (`style` of a `heading`, or of what goes on to the next leaf: `lead`), `hash`
    (`cells`).
    """

    kind: str
    text: str = ""
    label: str = ""
    anchor: str = ""
    url: str | None = None
    column: str | None = None
    focus: bool = False
    style: str = ""
    cells: tuple[str, ...] = ()
    pieces: tuple[Piece, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def contribution_leaves(contribution: Contribution, marks: Sequence[PackMark] = (), label: str = "") -> Iterator[Leaf]:
    """A contribution: who speaks, then its paragraphs, each column where it begins."""
    focus = isinstance(contribution, MinisterialContribution) and contribution.focus
    yield Leaf(
        "by", printed_by(contribution), label=label or _as_who(contribution), column=_column(contribution), focus=focus
    )
    start, column = 0, contribution.column
    for paragraph in contribution.paragraphs:
        turned = paragraph.column if paragraph.column != column else None
        column = paragraph.column or column
        yield paragraph_leaf(paragraph, start, marks, focus, turned)
        start += len(paragraph.text) + 2
    if isinstance(contribution, MinisterialContribution) and contribution.cut:
        yield Leaf("note", f"What was said {contribution.cut} this, in the same speech, is left out.")
    for identity in contribution.corrected_by:
        yield Leaf("note", f"Corrected later: see the correction {identity}.")


def paragraph_leaf(
    paragraph: Paragraph, start: int, marks: Sequence[PackMark], focus: bool, column: str | None
) -> Leaf:
    if paragraph.kind in ("table", "list") and paragraph.rows:
        return Leaf("table", rows=paragraph.rows, column=column, focus=focus)
    style = {"motion": "inset", "quotation": "inset", "procedural": "aside", "interjection": "aside"}
    pieces = _pieces(paragraph, start, marks)
    focus = focus and paragraph.kind not in ("procedural", "interjection")  # the record's words are not the minister's
    return Leaf("para", pieces=pieces, column=column, focus=focus, style=style.get(paragraph.kind, ""))


def _pieces(paragraph: Paragraph, start: int, marks: Sequence[PackMark]) -> tuple[Piece, ...]:
    """The paragraph cut where marks and other people's words begin and end; a mark outranks an aside."""
    length = len(paragraph.text)
    marked = [(max(0, m.start - start), min(length, m.end - start)) for m in marks]
    marked = [(one, two) for one, two in marked if one < two]
    asides = [(s.start, s.end) for s in paragraph.spans if s.kind in ("procedural", "interjection")]
    edges = sorted({0, length, *(edge for pair in [*marked, *asides] for edge in pair)})
    found = []
    for one, two in pairwise(edges):
        inside = [name for name, pairs in (("mark", marked), ("aside", asides)) if _within(one, two, pairs)]
        found.append(Piece(paragraph.text[one:two], inside[0] if inside else ""))
    return tuple(found)


def _within(start: int, end: int, pairs: Sequence[tuple[int, int]]) -> bool:
    return any(one <= start and end <= two for one, two in pairs)


def printed_by(contribution: Contribution) -> str:
    """Whose words they are, as printed."""
    speaker = contribution.speaker
    if isinstance(speaker, Unresolved):
        return f"{contribution.attribution or speaker.name or 'Somebody'} (who this is, is not certain)"
    return contribution.attribution or (speaker.name if speaker else "The record")


def _as_who(contribution: Contribution) -> str:
    if not isinstance(contribution, MinisterialContribution):
        return ""
    if contribution.minister:
        office = contribution.minister.department or contribution.minister.title
        return f"Minister: {office}" if office else "Minister"
    if contribution.promoter:
        return "In charge of the bill"
    return f"Context: {BECAUSE.get(contribution.because, contribution.because)}" if contribution.because else ""


def _column(contribution: Contribution) -> str | None:
    return f"{contribution.column}" if contribution.column else None
