"""Nothing is made twice: ETags, "not modified", and pages kept while the archive stays as it is.

Every good answer carries a tag of the archive's state, of the day (pages tell ages) and
of this release. A reader who sends it back gets 304 without a look at the archive; another
reader of the same page gets it as it was made. Pages are kept by address up to a number
of bytes, the least recently asked for going first, and all go when the state changes.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path
from typing import NamedTuple

from litestar.enums import ScopeType
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from .. import __version__
from ..archive.freshness import freshness

LARGEST = 1_048_576
_UNTAGGED = ("/static/", "/healthz")
Headers = list[tuple[bytes, bytes]]


class Kept(NamedTuple):
    """An answer as it was sent."""

    headers: Headers
    body: bytes


class Pages:
    """Answers by address, for one state of the archive."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes, self.bytes = most_bytes, 0
        self._tag = ""
        self._kept: OrderedDict[tuple[bytes, ...], Kept] = OrderedDict()

    def get(self, tag: str, key: tuple[bytes, ...]) -> Kept | None:
        """The answer kept for a key under this state."""
        if tag != self._tag:
            self._kept.clear()
            self._tag, self.bytes = tag, 0
        kept = self._kept.get(key)
        if kept:
            self._kept.move_to_end(key)
        return kept

    def put(self, tag: str, key: tuple[bytes, ...], kept: Kept) -> None:
        """Keep an answer made under this state; nothing if the state has changed since."""
        if tag != self._tag or key in self._kept or len(kept.body) > min(LARGEST, self.most_bytes):
            return
        self._kept[key] = kept
        self.bytes += len(kept.body)
        while self.bytes > self.most_bytes:
            _, gone = self._kept.popitem(last=False)
            self.bytes -= len(gone.body)


def fresh(folder: Path, today: Callable[[], date], pages: Pages) -> Callable[[ASGIApp], ASGIApp]:
    """The middleware over the archive in a folder."""

    def around(app: ASGIApp) -> ASGIApp:
        async def answer(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != ScopeType.HTTP or scope["method"] not in ("GET", "HEAD") or _untagged(scope["path"]):
                await app(scope, receive, send)
                return
            state, day = freshness(folder), today()
            tag = f'W/"{state.tag}-{day.toordinal():x}-{__version__}"'
            changed = max(state.changed, datetime.combine(day, time(), UTC).timestamp())
            asked = dict(scope["headers"])
            told: Headers = [(b"etag", tag.encode()), (b"last-modified", _http_date(changed)), *_REVALIDATE]
            if _unchanged(asked, tag, changed):
                await _send(send, 304, told, b"")
                return
            key = (scope["method"].encode(), scope["raw_path"], scope["query_string"], _encoding(asked))
            if kept := pages.get(tag, key):
                await _send(send, 200, kept.headers, kept.body)
                return
            await app(scope, receive, _keeping(send, told, lambda kept: pages.put(tag, key, kept)))

        return answer

    return around


_REVALIDATE: Headers = [(b"cache-control", b"public, no-cache")]


def _untagged(path: str) -> bool:
    return path.startswith(_UNTAGGED)


def _encoding(asked: dict[bytes, bytes]) -> bytes:
    return b"gzip" if b"gzip" in asked.get(b"accept-encoding", b"") else b""


def _unchanged(asked: dict[bytes, bytes], tag: str, changed: float) -> bool:
    """Whether what the reader holds is still true. A tag decides alone; a date only where no tag is sent."""
    if given := asked.get(b"if-none-match"):
        return tag.encode() in (one.strip() for one in given.split(b",")) or given.strip() == b"*"
    if since := asked.get(b"if-modified-since"):
        try:
            return int(changed) <= parsedate_to_datetime(since.decode("latin-1")).timestamp()
        except ValueError:
            return False
    return False


def _http_date(moment: float) -> bytes:
    return format_datetime(datetime.fromtimestamp(moment, UTC), usegmt=True).encode()


def _keeping(send: Send, told: Headers, keep: Callable[[Kept], None]) -> Send:
    """A `send` that tags a good answer and keeps it once it is whole."""
    headers: Headers | None = None
    parts: list[bytes] = []

    async def wrapped(message: Message) -> None:
        nonlocal headers
        if message["type"] == "http.response.start" and message["status"] == 200:
            given = list(message.get("headers", []))
            names = {name.lower() for name, _ in given}
            headers = given + [one for one in told if one[0] not in names]
            message["headers"] = headers
        elif message["type"] == "http.response.body" and headers is not None:
            parts.append(message.get("body", b""))
            if sum(map(len, parts)) > LARGEST:
                headers = None
                parts.clear()
            elif not message.get("more_body"):
                keep(Kept(headers, b"".join(parts)))
        await send(message)

    return wrapped


async def _send(send: Send, status: int, headers: Headers, body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": list(headers)})
    await send({"type": "http.response.body", "body": body, "more_body": False})
