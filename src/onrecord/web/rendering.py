"""Answers of the archive set as HTML: pure functions from structs to text.

One environment, every template compiled once; everything is escaped unless a template
says otherwise, and none does; a name that a template does not find is an error, not a
blank. A link out is printed only if it is http or https, since the address comes from a
file that anybody may have made. Nothing here asks the archive or the clock: `today` is given.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import nh3
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from markupsafe import Markup
from platformdirs import user_cache_dir

from .. import __version__
from ..errors import GoneError, OnRecordError
from ..model import (
    LICENCE,
    NOT_OFFICIAL,
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
from ..publish.age import ago
from ..publish.answerable import answerable
from ..publish.findings import WITHOUT
from ..publish.verification import closes
from ..settings import value
from . import debate_page, excerpt_page
from .asked import ExcerptsAsked
from .assets import script_name, stylesheet, stylesheet_name
from .chambers import HOUSES, chamber_name, chamber_of, chambers, house_name
from .months import Month
from .origins import Origins
from .parties import colour
from .pictures import columns, peak, shares, time_line
from .search_asked import SORTS
from .since import since_words, standing_line
from .wording import (
    BECAUSE,
    CONTEXTS,
    FACETS,
    KINDS,
    SIDES,
    accuracy,
    counted,
    day_of,
    gap_words,
    kind_meanings,
    long_date,
    month_name,
    short_date,
    spell,
)

OPEN_PARLIAMENT_LICENCE = "https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/"


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


def render_excerpts_page(excerpts: Excerpts, *, today: date | None = None, base_url: str | None = None) -> str:
    """A member's excerpts as one file that stands alone, style and all.

    Links to our own pages are printed only if `base_url` ("https://record.example") says where they are.
    """
    site = Site(base_url.rstrip("/") if base_url else None)
    style = stylesheet().replace("</", "<\\/")
    return render("excerpts_alone.html", site=site, style=style, **_excerpts(excerpts, today or date.today()))


def render_excerpts(
    excerpts: Excerpts,
    asked: ExcerptsAsked,
    *,
    today: date,
    other: PersonOnDay | None = None,
    department: DepartmentWhole | None = None,
    origins: Origins = (),
) -> str:
    """A member's page of excerpts, with the form that narrows it; with `other` or `department`
    it is headed as the page of their exchanges, or of their debates with that department."""
    offices = {office.department for office in excerpts.member.offices if office.department}
    here = {name for excerpt in excerpts.excerpts for name in excerpt.debate.departments}
    context = {
        "asked": asked,
        "other": other,
        "department": department,
        "departments": sorted(offices | here),
        "json_twin": f"/api/v1/people/{quote(excerpts.member.person_id)}/excerpts{asked.address()}",
        "feed": f"/people/{quote(excerpts.member.slug)}/feed",
        "origins": origins,
    }
    return render("excerpts.html", **context, **_excerpts(excerpts, today))


def render_debate(debate: Debate, *, today: date) -> str:
    """A whole debate."""
    return render("debate.html", **_debate(debate, today))


def stream_debate(debate: Debate, *, today: date) -> Iterator[str]:
    """The same page, some pieces at a time: of a long debate the top is read while the rest is being set."""
    pieces = environment().get_template("debate.html").stream(**_SAME, **_debate(debate, today))
    pieces.enable_buffering(AT_A_TIME)
    return iter(pieces)


def render_person(person: PersonOnDay, activity: Activity, *, today: date, origins: Origins = ()) -> str:
    """A person: what they did, names, memberships, offices."""
    return render(
        "person.html",
        person=person,
        activity=activity,
        columns=columns(activity.years),
        line=time_line(person, today),
        origins=origins,
        feed=f"/people/{quote(person.slug)}/feed",
        json_twin=f"/api/v1/people/{quote(person.person_id)}",
    )


def render_start(held: Sequence[Held], newest: Sequence[HeldSitting], *, today: date) -> str:
    """The start page: what is held, newest sittings first."""
    return render("start.html", held=held, newest=newest, today=today, json_twin="/api/v1/sittings", feed="/feed")


def render_sittings(ledger: Ledger, rows: Sequence[HeldSitting], asked: Mapping[str, Any], month: Month | None) -> str:
    """The ledger: each sitting held, and each known and not held, with a month of it as a calendar."""
    return render(
        "sittings.html", ledger=ledger, rows=rows, asked=asked, month=month,
        json_twin="/api/v1/sittings", feed="/feed",
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
    status: int, title: str, error: OnRecordError, *, q: str = "", held: str = "", people: Sequence[PersonRef] = ()
) -> str:
    """What happened, what is held instead, and where to go."""
    return render(
        "problem.html",
        status=status,
        title=title,
        error=error,
        gone=error if isinstance(error, GoneError) else None,
        candidates=getattr(error, "candidates", ()),
        q=q,
        held=held,
        people=people,
    )


@lru_cache(maxsize=4096)  # slugs and ids, many times on a page
def _quoted(text: str) -> str:
    return quote(text, safe="")


@lru_cache(maxsize=4096)
def outward(url: str | None) -> str:
    """An address to link to: http or https, else nothing.

    >>> outward("https://hansard.parliament.uk/"), outward("javascript:alert(1)"), outward(None)
    ('https://hansard.parliament.uk/', '', '')
    """
    if not url:
        return ""
    try:
        split = urlsplit(url)
    except ValueError:
        return ""
    return url if split.scheme in ("http", "https") and split.netloc else ""


def marked(snippet: str) -> Markup:
    """A snippet of a search: the record's words, and `<mark>` around those found; nothing else passes.

    >>> marked('a <mark>b</mark> <img src=x onerror="y"> &lt;c')
    Markup('a <mark>b</mark>  &lt;c')
    """
    return Markup(nh3.clean(snippet, tags={"mark"}, attributes={}))


def report_address(about: str = "") -> str:
    """Where `report a mistake` leads, with what it is about: a mail or web address from the settings, else nothing."""
    address, subject = value("report_address"), quote(f"On Record: {about}" if about else "On Record", safe="")
    if web := outward(address):
        return f"{web}{'&' if '?' in web else '?'}title={subject}"
    return f"mailto:{quote(address, safe='@.+-_')}?subject={subject}" if "@" in address else ""


@cache
def environment() -> Environment:
    """The one template environment."""
    made = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=_compiled(),
    )
    made.filters |= {
        "long_date": long_date,
        "short_date": short_date,
        "month": month_name,
        "day_of": day_of,
        "outward": outward,
    }
    made.filters |= {"marked": marked, "closes": closes}
    made.filters |= {"chamber": chamber_name, "house": house_name, "quoted": _quoted}
    made.globals |= {"age": ago, "counted": counted, "spell": spell, "colour": colour, "report_address": report_address}
    made.globals |= {
        "since_words": since_words,
        "standing_line": standing_line,
        "peak": peak,
        "gap_words": gap_words,
        "chamber_of": chamber_of,
    }
    made.globals |= {"because": BECAUSE, "contexts": CONTEXTS, "sides": SIDES, "chambers": chambers, "houses": HOUSES}
    made.globals |= {"accuracy": accuracy, "answerable": answerable}
    made.globals |= {"licence": LICENCE, "not_official": NOT_OFFICIAL, "licence_address": OPEN_PARLIAMENT_LICENCE}
    made.globals |= {
        "version": __version__,
        "stylesheet_name": stylesheet_name,
        "script_name": script_name,
        "sorts": SORTS,
        "kinds": KINDS,
        "kind_meanings": kind_meanings,
        "facet_names": FACETS,
        "without_facet": WITHOUT,
    }
    return made


def _compiled() -> BytecodeCache | None:
    """Templates compiled once for all starts of the site, in the user's own cache; none where there is no place."""
    folder = Path(user_cache_dir("onrecord", appauthor=False)) / f"templates-{__version__}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        ours = not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()  # what lies there is executed
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if ours and os.access(folder, os.W_OK) else None


def ready() -> None:
    """Make every template ready, before anybody waits for one."""
    for name in environment().list_templates(extensions=["html"]):
        environment().get_template(name)


def _debate(debate: Debate, today: date) -> dict[str, Any]:
    page = debate.section.permalink.partition("#")[0]
    return {
        "debate": debate,
        "parts": debate_page.parts(debate),
        "contents": debate_page.contents(debate.section),
        "provenance": debate_page.provenance(debate),
        "ours": page if page.startswith("/debate/") else "",
        "today": today,
        "json_twin": f"/api/v1/debates/{quote(debate.section.id)}",
    }


def _excerpts(excerpts: Excerpts, today: date) -> dict[str, Any]:
    return {
        "excerpts": excerpts,
        "member": excerpts.member,
        "listed": [(excerpt, excerpt_page.parts(excerpt)) for excerpt in excerpts.excerpts],
        "today": today,
    }
