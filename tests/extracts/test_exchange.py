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


def test_the_chair_and_nobodys_words_are_set_aside() -> None:
    assert ids("AS.BC") == [0, 3]


def test_a_gesture_is_a_contribution_like_another() -> None:
    assert ids("AbA") == [0, 1, 2]
    assert ids("AcB") == []


def test_somebody_else_parts_them() -> None:
    assert ids("ACB") == []


def test_words_alone_are_no_exchange() -> None:
    assert ids("ASAC") == []
    assert ids("AA", "A", "A") == []


def test_of_two_running_only_the_one_beside_the_other_belongs_to_it() -> None:
    assert ids("CASABC") == [3, 4]


def test_an_exchange_with_the_chair_itself() -> None:
    assert ids("CASC", "A", "S") == [1, 2]


@given(st.text("ABCSab.", max_size=20))
def test_the_same_as_joining_letters(script: str) -> None:
    heard = [place for place, letter in enumerate(script) if letter not in "S."]
    voices = "".join(script[place].upper() for place in heard)
    beside = {at + step for at in range(len(voices) - 1) if voices[at : at + 2] in ("AB", "BA") for step in (0, 1)}
    expected = sorted(heard[at] for at in beside)
    assert ids(script) == expected
    assert ids(script, "B", "A") == expected
