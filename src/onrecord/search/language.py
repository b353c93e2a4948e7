"""The query language: what a reader types, as a tree of what must match.

    childcare "free school meals" -fees (speaker:smith OR title:budget) tax near/5 credit hous* date:2023-03

The grammar is `language.lark`. Any string is a query or a `UsageError` that shows the place
it could not be understood at. Words are normalised as the record's are, so a hyphen parts
them and an apostrophe does not; what holds no letter or figure says nothing and is passed
over, unless nothing else was asked.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput
from msgspec import Struct

from ..errors import UsageError
from ..normal import normalise

LONGEST, DEEPEST, MOST_WORDS = 4_000, 30, 200
_EXAMPLE = 'write it as `tax "free school meals" -fees (credit OR benefit)`'
_DAYS = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", re.ASCII)


class Word(Struct, frozen=True):
    """A word in any of its forms; in `speaker` exactly as it stands."""

    text: str
    field: str = "text"


class Prefix(Struct, frozen=True):
    """Words that begin so."""

    text: str
    field: str = "text"


class Phrase(Struct, frozen=True):
    """These words, in these forms, in this order, unbroken."""

    words: tuple[str, ...]
    field: str = "text"


class Near(Struct, frozen=True):
    """Two words at most `distance` words from each other, whichever comes first."""

    one: Word | Prefix
    other: Word | Prefix
    distance: int


class Days(Struct, frozen=True):
    """Said between two days, both included."""

    first: date
    last: date


class Not(Struct, frozen=True):
    """Everything that does not match."""

    what: Asked


class All(Struct, frozen=True):
    """Everything that matches each of these."""

    parts: tuple[Asked, ...]


class Any(Struct, frozen=True):
    """Everything that matches one of these."""

    parts: tuple[Asked, ...]


Asked = Word | Prefix | Phrase | Near | Days | Not | All | Any


@lru_cache(maxsize=1024)
def understood(query: str) -> Asked:
    """What a query asks for. UsageError, with the place, where it cannot be understood.

    >>> understood('tax "School Meals" -fee')
    All(parts=(Word(text='tax', field='text'), Phrase(words=('school', 'meals'), field='text'), \
Not(what=Word(text='fee', field='text'))))
    """
    if len(query) > LONGEST:
        raise UsageError(f"the query is longer than {LONGEST:,} characters", remedy="ask for less")
    if not query.strip():
        raise UsageError("nothing was asked", remedy=_EXAMPLE)
    try:
        tree = _grammar().parse(query)
    except UnexpectedInput as error:
        raise _not_understood(query, error) from None
    asked = _Reading().of(tree, "text", 0)
    if asked is None:
        raise UsageError(f"there is no word in “{_short(query)}”", remedy=_EXAMPLE)
    return asked


class _Reading:
    """Turns the grammar's tree into ours, counting words."""

    def __init__(self) -> None:
        self._words = 0

    def of(self, tree: Tree[Token], field: str, depth: int) -> Asked | None:
        """What a node asks for; None where it holds no word."""
        if depth > DEEPEST * 4:  # a bracket is four nodes deep
            raise UsageError(f"brackets stand more than {DEEPEST} deep", remedy="ask for less at a time")
        match tree.data:
            case "word":
                return self._word(_token(tree), field)
            case "phrase":
                return self._phrase(_token(tree), field)
            case "within":
                name, what = tree.children
                return self.of(_node(what), str(name).rstrip(":").lower(), depth + 1)
            case "on_days":
                return _days(_token(tree))
            case "near":
                return self._near(tree, field, depth)
            case "taken_away":
                gone = self.of(_node(tree.children[0]), field, depth + 1)
                return None if gone is None else Not(gone)
            case _:
                parts = [self.of(_node(child), field, depth + 1) for child in tree.children]
                return _together(parts, Any if tree.data == "any_of" else All)

    def _count(self, words: list[str]) -> list[str]:
        self._words += len(words)
        if self._words > MOST_WORDS:
            raise UsageError(f"the query has more than {MOST_WORDS} words", remedy="ask for less at a time")
        return words

    def _word(self, token: Token, field: str) -> Asked | None:
        words = self._count(normalise(token).split())
        parts: list[Asked | None] = [Word(word, field) for word in words]
        if words and token.endswith("*"):
            parts[-1] = Prefix(words[-1], field)
        return _together(parts, All)

    def _phrase(self, token: Token, field: str) -> Asked | None:
        words = self._count(normalise(token[1:-1]).split())
        return Phrase(tuple(words), field) if words else None

    def _near(self, tree: Tree[Token], field: str, depth: int) -> Asked | None:
        operands = [self.of(_node(child), field, depth + 1) for child in tree.children[::2]]
        tokens = tree.children[1::2]
        pairs: list[Asked | None] = []
        for one, token, other in zip(operands, tokens, operands[1:], strict=False):
            if not isinstance(one, Word | Prefix) or not isinstance(other, Word | Prefix) or one.field != other.field:
                raise UsageError(
                    f"“{token}” stands between two words (at character {_place(token)})",
                    remedy="write it as `tax near/5 credit`",
                )
            pairs.append(Near(one, other, int(str(token).split("/")[1])))
        return _together(pairs, All)


def _together(parts: list[Asked | None], kind: type[All] | type[Any]) -> Asked | None:
    said = [part for part in parts if part is not None]
    if not said:
        return None
    if len(said) == 1:
        return said[0]
    flat = [inner for part in said for inner in (part.parts if isinstance(part, kind) else (part,))]
    return kind(tuple(flat))


def _days(token: Token) -> Days:
    """`date:2023`, `date:2023-03`, `date:2023-03-28`, and any two of them with `..` between."""
    first, dots, last = token.split(":", 1)[1].partition("..")
    begins, ends = _span(first), _span(last if dots else first)
    if begins is None or ends is None or begins[0] > ends[1]:
        raise UsageError(
            f"“{_short(token)}” is not a date (at character {_place(token)})",
            remedy="write it as date:2023-03-28, date:2023-03 or date:2022..2023",
        )
    return Days(begins[0], ends[1])


def _span(text: str) -> tuple[date, date] | None:
    matched = _DAYS.fullmatch(text)
    if not matched:
        return None
    year, month, day = (int(part) if part else None for part in matched.groups())
    try:
        first = date(year or 0, month or 1, day or 1)
        last_month = month or 12
        return first, date(first.year, last_month, day or calendar.monthrange(first.year, last_month)[1])
    except ValueError:
        return None


def _not_understood(query: str, error: UnexpectedInput) -> UsageError:
    place = error.pos_in_stream if error.pos_in_stream is not None and error.pos_in_stream >= 0 else len(query)
    if isinstance(getattr(error, "token", None), Token) and error.token.type == "$END":  # type: ignore[attr-defined]
        place = len(query)
    found = query[place : place + 1]
    if found and found in '"“”„':
        what = "a quotation mark is not closed"
    elif found == ")" and query.count("(", 0, place) > query.count(")", 0, place):
        what = "a word must follow before the bracket is closed"
    elif found == ")":
        what = "a bracket is closed that was not opened"
    elif not found:
        what = "the query ends where a word must follow"
        if query.count("(") > query.count(")"):
            what = "a bracket is not closed, or no word follows"
    else:
        what = f"“{_short(query[place:])}” cannot stand here"
    return UsageError(f"{what} (at character {place + 1} of “{_short(query)}”)", remedy=_EXAMPLE)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def _place(token: object) -> int:
    start = token.start_pos if isinstance(token, Token) else None
    return (start or 0) + 1


def _node(child: Tree[Token] | Token) -> Tree[Token]:
    assert isinstance(child, Tree)
    return child


def _token(tree: Tree[Token]) -> Token:
    child = tree.children[0]
    assert isinstance(child, Token)
    return child


@cache
def _grammar() -> Lark:
    text = files(__package__).joinpath("language.lark").read_text(encoding="utf-8")
    return Lark(text, parser="lalr", maybe_placeholders=False)
