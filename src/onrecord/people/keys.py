"""Keys: how the record and the lists point at somebody, in one canonical form.

`person/24815`, `member/1677`, `lord/100001` are TheyWorkForYou's ids without their prefix,
`mnis:4007` is the Members API's. A person's own id is made from the best key they have:
`twfy:24815`, else `mnis:4007`, else that of a seat.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_PUBLICWHIP = re.compile(r"^(?:uk\.org\.publicwhip/)?((?:person|member|lord|royal|moffice)/-?\d+)$")
_PARLIAMENT = re.compile(r"^uk\.parliament\.data/Member/(\d+)/")
_PAGES = (  # where the services show somebody; the address is read, and nothing is fetched from it
    (re.compile(r"^(?:https?://)?(?:www\.)?theyworkforyou\.com/(?:mp|peer)/(\d+)(?:/|$)", re.IGNORECASE), "person/"),
    (re.compile(r"^(?:https?://)?members\.parliament\.uk/member/(\d+)(?:/|$)", re.IGNORECASE), "mnis:"),
    (re.compile(r"^(?:https?://)?members-api\.parliament\.uk/api/Members/(\d+)(?:/|$)", re.IGNORECASE), "mnis:"),
)
_SCHEME = re.compile(r"^(?:(twfy|person)[:/]|(mnis)[:/]|(member|lord|royal)[:/])(-?\d+)$")


@lru_cache(maxsize=131072)
def canonical(uri: str) -> str | None:
    """A list's id in canonical form, None where it names nobody.

    >>> canonical("uk.org.publicwhip/person/10001"), canonical("uk.parliament.data/Member/172/Committee/158")
    ('person/10001', 'mnis:172')
    >>> canonical("unknown") is None
    True
    """
    if match := _PUBLICWHIP.match(uri):
        return match[1]
    if match := _PARLIAMENT.match(uri):
        return f"mnis:{match[1]}"
    return None


def key_of(text: str) -> str:
    """What somebody typed, as a key if it looks like one; anything else is given back unchanged.

    >>> key_of("twfy:25376"), key_of("MNIS:4366"), key_of("uk.org.publicwhip/person/25376"), key_of("Alan Johnson")
    ('person/25376', 'mnis:4366', 'person/25376', 'Alan Johnson')
    >>> [key_of(page) for page in ("https://www.theyworkforyou.com/mp/25376/a_quill", "members.parliament.uk/member/7")]
    ['person/25376', 'mnis:7']
    """
    asked = text.strip()
    if known := canonical(asked):
        return known
    for page, scheme in _PAGES:
        if found := page.match(asked):
            return f"{scheme}{found[1]}"
    match = _SCHEME.match(asked.lower())
    if match is None:
        return asked
    if match[1]:
        return f"person/{match[4]}"
    return f"mnis:{match[4]}" if match[2] else f"{match[3]}/{match[4]}"


def person_id_of(key: str) -> str:
    """The person id made from a key.

    >>> person_id_of("person/24815"), person_id_of("mnis:4007"), person_id_of("member/1677")
    ('twfy:24815', 'mnis:4007', 'member:1677')
    """
    return key.replace("person/", "twfy:").replace("/", ":")


def best_key(keys: frozenset[str] | set[str]) -> str:
    """Of the keys of one person, the one their id is made from: TheyWorkForYou's, the Members API's, a seat's."""
    order = {"person": 0, "mnis": 1, "member": 2, "lord": 3}
    return min(keys, key=lambda key: (order.get(re.split("[/:]", key)[0], 4), len(key), key))


def passed_over(ids: Iterable[str], things: str) -> tuple[str, ...]:
    """The warning that rows of a list are nobody's, since their id is of no known form; none where all are.

    >>> passed_over(["uk.org.publicwhip/person/1", "person?", ""], "persons")
    ('2 of 3 persons have no id of a known form and were passed over',)
    >>> passed_over(["uk.org.publicwhip/person/1"], "persons")
    ()
    """
    known = [canonical(one) is not None for one in ids]
    nobodys = known.count(False)
    return (f"{nobodys} of {len(known)} {things} have no id of a known form and were passed over",) if nobodys else ()
