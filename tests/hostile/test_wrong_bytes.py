"""Bytes that are not what they say: encodings, NUL, archives, and documents of the wrong shape."""

from __future__ import annotations

import gzip
import io
import json
import re
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadInputError
from onrecord.formats.detect import read
from onrecord.people.detect import read_people

from .cases import debate, page, speech, volume

WHOLE = json.loads(debate("The fog is ours."))
WRONG: list[object] = [None, True, -1, 3.5, "", "x", [], [[]], {}, {"x": []}, 10**17, "\u0000", "2019-99-99", "<p>"]


def told(data: bytes) -> bool:
    """Whether bytes are read, or refused in one line that says something."""
    said = outcome(data)
    return said == "read" or (len(said) > 10 and "\n" not in said)


def outcome(data: bytes) -> str:
    """`read`, or the reason in one line; any other exception is the test's failure."""
    try:
        read(data, "case")
    except BadInputError as error:
        return str(error)  # its root folds it into one line
    return "read"


@pytest.mark.parametrize("make", [speech, volume, page])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp037", "cp1252"])
def test_a_wrong_encoding_is_refused_or_read_as_what_it_says(make: Any, encoding: str) -> None:
    text = make("The fog — ours — lifts.").decode()
    assert outcome(text.encode(encoding, "replace")) != "read"


def test_latin_bytes_are_read_where_the_file_says_so() -> None:
    head = '<?xml version="1.0" encoding="ISO-8859-1"?>'
    reading = read(speech("Th\u00e9 fog", head).decode().encode("latin-1"), "case")
    assert reading.words == 3


def test_a_nul_is_refused_with_its_line() -> None:
    assert outcome(b"<publicwhip>\n\0</publicwhip>") == (
        "not text: it holds NUL bytes (case:2): get the file again from its source"
    )


def archives() -> dict[str, bytes]:
    bomb = gzip.compress(b"fog " * 5_000_000)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("../../etc/fog.xml", speech("fog"))
        packed.writestr("/fog.xml", b"0" * 10_000_000)
    return {"gzip": bomb, "zip": held.getvalue(), "tar": b"fog.xml".ljust(257, b"\0") + b"ustar"}


@pytest.mark.parametrize("name", ["gzip", "zip", "tar"])
def test_archives_are_not_unpacked(name: str) -> None:
    data = archives()[name]
    assert outcome(data) != "read"
    with pytest.raises(BadInputError):
        read_people(data, "case")


@pytest.mark.parametrize(
    ("garbled", "reason"),
    [
        (b'{"Overview": {}, "Overview": {}}', "stands twice"),
        (debate("fog").replace(b'"ItemId": 1', b'"ItemId": NaN'), "NaN|not well formed"),
        (debate("fog").replace(b'"ItemId": 1', b'"ItemId": -Infinity'), "Infinity|not well formed"),
        (debate("fog").replace(b'"ItemId": 1', b'"ItemId": 1, "ItemId": 2'), "stands twice"),
        (debate("fog").replace(b"fog", b"\\ud800"), "half a character|not well formed"),
        (debate("fog").replace(b'"ItemId": 1', b'"Extra": ["\\udfff"]'), "half a character|not well formed"),
        (debate("fog")[:-1], "ends in the middle|not whole"),
        (debate("fog") + b"{}", "not JSON|not whole"),
        (b"\xff" + debate("fog"), "not a format"),
        (debate("fog").replace(b"fog", b"f\xffg"), "UTF-8|not whole"),
        (debate("fog").replace(b'"ItemId": 1', b'"ItemId": ' + b"9" * 30), "30 figures|not whole"),
    ],
)
def test_garbled_json_is_refused(garbled: bytes, reason: str) -> None:
    assert re.search(reason, outcome(garbled))


def test_a_member_that_nobody_knows_is_let_through() -> None:
    assert outcome(json.dumps(WHOLE | {"Fog": [{"deep": {"er": None}}]}).encode()) == "read"


def _places(document: Any, way: tuple[object, ...] = ()) -> list[tuple[object, ...]]:
    """The way to every value of a document."""
    found = [way] if way else []
    inside = (
        document.items() if isinstance(document, dict) else enumerate(document) if isinstance(document, list) else ()
    )
    for key, value in inside:
        found += _places(value, (*way, key))
    return found


def _with(document: Any, way: tuple[object, ...], value: object, *, drop: bool = False) -> Any:
    copy = json.loads(json.dumps(document))
    at = copy
    for step in way[:-1]:
        at = at[step]
    if drop and isinstance(at, dict):
        del at[way[-1]]
    else:
        at[way[-1]] = value
    return copy


@pytest.mark.parametrize("way", _places(WHOLE), ids=lambda way: ".".join(map(str, way)))
def test_a_value_of_a_wrong_type_or_none_is_read_or_refused(way: tuple[object, ...]) -> None:
    for wrong in WRONG:
        assert told(json.dumps(_with(WHOLE, way, wrong)).encode())
    assert told(json.dumps(_with(WHOLE, way, None, drop=True)).encode())


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner)))
def test_any_json_is_read_or_refused(document: object) -> None:
    assert told(json.dumps(document).encode())
    assert told(json.dumps(WHOLE | {"Items": document}).encode())


@given(st.text())
def test_scripts_and_marks_in_a_value_are_words_or_nothing(text: str) -> None:
    reading = read(debate(f"<script>{text}</script><p>The fog &lt;script&gt; is ours.</p>"), "case")
    assert reading.sittings


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert told(data)
    assert told(b"<publicwhip>" + data)
    assert told(b"<housecommons>" + data)
    assert told(b"<html>" + data)
    outcome(b'{"Overview":' + data)


@pytest.mark.parametrize("packed", [gzip.compress(b"<publicwhip/>", mtime=0), b"PK\x03\x04\x14\x00", b"BZh91AY"])
def test_a_packed_file_is_said_to_be_one_and_not_opened(packed: bytes) -> None:
    with pytest.raises(BadInputError, match="packed"):
        read(packed, "day.xml.gz")
