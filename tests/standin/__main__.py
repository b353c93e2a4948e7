"""Run the stand-in until it is interrupted, and say how to point On Record at it."""

from __future__ import annotations

from contextlib import suppress
from threading import Event

from .server import StandIn

with StandIn() as standin:
    for variable, address in standin.settings().items():
        print(f"export {variable}={address}", flush=True)
    print("# now: onrecord --archive try fetch --from 2019-08-12 --to 2019-08-16", flush=True)
    with suppress(KeyboardInterrupt):
        Event().wait()
