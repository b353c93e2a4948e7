"""An answer is tagged with the archive's state: unchanged costs nothing, changed is never shown as unchanged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from onrecord import Archive
from onrecord.specimen import folder
from onrecord.web.app import create_app
from onrecord.web.freshness import Kept, Pages
from tests.web.fiction import PATH, TODAY, Record

Site = TestClient[Any]


class Day:
    """A clock that the test turns."""

    today = TODAY


@pytest.fixture
def live(tmp_path: Path) -> Iterator[tuple[Archive, Site, Day]]:
    """An archive of one list of people, and the site over it."""
    day = Day()
    with Archive.open(tmp_path, create=True) as archive:
        archive.load_people([folder() / "people"])
        with TestClient(create_app(tmp_path, today=lambda: day.today)) as site:
            yield archive, site, day


def test_an_unchanged_page_is_not_sent_again(site: Site) -> None:
    first = site.get("/people")
    assert first.headers["etag"].startswith('W/"')
    again = site.get("/people", headers={"If-None-Match": f'"other", {first.headers["etag"]}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert "content-security-policy" in again.headers


def test_a_load_changes_the_tag_of_every_page(live: tuple[Archive, Site, Day]) -> None:
    archive, site, _ = live
    before = {path: site.get(path) for path in ("/", "/sittings", "/api/v1/sittings")}
    archive.load([folder() / "sittings"])
    for path, old in before.items():
        new = site.get(path, headers={"If-None-Match": old.headers["etag"]})
        assert new.status_code == 200
        assert new.headers["etag"] != old.headers["etag"]
        assert new.content != old.content


def test_a_new_day_is_a_change_because_pages_tell_ages(live: tuple[Archive, Site, Day]) -> None:
    _, site, day = live
    tag = site.get("/").headers["etag"]
    day.today += timedelta(days=1)
    assert site.get("/", headers={"If-None-Match": tag}).status_code == 200


def test_a_date_decides_where_no_tag_is_sent(live: tuple[Archive, Site, Day]) -> None:
    _, site, day = live
    day.today = date(2099, 1, 1)
    changed = site.get("/").headers["last-modified"]
    assert parsedate_to_datetime(changed).date() == day.today
    assert site.get("/", headers={"If-Modified-Since": changed}).status_code == 304
    assert site.get("/", headers={"If-Modified-Since": "Thu, 01 Jan 1970 00:00:00 GMT"}).status_code == 200
    assert site.get("/", headers={"If-Modified-Since": "nonsense"}).status_code == 200


def test_a_page_is_made_once_while_nothing_changes(site: Site, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    whole = record.debate

    def counted(id: str) -> Any:
        asked.append(id)
        return whole(id)

    monkeypatch.setattr(record, "debate", counted)
    bodies = {site.get(PATH).content for _ in range(3)}
    assert (len(bodies), asked) == (1, [PATH])
    site.get(f"{PATH}?x=1")
    assert asked == [PATH, PATH]


@pytest.mark.parametrize("address", ["/people/nobody-1", "/nowhere", "/healthz", "/id/fic.1"])
def test_refusals_redirects_and_health_are_not_tagged(site: Site, address: str) -> None:
    answer = site.get(address)
    assert "etag" not in answer.headers
    assert answer.headers["cache-control"] == "no-cache"


def test_pages_kept_never_outgrow_their_bytes() -> None:
    pages = Pages(100)
    pages.get("a", (b"",))
    for number in range(50):
        pages.put("a", (b"%d" % number,), Kept([], b"x" * 30))
        assert pages.bytes <= 100
    assert pages.get("a", (b"49",)) is not None
    assert pages.get("a", (b"0",)) is None
    assert pages.get("b", (b"49",)) is None
    pages.put("a", (b"late",), Kept([], b"x"))
    assert pages.get("b", (b"late",)) is None
