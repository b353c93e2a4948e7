"""Exchanges with the Chair: a point of order and its ruling, a call to order and its reply.

The Chair speaks between almost any two speeches, so the Chair's next words are no sign of
an exchange. A stretch is one when nobody else speaks in it (gestures aside) and either the
member raises a point of order that the Chair answers, or the member speaks again after the
Chair has spoken. It runs from the member's first words to the Chair's last.

>>> talk = Talk([Turn("1", 0, "speech", "a"), Turn("2", 0, "speech", "s", "chair"), Turn("3", 0, "speech", "a"),
...              Turn("4", 0, "speech", "s", "chair"), Turn("5", 0, "speech", "b")])
>>> [stretches(talk).get(place) for place in range(5)]
[(0, 3), (0, 3), (0, 3), (0, 3), None]
"""

from __future__ import annotations

from itertools import pairwise

from .turns import Talk, Turn, chairs

__all__ = ["Talk", "Turn", "stretches"]


def stretches(talk: Talk) -> dict[int, tuple[int, int]]:
    """For each place inside an exchange with the Chair, its first and last place."""
    found: dict[int, tuple[int, int]] = {}
    nearest = _chair_before(talk)
    for member in _alone_with_the_chair(talk):
        chair = _last_chair(talk, member, nearest)
        if chair is None or not _is_exchange(talk, member, chair, nearest):
            continue
        last = max(chair, member[-1])
        found.update(dict.fromkeys(range(member[0], last + 1), (member[0], last)))
    return found


def _alone_with_the_chair(talk: Talk) -> list[list[int]]:
    """The places at which one voice speaks under one heading, with nobody else in between."""
    stretches: list[list[int]] = []
    for place in talk.spoken:
        if stretches and talk.same_voice(stretches[-1][-1], place) and _same_section(talk, stretches[-1][-1], place):
            stretches[-1].append(place)
        else:
            stretches.append([place])
    return stretches


def _same_section(talk: Talk, one: int, other: int) -> bool:
    return talk.turns[one].section == talk.turns[other].section


def _chair_before(talk: Talk) -> list[int]:
    """For each place, the nearest place at or before it where the Chair speaks; -1 for none."""
    nearest: list[int] = []
    for place, turn in enumerate(talk.turns):
        nearest.append(place if chairs(turn) else nearest[-1] if nearest else -1)
    return nearest


def _last_chair(talk: Talk, member: list[int], nearest: list[int]) -> int | None:
    """The Chair's last words after the member's first and before anybody else's."""
    end = talk.after[member[-1]]
    chair = nearest[len(talk) - 1 if end is None else end - 1]
    return chair if chair >= member[0] else None


def _is_exchange(talk: Talk, member: list[int], chair: int, nearest: list[int]) -> bool:
    raised = any(talk.turns[place].kind == "point-of-order" for place in member)
    replied = any(nearest[other - 1] > one for one, other in pairwise(member))
    return replied or (raised and chair > member[0])
