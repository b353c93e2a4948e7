"""Where requests may go: the hosts of the services, and there only what their robots.txt allows.

An answer of a service names ids, and some of it is written by strangers; nothing in it can
send us elsewhere, because every address is checked here just before it is asked for, those
of redirects too. Plain http is for a stand-in on this machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from threading import Lock
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from ..errors import SourceError

_HERE = {"127.0.0.1", "localhost", "::1"}


def origin(url: str) -> str:
    """Scheme, host and port of an address.

    >>> origin("https://Members-API.parliament.uk/api/Members/1")
    'https://members-api.parliament.uk'
    """
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}".lower()


class Allowed:
    """The addresses that may be asked for: those of `services`, as far as each host's robots.txt goes."""

    def __init__(self, services: Iterable[str], agent: str, read_robots: Callable[[str], str]) -> None:
        self._origins = {origin(service) for service in services}
        self._agent, self._read = agent, read_robots
        self._robots: dict[str, RobotFileParser] = {}
        self._lock = Lock()

    def check_host(self, url: str, sent_from: str = "") -> None:
        """SourceError for an address of no service, or one that would go over the network in the clear.

        `sent_from`: the address that was asked for and sends us there.
        """
        parts, where = urlsplit(url), f"{url}, to which {sent_from} sends us" if sent_from else url
        if origin(url) not in self._origins:
            raise SourceError("an address of no official service", where=where, remedy="it is not asked for")
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in _HERE):
            raise SourceError("a service is asked over https only", where=where, remedy="change its address")

    def check(self, url: str) -> None:
        """SourceError for an address that may not be asked for."""
        self.check_host(url)
        with self._lock:
            host = origin(url)
            if host not in self._robots:
                parser = RobotFileParser()
                parser.parse(self._read(f"{host}/robots.txt").splitlines())
                self._robots[host] = parser
        if not self._robots[host].can_fetch(self._agent, url):
            raise SourceError("the service's robots.txt asks not to fetch this", where=url, remedy="it is obeyed")
