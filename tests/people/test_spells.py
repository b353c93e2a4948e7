"""Memberships from several lists: one spell where they mean one, with the better end, and no party unseen."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from onrecord.people.facts import Sat
from onrecord.people.spells import merge_spells


def sat(
    spell: str | None,
    start: str,
    end: str | None,
    as_of: str,
    *,
    party: str | None = "Labour",
    seat: str | None = "Muchbinding",
) -> Sat:
    house = "commons" if seat else "lords"
    ends = date.fromisoformat(end) if end else None
    return Sat("member/1", house, seat, party, date.fromisoformat(start), ends, f"list of {as_of}", as_of, None, spell)


def test_a_newer_list_knows_the_end() -> None:
    (spell,) = merge_spells(
        [sat("m/1", "2005-05-05", None, "2009-12-13"), sat("m/1", "2005-05-05", "2010-04-12", "2015-03-31")], {}
    )
    assert (spell.start, spell.end) == (date(2005, 5, 5), date(2010, 4, 12))
    assert "2009" in spell.source
    assert "2015" in spell.source


def test_a_newer_still_does_not_undo_an_end() -> None:
    (spell,) = merge_spells(
        [sat("m/1", "2005-05-05", "2010-04-12", "2010-12-13"), sat("m/1", "2005-05-05", None, "2015-03-31")], {}
    )
    assert spell.end == date(2010, 4, 12)


def test_a_party_that_was_overwritten_is_kept_for_the_day_it_was_seen() -> None:
    spells = merge_spells(
        [
            sat("l/1", "1988-01-01", None, "2009-11-30", party="Conservative", seat=None),
            sat("l/1", "1988-01-01", None, "2015-03-31", party="Crossbench", seat=None),
        ],
        {},
    )
    assert {(s.party, s.start, s.as_of) for s in spells} == {
        ("Conservative", date(1988, 1, 1), date(2009, 11, 30)),
        ("Crossbench", None, date(2015, 3, 31)),
    }


def test_a_spell_over_several_parliaments_fills_only_what_terms_leave_open() -> None:
    spells = merge_spells(
        [
            sat("m/1", "2010-05-06", "2015-03-30", "2015-03-31"),
            sat("m/2", "2015-05-07", "2017-05-03", "2017-05-04"),
            sat(None, "2010-05-06", "2024-05-30", "2024-07-05"),
        ],
        {},
    )
    assert [(s.start, s.end) for s in spells] == [
        (date(2010, 5, 6), date(2015, 3, 30)),
        (date(2015, 5, 7), date(2017, 5, 3)),
        (date(2017, 5, 4), date(2024, 5, 30)),
    ]


def test_another_seat_is_another_spell() -> None:
    spells = merge_spells(
        [sat("m/1", "2010-05-06", None, "2015-03-31"), sat(None, "2010-05-06", "2015-03-30", "2024-07-05", seat="Fen")],
        {},
    )
    assert len(spells) == 2


def test_another_spelling_of_a_seat_is_the_same_seat() -> None:
    facts = [
        sat("m/1", "2010-05-06", None, "2015-03-31"),
        sat(None, "2010-05-06", "2019-11-06", "2024-07-05", seat="Much Binding"),
    ]
    (spell,) = merge_spells(facts, {"much binding": "muchbinding"})
    assert (spell.constituency, spell.end) == ("Muchbinding", date(2019, 11, 6))


def test_a_list_that_names_no_party_does_not_prolong_one() -> None:
    facts = [
        sat("m/1", "2015-05-07", None, "2020-10-21"),
        sat(None, "2015-05-07", None, "2024-07-05", party=None, seat="Muchbinding"),
    ]
    by_party = {s.party: s for s in merge_spells(facts, {})}
    assert by_party["Labour"].as_of == date(2020, 10, 21)
    assert by_party[None].start == date(2020, 10, 22)


DAYS = st.dates(date(2000, 1, 1), date(2020, 12, 31))
SATS = st.builds(
    lambda spell, start, length, open_ended, as_of, party, seat: sat(
        spell,
        start.isoformat(),
        None if open_ended else date.fromordinal(start.toordinal() + length).isoformat(),
        as_of.isoformat(),
        party=party,
        seat=seat,
    ),
    st.sampled_from([None, None, "m/1", "m/2"]),
    DAYS,
    st.integers(0, 2000),
    st.booleans(),
    DAYS,
    st.sampled_from(["Labour", "Conservative", None]),
    st.sampled_from(["Muchbinding", "Fen", None]),
)


@given(st.lists(SATS, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_lists_does_not_matter(sats: list[Sat], random: object) -> None:
    shuffled = sorted(sats, key=lambda s: random.random())  # type: ignore[attr-defined]
    assert merge_spells(sats, {}) == merge_spells(shuffled, {})


@given(st.lists(SATS, max_size=6))
def test_reading_a_list_twice_changes_nothing(sats: list[Sat]) -> None:
    assert merge_spells([*sats, *sats], {}) == merge_spells(sats, {})
