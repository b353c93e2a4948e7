"""On whose behalf: only where the record itself says so."""

from __future__ import annotations


def behalf(house, *items) -> list[str | None]:
    return [judgement.on_behalf_of for judgement in house.judged(items).judgements]


def test_a_motion_of_a_committee(house) -> None:
    text = "Ordered, That Ada Quill be added.—(Bo Reed, on behalf of the Committee of Selection.)"
    assert behalf(house, house.say(None, text, procedural=True)) == ["the Committee of Selection"]


def test_a_question_asked_for_somebody_else(house) -> None:
    text = "(Urgent Question): To ask the Secretary of State for Defence if he will speak."
    asked = "On behalf of my hon. Friend the Member for Fogbank (Ada Quill), I beg to move motion 3."
    assert behalf(house, house.say("a", text)) == [None]
    assert behalf(house, house.say("a", asked)) == ["Ada Quill"]


def test_speaking_for_constituents_is_speaking_for_oneself(house) -> None:
    assert behalf(house, house.say("a", "On behalf of my constituents I speak of lamps." + house.talk)) == [None]


def test_an_attribution_that_says_so(house) -> None:
    item = house.say(
        "a", "What steps are taken.", attribution="Bo Reed (Fogbank, on behalf of the House of Commons Commission)"
    )
    assert behalf(house, item) == ["the House of Commons Commission"]
