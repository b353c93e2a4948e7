"""What comes nearest, and exactly how it differs."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading import Paragraph
from onrecord.search.quotation.context import around
from onrecord.search.quotation.nearest import Nearest, nearest
from onrecord.search.quotation.prose import quotations_in
from onrecord.search.quotation.quoted import read_quotation
from onrecord.search.quotation.standing import Standing

SAID = "The inquiry was clear. We shall build two new piers at Gannet Point before the winter comes. I commend it."


def compared(quote: str, text: str = SAID) -> Nearest:
    quotation = read_quotation(quote)
    found = nearest(quotation.literal, quote, Standing("c1", [Paragraph("text", text)]))
    assert found is not None
    return found


def test_the_difference_is_told_word_for_word() -> None:
    found = compared("We shall build three piers at Gannet Point before the winter")
    assert found.diff == (
        ("same", "We shall build"),
        ("missing", "two new"),
        ("added", "three"),
        ("same", "piers at Gannet Point before the winter"),
    )
    assert SAID[found.start : found.end] == "We shall build two new piers at Gannet Point before the winter"


def test_a_word_changed_at_the_end_keeps_its_counterpart() -> None:
    found = compared("We shall build two new piers at Gannet Rock")
    assert found.diff[-2:] == (("missing", "Point"), ("added", "Rock"))


def test_words_left_out_without_a_mark_are_told_whole() -> None:
    """Half as many as are quoted, wherever they stood: the passage runs over them."""
    words = SAID.split()
    for start in range(3):
        for kept in range(5, 8):
            quote = " ".join([*words[start : start + kept], *words[start + kept + 6 : start + kept + 11]])
            found = compared(quote)
            assert SAID[found.start : found.end].strip(".") == " ".join(words[start : start + kept + 11]).strip(".")
            assert [kind for kind, _ in found.diff] == ["same", "missing", "same"]


def test_similarity_is_the_share_of_words_that_agree() -> None:
    assert compared("We shall build two new piers at Gannet Rock").similarity == round(1 - 1 / 9, 4)
    assert compared("We shall build two new piers").similarity == 1.0


def test_the_diff_gives_back_both_texts() -> None:
    """Whatever is changed: the same and missing words are the record's, the same and added ones the quotation's."""
    chosen = random.Random(7)
    words = SAID.replace(".", "").split()
    for _ in range(200):
        start = chosen.randrange(len(words) - 6)
        quote = words[start : start + chosen.randrange(5, 12)]
        for _ in range(chosen.randrange(3)):
            quote[chosen.randrange(len(quote))] = chosen.choice(["lamp", "fog", "pots"])
        found = compared(" ".join(quote))
        theirs = " ".join(text for kind, text in found.diff if kind != "missing").replace(".", "").split()
        ours = " ".join(text for kind, text in found.diff if kind != "added").replace(".", "").split()
        assert [word.casefold() for word in theirs] == [word.casefold() for word in quote]
        assert ours == SAID[found.start : found.end].replace(".", "").split()


def test_the_sentences_around() -> None:
    start = SAID.index("We shall")
    found = around(SAID, start, SAID.index(" I commend"))
    assert (found.before, found.after) == ("The inquiry was clear.", "I commend it.")
    open_ended = around(SAID, start, SAID.index(" I commend") - 1)
    assert open_ended.after == ". I commend it."  # no mark of the record is lost between a passage and what follows
    middle = around(SAID, SAID.index("two new"), SAID.index(" at Gannet"))
    assert middle.before == "We shall build"
    assert middle.after == "at Gannet Point before the winter comes."


def test_an_article_yields_its_quotations_and_the_names_near_them() -> None:
    article = (
        "Honoria Blackthorn said “we shall build two piers” on Monday. It is a ‘so-called’ plan.\n\n"
        'Lord Marsh replied: "I do not believe a word of it." He didn’t stay.\n\n'
        "“This goes on for a while\n\n“and ends here,” said Evelyn Crewe."
    )
    found = quotations_in(article)
    assert [quoted.text for quoted in found][:2] == ["we shall build two piers", "I do not believe a word of it."]
    assert found[2].text.split() == ["This", "goes", "on", "for", "a", "while", "and", "ends", "here,"]
    assert [quoted.names[0] for quoted in found] == ["Honoria Blackthorn", "Lord Marsh", "Evelyn Crewe"]
    assert article[found[0].start : found[0].end] == found[0].text


def test_a_surname_alone_means_whoever_the_article_has_named_in_full() -> None:
    article = (
        "Honoria Blackthorn opened the pier. “We shall build two piers,” Ms Blackthorn told the House.\n\n"
        "“Not in my time,” Crewe replied, who has not been named in full."
    )
    first, second = quotations_in(article)
    assert first.names == ("Honoria Blackthorn",)
    assert second.names == ()
    assert quotations_in("“We shall build two piers,” Ms Blackthorn told the House.")[0].names == ("Ms Blackthorn",)


ODD = ("don’t", "co\u00adop", "3½", "£5", "10%", "naïve", "O’Hara’s", "ﬁnd", "—", "well-being", "“yes”", "e\u0301tat")


@given(st.lists(st.sampled_from([*ODD, "pump", "kettle", "valley", "of", "the"]), min_size=30, max_size=90), st.data())
def test_the_place_in_a_long_text_is_that_of_the_words(said: list[str], data: st.DataObject) -> None:
    kept = ["the", "brass", "band", "of", "Wickle", "Sound", "played", "on", "for", "£5", "don’t", "ask"]
    at = data.draw(st.integers(0, len(said)))
    text = " ".join([*said[:at], *kept, *said[at:]])
    gone = data.draw(st.sampled_from([1, 2, 4, 5, 6, 7, 8]))
    quote = " ".join([*kept[:gone], "zyzzyva", *kept[gone + 1 :]])
    found = compared(quote, text)
    assert text[found.start : found.end] == " ".join(kept)
    assert [part for part in found.diff if part[0] != "same"] == [("missing", kept[gone]), ("added", "zyzzyva")]
