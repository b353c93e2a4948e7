"""A day of the real service, served from recorded answers: asked for, loaded and told of as it should be."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord import Archive
from tests.standin import StandIn, hansard

DAY = date(2026, 1, 14)


@pytest.fixture
def recorded(real_data: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The stand-in answers with what the Hansard API answered, in place of the specimen."""
    folder = real_data / "hansard-api"
    every = [
        json.loads((folder / name).read_text()) for name in ("debate_with_speeches.json", "debate_with_child.json")
    ]
    held = {debate["Overview"]["ExtId"].upper(): debate for debate in every}
    monkeypatch.setattr(hansard, "debates", lambda: held)
    calendar = json.loads((folder / "calendar_2026_01.json").read_text())
    routes = [
        (pattern, (lambda query: calendar) if "calendar" in pattern.pattern else view)
        for pattern, view in hansard.ROUTES
    ]
    monkeypatch.setitem(StandIn.services(), "hansard", routes)
    return held


def test_the_sitting_days_of_a_real_month(recorded: dict[str, Any], standin: StandIn, tmp_path: Path) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        report = archive.fetch(date(2026, 1, 1), date(2026, 1, 31), house="commons", chamber="commons-chamber")
        days = [unit.date for unit in report.units if unit.service == "hansard" and unit.date]
        assert len(days) == len(set(days)) == 16
        (sitting,) = archive.sittings(DAY, DAY).sittings
    assert (sitting.house, sitting.chamber, sitting.volume, sitting.state) == (
        "commons",
        "commons-chamber",
        778,
        "held",
    )
    assert sitting.unresolved_speakers == 0
    assert [source.path.rpartition("/")[2] for source in sitting.sources] == [
        f"{debate['Overview']['ExtId']}.json"
        for debate in recorded.values()
        if debate["Overview"]["Date"].startswith("2026-01-14")
    ]
