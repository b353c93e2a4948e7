"""Every stream of parlparse beside the debates: written questions and statements, committees, divisions alone."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadInputError
from onrecord.formats.detect import read
from onrecord.formats.parlparse import read_parlparse
from onrecord.reading import WINDOWS, Attendant, Paragraph, ReadContribution, ReadDivision, Reading, ReadSitting

ANSWERS = b"""<publicwhip scrapeversion="b" latest="yes">
<major-heading id="uk.org.publicwhip/wrans/2008-02-05b.1.mh" oldstyleid="uk.org.publicwhip/wrans/2008-02-05b.7W.0"
 colnum="7W" url="http://example.org/cmhansrd/a">TRANSPORT</major-heading>
<minor-heading id="uk.org.publicwhip/wrans/2008-02-05b.1.h" oldstyleid="uk.org.publicwhip/wrans/2008-02-05b.7W.1"
 colnum="7W">Ferries: Fog</minor-heading>
<ques id="uk.org.publicwhip/wrans/2008-02-05b.1.q0" oldstyleid="uk.org.publicwhip/wrans/2008-02-05b.7W.2"
 speakerid="uk.org.publicwhip/member/9001" speakername="Odo Quill" colnum="7W">
<p>To ask the Secretary of State for Transport</p>
<p class="numindent" qnum="101">(1) how many ferries sail in fog;</p>
<p class="numindent" qnum="102">(2) how many horns they carry.</p></ques>
<ques id="uk.org.publicwhip/wrans/2008-02-05b.1.q1" oldstyleid="uk.org.publicwhip/wrans/2008-02-05b.7W.3"
 speakerid="uk.org.publicwhip/member/9003" speakername="Ida Moss" colnum="7W">
<p qnum="103">To ask the Secretary of State for Transport whether horns are heard.</p></ques>
<reply id="uk.org.publicwhip/wrans/2008-02-05b.1.r0" oldstyleid="uk.org.publicwhip/wrans/2008-02-05b.7W.4"
 speakerid="uk.org.publicwhip/member/9002" speakername="Ada Fenn" colnum="8W">
<p class="holdinganswer">[holding answer 1 February 2008]</p>
<p>The figures are in the table.</p>
<table><tbody><tr><td>Port</td><td>Horns</td></tr><tr><td>Wick</td><td>3</td></tr></tbody></table>
<p>Letter from the Keeper of the Horns:</p><p class="indent">Sir, they are loud.</p><p class="indent">Yours.</p>
<p>I trust this helps.</p></reply>
<gidredirect oldgid="uk.org.publicwhip/wrans/2008-02-05b.103.q0" newgid="uk.org.publicwhip/wrans/2008-02-05b.1.q1"
 matchtype="altques"/>
</publicwhip>"""

COMMITTEE_DAY = "uk.org.publicwhip/standing/standing2008-01-29_FOGSIG_03-0_2008-02-05a"
COMMITTEE = f"""<publicwhip><bill url="http://example.org/bill" title="Fog Signals Bill">Fog Signals Bill</bill>
<committee><chairmen>
<mpname memberid="uk.org.publicwhip/member/9007" membername="Una Reed" attending="true">Una Reed</mpname>
<mpname memberid="uk.org.publicwhip/member/9008" membername="Sid Loch" attending="false">Mr. Sid Loch</mpname>
</chairmen><mpname memberid="uk.org.publicwhip/member/9001" membername="Odo Quill" attending="true">Quill, Odo
 <span class="italic">(Wick)</span> (Tid)</mpname><clerk>Pat Wren</clerk></committee>
<major-heading id="{COMMITTEE_DAY}.1.0">Public Bill Committee</major-heading>
<minor-heading id="{COMMITTEE_DAY}.2.0">Clause 4</minor-heading>
<speech id="{COMMITTEE_DAY}.2.1" speakerid="uk.org.publicwhip/member/9001" speakername="Odo Quill" colnum="71"
 time="9:30">
<p>I beg to move amendment 2, in clause 4, page 1, line 3, at end insert—</p>
<p amendmenttext="true" amendmentlevel="1">&#145;(2) A horn is a signal.&#146;.</p></speech>
<divisioncount id="{COMMITTEE_DAY}.2.2" divnumber="1" ayes="1" noes="2"><mplist vote="aye">
<mpname memberid="uk.org.publicwhip/member/9001" membername="Odo Quill" vote="aye">Quill, Odo</mpname></mplist>
<mplist vote="no"><mpname memberid="uk.org.publicwhip/member/9002" membername="Ada Fenn" vote="no">Fenn, Ada</mpname>
<mpname memberid="uk.org.publicwhip/member/9003" membername="Ida Moss" vote="no">Moss, Ida</mpname></mplist>
</divisioncount></publicwhip>""".encode()


def only(reading: Reading) -> ReadSitting:
    (sitting,) = reading.sittings
    return sitting


def spoken(sitting: ReadSitting) -> list[ReadContribution]:
    return [item for item in sitting.items if isinstance(item, ReadContribution)]


# --- written questions ----------------------------------------------------------------------


def test_questions_put_together_keep_every_number_and_one_answer() -> None:
    sitting = only(read_parlparse(ANSWERS, "a"))
    assert (sitting.house, sitting.chamber, sitting.whole, sitting.edition) == ("commons", "written-answers", True, "b")
    one, other, answer = spoken(sitting)
    assert (one.uin, one.uins, one.type) == ("101", ("101", "102"), "Question")
    assert (other.uin, other.uins) == ("103", ())
    assert (answer.type, answer.column, answer.uin) == ("Answer", "8W", None)
    assert one.aliases == ("uk.org.publicwhip/wrans/2008-02-05b.7W.2",)
    assert [(r.match, r.new) for r in sitting.redirects] == [("altques", other.source_id)]


def test_a_subject_is_a_debate_under_its_department() -> None:
    department, subject = only(read_parlparse(ANSWERS, "a")).sections
    assert (department.kind, department.debate) == ("answering-body", False)
    assert (subject.kind, subject.debate, subject.parent, subject.answering_body) == ("question", True, 0, "TRANSPORT")
    assert subject.aliases == ("uk.org.publicwhip/wrans/2008-02-05b.7W.1",)


def test_a_table_a_letter_and_a_printers_note_survive_as_what_they_are() -> None:
    paragraphs = spoken(only(read_parlparse(ANSWERS, "a")))[2].paragraphs
    assert [p.kind for p in paragraphs] == ["procedural", "text", "table", "text", "quotation", "quotation", "text"]
    assert paragraphs[2].rows == (("Port", "Horns"), ("Wick", "3"))


def written(stream: str, number: str, column: str, element: str = "speech", more: str = "") -> bytes:
    base = f"uk.org.publicwhip/{stream}/2008-02-05a.{number}"
    return f"""<publicwhip scrapeversion="a" latest="yes">
<minor-heading id="{base}.0" colnum="{column}">Fog</minor-heading>
<{element} id="{base}.1" speakerid="uk.org.publicwhip/x/1" speakername="Ada Fenn" colnum="{column}" {more}>
<p>Fog fell.</p></{element}></publicwhip>""".encode()


@pytest.mark.parametrize(
    ("data", "house", "chamber", "column"),
    [
        (written("wms", "7WS", "7WS"), "commons", "written-statements", "7WS"),
        (written("wms", "87", "87"), "lords", "written-statements", "WS87"),
        (written("wrans", "101", "101", "ques"), "lords", "written-answers", "WA101"),
        (written("wrans", "5W", "5W", "ques"), "commons", "written-answers", "5W"),
        (written("wms", "hlws12", ""), "lords", "written-statements", None),
        (written("wms", "hcws12", ""), "commons", "written-statements", None),
    ],
)
def test_the_house_and_the_mark_of_a_column_are_told_by_the_ids(
    data: bytes, house: str, chamber: str, column: str | None
) -> None:
    sitting = only(read_parlparse(data, "a"))
    assert (sitting.house, sitting.chamber, spoken(sitting)[0].column) == (house, chamber, column)


def test_the_number_of_a_question_tells_the_house_where_the_id_does_not() -> None:
    data = ANSWERS.replace(b"/cmhansrd/", b"/").replace(b'qnum="1', b'qnum="HL1')
    without = re.sub(rb"2008-02-05b\.1\.", b"2008-02-05b.x.", data)
    assert only(read_parlparse(without, "a")).house == "lords"


def test_a_file_that_tells_no_house_is_refused() -> None:
    data = (
        b'<publicwhip><speech id="uk.org.publicwhip/wms/2008-02-05.x" speakername="A"><p>Fog.</p></speech></publicwhip>'
    )
    with pytest.raises(BadInputError, match="does not tell its House"):
        read_parlparse(data, "a")


# --- committees -----------------------------------------------------------------------------


def test_a_committees_sitting_has_its_bill_number_attendance_amendments_and_divisions() -> None:
    reading = read_parlparse(COMMITTEE, "a")
    sitting = only(reading)
    assert (sitting.chamber, sitting.date, sitting.whole) == ("public-bill-committee", date(2008, 2, 5), False)
    assert sitting.part == "standing2008-01-29_FOGSIG_03-0"
    bill, kind, clause = sitting.sections
    assert (bill.title, bill.kind, bill.debate, bill.number) == ("Fog Signals Bill", "bill", True, "3")
    assert (kind.parent, clause.parent, clause.debate) == (0, 0, False)
    assert bill.attendance == (
        Attendant("Una Reed", "chair", "member/9007", True),
        Attendant("Mr. Sid Loch", "chair", "member/9008", False),
        Attendant("Quill, Odo (Wick) (Tid)", "member", "member/9001", True),
        Attendant("Pat Wren", "clerk"),
    )
    speech, division = sitting.items
    assert isinstance(speech, ReadContribution)
    assert isinstance(division, ReadDivision)
    assert speech.paragraphs[1] == Paragraph("motion", "‘(2) A horn is a signal.’.")
    assert (speech.column, speech.time) == ("71", "09:30:00")
    assert (division.counts, [(v.key, v.side) for v in division.votes]) == (
        {"aye": 1, "no": 2},
        [("member/9001", "aye"), ("member/9002", "no"), ("member/9003", "no")],
    )
    assert reading.buckets == {"heading": 8, "attendance": 11, "division": 6, WINDOWS: 2}
    assert reading.spoken_words == len(f"{speech.paragraphs[0].text} {speech.paragraphs[1].text}".split())


# --- divisions alone, and the Grand Committee ------------------------------------------------

LORDS_DAY = "uk.org.publicwhip/lords/2008-02-05a"


def test_a_days_divisions_alone_are_a_part_and_said_to_be_one() -> None:
    heads = "".join(f'<major-heading id="{LORDS_DAY}.{n}.0" colnum="{n}">Fog {n}</major-heading>' for n in range(3))
    voted = f'<division id="{LORDS_DAY}.3.4" divnumber="1"><divisioncount content="1" not-content="0"/></division>'
    reading = read_parlparse(f'<publicwhip latest="yes">{heads}{voted}</publicwhip>'.encode(), "a")
    sitting = only(reading)
    assert (sitting.whole, sitting.residue, sitting.part) == (False, False, "divisions")
    assert reading.warnings == ("divisions alone: the debates are in another file",)


def test_the_grand_committee_in_a_day_of_the_lords_is_a_sitting_of_its_own() -> None:
    def part(number: int, column: str) -> str:
        return (
            f'<major-heading id="{LORDS_DAY}.{number}.0" colnum="{column}">Fog {column}</major-heading>'
            f'<speech id="{LORDS_DAY}.{number}.1" speakername="Lord Wick" colnum="{column}"><p>My Lords.</p></speech>'
        )

    body = part(1, "301") + part(2, "GC5")
    chamber, committee = read_parlparse(f'<publicwhip latest="yes">{body}</publicwhip>'.encode(), "a").sittings
    assert (chamber.chamber, committee.chamber) == ("lords-chamber", "grand-committee")
    assert [spoken(each)[0].column for each in (chamber, committee)] == ["301", "GC5"]
    assert [section.title for section in committee.sections] == ["Fog GC5"]


@given(st.text(alphabet=st.characters(min_codepoint=32, blacklist_categories=("Cs", "Cc")), max_size=200))
def test_whatever_a_minister_writes_every_word_of_it_is_kept(words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    sitting = only(read_parlparse(ANSWERS.replace(b"I trust this helps.", escaped.encode()), "a"))
    kept = " ".join(paragraph.text for paragraph in spoken(sitting)[2].paragraphs[6:])
    assert kept.split() == words.split()


# --- real files -----------------------------------------------------------------------------

STREAMS = ("lordspages", "westminhall", "wms", "lordswms", "wrans", "lordswrans", "standing")
INLINE = {"i", "I", "b", "a", "sup", "sub", "span", "phrase", "B"}
C1 = re.compile(r"[\x80-\x9f]")


def real_files(real_data: Path) -> list[Path]:
    return [file for stream in STREAMS for file in sorted((real_data / "twfy" / stream).glob("*.xml"))]


def as_windows(text: str) -> str:
    return C1.sub(lambda found: found[0].encode("latin-1").decode("cp1252", "ignore") or found[0], text)


def blocks(element: ET.Element) -> Iterator[str]:
    """An element's text as another parser gives it; what is not inline parts words."""
    yield element.text or ""
    for child in element:
        apart = "" if child.tag in INLINE else " "
        yield apart
        yield from blocks(child)
        yield apart + (child.tail or "")


def words_in(element: ET.Element) -> list[str]:
    return as_windows("".join(blocks(element))).split()


def test_real_files_have_each_word_of_each_speech_question_and_answer(real_data: Path) -> None:
    counted = 0
    for file in real_files(real_data):
        source = ET.parse(file).getroot()
        voiced = {str(each.get("id")): words_in(each) for each in source if each.tag in ("speech", "ques", "reply")}
        said = spoken(only(read(file.read_bytes(), file.name)))
        assert [each.source_id for each in said] == list(voiced), file.name
        for each in said:
            assert " ".join(p.text for p in each.paragraphs).split() == voiced[each.source_id], each.source_id
        counted += len(said)
    assert counted == 2768


def test_real_files_have_the_headings_divisions_and_columns_of_the_count_made_elsewhere(real_data: Path) -> None:
    table = (real_data.parent / "formats" / "parlparse_day_stats.txt").read_text(encoding="utf-8")
    wanted = re.compile(r"maj (\d+) min (\d+) .*? speech (\d+) .*? div \d+ cols (?:\('(\w+)', '(\w+)'\)|None)")
    rows = {line.split()[0]: wanted.search(line) for line in table.splitlines()}
    marks = {"lordswms": "WS{}", "lordswrans": "WA{}", "westminhall": "{}WH"}
    for file in real_files(real_data):
        row = rows[file.name]
        assert row is not None
        sitting = only(read(file.read_bytes(), file.name))
        tags = Counter(section.source_tag for section in sitting.sections)
        found = (tags["major-heading"], tags["minor-heading"], len(spoken(sitting)))
        assert found == (int(row[1]), int(row[2]), int(row[3])), file.name
        columns = [item.column for item in spoken(sitting) if item.column] or [s.column for s in sitting.sections]
        if row[4] and columns:
            mark = marks.get(file.parent.name, "{}")
            assert (columns[0], columns[-1]) == (mark.format(row[4]), mark.format(row[5])), file.name


def test_real_committees_have_attendance_divisions_and_windows_characters_as_counted_by_plain_search(
    real_data: Path,
) -> None:
    for file in sorted((real_data / "twfy" / "standing").glob("*.xml")):
        text = file.read_text(encoding="utf-8")
        reading = read(file.read_bytes(), file.name)
        sitting = only(reading)
        attendance = sitting.sections[0].attendance
        assert sum(bool(each.attended) for each in attendance) == text.count('attending="true"')
        assert sum(each.attended is False for each in attendance) == text.count('attending="false"')
        assert sum(each.role == "clerk" for each in attendance) == text.count("<clerk>")
        divisions = [item for item in sitting.items if isinstance(item, ReadDivision)]
        assert len(divisions) == text.count("<divisioncount ")
        assert sum(len(each.votes) for each in divisions) == len(re.findall(r'<mpname [^>]*\bvote="', text))
        for each in divisions:
            sides = Counter(vote.side for vote in each.votes)
            assert {side: count for side, count in each.counts.items() if count} == dict(sides), each.source_id
        amended = sum(p.kind == "motion" for each in spoken(sitting) for p in each.paragraphs)
        assert amended >= text.count('amendmenttext="true"')
        assert reading.buckets[WINDOWS] == len(re.findall(r"&#1(?:2[89]|[345]\d);", text))


def test_real_tables_and_question_numbers_are_all_there(real_data: Path) -> None:
    for stream in ("wrans", "lordswrans"):
        for file in sorted((real_data / "twfy" / stream).glob("*.xml")):
            source = ET.parse(file).getroot()
            said = spoken(only(read(file.read_bytes(), file.name)))
            tables = [p for each in said for p in each.paragraphs if p.kind == "table"]
            assert len(tables) == len(list(source.iter("table"))), file.name
            cells = sum(len(row) for table in tables for row in table.rows)
            assert cells == len(list(source.iter("td"))), file.name
            numbers = [number for each in said for number in (each.uins or (each.uin,) if each.uin else ())]
            asked = [p.get("qnum") for ques in source.iter("ques") for p in ques.iter("p") if p.get("qnum")]
            assert numbers == asked, file.name


def test_real_divisions_alone_are_those_of_the_day(real_data: Path) -> None:
    for stream, day in (("divisionsonly", "debates"), ("lordsdivisionsonly", "lordspages")):
        for file in sorted((real_data / "twfy" / stream).glob("*.xml")):
            sitting = only(read(file.read_bytes(), file.name))
            if sitting.part != "divisions":
                assert sitting.residue, file.name
                continue
            name = re.sub(r"^(?:lords)?divisions", "debates" if day == "debates" else "daylord", file.name)
            whole = only(read((real_data / "twfy" / day / name).read_bytes(), name))
            held = {item.source_id: item for item in whole.items if isinstance(item, ReadDivision)}
            alone = [item for item in sitting.items if isinstance(item, ReadDivision)]
            assert {item.source_id for item in alone} == set(held), file.name
            for item in alone:
                assert (item.counts, item.votes) == (held[item.source_id].counts, held[item.source_id].votes)
