"""`onrecord people`: load the lists that say who is who, and ask who somebody was on a day.

Each fact is printed with its days and its source, because lists disagree and age: a spell
without an end is vouched for up to the day of its list and no further.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from ..publish.plain import harmless
from . import judging
from .fetch import show as show_fetched
from .load import progress_bar, say_waiting, show
from .options import AsTable, From, Globals, House, NoWait, On, Output, Paths, TableFormat, To, check_days
from .output import emit, json_even_if_not_held, json_text

if TYPE_CHECKING:
    from ..model import Membership, Name, Office, PersonOnDay

people_app = typer.Typer(
    name="people",
    rich_markup_mode=None,
    help="The roll: names, memberships, parties, offices, ids.",
    epilog='Example:  onrecord people show "Alan Johnson" --on 2009-10-26',
)


def add_to(app: typer.Typer) -> None:
    judging.add_to(people_app)
    app.add_typer(people_app)


@people_app.command("load", epilog="Example:  onrecord people load people/ ministers.json")
def load_people(
    context: typer.Context,
    paths: Paths,
    no_wait: NoWait = False,
    accept: Annotated[
        bool, typer.Option("--accept", help="Also a list far shorter or longer than its edition before.")
    ] = False,
    format: AsTable = TableFormat.text,
    output: Output = None,
) -> int:
    """Read lists of members and offices into the archive."""
    globals_: Globals = context.obj
    with globals_.open_archive(create=True) as archive, progress_bar() as progress:
        done = archive.load_people(paths, progress=progress, wait=not no_wait, waiting=say_waiting, accept=accept)
    return show(done, "facts", format, output)


@people_app.command("fetch", epilog="Example:  onrecord people fetch --from 2019-12-12 --house commons")
def fetch_people(
    context: typer.Context,
    start: From = None,
    end: To = None,
    house: Annotated[House | None, typer.Option("--house", help="Only this House.")] = None,
    no_wait: NoWait = False,
    format: AsTable = TableFormat.text,
    output: Output = None,
) -> int:
    """Fetch who was a Member, and in which posts, from Parliament's services, and load it."""
    check_days(start, end)
    globals_: Globals = context.obj
    with globals_.open_archive(create=True) as archive, progress_bar() as progress:
        done = archive.fetch_people(
            house=house, start=start, end=end, progress=progress, wait=not no_wait, waiting=say_waiting
        )
    return show_fetched(done, "facts", format, output)


@people_app.command("show", epilog='Example:  onrecord people show "Alan Johnson" --on 2009-10-26')
def show_person(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or an id such as mnis:4366.")],
    on: On = None,
    format: AsTable = TableFormat.text,
    output: Output = None,
) -> int:
    """Say who somebody is, and what they held on a day."""
    globals_: Globals = context.obj
    with json_even_if_not_held(format is TableFormat.json, output), globals_.open_archive() as archive:
        person = archive.person(name, on)
    emit(json_text(person) if format is TableFormat.json else card(person), output)
    return 0


def card(person: PersonOnDay) -> str:
    """A person as text: name and ids, then memberships, offices and other names, a fact a line."""
    lines = [person.name + (f", {_day(person.on)}" if person.on else "")]
    lines.append("ids: " + ", ".join(f"{scheme}:{number}" for scheme, number in sorted(person.ids.items())))
    lines += _part("ids by", (f"{scheme}: {source}" for scheme, source in sorted(person.id_sources.items())))
    lines += _part("memberships", (_membership(spell, person.membership) for spell in person.memberships))
    lines += _part("offices", (_office(spell) for spell in person.offices))
    lines += _part(
        "offices last known, not certain for this day", (_lapsed(spell) for spell in person.offices_last_known)
    )
    lines += _part("names", (_name(name) for name in person.names))
    known = (f"{key}: {fact.value} (as of {fact.as_of})" for key, fact in sorted(person.undated.items()))
    lines += _part("last known, dated by no source", known)
    return "".join(f"{harmless(line)}\n" for line in lines)


def _part(title: str, facts: Iterable[str]) -> list[str]:
    shown = [f"  {fact}" for fact in facts]
    return ["", title, *shown] if shown else []


def _membership(spell: Membership, that_day: Membership | None) -> str:
    what = ", ".join(part for part in (spell.constituency, spell.party) if part) or "member"
    ended = f"ended: {spell.why_ended}" if spell.end and spell.why_ended else ""
    held = "held that day" if spell == that_day else ""
    return _fact(what, spell.start, spell.end, spell.house.title(), held, ended, _vouched(spell), spell.source)


def _office(spell: Office) -> str:
    named = spell.department is None or spell.department in spell.title
    what = spell.title if named else f"{spell.title} ({spell.department})"
    return _fact(what, spell.start, spell.end, spell.kind, _vouched(spell), spell.source)


def _lapsed(spell: Office) -> str:
    return _office(spell).replace(f"as of {spell.as_of}", f"last known {spell.as_of}")


def _name(name: Name) -> str:
    return _fact(name.name, name.start, name.end, _vouched(name), name.source)


def _vouched(spell: Membership | Office | Name) -> str:
    """The day of the list that says so: what is open it vouches for up to that day, what has ended it had seen end."""
    if not spell.as_of:
        return ""
    return f"seen {spell.as_of}" if spell.end else f"as of {spell.as_of}"


def _fact(what: str, start: date | None, end: date | None, *notes: str) -> str:
    days = f"{start or '…'} to {end or '…'}" if start or end else "undated"
    return f"{days:<24}  {what}  [{'; '.join(note for note in notes if note)}]"


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B %Y}"
