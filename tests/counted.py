"""Words counted by other means than any reader's: the standard library's parsers, and nothing of the package.

XML is taken apart by ElementTree and JSON by its decoder. What a reading keeps is counted here too, so
that tests of readers, of damage and of archives hold one account against another.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Container, Iterator
from html import unescape
from html.entities import name2codepoint

from onrecord.reading import ReadContribution, ReadDivision, Reading

INLINE = {"i", "I", "b", "B", "a", "u", "sup", "sub", "em", "strong", "span", "small", "phrase", "abbr", "font"}
C1 = re.compile(r"[\x80-\x9f]")
BLOCK = re.compile(r"</?(?:p|br|div|li|ul|ol|tr|td|th|table|tbody|thead|question|questiontext|uin)\b[^>]*>", re.I)
MARK = re.compile(r"<span[^>]*column-number[^>]*>[^<]*</span>", re.I)


class _All:
    """Contains every name."""

    def __contains__(self, name: object) -> bool:
        return True


EVERY: Container[str] = _All()


def read_words(reading: Reading) -> Counter[str]:
    """The words that a reading keeps: spoken, in headings, in divisions, in lists of members."""
    kept: Counter[str] = Counter()
    for sitting in reading.sittings:
        for section in sitting.sections:
            kept.update(section.title.split())
            for attendant in section.attendance:
                kept.update(attendant.name.split())
        for item in sitting.items:
            if isinstance(item, ReadContribution | ReadDivision):
                for paragraph in item.paragraphs:
                    kept.update(paragraph.text.split())
            if isinstance(item, ReadDivision):
                for vote in item.votes:
                    kept.update(vote.name.split())
    return kept


def _parted(element: ET.Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        apart = "" if child.tag in INLINE else " "
        yield apart
        yield from _parted(child)
        yield apart + (child.tail or "")


def words_in_xml(data: bytes) -> Counter[str]:
    """The words between the tags of a document. C1 characters are what Windows means by them, and HTML's entities
    need no declaration."""
    text = "".join(_parted(ET.fromstring(_ENTITY.sub(_by_number, data))))
    return Counter(C1.sub(lambda c: c[0].encode("latin-1").decode("cp1252", "ignore") or c[0], text).split())


_ENTITY = re.compile(rb"&(?!amp;|lt;|gt;|quot;|apos;)([A-Za-z]+);")


def _by_number(entity: re.Match[bytes]) -> bytes:
    known = name2codepoint.get(entity[1].decode())
    return f"&#{known};".encode() if known else entity[0]


def words_in_json(document: object, wanted: Container[str] = EVERY) -> Counter[str]:
    """The words of every string under one of these names, HTML set aside."""
    return Counter(word for text in _strings(document, wanted) for word in text.split())


def _strings(node: object, wanted: Container[str]) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(value, str):
                if key in wanted:
                    yield unescape(re.sub(r"<[^>]+>", "", BLOCK.sub(" ", MARK.sub("", value))))
            else:
                yield from _strings(value, wanted)
    elif isinstance(node, list):
        for each in node:
            yield from _strings(each, wanted)


def words_in(data: bytes) -> Counter[str]:
    """The words of a file, its own names and numbers of things among them; of a page, all between its tags."""
    if data.lstrip()[:1] in (b"{", b"["):
        return words_in_json(json.loads(data))
    if b"<html" in data[:200].lower():
        text = MARK.sub("", re.sub(r"(?is)<(script|style)\b.*?</\1>", "", data.decode("utf-8", "replace")))
        return Counter(unescape(re.sub(r"<[^>]+>", "", BLOCK.sub(" ", text))).split())
    return words_in_xml(data)
