"""The few threads that answer: warm before the first reader comes, and no more than a machine has use for.

Python runs one thread at a time, so many threads answer no sooner than a few; they only wait for each
other, each with an archive of its own open. What is slow once is done before anybody waits for it:
templates are made ready, the archive is opened, and each kind of page is made from what is held,
so that the statements of the database are ready too.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from ..errors import OnRecordError
from . import rendering
from .asked import ExcerptsAsked

if TYPE_CHECKING:
    from ..archive import Archive
    from .archives import Archives

THREADS = 2


def answerers(archives: Archives, threads: int = THREADS) -> ThreadPoolExecutor:
    """So many threads, made warm one after the other, so that the first reader finds one that is free."""
    pool = ThreadPoolExecutor(threads, thread_name_prefix="onrecord-answer")

    def begin(left: int) -> None:
        with suppress(OnRecordError):  # whoever asks is told what is wrong
            warm(archives.here())
        if left > 1:
            with suppress(RuntimeError):  # the site ends already
                pool.submit(begin, left - 1)

    pool.submit(begin, threads)
    return pool


def warm(archive: Archive) -> None:
    """Make a debate, a member's page and a search from what is held, and throw them away."""
    from .pages.search import answered
    from .search_asked import SearchAsked

    today = date.today()
    rendering.render_start(archive.held(), archive.newest_sittings(), today=today)
    sitting = next(iter(archive.newest_sittings(1)), None)
    debates = archive.debates_on(sitting.date, sitting.chamber) if sitting else ()
    if sitting is None or not debates:
        return
    rendering.render_debate(archive.debate(debates[0].id), today=today)
    for voice in archive.speaking(sitting.date, sitting.chamber)[:1]:
        if voice.slug:
            excerpts = archive.excerpts(voice.slug)
            rendering.render_excerpts(excerpts, ExcerptsAsked(), today=today)
    answered(archive, SearchAsked(query="the"))
