"""Queries: what each form means, where a query cannot be understood, and that no string raises anything else."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import UsageError
from onrecord.normal import normalise
from onrecord.search.language import All, Any, Asked, Days, Near, Not, Phrase, Prefix, Word, understood

A, B, C = Word("a"), Word("b"), Word("c")
MEANT = {
    "a b": All((A, B)),
    "a AND b": All((A, B)),
    "a OR b c": Any((A, All((B, C)))),
    "(a OR b) c": All((Any((A, B)), C)),
    "a -b": All((A, Not(B))),
    "a NOT b": All((A, Not(B))),
    "-(a b)": Not(All((A, B))),
    '"a b" c': All((Phrase(("a", "b")), C)),
    "“A  B”": Phrase(("a", "b")),
    '-"a b"': Not(Phrase(("a", "b"))),
    "a-b": All((A, B)),
    "O’Hara": Word("ohara"),
    "ab*": Prefix("ab"),
    "a-b*": All((A, Prefix("b"))),
    "a near/5 b": Near(A, B, 5),
    "a NEAR/5 b near/1 c*": All((Near(A, B, 5), Near(B, Prefix("c"), 1))),
    "speaker:a b": All((Word("a", "speaker"), B)),
    "title:(a OR b)": Any((Word("a", "title"), Word("b", "title"))),
    'Title:"a b"': Phrase(("a", "b"), "title"),
    "text:a": A,
    "date:2019-08-12": Days(date(2019, 8, 12), date(2019, 8, 12)),
    "date:2020-02": Days(date(2020, 2, 1), date(2020, 2, 29)),
    "date:2018..2019-06": Days(date(2018, 1, 1), date(2019, 6, 30)),
    "a – £ b": All((A, B)),
    "OR": Word("or"),
    "or": Word("or"),
    "--a": A,
    "a - b": All((A, B)),
    "near/5": All((Word("near"), Word("5"))),
}
NOT_MEANT = {
    "": "nothing was asked",
    " \n": "nothing was asked",
    "…": "no word in",
    '"a': r"quotation mark is not closed \(at character 1",
    'a "b" "c': r"quotation mark is not closed \(at character 7",
    "a)": r"bracket is closed that was not opened \(at character 2",
    "(a": "bracket is not closed",
    "()": r"word must follow before the bracket is closed \(at character 2",
    "a OR": "must follow",
    "speaker:": "must follow",
    "date:2019-02-30": "is not a date",
    "date:yesterday": "is not a date",
    "date:2020..2019": "is not a date",
    'a near/5 "b c"': "stands between two words",
    "a" * 5000: "longer than",
    "a " * 300: "more than 200 words",
    "(" * 40 + "a" + ")" * 40: "deep",
}
PIECES = st.sampled_from(
    ["a", "b", " ", '"', "“", "”", "(", ")", "-", "OR", "AND", "NOT", "near/5", "*", "speaker:", "title:", "date:20",
     "é", "’", "\x00", "\ud800", "ﬁ", "\u00ad", "…", "/", ":", "\n"]
)  # fmt: skip


def answer(query: str) -> Asked | UsageError:
    try:
        return understood(query)
    except UsageError as error:
        return error


@pytest.mark.parametrize("query", MEANT)
def test_what_a_query_means(query: str) -> None:
    assert understood(query) == MEANT[query]


@pytest.mark.parametrize("query", NOT_MEANT, ids=lambda query: query[:12])
def test_what_cannot_be_meant_is_said_with_its_place(query: str) -> None:
    with pytest.raises(UsageError, match=NOT_MEANT[query]):
        understood(query)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_any_string_is_a_query_or_a_clear_error(query: str) -> None:
    said = answer(query)
    assert said is not None
    assert not isinstance(said, UsageError) or (said.what and said.remedy)


@pytest.mark.slow
def test_a_hundred_thousand_strings_raise_nothing_else() -> None:
    chance = random.Random(1803)
    pieces = [
        '"',
        "“",
        "(",
        ")",
        "-",
        " ",
        " ",
        "OR ",
        "near/3",
        "*",
        "speaker:",
        "title:",
        "date:",
        "é",
        "’",
        "x",
        "yz",
    ]
    for _ in range(100_000):
        pieces[-1] = chr(chance.choice([chance.randrange(32, 0x300), chance.randrange(0x110000)]))
        query = "".join(chance.choices(pieces, k=chance.randrange(12)))
        assert answer(query) is not None


@given(st.text(alphabet=st.characters(categories=["L", "N"]), min_size=1, max_size=20))
def test_a_word_is_the_words_of_the_one_normalisation(text: str) -> None:
    words = tuple(map(Word, normalise(text).split()))
    if text not in ("OR", "AND", "NOT") and words:
        assert understood(text) == (words[0] if len(words) == 1 else All(words))
