"""What stands in a `data` cell: the facts one needs to show a thing, but not to choose it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from ..model.mentions import Mention
from ..reading import Attendant, Paragraph, ReadContribution, ReadDivision


class ContributionCell(Struct, frozen=True, omit_defaults=True):
    """A contribution's words and facts as of its sitting. Who the person was that day is asked of the roll."""

    paragraphs: tuple[Paragraph, ...]
    sha256: str
    aliases: tuple[str, ...] = ()
    attribution: str | None = None
    name: str | None = None
    unresolved: str | None = None
    basis: str | None = None
    department: str | None = None
    role_basis: str | None = None
    on_behalf_of: str | None = None
    under_debate: str | None = None
    question_number: str | None = None
    uin: str | None = None
    time: str | None = None
    timecode: str | None = None
    column: str | None = None
    column_end: str | None = None
    url: str | None = None
    revision: int = 1
    mentions: tuple[Mention, ...] = ()
    uins: tuple[str, ...] = ()
    reference: str | None = None
    party: str | None = None  # this and the next two: as the sitting prints them beside the speaker's name
    seat: str | None = None
    office: str | None = None


class SectionCell(Struct, frozen=True, omit_defaults=True):
    """A section's facts beside its title."""

    path: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    column: str | None = None
    time: str | None = None
    url: str | None = None
    departments: tuple[str, ...] = ()
    departments_basis: tuple[str, ...] = ()
    department_basis: str | None = None
    attendance: tuple[Attendant, ...] = ()
    number: str | None = None


class WordingCell(Struct, frozen=True, omit_defaults=True):
    """How something read that is no longer the record: `sha256` of its words is None where no file held has them."""

    aliases: tuple[str, ...]
    edition: str = ""
    attribution: str | None = None
    name: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    sha256: str | None = None


class VoteCell(Struct, frozen=True, omit_defaults=True):
    """One vote, by the source's key; the roll tells the person when it is shown."""

    key: str | None
    name: str
    side: str
    teller: bool = False
    proxy: str | None = None


class DivisionCell(Struct, frozen=True, omit_defaults=True):
    """A division's facts."""

    number: str | None
    counts: dict[str, int]
    votes: tuple[VoteCell, ...]
    aliases: tuple[str, ...] = ()
    column: str | None = None
    time: str | None = None
    url: str | None = None
    text: str = ""


encode = msgspec.json.Encoder().encode
decode_contribution = msgspec.json.Decoder(ContributionCell).decode
decode_section = msgspec.json.Decoder(SectionCell).decode
decode_wording = msgspec.json.Decoder(WordingCell).decode
decode_division = msgspec.json.Decoder(DivisionCell).decode


def hash_of(paragraphs: Sequence[Paragraph]) -> str:
    """The sha256 of a contribution's words, paragraphs parted by blank lines."""
    return hashed_and_counted(paragraphs)[0]


def hashed_and_counted(paragraphs: Sequence[Paragraph]) -> tuple[str, int]:
    """The same, and how many words they are: of a contribution to be written both are wanted."""
    texts = [p.text for p in paragraphs]
    text = "\n\n".join(texts)
    words = text.count(" ") + len(texts) - texts.count("")  # white space is folded
    return hashlib.sha256(text.encode()).hexdigest(), words


def wording_cell(said: ReadContribution | None, aliases: tuple[str, ...], edition: str = "") -> WordingCell:
    """How a contribution read, as it is kept; without words where no file held has them."""
    if said is None:
        return WordingCell(aliases, edition)
    return WordingCell(aliases, edition, said.attribution, said.mark.name, said.paragraphs, hash_of(said.paragraphs))


def division_cell(read: ReadDivision, aliases: tuple[str, ...]) -> DivisionCell:
    """A division as it is kept; `aliases`: every id that it has or had."""
    return DivisionCell(
        number=read.number,
        counts=read.counts,
        votes=tuple(VoteCell(v.key, v.name, v.side, v.teller, v.proxy) for v in read.votes),
        aliases=aliases,
        column=read.column,
        time=read.time,
        url=read.url,
        text="\n\n".join(p.text for p in read.paragraphs),
    )
