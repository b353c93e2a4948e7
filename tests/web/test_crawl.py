"""Every link on every page of the specimen's site leads somewhere, down to the very anchor."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from litestar.testing import TestClient

from onrecord.web import create_app
from tests.web.reader import Read

Site = TestClient[Any]


@pytest.fixture(scope="module")
def specimen(specimen_archive: Path) -> Iterator[Site]:
    with TestClient(create_app(specimen_archive)) as client:
        yield client


def test_no_link_is_broken_and_no_anchor_is_missing(specimen: Site) -> None:
    pages: dict[str, Read | None] = {}
    anchors: list[tuple[str, str, str]] = []
    waiting = ["/"]
    while waiting:
        path = waiting.pop()
        if path in pages:
            continue
        answer = specimen.get(path)
        assert answer.status_code == 200, path
        if not answer.headers["content-type"].startswith("text/html"):  # JSON, feeds, exports
            pages[path] = None
            continue
        page = pages[path] = Read(answer.text)
        for target in page.targets:
            parts = urlsplit(target)
            if parts.scheme:
                continue
            leads = f"{parts.path}?{parts.query}" if parts.query else parts.path or path
            waiting.append(leads)
            if parts.fragment:
                anchors.append((path, leads, unquote(parts.fragment)))
    missing = [(path, leads, anchor) for path, leads, anchor in anchors if anchor not in _ids(pages[leads])]
    assert missing == []
    assert sum(path.startswith("/debate/") for path in pages) > 10
    assert sum(path.endswith("/excerpts") for path in pages) > 10


def _ids(page: Read | None) -> list[str]:
    return page.ids if page else []


def test_headings_and_ids_are_in_order_on_every_debate(specimen: Site) -> None:
    for day in {t for t in Read(specimen.get("/sittings").text).targets if t.startswith("/sittings/")}:
        for debate in {t for t in Read(specimen.get(day).text).targets if t.startswith("/debate/")}:
            page = Read(specimen.get(debate).text)
            assert len(page.ids) == len(set(page.ids)), debate
            assert all(b <= a + 1 for a, b in zip([0, *page.levels], page.levels, strict=False)), debate


def test_each_contribution_of_the_api_stands_on_the_page_word_for_word(specimen: Site) -> None:
    day = next(t for t in Read(specimen.get("/sittings").text).targets if t.startswith("/sittings/2019-08-12/commons"))
    for address in {t for t in Read(specimen.get(day).text).targets if t.startswith("/debate/")}:
        page = "".join("".join(Read(specimen.get(address).text).words).split())
        for item in specimen.get(f"/api/v1/debates{address}").json()["items"]:
            for paragraph in item.get("paragraphs", ()) if "paragraphs" in item else ():
                for words in [cell for row in paragraph.get("rows", ()) for cell in row] or [paragraph["text"]]:
                    assert "".join(words.split()) in page


def test_words_a_phrase_and_a_name_are_searched_and_a_reference_is_followed(specimen: Site) -> None:
    for words in ("lighthouse window", '"the window"', "Honoria Blackthorn", "12 August 2019", "clause 4 of 2019"):
        answer = specimen.get("/search", params={"q": words}, follow_redirects=False)
        assert answer.status_code == 200, words
    answer = specimen.get("/search", params={"q": "HC Deb 12 August 2019, col 12"}, follow_redirects=False)
    assert answer.status_code == 302
    assert "12 August 2019" in specimen.get(answer.headers["location"]).text
