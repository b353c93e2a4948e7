"""The historic archive: volumes and their parts, word for word, with what the page says before what the file says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from onrecord.errors import BadInputError
from onrecord.formats.detect import read
from onrecord.reading import ReadContribution, ReadDivision, Reading, ReadSitting, Stamp

VOLUME = Path(__file__).with_name("historic_volume.xml").read_bytes()
"""A small volume of our own invention, with what is awkward in the real ones."""

SITTINGS = {"housecommons", "houselords", "westminsterhall", "grandcommitteereport"}
SITTINGS |= {"writtenanswers", "writtenstatements"}
INLINE = {"i", "b", "u", "a", "sup", "sub", "em", "ob", "session", "span", "membercontribution", "memberconstituency"}


@pytest.fixture(scope="module")
def volume() -> Reading:
    return read(VOLUME, "volume.xml")


@pytest.fixture(scope="module")
def day(volume: Reading) -> ReadSitting:
    return volume.sittings[0]


def said(sitting: ReadSitting) -> dict[str, ReadContribution]:
    """Contributions by the last figures of their ids."""
    return {item.source_id[-2:]: item for item in sitting.items if isinstance(item, ReadContribution)}


# --- sittings ---------------------------------------------------------------------------


def test_each_sitting_of_a_volume_is_read_by_itself(volume: Reading) -> None:
    assert volume.format == "historic"
    assert [(s.house, s.chamber, s.date, s.volume, s.publication) for s in volume.sittings] == [
        ("commons", "commons-chamber", date(1909, 3, 2), 12, "historic"),
        ("commons", "written-answers", date(1909, 3, 2), 12, "historic"),
        ("commons", "commons-chamber", date(1909, 3, 3), 12, "historic"),
    ]


def test_the_page_wins_over_the_file_and_the_difference_is_told(volume: Reading) -> None:
    assert any("dated 1908-03-02 by the file" in warning for warning in volume.warnings)
    assert any("<houselords> is headed “HOUSE OF COMMONS.”" in warning for warning in volume.warnings)


def test_what_is_around_the_sittings_is_counted_and_not_shown(volume: Reading) -> None:
    assert (volume.buckets["title page"], volume.buckets["front matter"], volume.buckets["index"]) == (3, 6, 2)
    assert (volume.buckets["column-mark"], volume.buckets["time"]) == (4, 2)


def test_two_elements_of_one_day_are_one_sitting() -> None:
    judicial = (
        b'<houselords><title>HOUSE OF LORDS.</title><date format="x">Monday, 1st March, 1909.</date></houselords>'
    )
    other = judicial.replace(b"</date>", b"</date><p>Adjourned.</p>")
    reading = read(b"<hansard>" + judicial + other + other + b"</hansard>", "v")
    assert len(reading.sittings) == 1
    assert len(reading.sittings[0].items) == 2
    assert len({item.source_id for item in said(reading.sittings[0]).values()}) == 2


def test_a_sitting_without_a_day_is_refused() -> None:
    with pytest.raises(BadInputError, match=r"without a date \(v:1\)"):
        read(b"<housecommons><title>HOUSE OF COMMONS.</title><p>Adjourned.</p></housecommons>", "v")


def test_a_file_without_proceedings_is_accepted_and_said_to_be_so() -> None:
    assert read(b"<hansard><titlepage><p>FOG</p></titlepage></hansard>", "v").warnings == ("holds no proceedings",)


# --- sections ---------------------------------------------------------------------------


def test_sections_are_nested_as_printed_and_other_business_ends_questions(day: ReadSitting) -> None:
    assert [(s.title, s.kind, s.debate, s.parent) for s in day.sections] == [
        ("", "prayers", False, None),
        ("PRIVATE BUSINESS.", "business", True, None),
        ("ORAL ANSWERS TO QUESTIONS.", "oral-questions", False, None),
        ("ADMIRALTY.", "answering-body", True, 2),
        ("Fog Signals.", "question", False, 3),
        ("POINTS OF ORDER.", "points-of-order", True, None),
        ("ORDERS OF THE DAY.", "business", False, None),
        ("FOG SIGNALS BILL.", "bill", True, 6),
    ]


def test_a_clause_printed_as_a_debate_belongs_to_its_bill() -> None:
    page = "<housecommons><title>HOUSE OF COMMONS.</title><date>Monday, 1st March, 1909.</date><debates>"
    page += "<section><title>FOG BILL.</title><p>Considered in Committee.</p></section>"
    page += "<section><title>CLAUSE 1.</title><section><title>HORNS</title><p>Clause 1 agreed to.</p></section>"
    page += "</section><section><title>FISH.</title><p><member>Mr. FENN</member>: Fish.</p></section></debates>"
    page += "</housecommons>"
    assert [(s.title, s.kind, s.debate, s.parent) for s in read(page.encode(), "v").sittings[0].sections] == [
        ("FOG BILL.", "bill", True, None),
        ("CLAUSE 1.", "heading", False, 0),
        ("HORNS", "heading", False, 1),
        ("FISH.", "business", True, None),
    ]


def test_written_answers_stand_under_their_department(volume: Reading) -> None:
    written = volume.sittings[1]
    assert [(s.title, s.kind, s.debate) for s in written.sections] == [
        ("ADMIRALTY.", "answering-body", False),
        ("Lamp Oil.", "question", True),
    ]
    asked, answered = (item for item in written.items if isinstance(item, ReadContribution))
    assert (asked.mark.name, asked.column, asked.paragraphs[0].text[:9]) == ("Mr. Marsh", "104W", "Mr. Marsh")
    assert [p.text for p in answered.paragraphs] == ["Four pence.", "The contract runs to June."]


# --- contributions ----------------------------------------------------------------------


def test_a_question_has_its_number_and_the_columns_it_runs_over(day: ReadSitting) -> None:
    asked = said(day)["03"]
    assert (asked.source_id, asked.attribution, asked.mark.key) == ("S5CV0012P0-00003", "Mr. FENN", None)
    assert (asked.question_number, asked.column, asked.column_end) == ("1", "101", "102")
    assert asked.paragraphs[0].text == ("asked the First Lord of the Admiralty whether the signals at Wick are heard.")


def test_an_answer_goes_on_over_line_breaks_lists_and_unnamed_speech(day: ReadSitting) -> None:
    answer = said(day)["04"]
    assert (answer.mark.name, answer.mark.office) == ("Mr. Quill", "The FIRST LORD of the ADMIRALTY")
    assert [(p.kind, p.text) for p in answer.paragraphs] == [
        ("text", "They are."),
        ("text", "Two were renewed this year—"),
        ("list", "the northern horn; the bell."),
        ("text", "A third is building."),
    ]
    assert answer.paragraphs[2].rows == (("the northern horn;",), ("the bell.",))
    assert answer.aliases == ("S5CV0012P0-00005",)


def test_names_are_kept_as_printed(day: ReadSitting) -> None:
    assert said(day)["06"].attribution == "Sir ODO REED (Dithering, Lower)"
    assert said(day)["10"].mark.collective


def test_words_under_no_name_are_nobodys_only_if_they_read_so(day: ReadSitting) -> None:
    spoken = said(day)
    assert [spoken[n].procedural for n in ("01", "02", "07", "11", "12", "13")] == [True, True, True, False, True, True]
    assert spoken["11"].mark.name is None


def test_a_quotation_stands_apart_and_raised_letters_belong_to_their_word(day: ReadSitting) -> None:
    moved = said(day)["09"]
    assert [p.kind for p in moved.paragraphs] == ["text", "quotation", "text"]
    assert "read a 2a time" in moved.paragraphs[0].text
    assert moved.time == "19:05:00"
    assert [item.time for item in day.items if isinstance(item, Stamp)] == ["19:05:00"]


def test_a_name_that_was_not_marked_is_taken_for_one() -> None:
    page = "<houselords><title>HOUSE OF LORDS.</title><date>Monday, 1st March, 1909.</date><debates><section>"
    page += "<title>FOG.</title><p><member>LORD FENN</member>: It lifts.</p>"
    page += "<p>*<membercontribution>THE LORD PRESIDENT OF THE COUNCIL (VISCOUNT WICK)</membercontribution>: "
    page += "<membercontribution>My Lords, it does not.</membercontribution></p></section></debates></houselords>"
    first, second = read(page.encode(), "v").sittings[0].items
    assert isinstance(first, ReadContribution)
    assert isinstance(second, ReadContribution)
    assert len(first.paragraphs) == 1
    assert second.attribution == "THE LORD PRESIDENT OF THE COUNCIL (VISCOUNT WICK)"
    assert [p.text for p in second.paragraphs] == ["My Lords, it does not."]


def test_what_was_moved_and_decided_behind_a_speech_is_nobodys() -> None:
    held = lords(
        "<title>FOG BILL.</title><p><member>EARL MARSH</member>: <membercontribution>My Lords, it lifts.<lb/>"
        "Moved, That the Bill be now read 2<sup>a</sup>.—(<i>Earl Marsh.</i>)<lb/>On Question, Bill read 2<sup>a</sup>."
        "<lb/>On Question, which I did not hear, I was told that the fog had lifted.<lb/>Moved as I am, I sit."
        "</membercontribution></p>",
        "<p>LORD FENN: So does the mist.<lb/>Their Lordships divided:—Contents, 9; Not-contents, 4.</p>",
    )
    spoken = [item for item in held.items if isinstance(item, ReadContribution)]
    kinds = [[paragraph.kind for paragraph in item.paragraphs] for item in spoken]
    assert kinds == [["text", "procedural", "procedural", "text", "text"], ["text", "procedural"]]


# --- divisions --------------------------------------------------------------------------


def test_a_division_cut_in_two_by_the_page_is_one(day: ReadSitting) -> None:
    (division,) = [item for item in day.items if isinstance(item, ReadDivision)]
    assert (division.number, division.counts, division.time, division.column) == (
        "7",
        {"aye": 3, "no": 2},
        "19:45:00",
        "102",
    )
    assert [(v.name, v.side, v.teller) for v in division.votes] == [
        ("Fenn, Ada", "aye", False),
        ("Reed, Sir Odo (Dithering)", "aye", False),
        ("Marsh, Ivo", "aye", False),
        ("Mr. Quill", "aye", True),
        ("Dr. Wick.", "aye", True),
        ("Thorn, Una", "no", False),
        ("Lamb, Eli", "no", False),
    ]


TABLE = "<table><tr><td colspan='2'>{}</td></tr>{}</table>"
ROW = "<tr><td>{}</td><td>{}</td></tr>"
CONTENTS = TABLE.format("CONTENTS.", ROW.format("Quill, L.", "Thorn, V. [Teller.]") + ROW.format("Wick, L.", ""))
NOTS = TABLE.format("NOT-CONTENTS.", ROW.format("Marsh, E.", ""))


def lords(*debate: str) -> ReadSitting:
    words = f"<title>HOUSE OF LORDS.</title><date>Tuesday, 2nd March, 1909.</date><debates><section>{''.join(debate)}"
    return read(f"<houselords>{words}</section></debates></houselords>".encode(), "v").sittings[0]


def told_of(sitting: ReadSitting) -> list[object]:
    """What was said by whom, and how many are named on each side of a division, in order."""
    told: list[object] = []
    for item in sitting.items:
        if isinstance(item, ReadContribution):
            told.append((item.attribution, [p.text for p in item.paragraphs]))
        elif isinstance(item, ReadDivision):
            told.append((item.counts, [v.name for v in item.votes]))
    return told


@pytest.mark.parametrize("inside", ["<membercontribution>: I say no. {}</membercontribution>", ": I say no. {}"])
def test_a_division_inside_a_paragraph_is_one_and_no_speech(inside: str) -> None:
    tables = f"Their Lordships divided: Contents, 3; Not-contents, 1. {CONTENTS} {NOTS} Resolved in the negative."
    held = lords("<title>FOG.</title>", f"<p id='x'><member>EARL MARSH</member>{inside.format(tables)}</p>")
    said_, division, after = told_of(held)
    assert said_ == ("EARL MARSH", ["I say no. Their Lordships divided: Contents, 3; Not-contents, 1."])
    assert division == ({"content": 3, "not-content": 1}, ["Quill, L.", "Thorn, V. [Teller.]", "Wick, L.", "Marsh, E."])
    assert after == (None, ["Resolved in the negative."])


def test_a_table_that_is_no_division_stays_in_the_speech() -> None:
    table = TABLE.format("Ferries.", ROW.format("1908", "3"))
    held = lords("<title>FOG.</title>", f"<p><member>EARL MARSH</member>: I say no. {table} Let it stay.</p>")
    assert told_of(held) == [("EARL MARSH", ["I say no.", "Ferries. 1908 3", "Let it stay."])]


def test_a_sentence_that_a_division_at_the_head_of_the_page_breaks_off_goes_on() -> None:
    """The page printed the first names of a division before the speech that came before it had ended."""
    held = lords(
        "<title>FOG.</title><p id='a'><member>EARL MARSH</member>: It would be</p>",
        f"<division>{CONTENTS}</division><col>26</col><p id='b'>very difficult to see.</p>",
        "<p><member>LORD WICK</member>: Hear, hear.</p>",
        "<p>Their Lordships divided: Contents, 3; Not-contents, 1.</p><col>27</col>",
        f"<division>{NOTS}</division><p>Motion negatived accordingly.</p>",
    )
    assert told_of(held) == [
        ("EARL MARSH", ["It would be", "very difficult to see."]),
        ({"content": 3, "not-content": 1}, ["Quill, L.", "Thorn, V. [Teller.]", "Wick, L.", "Marsh, E."]),
        ("LORD WICK", ["Hear, hear."]),
        (None, ["Their Lordships divided: Contents, 3; Not-contents, 1."]),
        (None, ["Motion negatived accordingly."]),
    ]


@pytest.mark.parametrize("after", ["Very difficult to see.", "very difficult to see."])
@pytest.mark.parametrize("before", ["It would be.", "It would be"])
def test_words_behind_a_division_are_nobodys_unless_they_end_a_sentence(before: str, after: str) -> None:
    held = lords(
        f"<title>FOG.</title><p><member>EARL MARSH</member>: {before}</p>",
        f"<division>{CONTENTS}</division><p>{after}</p>",
    )
    goes_on = (before, after) == ("It would be", "very difficult to see.")
    assert told_of(held)[0] == ("EARL MARSH", [before, after] if goes_on else [before])


def test_counts_told_after_a_division_are_its_own_where_its_names_bear_them_out() -> None:
    told = "<p>On Question?</p><p>Their Lordships divided: Contents, {}; Not-contents, 1.</p>"
    for count, counts in ((3, {"content": 3, "not-content": 1}), (30, {})):
        held = lords(f"<title>FOG.</title><division>{CONTENTS}{NOTS}</division>", told.format(count))
        assert isinstance(first := told_of(held)[0], tuple)
        assert first[0] == counts


def test_two_tellers_in_two_cells_are_both_tellers() -> None:
    rows = ROW.format("Quill, Ada", "Tellers for the Ayes:") + ROW.format("Thorn, Una", "Mr. Odo Reed and")
    rows += ROW.format("Wick, Eli", "Mr. Ivo Marsh.") + ROW.format("Lamb, Ida", "Moss, Sid")
    held = lords("<title>FOG.</title>", f"<division>{TABLE.format('AYES', rows)}</division>")
    (division,) = [item for item in held.items if isinstance(item, ReadDivision)]
    assert [v.name for v in division.votes if v.teller] == ["Mr. Odo Reed", "Mr. Ivo Marsh."]
    assert [v.name for v in division.votes if not v.teller] == [
        "Quill, Ada",
        "Thorn, Una",
        "Wick, Eli",
        "Lamb, Ida",
        "Moss, Sid",
    ]


def test_real_divisions_name_as_many_as_the_lords_announced(real_data: Path) -> None:
    """Counted in the bytes: every announcement of a division, and beside it the names that are read."""
    announced = re.compile(r"Contents[,;]? (\d+)[;:,] Not-[Cc]ontents,? (\d+)")
    for path in _volumes(real_data):
        if not path.stem.startswith("S5L"):
            continue
        printed = Counter((int(a), int(b)) for a, b in announced.findall(path.read_text(encoding="utf-8")))
        divisions = [
            item
            for s in read(path.read_bytes(), path.name).sittings
            for item in s.items
            if isinstance(item, ReadDivision)
        ]
        told = Counter((d.counts["content"], d.counts["not-content"]) for d in divisions if d.counts)
        assert told <= printed, path.name
        assert len(divisions) - told.total() <= 1, path.name
        for division in divisions:
            sides = Counter(vote.side for vote in division.votes)
            for side, count in division.counts.items():
                assert abs(sides[side] - count) <= 1, (path.name, division.source_id)  # the scanner missed one


# --- against another parser, on the real volumes ----------------------------------------


class _Seen(HTMLParser):
    """What a volume's sittings hold, by the parser of HTML and no knowledge of the format but its tags."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text: list[str] = []
        self.members: Counter[str] = Counter()
        self.columns: list[str] = []
        self.name: list[str] | None = None
        self.after_name = False

    @property
    def inside(self) -> bool:
        return bool(SITTINGS & set(self.open))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.text.append(" ")
        if tag not in ("image", "lb"):
            self.open.append(tag)
        if tag == "member":
            self.name = []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in INLINE:
            self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            while self.open.pop() != tag:
                pass
        if tag not in INLINE:
            self.text.append(" ")
        if tag == "member" and self.name is not None:
            if self.inside:
                self.members[" ".join("".join(self.name).split()).strip(" :")] += 1
            self.name = None
            self.after_name = True

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "col":
            if self.inside:
                self.columns.append(data.strip())
            return
        if self.name is not None:
            self.name.append(data)
        elif self.after_name and data.strip():
            data = data.replace(":", ": ", 1) if data.lstrip().startswith(":") else data  # a word of its own to us
            self.after_name = False
        self.text.append(data)


def _volumes(real_data: Path) -> Iterator[Path]:
    yield from sorted((real_data / "historic").glob("*.xml"))


def test_words_names_and_columns_of_real_volumes_agree_with_another_parser(real_data: Path) -> None:
    for path in _volumes(real_data):
        data = path.read_bytes()
        seen = _Seen()
        seen.feed(re.sub(r"<\?.*?\?>", "", data.decode()))
        seen.close()
        reading = read(data, path.name)
        items = [item for sitting in reading.sittings for item in sitting.items if isinstance(item, ReadContribution)]
        letters = Counter("".join("".join(seen.text).split()))
        told: Counter[str] = Counter()
        for sitting in reading.sittings:
            told.update("".join("".join(s.title.split()) for s in sitting.sections))
            for item in sitting.items:
                if isinstance(item, ReadDivision):
                    told.update("".join("".join(v.name.split()) for v in item.votes))
                if not isinstance(item, Stamp):
                    told.update("".join("".join(p.text.split()) for p in item.paragraphs))
        assert not told - letters, path.name
        named = Counter(item.attribution for item in items if item.attribution)
        assert not seen.members - named, path.name
        printed = [int(number) for column in seen.columns if (number := "".join(re.findall(r"\d+", column)))]
        known = {int(re.sub(r"\D", "", item.column)) for item in items if item.column}
        ends = {int(re.sub(r"\D", "", item.column_end)) for item in items if item.column_end}
        assert known | ends <= set(printed), path.name
        assert reading.words == len("".join(seen.text).split()) + reading.buckets["column-mark"], path.name


def test_every_day_of_the_real_volumes_is_the_printed_one(real_data: Path) -> None:
    for path in _volumes(real_data):
        years = {sitting.date.year for sitting in read(path.read_bytes(), path.name).sittings}
        assert years == {"S5LV0001P0": {1909}, "S5LV0004P0": {1909}, "S5LV0011P0": {1912}}.get(path.stem, {1985})


def test_fragments_are_read_or_refused_for_what_they_are(real_data: Path) -> None:
    refused = {}
    for path in sorted((real_data / "historic" / "fragments").glob("*.xml")):
        try:
            read(path.read_bytes(), path.name)
        except BadInputError as error:
            refused[path.stem] = error.what
    assert set(refused) == {
        "commons_written_answers_1889_08_21",
        "housecommons_paras_without_ids",
        "index_example",
        "search_result_example",
    }
