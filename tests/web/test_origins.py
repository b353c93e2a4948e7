"""Under every page that shows words or facts: from what they were read, and since when that is held."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from litestar.testing import TestClient

from onrecord import Archive
from onrecord.web import create_app


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The specimen with its bill; its files came on 1 February 2024 at the earliest, one of them later."""
    made = tmp_path_factory.mktemp("origins") / "archive"
    Archive.demo(made, bill=True).close()
    with closing(sqlite3.connect(made / "record.sqlite")) as database, database:
        for table in ("documents", "lists"):
            database.execute(
                f"UPDATE {table} SET first_seen = '2024-02-01T10:00:00', last_checked = '2024-05-04T10:00:00'"
            )
        later = "UPDATE documents SET first_seen = '2024-03-02T10:00:00' WHERE path LIKE '%2019-08-13b%'"
        database.execute(later)
    return made


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[TestClient]:  # type: ignore[type-arg]  # of whatever application
    with TestClient(create_app(folder, today=lambda: date(2026, 1, 15))) as made:
        yield made


def test_every_kind_of_page_with_words_says_where_they_come_from(client: TestClient, folder: Path) -> None:  # type: ignore[type-arg]
    with Archive.open(folder, read_only=True) as archive:
        people = archive.people(per_page=3).people
        bill = archive.bills()[0]
        department = archive.departments().departments[0]
        division = archive.divisions().divisions[0]
        words = archive.excerpts(people[0].person_id).excerpts[0].runs[0].contributions[0]
        debate = archive.department(department.name).debates[0]
    pages = [
        f"/people/{people[0].slug}", f"/people/{people[0].slug}/excerpts", f"/departments/{department.slug}",
        f"/bills/{bill.id}", f"/bills/{bill.id}/ministerial", f"/divisions/{division.id}", "/divisions",
        f"{debate.permalink}/ministerial", f"{debate.permalink}", "/sittings/2019-08-13",
        "/sittings/2019-08-13/commons-chamber", "/search?q=fog", f"/cite/{words.citation}",
    ]  # fmt: skip
    for page in pages:
        text = client.get(page).text.lower()
        assert "first seen 1 february 2024, last changed" in text, page
        assert "last checked 4 may 2024" in text, page


def test_the_earliest_and_the_latest_are_told(client: TestClient) -> None:  # type: ignore[type-arg]
    text = client.get("/sittings/2019-08-13").text
    assert "first seen 1 February 2024, last changed 2 March 2024, last checked 4 May 2024" in text
    assert "Read from 1 sitting (parlparse)" in text


def test_a_page_of_nothing_says_nothing_of_sources(client: TestClient) -> None:  # type: ignore[type-arg]
    for page in ("/search", "/search?q=zzzzqqq", "/about", "/people"):
        assert "first seen" not in client.get(page).text, page


def test_the_lists_of_a_person_are_those_that_tell_of_them(folder: Path) -> None:
    with Archive.open(folder, read_only=True) as archive:
        person = archive.person(archive.people(per_page=1).people[0].person_id)
        told = archive.known_from(person)
        facts = (*person.memberships, *person.names, *person.offices)
    assert told is not None
    assert set(told.formats) == {one.partition(" ")[0] for fact in facts for one in fact.source.split("; ") if one}
