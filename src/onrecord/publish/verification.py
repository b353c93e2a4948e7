"""The verdict on a quotation as plain text: what the record says, and where to read it.

Words that the quotation leaves out are set in [-…-] and words it adds in {+…+}, as `git diff
--word-diff` does, so that the difference survives a pipe and needs no colour.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import ArticleQuotation, QuotationMatch, Verification
from .outline import Block, attribution_of, notices, place_of
from .text import text_of

VERDICTS = {
    "verbatim": "VERBATIM",
    "altered": "ALTERED",
    "attributed-elsewhere": "SAID, BUT NOT BY THE MEMBER NAMED",
    "not-found": "NOT FOUND",
}
VOICES = {
    "interjection": "These words were called out by others.",
    "procedural": "These words are the record's own, not the member's.",
    "quotation": "The member was reading out or quoting somebody else's words.",
}
_SHOWN = 3
_MARKS = '“”" '
_CLOSING = tuple(".,;:!?…”’)]")


def verification_text(*found: Verification, width: int | None = None) -> str:
    """Verdicts, each with the best passages, and once whose the words are; ending in a line break."""
    if not found:
        return "No quotation was found.\n"
    return text_of([*(block for one in found for block in _verdict(one)), *notices(found[0].licence)], width)


def article_text(marked: Sequence[ArticleQuotation], *, width: int | None = None) -> str:
    """The verdicts on an article's quotations, in its order."""
    if not marked:
        return "No quotation of three words or more was found in the article.\n"
    blocks: list[Block] = []
    for one in marked:
        blocks += _verdict(one.verification)
        if one.hint:
            agrees = {True: "who did say it", False: "who did not", None: "for what that is worth"}[one.hint_agrees]
            blocks.append(Block("note", f"Named nearby: {', '.join(p.name for p in one.hint)}, {agrees}."))
    return text_of([*blocks, *notices(marked[0].verification.licence)], width)


def _verdict(found: Verification) -> Iterator[Block]:
    yield Block("title", f"{VERDICTS[found.verdict]}: “{found.quote.strip(_MARKS)}”")
    yield Block("about", found.why)
    if found.crosses:
        yield Block("note", f"It joins the contributions {' and '.join(found.crosses)}.")
    for match in found.matches[:_SHOWN]:
        yield from _match(match)
    if len(found.matches) > _SHOWN:
        yield Block("note", f"and {len(found.matches) - _SHOWN} more: --format json lists them")


def _match(match: QuotationMatch) -> Iterator[Block]:
    yield from place_of(match.contribution)
    yield from attribution_of(match.contribution)
    passage = f"»{marked(match)}«{'' if closes(match.after) else ' '}{match.after}"
    yield Block("text", f"{match.before} {passage}".strip())
    for note in _notes(match):
        yield Block("note", note)


def _notes(match: QuotationMatch) -> Iterator[str]:
    if match.contribution.citation:
        yield match.contribution.citation
    if match.voice:
        yield VOICES[match.voice]
    elif match.quoting:
        yield "The words stand inside quotation marks in the record: the member may be quoting somebody."
    if match.elided:
        yield f"Left out: {' '.join(match.elided)}"
    if match.inserted:
        yield f"Put in by the quoter: {' '.join(match.inserted)}"
    if match.revision is not None:
        yield f"So it stood in revision {match.revision}; the record has been changed since."
    if match.corrected_by:
        yield f"Corrected later by {', '.join(match.corrected_by)}."


def closes(after: str) -> bool:
    """Whether what follows a passage begins with the punctuation that ends it."""
    return after[:1] in _CLOSING


def marked(match: QuotationMatch) -> str:
    """The passage with its differences marked.

    The record's words missing from the quotation stand in [-…-], words it adds in {+…+}.
    """
    return " ".join(_MARKED[kind].format(text) for kind, text in match.diff)


_MARKED = {"same": "{}", "missing": "[-{}-]", "added": "{{+{}+}}"}
