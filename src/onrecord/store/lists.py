"""Loading lists of people: the roll is built again from every list held, whatever their order.

Lists contradict and complete each other, and a later one may know the end of a spell that
an earlier one calls current. So nothing is patched: each list goes into the vault, the
whole roll is built from all of them in one pure step, and the sittings that name anybody
whose facts changed are written again.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec
from sqlalchemy import Connection, insert, select, update

from ..errors import BadInputError
from ..model import LoadedFile, LoadReport, Person
from ..people.bands import list_called, out_of_band
from ..people.build import build
from ..people.days import list_day
from ..people.detect import read_people
from ..people.facts import PeopleReading
from .asking import lots
from .batches import Follower
from .clock import now
from .decisions import keep_conflicts, mark_undecided
from .files import files_in, read_bytes
from .hearing import heard_in
from .loader import Loader, Progress, totals
from .refusals import Refusals
from .roll import replace_roll
from .schema import lists, marks, sittings
from .vault import Vault


def load_lists(
    connection: Connection,
    vault: Vault,
    paths: Sequence[Path | str],
    progress: Progress | None = None,
    follower: Follower | None = None,
    *,
    accepting: bool = False,
) -> LoadReport:
    """Load every list named, build the roll, and write again the sittings it touches.

    A list far shorter or longer than its edition before is refused, unless `accepting`.
    """
    files = list(files_in(paths))
    done: list[LoadedFile] = []
    fresh: dict[str, PeopleReading] = {}
    renewed: dict[str, str] = {}
    before = {} if accepting else _editions(connection)
    refused = Refusals(connection, "people")
    with connection.begin():
        refused.sweep(paths)
    for number, path in enumerate(files):
        if progress:
            progress(str(path), number, len(files))
        try:
            done.append(_take(connection, vault, path, fresh, renewed, before))
        except BadInputError as error:
            done.append(LoadedFile(str(path), None, "refused", error=str(error)))
            with connection.begin():
                refused.note(path, _hash(path), error)
    if fresh or renewed:
        _build_again(connection, vault, fresh, [f for f in done if f.status == "loaded"], renewed)
    with connection.begin():
        for file in done if refused.any else ():
            if file.status != "refused" and (sha256 := _hash(Path(file.path))):
                refused.settle(Path(file.path), sha256)
    Loader(connection, vault, follower).derive_stale()
    return LoadReport(tuple(done), totals(done))


Edition = tuple[str, int, str]  # its day, its facts, its file


def _editions(connection: Connection) -> dict[tuple[str, str], Edition]:
    """Of each list held, the newest edition."""
    found: dict[tuple[str, str], Edition] = {}
    with connection.begin():
        for row in connection.execute(select(lists).order_by(lists.c.first_seen)):
            called = list_called(row.format, row.path)
            edition = list_day(Path(row.path).name), row.facts, Path(row.path).name
            found[called] = max(found.get(called, edition), edition, key=lambda one: one[0])
    return found


def _check_bands(reading: PeopleReading, path: Path, before: dict[tuple[str, str], Edition]) -> None:
    """BadInputError for a newer edition of a list that has far fewer or far more facts than the one held."""
    held = before.get(list_called(reading.format, str(path)))
    if held is None or list_day(path.name) < held[0]:
        return
    if wrong := out_of_band(held[1], len(reading.facts)):
        what = f"{len(reading.facts):,} facts are {wrong}: the edition held ({held[2]}) has {held[1]:,}"
        raise BadInputError(what, where=str(path), remedy="load it with --accept if it is right")


def _take(
    connection: Connection,
    vault: Vault,
    path: Path,
    fresh: dict[str, PeopleReading],
    renewed: dict[str, str],
    before: dict[tuple[str, str], Edition],
) -> LoadedFile:
    data = read_bytes(path)
    sha256 = Vault.name_of(data)
    held = _held(connection, path, sha256, renewed)
    if held or sha256 in fresh:
        return held or LoadedFile(str(path), fresh[sha256].format, "unchanged")
    reading = read_people(data, str(path))
    _check_bands(reading, path, before)
    fresh[vault.put(data)] = reading
    return LoadedFile(str(path), reading.format, "loaded", contributions=len(reading.facts), warnings=reading.warnings)


def _hash(path: Path) -> str | None:
    """What the vault calls a file's bytes; None where they cannot be read."""
    try:
        return Vault.name_of(read_bytes(path))
    except BadInputError:
        return None


def _held(connection: Connection, path: Path, sha256: str, renewed: dict[str, str]) -> LoadedFile | None:
    """What is held of a file. The same bytes under a later day vouch up to that day, so they are noted as renewed."""
    with connection.begin():
        row = connection.execute(select(lists).where(lists.c.sha256 == sha256)).mappings().first()
        if row is None:
            return None
        connection.execute(update(lists).where(lists.c.sha256 == sha256).values(last_checked=now()))
    if list_day(path.name) > list_day(Path(row["path"]).name):
        renewed[sha256] = str(path)
    warnings = tuple(msgspec.json.decode(row["warnings"]))
    return LoadedFile(str(path), row["format"], "unchanged", contributions=row["facts"], warnings=warnings)


def _build_again(
    connection: Connection,
    vault: Vault,
    fresh: dict[str, PeopleReading],
    loaded: Sequence[LoadedFile],
    renewed: dict[str, str],
) -> None:
    vault.settle()
    with connection.begin():
        for sha256, path in renewed.items():
            connection.execute(update(lists).where(lists.c.sha256 == sha256).values(path=path))
        older = connection.execute(select(lists.c.sha256, lists.c.path)).all()
        readings = [read_people(vault.get(sha256), path) for sha256, path in older] + list(fresh.values())
        new = zip(fresh.items(), loaded, strict=True)
        rows = [list_row(sha256, reading, file.path) for (sha256, reading), file in new]
        if rows:
            connection.execute(insert(lists), rows)
        build_roll(connection, readings)


def build_roll(connection: Connection, readings: Sequence[PeopleReading]) -> None:
    """Put what all lists together tell in place of the roll, and mark the sittings that it touches."""
    built = build(readings, heard_in(connection))
    changed = replace_roll(connection, built)
    keep_conflicts(connection, built.conflicts)
    _mark_stale(connection, sorted(changed.keys))
    mark_undecided(connection, [*changed.people, *_in_their_seats(changed.people, built.persons)], changed.seat_words)


def _in_their_seats(people: Sequence[Person], everybody: Sequence[Person]) -> list[Person]:
    """Whoever sat for a seat of these people at any time: a successor tells that somebody had left."""
    seats = {spell.constituency for person in people for spell in person.memberships if spell.constituency}
    return [p for p in everybody if any(spell.constituency in seats for spell in p.memberships)]


def list_row(sha256: str, reading: PeopleReading, path: str) -> dict[str, object]:
    """How a list is noted."""
    return {
        "sha256": sha256,
        "path": path,
        "format": reading.format,
        "facts": len(reading.facts),
        "warnings": msgspec.json.encode(reading.warnings).decode(),
        "first_seen": now(),
        "last_checked": now(),
    }


def _mark_stale(connection: Connection, keys: Sequence[str]) -> None:
    for lot in lots(keys):
        naming = select(marks.c.sitting_id).where(marks.c.key.in_(lot))
        connection.execute(update(sittings).where(sittings.c.id.in_(naming)).values(stale=True))
