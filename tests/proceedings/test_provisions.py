"""References to provisions: what is found, what it stands for, and whose it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.proceedings.provision_asked import asked_provisions
from onrecord.proceedings.provisions import Provision, headed, references

BILL = "Fog Signals (Amnesty) Bill"


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("clause 5", ["clause 5"]),
        ("Clause 8, page 4, line 12, at end insert", ["clause 8"]),
        ("new clause 15", ["new clause 15"]),
        ("new clauses 1 and 2", ["new clause 1", "new clause 2"]),
        ("amendment 4", ["amendment 4"]),
        ("Amendment No. 62A", ["amendment 62A"]),
        ("Lords amendments 1F, 1G and 8M", ["amendment 1F", "amendment 1G", "amendment 8M"]),
        ("clauses 2 to 5", ["clause 2", "clause 3", "clause 4", "clause 5"]),
        ("subsection (2)(b)", ["subsection (2)(b)"]),
        ("subsections (5) and (6)", ["subsection (5)", "subsection (6)"]),
        ("clause 117(5)", ["clause 117(5)"]),
        ("Schedule 7B", ["schedule 7B"]),
        ("Part 3", ["Part 3"]),
        ("amendments (a) and (b)", ["amendment (a)", "amendment (b)"]),
        ("paragraphs 6 and 7", ["paragraph 6", "paragraph 7"]),
        ("clause 5, 6 Members rose", ["clause 5"]),
    ],
)
def test_what_is_found(text: str, labels: list[str]) -> None:
    assert [p.label for r in references(text, BILL) for p in r.provisions] == labels


@pytest.mark.parametrize(
    "text",
    [
        "a part of 2015",
        "the clauses",
        "section by section",
        "subclause",
        "no amendment in 1998",
        "part of it",
        "insect 5",
    ],
)
def test_what_is_no_reference(text: str) -> None:
    assert references(text, BILL) == ()


@pytest.mark.parametrize(
    ("text", "of", "act"),
    [
        ("section 11 of the 2016 Act", "act", "2016 Act"),
        ("Schedule 7B to the 1984 Act", "act", "1984 Act"),
        ("section 4 of the Beacons, Buoys and Lamps Act 1902", "act", "Beacons, Buoys and Lamps Act 1902"),
        ("section 6 or 14 of the Lamps Act 1902", "act", "Lamps Act 1902"),
        ("section 3 of the Lamps (Northern Ireland) Order 1986", "other", "Lamps (Northern Ireland) Order 1986"),
        ("paragraph 2.6 of the impact assessment", "other", None),
        ("section 3 of this Act", "bill", None),
        ("schedule 5 to the Bill", "bill", None),
        ("schedule 5", "bill", None),
        ("section 106", "unknown", None),
        ("clause 4 of the Fog Signals (Amnesty) Bill", "bill", None),
        ("clause 4 of the Swallows (Wages) Bill", "other", "Swallows (Wages) Bill"),
    ],
)
def test_whose_it_is(text: str, of: str, act: str | None) -> None:
    found = references(text, BILL)[0]
    assert (found.of, found.act) == (of, act)


def test_that_act_is_the_last_one_named() -> None:
    found = references("the Lamps Act 1902 is old. By section 2 of that Act lamps are lit.", BILL)
    assert [(r.of, r.act) for r in found] == [("act", "Lamps Act 1902")]


def test_a_subsection_is_whose_the_clause_before_it_is() -> None:
    of_clause, of_act = (
        references("In clause 5, subsection (2) goes.", BILL)[1],
        references("In section 5 of the 2016 Act, leave out subsection (2).", BILL)[1],
    )
    assert of_clause.parent == Provision("clause", "5")
    assert of_clause.of == "bill"
    assert of_act.of == "act"


def test_a_heading_names_its_provision() -> None:
    assert headed("New Clause 3 — Eligible bodies") == (Provision("new clause", "3"), "Eligible bodies")
    assert headed("Clause 46 : Persons who whistle") == (Provision("clause", "46"), "Persons who whistle")
    assert headed("Report (2nd Day)") is None


@pytest.mark.parametrize(
    ("asked", "label"),
    [
        ("clause 5", "clause 5"),
        ("Clause 5 (4)(a)", "clause 5(4)(a)"),
        ("cl 5", "clause 5"),
        ("cl.5(2)", "clause 5(2)"),
        ("cll 5–7", "clauses 5, 6 and 7"),
        ("clauses 5 to 7", "clauses 5, 6 and 7"),
        ("clauses 5 and 9", "clauses 5 and 9"),
        ("clause 5 and Schedule 2", "clause 5 and schedule 2"),
        ("clause five", "clause 5"),
        ("5", "clause 5"),
        ("5A(2)", "clause 5A(2)"),
        ("subsection (2)(b) of clause 5", "clause 5(2)(b)"),
        ("clause 5, subsection (2)", "clause 5(2)"),
        ("clause 5 of the Bill", "clause 5"),
        ("s. 4", "section 4"),
        ("s 5(2)(b)", "section 5(2)(b)"),
        ("ss 5 & 6", "sections 5 and 6"),
        ("Sch 2", "schedule 2"),
        ("Sch 2 para 4", "schedule 2 paragraph 4"),
        ("Sched. 2, para. 4(1)", "schedule 2 paragraph 4(1)"),
        ("paragraph 4 of Schedule 2", "schedule 2 paragraph 4"),
        ("para 4 of Sch 2 to the Bill", "schedule 2 paragraph 4"),
        ("Part 1 of Schedule 2", "schedule 2 Part 1"),
        ("Part 3", "Part 3"),
        ("pt III", "Part 3"),
        ("NC 3", "new clause 3"),
        ("NC15", "new clause 15"),
        ("new cl 15", "new clause 15"),
        ("NS1", "new schedule 1"),
        ("amdt 4", "amendment 4"),
        ("Am. 4", "amendment 4"),
        ("amendments 4 to 6", "amendments 4, 5 and 6"),
        ("article 3", "article 3"),
        ("arts 3 and 8", "articles 3 and 8"),
        ("art 8 of the Fog Convention", "article 8 of the Fog Convention"),
        ("reg 4(1)", "regulation 4(1)"),
        ("r 39", "rule 39"),
        ("section 11 of the Fog Act 1902", "section 11 of the Fog Act 1902"),
        ("the goose", None),
        ("clause", None),
        ("clause 5 and the goose", None),
        ("", None),
    ],
)
def test_what_is_asked_for(asked: str, label: str | None) -> None:
    found = asked_provisions(asked)
    assert (found.label if found else None) == label


@given(st.text(max_size=40))
def test_whatever_is_asked_is_understood_or_not_and_its_label_means_the_same(text: str) -> None:
    found = asked_provisions(text)
    if found and not found.act:
        assert asked_provisions(found.label) == found


def test_a_paragraph_covers_its_own_parts_and_no_longer_number() -> None:
    asked = Provision("schedule", "2", " paragraph 4")
    assert asked.covers(Provision("schedule", "2", " paragraph 4(1)"))
    assert not asked.covers(Provision("schedule", "2", " paragraph 40"))


words = st.sampled_from(
    [
        "clause",
        "clauses",
        "5",
        "5(4)",
        "and",
        "to",
        ",",
        "section",
        "of the",
        "Act",
        "1998",
        "Bill",
        "(2)",
        "amendment",
        "“",
        "new",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(words, max_size=25).map(" ".join)))
def test_any_text_is_read_and_every_place_is_in_it(text: str) -> None:
    end = 0
    for reference in references(text, BILL):
        assert end <= reference.start < reference.end <= len(text)
        assert reference.provisions
        end = reference.end


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Clause ten and section eleven of it", ["clause 10", "section 11"]),
        ("Clauses two and three go too far", ["clause 2", "clause 3"]),
        ("Clause twenty-two is fog", ["clause 22"]),
        ("Part IV of the Bill", ["Part 4"]),
        ("Part I of the Bill", ["Part 1"]),
        ("Regulations 12 to 14", ["regulation 12", "regulation 13", "regulation 14"]),
        ("the clause one reads with care", []),
        ("Clause one, on lamps", ["clause 1"]),
        ("they took part two years ago", []),
        ("On my part I think so", []),
        ("For the most part I agree", []),
    ],
)
def test_numbers_in_words_and_roman_figures(text: str, labels: list[str]) -> None:
    assert [one.label for reference in references(text) for one in reference.provisions] == labels


def test_an_article_or_a_regulation_is_another_instruments() -> None:
    assert {reference.of for reference in references("article 3 of the Convention, and regulation 12")} == {"other"}


def test_a_noun_in_the_singular_takes_numbers_with_letters_and_no_list() -> None:
    assert [p.number for p in references("Lords amendment 10B, 47B and 47C")[0].provisions] == ["10B", "47B", "47C"]
    assert [p.number for p in references("clause 8, 12 of them")[0].provisions] == ["8"]


def test_a_new_clause_is_known_by_its_letters() -> None:
    told = [
        p.label for r in references("consequential on NC5; new clause NC15 and NS2, not NHS1") for p in r.provisions
    ]
    assert told == ["new clause 5", "new clause 15", "new schedule 2"]
