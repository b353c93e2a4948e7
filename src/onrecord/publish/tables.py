"""Contributions as lines and tables: CSV, JSON lines, Parquet, any number of them in bounded memory.

A row says what was said, by whom as what, where, and how to cite and check it. A cell of a
CSV file never begins a formula: the words of the record are opened in spreadsheets, which
run what begins with `=`, and a quotation mark is put before them. JSON lines are the
contract's contributions and nothing else.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import IO, Any, Protocol

import msgspec

from ..errors import UsageError
from ..model import LICENCE, NOT_OFFICIAL, Contribution, Speaker, Unresolved

COLUMNS = (
    "id", "date", "house", "chamber", "kind", "speaker", "person_id", "party", "constituency", "office", "attribution",
    "unresolved", "role", "department", "department_basis", "debate", "heading", "bill", "stage", "question_number",
    "uin", "time", "column", "column_end", "citation", "permalink", "source_url", "text", "licence",
)  # fmt: skip
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")


class Writer(Protocol):
    """Writes contributions to a file; `close` ends what was written, and leaves the file open."""

    def add(self, contributions: Iterable[Contribution]) -> None:
        """Write these."""

    def close(self) -> None:
        """There are no more."""


class Lines:
    """JSON lines: a contribution a line, in the order given."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._encode = file, msgspec.json.Encoder().encode

    def add(self, contributions: Iterable[Contribution]) -> None:
        """Write these."""
        self._file.writelines(self._encode(one) + b"\n" for one in contributions)

    def close(self) -> None:
        """There are no more."""


class Commas:
    """CSV in UTF-8 with a heading, as RFC 4180 has it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._write([COLUMNS])

    def add(self, contributions: Iterable[Contribution]) -> None:
        """Write these."""
        self._write([[_harmless(cell) for cell in row_of(one).values()] for one in contributions])

    def close(self) -> None:
        """There are no more."""

    def _write(self, rows: Iterable[Iterable[str]]) -> None:
        text = io.StringIO(newline="")
        csv.writer(text).writerows(rows)
        self._file.write(text.getvalue().encode())


class Parquet:
    """A Parquet file of the same columns, `date` as a date; the licence is in its metadata as well."""

    def __init__(self, file: IO[bytes]) -> None:
        try:
            import pyarrow
            import pyarrow.parquet
        except ImportError:
            raise UsageError(
                "Parquet needs pyarrow, which is not installed", remedy='pip install "onrecord[tables]"'
            ) from None
        self._arrow = pyarrow
        fields = [(name, pyarrow.date32() if name == "date" else pyarrow.string()) for name in COLUMNS]
        self._schema = pyarrow.schema(fields, metadata={"licence": LICENCE, "notice": NOT_OFFICIAL})
        self._writer = pyarrow.parquet.ParquetWriter(file, self._schema, compression="zstd")

    def add(self, contributions: Iterable[Contribution]) -> None:
        """Write these."""
        rows = [row_of(one) | {"date": one.sitting.date} for one in contributions]
        self._writer.write_table(self._arrow.Table.from_pylist(rows, schema=self._schema))

    def close(self) -> None:
        """There are no more."""
        self._writer.close()


WRITERS: Mapping[str, Callable[[IO[bytes]], Writer]] = MappingProxyType(
    {"csv": Commas, "jsonl": Lines, "parquet": Parquet}
)


def row_of(contribution: Contribution) -> dict[str, Any]:
    """A contribution in one row: the columns of `COLUMNS`, in their order; what is not known is None."""
    one, sitting, section = contribution, contribution.sitting, contribution.section
    return {
        "id": one.id,
        "date": sitting.date.isoformat(),
        "house": sitting.house,
        "chamber": sitting.chamber,
        "kind": one.kind,
        **_speaker(one.speaker),
        "attribution": one.attribution,
        "unresolved": one.speaker.unresolved if isinstance(one.speaker, Unresolved) else None,
        "role": one.capacity.role if one.capacity else None,
        "department": section.department,
        "department_basis": section.department_basis,
        "debate": section.path[0],
        "heading": " > ".join(section.path[1:]) or None,
        "bill": section.bill,
        "stage": section.stage,
        "question_number": one.question_number,
        "uin": one.uin,
        "time": one.time,
        "column": one.column,
        "column_end": one.column_end,
        "citation": one.citation,
        "permalink": one.permalink,
        "source_url": one.source_url,
        "text": one.text,
        "licence": LICENCE,
    }


def _speaker(speaker: Speaker | Unresolved | None) -> dict[str, str | None]:
    known = speaker if isinstance(speaker, Speaker) else None
    name = known.name if known else speaker.name if isinstance(speaker, Unresolved) else None
    return {
        "speaker": name,
        "person_id": known.person_id if known else None,
        "party": known.party if known else None,
        "constituency": known.constituency if known else None,
        "office": "; ".join(office.title for office in known.offices) or None if known else None,
    }


def _harmless(cell: str | None) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> _harmless("=1+1"), _harmless("- the hon. Member"), _harmless("“Order!”"), _harmless(None)
    ("'=1+1", "'- the hon. Member", '“Order!”', '')
    """
    text = cell or ""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text
