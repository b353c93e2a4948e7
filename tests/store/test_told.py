"""What a sitting calls people: as they are called when they speak, else as a list of voters has them."""

from __future__ import annotations

from datetime import date

from onrecord.reading import Mark, Paragraph, ReadContribution, ReadDivision, ReadSitting, Section, Vote
from onrecord.store.told import names_told


def said(number: int, key: str | None, name: str | None) -> ReadContribution:
    return ReadContribution(
        source_id=f"c{number}", section=0, mark=Mark(key=key, name=name), paragraphs=(Paragraph("text", "Aye."),)
    )


def test_a_speaker_is_called_as_a_speaker_wherever_the_division_stands() -> None:
    votes = (Vote("mnis:1", "Marl, rh Ada", "aye"), Vote("mnis:2", "Fenn, Tobias", "no"))
    division = ReadDivision("d", 0, "7", {"aye": 1, "no": 1}, votes)
    items = (division, said(1, "mnis:1", None), said(2, "mnis:1", "Ada Marl"), said(3, None, "Nobody"))
    sitting = ReadSitting("commons", "commons-chamber", date(2019, 8, 14), (Section("s", "Tides"),), items)
    assert names_told(sitting) == {"mnis:1": "Ada Marl", "mnis:2": "Tobias Fenn"}
