"""Where answers lie between the service and the record, and what is done with already.

A fetch may be killed at any moment, and the services should not have to answer twice. So
each answer that holds proceedings is put down as a file, whole or not at all, under a name
made from what it is; one that lies there is not asked for again. When a unit of work (one
service, one House, one day) is loaded, it is written into a journal and its files go. What
is older than a day is no answer any more: the record may have been changed meanwhile.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import msgspec
from msgspec import Struct

from ..errors import OnRecordError, SourceError

if TYPE_CHECKING:  # at work it loads the libraries for HTTP, which whoever only reads an archive need not wait for
    from .client import Client

LATER = "run the same command later: it goes on where it stopped"
KEPT = 24 * 3600.0  # seconds for which an answer, or a unit done, need not be asked for again
T = TypeVar("T")


class Wanted(NamedTuple):
    """An answer to bring: under which name it is kept, and where it stands."""

    name: str
    url: str


class Brought(NamedTuple):
    """An answer that is there: its file, and where it came from."""

    file: Path
    url: str


class Failed(NamedTuple):
    """An answer that did not come, and why."""

    url: str
    error: OnRecordError


class Done(Struct, frozen=True):
    """A line of the journal: a unit that was fetched and loaded, and when."""

    unit: str
    at: float


class Desk:
    """Asks by `client`, and keeps what came in `folder` until it is loaded. `clock` tells how old that is."""

    def __init__(self, client: Client, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self.client, self.folder, self._clock = client, folder, clock
        self.came: Callable[[int, int], None] | None = None  # told of each answer: how many came, of how many
        self._journal = folder / "journal.jsonl"
        self._done: dict[str, float] | None = None

    def ask(self, url: str, type_: type[T]) -> T:
        """A list of the service, in the shape that it promises. SourceError when it has another."""
        return _shaped(self.client.get(url), url, type_)

    def bring(self, unit: str, wanted: Sequence[Wanted]) -> Iterator[Brought | Failed]:
        """Every answer wanted for a unit, in their order: from the desk if it lies there, else from the service."""
        places = {each: self.folder / unit / safe_name(each.name) for each in wanted}
        missing = [each for each in places if not self._lies_there(places[each])]
        answers = self.client.get_all(each.url for each in missing)
        came = dict(self._put_down(missing, places, answers))
        for each, place in places.items():
            error = came.get(each)
            yield Failed(each.url, error) if error else Brought(place, each.url)

    def bring_shaped(
        self, unit: str, wanted: Sequence[Wanted], type_: type[T]
    ) -> Iterator[tuple[Brought, T] | tuple[Failed, None]]:
        """The same, each answer with what it holds; one in another shape is a failure, and lies here no longer."""
        for answer in self.bring(unit, wanted):
            if isinstance(answer, Failed):
                yield answer, None
                continue
            try:
                yield answer, _shaped(answer.file.read_bytes(), answer.url, type_)
            except SourceError as error:
                self.drop(answer)
                yield Failed(answer.url, error), None

    def _put_down(
        self, missing: Sequence[Wanted], places: dict[Wanted, Path], answers: Iterator[bytes | OnRecordError]
    ) -> Iterator[tuple[Wanted, OnRecordError]]:
        for number, (each, answer) in enumerate(zip(missing, answers, strict=True), len(places) - len(missing) + 1):
            if self.came:
                self.came(number, len(places))
            if isinstance(answer, OnRecordError):
                yield each, answer
            else:
                write_whole(places[each], answer)

    def _lies_there(self, place: Path) -> bool:
        return place.is_file() and self._clock() - place.stat().st_mtime < KEPT

    def is_done(self, unit: str) -> bool:
        """Whether the journal says that this unit was fetched and loaded, within a day."""
        if self._done is None:
            self._done = {done.unit: done.at for done in self._noted()}
        return self._clock() - self._done.get(unit, float("-inf")) < KEPT

    def note_done(self, unit: str) -> None:
        """Write a unit into the journal, and clear its files away."""
        done = Done(unit, self._clock())
        if self._done is not None:
            self._done[unit] = done.at
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._journal.open("ab") as file:
            file.write(msgspec.json.encode(done) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        self.forget(unit)

    def forget(self, unit: str) -> None:
        """Clear away the files of a unit."""
        shutil.rmtree(self.folder / unit, ignore_errors=True)

    def drop(self, answer: Brought) -> None:
        """Clear away an answer that is of no use, so that it is asked for again."""
        answer.file.unlink(missing_ok=True)

    def doubt(self, answer: Brought) -> None:
        """Keep an answer for this time alone: it is loaded, and asked for again by the next call."""
        os.utime(answer.file, (0, 0))

    def clear(self) -> None:
        """Forget all that lies here: nothing was left over."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _noted(self) -> Iterator[Done]:
        if not self._journal.is_file():
            return
        for line in self._journal.read_bytes().splitlines():
            try:
                yield msgspec.json.decode(line, type=Done)
            except msgspec.DecodeError:
                continue  # the last line of a process that was killed


def _shaped(answer: bytes, url: str, type_: type[T]) -> T:
    try:
        return msgspec.json.decode(answer, type=type_)
    except msgspec.ValidationError as error:
        what = f"the service answers in another shape than it says: {error}"
        raise SourceError(what, where=url, remedy="see whether a newer release of On Record reads it") from error


def safe_name(name: str) -> str:
    """A file name for an answer, whatever ids a service gave.

    >>> safe_name("debate-6EF16CCA.json")
    'debate-6EF16CCA.json'
    >>> safe_name("debate-../x.json")
    'debate-.._x-75b11178.json'
    """
    stem, _, extension = name.rpartition(".")
    plain = re.sub(r"[^\w.-]", "_", stem, flags=re.ASCII)[:100]
    if plain != stem or stem.startswith("."):
        plain = f"{plain}-{sha256(name.encode()).hexdigest()[:8]}".lstrip(".")
    return f"{plain}.{extension}"


def write_whole(place: Path, data: bytes) -> None:
    """Put `data` into a file that is whole or absent."""
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_name(f".{place.name}.part")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(place)
