"""Two sources of one sitting are two witnesses of one record.

One leads, and its words are the record; the other's ids become aliases, its facts fill what
the first leaves open, and where the two differ, that is written down and nothing is
changed. Which debate of one is which of the other is told first, by long passages that
only one debate can have; contributions are then matched inside their debate, so that the
"rose—" of one hour is never taken for that of another. Where the leading source has only
some debates of the day, the other's are woven in between (`weaving`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct, structs

from ..normal import normalise
from ..reading import Paragraph, ReadContribution, ReadSitting
from .editions import Match, matched_contributions
from .places import debates_of, path_of
from .told import spoken

LONG = 8  # words: what is shorter may stand in many debates
FILLED = (
    "attribution", "type", "question_number", "uin", "column", "column_end", "time", "timecode", "url", "reference",
    "corrects",
)  # fmt: skip
COMPARED = ("question_number", "uin", "column", "time")
SPEAKER, ONLY_IN_OTHER = "speaker", "only-in-other"
COUNTS, VOTE, VOTERS = "counts", "vote", "voters"  # of a division
MOST = 200  # characters of what differs


class Disagreement(Struct, frozen=True):
    """What two sources tell differently of one contribution or division of the leading one.

    `other` is the other's id of it. `field` is words, speaker, question_number, uin, column or time; of a
    division counts, vote (one voter's) or voters (who could not be compared); or only-in-other, where the
    leading source lacks it, and then `source_id` is the debate's, or empty where that is lacking too.
    """

    source_id: str
    field: str
    leading: str
    differs: str
    other: str


class Pairing(Struct, frozen=True):
    """What is what, from the other source to the leading one: sections by index, contributions by id.

    `debates`: the debates; `headings`: those above debates; `parts`: those inside.
    """

    debates: dict[int, int]
    headings: dict[int, int]
    parts: dict[int, int]
    contributions: tuple[Match, ...]


def paired(leading: ReadSitting, other: ReadSitting) -> Pairing:
    """Which debate and which contribution of `other` is which of `leading`."""
    theirs, ours = _by_debate(other), _by_debate(leading)
    debates = _paired_debates(leading, other, ours, theirs)
    gathered: dict[int, list[ReadContribution]] = defaultdict(list)
    for their, our in sorted(debates.items()):
        gathered[our] += theirs[their]
    matches = [match for our, items in gathered.items() for match in _matched(items, ours[our])]
    return Pairing(debates, _paired_headings(leading, other), _paired_parts(leading, other, debates), tuple(matches))


def _matched(theirs: Sequence[ReadContribution], ours: Sequence[ReadContribution]) -> list[Match]:
    return matched_contributions(theirs, ours, fold=normalise, voices=False)


def _paired_headings(leading: ReadSitting, other: ReadSitting) -> dict[int, int]:
    """Headings above debates, by the titles on the way to them."""
    ours = {titles: index for index, titles in reversed(_headings(leading))}
    return {index: ours[titles] for index, titles in _headings(other) if titles in ours}


def _paired_parts(leading: ReadSitting, other: ReadSitting, debates: Mapping[int, int]) -> dict[int, int]:
    """Headings inside debates, by their titles and order."""
    home = debates_of(other)
    ours, within = debates_of(leading), defaultdict[int, list[int]](list)
    for their, debate in enumerate(home):
        if debate is not None and debate in debates and their != debate:
            within[debates[debate]].append(their)
    found: dict[int, int] = {}
    for our, theirs in within.items():
        mine = [index for index, debate in enumerate(ours) if debate == our and index != our]
        told, held = _titles(other, theirs), _titles(leading, mine)
        for a, b, size in SequenceMatcher(None, told, held, autojunk=False).get_matching_blocks():
            found |= {theirs[a + k]: mine[b + k] for k in range(size)}
    return found


def _titles(sitting: ReadSitting, places: Sequence[int]) -> list[str]:
    return [normalise(sitting.sections[place].title) for place in places]


def _headings(sitting: ReadSitting) -> list[tuple[int, tuple[str, ...]]]:
    tree = sitting.sections
    above = [index for index, debate in enumerate(debates_of(sitting)) if debate is None]
    return [(index, tuple(normalise(title) for title in path_of(tree, index))) for index in above]


def _by_debate(sitting: ReadSitting) -> dict[int, list[ReadContribution]]:
    """The contributions of each debate, by the index of its section; of a heading that is in none, by its own."""
    debates = debates_of(sitting)
    found: dict[int, list[ReadContribution]] = {d: [] for d in debates if d is not None}
    for item in spoken(sitting):
        debate = debates[item.section]
        found.setdefault(item.section if debate is None else debate, []).append(item)
    return found


def _paired_debates(
    leading: ReadSitting,
    other: ReadSitting,
    ours: Mapping[int, Sequence[ReadContribution]],
    theirs: Mapping[int, Sequence[ReadContribution]],
) -> dict[int, int]:
    home = {item.source_id: debate for debate, items in ours.items() for item in items}
    where = {item.source_id: debate for debate, items in theirs.items() for item in items}
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for match in _matched(long_passages(spoken(other)), long_passages(spoken(leading))):
        votes[where[match.old]][home[match.new]] += 1
    debates = {their: counted.most_common(1)[0][0] for their, counted in votes.items()}
    titles = {normalise(leading.sections[d].title): d for d in sorted(ours, reverse=True) if d not in debates.values()}
    for their in sorted(theirs):
        if their not in debates and (our := titles.pop(normalise(other.sections[their].title), None)) is not None:
            debates[their] = our
    return debates | _within(leading, other, [their for their in theirs if their not in debates], set(debates.values()))


def _within(leading: ReadSitting, other: ReadSitting, alone: Sequence[int], met: set[int]) -> dict[int, int]:
    """Debates of a source without nesting, by a title that only one heading of either has: that heading's debate.

    Only a debate of which something else was found already: what is nowhere else in it may be a debate of its own.
    """
    ours, theirs = (Counter(normalise(section.title) for section in s.sections) for s in (leading, other))
    home = debates_of(leading)
    titled = {normalise(section.title): home[at] for at, section in enumerate(leading.sections)}
    found = {}
    for their in alone:
        title = normalise(other.sections[their].title)
        our = titled.get(title)
        if our is not None and our in met and ours[title] == theirs[title] == 1:
            found[their] = our
    return found


def long_passages(items: Sequence[ReadContribution]) -> list[ReadContribution]:
    """What is long enough that only one debate can have it."""
    return [item for item in items if sum(p.text.count(" ") + 1 for p in item.paragraphs) >= LONG]


def filled(ours: ReadContribution, theirs: ReadContribution) -> ReadContribution:
    """Our contribution with what only the other source tells of it."""
    told = {name: getattr(theirs, name) for name in FILLED if getattr(ours, name) is None and getattr(theirs, name)}
    if ours.mark.key is None and theirs.mark.key and not ours.mark.collective:
        told["mark"] = structs.replace(ours.mark, key=theirs.mark.key, name=ours.mark.name or theirs.mark.name)
    if len(ours.paragraphs) == len(theirs.paragraphs):
        told["paragraphs"] = tuple(map(_with_column, ours.paragraphs, theirs.paragraphs))
    return structs.replace(ours, **told)


def _with_column(ours: Paragraph, theirs: Paragraph) -> Paragraph:
    if ours.column or not theirs.column or normalise(ours.text) != normalise(theirs.text):
        return ours
    return structs.replace(ours, column=theirs.column)


def differences(ours: ReadContribution, theirs: ReadContribution) -> Iterator[Disagreement]:
    """In what the two differ: in words, or in a fact that both tell."""
    one, other = (normalise(" ".join(p.text for p in item.paragraphs)) for item in (ours, theirs))
    if one != other:
        yield Disagreement(ours.source_id, "words", *_apart(one, other), theirs.source_id)
    if ours.mark.key and theirs.mark.key and ours.mark.key != theirs.mark.key:  # perhaps two ids of one person
        yield Disagreement(ours.source_id, SPEAKER, ours.mark.key, theirs.mark.key, theirs.source_id)
    for name in COMPARED:
        told, differs = getattr(ours, name), getattr(theirs, name)
        if told and differs and told != differs:
            yield Disagreement(ours.source_id, name, told, differs, theirs.source_id)


def _apart(one: str, other: str) -> tuple[str, str]:
    """What stands between the words with which both begin and those with which both end."""
    left, right = one.split(), other.split()
    start = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
    left, right = left[start:], right[start:]
    while left and right and left[-1] == right[-1]:
        left.pop()
        right.pop()
    return " ".join(left)[:MOST], " ".join(right)[:MOST]
