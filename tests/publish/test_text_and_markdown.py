"""Pages of excerpts and debates as text and Markdown: what a reader would miss if it were not there."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import (
    LICENCE,
    NOT_OFFICIAL,
    Contribution,
    Debate,
    DebateRef,
    Division,
    DivisionVote,
    Excerpt,
    ExcerptContribution,
    Excerpts,
    Heading,
    LastKnown,
    Links,
    PersonOnDay,
    Run,
    SectionRef,
    SectionTree,
    SittingRef,
    Speaker,
    Time,
    Unresolved,
)
from onrecord.publish.markdown import debate_markdown, escape, excerpts_markdown
from onrecord.publish.plain import harmless
from onrecord.publish.text import debate_text, excerpts_text
from onrecord.reading import Paragraph

TODAY = date(2026, 11, 23)
DAY = date(2024, 1, 15)
SITTING = SittingRef("commons", "commons-chamber", DAY)


def said(words: str, **facts: object) -> ExcerptContribution:
    paragraphs = facts.pop("paragraphs", tuple(Paragraph("text", part) for part in words.split("\n\n")))
    usual: dict[str, object] = {
        "id": "c1", "aliases": (), "permalink": "/debate/x#c-c1", "source_url": None, "sitting": SITTING,
        "section": SectionRef("s1", "Ferries", ("Ferries",)), "ordinal": 0, "kind": "speech", "attribution": None,
        "speaker": None, "text": words, "paragraphs": paragraphs, "capacity": None, "on_behalf_of": None,
        "question_number": None, "uin": None, "reference": None, "time": None, "column": None, "column_end": None,
        "citation": None, "sha256": "", "revision": 1, "publication": "daily",
    }  # fmt: skip
    return ExcerptContribution(**(usual | facts))  # type: ignore[arg-type]


def speaker(name: str, **last_known: LastKnown) -> Speaker:
    return Speaker(f"twfy:{name}", {}, name, None, None, (), "id-in-source", last_known=last_known)


QUESTION = said(
    "Whether the ferry will sail.", attribution="Una Brack (Sule Skerry) (Ind)", question_number="3", uin="900001",
    column="12", column_end="13", time="11:34:00", because="question",
)  # fmt: skip
ANSWER = said(
    "It will *not*.\n\nNot in this wind.", id="c2", speaker=speaker("Odo Marsh", party=LastKnown("Reed", "2020-01-31")),
    focus=True, source_url="https://example.org/hansard?a=1#c2",
)  # fmt: skip


def excerpts(*runs: Run, **facts: object) -> Excerpts:
    member = PersonOnDay("twfy:1", "odo-marsh-1", {}, "Odo Marsh", (), (), (), {}, None)
    usual: dict[str, object] = {
        "debate": DebateRef("s1", "Ferries Bill", DAY, "westminster-hall", "commons", "Ferries Bill", "2nd reading"),
        "links": Links("/debate/ferries", official="https://example.org/official", video="https://example.org/video"),
        "omitted_before": 2, "runs": runs, "omitted_between": (3,) * (len(runs) - 1), "omitted_after": 1,
    }  # fmt: skip
    excerpt = Excerpt(**(usual | facts))  # type: ignore[arg-type]
    return Excerpts(member, {}, 11, 1, 2, (excerpt,))


def test_a_page_of_excerpts_as_text() -> None:
    page = excerpts(
        Run((QUESTION, ANSWER), ((0, "Sailings"),)), Run((said("Again.", attribution="Odo Marsh", focus=True),))
    )
    assert (
        excerpts_text(page, TODAY)
        == f"""\
Odo Marsh: 11 debates, page 1 of 2


============
Ferries Bill
============
Odo Marsh excerpts
2nd reading
Monday 15 January 2024 (2 years, 10 months ago)
Westminster Hall
Full debate: /debate/ferries
Official report: https://example.org/official
Video: https://example.org/video

--- Earlier in debate (2 contributions omitted) ---

Sailings
--------

Una Brack (Sule Skerry) (Ind) [question 3, UIN 900001, cols 12 to 13, 11:34] (context: what is answered)

Whether the ferry will sail.

Odo Marsh
(Party last known: Reed (2020-01-31); not certain for this day.)

It will *not*.

Not in this wind.

--- Later in debate (3 contributions omitted) ---

Odo Marsh

Again.

--- Rest of debate (1 contribution omitted) ---

{LICENCE}
{NOT_OFFICIAL}
"""
    )


def test_a_page_of_excerpts_as_markdown() -> None:
    page = excerpts(Run((QUESTION, ANSWER), ((0, "Sailings"),)))
    assert (
        excerpts_markdown(page, TODAY)
        == f"""\
# Odo Marsh: 11 debates, page 1 of 2

## Ferries Bill

Odo Marsh excerpts

2nd reading

Monday 15 January 2024 (2 years, 10 months ago)

Westminster Hall

[Full debate](</debate/ferries>)

[Official report](<https://example.org/official>)

[Video](<https://example.org/video>)

*--- Earlier in debate (2 contributions omitted) ---*

### Sailings

Una Brack (Sule Skerry) (Ind) \\[question 3, UIN 900001, cols 12 to 13, 11:34\\] (context: what is answered)

Whether the ferry will sail.

**Odo Marsh** [Hansard](<https://example.org/hansard?a=1#c2>)

*(Party last known: Reed (2020-01-31); not certain for this day.)*

It will \\*not\\*.

Not in this wind.

*--- Rest of debate (1 contribution omitted) ---*

*{LICENCE}*

*{NOT_OFFICIAL}*
"""
    )


def both(page: Excerpts) -> tuple[str, str]:
    return excerpts_text(page, TODAY), excerpts_markdown(page, TODAY)


def test_who_is_not_known_is_said_in_plain_words() -> None:
    unknown = Unresolved("two members bear this name", "Mr Marsh")
    for page in both(excerpts(Run((said("Hear me.", speaker=unknown, focus=True),)))):
        assert "Mr Marsh" in page
        assert "Who spoke here is not certain: two members bear this name." in page


def test_a_person_without_any_name_is_not_passed_over() -> None:
    for page in both(excerpts(Run((said("Hear me.", speaker=Unresolved("no name is printed", None)),)))):
        assert "Nobody named" in page


def test_a_last_known_fact_is_told_once_for_a_person() -> None:
    twice = Run((ANSWER, said("Again.", speaker=ANSWER.speaker, focus=True)))
    for page in both(excerpts(twice)):
        assert page.count("last known") == 1


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ({"on_behalf_of": "Una Brack"}, "On behalf of Una Brack."),
        ({"under_debate": "Amendment 1, moved by Una Brack", "focus": True}, "Under debate: Amendment 1"),
        ({"corrected_by": ("c9", "c10")}, "Corrected later: c9, c10."),
        ({"corrects": "c9"}, "Corrects c9."),
        ({"cut": "before", "because": "interrupted"}, "What was said before this is left out."),
        ({"cut": "after", "because": "resumption"}, "What was said after this is left out."),
        ({"reference": "HCWS7"}, "HCWS7"),
    ],
)
def test_what_stands_beside_the_words(facts: dict[str, object], line: str) -> None:
    for page in both(excerpts(Run((said("Words.", attribution="Odo Marsh", **facts),)))):
        assert line in page


def test_a_department_stands_beside_oral_answers() -> None:
    debate = DebateRef(
        "s", "Oral Answers to Questions", DAY, "commons-chamber", "commons", department="Ministry of Tides"
    )
    for page in both(excerpts(Run((ANSWER,)), debate=debate)):
        assert "Oral Answers to Questions: Ministry of Tides" in page


def test_nothing_left_out_is_not_mentioned() -> None:
    for page in both(excerpts(Run((ANSWER,)), omitted_before=0, omitted_after=0)):
        assert "omitted" not in page


def test_a_page_without_debates_still_carries_the_licence() -> None:
    page = excerpts(Run((ANSWER,)))
    empty = Excerpts(page.member, {}, 0, 1, 0, ())
    for said_page in both(empty):
        assert "Odo Marsh: 0 debates, page 1 of 1" in said_page
        assert LICENCE in said_page
        assert NOT_OFFICIAL in said_page


PARAGRAPHS = (
    Paragraph("motion", "That the ferry do sail."),
    Paragraph("interjection", "[Interruption.]"),
    Paragraph("table", "Year Cases 2019 12", rows=(("Year", "Cases"), ("2019", "1|2"), ("2020",))),
    Paragraph("list", "one two", rows=(("one",), ("two",))),
)


def test_tables_lists_and_motions_keep_their_shape() -> None:
    text, marked = both(excerpts(Run((said("", attribution="Odo Marsh", paragraphs=PARAGRAPHS),))))
    assert "\n    That the ferry do sail.\n" in text
    assert "\n> That the ferry do sail.\n" in marked
    assert "\n  Year  Cases\n  2019  1|2\n  2020\n" in text
    assert "\n| Year | Cases |\n| --- | --- |\n| 2019 | 1\\|2 |\n| 2020 |  |\n" in marked
    assert "\n  - one\n  - two\n" in text
    assert "\n- one\n- two\n" in marked
    assert "\n*\\[Interruption.\\]*\n" in marked


def debate() -> Debate:
    section = SectionTree(
        "s1", "Ferries Bill", ("Ferries Bill",), "bill", 0, "/debate/ferries", bill="Ferries Bill", stage="2nd reading",
        source_url="https://example.org/official",
    )  # fmt: skip
    speech = said("I beg to move.", attribution="Odo Marsh", speaker=speaker("Odo Marsh"), column="14")
    plain = Contribution(**{name: getattr(speech, name) for name in Contribution.__struct_fields__})
    votes = (
        DivisionVote(None, "Brack, Una", "aye"),
        DivisionVote(None, "Pell, Ivo", "aye", teller=True),
        DivisionVote(None, "Marsh, Odo", "no", proxy="Tarn, Eda"),
    )
    items = (
        Heading("s1", "s1", "Ferries Bill", 0),
        Time("s1", "15:30:00"),
        plain,
        said("Question put.", id="c3", kind="procedural"),
        Heading("s2", "s2", "Clause 1", 1),
        Division(
            "d1",
            "s2",
            "7",
            {"aye": 2, "no": 1},
            votes,
            column="15",
            time="16:00:00",
            text="The House divided:\n\nClause agreed to.",
        ),
    )
    return Debate(section, SITTING, items, ())


@pytest.mark.parametrize("render", [debate_text, debate_markdown])
def test_a_debate_is_whole(render: object) -> None:
    page = render(debate())  # type: ignore[operator]
    order = [
        "Ferries Bill", "2nd reading", "Monday 15 January 2024", "Commons Chamber", "/debate/ferries",
        "https://example.org/official", "15:30", "Odo Marsh", "col 14", "I beg to move.", "Question put.", "Clause 1",
        "Division 7: Ayes 2, Noes 1", "col 15, 16:00", "The House divided:",
        "Clause agreed to.", "Ayes: Brack, Una; Pell, Ivo (teller)",
        "Noes: Marsh, Odo (proxy vote cast by Tarn, Eda)", LICENCE, NOT_OFFICIAL,
    ]  # fmt: skip
    place = 0
    for piece in order:
        assert piece in page[place:], piece
        place = page.index(piece, place) + len(piece)
    assert "divided: " not in page  # what is printed before a vote and what behind it are two paragraphs


def test_a_width_breaks_lines_and_loses_no_word() -> None:
    words = "a fairly long sentence about ferries, tides and timetables " * 5
    page = excerpts(Run((said(words.strip(), attribution="Odo Marsh", focus=True),)))
    narrow = excerpts_text(page, TODAY, width=40)
    body = narrow[narrow.index("a fairly") : narrow.index("--- Rest")]
    assert max(map(len, body.splitlines())) <= 40
    assert body.split() == words.split()


@given(st.text())
def test_no_text_can_move_a_terminals_cursor_or_turn_its_direction(words: str) -> None:
    shown = harmless(words)
    assert not [c for c in shown if unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp")]
    assert not set(shown) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
    shown.encode()


def test_a_hostile_name_reaches_neither_the_terminal_nor_the_page() -> None:
    evil = said(
        "<script>\x1b[2J</script> ![x](javascript:y)", attribution="\u202eMarsh\x07", source_url="javascript:alert(1)"
    )
    text, marked = both(excerpts(Run((evil,)), links=Links("javascript:alert(2)")))
    assert "\x1b" not in text + marked
    assert "\u202e" not in text + marked
    assert "<script>" not in marked.replace("\\<script\\>", "")
    assert "](<javascript" not in marked
    assert "!\\[x\\](javascript:y)" in marked


@given(st.text("*_`[]<>|#~\\ abc1.-+&$!()=:", min_size=1, max_size=30).filter(str.strip))
def test_markdown_shows_the_words_as_they_stand(words: str) -> None:
    markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py is not installed")
    tokens = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(escape(words))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    inline = tokens[1].children
    assert {token.type for token in inline} <= {"text", "text_special"}
    assert "".join(token.content for token in inline) == words.strip()
