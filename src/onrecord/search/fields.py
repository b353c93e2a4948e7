"""What the index holds of a contribution, field by field.

Words come in normalised (`normal.py`), so the index only splits at blanks: there is one
notion of a word, and it is not the index's. Words are indexed as they stand; that "taxes"
finds "taxing" is settled when a query is understood, from the index's own words, which
keeps the index half as large as one with stems beside the words. Nothing is stored but
numbers: `key` leads to the record. Facts are those of the day of the words.
"""

from __future__ import annotations

from functools import cache

import tantivy

VERSION = "5"  # of the fields; another version is another folder, made anew from the record
WORDS = ("text", "title", "speaker", "office", "bill")  # whole words, with places
NAMES = ("person", "party", "department", "house", "chamber", "kind", "session")  # whole values, counted in facets
NUMBERS = ("day", "year", "words", "sequence")  # signed, for ranges, facets and sums, all of which ask their columns
SPLIT = "blanks"


@cache
def index_schema() -> tantivy.Schema:
    """The fields as tantivy takes them."""
    builder = tantivy.SchemaBuilder()
    for name in WORDS:
        builder.add_text_field(name, tokenizer_name=SPLIT, index_option="position")
    for name in NAMES:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in NUMBERS:
        builder.add_integer_field(name, fast=True)
    builder.add_unsigned_field("key", fast=True)
    builder.add_unsigned_field("order", fast=True)
    builder.add_text_field("sitting", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("mark", tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("upto", fast=True)
    return builder.build()


@cache
def splitter() -> tantivy.TextAnalyzer:
    """Splits normalised text into its words."""
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()


def key_of(contribution_id: str) -> int:
    """The number in a contribution's id.

    >>> id_of(key_of("c00000000000000ff"))
    'c00000000000000ff'
    """
    return int(contribution_id[1:], 16)


def id_of(key: int) -> str:
    """The contribution's id for a number of `key_of`."""
    return f"c{key:016x}"
