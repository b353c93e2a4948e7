"""Feeds are well-formed Atom, keyed by the record's ids, and hold nothing that acts."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from litestar.testing import TestClient
from msgspec import structs

from onrecord.web.feeds import Entry, atom
from tests.web.fiction import DAY, PATH, Record, excerpt, excerpts, shown
from tests.web.test_safety import EVIL

Site = TestClient[Any]
ATOM = "{http://www.w3.org/2005/Atom}"
MEMBER = "/people/ada-thornbury-90001"
FEEDS = ("/feed", f"{MEMBER}/feed", "/departments/board-of-trade/feed", "/bills/lighthouses-2019/feed",
         "/divisions/feed", "/corrections/feed", "/search/feed?q=light")  # fmt: skip


def entries(xml: bytes) -> list[ET.Element]:
    return ET.fromstring(xml).findall(f"{ATOM}entry")


@pytest.mark.parametrize("address", FEEDS)
def test_a_feed_has_what_atom_asks_for_and_the_licence(site: Site, address: str) -> None:
    answer = site.get(address)
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = ET.fromstring(answer.content)
    for name in ("id", "title", "updated", "rights", "author/name".replace("/", f"/{ATOM}")):
        assert feed.findtext(f"{ATOM}{name}")
    assert "Open Parliament Licence" in str(feed.findtext(f"{ATOM}rights"))
    assert entries(answer.content)
    for entry in entries(answer.content):
        assert str(entry.findtext(f"{ATOM}id")).startswith("urn:uuid:")
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.get("href", "").startswith("/")


def test_an_entry_keeps_its_id_when_its_words_change(site: Site, record: Record) -> None:
    before = [entry.findtext(f"{ATOM}id") for entry in entries(site.get(f"{MEMBER}/feed").content)]
    first = excerpt()
    said = structs.replace(first.runs[0].contributions[0], text="Otherwise.")
    run = structs.replace(first.runs[0], contributions=(said,))
    record.page = excerpts(structs.replace(first, runs=(run,)))
    after = [entry.findtext(f"{ATOM}id") for entry in entries(site.get(f"{MEMBER}/feed?again=1").content)]
    assert before == after


def test_whole_addresses_where_the_site_is_known(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_SITE_URL", "https://record.example/")
    link = entries(site.get(f"{MEMBER}/feed").content)[0].find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"https://record.example{PATH}#c-fic.1.1"


def test_hostile_words_stay_text(site: Site, record: Record) -> None:
    words = shown(structs.replace(excerpt().runs[0].contributions[0], text=EVIL), focus=True)
    run = structs.replace(excerpt().runs[0], contributions=(words,))
    record.page = excerpts(structs.replace(excerpt(), runs=(run,)))
    xml = site.get(f"{MEMBER}/feed").content
    assert entries(xml)[0].findtext(f"{ATOM}summary") == EVIL
    assert b"<script" not in xml


@given(st.text(), st.text())
def test_any_text_makes_a_well_formed_feed(title: str, text: str) -> None:
    xml = atom(title, "/feed", "/", [Entry("k", title, "/x", DAY, text)])
    assert len(entries(xml)) == 1
