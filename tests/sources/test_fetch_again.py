"""Hansard is corrected for weeks: what a later fetch of the same day makes of a debate that reads otherwise."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from onrecord import Archive
from onrecord.model import Contribution
from tests.standin import StandIn, hansard

DAY = date(2019, 8, 14)
WORDS = "My Lords, the tide tables are late."


@pytest.fixture
def tides(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The Lords' debate on tides; what a test does to it, the service serves."""
    served = json.loads(json.dumps(hansard.debates()))
    monkeypatch.setattr(hansard, "debates", lambda: served)
    return served[hansard.TIDES]


@pytest.fixture
def archive(tmp_path: Path, standin: StandIn) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive", create=True) as opened:
        yield opened


def fetched(archive: Archive) -> list[str]:
    """What became of each file of a fetch of the Lords' chamber, and what was warned of."""
    report = archive.fetch(DAY, DAY, house="lords", chamber="lords-chamber")
    return [*(file.status for file in report.load.files), *(w for file in report.load.files for w in file.warnings)]


def spoken(archive: Archive) -> Any:
    (said,) = [item for item in archive.debate(f"hansard:{hansard.TIDES}").items if isinstance(item, Contribution)]
    return said


def test_a_corrected_debate_is_a_revision_under_the_same_id(archive: Archive, tides: Any) -> None:
    fetched(archive)
    before = spoken(archive)
    tides["Items"][0]["Value"] = WORDS.replace("late", "later than ever")
    tides["Overview"]["ContentLastUpdated"] = "2019-08-20T10:00:00"
    assert fetched(archive).count("unchanged") == 2  # the other debate, and the division
    after = spoken(archive)
    assert after.id == before.id
    assert after.text == "My Lords, the tide tables are later than ever."
    assert after.revision == before.revision + 1


def test_a_debate_that_comes_back_shorter_waits_for_the_keeper(archive: Archive, tides: Any) -> None:
    fetched(archive)
    tides["Items"][0]["Value"] = "My Lords."
    tides["Overview"]["ContentLastUpdated"] = "2019-08-20T10:00:00"
    said = fetched(archive)
    assert any("says less than the edition held" in warning for warning in said)
    assert spoken(archive).text == WORDS


def test_a_debate_that_is_there_again_unchanged_is_nothing_new(archive: Archive, tides: Any) -> None:
    fetched(archive)
    assert set(fetched(archive)) == {"unchanged"}
    assert spoken(archive).revision == 1
