"""The rows of what a sitting no longer is: earlier wordings, and what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..reading import ReadSitting
from .assemble import Assembled
from .history import Gone, numbered
from .ids import own_id
from .rows import encode, wording_cell
from .told import spoken
from .witnesses import COUNTS, ONLY_IN_OTHER, VOTE, VOTERS

PREFIX = {"contribution": "c", "section": "s", "division": "d"}


def revision_rows(assembled: Assembled, sitting: ReadSitting, sitting_id: str) -> Iterator[dict[str, Any]]:
    """One row for each earlier wording of each contribution."""
    for item in spoken(sitting):
        versions = assembled.versions.get(item.source_id)
        if not versions:
            continue
        number = numbered(versions)
        own = own_id("c", assembled.known.get(item.source_id, (item.source_id,))[0])
        for place, version in enumerate(versions):
            yield {
                "contribution_id": own,
                "place": place,
                "number": number[version.edition],
                "sitting_id": sitting_id,
                "sha256": version.sha256,
                "how": version.how,
                "data": encode(wording_cell(version.said, (version.source_id,), version.edition)),
            }


def disagreement_rows(assembled: Assembled, sitting_id: str) -> Iterator[dict[str, Any]]:
    """One row for each thing that two sources tell differently."""
    for place, told in enumerate(assembled.disagreements):
        known = assembled.known.get(told.source_id, (told.source_id,))
        yield {
            "sitting_id": sitting_id,
            "place": place,
            "contribution_id": None if told.field == ONLY_IN_OTHER else own_id(_prefix(told.field), known[0]),
            "field": told.field,
            "leading": told.leading,
            "differs": told.differs,
            "other": told.other,
        }


def _prefix(field: str) -> str:
    return PREFIX["division" if field in (COUNTS, VOTE, VOTERS) else "contribution"]


def gone_row(gone: Gone, sitting_id: str) -> dict[str, Any]:
    """The row of something that the source withdrew, or the keeper took out."""
    return {
        "id": own_id(PREFIX[gone.kind], gone.known[0]),
        "sitting_id": sitting_id,
        "kind": gone.kind,
        "why": gone.why,
        "reason": gone.reason,
        "since": gone.at,
        "last_sha256": gone.last,
        "since_sha256": gone.since,
        "data": encode(wording_cell(gone.said, gone.known)),
    }


def gone_aliases(gone: Gone, sitting_id: str) -> Iterator[dict[str, Any]]:
    """Every id that something withdrawn had, each leading to it in one step."""
    prefix = PREFIX[gone.kind]
    own = own_id(prefix, gone.known[0])
    for alias in {*gone.known, *(own_id(prefix, known) for known in gone.known)} - {own}:
        yield {"alias": alias, "target": own, "kind": "gone", "sitting_id": sitting_id}
