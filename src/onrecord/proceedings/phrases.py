"""Set words of the House, loaded from `phrases.toml`.

What a contribution is often stands in its first words: "On a point of order", "I beg to
move". They are data, with their sources, and looked for only in the first 200 characters,
since a speech may quote any of them. Matching is by plain comparison, never by patterns
over a whole speech, because every contribution of the record passes here.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

HEAD = 200  # characters of a contribution in which its set words are looked for


class Phrases(NamedTuple):
    """One family of set words. `most_words` limits how long a contribution of it may be (0: no limit).

    `common` is what all of `holds` have in common: where it is missing none of them need be looked for. `ends` are
    last words, which `fit` does not look at.
    """

    opens: tuple[str, ...]
    holds: tuple[str, ...]
    not_opens: tuple[str, ...]
    ends: tuple[str, ...]
    most_words: int
    common: str

    def fit(self, head: str) -> bool:
        """Whether the first characters of a contribution show these set words, however long it is."""
        if head.startswith(self.opens):
            return not head.startswith(self.not_opens)
        if self.common in head:
            for phrase in self.holds:  # a plain loop: this runs for every contribution
                if phrase in head:
                    return True
        return False


@cache
def phrases(family: str) -> Phrases:
    """The set words of a family, by its name in the data file.

    >>> phrases("point_of_order").fit("On a point of order, Mr Speaker.")
    True
    """
    entry = _read()[family]
    opens, holds, not_opens, ends = (tuple(entry.get(sign, ())) for sign in ("opens", "holds", "not_opens", "ends"))
    return Phrases(opens, holds, not_opens, ends, entry.get("most_words", 0), _in_all(holds))


def _in_all(texts: tuple[str, ...]) -> str:
    """The longest stretch of characters that stands in every one of some texts.

    >>> _in_all(("I beg to move", "I formally move it")), _in_all(("statement", "update")), _in_all(())
    (' move', 'ate', '')
    """
    shortest = min(texts, key=len, default="")
    stretches = (shortest[start:end] for start in range(len(shortest)) for end in range(start + 1, len(shortest) + 1))
    return max((each for each in stretches if all(each in text for text in texts)), key=len, default="")


@cache
def first_person() -> tuple[str, ...]:
    """Words by which somebody speaks of himself or herself, with the blanks around them."""
    return tuple(_read()["first_person"]["words"])


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("phrases.toml").read_text(encoding="utf-8"))
