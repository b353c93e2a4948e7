"""What two members said to each other, against a few lines written another way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.extracts.exchange import exchanges
from onrecord.extracts.turns import Turn


def turns_of(script: str) -> list[Turn]:
    """One letter a turn: S speaks from the Chair, small letters are gestures, "." is nobody's."""
    return [
        Turn(
            str(place),
            0,
            "gesture" if letter.islower() else "speech",
            None if letter == "." else letter.upper(),
            role="chair" if letter == "S" else None,
            procedural=letter == ".",
        )
        for place, letter in enumerate(script)
    ]


def ids(script: str, a: str = "A", b: str = "B") -> list[int]:
    return sorted(map(int, exchanges(turns_of(script), a, b)))


def test_only_what_stands_next_to_each_other() -> None:
    assert ids("ABCACBA") == [0, 1, 5, 6]


def test_the_chair_gestures_and_nobodys_words_are_set_aside() -> None:
    assert ids("ASc.BC") == [0, 4]


def test_somebody_else_parts_them() -> None:
    assert ids("ACB") == []


def test_words_alone_are_no_exchange() -> None:
    assert ids("ASAC") == []
    assert ids("AA", "A", "A") == []


def test_what_is_said_twice_running_belongs_to_it() -> None:
    assert ids("CASABC") == [1, 3, 4]


def test_an_exchange_with_the_chair_itself() -> None:
    assert ids("CASC", "A", "S") == [1, 2]


@given(st.text("ABCSab.", max_size=20))
def test_the_same_as_joining_letters(script: str) -> None:
    heard = [(place, letter) for place, letter in enumerate(script) if letter in "ABC"]
    stretches, text = [], "".join(letter for _, letter in heard)
    start = 0
    for part in text.split("C"):
        stretches.append((part, heard[start : start + len(part)]))
        start += len(part) + 1
    expected = [place for part, places in stretches if {"A", "B"} <= set(part) for place, _ in places]
    assert ids(script) == expected
    assert ids(script, "B", "A") == expected
