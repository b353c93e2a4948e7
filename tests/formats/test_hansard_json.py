"""A debate of the Hansard API: no word lost, nobody's words in another's mouth, every column in its place."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import BadInputError
from onrecord.formats.hansard_json import read_hansard_json
from onrecord.formats.hansard_tags import named
from onrecord.formats.hansard_value import printed_words, read_value
from onrecord.reading import ReadContribution, ReadDivision, Reading, Section, Stamp

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
GUID = "5BEC1AE2-0814-4201-9A00-0000000{:05d}"


def entry(value: str | None, who: str | None = None, member: int | None = None, **others: Any) -> dict[str, Any]:
    """An item as the API writes it."""
    made = {"ItemType": "Contribution", "ItemId": None, "MemberId": member, "AttributedTo": who, "Value": value}
    rest = {"OrderInSection": 1, "Timecode": None, "ExternalId": None, "HRSTag": "hs_Para", "UIN": None}
    return {**made, **rest, **others}


def column(number: str) -> dict[str, Any]:
    """A column mark on its own."""
    mark = f'<span id="{number}" class="column-number column-only" data-column-number="{number}"></span>'
    return entry(mark, HRSTag="hs_ColumnNumber")


def debate(
    title: str,
    items: list[dict[str, Any]],
    *,
    tag: str | None = "hs_2DebBill",
    above: tuple[tuple[str, str | None], ...] = (),
    children: list[dict[str, Any]] | None = None,
    **overview: Any,
) -> dict[str, Any]:
    """A debate as the API nests it; `above` are its ancestors below the chamber, title and tag."""
    location = overview.get("Location", "Commons Chamber")
    chain = [{"Id": 1, "Title": location, "ParentId": None, "SortOrder": 1, "ExternalId": "root", "HRSTag": None}]
    for at, (name, its_tag) in enumerate((*above, (title, tag)), start=2):
        guid = GUID.format(sum(map(ord, name)))
        chain.append(
            {"Id": at, "Title": name, "ParentId": at - 1, "SortOrder": at, "ExternalId": guid, "HRSTag": its_tag}
        )
    known = {"Id": 9, "ExtId": chain[-1]["ExternalId"], "Title": title, "HRSTag": tag, "Date": "2019-08-14T00:00:00"}
    more = {"Location": location, "House": "Commons", "Source": 2, "VolumeNo": 901, "ContentLastUpdated": "2019-08-15"}
    overviewed = {**known, **more, **overview}
    return {"Overview": overviewed, "Navigator": chain, "Items": items, "ChildDebates": children or []}


def read(document: object, name: str = "sheds.json") -> Reading:
    return read_hansard_json(json.dumps(document).encode(), name)


def contributions(reading: Reading) -> list[ReadContribution]:
    return [item for item in reading.sittings[0].items if isinstance(item, ReadContribution)]


def texts(reading: Reading) -> list[str]:
    return [" ".join(each.text for each in one.paragraphs) for one in contributions(reading)]


# --- sittings and sections --------------------------------------------------------------


def test_a_file_is_a_part_of_its_sitting() -> None:
    sitting = read(debate("Sheds", [entry("It is a shed.", "Lucian Marsh", 7)])).sittings[0]
    assert (sitting.house, sitting.chamber, sitting.date) == ("commons", "commons-chamber", date(2019, 8, 14))
    assert (sitting.volume, sitting.publication, sitting.edition, sitting.whole) == (901, "daily", "2019-08-15", False)


@pytest.mark.parametrize(
    ("location", "house", "chamber", "bare", "marked"),
    [
        ("Commons Chamber", "Commons", "commons-chamber", "12", "12"),
        ("Lords Chamber", "Lords", "lords-chamber", "12", "12"),
        ("Westminster Hall", "Commons", "westminster-hall", "12", "12WH"),
        ("Westminster Hall", "Commons", "westminster-hall", "12WH", "12WH"),
        ("Grand Committee", "Lords", "grand-committee", "5", "GC5"),
        ("Public Bill Committees", "Commons", "public-bill-committee", "145", "145"),
        ("General Committees", "Commons", "general-committees", "3", "3"),
        ("Written Statements", "Commons", "written-statements", "26", "26WS"),
        ("Written Statements", "Lords", "written-statements", "87", "WS87"),
        ("Petitions", "Commons", "petitions", "3", "3P"),
        ("Ministerial Corrections", "Commons", "corrections", "6", "6MC"),
    ],
)
def test_each_chamber_marks_its_columns(location: str, house: str, chamber: str, bare: str, marked: str) -> None:
    items = [column(bare), entry("It is a shed.", "Lucian Marsh", 7)]
    sitting = read(debate("Sheds", items, Location=location, House=house)).sittings[0]
    assert sitting.chamber == chamber
    assert [item.column for item in sitting.items if isinstance(item, ReadContribution)] == [marked]


@pytest.mark.parametrize(
    ("source", "word"), [(1, "rolling"), (2, "daily"), (3, "bound"), (4, "historic"), ("BoundVolume", "bound"),
                         ("RollingHansard", "rolling"), (None, "unknown"), (9, "unknown")],
)  # fmt: skip
def test_the_state_of_publication(source: object, word: str) -> None:
    assert read(debate("Sheds", [], Source=source)).sittings[0].publication == word


def questions() -> dict[str, Any]:
    oral = ("Oral Answers to Questions", "hs_3OralAnswers")
    home = ("Home Department", "hs_6bDepartment")
    asked = [
        entry("<Question>1. <QuestionText>What steps she takes.</QuestionText></Question> (903501)", "Ann Gill", 5,
              HRSTag="Question", UIN="903501"),
        entry("Steps in all directions.", "The Home Secretary (Honoria Blackthorn)", 6),
    ]  # fmt: skip
    topical = [
        entry("<Question><Uin>903551</Uin><QuestionText>1. If she will make a statement.</QuestionText></Question>",
              "Ann Gill", 5, HRSTag="Question"),
    ]  # fmt: skip
    children = [
        debate("Sheds: Safety", asked, tag="hs_8Question", above=(oral, home)),
        debate(" Topical Questions", topical, tag="hs_8Question", above=(oral, home)),
    ]
    body = debate(home[0], [entry("<em>The Secretary of State was asked—</em>", ExternalId="19081490000001")],
                  tag=home[1], above=(oral,), children=children)  # fmt: skip
    return debate(oral[0], [], tag=oral[1], children=[body])


def test_each_answering_bodys_questions_are_a_debate() -> None:
    sections = read(questions()).sittings[0].sections
    assert [(section.title, section.kind, section.debate, section.parent) for section in sections] == [
        ("Oral Answers to Questions", "oral-questions", False, None),
        ("Home Department", "answering-body", True, 0),
        ("Sheds: Safety", "question", False, 1),
        ("Topical Questions", "topical", False, 1),
    ]
    assert [section.answering_body for section in sections] == [None, *["Home Department"] * 3]
    assert [section.sort for section in sections] == [2, 3, 4, 4]
    assert sections[2].url is not None
    assert sections[2].url.endswith(f"/Commons/2019-08-14/debates/{sections[2].source_id[8:]}/ShedsSafety")


def test_a_tabled_question_has_its_number_and_uin_and_only_its_words() -> None:
    first, second = (one for one in contributions(read(questions())) if one.question_number)
    assert (first.question_number, first.uin, first.paragraphs[0].text) == ("1", "903501", "What steps she takes.")
    assert (second.question_number, second.uin) == ("T1", "903551")
    assert second.paragraphs[0].text == "If she will make a statement."


def test_a_child_alone_brings_its_ancestors_and_falls_into_the_same_place() -> None:
    whole = read(questions()).sittings[0]
    child = questions()["ChildDebates"][0]["ChildDebates"][0]
    alone = read(child).sittings[0]
    same: dict[str, Section] = {section.source_id: section for section in whole.sections}
    for section in alone.sections:
        held = same[section.source_id]
        assert (section.title, section.kind, section.debate) == (held.title, held.kind, held.debate)
        assert (section.sort, section.answering_body) == (held.sort, held.answering_body)
    assert {item.section for item in alone.items} == {2}
    assert {one.source_id for one in contributions(read(child))} <= {
        item.source_id for item in whole.items if isinstance(item, ReadContribution)
    }


def test_a_heading_that_only_holds_others_is_one_debate() -> None:
    child = debate("A Footbridge", [entry("I present a petition.", "Ann Gill", 5)], tag="hs_8Petition",
                   above=(("Petitions", "hs_6bPetitions"),))  # fmt: skip
    sections = read(debate("Petitions", [], tag="hs_6bPetitions", children=[child])).sittings[0].sections
    assert [(section.kind, section.debate) for section in sections] == [("petition", True), ("petition", False)]


def test_each_written_statement_is_a_debate_under_its_department() -> None:
    statement = [entry("They are sold.", "Ann Gill", 5)]
    above = (("Transport", "hs_6bDepartment"),)
    child = debate("Assets", statement, tag="hs_3cMainHdg", Location="Written Statements", above=above)
    document = debate("Transport", [], tag="hs_6bDepartment", children=[child], Location="Written Statements")
    sections = read(document).sittings[0].sections
    assert [(section.kind, section.debate) for section in sections] == [("answering-body", False), ("statement", True)]
    assert sections[1].answering_body == "Transport"


@pytest.mark.parametrize(
    ("title", "tag", "first", "kind"),
    [
        ("Sheds", "hs_2cUrgentQuestion", "To ask the Minister.", "urgent-question"),
        ("Sheds", "hs_2cStatement", "It is so.", "statement"),
        ("Sheds Bill", "hs_2DebBill", "It is so.", "bill"),
        ("Points of Order", "hs_2GenericHdg", "On a point of order.", "points-of-order"),
        ("Sheds", "hs_2GenericHdg", "<em>Motion made, and Question proposed, </em>That this House do now adjourn.",
         "adjournment"),
        ("Sheds", None, "It is so.", "business"),
    ],
)  # fmt: skip
def test_kinds_of_business(title: str, tag: str | None, first: str, kind: str) -> None:
    who = (None, None) if first.startswith("<em>") else ("Ann Gill", 5)
    (section,) = read(debate(title, [entry(first, *who)], tag=tag)).sittings[0].sections
    assert (section.kind, section.debate, section.source_tag) == (kind, True, tag)


# --- who speaks -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("attribution", "name", "office"),
    [
        ("Zoë Desmoulins-Pike (Great Wickering) (Hbr)", "Zoë Desmoulins-Pike", None),
        ("Ann Gill (Pewter Vale) (Lab/Co-op) [V]", "Ann Gill", None),
        ("Madam Deputy Speaker (Dame Winifred Larkspur)", "Dame Winifred Larkspur", "Madam Deputy Speaker"),
        ("The Secretary of State for Transport (Augusta Penhallow)", "Augusta Penhallow",
         "The Secretary of State for Transport"),
        ("The Minister of State (Home Office) (Lord Wick of Wick) (Lab)", "Lord Wick of Wick",
         "The Minister of State (Home Office)"),
        ("The Earl of Wick (CB)", "The Earl of Wick", None),
        ("The Lord Bishop of Tarnbeck", "The Lord Bishop of Tarnbeck", None),
        ("Baroness Gill (LD)", "Baroness Gill", None),
        ("Mr Speaker", None, "Mr Speaker"),
    ],
)  # fmt: skip
def test_name_and_office_in_an_attribution(attribution: str, name: str | None, office: str | None) -> None:
    assert named(attribution) == (name, office)
    (one,) = contributions(read(debate("Sheds", [entry("No.", attribution, 5)])))
    assert (one.attribution, one.mark.name, one.mark.office, one.mark.key) == (attribution, name, office, "mnis:5")


@pytest.mark.parametrize("member", [None, 0, -1])
def test_no_id_is_no_key(member: int | None) -> None:
    (one,) = contributions(read(debate("Sheds", [entry("No.", "Ann Gill", member)])))
    assert (one.mark.key, one.mark.name, one.procedural) == (None, "Ann Gill", False)


def test_words_under_no_name_are_nobodys_only_if_they_read_so() -> None:
    items = [
        entry("<em>Question put and agreed to.</em>"),
        entry("I have always liked sheds."),
        entry("Several hon. Members <em>rose—</em>"),
        entry("[Dame Winifred Larkspur<em> in the Chair</em>]", HRSTag="hs_76fChair"),
    ]
    read_items = contributions(read(debate("Sheds", items)))
    assert [one.procedural for one in read_items] == [True, False, False, True]
    assert [one.mark.collective for one in read_items] == [False, False, True, False]
    assert read_items[2].mark.name == "Several hon. Members"


def test_ids_and_addresses() -> None:
    items = [
        entry("No.", "Ann Gill", 5, ItemId=11, ExternalId=GUID.format(1)),
        entry("<em>Question put and agreed to.</em>", ItemId=12, ExternalId="26011462000004"),
        entry("<em>Question agreed to.</em>", ItemId=13),
        entry("No.", "Ann Gill", 5, ItemId=14, ExternalId=GUID.format(1)),
    ]
    read_items = contributions(read(debate("Sheds", items)))
    assert [(one.source_id, one.aliases) for one in read_items] == [
        (f"hansard:{GUID.format(1)}", ("hansard:item/11",)),
        ("hansard:item/12", ("hansard:26011462000004",)),
        ("hansard:item/13", ()),
        ("hansard:item/14", ()),
    ]
    assert (read_items[0].url or "").endswith(f"/Sheds#contribution-{GUID.format(1)}")


def test_an_item_goes_on_with_a_speech_only_by_the_sources_word() -> None:
    items = [
        entry("He wrote:", "Ann Gill", 5, ItemId=1),
        entry("“All sheds are equal.”", HRSTag="hs_brev", ItemId=2),
        entry("He was wrong.", None, 5, ItemId=3),
        entry("I disagree.", None, None, ItemId=4),
        entry("So do I.", "Lucian Marsh", 7, ItemId=5),
        entry("That all sheds be counted.", HRSTag="hs_brev", ItemId=6),
    ]
    read_items = contributions(read(debate("Sheds", items)))
    assert [[each.kind for each in one.paragraphs] for one in read_items] == [
        ["text", "quotation", "text"], ["text"], ["text"], ["motion"],
    ]  # fmt: skip
    assert read_items[0].aliases == ("hansard:item/2", "hansard:item/3")
    assert [one.procedural for one in read_items] == [False, False, False, True]


# --- columns, clock, paragraphs ---------------------------------------------------------


def test_columns_and_clock_run_on_also_into_nested_debates() -> None:
    mark = '<span class="column-number" data-column-number="{}"></span>'
    child = debate("More", [entry("No.", "Ann Gill", 5)], tag="hs_8Clause", above=(("Sheds", "hs_2DebBill"),))
    items = [
        column("809"),
        entry("19:00:00", "", ItemType="Timestamp", HRSTag=None),
        entry(f"A long{mark.format(810)} speech.\r\n\r\nIts end.{mark.format(811)}", "Ann Gill", 5),
        entry("Hear.", "Lucian Marsh", 7),
    ]
    sitting = read(debate("Sheds", items, children=[child])).sittings[0]
    stamp, speech, answer, nested = sitting.items
    assert isinstance(stamp, Stamp)
    assert stamp.time == "19:00:00"
    assert isinstance(speech, ReadContribution)
    assert (speech.column, speech.column_end) == ("809", "810")
    assert [each.column for each in speech.paragraphs] == ["809", "810"]
    assert isinstance(answer, ReadContribution)
    assert (answer.column, answer.column_end, answer.time) == ("811", None, "19:00:00")
    assert isinstance(nested, ReadContribution)
    assert (nested.column, nested.time) == ("811", "19:00:00")
    assert [(section.column, section.time) for section in sitting.sections] == [("809", "19:00:00"), ("811", None)]


def test_html_becomes_paragraphs() -> None:
    value = read_value(
        "One &amp; two<br/>three<br><br>Four<ul><li>a <em>b</em></li><li>c</li></ul>"
        "<table><tr><th>Year</th><th>Sheds</th></tr><tr><td>2019</td><td>7</td></tr></table>"
        "<blockquote>Quoted</blockquote>con<span class='column-number' data-column-number='5'></span>stitution"
    )
    assert [(block.shape, block.text) for block in value.blocks] == [
        ("text", "One & two three"), ("text", "Four"), ("list", "a b c"), ("table", "Year Sheds 2019 7"),
        ("quotation", "Quoted"), ("text", "constitution"),
    ]  # fmt: skip
    assert value.blocks[2].rows == (("a b",), ("c",))
    assert value.blocks[3].rows == (("Year", "Sheds"), ("2019", "7"))
    assert value.column_end == "5"


def test_a_range_of_columns_runs_to_its_end() -> None:
    mark = '<span class="column-number column-range" data-column-number-from="713" data-column-number-to="715"></span>'
    items = [column("712"), entry(mark, HRSTag="hs_ColumnNumber"), entry("No.", "Ann Gill", 5)]
    assert contributions(read(debate("Sheds", items)))[0].column == "715"


PIECES = ["<em>", "</em>", "<p>", "</p>", "<br/>", "<ul><li>", "</li></ul>", "<table><tr><td>", "</td></tr></table>",
          "a", "b c", " ", "\r\n\r\n", "&amp;", "&lt;p&gt;", "&#8212;", "< 5", "</ 6", "<sup>2</sup>", "<blockquote>",
          "</blockquote>", "&nbsp;", "'", '"', "<span class='x'>", "</span>", "<a href='x>y'>", "</a>"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_text_is_lost_whatever_the_markup(html: str) -> None:
    read_words = " ".join(block.text for block in read_value(html).blocks).split()
    assert read_words == list(printed_words(html))
    if "</ " not in html:  # which the standard library takes for a comment, and we for text
        assert read_words == Counted.of(html)


@given(st.text(max_size=60))
def test_any_text_is_kept_whole_or_refused(html: str) -> None:
    try:
        reading = read(debate("Sheds", [entry(html, "Ann Gill", 5)]))
    except BadInputError:
        return
    assert " ".join(texts(reading)).split() == list(printed_words(CONTROL.sub(" ", html)))


class Counted(HTMLParser):
    """The text of a fragment by the standard library's parser, elements of blocks parting words."""

    blocks = frozenset({"p", "br", "li", "td", "th", "tr", "ul", "ol", "table", "div", "blockquote"})

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []

    @classmethod
    def of(cls, html: str) -> list[str]:
        parser = cls()
        parser.feed(html.replace("\r\n", "\n").replace("\r", "\n"))
        parser.close()
        return "".join(parser.text).split()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.text.append(" " if tag in self.blocks else "")

    def handle_endtag(self, tag: str) -> None:
        self.text.append(" " if tag in self.blocks else "")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_every_word_is_in_a_bucket() -> None:
    reading = read(questions())
    spoken = sum(len(text.split()) for text in texts(reading))
    headings = sum(len(section.title.split()) for section in reading.sittings[0].sections)
    assert reading.buckets["heading"] == headings
    assert (reading.buckets["uin"], reading.buckets["question-number"]) == (2, 2)
    assert reading.words == spoken + sum(reading.buckets.values())


# --- divisions --------------------------------------------------------------------------


def division(**others: Any) -> dict[str, Any]:
    gill = {"MemberId": 5, "ListAs": "Gill, Ann", "IsTeller": False}
    marsh = {"MemberId": 6, "ListAs": "Lucian Marsh", "IsTeller": True}
    pettifer = {"MemberId": 0, "ListAs": "Pettifer, Thomas", "IsTeller": False}
    votes = {"AyeMembers": [gill, marsh], "NoeMembers": [pettifer], "AyesCount": 1, "NoesCount": 1, "Number": "410"}
    when = {"Date": "2019-08-14T16:12:00", "Time": "16:12:00", "House": "Commons", "IsCommitteeDivision": False}
    text = {"TextBeforeVote": "<em>The House divided:</em>", "TextAfterVote": None, "DebateSection": "Sheds Bill"}
    return {**votes, **when, **text, "ExternalId": GUID.format(1), "DebateSectionExtId": GUID.format(2), **others}


def test_a_division_with_everybody_who_voted() -> None:
    reading = read(division())
    (section,) = reading.sittings[0].sections
    (vote,) = reading.sittings[0].items
    assert (section.source_id, section.title, section.kind) == (f"hansard:{GUID.format(2)}", "Sheds Bill", "bill")
    assert isinstance(vote, ReadDivision)
    assert (vote.number, vote.counts, vote.time) == ("410", {"aye": 1, "no": 1}, "16:12:00")
    assert [(each.key, each.name, each.side, each.teller) for each in vote.votes] == [
        ("mnis:5", "Gill, Ann", "aye", False),
        ("mnis:6", "Lucian Marsh", "aye", True),
        (None, "Pettifer, Thomas", "no", False),
    ]
    assert reading.warnings == ()
    assert read(division(AyesCount=319)).warnings == ("Ayes 319, but 1 voters are named",)
    lords = read(division(House="Lords")).sittings[0].items[0]
    assert isinstance(lords, ReadDivision)
    assert set(lords.counts) == {"content", "not-content"}


# --- what is refused --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("document", "word"),
    [
        ([{"House": "Commons", "ItemDate": 7}], "Expected"),
        ([{"Id": 1, "AyesCount": 3}], "missing required field"),
        ([{"SectionTreeItems": []}], "tree"),
        ({"Results": [{"DebateSectionExtId": "x"}], "TotalResultCount": 1}, "another kind"),
        ({"Results": [{"ContributionExtId": "x"}]}, "missing required field"),
        ([], "another kind"),
        ({"something": "else"}, "another kind"),
        (7, "no object"),
        (division(IsCommitteeDivision=True), "committee"),
        (division(AyeMembers=[5]), "Expected"),
        (debate("Sheds", [entry("No.", "Ann Gill", 5, MemberId="five")]), "Expected"),
        (debate("Sheds", [entry(None, Value=7)]), "Expected"),
        (debate("Sheds", [], Date="soon"), "no date"),
        (debate("Sheds", [], House="Diet"), "unknown House"),
        ({"Overview": {"Title": "Sheds"}}, "missing required field"),
        ({"Overview": None}, "Expected"),
    ],
)
def test_what_is_no_debate_is_refused_by_what_it_is(document: object, word: str) -> None:
    with pytest.raises(BadInputError, match=word) as refused:
        read(document)
    assert refused.value.where.startswith("sheds.json")
    assert refused.value.remedy


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (json.dumps(debate("Sheds", [])).encode()[:-200], "ends in the middle"),
        (b'{"Overview": {"Title": "A", "Title": "B"}}', "stands twice"),
        (b'{"Overview": {"Id": NaN}}', "NaN"),
        (b'{"Overview": "\xff"}', "UTF-8"),
        (b'{"Overview": "\\ud800"}', "half a character"),
        (b'{"Overview": 1' + b"0" * 5000 + b"}", "figures"),
        (b"[" * 100_000, "deep"),
        (b'{"a":' * 100_000, "deep"),
        (b"{]", "not JSON"),
        (b"", "ends in the middle"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(data: bytes, word: str) -> None:
    with pytest.raises(BadInputError, match=word):
        read_hansard_json(data, "sheds.json")


def test_debates_nested_too_deep_are_refused() -> None:
    document = debate("Sheds", [])
    for _ in range(60):
        document = debate("Sheds", [], children=[document])
    with pytest.raises(BadInputError, match="deep"):
        read(document)


def test_an_unknown_chamber_is_kept_with_a_warning() -> None:
    reading = read(debate("Sheds", [], Location="The Moot Hall"))
    assert reading.sittings[0].chamber == "the-moot-hall"
    assert "Moot Hall" in reading.warnings[0]


# --- the real files ---------------------------------------------------------------------


@pytest.mark.parametrize("name", ["debate_with_speeches.json", "debate_with_child.json"])
def test_real_debates_word_for_word_and_name_for_name(real_data: Path, name: str) -> None:
    data = (real_data / "hansard-api" / name).read_bytes()
    whole: dict[str, Any] = json.loads(data)
    reading = read_hansard_json(data, name)
    inside = [whole, *whole["ChildDebates"]]
    said = [item for one in inside for item in one["Items"] if item["ItemType"] == "Contribution"]
    said = [item for item in said if Counted.of(item["Value"])]
    assert [text.split() for text in texts(reading)] == [Counted.of(item["Value"]) for item in said]
    assert [one.attribution for one in contributions(reading)] == [item["AttributedTo"] for item in said]
    keys = [f"mnis:{item['MemberId']}" if item["MemberId"] else None for item in said]
    assert [one.mark.key for one in contributions(reading)] == keys
    assert [one.timecode for one in contributions(reading)] == [item["Timecode"] for item in said]
    titles = [one["Overview"]["Title"].strip() for one in inside]
    assert [section.title for section in reading.sittings[0].sections] == titles


def test_the_real_adjournment_debate(real_data: Path) -> None:
    data = (real_data / "hansard-api" / "debate_with_speeches.json").read_bytes()
    sitting = read_hansard_json(data, "debate.json").sittings[0]
    first, *others = [item for item in sitting.items if isinstance(item, ReadContribution)]
    assert (sitting.volume, sitting.publication, sitting.sections[0].kind) == (778, "daily", "adjournment")
    assert first.procedural
    assert not any(one.procedural for one in others)
    assert {one.column for one in others} == {"1037"}
    assert {one.time for one in others} == {"19:00:00"}


def test_real_fragments_of_the_official_site(real_data: Path) -> None:
    page = (real_data / "hansard-html" / "2020-01-09-CommonsChamber.html").read_text(encoding="utf-8")
    fragments = [part.split("</div>")[0] for part in page.split('<div class="content">')[1:]]
    assert len(fragments) > 500
    for fragment in fragments:
        words = [word for block in read_value(fragment).blocks for word in block.text.split()]
        assert words == list(printed_words(fragment)) == Counted.of(fragment)
