"""A member's newest debates, found by sittings: the same as all their debates put in order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord import Archive

LONG_AGO = date(1800, 1, 1)


def test_pages_are_those_of_all_debates_in_order(specimen_archive: Path) -> None:
    with Archive.open(specimen_archive, read_only=True) as archive:
        for person in archive.people(per_page=1000).people:
            whole = archive.excerpts(person.slug, start=LONG_AGO, per_page=1000)
            assert _paged(archive, person.slug, per_page=3) == [one.debate.id for one in whole.excerpts]


@pytest.mark.usefixtures("real_data")
def test_pages_of_real_days_too(real_data: Path, tmp_path: Path) -> None:
    with Archive.open(tmp_path, create=True) as archive:
        archive.load_people([real_data / "people" / "2009"])
        archive.load([real_data / "twfy" / name for name in ("debates", "westminhall", "wrans", "wms")])
        people = archive.people(per_page=1000).people[::23]
        for person in people:
            whole = archive.excerpts(person.slug, start=LONG_AGO, context="none", per_page=1000)
            assert _paged(archive, person.slug, per_page=2) == [one.debate.id for one in whole.excerpts]
    assert len(people) > 20


def _paged(archive: Archive, slug: str, per_page: int) -> list[str]:
    first = archive.excerpts(slug, context="none", per_page=per_page)
    found = [one.debate.id for one in first.excerpts]
    for page in range(2, first.pages + 1):
        found += [
            one.debate.id for one in archive.excerpts(slug, context="none", page=page, per_page=per_page).excerpts
        ]
    assert len(found) == first.total
    return found
