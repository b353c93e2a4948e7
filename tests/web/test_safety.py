"""Nothing that stands in the record, a name or an address can act in a reader's browser."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from litestar.testing import TestClient
from msgspec import structs

from onrecord.model import Division, DivisionVote, Heading, Unresolved
from onrecord.reading import Paragraph, Span
from onrecord.web.app import FOR_PROGRAMS, HEADERS
from onrecord.web.environment import outward
from onrecord.web.rendering import render_excerpts_page
from onrecord.web.typeset import pieces
from tests.web.fiction import ADA, ADA_PAGE, DEBATE, PATH, TODAY, Record, excerpt, excerpts, said, shown
from tests.web.reader import Read

Site = TestClient[Any]
MEMBER = "/people/ada-thornbury-90001"
EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)></style>{{ 7*7 }}\u202e"


def hostile(record: Record) -> None:
    """Put a hostile text wherever the record has text."""
    who = structs.replace(ADA, name=EVIL, party=EVIL, constituency=EVIL, slug=EVIL)
    paragraphs = tuple(
        Paragraph(kind, EVIL, EVIL, (Span("interjection", 1, 9),), ((EVIL, EVIL),) if kind in ("table", "list") else ())
        for kind in ("text", "motion", "procedural", "interjection", "quotation", "table", "list")
    )
    words = said(1, who, paragraphs=paragraphs, attribution=f"{EVIL} (Ada)", citation=EVIL, time=EVIL, column=EVIL,
                 source_url=f"javascript:{EVIL}", video_url=f"https://x.example/{EVIL}", timecode=EVIL, uin=EVIL,
                 question_number=EVIL, reference=EVIL, on_behalf_of=EVIL, corrects=EVIL,
                 corrected_by=(EVIL,))  # fmt: skip
    lost = said(2, Unresolved(EVIL, EVIL), EVIL)
    vote = DivisionVote(EVIL, EVIL, "aye", EVIL, proxy=EVIL)
    division = Division("d", "fic.1", EVIL, {"aye": 1, EVIL: 2}, (vote,), text=EVIL, source_url="data:text/html,x")
    heading = Heading("h", "h", EVIL, 1, EVIL, EVIL)
    section = structs.replace(
        DEBATE.section, title=EVIL, bill=EVIL, stage=EVIL, department=EVIL, source_url="vbscript:x"
    )
    record.whole = structs.replace(DEBATE, section=section, items=(heading, words, lost, division))
    first = excerpt(official="javascript:alert(1)", video=f"https://v.example/{EVIL}")
    run = structs.replace(
        first.runs[0],
        contributions=(shown(words, because=EVIL, under_debate=EVIL, focus=False),),
        headings=((0, EVIL),),
    )
    debate = structs.replace(first.debate, title=EVIL, bill=EVIL, stage=EVIL, department=EVIL, departments=(EVIL,))
    record.page = excerpts(structs.replace(first, debate=debate, runs=(run,), omitted_between=()))
    record.page = structs.replace(record.page, member=structs.replace(ADA_PAGE, name=EVIL))


@pytest.mark.parametrize("address", [PATH, f"{MEMBER}/excerpts"])
def test_hostile_text_in_the_record_stays_text(site: Site, record: Record, address: str) -> None:
    hostile(record)
    answer = site.get(address)
    assert answer.status_code == 200
    assert Read(answer.text).harmless()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in answer.text


def test_hostile_text_stays_text_in_a_file_that_stands_alone(record: Record) -> None:
    hostile(record)
    html = render_excerpts_page(record.page, today=TODAY)
    assert Read(html).harmless()
    assert html.count("</style>") == 1


@pytest.mark.parametrize(
    "address",
    [
        "/search?q={}",
        "/cite?reference={}",
        "/bills/{}",
        "/departments/{}",
        "/written/{}",
        "/people/{}",
        "/debate/2019-08-12/x/{}",
        "/sittings?from={}",
        "/id/{}",
    ],
)
def test_hostile_text_in_an_address_stays_text(site: Site, address: str) -> None:
    answer = site.get(address.format(EVIL.replace("/", "").replace("#", "")))
    assert answer.status_code in (200, 400, 404)
    assert Read(answer.text).harmless()


@pytest.mark.parametrize(
    "address", ["/", PATH, "/nowhere", "/api/v1/sittings", "/api/v1/people/x", "/healthz", "/id/fic.1"]
)
def test_every_answer_carries_the_headers_and_no_cookie(site: Site, address: str) -> None:
    answer = site.get(address)
    expected = {**HEADERS, **FOR_PROGRAMS} if address.startswith("/api/") else HEADERS
    for name, value in expected.items():
        assert answer.headers[name] == value
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert "set-cookie" not in answer.headers


def test_a_redirect_never_leaves_the_site(site: Site, record: Record) -> None:
    section = structs.replace(DEBATE.section, permalink="//evil.example/x\r\nSet-Cookie: a=b")
    record.whole = structs.replace(DEBATE, section=section)
    answer = site.get("/id/fic.1")
    assert answer.headers["location"].startswith("/evil.example")
    assert "set-cookie" not in answer.headers


@given(st.text())
def test_only_web_addresses_are_linked(url: str) -> None:
    assert outward(url) in ("", url)
    assert not outward(f"javascript:{url}")
    assert not outward(f" data:{url}")


@given(st.text(), st.lists(st.tuples(st.integers(-3, 40), st.integers(-3, 40))))
def test_spans_never_lose_or_repeat_a_character(text: str, bounds: list[tuple[int, int]]) -> None:
    spans = tuple(Span("interjection", start, end) for start, end in bounds)
    assert "".join(words for _, words in pieces(Paragraph("text", text, spans=spans))) == text
