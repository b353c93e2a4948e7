"""The addresses of one search with each value of a filter: they say what the address of each alone says."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.search_asked import SearchAsked

TEXT = st.text(min_size=1, max_size=12)
SEARCHES = st.builds(
    SearchAsked,
    query=st.text(max_size=12),
    member=st.none() | TEXT,
    party=st.none() | TEXT,
    kind=st.none() | TEXT,
    start=st.none() | st.dates(),
    end=st.none() | st.dates(),
    session=st.none() | TEXT,
    sort=st.sampled_from(["relevance", "newest"]),
    page=st.integers(1, 9),
)


@given(SEARCHES, st.sampled_from(["member", "party", "kind", "house"]), st.lists(TEXT, max_size=4))
def test_many_addresses_are_those_of_each(asked: SearchAsked, name: str, values: list[str]) -> None:
    assert asked.addresses(name, values) == [asked.address(**{name: value}) for value in values]


@given(SEARCHES, st.lists(st.integers(1000, 9999), max_size=4))
def test_a_year_is_its_days(asked: SearchAsked, years: list[int]) -> None:
    each = [asked.address(start=date(year, 1, 1), end=date(year, 12, 31)) for year in years]
    assert asked.addresses("year", [str(year) for year in years]) == each
