"""Workers are replaced when one dies, end when told, and do not die for ever."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import os, signal, sys
from onrecord.web.workers import Workers

def work():
    os.write(1, f"{{os.getpid()}}\\n".encode())
    {work}

Workers({number}, work).run()
"""


def started(work: str, number: int = 2) -> subprocess.Popen[str]:
    words = [sys.executable, "-c", SCRIPT.format(work=work, number=number)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_worker_that_dies_is_replaced_and_all_end_when_told() -> None:
    site = started("signal.pause()")
    assert site.stdout
    first = [int(site.stdout.readline()) for _ in range(2)]
    os.kill(first[0], signal.SIGKILL)
    third = int(site.stdout.readline())
    assert third not in first
    site.send_signal(signal.SIGTERM)
    _, errors = site.communicate(timeout=30)
    assert (site.returncode, errors) == (128 + signal.SIGTERM, "")
    for process in (first[1], third):
        assert not Path(f"/proc/{process}").exists()


def test_workers_that_cannot_live_end_the_site_with_the_reason() -> None:
    site = started("os._exit(3)")
    out, errors = site.communicate(timeout=60)
    assert site.returncode == 1
    assert 20 < len(out.split()) < 30
    assert "end as soon as they start" in errors
