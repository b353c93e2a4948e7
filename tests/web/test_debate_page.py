"""A debate's page: sent in pieces where it is long, as it stood in an earlier edition, and where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from onrecord import Archive
from onrecord.web import create_app, rendering
from onrecord.web.pages import answering, debates

Site = TestClient[Any]
PATH = "/debate/2019-08-12/commons-chamber/lighthouses-and-lesser-beacons-bill"
TODAY = date(2026, 1, 15)


@pytest.fixture
def site(specimen_archive: Path) -> Iterator[Site]:
    with TestClient(create_app(specimen_archive, today=lambda: TODAY)) as client:
        yield client


def test_a_long_debate_is_sent_in_pieces_and_reads_the_same(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = site.get(PATH)
    monkeypatch.setattr(debates, "STREAMED", 0)
    streamed = site.get(f"{PATH}?page=1")  # another address: what is kept is not asked again
    assert "content-length" in whole.headers
    assert "content-length" not in streamed.headers
    assert streamed.headers["content-type"] == whole.headers["content-type"]
    assert streamed.text == whole.text


@pytest.mark.parametrize(
    "path",
    [
        "/people/honoria-blackthorn-90003/excerpts",
        "/bills/lighthouses-and-lesser-beacons-bill-2017-19/ministerial",
        f"{PATH}/ministerial",
    ],
)
def test_so_is_a_page_of_many_words(site: Site, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    whole = site.get(path)
    monkeypatch.setattr(answering, "STREAMED", 0)
    streamed = site.get(f"{path}?per_page={5 if path.endswith('ministerial') else 10}")
    assert "content-length" in whole.headers
    assert "content-length" not in streamed.headers
    assert streamed.text == whole.text


def test_the_pieces_are_of_a_page_that_is_still_being_set(specimen_archive: Path) -> None:
    with Archive.open(specimen_archive, read_only=True) as archive:
        debate = archive.debate(PATH)
    pieces = list(rendering.stream_debate(debate, today=TODAY))
    assert len(pieces) > 1
    assert "".join(pieces) == rendering.render_debate(debate, today=TODAY)


def test_a_page_says_when_it_was_first_seen_last_changed_and_last_checked(site: Site) -> None:
    page = site.get(PATH).text
    for words in ("First seen ", "last changed ", "last checked "):
        assert words in page


def test_an_edition_is_asked_for_by_its_number_or_by_a_day(site: Site) -> None:
    assert "An earlier edition" not in site.get(PATH).text
    assert site.get(f"{PATH}?edition=99").status_code == 404
    assert site.get(f"{PATH}?edition=none").status_code == 400
    assert site.get(f"{PATH}?as_of=1999-01-01").status_code == 404
    assert site.get(f"{PATH}?edition=1&as_of=2026-01-01").status_code == 400
    first = site.get(f"{PATH}?edition=1")
    assert first.status_code == 200
    assert "An earlier edition" in first.text
    answer = site.get(f"/api/v1/debates{PATH}", params={"edition": 1}).json()
    assert answer["edition"]["revision"] == 1
