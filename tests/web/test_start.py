"""What the site imports and makes before it answers: no reader of files, and each template compiled once."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

SITE = (
    "from onrecord.web import environment, rendering, server; "
    "from onrecord.web.app import create_app; from pathlib import Path;"
)


def run(code: str, cache: Path) -> str:
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), "HOME": str(cache)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_site_starts_without_what_reads_files_and_without_other_peoples_models(tmp_path: Path) -> None:
    heavy = ("onrecord.formats", "onrecord.store.loader", "pydantic", "altair", "alembic")
    loaded = run(
        f"{SITE} import sys; create_app(Path('.')); print(*(m for m in {heavy} if m in sys.modules))", tmp_path
    )
    assert set(loaded.split()) <= {"httpx"}  # Litestar's own


def test_templates_are_compiled_once_for_all_starts(tmp_path: Path) -> None:
    ready = f"{SITE} environment.ready(); print(len(environment.environment().list_templates(extensions=['html'])))"
    number = int(run(ready, tmp_path))
    kept = [file for file in tmp_path.rglob("*.cache") if file.is_file()]
    assert len(kept) == number
    before = {file: file.stat().st_mtime_ns for file in kept}
    assert int(run(ready, tmp_path)) == number
    assert {file: file.stat().st_mtime_ns for file in kept} == before


def test_no_place_for_them_is_no_fault(tmp_path: Path) -> None:
    nowhere = tmp_path / "file"
    nowhere.write_text("not a folder", encoding="utf-8")
    assert run(f"{SITE} print(rendering.render('about.html', held=())[:15])", nowhere) == "<!doctype html>"
