"""What a search found, as plain text: who, when and where, the words, and how to cite them."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Hit, SearchPage, Speaker, Unresolved
from .outline import Block, chamber_name, counted, long_date, notices
from .text import text_of

_OPEN, _CLOSE = "[", "]"
_SHOWN = 15
WITHOUT = {
    "member": "nobody’s words, or somebody who is not told",
    "party": "nobody’s words, or no party known that day",
    "session": "no session told",
}
"""What is said of the contributions that have no value of a facet."""


def search_text(found: SearchPage, *, explain: bool = False, width: int | None = None) -> str:
    """A page of results as plain text, ending in a line break; what was looked for stands in square brackets."""
    return text_of(outline_of_search(found, explain=explain), width)


def outline_of_search(found: SearchPage, *, explain: bool = False) -> Iterator[Block]:
    """A page of results, block by block."""
    page = f", page {found.page} of {found.pages}" if found.page and found.pages > 1 else ""
    yield Block("member", f"{counted(found.total, 'contribution')} found{page}")
    if explain:
        yield Block("about", f"Looked for: {found.understood}")
    if found.did_you_mean:
        yield Block("about", f"Did you mean: {found.did_you_mean}")
    for person in found.people:
        yield Block("about", f"A member: {person.name} ({person.about}), {person.person_id}")
    for debate in found.debates:
        yield Block("about", f"A debate: {debate.title}, {long_date(debate.date)}, {debate.permalink}")
    for name, counts in found.facets.items():
        yield Block("heading", f"By {name}")
        yield from (Block("about", f"{value}: {count:,}") for value, count in counts[:_SHOWN])
        if len(counts) > _SHOWN:
            yield Block("about", f"and {len(counts) - _SHOWN} more")
        if without := found.facets_without.get(name):
            yield Block("about", f"{WITHOUT[name]}: {without:,}")
    for hit in found.results:
        yield from _hit(hit)
    if found.next:
        following = f"--page {found.page + 1}" if found.page else f"--after {found.next}"
        yield Block("about", f"The next page: {following}")
    yield from notices(found.licence)


def _hit(hit: Hit) -> Iterator[Block]:
    speaker = hit.speaker
    name = speaker.name if isinstance(speaker, Speaker | Unresolved) else None
    yield Block("heading", " > ".join(hit.section.path))
    place = hit.citation or f"{long_date(hit.sitting.date)}, {chamber_name(hit.sitting.chamber)}"
    yield Block("about", f"{name or hit.attribution or 'Nobody named'}, {hit.kind}; {place}")
    yield Block("about", hit.permalink)
    yield Block("text", _marked(hit))


def _marked(hit: Hit) -> str:
    """The snippet with what was looked for in brackets, from the text itself."""
    parts, at = [], hit.snippet_start
    for start, end in hit.marks:
        if hit.snippet_start <= start and end <= hit.snippet_end:
            parts += [hit.text[at:start], _OPEN, hit.text[start:end], _CLOSE]
            at = end
    shown = "".join([*parts, hit.text[at : hit.snippet_end]]).replace("\n\n", " ")
    before, after = "… " if hit.snippet_start else "", " …" if hit.snippet_end < len(hit.text) else ""
    return f"{before}{shown}{after}"
