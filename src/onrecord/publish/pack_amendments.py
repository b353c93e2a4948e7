"""What a pack says of amendments: what was moved, with its end, and what only stood in a group.

Words that stand in a passage already are not printed twice; the passage is named.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from ..model import GroupedAmendment, MinisterialContribution, MovedAmendment, Pack
from .bill_outline import HOUSES
from .outline import long_date
from .pack_leaf import Leaf, Piece, contribution_leaves, paragraph_leaf, printed_by


def amendments(pack: Pack) -> Iterator[Leaf]:
    if not pack.amendments:
        return
    yield Leaf("h1", f"What was moved on the {'provision' if pack.provision else 'bill'}", anchor="amendments")
    shown = _shown_whole(pack)
    for place, one in enumerate(pack.amendments, start=1):
        yield Leaf("h2", f"{_labels(one)}: {_moved_where(one)}", anchor=f"moved-{place}")
        yield from _moved(one, shown)
        if one.beside:
            yield Leaf("note", f"Put by the Chair to be discussed with it: {listed(one.beside)}.")
        if one.speech and one.speech.id in shown:
            yield Leaf("note", f"The mover’s speech, by {printed_by(one.speech)}: passage {shown[one.speech.id]}.")
        elif one.speech:
            yield from contribution_leaves(one.speech, label="speaks to it" if one.speech.speaker else "")
        yield Leaf("note", "What became of it", style="heading")
        for text in one.outcome:
            yield Leaf("para", pieces=(Piece(text),), style="aside")
        if not one.outcome:
            yield Leaf("note", "What is held does not tell it.")
        yield Leaf("cite", one.moved.citation or "no column is given", url=one.moved.source_url)


def _moved(one: MovedAmendment, shown: Mapping[str, int]) -> Iterator[Leaf]:
    """The words moved: a member's own, or as the record prints them before or after somebody's speech."""
    start, end = one.span
    paragraphs = one.moved.paragraphs[start:end]
    whole = len(paragraphs) == len(one.moved.paragraphs)
    if whole and one.moved.id in shown:
        yield Leaf("note", f"Moved by {printed_by(one.moved)}: passage {shown[one.moved.id]}.")
    elif whole or one.moved.kind == "motion":
        yield from contribution_leaves(one.moved, label="moves it" if one.moved.speaker else "")
    else:
        column = next((p.column for p in one.moved.paragraphs[end - 1 :: -1] if p.column), one.moved.column)
        yield Leaf("by", "The record", column=column)
        yield from (paragraph_leaf(paragraph, 0, (), False, None) for paragraph in paragraphs)


def grouped(pack: Pack) -> Iterator[Leaf]:
    """What stood in a group and was not moved, as far as what is held tells."""
    if not pack.grouped:
        return
    yield Leaf("h1", "Discussed in a group", anchor="grouped")
    text = "Their words are given where the source prints them, which is where the Chair puts the group."
    yield Leaf("note", text)
    together = itertools.groupby(pack.grouped, key=lambda one: (one.put.id, one.lead, one.ground))
    for place, (_, some) in enumerate(together, start=1):
        group = tuple(some)
        yield Leaf("h2", f"{_group_name(group)}: {_moved_where(group[0])}", anchor=f"grouped-{place}")
        yield Leaf("note", _group(group[0], pack), style="lead")
        yield from _put(group) if group[0].ground == "chair" else _unprinted(group)
        yield Leaf("cite", group[0].put.citation or "no column is given", url=group[0].put.source_url)


def _group_name(group: Sequence[GroupedAmendment]) -> str:
    """A group by its lead, what was not moved by its own numbers."""
    own = listed([label for one in group for label in one.labels])
    name = own if group[0].ground == "not moved" else f"with {listed(group[0].lead) or 'what was before the House'}"
    return name[:1].upper() + name[1:]


def _group(one: GroupedAmendment, pack: Pack) -> str:
    """In which group these stood, and by what that is known."""
    lead = next((place for place, moved in enumerate(pack.amendments, start=1) if _leads(moved, one)), None)
    name = listed(one.lead) + (" (in What was moved, above)" if lead else "")
    if one.ground == "not moved":
        it, they = ("them", "they were") if len(one.labels) > 1 else ("it", "it was")
        group = f"The mover of {name} speaks of {it}" if one.lead else "In which group this stood is not told"
        return f"{group}; the record says that {they} not moved, and prints no words of {it}."
    return f"Put by the Chair to be discussed with {name or 'what was then before the House'}."


def _leads(moved: MovedAmendment, one: GroupedAmendment) -> bool:
    return (moved.labels, moved.house, moved.date) == (one.lead, one.house, one.date)


def _put(group: Sequence[GroupedAmendment]) -> Iterator[Leaf]:
    """The words of a group, each thing from where the Chair’s list comes to it, and what became of them."""
    put = group[0].put
    column = next((p.column for p in put.paragraphs[group[0].span[0] :: -1] if p.column), put.column)
    yield Leaf("by", printed_by(put), label="putting the group", column=column)
    for one in group:
        start, end = one.span
        first, *rest = put.paragraphs[start:end]
        for paragraph in (msgspec.structs.replace(first, text=first.text[one.at :], spans=()), *rest):
            turned = paragraph.column if paragraph.column != column else None
            column = paragraph.column or column
            yield paragraph_leaf(paragraph, 0, (), False, turned)
        for text in one.outcome:
            yield Leaf("para", pieces=(Piece(text),), style="aside")
    if questions := [label for one in group if one.question for label in one.labels]:
        yield Leaf("note", f"A question that the Chair puts, and nobody moves: {listed(questions)}.")
    if numbered := [label for one in group if one.moved for label in one.labels]:
        yield Leaf("note", f"Moved by number, see What was moved: {listed(numbered)}.")
    untold = [label for one in group if not (one.question or one.outcome or one.moved) for label in one.labels]
    if untold:
        yield Leaf("note", f"Nothing that is held tells of a mover, or of an end: {listed(untold)}.")


def _unprinted(group: Sequence[GroupedAmendment]) -> Iterator[Leaf]:
    for one in group:
        for text in one.outcome:
            yield Leaf("para", pieces=(Piece(text),), style="aside")


def listed(labels: Sequence[str]) -> str:
    """Many labels in few words.

    >>> listed(["amendment 4", "amendment 6", "new clause 2", "clause 3 stand part", "amendment 9"])
    'amendments 4, 6 and 9; new clause 2; clause 3 stand part'
    """
    kinds: dict[str, list[str]] = {}
    for label in labels:
        kind, _, number = label.rpartition(" ")
        kinds.setdefault(label if number == "part" else kind, []).append(number)
    return "; ".join(_numbers(kind, numbers) for kind, numbers in kinds.items())


def _numbers(kind: str, numbers: Sequence[str]) -> str:
    if numbers[-1] == "part":
        return kind
    *some, last = numbers
    return f"{kind}s {', '.join(some)} and {last}" if some else f"{kind} {last}"


def _shown_whole(pack: Pack) -> Mapping[str, int]:
    """In which passage a contribution stands with all its words."""
    return {
        c.id: passage.number
        for passage in pack.passages
        for c in passage.contributions
        if not (isinstance(c, MinisterialContribution) and c.cut)
    }


def _labels(one: MovedAmendment) -> str:
    listed = ", ".join(one.labels)
    return listed[:1].upper() + listed[1:]


def _moved_where(one: MovedAmendment | GroupedAmendment) -> str:
    return f"{HOUSES.get(one.house, one.house)}, {one.stage or 'stage not told'}, {long_date(one.date)}"
