"""How a debate read before: the editions in which it was published, and every wording that changed."""

from __future__ import annotations

from msgspec import Struct

from .licence import LICENCE
from .record import SectionTree, Seen, SittingRef


class Wording(Struct, frozen=True):
    """One earlier wording of a contribution. `seen`: when this archive first saw the edition that has it.

    `how`: what became of it (changed, split, merged). `text` is None where no file held has the words.
    `diff` leads to the next wording: `same`, `removed` and `added` words, in order.
    """

    revision: int
    seen: str
    source: str
    edition: str
    how: str
    attribution: str | None
    text: str | None
    sha256: str | None
    diff: tuple[tuple[str, str], ...]


class Changed(Struct, frozen=True):
    """A contribution that read otherwise before; `text` is today's."""

    id: str
    attribution: str | None
    column: str | None
    permalink: str
    revision: int
    text: str
    wordings: tuple[Wording, ...]


class Withdrawn(Struct, frozen=True):
    """Something that stood in this sitting and is no more. Its words are kept, and shown nowhere.

    `kind`: contribution, section or division; `sitting` is told where several are listed together.
    """

    id: str
    why: str
    since: str | None
    reason: str | None
    sha256: str | None
    kind: str | None = None
    sitting: SittingRef | None = None


class Disagreement(Struct, frozen=True):
    """What another source of the same sitting tells differently. Nothing is changed because of it.

    `field`: words, speaker, column, question_number, uin or time; of a division counts, vote (how somebody voted, or
    that only one source names them) or voters (names that could not be compared); `only-in-other` where the record
    lacks it.
    `leading` is the record's, `differs` the other's; `other` is the other source's id.
    """

    id: str | None
    field: str
    leading: str
    differs: str
    other: str


class DebateHistory(Struct, frozen=True):
    """The past of one debate: its editions, the oldest first, what changed, and what was taken out of its sitting."""

    section: SectionTree
    sitting: SittingRef
    history: tuple[Seen, ...]
    changed: tuple[Changed, ...]
    withdrawn: tuple[Withdrawn, ...]
    disagreements: tuple[Disagreement, ...] = ()
    licence: str = LICENCE
