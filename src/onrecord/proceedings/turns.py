"""A sitting as a row of turns, debate by debate: what the rules look at.

The rules of this package ask the same few things of every contribution: whose voice, the
first words, how long, what the source calls it. They are worked out once, here. `Turn`
also carries the answers (`chair`, `kind`, `group`, `floor`) as the rules find them, in
that order, so that later rules can build on earlier ones; nothing outside the package
sees a turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from ..formats.voices import is_gesture
from ..model import Capacity
from ..reading import ReadContribution, ReadSitting, Section
from .mentions import Found
from .naming import Decision
from .phrases import HEAD, phrases
from .who import Voice, Voices

_TYPES = frozenset(
    {"Question", "SupplementaryQuestion", "Answer", "Speech", "Intervention", "Statement", "PointOfOrder", "Other"}
)


@dataclass(eq=False)
class Turn:
    """One contribution. `head` is its first 200 characters; `type` the last word of the source's own type
    ("Start Question", "hs_Question": "Question"), "" where it gives none, or only
    says how the words are set ("hs_Para").

    `key` is the speaker's: person_id or "name:…". `nobody`: the words are nobody's, being the House's set phrases
    or several members' at once. `spoken`: a member speaks, not the Chair, and makes no mere gesture.
    `chair` becomes the ground on which the speaker is known to preside, `capacity` what else they are here, `before`
    what is before the House; `kind`, `group`, `floor`, `mentions` and `reprinted` are those of the judgement.
    """

    item: ReadContribution
    voice: Voice
    section: int
    head: str
    type: str
    office: str | None
    gesture: bool
    key: str | None = field(init=False)
    nobody: bool = field(init=False)
    spoken: bool = field(init=False)
    chair: str | None = field(default=None, init=False)
    capacity: Capacity | None = field(default=None, init=False)
    kind: str = field(default="speech", init=False)
    group: int | None = field(default=None, init=False)
    floor: str | None = field(default=None, init=False)
    before: str | None = field(default=None, init=False)
    mentions: tuple[Found, ...] = field(default=(), init=False)
    reprinted: tuple[int, ...] = field(default=(), init=False)

    def __post_init__(self) -> None:
        item = self.item
        self.key = self.voice.key
        self.nobody = self.key is None and (item.procedural or item.mark.collective)
        self.spoken = self.key is not None and not self.gesture and not item.procedural

    @cached_property
    def words(self) -> int:
        """How many words it has, counted when it first matters."""
        return sum(paragraph.text.count(" ") + 1 for paragraph in self.item.paragraphs)

    def shows(self, family: str) -> bool:
        """Whether its first characters show the set words of a family, and it is no longer than those are."""
        told = phrases(family)
        return told.fit(self.head) and (not told.most_words or self.words <= told.most_words)

    def preside(self, ground: str) -> None:
        """Whoever speaks is in the Chair, and the words are no member's."""
        self.chair, self.spoken = ground, False


@dataclass(slots=True)
class Talk:
    """One debate: the index of its section (None: what stands under no debate) and its turns in order."""

    section: int
    turns: list[Turn] = field(default_factory=list)


def read_turns(sitting: ReadSitting, voices: Voices, decided: Sequence[Decision] = ()) -> list[Turn]:
    """The contributions of a sitting, in order; `decided` tells those that are named without an id."""
    by_place = {one.place: one for one in decided}
    return [
        _turn(item, voices, by_place.get(place))
        for place, item in enumerate(sitting.items)
        if isinstance(item, ReadContribution)
    ]


def debates_of(sections: Sequence[Section]) -> list[int]:
    """For each section the section of the debate it stands in: itself or the nearest above that is one,
    else the topmost heading."""
    found: list[int] = []
    for index, section in enumerate(sections):
        at, parent = index, section.parent
        while parent is not None and not sections[at].debate:
            at, parent = parent, sections[parent].parent
        found.append(at)
    return found


def talks(turns: Sequence[Turn], debates: Sequence[int]) -> list[Talk]:
    """The debates of a sitting in which anything is said, each with its turns."""
    found: dict[int, Talk] = {}
    for turn in turns:
        debate = debates[turn.section]
        if debate not in found:
            found[debate] = Talk(debate)
        found[debate].turns.append(turn)
    return list(found.values())


def _turn(item: ReadContribution, voices: Voices, decided: Decision | None) -> Turn:
    paragraphs = item.paragraphs
    first = paragraphs[0].text if paragraphs else ""
    head = first[:HEAD]
    if len(head) < HEAD and len(paragraphs) > 1:
        head = f"{head} {paragraphs[1].text[: HEAD - len(head)]}"
    return Turn(
        item=item,
        voice=voices.voice(item.mark, procedural=item.procedural, decided=decided),
        section=item.section,
        head=head,
        type=_last_word(item.type) if item.type else "",
        office=item.mark.office,
        gesture=first[:1].islower() and _is_gesture(first),
    )


@lru_cache(maxsize=1024)
def _last_word(type: str) -> str:
    word = type.replace("_", " ").rsplit(" ", 1)[-1]
    return word if word in _TYPES else ""


def _is_gesture(first: str) -> bool:
    """A gesture, whatever the House's set phrases are that the source prints behind it."""
    if len(first) < 60:
        return is_gesture(first)
    return is_gesture(first) or is_gesture(first[: first.find(".") + 1])
