"""The pack as one HTML file that stands alone: no script, nothing fetched, readable and printable as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from importlib.resources import files

from ..model import Pack
from .pack_leaf import Leaf
from .pack_sheet import sheet_of
from .plain import harmless
from .sheet import Sheet


def pack_html(pack: Pack) -> bytes:
    """The pack as a page."""
    return sheet_html(sheet_of(pack))


def sheet_html(sheet: Sheet) -> bytes:
    """A document as a page."""
    title = _text(sheet.title)
    style = files(__package__).joinpath("pack.css").read_text(encoding="utf-8")
    body = "\n".join(_grouped(sheet.leaves))
    page = (
        f'<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{title}</title>\n'
        f"<style>\n{style}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )
    return page.encode()


_TABLES = {
    "index": ("Index of passages", ("No.", "Stage", "Day", "Reference")),
    "searched": ("What was searched", ("Stage", "Day", "Found", "Searched as")),
    "hash": ("Manifest", ("What", "Where", "sha256")),
}


def _grouped(found: Iterable[Leaf]) -> Iterable[str]:
    """The leaves as elements; facts that follow each other make one list, rows one table."""
    group = ""
    for leaf in found:
        kind = leaf.kind if leaf.kind == "fact" or leaf.kind in _TABLES else ""
        if kind != group:
            yield from _closed(group)
            yield from _opened(kind)
            group = kind
        yield _SET[leaf.kind](leaf)
    yield from _closed(group)


def _opened(kind: str) -> Iterable[str]:
    if kind == "fact":
        yield "<dl>"
    elif kind:
        caption, heads = _TABLES[kind]
        cells = "".join(f'<th scope="col">{head}</th>' for head in heads)
        yield f'<table class="{kind}"><caption class="hidden">{caption}</caption><thead><tr>{cells}</tr></thead><tbody>'


def _closed(kind: str) -> Iterable[str]:
    if kind:
        yield "</dl>" if kind == "fact" else "</tbody></table>"


def _text(text: str) -> str:
    return escape(harmless(text))


def _heading(tag: str) -> Callable[[Leaf], str]:
    return lambda leaf: f'<{tag} id="{_text(leaf.anchor)}">{_text(leaf.text)}</{tag}>'


def _linked(text: str, url: str | None) -> str:
    safe = url if url and url.startswith(("https://", "http://", "/")) else None
    return f'<a href="{_text(safe)}">{_text(text)}</a>' if safe else _text(text)


def _index(leaf: Leaf) -> str:
    number, *rest = leaf.cells
    cells = "".join(f"<td>{_text(cell)}</td>" for cell in rest)
    return f'<tr><td><a href="#{_text(leaf.anchor)}">{_text(number)}</a></td>{cells}</tr>'


def _row(leaf: Leaf) -> str:
    return f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in leaf.cells)}</tr>"


def _by(leaf: Leaf) -> str:
    said = f" <span>{_text(leaf.label)}</span>" if leaf.label else ""
    return f'<p class="by{_focus(leaf)}">{_margin(leaf)}<strong>{_text(leaf.text)}</strong>{said}</p>'


def _para(leaf: Leaf) -> str:
    words = "".join(_piece(piece.text, piece.style) for piece in leaf.pieces)
    return f'<p class="{leaf.style or "said"}{_focus(leaf)}">{_margin(leaf)}{words}</p>'


def _piece(text: str, style: str) -> str:
    tags = {"mark": "mark", "aside": "i"}
    return f"<{tags[style]}>{_text(text)}</{tags[style]}>" if style else _text(text)


def _table(leaf: Leaf) -> str:
    rows = "".join(f"<tr>{''.join(f'<td>{_text(cell)}</td>' for cell in row)}</tr>" for row in leaf.rows)
    return f'{_margin(leaf)}<table class="said{_focus(leaf)}"><tbody>{rows}</tbody></table>'


def _cite(leaf: Leaf) -> str:
    official = f' <a href="{_text(leaf.url)}">{_text(leaf.url)}</a>' if leaf.url else ""
    return f'<p class="cite">{_text(leaf.text)}{official}</p>'


def _item(leaf: Leaf) -> str:
    return f'<p class="item">{_linked(leaf.text, leaf.url)}</p>'


def _margin(leaf: Leaf) -> str:
    return f'<span class="column">col {_text(leaf.column)}</span> ' if leaf.column else ""


def _focus(leaf: Leaf) -> str:
    return " focus" if leaf.focus else ""


_SET: dict[str, Callable[[Leaf], str]] = {
    "title": lambda leaf: f"<h1>{_text(leaf.text)}</h1>",
    "subtitle": lambda leaf: f'<p class="subtitle">{_text(leaf.text)}</p>',
    "fact": lambda leaf: f"<dt>{_text(leaf.label)}</dt><dd>{_text(leaf.text)}</dd>",
    "h1": _heading("h2"),
    "h2": _heading("h3"),
    "index": _index,
    "searched": _row,
    "hash": _row,
    "by": _by,
    "para": _para,
    "table": _table,
    "cite": _cite,
    "item": _item,
    "note": lambda leaf: f'<p class="note {leaf.style}">{_text(leaf.text)}</p>',
}
