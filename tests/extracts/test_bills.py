"""Which sections are one bill: by name, session, carrying over, and rest."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import Connection, insert

from onrecord.errors import AmbiguousError, NotHeldError
from onrecord.extracts.bills import bill_key, bills_held, find_bill
from onrecord.store.database import open_engine
from onrecord.store.rows import SectionCell, encode
from onrecord.store.schema import sections, sittings


@pytest.fixture
def connection(tmp_path):  # type: ignore[no-untyped-def]  # a fixture that yields
    engine = open_engine(tmp_path, create=True, read_only=False)
    with engine.connect() as opened:
        yield opened
    engine.dispose()


def held(connection: Connection, day: date, bill: str, stage: str = "Second reading", kind: str = "bill") -> None:
    """Put one debate on a bill into the record."""
    identity = f"s{day}{bill}{stage}"
    counts = dict.fromkeys(("contributions", "words", "unresolved", "divisions"), 0)
    sitting = {
        "house": "commons",
        "chamber": "commons-chamber",
        "publication": "unknown",
        "state": "held",
        "revision": 1,
    }
    places = {"place": 0, "ordinal": 0, "depth": 0, "permalink": "/debate/x", "data": encode(SectionCell(path=(bill,)))}
    section = {"sitting_id": identity, "debate_id": identity, "kind": kind, "title": bill, "folded": bill, **places}
    connection.execute(insert(sittings), [{"id": identity, "date": day, **sitting, **counts}])
    connection.execute(insert(sections), [{"id": identity, "bill": bill, "stage": stage, **section}])


def ids(connection: Connection) -> set[str]:
    return {ref.id for ref in bills_held(connection)}


def test_two_sessions_are_two_bills(connection: Connection) -> None:
    held(connection, date(2009, 6, 1), "Swallows Bill")
    held(connection, date(2010, 1, 11), "Swallows Bill")
    assert ids(connection) == {"swallows-bill-2008-09", "swallows-bill-2009-10"}
    with pytest.raises(AmbiguousError, match="swallows-bill-2009-10"):
        find_bill(connection, "Swallows Bill")
    assert find_bill(connection, "swallows bill 2009-10").session == "2009-10"
    assert find_bill(connection, "Swallows Act 2010").session == "2009-10"


def test_a_bill_carried_over_is_one(connection: Connection) -> None:
    held(connection, date(2009, 6, 1), "Swallows Bill")
    held(connection, date(2009, 7, 1), "Swallows Bill", "Carry-over")
    held(connection, date(2010, 1, 11), "SWALLOWS BILL [LORDS]", "Report")
    assert ids(connection) == {"swallows-bill-2008-09"}


def test_without_a_session_a_long_rest_over_a_new_year_parts_two_bills(connection: Connection) -> None:
    first = date(1909, 2, 1)
    for days in (0, 60, 150, 400):
        held(connection, first + timedelta(days=days), "Swallows Bill", f"Stage {days}")
    assert ids(connection) == {"swallows-bill-1909", "swallows-bill-1910"}
    assert len(find_bill(connection, "Swallows Bill 1909").sections) == 3


def test_question_time_and_petitions_debate_no_bill(connection: Connection) -> None:
    held(connection, date(2009, 6, 1), "Swallows Bill", kind="question")
    held(connection, date(2009, 6, 2), "Swallows Bill", kind="petition")
    assert ids(connection) == set()
    with pytest.raises(NotHeldError):
        find_bill(connection, "Swallows Bill")


@pytest.mark.parametrize(
    "name", ["Café Bill", "CAFE BILL", "Cafe Bill [HL]", "Cafe Bill [ Lords ]", "Café  bill", "cafe"]
)
def test_names_that_are_one(name: str) -> None:
    assert bill_key(name) == "cafe"
