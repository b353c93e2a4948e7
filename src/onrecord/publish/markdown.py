"""Excerpts and debates as Markdown (CommonMark, tables as on GitHub).

For notes, wikis and issue trackers. The record's words are escaped, so that an asterisk in a
speech stays an asterisk and nothing in a source can become a link, an image or HTML. Links
are made only from addresses that the record itself carries, and only `http`, `https` and
paths of this site. A contribution's line leads to the official page where it is known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from urllib.parse import quote

from ..model import Debate, DebateHistory, Excerpts
from .history import outline_of_history
from .outline import Block, outline_of_debate, outline_of_excerpts
from .plain import harmless

_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~#$]")
_AT_START = re.compile(r"^(\d{1,9})([.)])|^([-+=:])")
_SAFE_LINK = re.compile(r"^(https?://|/)")


def excerpts_markdown(excerpts: Excerpts, today: date) -> str:
    """A page of excerpts as Markdown, ending in a line break."""
    return markdown_of(outline_of_excerpts(excerpts, today))


def debate_markdown(debate: Debate) -> str:
    """A debate whole as Markdown, ending in a line break."""
    return markdown_of(outline_of_debate(debate))


def history_markdown(history: DebateHistory) -> str:
    """A debate's history as Markdown, ending in a line break."""
    return markdown_of(outline_of_history(history))


def escape(text: str) -> str:
    r"""Text that Markdown shows as it stands.

    >>> print(escape("*Not* [a link](x) & <b>"), escape("1. First"), escape("- item"))
    \*Not\* \[a link\](x) \& \<b\> 1\. First \- item
    """
    escaped = _SPECIAL.sub(r"\\\g<0>", harmless(text).strip())
    return _AT_START.sub(lambda match: f"{match[1]}\\{match[2]}" if match[1] else f"\\{match[3]}", escaped)


def markdown_of(blocks: Iterable[Block]) -> str:
    """Blocks as Markdown, ending in a line break."""
    return "\n\n".join(_PRINTED.get(block.kind, _paragraph)(block) for block in blocks) + "\n"


def _paragraph(block: Block) -> str:
    return escape(block.text)


def _member(block: Block) -> str:
    return f"# {escape(block.text)}"


def _title(block: Block) -> str:
    return f"## {escape(block.text)}"


def _heading(block: Block) -> str:
    return f"{'#' * min(6, 2 + block.level)} {escape(block.text)}"


def _link(block: Block) -> str:
    return _linked(block.text, block.url)


def _linked(text: str, url: str | None) -> str:
    """A link, or the text alone where the address is none that a page may lead to.

    >>> _linked("Hansard", "https://example.org/a (b)"), _linked("x", "javascript:alert(1)")
    ('[Hansard](<https://example.org/a%20(b)>)', 'x')
    """
    if not url or not _SAFE_LINK.match(url):
        return escape(text)
    return f"[{escape(text)}](<{quote(url, safe=_URL_CHARACTERS)}>)"


_URL_CHARACTERS = "!#$%&'()*+,/:;=?@[]~-._"


def _omission(block: Block) -> str:
    return f"*--- {escape(block.text)} ---*"


def _attribution(block: Block) -> str:
    details = ", ".join(map(escape, block.details))
    where = f" \\[{details}\\]" if details else ""
    context = f" (context: {escape(block.context)})" if block.context else ""
    official = f" {_linked('Hansard', block.url)}" if block.url else ""
    name = escape(block.text)
    return f"{name if block.context else f'**{name}**'}{where}{context}{official}"


def _note(block: Block) -> str:
    return f"*({escape(block.text)})*"


def _quoted(block: Block) -> str:
    return f"> {escape(block.text)}"


def _aside(block: Block) -> str:
    return f"*{escape(block.text)}*" if block.text.strip() else ""


def _list(block: Block) -> str:
    return "\n".join(f"- {escape(' '.join(row))}" for row in block.rows)


def _table(block: Block) -> str:
    """A table; the first row heads it, since Markdown knows no table without a head."""
    width = max(map(len, block.rows))
    rows = [_row(row, width) for row in block.rows]
    return "\n".join([rows[0], "|" + " --- |" * width, *rows[1:]])


def _row(cells: tuple[str, ...], width: int) -> str:
    filled = [*map(escape, cells), *[""] * (width - len(cells))]
    return f"| {' | '.join(filled)} |"


_PRINTED: dict[str, Callable[[Block], str]] = {
    "member": _member,
    "title": _title,
    "heading": _heading,
    "link": _link,
    "omission": _omission,
    "attribution": _attribution,
    "note": _note,
    "motion": _quoted,
    "quotation": _quoted,
    "aside": _aside,
    "list": _list,
    "table": _table,
    "time": _note,
    "notice": _aside,
}
