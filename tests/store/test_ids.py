"""Ids must be the same on any machine, and must not collide."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.store.ids import earliest, own_id


def test_an_id_is_the_same_everywhere() -> None:
    # by coreutils: printf x | b2sum -l 64
    assert own_id("c", "x") == "c4adf4367f96e584f"


@given(st.lists(st.text(min_size=1), min_size=2, unique=True))
def test_different_sources_have_different_ids(sources: list[str]) -> None:
    assert len({own_id("c", source) for source in sources}) == len(sources)


EDITIONS = [f"uk.org.publicwhip/debate/2019-08-12{e}.{c}.{n}" for e in "ab" for c in (9, 10) for n in (2, 11)]


@given(st.permutations(EDITIONS))
def test_the_earliest_edition_names_it_whatever_the_order(ids: list[str]) -> None:
    assert earliest(ids) == "uk.org.publicwhip/debate/2019-08-12a.9.2"


def test_figures_that_are_no_number_are_letters_of_an_id() -> None:
    assert earliest(["x/2019².10", "x/2019².9"]) == "x/2019².9"
