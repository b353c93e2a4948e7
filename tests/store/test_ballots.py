"""Two lists of the voters of one division are compared voter by voter, and nobody is said to be missing by mistake."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Person
from onrecord.reading import Vote
from onrecord.store.ballots import Ballots, PersonOf, differences_in

ADA = Person("twfy:1", "ada-marl", {"twfy": "1", "mnis": "11"}, "Ada Marl")
IRIS = Person("twfy:2", "iris-rook", {"twfy": "2", "mnis": "12"}, "Iris Rook")
TOBIAS = Person("twfy:3", "tobias-fenn", {"twfy": "3", "mnis": "13"}, "Tobias Fenn")
ROLL = {
    f"{scheme}{p.ids[name]}": p
    for p in (ADA, IRIS, TOBIAS)
    for scheme, name in (("person/", "twfy"), ("mnis:", "mnis"))
}


def told(ours: list[Vote], theirs: list[Vote], person_of: PersonOf = ROLL.get) -> list[tuple[str, str, str]]:
    ballots = Ballots("d", tuple(ours), tuple(theirs), "other")
    return [(one.field, one.leading, one.differs) for one in differences_in(ballots, person_of)]


def here(number: int, name: str, side: str = "aye", *, teller: bool = False) -> Vote:
    return Vote(f"person/{number}", name, side, teller)


def there(number: int, name: str, side: str = "aye", *, teller: bool = False) -> Vote:
    return Vote(f"mnis:{number}", name, side, teller)


def test_ids_of_two_services_that_mean_one_person_agree_whatever_is_printed() -> None:
    assert (
        told([here(1, "Marl, Ada"), here(2, "Rook, Iris", "no")], [there(12, "Dr Rook", "no"), there(11, "A. M.")])
        == []
    )


def test_who_is_told_to_have_voted_otherwise_is_named_though_the_numbers_agree() -> None:
    ours = [here(1, "Marl, Ada"), here(2, "Rook, Iris", "no")]
    theirs = [there(11, "Marl, Ada", "no"), there(12, "Rook, Iris")]
    assert told(ours, theirs) == [
        ("vote", "Ada Marl: aye", "Ada Marl: no"),
        ("vote", "Iris Rook: no", "Iris Rook: aye"),
    ]


def test_who_is_named_by_one_source_alone() -> None:
    ours, theirs = (
        [here(1, "Marl, Ada"), here(2, "Rook, Iris")],
        [there(11, "Marl, Ada"), there(13, "Fenn, Tobias", "no")],
    )
    assert told(ours, theirs) == [
        ("vote", "Iris Rook: aye", "not named"),
        ("vote", "not named", "Tobias Fenn: no"),
    ]


def test_without_a_roll_names_as_printed_decide_and_what_they_cannot_decide_is_said_so() -> None:
    nobody: PersonOf = {}.get
    assert told([here(1, "Marl, rh Ada")], [there(11, "Ada Marl (Foamcastle)")], nobody) == []
    ours, theirs = (
        [here(1, "Marl, Ada"), here(2, "Rook, Iris")],
        [there(11, "Ada Marl", "no"), there(12, "Rook, Ms I.")],
    )
    assert told(ours, theirs, nobody) == [
        ("vote", "Ada Marl: aye", "Ada Marl: no"),
        ("voters", "Iris Rook: aye", "Rook, Ms I.: aye"),
    ]
    assert told([here(1, "Marl, Ada")], [here(2, "Marl, Ada")], nobody) == [  # one service, two people of one name
        ("vote", "Ada Marl: aye", "not named"),
        ("vote", "not named", "Ada Marl: aye"),
    ]


def test_two_of_one_name_are_not_taken_for_each_other() -> None:
    ours = [here(91, "Marl, Ada"), here(92, "Marl, Ada", "no")]
    theirs = [there(93, "Marl, Ada", "no"), there(94, "Marl, Ada", "no")]
    assert [field for field, _, _ in told(ours, theirs, {}.get)] == ["voters"]


def test_in_both_lobbies_and_tellers() -> None:
    both = [here(1, "Marl, Ada"), here(1, "Marl, Ada", "no")]
    assert told(both, [there(11, "Marl, Ada", "no"), there(11, "Marl, Ada")]) == []
    assert told(both, [there(11, "Marl, Ada", "no")]) == [("vote", "Ada Marl: aye", "not named")]
    counting = [here(1, "Marl, Ada"), here(2, "Rook, Iris", teller=True)]
    assert told(counting, [there(11, "Marl, Ada")]) == []  # a source that names no tellers
    assert told(counting, [there(11, "Marl, Ada", teller=True), there(12, "Rook, Iris", teller=True)]) == [
        ("vote", "Ada Marl: aye", "Ada Marl: aye (teller)"),
    ]


@given(st.integers(0, 10_000))
def test_every_voter_that_was_changed_is_told_and_no_other(seed: int) -> None:
    """Of a division of sixty some are put in the other lobby, some left out; all are known by ids of both services."""
    chance = random.Random(seed)
    people = [Person(f"twfy:{n}", f"m-{n}", {"twfy": str(n), "mnis": str(n + 100)}, f"Member {n}") for n in range(60)]
    roll = {f"person/{n}": p for n, p in enumerate(people)} | {f"mnis:{n + 100}": p for n, p in enumerate(people)}
    sides = [chance.choice(("aye", "no")) for _ in people]
    moved, lost = ({n for n in range(60) if chance.random() < 0.1} for _ in range(2))
    ours = [here(n, f"Member {n}", side) for n, side in enumerate(sides)]
    other = {"aye": "no", "no": "aye"}
    theirs = [there(n + 100, "?", other[s] if n in moved else s) for n, s in enumerate(sides) if n not in lost]
    chance.shuffle(theirs)
    expected = {("vote", f"Member {n}: {sides[n]}", f"Member {n}: {other[sides[n]]}") for n in moved - lost}
    expected |= {("vote", f"Member {n}: {sides[n]}", "not named") for n in lost}
    assert set(told(ours, theirs, roll.get)) == expected
