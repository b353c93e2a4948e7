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


def cached(transport: httpx.BaseTransport, file: Path, timeout: float) -> httpx.BaseTransport:
    """`transport`, with its answers kept in `file`; `timeout` in seconds."""
    file.parent.mkdir(parents=True, exist_ok=True)
    storage = SyncSqliteStorage(database_path=file, default_ttl=KEPT)
    policy = SpecificationPolicy(CacheOptions(shared=False))
    return SyncCacheTransport(_Timed(transport, timeout), storage, policy)


class _Timed(httpx.BaseTransport):
    """Gives each request its time-out again: the cache makes a request of its own, and it would wait for ever."""

    def __init__(self, transport: httpx.BaseTransport, timeout: float) -> None:
        self._transport, self._timeout = transport, httpx.Timeout(timeout).as_dict()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        request.extensions = {**request.extensions, "timeout": self._timeout}
        return self._transport.handle_request(request)

    def close(self) -> None:
        self._transport.close()
