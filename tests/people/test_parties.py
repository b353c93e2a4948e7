"""Parties under one name each."""

from __future__ import annotations

import pytest

from onrecord.people.parties import party_name


@pytest.mark.parametrize(
    ("listed", "shown"),
    [
        ("Lab", "Labour"),
        ("labour", "Labour"),
        ("Lab/Co-op", "Labour (Co-op)"),
        ("labour/co-operative", "Labour (Co-op)"),
        ("LDem", "Liberal Democrat"),
        ("liberal-democrat", "Liberal Democrat"),
        ("SPK", "Speaker"),
        ("XB", "Crossbench"),
        ("Bp", "Bishops"),
        ("social-democratic-and-labour-party", "Social Democratic & Labour Party"),
        ("unknown", None),
        ("", None),
        (None, None),
        ("The Fen Party", "The Fen Party"),
    ],
)
def test_a_party_has_one_name(listed: str | None, shown: str | None) -> None:
    assert party_name(listed) == shown
