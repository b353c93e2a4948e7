"""Parlparse's XML as a tree, or a refusal: the one place where hostile bytes meet a parser.

Nothing outside the file is ever read: no network, no external entity, no external DTD. The
older files declare some fifty characters as entities, and some use `&mdash;` and its like
without declaring them; an entity that is dropped is text that is lost, so the declared ones
are expanded and the undeclared ones are parsed with the names of HTML put before them.
Characters U+0080–9F are bytes of Windows-1252 in disguise and are read as such. The
parser's own limits on depth, size and expansion stay on. What the tree says is for others.
"""

from __future__ import annotations

import re
from html.entities import name2codepoint

from lxml import etree

from ..errors import BadInputError

WHOLE = "get the whole file again from its source"

ELEMENTS = 300_000
"""More elements are not parsed: they would fill the machine before anything could be said of them."""

_ENTITY = re.compile(rb"<!ENTITY\s+([^>\"']*)(\"[^\"]*\"|'[^']*')?")
_DOCTYPE = re.compile(rb"<!DOCTYPE\s+[^\s\[>]+[^\[>]*(\[)?")
_ROOT = re.compile(rb"<[A-Za-z_]")
_UNDECLARED = {etree.ErrorTypes.ERR_UNDECLARED_ENTITY, etree.ErrorTypes.WAR_UNDECLARED_ENTITY}
_C1_REFERENCE = re.compile(rb"&#(?:1[2-5]\d|[xX]0*[89][0-9A-Fa-f]);")
_C1_UTF8 = re.compile(rb"\xc2[\x80-\x9f]")
_C1_BYTES = bytes(range(0x80, 0xA0))
_C1 = re.compile("[\x80-\x9f]")
_FOR_PROGRAMMERS = re.compile(r",? (?:try|use) XML_PARSE_HUGE(?: option)?")
_WINDOWS = {code: character for code in range(0x80, 0xA0) if (character := bytes([code]).decode("cp1252", "ignore"))}


def parse(data: bytes, name: str) -> tuple[etree._Element, int]:
    """The root of the file's tree, and how many of its characters were Windows-1252 in disguise.

    Raises BadInputError with the name and line for a file that is not whole, not well formed,
    or that tries to reach outside itself.
    """
    _refuse_reaching_out(data, name)
    if len(data) > ELEMENTS * len("<p/>") and data.count(b"<") - data.count(b"</") > ELEMENTS:
        what = f"more than {ELEMENTS:,} elements, which no sitting and no volume has"
        raise BadInputError(what, where=name, remedy=WHOLE)
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        if error.code not in _UNDECLARED:
            raise _refusal(error, name) from None
        root = _parse_with_known_names(data, name)
    if b"&" in data and next(root.iter(etree.Entity), None) is not None:
        raise BadInputError("an entity whose text is not in the file", where=name, remedy=WHOLE)
    return root, _undisguise(root) if _may_hold_c1(data, root) else 0


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities="internal",
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
        remove_comments=True,
        remove_pis=True,
    )


def _refuse_reaching_out(data: bytes, name: str) -> None:
    """Entities may name characters of this file, nothing else: no other file, no other entity."""
    if b"<!ENTITY" not in data:
        return
    for declaration in _ENTITY.finditer(data):
        naming, value = declaration[1], declaration[2] or b""
        line = data.count(b"\n", 0, declaration.start()) + 1
        if re.search(rb"\b(SYSTEM|PUBLIC)\b", naming) or naming.startswith(b"%"):
            raise BadInputError(
                "an entity declared outside the file",
                where=f"{name}:{line}",
                remedy="such files are never followed; get the file from its official source",
            )
        if re.search(rb"&[A-Za-z]|<", value):
            raise BadInputError(
                "an entity made of other entities or of markup",
                where=f"{name}:{line}",
                remedy="get the file from its official source",
            )


def _parse_with_known_names(data: bytes, name: str) -> etree._Element:
    """A second try, with the names of HTML declared behind the file's own (of two, the first counts)."""
    try:
        return etree.fromstring(_with_known_names(data), _parser())
    except etree.XMLSyntaxError as error:
        raise _refusal(error, name) from None


def _with_known_names(data: bytes) -> bytes:
    """The same file, line for line, with a DTD of known names."""
    known = b"".join(
        b'<!ENTITY %s "&#%d;">' % (entity.encode(), code)
        for entity, code in name2codepoint.items()
        if entity not in ("lt", "gt", "amp", "quot", "apos")
    )
    root = _ROOT.search(data)
    prolog = data[: root.start()] if root else data
    doctype = _DOCTYPE.search(prolog)
    if doctype is None:
        return prolog + b"<!DOCTYPE publicwhip [" + known + b"]>" + data[len(prolog) :]
    if doctype[1]:
        end = prolog.rfind(b"]")
        return data[:end] + known + data[end:]
    return data[: doctype.end()] + b" [" + known + b"]" + data[doctype.end() :]


def _refusal(error: etree.XMLSyntaxError, name: str) -> BadInputError:
    line = error.lineno or 1
    reason = _FOR_PROGRAMMERS.sub("", str(error.msg or "not well formed").split(", line ")[0]).strip()
    if error.code in _UNDECLARED:
        return BadInputError(f"{reason}: its text is nowhere", where=f"{name}:{line}", remedy=WHOLE)
    return BadInputError(f"not whole or not well formed XML ({reason})", where=f"{name}:{line}", remedy=WHOLE)


def _may_hold_c1(data: bytes, root: etree._Element) -> bool:
    """A quick look at the bytes, since most files hold none."""
    if b"&#" in data and _C1_REFERENCE.search(data):
        return True
    if data.isascii():
        return False
    if (root.getroottree().docinfo.encoding or "UTF-8").upper() == "UTF-8":
        return _C1_UTF8.search(data) is not None
    return len(data.translate(None, _C1_BYTES)) < len(data)


def _undisguise(root: etree._Element) -> int:
    """Read C1 characters as the bytes of Windows-1252 that they are, in text and attributes; how many."""
    count = 0

    def readable(text: str) -> str:
        nonlocal count
        text, found = _C1.subn(lambda disguised: _WINDOWS.get(ord(disguised[0]), disguised[0]), text)
        count += found
        return text

    for element in root.iter():
        if element.text and _C1.search(element.text):
            element.text = readable(element.text)
        if element.tail and _C1.search(element.tail):
            element.tail = readable(element.tail)
        for key, value in element.attrib.items():
            if _C1.search(value):
                element.set(key, readable(value))
    return count
