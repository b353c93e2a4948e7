"""References: made for a contribution, and followed to what they point to."""

from __future__ import annotations

from ..errors import UsageError
from ..extracts import references
from ..extracts.passage import passage_address
from ..model import Contribution, MadeReference, ReadReference
from ..proceedings.citation import official_report
from ..proceedings.references import is_reference
from ..publish.bibliography import bibtex, csl_json
from ..store.roll import StoredRoll
from .opening import Opening

STYLES = ("oscola", "official-report", "bibtex", "csl-json")


class References(Opening):
    """How a contribution is cited, and where a citation leads."""

    @staticmethod
    def is_reference(text: str) -> bool:
        """Whether a text is meant as a reference (it holds a blank, or is HCWS265) and not as an id."""
        return is_reference(text)

    def contribution(self, id: str) -> Contribution:
        """A contribution, by any id, alias or address that it has or ever had."""
        with self._reading() as connection:
            return references.contribution_called(connection, StoredRoll(connection), id)

    def cite(self, id: str, style: str = "oscola", passage: str | None = None) -> MadeReference:
        """The reference of a contribution in a style: `oscola`, `official-report`, `bibtex` or `csl-json`.

        `passage`: words of it to mark; the answer has their address. NotHeldError where the source gives no
        column or number; UsageError for a style that is not known or words that do not stand there.
        """
        if style not in STYLES:
            raise UsageError(f"no style is called {style}", remedy=f"choose one of {', '.join(STYLES)}")
        found = self.contribution(id)
        if found.citation is None:
            raise references.cannot_be_cited(found)
        address = passage_address(found, passage) if passage else None
        return MadeReference(_styled(found, found.citation, style), style, found, address)

    def where(self, reference: str) -> ReadReference:
        """The contributions to which a reference leads (contract section 7). UsageError for what is no reference."""
        with self._reading() as connection:
            return references.where(connection, StoredRoll(connection), reference)


def _styled(found: Contribution, oscola: str, style: str) -> str:
    match style:
        case "official-report":
            number = found.reference or found.uin
            bill = found.section.bill
            return official_report(found.sitting, found.column, found.column_end, bill=bill, number=number) or oscola
        case "bibtex":
            return bibtex(found, oscola)
        case "csl-json":
            return csl_json(found, oscola)
        case _:
            return oscola
