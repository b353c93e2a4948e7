"""The pace: requests go out evenly, and no faster than they may."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sources.pacing import Pace


@given(rate=st.integers(1, 50), pauses=st.lists(st.floats(0, 3), min_size=1, max_size=30))
def test_never_closer_together_than_the_rate_allows(rate: int, pauses: list[float]) -> None:
    now = 0.0

    def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds

    pace = Pace(rate, clock=lambda: now, sleep=sleep)
    times = []
    for pause in pauses:
        now += pause
        pace.wait()
        times.append(now)
    assert all(later - earlier >= 1 / rate - 1e-9 for earlier, later in pairwise(times))


def test_who_comes_late_does_not_wait() -> None:
    slept: list[float] = []
    pace = Pace(5, clock=lambda: 10.0, sleep=slept.append)
    pace.wait()
    pace.wait()
    assert slept == [pytest.approx(0.2)]
