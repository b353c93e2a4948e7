"""Every word of every real file is accounted for: counted by other means than any reader's.

XML is taken apart by the standard library's parser and JSON by its decoder; nothing of the
package but the reading itself is asked. The words of a source must be the words of its
contributions, headings, divisions and lists of members, and those under a named bucket.
"""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from onrecord.errors import BadInputError, WordsLostError
from onrecord.formats.detect import read
from onrecord.reading import WINDOWS, ReadContribution
from tests.counted import read_words, words_in_json, words_in_xml


def files(real_data: Path, *folders: str, suffix: str) -> list[Path]:
    found = [file for folder in folders for file in sorted((real_data / folder).rglob(f"*{suffix}"))]
    assert found
    return found


def test_parlparse_keeps_exactly_the_words_that_its_files_print(real_data: Path) -> None:
    total = 0
    for file in files(real_data, "twfy", suffix=".xml"):
        reading = read(file.read_bytes(), file.name)
        printed = words_in_xml(file.read_bytes())
        assert read_words(reading) == printed, file.name
        assert reading.words == printed.total(), file.name
        named = sum(count for bucket, count in reading.buckets.items() if bucket != WINDOWS)
        spoken = sum(
            len(p.text.split())
            for sitting in reading.sittings
            for item in sitting.items
            if isinstance(item, ReadContribution)
            for p in item.paragraphs
        )
        assert reading.words == spoken + named == reading.spoken_words + named, file.name
        total += printed.total()
    assert total > 900_000


def test_the_services_answers_lose_no_word_of_their_texts(real_data: Path) -> None:
    wanted = {"Value", "questionText", "answerText", "heading", "amendmentMotionNotes", "notes"}
    for file in files(real_data, "hansard-api", "questions-api", "votes-api", suffix=".json"):
        document = json.loads(file.read_text(encoding="utf-8"))
        reading = read(file.read_bytes(), file.name)
        held = read_words(reading)
        left = sum(reading.buckets.get(name, 0) for name in reading.buckets if name not in ("heading", "division"))
        printed = words_in_json(document, wanted)
        missing = printed - held
        assert missing.total() <= left, (file.name, missing)  # what is not kept stands under a named bucket


@pytest.mark.parametrize("drop", ["first", "last"])
def test_a_reader_that_lost_a_paragraph_would_be_refused(
    real_data: Path, monkeypatch: pytest.MonkeyPatch, drop: str
) -> None:
    """The check that guards every load is itself tried: a reader made to lose one paragraph of each answer."""
    from onrecord.formats import parlparse_written

    whole = parlparse_written._paragraphs

    def losing(*given: object) -> list[object]:
        kept: list[object] = list(whole(*given))  # type: ignore[arg-type]  # what the reader gives
        return kept[1:] if drop == "first" else kept[:-1]

    monkeypatch.setattr(parlparse_written, "_paragraphs", losing)
    file = real_data / "twfy" / "wrans" / "answers2009-10-26f.xml"
    with pytest.raises(WordsLostError, match=r"would lose [\d,]+ words, first “.+” \(a:\d+\)") as refused:
        read(file.read_bytes(), "a")
    line = int(re.search(r"\(a:(\d+)\)", str(refused.value))[1])  # type: ignore[index]
    lost = re.search(r"first “(\S+ \S+)", str(refused.value))[1]  # type: ignore[index]
    near = file.read_text(encoding="latin-1").splitlines()[line - 1 : line + 40]
    assert lost.split()[0] in unescape(re.sub(r"<[^>]+>", "", " ".join(near)))


def test_a_folder_of_all_real_files_is_read_or_refused_with_a_reason(real_data: Path) -> None:
    refused: dict[str, BadInputError] = {}
    for file in files(real_data, "twfy", "hansard-api", "questions-api", "votes-api", suffix=""):
        if not file.is_file():
            continue
        try:
            read(file.read_bytes(), file.name)
        except BadInputError as error:
            refused[file.name] = error
    assert not [error for error in refused.values() if isinstance(error, WordsLostError)]
    assert "changedates.txt" in refused
    assert not [name for name in refused if name.startswith(("debates", "daylord", "answers", "standing2009"))]
