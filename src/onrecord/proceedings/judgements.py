"""What is decided about a sitting: the shapes that interpretation ends in.

A reading holds evidence; these hold judgements, each with the ground it stands on, so
that a reader can see why somebody is called a minister and a developer can find the rule.
They name things and decide nothing. `None` always means: not told, or not applicable.
"""

from __future__ import annotations

from msgspec import Struct

from .beside import NOTHING, Beside
from .corrections import PrintedCorrection
from .mentions import Found
from .naming import Decision


class Judgement(Struct, frozen=True, omit_defaults=True):
    """What one contribution is.

    `kind` as in the contract (section 3). A known speaker has `person_id`, `name` and `basis`;
    one whom the record names but does not tell has `unresolved` (the reason) and `name` as
    printed; nobody's words have none of these. `role`, `department`, `role_basis`: the capacity.
    `group` numbers the tabled questions of a debate that were answered together; every turn up
    to the next tabled question bears the number. `floor` is the voice that has the floor in a debate.
    `reprinted` are the paragraphs, by place, that a correction reprints as wrong.
    `mentions`: the persons named in it. `beside`: what the sitting prints beside the speaker's name.
    """

    kind: str
    person_id: str | None = None
    name: str | None = None
    basis: str | None = None
    unresolved: str | None = None
    role: str | None = None
    department: str | None = None
    role_basis: str | None = None
    on_behalf_of: str | None = None
    question_number: str | None = None
    under_debate: str | None = None
    group: int | None = None
    floor: str | None = None
    reprinted: tuple[int, ...] = ()
    mentions: tuple[Found, ...] = ()
    beside: Beside = NOTHING


class SectionJudgement(Struct, frozen=True, omit_defaults=True):
    """What one section is about. `departments` (name, basis) only on sections that are debates; `basis` is that of
    `department`."""

    department: str | None = None
    basis: str | None = None
    departments: tuple[tuple[str, str], ...] = ()
    bill: str | None = None
    stage: str | None = None


class Interpretation(Struct, frozen=True):
    """A sitting, understood: a judgement for each contribution and each section, in order.

    `decisions`: how name lines without an id were read, in order. `corrections`: what the sitting corrects."""

    judgements: tuple[Judgement, ...]
    sections: tuple[SectionJudgement, ...]
    decisions: tuple[Decision, ...] = ()
    corrections: tuple[PrintedCorrection, ...] = ()
