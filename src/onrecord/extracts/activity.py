"""A person's counts, by year and department, and whom they answered; who spoke in a sitting.

Counted are contributions with words of their own: a gesture or a collective noise is no
contribution to count, and would swell the figures of whoever rises often. Whom somebody
answered is told by the same rules that choose the context of an excerpt, over the newest
debates only, since each must be looked through; the answer says over how many.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, extract, func, select

from ..model import Activity, Answered, DebateRef, DepartmentCount, Person, Voice, YearCount
from ..people.on_day import speaker_on
from ..people.standing import on_day
from ..store.permalinks import slug_of
from ..store.roll import StoredRoll
from ..store.schema import contributions, debate_departments, sections, sittings
from .debates import debate_query, refs
from .members import find_member
from .passages import turns_of
from .questions import Questions
from .turns import Talk, Turn

NEWEST = 5
ANSWERED_DEBATES = 200
MOST = 10
_SILENT = ("gesture", "collective", "procedural")
_c = contributions.c


def activity(connection: Connection, roll: StoredRoll, asked: str) -> Activity:
    """The counts of whoever `asked` means."""
    member = find_member(roll, asked)
    years = _years(connection, member)
    answered, within = _answered(connection, roll, member)
    return Activity(
        member=on_day(member, None),
        debates=connection.execute(
            _spoken(member, func.count(func.distinct(_c.debate_id))).where(_c.debate_id.is_not(None))
        ).scalar_one(),
        contributions=sum(year.contributions for year in years),
        words=sum(year.words for year in years),
        years=years,
        departments=_departments(connection, member),
        answered=answered,
        answered_debates=within,
        newest=_newest(connection, member),
    )


def _spoken(member: Person, *columns: Any) -> Select[Any]:
    return select(*columns).where(_c.person_id == member.person_id, _c.kind.not_in(_SILENT))


def _years(connection: Connection, member: Person) -> tuple[YearCount, ...]:
    year = extract("year", sittings.c.date)
    counts = (func.count(func.distinct(_c.debate_id)), func.count(), func.coalesce(func.sum(_c.words), 0))
    query = _spoken(member, year, *counts).join(sittings, sittings.c.id == _c.sitting_id)
    rows = connection.execute(query.group_by(year).order_by(year))
    return tuple(YearCount(int(when), *numbers) for when, *numbers in rows)


def _departments(connection: Connection, member: Person) -> tuple[DepartmentCount, ...]:
    department, debates = debate_departments.c.department, func.count()
    query = select(department, debates).where(debate_departments.c.debate_id.in_(_spoken(member, _c.debate_id)))
    rows = connection.execute(query.group_by(department).order_by(debates.desc(), department))
    return tuple(DepartmentCount(name, slug_of(name), number) for name, number in rows)


def _newest(connection: Connection, member: Person) -> tuple[DebateRef, ...]:
    query = debate_query.where(sections.c.id.in_(_spoken(member, _c.debate_id)))
    order = query.order_by(sittings.c.date.desc(), sittings.c.chamber, sections.c.ordinal.desc()).limit(NEWEST)
    return refs(connection.execute(order).mappings().all())


def _answered(connection: Connection, roll: StoredRoll, member: Person) -> tuple[tuple[Answered, ...], int]:
    answers = select(_c.debate_id).where(_c.person_id == member.person_id, _c.kind == "answer")
    query = select(sections.c.id).join(sittings, sittings.c.id == sections.c.sitting_id)
    newest = query.where(sections.c.id.in_(answers)).order_by(sittings.c.date.desc()).limit(ANSWERED_DEBATES)
    ids = connection.execute(newest).scalars().all()
    told = turns_of(connection, ids)
    numbers: Counter[str] = Counter()
    for debate in ids:
        numbers.update(_askers(told[debate][0], member.person_id))
    most = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST]
    roll.prefetch(voice for voice, _ in most)
    people = [(roll.person(voice), number) for voice, number in most]
    return tuple(Answered(p.person_id, p.slug, p.name, number) for p, number in people if p), len(ids)


def _askers(turns: Sequence[Turn], member: str) -> list[str]:
    """The known voices whose questions the member answered, once for each answer."""
    talk = Talk(turns)
    questions = Questions(talk)
    answers = [place for place, turn in enumerate(talk.turns) if turn.voice == member and turn.kind == "answer"]
    asked = [talk.turns[place].voice for answer in answers if (place := questions.asked(answer)) is not None]
    return [voice for voice in asked if voice and not voice.startswith("name:")]


def speaking(connection: Connection, roll: StoredRoll, day: date, chamber: str) -> tuple[Voice, ...]:
    """Who spoke in a sitting and how much, most words first."""
    query = (
        select(_c.voice, _c.person_id, sittings.c.house, func.count(), func.sum(_c.words), func.max(_c.role == "chair"))
        .join(sittings, sittings.c.id == _c.sitting_id)
        .where(sittings.c.date == day, sittings.c.chamber == chamber)
        .where(_c.voice.is_not(None), _c.kind.not_in(_SILENT))
        .group_by(_c.voice, _c.person_id, sittings.c.house)
        .order_by(func.sum(_c.words).desc(), _c.voice)
    )
    rows = connection.execute(query).all()
    roll.prefetch(person_id for _, person_id, *_ in rows if person_id)
    return tuple(_voice(roll, day, *row) for row in rows)


def _voice(
    roll: StoredRoll, day: date, voice: str, person_id: str | None, house: str, number: int, words: int, chair: object
) -> Voice:
    person = roll.person(person_id) if person_id else None
    if person is None:
        return Voice(None, None, voice.removeprefix("name:") or "not named", None, bool(chair), number, words)
    then = speaker_on(person, day, house=house, basis="id-in-source")
    return Voice(person.person_id, person.slug, then.name, then.party, bool(chair), number, words)
