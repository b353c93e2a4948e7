"""What is known of somebody after the day of their words.

Beside words stand name, seat, party and office of their day. A reader who wants to know what has become of
the speaker is told apart from them, and only as far as a list tells: `as_of` is the list's day, never today's.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from .people import HeldOffice, LastKnown, Office


class Since(Struct, frozen=True):
    """What differs, by the newest lists, from what a speaker was on the day; null where no difference is known.
    `called` is the newest name where it is another; `offices_until` were held on the day and ended later."""

    person_id: str
    slug: str
    name: str
    called: str | None = None
    house: LastKnown | None = None
    constituency: LastKnown | None = None
    party: LastKnown | None = None
    left: str | None = None
    sat_until: date | None = None
    offices_until: tuple[HeldOffice, ...] = ()
    offices: tuple[Office, ...] = ()
