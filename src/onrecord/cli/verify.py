"""`onrecord verify`: was it really said?

One quotation, a file of them (each line is one), or an article (quotations are found by their marks).
The status is 0 only if every quotation is verbatim.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import AmbiguousError, BadInputError, UsageError
from .options import AsTable, From, Globals, Output, TableFormat, To, check_days, read_words
from .output import emit, json_even_if_not_held, json_text, text_width

if TYPE_CHECKING:
    from ..model import ArticleQuotation, Verification


def add_to(app: typer.Typer) -> None:
    app.command("verify", epilog='Example:  onrecord verify "Nobody died." --speaker "Honoria Blackthorn"')(verify)


def verify(
    context: typer.Context,
    quote: Annotated[str | None, typer.Argument(metavar="[QUOTE]", help="The words that were quoted.")] = None,
    speaker: Annotated[
        str | None,
        typer.Option(parser=read_words, metavar="MEMBER", help="Who is said to have said it: a name, or an id."),
    ] = None,
    start: From = None,
    end: To = None,
    file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file of quotations, one a line; - for standard input.")
    ] = None,
    article: Annotated[
        Path | None, typer.Option(metavar="FILE", help="An article: its quotations are found by their marks.")
    ] = None,
    format: AsTable = TableFormat.text,
    output: Output = None,
) -> int:
    """Check whether a quotation is on the record, and how it differs if not."""
    check_days(start, end)
    if sum(one is not None for one in (quote, file, article)) != 1:
        raise UsageError("nothing, or too much, to check", remedy="give one of QUOTE, --file and --article")
    globals_: Globals = context.obj
    with json_even_if_not_held(format is TableFormat.json, output), globals_.open_archive() as archive:
        if article is not None:
            if speaker:
                raise UsageError("--speaker goes with one quotation or a file", remedy="leave it out with --article")
            marked = archive.verify_article(_read(article), start=start, end=end)
            return _show_article(marked, format, output)
        quotes = {f"{file}:{at}": line for at, line in _lines(file).items()} if file else {"": quote or ""}
        found = _checked(archive.verify_each([*quotes.values()], speaker=speaker, start=start, end=end), quotes)
    as_list = file is not None
    emit(json_text(found if as_list else found[0]) if format is TableFormat.json else _text(found, output), output)
    return 0 if found and all(one.verdict == "verbatim" for one in found) else 1


def _show_article(marked: Sequence[ArticleQuotation], format: TableFormat, output: Path | None) -> int:
    if format is TableFormat.json:
        emit(json_text(marked), output)
    else:
        from ..publish.verification import article_text

        emit(article_text(marked, width=text_width(output)), output)
    return 0 if marked and all(one.verification.verdict == "verbatim" for one in marked) else 1


def _text(found: Sequence[Verification], output: Path | None) -> str:
    from ..publish.verification import verification_text

    return verification_text(*found, width=text_width(output))


def _lines(path: Path) -> dict[int, str]:
    """The quotations of a file by their lines: each that is not empty is one, whole."""
    return {at: line.strip() for at, line in enumerate(_read(path).splitlines(), start=1) if line.strip()}


def _checked(verdicts: Iterator[Verification], places: Iterable[str]) -> list[Verification]:
    """The verdicts, one for each place. UsageError with the place of a quotation that cannot be checked."""
    found: list[Verification] = []
    for place in places:
        try:
            found.append(next(verdicts))
        except AmbiguousError:  # the member, not the quotation
            raise
        except UsageError as error:
            raise UsageError(error.what, where=place, remedy=error.remedy) from error
    return found


def _read(path: Path) -> str:
    """The text of a file. BadInputError where it cannot be read as UTF-8."""
    try:
        return sys.stdin.read() if str(path) == "-" else path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8 text"
        raise BadInputError(reason.lower(), where=str(path), remedy="name a text file in UTF-8") from error
