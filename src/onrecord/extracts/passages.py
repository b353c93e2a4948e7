"""From the contributions that are looked at to excerpts as they are printed.

Every extract is made in the same three steps: the turns of its debates are read without
their words, `excerpt` chooses what is shown around those looked at, and only then are the
words of what is shown read. A member's excerpts and ministers' words differ in what they
look at and in what they say of it (`Dress`), and in nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from ..model import DebateRef, Excerpt, ExcerptContribution, Links, Run
from ..store.asking import Row, asked, lots
from .contributions import Reader, SectionRow
from .cutting import cut_paragraphs
from .debates import refs
from .excerpt import Shown, Turn, Windows, windows
from .links import official_url

_TURNS = (
    "SELECT debate_id, section_id, id, kind, voice, role, grouping, words, named, number, floor"
    " FROM contributions WHERE debate_id"
)
_ORDER = "ORDER BY debate_id, ordinal"
Told = Mapping[str, tuple[list[Turn], list[str]]]
Dress = Callable[..., ExcerptContribution]


class Around(NamedTuple):
    """How much is shown around what is looked at."""

    context: str = "reply"
    before: int = 1
    after: int = 1


def turns_of(connection: Connection, debate_ids: Sequence[str]) -> dict[str, tuple[list[Turn], list[str]]]:
    """For each debate its turns, in order, and beside them the section each stands in."""
    told: dict[str, tuple[list[Turn], list[str]]] = {debate: ([], []) for debate in debate_ids}
    numbers: dict[str, int] = {}
    for lot in lots(debate_ids):
        for debate, section, *facts in asked(connection, f"{_TURNS} IN ({','.join('?' * len(lot))}) {_ORDER}", lot):
            turns, standing = told[debate]
            turns.append(_turn(numbers.setdefault(section, len(numbers)), *facts))
            standing.append(section)
    return told


def _turn(
    section: int,
    identity: str,
    kind: str,
    voice: str | None,
    role: str | None,
    group: int | None,
    words: int,
    named: bool,
    number: str | None,
    floor: str | None,
) -> Turn:
    return Turn(
        id=identity,
        section=section,
        kind=kind,
        voice=voice,
        role=role,
        procedural=kind == "procedural" and not named,
        group=group,
        words=words,
        number=number,
        floor=floor,
    )


def passages(
    reader: Reader,
    debates: Sequence[Row],
    told: Told,
    looked_at: Mapping[str, frozenset[str]],
    around: Around,
    dress: Dress = ExcerptContribution,
) -> tuple[Excerpt, ...]:
    """One excerpt for each debate (rows of `debate_query`), in the order given.

    `told` comes from `turns_of`; `looked_at` has the ids in focus; `dress` makes a contribution of its facts.
    """
    ids = [row["id"] for row in debates]
    chosen = {
        debate: windows(
            told[debate][0], looked_at[debate], context=around.context, before=around.before, after=around.after
        )
        for debate in ids
    }
    wanted = [told[d][0][s.index].id for d in ids for run in chosen[d].runs for s in run]
    rows, tree = reader.rows(wanted), reader.sections_of(ids)
    return tuple(_excerpt(reader, ref, tree, told[ref.id], rows, chosen[ref.id], dress) for ref in refs(debates))


def _excerpt(
    reader: Reader,
    ref: DebateRef,
    tree: Mapping[str, SectionRow],
    told: tuple[list[Turn], list[str]],
    rows: Mapping[str, Row],
    chosen: Windows,
    dress: Dress,
) -> Excerpt:
    turns, standing = told
    runs = tuple(
        Run(
            contributions=tuple(_shown(reader, rows[turns[s.index].id], tree, s, dress) for s in run),
            headings=_headings(run, standing, tree, ref.id),
        )
        for run in chosen.runs
    )
    every = [c for run in runs for c in run.contributions]
    section = tree[ref.id]
    official = official_url(every[0].sitting, section.cell.url or every[0].source_url)
    video = next((c.video_url for c in every if c.focus and c.video_url), None)
    links = Links(ref.permalink, official, video, ministerial=f"{ref.permalink}/ministerial")
    return Excerpt(ref, links, chosen.omitted_before, runs, chosen.omitted_between, chosen.omitted_after)


def _shown(reader: Reader, row: Row, tree: Mapping[str, SectionRow], shown: Shown, dress: Dress) -> ExcerptContribution:
    facts = reader.facts(row, tree)
    kept, cut = cut_paragraphs(facts["paragraphs"], shown.cut)
    if cut:
        facts |= {"paragraphs": kept, "text": "\n\n".join(p.text for p in kept)}
    return dress(**facts, focus=shown.focus, because=shown.because, cut=cut)


def _headings(
    run: Sequence[Shown], standing: Sequence[str], tree: Mapping[str, SectionRow], debate_id: str
) -> tuple[tuple[int, str], ...]:
    """The sub-headings a run stands under or enters, each with the place in the run before which it is shown."""
    found: list[tuple[int, str]] = []
    before: list[str] = []
    for place, shown in enumerate(run):
        way = _way(standing[shown.index], tree, debate_id)
        new = [section for section in way if section not in before]
        found += [(place, tree[section].row["title"]) for section in new]
        before = way
    return tuple(found)


def _way(section: str | None, tree: Mapping[str, SectionRow], debate_id: str) -> list[str]:
    way: list[str] = []
    while section and section != debate_id and section in tree:
        way.append(section)
        section = tree[section].row["parent_id"]
    return way[::-1]
