"""The site starts on the address asked for, says so, and a port in use is one line. The demo keeps to itself."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def test_a_port_in_use_is_one_line(run: Callable[..., Any], specimen_archive: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        status, out, err = run("--archive", str(specimen_archive), "serve", "--port", str(port))
    assert (status, out) == (3, "")
    assert err == f"error: port {port} is in use: choose another with --port\n"


def test_a_setting_that_is_no_port(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_PORT", "http")
    assert run("serve") == (2, "", "error: “http” is not a port (ONRECORD_PORT): set a number up to 65535\n")


@pytest.mark.parametrize("workers", ["1", "3"])
def test_the_site_answers_at_the_address_it_prints_and_ends_when_told(specimen_archive: Path, workers: str) -> None:
    words = [sys.executable, "-m", "onrecord", "--archive", str(specimen_archive), "serve", "--port", "0"]
    words += ["--workers", workers]
    site = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert site.stdout
        address = site.stdout.readline().split(" at ")[1].split()[0]
        with urllib.request.urlopen(address + "healthz", timeout=30) as answer:
            assert answer.status == 200
        site.send_signal(signal.SIGTERM)
        _, errors = site.communicate(timeout=30)
        assert (site.returncode, errors) == (128 + signal.SIGTERM, "")
    finally:
        site.kill()
        site.communicate()


def test_the_demo_prints_and_leaves_nothing_behind(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    status, out, err = run("demo", "--no-serve")
    assert (status, err) == (0, "")
    assert "Honoria Blackthorn" in out
    assert list(tmp_path.iterdir()) == []
    assert not Path(os.environ["ONRECORD_ARCHIVE"]).exists()


def test_the_demo_fills_only_an_empty_folder(run: Callable[..., Any], tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    assert run("demo", "--no-serve", "--archive", str(kept)).status == 0
    assert run("--archive", str(kept), "sittings").out.startswith("date")
    status, out, err = run("demo", "--no-serve", "--archive", str(kept))
    assert (status, out) == (2, "")
    assert err == f"error: the demo wants an empty folder ({kept}): name another with --archive\n"
