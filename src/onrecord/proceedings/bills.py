"""The bill and the stage that a debate's headings name.

Headings print a bill's name with much beside it: the House it came from, a day of debate, a
programme motion. The name is what ends in "Bill"; the rest tells the stage, or the House's
set words under the heading do ("Further considered in Committee"). A fixed vocabulary of
stages is in `stages.toml`. A stage that no words tell is None; a ten-minute rule bill has
no name until it is presented, and none is made up.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_BILL = re.compile(r"^(?P<name>.*?\S\s+Bill)(?![\w’'])", re.IGNORECASE)
_LEAD = re.compile(r"^(?:draft |petition\W+|orders of the day\W+|bill presented\W+)", re.IGNORECASE)
_SMALL = re.compile(r"\bNos?\.|&c\.?|\betc\.?")  # these stand small in a name in capitals
_CONSENT = re.compile(r"^(?:[^.]{0,80}?\bsignified|.{0,260}?\bdischarged),? and ")
_DEEMED = re.compile(r"deemed(?<=\bdeemed) to have been read \w+")  # by a statute, and never taken
_HOUSE = re.compile(r"\s*[\[(]\s*(?:Lords|HL|Commons)\s*[\])]", re.IGNORECASE)


@lru_cache(maxsize=4096)
def bill_named(title: str) -> str | None:
    """The name of the bill in a heading, without what stands beside it, else None.

    >>> bill_named("Marine and Coastal Access Bill [ Lords ] (Programme) (No. 2)")
    'Marine and Coastal Access Bill'
    >>> bill_named("ENERGY BILL [LORDS]"), bill_named("Bill Presented")
    ('Energy Bill', None)
    """
    if "bill" not in title.casefold():
        return None
    plain = " ".join(_LEAD.sub("", " ".join(title.split())).split())
    if _names_none(plain):
        return None
    found = _BILL.match(plain)
    if found is None:
        return None
    name = _HOUSE.sub("", found["name"]).strip(" —–-:")
    return _title_case(name) if _SMALL.sub("", name).isupper() else name


@lru_cache(maxsize=4096)
def stage_in_title(title: str) -> str | None:
    """The stage that a heading tells, else None.

    >>> stage_in_title("Finance Bill (Programme)"), stage_in_title("Report"), stage_in_title("Clause 2 - Duties")
    ('Programme', 'Report', None)
    """
    plain = title.casefold().strip(" []()—–-.")
    exact = next((str(one["name"]) for one in _read()["stage"] if plain in one.get("exact", ())), None)
    return exact or _stage(title.casefold(), "titles")


@lru_cache(maxsize=4096)
def stage_in_words(words: str) -> str | None:
    """The stage that the House's set words, or a motion's, tell, else None.

    >>> stage_in_words("Further considered in Committee"), stage_in_words("That the clause be read a Second time.")
    ('Committee', None)
    >>> stage_in_words("Bill reported, with Amendments."), stage_in_words("He reported.")
    ('Committee', None)
    >>> stage_in_words("The Order made on the 4th of March last discharged, and Bill committed.")
    'Committee'
    """
    folded = _DEEMED.sub("", words.casefold())
    return _stage(folded, "words") or _opening(folded)


def stage_of(titles: Iterable[str], words: Iterable[str]) -> str | None:
    """The stage of a debate: by its headings from the top down, else by the first set words that tell one."""
    for title in titles:
        if stage := stage_in_title(title):
            return stage
    return next((stage for text in words if (stage := stage_in_words(text))), None)


def _stage(text: str, sign: str) -> str | None:
    for entry in _read()["stage"]:
        for phrase in entry[sign]:
            if phrase in text:
                return str(entry["name"])
    return None


def _opening(text: str) -> str | None:
    """The stage that set words open with, behind a consent signified or an order discharged."""
    if "signified" in text or "discharged" in text:
        text = _CONSENT.sub("", text)
    stages = (entry for entry in _read()["stage"] if text.startswith(tuple(entry.get("starts", ()))))
    return next((str(entry["name"]) for entry in stages), None)


def _names_none(title: str) -> bool:
    folded = title.casefold()
    return any(folded.startswith(word) for word in _read()["no_bill"]["titles"])


def _title_case(name: str) -> str:
    case = _read()["title_case"]
    words = []
    for place, word in enumerate(name.casefold().split()):
        if word in case["upper"]:
            words.append(word.upper())
        elif place and word in case["small"]:
            words.append(word)
        else:
            words.append(re.sub(r"(^|[(\-])(\w)", lambda found: found[1] + found[2].upper(), word))
    return " ".join(words)


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("stages.toml").read_text(encoding="utf-8"))
