"""Reads files in a process of its own and says what became of each, and what it cost.

Run as a script: `python judge.py sitting|people FILE…`. It prints a line of JSON for each. The time is that
of this process's own work and the memory its peak, so that neither depends on what else the
machine is doing. A crash of the process is no line at all, which the tests take for what it is.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from onrecord.errors import BadInputError
from onrecord.formats.detect import read
from onrecord.people.detect import read_people
from onrecord.store.files import read_bytes


def judged(path: Path, reader: str) -> dict[str, object]:
    """What became of the file: `read` with its words, or `refused` with the reason in one line."""
    started = time.process_time()
    try:
        data = read_bytes(path)
        if reader == "people":
            outcome: dict[str, object] = {"outcome": "read", "facts": len(read_people(data, path.name).facts)}
        else:
            reading = read(data, path.name)
            outcome = {
                "outcome": "read",
                "spoken": reading.spoken_words,
                "words": reading.words,
                "buckets": reading.buckets,
            }
    except BadInputError as error:
        outcome = {"outcome": "refused", "error": str(error), "where": error.where, "remedy": error.remedy}
    outcome["seconds"] = time.process_time() - started
    outcome["megabytes"] = _peak()
    return outcome


def _peak() -> float:
    """The most memory that this process held since it began; where the system does not tell, since its parent did."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    for each in sys.argv[2:]:
        print(json.dumps(judged(Path(each), sys.argv[1])))
