"""The index on disk, and how it keeps step with the record.

It follows the record's change numbers: what was written or taken away after the number it
carries is taken out and put in again. The number is a document of its own, so that it is
committed with the words it vouches for. While a load goes on, changes are prepared inside
the record's transaction and shown right after it (`store.batches`), by a thread of its own
for which only the next changes wait; after a killed load, or where the index was deleted,
damaged, or made by another release, whoever opens the archive next catches up. An index
ahead of the record (the record was put back from a copy) is made anew.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path

import tantivy

from ..store.asking import Asked
from ..store.changes import changes_after, last_sequence
from .beside import Beside
from .documents import SittingDocuments
from .fields import SPLIT, VERSION, index_schema, splitter
from .read_only import is_read_only, linked

_HEAP = 64_000_000
_MARK = "upto"


class RecordIndex:
    """The index of one archive. Writing takes the archive's lock; reading takes none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / VERSION
        self._index: tantivy.Index | None = None
        self._seen: tuple[int, int] | None = None
        self._now: tuple[tuple[int, int] | None, int, tantivy.Searcher] | None = None
        self._writer: tantivy.IndexWriter | None = None
        self._staged: int | None = None
        self._linked: Path | None = None  # where it is opened if its own disk is read-only
        self._showing: Future[None] | None = None  # a commit on its way: the load goes on meanwhile
        self._beside: Beside | None = None
        self.lock = -1  # the descriptor that holds the archive's lock, while it is written

    # --- reading

    def now(self) -> tuple[int, tantivy.Searcher | None]:
        """What the index holds at this moment, and the number of the change it has followed; -1 for a damaged index."""
        try:
            index, state = self._opened(), self._seen
            if self._now is None or self._now[0] != state:
                searcher = index.searcher()
                self._now = state, sequence_of(searcher), searcher
            return self._now[1], self._now[2]
        except ValueError:
            return -1, None

    def behind(self, connection: Asked) -> str:
        """What is wrong with the index beside the record, in words; empty where nothing is."""
        last, (followed, _) = last_sequence(connection), self.now()
        if followed < 0:
            return "it is damaged: it is made anew by the next load"
        if followed != last:
            return f"it has followed the record up to change {followed} of {last}: the next load brings it up"
        return ""

    # --- following (the caller holds the archive's lock)

    def beside(self) -> None:
        """Follow in a process of its own, until `release`."""
        self.release()
        self._beside = Beside(self.folder.parent.parent, self.lock)

    def stage(self, connection: Asked) -> None:
        """Prepare for every change of the record after the last one followed."""
        if self._beside:
            return
        self._shown()
        with self._on_disk():
            self._stage(connection)

    def _stage(self, connection: Asked) -> None:
        last = last_sequence(connection)
        followed = self.now()[0] if self._staged is None else self._staged
        if not 0 <= followed <= last:
            self.clear()
            followed = 0
        if followed == last:
            return  # nothing to show: a commit would only make another segment
        documents = SittingDocuments(connection)
        for change in changes_after(connection, followed):
            writer = self._writing()
            writer.delete_documents_by_term("sitting", change.sitting_id)
            for document in documents.of(change.sitting_id, change.sequence):
                writer.add_json(document)
        self._staged = last

    def settle(self) -> None:
        """Show what was prepared, in a while: whoever needs it shown calls `release`."""
        if self._beside:
            self._beside.tell()
        if self._staged is None or self._writer is None:
            self._staged = None
            return
        document = tantivy.Document()  # older marks stay: tantivy gives up the merges of a commit that deletes one
        document.add_text("mark", _MARK)
        document.add_integer(_MARK, self._staged)
        with self._on_disk():
            self._writer.add_document(document)
        self._staged = None
        alone = ThreadPoolExecutor(1)
        self._showing = alone.submit(_committed, self._writer, self.folder / "meta.json")
        alone.shutdown(wait=False)

    def _shown(self) -> None:
        """Wait until what was settled is shown; OSError or ValueError if that came to nothing."""
        showing, self._showing = self._showing, None
        if showing is not None:
            with self._on_disk():
                showing.result()

    def abandon(self) -> None:
        """Forget what was prepared."""
        with suppress(OSError, ValueError):  # whatever made the caller give up is told, not this
            self._shown()
        self._staged = None
        if self._writer is not None:
            try:
                self._writer.rollback()
            except ValueError:  # it has failed already: what it had prepared goes with it
                self._writer = None

    def release(self) -> None:
        """Let go of writing, once all is shown and merges have ended: another process may write now."""
        beside, self._beside = self._beside, None
        if beside:
            beside.end()
        try:
            self._shown()
        finally:
            writer, self._writer = self._writer, None
            if writer is not None:
                with self._on_disk():
                    writer.wait_merging_threads()

    def clear(self) -> None:
        """Take the whole index away. It is made anew by the next `stage`."""
        self.release()
        self._index, self._seen, self._now = None, None, None
        shutil.rmtree(self.folder.parent, ignore_errors=True)

    # --- the files

    @contextmanager
    def _on_disk(self) -> Iterator[None]:
        """A writer that has failed is let go of. A full disk is what the system calls it, not a wrong value."""
        try:
            yield
        except ValueError as error:
            self._staged, self._writer = None, None
            if f"os error {errno.ENOSPC}" in str(error):
                raise OSError(errno.ENOSPC, "no space left on device", str(self.folder)) from error
            raise

    def _writing(self) -> tantivy.IndexWriter:
        if self._writer is None:
            if self._state() is None:
                shutil.rmtree(self.folder.parent, ignore_errors=True)  # other versions, and what was left half made
                self.folder.mkdir(parents=True)
                self._index = _made(self.folder)
            self._writer = self._opened().writer(_HEAP, 1)
            self._writer.garbage_collect_files()  # a killed process may have left files of the very next names
        return self._writer

    def _opened(self) -> tantivy.Index:
        state = self._state()
        anew = self._index is None or (state is None) != (self._seen is None)
        if self._index is None or anew or (self._linked and state != self._seen):
            self._index = self._open(self.folder if state else None)
        elif state != self._seen:
            self._index.reload()
        self._seen = state
        return self._index

    def _open(self, folder: Path | None) -> tantivy.Index:
        try:
            return _made(folder)
        except ValueError as error:
            if folder is None or not is_read_only(error):
                raise
        self._linked = linked(folder, self)
        return _made(self._linked)

    def _state(self) -> tuple[int, int] | None:
        """What tells one commit from the next: the file that names the segments is replaced by each."""
        try:
            stat = (self.folder / "meta.json").stat()
        except FileNotFoundError:
            return None
        return stat.st_ino, stat.st_mtime_ns


def _committed(writer: tantivy.IndexWriter, named: Path) -> None:
    """Commit; whoever may read the record may read the index too, though tantivy keeps its list of segments private."""
    try:
        writer.commit()
    finally:
        del writer  # what is told of a failure must not keep the writer, and with it the lock, alive
    with suppress(OSError):
        named.chmod(named.parent.stat().st_mode & 0o666)


@lru_cache(maxsize=1)  # asked again with each page
def sequence_of(searcher: tantivy.Searcher) -> int:
    """The number of the record's change up to which this index has followed."""
    marks = tantivy.Query.term_query(index_schema(), "mark", _MARK)
    found = searcher.search(marks, 1, order_by_field=_MARK, order=tantivy.Order.Desc).hits
    return int(found[0][0]) if found else 0


def _made(folder: Path | None) -> tantivy.Index:
    index = tantivy.Index(index_schema(), str(folder) if folder else None)
    index.register_tokenizer(SPLIT, splitter())
    index.config_reader("manual")
    index.reload()
    return index
