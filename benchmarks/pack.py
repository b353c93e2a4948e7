"""How long a pack of sixty passages takes, beside the same words set bare.

    python benchmarks/pack.py

The passages are the specimen's, repeated until there are sixty of four contributions, and each
contribution's words until it has about two hundred, as many as a contribution has on the average
of real days. The baseline is typst setting the same words as plain paragraphs, with nothing else.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import date

import msgspec
import typst

from onrecord import Archive
from onrecord.model import Pack, Passage
from onrecord.publish.pack_docx import pack_docx
from onrecord.publish.pack_html import pack_html
from onrecord.publish.pack_pdf import pack_pdf
from onrecord.specimen import folder

PASSAGES, EACH, WORDS = 60, 4, 200


def sixty(pack: Pack) -> Pack:
    """The pack with sixty long passages."""
    source = [c for passage in pack.passages for c in passage.contributions]
    made: list[Passage] = []
    for number in range(1, PASSAGES + 1):
        said = tuple(
            msgspec.structs.replace(one, paragraphs=one.paragraphs * (1 + WORDS // max(1, len(one.text.split()))))
            for one in (source * EACH)[number % len(source) :][:EACH]
        )
        passage = pack.passages[number % len(pack.passages)]
        made.append(msgspec.structs.replace(passage, number=number, contributions=said, headings=()))
    return msgspec.structs.replace(pack, passages=tuple(made))


def bare(pack: Pack) -> bytes:
    """The words alone, as typst sets them."""
    texts = [p.text for passage in pack.passages for c in passage.contributions for p in c.paragraphs]
    source = b"#for it in json(bytes(sys.inputs.texts)) { par(it) }"
    made = typst.compile(source, sys_inputs={"texts": msgspec.json.encode(texts).decode()})
    assert isinstance(made, bytes)
    return made


def timed(make: Callable[[Pack], bytes], pack: Pack) -> float:
    """The best of three, in seconds."""
    took = []
    for _ in range(3):
        start = time.perf_counter()
        make(pack)
        took.append(time.perf_counter() - start)
    return min(took)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place, Archive.demo(place) as archive:
        archive.load([folder() / "bill"])
        start = time.perf_counter()
        found = archive.pack("Lighthouses and Lesser Beacons Bill", "clause 3", made=date(2026, 1, 15))
        print(f"gathering {len(found.passages)} passages: {time.perf_counter() - start:.2f} s")
    large = sixty(found)
    words = sum(len(p.text.split()) for passage in large.passages for c in passage.contributions for p in c.paragraphs)
    base = timed(bare, large)
    print(f"{PASSAGES} passages, {words:,} words; bare typst {base:.2f} s")
    for name, make in (("pdf", pack_pdf), ("docx", pack_docx), ("html", pack_html)):
        took = timed(make, large)
        print(f"{name:5}{took:6.2f} s  {took / base:5.1f} times bare")
