"""Everything that a search finds, into a file or down a pipe, with what it was and whose it is."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import msgspec
from sqlalchemy import func, select

from .. import __version__
from ..errors import UsageError
from ..model import Contribution, Manifest
from ..publish.documents import SETTERS, Documents
from ..publish.tables import WRITERS, Writer
from ..publish.whole import whole_file
from ..store.changes import last_sequence
from ..store.schema import sittings
from .searching import Searching

if TYPE_CHECKING:
    from typing import Unpack

    from sqlalchemy import Connection

    from .chosen import Chosen


class Exporting(Searching):
    """Exports in the formats of `publish.tables`, and as the documents of `publish.documents`."""

    def stream(self, query: str = "", limit: int | None = None, **filters: Unpack[Chosen]) -> Iterator[Contribution]:
        """Everything that is found, in the order of the record; without query and filters, the whole record."""
        for batch in self._batches(query, limit, filters):
            yield from batch

    def export(
        self, format: str, out: Path | str, query: str = "", limit: int | None = None, **filters: Unpack[Chosen]
    ) -> Manifest:
        """Write everything that is found to `out`, and to `out`.manifest.json what it is; both are whole or absent."""
        from ..search.filters import Filters, asked_of
        from ..search.streaming import stream

        chosen, path = Filters(**filters), Path(out)
        with self._searching() as (connection, searcher), whole_file(path) as file:
            writer = _document(format, file, query, asked_of(chosen)) or _writer(format, file)
            counts = {"contributions": 0, "words": 0, "sittings": 0}
            days: set[object] = set()
            for batch in stream(connection, searcher, query, chosen, limit):
                writer.add(batch)
                counts["contributions"] += len(batch)
                counts["words"] += sum(len(one.text.split()) for one in batch)
                days |= {(one.sitting.date, one.sitting.house, one.sitting.chamber) for one in batch}
            writer.close()
            counts["sittings"] = len(days)
            state, size = _state(connection), file.seek(0, io.SEEK_END)
            sha256 = _hash_of(file)
        manifest = Manifest(
            file=path.name,
            format=format,
            query=query,
            filters=asked_of(chosen),
            counts=counts,
            archive=state,
            sha256=sha256,
            bytes=size,
            made=datetime.now(UTC).isoformat(timespec="seconds"),
            program=f"onrecord {__version__}",
        )
        with whole_file(path.with_name(path.name + ".manifest.json")) as file:
            file.write(msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")
        return manifest

    def pour(
        self, format: str, file: IO[bytes], query: str = "", limit: int | None = None, **filters: Unpack[Chosen]
    ) -> int:
        """Write everything that is found to an open file, such as a pipe; how many contributions that was."""
        writer = _writer(format, file)
        poured = 0
        for batch in self._batches(query, limit, filters):
            writer.add(batch)
            poured += len(batch)
        writer.close()
        return poured

    def _batches(self, query: str, limit: int | None, filters: Chosen) -> Iterator[list[Contribution]]:
        from ..search.filters import Filters
        from ..search.streaming import stream

        with self._searching() as (connection, searcher):
            yield from stream(connection, searcher, query, Filters(**filters), limit)


def _document(format: str, file: IO[bytes], query: str, filters: dict[str, Any]) -> Writer | None:
    if format not in SETTERS:
        return None
    return Documents(file, SETTERS[format], query, filters, datetime.now(UTC).date())


def _writer(format: str, file: IO[bytes]) -> Writer:
    if format not in WRITERS:
        raise UsageError(f"there is no export as {format!r}", remedy=f"use one of {', '.join(WRITERS)}")
    return WRITERS[format](file)


def _hash_of(file: IO[bytes]) -> str:
    hashed = hashlib.sha256()
    file.seek(0)
    while block := file.read(1 << 20):
        hashed.update(block)
    return hashed.hexdigest()


def _state(connection: Connection) -> dict[str, int]:
    held = select(func.count(), func.sum(sittings.c.contributions), func.sum(sittings.c.words))
    count, contributions, words = connection.execute(held.where(sittings.c.state == "held")).one()
    return {
        "sequence": last_sequence(connection),
        "sittings": count,
        "contributions": contributions or 0,
        "words": words or 0,
    }
