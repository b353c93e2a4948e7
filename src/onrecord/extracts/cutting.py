"""Cutting a long context contribution to the paragraph next to the focus.

`windows` says which end may go; only here are the words at hand, so only here can it be
said whether there is anything to cut. Procedural notes at the near end ("[Interruption.]")
are kept together with the paragraph they follow, so that what is left is always somebody's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..reading import Paragraph

NOTES = frozenset({"procedural", "interjection"})


def cut_paragraphs(paragraphs: Sequence[Paragraph], cut: str | None) -> tuple[tuple[Paragraph, ...], str | None]:
    """The paragraphs that stay, and the cut that was really made (None if nothing went).

    >>> one, two = Paragraph("text", "First."), Paragraph("text", "Last.")
    >>> cut_paragraphs((one, two), "before") == ((two,), "before")
    True
    >>> cut_paragraphs((one,), "before") == ((one,), None)
    True
    """
    kept = tuple(paragraphs)
    spoken = [place for place, paragraph in enumerate(kept) if paragraph.kind not in NOTES]
    if cut == "before" and spoken:
        kept = kept[spoken[-1] :]
    elif cut == "after" and spoken:
        kept = kept[: spoken[0] + 1]
    return kept, cut if len(kept) < len(paragraphs) else None
