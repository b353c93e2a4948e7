"""How an answer leaves: to the terminal, down a pipe, or into a file that is whole or absent.

JSON is the answer itself, encoded; there is no second shape for it. Tables fit the terminal
and lose their least important columns first; in a pipe every column and row is printed plainly,
one row a line. Control characters of the record never reach a terminal.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from ..errors import NotHeldError
from ..publish.plain import harmless
from ..publish.whole import whole_file


class Column(NamedTuple):
    """A column of a table: `right` sets numbers to the right, `spare` are dropped first on a narrow terminal."""

    title: str
    right: bool = False
    spare: bool = False


def json_text(answer: Any) -> str:
    """The answer as JSON, indented, in UTF-8 characters, ending in a newline."""
    import msgspec

    return msgspec.json.format(msgspec.json.encode(answer), indent=2).decode() + "\n"


@contextmanager
def json_even_if_not_held(wanted: bool, output: Path | None = None) -> Iterator[None]:
    """For answers in JSON: what is not held is an error on stderr, and an answer on stdout all the same."""
    try:
        yield
    except NotHeldError as error:
        if wanted:
            emit(json_text({"error": {"what": error.what, "where": error.where, "remedy": error.remedy}}), output)
        raise


def emit(text: str, output: Path | None = None) -> None:
    """Write an answer to stdout, or atomically to the file `output`."""
    if not text.endswith("\n"):
        text += "\n"
    if output is not None:
        write_whole(output, text.encode())
        return
    if sys.stdout.isatty():
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="replace")  # a terminal that knows no “ gets a ?
        text = "\n".join(harmless(line) for line in text.split("\n"))
    elif hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")  # whatever the locale says, a pipe gets UTF-8
    sys.stdout.write(text)
    sys.stdout.flush()


def text_width(output: Path | None = None) -> int | None:
    """In what width to set text: the terminal's, at most 88 columns; None, unbroken lines, for pipes and files."""
    if output is not None or not sys.stdout.isatty():
        return None
    return max(20, min(88, shutil.get_terminal_size().columns))


def write_whole(path: Path, data: bytes) -> None:
    """Put `data` into the file at `path`: readers see the old file or the new one, never a part.

    A device or pipe is written as it comes. UsageError if the place is no place for a file.
    """
    asked = path.expanduser()
    if asked.exists() and not (asked.is_file() or asked.is_dir()):
        asked.write_bytes(data)
        return
    with whole_file(path) as file:
        file.write(data)


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], output: Path | None = None) -> str:
    """The rows as text: fitted to the terminal if it goes to one, else every column, aligned."""
    widths = [
        max(len(cell) for cell in (column.title, *(row[place] for row in rows))) for place, column in enumerate(columns)
    ]
    if output is not None or not sys.stdout.isatty():
        return _aligned(columns, rows, widths)
    return _fitted(columns, rows, widths)


def _aligned(columns: Sequence[Column], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    def line(cells: Sequence[str]) -> str:
        return "  ".join(
            cell.rjust(width) if column.right else cell.ljust(width)
            for cell, column, width in zip(cells, columns, widths, strict=True)
        ).rstrip()

    return "\n".join(line(cells) for cells in ([column.title for column in columns], *rows)) + "\n"


def _fitted(columns: Sequence[Column], rows: Sequence[Sequence[str]], widths: Sequence[int]) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(color_system=None)
    shown = list(range(len(columns)))
    spare = [place for place in reversed(shown) if columns[place].spare]
    for place in [*spare, *(place for place in reversed(shown[2:]) if place not in spare)]:
        if sum(widths[i] + 3 for i in shown) - 3 > console.width:
            shown.remove(place)  # a column cut short tells less than one left out
    drawn = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for place in shown:
        drawn.add_column(Text(columns[place].title), justify="right" if columns[place].right else "left")
    for row in rows:
        drawn.add_row(*(Text(row[place]) for place in shown))  # Text: “[Interruption.]” is no markup
    with console.capture() as captured:
        console.print(drawn)
    return captured.get()
