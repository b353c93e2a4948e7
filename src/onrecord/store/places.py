"""Where a section stands: the debate it is in, the way up to it, the words of its address."""

from __future__ import annotations

from collections.abc import Sequence

from ..reading import ReadSitting, Section


def debates_of(sitting: ReadSitting) -> list[int | None]:
    """For each section the debate it stands in: the one marked so on its way up, else the topmost heading.

    A heading that only holds debates ("Oral Answers to Questions") is in none.
    """
    tree = sitting.sections
    filled = {item.section for item in sitting.items}
    roots = [way_up(tree, place)[-1] for place in range(len(tree))]
    containers = {roots[place] for place, section in enumerate(tree) if section.debate} - filled
    found: list[int | None] = []
    for place in range(len(tree)):
        marked = [p for p in way_up(tree, place) if tree[p].debate]
        root = roots[place]
        found.append(marked[-1] if marked else None if root in containers and place == root else root)
    return [None if d is not None and d in containers and not tree[d].debate else d for d in found]


def way_up(tree: Sequence[Section], place: int) -> list[int]:
    way = [place]
    while (parent := tree[way[-1]].parent) is not None:
        way.append(parent)
    return way


def path_of(tree: Sequence[Section], place: int) -> tuple[str, ...]:
    return tuple(tree[p].title for p in reversed(way_up(tree, place)))


def slug_title(tree: Sequence[Section], place: int) -> str:
    section = tree[place]
    if section.kind == "answering-body" and section.parent is not None:
        return f"{tree[section.parent].title} {section.title}"
    return section.title
