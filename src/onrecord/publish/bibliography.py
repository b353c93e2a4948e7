"""References for reference managers: BibTeX and CSL-JSON, as Zotero imports them.

A speaker's name is given whole, as a literal: which part of "Iain Duncan Smith" or "Lord West of
Spithead" is the family name is nothing that the record says.
"""

from __future__ import annotations

import re
from typing import Any

import msgspec

from ..model import LICENCE, Contribution
from .outline import chamber_name

_SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def bibtex(contribution: Contribution, reference: str) -> str:
    """One entry of BibTeX, ending in a line break."""
    day = contribution.sitting.date
    fields = {
        "author": f"{{{_escaped(_speaker(contribution))}}}" if _speaker(contribution) else "",
        "title": f"{{{_escaped(_title(contribution))}}}",
        "howpublished": _escaped(reference),
        "year": str(day.year),
        "month": f"{day:%b}".lower(),
        "date": day.isoformat(),
        "url": re.sub(r"[{}\\\s]", "", contribution.source_url or ""),
        "note": _escaped(LICENCE),
    }
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}" for name, value in fields.items() if value]
    return f"@misc{{onrecord-{contribution.id},\n" + ",\n".join(lines) + "\n}\n"


def csl_json(contribution: Contribution, reference: str) -> str:
    """A list of one item in CSL-JSON (schema 1.0.2, type `hearing`), ending in a line break."""
    sitting = contribution.sitting
    item: dict[str, Any] = {
        "id": f"onrecord-{contribution.id}",
        "type": "hearing",
        "title": _title(contribution),
        "container-title": "Hansard",
        "authority": "House of Lords" if sitting.house == "lords" else "House of Commons",
        "issued": {"date-parts": [[sitting.date.year, sitting.date.month, sitting.date.day]]},
        "references": reference,
        "note": LICENCE,
    }
    if speaker := _speaker(contribution):
        item["author"] = [{"literal": speaker}]
    if sitting.volume:
        item["volume"] = str(sitting.volume)
    if contribution.column:
        end = contribution.column_end
        item["page"] = f"{contribution.column}-{end}" if end and end != contribution.column else contribution.column
    if contribution.source_url:
        item["URL"] = contribution.source_url
    return msgspec.json.format(msgspec.json.encode([item]), indent=2).decode() + "\n"


def _title(contribution: Contribution) -> str:
    """The nearest heading; what stands under none has the chamber's name."""
    return next((title for title in reversed(contribution.section.path) if title), None) or chamber_name(
        contribution.sitting.chamber
    )


def _speaker(contribution: Contribution) -> str:
    speaker = contribution.speaker
    return (speaker.name if speaker else None) or contribution.attribution or ""


def _escaped(text: str) -> str:
    """Text that BibTeX takes as it stands.

    >>> _escaped("Fish & Chips {No. 2} 100%")
    'Fish \\\\& Chips \\\\{No. 2\\\\} 100\\\\%'
    """
    return re.sub(r"[\\{}&%$#_~^]", lambda found: _SPECIAL.get(found[0], f"\\{found[0]}"), text)
