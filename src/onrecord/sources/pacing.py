"""At most so many requests a second, evenly, whoever asks.

The services publish no limit, so we keep to one of our own; requests go out at equal
distances and never in bursts. The clock and the waiting are given, so that the arithmetic
can be tested without waiting.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock


class Pace:
    """Lets whoever waits at it go, `per_second` times a second at most."""

    def __init__(
        self,
        per_second: float,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._distance = 1 / per_second
        self._clock, self._sleep = clock, sleep
        self._lock = Lock()
        self._next = float("-inf")

    def wait(self) -> None:
        """Return when it is this request's turn."""
        with self._lock:
            now = self._clock()
            turn = max(now, self._next)
            self._next = turn + self._distance
        if turn > now:
            self._sleep(turn - now)
