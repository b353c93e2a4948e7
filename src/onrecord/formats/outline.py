"""Where debates begin and end, in a source that marks only ranks of headings.

Parlparse prints a sitting as a flat list: an oral heading, major and minor headings, and
what was said. Users speak of debates, so the tree has to be found again, and the ranks
alone mislead: an urgent question may be "minor" under the department that was answering
before it. The rules here rest on the House's practice (contract, section 4): who answers
questions is known by name, other business by its title, its first words, or the clock.
What opens nothing of its own is a sub-heading of the debate before it. Who speaks, and
in which capacity, is not asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..reading import Attendant, Item, ReadContribution, ReadDivision, Section
from .answering import is_answering_body
from .business import (
    Business,
    asks,
    asks_by_mark,
    business,
    in_brackets,
    is_alone,
    is_container,
    is_group,
    is_part_of_bill,
    was_asked,
)

# Business after which nothing is a sub-heading: the next heading, of whatever rank, is the next business.
_SINGLE = {"urgent-question", "statement", "points-of-order", "petition", "adjournment", "question"}
_OPENS_ANYWHERE = {"urgent-question", "statement", "petition", "adjournment"}


@dataclass(slots=True)
class Heading:
    """A heading as a flat source prints it, with what stands under it before the next heading.

    `rank` is `oral`, `major` or `minor`, `bill` for the bill before a committee, or `none` for what stands under
    no heading at all.
    """

    rank: str
    source_id: str
    title: str
    column: str | None = None
    time: str | None = None
    url: str | None = None
    items: list[Item] = field(default_factory=list)
    aliases: tuple[str, ...] = ()
    attendance: tuple[Attendant, ...] = ()
    number: str | None = None


def outline(headings: Sequence[Heading], house: str = "commons") -> tuple[Section, ...]:
    """The tree of a sitting's sections, one for each heading and in the same order.

    Every heading but a bare container stands in exactly one debate; `parent` is an index
    into the answer.
    """
    tree = _Tree(headings, house)
    for at in range(len(headings)):
        tree.place(at)
    return tuple(
        section(heading, place.kind, parent=place.parent, debate=place.debate, body=place.body)
        for heading, place in zip(headings, tree.places, strict=True)
    )


@dataclass(slots=True)
class _Place:
    """Where a heading stands, and what it is."""

    kind: str
    parent: int | None = None
    debate: bool = False
    body: str | None = None


class _Tree:
    """Headings placed one after the other; what is open at the moment decides where the next one goes."""

    def __init__(self, headings: Sequence[Heading], house: str) -> None:
        self.headings = headings
        self.lords = house == "lords"
        self.ranked = any(heading.rank in ("oral", "major") for heading in headings)
        self.clock = _new_times(headings)
        self.places: list[_Place] = []
        self.oral: int | None = None  # the oral heading, while questions go on
        self.body: int | None = None  # the answering body's section, while its questions go on
        self.debate: int | None = None  # the debate that a sub-heading would belong to
        self.opened = Business("business")  # what that debate is
        self.waiting: int | None = None  # a major heading with nothing under it yet
        self.container: int | None = None  # a heading whose children are debates of their own

    def place(self, at: int) -> None:
        heading = self.headings[at]
        if heading.rank == "none":
            self._loose(heading)
        elif heading.rank == "oral":
            self._oral(at)
        elif heading.rank == "major":
            self._major(at)
        else:
            self._minor(at)

    def _loose(self, heading: Heading) -> None:
        """Words under no heading: at the beginning of a sitting, or between the oral heading and the first body."""
        named = any(isinstance(item, ReadContribution) and item.mark.name for item in heading.items)
        if self.oral is not None:
            self.places.append(_Place("business", self.oral, debate=True))
        else:
            self.places.append(_Place("business" if named else "prayers", debate=named))

    def _oral(self, at: int) -> None:
        self.places.append(_Place("oral-questions"))
        self.oral, self.body, self.debate = at, None, None
        self.waiting = self.container = None

    def _major(self, at: int) -> None:
        heading = self.headings[at]
        if self._answers(at):
            self.places.append(_Place("answering-body", self.oral, debate=True, body=heading.title))
            self.body = self.debate = at
            self.opened = Business("answering-body")
            self.waiting = self.container = None
            return
        self._end_questions()
        opens = business(heading.title, heading.items)
        if self.debate is not None and self._belongs(heading, opens):
            self._under(self.debate)
            return
        parent = self.waiting
        if parent is not None:
            self.places[parent].debate = False
        self._open(at, opens, parent)
        self.container = None

    def _minor(self, at: int) -> None:
        heading = self.headings[at]
        if self._asks_on(at):
            return
        opens = business(heading.title, heading.items)
        if self.waiting is not None and self._in_container(at, opens):
            return
        self._settle(heading)
        if self._opens(at, opens):
            kept = self.container if self._keeps_container(opens, heading) else None
            self._open(at, opens, kept)
            self.container = kept
        else:
            self._under(self.debate)

    # --- oral questions -----------------------------------------------------------------

    def _answers(self, at: int) -> bool:
        """Whether a major heading is an answering body's, with a question under it before the next one."""
        heading = self.headings[at]
        asked = was_asked(heading.items)
        if not asked and (self.oral is None or not is_answering_body(heading.title)):
            return False
        if business(heading.title, heading.items).kind in _OPENS_ANYWHERE:
            return False
        if self.clock[at] and not asked and not asks_by_mark(self._stretch(at)):
            return False
        return asked or asks(heading.items) or any(asks(each.items) for each in self._minors(at))

    def _minors(self, at: int) -> list[Heading]:
        """The minor headings that follow, up to the next of another rank."""
        minors = []
        for heading in self.headings[at + 1 :]:
            if heading.rank != "minor":
                break
            minors.append(heading)
        return minors

    def _stretch(self, at: int) -> list[Item]:
        """What stands under a major heading, with what stands under the first minor one behind it."""
        return self.headings[at].items + [item for minor in self._minors(at)[:1] for item in minor.items]

    def _asks_on(self, at: int) -> bool:
        """Place a minor heading inside oral questions; False if it opens other business, which ends them."""
        if self.oral is None and self.body is None:
            return False
        heading = self.headings[at]
        kind = self._question_kind(at)
        if kind is None:
            self._end_questions()
            return False
        parent = self.body if self.body is not None else self.oral
        body = None if self.body is None else self.places[self.body].body
        self.places.append(_Place(kind, parent, debate=self.body is None and bool(heading.items), body=body))
        return True

    def _question_kind(self, at: int) -> str | None:
        """`question`, `topical`, or None where other business begins."""
        heading = self.headings[at]
        opens = business(heading.title, heading.items)
        if opens.kind == "topical":
            return "topical"
        if opens.kind in ("urgent-question", "points-of-order", "petition", "adjournment") or is_alone(heading.title):
            return None
        if not heading.items:
            return "question" if at + 1 < len(self.headings) and asks(self.headings[at + 1].items) else None
        if asks_by_mark(heading.items):
            return "question"
        if self.clock[at] or not asks(heading.items):
            return None
        return "question"

    def _end_questions(self) -> None:
        if self.oral is not None or self.body is not None:
            self.oral = self.body = self.debate = None

    # --- everything else ----------------------------------------------------------------

    def _open(self, at: int, opens: Business, parent: int | None) -> None:
        self.places.append(_Place("business" if opens.kind == "topical" else opens.kind, parent, debate=True))
        self.debate, self.opened, self.waiting = at, opens, None
        bare = not self.headings[at].items and opens.kind != "prayers"
        if bare and (self.headings[at].rank == "major" or is_group(self.headings[at].title)):
            self.waiting = at

    def _under(self, parent: int | None) -> None:
        """A sub-heading; a note in brackets leaves a waiting heading waiting, since it is no business."""
        heading = self.headings[len(self.places)]
        body = None if parent is None else self.places[parent].body
        self.places.append(_Place("heading", parent, body=body))
        if heading.items or not in_brackets(heading.title):
            self.waiting = None

    def _belongs(self, heading: Heading, opens: Business) -> bool:
        """Whether a heading marked major is but a part of the debate before it."""
        if in_brackets(heading.title):
            return True
        return is_part_of_bill(heading.title) and self.opened.kind == "bill" and opens.kind not in _OPENS_ANYWHERE

    def _in_container(self, at: int, opens: Business) -> bool:
        """Place the first heading with business under a bare heading such as "Opposition Day"."""
        heading, waiting = self.headings[at], self.waiting
        if waiting is None or not is_container(self.headings[waiting].title):
            return False
        if in_brackets(heading.title) and not heading.items:
            return False
        if is_alone(heading.title) or opens.kind in _SINGLE - {"petition"}:
            return False
        self.places[waiting].debate = False
        self._open(at, opens, waiting)
        self.container = waiting
        return True

    def _settle(self, heading: Heading) -> None:
        """A waiting heading with business right under it is no longer waiting."""
        if heading.items:
            self.waiting = None

    def _keeps_container(self, opens: Business, heading: Heading) -> bool:
        if self.container is None or is_alone(heading.title):
            return False
        petitions = self.places[self.container].kind == "petition"
        return opens.kind == "petition" if petitions else opens.kind in ("business", "bill")

    def _opens(self, at: int, opens: Business) -> bool:
        """Whether a heading marked minor opens a debate of its own."""
        heading = self.headings[at]
        if self.debate is None:
            return True
        if in_brackets(heading.title) or is_part_of_bill(heading.title):
            return False
        if not self.ranked:
            return True
        if self.lords:
            return opens.kind == "urgent-question"
        return self._opens_in_commons(at, opens)

    def _opens_in_commons(self, at: int, opens: Business) -> bool:
        heading = self.headings[at]
        title = self.headings[self.debate].title if self.debate is not None else ""
        grouped = is_group(title) or self.opened.kind == "prayers"
        if self.opened.kind in _SINGLE or self.opened.for_leave or opens.kind in _OPENS_ANYWHERE:
            return True
        if opens.kind == "points-of-order":
            return not (self.opened.kind == "bill" and self._bill_goes_on(at))
        if grouped:
            return False
        if is_alone(heading.title) or opens.for_leave:
            return True
        if opens.bill is not None:
            return opens.bill != self.opened.bill or (self.opened.programme and not opens.programme)
        return self.opened.kind != "bill" and opens.moves and self.clock[at]

    def _bill_goes_on(self, at: int) -> bool:
        """Whether the bill under debate goes on behind a point of order."""
        following = self.headings[at + 1 : at + 2]
        return bool(following and following[0].rank == "minor" and is_part_of_bill(following[0].title))


def section(
    heading: Heading, kind: str, *, parent: int | None = None, debate: bool = False, body: str | None = None
) -> Section:
    """The section of a heading, once its place is known."""
    return Section(
        source_id=heading.source_id,
        title=heading.title,
        kind=kind,
        debate=debate,
        parent=parent,
        column=heading.column,
        time=heading.time,
        url=heading.url,
        answering_body=body,
        source_tag=None if heading.rank == "none" else f"{heading.rank}-heading",
        aliases=heading.aliases,
        attendance=heading.attendance,
        number=heading.number,
    )


def _new_times(headings: Sequence[Heading]) -> list[bool]:
    """For each heading, whether the clock is printed anew at it: before it, or before the first words under it."""
    answer = []
    running: str | None = None
    for heading in headings:
        first = next((item.time for item in heading.items[:1]), None)
        answer.append(any(time is not None and time != running for time in (heading.time, first)))
        times = [item.time for item in heading.items if isinstance(item, ReadContribution | ReadDivision)]
        running = next((time for time in [*reversed(times), heading.time] if time is not None), running)
    return answer
