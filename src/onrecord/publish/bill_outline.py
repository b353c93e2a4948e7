"""What is printed of a bill and of ministers' words on it, block by block.

Stages stand in the order of the bill's way, and those that are not held stand among them:
a reader must see what was not searched as plainly as what was found.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..model import Bill, BillAnswer, BillRef, BillStage, Excerpt, Ministerial, Numbering, ProvisionAnswer
from .age import ago
from .outline import (
    Block,
    chamber_name,
    counted,
    link_to,
    long_date,
    notices,
    page_told,
    runs,
    stage_line,
    titled,
)

HOUSES = {"commons": "House of Commons", "lords": "House of Lords"}


def outline_of_bill(answer: BillAnswer) -> Iterator[Block]:
    """A bill, its stages, and the provisions spoken of."""
    bill = answer.bill
    yield Block("member", bill.names[-1].name)
    yield from _about(bill)
    yield Block("heading", "Stages", level=1)
    for stage in answer.stages:
        yield from _stage(stage)
    if answer.provisions:
        yield Block("heading", "Provisions spoken of", level=1)
        rows = tuple((p.provision, f"{p.mentions:,}", f"{p.ministers:,}") for p in answer.provisions)
        yield Block("table", rows=(("Provision", "Mentions", "By ministers"), *rows))
    for note in answer.notes:
        yield Block("note", note)
    yield from notices(answer.licence)


def outline_of_bills(bills: tuple[BillRef, ...]) -> Iterator[Block]:
    """The bills held, as a list."""
    for bill in bills:
        houses = " and ".join(HOUSES.get(house, house) for house in bill.houses)
        days = f"{bill.first}" if bill.first == bill.last else f"{bill.first} to {bill.last}"
        session = f"session {bill.session}, " if bill.session else ""
        yield Block("text", f"{bill.name} ({bill.id}): {session}{counted(bill.debates, 'debate')}, {days}, {houses}")


def outline_of_ministerial(answer: Ministerial, today: date) -> Iterator[Block]:
    """A page of ministers' words."""
    asked = str(answer.query.get("debate_or_bill", ""))
    found = counted(answer.total, "debate")
    yield Block("member", f"Ministers’ words, {asked}: {found}{page_told(answer.page, answer.pages)}")
    yield Block("about", f"In focus is {answer.focus_rule}.")
    for excerpt in answer.excerpts:
        yield from _excerpt(excerpt, today)
    yield from notices(answer.licence)


def _about(bill: Bill) -> Iterator[Block]:
    if bill.session:
        yield Block("about", f"Session {bill.session}")
    if bill.house_of_origin:
        yield Block("about", f"Began in the {HOUSES.get(bill.house_of_origin, bill.house_of_origin)}")
    for name in bill.names[:-1]:
        yield Block("about", f"Called {name.name}" + (f" from {name.start}" if name.start else " at some time"))
    for promoter in bill.promoters:
        known = "" if promoter.person_id else "; the name as printed"
        yield Block("about", f"In charge: {promoter.name} ({promoter.basis}{known})")


def stage_name(stage: str | None, number: str | None, chamber: str | None) -> str:
    """A stage with its day, or the sitting of a committee.

    >>> stage_name("Report", "2", "commons-chamber"), stage_name("Committee", "1 to 4", "public-bill-committee")
    ('Report, day 2', 'Committee, sittings 1 to 4')
    >>> stage_name(None, None, None)
    'Stage not told'
    """
    name = stage or "Stage not told"
    if not number:
        return name
    what = "sitting" if chamber in ("public-bill-committee", "general-committees") else "day"
    return f"{name}, {what}{'s' if ' ' in number else ''} {number}"


def _stage(stage: BillStage) -> Iterator[Block]:
    house = HOUSES.get(stage.house, stage.house)
    name = stage_name(stage.stage, stage.sitting_number, stage.chamber)
    if not stage.held:
        when = f", {long_date(stage.date)}" if stage.date else ""
        yield Block("text", f"{house}: {name}{when}: not held in this archive ({stage.basis})")
        return
    columns = _columns(stage)
    when = long_date(stage.date) if stage.date else ""
    yield Block("text", f"{house}: {name}, {when}{columns} (known by: {stage.basis})")
    if stage.chamber and stage.chamber not in ("commons-chamber", "lords-chamber"):
        yield Block("about", f"{chamber_name(stage.chamber)}")
    said = f"{counted(stage.contributions, 'contribution')} by {counted(stage.speakers, 'speaker')}"
    yield Block("about", f"{said}, {counted(stage.divisions, 'division')}")
    if stage.ministers:
        yield Block("about", f"Ministers: {', '.join(stage.ministers)}")
    if stage.amendments:
        yield Block("about", f"Moved or made: {', '.join(stage.amendments)}")
    if stage.permalink:
        yield Block("link", "Debate", url=stage.permalink)


def _columns(stage: BillStage) -> str:
    if not stage.columns:
        return ""
    first, last = stage.columns
    return f", col {first}" if first == last else f", cols {first} to {last}"


def _excerpt(excerpt: Excerpt, today: date) -> Iterator[Block]:
    debate, links = excerpt.debate, excerpt.links
    yield Block("title", titled(debate))
    if stage := stage_line(debate.title, debate.bill, debate.stage):
        yield Block("about", stage)
    yield Block("about", f"{long_date(debate.date)} ({ago(debate.date, today)})")
    yield Block("about", chamber_name(debate.chamber))
    yield from link_to("Full debate", links.debate)
    yield from link_to("Official report", links.official)
    yield from link_to("Video", links.video)
    yield from runs(excerpt)


def outline_of_provision(answer: ProvisionAnswer, today: date) -> Iterator[Block]:
    """Everything ministers said on a provision, and where nothing was said."""
    bill = answer.bill
    yield Block("member", f"{bill.names[-1].name}, {answer.provision}: {counted(answer.total, 'debate')}")
    yield Block("about", f"In focus is {answer.focus_rule}.")
    for note in answer.notes:
        yield Block("note", note)
    yield Block("heading", "What was searched", level=1)
    for stage in answer.stages:
        if not stage.held:
            name = stage_name(stage.stage, stage.sitting_number, stage.chamber)
            yield Block("text", f"{HOUSES.get(stage.house, stage.house)}: {name}: not held in this archive")
    for one in answer.numbering:
        yield Block("text", searched(one))
    for excerpt in answer.excerpts:
        yield from _excerpt(excerpt, today)
    if answer.others:
        yield Block("heading", "Other statements that name the provision", level=1)
        for other in answer.others:
            column = f", col {other.column}" if other.column else ""
            yield Block("link", f"{other.name}, {long_date(other.date)}{column}", url=other.permalink)
    yield from notices(answer.licence)


def searched(one: Numbering) -> str:
    """A stage that was searched: under which number, on what ground, and what was found."""
    name = stage_name(one.stage, one.sitting_number, one.chamber)
    where = f"{HOUSES.get(one.house, one.house)}: {name}, {long_date(one.date)}"
    heading = f" (“{one.heading}”)" if one.heading else ""
    found = (
        f"{counted(one.focus, 'contribution')} in focus, {one.others} by others" if one.focus or one.others else "none"
    )
    return f"{where}: {', '.join(one.provisions)}{heading}, {one.basis}: {found}"
