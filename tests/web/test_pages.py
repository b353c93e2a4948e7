"""What a reader finds on each page."""

from __future__ import annotations

import re
from typing import Any

import pytest
from litestar.testing import TestClient

from onrecord.model import LICENCE, NOT_OFFICIAL
from tests.web.fiction import DEBATE, PATH, Record, excerpt, excerpts
from tests.web.reader import Read

Site = TestClient[Any]
MEMBER = "/people/ada-thornbury-90001"
PAGES = ("/", "/search", "/search?q=light", "/search?q=zzz", MEMBER, f"{MEMBER}/excerpts", PATH, "/sittings",
         "/sittings/2019-08-12/commons-chamber", "/about",
         "/people", "/people?q=zzz", f"{MEMBER}/vs/{MEMBER[8:]}", f"{MEMBER}/departments/board-of-trade",
         "/sittings/2019-08-12", "/departments", "/departments/board-of-trade", "/divisions", "/divisions?house=lords",
         "/divisions/fic.d1", "/bills", "/bills/lighthouses-2019", "/bills/lighthouses-2019/ministerial",
         f"{PATH}/ministerial", f"{PATH}/history", "/cite", "/cite?reference=HC+Deb+12+August+2019,+col+4012",
         "/cite/HCWS7", "/written/HCWS7", "/written/commons/2019-08-12/HCWS7", "/coverage", "/errata",
         "/corrections", "/corrections?house=lords",
         "/verify", "/verify?quote=zzz", "/verify?quote=soon",
         "/api", "/people/nobody-1", "/nowhere")  # fmt: skip


def read(site: Site, address: str, status: int = 200) -> Read:
    answer = site.get(address)
    assert answer.status_code == status, answer.text
    return Read(answer.text)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_says_what_it_is_and_under_what_licence(site: Site, address: str) -> None:
    html = site.get(address).text
    page = Read(html)
    assert NOT_OFFICIAL in page.text
    assert LICENCE in page.text
    assert html.startswith('<!doctype html>\n<html lang="en-GB">')
    assert {"main", "header", "footer", "nav"} <= page.tags
    assert html.count("<script") == html.count('<script src="/static/onrecord.') == 1
    assert page.links["Skip to the words"] == "#words"


@pytest.mark.parametrize("address", PAGES)
def test_headings_never_skip_a_level_and_ids_are_unique(site: Site, address: str) -> None:
    page = Read(site.get(address).text)
    assert page.levels.count(1) == 1
    assert all(b <= a + 1 for a, b in zip([0, *page.levels], page.levels, strict=False))
    assert len(page.ids) == len(set(page.ids))


def test_start_lists_sittings_held_newest_first_and_not_what_is_missing(site: Site) -> None:
    text = read(site, "/").text
    days = re.findall(r"(\d+) August 2019", text.partition("What is held")[0])
    assert days == ["14", "12", "11", "10"]
    assert "1,204" in text


def test_a_search_leads_to_members_debates_and_words(site: Site, record: Record) -> None:
    page = read(site, "/search?q=light&party=Labour&from=2019-01-01")
    assert record.asked[-1]["query"] == "light"
    assert (record.asked[-1]["party"], str(record.asked[-1]["start"])) == ("Labour", "2019-01-01")
    assert PATH in page.links.values()
    assert f"{PATH}#c-fic.1.1" in page.targets
    assert "33 contributions; page 1 of 2. Best first." in page.text
    assert page.links["Ada Thornbury"] == "/search?q=light&member=twfy%3A90001&party=Labour&from=2019-01-01"
    assert page.links["2019"] == "/search?q=light&party=Labour&from=2019-01-01&to=2019-12-31"
    assert page.links["After"] == "/search?q=light&party=Labour&from=2019-01-01&page=2"
    assert f"{MEMBER}/excerpts" in read(site, "/search?q=Thornbury").targets


def test_words_found_are_marked_and_nothing_else_passes(site: Site) -> None:
    html = site.get("/search?q=light").text
    assert '<p class="snippet">a <mark>light</mark> &lt;b&gt;</p>' in html


def test_a_search_that_finds_nothing_says_how_to_go_on(site: Site) -> None:
    page = read(site, "/search?q=zzz")
    assert page.links["zoo"] == "/search?q=zoo"
    assert "Nobody has said that in what is held" in page.text
    assert "All words must match" in read(site, "/search").text


def test_a_reference_in_the_search_box_leads_to_where_it_points(site: Site) -> None:
    answer = site.get("/search?q=HC+Deb+12+August+2019,+col+4012")
    assert answer.status_code == 302
    assert answer.headers["location"] == "/cite/HC%20Deb%2012%20August%202019%2C%20col%204012"
    for words in ("the light", "light 2019", "“the light of 2019”", "12 August 2019"):
        assert site.get(f"/search?q={words}").status_code == 200
    assert site.get("/find?q=a+b").headers["location"] == "/search?q=a+b"


def test_person_shows_spells_with_sources_and_says_what_is_only_last_known(site: Site) -> None:
    page = read(site, MEMBER)
    assert "from 7 May 2015, still held on 31 January 2020" in page.text
    assert "list A" in page.text
    assert "Secretary of State for Tides and Weather" in page.text
    assert "last known: Labour (as of 2024-01-01" in page.text
    assert page.links["Excerpts: their words in context"] == f"{MEMBER}/excerpts"


def test_excerpts_carry_everything_the_member_page_of_others_carries(site: Site) -> None:
    page = read(site, f"{MEMBER}/excerpts")
    for words in (
        "Lighthouses and Buoys (Maintenance) Bill",
        "Ada Thornbury excerpts",
        "Second Reading",
        "Monday 15 January 2024 (2 years, 10 months ago)",
        "Commons Chamber",
        "The Secretary of State for Tides and Weather",
        "Mr Bram Okonedo-Pell Upper Fenmarsh, Conservative",
        "Clause 4",
        "2 contributions omitted",
        "3 contributions omitted",
        "12 contributions omitted",
        "intervention",
        "Under debate: Second Reading, moved by A. Thornbury",
        "The rest of this contribution is left out",
        "col. 4012",
        "15:34",
    ):
        assert words in page.text
    assert "Cerys Vane Aber Lanwern, Plaid Cymru in between rose—" in page.text
    assert page.links["Whole debate"] == PATH
    assert page.links["Official page"] == "https://hansard.example/debate"
    assert page.links["Video"] == "https://video.example/1"
    assert page.links["Excerpts"] == "/people/bram-okonedo-pell-90002/excerpts"
    assert "Ministers’ words" not in page.links


def test_each_gap_leads_to_the_debate_at_the_very_place(site: Site) -> None:
    html = site.get(f"{MEMBER}/excerpts").text
    gaps = re.findall(r'omitted<span class="show"> · <a href="([^"]+)"', html)
    assert gaps == [PATH, f"{PATH}#c-fic.1.1", f"{PATH}#c-fic.1.5"]


def test_only_the_members_words_are_marked_as_theirs(site: Site) -> None:
    html = site.get(f"{MEMBER}/excerpts").text
    focus = re.findall(r'<article id="c-([^"]+)" class="said \w+ focus">', html)
    assert focus == ["fic.1.1", "fic.1.3"]


def test_filters_reach_the_archive_and_stay_in_the_form_and_the_paging(site: Site, record: Record) -> None:
    record.page = excerpts(excerpt(), page=2, pages=3)
    query = "?department=Home+Office&with=&from=2019-01-01&context=adjacent&before=2&page=2"
    html = site.get(f"{MEMBER}/excerpts{query}").text
    assert record.asked[-1]["department"] == "Home Office"
    assert record.asked[-1]["with_member"] is None
    assert str(record.asked[-1]["start"]) == "2019-01-01"
    assert record.asked[-1]["before"] == 2
    assert 'value="Home Office"' in html
    assert '<option value="adjacent" selected>' in html
    older = re.search(r'rel="next" href="([^"]+)"', html)
    assert older
    site.get(older[1].replace("&amp;", "&"))
    assert record.asked[-1] == {**record.asked[-2], "page": 3}


def test_nothing_found_says_how_to_ask_for_more(site: Site, record: Record) -> None:
    record.page = excerpts()
    page = read(site, f"{MEMBER}/excerpts?department=Nobody")
    assert "No words of Ada Thornbury are held that answer this." in page.text
    assert page.links["Show all their excerpts"] == f"{MEMBER}/excerpts"


def test_debate_has_an_anchor_for_every_contribution_heading_and_division(site: Site) -> None:
    page = read(site, PATH)
    expected = [f"c-fic.1.{n}" for n in range(1, 9)] + ["c-fic.d1", "s-fic.1.s1", "s-fic.1.s2", "history"]
    assert set(expected) <= set(page.ids)
    assert page.links["Clause 4"] == "#s-fic.1.s1"
    assert page.links["Commons Chamber, 12 August 2019"] == "/sittings/2019-08-12/commons-chamber"


def test_debate_keeps_every_word_in_the_order_of_the_record(site: Site) -> None:
    page, at = "".join(read(site, PATH).words), 0
    page = "".join(page.split()).replace("col.4013", "")
    for item in DEBATE.items:
        for paragraph in getattr(item, "paragraphs", ()):
            for words in [cell for row in paragraph.rows for cell in row] or [paragraph.text]:
                found = page.find("".join(words.split()), at)
                assert found >= at, words
                at = found + 1


def test_debate_prints_a_column_and_a_time_once_where_they_change(site: Site) -> None:
    text = read(site, PATH).text
    assert text.count("15:34") == 1
    assert re.findall(r"col\. (\d+)", text) == ["4012", "4013", "4012", "4013", "4012", "4014"]


def test_unresolved_speakers_are_named_as_printed_with_the_reason(site: Site) -> None:
    page = read(site, PATH)
    assert "Mr Finch" in page.text
    assert "not identified: two members of this name sat that day" in page.text
    assert "Mr Finch" not in page.links


def test_division_folds_to_one_line_with_parties_and_names(site: Site) -> None:
    page = read(site, PATH)
    assert "Division 214 : Ayes 7, Noes 3 · how they voted" in page.text
    assert "Labour 5" in page.text
    assert "tellers: Peer <0>" in page.text
    assert "2 names listed, 3 counted." in page.text
    assert "details" in page.tags


def test_debate_tells_of_earlier_versions(site: Site) -> None:
    page = read(site, PATH)
    assert page.links["4 changes in this sitting"] == f"{PATH}/history"
    assert "hansard-api, first seen 2 September 2019: 4 changes" in page.text


@pytest.mark.parametrize(
    ("identity", "place"),
    [
        ("fic.1.3", f"{PATH}#c-fic.1.3"),
        ("old/7", f"{PATH}#c-fic.1.7"),
        ("fic.d1", f"{PATH}#c-fic.d1"),
        ("old/d1", f"{PATH}#c-fic.d1"),
        ("old/s2", f"{PATH}#s-fic.1.s2"),
        ("fic.1", PATH),
    ],
)
def test_any_id_ever_given_leads_to_its_place_in_one_step(site: Site, identity: str, place: str) -> None:
    answer = site.get(f"/id/{identity}")
    assert (answer.status_code, answer.headers["location"]) == (301, place)
    assert read(site, place.partition("#")[0])


def test_a_name_in_the_address_leads_to_the_persons_page(site: Site) -> None:
    answer = site.get("/people/twfy:90001/excerpts?page=1&department=A%26B")
    assert answer.status_code == 301
    assert answer.headers["location"] == f"{MEMBER}/excerpts?page=1&department=A%26B"


def test_sittings_list_held_and_missing_and_narrow_by_house(site: Site) -> None:
    assert "known, not held" in read(site, "/sittings").text
    text = read(site, "/sittings?house=lords&from=2019-08-11").text
    assert re.findall(r"(\d+) August 2019", text) == ["14", "12"]


def test_a_day_lists_its_debates(site: Site) -> None:
    assert PATH in read(site, "/sittings/2019-08-12/commons-chamber").links.values()


def test_person_shows_counts_by_year_with_the_numbers_beside_the_picture(site: Site) -> None:
    page = read(site, MEMBER)
    assert "30 contributions in 6 debates, 6,000 words." in page.text
    assert "2019 4 21 4,800 2017 2 9 1,200" in page.text
    assert page.links["Bram Okonedo-Pell"] == f"{MEMBER}/vs/bram-okonedo-pell-90002"
    assert "Counted over their newest 3 debates with answers." in page.text


def test_people_are_listed_by_name_and_found_by_it(site: Site) -> None:
    assert read(site, "/people?q=thorn").links["Ada Thornbury"] == MEMBER
    assert "Nobody of this name speaks in the record held" in read(site, "/people?q=zzz").text


def test_exchanges_ask_the_archive_for_both_members(site: Site, record: Record) -> None:
    page = read(site, f"{MEMBER}/vs/{MEMBER[8:]}")
    assert record.asked[-1]["with_member"] == MEMBER[8:]
    assert "Ada Thornbury and Ada Thornbury : exchanges" in page.text
    answer = site.get(f"{MEMBER}/vs/twfy:90001?page=1")
    assert (answer.status_code, answer.headers["location"]) == (301, f"{MEMBER}/vs/{MEMBER[8:]}?page=1")


def test_a_members_page_with_a_department_asks_for_that_department(site: Site, record: Record) -> None:
    read(site, f"{MEMBER}/departments/board-of-trade")
    assert record.asked[-1]["department"] == DEBATE.section.departments[0]


def test_a_day_lists_every_chamber_held_and_what_is_missing(site: Site) -> None:
    page = read(site, "/sittings/2019-08-12")
    assert page.links["Lords Chamber"] == "/sittings/2019-08-12/lords-chamber"
    assert "1,202 contributions, 64,000 words, 2 divisions" in page.text
    assert "Known, not held" in read(site, "/sittings/2019-08-13").text
    assert "No sitting on 1 January 2001 is held" in read(site, "/sittings/2001-01-01", 404).text


def test_a_sitting_tells_who_spoke_and_names_nobody_it_cannot(site: Site) -> None:
    page = read(site, "/sittings/2019-08-12/commons-chamber")
    assert "Ada Thornbury Labour 3 900 Mr Finch 1 90" in page.text
    assert "Mr Finch" not in page.links


def test_a_department_shows_its_names_ministers_and_debates(site: Site) -> None:
    page = read(site, "/departments/board-of-trade")
    assert "In turn called Plantations" in page.text
    assert PATH in page.links.values()
    assert page.links["Ada Thornbury"] == MEMBER
    assert "list B" in page.text


def test_divisions_are_listed_and_lead_to_a_page_of_their_own(site: Site) -> None:
    page = read(site, "/divisions?from=2019-01-01")
    assert "Ayes 7, Noes 3" in page.text
    assert page.links["Older"] == "/divisions?from=2019-01-01&page=2"
    assert "/divisions/fic.d1" in page.links.values()
    whole = read(site, "/divisions/fic.d1")
    assert "Division 214: Ayes 7, Noes 3" in whole.text
    assert f"{PATH}#c-fic.d1" in whole.links.values()
    assert site.get("/divisions/old/d1").headers["location"] == "/divisions/fic.d1"


def test_bills_lead_to_their_stages_held_and_missing(site: Site) -> None:
    assert read(site, "/bills").links["Lighthouses and Buoys (Maintenance) Bill"] == "/bills/lighthouses-2019"
    page = read(site, "/bills/lighthouses-2019")
    assert PATH in page.links.values()
    assert "not held (implied by a later stage)" in page.text
    assert page.links["Ministers’ words on it"] == "/bills/lighthouses-2019/ministerial"
    assert "clause 4 3 2" in page.text
    assert site.get("/bills/lighthouses").headers["location"] == "/bills/lighthouses-2019"


def test_ministers_words_are_shown_with_the_rule_that_chose_them(site: Site) -> None:
    for address in (f"{PATH}/ministerial", "/bills/lighthouses-2019/ministerial"):
        page = read(site, address)
        assert "In focus is every contribution of a minister" in page.text
        assert "3 contributions omitted" in page.text
    assert site.get(f"{PATH}/ministerial?context=some").status_code == 400


def test_earlier_wordings_are_marked_word_by_word(site: Site) -> None:
    html = site.get(f"{PATH}/history").text
    assert "<del>two</del> <ins>three</ins>" in html
    page = Read(html)
    assert "No file that is held has the words of this version." in page.text
    assert "Withdrawn 2 September 2019" in page.text


def test_a_reference_leads_to_the_words_with_its_warnings(site: Site) -> None:
    page = read(site, "/cite?reference=HC+Deb+12+August+2019,+col+4012")
    assert f"{PATH}#c-fic.1.1" in page.links.values()
    assert "inferred" in page.text
    assert "The record says volume 731." in page.text
    assert site.get("/cite/nonsense").status_code == 400


def test_a_number_with_its_day_is_one_page_and_a_bare_one_lists(site: Site) -> None:
    assert "with this number, newest first" in read(site, "/statements/HCWS7").text
    assert "Clause 4" in read(site, "/statements/commons/2019-08-12/HCWS7").text
    assert site.get("/written/senate/2019-08-12/HCWS7").status_code == 400
    assert site.get("/written/commons/2019-08-12/1").status_code == 404


def test_coverage_tells_what_is_held_missing_and_not_identified(site: Site) -> None:
    text = read(site, "/coverage").text
    assert "known, not held" in text
    assert "Two members of this name sat that day 5 contributions" in text
    assert "Evidence to select committees" in text


def test_errata_name_what_was_taken_back_and_never_its_words(site: Site) -> None:
    text = read(site, "/errata").text
    assert "suppressed by the keeper 2 November 2026 an address of a private person" in text
    assert "A contribution in Written Answers (Lords), 12 August 2019 fic.gone" in text


def test_corrections_show_both_sides_or_say_what_is_not_known(site: Site) -> None:
    text = read(site, "/corrections").text
    assert "As it was said Three. As it should have been Two." in text
    assert "What it corrects is not known here: the day is not held. It refers to [Official Report]" in text
    assert "Reads like a correction, and is not taken for one: of what, is not told for certain." in text
    assert "No correction is held that answers this." in read(site, "/corrections?house=lords").text


def test_the_page_for_programs_describes_every_question(site: Site) -> None:
    text = read(site, "/api").text
    for path in site.get("/api/v1/openapi.json").json()["paths"]:
        assert path in text


def test_a_quotation_gets_its_verdict_differences_and_reference(site: Site, record: Record) -> None:
    answer = site.post("/verify", data={"quote": "The House will soon forget", "speaker": "Ada", "as": "quotation"})
    page = Read(answer.text)
    assert answer.status_code == 200
    assert record.asked[-1] == {"quote": "The House will soon forget", "speaker": "Ada", "start": None, "end": None}
    assert "Not on the record word for word A negation is left out." in page.text
    assert "<del>not</del> <ins>soon</ins>" in answer.text
    assert "75 in 100 words agree" in page.text
    assert page.links["read the correction"] == "/id/fic.1.7"
    assert f"{PATH}#c-fic.1.1" in page.targets


def test_an_article_has_each_of_its_quotations_checked(site: Site) -> None:
    page = Read(site.post("/verify", data={"quote": "She said “The House”", "as": "article"}).text)
    assert "Named near it: Ada Thornbury (who did not say it)" in page.text


def test_what_is_not_found_leads_to_what_is_held(site: Site) -> None:
    assert "Not in what is held" in read(site, "/verify?quote=zzz").text
    assert site.post("/verify", data={"quote": "x" * 300_000}).status_code == 413
    assert site.post("/verify", content=b"\xff", headers={"content-type": "application/json"}).status_code in (200, 400)


def test_a_search_is_exported_whole_with_its_filters(site: Site, record: Record) -> None:
    page = read(site, "/search?q=light&house=commons&page=2")
    assert page.links["CSV"] == "/search/export/csv?q=light&house=commons"
    answer = site.get(page.links["CSV"])
    assert (answer.text, answer.headers["content-type"]) == ("a row\n", "text/csv; charset=utf-8")
    assert record.asked[-1]["house"] == "commons"
    assert "page" not in record.asked[-1]
    assert site.get("/search/export/xls?q=light").status_code == 400
    assert site.get("/search/export/csv").status_code == 400
