"""Name lines in the forms in which both Houses print them, each taken apart into who, as what, for where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.people.names import fold
from onrecord.people.printed import Printed, is_office, read_printed

ASIDES = ("[V]", "[Chair, Fog Committee]", "– [Sir Hal Rook in the Chair]", "[V]:", "[after a pause]")
NUMBERS = ("1.", "Q1.", "T2.", "S3.", "10. [295463]", "[295463]", "T11. [903551]")


@pytest.mark.parametrize("aside", ASIDES)
def test_what_stands_in_square_brackets_behind_a_name_is_no_part_of_it(aside: str) -> None:
    assert read_printed(f"Baroness Quill of Tarn (LD) {aside}") == Printed(
        "Baroness Quill of Tarn", party="Liberal Democrat"
    )
    office = read_printed(f"The Minister of State, Home Office (Baroness Quill) (Con) {aside}")
    assert office == Printed("Baroness Quill", "The Minister of State, Home Office", party="Conservative")
    assert read_printed(f"Mr. Speaker {aside}") == Printed(office="Mr. Speaker")


def test_a_line_that_is_bracketed_whole_is_read() -> None:
    assert read_printed("[Mr. SPEAKER]") == Printed(office="Mr. SPEAKER")
    assert read_printed("[Sir Hal Rook in the Chair]") == Printed("Sir Hal Rook")


@pytest.mark.parametrize("number", NUMBERS)
def test_the_number_of_a_question_is_no_part_of_the_name(number: str) -> None:
    assert read_printed(f"{number} Mr. Hal Rook (Fen, West) (Con)") == Printed(
        "Mr. Hal Rook", seat="Fen, West", party="Conservative"
    )


@pytest.mark.parametrize(
    ("printed", "party"),
    [
        ("CB", "Crossbench"),
        ("Lab Co-op", "Labour (Co-op)"),
        ("Lab/Co-op", "Labour (Co-op)"),
        ("Non-Afl", "Non-affiliated"),
        ("TUV", "Traditional Unionist Voice"),
        ("IGC", "The Independent Group for Change"),
        ("Ind SD", "Independent Social Democrat"),
    ],
)
def test_a_party_is_a_party_and_no_seat(printed: str, party: str) -> None:
    assert read_printed(f"Lord Quill of Tarn ({printed})") == Printed("Lord Quill of Tarn", party=party)


def test_whom_somebody_speaks_for_behind_the_name_is_no_part_of_it() -> None:
    told = read_printed("Hal Rook (North Fen) (LD), representing the House of Commons Commission")
    assert (told.name, told.seat, told.party) == ("Hal Rook", "North Fen", "Liberal Democrat")


@pytest.mark.parametrize(
    "title", ["Mr. Speaker-Elect", "Madam Speaker-Elect", "Speaker-Elect", "The First Deputy Chairman"]
)
def test_the_chair_is_an_office_under_every_title(title: str) -> None:
    assert is_office(title)
    assert read_printed(f"{title} (Sir Hal Rook)") == Printed("Sir Hal Rook", title)


@given(st.text(max_size=60))
def test_any_line_whatever_is_read(line: str) -> None:
    for printed in (line, f"[{line}] ({line})"):
        told = read_printed(printed)
        words = fold(printed).split()
        assert all(word in words for word in fold(told.name or "").split()), "a name is made of what is printed"
