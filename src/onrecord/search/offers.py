"""What else the reader may have meant: a member or debate named in the query, a word the record has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from rapidfuzz import process
from rapidfuzz.distance import OSA

from ..extracts.debates import debate_query, refs
from ..extracts.members import found
from ..model import DebateRef, PersonRef
from ..normal import normalise, words
from ..store.asking import asked, rows_with
from ..store.permalinks import fold_title
from ..store.schema import sections
from .language import All, Any, Asked, Near, Not, Word
from .meaning import all_of, term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .finding import Asking

_MOST = 3
_LIST = 200_000
_LOOKED_AT = 60
_CALLED = """
SELECT sections.id FROM sections JOIN sittings ON sittings.id = sections.sitting_id
WHERE sections.folded = ? AND sections.id = sections.debate_id ORDER BY sittings.date DESC, sections.ordinal LIMIT ?
"""
_STANDING = """
SELECT c.id, c.debate_id, own.folded, debates.folded FROM contributions c
JOIN sections own ON own.id = c.section_id JOIN sections debates ON debates.id = c.debate_id WHERE c.id
"""


class Offers(Struct, frozen=True):
    """`query` is the query with words of the record in place of unknown ones."""

    query: str | None = None
    people: tuple[PersonRef, ...] = ()
    debates: tuple[DebateRef, ...] = ()


def offers_for(asking: Asking, query: str) -> Offers:
    """The people and debates that the query names, and the query as it may have been meant."""
    plain = [] if _takes_away(asking.asked) else normalise(query).split()
    return Offers(_corrected(asking, query), _people(asking, plain), _debates(asking, query, plain))


def _people(asking: Asking, plain: list[str]) -> tuple[PersonRef, ...]:
    """Everybody whose name the whole query is."""
    if not 1 < len(plain) < 7:  # one word is a word; a surname alone is asked with speaker:
        return ()
    return found(asking.roll.named(" ".join(plain))[:_MOST])


def _debates(asking: Asking, query: str, plain: list[str]) -> tuple[DebateRef, ...]:
    """Debates called what was asked, newest first; then those under whose headings every word of it stands.

    Under filters, only those in which something answers them: no debate of another year, or without the member.
    """
    if not plain or not all(asking.searcher.doc_freq("title", word) for word in plain):
        return ()
    title = fold_title(query)
    if asking.chosen:
        headed = dict(_headed(asking, plain))
        wanted = sorted(headed, key=lambda debate: headed[debate] != title)[:_MOST]
    else:
        called = [debate for (debate,) in asked(asking.connection, _CALLED, (title, _MOST))]
        more = (debate for debate, _ in _headed(asking, plain)) if len(called) < _MOST else ()
        wanted = list(dict.fromkeys([*called, *more]))[:_MOST]
    found = debate_query.where(sections.c.id.in_(wanted))
    known = {ref.id: ref for ref in refs(asking.connection.execute(found).mappings().all())} if wanted else {}
    return tuple(known[one] for one in wanted if one in known)


def _headed(asking: Asking, plain: list[str]) -> Iterator[tuple[str, str]]:
    """Debates, and what they are called, whose headings have all these words, newest first.

    Words of the department above them are not enough.
    """
    titled = all_of([*(term(word, "title") for word in dict.fromkeys(plain)), *asking.chosen])
    located, _ = asking.located(titled, "newest", _LOOKED_AT)
    ids = [one.id for one in located]
    standing = {row[0]: row[1:] for row in rows_with(asking.connection, _STANDING, ids)}
    for debate, own, called in (standing[one] for one in ids if one in standing):
        if not set(plain).isdisjoint([*own.split(), *called.split()]):
            yield debate, called


def _corrected(asking: Asking, query: str) -> str | None:
    """The query with each word that is in no contribution replaced by the nearest that is; None for no such word."""
    unknown = {w.text for w in _words(asking.asked) if w.field == "text" and not asking.meaning.words_of(w)}
    nearest = {word: near for word in unknown if (near := _nearest(asking, word))}
    if not nearest:
        return None
    parts, at = [], 0
    for spot in words(query):
        if spot.text in nearest:
            parts += [query[at : spot.start], nearest[spot.text]]
            at = spot.end
    return "".join([*parts, query[at:]])


def _nearest(asking: Asking, word: str) -> str | None:
    if len(word) < 4:
        return None
    known = dict(asking.searcher.terms_with_prefix("text", word[0], limit=_LIST))
    likely = [other for other in known if abs(len(other) - len(word)) <= 2]
    cutoff = 1 if len(word) < 6 else 2
    close = process.extract(word, likely, scorer=OSA.distance, score_cutoff=cutoff, limit=50)
    return min(close, key=lambda match: (match[1], -known[match[0]], match[0]))[0] if close else None


def _takes_away(asked: Asked | None) -> bool:
    """Whether a query has words that must not be met: what they name is not offered."""
    return isinstance(asked, Not) or (isinstance(asked, All | Any) and any(_takes_away(part) for part in asked.parts))


def _words(asked: Asked | None) -> Iterator[Word]:
    if isinstance(asked, Word):
        yield asked
    elif isinstance(asked, All | Any):
        for part in asked.parts:
            yield from _words(part)
    elif isinstance(asked, Near):
        yield from (word for word in (asked.one, asked.other) if isinstance(word, Word))
    elif isinstance(asked, Not):
        return
