"""Where debates begin and end: each case is a small sitting day, written flat, and the tree it must become.

A day is written a line a heading or contribution: `oral`, `major` and `minor` headings flush
left; below them `.` for words under no name, `Name:` for words under one, each with a time
printed before it as `@15:30` and a question's number as `#1`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.formats.answering import is_answering_body
from onrecord.formats.outline import Heading, outline
from onrecord.formats.parlparse import read_parlparse
from onrecord.reading import Mark, Paragraph, ReadContribution, Section

LINE = re.compile(r"(?:@(?P<time>\d\d:\d\d) )?(?:#(?P<number>\w+) )?(?:(?P<name>[A-Z][\w ]+): |\. )(?P<words>.*)")

QUESTIONS = """
oral Oral Answers to Questions
major TRANSPORT
  . The Secretary of State was asked—
minor Ferries
  #1 Odo Quill: What steps she is taking on ferries.
  Ada Fenn: We are taking several.
minor Topical Questions
  #T1 Una Marl: If she will make a statement on her departmental responsibilities.
  Ada Fenn: I shall shortly make a statement on fog.
"""

ORAL = ["-oral-questions Oral Answers to Questions"]
TRANSPORT = ["  *answering-body TRANSPORT", "    -question Ferries", "    -topical Topical Questions"]


def flat(written: str) -> list[Heading]:
    """The headings of a day as it is written above."""
    headings: list[Heading] = []
    time: str | None = None
    for line in written.strip("\n").splitlines():
        if line.startswith("  "):
            found = LINE.fullmatch(line.strip())
            assert found is not None, line
            time = f"{found['time']}:00" if found["time"] else time
            headings[-1].items.append(
                ReadContribution(
                    line,
                    len(headings) - 1,
                    Mark(name=found["name"]),
                    (Paragraph("text", found["words"]),),
                    question_number=found["number"],
                    time=time,
                )
            )
        else:
            rank, _, title = line.partition(" ")
            headings.append(Heading(rank, line, title, time=time))
    return headings


def drawn(sections: Sequence[Section]) -> list[str]:
    """A tree a line a section: two blanks for each level, `*` for a debate, its kind and title."""

    def depth(section: Section) -> int:
        return 0 if section.parent is None else 1 + depth(sections[section.parent])

    return [f"{'  ' * depth(each)}{'*' if each.debate else '-'}{each.kind} {each.title}".rstrip() for each in sections]


def tree(written: str, house: str = "commons") -> list[str]:
    return drawn(outline(flat(written), house))


# --- oral questions -------------------------------------------------------------------------


def test_each_answering_body_is_a_debate_with_its_topical_questions() -> None:
    second = "major Attorney-General\nminor Fog\n  #1 Odo Quill: What fog there is.\n  Una Marl: Much."
    sections = outline(flat(QUESTIONS + second))
    assert drawn(sections) == [*ORAL, *TRANSPORT, "  *answering-body Attorney-General", "    -question Fog"]
    assert [section.answering_body for section in sections] == [None, *["TRANSPORT"] * 3, *["Attorney-General"] * 2]


@pytest.mark.parametrize("rank", ["major", "minor"])
@pytest.mark.parametrize(
    ("title", "words", "kind"),
    [
        ("Lifeboats", "@15:32 Odo Quill: (Urgent Question): To ask the Secretary of State for one.", "urgent-question"),
        ("Lifeboats", "Odo Quill: (Private Notice Question): To ask the Home Secretary for one.", "urgent-question"),
        ("Lighthouses", "Ada Fenn: With permission, Mr Speaker, I shall make a statement on lighthouses.", "statement"),
        ("Points of Order", "Odo Quill: On a point of order, Mr Speaker.", "points-of-order"),
        ("Coastal Fog Bill [Lords]", ". Considered in Committee.", "bill"),
        ("Lamps (Programme)", "@15:53 Ada Fenn: I beg to move, That the Order be varied.", "business"),
        ("Royal Assent", "Lord Speaker: I have to notify the House.", "business"),
        ("Petition", "Odo Quill: The petition states that fog is bad.", "petition"),
        ("Fog", ". Motion made, and Question proposed, That this House do now adjourn.—(Una Marl.)", "adjournment"),
    ],
)  # fmt: skip
def test_questions_end_at_other_business_of_whatever_rank(rank: str, title: str, words: str, kind: str) -> None:
    after = f"{rank} {title}\n  {words}\nmajor Transport\n  . Ordered, That nobody be asked."
    assert tree(QUESTIONS + after) == [*ORAL, *TRANSPORT, f"*{kind} {title}", "*business Transport"]


def test_questions_end_where_a_new_time_is_printed_unless_the_source_marks_a_question() -> None:
    numbered = "minor Piers\n  @12:00 #3 Odo Quill: What is to be done about piers.\n"
    assert tree(QUESTIONS + numbered)[-1] == "    -question Piers"
    assert tree(QUESTIONS + numbered.replace("#3 ", ""))[-1] == "*business Piers"


def test_unnumbered_questions_are_known_by_their_words() -> None:
    unnumbered = QUESTIONS.replace("#1 ", "").replace("#T1 ", "")
    assert tree(unnumbered + "minor Piers\n  Odo Quill: How many piers there are.") == [
        *ORAL,
        *TRANSPORT,
        "    -question Piers",
    ]


def test_a_body_must_be_known_by_name_or_have_been_asked_and_a_question_must_follow() -> None:
    known = "major Church Commissioners\nminor Bells\n  #1 Odo Quill: What bells ring."
    asked = "major Ministry of Lamps\n  . The Minister for Lamps was asked—\nminor Oil\n  #1 Odo Quill: What oil burns."
    assert tree(QUESTIONS + known)[-2:] == ["  *answering-body Church Commissioners", "    -question Bells"]
    assert tree(QUESTIONS + asked)[-2:] == ["  *answering-body Ministry of Lamps", "    -question Oil"]
    stranger = "major Lamps\nminor Oil\n  #1 Odo Quill: What oil burns."
    assert tree(QUESTIONS + stranger)[-2:] == ["*business Lamps", "  -heading Oil"]
    silent = "major Justice\n  . Ordered, That Odo Quill be discharged from the Justice Committee."
    assert tree(QUESTIONS + silent)[-1] == "*business Justice"


def test_words_between_the_oral_heading_and_the_first_body_have_a_place_of_their_own() -> None:
    day = flat(QUESTIONS)
    day.insert(1, Heading("none", "x", "", items=[flat("major x\n  Lord Speaker: Order.")[0].items[0]]))
    assert drawn(outline(day))[:3] == [*ORAL, "  *business", TRANSPORT[0]]


@pytest.mark.parametrize(
    "heading",
    ["HOME DEPARTMENT", "Culture, Media & Sport", "Attorney General", "SPEAKER’S COMMITTEE ON THE ELECTORAL COMMISSION",
     "House of Commons Commission", "Women and Equalities", "COP26", "Duchy of Lancaster", "prime minister",
     "Leader of the House", "Public Accounts Commission", "Electoral Commission Committee", "Solicitor-General"],
)  # fmt: skip
def test_answering_bodies_are_known_in_any_dress(heading: str) -> None:
    assert is_answering_body(heading)


def test_business_is_no_answering_body() -> None:
    for heading in ("Points of Order", "Illegal Fog Bill", "Prayers", "Business of the House", ""):
        assert not is_answering_body(heading), heading


# --- the rest of the day --------------------------------------------------------------------


def test_a_statement_is_known_by_how_it_is_answered() -> None:
    made = "major Fog\n  Ada Fenn: I was sickened by the fog.\n  Odo Quill: I thank her for advance sight of it."
    debated = "major Fog\n  Ada Fenn: I beg to move, That this House has considered fog and the statement.\n"
    assert tree(made) == ["*statement Fog"]
    assert tree(debated) == ["*business Fog"]


def test_nothing_after_a_single_piece_of_business_is_its_sub_heading() -> None:
    assert tree(
        "major Lamps\n  . Motion for leave to bring in a Bill (Standing Order No. 23)\n"
        "  @14:01 Odo Quill: I beg to move, That leave be given.\n"
        "minor Coastal Fog Bill — [2nd Allocated Day]\n  . Further consideration of Bill.\n"
        "minor Clause 2 — Foghorns\n  @14:10 Odo Quill: I beg to move amendment 30.\n"
        "major Fog Plan\n  Ada Fenn: With permission, I will make a statement on fog.\n"
        "minor Points of Order\n  Odo Quill: On a point of order.\n"
        "minor Petition - Piers\n  Una Marl: The petition states that piers rot.\n"
        "minor Human Piers\n  . Motion made, and Question proposed, That this House do now adjourn.—(Odo Quill.)"
    ) == [
        "*business Lamps",
        "*bill Coastal Fog Bill — [2nd Allocated Day]",
        "  -heading Clause 2 — Foghorns",
        "*statement Fog Plan",
        "*points-of-order Points of Order",
        "*petition Petition - Piers",
        "*adjournment Human Piers",
    ]


@pytest.mark.parametrize("rank", ["major", "minor"])
@pytest.mark.parametrize(
    "title",
    ["Clause 2 - Duty to sound", "NEW CLAUSE 1", "After Clause 10 - More fog", "Schedule 4 — Repeals", "First Schedule",
     "New Schedule 1", "Amendment 7", "Lords amendments", "Third Reading", "[2nd Allocated Day]", "Title"],
)  # fmt: skip
def test_parts_and_stages_belong_to_their_bill_of_whatever_rank(rank: str, title: str) -> None:
    day = (
        f"major Fog Bill\n  . Considered in Committee\n{rank} {title}\n  @16:00 Ada Fenn: I beg to move, That it be.\n"
    )
    assert tree(day) == ["*bill Fog Bill", f"  -heading {title}"]


def test_a_money_debate_is_no_part_of_the_bill_before_it() -> None:
    assert tree("major Fog Bill\n  . x\nmajor Amendment of the Law\n  Ada Fenn: I shall set out my Budget.")[1] == (
        "*business Amendment of the Law"
    )


def test_a_programme_before_its_bill_is_another_debate_and_behind_it_a_part() -> None:
    programme, bill = "Fog Bill (Programme) (No. 2)", "Fog Bill — [1st allocated day]"
    before = f"minor {programme}\n  Ada Fenn: I beg to move.\nminor {bill}\n  . x\nminor Clause 1\n  . y"
    behind = f"minor {bill}\n  . x\nminor {programme}\n  . Motion made, and Question put forthwith."
    opening = "major Points of Order\n  Odo Quill: On a point of order.\n"
    assert tree(opening + before)[1:] == [f"*bill {programme}", f"*bill {bill}", "  -heading Clause 1"]
    assert tree(opening + behind)[1:] == [f"*bill {bill}", f"  -heading {programme}"]


def test_a_point_of_order_within_a_bill_does_not_end_it() -> None:
    bill = "major Fog Bill\n  . x\nminor Clause 1\n  . y\nminor Point of Order\n  Odo Quill: On a point of order.\n"
    assert tree(bill + "minor Clause 2\n  . z")[2:] == ["  -heading Point of Order", "  -heading Clause 2"]
    assert tree(bill + "major Fog\n  . z")[2] == "*points-of-order Point of Order"


def test_the_motions_of_an_opposition_day_are_debates_and_so_is_what_follows_them() -> None:
    assert tree(
        "major Opposition Day\nminor [3rd Allotted Day]\n"
        "minor Ferries\n  @14:00 Odo Quill: I beg to move, That this House regrets the ferries.\n"
        "minor Harbours\n  @17:00 Una Marl: I beg to move, That this House regrets the harbours.\n"
        "minor Business without Debate — Rules\n  . Motion made, and Question put forthwith.\n"
        "minor delegated legislation\n  . Motion made, and Question put forthwith.\n"
        "minor Landfill\n  . That the Order be approved."
    ) == [
        "-business Opposition Day",
        "  -heading [3rd Allotted Day]",
        "  *business Ferries",
        "  *business Harbours",
        "*business Business without Debate — Rules",
        "  -heading delegated legislation",
        "  -heading Landfill",
    ]


def test_bare_headings_hold_the_heading_that_follows_them_at_once() -> None:
    delegated = "major Delegated Legislation\n  . Motion made, and Question put forthwith.\nminor Fog\n  . That it be."
    held = ["-business Business without Debate", "  *business Delegated Legislation", "    -heading Fog"]
    for rank in ("major", "minor"):
        assert tree(f"major Fog\n  . x\n{rank} Business without Debate\n{delegated}")[1:] == held
    assert tree(f"major Bill Presented\nminor Fog Bill\n  . Presentation and First Reading.\n{delegated}") == [
        "*business Bill Presented",
        "  -heading Fog Bill",
        "*business Delegated Legislation",
        "  -heading Fog",
    ]


def test_subjects_of_lords_amendments_are_sub_headings_though_motions_open_them() -> None:
    day = (
        "major Energy Bill [Lords]\n  . Consideration of Lords message\n"
        "minor Wind in England\n  @19:24 Ada Fenn: I beg to move, That this House disagrees with Lords amendment 7.\n"
    )
    assert tree(day) == ["*bill Energy Bill [Lords]", "  -heading Wind in England"]


def test_petitions_under_their_heading_are_debates_of_their_own() -> None:
    assert tree(
        "major Petitions\nminor Piers\n  Odo Quill: I rise to present a petition on piers.\n"
        "minor Fog\n  Una Marl: I beg leave to present this petition on fog.\n"
        "minor Lamps\n  . Motion made, and Question proposed, That this House do now adjourn.—(Ada Fenn.)"
    ) == ["-petition Petitions", "  *petition Piers", "  *petition Fog", "*adjournment Lamps"]


def test_where_all_headings_are_minor_each_is_a_debate_and_a_change_of_chair_is_none() -> None:
    assert tree(
        "minor [Una Marl in the Chair] — Fog\n  Odo Quill: It is a delight.\nminor [Odo Quill in the Chair]\n  . So.\n"
        "minor Lamps\n  Odo Quill: It is another."
    ) == ["*business [Una Marl in the Chair] — Fog", "  -heading [Odo Quill in the Chair]", "*business Lamps"]


def test_the_lords_have_questions_behind_a_dash_and_stages_below_their_bill() -> None:
    assert tree(
        "major Fog — Question\n  Lord Reed: To ask Her Majesty's Government what fog there is.\n  Lord Bell: Much.\n"
        "major Autism — Question\n  Lord Reed: To ask what is done.\n  Lord Reed: I am grateful for this debate.\n"
        "major Lamps — Statement\n  Lord Bell: My Lords, I repeat it.\n"
        "major First Order\nmajor Second Order\nminor Motion to Approve\n  . Moved by Lord Bell.\n"
        "major Fog Bill\n  . x\nminor Report (2nd Day)\n  Lord Reed: I beg to move.",
        "lords",
    ) == [
        "*question Fog — Question",
        "*business Autism — Question",
        "*statement Lamps — Statement",
        "-business First Order",
        "  *business Second Order",
        "    -heading Motion to Approve",
        "*bill Fog Bill",
        "  -heading Report (2nd Day)",
    ]


# --- what holds for every day ---------------------------------------------------------------

TITLES = st.sampled_from(
    ["Transport", "Topical Questions", "Fog", "Fog Bill", "Clause 1", "[2nd Day]", "Points of Order", "Opposition Day",
     "Petitions", "Business without Debate", "Delegated Legislation", "Prayers", "Bill Presented"]
)  # fmt: skip
ITEMS = st.sampled_from(
    ["#1 Odo Quill: What fog.", "Odo Quill: (Urgent Question): To ask.", ". The Secretary of State was asked—",
     "@15:00 Ada Fenn: I beg to move, That this House regrets.", "Ada Fenn: With permission, I will make a statement.",
     ". Question proposed, That this House do now adjourn."]
)  # fmt: skip
HEADINGS = st.tuples(st.sampled_from(["oral", "major", "minor"]), TITLES, st.lists(ITEMS, max_size=2))


@given(st.lists(HEADINGS, max_size=9))
def test_all_that_is_said_stands_in_exactly_one_debate(day: list[tuple[str, str, list[str]]]) -> None:
    written = "\n".join(
        "\n  ".join([f"{rank} {title}", *(items if rank != "oral" else [])]) for rank, title, items in day
    )
    headings = flat(written) if written else []
    sections = outline(headings)
    assert [section.title for section in sections] == [heading.title for heading in headings]
    for at, heading in enumerate(headings):
        above: list[Section] = []
        parent: int | None = at
        while parent is not None:
            above.append(sections[parent])
            assert sections[parent].parent is None or sections[parent].parent < parent  # type: ignore[operator]
            parent = sections[parent].parent
        assert sum(section.debate for section in above) <= 1
        if heading.items:
            assert sum(section.debate for section in above) == 1


def test_real_days_have_the_debates_that_their_readers_know(real_data: Path) -> None:
    """Read off the official pages of these days: business that the source marks as minor is a debate of its own."""
    debates = {}
    for file in sorted((real_data / "twfy" / "debates").glob("*.xml")):
        (day,) = read_parlparse(file.read_bytes(), file.name).sittings
        debates[file.name] = {section.title for section in day.sections if section.debate}
    assert {"HOME DEPARTMENT", "Territorial Army", "TERRITORIAL ARMY"} <= debates["debates2009-10-26b.xml"]
    assert {"Marine and Coastal Access Bill [Lords] — [ist allocated day]"} <= debates["debates2009-10-26b.xml"]
    assert "Tasers" not in debates["debates2009-10-26b.xml"]
    assert {"Points of Order", "European Convention on Human Rights"} <= debates["debates2016-05-09b.xml"]
    assert {"Points of Order", "HMRC Office Closure (Walsall)"} <= debates["debates2016-05-10a.xml"]
    assert {"Justice", "Illegal Migration Bill", "Delegated Legislation"} <= debates["debates2023-03-28d.xml"]
