"""How much one reader may ask: so many costly questions a minute, and no endless addresses.

Reading pages is not limited; they are cheap, and cheaper when asked again. Questions to
the API and searches are, by the address they come from: a bucket that fills steadily and
holds a minute's worth. Whoever empties it is told when to go on. What is counted is kept
in memory, for a few thousand addresses, and never written down. Each worker counts alone.
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import NamedTuple

from litestar.enums import ScopeType
from litestar.response.base import ASGIResponse
from litestar.types import ASGIApp, HTTPScope, Receive, Scope, Send

from ..errors import OnRecordError
from .faults import refusal

LONGEST_ADDRESS = 8192
LIMITED = ("/api/", "/search", "/verify", "/feeds/")
_MOST_READERS = 4096
Clock = Callable[[], float]


class TooManyError(OnRecordError):
    """More questions in a minute than one reader may ask."""


class TooLongError(OnRecordError):
    """An address that no link of ours is as long as."""


class _Bucket(NamedTuple):
    left: float
    filled: float


class Buckets:
    """For each reader, how many questions are left. `a_minute` of 0 limits nothing."""

    def __init__(self, a_minute: int, clock: Clock = time.monotonic) -> None:
        self.a_minute, self._clock = a_minute, clock
        self._readers: OrderedDict[str, _Bucket] = OrderedDict()

    def wait(self, reader: str) -> int:
        """Take one question: 0 if there is one, else the seconds after which there will be."""
        if not self.a_minute:
            return 0
        now, a_second = self._clock(), self.a_minute / 60
        bucket = self._readers.pop(reader, _Bucket(self.a_minute, now))
        left = min(self.a_minute, bucket.left + (now - bucket.filled) * a_second)
        self._readers[reader] = _Bucket(left - 1 if left >= 1 else left, now)
        while len(self._readers) > _MOST_READERS:
            self._readers.popitem(last=False)
        return 0 if left >= 1 else math.ceil((1 - left) / a_second)


def limited(buckets: Buckets) -> Callable[[ASGIApp], ASGIApp]:
    """The middleware that refuses what is too long or too much."""

    def around(app: ASGIApp) -> ASGIApp:
        async def answer(scope: Scope, receive: Receive, send: Send) -> None:
            refused = _refused(scope, buckets) if scope["type"] == ScopeType.HTTP else None
            await (refused or app)(scope, receive, send)

        return answer

    return around


def _refused(scope: HTTPScope, buckets: Buckets) -> ASGIApp | None:
    if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
        error: OnRecordError = TooLongError(
            "this address is too long", remedy=f"keep to {LONGEST_ADDRESS:,} bytes, or send a quotation by the form"
        )
        return _answer(scope, error, 414)
    if not scope["path"].startswith(LIMITED):
        return None
    client = scope.get("client")
    seconds = buckets.wait(client[0] if client else "")
    if not seconds:
        return None
    error = TooManyError(
        f"more than {buckets.a_minute:,} questions were asked in a minute", remedy=f"go on after {seconds} s"
    )
    return _answer(scope, error, 429, {"retry-after": str(seconds)})


def _answer(scope: HTTPScope, error: OnRecordError, status: int, headers: dict[str, str] | None = None) -> ASGIApp:
    page = refusal(scope["path"], error, status)
    body = page.content if isinstance(page.content, bytes) else str(page.content).encode()
    head = scope["method"] == "HEAD"
    return ASGIResponse(
        body=body, status_code=status, media_type=page.media_type, headers=headers, is_head_response=head
    )
