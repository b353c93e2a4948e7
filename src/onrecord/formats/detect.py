"""Which official format is this? Found out from what a file holds, never from its name.

People rename files, unpack them into one folder, and point `load` at all of it. So each
file is looked at: enough of it to know its kind, then its reader reads all of it or
refuses it. Lists of people are recognised only to say where they belong. A refusal is
one line that names the file, the place, the reason and the remedy; no half-read sitting
ever leaves this module.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from ..errors import BadInputError
from ..reading import Reading
from .bills_api import may_be_bills, read_bills
from .commons_votes import may_be_commons_votes, read_commons_votes
from .hansard_json import read_hansard_json
from .hansard_page import read_page
from .historic import ROOTS as HISTORIC_ROOTS
from .historic import read_historic
from .lords_votes import may_be_lords_votes, read_lords_votes
from .parlparse import read_parlparse
from .questions_api import may_be_questions, read_questions

KNOWN = "parlparse's and the historic archive's XML, Hansard's web pages and the official services' JSON are read"

_AGAIN = "get the file again from its source"
_TAG = re.compile(rb"<([A-Za-z_][\w.-]*)")
_SITTING_TAGS = {"speech", "oral-heading", "major-heading", "minor-heading", "division", "gidredirect", "ques", "reply"}
_PEOPLE_TAGS = {
    "member", "lord", "person", "personinfo", "moffice", "ministerofficegroup", "constituency", "alias",
    "royal", "office", "lordnametoofname", "memberinfo", "consinfo",
}  # fmt: skip
_PEOPLE_ROOTS = {"twfy", "xml_grep", "members"}
_PEOPLE_KEYS = {"memberships", "persons", "posts", "organizations"}
_MEMBER_KEYS = (b'"nameListAs"', b'"nameDisplayAs"', b'"governmentPosts"', b'"houseMemberships"')
_PEOPLE_COLUMNS = re.compile(rb"(?=[^\n]*,)[^\n]*\b(?:person_id|member_id|mnis_id)\b")


_PACKED = (b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd")
"""How gzip, zip, bzip2, xz and zstd begin."""


def read(data: bytes, name: str) -> Reading:
    """Read a file of any supported format, every word of it accounted for.

    `name` is what refusals call it. Raises BadInputError for a file that is empty, not whole,
    of no known format, or a list of people; WordsLostError if a word would be lost.
    """
    start = _refuse_no_text(data, name)
    if data[start : start + 1] == b"<":
        return _read_xml(data, start, name)
    if data[start : start + 1] in (b"{", b"["):
        return _read_json(data[start:], name)
    if _PEOPLE_COLUMNS.match(data[start : start + 2000]):
        raise _people(name)
    raise BadInputError("not a format that On Record knows", where=name, remedy=KNOWN)


def _refuse_no_text(data: bytes, name: str) -> int:
    """Where the text of a file begins, behind a byte order mark and white space."""
    bare = data.removeprefix(b"\xef\xbb\xbf")
    text = bare.lstrip()
    if not text:
        raise BadInputError("an empty file", where=name, remedy=_AGAIN)
    if data.startswith(_PACKED):
        raise BadInputError(
            "a packed file: archives are not opened", where=name, remedy="unpack it and load what it holds"
        )
    if (at := data.find(b"\0")) >= 0:
        line = data.count(b"\n", 0, at) + 1
        raise BadInputError("not text: it holds NUL bytes", where=f"{name}:{line}", remedy=_AGAIN)
    return len(data) - len(text)


def _people(name: str) -> BadInputError:
    return BadInputError("this is a list of people", where=name, remedy="load it with `onrecord people load`")


# --- XML --------------------------------------------------------------------------------


def _read_xml(data: bytes, start: int, name: str) -> Reading:
    root = _root(data, start)
    if root is None:
        raise BadInputError("not whole: it ends before its first element", where=name, remedy=_AGAIN)
    tag, end = root
    if tag in _PEOPLE_ROOTS:
        raise _people(name)
    if tag.casefold() == "html":
        return read_page(data, name)
    if tag in HISTORIC_ROOTS:
        return read_historic(data, name)
    if tag != "publicwhip":
        raise BadInputError(f"XML of no known format (its root is <{tag}>)", where=name, remedy=KNOWN)
    for found in _TAG.finditer(data, end):
        inner = found[1].decode()
        if inner in _SITTING_TAGS:
            break
        if inner in _PEOPLE_TAGS:
            raise _people(name)
    return read_parlparse(data, name)


def _root(data: bytes, at: int) -> tuple[str, int] | None:
    """The name of the root element and where it ends, behind declarations and comments; None if there is none."""
    while 0 <= at < len(data):
        if data.startswith(b"<?", at):
            at = _behind(data, b"?>", at)
        elif data.startswith(b"<!--", at):
            at = _behind(data, b"-->", at)
        elif data.startswith(b"<!", at):
            opened, closed = data.find(b"[", at), data.find(b">", at)
            subset = 0 <= opened < closed
            at = _behind(data, b">", data.find(b"]", opened)) if subset and data.find(b"]", opened) >= 0 else closed + 1
            if closed < 0:
                return None
        elif found := _TAG.match(data, at):
            return found[1].decode(), found.end()
        else:
            at = data.find(b"<", at + 1)
    return None


def _behind(data: bytes, mark: bytes, at: int) -> int:
    found = data.find(mark, at)
    return -1 if found < 0 else found + len(mark)


# --- JSON -------------------------------------------------------------------------------


def _read_json(data: bytes, name: str) -> Reading:
    try:
        keys = set(msgspec.json.decode(data, type=dict[str, msgspec.Raw]))
    except msgspec.ValidationError:
        keys = set()  # a list: its reader knows whether it is one of a sitting
    except msgspec.DecodeError as error:
        raise _broken(data, error, name) from None
    except UnicodeDecodeError as error:  # of a member's name, told without its place
        raise BadInputError(f"not UTF-8 ({error.reason})", where=name, remedy=_AGAIN) from None
    except RecursionError:
        raise BadInputError("JSON nested too deeply", where=name, remedy=KNOWN) from None
    members = bool(keys & {"value", "items"}) and any(key in data for key in _MEMBER_KEYS)
    if members or len(keys & _PEOPLE_KEYS) > 1:
        raise _people(name)
    for may_be, reader in _SERVICES:
        if may_be(data) and (reading := reader(data, name)) is not None:
            return reading
    return read_hansard_json(data, name)


_SERVICES: tuple[tuple[Callable[[bytes], bool], Callable[[bytes, str], Reading | None]], ...] = (
    (may_be_commons_votes, read_commons_votes),
    (may_be_lords_votes, read_lords_votes),
    (may_be_questions, read_questions),
    (may_be_bills, read_bills),
)


def _broken(data: bytes, error: msgspec.DecodeError, name: str) -> BadInputError:
    """A refusal with the line, counted from the byte that the decoder names."""
    position = re.search(r"byte (\d+)", str(error))
    line = data.count(b"\n", 0, int(position[1]) if position else len(data)) + 1
    return BadInputError("JSON that is not whole or not well formed", where=f"{name}:{line}", remedy=_AGAIN)
