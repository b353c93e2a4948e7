"""What a printed answer says, and in which order, whatever it is printed as.

A page of excerpts and a debate are unrolled here into a flat row of blocks (titles, lines
about a debate, attributions, paragraphs, omissions). `text` and `markdown` only say how each
block looks, so that the two never differ in what they tell. Everything a reader must not
miss is a block of its own: what is left out, what is not known, what the licence asks for.
Words are passed on untouched; escaping them is the business of the format.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from ..model import (
    LICENCE,
    NOT_OFFICIAL,
    Contribution,
    Debate,
    DebateRef,
    Division,
    DivisionVote,
    EarlierEdition,
    Excerpt,
    ExcerptContribution,
    Excerpts,
    Heading,
    MinisterialContribution,
    ReadReference,
    Run,
    SectionTree,
    Speaker,
    Time,
    Unresolved,
)
from ..reading import Paragraph
from .age import ago
from .answerable import answerable

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SIDES = {"aye": "Ayes", "no": "Noes", "content": "Contents", "not-content": "Not Contents"}
BECAUSE = {
    "question": "what is answered",
    "group": "a question answered together with others",
    "answer": "the answer",
    "intervention": "breaks in",
    "interrupted": "is interrupted",
    "resumption": "goes on",
    "chair": "an exchange with the Chair",
    "between": "printed in between",
    "adjacent": "stands next to it",
}


class Block(Struct, frozen=True):
    """One thing to print.

    `kind`: `member` (whose answer this is), `title`, `heading`, `about` (a line about a debate), `link` (`url`),
    `omission`, `attribution` (`details` such as the column; `context` says why it is shown, None for
    the member's own), `note` (a line of ours about a contribution), `text`, `motion`, `quotation`, `aside`
    (procedural words and interjections), `table` and `list` (`rows`), `time`, `notice` (licence).
    """

    kind: str
    text: str = ""
    level: int = 0
    url: str | None = None
    details: tuple[str, ...] = ()
    context: str | None = None
    rows: tuple[tuple[str, ...], ...] = ()


def outline_of_excerpts(excerpts: Excerpts, today: date) -> Iterator[Block]:
    """A page of excerpts, block by block; `today` dates the ages."""
    name = excerpts.member.name
    found = counted(excerpts.total, "debate")
    yield Block("member", f"{name}: {found}{page_told(excerpts.page, excerpts.pages)}")
    for excerpt in excerpts.excerpts:
        yield from _excerpt(excerpt, name, today)
    yield from notices(excerpts.licence)


def outline_of_debate(debate: Debate) -> Iterator[Block]:
    """A debate whole, block by block."""
    section, sitting = debate.section, debate.sitting
    yield Block("title", titled(section))
    if stage := stage_line(section.title, section.bill, section.stage):
        yield Block("about", stage)
    yield Block("about", long_date(sitting.date))
    yield Block("about", chamber_name(sitting.chamber))
    yield from link_to("This debate", section.permalink)
    yield from link_to("Official report", section.source_url)
    if debate.edition:
        yield from _edition(debate.edition)
    yield from _committee(section)
    told: set[str] = set()
    for item in debate.items:
        if isinstance(item, Contribution):
            yield from _contribution(item, told)
            if debate.edition and item.id in debate.edition.unheld:
                yield Block("note", "No file held has the words of this edition here.")
        elif isinstance(item, Heading):
            if item.id != section.id:
                yield Block("heading", item.title, level=max(1, item.depth - section.depth))
        elif isinstance(item, Time):
            yield Block("time", clock(item.time))
        else:
            yield from _division(item)
    yield from notices(debate.licence)


def _edition(shown: EarlierEdition) -> Iterator[Block]:
    """Which edition this is, and what is not in it."""
    day = f" by {shown.as_of}" if shown.as_of else ""
    yield Block(
        "about", f"As in edition {shown.revision} of {shown.revisions}{day}: {shown.source}, first seen {shown.seen}"
    )
    if shown.later:
        yield Block("about", f"Left out, since it came later: {counted(shown.later, 'contribution')}")
    if shown.withdrawn:
        yield Block(
            "about", f"Withdrawn from this sitting since, and not shown: {counted(shown.withdrawn, 'contribution')}"
        )


def outline_of_reference(found: ReadReference) -> Iterator[Block]:
    """Where a reference leads: each contribution under the debate it stands in, then what is not settled."""
    above = None
    for contribution in found.contributions:
        if contribution.section.id != above:
            above = contribution.section.id
            yield from place_of(contribution)
        if contribution.inferred:
            yield Block("note", "Inferred: its source marks only the column in which it starts.")
        yield from _contribution(contribution, set())
    for warning in found.warnings:
        yield Block("note", warning[:1].upper() + warning[1:] + ".")
    yield from notices(found.licence)


def place_of(contribution: Contribution) -> Iterator[Block]:
    """The debate, day and chamber in which a contribution stands, and its address."""
    sitting = contribution.sitting
    yield Block("title", ": ".join(contribution.section.path))
    yield Block("about", f"{long_date(sitting.date)}, {chamber_name(sitting.chamber)}")
    yield from link_to("Stands at", contribution.permalink)


def _committee(section: SectionTree) -> Iterator[Block]:
    """The number of a committee's sitting, and who attended it."""
    if section.number:
        yield Block("about", f"Sitting {section.number}")
    for role, label in (("chair", "Chairs"), ("member", "Members"), ("clerk", "Clerks")):
        listed = [each for each in section.attendance if each.role == role]
        if listed:
            names = "; ".join(f"{each.name}{' (absent)' if each.attended is False else ''}" for each in listed)
            yield Block("about", f"{label}: {names}")


def long_date(day: date) -> str:
    """A date as it heads a debate, in English whatever the machine's locale.

    >>> long_date(date(2024, 1, 15))
    'Monday 15 January 2024'
    """
    return f"{DAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def clock(time: str) -> str:
    """A printed time without its seconds.

    >>> clock("11:34:00")
    '11:34'
    """
    return time[:5]


def chamber_name(chamber: str) -> str:
    """A chamber's name.

    >>> chamber_name("westminster-hall")
    'Westminster Hall'
    """
    return chamber.replace("-", " ").title()


def _excerpt(excerpt: Excerpt, name: str, today: date) -> Iterator[Block]:
    debate, links = excerpt.debate, excerpt.links
    yield Block("title", titled(debate))
    yield Block("about", f"{name} excerpts")
    if stage := stage_line(debate.title, debate.bill, debate.stage):
        yield Block("about", stage)
    yield Block("about", f"{long_date(debate.date)} ({ago(debate.date, today)})")
    yield Block("about", chamber_name(debate.chamber))
    yield from link_to("Full debate", links.debate)
    yield from link_to("Official report", links.official)
    yield from link_to("Video", links.video)
    yield from link_to("Ministers’ words", links.ministerial)
    yield from runs(excerpt)


def page_told(page: int | None, pages: int) -> str:
    """Which page of how many; nothing of a page that follows a place.

    >>> page_told(2, 3), page_told(None, 3)
    (', page 2 of 3', '')
    """
    return f", page {page} of {max(pages, 1)}" if page else ""


def runs(excerpt: Excerpt) -> Iterator[Block]:
    told: set[str] = set()
    yield from _omission("Earlier in debate", excerpt.omitted_before)
    for place, run in enumerate(excerpt.runs):
        if place:
            yield from _omission("Later in debate", excerpt.omitted_between[place - 1])
        yield from _run(run, told)
    yield from _omission("Rest of debate", excerpt.omitted_after)


def _run(run: Run, told: set[str]) -> Iterator[Block]:
    for place, contribution in enumerate(run.contributions):
        for before, title in run.headings:
            if before == place:
                yield Block("heading", title, level=1)
        yield from _contribution(contribution, told)


def _omission(where: str, count: int) -> Iterator[Block]:
    if count:
        yield Block("omission", f"{where} ({counted(count, 'contribution')} omitted)")


def _contribution(contribution: Contribution, told: set[str]) -> Iterator[Block]:
    cut = contribution.cut if isinstance(contribution, ExcerptContribution) else None
    yield from attribution_of(contribution)
    for note in _notes(contribution, told):
        yield Block("note", note)
    if cut == "before":
        yield Block("note", "What was said before this is left out.")
    for paragraph in contribution.paragraphs:
        yield _paragraph(paragraph)
    if cut == "after":
        yield Block("note", "What was said after this is left out.")


def attribution_of(contribution: Contribution) -> Iterator[Block]:
    speaker = contribution.speaker
    who = contribution.attribution or (speaker.name if speaker else None)
    if who is None and not isinstance(speaker, Unresolved):
        return
    context = None
    if isinstance(contribution, ExcerptContribution) and contribution.because:
        context = BECAUSE.get(contribution.because, contribution.because)
    url, details = contribution.source_url, _details(contribution)
    yield Block("attribution", who or "Nobody named", url=url, details=details, context=context)


def _details(contribution: Contribution) -> tuple[str, ...]:
    """Question number, UIN, reference, column and time, as far as the source gives them."""
    column, end = contribution.column, contribution.column_end
    columns = f"cols {column} to {end}" if column and end and end != column else f"col {column}"
    said = (
        contribution.question_number and f"question {contribution.question_number}",
        f"UINs {', '.join(contribution.uins)}" if contribution.uins else contribution.uin and f"UIN {contribution.uin}",
        contribution.reference,
        column and columns,
        contribution.time and clock(contribution.time),
        *_as_minister(contribution),
    )
    return tuple(one for one in said if one)


def _as_minister(contribution: Contribution) -> Iterator[str]:
    """That these are a minister's words, or those of whoever is in charge of the bill."""
    if not isinstance(contribution, MinisterialContribution):
        return
    if minister := contribution.minister:
        yield (
            f"minister: {minister.department or minister.title}"
            if minister.department or minister.title
            else "minister"
        )
    elif contribution.promoter:
        yield "in charge of the bill"


def _notes(contribution: Contribution, told: set[str]) -> Iterator[str]:
    """What a reader must know beside the words, in plain words. `told` holds whose facts were given above."""
    speaker = contribution.speaker
    if isinstance(speaker, Unresolved):
        yield f"Who spoke here is not certain: {speaker.unresolved}."
    if isinstance(speaker, Speaker) and speaker.person_id not in told:
        told.add(speaker.person_id)
        for fact, known in speaker.last_known.items():
            yield f"{fact.capitalize()} last known: {known.value} ({known.as_of}); not certain for this day."
    if contribution.on_behalf_of:
        yield f"On behalf of {contribution.on_behalf_of}."
    if isinstance(contribution, ExcerptContribution) and contribution.focus and contribution.under_debate:
        yield f"Under debate: {contribution.under_debate}"
    if contribution.corrected_by:
        yield f"Corrected later: {', '.join(contribution.corrected_by)}."
    if contribution.corrects:
        yield f"Corrects {contribution.corrects}."


def _paragraph(paragraph: Paragraph) -> Block:
    if paragraph.rows:
        return Block("list" if paragraph.kind == "list" else "table", paragraph.text, rows=paragraph.rows)
    if paragraph.kind in ("motion", "quotation", "quoted-error"):
        return Block("motion" if paragraph.kind == "motion" else "quotation", paragraph.text)
    return Block("aside" if paragraph.kind in ("procedural", "interjection") else "text", paragraph.text)


def _division(division: Division) -> Iterator[Block]:
    number = f"Division {division.number}" if division.number else "Division"
    counts = ", ".join(f"{SIDES.get(side, side)} {count}" for side, count in division.counts.items())
    details = (
        division.column and f"col {division.column}",
        division.time and clock(division.time),
    )
    said = f"{number}: {counts}" if counts else number
    yield Block("attribution", said, url=division.source_url, details=tuple(one for one in details if one))
    for told in filter(None, division.text.split("\n\n")):
        yield Block("aside", told)
    for side in dict.fromkeys(vote.side for vote in division.votes):
        names = "; ".join(_voter(vote) for vote in division.votes if vote.side == side)
        yield Block("text", f"{SIDES.get(side, side)}: {names}")


def _voter(vote: DivisionVote) -> str:
    teller = " (teller)" if vote.teller else ""
    return f"{vote.name}{teller}" + (f" (proxy vote cast by {vote.proxy})" if vote.proxy else "")


def link_to(label: str, url: str | None) -> Iterator[Block]:
    if url:
        yield Block("link", label, url=url)


def notices(licence: str) -> Iterator[Block]:
    yield Block("notice", licence or LICENCE)
    yield Block("notice", NOT_OFFICIAL)


def titled(debate: DebateRef | SectionTree) -> str:
    title, department = debate.title, debate.department or ""
    if not department or department.casefold() in title.casefold():
        return title
    return f"{title}: {answerable(department, debate.department_basis)}"


def stage_line(title: str, bill: str | None, stage: str | None) -> str:
    return ", ".join(part for part in (bill if bill != title else None, stage) if part)


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
