"""Answers kept with their validators, so that a service need not send again what has not changed.

The cache only spares the service work: every request asks it whether the answer still
holds, and what an archive knows never depends on this file, which may be deleted.
"""

from __future__ import annotations

from pathlib import Path

import httpx
from hishel import CacheOptions, SpecificationPolicy, SyncSqliteStorage
from hishel.httpx import SyncCacheTransport

KEPT = 90 * 24 * 3600.0  # seconds


def cached(transport: httpx.BaseTransport, file: Path) -> httpx.BaseTransport:
    """`transport`, with its answers kept in `file`."""
    file.parent.mkdir(parents=True, exist_ok=True)
    storage = SyncSqliteStorage(database_path=file, default_ttl=KEPT)
    return SyncCacheTransport(transport, storage, SpecificationPolicy(CacheOptions(shared=False)))
