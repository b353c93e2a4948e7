"""Keeping in mind what was refused, so that a gap of our own making is told like any other.

A file that cannot be read whole leaves no word in the record. That it was there, and why
nothing of it was taken, is noted as the load goes on, and forgotten once the same file, or
the same bytes under any name, is read well, or once it no longer lies where it lay when its
folder is loaded again. A path at which nothing lies is a slip of whoever typed it, and no file.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from ..errors import BadInputError
from .clock import now
from .schema import refusals


class Refusals:
    """The refusals known to an archive. Every method wants a transaction; those that find nothing to do ask nothing."""

    def __init__(self, connection: Connection, kind: str = "record") -> None:
        self._connection, self._kind = connection, kind

    @cached_property
    def _known(self) -> dict[str, str | None]:
        rows = self._connection.execute(select(refusals.c.path, refusals.c.sha256)).all()
        return {row.path: row.sha256 for row in rows}

    @cached_property
    def _by_hash(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for path, sha256 in self._known.items():
            if sha256 is not None:
                found.setdefault(sha256, {})[_name(path)] = path
        return found

    @property
    def any(self) -> bool:
        """Whether anything is refused."""
        return bool(self._known)

    def note(self, path: Path, sha256: str | None, error: BadInputError) -> None:
        """Note that a file was refused; the same bytes under the same name elsewhere are the same refusal."""
        if not os.path.lexists(path):
            return
        named, moment = _written(str(path)), now()
        if sha256 is not None and (same := self._with(sha256).get(_name(named), named)) != named:
            self._forget([same])
        row = {
            "path": named,
            "sha256": sha256,
            "kind": self._kind,
            "what": _written(error.what),
            "place": _place(error.where, str(path)),
            "remedy": _written(error.remedy),
            "first_seen": moment,
            "last_checked": moment,
        }
        statement = insert(refusals).values(row)
        renewed = {name: value for name, value in row.items() if name not in ("path", "first_seen")}
        self._connection.execute(statement.on_conflict_do_update(index_elements=["path"], set_=renewed))
        self._put(named, sha256)

    def settle(self, path: Path, sha256: str) -> None:
        """A file was read well: what was refused under its name or with its bytes is refused no longer."""
        if self._known:
            self._forget({_written(str(path)), *self._with(sha256).values()} & self._known.keys())

    def sweep(self, paths: Sequence[Path | str]) -> None:
        """Forget what lay in these places and is no longer there."""
        places = [Path(path) for path in paths]
        gone = [one for one in self._known if "://" not in one and not os.path.lexists(one) and _in(Path(one), places)]
        self._forget(gone)

    def _with(self, sha256: str) -> dict[str, str]:
        """Where these bytes were refused, by the name they had."""
        return self._by_hash.get(sha256, {})

    def _put(self, path: str, sha256: str | None) -> None:
        self._drop(path)
        self._known[path] = sha256
        if sha256 is not None:
            self._by_hash.setdefault(sha256, {})[_name(path)] = path

    def _drop(self, path: str) -> None:
        names = self._with(self._known.pop(path, None) or "")
        if names.get(_name(path)) == path:
            del names[_name(path)]

    def _forget(self, paths: Iterable[str]) -> None:
        for path in paths:
            self._connection.execute(delete(refusals).where(refusals.c.path == path))
            self._drop(path)


def note_addresses(connection: Connection, came: Iterable[tuple[str, str]]) -> None:
    """What was refused on its way from a service (its place beside the archive) is known by its address."""
    for url, place in came:
        connection.execute(delete(refusals).where(refusals.c.path == url))
        connection.execute(update(refusals).where(refusals.c.path == place).values(path=url))


def forget_addresses(connection: Connection, urls: Iterable[str]) -> None:
    """What these addresses gave was read well."""
    for url in urls:
        connection.execute(delete(refusals).where(refusals.c.path == url))


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _in(path: Path, places: Iterable[Path]) -> bool:
    return any(path.is_relative_to(place) for place in places)


def _place(where: str, path: str) -> str:
    """Where in the file: what an error tells beside the file's own name."""
    inside = where.removeprefix(path).lstrip(":, ")
    return _written(f"line {inside}" if inside.isdigit() else inside)


def _written(text: str) -> str:
    """As it can be written down: a file's name may hold bytes that are no text."""
    return os.fsencode(text).decode("utf-8", "replace")
