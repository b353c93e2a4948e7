"""Every way On Record says no, on one screen.

An error names the thing, the place and the remedy, because the reader of it is
a journalist at a prompt, not the author of the code. The command line prints
`error: what (where): remedy`, the API the same three parts as JSON, and each
class carries the exit status of the contract (2 wrong usage, 3 bad input).
"An honest no" (nothing found) is an answer, not an error, and is not here.
"""

from __future__ import annotations


class OnRecordError(Exception):
    """The root: `what` is wrong, `where` (file, line or URL), and the `remedy`."""

    exit_status = 3

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what, self.where, self.remedy = what, where, remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f" ({self.where})" if self.where else ""
        remedy = f": {self.remedy}" if self.remedy else ""
        return " ".join(f"{self.what}{place}{remedy}".split())


class UsageError(OnRecordError):
    """The question itself cannot be understood: a wrong date, an unknown option value."""

    exit_status = 2


class AmbiguousError(UsageError):
    """Several answers fit; `candidates` says which, one line each, its id first.

    `under` is the address on the site below which each has a page by its id; empty where they have none.
    """

    def __init__(self, what: str, candidates: tuple[str, ...], *, remedy: str = "", under: str = "") -> None:
        self.candidates, self.under = candidates, under
        super().__init__(what, remedy=remedy)


class NotHeldError(OnRecordError):
    """A well-formed reference to something that this archive does not hold."""

    exit_status = 1


class GoneError(NotHeldError):
    """It is kept and shown nowhere: `why` is withdrawn (by the source), suppressed or removed (by the keeper).

    `since`: the day or moment of it, `reason`: the keeper's, `sha256`: of its words; each None where not known.
    """

    def __init__(self, why: str, *, since: str | None, reason: str | None, sha256: str | None, where: str = "") -> None:
        self.why, self.since, self.reason, self.sha256 = why, since, reason, sha256
        when = f" on {since[:10]}" if since else ""
        told = f" ({reason})" if reason else ""
        kept = f"; the sha256 of its words is {sha256}" if sha256 else ""
        super().__init__(f"{GONE_BY[why]}{when}{told}{kept}", where=where, remedy="it is kept, and shown nowhere")


GONE_BY = {
    "withdrawn": "this was withdrawn from the record by its source, and was first found missing",
    "suppressed": "this is kept from being shown by the keeper of this archive, who decided so",
    "removed": "this was taken out of this archive by its keeper",
}


class BadInputError(OnRecordError):
    """A file that cannot be read whole is refused whole."""


class WordsLostError(BadInputError):
    """A format's reading would lose or invent words of its source: a defect of ours."""


class SourceError(OnRecordError):
    """An official service did not give what was asked of it."""


class NotThereError(SourceError):
    """The service knows no such thing."""


class ChallengeError(SourceError):
    """The service sent a page for browsers: it does not want to be asked by us, so we stop."""


class RestError(SourceError):
    """The service asks to be left alone for longer than a command waits; in this run it is asked nothing more."""


class ArchiveError(OnRecordError):
    """The archive itself: absent, from a newer release, locked, or the disk is full."""


class BusyError(ArchiveError):
    """Another process is writing this archive."""
