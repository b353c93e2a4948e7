"""XML lists of people, made safe and readable before anybody looks at their content.

The lists are old and hand-kept: one declares an XML version that does not exist, some name
entities that they do not declare, some hold Windows-1252 bytes under an ISO-8859-1 label.
These are mended with a warning, since the facts are whole; a list that breaks off or is not
well formed is refused. Nothing outside the file is ever fetched.
"""

from __future__ import annotations

import re
from html.entities import name2codepoint

from lxml import etree

from ...errors import BadInputError

_DECLARATION = re.compile(rb"^\s*<\?xml[^>]*?\?>")
_VERSION = re.compile(rb"""version\s*=\s*["']([^"']*)["']""")
_LATIN1 = re.compile(rb"""iso-8859-1""", re.IGNORECASE)
_C1 = re.compile(rb"[\x80-\x9f]")
_BUILT_IN = {"amp", "lt", "gt", "quot", "apos"}


def parse_xml(data: bytes, name: str) -> tuple[etree._Element, tuple[str, ...]]:
    """The root of an XML list and what had to be mended. BadInputError where it is not well formed."""
    mended, warnings = _mend(data)
    try:
        return _root(mended), warnings
    except etree.XMLSyntaxError as error:
        if "Entity '" not in str(error) or b"<!DOCTYPE" in mended[:4096]:
            raise _refusal(error, name) from error
    try:
        return _root(_with_entities(mended)), (*warnings, "names entities that it does not declare; read as in HTML")
    except etree.XMLSyntaxError as error:
        raise _refusal(error, name) from error


def _mend(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    warnings: list[str] = []
    declaration = _DECLARATION.match(data)
    if declaration is None:
        return data, ()
    head, body = declaration.group().lstrip(), data[declaration.end() :]
    version = _VERSION.search(head)
    if version and version[1] != b"1.0":
        head = _VERSION.sub(b'version="1.0"', head)
        warnings.append(f'declares XML version "{version[1].decode("latin-1")}", read as 1.0')
    if _LATIN1.search(head) and _C1.search(body):
        head = _LATIN1.sub(b"windows-1252", head)
        warnings.append("is labelled ISO-8859-1 and holds Windows-1252 characters, read as those")
    return head + body, tuple(warnings)


def _with_entities(data: bytes) -> bytes:
    declaration = _DECLARATION.match(data)
    at = declaration.end() if declaration else 0
    known = "".join(f'<!ENTITY {n} "&#{c};">' for n, c in name2codepoint.items() if n not in _BUILT_IN)
    return data[:at] + f"<!DOCTYPE list [{known}]>".encode() + data[at:]


def _root(data: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities="internal", no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


def _refusal(error: etree.XMLSyntaxError, name: str) -> BadInputError:
    line = error.position[0]
    broken_off = "Premature end" in str(error) or "EndTag" in str(error) or "not closed" in str(error)
    what = "the list breaks off before its end" if broken_off else "the list is not well-formed XML"
    return BadInputError(what, where=f"{name}, line {line}", remedy="fetch the file again, whole")
