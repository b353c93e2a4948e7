"""What was moved on a provision, by whom, and what became of it, in the record's own words.

The Commons print the words of an amendment in its mover's speech; the Lords before it, as
the record's own. What became of it is the first of the House's set words after it that
tells an end (withdrawn, agreed to, negatived), with the division before them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from ..proceedings.bill_words import amendments_moved
from .bill_stages import Said, Unit
from .provision_uses import Use

_END = re.compile(
    r"\b(?:withdrawn|agreed to|agreed|negatived|disagreed|not moved|amendments? made|stand part)\b", re.IGNORECASE
)
_DIVIDED = re.compile(r"\b(?:divided|division on)\b|\bContents? \d+", re.IGNORECASE)
_SET_WORDS = frozenset({"procedural", "gesture"})


class Moved(NamedTuple):
    """Something moved: its labels, the contribution that moves it, the mover's speech, and its end."""

    labels: tuple[str, ...]
    unit: Unit
    moved: Said
    speech: Said | None
    outcome: tuple[str, ...]


def moved_on(uses: Sequence[Use], on: Callable[[Use], bool]) -> list[Moved]:
    """What is moved in those uses that are on the provision, in order."""
    found: list[Moved] = []
    for place, use in enumerate(uses):
        spoken_to = bool(found) and found[-1].speech is use.said  # the mover says again what the record printed
        if spoken_to or not on(use) or use.said.row["kind"] not in ("motion", "procedural"):
            continue
        paragraphs = [paragraph.text for paragraph in use.said.cell.paragraphs]
        labels = amendments_moved(paragraphs)
        if labels and not re.match(r"^(?:amendments? made|division)\b", paragraphs[0], re.IGNORECASE):
            after = uses[place + 1 :]
            found.append(Moved(labels, use.unit, use.said, _speech(use, after), _outcome(use, after)))
    return found


def _speech(use: Use, after: Sequence[Use]) -> Said | None:
    """The speech that follows the record's own words of an amendment."""
    if use.said.row["kind"] != "procedural":
        return None
    following = after[0] if after else None
    spoken = following is not None and following.spoken and following.unit is use.unit
    return following.said if following and spoken else None


def _outcome(use: Use, after: Sequence[Use]) -> tuple[str, ...]:
    told: list[str] = []
    for later in after:
        if later.unit is not use.unit:
            break
        for paragraph in later.said.cell.paragraphs:
            if not _set_words(later, paragraph.kind):
                continue
            if _DIVIDED.search(paragraph.text):
                told.append(paragraph.text)
            elif _END.search(paragraph.text) and len(paragraph.text) < 200:
                return (*told, paragraph.text)
    return ()


def _set_words(use: Use, kind: str) -> bool:
    return use.said.row["kind"] in _SET_WORDS or kind == "procedural"
