"""The one polite client: every request of On Record to the outside goes through here.

It says who it is, keeps to a pace and to so many requests at once, asks with validators so
that what is held already need not be sent again, tries again with growing pauses when a
service is busy or an answer is not whole, and waits as long as the service says. What is
too large or too slow is given up. A page for browsers where data should be is a challenge
or a breakdown: we stop there, and never try to get round it. Nothing is understood here
but that an answer is whole JSON.
"""

from __future__ import annotations

import logging
import ssl
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from urllib.parse import urljoin, urlsplit

import httpx
import msgspec
import stamina

from ..errors import ChallengeError, NotThereError, OnRecordError, RestError, SourceError
from ..settings import value
from .agent import user_agent
from .allowed import Allowed
from .cache import cached
from .desk import LATER
from .pacing import Pace

logging.getLogger("stamina").addHandler(logging.NullHandler())  # what is tried again is no news

_AGAIN = {408, 429, 500, 502, 503, 504}
_HOPS = 5  # redirects followed, within the services' hosts
_WHOLE = 10  # times the time-out, for an answer that comes in drops
_LONGEST_WAIT = 300.0  # seconds that a service may ask us to wait before we rather end


class _PassingError(Exception):
    """A failure that may pass. `wait` is how long the service asks us to wait, if it does."""

    def __init__(self, what: str, wait: float | None = None) -> None:
        super().__init__(what)
        self.wait = wait


class Client:
    """Asks `services` (base addresses; nothing else is ever asked). `cache` is a file for answers with validators."""

    def __init__(self, services: Iterable[str], cache: Path | None = None, pace: Pace | None = None) -> None:
        self._pace = pace or Pace(float(value("fetch_rate")))
        self.at_once = int(value("fetch_at_once"))
        self._timeout = float(value("fetch_timeout"))
        self._limit = int(value("fetch_max_bytes"))
        tls = ssl.create_default_context()
        self._plain = self._http(httpx.HTTPTransport(verify=tls))
        kept = cached(httpx.HTTPTransport(verify=tls), cache, self._timeout) if cache else None
        self._http_cached = self._http(kept) if kept else self._plain
        self._allowed = Allowed(services, user_agent(), self._robots)
        self._resting: dict[str, RestError] = {}  # hosts that ask to be left alone for long

    def get(self, url: str) -> bytes:
        """The whole JSON that stands at `url`.

        NotThereError when the service knows no such thing, ChallengeError when it sends a page
        for browsers, RestError when it asks to be left alone for longer than we wait (and from then on for
        everything at that host), SourceError when it gives no whole answer after the tries allowed.
        """
        if resting := self._resting.get(urlsplit(url).netloc):
            raise resting
        self._allowed.check(url)
        try:
            return self._tried(url)
        except RestError as rest:
            self._resting[urlsplit(url).netloc] = rest
            raise

    def get_all(self, urls: Iterable[str]) -> Iterator[bytes | OnRecordError]:
        """What stands at each address, in their order, some at once; a failure of one in its place.

        ChallengeError and RestError are raised: after them nothing more is asked.
        """
        pool = ThreadPoolExecutor(max_workers=self.at_once)
        try:
            for answer in pool.map(self._got, urls):
                if isinstance(answer, ChallengeError | RestError):
                    raise answer
                yield answer
        finally:
            pool.shutdown(cancel_futures=True)

    def close(self) -> None:
        """Let go of the connections."""
        self._http_cached.close()
        self._plain.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _http(self, transport: httpx.BaseTransport) -> httpx.Client:
        headers = {"User-Agent": user_agent(), "Accept": "application/json", "Cache-Control": "no-cache"}
        return httpx.Client(transport=transport, headers=headers, timeout=self._timeout, trust_env=False)

    def _got(self, url: str) -> bytes | OnRecordError:
        try:
            return self.get(url)
        except OnRecordError as error:
            return error

    def _tried(self, url: str) -> bytes:
        tries = int(value("fetch_tries"))
        again = partial(_again, url)
        try:
            for attempt in stamina.retry_context(on=again, attempts=tries, timeout=None, wait_initial=0.5, wait_max=30):
                with attempt:
                    # a body that was not whole must not come out of the cache again
                    return self._once(url, self._http_cached if attempt.num == 1 else self._plain)
        except _PassingError as passing:
            raise SourceError(f"{passing}, {tries} times", where=url, remedy=LATER) from passing
        raise AssertionError("a try ends with an answer or an error")

    def _once(self, url: str, http: httpx.Client) -> bytes:
        at = url
        for _ in range(_HOPS):
            self._pace.wait()
            try:
                with http.stream("GET", at) as response:
                    if not response.is_redirect:
                        return _whole_json(_taken(response, at), self._body(response, at), at)
                    at = urljoin(at, response.headers["location"])
                    self._allowed.check_host(at, sent_from=url)
            except httpx.TimeoutException as error:
                raise _PassingError("the service did not answer in time") from error
            except (httpx.TransportError, httpx.StreamError) as error:
                raise _PassingError(f"the connection broke ({error or type(error).__name__})") from error
            except (httpx.DecodingError, httpx.InvalidURL) as error:
                raise _PassingError(f"the answer cannot be unpacked ({error})") from error
        raise SourceError("the service sends us from address to address", where=url, remedy=LATER)

    def _body(self, response: httpx.Response, url: str) -> bytes:
        """The body, unpacked; given up when it is too large, or comes too slowly to end."""
        parts: list[bytes] = []
        size, last = 0, time.monotonic() + _WHOLE * self._timeout
        for part in response.iter_bytes(65536):
            size += len(part)
            if size > self._limit:
                what = f"the answer is larger than {self._limit:,} bytes"
                raise SourceError(what, where=url, remedy="raise ONRECORD_FETCH_MAX_BYTES")
            if time.monotonic() > last:
                raise _PassingError("the answer came too slowly")
            parts.append(part)
        return b"".join(parts)

    def _robots(self, url: str) -> str:
        """A host's robots.txt, empty where it has none (any refusal but 404 and 410 says: nothing, for now)."""
        self._pace.wait()
        try:
            response = self._plain.get(url)
        except httpx.HTTPError as error:
            raise SourceError(f"the service cannot be reached ({error})", where=url, remedy=LATER) from error
        if response.status_code == 200:
            return response.text[:100_000] if "html" not in response.headers.get("content-type", "") else ""
        if response.status_code >= 500:
            raise SourceError(f"the service answered {response.status_code}", where=url, remedy=LATER)
        return ""


def _taken(response: httpx.Response, url: str) -> httpx.Response:
    """The response, if it is one to read. What may pass is `_PassingError`; the rest is final."""
    status = response.status_code
    if status in _AGAIN:
        raise _PassingError(f"the service answered {status}", _retry_after(response, url))
    if status in (404, 410):
        raise NotThereError("the service knows no such thing", where=url, remedy="see whether it was withdrawn")
    if "text/html" in response.headers.get("content-type", ""):
        raise _challenge(url)
    if status != 200:
        raise SourceError(f"the service answered {status}", where=url, remedy="see its documentation, or try later")
    return response


def _challenge(url: str) -> ChallengeError:
    what = "a page for browsers came instead of data"
    return ChallengeError(what, where=url, remedy="we stop here; ask the service, or try another day")


def _whole_json(response: httpx.Response, body: bytes, url: str) -> bytes:
    told = response.headers.get("content-length")
    if told and told.isdigit() and "content-encoding" not in response.headers and int(told) != len(body):
        raise _PassingError(f"the answer has {len(body):,} bytes of {told}")
    if body.lstrip()[:1] == b"<":
        raise _challenge(url)
    try:
        msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _PassingError("the answer is not whole") from error
    return body


def _retry_after(response: httpx.Response, url: str) -> float | None:
    """How many seconds the service asks us to wait. RestError when that is longer than anyone would."""
    told = response.headers.get("retry-after", "").strip()
    if told.isdigit():
        seconds = float(told)
    else:
        try:
            seconds = (parsedate_to_datetime(told) - datetime.now(UTC)).total_seconds()
        except (ValueError, TypeError):
            return None
    if seconds > _LONGEST_WAIT:
        raise RestError(f"the service asks to wait for {seconds:,.0f} seconds", where=url, remedy=LATER)
    return max(seconds, 0.0)


def _again(url: str, error: Exception) -> bool | float:
    """Whether to try again, and after how long, in stamina's terms."""
    if not isinstance(error, _PassingError):
        return False
    return True if error.wait is None else error.wait
