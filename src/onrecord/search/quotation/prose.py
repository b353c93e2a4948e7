"""Quotations in an article, found by their marks, with the names that stand near.

“Curly” and "straight" double marks are read, and ‘single’ ones where no apostrophe can be meant. A
quotation that runs over paragraphs opens anew in each and closes in the last. A name nearby is a
hint, reported and not trusted: who said the words is for the record to say. Whoever an article
has named in full it may call by surname afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from .tokens import tokens

FEWEST_WORDS = 3  # “scare quotes” of a word or two are nothing that can be checked
_NEARBY = 160  # characters before and behind, within the paragraph, in which a name is looked for
_DOUBLE = re.compile(r"“([^“”]*)(”|\Z)|\"([^\"]*)(\"|\Z)", re.DOTALL)
_SINGLE = re.compile(r"(?<![\w’'])[‘']((?:[^‘’'\n]|(?<=\w)[’'](?=\w))+)[’'](?!\w)")
_NAME = re.compile(
    r"\b(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Baroness|Viscount|Earl)\.?\s+)?"
    r"[A-Z][\w’'-]+(?:\s+(?:(?:of|the|de|van|von)\s+)*[A-Z][\w’'-]+)+"
)
_CIVIL = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\.? [^ ]+")
_SURNAME = re.compile(r"(?<![\w’'-])[A-Z][\w’'-]*[a-z](?![\w-])")


class Quoted(Struct, frozen=True):
    """A quotation in an article: its words, where it stands there, and the names that stand near it."""

    text: str
    start: int
    end: int
    names: tuple[str, ...]


def quotations_in(article: str) -> tuple[Quoted, ...]:
    """The quotations of an article in order. Those of fewer than three words are left aside.

    >>> [quoted.text for quoted in quotations_in('Mr. Marsh called it “quite right too” and “odd”.')]
    ['quite right too']
    """
    found: list[Quoted] = []
    last_end = 0
    for text, start, end in _marked(article):
        if start >= last_end and len(tokens(text)) >= FEWEST_WORDS:
            found.append(Quoted(text, start, end, _names_near(article, start, end)))
            last_end = end
    return tuple(found)


def _marked(article: str) -> Iterator[tuple[str, int, int]]:
    spans: list[tuple[str, int, int]] = []
    for start, paragraph in _paragraphs(article):
        taken: list[tuple[int, int]] = []
        for mark in _DOUBLE.finditer(paragraph):
            group = 1 if mark[1] is not None else 3
            if not mark[group + 1] and group == 3:
                continue  # a straight mark that is never closed quotes nothing
            taken.append(mark.span())
            spans.append((mark[group], start + mark.start(group), start + mark.end(group)))
            if not mark[group + 1]:
                spans[-1] = (f"{mark[group].rstrip()}\0", spans[-1][1], spans[-1][2])  # goes on in the next
        for mark in _SINGLE.finditer(paragraph):
            if not any(first <= mark.start() < last for first, last in taken):
                spans.append((mark[1], start + mark.start(1), start + mark.end(1)))
    return _joined(sorted(spans, key=lambda span: span[1]))


def _joined(spans: list[tuple[str, int, int]]) -> Iterator[tuple[str, int, int]]:
    """Quotations that run over paragraphs, put together."""
    open_text, open_start = "", -1
    for text, start, end in spans:
        whole = f"{open_text} {text}" if open_text else text
        first = open_start if open_text else start
        if text.endswith("\0"):
            open_text, open_start = whole.rstrip("\0"), first
            continue
        open_text = ""
        yield whole, first, end
    if open_text:
        yield open_text, open_start, spans[-1][2]


def _paragraphs(article: str) -> Iterator[tuple[int, str]]:
    at = 0
    for part in re.split(r"(\n\s*\n)", article):
        if part.strip():
            yield at, part
        at += len(part)


def _names_near(article: str, start: int, end: int) -> tuple[str, ...]:
    first = max(article.rfind("\n\n", 0, start) + 1, start - _NEARBY, 0)
    behind = article.find("\n\n", end)
    last = min(len(article) if behind < 0 else behind, end + _NEARBY)
    surnames = {name.split()[-1]: name for name in _full_names(article[:start]) if not _CIVIL.fullmatch(name)}
    near = [*_named(article[end:last], surnames), *reversed(_named(article[first:start], surnames))]
    return tuple(dict.fromkeys(near))


def _full_names(words: str) -> list[str]:
    return [" ".join(name.split()) for name in _NAME.findall(words)]


def _named(words: str, surnames: Mapping[str, str]) -> list[str]:
    """The names in some words, in order; a surname alone, or with “Ms” before it, is the full name known for it."""
    found: list[tuple[int, str]] = []
    done = 0
    for name in sorted([*_NAME.finditer(words), *_SURNAME.finditer(words)], key=lambda one: (one.start(), -one.end())):
        if name.start() < done:
            continue
        whole = " ".join(name[0].split())
        known = surnames.get(whole.split()[-1]) if " " not in whole or _CIVIL.fullmatch(whole) else whole
        if known or " " in whole:
            found.append((name.start(), known or whole))
            done = name.end()
    return [name for _, name in found]
