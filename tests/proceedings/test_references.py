"""References: each form in which people write one is read; what is made can be read back."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.proceedings.citation import citation, official_report
from onrecord.proceedings.columns import Columns, column_range, number_of, read_ranges, written
from onrecord.proceedings.references import is_reference, read_reference

FORMS = {  # the forms of the contract's section 7, and what people make of them
    "HC Deb 28 March 2023, vol 730, cols 809-10": ("commons", "2023-03-28", 730, "", 809, 810),
    "HC Deb 28 Mar 2023 vol 730 c809": ("commons", "2023-03-28", 730, "", 809, 809),
    "HL Deb 12 November 2009, vol 714, col 893": ("lords", "2009-11-12", 714, "", 893, 893),
    "HC Deb 26 October 2009, col 505W": ("commons", "2009-10-26", None, "W", 505, 505),
    "HL Deb 26 October 2009, col WA261": ("lords", "2009-10-26", None, "WA", 261, 261),
    "HL Deb 26 October 2009, 261WA": ("lords", "2009-10-26", None, "WA", 261, 261),
    "HC Deb 26 October 2009, cols 26WS-28WS": ("commons", "2009-10-26", None, "WS", 26, 28),
    "HC Deb 27 October 2009, col 12WH": ("commons", "2009-10-27", None, "WH", 12, 12),
    "HL Deb 27 October 2009, col GC5": ("lords", "2009-10-27", None, "GC", 5, 5),
    "HC Deb 1 July 2014, col 3P": ("commons", "2014-07-01", None, "P", 3, 3),
    "HC Deb 1 July 2014, col 6MC": ("commons", "2014-07-01", None, "MC", 6, 6),
    "HC Deb 18 December 2012 vol 555 cc77-9WS": ("commons", "2012-12-18", 555, "WS", 77, 79),
    "HC Deb (6th series) 3rd Feb. 1977, vol 389, columns 973–6": ("commons", "1977-02-03", 389, "", 973, 976),
    "Hansard, HC, 28 March 2023, column 809": ("commons", "2023-03-28", None, "", 809, 809),
    "Hansard HL 12 November 2009, col 893": ("lords", "2009-11-12", None, "", 893, 893),
    "[Official Report, 11 January 2024; Vol. 743, c. 524.]": (None, "2024-01-11", 743, "", 524, 524),
    "[Official Report, House of Lords, 12/11/09; col. 893]": ("lords", "2009-11-12", None, "", 893, 893),
    "Official Report, Commons, 2016-05-10; cols. 998 to 1001": ("commons", "2016-05-10", None, "", 998, 1001),
    "Child Poverty Bill Deb 27 October 2009, col 145": ("commons", "2009-10-27", None, "", 145, 145),
    "PBC Deb (Bill 8) 27 October 2009, col 145": ("commons", "2009-10-27", None, "", 145, 145),
    "SC Deb (A) 13 May 1998, col 345": ("commons", "1998-05-13", None, "", 345, 345),
}


@pytest.mark.parametrize("text", FORMS)
def test_each_form_is_read(text: str) -> None:
    house, day, volume, part, first, last = FORMS[text]
    read = read_reference(text)
    assert (read.house, read.date, read.volume) == (house, date.fromisoformat(day), volume)
    assert read.columns == (Columns(part, first, last),)


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("Official Report, 26 October 2009; col. 261WA", "lords"),
        ("Official Report, 26 October 2009; col. GC5", "lords"),
        ("Official Report, 26 October 2009; col. 505W", "commons"),
        ("Official Report, 26 October 2009; c. 12WH", "commons"),
        ("Official Report, 1 July 2014; col. 3P", "commons"), ("Official Report, 1 July 2014; col. 6MC", "commons"),
        ("Official Report, 26 October 2009; col. 26WS", None),  # both Houses have written statements
        ("HLWS265", "lords"), ("HCWS265", "commons"), ("Official Report, 15 January 2024, HLWS265", "lords"),
    ],
)  # fmt: skip
def test_a_house_that_is_not_named_is_told_by_the_mark_of_its_columns(text: str, house: str | None) -> None:
    assert read_reference(text).house == house


def test_committees_are_told_by_what_is_cited() -> None:
    assert read_reference("Child Poverty Bill Deb 27 October 2009, col 145").committee == "Child Poverty Bill"
    assert read_reference("PBC Deb (Bill 8) 27 October 2009, col 145").committee == "PBC (Bill 8)"
    assert read_reference("HC Deb 27 October 2009, col 145").committee is None


def test_several_ranges_are_all_read() -> None:
    read = read_reference("HC Deb 28 March 2023, cols 809-10, 815 and 1299-303")
    assert read.columns == (Columns("", 809, 810), Columns("", 815, 815), Columns("", 1299, 1303))


@pytest.mark.parametrize(
    ("text", "number", "day"),
    [
        ("HCWS265", "HCWS265", None),
        ("HC Written Statement 15 January 2024, HCWS265", "HCWS265", date(2024, 1, 15)),
        ("HC Written Answer 14 November 2023, UIN 904342", "904342", date(2023, 11, 14)),
        ("HC Deb 14 November 2023, PQ 904342", "904342", date(2023, 11, 14)),
        ("HL Written Answer 14 November 2023, UIN HL123", "HL123", date(2023, 11, 14)),
    ],
)
def test_numbers_stand_in_for_columns(text: str, number: str, day: date | None) -> None:
    read = read_reference(text)
    assert (read.number, read.date, read.columns) == (number, day, ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("HC Deb 31 February 2023, col 5", "is no day"),
        ("HC Deb 28 March 2023, vol 730", "names no column"),
        ("HC Deb vol 730, col 809", "names no day"),
        ("HC Deb 28 March 2023, cols 810-9W5GC", "names no column"),
        ("HC Deb 28 March 2023, col 5GC", "carry no mark GC"),
        ("HC Deb 28 March 2023, cols 26WS-27W", "one stream"),
        ("HC Deb 28 March 2023, cols 900-899", "backwards"),
        ("once upon a time", "names no column"),
    ],
)
def test_what_makes_no_sense_is_said(text: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        read_reference(text)
    assert said in error.value.what or said in (error.value.remedy or "")


@pytest.mark.parametrize("text", ["c0f6b93a85cdfb4e9", "/debate/2019-08-14/commons-chamber/x#c-1", "mnis:1"])
def test_ids_are_no_references(text: str) -> None:
    assert not is_reference(text)


@given(st.text(max_size=60))
def test_no_text_whatever_does_anything_but_be_read_or_be_refused(text: str) -> None:
    try:
        read = read_reference(text)
    except UsageError:
        return
    assert read.columns or read.number


STREAMS = st.sampled_from([
    ("commons", "commons-chamber", ""), ("commons", "written-answers", "W"), ("commons", "written-statements", "WS"),
    ("commons", "westminster-hall", "WH"), ("commons", "petitions", "P"), ("commons", "corrections", "MC"),
    ("commons", "public-bill-committee", ""), ("lords", "lords-chamber", ""), ("lords", "written-answers", "WA"),
    ("lords", "written-statements", "WS"), ("lords", "grand-committee", "GC"),
])  # fmt: skip


@given(
    STREAMS, st.dates(date(1803, 1, 1), date(2026, 1, 1)), st.none() | st.integers(1, 999), st.integers(1, 9999),
    st.integers(0, 30),
)  # fmt: skip
def test_what_is_made_is_read_back(
    stream: tuple[str, str, str], day: date, volume: int | None, first: int, more: int
) -> None:
    house, chamber, part = stream
    sitting = SimpleNamespace(house=house, chamber=chamber, date=day, volume=volume)
    ends = written(part, first, house), written(part, first + more, house)
    for made in (citation(sitting, *ends, bill="Fog Signals Bill"), official_report(sitting, *ends)):
        assert made is not None
        read = read_reference(made)
        assert (read.date, read.volume) == (day, volume)
        assert read.house in (house, None)
        assert read.columns == (Columns(part, first, first + more),)
        assert bool(read.committee) == (chamber == "public-bill-committee")


@given(st.integers(1, 99999), st.integers(0, 999))
def test_the_short_form_of_a_range_loses_nothing(first: int, more: int) -> None:
    short = column_range(str(first), str(first + more)) if more else str(first)
    assert read_ranges(short, "commons") == (Columns("", first, first + more),)


def test_a_column_is_a_number_with_its_stream() -> None:
    assert Columns("W", 505, 507).holds("506W")
    assert not Columns("W", 505, 507).holds("506")
    assert number_of("A5B") is None
