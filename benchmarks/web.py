"""How fast the site answers, in ratios to a bare Litestar page of the same size, in the same run.

The site runs as `onrecord serve` does, over an archive made from `corpus.py`; the bare page
is one Litestar handler that returns a text of the same length, in a server of its own. The
same client asks both in turn, so that the ratios hold on any machine; the milliseconds are
this machine's. Each kind of page is asked under many addresses, so that what is kept in
memory helps only where readers would come back as well (`again`).

    python benchmarks/web.py FOLDER_OF_DEBATES [FOLDER_OF_PEOPLE] [--days 400] [--speeches 50] [--seconds 4]
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import resource
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import httpx
import uvicorn
from corpus import make
from litestar import Litestar, Response, get

from onrecord import Archive

CONNECTIONS = 4


def serve_site(folder: Path, listening: socket.socket) -> None:
    """One worker of the site. One reader asks more here than anybody may: the limit is off."""
    os.environ["ONRECORD_QUESTIONS_PER_MINUTE"] = "0"
    from onrecord.web import create_app

    uvicorn.Server(uvicorn.Config(create_app(folder), log_level="error", access_log=False)).run(sockets=[listening])


def serve_bare(size: int, listening: socket.socket) -> None:
    """A bare Litestar page of so many bytes."""
    text = "<p>" + "x" * size

    @get("/{path:path}", sync_to_thread=False)
    def page(path: str) -> Response[str]:
        return Response(text, media_type="text/html")

    app = Litestar([page], openapi_config=None, logging_config=None)
    uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False)).run(sockets=[listening])


class Running:
    """A server in a process of its own."""

    def __init__(self, work: Callable[..., None], *arguments: object) -> None:
        self.listening = socket.socket()
        self.listening.bind(("127.0.0.1", 0))
        self.listening.listen(128)
        self.base = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        fork = multiprocessing.get_context("fork")
        self.process = fork.Process(target=work, args=(*arguments, self.listening))
        self.process.start()

    def stop(self) -> None:
        self.process.terminate()
        self.process.join()
        self.listening.close()


async def throughput(base: str, paths: Sequence[str], seconds: float, headers: dict[str, str]) -> float:
    """Answers a second when a few readers ask without a pause."""
    done, until = 0, time.perf_counter() + seconds

    async def reader(client: httpx.AsyncClient, start: int) -> None:
        nonlocal done
        number = start
        while time.perf_counter() < until:
            answer = await client.get(paths[number % len(paths)], headers=headers)
            assert answer.status_code in (200, 304), answer.status_code
            done += 1
            number += CONNECTIONS

    async with httpx.AsyncClient(base_url=base, timeout=60) as client:
        await asyncio.gather(*(reader(client, start) for start in range(CONNECTIONS)))
    return done / seconds


async def latency(base: str, paths: Sequence[str], seconds: float, rate: int) -> list[float]:
    """Milliseconds of each answer at so many questions a second, whatever the answers take."""
    took: list[float] = []

    async def ask(client: httpx.AsyncClient, path: str, at: float) -> None:
        await asyncio.sleep(max(0.0, at - time.perf_counter()))
        answer = await client.get(path)
        assert answer.status_code == 200, (answer.status_code, path)
        took.append(1000 * (time.perf_counter() - at))

    async with httpx.AsyncClient(base_url=base, timeout=60) as client:
        await client.get(paths[0])
        begin = time.perf_counter() + 0.1
        questions = [(paths[n % len(paths)], begin + n / rate) for n in range(int(seconds * rate))]
        await asyncio.gather(*(ask(client, path, at) for path, at in questions))
    return sorted(took)


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which that share of the values lies."""
    return values[min(len(values) - 1, int(share * len(values)))]


def addresses(folder: Path, number: int) -> dict[str, list[str]]:
    """Many addresses of each kind of page."""
    with Archive.open(folder, read_only=True) as archive:
        people = sorted(archive.people(per_page=100_000).people, key=lambda one: -one.contributions)[:number]
        newest = archive.newest_sittings(number)
        debates = [one.permalink for sitting in newest for one in archive.debates_on(sitting.date, sitting.chamber)]
    words = ("government", "hospital", "“the prime minister”", "railway OR road", "schools -academies", "pension*")
    return {
        "member": [f"/people/{one.slug}/excerpts" for one in people],
        "debate": debates[:number],
        "search": [f"/search?q={word}&sort={sort}" for sort in ("relevance", "newest", "oldest") for word in words],
    }


def measure(folder: Path, seconds: float, number: int) -> None:
    """Print a line for each kind of page."""
    paths = addresses(folder, number)
    site = Running(serve_site, folder)
    try:
        for kind, listed in paths.items():
            size = statistics.median(len(httpx.get(site.base + path, timeout=60).content) for path in listed[:5])
            bare = Running(serve_bare, int(size))
            httpx.get(bare.base + "/x", timeout=60)
            tag = {"If-None-Match": httpx.get(site.base + listed[0], timeout=60).headers["etag"]}
            fastest = asyncio.run(throughput(bare.base, ["/x"], seconds, {}))
            took = asyncio.run(latency(site.base, listed, seconds, 50))
            again = asyncio.run(throughput(site.base, listed[:20], seconds, {}))
            same = asyncio.run(throughput(site.base, listed[:1], seconds, tag))
            bare.stop()
            middle, slow = quantile(took, 0.5), quantile(took, 0.99)
            print(
                f"{kind:8} {size / 1000:6.0f} kB  at 50/s p50 {middle:6.1f} p99 {slow:6.1f} ms"
                f"  again {again / fastest:5.2f}  not modified {same / fastest:5.2f} of a bare page's {fastest:.0f}/s",
                flush=True,
            )
    finally:
        site.stop()


def main() -> None:
    """Make an archive and measure the site over it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("debates", type=Path)
    parser.add_argument("people", type=Path, nargs="?")
    parser.add_argument("--days", type=int, default=400)
    parser.add_argument("--speeches", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--addresses", type=int, default=120)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        files = Path(scratch, "files")
        files.mkdir()
        make(sorted(asked.debates.glob("debates*.xml")), files, count=asked.days, speeches=asked.speeches)
        with Archive.open(Path(scratch, "archive"), create=True) as archive:
            if asked.people:
                archive.load_people([asked.people])
            report = archive.load([files])
        print(f"{report.totals['contributions']:,} contributions on {asked.days} days")
        measure(Path(scratch, "archive"), asked.seconds, asked.addresses)
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"most memory of a worker {most:.0f} MB", file=sys.stderr)


if __name__ == "__main__":
    main()
