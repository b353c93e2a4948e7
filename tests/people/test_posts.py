"""What titles mean: whips, private secretaries and shadows are not what their titles name."""

from __future__ import annotations

import pytest

from onrecord.people.posts import is_opposition, is_pps, is_whip, kind_of, ranks, seniority, settled_kind


@pytest.mark.parametrize(
    "title",
    [
        "The Lord Commissioner of Her Majesty's Treasury",
        "Lord Commissioner of His Majesty’s Treasury",
        "Lords Commissioner, HM Treasury",
        "Assistant Whip (HM Treasury)",
        "Parliamentary Secretary to the Treasury",
        "Parliamentary Secretary to the Treasury (Chief Whip)",
        "The Vice-Chamberlain of Her Majesty's Household",
        "Comptroller (HM Household) (Deputy Chief Whip, House of Commons)",
        "Deputy Chief Whip and Treasurer of HM Household",
        "Government Whip",
    ],
)
def test_commons_whips_are_whips(title: str) -> None:
    assert is_whip(title)


@pytest.mark.parametrize(
    "title",
    [
        "Chancellor of the Exchequer",
        "The Financial Secretary to the Treasury",
        "Minister of State (HM Treasury)",
        "Parliamentary Secretary, Cabinet Office",
        "Parliamentary Secretary, HM Treasury",  # so the lists of 2007 to 2010 title a minister; another was Chief Whip
        "Baroness in Waiting (HM Household) (Whip)",
        "Parliamentary Under-Secretary (Department for Transport) (and Deputy Chief Whip)",
    ],
)
def test_ministers_are_not_whips(title: str) -> None:
    assert not is_whip(title)


def test_private_secretaries_and_shadows_are_told_by_their_titles() -> None:
    assert is_pps("PPS (Rt Hon A Person, Secretary of State), Home Office")
    assert is_pps("Parliamentary Private Secretary to the Prime Minister")
    assert not is_pps("Parliamentary Secretary, Office of the Leader of the House")
    assert is_opposition("Shadow Chancellor of the Exchequer")
    assert is_opposition("Leader of Her Majesty's Official Opposition")
    assert not is_opposition("Lords Spokesperson (Department for Transport)")


def test_a_title_of_two_posts_holds_both() -> None:
    assert ranks("Lord Chancellor and Secretary of State for Justice") == {"lord-chancellor", "secretary-of-state"}
    assert ranks("Parliamentary Under-Secretary of State for Health") == {"under-secretary"}
    assert ranks("Prime Minister") == {"prime-minister"}
    assert ranks("Deputy Prime Minister") == {"deputy-prime-minister"}
    assert not ranks("Member, Health Committee")


def test_posts_have_an_order() -> None:
    titles = [
        "Prime Minister",
        "Chancellor of the Exchequer",
        "Secretary of State for Defence",
        "Minister of State, Home Office",
        "Special Envoy for Puddings",
    ]
    assert sorted(titles, key=lambda t: t == "Prime Minister")[-1] == "Prime Minister"
    assert [seniority(t) for t in titles[:2]] == sorted(seniority(t) for t in titles[:2])
    assert max(titles, key=seniority) == titles[-1]
    assert seniority(titles[2]) < seniority(titles[3])


@pytest.mark.parametrize(
    ("role", "body", "known", "kind"),
    [
        ("Secretary of State", "Home Office", True, "government"),
        ("Assistant Whip", "HM Treasury", True, "government"),
        ("Vice Chamberlain", "HM Household", False, "government"),
        ("Lord Privy Seal", "House of Commons", False, "government"),
        ("Deputy Leader of the House of Lords", "House of Lords", False, "government"),
        ("Deputy Leader", "House of Lords", False, "opposition"),
        ("Chief Whip", "House of Commons", False, "opposition"),
        ("Whip", "Whips", False, "opposition"),
        ("Shadow Minister", "Health", True, "opposition"),
        ("Spokesperson in the Lords", "Home Affairs", True, "opposition"),
        ("Family & Children", "Health", True, "opposition"),
        ("PPS (Team PPS)", "Home Office", True, "pps"),
        ("", "Health Committee", False, "committee"),
        ("Chairman", "Health Committee", False, "committee"),
        ("Second Church Estates Commissioner", "House of Commons", False, "parliamentary"),
    ],
)
def test_the_kind_of_a_post_is_read_from_role_and_body(role: str, body: str, known: bool, kind: str) -> None:
    assert kind_of(role, body, known_department=known) == kind


def test_no_list_makes_a_minister_of_a_private_secretary_or_a_church_commissioner() -> None:
    assert settled_kind("PPS (A Person), Home Office", "government") == "pps"
    assert settled_kind("The Second Church Estates Commissioner", "government") == "parliamentary"
    assert settled_kind("Shadow Minister (Health)", "government") == "opposition"
    assert settled_kind("Minister of State", "government") == "government"
    assert settled_kind("Chair, Health Committee", "committee") == "committee"
