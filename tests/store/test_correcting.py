"""Which words a correction corrects: one contribution, or the reason why none is said to be it."""

from __future__ import annotations

import pytest

from onrecord.normal import normalise
from onrecord.proceedings.columns import Columns
from onrecord.store.correcting import _chosen, _Standing

WORDS = "There are three lamps at Wick harbour"


def stands(own: str, text: str, column: int, voice: str = "twfy:1") -> _Standing:
    return _Standing(own, "commons-chamber/2018-02-06", voice, normalise(text), Columns("", column, column))


ONE = stands("one", f"{WORDS}, and no more.", 12)
TWIN = stands("twin", f"I say again: {WORDS.lower()}.", 30)
SHORT = stands("short", "Yes, three.", 12)
SHORTER = stands("shorter", "No: three.", 12)
OTHERS = stands("other", f"{WORDS}.", 12, voice="twfy:2")


@pytest.mark.parametrize(
    ("quote", "column", "held", "found"),
    [
        (WORDS, 12, [ONE], ("one", "column and text")),
        (WORDS, 40, [ONE], ("one", "text")),  # the column is wrong, and only one reads so
        (WORDS, 12, [ONE, TWIN], ("one", "column and text")),  # the column chooses
        (WORDS, 40, [ONE, TWIN], (None, "several contributions of that day read so")),
        (WORDS, 12, [ONE, OTHERS], ("one", "column and text")),  # who is corrected chooses
        (WORDS, 12, [ONE, stands("again", f"{WORDS}!", 12)], (None, "several contributions there read so")),
        ("three", 12, [SHORT], ("short", "column")),
        ("three", 12, [SHORT, SHORTER], (None, "the reference leads to several contributions")),
        ("three", 40, [SHORT], (None, "the reference leads to several contributions, or to none")),
        ("There are thre lamps at Wick harbour", 12, [ONE], ("one", "column and near text")),
        ("There are thre lamps at Wick harbour", 12, [OTHERS], (None, "nothing held of that day has these words")),
        ("The fog lifted over the harbour at last", 12, [ONE], (None, "nothing held of that day has these words")),
    ],
)
def test_one_contribution_or_the_reason(
    quote: str, column: int, held: list[_Standing], found: tuple[str | None, str]
) -> None:
    for order in (held, held[::-1]):
        chosen = _chosen(quote, "twfy:1", [Columns("", column, column)], order)
        assert chosen.target == found[0]
        told = chosen.basis if found[0] else chosen.reason
        assert (told or "").startswith(found[1])
