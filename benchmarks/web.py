"""How fast the site answers, in ratios to a bare Litestar page of the same size, in the same run.

The site runs as `onrecord serve` does, by one worker; the bare page is one Litestar handler that
returns a text of the same length, in a server of its own. The same client asks both in turn, so
that the ratios hold on any machine; the milliseconds are this machine's. `new` are pages that
nobody has asked for since the site started, each asked once; `again` are pages asked before.

    python benchmarks/web.py FOLDER_OF_DEBATES [FOLDER_OF_PEOPLE] [--days 400] [--speeches 50] [--seconds 4]
    python benchmarks/web.py FOLDER_OF_DEBATES --filled 1000000      # benchmarks/filled.py
    python benchmarks/web.py FOLDER_OF_DEBATES --archive FOLDER      # one that is there already

`--costs` prints milliseconds of a core for each answer, which other work on the machine hardly moves.
`--requests 100000` asks so many times and prints the worker's memory as it goes; `--loading 5` loads
so many days into the archive (it is written to) while readers ask, and prints their times before and during.
`--searches 50` asks so many searches a second of two workers: words, two words, phrases, filters, other orders and
next pages, drawn by chance from the texts, one in five of them asked before.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import os
import random
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import quote

import httpx
import uvicorn
from corpus import make
from filled import built, paragraphs_of
from litestar import Litestar, Response, get

from onrecord import Archive

CONNECTIONS = 4


def serve_site(folder: Path, listening: socket.socket) -> None:
    """One worker of the site. One reader asks more here than anybody may: the limit is off."""
    os.environ["ONRECORD_QUESTIONS_PER_MINUTE"] = "0"
    from onrecord.web.server import _made, _work

    _work(_made(folder), listening)


def serve_bare(size: int, listening: socket.socket) -> None:
    """A bare Litestar page of so many bytes."""
    text = "<p>" + "x" * size

    @get("/{path:path}", sync_to_thread=False)
    def page(path: str) -> Response[str]:
        return Response(text, media_type="text/html")

    app = Litestar([page], openapi_config=None, logging_config=None)
    uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False)).run(sockets=[listening])


class Running:
    """A server in one process of its own, or several that share its address."""

    def __init__(self, work: Callable[..., None], *arguments: object, workers: int = 1) -> None:
        self.listening = socket.socket()
        self.listening.bind(("127.0.0.1", 0))
        self.listening.listen(128)
        self.base = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        fork = multiprocessing.get_context("fork")
        self.processes = [fork.Process(target=work, args=(*arguments, self.listening)) for _ in range(workers)]
        self.process = self.processes[0]
        for process in self.processes:
            process.start()

    def stop(self) -> None:
        for process in self.processes:
            process.terminate()
            process.join()
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


async def latency(
    base: str, paths: Sequence[str], seconds: float, rate: int, found: Sequence[int] = (200,)
) -> list[float]:
    """Milliseconds of each answer at so many questions a second, whatever the answers take."""
    took: list[float] = []

    async def ask(client: httpx.AsyncClient, path: str, at: float) -> None:
        await asyncio.sleep(max(0.0, at - time.perf_counter()))
        answer = await client.get(path)
        assert answer.status_code in found, (answer.status_code, path)
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
    """Many addresses of each kind of page, none twice, in an order that is no order of the archive's."""
    with Archive.open(folder, read_only=True) as archive:
        people = archive.people(per_page=100_000).people
        sittings = [one for one in archive.sittings().sittings if one.state == "held"]
        chance = random.Random(5)
        sample = chance.sample(sittings, min(len(sittings), number // 4 + 1))
        debates = [one.permalink for sitting in sample for one in archive.debates_on(sitting.date, sitting.chamber)]
    words: tuple[str, ...] = (
        "government",
        "hospital",
        "prime minister",
        "railway OR road",
        "schools -academies",
        "pension*",
    )
    words += ("treasury", "water", "police", "evidence", "farm*", "school", "bank", "defence", "housing", "europe")
    paths = {
        "member": [f"/people/{one.slug}/excerpts" for one in people],
        "debate": [path for path in debates if path.startswith("/debate/")],
        "search": [f"/search?q={word}&sort={sort}" for sort in ("relevance", "newest", "oldest") for word in words],
    }
    for listed in paths.values():
        chance.shuffle(listed)
    return {kind: listed[:number] for kind, listed in paths.items()}


def measure(folder: Path, seconds: float, number: int) -> None:
    """Print a line for each kind of page."""
    for kind, listed in addresses(folder, number).items():
        site = Running(serve_site, folder)
        rate = 5 if kind == "search" else 50
        try:
            held, new = listed[:5], listed[5:]
            answers = [httpx.get(site.base + path, timeout=60) for path in held]
            size = int(statistics.median(len(one.content) for one in answers))
            bare = Running(serve_bare, size)
            httpx.get(bare.base + "/x", timeout=60)
            fastest = asyncio.run(throughput(bare.base, ["/x"], seconds, {}))
            took = asyncio.run(latency(site.base, new, min(seconds, len(new) / rate), rate))
            again = asyncio.run(throughput(site.base, new[:100], seconds, {}))
            asked = asyncio.run(latency(site.base, new[:100], seconds, 50))
            same = asyncio.run(throughput(site.base, held[:1], seconds, {"If-None-Match": answers[0].headers["etag"]}))
            bare.stop()
        finally:
            site.stop()
        print(
            f"{kind:8} {size / 1000:4.0f} kB"
            f"  new at {rate}/s p50 {quantile(took, 0.5):6.1f} p99 {quantile(took, 0.99):6.1f}"
            f"  again at 50/s p50 {quantile(asked, 0.5):5.1f} p99 {quantile(asked, 0.99):5.1f} ms"
            f"  again {again / fastest:5.2f}  not modified {same / fastest:5.2f} of a bare page's {fastest:.0f}/s",
            flush=True,
        )


def cost(server: Running, paths: Sequence[str], headers: dict[str, str]) -> float:
    """Milliseconds of a core that the server takes for an answer, one asked after the other."""
    with httpx.Client(base_url=server.base, timeout=60) as client:
        client.get(paths[0])
        before = _ticks(server.process.pid)
        for path in paths:
            answer = client.get(path, headers=headers)
            assert answer.status_code in (200, 304), (answer.status_code, path)
    return 1000 * (_ticks(server.process.pid) - before) / os.sysconf("SC_CLK_TCK") / len(paths)


def _ticks(pid: int | None) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def costs(folder: Path, number: int) -> None:
    """Print what an answer of each kind takes of a core."""
    for kind, listed in addresses(folder, number).items():
        site = Running(serve_site, folder)
        try:
            held, new = listed[:5], listed[5:]
            answers = [httpx.get(site.base + path, timeout=60) for path in held]
            bare = Running(serve_bare, int(statistics.median(len(one.content) for one in answers)))
            plain = cost(bare, ["/x"] * 2000, {})  # meanwhile the site has made itself warm
            bare.stop()
            first, again = cost(site, new, {}), cost(site, new[:50] * 40, {})
            same = cost(site, held[:1] * 2000, {"If-None-Match": answers[0].headers["etag"]})
        finally:
            site.stop()
        print(
            f"{kind:8} new {first:5.1f}  again {again:5.2f}  not modified {same:5.2f}  bare {plain:5.2f} ms of a core",
            flush=True,
        )


def questions(debates: Path, number: int) -> list[str]:
    """Addresses of so many searches, as people ask them: most are new, one in five was asked before."""
    paragraphs = [re.sub(r"[^A-Za-z]+", " ", text).split() for text in paragraphs_of(debates)]
    chance, asked = random.Random(8), list[str]()

    def words(count: int) -> str:
        said = chance.choice([one for one in chance.sample(paragraphs, 20) if len(one) > count + 1] or [["the"] * 9])
        start = chance.randrange(len(said) - count)
        return " ".join(said[start : start + count])

    def one() -> str:
        return max(words(4).lower().split(), key=len)

    kinds: tuple[tuple[int, Callable[[], str]], ...] = (
        (40, lambda: quote(one())),
        (25, lambda: quote(f"{one()} {one()}")),
        (10, lambda: quote(f'"{words(3)}"')),
        (10, lambda: f"{quote(one())}&house={chance.choice(('commons', 'lords'))}&kind=speech"),
        (10, lambda: f"{quote(one())}&sort={chance.choice(('newest', 'oldest'))}"),
        (5, lambda: f"{quote(one())}&page=2"),
    )
    while len(asked) < number:
        if asked and chance.random() < 0.2:
            asked.append(chance.choice(asked))
        else:
            (_, made) = chance.choices(kinds, weights=[weight for weight, _ in kinds])[0]
            asked.append(f"/search?q={made()}")
    return asked


def searches(folder: Path, debates: Path, seconds: float, rate: int) -> None:
    """Print how long searches take at so many a second, asked of two workers."""
    paths = questions(debates, int(seconds * rate))
    site = Running(serve_site, folder, workers=2)
    try:
        asyncio.run(latency(site.base, [f"/search?q=warm{n}" for n in range(20)], 1, 20))
        before = sum(_ticks(process.pid) for process in site.processes)
        took = asyncio.run(latency(site.base, paths, seconds, rate, found=(200, 302, 404)))
        spent = sum(_ticks(process.pid) for process in site.processes) - before
    finally:
        site.stop()
    print(
        f"searches at {rate}/s, two workers, {len(set(paths)):,} of {len(paths):,} different:"
        f" p50 {quantile(took, 0.5):.1f} p90 {quantile(took, 0.9):.1f} p99 {quantile(took, 0.99):.1f} ms,"
        f" {1000 * spent / os.sysconf('SC_CLK_TCK') / len(paths):.1f} ms of a core each"
    )


def remember(folder: Path, requests: int, number: int) -> None:
    """Print the worker's memory while it answers so many requests."""
    paths = [path for listed in addresses(folder, number).values() for path in listed]
    random.Random(6).shuffle(paths)
    site, part = Running(serve_site, folder), max(1, requests // 10)

    async def ask(start: int) -> None:
        async def reader(client: httpx.AsyncClient, first: int) -> None:
            for n in range(start + first, start + part, CONNECTIONS):
                answer = await client.get(paths[n % len(paths)])
                assert answer.status_code == 200, (answer.status_code, paths[n % len(paths)])

        async with httpx.AsyncClient(base_url=site.base, timeout=60) as client:
            await asyncio.gather(*(reader(client, first) for first in range(CONNECTIONS)))

    try:
        for start in range(0, requests, part):
            asyncio.run(ask(start))
            status = Path(f"/proc/{site.process.pid}/status").read_text(encoding="utf-8")
            resident = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS"))
            print(f"after {start + part:7,} requests {resident / 1024:6.0f} MB", flush=True)
    finally:
        site.stop()


def while_loading(folder: Path, files: Path, seconds: float, number: int) -> None:
    """Print readers' times alone, and while another process loads the files."""
    paths = addresses(folder, number)["debate"]
    site = Running(serve_site, folder)
    try:
        alone = asyncio.run(latency(site.base, paths, seconds, 50))
        load = [sys.executable, "-m", "onrecord", "load", str(files)]
        environment = {**os.environ, "ONRECORD_ARCHIVE": str(folder)}
        loading = subprocess.Popen(load, env=environment, stdout=subprocess.DEVNULL)
        during: list[float] = []
        while loading.poll() is None:
            during += asyncio.run(latency(site.base, paths, 2, 50))
        during.sort()
    finally:
        site.stop()
    print(
        f"debates at 50/s, alone p50 {quantile(alone, 0.5):.1f} p99 {quantile(alone, 0.99):.1f} ms,"
        f" while days are loaded p50 {quantile(during, 0.5):.1f} p99 {quantile(during, 0.99):.1f} ms,"
        f" {len(during):,} answers, no error"
    )


def make_archive(asked: argparse.Namespace, scratch: Path) -> Path:
    """The archive asked for: made of files, filled, or there already."""
    if asked.archive:
        return Path(asked.archive)
    folder, sources = scratch / "archive", sorted(asked.debates.glob("debates*.xml"))
    if asked.filled:
        built(folder, paragraphs_of(asked.debates), asked.filled)[0].close()
        return folder
    with Archive.open(folder, create=True) as archive:
        files = scratch / "files"
        files.mkdir()
        make(sources, files, count=asked.days, speeches=asked.speeches)
        if asked.people:
            archive.load_people([asked.people])
        print(f"{archive.load([files]).totals['contributions']:,} contributions on {asked.days} days")
    return folder


def main() -> None:
    """Make an archive and measure the site over it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("debates", type=Path)
    parser.add_argument("people", type=Path, nargs="?")
    parser.add_argument("--days", type=int, default=400)
    parser.add_argument("--speeches", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--addresses", type=int, default=120)
    parser.add_argument("--filled", type=int, default=0)
    parser.add_argument("--archive", default="")
    parser.add_argument("--costs", action="store_true")
    parser.add_argument("--requests", type=int, default=0)
    parser.add_argument("--searches", type=int, default=0)
    parser.add_argument("--loading", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = make_archive(asked, Path(scratch))
        if asked.costs:
            costs(folder, asked.addresses)
        elif asked.requests:
            remember(folder, asked.requests, asked.addresses)
        elif asked.searches:
            searches(folder, asked.debates, asked.seconds, asked.searches)
        elif asked.loading:
            week = Path(scratch, "week")
            week.mkdir()
            make(sorted(asked.debates.glob("debates*.xml")), week, count=asked.loading, speeches=asked.speeches, seed=9)
            while_loading(folder, week, asked.seconds, asked.addresses)
        else:
            measure(folder, asked.seconds, asked.addresses)


if __name__ == "__main__":
    main()
