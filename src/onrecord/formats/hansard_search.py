"""Contributions that a search of the Hansard API found: a few of a debate, with all their words.

People collect a Member's words, or what was said on a subject, by searching. Each result
holds one contribution whole, its debate and its place in it, but not what stood between
it and the next. So each is read by itself, as the debate's own file would give it, with
the same ids: no column or clock runs on from one to another, and no two become one. What
is found on one day in one chamber makes a part of that sitting, marked as a selection;
where the debate itself is held, that is the record, and nothing here stands twice.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from msgspec import structs

from ..errors import BadInputError
from ..reading import Mark, ReadContribution, Reading, ReadSitting, Section
from .business import business
from .hansard_debate import read_debate
from .hansard_schema import Debate, Entry, Found, Overview, SearchAnswer
from .hansard_tags import written_kind

FORMAT = "hansard-api-search"
PREVIEW = 250
"""A preview of so many characters may have been cut: the service cuts at 255."""


def read_search(answer: SearchAnswer, name: str) -> Reading:
    """A selection for each day and chamber in which something was found, in the order of the record.

    Raises BadInputError where a result has only the beginning of its words, or two results
    of one id differ; WordsLostError if a word would be lost.
    """
    gathered = _Gathered(name)
    for at, found in enumerate(answer.results):
        gathered.add(found, f"{name} Results[{at}]")
    sittings = tuple(_sitting(parts) for _, parts in sorted(gathered.parts.items()))
    told = tuple(dict.fromkeys([*_warnings(answer, sittings), *gathered.warnings]))
    return Reading(FORMAT, sittings, gathered.words, dict(gathered.buckets), told)


class _Gathered:
    """The results read so far, by day and chamber, and the account of their words."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.parts: dict[tuple[date, str], list[ReadSitting]] = defaultdict(list)
        self.known: dict[str, ReadContribution] = {}
        self.words = 0
        self.buckets: Counter[str] = Counter()
        self.warnings: list[str] = []

    def add(self, found: Found, where: str) -> None:
        """Read one result. A result that stands twice is taken once."""
        reading = read_debate(_as_debate(found, where), where)
        self.words += reading.words
        self.buckets.update(reading.buckets)
        self.warnings += reading.warnings
        part = _placed(reading.sittings[0], found)
        contribution = part.items[0] if part.items else None
        if not isinstance(contribution, ReadContribution):
            return
        before = self.known.setdefault(contribution.source_id, contribution)
        if before is contribution:
            self.parts[part.date, part.chamber].append(part)
        elif before.paragraphs == contribution.paragraphs:
            self.buckets["repeated"] += sum(len(each.text.split()) for each in contribution.paragraphs)
        else:
            what = f"{found.contribution_ext_id} stands twice, with different words"
            raise BadInputError(what, where=where, remedy="search again")


def _as_debate(found: Found, where: str) -> Debate:
    """A result as a debate of one item."""
    overview = Overview(
        ext_id=found.debate_section_ext_id,
        date=found.sitting_date,
        title=found.debate_section,
        location=found.section,
        house=found.house,
    )
    entry = Entry(
        item_type="Contribution",
        item_id=found.item_id,
        member_id=found.member_id,
        attributed_to=found.attributed_to,
        value=_words(found, where),
        timecode=found.timecode,
        external_id=found.contribution_ext_id,
        hrs_tag=found.hrs_tag,
    )
    return Debate(overview, [entry])


def _words(found: Found, where: str) -> str:
    """The whole words of a result, never a beginning alone."""
    if found.contribution_text_full and found.contribution_text_full.strip():
        return found.contribution_text_full
    preview = found.contribution_text or ""
    if len(preview) >= PREVIEW or preview.rstrip().endswith(("…", "...")):
        what = "only the beginning of a contribution: it has a preview and no ContributionTextFull"
        raise BadInputError(what, where=where, remedy="load the debate's own file (/debates/debate/{id}.json)")
    return preview


def _placed(sitting: ReadSitting, found: Found) -> ReadSitting:
    """The sitting of one result, with what the result tells of places; a first column is not known of a selection."""
    section = structs.replace(
        sitting.sections[0],
        kind=written_kind(sitting.chamber) or business(sitting.sections[0].title, ()).kind,
        debate=True,
        sort=found.debate_section_order or 0,
        column=None,
    )
    items = tuple(
        structs.replace(item, sort=(found.order_in_debate_section or 0) + 1, mark=_named(item, found))
        for item in sitting.items
        if isinstance(item, ReadContribution)
    )
    return structs.replace(sitting, sections=(section,), items=items, selection=True)


def _named(item: ReadContribution, found: Found) -> Mark:
    """Who speaks; where no attribution is printed, by the name that the service has for the id."""
    name = " ".join((found.member_name or "").split())
    mark = item.mark
    return structs.replace(mark, name=name) if name and mark.key and not mark.name and not mark.office else mark


def _sitting(parts: Sequence[ReadSitting]) -> ReadSitting:
    """One sitting of the parts of one day and chamber: debates and contributions in the order of the record."""
    debates: dict[str, Section] = {}
    for part in parts:
        debates.setdefault(part.sections[0].source_id, part.sections[0])
    order = sorted(debates.values(), key=lambda section: (section.sort, section.source_id))
    place = {section.source_id: at for at, section in enumerate(order)}
    items = [
        structs.replace(item, section=place[part.sections[0].source_id])
        for part in parts
        for item in part.items
        if isinstance(item, ReadContribution)
    ]
    items.sort(key=lambda item: (item.section, item.sort, item.source_id))
    return structs.replace(parts[0], sections=tuple(order), items=tuple(items))


def _warnings(answer: SearchAnswer, sittings: Sequence[ReadSitting]) -> list[str]:
    if not answer.results:
        return ["holds no proceedings: a search that found nothing"]
    count = sum(len(sitting.items) for sitting in sittings)
    sections = [section for sitting in sittings for section in sitting.sections]
    what = "1 contribution" if count == 1 else f"{count} contributions"
    if len(sections) == 1:
        of = f"“{sections[0].title}”, {sittings[0].chamber} {sittings[0].date.isoformat()}"
    else:
        of = f"{len(sections)} debates in {len(sittings)} sitting{'s' if len(sittings) != 1 else ''}"
    told = [f"a selection: {what} of {of}; what was said between and around them is not in this file"]
    if answer.total_result_count and answer.total_result_count > len(answer.results):
        told.append(f"the search found {answer.total_result_count}, of which this file holds {len(answer.results)}")
    return told
