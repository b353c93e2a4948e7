"""The words that a historic file prints, against its text with the tags taken out."""

from __future__ import annotations

import re
from html import escape

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from onrecord.formats.historic import read_historic
from onrecord.formats.historic_words import column_words, printed_words

from .test_historic import INLINE

_NAMED = re.compile(r"(</member>\s*(?:<membercontribution>\s*)?):")
_INLINE_TAG = re.compile(rf"</?(?:{'|'.join(sorted(INLINE))})/?>")


def untagged(text: str) -> str:
    """The same by other means: what is between the tags, in the text of the file."""
    text = _NAMED.sub(r"\1 : ", re.sub(r"<col>[^<]*</col>", " ", text))
    text = re.sub(r"<[^>]*>", " ", _INLINE_TAG.sub("", text))
    return " ".join(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").split())


words = st.text(alphabet="ab :\n\t\u00a0\u2003\u00ad—“&<.", max_size=8).map(lambda text: escape(text, quote=False))
columns = st.sampled_from(["<col>7</col>", "<col>7 W</col>"])
names = words.map(lambda name: f"<member>N{name}</member>")


def nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tags = st.sampled_from(["p", "i", "sup", "membercontribution", "td", "quote", "lb"])
    return st.builds(lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", tags, st.lists(inner, max_size=4))


pages = st.recursive(words | columns | names, nested, max_leaves=12).map(lambda text: f"<p>{text}</p>")


@given(pages)
def test_every_word_between_the_tags_is_printed_once(page: str) -> None:
    assert printed_words(etree.XML(page)) == untagged(page)


@given(pages)
def test_words_of_a_part_are_those_of_the_part_alone(page: str) -> None:
    whole = etree.XML(f"<section>Before {page} behind</section>")
    assert printed_words(whole[0]) == untagged(page)


def test_a_column_is_no_word_and_is_counted_by_itself() -> None:
    page = etree.XML("<p>to the<col>GC 2</col>fog<col/> lifts</p>")
    assert printed_words(page) == "to the fog lifts"
    assert column_words(page) == 2


def test_a_column_may_stand_between_a_name_and_its_colon() -> None:
    words = "<member>Mr. Wren</member><col>8</col><membercontribution>:Let it lift.</membercontribution>"
    read = read_historic(
        f"<housecommons><title>HOUSE OF COMMONS</title><date>Monday, 1st March, 1999</date>"
        f"<debates><section><title>FOG</title><p>{words}</p></section></debates></housecommons>".encode(),
        "fog.xml",
    )
    assert [each.text for item in read.sittings[0].items for each in item.paragraphs] == ["Let it lift."]  # type: ignore[union-attr]  # a contribution
    assert read.buckets["attribution"] == 3
