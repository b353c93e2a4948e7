"""The record of a sitting follows from the files held, whatever their order."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from msgspec import structs

from onrecord.reading import Mark, Paragraph, ReadContribution, ReadDivision, ReadSitting, Redirect, Section
from onrecord.store.assemble import Edition, assemble


def gid(edition: str, number: int) -> str:
    return f"uk.org.publicwhip/debate/2019-08-12{edition}.1.{number}"


def said(edition: str, number: int, words: str, section: int = 0) -> ReadContribution:
    mark = Mark(key=f"person/{90000 + number}", name=f"Member {number}")
    return ReadContribution(gid(edition, number), section, mark, (Paragraph("text", words),))


def sitting(edition: str, *items: ReadContribution, **more: object) -> ReadSitting:
    return ReadSitting(
        house="commons",
        chamber="commons-chamber",
        date=date(2019, 8, 12),
        sections=(Section(gid(edition, 0), "Lighthouses", debate=True),),
        items=items,
        edition=edition,
        **more,  # type: ignore[arg-type]
    )


RESIDUE_A = Edition(
    "a" * 64,
    sitting(
        "a",
        said("a", 2, "As first printed."),
        residue=True,
        redirects=(
            Redirect(gid("a", 1), gid("b", 1), "perfectmatch"),
            Redirect(gid("a", 2), gid("b", 3), "changes"),
        ),
    ),
)
RESIDUE_B = Edition(
    "b" * 64,
    sitting(
        "b",
        residue=True,
        redirects=(
            Redirect(gid("b", 1), gid("c", 1), "perfectmatch"),
            Redirect(gid("b", 3), gid("c", 3), "perfectmatch"),
        ),
    ),
)
WHOLE_C = Edition("c" * 64, sitting("c", said("c", 1, "Unaltered."), said("c", 3, "As corrected.")))


def test_the_newest_whole_edition_leads_and_every_old_id_leads_to_it_in_one_step() -> None:
    for order in permutations([RESIDUE_A, RESIDUE_B, WHOLE_C]):
        held = assemble(order)
        assert held.sitting == WHOLE_C.sitting
        assert set(held.known[gid("c", 3)]) == {gid("a", 2), gid("b", 3), gid("c", 3)}
        assert held.known[gid("c", 3)][0] == gid("a", 2)
        assert held.revision_of(gid("c", 3)) == 2
        assert held.revision_of(gid("c", 1)) == 1


def test_residues_alone_are_never_the_record() -> None:
    assert assemble([RESIDUE_A, RESIDUE_B]).sitting is None


def test_redirects_that_run_in_a_circle_end() -> None:
    circle = Edition(
        "d" * 64,
        sitting(
            "a",
            residue=True,
            redirects=(Redirect("x", "y", "perfectmatch"), Redirect("y", "x", "perfectmatch")),
        ),
    )
    assert assemble([circle, WHOLE_C]).sitting == WHOLE_C.sitting


def test_a_later_whole_edition_is_matched_by_its_words() -> None:
    older = Edition("e" * 64, sitting("b", said("b", 1, "Unaltered."), said("b", 2, "As first printed.")))
    newer = sitting(
        "c",
        said("c", 1, "Unaltered."),
        ReadContribution(gid("c", 9), 0, Mark("person/90002", "Member 2"), (Paragraph("text", "As corrected."),)),
    )
    for order in permutations([older, Edition("f" * 64, newer, accepted=True)]):
        held = assemble(order)
        assert held.sitting == newer
        assert held.known[gid("c", 1)] == (gid("b", 1), gid("c", 1))
        assert held.known[gid("c", 9)] == (gid("b", 2), gid("c", 9))
        assert held.revision_of(gid("c", 9)) == 2


def part(name: str, sort: int, words: str, edition: str = "2019-08-14") -> ReadSitting:
    return ReadSitting(
        house="commons",
        chamber="commons-chamber",
        date=date(2019, 8, 14),
        sections=(
            Section("hansard:ROOT", "Oral Answers to Questions", kind="oral-questions", sort=1),
            Section(f"hansard:{name}", name, debate=True, parent=0, sort=sort),
        ),
        items=(ReadContribution(f"hansard:{name}-1", 1, Mark("mnis:990001", "A"), (Paragraph("text", words),)),),
        whole=False,
        edition=edition,
    )


def test_debates_that_come_one_a_file_are_put_together_in_the_order_of_the_house() -> None:
    parts = [
        Edition("1" * 64, part("Transport", 7, "second")),
        Edition("2" * 64, part("Home", 3, "first")),
        Edition("3" * 64, part("Home", 3, "first, as corrected", edition="2019-08-20")),
    ]
    for order in permutations(parts):
        held = assemble(order).sitting
        assert held is not None
        assert [s.title for s in held.sections] == ["Oral Answers to Questions", "Home", "Transport"]
        assert [s.parent for s in held.sections] == [None, 0, 0]
        words = [item.paragraphs[0].text for item in held.items if isinstance(item, ReadContribution)]
        assert words == ["first, as corrected", "second"]
        assert [item.section for item in held.items] == [1, 2]


def found(*numbers: int, debates: tuple[str, ...] = ("Home", "Transport")) -> ReadSitting:
    """What a search found: of each debate the contributions with these numbers."""
    return ReadSitting(
        house="commons",
        chamber="commons-chamber",
        date=date(2019, 8, 14),
        sections=tuple(Section(f"hansard:{name}", name, debate=True, sort=at) for at, name in enumerate(debates, 3)),
        items=tuple(
            ReadContribution(
                f"hansard:{name}-{number}",
                section,
                Mark("mnis:990001", "A"),
                (Paragraph("text", f"{name} {number} found"),),
                sort=number,
            )
            for section, name in enumerate(debates)
            for number in numbers
        ),
        whole=False,
        selection=True,
    )


def read_out(editions: list[Edition]) -> list[tuple[str, str]]:
    """The words of the assembled sitting with the debate in which each stands; the same in every order."""
    outs = []
    for order in permutations(editions):
        held = assemble(order).sitting
        assert held is not None
        said = [item for item in held.items if isinstance(item, ReadContribution)]
        assert len({item.source_id for item in said}) == len(said)
        outs.append([(held.sections[item.section].title, item.paragraphs[0].text) for item in said])
    assert all(out == outs[0] for out in outs)
    return outs[0]


def test_what_a_search_found_stands_in_the_order_of_the_record_and_once() -> None:
    both = [Edition("1" * 64, found(9, 2)), Edition("2" * 64, found(5, 2, debates=("Home",)))]
    assert read_out(both) == [
        ("Home", "Home 2 found"),
        ("Home", "Home 5 found"),
        ("Home", "Home 9 found"),
        ("Transport", "Transport 2 found"),
        ("Transport", "Transport 9 found"),
    ]


def test_a_debates_own_file_leads_over_what_a_search_found_in_it_and_hides_no_other() -> None:
    for edition in ("2019-08-14", ""):  # also where the debate's file does not tell when it was last changed
        whole = Edition("3" * 64, part("Home", 3, "the whole debate", edition))
        for number in ("1", "9"):
            selection = Edition(number * 64, found(1, 2))
            assert read_out([whole, selection]) == [
                ("Home", "the whole debate"),
                ("Transport", "Transport 1 found"),
                ("Transport", "Transport 2 found"),
            ]


def test_a_search_that_adds_nothing_does_not_lead() -> None:
    whole, selection = Edition("3" * 64, part("Home", 3, "all")), Edition("4" * 64, found(1, debates=("Home",)))
    assert assemble([selection, whole]).leading == {whole.sha256}


def test_a_contribution_that_a_debate_joined_to_another_is_known_by_its_other_id() -> None:
    debate = part("Home", 3, "all of it")
    joined = structs.replace(debate.items[0], aliases=("hansard:Transport-4",))
    whole = Edition("3" * 64, structs.replace(debate, items=(joined,)))
    assert read_out([whole, Edition("4" * 64, found(4))]) == [("Home", "all of it")]


def test_a_division_of_a_debate_that_a_search_found_stands_behind_the_words_in_the_debates_place() -> None:
    vote = ReadDivision("hansard:division", 0, "1", {"aye": 2, "no": 1}, ())
    division = structs.replace(found(debates=("Transport",)), items=(vote,), selection=False)
    bare = structs.replace(division, sections=(structs.replace(division.sections[0], sort=0),))
    held = assemble([Edition("5" * 64, bare), Edition("6" * 64, found(3))]).sitting
    assert held is not None
    assert [section.title for section in held.sections] == ["Home", "Transport"]
    assert [item.section for item in held.items] == [0, 1, 1]
    assert held.items[-1] == structs.replace(vote, section=1)


def test_a_contribution_that_two_debates_of_a_day_claim_is_held_once() -> None:
    one, other = part("Home", 3, "said once"), part("Transport", 7, "said after")
    twice = structs.replace(other, items=(structs.replace(one.items[0], section=1), *other.items))
    assert read_out([Edition("1" * 64, one), Edition("2" * 64, twice)]) in (
        [("Home", "said once"), ("Transport", "said after")],
        [("Transport", "said once"), ("Transport", "said after")],
    )


def file_with(edition: str, *sections: Section) -> Edition:
    spoken = tuple(said(edition, number, f"Words {number}.", number) for number in range(len(sections)))
    return Edition(edition * 64, structs.replace(sitting(edition, *spoken), sections=sections, whole=False))


def test_a_heading_stands_before_what_stands_under_it_whatever_the_source_says_of_their_order() -> None:
    parts = [file_with("a", Section("top", "Questions", sort=9), Section("under", "Fog", parent=0, sort=2))]
    made = assemble(parts).sitting
    assert made is not None
    assert [(s.source_id, s.parent) for s in made.sections] == [("top", None), ("under", 0)]


def test_headings_that_two_files_put_under_each_other_are_parted_the_same_way_in_any_order() -> None:
    one = file_with("a", Section("x", "Fog", debate=True), Section("y", "Horns", parent=0))
    other = file_with("b", Section("y", "Horns", debate=True), Section("x", "Fog", parent=0))
    same = file_with("c", Section("z", "Fog", debate=True), Section("z", "Fog", parent=0))
    made = [assemble(list(order)).sitting for order in permutations([one, other, same])]
    assert all(each == made[0] for each in made)
    assert made[0] is not None
    assert all(s.parent is None or s.parent < at for at, s in enumerate(made[0].sections))
