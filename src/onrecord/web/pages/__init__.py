"""The pages, one file a noun: parse the request, ask the archive, set the answer.

Every handler runs in a worker thread with that thread's own archive. What the archive
cannot answer becomes a page as well: `faults` says what happened, what is held instead
and where to go. Addresses that moved lead on with one permanent redirect.
"""

from . import (
    bills,
    corrections,
    debates,
    departments,
    divisions,
    feeds,
    history,
    people,
    references,
    search,
    sittings,
    start,
    verify,
)

PAGES = (
    *start.PAGES,
    *people.PAGES,
    *debates.PAGES,
    *sittings.PAGES,
    *departments.PAGES,
    *divisions.PAGES,
    *bills.PAGES,
    *references.PAGES,
    *history.PAGES,
    *corrections.PAGES,
    *search.PAGES,
    *feeds.PAGES,
    *verify.PAGES,
)
