"""The archive's clock: moments are kept in UTC, to the second."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """This moment."""
    return datetime.now(UTC).isoformat(timespec="seconds")
