"""Was it really said? A quotation against the record: the verdict, the passages, and why.

First whether the words stand somewhere as they are; then, with the conventions of quoting, whether
their pieces do; then what comes nearest. The index proposes contributions, the record's own text
decides. A verdict of `verbatim` is only ever given on words that were compared one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from msgspec import structs
from sqlalchemy import Connection, select

from ..errors import UsageError
from ..extracts.contributions import Reader
from ..model import Contribution, QuotationMatch, Speaker, Verification
from ..store.roll import StoredRoll
from ..store.rows import decode_contribution
from ..store.schema import contributions
from .earlier import stood_in
from .proposals import Narrowed, Proposals
from .quotation.context import around
from .quotation.judging import ALIKE, MOST_PIECES, WHY, Standings, longest_of, nearest_of, stands, turned
from .quotation.missing import lacking
from .quotation.nearest import Nearest
from .quotation.quoted import Quotation, read_quotation
from .quotation.standing import Standing
from .quotation.tokens import Token

LONGEST = 200_000  # characters
MOST_MATCHES = 20
_NEAR = 0.8  # share of words below which a passage half found is looked for again, among more
_BEGUN = 0.3  # share of words from which on a passage may go on as the quotation does
_ROUNDS = 3  # times that what goes on as the quotation does is looked for
_READ = 60  # contributions read for one question


class Verifier:
    """Checks quotations over one connection, with proposals from one state of the index."""

    def __init__(self, connection: Connection, roll: StoredRoll, proposals: Proposals) -> None:
        self._connection, self._proposals = connection, proposals
        self._reader = Reader(connection, roll)

    def verify(self, quote: str, narrowed: Narrowed) -> Verification:
        """The verdict on a quotation; `narrowed.person` is who is said to have said it. UsageError for
        one without words, or too long."""
        if len(quote) > LONGEST:
            raise UsageError(f"the quotation is longer than {LONGEST:,} characters", remedy="check it in parts")
        quotation = read_quotation(quote)
        if not quotation.literal:
            raise UsageError("the quotation holds no words", remedy='quote some, for instance onrecord verify "…"')
        own = self._standing(quotation, narrowed)
        if narrowed.person:
            own = [place for place in own if place.voice is None]
        if any(place.fair for place in own):
            return self._exact(quotation, [place for place in own if place.fair], "verbatim")
        anywhere = Narrowed(None, narrowed.start, narrowed.end)
        elsewhere = [place for place in self._standing(quotation, anywhere) if place.fair] if narrowed.person else []
        if elsewhere:
            return self._exact(quotation, elsewhere, "attributed-elsewhere")
        if own:
            return self._exact(quotation, own, "altered")
        return self._not_as_it_is(quotation, narrowed)

    # --- word for word

    def _standing(self, quotation: Quotation, narrowed: Narrowed) -> list[Standings]:
        found = self._standing_in([_plain(quotation.literal)], quotation, narrowed)
        if not found and not quotation.is_plain:
            found = self._standing_in([_plain(piece.words) for piece in quotation.pieces], quotation, narrowed)
        return found

    def _standing_in(
        self, phrases: Sequence[Sequence[str]], quotation: Quotation, narrowed: Narrowed
    ) -> list[Standings]:
        """Where it stands among the contributions with these phrases; once there are as many as are shown, no more
        are read."""
        ids, found = self._proposals.holding(phrases, narrowed, _READ), list[Standings]()
        for start in range(0, len(ids), MOST_MATCHES):
            standing = self._texts(ids[start : start + MOST_MATCHES])
            found += [place for one in standing for place in stands(quotation, one)]
            if sum(place.fair and place.voice is None for place in found) >= MOST_MATCHES:
                break
        return found

    def _exact(self, quotation: Quotation, places: Sequence[Standings], verdict: str) -> Verification:
        ordered = sorted(places, key=lambda p: (p.voice is not None, len(p.found.elided)))[:MOST_MATCHES]
        shown = self._contributions(place.standing.id for place in ordered)
        inserted = () if all(not p.found.elided and quotation.is_plain for p in ordered) else quotation.inserted
        matches = tuple(
            _match(
                shown[place.standing.id], place.standing.text, place.found.start, place.found.end,
                diff=(("same", place.standing.text[place.found.start : place.found.end]),),
                voice=place.voice, elided=place.found.elided, inserted=inserted,
            )
            for place in ordered if place.standing.id in shown
        )  # fmt: skip
        said_so = matches[0].elided or inserted
        why = {"verbatim": "elided" if said_so else "verbatim", "altered": "unfair"}.get(verdict, "elsewhere")
        return Verification(quotation.text, verdict, matches, WHY[why], matches[0].elided, matches[0].inserted)

    # --- what comes nearest

    def _not_as_it_is(self, quotation: Quotation, narrowed: Narrowed) -> Verification:
        """Nothing holds the words as one phrase: somebody may break in where they stand, or they are altered."""
        words = _plain(quotation.literal)
        near = self._texts(self._proposals.like(words, narrowed, thorough=False))
        broken_into = [
            place for standing in near if _may_break(standing, words) for place in stands(quotation, standing)
        ]
        if any(place.fair for place in broken_into):
            return self._exact(quotation, [place for place in broken_into if place.fair], "verbatim")
        alike = self._nearer(quotation, near, narrowed)
        if not alike or alike[0][1].similarity < _NEAR:
            alike = self._nearer(quotation, self._texts(self._proposals.like(words, narrowed, thorough=True)), narrowed)
        if not alike and narrowed.person:
            return self._not_as_it_is(quotation, Narrowed(None, narrowed.start, narrowed.end))
        return self._altered(quotation, alike, narrowed)

    def _nearer(
        self, quotation: Quotation, near: Sequence[Standing], narrowed: Narrowed
    ) -> list[tuple[Standing, Nearest]]:
        """The passages that differ least, here or in contributions that go on where the nearest here breaks off."""
        words, alike = _plain(quotation.kept), nearest_of(quotation, near, _BEGUN)
        for _ in range(_ROUNDS if alike else 0):
            best, passage = alike[0]
            lacks = lacking(words, best)
            if lacks is None:
                break
            found = self._texts(self._proposals.continuing(lacks.stretch, lacks.lacked, narrowed))
            known = {standing.id for standing, _ in alike}
            more = nearest_of(quotation, [standing for standing in found if standing.id not in known], _BEGUN)
            alike = sorted([*alike, *more], key=lambda pair: -pair[1].similarity)
            if alike[0][1].similarity <= passage.similarity:
                break
        return [pair for pair in alike if pair[1].similarity >= ALIKE]

    def _altered(
        self, quotation: Quotation, near: Sequence[tuple[Standing, Nearest]], narrowed: Narrowed
    ) -> Verification:
        crosses = self._crossing(quotation, [standing.id for standing, _ in near], narrowed)
        if not near and not crosses:
            mixed = self._mixed(quotation, narrowed)
            verdict, why = ("altered", "order") if mixed else ("not-found", "not-found")
            return Verification(quotation.text, verdict, mixed, WHY[why])
        shown = self._contributions([*(standing.id for standing, _ in near[:MOST_MATCHES]), *crosses])
        matches = tuple(
            _match(
                shown[standing.id], standing.text, passage.start, passage.end, diff=passage.diff,
                similarity=passage.similarity, voice=standing.voice(passage.start, passage.end),
            )
            for standing, passage in near[:MOST_MATCHES] if standing.id in shown
        )  # fmt: skip
        earlier = stood_in(self._connection, quotation, [match.contribution.id for match in matches])
        matches = tuple(structs.replace(m, revision=earlier.get(m.contribution.id)) for m in matches)
        matches = tuple(sorted(matches, key=lambda match: match.revision is None))
        why = WHY["earlier" if earlier else "crosses" if crosses else "altered"]
        if matches and not earlier and not crosses:
            why = f"{why} {turned(matches[0].diff)}".strip()
        return Verification(quotation.text, "altered", matches, why, crosses=tuple(crosses))

    def _mixed(self, quotation: Quotation, narrowed: Narrowed) -> tuple[QuotationMatch, ...]:
        """Contributions that have every piece of the quotation, though not one after the other: the longest of them."""
        pieces = quotation.pieces
        if not 2 <= len(pieces) <= MOST_PIECES or min(len(piece.words) for piece in pieces) < 2:
            return ()
        ids = self._proposals.holding([_plain(piece.words) for piece in pieces], narrowed, MOST_MATCHES)
        shown = self._contributions(ids)
        found = ((standing, longest_of(quotation, standing)) for standing in self._texts(ids))
        return tuple(
            _match(
                shown[standing.id], standing.text, passage.start, passage.end, diff=passage.diff,
                similarity=passage.similarity, voice=standing.voice(passage.start, passage.end),
            )
            for standing, passage in found if passage and standing.id in shown
        )  # fmt: skip

    def _crossing(self, quotation: Quotation, near: Sequence[str], narrowed: Narrowed) -> list[str]:
        """The contributions, one after the other, whose words the quotation joins; none if it doesn't."""
        if len(quotation.pieces) > 1:
            return self._pieces_apart(quotation, narrowed)
        words, wanted = _plain(quotation.literal), [token.text for token in quotation.literal]
        ends = self._texts(self._holding_an_end(quotation, near, narrowed))
        for identity in [standing.id for standing in ends if _may_join(words, standing.plain)]:
            for first, second in pairwise(self._neighbours(identity)):
                if _joins(words, first.plain, second.plain) and _joins(wanted, _texts(first), _texts(second)):
                    return [first.id, second.id]
        return []

    def _holding_an_end(self, quotation: Quotation, near: Sequence[str], narrowed: Narrowed) -> list[str]:
        """Contributions with half of the quotation: one of two neighbours that it joins has at least that."""
        words, half = _plain(quotation.literal), len(quotation.literal) // 2
        if half < 2:
            return list(near[:3])
        heads = self._proposals.holding([words[: half + len(words) % 2]], narrowed, 5)
        tails = self._proposals.holding([words[half:]], narrowed, 5)
        return list(dict.fromkeys([*near[:3], *heads, *tails]))

    def _pieces_apart(self, quotation: Quotation, narrowed: Narrowed) -> list[str]:
        """Contributions of one debate, in order, that hold a piece each."""
        if len(quotation.pieces) > MOST_PIECES:
            return []
        holders: list[dict[str, tuple[int, str]]] = []
        for piece in quotation.pieces:
            if len(piece.words) < 2:
                return []
            ids = self._proposals.holding([_plain(piece.words)], narrowed, _READ)
            rows = self._reader.rows(ids)
            holders.append({row["debate_id"]: (row["ordinal"], row["id"]) for row in rows.values() if row["debate_id"]})
        for debate in set(holders[0]).intersection(*holders[1:]):
            chain = [holder[debate] for holder in holders]
            if all(one[0] <= two[0] for one, two in pairwise(chain)) and len({identity for _, identity in chain}) > 1:
                return list(dict.fromkeys(identity for _, identity in chain))
        return []

    # --- the record

    def _texts(self, ids: Sequence[str]) -> list[Standing]:
        rows = self._reader.rows(ids)
        return [Standing(i, decode_contribution(rows[i]["data"]).paragraphs) for i in ids if i in rows]

    def _neighbours(self, identity: str) -> list[Standing]:
        """A contribution between the one before and the one after it in its debate."""
        table = contributions.c
        here = self._connection.execute(select(table.debate_id, table.ordinal).where(table.id == identity)).first()
        if here is None or here[0] is None:
            return []
        within = select(table.id).where(table.debate_id == here[0])
        before = within.where(table.ordinal < here[1]).order_by(table.ordinal.desc()).limit(1)
        after = within.where(table.ordinal > here[1]).order_by(table.ordinal).limit(1)
        ids = [*self._connection.execute(before).scalars(), identity, *self._connection.execute(after).scalars()]
        return self._texts(ids)

    def _contributions(self, ids: Iterable[str]) -> dict[str, Contribution]:
        rows = self._reader.rows(list(dict.fromkeys(ids)))
        tree = self._reader.sections_around(list(rows.values()))
        return {identity: self._reader.contribution(row, tree) for identity, row in rows.items()}


def _plain(words: Sequence[Token]) -> list[str]:
    return [token.plain for token in words if token.plain]


def _may_break(standing: Standing, words: Sequence[str]) -> bool:
    """Whether somebody breaks in there, and every word of the quotation is there to be broken into."""
    return bool(standing.voices) and set(words) <= set(standing.plain)


def _texts(standing: Standing) -> list[str]:
    return [token.text for token in standing.words]


def _joins(wanted: Sequence[str], first: Sequence[str], second: Sequence[str]) -> bool:
    """Whether the words end one contribution and begin the next, and all of them do."""
    one, two = first[-len(wanted) :], second[: len(wanted)]
    return any(one[-cut:] == wanted[:cut] and two[: len(wanted) - cut] == wanted[cut:] for cut in range(1, len(wanted)))


def _may_join(wanted: Sequence[str], plain: Sequence[str]) -> bool:
    """Whether a contribution ends with how the words begin, or begins with how they end."""
    length = len(wanted)
    return any(plain[-cut:] == wanted[:cut] or plain[: length - cut] == wanted[cut:] for cut in range(1, length))


def _match(
    contribution: Contribution, text: str, start: int, end: int, *, diff: tuple[tuple[str, str], ...],
    similarity: float = 1.0, voice: str | None = None, elided: tuple[str, ...] = (), inserted: tuple[str, ...] = (),
) -> QuotationMatch:  # fmt: skip
    context = around(text, start, end)
    return QuotationMatch(
        contribution=contribution,
        similarity=similarity,
        start=start,
        end=end,
        diff=diff,
        corrected_by=contribution.corrected_by,
        voice=voice,
        elided=elided,
        inserted=inserted,
        before=context.before,
        after=context.after,
        quoting=context.quoting,
    )


def spoken_by(verification: Verification) -> str | None:
    """The person whose contribution the best match is."""
    if not verification.matches:
        return None
    speaker = verification.matches[0].contribution.speaker
    return speaker.person_id if isinstance(speaker, Speaker) else None
