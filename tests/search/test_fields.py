"""The index has no notion of a word of its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.normal import normalise, parted
from onrecord.search.fields import splitter

AWKWARD = st.text(
    alphabet=st.one_of(st.characters(codec="utf-8"), st.sampled_from("’'‘–—-\u00ad ﬁ½é́_`…“”\t\n\x1c\x85"))
)


@given(AWKWARD)
def test_the_index_splits_where_the_normalisation_does(text: str) -> None:
    assert splitter().analyze(parted(text)) == normalise(text).split()
    assert splitter().analyze(normalise(text)) == normalise(text).split()
