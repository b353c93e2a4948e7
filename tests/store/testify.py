"""One day as another source would tell it: other ids, other keys, one file a debate, some words otherwise."""

from __future__ import annotations

import random
from collections.abc import Callable

from msgspec import structs

from onrecord.reading import Item, Paragraph, ReadContribution, ReadDivision, ReadSitting
from onrecord.store.places import debates_of, way_up

Respell = Callable[[str, random.Random], str]


def other_id(source_id: str) -> str:
    """The other source's id of a thing."""
    return f"hansard:{source_id}"


def debates_apart(sitting: ReadSitting, seed: int = 1, respell: Respell = lambda text, _: text) -> list[ReadSitting]:
    """Each debate of a sitting as a part of its own, with the headings above it."""
    chance, debates = random.Random(seed), debates_of(sitting)
    return [
        _part(sitting, debate, debates, chance, respell) for debate in sorted({d for d in debates if d is not None})
    ]


def _part(
    sitting: ReadSitting, debate: int, debates: list[int | None], chance: random.Random, respell: Respell
) -> ReadSitting:
    above = way_up(sitting.sections, debate)[1:]
    kept = sorted({*above, *(index for index, d in enumerate(debates) if d == debate)})
    place = {old: new for new, old in enumerate(kept)}
    sections = tuple(
        structs.replace(
            section,
            source_id=other_id(section.source_id),
            parent=None if section.parent is None else place[section.parent],
            sort=old + 1,
            aliases=(),
        )
        for old, section in ((old, sitting.sections[old]) for old in kept)
    )
    items = tuple(_told(i, place[i.section], chance, respell) for i in sitting.items if debates[i.section] == debate)
    return structs.replace(
        sitting, sections=sections, items=items, whole=False, edition="2019-09-01", redirects=(), volume=664
    )


def _told(item: Item, section: int, chance: random.Random, respell: Respell) -> Item:
    if isinstance(item, ReadDivision):
        return structs.replace(item, section=section, source_id=other_id(item.source_id), aliases=())
    if not isinstance(item, ReadContribution):
        return structs.replace(item, section=section)
    return structs.replace(
        item,
        section=section,
        source_id=other_id(item.source_id),
        mark=structs.replace(item.mark, key=item.mark.key and item.mark.key.replace("person/", "mnis:")),
        paragraphs=tuple(Paragraph(p.kind, respell(p.text, chance)) for p in item.paragraphs),
        column=None,
        column_end=None,
        timecode="2019-08-12T14:30:00",
        aliases=(),
    )


def one_word_in_fifty(text: str, chance: random.Random) -> str:
    """A text in which some words are printed otherwise."""
    return " ".join("otherwise" if chance.random() < 0.02 else word for word in text.split(" "))


def straight(text: str, _: random.Random) -> str:
    """A text with other quotation marks and dashes."""
    return text.replace("’", "'").replace("“", '"').replace("”", '"').replace("—", " - ")
