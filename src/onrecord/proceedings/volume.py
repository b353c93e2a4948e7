"""Persons known from print alone: the speakers of a volume for which no list exists.

The historic archive has names and nothing else, and lists of members begin much later. So its
speakers become persons of their own, one for each name in a volume, and are never taken for
anybody of another volume or of a list. Within the volume a peer printed with and without his
place, or a Member printed in full and then by surname, is one person as long as only one fuller
form fits; scanning faults that cannot be another name are set right. A name that is one letter
from a commoner one may be a misreading or another man: it stays open.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeGuard

from msgspec import Struct, structs
from rapidfuzz.distance import Levenshtein

from ..people.names import fold, plain
from ..people.posts import plain_words
from ..people.printed import PEERAGES, Printed, is_peer, read_printed
from ..reading import Item, Mark, ReadContribution, Reading, ReadSitting
from .prints import SCHEME
from .turns import debates_of

_NOISE = re.compile(r"[*†‡`|\[\]]|\s+rose\b.*$|,$")
_OF = re.compile(r"(?<=\w )(?:or|op|0f|ok|oe)(?= \w)", re.IGNORECASE)
_GLUED = re.compile(rf"\b({'|'.join(PEERAGES)})of(?=[a-z]{{4}})(\w+)", re.IGNORECASE)
_NOBODY_NAMED = re.compile(r"(?:A|Then|An|The|That|Some)\b", re.IGNORECASE)
_SMALL = {"of", "and", "de", "the"}
_MANY = ("speaker", "chairman", "minister", "under secretary of state")  # several may bear such a title in a volume
_RARE = 2  # a form printed oftener than this is no misreading
_SERIES = (
    (date(1981, 3, 2), "commons", 6),
    (date(1909, 2, 16), "", 5),
    (date(1892, 2, 9), "", 4),
    (date(1830, 10, 26), "", 3),
)


class _Name(Struct, frozen=True):
    """A name line of print: the name without scanning faults, and what of it makes the person.

    `letters` are those of the folded name without blanks, which scanning moves about.
    """

    shown: str
    folded: str
    letters: str
    peer: bool
    in_full: bool
    shared: bool = False


class _Line(NamedTuple):
    """What a line of print tells of who speaks: a name, None for none, and an office in plain words, "" for none."""

    name: _Name | None
    office: str


def with_persons_of_print(reading: Reading) -> Reading:
    """A reading whose historic sittings say which person of their volume spoke; all others unchanged."""
    if not any(sitting.publication == "historic" for sitting in reading.sittings):
        return reading
    volume = _Volume(reading.sittings)
    return structs.replace(reading, sittings=tuple(map(volume.told, reading.sittings)))


class _Volume:
    """Every name printed in the historic sittings of one file."""

    def __init__(self, sittings: Sequence[ReadSitting]) -> None:
        self.forms: Counter[_Name] = Counter()
        self._under: dict[str, set[str]] = defaultdict(set)
        items = ((item, sitting.house) for sitting in sittings for item in sitting.items)
        printed = Counter((_printed(item), house) for item, house in items if _is_open(item))
        for (line, house), times in printed.items():
            name, office = _read_line(line, house)
            if name:
                self.forms[name] += times
                if office:
                    self._under[office].add(name.letters)

    def told(self, sitting: ReadSitting) -> ReadSitting:
        """A sitting with a person of print for each name that can be told."""
        if sitting.publication != "historic":
            return sitting
        return structs.replace(sitting, items=tuple(self._items(sitting)))

    def _items(self, sitting: ReadSitting) -> Iterable[Item]:
        debates, place = debates_of(sitting.sections), _place(sitting)
        before: dict[tuple[int, str], str] = {}
        for item in sitting.items:
            if not _is_open(item):
                yield item
                continue
            name, office = _read_line(_printed(item), sitting.house)
            debate = debates[item.section]
            if name is None:
                person = before.get((debate, office)) or self._holder(office) if office else None
            else:
                person = self.persons.get(name.letters)
                if not name.in_full:
                    person = before.get((debate, name.folded), person)
            if name and person:
                before[debate, office] = person
                if name.in_full and not name.peer:
                    surname = debate, name.folded.rpartition(" ")[2]
                    before[surname] = person if before.get(surname, person) == person else ""  # two of it speak here
            yield _marked(item, person, self._shown.get(person, person), place) if person else item

    def _holder(self, office: str) -> str | None:
        """Whoever alone is printed under an office in the whole volume; the Chair changes hands too often for that."""
        held = {self.persons[letters] for letters in self._under.get(office, ()) if letters in self.persons}
        if len(held) != 1 or any(office.endswith(chair) for chair in _MANY):
            return None
        return next(iter(held))

    @cached_property
    def persons(self) -> dict[str, str]:
        """For each form, by its letters, the letters of the fullest form of the same person; open forms are absent."""
        return {form.letters: full for form in self.forms if (full := self._fullest(form))}

    def _fullest(self, form: _Name) -> str | None:
        longer = self._longer.get(form.folded, frozenset())
        if not longer and self._misread(form):
            return None
        if len(longer) > 1:
            return None
        if longer:
            full = next(iter(longer))
            if not form.peer and full in self._shared:
                return None
            return full.replace(" ", "")
        return form.letters

    @cached_property
    def _longer(self) -> dict[str, frozenset[str]]:
        """For each short form the longer ones that may mean the same: a peer's with the place, a Member's in full."""
        found: dict[str, set[str]] = defaultdict(set)
        for form in self.forms:
            words = form.folded.split()
            if form.peer:
                head, of, _ = form.folded.partition(" of ")
                if of and len(head.split()) > 1:
                    found[head].add(form.folded)
            elif form.in_full:
                for start in range(1, len(words)):
                    found[" ".join(words[start:])].add(form.folded)
        alike: dict[str, frozenset[str]] = {}
        for short, full in found.items():
            by_letters = {one.replace(" ", ""): one for one in sorted(full)}
            alike[short] = frozenset(by_letters.values())
        return alike

    @cached_property
    def _shared(self) -> frozenset[str]:
        """Full names printed without a seat or an office: the forename is there because others share the surname."""
        return frozenset(form.folded for form in self.forms if form.shared)

    def _misread(self, form: _Name) -> bool:
        """Whether a rare form is so near a commoner one that it may be that, misread."""
        count = self._counts[form.letters]
        return count <= _RARE and any(
            more > 2 * count
            and not (other.endswith(form.letters) or form.letters.endswith(other))
            and Levenshtein.distance(other, form.letters, score_cutoff=2) <= (1 if len(other) < 12 else 2)
            for other, more in self._common
        )

    @cached_property
    def _common(self) -> list[tuple[str, int]]:
        """The forms printed so often that a rare one may be a misreading of them."""
        return [(letters, count) for letters, count in self._counts.items() if count > _RARE]

    @cached_property
    def _counts(self) -> Counter[str]:
        counted: Counter[str] = Counter()
        for form, count in self.forms.items():
            counted[form.letters] += count
        return counted

    @cached_property
    def _shown(self) -> dict[str, str]:
        """How each person is shown: as printed most often."""
        printed: dict[str, Counter[str]] = defaultdict(Counter)
        for form, count in self.forms.items():
            printed[form.letters][form.shown] += count
        return {letters: min(n, key=lambda shown: (-n[shown], shown)) for letters, n in printed.items()}


def _is_open(item: Item) -> TypeGuard[ReadContribution]:
    """Whether somebody speaks of whom the source tells no more than what is printed."""
    return isinstance(item, ReadContribution) and not (item.mark.key or item.mark.collective)


def _printed(item: ReadContribution) -> str:
    if item.attribution and "(" in item.attribution:
        return item.attribution
    return item.mark.name or item.mark.office or ""


@lru_cache(maxsize=65536)
def _read_line(line: str, house: str) -> _Line:
    printed = read_printed(line)
    return _Line(_name_in(printed, house), plain_words(printed.office or ""))


def _name_in(printed: Printed, house: str) -> _Name | None:
    clean = _cleaned(printed.name or "")
    folded = fold(clean)
    if not folded or printed.name is None:
        return None
    peer = is_peer(clean)
    if not peer and (house == "lords" or _NOBODY_NAMED.match(clean)):
        return None  # "A ministerial Peer", or somebody of the other House whose words are read out
    in_full = peer or " " in folded
    alone = in_full and not peer and not (printed.seat or printed.office)
    shown = _shown(clean) if peer else plain(clean)
    return _Name(shown, folded, folded.replace(" ", ""), peer, in_full, alone)


def _cleaned(name: str) -> str:
    """A name without the scanner's faults that leave no doubt.

    >>> _cleaned("THE. MARQUESS 0F LONDONDERRY,"), _cleaned("ISCOUNT MIDLETON"), _cleaned("VISCOUXT HALDANE rose")
    ('MARQUESS of LONDONDERRY', 'VISCOUNT MIDLETON', 'VISCOUNT HALDANE')
    """
    words = _OF.sub("of", " ".join(_NOISE.sub(" ", name).split()).strip(" .,:;—-")).split()
    words = _GLUED.sub(r"\1 of \2", " ".join(words)).split()
    words = [re.sub(r"(?<=[A-Z])0|0(?=[A-Z])", "O", word) for word in words]
    if words and (words[0].upper().strip(".") in ("THE", "TIIE", "TUE")):
        words = words[1:]
    if len(words) > 1 and words[0].isupper() and (rank := _rank_read(words[0])):
        words[0] = rank
    return " ".join(words)


def _rank_read(word: str) -> str | None:
    """A rank of the peerage that a word is, or can only be a misreading of."""
    near = [rank for rank in PEERAGES if Levenshtein.distance(rank.upper(), word) <= (1 if len(rank) < 6 else 2)]
    return near[0].upper() if len(near) == 1 else None


def _shown(name: str) -> str:
    """A style in capitals as it is written.

    >>> _shown("EARL OF CREWE"), _shown("LORD ST. ALDWYN"), _shown("Lord Newton")
    ('Earl of Crewe', 'Lord St. Aldwyn', 'Lord Newton')
    """
    words = [
        word.lower() if word.lower() in _SMALL else word.title() if word.isupper() else word for word in name.split()
    ]
    return " ".join(words).replace("'S", "'s")


def _place(sitting: ReadSitting) -> str:
    """What a volume is called in a person's id: House, series and volume, else the day."""
    series = next((s for since, house, s in _SERIES if sitting.date >= since and house in ("", sitting.house)), 2)
    if sitting.volume:
        return f"{sitting.house}-{series}-{sitting.volume}"
    return f"{sitting.house}-{sitting.date.isoformat()}"


def _marked(item: ReadContribution, person: str, shown: str, place: str) -> ReadContribution:
    mark = Mark(f"{SCHEME}{place}-{person}", shown, item.mark.office)
    return structs.replace(item, mark=mark, attribution=item.attribution or item.mark.name)
