"""Make the pictures of `docs/pages.md` again: `python -m tests.browser.make_pictures`, then look at each of them.

They are the pages of the specimen, as a reader of it sees them, some on a wide screen, some
on a telephone, some in the dark.
"""

from __future__ import annotations

import socket
import tempfile
import threading
import time
from datetime import date
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from onrecord import Archive
from onrecord.web import create_app
from tests.browser.conftest import CHROMIUM, QUIET

FOLDER = Path(__file__).resolve().parent.parent.parent / "docs" / "pages"
DEBATE = "/debate/2019-08-12/commons-chamber/lighthouses-and-lesser-beacons-bill"
WIDE, NARROW = (1200, 850), (360, 740)
PICTURES = {
    "start": ("/", WIDE, "light"),
    "start-narrow": ("/", NARROW, "dark"),
    "sittings": ("/sittings", WIDE, "light"),
    "excerpts": ("/people/honoria-blackthorn-90003/excerpts", WIDE, "light"),
    "excerpts-narrow": ("/people/honoria-blackthorn-90003/excerpts", NARROW, "dark"),
    "person": ("/people/honoria-blackthorn-90003", WIDE, "light"),
    "person-dark": ("/people/honoria-blackthorn-90003", WIDE, "dark"),
    "debate": (DEBATE, WIDE, "light"),
    "debate-dark": (DEBATE, WIDE, "dark"),
    "sitting": ("/sittings/2019-08-12/commons-chamber", WIDE, "light"),
    "division": (f"{DEBATE}#c-{{division}}", WIDE, "light"),
    "search": ("/search?q=window", WIDE, "light"),
    "search-dark": ("/search?q=window", WIDE, "dark"),
    "verify": ("/verify?quote=They+sold+the+window.+The+inquiry+was+quite+clear", WIDE, "light"),
    "bill": ("/bills/lighthouses-and-lesser-beacons-bill-2017-19", WIDE, "light"),
    "department": ("/departments/home-office", WIDE, "light"),
    "coverage": ("/coverage", WIDE, "light"),
}


def main() -> None:
    """Write each picture."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, socket.socket() as listening, sync_playwright() as playwright:
        with Archive.demo(folder) as archive:
            listed = archive.divisions().divisions
            division = next(one.id for one in listed if one.debate and one.debate.permalink == DEBATE)
        listening.bind(("127.0.0.1", 0))
        app = create_app(Path(folder), today=lambda: date(2026, 1, 15))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        while not server.started:
            time.sleep(0.01)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET.split())
        for name, (path, (width, height), scheme) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
            page.goto(f"http://127.0.0.1:{listening.getsockname()[1]}{path.format(division=division)}")
            if name == "division":
                page.locator("details.division summary").first.click()
            page.screenshot(path=FOLDER / f"{name}.png")
            page.close()
        browser.close()
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
