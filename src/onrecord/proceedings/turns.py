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

from ..formats.voices import is_gesture
from ..reading import ReadContribution, ReadSitting, Section
from .naming import Decision
from .phrases import HEAD
from .who import Voice, Voices


@dataclass(slots=True, eq=False)
class Turn:
    """One contribution. `head` is its first 200 characters; `type` the last word of the source's own type
    ("Start Question", "hs_Question": "Question"), "" where it gives none.

    `chair` becomes the ground on which the speaker is known to preside; `kind`, `group` and
    `floor` are those of the judgement.
    """

    item: ReadContribution
    voice: Voice
    section: int
    head: str
    words: int
    type: str
    office: str | None
    gesture: bool
    chair: str | None = None
    kind: str = "speech"
    group: int | None = None
    floor: str | None = None

    @property
    def key(self) -> str | None:
        """The speaker's key: person_id or "name:…"."""
        return self.voice.key

    @property
    def nobody(self) -> bool:
        """Whether the words are nobody's: the House's set phrases, or several members' at once."""
        return self.voice.key is None and (self.item.procedural or self.item.mark.collective)

    @property
    def spoken(self) -> bool:
        """Whether a member speaks: not the Chair, not a gesture, not nobody."""
        return self.chair is None and not self.gesture and self.voice.key is not None and not self.item.procedural


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
    words = 0
    for paragraph in paragraphs:
        words += paragraph.text.count(" ") + 1
    return Turn(
        item=item,
        voice=voices.voice(item.mark, procedural=item.procedural, decided=decided),
        section=item.section,
        head=head,
        words=words,
        type=item.type.replace("_", " ").rsplit(" ", 1)[-1] if item.type else "",
        office=item.mark.office,
        gesture=first[:1].islower() and _is_gesture(first),
    )


def _is_gesture(first: str) -> bool:
    """A gesture, whatever the House's set phrases are that the source prints behind it."""
    if len(first) < 60:
        return is_gesture(first)
    return is_gesture(first) or is_gesture(first[: first.find(".") + 1])
