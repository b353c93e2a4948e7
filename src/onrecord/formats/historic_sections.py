"""Which sections of a historic volume are debates, and what each is.

The files nest sections, and mark a whole block of oral questions; but the nesting was
made by machine, so that a debate may stand inside the block of questions it followed, and
stacked titles of bills one inside the other. The nesting is kept as the file has it,
with three exceptions: what opens other business inside the block of questions ends them,
a bare heading such as "Orders of the Day" only holds the debates under it, and a clause
printed as a debate belongs to the bill before it. What a section
is, its title and its first words tell, by the same rules as for the other formats.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..reading import Item, ReadContribution, Section
from .business import business, in_brackets, is_alone, is_container, is_part_of_bill, is_topical
from .hansard_tags import written_kind

_ENDS_QUESTIONS = {"urgent-question", "statement", "points-of-order", "petition", "adjournment", "bill"}


@dataclass(slots=True)
class Node:
    """A heading as the file nests it. `oral` marks the block of oral questions, `loose` words under no heading."""

    source_id: str
    title: str
    parent: int | None
    oral: bool = False
    loose: bool = False
    column: str | None = None
    time: str | None = None
    items: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class _Placed:
    kind: str
    debate: bool = False
    opens: bool = False  # whether what stands right under it is a debate of its own
    parent: int | None = None
    body: str | None = None


def sections(nodes: Sequence[Node], chamber: str) -> tuple[Section, ...]:
    """The sections of a sitting, one for each node and in the same order."""
    placed: list[_Placed] = []
    holding = {node.parent for node in nodes}
    for at, node in enumerate(nodes):
        placed.append(_place(node, placed, chamber, at in holding))
    return tuple(_section(node, here) for node, here in zip(nodes, placed, strict=True))


def _place(node: Node, placed: Sequence[_Placed], chamber: str, holds: bool) -> _Placed:
    above = None if node.parent is None else placed[node.parent]
    if node.loose:
        named = any(isinstance(item, ReadContribution) and item.mark.name for item in node.items)
        return _Placed("business" if named else "prayers", named)
    if node.oral:
        return _Placed("oral-questions", opens=True)
    if written := written_kind(chamber):
        return _written(node, above, written, holds)
    opened = business(node.title, node.items).kind
    if above is not None and above.kind in ("oral-questions", "answering-body"):
        if not _ends_questions(node, opened):
            return _asked(node, above)
        return _Placed(opened, True)
    if above is not None and not above.opens:
        return _Placed("heading", parent=node.parent, body=above.body)
    if is_part_of_bill(node.title) and (bill := _open_bill(placed)) is not None:
        return _Placed("heading", parent=bill)
    if holds and not node.items and (is_container(node.title) or in_brackets(node.title)):
        return _Placed("business", opens=True, parent=node.parent)
    return _Placed(opened, opened != "prayers", parent=node.parent)


def _open_bill(placed: Sequence[_Placed]) -> int | None:
    """The bill that is the last debate so far, whose clauses the file may print as debates of their own."""
    last = next((at for at in range(len(placed) - 1, -1, -1) if placed[at].debate), None)
    return last if last is not None and placed[last].kind == "bill" else None


def _ends_questions(node: Node, opened: str) -> bool:
    """Whether other business begins here, which the file still nests under the questions before it."""
    if any(isinstance(item, ReadContribution) and item.question_number for item in node.items[:2]):
        return False
    return opened in _ENDS_QUESTIONS or is_alone(node.title)


def _asked(node: Node, above: _Placed) -> _Placed:
    """A heading inside oral questions: a body that answers, or one of the questions to it."""
    if above.kind == "answering-body":
        kind = "topical" if is_topical(node.title) else "question"
        return _Placed(kind, parent=node.parent, body=above.body)
    return _Placed("answering-body", True, parent=node.parent, body=node.title)


def _written(node: Node, above: _Placed | None, written: str, holds: bool) -> _Placed:
    """Where nobody speaks, each text under a department's heading is a debate of its own."""
    if above is None and holds and not any(isinstance(item, ReadContribution) for item in node.items):
        return _Placed("answering-body", opens=True, body=node.title)
    if above is not None and not above.opens:
        return _Placed("heading", parent=node.parent, body=above.body)
    return _Placed(written, True, parent=node.parent, body=above.body if above else None)


def _section(node: Node, here: _Placed) -> Section:
    return Section(
        source_id=node.source_id,
        title=node.title,
        kind=here.kind,
        debate=here.debate,
        parent=here.parent,
        column=node.column,
        time=node.time,
        answering_body=here.body,
    )
