"""References to provisions in what is said: clause 5(4)(a), amendments 38 to 40, section 11 of the 2016 Act.

A small grammar whose words are in `provisions.toml`. A reference is a noun with one number or
several; what follows it says whose it is: the bill's, another Act's, a convention's. A clause
and an amendment are the bill's unless another bill is named. A bare section is an Act's, or
nobody can tell; a subsection belongs to what was named before it. Nothing is decided by
looking the provision up: the text of bills is not here.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from msgspec import Struct

_AFTER = 170  # characters behind a reference in which its owner is looked for
_SPAN = 60  # provisions that one "to" may stand for
_PLAIN = re.compile(r"^(?P<b>\()?(?P<n>\d+)\)?$")
_LAST_BRACKET = re.compile(r"\([^()]*\)$")
_HEAD = re.compile(r"^\(?(?:[A-Z]{0,3}\d+(?:\.\d+)?[A-Z]{0,3}|[a-z]{1,3})\)?")
_LETTERED = re.compile(r"\d+[A-Z]+$")
_OF = re.compile(r"^,? (?:of|in|to|under) (?:the |that |this )?$", re.IGNORECASE)
_AND = re.compile(r"^(?:\s?\([^()]{3,60}\))?,? ?(?:and|or)? $")


class Provision(Struct, frozen=True, order=True):
    """One provision: `kind` (clause, new clause, amendment, section, schedule, part …), its `number`, and what
    of it is meant (`within`: "(4)(a)")."""

    kind: str
    number: str
    within: str = ""

    @property
    def label(self) -> str:
        """As it is written: "clause 5(4)(a)"."""
        kind = "Part" if self.kind == "part" else self.kind
        return f"{kind} {self.number}{self.within}"

    def covers(self, other: Provision) -> bool:
        """Whether `other` is this provision or something within it."""
        same = self.kind == other.kind and self.number == other.number
        return same and other.within.startswith(self.within) and other.within[len(self.within) :][:1] in ("", "(", " ")


class Reference(Struct, frozen=True):
    """Where in a text provisions are referred to (`start:end`), which, and whose they are.

    `of`: `bill`, `act` (another Act), `other` (a convention, an order, a report), or `unknown`; `act` has the name of
    the Act or instrument where it is said. `parent` is the provision in which a subsection or paragraph stands, where
    the text says.
    """

    start: int
    end: int
    provisions: tuple[Provision, ...]
    of: str
    act: str | None = None
    parent: Provision | None = None


@lru_cache(maxsize=4096)  # a bill's pages ask of the same paragraphs again and again
def references(text: str, bill: str | None = None) -> tuple[Reference, ...]:
    """Every reference to a numbered provision, in order. `bill` is the name of the bill before the House.

    >>> [(r.provisions[0].label, r.of, r.act) for r in references("clause 5(4)(a) and section 11 of the 2016 Act")]
    [('clause 5(4)(a)', 'bill', None), ('section 11', 'act', '2016 Act')]
    >>> [p.label for p in references("I speak to amendments 121 and 123 to 125, page 4.")[0].provisions]
    ['amendment 121', 'amendment 123', 'amendment 124', 'amendment 125']
    >>> [(r.of, r.parent and r.parent.label) for r in references("paragraph 7 of schedule 5 to the Bill")]
    [('bill', 'schedule 5'), ('bill', None)]
    >>> [(r.provisions[0].label, r.of) for r in references("Clause ten; Part III; article 3 of the ECHR")]
    [('clause 10', 'bill'), ('Part 3', 'bill'), ('article 3', 'other')]
    """
    if _looks().search(text.lower()) is None:
        return ()  # most paragraphs name none, and the grammar is slow to say so
    found: list[Reference] = []
    for match in _grammar().finditer(text):
        kind = _kind(match)
        provisions, length = _listed(kind, match["numbers"], plural=bool(match["plural"]))
        if not provisions or (kind == "part" and match["numbers"][0].islower() and match[0][0] == "p"):
            continue  # "took part two years ago"
        end = match.start("numbers") + length
        of, act = _owner(kind, match["numbers"], text, end, bill)
        found.append(Reference(match.start(), end, provisions, of, act))
    return _chained(text, _with_short(text, found))


def _with_short(text: str, found: list[Reference]) -> tuple[Reference, ...]:
    """What is written "NC5" stands without its noun; within a list of numbers it has been read."""
    told = [
        Reference(match.start(), match.end(), (Provision(f"new {kind}", match["number"]),), "bill")
        for match in _pattern_cased("short").finditer(text)
        if not any(one.start < match.end() and match.start() < one.end for one in found)
        and (kind := "clause" if match["clause"] else "schedule")
    ]
    return tuple(sorted([*found, *told], key=lambda one: one.start)) if told else tuple(found)


def joined(inner: tuple[Provision, ...], outer: Provision) -> tuple[Provision, ...]:
    """Parts of a provision as that provision with what is meant within it; nothing where they are no parts.

    >>> [one.label for one in joined((Provision("subsection", "(2)", "(b)"),), Provision("clause", "5"))]
    ['clause 5(2)(b)']
    >>> [one.label for one in joined((Provision("paragraph", "4"),), Provision("schedule", "2"))]
    ['schedule 2 paragraph 4']
    >>> joined((Provision("clause", "6"),), Provision("clause", "5"))
    ()
    """
    if outer.kind not in _ABOVE or any(one.kind not in _WITHIN for one in inner):
        return ()
    return tuple(Provision(outer.kind, outer.number, outer.within + _inside(one)) for one in inner)


def _inside(one: Provision) -> str:
    if one.number.startswith("("):
        return f"{one.number}{one.within}"
    if one.kind == "subsection":
        return f"({one.number}){one.within}"
    return f" {'Part' if one.kind == 'part' else one.kind} {one.number}{one.within}"


def headed(title: str) -> tuple[Provision, str | None] | None:
    """The provision that a heading names, with its side-heading.

    >>> headed("Clause 2 - Duty to make arrangements")
    (Provision(kind='clause', number='2', within=''), 'Duty to make arrangements')
    """
    found = _pattern("heading").match(" ".join(title.split())) or _pattern("set_heading").match(" ".join(title.split()))
    return (Provision(found["kind"].casefold(), found["number"]), found["title"]) if found else None


@lru_cache(maxsize=4096)
def anaphora(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where a text speaks of "that clause" or "this amendment": start, end and the kind.

    >>> anaphora("I support that clause, not clause 5.")
    ((10, 21, 'clause'),)
    """
    low = text.lower()
    if not any(noun in low for noun in ("clause", "amendment", "schedule")):
        return ()
    return tuple((m.start(), m.end(), m["kind"].casefold()) for m in _pattern("anaphora").finditer(text))


def puts_group(text: str) -> bool:
    """Whether these are the Chair's words with which grouped amendments are put before the House."""
    return _pattern("group").search(text[:400]) is not None


def _kind(match: re.Match[str]) -> str:
    return next(str(entry["name"]) for at, entry in enumerate(_words()["kind"]) if match[f"k{at}"])


def _listed(kind: str, numbers: str, *, plural: bool) -> tuple[tuple[Provision, ...], int]:
    """The provisions that a list of numbers stands for, and where it ends.

    A noun in the singular takes what "or" adds, another bracket ("section 60(5) and (6)") and a number with a letter
    ("amendment 10B, 47B and 47C"), but no list.
    """
    found: list[Provision] = []
    end, joined = 0, ""
    for match in _pattern_cased("number_or_between").finditer(numbers):
        if match["between"]:
            joined = match["between"].strip(" ,") or ","
            continue
        number = _figures(match["number"])
        goes_on = joined == "or" or number.startswith("(") or _LETTERED.match(number)
        if found and not plural and not goes_on:
            break
        one = _one(kind, number, found[-1] if found else None)
        if found and joined in ("to", "-", "–"):
            found += _through(found[-1], one)
        found.append(one)
        end = match.end()
    return tuple(dict.fromkeys(found)), end


def _figures(number: str) -> str:
    """A number in figures.

    >>> _figures("eleven"), _figures("twenty-two"), _figures("XIV"), _figures("5(4)")
    ('11', '22', '14', '5(4)')
    """
    spelt, tens = _words()["spelt"], _words()["tens"]
    ten, _, one = number.casefold().partition("-")
    if ten in tens:
        return str(tens[ten] + (spelt.index(one) + 1 if one else 0))
    if ten in spelt:
        return str(spelt.index(ten) + 1)
    if set(number) <= set("IVX"):
        worth = [{"I": 1, "V": 5, "X": 10}[letter] for letter in number]
        return str(sum(-w if after > w else w for w, after in zip(worth, [*worth[1:], 0], strict=True)))
    return number


def _one(kind: str, written: str, before: Provision | None) -> Provision:
    plain = written.replace(" ", "")
    if plain.startswith("("):
        inner = _LAST_BRACKET.sub(plain, before.within) if before and before.within else ""
        return Provision(kind, before.number, inner) if before and inner else Provision(kind, plain)
    head = _HEAD.match(plain)
    number = head[0] if head else plain
    if kind.startswith("new "):
        number, plain = re.sub(r"^N[CS](?=\d)", "", number), re.sub(r"^N[CS](?=\d)", "", plain)  # "new clause NC15"
    return Provision(kind, number, plain[len(number) :])


def _through(first: Provision, last: Provision) -> list[Provision]:
    """What lies between two numbers of a span: clauses 2 to 5, subsections 3(1) to 3(4)."""
    within = first.number == last.number
    one = _PLAIN.match(first.within if within else first.number + first.within)
    two = _PLAIN.match(last.within if within else last.number + last.within)
    if not one or not two or not 0 < int(two["n"]) - int(one["n"]) <= _SPAN:
        return []
    between = [f"({n})" if one["b"] else str(n) for n in range(int(one["n"]) + 1, int(two["n"]))]
    return [Provision(first.kind, first.number, n) if within else Provision(first.kind, n) for n in between]


def _owner(kind: str, numbers: str, text: str, end: int, bill: str | None) -> tuple[str, str | None]:
    """Whose a reference is, by what follows it."""
    entry = next(entry for entry in _words()["kind"] if entry["name"] == kind)
    after = _pattern("owner").match(text[end : end + _AFTER])
    name = after["name"].strip() if after else ""
    if name and _pattern("bill").match(name):
        return "bill", None
    other = _pattern_cased("named_bill").match(name) if name else None
    if other and " Act " not in other["name"]:
        return ("bill", None) if bill and _same(other["name"], bill) else ("other", other["name"])
    if kind in ("clause", "new clause", "amendment"):
        return "bill", None
    if name and _pattern("that_act").match(name):
        return "act", _last_act(text[:end])
    if name and (act := _pattern_cased("act").match(name)):
        return "act", (act["name"] or act["short"]).strip()
    if name and (found := _pattern_cased("instrument").search(name.split(",")[0])):
        if found[0] == "Act":
            return "act", None
        year = re.match(r" (?:1[6-9]|20)\d\d\b", name[found.end() :])
        whole = name[: found.end()] + (year[0] if year else "")
        told = re.sub(r"^(?:the|that|its|this|our|what is now the) ", "", whole)
        return "other", told if told[:1].isupper() else None
    if ("." in numbers and kind == "paragraph") or entry.get("instrument"):
        return "other", None
    return ("bill" if entry["own"] else "unknown"), None


def _same(one: str, other: str) -> bool:
    return one.casefold().removesuffix(" bill") == other.casefold().removesuffix(" bill")


def _last_act(text: str) -> str | None:
    named = [found["name"] for found in _pattern_cased("act_named").finditer(text)]
    return named[-1] if named else None


def _chained(text: str, found: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """A subsection of a clause is whose the clause is: "subsection (2) of clause 5", "clause 5, subsection (2)"."""
    told = list(found)
    for place in reversed(range(len(told) - 1)):
        one, after = told[place], told[place + 1]
        between = text[one.end : after.start]
        if _OF.match(between) and one.provisions[0].kind in _INNER:
            told[place] = Reference(one.start, one.end, one.provisions, after.of, after.act, after.provisions[0])
        elif _AND.match(between) and one.of == "unknown" and one.provisions[0].kind == after.provisions[0].kind:
            told[place] = Reference(one.start, one.end, one.provisions, after.of, after.act, after.parent)
    for place, one in enumerate(told):
        if one.parent is None and one.provisions[0].kind in _BELOW and place:
            before = next((r for r in reversed(told[:place]) if r.provisions[0].kind in _ABOVE), None)
            if before and (one.of == "unknown" or one.provisions[0].kind != "paragraph"):
                of = before.of if one.of in ("unknown", "bill") else one.of
                told[place] = Reference(one.start, one.end, one.provisions, of, before.act, before.provisions[0])
    return tuple(told)


_INNER = frozenset({"subsection", "paragraph", "sub-paragraph", "section", "part", "schedule"})
_BELOW = frozenset({"subsection", "sub-paragraph", "paragraph"})
_WITHIN = frozenset({"subsection", "sub-paragraph", "paragraph", "part"})
INSTRUMENTS = frozenset({"article", "regulation", "rule"})  # what an order, a treaty or rules have, and a bill has not
_ABOVE = frozenset({"clause", "new clause", "section", "schedule", "new schedule"})


@cache
def _grammar() -> re.Pattern[str]:
    words = _words()
    nouns = "|".join(f"(?P<k{at}>{entry['word']})" for at, entry in enumerate(words["kind"]))
    number, between = _cased(f"{words['number']}|{words['words']}|{words['roman']}"), words["between"]
    listed = f"{number}(?:{between}(?:{number}))*"
    return re.compile(
        rf"(?<![\w-])(?:{nouns})(?P<plural>s)?(?: \(?(?:Nos?\.|numbers?)\)?)? (?P<numbers>{listed})", re.IGNORECASE
    )


@cache
def _looks() -> re.Pattern[str]:
    return re.compile(_words()["looks"])


def _cased(number: str) -> str:
    return f"(?-i:{number})"


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_words()[name], re.IGNORECASE)


@cache
def _pattern_cased(name: str) -> re.Pattern[str]:
    words = _words()
    if name == "number_or_between":
        number = f"{words['number']}|{words['words']}|[IVX]{{1,6}}(?!\\w)"
        return re.compile(f"(?P<number>{number})|(?P<between>{words['between']})")
    return re.compile(words[name])


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("provisions.toml").read_text(encoding="utf-8"))
