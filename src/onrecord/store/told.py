"""What a reading tells of a sitting as a whole: its id, its contributions, the people it names."""

from __future__ import annotations

from ..people.listed import as_said
from ..reading import ReadContribution, ReadDivision, ReadSitting

_OF_BOTH_HOUSES = frozenset({"written-statements", "written-answers", "corrections"})


def sitting_id(sitting: ReadSitting) -> str:
    """The id of a sitting: its chamber and day, which is how Hansard itself names it.

    What both Houses have under one name ("written-answers") has the Lords' said before it.
    """
    shared = sitting.chamber in _OF_BOTH_HOUSES and sitting.house == "lords"
    return f"{'lords-' if shared else ''}{sitting.chamber}/{sitting.date.isoformat()}"


def spoken(sitting: ReadSitting) -> list[ReadContribution]:
    """The contributions of a sitting, in order."""
    return [item for item in sitting.items if isinstance(item, ReadContribution)]


def names_told(sitting: ReadSitting) -> dict[str, str]:
    """Every id that a sitting names, with the name it prints first for a speaker, else the one in a list of voters."""
    told: dict[str, str] = {}
    for said in spoken(sitting):
        mark = said.mark
        if mark.key and not told.get(mark.key):
            told[mark.key] = mark.name or ""
    for item in sitting.items:
        for vote in item.votes if isinstance(item, ReadDivision) else ():
            if vote.key and not told.get(vote.key):
                told[vote.key] = as_said(vote.name)
    for section in sitting.sections:
        for each in section.attendance:
            if each.key:
                told.setdefault(each.key, "")
    return told
