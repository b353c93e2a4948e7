"""The one template environment: every template compiled once, and what all of them may use.

Everything is escaped unless a template says otherwise, and none does; a name that a template
does not find is an error, not a blank. A link out is printed only if it is http or https,
since the address comes from a file that anybody may have made.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import nh3
from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined
from markupsafe import Markup
from platformdirs import user_cache_dir

from .. import __version__
from ..model import LICENCE, NOT_OFFICIAL
from ..publish.age import ago
from ..publish.answerable import answerable
from ..publish.findings import WITHOUT
from ..publish.verification import closes
from ..settings import value
from .assets import script_name, stylesheet_name
from .chambers import HOUSES, chamber_name, chamber_of, chambers, house_name
from .parties import colour
from .pictures import peak
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
    span,
    spell,
)

OPEN_PARLIAMENT_LICENCE = "https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/"


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


def coded(text: str) -> Markup:
    """Text in which what stands between backticks is to be typed as it is.

    >>> coded("write `a <b>` so")
    Markup('write <code>a &lt;b&gt;</code> so')
    """
    parts = text.split("`")
    return Markup("").join(Markup("<code>{}</code>").format(part) if n % 2 else part for n, part in enumerate(parts))


def report_address(about: str = "") -> str:
    """Where `report a mistake` leads, with what it is about: a mail or web address from the settings, else nothing."""
    address, subject = value("report_address"), quote(f"On Record: {about}" if about else "On Record", safe="")
    if web := outward(address):
        return f"{web}{'&' if '?' in web else '?'}title={subject}"
    return f"mailto:{quote(address, safe='@.+-_')}?subject={subject}" if "@" in address else ""


FILTERS: dict[str, Any] = {
    "long_date": long_date, "short_date": short_date, "month": month_name, "day_of": day_of,
    "chamber": chamber_name, "house": house_name, "quoted": _quoted,
    "outward": outward, "marked": marked, "closes": closes, "coded": coded,
}  # fmt: skip
GLOBALS: dict[str, Any] = {
    "age": ago, "counted": counted, "spell": spell, "since_words": since_words, "standing_line": standing_line,
    "accuracy": accuracy, "answerable": answerable, "gap_words": gap_words, "span": span, "because": BECAUSE,
    "contexts": CONTEXTS, "sides": SIDES, "kinds": KINDS, "kind_meanings": kind_meanings, "sorts": SORTS,
    "facet_names": FACETS, "without_facet": WITHOUT,
    "chambers": chambers, "chamber_of": chamber_of, "houses": HOUSES, "colour": colour, "peak": peak,
    "report_address": report_address, "stylesheet_name": stylesheet_name, "script_name": script_name,
    "licence": LICENCE, "not_official": NOT_OFFICIAL, "licence_address": OPEN_PARLIAMENT_LICENCE,
    "version": __version__,
}  # fmt: skip


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
    made.filters |= FILTERS
    made.globals |= GLOBALS
    return made


def ready() -> None:
    """Make every template ready, before anybody waits for one."""
    for name in environment().list_templates(extensions=["html"]):
        environment().get_template(name)


def _compiled() -> BytecodeCache | None:
    """Templates compiled once for all starts of the site, in the user's own cache; none where there is no place."""
    folder = Path(user_cache_dir("onrecord", appauthor=False)) / f"templates-{__version__}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        ours = not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()  # what lies there is executed
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder)) if ours and os.access(folder, os.W_OK) else None
