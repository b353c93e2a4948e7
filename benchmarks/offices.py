"""The office on the day, measured against those that the 2009 days print beside the name.

    python benchmarks/offices.py shared/data

For each contribution with an office printed (`speakeroffice`), three things are compared with it:
the capacity chosen for it; the capacity chosen when the printed office is hidden, from the roll
and the debate alone; and whether the roll vouches for such an office that day.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from accuracy import roll_of, sittings
from msgspec import structs

from onrecord.model import Person
from onrecord.people.chairs import presides
from onrecord.people.departments import department_of
from onrecord.people.on_day import offices_on
from onrecord.people.posts import ranks
from onrecord.people.roll import MemoryRoll
from onrecord.proceedings.interpret import interpret
from onrecord.proceedings.judgements import Judgement
from onrecord.reading import Mark, ReadContribution, ReadSitting


def main(data: Path) -> int:
    """Measure, and print the counts and every disagreement."""
    roll = roll_of(data / "people")
    counted: Counter[str] = Counter()
    for _, sitting in sittings(data):
        if sitting.date.year == 2009:
            compare(sitting, roll, counted)
    total = counted["printed"]
    for what in ("chosen as printed", "chosen with the printed office hidden", "vouched for by the roll"):
        print(f"{what}: {counted[what]} of {total}")
    return 0


def compare(sitting: ReadSitting, roll: MemoryRoll, counted: Counter[str]) -> None:
    """Count, for one sitting, what agrees with the offices printed in it."""
    said = [item for item in sitting.items if isinstance(item, ReadContribution)]
    if not any(item.mark.office and item.mark.key for item in said):
        return
    shown = interpret(sitting, roll).judgements
    hidden = interpret(without_offices(sitting), roll).judgements
    for item, told, untold in zip(said, shown, hidden, strict=True):
        office, person = item.mark.office, roll.person(item.mark.key) if item.mark.key else None
        if not office or person is None or presides(office):
            continue
        department = department_of(office, sitting.date)
        counted["printed"] += 1
        counted["chosen as printed"] += agrees(told, department)
        counted["chosen with the printed office hidden"] += agrees(untold, department)
        counted["vouched for by the roll"] += vouched(person, office, sitting)
        if not (agrees(untold, department) and vouched(person, office, sitting)):
            print(f"  {item.source_id}: {office}: {untold.role}, {untold.department}")


def agrees(judgement: Judgement, department: str | None) -> bool:
    """Whether somebody is judged to speak as a minister of that department."""
    return judgement.role in ("minister", "answering-body") and judgement.department == department


def vouched(person: Person, office: str, sitting: ReadSitting) -> bool:
    """Whether the roll has somebody in an office of that rank and department that day."""
    department = department_of(office, sitting.date)
    held = [o for o in offices_on(person, sitting.date) if o.kind in ("government", "parliamentary")]
    return any(o.department == department and (ranks(office) & ranks(o.title)) for o in held)


def without_offices(sitting: ReadSitting) -> ReadSitting:
    """A sitting that prints no office beside a name."""
    return structs.replace(sitting, items=tuple(bare(item) for item in sitting.items))


def bare(item: object) -> object:
    """An item without the office of its speaker."""
    if not isinstance(item, ReadContribution) or presides(item.mark.office or ""):
        return item
    mark = Mark(item.mark.key, item.mark.name, None, item.mark.collective)
    return structs.replace(item, mark=mark, attribution=item.mark.name)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
