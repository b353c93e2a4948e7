"""Which list of people a file is, by its content; its name only says of what day.

A file is read whole or refused whole, with the place and the remedy. A file that is a good
answer of an official service but speaks of nobody is accepted with a warning, so that a
folder of recorded answers loads as it stands.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import PurePath

import msgspec
from lxml import etree

from ..errors import BadInputError
from .facts import PeopleReading
from .lists import (
    members_api,
    official_profiles,
    parlparse_lords,
    parlparse_members,
    parlparse_ministers,
    parlparse_names,
    parlparse_people,
    people_csv,
    popolo_people,
    popolo_posts,
)
from .lists.xml import parse_xml

_XmlReader = Callable[[etree._Element, str, tuple[str, ...]], PeopleReading]
_XML: dict[str, _XmlReader] = {
    "person": parlparse_people.read_people_xml,
    "member": parlparse_members.read_members_xml,
    "lord": parlparse_lords.read_lords_xml,
    "moffice": parlparse_ministers.read_ministers_xml,
    "alias": parlparse_names.read_aliases_xml,
    "lordnametoofname": parlparse_names.read_lord_titles_xml,
    "constituency": parlparse_names.read_constituencies_xml,
    "personinfo": official_profiles.read_profiles_xml,
}
_UNKNOWN = "not a list of people that is known"
_REMEDY = "`people load` reads the lists named in docs/formats.md; sittings go to `load`"


def read_people(data: bytes, name: str) -> PeopleReading:
    """Read one list of people. BadInputError: empty, broken off, garbled, or of no known kind."""
    name = PurePath(name).name
    try:
        return _read(data.removeprefix(b"\xef\xbb\xbf"), name)
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError, csv.Error) as error:
        deep = isinstance(error, RecursionError)
        reason = "nested too deep" if deep else f"{type(error).__name__}: {str(error)[:100]}"
        what = f"an entry of the list is not as its format has it ({reason})"
        raise BadInputError(what, where=name, remedy="fetch the file again") from error


def _read(data: bytes, name: str) -> PeopleReading:
    start = data.lstrip()[:1]
    if not start:
        raise BadInputError("the file is empty", where=name, remedy="fetch it again")
    if start == b"<":
        return _read_xml(data.lstrip(), name)
    if start in (b"{", b"["):
        return _read_json(data, name)
    return _read_text(data, name)


def _read_xml(data: bytes, name: str) -> PeopleReading:
    root, warnings = parse_xml(data, name)
    if root.tag in ("publicwhip", "twfy", "xml_grep"):
        known = next((_XML[e.tag] for e in root.iter() if isinstance(e.tag, str) and e.tag in _XML), None)
        if known and root.find("speech") is None:
            return known(root, name, warnings)
    raise BadInputError(f"{_UNKNOWN} (XML, root <{root.tag}>)", where=name, remedy=_REMEDY)


def _read_json(data: bytes, name: str) -> PeopleReading:
    try:
        content = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        broken_off = "truncated" in str(error)
        what = "the list breaks off before its end" if broken_off else f"the list is not JSON, {_place(str(error))}"
        raise BadInputError(what, where=name, remedy="fetch the file again, whole") from error
    reading = _of_json(content, name)
    if reading is None:
        raise BadInputError(f"{_UNKNOWN} (JSON)", where=name, remedy=_REMEDY)
    return reading


def _of_json(content: object, name: str) -> PeopleReading | None:
    if isinstance(content, dict) and isinstance(content.get("memberships"), list):
        if "persons" in content:
            return popolo_people.read_popolo_people(content, name)
        return popolo_posts.read_popolo_posts(content, name)
    if isinstance(content, dict) and isinstance(content.get("persons"), list):
        return popolo_people.read_popolo_people(content, name)
    return members_api.read_members_api(content, name)


def _read_text(data: bytes, name: str) -> PeopleReading:
    try:
        reading = people_csv.read_people_csv(data.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInputError("the file is not text in UTF-8", where=f"{name}, line {line}", remedy=_REMEDY) from error
    if reading is None:
        raise BadInputError(_UNKNOWN, where=name, remedy=_REMEDY)
    return reading


def _place(message: str) -> str:
    place = re.search(r"byte \d+", message)
    return f"garbled at {place[0]}" if place else "garbled"
