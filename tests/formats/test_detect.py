"""A file's format is found out from its content, and what cannot be read whole is refused in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.errors import BadInputError, WordsLostError
from onrecord.formats.detect import read

SITTING = b"""<publicwhip scraperversion="a" latest="yes">
<major-heading id="uk.org.publicwhip/debate/2018-02-06a.1.0" colnum="1">Fog</major-heading>
<speech id="uk.org.publicwhip/debate/2018-02-06a.1.1" speakername="Ada Fenn" colnum="1"><p>It lifts.</p></speech>
<division id="uk.org.publicwhip/lords/2018-02-06a.1.2"><lordlist><lord id="x">Reed, L.</lord></lordlist></division>
</publicwhip>"""


@pytest.mark.parametrize(
    "prolog",
    [
        b"",
        b'<?xml version="1.0" encoding="UTF-8"?>\n\n',
        b"\xef\xbb\xbf",
        b"\n  ",
        b"<!-- a <person> -->\n",
        b'<?xml version="1.0"?>\n<!DOCTYPE publicwhip\n[\n<!ENTITY ndash "&#8211;">\n]>\n',
        b"<!DOCTYPE publicwhip>",
    ],
)
def test_a_sitting_is_known_behind_any_prolog(prolog: bytes) -> None:
    data = prolog + SITTING.replace(b"lords/", b"debate/")
    reading = read(data, "no-extension")
    assert (reading.format, reading.words) == ("parlparse", 5)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (SITTING[:100] + b"\0" + SITTING[100:], r"NUL bytes \(a:2\)"),
        (SITTING.decode().encode("utf-16"), "NUL bytes"),
        (b"<?xml version='1.0'?>", "first element"),
        (b"<!-- never closed", "first element"),
        (b"<!DOCTYPE publicwhip [", "first element"),
        (SITTING[:-20], r"not whole.*\(a:4\)"),
        (b"<journal><p>x</p></journal>", "no known format.*<journal>"),
        (b"<!DOCTYPE html><html><body>Sorry</body></html>", "not one of Hansard"),
        (b"<publicwhip></publicwhip>", "no sitting"),
        (b"The fog is ours.", "not a format"),
        (b"\x89PNG\r\n\x1a\n", "not a format"),
        (b'{"Overview": {"Id": 1', r"JSON that is not whole.*\(a:1\)"),
        (b'{\n"Overview":\n oops}', r"JSON that is not whole.*\(a:3\)"),
        (b"[" * 100_000, "JSON"),
        (b'{"fog": true}', r"\(a"),
        (b"[]", r"\(a"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line_with_a_remedy(data: bytes, reason: str) -> None:
    with pytest.raises(BadInputError, match=reason) as refused:
        read(data, "a")
    assert "\n" not in str(refused.value)
    assert refused.value.where.startswith("a")
    assert refused.value.remedy
    assert not isinstance(refused.value, WordsLostError)


@pytest.mark.parametrize(
    "data",
    [
        b'<?xml version="2.0"?>\n<!-- peers -->\n<publicwhip><lord id="uk.org.publicwhip/lord/1"/></publicwhip>',
        b'<publicwhip>\n<member id="uk.org.publicwhip/member/1" house="commons"/></publicwhip>',
        b'<!DOCTYPE publicwhip [ ]><publicwhip><ministerofficegroup><moffice id="x"/></publicwhip>',
        b'<publicwhip><person id="uk.org.publicwhip/person/1"><office id="y"/></person></publicwhip>',
        b'<publicwhip><constituency id="1"><name text="Fogton"/></constituency></publicwhip>',
        b'<publicwhip><alias fullname="A" alternate="B"/></publicwhip>',
        b'<twfy><personinfo id="uk.org.publicwhip/person/1"/></twfy>',
        b'{"memberships": [], "persons": []}',
        b'{"memberships": [], "organizations": [], "posts": []}',
        b'{"value": {"id": 1, "nameListAs": "Fenn, Ada"}}',
        b'{"comment": "x", "value": {"governmentPosts": []}}',
        b",person_id,redirect_id,first_name\n0,uk.org.publicwhip/person/1,,Ada\n",
        b"member_id,member_name,party_name\n1,Ada Fenn,Tidal\n",
    ],
)
def test_a_list_of_people_is_told_where_it_belongs(data: bytes) -> None:
    with pytest.raises(BadInputError, match=r"list of people \(a\): load it with `onrecord people load`"):
        read(data, "a")


@given(st.binary(max_size=300))
@example(b"<")
@example(b"<!")
@example(b"<!>")
@example(b"<publicwhip")
@example(b"{")
@example(b'{"Overview": 7, "Items": 3}')
def test_no_bytes_whatever_do_more_than_be_refused(data: bytes) -> None:
    with pytest.raises(BadInputError):
        read(data, "a")


def test_real_files_are_read_or_sent_where_they_belong(real_data: Path) -> None:
    for file in sorted((real_data / "twfy" / "debates").glob("*.xml")):
        assert read(file.read_bytes(), file.name).format == "parlparse"
    assert read((real_data / "hansard-api" / "debate_with_speeches.json").read_bytes(), "x").sittings
    people = [file for file in (real_data / "people").rglob("*.*") if file.suffix in (".xml", ".json", ".csv")]
    assert people
    for file in people:
        with pytest.raises(BadInputError, match="list of people"):
            read(file.read_bytes(), file.name)
