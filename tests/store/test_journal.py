"""The journal: lines are only ever added, and an unfinished one spoils no other."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.store.journal import FILE, Journal


def test_what_is_noted_is_told_in_order(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "vault")
    assert list(journal.entries()) == []
    journal.note([{"what": "one"}, {"what": "two", "reason": "a line\nbreak"}])
    journal.note([])
    journal.note([{"what": "three"}])
    assert [entry["what"] for entry in journal.entries()] == ["one", "two", "three"]
    assert journal.unfinished() == 0


@settings(deadline=None)
@given(st.integers(0, 60))
def test_cut_off_anywhere_the_whole_lines_stand_and_new_ones_follow(tmp_path_factory: object, cut: int) -> None:
    vault = Path(tmp_path_factory.mktemp("vault"))  # type: ignore[attr-defined]  # pytest's own factory
    journal = Journal(vault)
    journal.note([{"what": "first"}])
    whole = (vault / FILE).stat().st_size
    journal.note([{"what": "second", "reason": "a reason of some length"}])
    data = (vault / FILE).read_bytes()
    (vault / FILE).write_bytes(data[: whole + cut])
    journal.note([{"what": "third"}])
    told = [entry["what"] for entry in journal.entries()]
    assert told[0] == "first"
    assert told[-1] == "third"
    assert set(told) <= {"first", "second", "third"}
