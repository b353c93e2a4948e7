"""One SQLite file, opened the same way everywhere: readers go on while a writer writes.

WAL mode gives every reader the record as it stood when its query began. The version of
the tables is Alembic's; an archive of an older release is migrated when it is opened for
writing, an archive of a newer one is refused, and neither is ever read wrongly.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import DatabaseError

from ..errors import ArchiveError
from .asking import FILE
from .journal import Journal
from .kept import noted, watch
from .remembered import forget
from .schema import metadata

MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = max(file.name[:4] for file in (MIGRATIONS / "versions").glob("[0-9]*.py"))  # they are numbered


def open_engine(folder: Path, *, create: bool, read_only: bool) -> Engine:
    """The archive's database, at today's version. ArchiveError when it is absent, damaged or from a newer release."""
    file = folder / FILE
    if not file.exists():
        _refuse_beside_a_vault(folder)
    if not file.exists() and not create:
        raise ArchiveError(
            "there is no archive here",
            where=str(folder),
            remedy="make one with `onrecord load PATH`, or look at one with `onrecord demo`",
        )
    sealed = _is_sealed(folder)
    if sealed and not read_only:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(folder))
    engine = _engine(file, read_only=read_only and file.exists(), sealed=sealed)
    try:
        _bring_up_to_date(engine, folder, read_only=read_only)
    except DatabaseError as error:
        engine.dispose()
        if "full" in str(error.orig):  # not the archive's fault: the archive says so in its own words
            raise
        raise ArchiveError(
            f"the archive's database cannot be opened: {error.orig}",
            where=str(file),
            remedy="restore it from a backup, or load the files again into a new archive",
        ) from error
    except ArchiveError:
        engine.dispose()
        raise
    return engine


def _is_sealed(folder: Path) -> bool:
    """Whether the disk is read-only, so that nobody can write while we read."""
    return folder.exists() and bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def _engine(file: Path, *, read_only: bool, sealed: bool = False) -> Engine:
    mode = "ro" if read_only else "rwc"
    if sealed and not file.with_name(f"{FILE}-wal").exists():
        mode += "&immutable=1"  # SQLite makes a file beside the database else, even to read it
    url = f"sqlite:///file:{_quoted(file)}?mode={mode}&uri=true"
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # we begin transactions ourselves: DDL and BEGIN IMMEDIATE included
        for pragma in ("busy_timeout = 60000", "foreign_keys = ON", "synchronous = NORMAL", "cache_size = -65536"):
            connection.execute(f"PRAGMA {pragma}")
        if not read_only:
            connection.execute("PRAGMA temp_store = MEMORY")  # how pages were before a step: a sitting's, a few MB
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA wal_autocheckpoint = 16384")  # pages: a load is not stopped every few sittings

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        if options.get("noting") and not connection.info.get("watched"):
            watch(connection)
            connection.info["watched"] = True
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")

    @event.listens_for(engine, "commit")
    def _commit(connection: Connection) -> None:
        forget(connection)
        if vault := connection.get_execution_options().get("noting"):
            Journal(vault).note(noted(connection))

    return engine


def _quoted(file: Path) -> str:
    from urllib.parse import quote

    return quote(str(file.absolute()))


def _bring_up_to_date(engine: Engine, folder: Path, *, read_only: bool) -> None:
    with engine.connect() as connection:
        version = _version(connection)
    if version == HEAD:
        return
    if version is None:
        _refuse_beside_a_vault(folder)
    if version is not None and version > HEAD:
        raise ArchiveError(
            f"this archive was made by a newer release (its tables are version {version}, this release knows {HEAD})",
            where=str(folder),
            remedy="upgrade On Record with `pip install --upgrade onrecord`",
        )
    if read_only:
        raise ArchiveError(
            "this archive was made by an older release",
            where=str(folder),
            remedy="load any file into it once (`onrecord load FILE`), or run `onrecord doctor --repair`",
        )
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if version is None and _version(connection) is None:
            _make(connection)
        else:
            _migrate(connection)


def _refuse_beside_a_vault(folder: Path) -> None:
    """ArchiveError where a vault stands without its database: an empty one in its place would forget decisions."""
    if any(path.is_file() for path in (folder / "vault").rglob("*")):
        raise ArchiveError(
            "the database of this archive is lost, and its vault is not",
            where=str(folder),
            remedy="make it anew with `onrecord doctor --repair`",
        )


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    row = connection.execute(text("SELECT version_num FROM alembic_version")).first()
    return row[0] if row else None


def _make(connection: Connection) -> None:
    metadata.create_all(connection)
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))


def _migrate(connection: Connection, version: str = "head") -> None:
    from alembic import command  # only when tables are changed: it costs a tenth of a second
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, version)
