"""A debate's history as blocks to print: what went stands in [-…-], what came in {+…+}."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import NOT_OFFICIAL, Changed, DebateHistory, Disagreement, Wording
from .outline import Block, chamber_name, long_date


def outline_of_history(history: DebateHistory) -> Iterator[Block]:
    """The history, block by block."""
    section, sitting = history.section, history.sitting
    yield Block("title", f"History of {section.title}")
    yield Block("about", long_date(sitting.date))
    yield Block("about", chamber_name(sitting.chamber))
    yield Block("link", "This debate", url=section.permalink)
    for seen in history.history:
        changes = f", {_counted(seen.changes)} here last" if seen.changes else ""
        witness = ", another source of the same sitting" if seen.witness else ""
        waits = f", held back ({seen.held_back})" if seen.held_back else ""
        yield Block("about", f"Edition {seen.revision}: {seen.source}, first seen {seen.seen}{changes}{witness}{waits}")
    for changed in history.changed:
        yield from _changed(changed)
    if not history.changed:
        yield Block("text", "No contribution is known to have read otherwise.")
    for gone in history.withdrawn:
        since = f" since {gone.since}" if gone.since else ""
        reason = f": {gone.reason}" if gone.reason else ""
        kept = f"; the sha256 of its words is {gone.sha256}" if gone.sha256 else "; no file held has its words"
        yield Block("note", f"{gone.id} is {gone.why}{since}{reason}{kept}.")
    for told in history.disagreements:
        yield Block("note", _differs(told))
    yield Block("notice", history.licence)
    yield Block("notice", NOT_OFFICIAL)


def marked(diff: tuple[tuple[str, str], ...]) -> str:
    """A word diff on one line.

    >>> marked((("same", "We shall build"), ("removed", "two"), ("added", "three"), ("same", "piers.")))
    'We shall build [-two-] {+three+} piers.'
    """
    signs = {"same": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(signs[kind].format(words) for kind, words in diff)


def _changed(changed: Changed) -> Iterator[Block]:
    details = (*((f"col {changed.column}",) if changed.column else ()), f"revision {changed.revision} today")
    yield Block("attribution", changed.attribution or "Nobody named", details=details)
    for wording in changed.wordings:
        yield Block("note", _about(wording))
        if wording.text is not None:
            yield Block("text", marked(wording.diff) if wording.diff else wording.text)


def _differs(told: Disagreement) -> str:
    if told.id is None:
        return f"Only in another source: {told.other} ({told.differs})"
    return f"{told.id}, {told.field}: here “{told.leading}”, in another source “{told.differs}” ({told.other})"


def _counted(changes: int) -> str:
    if changes == 1:
        return "1 contribution reads otherwise or stands"
    return f"{changes:,} contributions read otherwise or stand"


def _about(wording: Wording) -> str:
    became = {"split": ", later split in two", "merged": ", later run together with another"}.get(wording.how, "")
    missing = "" if wording.text is not None else "; its words are in no file held"
    return f"Revision {wording.revision}, from {wording.source}, first seen {wording.seen}{became}{missing}"
