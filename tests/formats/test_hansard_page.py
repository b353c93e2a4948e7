"""Pages of hansard.parliament.uk give the same record as the API, and nothing that is not proceedings."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from onrecord.errors import BadInputError, WordsLostError
from onrecord.formats.detect import read
from onrecord.reading import ReadContribution, ReadDivision, Reading, ReadSitting, Stamp

PAGE = Path(__file__).with_name("hansard_page.html").read_text(encoding="utf-8")
"""A page of our own invention, in the shape of the site's."""
ADDRESS = "https://hansard.parliament.uk/commons/2019-08-15/debates/00000000-aaaa-bbbb-cccc-000000000001/CommonsChamber"


@pytest.fixture(scope="module")
def page() -> Reading:
    return read(PAGE.encode(), "page.html")


@pytest.fixture(scope="module")
def day(page: Reading) -> ReadSitting:
    return page.sittings[0]


def said(sitting: ReadSitting) -> list[ReadContribution]:
    return [item for item in sitting.items if isinstance(item, ReadContribution)]


def test_a_chambers_page_is_its_whole_day(page: Reading, day: ReadSitting) -> None:
    assert (page.format, len(page.sittings)) == ("hansard-html", 1)
    assert (day.house, day.chamber, day.date, day.volume, day.whole) == (
        "commons",
        "commons-chamber",
        date(2019, 8, 15),
        999,
        True,
    )


def test_sections_are_nested_as_on_the_page(day: ReadSitting) -> None:
    assert [(s.title, s.kind, s.debate, s.parent) for s in day.sections] == [
        ("Oral Answers to Questions", "oral-questions", False, None),
        ("Transport", "answering-body", True, 0),
        ("Fog Horns", "question", False, 1),
        ("Fog Signals Bill", "bill", True, None),
    ]


def test_a_contribution_has_the_ids_of_the_api_and_the_pages_address(day: ReadSitting) -> None:
    asked = said(day)[1]
    assert asked.source_id == "hansard:00000000-0000-0000-0000-00000000000A"
    assert asked.url == f"{ADDRESS}#contribution-00000000-0000-0000-0000-00000000000A"
    assert (asked.mark.key, asked.attribution) == ("mnis:99001", "Ada Fenn (Lower Dithering) (Ind)")
    assert (asked.question_number, asked.uin, asked.column, asked.column_end) == ("1", "990001", "11", "12")
    assert [p.text for p in asked.paragraphs] == ["Whether the horns are heard at Wick."]


def test_an_answer_has_its_office_and_the_moment_and_no_script(day: ReadSitting) -> None:
    answer = said(day)[2]
    assert (answer.mark.name, answer.mark.office) == ("Odo Quill", "The Secretary of State for Transport")
    assert answer.timecode == "2019-08-15T10:02:03"
    assert [p.text for p in answer.paragraphs] == ["They are <loud>.", "All of them—[Laughter.]"]


def test_times_and_divisions_stand_in_their_place(day: ReadSitting) -> None:
    assert [item.time for item in day.items if isinstance(item, Stamp)] == ["10:30:00"]
    (division,) = [item for item in day.items if isinstance(item, ReadDivision)]
    assert (division.source_id, division.number) == ("hansard:00000000-0000-0000-0000-00000000000D", "7")
    assert division.counts == {"aye": 3, "no": 2}


def test_what_stands_around_the_proceedings_is_counted(page: Reading) -> None:
    assert (
        page.buckets["page furniture"] == 14
    )  # two buttons, two lines of the share bar, and when the division was held
    assert sum(len(p.text.split()) for item in said(page.sittings[0]) for p in item.paragraphs) == page.spoken_words


def test_a_script_in_a_speech_is_counted_and_never_said(page: Reading) -> None:
    assert page.buckets["script"] == 1
    assert "alert" not in " ".join(p.text for item in said(page.sittings[0]) for p in item.paragraphs)


def test_words_outside_every_item_are_not_lost_in_silence() -> None:
    stray = PAGE.replace(
        '<div class="content"><p class="hs_Para">They', '<p>Stray words.</p><div class="content"><p>They'
    )
    with pytest.raises(WordsLostError, match=r"lose 2 words, first “Stray words\."):
        read(stray.encode(), "page.html")


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (PAGE[:3000], "a web page, and not one|breaks off|not whole"),
        (PAGE.replace("</html>", "").replace("</body>", ""), "breaks off"),
        (PAGE.replace("Thursday 15 August", "Thursday 22 August"), "two days"),
        (PAGE.replace("<h1>Commons Chamber</h1>", "<h1>Fog</h1>"), "no chamber"),
        (PAGE.replace("https://hansard.parliament.uk/", "https://example.org/"), "not one of Hansard"),
        (
            "<!DOCTYPE html><html><head><title>Just a moment</title></head><body></body></html>",
            "asks for a check",
        ),
    ],
)
def test_a_page_that_is_not_whole_or_no_hansard_is_refused(page: str, reason: str) -> None:
    with pytest.raises(BadInputError, match=reason):
        read(page.encode(), "page.html")


def test_bytes_that_are_not_utf8_are_refused() -> None:
    with pytest.raises(BadInputError, match="not UTF-8"):
        read(PAGE.encode("utf-8").replace("—".encode(), b"\x97"), "page.html")


def test_the_real_page_agrees_with_counts_made_of_its_source(real_data: Path) -> None:
    path = real_data / "hansard-html" / "2020-01-09-CommonsChamber.html"
    source = path.read_text(encoding="utf-8")
    (day,) = read(path.read_bytes(), path.name).sittings
    items = said(day)
    guids = re.findall(r'data-contribution-id="([0-9A-F-]{36})"', source)
    assert [item.source_id for item in items if item.attribution] == [f"hansard:{guid}" for guid in guids]
    assert len(guids) == 549
    members = Counter(re.findall(r"/search/MemberContributions\?house=Commons&amp;memberId=(\d+)", source))
    assert Counter(item.mark.key for item in items if item.mark.key) == {f"mnis:{m}": n for m, n in members.items()}
    blocks = re.findall(r'(?s)<div class="content">\s*(<p class=.*?)</div>\s*<span data-toggle', source)
    assert len(blocks) == 549
    for block, item in zip(blocks, [item for item in items if item.attribution], strict=True):
        words = re.sub(r"(?s)<[^>]+>", "", re.sub(r"</p>", " ", block))
        printed = " ".join(unescape(words).split())
        printed = re.sub(r"^T?\d+\. ", "", printed) if item.question_number else printed
        printed = re.sub(r" ?\(\d+\)$", "", printed) if item.uin else printed
        assert " ".join(p.text for p in item.paragraphs) == printed
    columns = {int(number) for number in re.findall(r'data-column-number(?:-to)?="(\d+)"', source)}
    assert {int(item.column) for item in items if item.column} <= columns
    assert (items[0].column, items[-1].column) == ("585", "730")
    assert [s.title for s in day.sections] == [
        " ".join(unescape(title).split()) for title in re.findall(r'<h2 data-tag="[^"]*">([^<]*)<', source)
    ]
