"""The past of a debate: which editions it had, and word for word what changed between them.

Only what changed is told, since all the rest reads today as it always did. What was
withdrawn is counted and dated; its words are kept and not shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from difflib import SequenceMatcher

from sqlalchemy import Connection, RowMapping, select

from ..model import Changed, Contribution, Debate, DebateHistory, Disagreement, Division, Withdrawn, Wording
from ..store.roll import StoredRoll
from ..store.rows import WordingCell, decode_wording
from ..store.schema import disagreements, documents, gone, revisions
from .debates import debate, resolve, sitting_of


def debate_history(connection: Connection, roll: StoredRoll, asked: str) -> DebateHistory:
    """The history of the debate that `asked` leads to; of one contribution alone where it leads to one."""
    found = resolve(connection, asked)
    whole = debate(connection, roll, asked)
    spoken = [item for item in whole.items if isinstance(item, Contribution)]
    if found.kind == "contribution":
        spoken = [item for item in spoken if item.id == found.id]
    sitting_id = sitting_of(connection, whole)
    past = _past(connection, sitting_id)
    return DebateHistory(
        section=whole.section,
        sitting=whole.sitting,
        history=whole.history,
        changed=tuple(_changed(item, past[item.id]) for item in spoken if item.id in past),
        withdrawn=_withdrawn(connection, sitting_id),
        disagreements=_disagreements(
            connection, sitting_id, {item.id for item in spoken} | _divisions_in(whole, found.kind)
        ),
    )


def _divisions_in(whole: Debate, asked: str) -> set[str]:
    """The ids of a debate's divisions; none where a contribution was asked for."""
    return {item.id for item in whole.items if isinstance(item, Division) and asked != "contribution"}


def word_diff(old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Which words stayed, went and came, in order.

    >>> word_diff("We shall build two piers.", "We shall build three piers.")
    (('same', 'We shall build'), ('removed', 'two'), ('added', 'three'), ('same', 'piers.'))
    """
    before, after = old.split(), new.split()
    told: list[tuple[str, str]] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            told.append(("same", " ".join(before[i1:i2])))
        else:
            told += [("removed", " ".join(before[i1:i2]))] if i2 > i1 else []
            told += [("added", " ".join(after[j1:j2]))] if j2 > j1 else []
    return tuple(told)


def _past(connection: Connection, sitting_id: str) -> dict[str, list[tuple[RowMapping, WordingCell]]]:
    query = select(revisions, documents.c.first_seen, documents.c.format, documents.c.path)
    query = query.join(documents, documents.c.sha256 == revisions.c.sha256)
    rows = connection.execute(query.where(revisions.c.sitting_id == sitting_id).order_by(revisions.c.place))
    past: dict[str, list[tuple[RowMapping, WordingCell]]] = defaultdict(list)
    for row in rows.mappings():
        past[row["contribution_id"]].append((row, decode_wording(row["data"])))
    return past


def _changed(item: Contribution, past: Sequence[tuple[RowMapping, WordingCell]]) -> Changed:
    texts = [_text(cell) for _, cell in past]
    following = [*texts[1:], item.text]
    return Changed(
        id=item.id,
        attribution=item.attribution,
        column=item.column,
        permalink=item.permalink,
        revision=item.revision,
        text=item.text,
        wordings=tuple(
            _wording(row, cell, text, then) for (row, cell), text, then in zip(past, texts, following, strict=True)
        ),
    )


def _wording(row: RowMapping, cell: WordingCell, text: str | None, then: str | None) -> Wording:
    return Wording(
        revision=row["number"],
        seen=row["first_seen"],
        source=f"{row['format']} {row['path'].rsplit('/', 1)[-1]}",
        edition=cell.edition,
        how=row["how"],
        attribution=cell.attribution,
        text=text,
        sha256=cell.sha256,
        diff=() if text is None or then is None else word_diff(text, then),
    )


def _text(cell: WordingCell) -> str | None:
    return None if cell.sha256 is None else "\n\n".join(p.text for p in cell.paragraphs)


def _disagreements(connection: Connection, sitting_id: str, ids: set[str]) -> tuple[Disagreement, ...]:
    """What other sources tell differently of these contributions; and what they have that the sitting lacks."""
    query = select(disagreements).where(disagreements.c.sitting_id == sitting_id).order_by(disagreements.c.place)
    return tuple(
        Disagreement(row.contribution_id, row.field, row.leading, row.differs, row.other)
        for row in connection.execute(query)
        if row.contribution_id is None or row.contribution_id in ids
    )


def _withdrawn(connection: Connection, sitting_id: str) -> tuple[Withdrawn, ...]:
    query = select(gone, documents.c.first_seen).outerjoin(documents, documents.c.sha256 == gone.c.since_sha256)
    rows = connection.execute(query.where(gone.c.sitting_id == sitting_id).order_by(gone.c.id)).mappings()
    return tuple(
        Withdrawn(
            row["id"], row["why"], row["since"] or row["first_seen"], row["reason"], decode_wording(row["data"]).sha256
        )
        for row in rows
    )
