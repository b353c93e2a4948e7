"""Sections of a sitting as the Hansard API nests them, and which of them users call a debate.

The API marks nesting, so the tree is taken as it is; the chamber at its root is the
sitting itself and no section. What a section is, its tag tells; where the tag is used for
several things, its title and first words are asked, by the same rules as for the flat
sources, so that both formats give the same kinds. A debate is a top-level section; inside
oral questions each answering body's, and where nobody speaks each text under a
department.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..reading import Item, Section
from .business import business, is_topical
from .hansard_tags import Place, is_transparent, section_kind, written_kind


@dataclass(slots=True)
class Node:
    """A section as the file gives it. `parent` is an index into the file's nodes, None below the chamber;
    `root` marks the chamber itself, where a file holds words right under it."""

    ext_id: str
    title: str
    tag: str | None
    parent: int | None
    sort: int = 0
    root: bool = False
    column: str | None = None
    time: str | None = None
    items: list[Item] = field(default_factory=list)


def sections(nodes: Sequence[Node], place: Place, day_url: str) -> tuple[Section, ...]:
    """The sections of a file, one for each node and in the same order."""
    placed: list[_Placed] = []
    for node in nodes:
        placed.append(_place(node, placed, place))
    return tuple(_section(node, here, day_url) for node, here in zip(nodes, placed, strict=True))


def section_id(ext_id: str) -> str:
    """A section's id as the record keeps it."""
    return f"hansard:{ext_id}"


def section_url(day_url: str, ext_id: str, title: str) -> str:
    """The official page of a section."""
    words = re.findall(r"\w+", title.replace("’", "").replace("'", ""))
    return f"{day_url}/debates/{ext_id}/{''.join(word[:1].upper() + word[1:] for word in words)}"


@dataclass(slots=True)
class _Placed:
    kind: str
    debate: bool
    opens: bool  # whether the sections right under it are debates
    body: str | None
    in_questions: bool


def _place(node: Node, placed: Sequence[_Placed], place: Place) -> _Placed:
    above = None if node.parent is None else placed[node.parent]
    top = above is None or above.opens
    kind = _kind(node, above, top, written_kind(place.chamber))
    in_questions = kind == "oral-questions" or (above is not None and above.in_questions)
    answers = kind == "answering-body"
    if node.root or kind == "oral-questions" or is_transparent(node.tag) or (answers and written_kind(place.chamber)):
        debate, opens = False, True
    else:
        debate, opens = (top or (answers and in_questions)) and kind != "prayers", False
    body = node.title if answers else above.body if above else None
    return _Placed(kind, debate, opens, body, in_questions)


def _kind(node: Node, above: _Placed | None, top: bool, written: str | None) -> str:
    if node.root:
        return "prayers"
    told = section_kind(node.tag)
    if written and top and told != "answering-body":
        return written
    if told in ("question", "answering-body") and is_topical(node.title):
        return "topical"
    if told == "heading" and top:
        return "business"
    if told is not None:
        return told
    if above is not None and above.in_questions:
        return "topical" if is_topical(node.title) else "question"
    return business(node.title, node.items).kind if top else "heading"


def _section(node: Node, here: _Placed, day_url: str) -> Section:
    return Section(
        source_id=section_id(node.ext_id),
        title=node.title,
        kind=here.kind,
        debate=here.debate,
        parent=node.parent,
        sort=node.sort,
        column=node.column,
        time=node.time,
        url=section_url(day_url, node.ext_id, node.title),
        answering_body=here.body,
        source_tag=node.tag,
    )
