"""The nouns of the record: the only vocabulary shared by store, extracts, site and scripts.

These structs are the JSON of the contract: encoding one with msgspec gives exactly what
the command line prints and the API serves, and the OpenAPI document is made from them.
They are frozen, because nothing that was said may change under a reader's hands. What a
source does not give is None. How one file was read is no business of this module; that
is in `reading`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec import Struct, field

from .reading import Paragraph

LICENCE = "Contains Parliamentary information licensed under the Open Parliament Licence v3.0."
NOT_OFFICIAL = "Not the Official Report."

_SPELL = {"start": "from", "end": "to"}  # `from` is a Python keyword; JSON keeps the contract's word


class Name(Struct, frozen=True, rename=_SPELL):
    """A name that a person bore, from a day to a day (None: not known, or still)."""

    name: str
    start: date | None = None
    end: date | None = None
    source: str = ""


class Membership(Struct, frozen=True, rename=_SPELL):
    """A spell in a House for a seat and a party. `as_of` is the day of the list that says so:
    a spell without an end is vouched for up to that day and no further."""

    house: str
    constituency: str | None
    party: str | None
    start: date | None
    end: date | None
    source: str
    as_of: date | None = None
    why_ended: str | None = None


class Office(Struct, frozen=True, rename=_SPELL):
    """A spell in a post. `kind` is `government`, `opposition`, `parliamentary` or `committee`."""

    title: str
    department: str | None
    start: date | None
    end: date | None
    as_of: date | None = None
    source: str = ""
    kind: str = "government"


class LastKnown(Struct, frozen=True):
    """A fact that no source dates to the day asked about: the value, and the day it was vouched for."""

    value: str
    as_of: str


class Person(Struct, frozen=True):
    """A human being, with everything the roll holds on them. `undated` are facts (party,
    constituency) from lists that say nothing about when."""

    person_id: str
    slug: str
    ids: dict[str, str]
    name: str
    names: tuple[Name, ...] = ()
    memberships: tuple[Membership, ...] = ()
    offices: tuple[Office, ...] = ()
    undated: dict[str, LastKnown] = field(default_factory=dict)


class HeldOffice(Struct, frozen=True, rename=_SPELL):
    """An office as shown beside a contribution: held on that day."""

    title: str
    department: str | None
    start: date | None
    end: date | None


class Speaker(Struct, frozen=True):
    """Who spoke, as they were on the day of the words. `basis`: how we know (`id-in-source`)."""

    person_id: str
    ids: dict[str, str]
    name: str
    party: str | None
    constituency: str | None
    offices: tuple[HeldOffice, ...]
    basis: str
    slug: str = ""
    last_known: dict[str, LastKnown] = field(default_factory=dict)


class Unresolved(Struct, frozen=True):
    """The record names somebody who cannot be told for certain; `unresolved` says why."""

    unresolved: str
    name: str | None


class PersonOnDay(Person, frozen=True):
    """What `people show` answers: a person, and the day asked about."""

    on: date | None = None


class SittingRef(Struct, frozen=True):
    """The sitting in which something was said."""

    house: str
    chamber: str
    date: date
    volume: int | None = None
    session: str | None = None


class SectionRef(Struct, frozen=True):
    """The section under which something was said. `path` holds the headings from the top."""

    id: str
    title: str
    path: tuple[str, ...]
    department: str | None = None
    bill: str | None = None
    stage: str | None = None


class Capacity(Struct, frozen=True):
    """In which capacity somebody speaks here: `role` is minister, promoter, spokesperson,
    chair, answering-body or member; `basis` says how we know (`printed`, `answers`, `roll`)."""

    role: str
    department: str | None
    basis: str


class Contribution(Struct, frozen=True):
    """What one voice said in one go: contract section 3, key for key."""

    id: str
    aliases: tuple[str, ...]
    permalink: str
    source_url: str | None
    sitting: SittingRef
    section: SectionRef
    ordinal: int
    kind: str
    attribution: str | None
    speaker: Speaker | Unresolved | None
    text: str
    paragraphs: tuple[Paragraph, ...]
    capacity: Capacity | None
    on_behalf_of: str | None
    question_number: str | None
    uin: str | None
    reference: str | None
    time: str | None
    column: str | None
    column_end: str | None
    citation: str | None
    sha256: str
    revision: int
    publication: str
    corrected_by: tuple[str, ...] = ()
    corrects: str | None = None
    timecode: str | None = None
    video_url: str | None = None
    under_debate: str | None = None


class Heading(Struct, frozen=True, tag_field="kind", tag="heading"):
    """A section's heading, where it stands in the record."""

    id: str
    section_id: str
    title: str
    depth: int
    column: str | None = None
    time: str | None = None


class Time(Struct, frozen=True, tag_field="kind", tag="time"):
    """A clock time printed on a line of its own."""

    section_id: str
    time: str


class DivisionVote(Struct, frozen=True):
    """How one member voted; `proxy` is the name of the member who cast the vote for them."""

    person_id: str | None
    name: str
    side: str
    party: str | None = None
    teller: bool = False
    proxy: str | None = None


class Division(Struct, frozen=True, tag_field="kind", tag="division"):
    """A vote of the House, with the counts as printed and who voted how."""

    id: str
    section_id: str
    number: str | None
    counts: dict[str, int]
    votes: tuple[DivisionVote, ...]
    column: str | None = None
    time: str | None = None
    text: str = ""
    source_url: str | None = None
    aliases: tuple[str, ...] = ()


class SectionTree(Struct, frozen=True):
    """A section with the sections under it."""

    id: str
    title: str
    path: tuple[str, ...]
    kind: str
    depth: int
    permalink: str
    department: str | None = None
    departments: tuple[str, ...] = ()
    bill: str | None = None
    stage: str | None = None
    column: str | None = None
    time: str | None = None
    source_url: str | None = None
    aliases: tuple[str, ...] = ()
    sections: tuple[SectionTree, ...] = ()


class Seen(Struct, frozen=True):
    """One edition of a sitting: when this archive first saw it, from what, and what it changed."""

    revision: int
    seen: str
    source: str
    changes: int


class Debate(Struct, frozen=True):
    """One section whole (contract section 9): `items` in the order of the record."""

    section: SectionTree
    sitting: SittingRef
    items: tuple[Contribution | Heading | Time | Division, ...]
    history: tuple[Seen, ...]
    licence: str = LICENCE


class ExcerptContribution(Contribution, frozen=True):
    """A contribution as it stands in an excerpt; `because` says why context is shown (contract section 4)."""

    focus: bool = False
    because: str | None = None
    cut: str | None = None


class Run(Struct, frozen=True):
    """A stretch of a debate without omissions. `headings` are those the run stands under or enters,
    each with the index of the contribution before which it is shown."""

    contributions: tuple[ExcerptContribution, ...]
    headings: tuple[tuple[int, str], ...] = ()


class DebateRef(Struct, frozen=True):
    """A debate as it heads an excerpt or stands in a list."""

    id: str
    title: str
    date: date
    chamber: str
    house: str
    bill: str | None = None
    stage: str | None = None
    department: str | None = None
    departments: tuple[str, ...] = ()
    permalink: str = ""


class Links(Struct, frozen=True):
    """Where to read on: the whole debate here, the official page, the video, ministers' words."""

    debate: str
    official: str | None = None
    video: str | None = None
    ministerial: str | None = None


class Excerpt(Struct, frozen=True):
    """A member's words in one debate, with their context and a count of what is left out."""

    debate: DebateRef
    links: Links
    omitted_before: int
    runs: tuple[Run, ...]
    omitted_between: tuple[int, ...]
    omitted_after: int


class Excerpts(Struct, frozen=True):
    """One page of a member's excerpts, newest debate first. `total` counts debates."""

    member: PersonOnDay
    query: dict[str, Any]
    total: int
    page: int
    pages: int
    excerpts: tuple[Excerpt, ...]
    next: str | None = None
    licence: str = LICENCE


class PersonRef(Struct, frozen=True):
    """A person as they stand in a list of hits."""

    person_id: str
    slug: str
    name: str
    about: str


class LoadedFile(Struct, frozen=True):
    """What became of one file: `status` is loaded, unchanged, superseded or refused."""

    path: str
    format: str | None
    status: str
    sittings: int = 0
    contributions: int = 0
    words: int = 0
    unresolved_speakers: int = 0
    warnings: tuple[str, ...] = ()
    error: str | None = None


class LoadReport(Struct, frozen=True):
    """What a load did, file by file, and in all."""

    files: tuple[LoadedFile, ...]
    totals: dict[str, int]


class HeldSource(Struct, frozen=True):
    """A file that a sitting was read from."""

    format: str
    sha256: str
    first_seen: str
    last_checked: str
    path: str = ""
    edition: str = ""


class HeldSitting(Struct, frozen=True):
    """One line of the coverage ledger (contract section 9). `state`: held, superseded, missing,
    removed. `warnings` are what its files are wanting in ("a selection of the debate", "voters not named")."""

    id: str
    house: str
    chamber: str
    date: date
    volume: int | None
    contributions: int
    words: int
    unresolved_speakers: int
    divisions: int
    columns: tuple[str, str] | None
    sources: tuple[HeldSource, ...]
    revision: int
    state: str
    buckets: dict[str, int]
    warnings: tuple[str, ...] = ()


class Ledger(Struct, frozen=True):
    """What is held, and what is known to exist and is not."""

    sittings: tuple[HeldSitting, ...]
    totals: dict[str, int]
