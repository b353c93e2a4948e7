"""Departments on their days. The dates asked about lie well inside each department's life."""

from __future__ import annotations

import tomllib
from datetime import date
from importlib.resources import files
from itertools import chain

import pytest

from onrecord.people.departments import (
    department_kind,
    department_of,
    department_on,
    departments_meant,
    find_department,
    is_whip,
    lineage,
)


@pytest.mark.parametrize(
    ("wording", "day", "department"),
    [
        ("HOME DEPARTMENT", "2009-10-26", "Home Office"),
        ("Home Department", "1985-12-16", "Home Office"),
        ("Health", "2009-10-27", "Department of Health"),
        ("Health", "2019-06-01", "Department of Health and Social Care"),
        ("Health and Social Care", "2019-06-01", "Department of Health and Social Care"),
        ("Justice", "2023-03-28", "Ministry of Justice"),
        ("Foreign and Commonwealth Affairs", "2009-10-27", "Foreign and Commonwealth Office"),
        ("Foreign, Commonwealth and Development Office", "2023-03-28", "Foreign, Commonwealth and Development Office"),
        ("Culture, Media and Sport", "2009-10-26", "Department for Culture, Media and Sport"),
        ("Digital, Culture, Media and Sport", "2020-12-15", "Department for Digital, Culture, Media and Sport"),
        ("Culture, Media and Sport", "2023-06-01", "Department for Culture, Media and Sport"),
        ("Levelling Up, Housing and Communities", "2023-03-28", "Department for Levelling Up, Housing and Communities"),
        (
            "Housing, Communities and Local Government",
            "2025-01-15",
            "Ministry of Housing, Communities and Local Government",
        ),
        ("Education", "1994-01-20", "Department for Education"),
        ("Education", "2016-05-09", "Department for Education"),
        ("Scotland", "1998-01-01", "Scottish Office"),
        ("Scotland", "2009-10-28", "Scotland Office"),
        ("Environment", "1985-12-16", "Department of the Environment"),
        ("Social Services", "1985-12-16", "Department of Health and Social Security"),
        ("Leader of the House", "2009-10-29", "Office of the Leader of the House of Commons"),
        ("Church Commissioners", "2009-10-26", "Church Commissioners"),
        ("Electoral Commission Committee", "2009-10-26", "Speaker's Committee on the Electoral Commission"),
        ("Women and Equality", "2009-10-22", "Government Equalities Office"),
        ("Olympics", "2009-10-26", "Olympics"),
        ("Prime Minister", "2009-10-28", "Prime Minister's Office"),
        ("Education", "1999-01-01", None),
        ("Igloos", "2009-10-26", None),
    ],
)
def test_a_heading_means_the_department_of_its_day(wording: str, day: str, department: str | None) -> None:
    assert department_of(wording, date.fromisoformat(day)) == department


@pytest.mark.parametrize(
    ("title", "day", "department"),
    [
        ("The Secretary of State for the Home Department", "2009-10-26", "Home Office"),
        ("The Parliamentary Under-Secretary of State for the Home Department", "2009-10-26", "Home Office"),
        ("The Minister for Policing, Crime and Counter-Terrorism", "2009-10-26", "Home Office"),
        ("The Minister for Borders and Immigration", "2009-10-26", "Home Office"),
        ("The Minister for Housing", "2009-10-27", "Department for Communities and Local Government"),
        ("The Minister of State, Ministry of Defence", "2009-10-26", "Ministry of Defence"),
        ("The Minister of State, Department of Health", "2009-10-27", "Department of Health"),
        ("The Financial Secretary to the Treasury", "2009-10-26", "HM Treasury"),
        ("The Chancellor of the Exchequer", "1985-12-16", "HM Treasury"),
        ("The Solicitor-General", "2009-10-26", "Attorney General's Office"),
        ("Attorney General, Law Officers' Department", "2003-01-01", "Attorney General's Office"),
        ("The Lord Chancellor", "1998-01-01", "Lord Chancellor's Department"),
        ("The Lord Chancellor", "2005-01-01", "Department for Constitutional Affairs"),
        ("The Lord Chancellor and Secretary of State for Justice", "2012-01-01", "Ministry of Justice"),
        (
            "Deputy Prime Minister and Secretary of State for Environment, Transport and the Regions",
            "1998-01-01",
            "Department of the Environment, Transport and the Regions",
        ),
        ("Minister of State (Home Office) (Security)", "2015-01-01", "Home Office"),
        (
            "Secretary of State, Department for Business, Innovation & Skills",
            "2009-10-26",
            "Department for Business, Innovation and Skills",
        ),
        (
            "Minister of State (Foreign and Commonwealth Office) (Joint with the Department of Health)",
            "2017-09-01",
            "Foreign and Commonwealth Office",
        ),
        ("Paymaster General", "2003-01-01", "HM Treasury"),
        ("Paymaster General", "2012-01-01", "Cabinet Office"),
        ("The Second Church Estates Commissioner", "2009-10-26", "Church Commissioners"),
        ("The Minister of State for Portsmouth", "2014-06-01", None),
        ("Minister without Portfolio", "2009-10-26", None),
    ],
)
def test_a_title_means_the_department_of_its_day(title: str, day: str, department: str | None) -> None:
    assert department_of(title, date.fromisoformat(day)) == department


@pytest.mark.parametrize(
    "title",
    [
        "Lord Commissioner of Her Majesty's Treasury",
        "Assistant Whip, HM Treasury",
        "Parliamentary Secretary to the Treasury",
        "PPS (Rt Hon A Person, Secretary of State), Home Office",
        "Shadow Secretary of State for Justice",
        "Opposition Whip (Commons)",
    ],
)
def test_whips_private_secretaries_and_shadows_stand_for_no_department(title: str) -> None:
    assert department_of(title, date(2012, 5, 1)) is None


@pytest.mark.parametrize(
    ("asked", "department"),
    [
        ("Home Office", "Home Office"),
        ("home department", "Home Office"),
        ("MoJ", "Ministry of Justice"),
        ("Justice", "Ministry of Justice"),
        ("The Treasury", "HM Treasury"),
        ("DEFRA", "Department for Environment, Food and Rural Affairs"),
        ("Department for Culture, Media & Sport", "Department for Culture, Media and Sport"),
        ("BERR", "Department for Business, Enterprise and Regulatory Reform"),
        ("health", "Department of Health and Social Care"),
        ("Home Secretary", "Home Office"),
        ("igloos", None),
    ],
)
def test_a_department_is_found_however_it_is_asked_for(asked: str, department: str | None) -> None:
    assert find_department(asked) == department


def test_renames_are_followed_and_mergers_are_not() -> None:
    assert department_on("Department of Health", date(2020, 1, 1)) == "Department of Health and Social Care"
    housing = "Ministry of Housing, Communities and Local Government"
    assert department_on(housing, date(2022, 6, 1)) == "Department for Levelling Up, Housing and Communities"
    assert department_on("Foreign and Commonwealth Office", date(2022, 6, 1)) is None
    assert lineage("Home Office") == ("Home Office",)
    assert "Department for Communities and Local Government" in lineage(housing)


def test_bodies_without_ministers_are_told_apart() -> None:
    assert department_kind("Home Office") == "department"
    assert department_kind("Church Commissioners") == "answering-body"
    assert department_kind("Office of the Leader of the House of Commons") == "office"
    assert department_kind("Ministry of Igloos") is None
    assert is_whip("Assistant Whip")


@pytest.mark.parametrize(
    ("title", "day", "department"),
    [
        ("THE LORD PRIVY SEAL AND SECRETARY OF STATE FOR THE COLONIES", "1909-11-22", "Colonial Office"),
        ("THE UNDER-SECRETARY OF STATE FOR WAR", "1909-03-01", "War Office"),
        ("THE PRESIDENT OF THE BOARD OF AGRICULTURE AND FISHERIES", "1912-02-20", "Board of Agriculture and Fisheries"),
        ("THE FIRST COMMISSIONER OF WORKS", "1912-02-20", "Office of Works"),
        ("The Chief Secretary for Ireland", "1909-06-01", "Irish Office"),
        ("The First Lord of the Admiralty", "1934-03-12", "Admiralty"),
        ("The Minister of Labour", "1933-05-18", "Ministry of Labour"),
        ("The Minister of Health", "1946-04-30", "Ministry of Health"),
        ("The Minister of State for Commonwealth Relations", "1962-05-02", "Commonwealth Relations Office"),
        ("The President of the Board of Trade", "1960-03-01", "Board of Trade"),
        ("The Secretary of State for Foreign Affairs", "1960-03-01", "Foreign Office"),
        ("The Secretary of State for Defence", "1950-03-01", "Ministry of Defence"),
        ("The Secretary of State for War", "2009-10-26", None),
        ("The Postmaster-General", "1985-12-16", None),
    ],
)
def test_offices_of_the_historic_archive(title: str, day: str, department: str | None) -> None:
    assert department_of(title, date.fromisoformat(day)) == department


def test_both_files_are_of_one_form() -> None:
    folder = files("onrecord.people")
    read = [
        tomllib.loads(folder.joinpath(name).read_text("utf-8"))["department"]
        for name in ("departments.toml", "departments_before_1970.toml")
    ]
    names = [entry["name"] for entry in chain(*read)]
    assert len(names) == len(set(names))
    for entry in chain(*read):
        assert {*entry.get("before", ()), *([entry["became"]] if "became" in entry else [])} <= set(names), entry[
            "name"
        ]
        spells = [[*spell, "9999-12-31"][:2] for spell in entry["spells"]]
        assert all(date.fromisoformat(first) < date.fromisoformat(last) for first, last in spells), entry["name"]
        assert spells == sorted(spells)
    assert all(entry["spells"][-1][1] < "1971" for entry in read[1])


def test_who_asks_for_a_department_means_those_that_it_took_over() -> None:
    assert {"War Office", "Admiralty", "Air Ministry"} < set(departments_meant("Ministry of Defence"))
    assert set(departments_meant("Colonial Office")) == {
        "War and Colonial Office",
        "Colonial Office",
        "Commonwealth Office",
    }


@pytest.mark.parametrize(
    ("called", "some"),
    [
        ("Business", {"Department for Business, Innovation and Skills", "Department for Business and Trade"}),
        ("energy", {"Department of Energy", "Department for Energy Security and Net Zero"}),
        ("Environment", {"Department of the Environment", "Department for Environment, Food and Rural Affairs"}),
        ("Culture", {"Department of National Heritage", "Department for Digital, Culture, Media and Sport"}),
        ("Levelling Up", {"Ministry of Housing, Communities and Local Government"}),
    ],
)
def test_what_departments_are_called_in_short_means_all_that_are_called_so(called: str, some: set[str]) -> None:
    assert some <= set(departments_meant(called))
