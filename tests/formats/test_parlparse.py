"""Parlparse's debates, read word for word: fiction for what may go wrong, real days for what must be right."""

from __future__ import annotations

import contextlib
import re
import xml.etree.ElementTree as ElementTree
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import BadInputError
from onrecord.formats.parlparse import read_parlparse
from onrecord.reading import Paragraph, ReadContribution, ReadDivision, ReadSitting, Redirect, Span

DAY = "uk.org.publicwhip/debate/2018-02-06a"

OLDER_DAY = "uk.org.publicwhip/debate/2008-02-05b"
OLDER_MARKS = 'colnum="1" time="14:30:00"'
OLDER = f"""<?xml version="1.0" encoding="ISO-8859-1"?>
<!DOCTYPE publicwhip
[
<!ENTITY ndash   "&#8211;">
<!ENTITY pound   "&#163;">
]>
<publicwhip scrapeversion="b" latest="yes">
<oral-heading id="{OLDER_DAY}.1.0" nospeaker="true" {OLDER_MARKS} url="http://example.org/1">
	ORAL ANSWERS TO QUESTIONS
</oral-heading>
<major-heading id="{OLDER_DAY}.1.1" nospeaker="true" {OLDER_MARKS} url="">TRANSPORT</major-heading>
<speech id="{OLDER_DAY}.1.2" nospeaker="true" {OLDER_MARKS}><p>The Secretary of State was asked&ndash;</p></speech>
<minor-heading id="{OLDER_DAY}.1.3" nospeaker="true" {OLDER_MARKS} url="">Topical Questions</minor-heading>
<speech id="{OLDER_DAY}.1.4" speakerid="uk.org.publicwhip/member/9001" speakername="Odo Quill" oral-qnum="1"
 {OLDER_MARKS} url="http://example.org/q"><p pid="b.1.4/1" qnum="295125">If she will make a statement.</p></speech>
<speech id="{OLDER_DAY}.2.1" speakerid="uk.org.publicwhip/member/9002" speakername="Ada Fenn"
 speakeroffice="The Secretary of State for Transport" colnum="2" time="014:35:00" url=""><p>Ferries cost &pound;5 more.
	They \x93sail\x94 on.</p></speech>
</publicwhip>
""".encode("latin-1")


def newer(*elements: str, latest: str = "yes") -> bytes:
    """A day of the later generation, holding these elements."""
    body = "\n".join(elements)
    return f'<publicwhip scraperversion="a" latest="{latest}">\n{body}\n</publicwhip>\n'.encode()


def speech(body: str, attributes: str = 'speakername="Ada Fenn" person_id="uk.org.publicwhip/person/90002"') -> str:
    return f'<speech id="{DAY}.3.1" {attributes} colnum="3" time="" url="">{body}</speech>'


def sitting(data: bytes) -> ReadSitting:
    return read_parlparse(data, "a.xml").sittings[0]


def only(data: bytes) -> ReadContribution:
    (item,) = sitting(data).items
    assert isinstance(item, ReadContribution)
    return item


# --- what a day says about itself -----------------------------------------------------------


def test_an_older_day_is_read_with_its_offices_times_and_references() -> None:
    reading = read_parlparse(OLDER, "b.xml")
    (day,) = reading.sittings
    assert (day.house, day.chamber, day.date, day.edition) == ("commons", "commons-chamber", date(2008, 2, 5), "b")
    assert (day.whole, day.residue) == (True, False)
    asked, question, answer = day.items
    assert isinstance(asked, ReadContribution)
    assert isinstance(question, ReadContribution)
    assert isinstance(answer, ReadContribution)
    assert (asked.procedural, asked.attribution) == (True, None)
    assert (question.uin, question.question_number, question.url) == ("295125", "T1", "http://example.org/q")
    assert (question.mark.key, question.attribution) == ("member/9001", "Odo Quill")
    assert answer.attribution == "The Secretary of State for Transport (Ada Fenn)"
    assert (answer.mark.name, answer.mark.office) == ("Ada Fenn", "The Secretary of State for Transport")
    assert (answer.time, answer.column, answer.url, answer.column_end) == ("14:35:00", "2", None, None)
    assert day.sections[0].url == "http://example.org/1"


def test_entities_and_windows_1252_become_the_characters_they_stand_for() -> None:
    reading = read_parlparse(OLDER, "b.xml")
    assert [item.paragraphs[0].text for item in reading.sittings[0].items if isinstance(item, ReadContribution)] == [
        "The Secretary of State was asked–",
        "If she will make a statement.",
        "Ferries cost £5 more. They “sail” on.",
    ]
    assert reading.buckets["windows-1252 characters"] == 2
    assert len(reading.warnings) == 1


@pytest.mark.parametrize(
    "prolog",
    [
        "",
        "<!DOCTYPE publicwhip [\n]>",
        "<!DOCTYPE publicwhip [<!ENTITY ndash '&#8211;'>]>",
        "<!DOCTYPE publicwhip>",
        '<?xml version="1.0"?><!-- a note --><!DOCTYPE publicwhip SYSTEM "parl.dtd">',
    ],
)
def test_an_entity_that_is_not_declared_is_read_by_its_known_name(prolog: str) -> None:
    data = prolog.encode() + newer(speech("<p>Late&mdash;as ever&hellip;</p>"))
    assert only(data).paragraphs == (Paragraph("text", "Late—as ever…"),)


def test_a_day_without_items_still_says_which_day_it_is_and_where_they_went() -> None:
    day = sitting(
        newer(
            f'<gidredirect oldgid="{DAY}.1.0" newgid="{DAY[:-1]}b.1.0" matchtype="perfectmatch"/>',
            f'<gidredirect oldgid="{DAY}.1.1" newgid="" matchtype="removed"/>',
            latest="no",
        )
    )
    assert (day.date, day.residue, day.whole, day.items, day.sections) == (date(2018, 2, 6), True, False, (), ())
    assert day.redirects == (
        Redirect(f"{DAY}.1.0", f"{DAY[:-1]}b.1.0", "perfectmatch"),
        Redirect(f"{DAY}.1.1", None, "removed"),
    )


@pytest.mark.parametrize(
    ("stream", "house", "chamber", "column"),
    [
        ("debate", "commons", "commons-chamber", "3"),
        ("lords", "lords", "lords-chamber", "3"),
        ("westminhall", "commons", "westminster-hall", "3WH"),
    ],
)
def test_the_ids_tell_the_chamber_and_columns_carry_its_mark(
    stream: str, house: str, chamber: str, column: str
) -> None:
    day = sitting(newer(speech("<p>So.</p>")).replace(b"/debate/", f"/{stream}/".encode()))
    assert (day.house, day.chamber) == (house, chamber)
    assert day.items[0].column == column  # type: ignore[union-attr]


# --- what a speech says ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attributes", "key", "name", "collective"),
    [
        ('speakername="Ada Fenn" person_id="uk.org.publicwhip/person/7"', "person/7", "Ada Fenn", False),
        ('speakername="Lord Reed" speakerid="uk.org.publicwhip/lord/100001"', "lord/100001", "Lord Reed", False),
        ('speakername="Odo Quill" speakerid="unknown" error="No match"', None, "Odo Quill", False),
        ('speakername="Hon. Members" speakerid="unknown"', None, "Hon. Members", True),
        ('speakername="Several hon. Members" nospeaker="true"', None, "Several hon. Members", True),
        ('speakername="Noble Lords" speakerid="uk.org.publicwhip/lord/100002"', None, "Noble Lords", True),
    ],
)
def test_who_speaks_is_told_as_far_as_the_source_tells(
    attributes: str, key: str | None, name: str, collective: bool
) -> None:
    mark = only(newer(speech("<p>Object.</p>", attributes))).mark
    assert (mark.key, mark.name, mark.collective) == (key, name, collective)


@pytest.mark.parametrize(
    ("body", "procedural", "collective"),
    [
        ("<p>Question put and agreed to.</p>", True, False),
        ("<p>Ordered,</p><p class='indent' pwmotiontext='yes'>That we sit late.—(Ada Fenn.)</p>", True, False),
        ("<p>I return to my point about ferries.</p><p>They are ours.</p>", False, False),
        ("<p>Several hon. Members rose—</p>", False, True),
    ],
)
def test_words_without_a_name_are_nobodys_only_if_they_read_so(body: str, procedural: bool, collective: bool) -> None:
    said = only(newer(speech(body, 'nospeaker="true"')))
    assert (said.procedural, said.mark.collective, said.attribution) == (procedural, collective, None)


def test_a_collective_line_without_text_is_kept() -> None:
    said = only(newer(speech("", 'speakername="Several hon. Members" nospeaker="true"')))
    assert (said.mark.collective, said.paragraphs) == (True, ())


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("<p>He wrote:</p><p class='indent' pwmotiontext='yes'>“Never again.”</p>", ["text", "quotation"]),
        ("<p>He wrote:</p><p class='indent'>“One.</p><p class='indent'>“Two.”</p>", ["text", "quotation", "quotation"]),
        ("<p>I beg to move,</p><p class='indent'>That this House regrets the fog.</p>", ["text", "motion"]),
        (
            "<p>I beg to move,</p><p class='indent' pwmotiontext='yes'>That the draft Fog Regulations 2018, which were "
            "laid before this House on 5 February, be approved.</p>",
            ["text", "motion"],
        ),
        (
            "<p>Amendment 4, page 2, line 1, at end insert—</p><p class='indent'>“(2A) No fog.”</p>"
            "<p class='indent'>This amendment bans fog.</p>",
            ["text", "motion", "motion"],
        ),
        ("<p>I commend it.</p><p class='italic'>Question put and agreed to.</p>", ["text", "procedural"]),
        ("<p>So be it.</p><p>Question put and agreed to.</p>", ["text", "procedural"]),
        ("<p class='italic'>rose—</p>", ["text"]),
    ],
)
def test_paragraphs_are_of_the_kind_that_they_read_as(body: str, kinds: list[str]) -> None:
    assert [paragraph.kind for paragraph in only(newer(speech(body))).paragraphs] == kinds


def test_inline_marks_join_words_and_everything_else_parts_them() -> None:
    body = (
        "<p>Pa<I>rt</I> 2<sup>nd</sup>, <phrase class='date' code='2018-02-05'>5 May</phrase>.<br/>Then\n\tmore.</p>"
        "<table><tr><td>Fares</td><td><p>up</p><p>5%</p></td></tr><tr><td>Fog</td><td/></tr></table>"
        "<ul><li>one</li><li>two</li></ul>stray<blockquote>held</blockquote>"
    )
    said = only(newer(speech(body)))
    assert [(paragraph.kind, paragraph.text, paragraph.rows) for paragraph in said.paragraphs] == [
        ("text", "Part 2nd, 5 May. Then more.", ()),
        ("table", "Fares up 5% Fog", (("Fares", "up 5%"), ("Fog", ""))),
        ("list", "one two", (("one",), ("two",))),
        ("text", "stray", ()),
        ("text", "held", ()),
    ]


def test_that_another_rose_is_no_word_of_the_speaker() -> None:
    """Committees' files print it inside the speech that goes on, the name and the verb run together."""
    body = "<p>The fog lifts.</p><p>Una Thorn<span class='italic'>rose—</span></p><p>Not yet.</p>"
    kinds = [(p.kind, p.text) for p in only(newer(speech(body))).paragraphs]
    assert kinds == [("text", "The fog lifts."), ("procedural", "Una Thornrose—"), ("text", "Not yet.")]
    assert [p.kind for p in only(newer(speech("<p>Una Thornrose—</p>"))).paragraphs] == ["text"]


def test_a_table_with_words_outside_its_cells_keeps_them_and_has_no_rows() -> None:
    """A page that prints the rows would leave out what stands beside them."""
    body = "<table>Fares <tr><td>Wick</td><td>5%</td></tr><caption>of 2018</caption></table>"
    (table,) = only(newer(speech(body))).paragraphs
    assert (table.kind, table.text, table.rows) == ("table", "Fares Wick 5% of 2018", ())


def test_what_others_cry_is_marked_where_it_stands() -> None:
    (paragraph,) = only(newer(speech("<p>No. <i>[Interruption.]</i> No!</p>"))).paragraphs
    assert paragraph.text == "No. [Interruption.] No!"
    assert paragraph.spans == (Span("interjection", 4, 19),)


@pytest.mark.parametrize(
    ("printed", "time"),
    [("", None), ("unknown", None), ("014:30:00", "14:30:00"), ("9:05:00", "09:05:00"), ("20:12", "20:12:00")],
)
def test_times_are_those_of_a_clock_or_none(printed: str, time: str | None) -> None:
    data = newer(speech("<p>So.</p>")).replace(b'time=""', f'time="{printed}"'.encode())
    assert only(data).time == time


def test_ids_stand_as_written_and_no_two_are_the_same() -> None:
    day = sitting(newer(speech("<p>One.</p>"), speech("<p>Two.</p>"), "<speech><p>Three I say.</p></speech>"))
    ids = [item.source_id for item in day.items]
    assert ids[0] == f"{DAY}.3.1"
    assert len(set(ids)) == 3


def test_words_outside_any_speech_are_kept_and_warned_of() -> None:
    reading = read_parlparse(newer("before", speech("<p>So.</p>"), "<note>a note</note> behind"), "a.xml")
    words = " ".join(p.text for item in reading.sittings[0].items for p in item.paragraphs)  # type: ignore[union-attr]
    assert words == "before So. a note behind"
    assert len(reading.warnings) == 3


def test_a_division_keeps_counts_votes_tellers_and_proxies() -> None:
    (division,) = sitting(
        newer(
            f'<division id="{DAY}.5.1" nospeaker="true" divdate="2018-02-06" divnumber="12" colnum="5" time="20:12:00">'
            '<divisioncount ayes="2" noes="1" tellerayes="1"/>'
            '<mplist vote="aye"><mpname person_id="uk.org.publicwhip/person/1" vote="aye">Ada  Fenn</mpname>'
            '<mpname person_id="uk.org.publicwhip/person/2" vote="aye" teller="yes">Odo Quill [Teller]</mpname>'
            '</mplist><mplist vote="no"><mpname person_id="unknown" proxy="uk.org.publicwhip/person/4">Una Marl'
            "</mpname></mplist></division>"
        )
    ).items
    assert isinstance(division, ReadDivision)
    assert (division.number, division.counts, division.time) == ("12", {"aye": 2, "no": 1}, "20:12:00")
    assert [(v.key, v.name, v.side, v.teller, v.proxy) for v in division.votes] == [
        ("person/1", "Ada Fenn", "aye", False, None),
        ("person/2", "Odo Quill [Teller]", "aye", True, None),
        (None, "Una Marl", "no", False, "person/4"),
    ]


# --- what is refused ------------------------------------------------------------------------

LAUGHS = "<!DOCTYPE publicwhip [<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {chr(98 + n)} '{('&' + chr(97 + n) + ';') * 10}'>" for n in range(9)
)


@pytest.mark.parametrize(
    "prolog",
    [
        "<!DOCTYPE publicwhip [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE publicwhip [<!ENTITY a PUBLIC '-//x' 'http://example.org/x'>]>",
        "<!DOCTYPE publicwhip [<!ENTITY % a SYSTEM 'http://example.org/x'> %a;]>",
        "<!DOCTYPE publicwhip [<!ENTITY a '<p>planted</p>'>]>",
        LAUGHS + "]>",
    ],
)
@pytest.mark.parametrize("use", ["<p>&a;</p>", "<p class='&a;'>x</p>", "<p>x</p>"])
def test_entities_that_reach_out_or_multiply_are_refused(prolog: str, use: str) -> None:
    with pytest.raises(BadInputError, match=r"entity.*\(a\.xml:1\)"):
        read_parlparse(prolog.encode() + newer(speech(use)), "a.xml")


def test_an_external_entity_is_not_read_in_an_encoding_that_hides_it(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("planted", encoding="utf-8")
    prolog = f"<?xml version='1.0' encoding='UTF-16'?><!DOCTYPE publicwhip [<!ENTITY a SYSTEM '{secret.as_uri()}'>]>"
    hidden = (prolog + newer(speech("<p>&a;</p>")).decode()).encode("utf-16")
    with pytest.raises(BadInputError):
        read_parlparse(hidden, "a.xml")


@pytest.mark.parametrize("stream", ["spwrans", "ni", "somethingnew"])
def test_another_parliaments_stream_is_refused_by_name(stream: str) -> None:
    with pytest.raises(BadInputError, match=r"are read$"):
        read_parlparse(newer(speech("<p>x</p>")).replace(b"/debate/", f"/{stream}/".encode()), "a.xml")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (newer(), "no sitting"),
        (newer(speech("<p>x</p>")).replace(b"2018-02-06", b"2018-02-31"), "no such day"),
        (newer(speech("<p>x</p>"), speech("<p>y</p>").replace("02-06", "02-07")), "two sittings"),
        (
            newer(speech("<p>x</p>")).replace(b"publicwhip latest", b"publicwhip").replace(b"publicwhip", b"other"),
            "root",
        ),
        (newer(speech("<p>Fish &nosuchname; chips</p>")), "nosuchname"),
        (newer(speech("<p>x</p>" * 1 + "<b>" * 400)), "not whole"),
    ],
)
def test_a_refusal_gives_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(BadInputError, match=reason):
        read_parlparse(data, "a.xml")


def test_a_file_cut_anywhere_is_refused_whole() -> None:
    whole = OLDER.rstrip()
    for length in range(0, len(whole), 7):
        with pytest.raises(BadInputError, match=r"b\.xml"):
            read_parlparse(whole[:length], "b.xml")


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_garbled_bytes_are_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    base = bytearray(data.draw(st.sampled_from([OLDER, newer(speech("<p>So <i>it</i> is.</p>"))])))
    for _ in range(data.draw(st.integers(1, 4))):
        base[data.draw(st.integers(0, len(base) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(BadInputError):
        assert read_parlparse(bytes(base), "a.xml").format == "parlparse"


# --- real days ------------------------------------------------------------------------------

BLOCKS = {"p", "td", "th", "li"}


def _real_days(real_data: Path) -> list[Path]:
    files = sorted((real_data / "twfy" / "debates").glob("*.xml"))
    return [file for file in files if b'latest="yes"' in file.read_bytes()]


def test_real_days_have_the_speakers_divisions_and_columns_counted_elsewhere(real_data: Path) -> None:
    table = (real_data.parent / "formats" / "parlparse_day_stats.txt").read_text(encoding="utf-8")
    wanted = re.compile(r"resolved (\d+) distinct (\d+) div (\d+) cols \('(\w+)', '(\w+)'\)")
    counted = {line.split()[0]: wanted.search(line) for line in table.splitlines()}
    files = _real_days(real_data)
    assert files
    for file in files:
        day = sitting(file.read_bytes())
        said = [item for item in day.items if isinstance(item, ReadContribution)]
        known = [each.mark.key for each in said if each.mark.key and not each.mark.collective]
        columns = [
            item.column for item in day.items if isinstance(item, ReadContribution | ReadDivision) and item.column
        ]
        divisions = len(day.items) - len(said)
        row = counted[file.name]
        assert row is not None, file.name
        assert (len(known), len(set(known)), divisions) == (int(row[1]), int(row[2]), int(row[3])), file.name
        assert (columns[0], columns[-1]) == (row[4], row[5]), file.name


def test_real_days_have_every_word_of_every_speech(real_data: Path) -> None:
    for file in _real_days(real_data):
        source = ElementTree.parse(file).getroot()
        words = {
            str(speech.get("id")): [
                word for block in speech.iter() if block.tag in BLOCKS for word in "".join(block.itertext()).split()
            ]
            for speech in source.iter("speech")
        }
        day = sitting(file.read_bytes())
        said = [item for item in day.items if isinstance(item, ReadContribution)]
        assert [each.source_id for each in said] == list(words), file.name
        for each in said:
            read = " ".join(paragraph.text for paragraph in each.paragraphs)
            assert read.split() == words[each.source_id], each.source_id
