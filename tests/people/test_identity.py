"""Two people are never made one by an id that leads to both; what lists contradict is recorded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.people.facts import Fact, Named, Redirect, Same
from onrecord.people.identity import identify


def same(key: str, to: str, as_of: str = "2010-01-01") -> Same:
    return Same(key, to, f"list of {as_of}", as_of)


def test_ids_of_one_person_come_together_through_any_of_them() -> None:
    found = identify([same("member/1", "person/10"), same("member/1", "mnis:5"), same("lord/7", "mnis:5")], ["lord/7"])
    assert len(set(found.group.values())) == 1
    assert set(found.persons.values()) == {"person/10"}
    assert found.conflicts == ()


def test_an_official_id_claimed_for_two_persons_makes_nobody_one() -> None:
    found = identify([same("mnis:5", "person/10"), same("mnis:5", "person/11")], ["mnis:5", "person/10", "person/11"])
    assert len({found.group[key] for key in ("mnis:5", "person/10", "person/11")}) == 3
    assert any("mnis:5" in c and "given to none" in c for c in found.conflicts)


def test_a_newer_list_has_an_id_that_an_older_gives_to_another() -> None:
    facts: list[Fact] = [
        same("lord/7", "person/10", "2009-01-01"),
        same("member/3", "person/10", "2015-01-01"),
        same("lord/7", "person/11", "2015-01-01"),
    ]
    found = identify(facts, [])
    assert found.group["lord/7"] == found.group["person/11"] != found.group["person/10"]
    assert any("lord/7" in c for c in found.conflicts)


def test_a_tie_through_a_third_id_never_unites_two_persons() -> None:
    facts = [
        same("member/1", "person/10"),
        same("member/2", "person/11"),
        same("member/1", "mnis:5"),
        same("member/2", "mnis:5"),
    ]
    found = identify(facts, [])
    assert found.group["person/10"] != found.group["person/11"]
    assert any("kept apart" in c for c in found.conflicts)


def test_a_redirect_unites_and_is_followed_to_its_end() -> None:
    facts: list[Fact] = [
        Redirect("person/10", "person/11", "csv"),
        Redirect("person/11", "person/12", "csv"),
        same("mnis:5", "person/10"),
        same("mnis:5", "person/12"),
    ]
    found = identify(facts, ["person/10", "person/11"])
    assert len({found.group[k] for k in ("person/10", "person/11", "person/12", "mnis:5")}) == 1
    assert found.conflicts == ()


def test_redirects_in_a_circle_are_reported_and_end() -> None:
    found = identify(
        [Redirect("person/10", "person/11", "csv"), Redirect("person/11", "person/10", "csv")], ["person/10"]
    )
    assert found.group["person/10"] == found.group["person/11"]
    assert any("circle" in c for c in found.conflicts)


def test_somebody_whose_every_seat_a_newer_list_gives_to_another_is_that_other() -> None:
    facts: list[Fact] = [
        Named("person/10", "Lord Marsh", "list of 2009", "2009-01-01", weight="latest"),
        same("lord/7", "person/10", "2009-01-01"),
        same("lord/7", "person/11", "2015-01-01"),
        same("member/3", "person/11", "2015-01-01"),
    ]
    found = identify(facts, ["person/10"])
    assert found.redirects == {"person/10": "person/11"}
    assert any("person/10" in c for c in found.conflicts)
    still_known = Named("person/10", "Lord Marsh", "list of 2016", "2016-01-01", weight="latest")
    assert identify([*facts, still_known], ["person/10"]).redirects == {}


TIES = st.builds(
    same,
    st.sampled_from(["member/1", "member/2", "mnis:5", "lord/7"]),
    st.sampled_from(["person/10", "person/11", "person/12", "mnis:5", "hansard:1"]),
    st.sampled_from(["2009-01-01", "2015-01-01", ""]),
)
REDIRECTS = st.builds(
    Redirect, st.sampled_from(["person/10", "person/11"]), st.sampled_from(["person/11", "person/12"]), st.just("csv")
)


@given(st.lists(st.one_of(TIES, REDIRECTS), max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_matter(facts: list[Fact], random: object) -> None:
    shuffled = sorted(facts, key=lambda f: random.random())  # type: ignore[attr-defined]
    keys = ["member/1", "member/2", "mnis:5", "lord/7", "person/10", "person/11", "person/12"]
    assert identify(facts, keys) == identify(shuffled, keys)


@given(st.lists(TIES, max_size=8))
def test_without_a_redirect_persons_named_in_the_newest_list_stay_apart(facts: list[Fact]) -> None:
    people = ["person/10", "person/11", "person/12"]
    named = [Named(p, p, "list of 2020", "2020-01-01", weight="latest") for p in people]
    found = identify([*facts, *named], people)
    assert len({found.group[p] for p in people}) == 3
