"""A sitting published again: new ids, and edits of which each is known."""

from __future__ import annotations

import random

from msgspec import structs

from onrecord.reading import Paragraph, ReadContribution, ReadSitting

Truth = dict[str, list[tuple[str, str]]]  # what became of each old contribution: its new ids, and how


def published_again(sitting: ReadSitting, seed: int) -> tuple[ReadSitting, Truth]:
    """The same sitting with some contributions altered, split, merged, withdrawn and added, and what was done."""
    chance = random.Random(seed)
    old = [item for item in sitting.items if isinstance(item, ReadContribution)]
    new: list[ReadContribution] = []
    truth: Truth = {}

    def add(like: ReadContribution, *paragraphs: Paragraph) -> str:
        identity = f"again/{len(new)}"
        new.append(structs.replace(like, source_id=identity, paragraphs=paragraphs))
        return identity

    at = 0
    while at < len(old):
        item, roll = old[at], chance.random()
        words = " ".join(p.text for p in item.paragraphs).split()
        follows = old[at + 1] if at + 1 < len(old) else None
        at += 1
        if roll < 0.03:
            truth[item.source_id] = []
        elif roll < 0.06 and len(words) > 30:
            cut = chance.randint(8, len(words) - 8)
            parts = [add(item, as_one(words[:cut])), add(item, as_one(words[cut:]))]
            truth[item.source_id] = [(part, "split") for part in parts]
        elif roll < 0.09 and follows and min(len(words), sum(len(p.text.split()) for p in follows.paragraphs)) >= 8:
            together = add(item, *item.paragraphs, *follows.paragraphs)
            truth[item.source_id] = truth[follows.source_id] = [(together, "merged")]
            at += 1
        elif roll < 0.14 and len(words) > 6:
            truth[item.source_id] = [(add(item, as_one(altered(words, chance))), "changed")]
        else:
            truth[item.source_id] = [(add(item, *item.paragraphs), "same")]
        if chance.random() < 0.02:
            add(item, as_one(chance.choices(["pot", "lobster", "harbour", "fog"], k=20)))
    return structs.replace(sitting, items=tuple(new)), truth


def altered(words: list[str], chance: random.Random) -> list[str]:
    """One word in twenty put otherwise, left out, or said in two."""
    words = list(words)
    for _ in range(max(1, len(words) // 20)):
        at = chance.randrange(len(words))
        words[at : at + 1] = chance.choice([[], ["otherwise"], ["otherwise", "put"]])
    return words


def as_one(words: list[str]) -> Paragraph:
    return Paragraph("text", " ".join(words))
