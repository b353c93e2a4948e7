"""Steps of a load made visible together, with what follows the record.

Each step (a file, a sitting) is done whole or not at all. Committing each one alone would
leave the index behind after every one, or cost an index commit for each; so for up to two
seconds steps are gathered in one transaction, and then, once the bytes they were read from
are safe in the vault, the record and its followers are committed one right after the other.
A step that fails takes its batch with it: the archive is as it was before, and what was
loaded is loaded again. Where much is to come, the follower is left to follow in its own time,
and has something to do sooner by shorter batches.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Protocol

from sqlalchemy import Connection, RootTransaction

from .vault import Vault

BATCH_SECONDS = 2.0
BESIDE_SECONDS = 0.5


class Follower(Protocol):
    """Something kept beside the record that has to say the same."""

    def stage(self, connection: Connection) -> None:
        """Prepare, inside the record's transaction, for what changed in it."""

    def settle(self) -> None:
        """The record is committed: show what was prepared."""

    def abandon(self) -> None:
        """The record is as it was: forget what was prepared."""

    def beside(self) -> None:
        """Much is to come: from now on follow in a process of your own. The record is committed as far as it goes."""


class Batches:
    """The transaction that gathers steps. `close` ends the last batch.

    `vault`: where the bytes are put of which the record is to speak.
    """

    def __init__(self, connection: Connection, follower: Follower | None = None, vault: Vault | None = None) -> None:
        self._connection, self._follower, self._vault = connection, follower, vault
        self._transaction: RootTransaction | None = None
        self._began = 0.0
        self._beside = False

    def beside(self) -> None:
        """Let the follower work beside the load from now on."""
        self.close()
        if self._follower:
            self._follower.beside()
            self._beside = True

    def begin(self) -> None:
        """Begin a batch if there is none: whoever only reads needs no step."""
        if self._transaction is None:
            self._transaction, self._began = self._connection.begin(), monotonic()

    @contextmanager
    def step(self) -> Iterator[None]:
        """One step: it is in the record with its batch, or not at all."""
        self.begin()
        with self._connection.begin_nested():
            yield
        if monotonic() - self._began >= (BESIDE_SECONDS if self._beside else BATCH_SECONDS):
            self.close()

    def close(self) -> None:
        """Commit what is gathered: the bytes first, then the record, its follower right after."""
        if self._transaction is None:
            return
        try:
            if self._vault:
                self._vault.settle()
            if self._follower:
                self._follower.stage(self._connection)
            self._transaction.commit()
        except BaseException:
            self.abandon()
            raise
        self._transaction = None
        if self._follower:
            self._follower.settle()

    def abandon(self) -> None:
        """Undo what is gathered."""
        transaction, self._transaction = self._transaction, None
        if self._follower:
            self._follower.abandon()
        if transaction:
            transaction.rollback()
