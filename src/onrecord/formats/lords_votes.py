"""Divisions of the Lords as the Lords Votes API serves them, with the words printed around the vote.

The authoritative counts are the House's; tellers are counted with neither side's list.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..reading import Reading, Vote
from .division_votes import Told, entries_in, moment_of, read_divisions
from .strict_json import typed

FORMAT = "lords-votes"
SITE = "https://votes.parliament.uk/votes/lords/division"
_ONLY = "a division of the Lords Votes API, or a list of them, is read"


class Voter(Struct, frozen=True, rename="camel"):
    member_id: int | None = None
    list_as: str | None = None
    name: str | None = None


class Division(Struct, frozen=True, rename="camel"):
    division_id: int
    date: str
    number: int
    title: str | None
    authoritative_content_count: int
    authoritative_not_content_count: int
    notes: str | None = None
    amendment_motion_notes: str | None = None
    content_tellers: list[Voter] | None = None
    not_content_tellers: list[Voter] | None = None
    contents: list[Voter] | None = None
    not_contents: list[Voter] | None = None


def may_be_lords_votes(data: bytes) -> bool:
    """A quick look at the bytes: whether they may be an answer of this service."""
    return b'"divisionId"' in data and b'"authoritativeContentCount"' in data


def read_lords_votes(data: bytes, name: str) -> Reading:
    """Read a division, or a list. Raises BadInputError, and WordsLostError if a word would be lost."""
    divisions = typed(entries_in(data, name, "publishedDivision"), list[Division], name, _ONLY)
    return read_divisions([_told(each, name) for each in divisions], FORMAT, name)


def _told(division: Division, name: str) -> Told:
    counts = {
        "content": division.authoritative_content_count,
        "not-content": division.authoritative_not_content_count,
    }
    return Told(
        id=f"lords-votes:{division.division_id}",
        house="lords",
        moment=moment_of(division.date, name),
        number=str(division.number),
        title=division.title or "",
        counts=counts,
        votes=(
            *_votes(division.contents, "content"),
            *_votes(division.content_tellers, "content", teller=True),
            *_votes(division.not_contents, "not-content"),
            *_votes(division.not_content_tellers, "not-content", teller=True),
        ),
        url=f"{SITE}/{division.division_id}",
        named=bool(division.contents or division.not_contents) or not any(counts.values()),
        printed=tuple(text for text in (division.amendment_motion_notes, division.notes) if text),
    )


def _votes(voters: Sequence[Voter] | None, side: str, *, teller: bool = False) -> list[Vote]:
    return [
        Vote(
            f"mnis:{voter.member_id}" if voter.member_id else None,
            " ".join((voter.list_as or voter.name or "").split()),
            side,
            teller,
        )
        for voter in voters or ()
    ]
