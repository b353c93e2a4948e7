"""What was moved on a bill, by whom, and what became of it, in the record's own words.

The Commons print an amendment in its mover's words, the Lords before the mover's speech and
often at the foot of the speech before it; a new clause stands under its heading before it is
moved. So what is moved is read paragraph by paragraph, from set words only. Its end is the
first of the House's set words that tells one: by its number where they give one, else that of
what was moved last. Where none does, nothing is said of its end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..proceedings.before import Before
from ..proceedings.bill_words import amendments_moved, moved_by_heading
from ..proceedings.provisions import Provision, references
from ..proceedings.set_words import Ended, ended, opening, tells_division
from ..reading import Paragraph
from .bill_stages import Said, Unit

_NOBODY = frozenset({"procedural", "collective", "gesture"})
_HEAD = 400  # characters of an amendment in which it says what it amends


class Moved(NamedTuple):
    """Something moved: its labels, where its words stand (paragraphs `span` of `moved`), the mover's speech where that
    is another contribution, what became of it, and the provisions that it amends."""

    labels: tuple[str, ...]
    unit: Unit
    moved: Said
    span: tuple[int, int]
    speech: Said | None
    outcome: tuple[str, ...]
    on: tuple[Provision, ...]


@dataclass(slots=True)
class _Moving:
    """Something moved whose end is not yet read."""

    labels: tuple[str, ...]
    said: Said
    start: int
    end: int
    follows: bool = False  # its mover's speech is the next that somebody makes
    voice: str | None = None  # … if this is whose it is
    speech: Said | None = None
    outcome: list[str] = field(default_factory=list)
    closed: bool = False
    on: tuple[Provision, ...] = ()


def moved_on(units: Sequence[Unit], bill: str, on: Callable[[Moved], bool] = lambda _: True) -> list[Moved]:
    """What is moved at these stages, in order; of it what is `on` the provision that is asked for."""
    return [one for unit in units for one in _Stage(unit, bill).read() if on(one)]


class _Stage:
    """Reads one stage."""

    def __init__(self, unit: Unit, bill: str) -> None:
        self._unit, self._before, self._bill = unit, Before(bill), bill
        self._found: list[_Moving] = []
        self._titles = {section.id: section.title for section in unit.sections}
        self._clause: tuple[str, ...] = ()  # the new clause under whose heading we are
        self._text: tuple[Said, int, int] | None = None  # … and where its words stand

    def read(self) -> Iterator[Moved]:
        """Everything moved, with its end where the record tells it."""
        at: str | None = None
        for said in self._unit.said:
            if said.row["section_id"] != at:
                at = said.row["section_id"]
                self._enter(self._titles.get(at, ""))
            self._speech(said)
            if said.row["kind"] == "motion":
                self._motion(said)
            self._set_words(said)
        for one in self._found:
            moved = Moved(
                one.labels, self._unit, one.said, (one.start, one.end), one.speech, tuple(one.outcome), one.on
            )
            yield moved._replace(on=(*one.on, *self._named(moved)))

    def _enter(self, title: str) -> None:
        self._before.enter(title)
        self._clause, self._text = moved_by_heading(title), None

    def _speech(self, said: Said) -> None:
        """The next that somebody says after the words of an amendment is its mover's speech on it."""
        if said.row["kind"] in _NOBODY or said.row["role"] == "chair":
            return
        for one in self._found:
            if one.follows and not one.closed and one.voice in (None, said.row["voice"]):
                one.speech = said
            one.follows = False

    def _motion(self, said: Said) -> None:
        texts = [paragraph.text for paragraph in said.cell.paragraphs if paragraph.kind != "procedural"]
        labels = amendments_moved(texts)
        clause = not labels and self._clause and any("be read a Second time" in text for text in texts)
        told = any(one.speech is said and one.labels == labels for one in self._found)  # the record printed it before
        if told or not (labels or clause):
            return
        self._before.hear(texts, moves=True, chair=False, procedural=False)
        held, start, end = self._text if clause and self._text else (said, 0, len(texts))
        one = self._open(labels or self._clause, held, start, end)
        one.follows, one.voice = True, said.row["voice"]
        one.speech = said if held is not said else None

    def _set_words(self, said: Said) -> None:
        """The record's own words in a contribution, or after it."""
        own = said.row["kind"] in _NOBODY
        paragraphs = said.cell.paragraphs
        running: _Moving | None = None
        for place, paragraph in enumerate(paragraphs):
            if not own and paragraph.kind != "procedural":
                running = None
                continue
            text = paragraph.text
            if end := ended(text):
                self._close(end, text)
                running = None
                continue
            if tells_division(text):
                self._divided(text)
                running = None
                continue
            labels, done = opening(text, _next(paragraphs, place))
            self._before.hear([text], moves=False, chair=False, procedural=True)
            if labels and not self._open_already(labels):
                running = self._open(labels, said, place, place + 1)
                running.follows = _next(paragraphs, place).startswith("Moved by")
                running.closed, running.outcome = bool(done), [done] if done else []
            elif running and running.said is said:
                running.end, running.on = place + 1, self._before.now
                running.labels = tuple(dict.fromkeys((*running.labels, *_more(text, running))))
            if self._clause:
                self._new_clause(said, place, text)
        if paragraphs and running and running.end < len(paragraphs):
            running.follows = False  # what is moved and decided at once is not spoken to

    def _new_clause(self, said: Said, place: int, text: str) -> None:
        """The words of a new clause, under its heading; brought up, it may be read and added at once."""
        self._text = (said, self._text[1] if self._text and self._text[0] is said else place, place + 1)
        put = text.startswith("Question put") and any(end in text for end in ("be added to", "read a Second time"))
        if put and not self._open_already(self._clause):
            self._open(self._clause, *self._text)
        elif re.match(r"Brought up, read the First and Second time", text):
            one = self._open(self._clause, *self._text)
            one.closed, one.outcome = True, [text]

    def _open(self, labels: tuple[str, ...], said: Said, start: int, end: int) -> _Moving:
        one = _Moving(labels, said, start, end, on=self._before.now)
        self._found.append(one)
        return one

    def _open_already(self, labels: tuple[str, ...]) -> bool:
        return any(one.labels == labels and (not one.closed or one is self._found[-1]) for one in self._found)

    def _close(self, end: Ended, text: str) -> None:
        """The end of what bears the number told, or else of what was moved last."""
        if end.labels:
            bearing = [one for one in self._found if set(end.labels) & set(one.labels)]
            one = bearing[-1] if bearing else None
        else:
            one = self._last(end.what)
        if one:
            one.outcome += [text] if text not in one.outcome else []
            one.closed = True

    def _last(self, what: str = "") -> _Moving | None:
        """What was moved last and is not decided. Beneath a new clause stand the amendments moved to it: one that is
        called by its kind ("Clause, by leave, withdrawn.") may be that clause."""
        for one in reversed(self._found):
            if not one.closed and what in ("", "motion", _kind(one)):
                return one
            if one.closed and not one.labels[0].endswith(")"):
                return None
        return None

    def _divided(self, text: str) -> None:
        labels = amendments_moved([re.sub(r"^Division on ", "", text)]) if text.startswith("Division on") else ()
        told = [one for one in self._found if set(labels) & set(one.labels)] if labels else [self._last()]
        if told and (one := told[-1]):
            one.outcome.append(text)

    def _named(self, moved: Moved) -> tuple[Provision, ...]:
        start, end = moved.span
        texts = [paragraph.text[:_HEAD] for paragraph in moved.moved.cell.paragraphs[start : min(end, start + 3)]]
        told = (r for text in (*texts, *moved.labels) for r in references(text, self._bill) if r.of == "bill")
        return tuple(one for reference in told for one in reference.provisions)


def _kind(one: _Moving) -> str:
    """What a thing moved is called when it is withdrawn: an amendment, a clause, a schedule."""
    return one.labels[0].rsplit(" ", 1)[0].rsplit(" ", 1)[-1]


def _next(paragraphs: Sequence[Paragraph], place: int) -> str:
    return paragraphs[place + 1].text if place + 1 < len(paragraphs) else ""


def _more(text: str, moving: _Moving) -> tuple[str, ...]:
    """A further amendment made in the same breath: "11, in page 238", "Amendment 166, page 9"."""
    found = re.match(r"(?:Amendment )?(\(?[A-Z]{0,3}\d+[A-Z]{0,3}\)?), (?:in )?(?:page|clause|schedule)\b", text)
    return (f"amendment {found[1]}",) if found and moving.labels[0].startswith("amendment ") else ()
