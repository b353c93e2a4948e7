"""Options that several commands share, each with one spelling, one meaning and one check.

A value that cannot be understood is wrong usage (exit status 2) and the message shows a
value that can. Which members, debates or departments exist is for the archive to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..errors import UsageError

if TYPE_CHECKING:
    from ..archive import Archive


@dataclass(frozen=True)
class Globals:
    """What the options before the command say; a command finds it as `context.obj`."""

    archive: Path | None

    def open_archive(self, *, create: bool = False, write: bool = False) -> Archive:
        """The archive these options choose: for reading, with `write` for deciding, with `create` for loading."""
        from ..archive import Archive

        return Archive.open(self.archive, create=create, read_only=not (create or write))


class House(StrEnum):
    commons = "commons"
    lords = "lords"


class Chamber(StrEnum):
    commons_chamber = "commons-chamber"
    westminster_hall = "westminster-hall"
    lords_chamber = "lords-chamber"
    grand_committee = "grand-committee"
    public_bill_committee = "public-bill-committee"
    general_committees = "general-committees"
    written_statements = "written-statements"
    written_answers = "written-answers"
    petitions = "petitions"
    corrections = "corrections"


class TableFormat(StrEnum):
    """Formats of an answer that is a list or a card."""

    text = "text"
    json = "json"


class DebateFormat(StrEnum):
    """Formats of a debate."""

    text = "text"
    json = "json"
    markdown = "markdown"


class DocumentFormat(StrEnum):
    """Formats of a member's excerpts; `html` is one file that stands alone."""

    text = "text"
    json = "json"
    markdown = "markdown"
    html = "html"


def read_day(text: str) -> date:
    """A day written as 2024-01-15. UsageError for anything else, real date or not.

    >>> read_day("2024-01-15")
    datetime.date(2024, 1, 15)
    """
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"“{text}” is not a date", remedy="write it as 2024-01-15") from None


def read_path(text: str) -> Path:
    """A path. UsageError for an empty one, which would mean the folder one is in."""
    if not text.strip():
        raise UsageError("a path is empty", remedy="name a file or a folder; the one you are in is .")
    return Path(text)


def read_output(text: str) -> Path | None:
    """Where an answer goes: a path, or None for `-`, which is standard output. UsageError for an empty one.

    >>> read_output("-"), read_output("answer.json")
    (None, PosixPath('answer.json'))
    """
    return None if text == "-" else read_path(text)


def read_words(text: str) -> str:
    """A name or words to go by. UsageError for none: an option left empty would narrow nothing, and not say so."""
    if not text.strip():
        raise UsageError("an option is empty", remedy="give it a value, or leave it out")
    return text


def check_days(start: date | None, end: date | None) -> None:
    """UsageError for a span that ends before it begins."""
    if start and end and end < start:
        raise UsageError(f"--from {start} is later than --to {end}", remedy="change one of the two")


def _day(*spellings: str, help: str) -> Any:
    return typer.Option(*spellings, parser=read_day, metavar="DATE", help=help)


From = Annotated[date | None, _day("--from", help="Not before this day, written as 2024-01-15.")]
To = Annotated[date | None, _day("--to", help="Not after this day, written as 2024-01-15.")]
Cursor = Annotated[
    str | None, typer.Option("--cursor", metavar="NEXT", help="The page after an earlier one, by its `next`.")
]
On = Annotated[date | None, _day("--on", help="As they were on this day, written as 2024-01-15.")]
AsOf = Annotated[date | None, _day("--as-of", help="As this archive had it at the end of this day, as 2024-01-15.")]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output", parser=read_output, metavar="FILE", help="Write to a file, whole or not at all; - for none."
    ),
]
NoWait = Annotated[bool, typer.Option("--no-wait", help="Give up at once if another load is at work.")]
Reason = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it is kept with the decision.")]
Undo = Annotated[bool, typer.Option("--undo", help="Take the decision back.")]
Paths = Annotated[
    list[Path], typer.Argument(parser=read_path, metavar="PATH", help="Files, or folders with files in them.")
]
AsTable = Annotated[TableFormat, typer.Option("--format", help="How to print the answer.")]
AsDebate = Annotated[DebateFormat, typer.Option("--format", help="How to print the answer.")]
AsDocument = Annotated[DocumentFormat, typer.Option("--format", help="How to print the answer.")]
