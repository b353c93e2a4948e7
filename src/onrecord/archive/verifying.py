"""Was it really said? One quotation, many, or all that an article holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ..extracts import members
from ..extracts.members import find_member
from ..model import ArticleQuotation, PersonRef, Verification
from ..store.roll import StoredRoll
from .searching import Searching


class Verifying(Searching):
    """Quotations held against the record."""

    def verify(
        self, quote: str, *, speaker: str | None = None, start: date | None = None, end: date | None = None
    ) -> Verification:
        """Whether a quotation is on the record, as words of `speaker` if one is named (contract section 6)."""
        return next(self.verify_each([quote], speaker=speaker, start=start, end=end))

    def verify_each(
        self,
        quotes: Iterator[str] | list[str],
        *,
        speaker: str | None = None,
        start: date | None = None,
        end: date | None = None,
    ) -> Iterator[Verification]:
        """The verdicts on several quotations, in order, all on the record as it stands at the first."""
        from ..search.indexed import IndexProposals
        from ..search.proposals import Narrowed
        from ..search.verifying import Verifier

        with self._searching() as (connection, searcher):
            roll = StoredRoll(connection)
            person = find_member(roll, speaker).person_id if speaker else None
            verifier = Verifier(connection, roll, IndexProposals(searcher))
            for quote in quotes:
                yield verifier.verify(quote, Narrowed(person, start, end))

    def verify_article(
        self, article: str, *, start: date | None = None, end: date | None = None
    ) -> tuple[ArticleQuotation, ...]:
        """Every quotation that an article marks as one, checked. Names that stand near are hints, not trusted."""
        from ..search.quotation.prose import quotations_in
        from ..search.verifying import spoken_by

        found = quotations_in(article)
        checked = list(self.verify_each([quoted.text for quoted in found], start=start, end=end))
        answers = []
        for quoted, verification in zip(found, checked, strict=True):
            hint = self._called(quoted.names)
            speaker = spoken_by(verification)
            agrees = speaker in {person.person_id for person in hint} if hint and speaker else None
            answers.append(ArticleQuotation(quoted.start, quoted.end, hint, agrees, verification))
        return tuple(answers)

    def _called(self, names: tuple[str, ...]) -> tuple[PersonRef, ...]:
        """Everybody on the roll who bears one of these names."""
        with self._reading() as connection:
            roll = StoredRoll(connection)
            people = [person for name in names for person in roll.named(name)]
        return members.found(tuple({person.person_id: person for person in people}.values()))
