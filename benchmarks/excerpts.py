"""How long a member's page takes: the answer on an open archive, and its page against its bare template.

python benchmarks/excerpts.py FOLDER_OF_DEBATES FOLDER_OF_PEOPLE [MEMBER]
"""

from __future__ import annotations

import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from onrecord import Archive
from onrecord.web import render_excerpts_page

RUNS = 50


def median_ms(work: Callable[[], object]) -> float:
    """The median of RUNS timings, in milliseconds."""
    timings = []
    for _ in range(RUNS):
        started = time.perf_counter()
        work()
        timings.append((time.perf_counter() - started) * 1000)
    return statistics.median(timings)


def main() -> None:
    """Print the medians and the ratio, for the member with the most debates among those held."""
    debates, people = Path(sys.argv[1]), Path(sys.argv[2])
    member = sys.argv[3] if len(sys.argv) > 3 else "Lindsay Hoyle"
    with tempfile.TemporaryDirectory() as folder:
        with Archive.open(Path(folder), create=True) as loading:
            loading.load_people([people])
            loading.load([debates])
        gc.collect()
        gc.freeze()  # what loading left behind is not there where pages are served
        archive = Archive.open(Path(folder), read_only=True)
        page = archive.excerpts(member)
        shown = sum(len(run.contributions) for excerpt in page.excerpts for run in excerpt.runs)
        today = date.today()
        answer = median_ms(lambda: archive.excerpts(member))
        ready = iter([archive.excerpts(member) for _ in range(RUNS)])  # data that no template has seen before
        render = median_ms(lambda: render_excerpts_page(next(ready), today=today))
        whole = median_ms(lambda: render_excerpts_page(archive.excerpts(member), today=today))
        archive.close()
    print(f"{member}: {len(page.excerpts)} debates, {shown} contributions on the page")
    print(f"excerpts on an open archive  {answer:6.1f} ms (at most 50)")
    print(f"template from ready data     {render:6.1f} ms")
    print(f"page whole                   {whole:6.1f} ms, {whole / render:.2f} times the template (at most 3)")


if __name__ == "__main__":
    main()
