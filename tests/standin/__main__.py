"""Run the stand-in until it is interrupted, and say how to point On Record at it.

python -m tests.standin                                as the services should be
python -m tests.standin hang:calendar 500:debates*3    misbehaving: the next request whose path holds
                                                       "calendar" hangs, the next three for "debates" get 500
"""

from __future__ import annotations

import sys
from contextlib import suppress
from threading import Event

from .server import Fault, StandIn

KINDS = ("html", "hang", "cut", "short", "length", "chunks")


def fault_of(told: str) -> tuple[str, list[Fault]]:
    """The part of a path that `KIND:PART*TIMES` names, and the faults to answer it with; KIND may be a status."""
    kind, _, rest = told.partition(":")
    part, _, times = rest.partition("*")
    fault = Fault("status", int(kind), {"Retry-After": "1"}) if kind.isdecimal() else Fault(kind)
    if not part or not (kind.isdecimal() or kind in KINDS):
        sys.exit(f"not a fault: {told}; one is {', '.join(KINDS)} or a status, then : and a part of the path")
    return part, [fault] * int(times or 1)


with StandIn() as standin:
    for word in sys.argv[1:]:
        path, faults = fault_of(word)
        standin.misbehave(path, *faults)
    for variable, address in standin.settings().items():
        print(f"export {variable}={address}", flush=True)
    print("# now: onrecord --archive try fetch --from 2019-08-12 --to 2019-08-16", flush=True)
    with suppress(KeyboardInterrupt):
        Event().wait()
