"""Which contribution of an older whole edition is which of the newer one.

A source that publishes a sitting again gives new ids and says nothing of the old. Equal
words by the same voice in the same order are the same contribution; between two such
anchors, what stands alone on both sides is the same contribution with its words changed.
What finds no partner is left without one: it was withdrawn, or split beyond telling.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from ..reading import ReadContribution, ReadSitting


def matched(older: ReadSitting, newer: ReadSitting) -> dict[str, tuple[str, bool]]:
    """For each source id of `older` that has a partner: the partner's id, and whether the words are the same."""
    pairs: dict[str, tuple[str, bool]] = {}
    _pair([(s.source_id, s.title) for s in older.sections], [(s.source_id, s.title) for s in newer.sections], pairs)
    _pair(_spoken(older), _spoken(newer), pairs)
    return pairs


def _spoken(sitting: ReadSitting) -> list[tuple[str, str]]:
    spoken = (item for item in sitting.items if isinstance(item, ReadContribution))
    return [(c.source_id, f"{c.mark.key or c.mark.name}\n" + "\n".join(p.text for p in c.paragraphs)) for c in spoken]


def _pair(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]], pairs: dict[str, tuple[str, bool]]) -> None:
    matcher = SequenceMatcher(None, [words for _, words in old], [words for _, words in new], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pairs |= {old[i1 + k][0]: (new[j1 + k][0], True) for k in range(i2 - i1)}
        elif tag == "replace" and i2 - i1 == j2 - j1:
            pairs |= {old[i1 + k][0]: (new[j1 + k][0], False) for k in range(i2 - i1)}
