"""A search as it stands in an address: words, filters and order, parsed once for page, feed and API alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from urllib.parse import quote_plus, urlencode

from msgspec import Struct, structs

from .asked import MAX_PER_PAGE, dates_asked, house_asked, number_asked, one_of, text_asked
from .chambers import chambers

FACETS = ("year", "house", "department", "member", "party", "kind")
SORTS = {"relevance": "best first", "newest": "newest first", "oldest": "oldest first"}
_MAX_QUERY = 2000
_TEXTS = ("member", "party", "office", "department", "kind", "bill", "parliament", "session")
_PARAMETERS = {"query": "q", "start": "from", "end": "to"}


class SearchAsked(Struct, frozen=True):
    """A search as `Archive.search` takes it. `limit` is how many results a page has."""

    query: str = ""
    member: str | None = None
    party: str | None = None
    office: str | None = None
    department: str | None = None
    house: str | None = None
    chamber: str | None = None
    kind: str | None = None
    bill: str | None = None
    start: date | None = None
    end: date | None = None
    parliament: str | None = None
    session: str | None = None
    sort: str = "relevance"
    limit: int = 20
    page: int = 1

    def arguments(self) -> dict[str, Any]:
        """Keyword arguments for `Archive.search`."""
        return structs.asdict(self)

    def chosen(self) -> dict[str, Any]:
        """The filters alone, as the archive's exports take them."""
        return {k: v for k, v in structs.asdict(self).items() if k not in ("query", "sort", "limit", "page")}

    def address(self, **changes: Any) -> str:
        """The query of an address that asks the same with `changes`, from page 1 unless told; defaults left out."""
        pairs = self._pairs(**changes)
        return f"?{urlencode(pairs)}" if pairs else ""

    def addresses(self, name: str, values: Iterable[str]) -> list[str]:
        """As `address`, with each of these values of one filter in turn; of `year`, its first day and its last."""
        fields = ("start", "end") if name == "year" else (name,)
        pairs = self._pairs(**dict.fromkeys(fields, _ANY))
        at = next(number for number, (_, value) in enumerate(pairs) if value is _ANY)
        before = "".join(f"{urlencode([pair])}&" for pair in pairs[:at])
        after = "".join(f"&{urlencode([pair])}" for pair in pairs[at + len(fields) :])
        pattern = _YEAR if name == "year" else f"{name}={{0}}"
        return [f"?{before}{pattern.format(quote_plus(value))}{after}" for value in values]

    def _pairs(self, **changes: Any) -> list[tuple[str, Any]]:
        usual, asked = structs.asdict(_USUAL), structs.asdict(structs.replace(self, **{"page": 1, **changes}))
        return [(_PARAMETERS.get(key, key), value) for key, value in asked.items() if value != usual[key]]

    def filters(self) -> dict[str, str]:
        """The filters in use, by their name in an address, for showing."""
        kept = structs.asdict(self)
        hidden = ("query", "sort", "limit", "page")
        return {key: str(value) for key, value in kept.items() if value is not None and key not in hidden}

    def asks(self) -> bool:
        """Whether anything is looked for at all."""
        return bool(self.query or self.filters())


_USUAL = SearchAsked()
_ANY = object()  # in the place of a value, while there are many
_YEAR = "from={0}-01-01&to={0}-12-31"


def search_asked(query: Mapping[str, str]) -> SearchAsked:
    """The search in a query. UsageError names the first part that makes no sense."""
    start, end = dates_asked(query)
    return SearchAsked(
        query=text_asked(query, "q", most=_MAX_QUERY) or "",
        **{name: text_asked(query, name) for name in _TEXTS},
        house=house_asked(query),
        chamber=one_of(query, "chamber", chambers()),
        start=start,
        end=end,
        sort=one_of(query, "sort", SORTS) or "relevance",
        limit=number_asked(query, "limit", default=20, least=1, most=MAX_PER_PAGE),
        page=number_asked(query, "page", default=1, least=1, most=100_000),
    )
