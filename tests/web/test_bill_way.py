"""The picture of a bill's way: one stop for each stage in each House, hollow where nothing is held."""

from __future__ import annotations

from datetime import date

from onrecord.model import BillStage
from onrecord.web.bill_way import Stop, way


def stage(name: str | None, house: str, day: date | None = None, *, held: bool = True) -> BillStage:
    return BillStage(name, house, day, "s1" if held else None, held, "heading")


def test_the_days_of_one_stage_are_one_stop_and_each_house_has_its_own_leg() -> None:
    legs = way(
        [
            stage("First reading", "commons", held=False),
            stage("Second reading", "commons", date(2019, 8, 12)),
            stage("Committee", "commons", held=False),
            stage("Committee", "commons", date(2019, 8, 20)),
            stage("Committee", "commons", date(2019, 8, 22)),
            stage("First reading", "lords", date(2019, 9, 2), held=False),
            stage("Lords amendments", "commons", date(2019, 10, 1)),
        ]
    )
    assert [leg.house for leg in legs] == ["commons", "lords", "commons"]
    assert legs[0].stops == (
        Stop("First reading", "", "none"),
        Stop("Second reading", "12 August 2019", "all"),
        Stop("Committee", "20–22 August 2019", "some"),
    )
    assert legs[1].stops == (Stop("First reading", "2 September 2019", "none"),)


def test_a_debate_at_no_stage_is_a_stop_too() -> None:
    assert way([stage(None, "lords", date(2019, 8, 12))])[0].stops[0].stage == "Debate"
    assert way([]) == ()
