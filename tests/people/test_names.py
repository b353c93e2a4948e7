"""Names are compared without what makes two printings of one name differ, and with what makes two people two."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.people.names import fold, peer_name, plain, slug_of

NAMES = st.text(st.characters(codec="utf-8"), max_size=40)


@pytest.mark.parametrize(
    "printed",
    [
        "Orla Quillfeather",
        "Rt Hon Orla Quillfeather MP",
        "the right hon. ORLA QUILLFEATHER",
        "Dame Orla Quillfeather DBE",
        "Órla  Quillféather",
    ],
)
def test_one_person_printed_in_many_ways_is_one_name(printed: str) -> None:
    assert fold(printed) == "orla quillfeather"


def test_a_title_of_peerage_is_part_of_the_name() -> None:
    assert len({fold(n) for n in ("Mr Marsh", "Lord Marsh", "Baroness Marsh", "Lord Marsh of Fen", "Lady Marsh")}) == 5


def test_a_name_made_of_honorifics_alone_is_not_lost() -> None:
    assert fold("Sir") == "sir"
    assert fold("Mr. Speaker") == "speaker"


def test_a_bishop_is_found_with_and_without_lord() -> None:
    assert fold("The Lord Bishop of Saltmarsh") == fold("Bishop of Saltmarsh")


@given(NAMES)
def test_folding_again_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@given(NAMES)
def test_case_and_spaces_never_matter(name: str) -> None:
    assert fold(f"  {name} ") == fold(name)


def test_a_shown_name_keeps_what_it_was_given_for() -> None:
    assert plain("Rt Hon Sir Bartle Finch") == "Sir Bartle Finch"
    assert plain("Mrs Ada Loom") == "Ada Loom"
    assert plain("Mr") == "Mr"


@given(NAMES, st.integers(1, 99999))
def test_a_slug_is_safe_in_an_address_and_ends_in_the_id(name: str, number: int) -> None:
    slug = slug_of(name, f"twfy:{number}")
    assert re.fullmatch(r"[^\W_]+(-[^\W_]+)*", slug)
    assert slug.endswith(str(number))


def test_slugs_tell_the_services_apart() -> None:
    slugs = {slug_of("Ada Loom", person_id) for person_id in ("twfy:77", "mnis:77", "member:77", "lord:77")}
    assert len(slugs) == 4


def test_a_peer_is_named_by_place_or_by_name_and_place() -> None:
    assert peer_name("Lord", "Marsh", "Fen") == "Lord Marsh of Fen"
    assert peer_name("Bishop", "", "Saltmarsh") == "Bishop of Saltmarsh"
