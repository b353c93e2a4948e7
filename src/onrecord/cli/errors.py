"""Whatever goes wrong leaves here: one line that names the thing, the place and the remedy.

`error: what (where): remedy` goes to stderr and the exit status of the contract to the
shell: 1 for an honest no, 2 for wrong usage, 3 for bad input. A traceback is printed with
`--verbose` only. Ctrl-C and a reader that closes the pipe are no errors: nothing is said.
"""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import typer

from ..errors import ArchiveError, OnRecordError, UsageError
from ..publish.plain import harmless

INTERRUPTED = 130  # what shells report for a process that Ctrl-C ended
PIPE_CLOSED = 141  # … and for one whose reader went away


def guarded(run: Callable[[], object], *, verbose: bool = False) -> int:
    """The exit status of `run()`; its errors are reported, none escapes."""
    if sys.stdout is None:  # started with no output at all, as some schedulers do: what is printed goes nowhere
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # to the end
    try:
        status = run()
        sys.stdout.flush()
        return status if isinstance(status, int) else 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the interpreter flushes once more at its end
        return PIPE_CLOSED
    except SystemExit as leaving:  # how the command-line library leaves a closed pipe
        return PIPE_CLOSED if leaving.code == 1 else int(leaving.code or 0)
    except Exception as problem:
        if verbose:
            traceback.print_exc()
        said = explain(problem)
        report(str(said))
        return said.exit_status


def report(message: str) -> None:
    """Print one error on stderr, on one line and harmless, whatever it holds."""
    print(f"error: {harmless(' '.join(message.split()))}", file=sys.stderr)


def explain(problem: Exception) -> OnRecordError:
    """The error of ours that says what happened, with the remedy; never raises.

    >>> import errno
    >>> print(explain(OSError(errno.ENOSPC, "No space left on device", "record.db")))
    the disk is full (record.db): free some space and run the same command again
    """
    if isinstance(problem, OnRecordError):
        return problem
    if isinstance(problem, typer.TyperException):
        return _wrong_usage(problem)
    if _is_disk_full(problem):
        where = str(getattr(problem, "filename", None) or "")
        return ArchiveError("the disk is full", where=where, remedy="free some space and run the same command again")
    if isinstance(problem, OSError):
        where = str(problem.filename or "")
        reason = (problem.strerror or str(problem)).lower()
        return ArchiveError(reason, where=where, remedy="check the path and its permissions")
    return OnRecordError(
        f"a fault in On Record, {type(problem).__name__}: {problem}",
        remedy="run the command again with --verbose and report what it prints",
    )


def _wrong_usage(problem: typer.TyperException) -> OnRecordError:
    what = problem.format_message().strip().rstrip(".").replace("Value error, ", "")
    context = getattr(problem, "ctx", None)
    command = context.command_path if context is not None else "onrecord"
    return UsageError(what[:1].lower() + what[1:], remedy=f"see {command} --help")


def _is_disk_full(problem: BaseException | None) -> bool:
    """Whether this, or what it was raised from, is a full disk: the system's word for it or SQLite's."""
    while problem is not None:
        if isinstance(problem, OSError) and problem.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        if "database or disk is full" in str(problem):
            return True
        problem = problem.__cause__
    return False
