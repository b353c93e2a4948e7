"""Divisions of the Commons as the Commons Votes API serves them: one, or a list without voters.

A proxy vote names who cast it by name alone, which is kept as printed. What the service
says of a division in its own words (a friendly title) is no part of the record.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..reading import Reading, Vote
from .division_votes import Told, entries_in, moment_of, read_divisions
from .strict_json import typed

FORMAT = "commons-votes"
SITE = "https://votes.parliament.uk/votes/commons/division"
_ONLY = "a division of the Commons Votes API, or a list of them, is read"


class Voter(Struct, frozen=True, rename="pascal"):
    member_id: int | None = None
    list_as: str | None = None
    name: str | None = None
    proxy_name: str | None = None


class Division(Struct, frozen=True, rename="pascal"):
    division_id: int
    date: str
    number: int
    title: str | None
    aye_count: int
    no_count: int
    aye_tellers: list[Voter] | None = None
    no_tellers: list[Voter] | None = None
    ayes: list[Voter] | None = None
    noes: list[Voter] | None = None
    friendly_title: str | None = None
    friendly_description: str | None = None
    no_vote_recorded: list[Voter] | None = None


def may_be_commons_votes(data: bytes) -> bool:
    """A quick look at the bytes: whether they may be an answer of this service."""
    return b'"DivisionId"' in data and b'"AyeTellers"' in data


def read_commons_votes(data: bytes, name: str) -> Reading:
    """Read a division, or a list. Raises BadInputError, and WordsLostError if a word would be lost."""
    divisions = typed(entries_in(data, name, "PublishedDivision"), list[Division], name, _ONLY)
    return read_divisions([_told(each, name) for each in divisions], FORMAT, name)


def _told(division: Division, name: str) -> Told:
    votes = (
        *_votes(division.ayes, "aye"),
        *_votes(division.aye_tellers, "aye", teller=True),
        *_votes(division.noes, "no"),
        *_votes(division.no_tellers, "no", teller=True),
    )
    unrecorded = " ".join(_listed(voter) for voter in division.no_vote_recorded or ())
    return Told(
        id=f"commons-votes:{division.division_id}",
        house="commons",
        moment=moment_of(division.date, name),
        number=str(division.number),
        title=division.title or "",
        counts={"aye": division.aye_count, "no": division.no_count},
        votes=votes,
        url=f"{SITE}/{division.division_id}",
        named=bool(division.ayes or division.noes) or not (division.aye_count or division.no_count),
        aside=(
            ("service's own words", division.friendly_title or ""),
            ("service's own words", division.friendly_description or ""),
            ("no vote recorded", unrecorded),
        ),
    )


def _votes(voters: Sequence[Voter] | None, side: str, *, teller: bool = False) -> list[Vote]:
    return [
        Vote(f"mnis:{voter.member_id}" if voter.member_id else None, _listed(voter), side, teller, voter.proxy_name)
        for voter in voters or ()
    ]


def _listed(voter: Voter) -> str:
    return " ".join((voter.list_as or voter.name or "").split())
