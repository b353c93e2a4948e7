"""A division as the Hansard API serves it: one file, with everybody who voted.

The file names the debate in which the division stands only by id and title, so it makes
a part of the day with nothing but a division in it, which is put into the debate where that is held.
It does not say which chamber: a division of a House is taken in its Chamber, and a
committee's, which could be in any, is refused. The counts are the House's; a list that
names fewer (or more) is read as it is, with a warning.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..errors import BadInputError
from ..reading import DIVISIONS, Paragraph, ReadDivision, Reading, ReadSitting, Section, Vote
from .business import business
from .conservation import account
from .hansard_schema import DivisionFile, Voter
from .hansard_sections import section_id, section_url
from .hansard_tags import publication
from .hansard_value import printed_words, read_value

FORMAT = "hansard-api-division"


def read_division_file(file: DivisionFile, name: str) -> Reading:
    """A sitting with one section and one division in it. Raises BadInputError for a committee's division."""
    if file.is_committee_division:
        raise BadInputError(
            "a committee's division does not say in which committee it was",
            where=name,
            remedy="load the committee's debate, which holds it",
        )
    house = {"commons": "commons", "1": "commons", "lords": "lords", "2": "lords"}.get(str(file.house).casefold())
    if house is None:
        raise BadInputError(f"unknown House “{file.house}”", where=name, remedy="fetch it again")
    day = _day(file, name)
    sitting = ReadSitting(
        house=house,
        chamber=f"{house}-chamber",
        date=day,
        sections=(_section(file, house, day),),
        items=(_division(file, house, day),),
        publication=publication(file.debate_section_source),
        whole=False,
        part=f"{DIVISIONS}/{file.external_id}",
    )
    weighed = account(" ".join(_printed(file)), [sitting], name)
    return Reading(FORMAT, (sitting,), weighed.words, dict(weighed.buckets), tuple(_warnings(file)))


def _day(file: DivisionFile, name: str) -> date:
    try:
        return date.fromisoformat(file.date[:10])
    except ValueError:
        raise BadInputError(f"no date: “{file.date}”", where=name, remedy="fetch it again") from None


def _section(file: DivisionFile, house: str, day: date) -> Section:
    title = " ".join((file.debate_section or "").split())
    return Section(
        source_id=section_id(file.debate_section_ext_id),
        title=title,
        kind=business(title, ()).kind,
        debate=True,
        url=section_url(_day_url(house, day), file.debate_section_ext_id, title),
    )


def _division(file: DivisionFile, house: str, day: date) -> ReadDivision:
    for_, against = ("aye", "no") if house == "commons" else ("content", "not-content")
    printed = [block.text for text in (file.text_before_vote, file.text_after_vote) for block in _blocks(text)]
    counts = {for_: file.ayes_count, against: file.noes_count}
    return ReadDivision(
        source_id=f"hansard:{file.external_id}",
        section=0,
        number=str(file.number) if file.number not in (None, "") else None,
        counts={side: count for side, count in counts.items() if count is not None},
        votes=(*_votes(file.aye_members, for_), *_votes(file.noe_members, against)),
        time=file.time or None,
        url=f"{_day_url(house, day)}/division/{file.external_id}",
        paragraphs=tuple(Paragraph("procedural", text) for text in printed),
    )


def _blocks(html: str | None) -> Sequence[Paragraph]:
    return [Paragraph("procedural", block.text) for block in read_value(html or "").blocks]


def _votes(members: Sequence[Voter], side: str) -> list[Vote]:
    ordered = sorted(members, key=lambda member: (member.is_teller, member.sort_order or 0))
    return [
        Vote(
            f"mnis:{member.member_id}" if member.member_id and member.member_id > 0 else None,
            " ".join((member.list_as or "").split()),
            side,
            member.is_teller,
        )
        for member in ordered
    ]


def _warnings(file: DivisionFile) -> list[str]:
    told = []
    sides = (("Ayes", file.ayes_count, file.aye_members), ("Noes", file.noes_count, file.noe_members))
    for word, count, members in sides:
        voters = sum(not member.is_teller for member in members)
        if count is not None and voters != count:
            told.append(f"{word} {count}, but {voters} voters are named")
    return told


def _printed(file: DivisionFile) -> list[str]:
    names = [member.list_as or "" for member in (*file.aye_members, *file.noe_members)]
    texts = [*printed_words(file.text_before_vote or ""), *printed_words(file.text_after_vote or "")]
    return [*(file.debate_section or "").split(), *texts, *(word for name in names for word in name.split())]


def _day_url(house: str, day: date) -> str:
    return f"https://hansard.parliament.uk/{house.capitalize()}/{day.isoformat()}"
