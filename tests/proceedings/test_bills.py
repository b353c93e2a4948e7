"""Bills and their stages, as headings and set words name them."""

from __future__ import annotations

import pytest
from msgspec import structs

from onrecord.proceedings.bills import bill_named, stage_in_title, stage_in_words
from onrecord.proceedings.interpret import interpret
from onrecord.reading import Section


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Lamps Bill", "Lamps Bill"),
        ("Lamps and Coastal Lights Bill [ Lords ] (Programme) (No. 2)", "Lamps and Coastal Lights Bill"),
        ("Lamps Bill [Lords] — [1st allocated day]", "Lamps Bill"),
        ("LAMPS AND FOG OF THE COAST BILL [LORDS]", "Lamps and Fog of the Coast Bill"),
        ("Lamps (Consultation) Bill", "Lamps (Consultation) Bill"),
        ("Leeds Lamps Bill (By Order)", "Leeds Lamps Bill"),
        ("Bill Presented", None),
        ("Private Members' Bills", None),
        ("Fuel Bills", None),
        ("Clause 3 — Billing", None),
    ],
)
def test_a_bills_name_is_what_ends_in_bill(title: str, name: str | None) -> None:
    assert bill_named(title) == name


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("Further considered in Committee", "Committee"),
        ("Bill, as amended in the Public Bill Committee, considered.", "Report"),
        ("I beg to move, That the Bill be now read a Second time.", "Second reading"),
        ("I beg to move, That the Bill be now read the Third time.", "Third reading"),
        ("I beg to move, That the clause be read a Second time.", None),
        ("Consideration of Lords message", "Consideration of Lords amendments"),
        ("Presentation and First Reading (Standing Order No. 57)", "First reading"),
        ("Motion for leave to bring in a Bill (Standing Order No. 23)", "Motion for leave"),
        ("Question put and agreed to.", None),
    ],
)
def test_set_words_tell_the_stage(words: str, stage: str | None) -> None:
    assert stage_in_words(words) == stage


def test_headings_tell_the_stage() -> None:
    assert [stage_in_title(title) for title in ("Lamps Bill (Programme)", "Second Reading", "Clause 3")] == [
        "Programme",
        "Second reading",
        None,
    ]


def test_clauses_take_over_the_bill_and_its_stage(house) -> None:
    sections = (
        Section("s", "Lamps Bill", "bill", debate=True),
        Section("d", "[2nd Allocated Day]", parent=0),
        Section("c", "Clause 2 - Wicks", parent=0),
        Section("o", "Fog", "business", debate=True),
    )
    items = [
        house.say(None, "Further considered in Committee", section=1, procedural=True),
        house.say("a", "I beg to move amendment 3.", section=2),
        house.say("a", "Fog.", section=3),
    ]
    told = house.judged(items, *sections).sections
    assert [(one.bill, one.stage) for one in told] == [("Lamps Bill", "Committee")] * 3 + [(None, None)]


def test_a_committee_that_considers_no_bill_is_no_stage(house) -> None:
    section = Section("s", "REGIONAL SELECT COMMITTEE (NORTH)", "business", debate=True)
    (told,) = house.judged(
        [house.say(None, "Motion made, That a Member be discharged.", procedural=True)], section
    ).sections
    assert (told.bill, told.stage) == (None, None)


def test_a_petition_about_a_bill_is_no_stage_of_it(house) -> None:
    section = Section("s", "PETITION - Withdrawal of the Lamps Bill", "petition", debate=True)
    (told,) = house.judged([house.say("a", "I present this petition.")], section).sections
    assert told.bill is None


def test_a_ten_minute_rule_bill_has_a_stage_and_no_name_yet(house) -> None:
    items = [
        house.say(None, "Motion for leave to bring in a Bill (Standing Order No. 23)", procedural=True),
        house.say("a", "I beg to move, That leave be given to bring in a Bill about lamps."),
    ]
    (told,) = house.judged(items, Section("s", "Lamps (Consultation)", "business", debate=True)).sections
    assert (told.bill, told.stage) == (None, "Motion for leave")


def test_a_sub_heading_tells_the_stage_of_its_bill(house) -> None:
    sections = (
        Section("s", "Lamps Bill", "bill", debate=True),
        Section("r", "Report (2nd Day)", parent=0),
        Section("c", "Clause 4", parent=1),
    )
    told = house.judged([house.say("a", "Lamps.", section=2)], *sections).sections
    assert [one.stage for one in told] == ["Report"] * 3


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("Brought from the Commons; read 1a; and referred to the Examiners.", "First reading"),
        ("Read 2a, and committed: The Committees to be proposed by the Committee of Selection.", "Second reading"),
        ("[SECOND READING.]", "Second reading"),
        ("Order of the Day for the Second Reading read.", "Second reading"),
        ("Read 3a, and passed, and sent to the Commons.", "Third reading"),
        ("Commons' Amendments considered (according to order).", "Consideration of Commons amendments"),
        ("Reported, without Amendment.", "Committee"),
    ],
)
def test_the_set_words_of_older_volumes(words: str, stage: str | None) -> None:
    assert stage_in_words(words) == stage


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("Reported from the Select Committee, with Amendments.", "Committee"),
        ("The King's consent signified, and Bill reported without amendment.", "Committee"),
        ("Report from the Select Committee, That the Committee had not proceeded with the Bill.", "Committee"),
        ("Read 2a (according to order), and committed.", "Second reading"),
        ("Amendments reported (according to order).", "Report"),
        (
            "Returned from the Commons: The said Amendments considered, and agreed to.",
            "Consideration of Commons amendments",
        ),
        ("Returned from the Commons, agreed to.", None),
        ("Petitions against; read, and ordered to lie on the Table.", None),
        ("He committed an error.", None),
        ("The King's consent signified, and Bills reported from the Select Committee.", "Committee"),
        ("The Chairman informed the House: The Order of March last discharged, and Bill committed.", "Committee"),
        ("Re-committed to a Committee of the Whole House.", "Committee"),
        ("Further considered on Report (according to order).", "Report"),
        ("Read the Third time and passed, with Amendments.", "Third reading"),
        ("Read 1a, and deemed to have been read 2a.", "First reading"),
        ("Bill deemed to have been read 2a, and reported from the Committee.", None),
    ],
)
def test_a_line_of_its_own_in_older_volumes(words: str, stage: str | None) -> None:
    assert stage_in_words(words) == stage


def test_a_list_of_bills_whose_sentence_runs_on_has_the_stage_of_its_end(house) -> None:
    sections = tuple(
        Section(f"s{n}", title, "bill", debate=True)
        for n, title in enumerate(("LAMPS BILL.", "BUOYS BILL.", "FOG BILL.", "WELLS BILL."))
    )
    items = [
        house.say(None, "A Bill to light the harbours: And", section=0, procedural=True),
        house.say(None, "A Bill to paint the buoys: And", section=1, procedural=True),
        house.say(
            None, "A Bill to forbid fog:\nWere presented by the Lord Fogge; read 1a; and to be printed.", section=2
        ),
        house.say(None, "Petition against; read, and ordered to lie on the Table.", section=3, procedural=True),
    ]
    volume = structs.replace(house.sitting(items, *sections), publication="historic")
    told = interpret(volume, house.roll()).sections
    assert [one.stage for one in told] == ["First reading", "First reading", "First reading", None]
