"""Answers of the archive set as HTML: pure functions from structs to text.

Nothing here asks the archive or the clock: `today` is given. What templates may use is the environment's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from urllib.parse import quote

from ..errors import GoneError, OnRecordError
from ..model import (
    Activity,
    Debate,
    DebateRef,
    DepartmentWhole,
    Excerpts,
    Held,
    HeldSitting,
    Ledger,
    PersonOnDay,
    PersonRef,
    Voice,
)
from . import debate_page, excerpt_page
from .asked import ExcerptsAsked
from .assets import stylesheet
from .environment import environment
from .months import Month
from .origins import Origins
from .pictures import columns, shares, time_line
from .twins import twin


class Site:
    """Where addresses of ours lead: from the root of a site, or nowhere, in a file that stands alone."""

    def __init__(self, base: str | None = "") -> None:
        self.base, self.alone = base, base is None

    def to(self, path: str) -> str:
        """The address of one of our pages; empty if there is no site to lead to."""
        return "" if self.base is None else self.base + path


SITE = Site()
_SAME: dict[str, Any] = {"site": SITE, "feed": None, "q": "", "origins": ()}
AT_A_TIME = 60  # pieces of a template: some twenty contributions


def render(template: str, **context: Any) -> str:
    """A template as text."""
    return environment().get_template(template).render(**{**_SAME, "json_twin": None, **context})


def stream(template: str, **context: Any) -> Iterator[str]:
    """The same, some pieces at a time: of a long page the top is read while the rest is being set."""
    pieces = environment().get_template(template).stream(**{**_SAME, "json_twin": None, **context})
    pieces.enable_buffering(AT_A_TIME)
    return iter(pieces)


def render_excerpts_page(excerpts: Excerpts, *, today: date | None = None, base_url: str | None = None) -> str:
    """A member's excerpts as one file that stands alone, style and all.

    Links to our own pages are printed only if `base_url` ("https://record.example") says where they are.
    """
    site = Site(base_url.rstrip("/") if base_url else None)
    style = stylesheet().replace("</", "<\\/")
    return render("excerpts_alone.html", site=site, style=style, **_excerpts(excerpts, today or date.today()))


def excerpts_page(
    excerpts: Excerpts,
    asked: ExcerptsAsked,
    *,
    today: date,
    other: PersonOnDay | None = None,
    department: DepartmentWhole | None = None,
    origins: Origins = (),
) -> dict[str, Any]:
    """What `excerpts.html` shows: a member's excerpts, with the form that narrows them; with `other` or `department`
    it is headed as the page of their exchanges, or of their debates with that department."""
    offices = {office.department for office in excerpts.member.offices if office.department}
    here = {name for excerpt in excerpts.excerpts for name in excerpt.debate.departments}
    return {
        "asked": asked,
        "other": other,
        "department": department,
        "departments": sorted(offices | here),
        "json_twin": f"/api/v1/people/{quote(excerpts.member.person_id)}/excerpts{asked.address()}",
        "feed": f"/people/{quote(excerpts.member.slug)}/feed",
        "origins": origins,
        **_excerpts(excerpts, today),
    }


def render_excerpts(excerpts: Excerpts, asked: ExcerptsAsked, *, today: date, **beside: Any) -> str:
    """A member's page of excerpts; `beside` as for `excerpts_page`."""
    return render("excerpts.html", **excerpts_page(excerpts, asked, today=today, **beside))


def render_debate(debate: Debate, *, today: date) -> str:
    """A whole debate."""
    return render("debate.html", **_debate(debate, today))


def stream_debate(debate: Debate, *, today: date) -> Iterator[str]:
    """The same page, some pieces at a time."""
    return stream("debate.html", **_debate(debate, today))


def render_person(person: PersonOnDay, activity: Activity, *, today: date, origins: Origins = ()) -> str:
    """A person: what they did, names, memberships, offices."""
    return render(
        "person.html",
        person=person,
        activity=activity,
        columns=columns(activity.years),
        line=time_line(person, today),
        spoken={count.department: count.slug for count in activity.departments},
        origins=origins,
        feed=f"/people/{quote(person.slug)}/feed",
        json_twin=twin(f"/people/{quote(person.person_id)}", on=person.on),
    )


def render_start(held: Sequence[Held], newest: Sequence[HeldSitting], *, today: date) -> str:
    """The start page: what is held, newest sittings first."""
    return render("start.html", held=held, newest=newest, today=today, json_twin="/api/v1/sittings", feed="/feed")


def render_sittings(ledger: Ledger, rows: Sequence[HeldSitting], asked: Mapping[str, Any], month: Month | None) -> str:
    """The ledger: each sitting held, and each known and not held, with a month of it as a calendar."""
    return render(
        "sittings.html", ledger=ledger, rows=rows, asked=asked, month=month,
        json_twin=twin("/sittings", start=asked["start"], end=asked["end"], house=asked["house"]), feed="/feed",
    )  # fmt: skip


def render_day(
    day: date,
    chamber: str,
    debates: Sequence[DebateRef],
    voices: Sequence[Voice],
    held: Sequence[HeldSitting],
    *,
    today: date,
) -> str:
    """The debates of one sitting, and who spoke how long."""
    return render(
        "day.html",
        day=day,
        chamber=chamber,
        debates=debates,
        voices=voices,
        shares=shares(voices),
        held=held,
        today=today,
        json_twin=f"/api/v1/sittings/{day}/{quote(chamber)}",
    )


def render_about(held: Sequence[Held]) -> str:
    """How it works, and under what licence."""
    return render("about.html", held=held)


def render_problem(
    status: int,
    title: str,
    error: OnRecordError,
    *,
    remedy: str = "",
    q: str = "",
    held: str = "",
    people: Sequence[PersonRef] = (),
    day: date | None = None,
) -> str:
    """What happened, what is held instead, and where to go."""
    return render(
        "problem.html",
        status=status,
        title=title,
        error=error,
        remedy=remedy,
        gone=error if isinstance(error, GoneError) else None,
        candidates=getattr(error, "candidates", ()),
        under=getattr(error, "under", ""),
        q=q,
        held=held,
        people=people,
        day=day,
    )


def _debate(debate: Debate, today: date) -> dict[str, Any]:
    page = debate.section.permalink.partition("#")[0]
    return {
        "debate": debate,
        "parts": debate_page.parts(debate),
        "contents": debate_page.contents(debate.section),
        "provenance": debate_page.provenance(debate),
        "ours": page if page.startswith("/debate/") else "",
        "today": today,
        "json_twin": twin(f"/debates/{quote(debate.section.id)}", **_edition(debate)),
    }


def _edition(debate: Debate) -> dict[str, object]:
    """Which edition is shown, as it was asked for."""
    shown = debate.edition
    if shown is None:
        return {}
    return {"as_of": shown.as_of} if shown.as_of else {"edition": shown.revision}


def _excerpts(excerpts: Excerpts, today: date) -> dict[str, Any]:
    return {
        "excerpts": excerpts,
        "member": excerpts.member,
        "listed": [(excerpt, excerpt_page.parts(excerpt)) for excerpt in excerpts.excerpts],
        "today": today,
    }
