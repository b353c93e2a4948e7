"""Whoever asks while another process loads gets an answer, and sees what it asks about whole, as it was published once.

A debate is published again and again, with a mark of its own in every contribution. A
reader must never see two marks at once, nor a contribution too few; in the record, in
the excerpts of a member, by way of the index, and in the ledger.
"""

from __future__ import annotations

import html
import json
import multiprocessing
import re
from collections.abc import Callable, Iterator
from datetime import date
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

import pytest

from onrecord import Archive
from onrecord.model import Contribution
from onrecord.specimen import folder

PROCESSES = multiprocessing.get_context("spawn")
BILL = "hansard-api-2019-08-14-fog-signals-amnesty-bill.json"
DEBATE = "hansard:5BEC1AE2-0814-4201-9A00-00000000002B"
MOST = 100  # editions of the debate: a load is over long before
ROUNDS, STATES = 15, 4  # of the reader, and editions that it must have met
TAG = re.compile(r"<[^<>]+>")

Answers = dict[str, Any]


def source() -> Answers:
    """The debate as its file has it."""
    told: Answers = json.loads((folder() / "sittings" / BILL).read_text(encoding="utf-8"))
    return told


def said(debate: Answers) -> list[Answers]:
    """The items in which there are words: neither clock nor column."""
    return [i for i in debate["Items"] if i["ItemType"] == "Contribution" and TAG.sub("", i["Value"]).strip()]


def edition(number: int) -> bytes:
    """The debate as published for the `number`th time: every contribution ends in a word that no other edition has."""
    debate = source()
    for item in said(debate):
        item["Value"] += f"\r\n\r\nSeamark edition{number}."
    debate["Overview"]["ContentLastUpdated"] = f"2019-08-15T10:{number:02}:00"
    return json.dumps(debate).encode()


WORDS = [html.unescape(TAG.sub("", item["Value"])).split() for item in said(source())]


def load(archive: Path, files: Path, enough: Event, done: Event) -> None:
    """Load one edition after the other, until the reader has seen enough."""
    with Archive.open(archive) as opened:
        for number in range(1, MOST):
            file = files / f"edition-{number}.json"
            file.write_bytes(edition(number))
            if number == 3:
                opened.load([folder() / "sittings"])  # and, meanwhile, other days
            opened.load([file])
            if enough.is_set():
                break
    done.set()


def marks(texts: list[str]) -> set[str]:
    return {found for text in texts for found in re.findall(r"edition\d+", text)}


def whole(texts: list[str]) -> str:
    """The one edition that these are of: each contribution of it is there, with its words, and nothing else."""
    (seen,) = marks(texts)
    assert [text.split() for text in texts] == [[*words, "Seamark", f"{seen}."] for words in WORDS]
    return seen


def in_the_record(archive: Archive) -> str:
    found = archive.debate(DEBATE)
    return whole([item.text for item in found.items if isinstance(item, Contribution)])


def in_excerpts(archive: Archive) -> str:
    found = archive.excerpts("Tobias Fairweather", debate=DEBATE)
    (excerpt,) = found.excerpts
    texts = [item.text for run in excerpt.runs for item in run.contributions]
    (seen,) = marks(texts)
    assert sum("Seamark" in text for text in texts) == len(texts)
    return seen


def by_the_index(archive: Archive) -> str:
    found = archive.search("seamark", limit=100)
    assert found.total == len(WORDS) == len(found.results)
    return whole([hit.text for hit in sorted(found.results, key=lambda hit: hit.ordinal)])


def in_the_ledger(archive: Archive) -> str | None:
    (sitting,) = [s for s in archive.sittings(date(2019, 8, 14)).sittings if s.chamber == "commons-chamber"]
    assert sitting.contributions in (len(WORDS), len(WORDS) + len(said_in_oral_answers()))
    return None


def said_in_oral_answers() -> list[Answers]:
    """What the other file of that sitting has, counted in its JSON."""
    text = (folder() / "sittings" / "hansard-api-2019-08-14-oral-answers-to-questions.json").read_text("utf-8")

    def walk(debate: Answers) -> Iterator[Answers]:
        yield from said(debate)
        for child in debate["ChildDebates"]:
            yield from walk(child)

    return list(walk(json.loads(text)))


ASKED: tuple[Callable[[Archive], str | None], ...] = (in_the_record, in_excerpts, by_the_index, in_the_ledger)


@pytest.mark.slow
def test_a_reader_goes_on_while_another_process_loads_and_never_sees_halves(tmp_path: Path) -> None:
    first = tmp_path / "edition-0.json"
    first.write_bytes(edition(0))
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load_people([folder() / "people"])
        archive.load([first])
    enough, done = PROCESSES.Event(), PROCESSES.Event()
    loader = PROCESSES.Process(target=load, args=(tmp_path / "archive", tmp_path, enough, done))
    loader.start()
    seen: dict[str, set[str | None]] = {ask.__name__: set() for ask in ASKED}
    rounds = 0
    with Archive.open(tmp_path / "archive", read_only=True) as lasting:
        while loader.is_alive() and not done.is_set():
            for ask in ASKED:
                seen[ask.__name__].add(ask(lasting))
                with Archive.open(tmp_path / "archive", read_only=True) as fresh:
                    seen[ask.__name__].add(ask(fresh))
            rounds += 1
            if rounds >= ROUNDS and len(seen["in_the_record"]) >= STATES:
                enough.set()
    loader.join()
    assert loader.exitcode == 0
    assert rounds >= ROUNDS
    assert min(len(states) for name, states in seen.items() if name != "in_the_ledger") >= STATES, seen
