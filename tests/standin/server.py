"""The HTTP of the stand-in: answers with validators, keeps count, and misbehaves when told to."""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Lock, Thread
from types import MappingProxyType
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from . import bills, hansard, members, votes, whatson, written

Answer = Any
Route = tuple[re.Pattern[str], Callable[..., Answer]]
ROBOTS = "User-agent: *\nDisallow: /hansard/private/\n"
SERVICES: dict[str, list[Any]] = {
    "hansard": hansard.ROUTES,
    "questions_statements": written.ROUTES,
    "commons_votes": votes.COMMONS_ROUTES,
    "lords_votes": votes.LORDS_ROUTES,
    "whatson": whatson.ROUTES,
    "members": members.ROUTES,
    "bills": bills.ROUTES,
    "people_list": members.LIST_ROUTES,
}


class Asked(NamedTuple):
    """A request that came: its path with the query, and its headers in lower case."""

    path: str
    headers: dict[str, str]


class Fault(NamedTuple):
    """How to misbehave instead of answering.

    `kind`: status, html, hang, cut (the connection ends early), short (half the JSON, said to be
    whole), length (a wrong Content-Length), chunks (in chunks, with a wrong Content-Length beside),
    redirect, page (`body`, as JSON) or raw (`body`, as it is).
    """

    kind: str
    status: int = 200
    headers: Mapping[str, str] = MappingProxyType({})
    body: Any = None


class StandIn:
    """A server on a free port of this machine. Use it as a context."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.at_once = 0  # the most requests that were ever under way together
        self.robots = ROBOTS
        self.ending = Event()
        self._under_way = 0
        self._held: tuple[int, Event, Event] | None = None
        self._faults: dict[str, list[Fault]] = defaultdict(list)
        self._lock = Lock()
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)

    def __enter__(self) -> StandIn:
        self._thread.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.ending.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @staticmethod
    def services() -> dict[str, list[Any]]:
        """The routes of each service, which a test may change."""
        return SERVICES

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def settings(self) -> dict[str, str]:
        """The settings that make On Record ask here and nowhere else."""
        addresses = {f"ONRECORD_{name.upper()}_URL": f"{self.address}/{name}" for name in SERVICES}
        return {**addresses, "ONRECORD_PEOPLE_LIST_URL": f"{self.address}/people_list/people.json"}

    def misbehave(self, part_of_path: str, *faults: Fault) -> None:
        """Answer the next requests whose path holds `part_of_path` with these faults, one each, in turn."""
        self._faults[part_of_path] += faults

    @contextmanager
    def holding_back(self, moment: int) -> Iterator[Event]:
        """Leave the request that comes as number `moment` without an answer; the event says that it has come."""
        come, over = Event(), Event()
        self._held = (moment, come, over)
        try:
            yield come
        finally:
            self._held = None
            over.set()

    def hold_back(self, number: int) -> bool:
        """Whether this request is the one to be held; returns when it need be held no longer."""
        with self._lock:
            held = self._held if self._held and number == self._held[0] else None
        if held:
            _, come, over = held
            come.set()
            over.wait()
        return bool(held)

    def paths(self, part: str = "") -> list[str]:
        """The paths asked for so far that hold `part`."""
        return [asked.path for asked in self.asked if part in asked.path]

    def note(self, asked: Asked) -> tuple[int, Fault | None]:
        with self._lock:
            self.asked.append(asked)
            number = len(self.asked)
            self._under_way += 1
            self.at_once = max(self.at_once, self._under_way)
            for part, faults in self._faults.items():
                if part in asked.path and faults:
                    return number, faults.pop(0)
        return number, None

    def ended(self) -> None:
        with self._lock:
            self._under_way -= 1

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        standin = self

        class Handler(_Handler):
            pass

        Handler.standin = standin
        return Handler


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a client that has gone: those here are cut off on purpose."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    standin: StandIn
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: what was asked is in `StandIn.asked`."""

    def do_GET(self) -> None:
        number, fault = self.standin.note(Asked(self.path, {name.lower(): told for name, told in self.headers.items()}))
        try:
            if self.standin.hold_back(number):
                self.close_connection = True
            elif fault:
                self._misbehave(fault)
            elif self.path == "/robots.txt":
                self._send(200, self.standin.robots.encode(), {"Content-Type": "text/plain"})
            else:
                self._answer()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the client has gone
        finally:
            self.standin.ended()

    def _answer(self) -> None:
        body = answer_to(self.path)
        if body is None:
            self._send(404, b'{"Message":"No such thing"}', {"Content-Type": "application/json"})
            return
        tag = f'"{sha256(body).hexdigest()[:16]}"'
        if self.headers.get("If-None-Match") == tag:
            self._send(304, b"", {"ETag": tag})
        else:
            self._send(200, body, {"Content-Type": "application/json; charset=utf-8", "ETag": tag})

    def _misbehave(self, fault: Fault) -> None:
        whole = answer_to(self.path) or b"{}"
        body = whole if fault.body is None else fault.body
        body = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"Content-Type": "application/json", **fault.headers}
        if fault.kind == "html":
            page = b"<!DOCTYPE html><html><title>Just a moment...</title></html>"
            self._send(fault.status, page, {"Content-Type": "text/html", **fault.headers})
        elif fault.kind == "hang":
            self.standin.ending.wait()
            self.close_connection = True
        elif fault.kind == "cut":
            self._send(200, body, headers, told=len(body), sent=len(body) // 2)
        elif fault.kind == "short":
            self._send(200, body[: len(body) // 2], headers)
        elif fault.kind == "length":
            self._send(200, body, headers, told=len(body) + 50)
        elif fault.kind == "chunks":
            chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
            self._send(200, chunked, {"Transfer-Encoding": "chunked", **headers}, told=len(body) + 50)
        else:
            self._send(fault.status, body if fault.kind in ("page", "raw") else b"", headers)

    def _send(
        self, status: int, body: bytes, headers: dict[str, str], told: int | None = None, sent: int | None = None
    ) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if status != 304:
            self.send_header("Content-Length", str(len(body) if told is None else told))
        if told is not None:
            self.send_header("Connection", "close")
            self.close_connection = True
        self.end_headers()
        self.wfile.write(body if sent is None else body[:sent])


def answer_to(path: str) -> bytes | None:
    """The body that stands at a path, None where nothing does."""
    parts = urlsplit(path)
    service, _, rest = parts.path.lstrip("/").partition("/")
    query: dict[str, str] = {}
    for name, told in parse_qsl(parts.query):
        query[name] = f"{query[name]},{told}" if name in query else told
    for pattern, view in SERVICES.get(service, ()):
        if match := pattern.fullmatch(unquote(rest)):
            answer = view(query, *match.groups())
            return None if answer is None else json.dumps(answer, ensure_ascii=False).encode()
    return None
