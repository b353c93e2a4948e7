"""Titles of posts: which post a title means, which are whips, which are no ministers at all.

The same post stands in three lists under three titles, and a whip is paid as a Lord of the
Treasury; so titles are compared by the ranks they hold, and never taken for a department's
because its name is in them. Ranks and their order are data (`posts.toml`). A Lord or
Baroness in Waiting is a whip who is a minister for what they answer: not counted as one here.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_LEADS = re.compile(r"leader of (?:the |hm |her majestys |his majestys )?(?:official )?opposition\b")
_PARENTHESES = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)")


class _Letters(dict[int, str]):
    """What each character of a title is in plain words; every other sign is a blank."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = sign if sign.isalnum() or sign == "_" else " "
        return self[code]


_LETTERS = _Letters(dict.fromkeys(map(ord, "'’‘."), ""))


@lru_cache(maxsize=65536)
def plain_words(text: str) -> str:
    """A title in plain words, as the data files write them.

    >>> plain_words("The Parliamentary Under-Secretary of State for Culture, Media & Sport")
    'parliamentary under secretary of state for culture media and sport'
    """
    words = text.casefold().replace("&", " and ").translate(_LETTERS).split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


@lru_cache(maxsize=65536)
def head_of(title: str) -> str:
    """A title without what stands in brackets.

    >>> head_of("Lord in Waiting (HM Household) (Whip)")
    'Lord in Waiting'
    """
    outside = _PARENTHESES.sub(" ", title) if "(" in title else title
    return " ".join(outside.replace(" ,", ",").split())


def bracketed(title: str) -> tuple[str, ...]:
    """What stands in brackets in a title.

    >>> bracketed("Minister of State (Home Office) (Security)")
    ('Home Office', 'Security')
    """
    return tuple(_PARENTHESES.findall(title)) if "(" in title else ()


@lru_cache(maxsize=65536)
def ranks(title: str) -> frozenset[str]:
    """The posts that a title holds; none for a title the table does not know.

    >>> sorted(ranks("Parliamentary Under-Secretary of State, Office of the Deputy Prime Minister"))
    ['under-secretary']

    >>> sorted(ranks("The Lord Chancellor and Secretary of State for Justice"))
    ['lord-chancellor', 'secretary-of-state']
    >>> sorted(ranks("Parliamentary Under-Secretary of State (Wales Office) (also Lord in Waiting)"))
    ['under-secretary']
    """
    words = plain_words(head_of(title))
    found = set()
    for before, rank in _named(words.split()):
        if before.endswith("office of the"):  # a department, of whoever works there
            continue
        if not any(before == word or before.endswith(" " + word) for word in _table()[rank].get("not_after", ())):
            found.add(rank)
    if len(found) > 1 and "minister of state" not in words:
        found.discard("minister-of-state")
    return frozenset(found)


def _named(words: list[str]) -> Iterator[tuple[str, str]]:
    """The posts that words name, from left to right, the longest wording first: what stands before, and the rank."""
    at = 0
    while at < len(words):
        for wording, rank in _wordings().get(words[at], ()):
            if words[at : at + len(wording)] == wording:
                yield " ".join(words[:at]), rank
                at += len(wording)
                break
        else:
            at += 1


@lru_cache(maxsize=65536)
def seniority(title: str) -> int:
    """The place of a title in the order of posts: 0 is the most senior; unknown titles come last."""
    order = list(_table())
    return min((order.index(rank) for rank in ranks(title)), default=len(order))


@lru_cache(maxsize=65536)
def is_whip(title: str) -> bool:
    """Whether a title is a whip's, who never stands for the Treasury or any other department.

    >>> is_whip("The Lord Commissioner of Her Majesty's Treasury"), is_whip("Parliamentary Secretary to the Treasury")
    (True, True)
    >>> is_whip("The Financial Secretary to the Treasury"), is_whip("Baroness in Waiting (HM Household) (Whip)")
    (False, False)
    """
    held = ranks(title)
    return not held.isdisjoint(_whips()) and held <= _whips() | {"minister-of-state"}


@lru_cache(maxsize=65536)
def is_pps(title: str) -> bool:
    """Whether a title is a parliamentary private secretary's, who speaks for nobody.

    >>> is_pps("PPS (Rt Hon Peter Hain, Secretary of State)"), is_pps("Parliamentary Secretary, Cabinet Office")
    (True, False)
    """
    words = plain_words(title)
    return any(words.startswith(word) or f" {word}" in words for word in _kinds()["pps"])


@lru_cache(maxsize=65536)
def is_opposition(title: str) -> bool:
    """Whether a title is an opposition party's.

    >>> is_opposition("Shadow Chancellor of the Exchequer"), is_opposition("Lords Spokesperson (Home Office)")
    (True, False)
    """
    words = plain_words(title)
    if words.startswith("lords spokesperson"):
        return False
    return any(f" {word}" in f" {words}" for word in _kinds()["opposition"])


def leads_opposition(title: str) -> bool:
    """Whether a title is that of the Opposition's leader, in either House.

    >>> leads_opposition("Leader of HM Official Opposition"), leads_opposition("Deputy Leader of the Opposition")
    (True, False)
    """
    return "leader" in title.casefold() and _LEADS.match(plain_words(title)) is not None


def settled_kind(title: str, kind: str) -> str:
    """The kind a list gives a post, but for those that no list can make ministers.

    >>> settled_kind("PPS (A Person), Home Office", "government"), settled_kind("Minister of State", "government")
    ('pps', 'government')
    """
    if kind != "government":
        return kind
    if is_pps(title):
        return "pps"
    if is_opposition(title):
        return "opposition"
    return "parliamentary" if "church-commissioner" in ranks(title) else kind


def kind_of(role: str, organisation: str, *, known_department: bool) -> str:
    """The kind of a post in a list that does not say: `pps`, `committee`, `opposition`, `parliamentary`, `government`.

    >>> kind_of("Chairman", "Health Committee", known_department=False)
    'committee'
    >>> kind_of("Whip", "Whips", known_department=False)
    'opposition'
    >>> kind_of("Assistant Whip", "HM Treasury", known_department=True)
    'government'
    """
    body = plain_words(organisation)
    if is_pps(role):
        return "pps"
    if not role or any(word in body.split() for word in _kinds()["committee"]):
        return "committee"
    if "church-commissioner" in ranks(role):
        return "parliamentary"
    held = ranks(role)
    if not held or is_opposition(role) or is_opposition(organisation):
        return "opposition"
    if body in _kinds()["government_bodies"]:
        whip = is_whip(role) or plain_words(role) == "deputy leader"  # a party's; the House's says so
        return "opposition" if whip and body != "hm household" else "government"
    return "government" if known_department else "opposition"


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("posts.toml").read_text("utf-8"))


@cache
def _table() -> dict[str, dict[str, Any]]:
    return {post["rank"]: post for post in _read()["post"]}


@cache
def _whips() -> frozenset[str]:
    return frozenset(rank for rank, post in _table().items() if post.get("whip"))


@cache
def _kinds() -> dict[str, tuple[str, ...]]:
    return {kind: tuple(words) for kind, words in _read()["kinds"].items()}


@cache
def _wordings() -> dict[str, list[tuple[list[str], str]]]:
    """The wordings of posts by their first word, the longest first, each with its rank."""
    every = [(wording.split(), rank) for rank, post in _table().items() for wording in post["wordings"]]
    found: dict[str, list[tuple[list[str], str]]] = defaultdict(list)
    for wording, rank in sorted(every, key=lambda one: -len(one[0])):
        found[wording[0]].append((wording, rank))
    return dict(found)
