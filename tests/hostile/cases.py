"""Files that somebody made to hurt: each a name and its bytes, made when asked for."""

from __future__ import annotations

import json
from collections.abc import Callable

Case = Callable[[], bytes]

ID = "uk.org.publicwhip/debate/2019-08-12a.1"
HOUSE = "<title>HOUSE OF COMMONS.</title><date>Monday, 12th August, 2019.</date>"
PAGE = (
    '<!DOCTYPE html><html><head><meta content="https://hansard.parliament.uk/commons/2019-08-12/debates/'
    '00000000-aaaa-bbbb-cccc-000000000001/CommonsChamber"></head><body><div class="hero-banner"><h1>Commons Chamber'
    '</h1><h2>Monday 12 August 2019</h2></div><div class="primary-content"><div class="child-debate"><h2>Fog</h2>'
    '<div class="debate-item debate-item-contributiondebateitem"><div class="contribution" data-contribution-id='
    '"00000000-0000-0000-0000-00000000000A"><div class="content">{}</div></div></div></div></div></body></html>'
)
MEGABYTE = 1 << 20


def speech(text: str, head: str = "") -> bytes:
    """A day of parlparse with one speech."""
    said = f'<speech id="{ID}.2" speakername="Ada Fenn"><p>{text}</p></speech>'
    return f'{head}<publicwhip><major-heading id="{ID}.1">Fog</major-heading>{said}</publicwhip>'.encode()


def volume(text: str, head: str = "") -> bytes:
    """A sitting of the historic archive with one speech."""
    said = f"<p><member>Mr. FENN</member><membercontribution>: {text}</membercontribution></p>"
    debate = f"<debates><section><title>FOG.</title>{said}</section></debates>"
    return f"{head}<housecommons>{HOUSE}{debate}</housecommons>".encode()


def members(text: str, head: str = "") -> bytes:
    """A list of people with one member."""
    return f'{head}<publicwhip><member id="uk.org.publicwhip/member/1" firstname="{text}"/></publicwhip>'.encode()


def page(text: str) -> bytes:
    """A page of Hansard with one contribution."""
    return PAGE.replace("{}", text).encode()


def debate(value: str, **more: object) -> bytes:
    """A debate of the Hansard API with one contribution."""
    item = {"ItemType": "Contribution", "ItemId": 1, "AttributedTo": "Ada Fenn", "Value": value, **more}
    overview = {"ExtId": "x", "Date": "2019-08-12T00:00:00", "Title": "Fog", "Location": "Commons Chamber"}
    return json.dumps({"Overview": overview | {"House": "Commons"}, "Items": [item]}).encode()


def doctype(*declarations: str, external: str = "") -> str:
    """A document type with entities of its own."""
    return f"<!DOCTYPE publicwhip {external}[{''.join(declarations)}]>"


def laughs(depth: int = 10) -> str:
    """Entities each made of ten of the one before."""
    named = ['<!ENTITY a0 "fog">']
    named += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, depth)]
    return doctype(*named)


XML: dict[str, tuple[str, str]] = {
    "an entity of another file": (doctype('<!ENTITY x SYSTEM "file:///etc/passwd">'), "&x;"),
    "an entity of another host": (doctype('<!ENTITY x SYSTEM "http://127.0.0.1:9/x">'), "&x;"),
    "a public entity": (doctype('<!ENTITY x PUBLIC "-//X" "http://127.0.0.1:9/x">'), "&x;"),
    "a parameter entity": (doctype('<!ENTITY % x SYSTEM "http://127.0.0.1:9/x">', "%x;"), "fog"),
    "a parameter entity of its own": (doctype("<!ENTITY % x '<!ENTITY y \"fog\">'>", "%x;"), "&y;"),
    "an entity hidden by a comment": (doctype("<!-- <!ENTITY -->", '<!ENTITY x SYSTEM "file:///etc/passwd">'), "&x;"),
    "an entity with a mark in its name": (doctype('<!ENTITY x.y-z SYSTEM "file:///etc/passwd">'), "&x.y-z;"),
    "a document type of another host": ('<!DOCTYPE publicwhip SYSTEM "http://127.0.0.1:9/x.dtd">', "&x;"),
    "a billion laughs": (laughs(), "&a9;"),
    "a billion laughs in an attribute": (laughs(), '<i a="&a9;">fog</i>'),
    "a quadratic blow-up": (doctype(f'<!ENTITY x "{"fog " * 25_000}">'), "&x;" * 5_000),
    "an entity made of itself": (doctype('<!ENTITY x "&x;">'), "&x;"),
    "an entity that makes an element": (doctype("<!ENTITY x '<i>fog</i>'>"), "&x;"),
    "an entity that nobody declared": ("", "&nothere;"),
    "elements 100,000 deep": ("", "<i>" * 100_000 + "</i>" * 100_000),
    "elements 200 deep": ("", "<i>" * 200 + "fog" + "</i>" * 200),
    "100,000 attributes": ("", "<i " + " ".join(f'a{n}="1"' for n in range(100_000)) + ">fog</i>"),
    "an attribute given twice": ("", '<i a="1" a="2">fog</i>'),
    "a NUL by number": ("", "fog &#0; fog"),
    "a control character by number": ("", "fog &#7; fog"),
    "half a surrogate by number": ("", "fog &#xD800; fog"),
    "a character beyond the last": ("", "fog &#x110000; fog"),
    "an inclusion": ("", '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="/etc/passwd" parse="text"/>'),
    "a stylesheet": ('<?xml-stylesheet href="http://127.0.0.1:9/x.xsl"?>', "fog"),
    "a section of characters": ("", "<![CDATA[<script>fog</script>]]>"),
    "a comment that never ends": ("", "<!-- fog"),
    "an encoding that nobody knows": ('<?xml version="1.0" encoding="klingon"?>', "fog"),
    "an encoding that it is not in": ('<?xml version="1.0" encoding="UTF-16"?>', "fog"),
    "a version that there is not": ('<?xml version="2.0"?>', "fog"),
}
"""What stands before a document, and what in it."""

LARGE: dict[str, Case] = {
    "a text of 100 MB": lambda: speech("fog " * (25 * MEGABYTE)),
    "a word of 100 MB": lambda: speech("f" * (100 * MEGABYTE)),
    "a text of 60 MB": lambda: speech("fog " * (15 * MEGABYTE)),
    "a value of 60 MB": lambda: debate("fog " * (15 * MEGABYTE)),
    "a page of 60 MB": lambda: page("fog " * (15 * MEGABYTE)),
    "a text of 8 MB": lambda: speech("fog " * (2 * MEGABYTE)),
    "a comment of 100 MB": lambda: speech("fog<!--" + "-x" * (50 * MEGABYTE) + "-->"),
    "blanks of 100 MB before anything": lambda: b"\n" * (100 * MEGABYTE) + speech("fog"),
    "a historic text of 100 MB": lambda: volume("fog " * (25 * MEGABYTE)),
    "a page of 100 MB": lambda: page("fog " * (25 * MEGABYTE)),
    "a value of 100 MB": lambda: debate("fog " * (25 * MEGABYTE)),
    "a million speeches of nothing": lambda: (
        b"<publicwhip>" + b'<speech id="uk.org.publicwhip/debate/2019-08-12a.1.2"/>' * 1_000_000 + b"</publicwhip>"
    ),
    "a million paragraphs of nothing": lambda: speech("</p><p>" * 1_000_000),
    "a million brackets": lambda: speech("[" * 1_000_000),
    "a million quotation marks": lambda: speech("“" * 1_000_000),
    "a million brackets in a value": lambda: debate("[" * 1_000_000),
    "a million capitals": lambda: volume("A " * 500_000),
    "a million less-than signs in a value": lambda: debate("<" * 1_000_000),
    "a million comments begun in a value": lambda: debate("<!--" * 250_000),
    "a million tags begun in a value": lambda: debate("<a " * 330_000),
    "a million quotes begun in a value": lambda: debate("<a b='" * 160_000),
    "a million ends in a value": lambda: debate("</p>" * 250_000),
    "a million ampersands in a value": lambda: debate("&" * 1_000_000),
    "tables in tables in a value": lambda: debate("<table><tr><td>" * 60_000),
    "a million less-than signs in a page": lambda: page("&lt;" * 250_000 + "<" * 500_000),
    "comments begun in a page": lambda: page("<!--" * 250_000),
    "elements 100,000 deep in a page": lambda: page("<i>" * 100_000),
    "divisions 5,000 deep in a page": lambda: page("<div class='child-debate'>" * 5_000),
    "objects 100,000 deep": lambda: b'{"Overview":' * 100_000,
    "lists 100,000 deep": lambda: b"[" * 100_000 + b"]" * 100_000,
    "debates 500 deep": lambda: _nested(500),
    "a number of a million figures": lambda: debate("fog").replace(b'"ItemId": 1', b'"ItemId": ' + b"1" * 1_000_000),
    "a number beyond counting": lambda: debate("fog").replace(b'"ItemId": 1', b'"ItemId": 1e999999999'),
    "a document type that never ends": lambda: b"<!DOCTYPE publicwhip [" + b"<!ENTITY " * 500_000,
    "declarations of nothing": lambda: b"<?x?>" * 500_000 + speech("fog"),
    "comments before the root": lambda: b"<!---->" * 500_000 + speech("fog"),
    "a name of a million brackets": lambda: debate("fog", AttributedTo="The A" + "()" * 500_000),
    "a name of a million words": lambda: speech("fog").replace(b"Ada Fenn", b"A " * 500_000),
    "italics in a historic paragraph": lambda: volume("<i>a</i> " * 100_000),
    "names in a historic paragraph": lambda: volume("<member>A</member> b " * 80_000),
    "a number of 300,000 words in a value": lambda: debate(
        "<question>fog <uin>" + "1 " * 300_000 + "</uin></question>"
    ),
    "20,000 questions": lambda: _questions(20_000),
    "columns in a value": lambda: debate("<span class='column-number' data-column-number='1'></span>a " * 20_000),
    "empty elements in a value": lambda: debate("fog<i></i>" * 100_000),
    "a script that never ends in a value": lambda: debate("fog<script>" + "</scrip " * 100_000),
    "a tag of a million marks in a value": lambda: debate("<span " + "column-number " * 70_000),
    "half a character in a list": lambda: b'{"results": [{"value": {"x": ["\\ud800"]}}], "totalResults": 1}',
    "two million commas": lambda: b"person_id," + b"," * 2_000_000,
}


READ = {
    "a text of 8 MB": 2 * MEGABYTE,
    "a million brackets": 1,
    "a million quotation marks": 1,
    "a million brackets in a value": 1,
    "a million capitals": 500_000,
    "a million ends in a value": 0,
    "a million ampersands in a value": 1,
    "tables in tables in a value": 0,
    "elements 100,000 deep in a page": 0,
    "divisions 5,000 deep in a page": 0,
    "a name of a million brackets": 1,
    "a name of a million words": 1,
    "italics in a historic paragraph": 100_000,
    "names in a historic paragraph": 159_999,  # the colon stands with the first, and behind each other is a word
    "a number of 300,000 words in a value": 1,
    "20,000 questions": 60_000,
    "columns in a value": 20_000,
    "empty elements in a value": 1,
    "a tag of a million marks in a value": 70_001,  # it never ends, so it is text
}
"""Those of them that are not refused, and how many words were said: counted by how each is made."""


def _nested(depth: int) -> bytes:
    one = debate("fog").decode()
    opening = one[:-1] + ', "ChildDebates": ['
    return (opening * depth + one + "]}" * depth).encode()


def _questions(count: int) -> bytes:
    document = json.loads(debate("1. What is fog? (900001)", HRSTag="Question"))
    document["Items"] = [{**document["Items"][0], "ItemId": number} for number in range(count)]
    return json.dumps(document).encode()
