"""Which department a wording means on a day: a heading of questions, a title of office, a name.

The Home Department is the Home Office, and "Health" is one department in 2017 and another in
2018; so every wording is looked up with its day in dated data files (`departments.toml`, and
`departments_before_1970.toml` for the historic archive), and what they do not know is no
department rather than a likely one. A title is read from its parts: what stands in brackets,
after a comma, after "for". Commons whips, private secretaries and shadows stand for no
department, whatever their titles name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from .posts import bracketed, head_of, is_opposition, is_pps, is_whip, plain_words

__all__ = [
    "department_kind",
    "department_names",
    "department_of",
    "department_on",
    "departments_meant",
    "find_department",
    "is_whip",
    "lineage",
]

_GRACE = timedelta(days=31)  # lists date posts to the reshuffle, orders the department to weeks around it
_BESIDE = re.compile(r"^(?:also|and|joint|jointly)\b", re.IGNORECASE)
_FOR = re.compile(r"^(?:senior )?(?:minister|ministers)(?: of state)? (?:for|of) (?P<what>.+)$")
_STATE = re.compile(r"^.*?\bsecretar(?:y|ies)(?: of state)? (?:for|at|of) (?P<what>.+)$")


class Spell(NamedTuple):
    """The days on which a wording means a department."""

    first: date
    last: date
    department: str

    def holds(self, day: date, grace: timedelta = timedelta()) -> bool:
        """Whether the day lies within the spell, or within `grace` of it."""
        return self.first - grace <= day <= self.last + grace


@lru_cache(maxsize=65536)
def department_of(wording: str, day: date) -> str | None:
    """The department that a heading, an office's title or a department's name means on that day, else None.

    >>> department_of("HOME DEPARTMENT", date(2009, 10, 26))
    'Home Office'
    >>> department_of("The Secretary of State for Justice", date(2023, 3, 28))
    'Ministry of Justice'
    >>> department_of("The Parliamentary Under-Secretary of State for Work and Pensions", date(2009, 10, 27))
    'Department for Work and Pensions'
    >>> department_of("Parliamentary Secretary to the Treasury", date(2009, 10, 27)) is None
    True
    """
    return next((found for kind, spells in _meanings(wording) if (found := _among(kind, spells, day))), None)


@lru_cache(maxsize=16384)
def department_on(name: str, day: date) -> str | None:
    """The name that a department bore that day; None where there was none of it under any name.

    >>> department_on("Department of Health", date(2020, 1, 1))
    'Department of Health and Social Care'
    >>> department_on("Department for Transport", date(2001, 7, 1)) is None
    True
    """
    if name not in _departments() or _alive(name, day, _GRACE):
        return name
    return next((other for other in lineage(name) if _alive(other, day)), None)


def department_kind(name: str) -> str | None:
    """`department`, `office` (business of the House only), `answering-body`, or None for no department."""
    entry = _departments().get(name)
    return str(entry.get("kind", "department")) if entry else None


def department_names() -> tuple[str, ...]:
    """Every name in the data file."""
    return tuple(_departments())


@lru_cache(maxsize=4096)
def find_department(text: str) -> str | None:
    """The department somebody asks for: by name, heading, abbreviation or its Secretary of State's portfolio.

    Of several that bore the name in turn, the newest; `lineage` gives the others.

    >>> find_department("home department"), find_department("MoJ"), find_department("justice")
    ('Home Office', 'Ministry of Justice', 'Ministry of Justice')
    """
    asked = plain_words(text)
    short = [name for name, entry in _departments().items() if asked in entry.get("short", ())]
    if short:
        return short[-1]
    for index in (_index("words"), _index("offices")):
        if asked in index:
            return max(index[asked], key=lambda spell: (spell.last, spell.first)).department
    return None


@lru_cache(maxsize=1024)
def lineage(name: str) -> tuple[str, ...]:
    """Every name that a department bore before and after, itself included, in order of time.

    >>> lineage("Department of Health and Social Care")
    ('Department of Health', 'Department of Health and Social Care')
    """
    names, grown = {name}, True
    while grown:
        more = {n for n, e in _departments().items() if e.get("became") in names}
        more |= {_departments()[n]["became"] for n in names if _departments().get(n, {}).get("became")}
        grown = not more <= names
        names |= more
    return tuple(sorted(names, key=lambda n: _spells(n)[0].first if n in _departments() else date.min))


@lru_cache(maxsize=1024)
def departments_meant(text: str) -> tuple[str, ...]:
    """Every department whose debates are meant when one is asked for, in order of time; none where none is known.

    All that bore the name in turn ("Foreign Office"), each under all its names, and one step before and after through
    mergers and splits: who asks for the FCDO means the FCO and the DfID before it, and who asks for the DfID the FCDO
    after it, but not the FCO.

    >>> departments_meant("FCDO")[:2]
    ('Foreign and Commonwealth Office', 'Department for International Development')
    >>> departments_meant("DfID")[1:]
    ('Department for International Development', 'Foreign, Commonwealth and Development Office')
    >>> departments_meant("igloos")
    ()
    """
    asked = plain_words(text)
    names = [n for n, e in _departments().items() if asked in e.get("short", ()) or asked in e.get("called", ())]
    names = names or [spell.department for index in ("words", "offices") for spell in _index(index).get(asked, ())]
    own = {other for name in names for other in lineage(name)}
    earlier = {other for name in own for other in _departments()[name].get("before", ())}
    later = {name for name, entry in _departments().items() if own & set(entry.get("before", ()))}
    beside = {other for name in earlier | later for other in lineage(name)}
    return tuple(sorted(own | beside, key=lambda name: _spells(name)[0].first))


@lru_cache(maxsize=16384)
def _meanings(wording: str) -> tuple[tuple[str, tuple[Spell, ...]], ...]:
    """What the parts of a title may mean on some day, likeliest first: the kind of wording, and its spells."""
    if is_whip(wording) or is_pps(wording) or is_opposition(wording):
        return ()
    asked = ((kind, words) for words, kinds in _parts(wording) for kind in kinds)
    return tuple(dict.fromkeys((kind, spells) for kind, words in asked if (spells := _index(kind).get(words))))


def _parts(wording: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The parts of a title that may name a department, with the kinds of wording each may be; likeliest first."""
    every, names = ("words", "offices"), ("words", "portfolios")
    head = head_of(wording)
    yield plain_words(wording), every
    yield plain_words(head), every
    for inside in bracketed(wording):
        if not _BESIDE.match(inside):
            yield plain_words(inside), ("words",)
    before, comma, after = head.partition(",")
    if comma:
        yield plain_words(before), ("offices",)
        yield plain_words(after), every
    yield from _after_for(head, names)
    for inside in bracketed(wording):
        if not _BESIDE.match(inside):
            yield plain_words(inside), ("portfolios",)
    yield from _joined(head)


def _after_for(head: str, minister: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    words = plain_words(head)
    if match := _STATE.match(words):
        yield plain_words(match["what"]), minister
    if match := _FOR.match(words):
        yield plain_words(match["what"]), minister
    if "for " in words and not match:
        yield plain_words(words.split("for ", 1)[1]), ("words",)


def _joined(head: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Two posts in one title ("Lord Chancellor and Secretary of State for Justice"): a Secretary of State's first."""
    words = plain_words(head).split(" and ")
    cuts = [(" and ".join(words[:n]), " and ".join(words[n:])) for n in range(1, len(words))]
    pieces = [piece for cut in cuts for piece in cut]
    for piece in sorted(pieces, key=lambda p: "secretary of state" not in p):
        if is_whip(piece):
            continue
        yield piece, ("offices",)
        if piece.startswith(("secretary of state", "minister for ", "minister of state for ", "parliamentary under")):
            yield from _after_for(piece, ("words", "portfolios"))


def _among(kind: str, spells: tuple[Spell, ...], day: date) -> str | None:
    """The one department that a wording of some kind means on a day."""
    for grace in (timedelta(), _GRACE):
        holding = {spell.department for spell in spells if spell.holds(day, grace)}
        if len(holding) == 1:
            return holding.pop()
    alone = kind == "words" and len({spell.department for spell in spells}) == 1
    return department_on(spells[0].department, day) if alone else None


def _alive(name: str, day: date, grace: timedelta = timedelta()) -> bool:
    return any(spell.holds(day, grace) for spell in _spells(name))


@cache
def _read() -> dict[str, Any]:
    return _file("departments.toml")


def _file(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


@cache
def _departments() -> dict[str, dict[str, Any]]:
    entries = [*_file("departments_before_1970.toml")["department"], *_read()["department"]]
    return {entry["name"]: entry for entry in entries}


@cache
def _spells(name: str) -> tuple[Spell, ...]:
    return tuple(_spell(days, name) for days in _departments()[name]["spells"]) if name in _departments() else ()


def _spell(days: list[str], name: str) -> Spell:
    return Spell(date.fromisoformat(days[0]), date.fromisoformat(days[1]) if len(days) > 1 else date.max - _GRACE, name)


@cache
def _index(kind: str) -> dict[str, tuple[Spell, ...]]:
    index: dict[str, tuple[Spell, ...]] = {}
    for name, entry in _departments().items():
        for wording in {plain_words(w) for w in (*entry.get(kind, ()), *((name,) if kind == "words" else ()))}:
            index[wording] = (*index.get(wording, ()), *_spells(name))
    for dated in _read()["dated"] if kind == "offices" else ():
        index[dated["wording"]] = (*index.get(dated["wording"], ()), _spell(dated["spell"], dated["department"]))
    return index
