"""Questions about bills: which are held, their stages, and ministers' words on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..extracts import bill_answer, bills, ministerial, pack, provision_answer
from ..extracts.provision_map import read_map
from ..model import BillAnswer, BillRef, Ministerial, Pack, ProvisionAnswer
from ..store.roll import StoredRoll
from .opening import Opening


class Bills(Opening):
    """Bills and ministerial extracts."""

    def bills(self, text: str = "") -> tuple[BillRef, ...]:
        """Bills with a debate held, the newest first; with `text`, those whose name has every word of it."""
        with self._reading() as connection:
            return bills.bills_held(connection, text)

    def bill(self, name_or_id: str) -> BillAnswer:
        """A bill with its stages, held and missing, and who is in charge of it (contract section 9)."""
        with self._reading() as connection:
            return bill_answer.bill_answer(connection, StoredRoll(connection), name_or_id)

    def bill_named(self, name_or_id: str) -> BillRef:
        """Which bill is meant, without its stages: cheap, where only its id and name are wanted."""
        with self._reading() as connection:
            return bills.bill_named(connection, name_or_id)

    def provision(self, bill: str, provision: str, *, mapping: str | None = None, name: str = "") -> ProvisionAnswer:
        """Everything ministers said on a provision of a bill, in order, through all stages held.

        `mapping` is the text of a mapping of its numbers between prints (CSV; `name` is what errors call it).
        """
        lines = read_map(mapping, name or "the mapping") if mapping is not None else None
        with self._reading() as connection:
            return provision_answer.provision_answer(connection, StoredRoll(connection), bill, provision, lines)

    def pack(
        self,
        bill: str,
        provision: str | None = None,
        *,
        marks: Sequence[str] = (),
        mapping: str | None = None,
        name: str = "",
        made: date | None = None,
    ) -> Pack:
        """Everything ministers said on a bill, or on one provision of it, gathered for a court bundle.

        `marks` are words relied on, each ID:START-END in a contribution's text; `made` dates the pack (today).
        """
        lines = read_map(mapping, name or "the mapping") if mapping is not None else None
        query = pack.PackQuery(bill, provision, tuple(marks), lines)
        with self._reading() as connection:
            return pack.pack(connection, StoredRoll(connection), query, made or date.today())

    def ministerial(
        self,
        debate_or_bill: str,
        *,
        context: str = "reply",
        before: int = 1,
        after: int = 1,
        page: int = 1,
        per_page: int = 10,
        cursor: str | None = None,
        chamber: str | None = None,
        parliament: str | None = None,
        session: str | None = None,
    ) -> Ministerial:
        """Ministers' words in a debate, or in all stages of a bill, with what they answer."""
        query = ministerial.Query(
            debate_or_bill, context, before, after, page, per_page, cursor, chamber, parliament, session
        )
        with self._reading() as connection:
            return ministerial.ministerial(connection, StoredRoll(connection), query)
