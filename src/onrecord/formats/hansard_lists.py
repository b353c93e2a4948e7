"""The Hansard API's lists: sitting days, a day's debates, a debate's divisions.

They are how people find the debates to fetch, and lie in the same folder. Nobody speaks
in them, so nothing of them goes into the record, and that is no fault of the file: it is
accepted, and said to hold no proceedings. Titles and the words around a vote are counted,
as in every file, under what they are. A division in a list is not taken, since a list does
not say who voted how.
"""

from __future__ import annotations

from collections import Counter

from ..reading import Reading
from .hansard_schema import Calendar, Debates, Listing
from .hansard_value import printed_words


def read_list(listing: Listing, name: str) -> Reading:
    """A reading without sittings, with every word under `heading` or `division`."""
    words: Counter[str] = Counter()
    if isinstance(listing, Calendar):
        kind, what = "calendar", "the calendar of sitting days; nothing to take"
    elif isinstance(listing, Debates):
        kind, what = "debates", f"a list of {_number(len(listing.debates), 'debate')}; nothing to take"
        words["heading"] = sum(len((each.title or "").split()) for each in listing.debates)
    else:
        count = len(listing.divisions)
        kind, what = "divisions", f"a list of {_number(count, 'division')} without who voted how; nothing to take"
        for each in listing.divisions:
            words["heading"] += len((each.debate_section or "").split())
            for text in (each.text_before_vote, each.text_after_vote):
                words["division"] += len(list(printed_words(text or "")))
    buckets = {bucket: count for bucket, count in words.items() if count}
    return Reading(f"hansard-api-{kind}", (), words.total(), buckets, (f"holds no proceedings: {what}",))


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
