"""Editions of one list: a newer one with far fewer facts, or far more, is no edition but a mistake.

A page cut off on its way, or somebody else's list under a known name, would quietly take the
party or the seat from people. So a list is held against the edition before it, and outside the
bands (`bands.toml`) it is refused, unless whoever loads it says that it is right.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

_DAYS = re.compile(r"[-._ ]?(?:1[89]|20)\d\d(?:-\d\d-\d\d)?")


def list_called(format: str, path: str) -> tuple[str, str]:
    """Which list a file is an edition of: its format, and its name without the day.

    >>> list_called("parlparse-lords", "people/peers-ucl.2015-03-31.xml")
    ('parlparse-lords', 'peers-ucl.xml')
    """
    return format, _DAYS.sub("", Path(path).name)


def out_of_band(before: int, now: int) -> str | None:
    """What is wrong with an edition of `now` facts after one of `before`; None where it may be right.

    >>> out_of_band(2000, 2400), out_of_band(2000, 1000), out_of_band(2000, 9000)
    (None, 'too few', 'too many')
    """
    bands = _bands()
    if abs(now - before) <= bands["small"]:
        return None
    if now < bands["fewest"] * before:
        return "too few"
    return "too many" if now > bands["most"] * before else None


@cache
def _bands() -> dict[str, float]:
    return {name: float(value) for name, value in tomllib.loads(_text()).items()}


def _text() -> str:
    return files(__package__).joinpath("bands.toml").read_text("utf-8")
