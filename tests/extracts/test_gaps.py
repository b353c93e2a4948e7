"""The ledger knows what is missing: by calendars, by columns, by running numbers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert

from onrecord import Archive
from onrecord.extracts.gaps import gaps
from onrecord.extracts.volumes import volumes
from onrecord.model import Gap, HeldSitting
from onrecord.store.schema import expected_sittings, metadata, series

DAYS = [date(2018, 2, day) for day in range(5, 10)]


def held(
    day: date, columns: tuple[str, str] | None = None, chamber: str = "commons-chamber", **more: object
) -> HeldSitting:
    facts: dict[str, object] = {
        "id": f"{chamber}/{day}", "house": "lords" if chamber.startswith("lords") else "commons", "chamber": chamber,
        "date": day, "volume": None, "contributions": 1, "words": 1, "unresolved_speakers": 0, "divisions": 0,
        "columns": columns, "sources": (), "revision": 1, "state": "held", "buckets": {},
    }  # fmt: skip
    return HeldSitting(**(facts | more))  # type: ignore[arg-type]  # facts by name


def found(sittings: list[HeldSitting], numbers: dict[str, tuple[str, str, list[int]]] | None = None) -> tuple[Gap, ...]:
    """The gaps among sittings, with `numbers` by sitting id: kind, scope and the numbers themselves."""
    engine = create_engine("sqlite://")
    metadata.create_all(engine)
    with engine.begin() as connection:
        for identity, (kind, scope, each) in (numbers or {}).items():
            row = {"sitting_id": identity, "kind": kind, "scope": scope, "numbers": str(each)}
            connection.execute(insert(series), [row])
        told = gaps(connection, sittings)
    engine.dispose()
    return told


def test_columns_between_neighbouring_sittings_that_are_nowhere_are_a_gap() -> None:
    (gap,) = found([held(DAYS[2], ("260", "300")), held(DAYS[0], ("1", "138"))])
    assert (gap.kind, gap.first, gap.last, gap.count) == ("columns", 139, 259, 121)
    assert (gap.start, gap.end, gap.firm) == (DAYS[0], DAYS[2], True)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (held(DAYS[0], ("1", "138")), held(DAYS[1], ("141", "263"))),  # a page left empty
        (held(DAYS[0], ("900", "1038")), held(DAYS[1], ("1", "120"))),  # a new volume
        (held(DAYS[0], ("1", "138"), volume=1), held(DAYS[1], ("501", "520"), volume=2)),
        (held(DAYS[0], ("1", "138")), held(date(2018, 3, 5), ("501", "520"))),  # a volume may have ended unseen
        (held(DAYS[0], ("1", "138")), held(DAYS[1], ("1WH", "60WH"), "westminster-hall")),
        (held(DAYS[0], None), held(DAYS[1], ("501", "520"))),
    ],
)
def test_what_columns_do_not_tell_is_not_told(before: HeldSitting, after: HeldSitting) -> None:
    assert [gap for gap in found([before, after]) if gap.firm] == []


def test_what_lies_before_the_first_sitting_held_of_a_volume_is_told_and_not_counted() -> None:
    days = [held(DAYS[0], ("300", "420"), volume=635), held(DAYS[1], ("421", "500"), volume=635)]
    (gap,) = found(days)
    assert (gap.first, gap.last, gap.count, gap.scope, gap.firm) == (1, 299, 299, "volume 635", False)
    assert found([held(DAYS[0], ("300", "420"))]) == ()  # no source tells the volume
    assert found([held(DAYS[0], ("3", "420"), volume=635)]) == ()  # it begins with the volume


def test_where_a_volume_ends_is_not_told_but_what_is_held_of_it_and_when_the_next_had_begun() -> None:
    days = [
        held(DAYS[0], ("300", "420"), volume=635),
        held(DAYS[1], ("421", "500"), volume=635),
        held(DAYS[3], ("1", "90"), volume=636),
        held(DAYS[0], ("1WH", "60WH"), "westminster-hall", volume=635),
        held(DAYS[4], ("91", "120")),  # no source tells its volume
        held(DAYS[4], ("1", "9"), volume=637, state="removed"),
    ]
    assert [(v.chamber, v.volume, v.start, v.end, v.first, v.last, v.sittings, v.followed) for v in volumes(days)] == [
        ("commons-chamber", 635, DAYS[0], DAYS[1], 300, 500, 2, DAYS[3]),
        ("commons-chamber", 636, DAYS[3], DAYS[3], 1, 90, 1, None),
        ("westminster-hall", 635, DAYS[0], DAYS[0], 1, 60, 1, None),
    ]


def test_a_volume_goes_on_after_a_recess() -> None:
    (gap,) = found([held(DAYS[0], ("1", "138"), volume=1), held(date(2018, 4, 16), ("501", "520"), volume=1)])
    assert (gap.first, gap.last, gap.firm) == (139, 500, True)


def test_divisions_run_on_through_a_session_of_the_commons() -> None:
    days = [held(DAYS[0]), held(DAYS[1])]
    (gap,) = found(days, {days[0].id: ("divisions", "", [12, 13]), days[1].id: ("divisions", "", [17])})
    assert (gap.kind, gap.first, gap.last, gap.count) == ("divisions", 14, 16, 3)


def test_divisions_of_the_lords_begin_anew_each_day() -> None:
    days = [held(day, chamber="lords-chamber") for day in DAYS[:2]]
    numbers = {days[0].id: ("divisions", "", [1, 2]), days[1].id: ("divisions", "", [1, 3])}
    (gap,) = found(days, numbers)
    assert (gap.start, gap.end, gap.first, gap.last) == (DAYS[1], DAYS[1], 2, 2)


def test_a_committees_sittings_and_statements_are_numbered_too() -> None:
    days = [held(day, chamber="public-bill-committee") for day in DAYS[:2]]
    scope = "Fog Signals Bill"
    numbers = {days[0].id: ("committee-sittings", scope, [5, 6]), days[1].id: ("committee-sittings", scope, [8])}
    (gap,) = found(days, numbers)
    assert (gap.scope, gap.first, gap.last) == (scope, 7, 7)
    days = [held(day, chamber="written-statements") for day in DAYS[:2]]
    (gap,) = found(days, {days[0].id: ("statements", "", [265]), days[1].id: ("statements", "", [268])})
    assert (gap.kind, gap.first, gap.last) == ("statements", 266, 267)


def test_numbers_of_questions_may_have_holes() -> None:
    day = held(DAYS[0])
    (gap,) = found([day], {day.id: ("questions", "Transport", [1, 2, 4])})
    assert (gap.kind, gap.scope, gap.first, gap.firm) == ("questions", "Transport", 3, False)


@given(st.sets(st.integers(1, 60), min_size=1), st.data())
def test_held_numbers_and_gaps_are_every_number_between_the_first_and_the_last(
    numbers: set[int], data: st.DataObject
) -> None:
    days = [held(day) for day in DAYS]
    split: dict[str, list[int]] = {}
    for number in sorted(numbers):
        split.setdefault(days[data.draw(st.integers(0, len(days) - 1))].id, []).append(number)
    told = found(days, {identity: ("divisions", "", own) for identity, own in split.items()})
    missing = [number for gap in told for number in range(gap.first, gap.last + 1)]
    assert sorted([*numbers, *missing]) == list(range(min(numbers), max(numbers) + 1))
    assert sum(gap.count for gap in told) == len(missing)


def test_what_a_calendar_knows_and_the_archive_lacks_is_missing(specimen_archive: Path, tmp_path: Path) -> None:
    import shutil

    folder = tmp_path / "archive"
    shutil.copytree(specimen_archive, folder)
    checked = "2019-08-20T10:00:00+00:00"
    with Archive.open(folder) as archive:
        row = {"house": "commons", "source": "whatson", "last_checked": checked}
        with archive._writing(wait=True, waiting=None) as connection, connection.begin():
            days = [(12, "commons-chamber"), (15, "commons-chamber"), (15, "westminster-hall"), (25, "commons-chamber")]
            rows = [row | {"chamber": chamber, "date": date(2019, 8, day)} for day, chamber in days]
            connection.execute(insert(expected_sittings), rows)
        ledger = archive.sittings()
        missing = [(sitting.date.day, sitting.chamber) for sitting in ledger.sittings if sitting.state == "missing"]
        assert missing == [(15, "commons-chamber"), (15, "westminster-hall")]  # the 25th had not been when it was asked
        assert (ledger.totals["missing"], ledger.complete) == (2, False)
        assert archive.sittings(end=date(2019, 8, 12)).complete


def test_real_days_that_follow_each_other_have_no_gap_and_those_that_do_not_have(
    real_data: Path, tmp_path: Path
) -> None:
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([real_data / "twfy"])
        october = archive.sittings(date(2009, 10, 26), date(2009, 10, 29))
        assert october.gaps == tuple(gap for gap in october.gaps if not gap.firm)
        assert october.complete
        later = [gap for gap in archive.sittings(date(2020, 12, 1)).gaps if gap.firm]
        assert [(gap.kind, gap.first, gap.last) for gap in later] == []  # 187 and 188, then another session
        # the Home Office's questions 11, 13, 14, 16 and 17 were not reached
        holes = {(gap.first, gap.last) for gap in october.gaps if gap.scope == "HOME DEPARTMENT"}
        assert holes == {(11, 11), (13, 14), (16, 17)}
