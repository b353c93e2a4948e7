"""What a question of the API may carry, each described once: for the reader, the schema and the check."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..asked import MAX_CURSOR, MAX_PER_PAGE, MAX_TEXT, MAX_WINDOW
from ..chambers import HOUSES, chambers
from ..search_asked import FACETS, SORTS
from ..wording import CONTEXTS

MAX_QUOTE = 6000


class Parameter(NamedTuple):
    """A parameter: its `name`, what it means, and its JSON schema; `path` if it stands in the address."""

    name: str
    meaning: str
    schema: dict[str, Any]
    path: bool = False
    required: bool = False


def _text(name: str, meaning: str) -> Parameter:
    return Parameter(name, meaning, {"type": "string", "maxLength": MAX_TEXT})


def _number(name: str, meaning: str, default: int, least: int, most: int = 1_000_000) -> Parameter:
    return Parameter(name, meaning, {"type": "integer", "minimum": least, "maximum": most, "default": default})


def _day(name: str, meaning: str) -> Parameter:
    return Parameter(name, meaning, {"type": "string", "format": "date"})


def in_path(name: str, meaning: str) -> Parameter:
    """A part of the address."""
    return Parameter(name, meaning, {"type": "string", "minLength": 1}, path=True)


FROM, TO = _day("from", "The first day, as 2024-01-15."), _day("to", "The last day.")
EDITION = Parameter(
    "edition",
    "As it stood in the edition of this number, as its history lists them.",
    {"type": "integer", "minimum": 1, "maximum": 1_000_000},
)
AS_OF = _day("as_of", "As it stood in the newest edition seen by the end of this day.")
ON = _day("on", "The day asked about.")
HOUSE = Parameter("house", "The House.", {"type": "string", "enum": list(HOUSES)})
STATUSES = {"linked": "", "unmatched": "", "possible": ""}
STATUS = Parameter(
    "status", "Which: with what they correct, not matched, or only possible.",
    {"type": "string", "enum": list(STATUSES)},
)  # fmt: skip
CHAMBER = Parameter("chamber", "The chamber or kind of business.", {"type": "string", "enum": list(chambers())})
PAGE = _number("page", "The page, from 1.", 1, 1)
PER_PAGE = _number("per_page", "How many rows a page has.", 10, 1, MAX_PER_PAGE)
CURSOR = Parameter(
    "cursor",
    "An earlier page's `next`: the page that follows it, whatever has been loaded since; `page` is then left aside.",
    {"type": "string", "maxLength": MAX_CURSOR},
)
PAGED = (PAGE, PER_PAGE, CURSOR)
Q = _text("q", "Words that must all occur.")
WINDOW = (
    Parameter("context", "What is shown around their words.", {"type": "string", "enum": list(CONTEXTS)}),
    _number("before", "With `adjacent`: how many contributions before.", 1, 0, MAX_WINDOW),
    _number("after", "With `adjacent`: how many contributions after.", 1, 0, MAX_WINDOW),
    *PAGED,
)
PARLIAMENT = _text("parliament", "The Parliament, by the year of its election.")
SESSION = _text("session", "The session, as 2023-24.")
SITTINGS = (FROM, TO, HOUSE, CHAMBER, PARLIAMENT, SESSION)
EXCERPTS = (
    _text("department", "Debates that involve this department, under any name it bore."),
    _text("debate", "One debate, by any id or address."),
    _text("bill", "Debates on this bill."),
    _text("with", "Only the exchanges with this member."),
    FROM,
    TO,
    PARLIAMENT,
    SESSION,
    CHAMBER,
    *WINDOW,
)
SEARCH = (
    Parameter("q", "Words; see `search` for its language.", {"type": "string", "maxLength": 2000}),
    _text("member", "Said by this member."),
    _text("party", "Said by a member of this party, on the day."),
    _text("office", "Said by a holder of this office, on the day."),
    _text("department", "In debates that involve this department."),
    HOUSE,
    CHAMBER,
    _text("kind", "The kind of contribution, as `kind` in the answers."),
    _text("bill", "In debates on this bill."),
    FROM,
    TO,
    PARLIAMENT,
    SESSION,
    Parameter("sort", "The order.", {"type": "string", "enum": list(SORTS), "default": "relevance"}),
    _text("facet", f"What to count in all that is found: any of {', '.join(FACETS)}, parted by commas."),
    _number("limit", "How many results a page has.", 20, 1, MAX_PER_PAGE),
    _number("page", "The page, from 1.", 1, 1, 100_000),
    CURSOR,
    _text("after", "The same as `cursor`."),
)
VERIFY = (
    Parameter("quote", "The quotation.", {"type": "string", "minLength": 1, "maxLength": MAX_QUOTE}, required=True),
    _text("speaker", "Who is said to have said it."),
    FROM,
    TO,
)
