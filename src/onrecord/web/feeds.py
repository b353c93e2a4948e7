"""Atom feeds: what is new, keyed so that no reader is told the same thing twice.

An entry's id is made from the ids of the record, which outlive every re-reading; its date
is the day of the words, not the day on which they were loaded. The record's own words go
in as plain text, without the characters that XML cannot hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as ET

from ..model import LICENCE, NOT_OFFICIAL
from ..settings import value

ATOM = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST = 400


class Entry(NamedTuple):
    """One thing that is new. `key` is made of ids of the record, and never changes."""

    key: str
    title: str
    link: str
    day: date
    text: str = ""


def atom(title: str, path: str, page: str, entries: Iterable[Entry]) -> bytes:
    """The feed at `path` about what the page at `page` shows, newest first."""
    listed = list(entries)
    feed = ET.Element("feed", xmlns=_NAMESPACE)
    _text(feed, "id", _urn(path))
    _text(feed, "title", f"On Record: {title}")
    _text(feed, "updated", _moment(max((entry.day for entry in listed), default=date(1970, 1, 1))))
    _text(_child(feed, "author"), "name", "On Record")
    _text(feed, "rights", f"{NOT_OFFICIAL} {LICENCE}")
    _child(feed, "link", rel="self", href=absolute(path))
    _child(feed, "link", rel="alternate", type="text/html", href=absolute(page))
    for entry in listed:
        _entry(feed, entry)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode").encode()


def absolute(path: str) -> str:
    """An address of ours, whole where the setting `site_url` says where the site is."""
    return value("site_url").rstrip("/") + path


def shortened(text: str) -> str:
    """The beginning of a text, cut at a word's end and marked as cut.

    >>> shortened("one two"), len(shortened("word " * 200)) <= 402
    ('one two', True)
    """
    return text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _entry(feed: ET.Element, entry: Entry) -> None:
    element = _child(feed, "entry")
    _text(element, "id", _urn(entry.key))
    _text(element, "title", entry.title)
    _text(element, "updated", _moment(entry.day))
    _child(element, "link", rel="alternate", type="text/html", href=absolute(entry.link))
    if entry.text:
        _text(element, "summary", entry.text)


def _urn(key: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'onrecord:{key}')}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _child(parent: ET.Element, name: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, name, {key: _plain(value) for key, value in attributes.items()})


def _text(parent: ET.Element, name: str, text: str) -> None:
    _child(parent, name).text = _plain(text)


def _plain(text: str) -> str:
    return _NOT_XML.sub("", text)
