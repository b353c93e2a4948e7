"""What happened, what is held instead, and where to go: every refusal, as a page or as problem+json.

An error of ours carries three parts (what, where, remedy), and both forms print them.
The place in a file or a folder's name is the keeper's business and not shown to readers.
A defect is logged by its kind and place in the program; what was asked is never logged.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import HTTPException

from ..errors import ArchiveError, GoneError, NotHeldError, OnRecordError, UsageError
from . import rendering
from .wording import counted, short_date

if TYPE_CHECKING:
    from ..archive import Archive
    from .archives import Archives

log = logging.getLogger("onrecord.web")

PROBLEM = "application/problem+json"
TITLES = {
    400: "Not understood",
    404: "Not held",
    405: "Not possible",
    410: "Withdrawn",
    413: "Too much",
    414: "Too long",
    429: "Too much",
    500: "Not answered",
    503: "Not available",
}
_DEFECT = OnRecordError("this page failed", remedy="the defect is noted; the other pages still answer")


def problem_page(
    archives: Archives, build: Callable[[Archive], Response[Any]], *, q: str = "", day: str = ""
) -> Response[Any]:
    """What `build` answers, or a page that says why not. `q`: what the reader probably looked for, and of which day."""
    try:
        archive = archives.here()
    except OnRecordError as error:
        return _page(error)
    try:
        return build(archive)
    except GoneError as error:
        return _page(error)
    except NotHeldError as error:
        people = archive.find_people(q, 5) if q else ()
        return _page(error, q=q, held=_held(archive), people=people, day=_day_held(archive, day))
    except OnRecordError as error:
        return _page(error, q=q)


def problem_json(archives: Archives, build: Callable[[Archive], Response[Any]]) -> Response[Any]:
    """What `build` answers, or the reason why not as problem+json."""
    try:
        return build(archives.here())
    except OnRecordError as error:
        return _json(_status(error), error)


def refusal(path: str, error: OnRecordError, status: int) -> Response[Any]:
    """A refusal before any page or question is reached, as that address would have put it."""
    return _json(status, error) if path.startswith("/api/") else _page(error, status)


def on_http_error(request: Request[Any, Any, Any], error: HTTPException) -> Response[Any]:
    """No such address, or a method that is not for reading."""
    if error.status_code == 404:
        ours: OnRecordError = NotHeldError("there is no page at this address", remedy="look for it by name")
    elif error.status_code == 405:
        ours = UsageError("this site is only for reading", remedy="ask with GET")
    elif error.status_code == 413:
        ours = UsageError("this is more than can be taken in at once", remedy="send less than 256 kB")
    else:
        ours = UsageError("this request cannot be understood", remedy="start again from the start page")
    status = error.status_code if error.status_code in (404, 405, 413) else 400
    return _json(status, ours) if _wants_json(request) else _page(ours, status)


def on_defect(request: Request[Any, Any, Any], error: Exception) -> Response[Any]:
    """A defect of ours: said without its insides, logged without what was asked."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    trail = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames))
    log.error("%s in %s", type(error).__name__, trail)
    return _json(500, _DEFECT) if _wants_json(request) else _page(_DEFECT, 500)


def _page(error: OnRecordError, status: int = 0, **more: Any) -> Response[Any]:
    code = status or _status(error)
    page = rendering.render_problem(code, TITLES.get(code, "Not answered"), error, remedy=_said_on_page(error), **more)
    return Response(page, status_code=code, media_type="text/html")


def _json(status: int, error: OnRecordError) -> Response[Any]:
    problem: dict[str, Any] = {
        "type": "about:blank",
        "title": TITLES.get(status, "Not answered"),
        "status": status,
        "detail": error.what,
    }
    if remedy := _remedy(error):
        problem["remedy"] = remedy
    if candidates := getattr(error, "candidates", ()):
        problem["candidates"] = list(candidates)
    if isinstance(error, GoneError):
        problem |= {"why": error.why, "since": error.since, "reason": error.reason, "sha256": error.sha256}
    return Response(msgspec.json.encode(problem), status_code=status, media_type=PROBLEM)


def _remedy(error: OnRecordError) -> str:
    """What the reader can do. A command is for whoever keeps the archive, and no help to those who read it here."""
    return "" if "`onrecord" in error.remedy or "`--" in error.remedy else error.remedy


def _said_on_page(error: OnRecordError) -> str:
    """Where candidates are links, nobody need name one by its id."""
    return "" if getattr(error, "under", "") else _remedy(error)


def _status(error: OnRecordError) -> int:
    if isinstance(error, UsageError):
        return 400
    if isinstance(error, GoneError):
        return 410
    if isinstance(error, NotHeldError):
        return 404
    return 503 if isinstance(error, ArchiveError) else 500


def _held(archive: Archive) -> str:
    """What is held instead, in one line; empty if nothing is."""
    held = [one for one in archive.held() if one.state == "held"]
    if not held:
        return ""
    first, last = min(one.first for one in held), max(one.newest for one in held)
    span = f"of {short_date(first)}" if first == last else f"between {short_date(first)} and {short_date(last)}"
    return f"Held are {counted(sum(one.sittings for one in held), 'sitting')} {span}"


def _day_held(archive: Archive, day: str) -> date | None:
    """The day, if it is one of which something is held."""
    try:
        on = date.fromisoformat(day)
    except ValueError:
        return None
    return on if any(one.state == "held" for one in archive.sittings(on, on).sittings) else None


def _wants_json(request: Request[Any, Any, Any]) -> bool:
    return request.url.path.startswith("/api/")
