"""Who presides, by title and by day."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from onrecord.people.chairs import chair_facts, chair_on, chair_posts, presides


@pytest.mark.parametrize(
    "title",
    [
        "Mr. Speaker",
        "Madam Deputy Speaker",
        "Mr. Deputy Speaker",
        "The Chairman of Ways and Means",
        "The First Deputy Chairman of Ways and Means",
        "Deputy Speaker (First Deputy Chairman of Ways and Means)",
        "Deputy Speaker (Lords)",
        "The Lord Speaker",
        "Chairman of Committees, House of Lords",
        "Speaker of the House of Commons",
    ],
)
def test_the_chair_is_known_by_its_titles(title: str) -> None:
    assert presides(title)


@pytest.mark.parametrize(
    "title",
    ["Chair, Health Committee", "Leader of the House of Commons", "Lord Chancellor", "Chair, Conservative Party", ""],
)
def test_others_do_not_preside(title: str) -> None:
    assert not presides(title)


def test_the_chair_of_march_2023_is_known_though_the_lists_end_in_2020() -> None:
    names = [post.name for post in chair_on(date(2023, 3, 28))]
    assert names[0] == "Lindsay Hoyle"
    assert set(names[1:]) == {"Eleanor Laing", "Rosie Winterton", "Nigel Evans", "Roger Gale"}


def test_nobody_is_vouched_for_after_the_files_day() -> None:
    assert chair_on(max(post.as_of for post in chair_posts())) != ()
    assert chair_on(date(2099, 1, 1)) == ()


def test_one_speaker_at_a_time_but_for_the_day_of_a_change() -> None:
    speakers = sorted((p.start, p.end or p.as_of) for p in chair_posts() if p.title.startswith("Speaker"))
    assert all(later[0] >= earlier[1] for earlier, later in pairwise(speakers))
    assert speakers[0][0] < date(1993, 1, 1)


def test_every_post_is_a_presiding_one_with_an_id() -> None:
    assert all(presides(post.title) and post.keys for post in chair_posts())
    assert {fact.kind for fact in chair_facts()} == {"parliamentary"}
