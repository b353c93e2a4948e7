"""The command line: parse the request, call the archive, print the answer.

One file per noun, as in the documentation. Nothing about the record is decided here, so
that the site and a notebook say the same as the prompt. Whatever is slow to import is
imported inside the command that needs it: `onrecord --version` must not wait for a
database or a web server. What goes wrong leaves by one door, `errors.guarded`.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from .. import __version__
from . import (
    backup,
    bill,
    cite,
    corrections,
    debate,
    demo,
    doctor,
    errors,
    excerpts,
    export,
    fetch,
    load,
    ministerial,
    people,
    remove,
    search,
    serve,
    sittings,
    suppress,
    verify,
)
from .options import Globals, read_path

app = typer.Typer(
    name="onrecord",
    rich_markup_mode=None,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example:  onrecord --archive my-archive load debates2023-03-28d.xml",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status (0 done, 1 no, 2 wrong usage, 3 bad input)."""
    words = queries_last(globals_first(list(sys.argv[1:] if arguments is None else arguments))) or ["--help"]
    command = typer.main.get_command(app)

    def run() -> object:
        return command.main(words, prog_name="onrecord", standalone_mode=False)

    return errors.guarded(run, verbose="--verbose" in words)


def globals_first(words: list[str]) -> list[str]:
    """The arguments with `--archive` and `--verbose` moved to the front: they may stand anywhere.

    >>> globals_first(["load", "a.xml", "--archive", "mine", "--verbose"])
    ['--archive', 'mine', '--verbose', 'load', 'a.xml']
    >>> globals_first(["debate", "--", "--verbose"])
    ['debate', '--', '--verbose']
    """
    front: list[str] = []
    rest: list[str] = []
    queue = iter(words)
    for word in queue:
        if word == "--":
            return [*front, *rest, word, *queue]
        if word == "--archive":
            front += [word, *(value for value in [next(queue, None)] if value is not None)]
        elif word == "--verbose" or word.startswith("--archive="):
            front.append(word)
        else:
            rest.append(word)
    return front + rest


def queries_last(words: list[str]) -> list[str]:
    """The arguments of `search` with a query that begins with an excluded word put where it is no option.

    No option of `search` is written with one dash but -h, so that `-` and more is a query.

    >>> queries_last(["search", "-lamp fog", "--limit", "3"])
    ['search', '--limit', '3', '--', '-lamp fog']
    >>> queries_last(["search", "-h"])
    ['search', '-h']
    """
    if "search" not in words or "--" in words:
        return words
    after = words.index("search") + 1
    queries = [word for word in words[after:] if len(word) > 2 and word[0] == "-" and word[1] != "-"]
    rest = [word for word in words[after:] if word not in queries]
    return [*words[:after], *rest, "--", *queries] if queries else words


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def _onrecord(
    context: typer.Context,
    archive: Annotated[
        Path | None,
        typer.Option(
            parser=read_path,
            metavar="DIR",
            help="The archive's folder (else ONRECORD_ARCHIVE, else your user data folder).",
        ),
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="Print a traceback when something goes wrong.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Who said what in Parliament, in which office, in answer to whom — with a reference."""
    context.obj = Globals(archive)


for _noun in (
    load,
    fetch,
    people,
    sittings,
    debate,
    search,
    export,
    excerpts,
    cite,
    verify,
    corrections,
    bill,
    ministerial,
    remove,
    suppress,
    backup,
    doctor,
    serve,
    demo,
):
    _noun.add_to(app)
