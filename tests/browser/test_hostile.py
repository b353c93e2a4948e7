"""Text of the record that tries to act does nothing: on pages, in JSON, feeds, tables or on a terminal."""

from __future__ import annotations

import csv
import socket
import threading
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import uvicorn
from litestar.testing import TestClient
from playwright.sync_api import Browser

from onrecord import Archive
from onrecord.web import create_app
from tests.browser.hostile import DAY, PAYLOADS, hostile_sitting

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    with Archive.open(folder / "archive", create=True) as archive:
        report = archive.load([hostile_sitting(folder)])
        assert [file.error for file in report.files] == [None]
        assert report.totals["contributions"] == len(PAYLOADS) == 200
    return folder / "archive"


@pytest.fixture(scope="module")
def addresses(hostile: Path) -> list[str]:
    """Every kind of page that shows something of the sitting."""
    with Archive.open(hostile, read_only=True) as archive:
        debates = [one.permalink for one in archive.debates_on(date.fromisoformat(DAY), "commons-chamber")]
        people = [one.slug for one in archive.people(per_page=200).people]
    assert len(people) == 200
    searches = ["/search?q=window", "/search?q=hurt", "/search?q=script&sort=newest"]
    quoted = ["/verify?quote=word+window.hurt%3D1+word", "/cite?reference=HC+Deb+1+April+2018,+col+7"]
    some = [f"/people/{slug}{page}" for slug in people[::9] for page in ("", "/excerpts")]
    return [*debates, f"/sittings/{DAY}", f"/sittings/{DAY}/commons-chamber", "/people", "/", *searches, *quoted, *some]


@pytest.fixture(scope="module")
def site(hostile: Path) -> Iterator[str]:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(hostile), log_level="warning", lifespan="on"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join()


def test_no_text_acts_in_a_browser(chromium: Browser, site: str, addresses: list[str]) -> None:
    context = chromium.new_context(base_url=site)
    page = context.new_page()
    told: list[str] = []
    page.on("dialog", lambda dialog: (told.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    page.on(
        "request", lambda request: told.append(request.url) if not request.url.startswith((site, "data:")) else None
    )
    for address in addresses:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        assert page.evaluate("window.hurt") is None, address
        assert (
            page.evaluate("document.querySelectorAll('main script, main iframe, main style, main object').length") == 0
        )
        assert page.evaluate("[...document.links].every(a => ['http:', 'https:', 'mailto:'].includes(a.protocol))")
    context.close()
    assert told == []


def test_every_word_of_it_is_still_shown(hostile: Path) -> None:
    with Archive.open(hostile, read_only=True) as archive:
        debates = archive.debates_on(date.fromisoformat(DAY), "commons-chamber")
        texts = [getattr(item, "text", None) for one in debates for item in archive.debate(one.id).items]
    windows = [
        payload.replace("\u009b", "›") for payload in PAYLOADS
    ]  # a C1 character is a Windows-1252 byte in disguise
    assert [text for text in texts if text is not None] == [" ".join(payload.split()) for payload in windows]


def test_feeds_and_json_carry_it_as_text(hostile: Path, addresses: list[str]) -> None:
    with TestClient(create_app(hostile)) as client:
        for slug in [one.split("/")[2] for one in addresses if one.startswith("/people/") and one.endswith("excerpts")]:
            ET.fromstring(client.get(f"/people/{slug}/feed").content)
            answer = client.get(f"/api/v1/people/{slug}/excerpts")
            assert answer.headers["content-type"] == "application/json"
            assert answer.headers["x-content-type-options"] == "nosniff"
        ET.fromstring(client.get("/search/feed?q=window").content)


def test_no_cell_of_a_table_starts_a_formula(hostile: Path, tmp_path: Path) -> None:
    with Archive.open(hostile, read_only=True) as archive:
        archive.export("csv", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert len(cells) > 2000
    assert [cell for cell in cells if cell.lstrip()[:1] in ("=", "+", "-", "@") and not _is_number(cell)] == []


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_a_terminal_gets_no_control_characters(hostile: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from onrecord.cli import main

    with Archive.open(hostile, read_only=True) as archive:
        debates = archive.debates_on(date.fromisoformat(DAY), "commons-chamber")
    for one in debates:
        main(["--archive", str(hostile), "debate", one.id])
    printed = capfd.readouterr().out
    assert "window.hurt=1" in printed
    controls = {character for character in printed if ord(character) < 32 or 127 <= ord(character) < 160} - {"\n"}
    assert controls == set()
