"""Who has the floor in a debate, and who breaks in.

Hansard prints one name after another; that B broke in on A is told only by A going on.
The rule is the contract's: somebody intervenes when whoever has the floor speaks before and
after, the Chair and gestures aside. Two speakers in turn (A B A B) fit it both ways round, so
who took the floor is then decided by the source's type, by set words ("Will the Minister give
way?", "It is a pleasure to follow …"), and last by length. The floor falls vacant at each new
heading, when a question is put or decided, and when its holder ends by moving ("I beg to move.")
or by withdrawing: who speaks next replies, though the mover speaks again. A clock time is printed
where somebody begins, every quarter of an hour aside. A last intervention that is never answered
is known only where the source types it.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from .phrases import phrases
from .set_words import ended
from .turns import Turn

_REACH = 3  # others who may break in before the interrupted one goes on
_LONG = 200  # words: an intervention is a few sentences (the longest that sources type: 179), a speech is longer
_SPEECH = 220  # words: longer than any intervention seen, typed by its source or begging to be let in
_TAIL = 60  # characters in which a speech's last words stand
_SENTENCES = 120  # words: an intervention may open as speeches do ("on securing this debate"), but is short


def mark_floor(turns: Sequence[Turn]) -> None:
    """Set `floor` on every turn of one stretch of debate, and the kind of those that are interventions."""
    spoken = [turn for turn in turns if turn.spoken and turn.kind != "point-of-order"]
    vacant = _vacated(turns)
    holder: str | None = None
    for place, turn in enumerate(spoken):
        if id(turn) in vacant and turn.type != "Intervention":
            asks = vacant[id(turn)] and phrases("breaks_in").fit(_opening(turn))
            holder = holder if asks else None
        if turn.key != holder and not _breaks_in(spoken, place, holder, vacant):
            holder = turn.key
        turn.floor = holder
        if turn.key != holder and turn.kind == "speech":
            turn.kind = "intervention"
    _carry(turns)


def _vacated(turns: Sequence[Turn]) -> dict[int, bool]:
    """The turns before which the floor fell vacant, by their identity, and whether somebody may still break in."""
    found: dict[int, bool] = {}
    over = timed = False
    time: str | None = None
    for turn in turns:
        timed = timed or _timed(turn, time)
        time = turn.item.time or time
        if turn.nobody:
            over = over or any(_ends(paragraph.text) for paragraph in turn.item.paragraphs)
        elif turn.spoken:
            if over or timed:
                found[id(turn)] = not timed
            over, timed = _ends_itself(turn), False
    return found


def _timed(turn: Turn, before: str | None) -> bool:
    """Whether a time of its own is printed before a turn. The quarters of an hour are printed wherever they fall."""
    time = turn.item.time
    return bool(time and before and time != before and int(time[3:5]) % 15)


def _ends_itself(turn: Turn) -> bool:
    """Whether a speech ends by moving or withdrawing, or the record tells behind it what was decided."""
    own = ""
    for paragraph in reversed(turn.item.paragraphs):
        if paragraph.kind != "procedural":
            own = paragraph.text
            break
        if _ends(paragraph.text):
            return True
    return own[-_TAIL:].rstrip().endswith(phrases("ends_speech").ends) or turn.shows("puts_question")


def _ends(text: str) -> bool:
    return phrases("moved").fit(text) or ended(text) is not None


def _opening(turn: Turn) -> str:
    """The head as the set words have it: peers say "My Lords, " before them."""
    head = turn.head.removeprefix("My Lords, ")
    return head[:1].upper() + head[1:] if len(head) != len(turn.head) else head


def _carry(turns: Sequence[Turn]) -> None:
    """Whoever has the floor has it while the Chair speaks, too."""
    holder: str | None = None
    for turn in turns:
        if turn.floor is None:
            turn.floor = holder
        holder = turn.floor


def _breaks_in(spoken: Sequence[Turn], place: int, holder: str | None, vacant: Container[int]) -> bool:
    """Whether the turn at `place` breaks in on `holder`, who has the floor."""
    turn = spoken[place]
    if holder is None:
        return False
    if turn.type:
        return turn.type == "Intervention" or (turn.type != "Speech" and _resumes(spoken, place, holder, vacant))
    return _resumes(spoken, place, holder, vacant) and not _takes_floor(spoken, place, holder)


def _resumes(spoken: Sequence[Turn], place: int, holder: str, vacant: Container[int]) -> bool:
    """Whether `holder` goes on after at most a few others who each speak once, not at length."""
    heard: set[str | None] = set()
    for turn in spoken[place : place + _REACH + 1]:
        if heard and id(turn) in vacant:
            return False
        if turn.key == holder:
            return True
        if turn.key in heard or (heard and turn.words > _LONG):
            return False
        heard.add(turn.key)
    return False


def _takes_floor(spoken: Sequence[Turn], place: int, holder: str) -> bool:
    """Whether somebody whom `holder` follows has taken the floor all the same, and `holder` now breaks in."""
    turn = spoken[place]
    head = _opening(turn)
    if phrases("breaks_in").fit(head):
        return False
    if turn.kind == "motion" or turn.words > _SPEECH:
        return True
    opens = phrases("takes_floor").fit(head)
    last, reply = _alternation(spoken, place, holder)
    if opens and turn.words > (_SENTENCES if last == turn.key else _LONG):
        return True
    if last != turn.key or reply is None or phrases("goes_on").fit(_opening(reply)):
        return False
    return turn.words > _LONG or (phrases("breaks_in").fit(_opening(reply)) and turn.words > reply.words)


def _alternation(spoken: Sequence[Turn], place: int, holder: str) -> tuple[str | None, Turn | None]:
    """How the turns of these two by turns end: who speaks last; and the holder's first turn in it."""
    pair = {spoken[place].key, holder}
    last: str | None = None
    reply: Turn | None = None
    for turn in spoken[place:]:
        if turn.key not in pair:
            break
        last = turn.key
        if reply is None and turn.key == holder:
            reply = turn
    return last, reply
