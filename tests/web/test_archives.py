"""Each thread answers from an archive of its own, and all are closed at the end."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

from onrecord.web.archives import Archives
from tests.web.fiction import Record


def test_threads_never_share_an_archive(tmp_path: Path) -> None:
    opened: list[Record] = []

    def opener(path: Path) -> Any:
        opened.append(Record())
        return opened[-1]

    archives, together = Archives(tmp_path, opener), Barrier(3)

    def ask() -> tuple[int, int]:
        first = archives.here()
        together.wait(10)
        return id(first), id(archives.here())

    with ThreadPoolExecutor(3) as pool:
        seen = [future.result() for future in [pool.submit(ask) for _ in range(3)]]
    assert all(first == second for first, second in seen)
    assert len({first for first, _ in seen}) == len(opened) == 3
    archives.close()
    assert all(record.closed for record in opened)
