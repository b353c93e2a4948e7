"""Which contribution of one edition is which of another, told by words and place alone.

A source that publishes a sitting again gives new ids and says nothing of the old; two
sources of one sitting share no ids at all. So they are matched as a reader would: equal
words by the same voice in the same order are anchors; between two anchors whatever is
most alike goes together, in order; what was cut in two or run together is told by the
words that the neighbours lack; and what moved elsewhere whole is found there. What finds
no partner is left without one: it was withdrawn, or it is new.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from rapidfuzz.distance import LCSseq

from ..reading import ReadContribution, ReadSitting

ALIKE = 0.5  # of their words in common, in order: the same contribution, changed
INSIDE = 0.8  # of the shorter one's words found in the longer, in order
GAINED = 0.6  # of a part's words that only it accounts for: a split or a merger
SHINGLE = 3  # words in a row that two contributions must share to be compared at all
LONG = 5  # words; what is shorter says too little to be told by being inside another
NEAR = 0.2  # of their words in common: enough where one stands alone on both sides


class Match(Struct, frozen=True):
    """One contribution of the older edition and what it is in the newer: `how` is same, changed, split or merged."""

    old: str
    new: str
    how: str


def matched(older: ReadSitting, newer: ReadSitting) -> tuple[Match, ...]:
    """Every section and contribution of `older` that has a partner in `newer`; a split has several."""
    return (*matched_sections(older, newer), *matched_contributions(spoken(older), spoken(newer)))


def spoken(sitting: ReadSitting) -> list[ReadContribution]:
    """The contributions of a sitting, in order."""
    return [item for item in sitting.items if isinstance(item, ReadContribution)]


def matched_sections(older: ReadSitting, newer: ReadSitting) -> list[Match]:
    """Headings by their titles and order; between two that agree, as many as stand on both sides."""
    old, new = older.sections, newer.sections
    pairs = []
    matcher = SequenceMatcher(None, [s.title for s in old], [s.title for s in new], autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1):
            how = "same" if tag == "equal" else "changed"
            pairs += [Match(old[i1 + k].source_id, new[j1 + k].source_id, how) for k in range(i2 - i1)]
    return pairs


def matched_contributions(
    older: Sequence[ReadContribution],
    newer: Sequence[ReadContribution],
    *,
    fold: Callable[[str], str] = str,
    voices: bool = True,
) -> list[Match]:
    """Contributions by words and place. `fold` says which differences of spelling do not count.

    `voices` says whether the names of speakers can be compared: two sources write them differently.
    """
    old = [_Words(item, fold, voices) for item in older]
    new = [_Words(item, fold, voices) for item in newer]
    pairs = _anchors(old, new)
    for left, right in _gaps(pairs, len(old), len(new)):
        pairs |= _aligned(old, new, left, right)
    for left, right in _gaps(pairs, len(old), len(new)):
        pairs |= _alone(old, new, left, right)
    pairs |= _moved(old, new, pairs)
    found = [
        Match(old[i].source_id, new[j].source_id, "same" if old[i].exact == new[j].exact else "changed")
        for i, j in pairs.items()
    ]
    return _with_parts(old, new, pairs, found)


class _Words:
    """A contribution as the matching sees it."""

    __slots__ = ("exact", "source_id", "voice", "weight", "words")

    def __init__(self, item: ReadContribution, fold: Callable[[str], str], voices: bool) -> None:
        text = fold("\n".join(p.text for p in item.paragraphs))
        self.source_id = item.source_id
        self.voice = (item.mark.key or item.mark.name or "") if voices else ""
        self.exact = f"{self.voice}\n{text}"
        self.words = text.split()
        self.weight = (len(self.words) + 1) ** 0.5  # one long passage tells more than several short ones

    def shingles(self) -> set[tuple[str, ...]]:
        """Every few words in a row; the single words of what is short."""
        length = SHINGLE if len(self.words) > LONG else 1
        return {tuple(self.words[at : at + length]) for at in range(len(self.words) - length + 1)}


def _likeness(one: _Words, other: _Words) -> float:
    """From 0 to 1: the words in common, of both, or nearly all of the shorter one inside the longer."""
    shorter, longer = sorted((len(one.words), len(other.words)))
    if not shorter:
        return 1.0 if not longer else 0.0
    common = LCSseq.similarity(one.words, other.words)
    alike = 2 * common / (shorter + longer)
    inside = common / shorter if shorter >= LONG else 0.0
    return max(alike, ALIKE if inside >= INSIDE else 0.0)


def _anchors(old: Sequence[_Words], new: Sequence[_Words]) -> dict[int, int]:
    """What stands once on both sides, word for word, as far as it is in the same order: nothing else could be meant."""
    unique = _unique(w.exact for w in old if len(w.words) > LONG) & _unique(w.exact for w in new)
    places = {w.exact: j for j, w in enumerate(new) if w.exact in unique}
    return _best_chain([(i, places[w.exact], w.weight) for i, w in enumerate(old) if w.exact in unique])


def _gaps(pairs: Mapping[int, int], olds: int, news: int) -> Iterator[tuple[range, range]]:
    """The stretches between pairs in which something is left on both sides."""
    i, j = 0, 0
    for left, right in [*sorted(pairs.items()), (olds, news)]:
        if left > i and right > j:
            yield range(i, left), range(j, right)
        i, j = left + 1, max(j, right + 1)


def _aligned(old: Sequence[_Words], new: Sequence[_Words], left: range, right: range) -> dict[int, int]:
    """The best partners between two anchors, in order on both sides."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in right:
        for shingle in new[j].shingles():
            index[shingle].append(j)
    scored = []
    for i in left:
        for j in sorted({j for shingle in old[i].shingles() for j in index.get(shingle, ())}):
            score = 1.0 if old[i].exact == new[j].exact else _likeness(old[i], new[j])
            if score >= ALIKE:
                bonus = 0.05 if old[i].voice == new[j].voice else 0.0
                scored.append((i, j, (score + bonus) * min(old[i].weight, new[j].weight)))
    return _best_chain(scored)


def _alone(old: Sequence[_Words], new: Sequence[_Words], left: range, right: range) -> dict[int, int]:
    """One left on each side between two pairs: the same place, and likely the same thing."""
    if len(left) != 1 or len(right) != 1:
        return {}
    i, j = left[0], right[0]
    near = old[i].voice == new[j].voice != "" or _likeness(old[i], new[j]) >= NEAR
    return {i: j} if near else {}


def _best_chain(scored: Sequence[tuple[int, int, float]]) -> dict[int, int]:
    """Of all pairs those that together weigh most while both sides stay in order."""
    best: list[tuple[float, int | None]] = []
    ordered = sorted(scored, key=lambda pair: (pair[0], -pair[1]))
    heaviest = _Heaviest(max((j for _, j, _ in ordered), default=0) + 1)
    for at, (_, j, weight) in enumerate(ordered):
        before, ends = heaviest.below(j)
        best.append((before + weight, ends))
        heaviest.put(j, before + weight, at)
    last = max(range(len(best)), key=lambda k: best[k][0], default=None)
    chain: dict[int, int] = {}
    while last is not None:
        chain[ordered[last][0]] = ordered[last][1]
        last = best[last][1]
    return chain


class _Heaviest:
    """The heaviest chain that ends before a place: a tree of maxima, since a day has thousands of pairs."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[float, int | None]] = [(0.0, None)] * (size + 1)

    def below(self, place: int) -> tuple[float, int | None]:
        found: tuple[float, int | None] = (0.0, None)
        while place > 0:
            found = max(found, self._tree[place], key=lambda one: one[0])
            place -= place & -place
        return found

    def put(self, place: int, weight: float, ends: int) -> None:
        place += 1
        while place < len(self._tree):
            if weight > self._tree[place][0]:
                self._tree[place] = (weight, ends)
            place += place & -place


def _moved(old: Sequence[_Words], new: Sequence[_Words], pairs: dict[int, int]) -> dict[int, int]:
    """What stands word for word somewhere else: only where no other could be meant."""
    taken = set(pairs.values())
    left = _unique(w.exact for i, w in enumerate(old) if i not in pairs and len(w.words) > LONG)
    right = _unique(w.exact for j, w in enumerate(new) if j not in taken)
    places = {w.exact: j for j, w in enumerate(new) if j not in taken}
    both = left & right
    return {i: places[w.exact] for i, w in enumerate(old) if i not in pairs and w.exact in both}


def _unique(texts: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    twice: set[str] = set()
    for text in texts:
        (twice if text in seen else seen).add(text)
    return seen - twice


def _with_parts(old: Sequence[_Words], new: Sequence[_Words], pairs: dict[int, int], found: list[Match]) -> list[Match]:
    """The pairs, with what was split off an old contribution and what was run into a new one."""
    back = {j: i for i, j in pairs.items()}
    split = {(i, j) for j, i in _parts_of(new, old, back)}
    merged = set(_parts_of(old, new, pairs))
    whole = {old[i].source_id for i, _ in split}
    grown = {new[j].source_id for _, j in merged}
    told = [Match(m.old, m.new, "split" if m.old in whole else "merged" if m.new in grown else m.how) for m in found]
    told += [Match(old[i].source_id, new[j].source_id, "split") for i, j in sorted(split)]
    told += [Match(old[i].source_id, new[j].source_id, "merged") for i, j in sorted(merged)]
    return told


def _parts_of(parts: Sequence[_Words], wholes: Sequence[_Words], pairs: dict[int, int]) -> list[tuple[int, int]]:
    """Each part without a partner, and the whole it belongs to: its neighbour's, whose words it completes."""
    found = []
    held: dict[int, list[int]] = defaultdict(list)
    for part, whole in pairs.items():
        held[whole].append(part)
    for part in (p for p in range(len(parts)) if p not in pairs and len(parts[p].words) >= LONG):
        for whole in dict.fromkeys(_neighbours(part, pairs, len(parts))):
            before = [p for p in held[whole] if p < part]
            after = [p for p in held[whole] if p > part]
            without = [word for p in sorted(before + after) for word in parts[p].words]
            together = [word for p in sorted([*held[whole], part]) for word in parts[p].words]
            gain = LCSseq.similarity(wholes[whole].words, together) - LCSseq.similarity(wholes[whole].words, without)
            if gain >= GAINED * len(parts[part].words):
                found.append((part, whole))
                held[whole].append(part)
                break
    return found


def _neighbours(part: int, pairs: dict[int, int], count: int) -> list[int]:
    """The wholes of the nearest paired contributions on both sides."""
    before = next((pairs[p] for p in range(part - 1, -1, -1) if p in pairs), None)
    after = next((pairs[p] for p in range(part + 1, count) if p in pairs), None)
    return [whole for whole in (before, after) if whole is not None]
