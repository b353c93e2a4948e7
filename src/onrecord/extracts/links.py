"""Where a reader can check us: the official page, and the recording.

The official page is the one the source names; old pages moved from
`www.publications.parliament.uk` and the address is given as the source wrote it. Where
a time code is known, the video link leads to the recordings of that House on that day at
parliamentlive.tv: the sources give the moment, but not the recording's own address.
"""

from __future__ import annotations

from urllib.parse import quote

from ..model import SittingRef

OFFICIAL = "https://hansard.parliament.uk"
VIDEO = "https://parliamentlive.tv/Search"


def official_url(sitting: SittingRef, named: str | None) -> str | None:
    """The official page: as the source names it, else the chamber's day where it is on hansard.parliament.uk.

    >>> from datetime import date
    >>> official_url(SittingRef("commons", "commons-chamber", date(2019, 8, 12)), None)
    'https://hansard.parliament.uk/commons/2019-08-12'
    """
    return named or f"{OFFICIAL}/{sitting.house}/{sitting.date.isoformat()}"


def video_url(sitting: SittingRef, timecode: str | None) -> str | None:
    """The recordings of that House on that day; None without a time code."""
    if not timecode:
        return None
    day = quote(f"{sitting.date:%d/%m/%Y}", safe="")
    return f"{VIDEO}?House={sitting.house.title()}&Start={day}&End={day}"
