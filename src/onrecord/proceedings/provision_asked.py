"""The provisions that somebody asks for, however a lawyer writes them: "cl 5(2)", "Sch 2 para 4", "clauses 5 to 7".

Abbreviations are written out from a table in `provision_asked.toml`, and what comes of it is read by the
grammar that reads the record, so that a question and an answer mean the same. A paragraph of a
Schedule and a subsection of a clause become one provision with what is meant within it. Words
that are left over make the whole unclear: nothing is guessed of a question.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from .provisions import INSTRUMENTS, Provision, headed, joined, references


class Asked(NamedTuple):
    """What is asked for: one provision or several, and the Act or instrument whose they are, where another is named."""

    provisions: tuple[Provision, ...]
    act: str | None = None

    @property
    def label(self) -> str:
        """As it is written out.

        >>> [Asked(asked_provisions(text).provisions).label for text in ("cl 5", "cll 5-7", "cl 5 and sch 2")]
        ['clause 5', 'clauses 5, 6 and 7', 'clause 5 and schedule 2']
        """
        first, *rest = self.provisions
        if not rest:
            return first.label + (f" of the {self.act}" if self.act else "")
        alike = all(one.kind == first.kind for one in rest)
        told = [one.label for one in self.provisions]
        if alike:
            kind = first.label.removesuffix(f" {first.number}{first.within}")
            told = [f"{kind}s {first.number}{first.within}", *(f"{one.number}{one.within}" for one in rest)]
        return f"{', '.join(told[:-1])} and {told[-1]}" + (f" of the {self.act}" if self.act else "")

    @property
    def elsewhere(self) -> bool:
        """Whether it is no provision of the bill: another Act's, or an article, regulation or rule of an instrument."""
        return self.act is not None or all(one.kind in INSTRUMENTS for one in self.provisions)


def asked_provisions(text: str) -> Asked | None:
    """What somebody asks for, else None.

    >>> [asked_provisions(a).label for a in ("cl. 5 (4)", "s.5(2)(b)", "Sch 2 para 4", "para 4(1) of Sched. 2", "Pt 3")]
    ['clause 5(4)', 'section 5(2)(b)', 'schedule 2 paragraph 4', 'schedule 2 paragraph 4(1)', 'Part 3']
    >>> [asked_provisions(text).label for text in ("NC15", "amdt 4", "art 3", "clause 5, subsection (2)", "5A")]
    ['new clause 15', 'amendment 4', 'article 3', 'clause 5(2)', 'clause 5A']
    >>> asked_provisions("s 11 of the Fog Act 1902").act, asked_provisions("Clause 2 - Duty to ring").label
    ('Fog Act 1902', 'clause 2')
    >>> asked_provisions("the goose"), asked_provisions("clause 5 and the goose")
    (None, None)
    """
    plain = " ".join(text.split()).rstrip(".")
    if told := headed(plain):
        return Asked((told[0],))
    plain = _written_out(plain)
    found: list[Provision] = []
    acts: list[str] = []
    end = 0
    told_all = references(plain)
    for place, one in enumerate(told_all):
        between = plain[end : one.start]
        if not _pattern("between" if place else "before").fullmatch(between):
            return None
        end = one.end
        outer = found[-1] if found and _INTO.fullmatch(between) else None
        follows = told_all[place + 1] if place + 1 < len(told_all) else None
        if outer and (inside := joined(one.provisions, outer)):
            found[-1:] = inside
        elif follows and _OF.fullmatch(plain[one.end : follows.start]):
            found += joined(one.provisions, follows.provisions[0]) or one.provisions
        elif not (place and _OF.fullmatch(between) and any(same.covers(f) for same in one.provisions for f in found)):
            found += one.provisions
        acts += [one.act] if one.act else []
    rest = plain[end:]
    named = _pattern("owner").fullmatch(rest)
    if not found or not (named or _pattern("after").fullmatch(rest)):
        return None
    act = acts[-1] if acts else named["name"] if named else None
    return Asked(tuple(dict.fromkeys(found)), act)


_INTO = re.compile(r",? ?")
_OF = re.compile(r",? (?:of|to|in) (?:the )?")


def _written_out(text: str) -> str:
    for short, whole in _words()["short"]:
        text = re.sub(short, whole, text, flags=re.IGNORECASE)
    return text


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_words()[name], re.IGNORECASE)


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("provision_asked.toml").read_text(encoding="utf-8"))
