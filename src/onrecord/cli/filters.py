"""The filters of a search, which `search` and `export` share: each has one spelling and one meaning."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .options import Chamber, House, check_days, read_words

if TYPE_CHECKING:
    from ..archive.chosen import Chosen

Text = str | None


class Kind(StrEnum):
    speech = "speech"
    question = "question"
    supplementary = "supplementary"
    answer = "answer"
    urgent_question = "urgent-question"
    intervention = "intervention"
    statement = "statement"
    point_of_order = "point-of-order"
    motion = "motion"
    petition = "petition"
    gesture = "gesture"
    collective = "collective"
    procedural = "procedural"
    written_question = "written-question"
    written_answer = "written-answer"
    written_statement = "written-statement"
    correction = "correction"


def chosen(
    member: Text, party: Text, office: Text, department: Text, house: House | None, chamber: Chamber | None,
    kind: Kind | None, bill: Text, start: date | None, end: date | None, parliament: Text, session: Text,
) -> Chosen:  # fmt: skip
    """The filters as the archive takes them. UsageError for a span of days that ends before it begins."""
    check_days(start, end)
    return {
        "member": member, "party": party, "office": office, "department": department,
        "house": house and house.value, "chamber": chamber and chamber.value, "kind": kind and kind.value,
        "bill": bill, "start": start, "end": end, "parliament": parliament, "session": session,
    }  # fmt: skip


def _words(metavar: str, help: str) -> Any:
    return typer.Option(parser=read_words, metavar=metavar, help=help)


Member = Annotated[Text, _words("MEMBER", "Said by this member: a name or an id.")]
Party = Annotated[Text, _words("P", "Said by members of this party, on the day.")]
Office = Annotated[Text, _words("O", "Said by a holder of this office, on the day.")]
Department = Annotated[Text, _words("D", "In debates that involve this department.")]
OneHouse = Annotated[House | None, typer.Option(metavar="H", help="commons or lords.")]
OneChamber = Annotated[Chamber | None, typer.Option(metavar="C", help="One chamber, e.g. lords-chamber.")]
OneKind = Annotated[Kind | None, typer.Option(metavar="K", help="One kind of contribution, e.g. answer.")]
Bill = Annotated[Text, _words("B", "In debates on this bill.")]
Parliament = Annotated[Text, _words("Y", "The Parliament elected in this year.")]
Session = Annotated[Text, _words("S", "The session, written as 2023-24.")]
