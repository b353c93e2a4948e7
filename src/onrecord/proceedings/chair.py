"""Who presides, contribution by contribution.

The Chair changes hands several times a day, and sources mark it in three ways or not at
all: the office is printed ("Mr. Deputy Speaker"), the member holds the office that day, or
a temporary chairman is given only by name. For the last the sitting itself is the
evidence: somebody whose turns in a debate are the Chair's words ("Order.", "I call …") and
nothing else. Where that is not certain nobody is taken to preside.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..people.chairs import presides
from .turns import Talk, Turn

_IN_THE_CHAIR = "in the Chair"
_BRIEF = 60  # words


def mark_chair(talks: Iterable[Talk], holds_chair: Callable[[str], bool], *, house: str = "commons") -> None:
    """Set `chair` on every turn from the Chair: "printed", "roll" or "words".

    `holds_chair(key)` says whether the roll knows that voice in an office of the Chair that day. The Commons' Speaker
    and deputies take no part in debate; some twenty peers at a time are Deputy Speakers of the Lords and speak as
    other peers do, so that there the office tells nothing unless the words do too.
    """
    talks = list(talks)
    turns = [turn for talk in talks for turn in talk.turns if turn.key is not None and not turn.item.procedural]
    titles = {title for turn in turns for title in (turn.item.mark.office, turn.item.mark.name) if title}
    presiding = frozenset(filter(presides, titles))
    holders = frozenset(key for key in {turn.key for turn in turns} if key and holds_chair(key))
    for turn in turns:
        if _printed(turn, presiding):
            turn.preside("printed")
        elif turn.key in holders and (house != "lords" or _from_the_woolsack(turn)):
            turn.preside("roll")
    _mark_by_words(talks, turns)


def _printed(turn: Turn, presiding: frozenset[str]) -> bool:
    """Whether the name line says that the speaker presides; beside the name or instead of it."""
    mark, line = turn.item.mark, turn.item.attribution
    return mark.office in presiding or mark.name in presiding or (line is not None and _IN_THE_CHAIR in line)


def _mark_by_words(talks: list[Talk], turns: list[Turn]) -> None:
    silent_types = _types_told(turns)
    presided = {turn.key for turn in turns if turn.chair is None and _unmistakable(turn)}
    printed = {turn.key for turn in turns if turn.chair == "printed"}
    for talk in talks:
        by_voice: dict[str, list[Turn]] = {}
        for turn in talk.turns:
            if turn.key in presided or turn.key in printed:
                by_voice.setdefault(turn.key or "", []).append(turn)
        for own in by_voice.values():
            said = [turn for turn in own if not turn.gesture and turn.chair is None]
            if said and _only_the_chairs(said, own, silent_types=silent_types):
                for turn in own:
                    turn.preside(turn.chair or "words")


def _only_the_chairs(said: list[Turn], own: list[Turn], *, silent_types: bool) -> bool:
    """Whether somebody's turns in a debate are all the Chair's.

    `silent_types`: the source gives a type to members' turns and none to the Chair's.
    """
    if any(turn.item.question_number or turn.item.uin for turn in said):
        return False
    if any(turn.chair for turn in own):
        return True
    if silent_types:
        return not any(turn.type for turn in said)
    sure = [turn for turn in said if _unmistakable(turn)]
    if len(sure) > 1 and 2 * len(sure) >= len(said):
        return True
    return all(turn in sure or _likely(turn) or (sure and turn.words < _BRIEF) for turn in said)


def _from_the_woolsack(turn: Turn) -> bool:
    return _unmistakable(turn) or turn.shows("chair_lords")


def _likely(turn: Turn) -> bool:
    return turn.shows("chair_likely")


def _unmistakable(turn: Turn) -> bool:
    return turn.shows("chair") or turn.shows("call")


def _types_told(turns: list[Turn]) -> bool:
    """Whether the source types what members say: most named turns have one."""
    return bool(turns) and 2 * sum(bool(turn.type) for turn in turns) > len(turns)
