"""Excerpts and debates as plain text: for terminals, pipes and mail.

Nothing but characters carries meaning: a sub-heading is underlined, the member's own words
stand at the margin as all others do, and context says in brackets why it is shown. Lines are
not broken unless a width is asked for, so that the output can be searched line by line.
Whatever could move a terminal's cursor is spelt out (`plain`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from textwrap import fill

from ..model import Debate, DebateHistory, Excerpts, ReadReference
from .history import outline_of_history
from .outline import Block, outline_of_debate, outline_of_excerpts, outline_of_reference
from .plain import harmless

TIGHT = frozenset({"about", "link", "note"})  # these stand close under what is before them


def excerpts_text(excerpts: Excerpts, today: date, *, width: int | None = None) -> str:
    """A page of excerpts as plain text, ending in a line break; `width` in columns breaks its lines."""
    return text_of(outline_of_excerpts(excerpts, today), width)


def debate_text(debate: Debate, *, width: int | None = None) -> str:
    """A debate whole as plain text, ending in a line break; `width` in columns breaks its lines."""
    return text_of(outline_of_debate(debate), width)


def reference_text(found: ReadReference, *, width: int | None = None) -> str:
    """Where a reference leads as plain text, ending in a line break; `width` in columns breaks its lines."""
    return text_of(outline_of_reference(found), width)


def history_text(history: DebateHistory, *, width: int | None = None) -> str:
    """A debate's history as plain text, ending in a line break."""
    return text_of(outline_of_history(history), width)


def text_of(blocks: Iterable[Block], width: int | None = None) -> str:
    """Blocks as plain text, ending in a line break."""
    lines: list[str] = []
    last = ""
    for block in blocks:
        if lines and block.kind not in TIGHT and not block.kind == last == "notice":
            lines.append("")
        lines.append(_PRINTED.get(block.kind, _paragraph)(block, width))
        last = block.kind
    return "\n".join(lines) + "\n"


def _paragraph(block: Block, width: int | None, indent: str = "") -> str:
    text = harmless(block.text)
    if width is None:
        return indent + text
    return fill(
        text, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )


def _set_in(block: Block, width: int | None) -> str:
    return _paragraph(block, width, "    ")


def _title(block: Block, width: int | None) -> str:
    text = _paragraph(block, width)
    return f"\n{'=' * _widest(text)}\n{text}\n{'=' * _widest(text)}"


def _heading(block: Block, width: int | None) -> str:
    text = _paragraph(block, width)
    return f"{text}\n{'-' * _widest(text)}"


def _widest(text: str) -> int:
    return min(max(map(len, text.split("\n"))), 100)


def _link(block: Block, width: int | None) -> str:
    return f"{harmless(block.text)}: {harmless(block.url or '')}"


def _omission(block: Block, width: int | None) -> str:
    return f"--- {harmless(block.text)} ---"


def _attribution(block: Block, width: int | None) -> str:
    details = f" [{', '.join(map(harmless, block.details))}]" if block.details else ""
    context = f" (context: {harmless(block.context)})" if block.context else ""
    return f"{harmless(block.text)}{details}{context}"


def _note(block: Block, width: int | None) -> str:
    return f"({harmless(block.text)})"


def _list(block: Block, width: int | None) -> str:
    return "\n".join(f"  - {harmless(' '.join(row))}" for row in block.rows)


def _table(block: Block, width: int | None) -> str:
    """Columns aligned by blanks; the last one is left ragged, so that no line ends in blanks.

    >>> print(_table(Block("table", rows=(("Year", "Cases"), ("2019", "1,204"))), None))
      Year  Cases
      2019  1,204
    """
    rows = [tuple(map(harmless, row)) for row in block.rows]
    widths = [max(len(row[at]) if at < len(row) else 0 for row in rows) for at in range(max(map(len, rows)))]
    return "\n".join("  " + "  ".join(cell.ljust(widths[at]) for at, cell in enumerate(row)).rstrip() for row in rows)


def _time(block: Block, width: int | None) -> str:
    return f"[{harmless(block.text)}]"


_PRINTED: dict[str, Callable[[Block, int | None], str]] = {
    "title": _title,
    "heading": _heading,
    "link": _link,
    "omission": _omission,
    "attribution": _attribution,
    "note": _note,
    "motion": _set_in,
    "quotation": _set_in,
    "list": _list,
    "table": _table,
    "time": _time,
}
