"""Offices by the names they go by: the rank and the department of the day decide."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.people.departments import department_of
from onrecord.people.offices import also_called, titles
from onrecord.people.posts import ranks

DAY = date(2009, 10, 26)


@pytest.mark.parametrize(
    ("title", "department", "name"),
    [
        ("Secretary of State, Home Office", "Home Office", "Home Secretary"),
        ("The Secretary of State for the Home Department", "Home Office", "Home Secretary"),
        ("Lord Chancellor and Secretary of State for Justice", "Ministry of Justice", "Justice Secretary"),
        (
            "Prime Minister, First Lord of the Treasury and Minister for the Civil Service",
            "HM Treasury",
            "Prime Minister",
        ),
        ("Chief Secretary, HM Treasury", "HM Treasury", "Chief Secretary"),
    ],
)
def test_a_post_has_the_name_it_goes_by(title: str, department: str, name: str) -> None:
    assert name in also_called(title, department, DAY)


def test_the_name_follows_the_department_of_the_day() -> None:
    title = "Secretary of State for Health and Social Care"
    assert "Health Secretary" in also_called(title, "Department of Health and Social Care", date(2020, 6, 15))


@pytest.mark.parametrize(
    ("title", "department"),
    [
        ("Minister of State, Home Office", "Home Office"),
        ("Shadow Home Secretary", "Home Office"),
        ("PPS (Ada Quill, Secretary of State), Home Office", "Home Office"),
        ("Secretary of State, Department for Transport", None),
    ],
)
def test_others_do_not(title: str, department: str | None) -> None:
    assert "Home Secretary" not in also_called(title, department, DAY)


def test_every_name_in_the_data_file_has_a_rank_and_those_of_a_department_one_on_some_day() -> None:
    days = [date(year, 1, 15) for year in range(1998, 2025)]
    for name, title in titles().items():
        assert ranks(title), name
        if title.startswith("Secretary of State"):
            assert any(department_of(title, day) for day in days), name


def test_a_search_finds_what_whoever_held_an_office_said(specimen_archive: Path) -> None:
    # The specimen's ministers.xml: Honoria Blackthorn is Secretary of State at the Home Office from 2018.
    with Archive.open(specimen_archive, read_only=True) as archive:
        found = archive.search("", office="Home Secretary").results
        speakers = {getattr(hit.speaker, "name", None) for hit in found}
    assert speakers == {"Honoria Blackthorn"}
