"""What a pack says, leaf by leaf, before it is set as PDF, DOCX or HTML.

The three differ in how they look and in nothing they say: each is made from these leaves, in
this order, and a test reads the words back out of all three. The record's words are passed on
untouched, cut only where a mark or somebody else's words begin and end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ..model import (
    BillStage,
    Contribution,
    Numbering,
    OtherStatement,
    Pack,
    PackMark,
    Passage,
)
from .bill_outline import HOUSES, stage_name
from .outline import chamber_name, counted, long_date
from .pack_amendments import amendments, grouped
from .pack_leaf import Leaf, contribution_leaves, printed_by
from .sheet import Sheet

NEUTRAL = (
    "This is a finding aid. It gathers what the record holds and says nothing on whether any of it may be relied on. "
    "Courts want the Official Report itself: each passage gives its reference and its official page."
)

COLUMNS = (
    "Columns are those that the source marks. Where it marks them only where a speech begins, the last speech of a "
    "passage may run on into the columns after the one given."
)


def leaves(pack: Pack) -> Iterator[Leaf]:
    """The whole pack, in order."""
    yield from _cover(pack)
    yield from _index(pack)
    yield from _searched(pack)
    yield from _passages(pack)
    yield from amendments(pack)
    yield from grouped(pack)
    yield from _others(pack)
    yield from _changes(pack)
    yield from _manifest(pack)


def sheet_of(pack: Pack) -> Sheet:
    """The pack as a document to set."""
    return Sheet(title_of(pack), tuple(leaves(pack)), pack.made, pack.licence)


def title_of(pack: Pack) -> str:
    """The pack's title: the bill, and the provision."""
    name = pack.bill.names[-1].name
    return f"{name}: {pack.provision}" if pack.provision else name


def _cover(pack: Pack) -> Iterator[Leaf]:
    yield Leaf("title", title_of(pack))
    yield Leaf("subtitle", "What ministers said: passages from Hansard")
    yield Leaf("note", NEUTRAL)
    for label, text in _facts(pack):
        yield Leaf("fact", text, label=label)
    for note in pack.notes:
        yield Leaf("note", note)
    if any(passage.contributions[-1].column and not passage.contributions[-1].column_end for passage in pack.passages):
        yield Leaf("note", COLUMNS)
    yield Leaf("note", pack.official)
    yield Leaf("note", pack.licence)


def _facts(pack: Pack) -> Iterator[tuple[str, str]]:
    bill, counts, state = pack.bill, pack.counts, pack.archive
    yield "Bill", bill.names[-1].name + (f", session {bill.session}" if bill.session else "")
    if len(bill.names) > 1:
        yield "Earlier names", ", ".join(name.name for name in bill.names[:-1])
    yield "Provision", pack.provision or "the whole bill"
    charge = "; ".join(f"{one.name} ({one.basis})" for one in bill.promoters)
    yield "In charge", charge or "nobody is told to be in what is held"
    yield "In focus", pack.focus_rule
    found = counted(counts["ministers_contributions"], "contribution")
    yield (
        "Found",
        f"{found} in focus, in {counted(counts['passages'], 'passage')} of {counted(counts['debates'], 'debate')}",
    )
    if pack.marks:
        yield "Relied on", f"the words underlined: {_relied_on(pack)}"
    missing = [_stage_name(stage) for stage in pack.stages if not stage.held]
    yield "Not held", "; ".join(missing) if missing else "no stage is known to be missing"
    if pack.numbering:
        last = pack.numbering[-1]
        yield (
            "Last held",
            f"{_numbering_name(last)}, {long_date(last.date)}; what came after it is known here only as far as it is "
            "listed as not held",
        )
    held = f"{counted(state['sittings'], 'sitting')} from {_day(state['first'])} to {_day(state['last'])}"
    seen = f"the newest first seen on {_day(state['newest_file_seen'])}"
    yield "Archive", f"{held}, read from {counted(state['files'], 'file')}, {seen}"
    yield "Made", long_date(pack.made)


def _relied_on(pack: Pack) -> str:
    """Where marked words stand: the passage, and the column in which the contribution begins."""
    marked = {mark.id for mark in pack.marks}
    told = (
        f"passage {passage.number}" + (f", col {one.column}" if one.column else "")
        for passage in pack.passages
        for one in passage.contributions
        if one.id in marked
    )
    return "; ".join(dict.fromkeys(told))


def _day(told: date | str) -> str:
    """A day, or the day of a time as the archive keeps it."""
    return long_date(told if isinstance(told, date) else date.fromisoformat(told[:10]))


def _index(pack: Pack) -> Iterator[Leaf]:
    yield Leaf("h1", "Index of passages", anchor="index")
    for passage in pack.passages:
        cells = (str(passage.number), _where(passage), long_date(passage.date), passage.citation or "no column")
        yield Leaf("index", cells=cells, anchor=f"passage-{passage.number}")


def _searched(pack: Pack) -> Iterator[Leaf]:
    yield Leaf("h1", "What was searched", anchor="searched")
    for stage in pack.stages:
        if not stage.held:
            day = long_date(stage.date) if stage.date else ""
            yield Leaf("searched", cells=(_stage_name(stage), day, "not held in this archive", stage.basis))
    for one in pack.numbering:
        found = counted(one.focus, "contribution") if one.focus else "empty: no minister’s words"
        found += f"; {one.others} by others" if one.others else ""
        cells = (_numbering_name(one), long_date(one.date), found, _as_what(one))
        yield Leaf("searched", cells=cells)


def _as_what(one: Numbering) -> str:
    heading = f" (“{one.heading}”)" if one.heading else ""
    return f"{', '.join(one.provisions)}{heading}, {one.basis}" if one.provisions else one.basis


def _passages(pack: Pack) -> Iterator[Leaf]:
    marks = _by_contribution(pack.marks)
    yield Leaf("h1", "Passages", anchor="passages")
    for passage in pack.passages:
        name = f"{passage.number}. {_where(passage)}, {long_date(passage.date)}"
        yield Leaf("h2", name, anchor=f"passage-{passage.number}")
        yield Leaf("note", f"{passage.title}, {chamber_name(passage.chamber)}", style="lead")
        if under := _under_debate(passage):
            yield Leaf("note", f"Under debate: {under}", style="lead")
        if passage.omitted_before:
            left_out = f"{counted(passage.omitted_before, 'contribution')} before this left out"
            yield Leaf("note", left_out, style="lead")
        for place, contribution in enumerate(passage.contributions):
            for at, heading in passage.headings:
                if at == place:
                    yield Leaf("note", heading, style="heading")
            yield from contribution_leaves(contribution, marks.get(contribution.id, ()))
        if passage.omitted_after:
            yield Leaf("note", f"{counted(passage.omitted_after, 'contribution')} after this left out")
        yield Leaf("cite", passage.citation or "no column is given for this passage", url=passage.official)


def _others(pack: Pack) -> Iterator[Leaf]:
    if not pack.others:
        return
    named = "that name the provision" if pack.provision else "in the bill’s debates"
    yield Leaf("h1", f"Other statements {named}", anchor="others")
    shown = {c.id: passage.number for passage in pack.passages for c in passage.contributions}
    if not pack.provision:
        yield from _by_speaker(pack.others, shown)
        return
    for one in pack.others:
        where = f" (in passage {shown[one.id]})" if one.id in shown else ""
        yield Leaf("item", f"{one.name}, {one.citation or long_date(one.date)}{where}", url=one.official)


def _by_speaker(others: Sequence[OtherStatement], shown: Mapping[str, int]) -> Iterator[Leaf]:
    """Everybody else's statements on the whole bill: stage by stage, each speaker with the columns."""
    for (house, day, stage), told in _together(others, lambda one: (one.house, one.date, one.stage)).items():
        yield Leaf(
            "note", f"{HOUSES.get(house, house)}, {stage or 'stage not told'}, {long_date(day)}", style="heading"
        )
        for name, own in _together(told, lambda one: one.name).items():
            columns = ", ".join(dict.fromkeys(one.column for one in own if one.column))
            seen = ", ".join(dict.fromkeys(str(shown[one.id]) for one in own if one.id in shown))
            passages = f"; some in passage {seen}" if seen else ""
            where = f", col {columns}" if columns else ""
            yield Leaf("item", f"{name}{where} ({counted(len(own), 'contribution')}{passages})")


def _together(others: Sequence[OtherStatement], by: Callable[[OtherStatement], Any]) -> dict[Any, list[OtherStatement]]:
    found: dict[Any, list[OtherStatement]] = {}
    for one in others:
        found.setdefault(by(one), []).append(one)
    return found


def _changes(pack: Pack) -> Iterator[Leaf]:
    yield Leaf("h1", "Corrections and later revisions", anchor="changes")
    if not pack.corrections and not pack.revised:
        yield Leaf("note", "None is known for what is shown here.")
    for correction in pack.corrections:
        yield Leaf("h2", f"Correction {correction.id}", anchor=f"correction-{correction.id}")
        yield from contribution_leaves(correction)
        yield Leaf("cite", correction.citation or "no column is given", url=correction.source_url)
    cited = {c.id: c for p in pack.passages for c in p.contributions}
    for identity in pack.revised:
        one = cited[identity]
        text = f"{printed_by(one)}, {one.citation or long_date(one.sitting.date)}: revision {one.revision} of the text"
        yield Leaf("item", f"{text}; `onrecord debate {identity} --history` shows the earlier ones.")


def _manifest(pack: Pack) -> Iterator[Leaf]:
    yield Leaf("h1", "Manifest", anchor="manifest")
    yield Leaf("note", "Each file of the record, and each contribution shown, with its sha256.")
    for source in pack.sources:
        role = "leading" if source.leading else "beside it"
        yield Leaf("hash", cells=(source.name, f"{source.sitting}, {source.format}, {role}", source.sha256))
    for identity, sha in contributions_of(pack).items():
        yield Leaf("hash", cells=(identity, "contribution", sha))


def contributions_of(pack: Pack) -> Mapping[str, str]:
    """Every contribution whose words stand in the pack, with the sha256 of its words."""
    shown: list[Contribution] = [c for passage in pack.passages for c in passage.contributions]
    shown += [c for one in pack.amendments for c in (one.moved, one.speech) if c]
    shown += [one.put for one in pack.grouped]
    shown += pack.corrections
    return {c.id: c.sha256 for c in shown}


def _under_debate(passage: Passage) -> str:
    """What was before the House or the Committee, and who had moved it."""
    told = dict.fromkeys(c.under_debate for c in passage.contributions if c.focus and c.under_debate)
    return "; ".join(re.sub(r"\b(.+) · (?=\1 moved by)", "", str(one)) for one in told)


def _by_contribution(marks: Sequence[PackMark]) -> Mapping[str, Sequence[PackMark]]:
    return {mark.id: [other for other in marks if other.id == mark.id] for mark in marks}


def _where(passage: Passage) -> str:
    name = stage_name(passage.stage, passage.sitting_number, passage.chamber)
    return f"{HOUSES.get(passage.house, passage.house)}, {name}"


def _stage_name(stage: BillStage) -> str:
    name = stage_name(stage.stage, stage.sitting_number, stage.chamber)
    return f"{HOUSES.get(stage.house, stage.house)}, {name}"


def _numbering_name(one: Numbering) -> str:
    name = stage_name(one.stage, one.sitting_number, one.chamber)
    return f"{HOUSES.get(one.house, one.house)}, {name}"
