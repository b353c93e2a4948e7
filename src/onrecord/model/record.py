"""What was said: contributions, headings, times and divisions, in the sitting they belong to.

The shapes are those of the contract, sections 3 and 9, key for key. They are frozen,
because nothing that was said may change under a reader's hands.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct, field

from ..reading import Paragraph
from .licence import LICENCE
from .mentions import Mention
from .people import HeldOffice, LastKnown
from .since import Since


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


class SittingRef(Struct, frozen=True):
    """The sitting in which something was said."""

    house: str
    chamber: str
    date: date
    volume: int | None = None
    session: str | None = None


class SectionRef(Struct, frozen=True):
    """The section under which something was said. `path` holds the headings from the top.

    `department_basis`: how we know its department: `answering-body` (the heading), `asked` (whom an urgent question
    asks), `printed` (an office printed there), or `office-held` (only by the office of whoever moved or replied).
    """

    id: str
    title: str
    path: tuple[str, ...]
    department: str | None = None
    bill: str | None = None
    stage: str | None = None
    department_basis: str | None = None


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
    mentions: tuple[Mention, ...] = ()
    uins: tuple[str, ...] = ()


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
    """How one member voted; `proxy` is the name of the member who cast the vote for them.

    Where no list dates a party to that day, `party` is null and `last_known` is what it was last known to be.
    """

    person_id: str | None
    name: str
    side: str
    party: str | None = None
    teller: bool = False
    proxy: str | None = None
    last_known: LastKnown | None = None
    slug: str = ""


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


class Attendance(Struct, frozen=True):
    """Somebody on the list of a committee's sitting: `role` is chair, member or clerk, `name` the line as printed.
    `attended` is None where the source does not tell."""

    name: str
    role: str
    person_id: str | None = None
    attended: bool | None = None


class SectionTree(Struct, frozen=True):
    """A section with the sections under it. A bill committee's has the number of its sitting, and who sat on it.

    `departments_basis`: how we know each of `departments`, in the same order.
    """

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
    attendance: tuple[Attendance, ...] = ()
    number: str | None = None
    department_basis: str | None = None
    departments_basis: tuple[str, ...] = ()


class Seen(Struct, frozen=True):
    """One edition of a sitting: when this archive first saw it, from what, and what it changed.

    `witness`: it is another source's, which agrees with the record but where the history says otherwise.
    `held_back`: what it lacks beside the edition before, because of which it waits to be accepted.
    `last_checked`: when its file was last found to be as it was.
    """

    revision: int
    seen: str
    source: str
    changes: int
    witness: bool = False
    held_back: str | None = None
    last_checked: str | None = None


class EarlierEdition(Struct, frozen=True):
    """Which edition of a sitting a debate is shown as: number `revision` of `revisions`, the last being today's.

    `later` contributions came after it and are left out; `withdrawn` ones of the sitting stood in it and are shown
    nowhere; of those in `unheld` no file held has the words of that edition, and their text is empty.
    """

    revision: int
    revisions: int
    seen: str
    source: str
    as_of: date | None = None
    later: int = 0
    withdrawn: int = 0
    unheld: tuple[str, ...] = ()


class Debate(Struct, frozen=True):
    """One section whole (contract section 9): `items` in the order of the record.

    `edition` says which one was asked for; it is null where today's record was. `since`: those who speak in it and
    of whom lists tell something else after that day.
    """

    section: SectionTree
    sitting: SittingRef
    items: tuple[Contribution | Heading | Time | Division, ...]
    history: tuple[Seen, ...]
    licence: str = LICENCE
    edition: EarlierEdition | None = None
    since: tuple[Since, ...] = ()
