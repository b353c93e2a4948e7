"""Who presides: by the printed office, by the roll, by the Chair's own words; and nobody else."""

from __future__ import annotations

import msgspec
import pytest

from onrecord.proceedings.interpret import interpret


@pytest.mark.parametrize("title", ["Mr. Speaker", "Madam Deputy Speaker", "The First Deputy Chairman", "The Chairman"])
def test_a_printed_office_of_the_chair_presides(house, title: str) -> None:
    judgements = house.judged(
        [
            house.say("a", "Order. The hon. Member must sit.", office=title),
            house.say(title, "Order."),
            house.say("b", "I spoke of fog."),
        ]
    ).judgements
    assert [(j.role, j.role_basis) for j in judgements[:2]] == [("chair", "printed")] * 2
    assert judgements[2].role == "member"


def test_somebody_named_without_an_id_presides_and_stays_unresolved(house) -> None:
    (judgement,) = house.judged([house.say("Mr. Speaker", "Order.")]).judgements
    assert (judgement.role, judgement.person_id) == ("chair", None)
    assert judgement.unresolved


def test_the_roll_knows_the_deputy_speakers_of_the_day(house) -> None:
    roll = house.roll(house.person("a", house.office("Deputy Speaker", kind="parliamentary")))
    judgements = house.judged(
        [house.say("a", "That is a matter for debate."), house.say("b", "It is about fog.")], roll=roll
    ).judgements
    assert [(j.role, j.role_basis) for j in judgements] == [("chair", "roll"), ("member", "no-office")]


def test_a_deputy_speaker_of_the_lords_presides_only_where_the_words_are_the_chairs(house) -> None:
    roll = house.roll(house.person("a", house.office("Deputy Speaker (Lords)", kind="parliamentary")))
    items = [
        house.say("a", "My Lords, my amendment would light the harbour." + house.talk),
        house.say("b", "It is about fog."),
        house.say("a", "My Lords, I must inform the House that if Amendment 3 is agreed to I cannot call Amendment 4."),
    ]
    sitting = msgspec.structs.replace(house.sitting(items), house="lords", chamber="lords-chamber")
    judged = interpret(sitting, roll).judgements
    assert [(j.role, j.role_basis) for j in judged] == [
        ("member", "no-office"),
        ("member", "no-office"),
        ("chair", "roll"),
    ]


def test_the_chair_of_a_select_committee_does_not_preside(house) -> None:
    roll = house.roll(house.person("a", house.office("Chair", "Lighthouse Committee", kind="committee")))
    (judgement,) = house.judged([house.say("a", "My Committee has seen the fog.")], roll=roll).judgements
    assert judgement.role == "member"


def test_a_temporary_chairman_is_known_by_the_chairs_words(house) -> None:
    items = [
        house.say("a", "With this it will be convenient to discuss amendment 4."),
        house.say("b", "I beg to move amendment 3." + house.talk),
        house.say("a", "Order. We are not discussing buoys."),
        house.say("b", "I return to lamps." + house.talk),
        house.say("a", "I thank the hon. Gentleman."),
    ]
    assert [j.role for j in house.judged(items).judgements] == ["chair", "member", "chair", "member", "chair"]


def test_a_member_who_also_speaks_on_the_matter_is_not_taken_to_preside(house) -> None:
    items = [
        house.say("a", "Order. I withdraw."),
        house.say("a", "Lighthouses were the pride of my late father." + house.talk),
        house.say("a", "Fog hides them, and my constituents with them." + house.talk),
    ]
    assert {j.role for j in house.judged(items).judgements} == {"member"}


def test_where_the_source_types_members_turns_an_untyped_one_in_the_chairs_words_is_the_chairs(house) -> None:
    items = [
        house.say("a", "I call Member B."),
        house.say("b", "I rise to speak of lamps." + house.talk, type="Start Speech"),
        house.say("c", "What of oil?", type="Start Intervention"),
        house.say("b", "There is no oil.", type="Continuation Speech"),
        house.say("a", "The hon. Lady has concluded, and it was a very long speech indeed."),
    ]
    assert [j.role for j in house.judged(items).judgements] == ["chair", "member", "member", "member", "chair"]


def test_calling_on_the_government_is_no_call(house) -> None:
    items = [house.say("a", "I call on the Government to light the lamps."), house.say("b", "Hear, hear to that.")]
    assert {j.role for j in house.judged(items).judgements} == {"member"}
