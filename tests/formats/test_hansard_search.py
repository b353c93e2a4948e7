"""What a search found, and the lists: whole words in the order of the record, and nothing pretended to be more."""

from __future__ import annotations

import json
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import BadInputError
from onrecord.formats.detect import read as detected
from onrecord.reading import Mark, ReadContribution, Reading, ReadSitting

HOME, FOG = "5BEC1AE2-0814-4201-9A00-000000000001", "5BEC1AE2-0814-4201-9A00-000000000002"


def result(number: int, words: str | None, who: str | None = "Lucian Marsh (Con)", **others: Any) -> dict[str, Any]:
    """A result as the service writes it; its preview is made of the words."""
    said = {
        "MemberName": "Lucian Marsh",
        "MemberId": 7,
        "AttributedTo": who,
        "ItemId": 1000 + number,
        "ContributionExtId": f"5BEC1AE2-0814-4201-9A01-{number:012}",
        "ContributionText": f" {words}"[:255],
        "ContributionTextFull": words,
        "HRSTag": "hs_para",
        "HansardSection": "AQ-AR",
        "Timecode": None,
    }
    stands = {
        "DebateSection": " Fog Signals Bill",
        "DebateSectionId": 5,
        "DebateSectionExtId": FOG,
        "SittingDate": "2019-08-14T00:00:00",
        "Section": "Lords Chamber",
        "House": "Lords",
        "OrderInDebateSection": number,
        "DebateSectionOrder": 8,
        "Rank": 50,
    }
    return {**said, **stands, **others}


def answer(*results: dict[str, Any], **others: Any) -> dict[str, Any]:
    found = {"SearchTerms": ["fog"], "SpokenResultCount": 0, "Results": list(results)}
    return {**found, "TotalResultCount": len(results), **others}


def read(document: object) -> Reading:
    return detected(json.dumps(document).encode(), "fog.json")


def said(sitting: ReadSitting) -> list[ReadContribution]:
    return [item for item in sitting.items if isinstance(item, ReadContribution)]


def words(one: ReadContribution) -> str:
    return " ".join(each.text for each in one.paragraphs)


# --- what a search found ----------------------------------------------------------------


def test_a_found_contribution_has_all_its_words_and_ids() -> None:
    mark = '<span id="12" class="column-number" data-column-number="12"></span>'
    full = f"The fog is <em>thick</em>.\r\n\r\nIt was {mark}thicker." + " It goes on." * 40
    reading = read(answer(result(23, full)))
    (sitting,) = reading.sittings
    (section,), (one,) = sitting.sections, said(sitting)
    assert (reading.format, sitting.whole, sitting.selection) == ("hansard-api-search", False, True)
    assert (sitting.house, sitting.chamber, sitting.date) == ("lords", "lords-chamber", date(2019, 8, 14))
    assert (section.source_id, section.title, section.kind) == (f"hansard:{FOG}", "Fog Signals Bill", "bill")
    assert (section.debate, section.sort, section.parent) == (True, 8, None)
    assert [each.text for each in one.paragraphs] == ["The fog is thick.", "It was thicker." + " It goes on." * 40]
    assert one.source_id == "hansard:5BEC1AE2-0814-4201-9A01-000000000023"
    assert one.aliases == ("hansard:item/1023",)
    assert (one.mark, one.attribution) == (Mark("mnis:7", "Lucian Marsh"), "Lucian Marsh (Con)")
    assert (one.column, one.column_end) == (None, "12")


def test_every_word_is_accounted_for() -> None:
    reading = read(answer(result(1, "Fog is not mist."), result(2, "It is.")))
    assert reading.words - sum(reading.buckets.values()) == 4 + 2
    assert reading.buckets == {"heading": 3 * 2, "attribution": 3 * 2}


def test_nothing_runs_on_from_one_result_to_the_next() -> None:
    mark = '<span class="column-number" data-column-number="12"></span>'
    later = result(4, "I go on.", who=None)
    (sitting,) = read(answer(result(3, f"Fog {mark}is."), later)).sittings
    first, second = said(sitting)  # a Member's next words without attribution would be one contribution in a debate
    assert (first.column_end, second.column) == ("12", None)
    assert second.mark == Mark("mnis:7", "Lucian Marsh")
    assert second.attribution is None


def test_results_are_put_in_the_order_of_the_record_by_day_and_chamber() -> None:
    later = {"SittingDate": "2019-08-15T00:00:00"}
    hall = {"Section": "Grand Committee", "DebateSectionExtId": "X"}
    home = {"DebateSection": "Home Fires", "DebateSectionExtId": HOME, "DebateSectionOrder": 3}
    results = [result(9, "nine"), result(2, "two"), result(5, "five", **home), result(1, "one", **later)]
    reading = read(answer(*results, result(7, "seven", **hall)))
    assert [(each.date.day, each.chamber) for each in reading.sittings] == [
        (14, "grand-committee"),
        (14, "lords-chamber"),
        (15, "lords-chamber"),
    ]
    sitting = reading.sittings[1]
    assert [section.title for section in sitting.sections] == ["Home Fires", "Fog Signals Bill"]
    assert [(item.section, words(item)) for item in said(sitting)] == [(0, "five"), (1, "two"), (1, "nine")]


def test_a_selection_is_said_to_be_one() -> None:
    (told,) = read(answer(result(1, "one"), result(2, "two"))).warnings
    assert told.startswith("a selection: 2 contributions of “Fog Signals Bill”, lords-chamber 2019-08-14")
    other = result(3, "three", DebateSectionExtId=HOME)
    first, rest = read(answer(result(1, "one"), other, TotalResultCount=40)).warnings
    assert first.startswith("a selection: 2 contributions of 2 debates in 1 sitting;")
    assert rest == "the search found 40, of which this file holds 2"


def test_a_result_that_stands_twice_is_taken_once() -> None:
    reading = read(answer(result(1, "Fog is not mist."), result(1, "Fog is not mist.")))
    assert [words(one) for one in said(reading.sittings[0])] == ["Fog is not mist."]
    assert reading.words - sum(reading.buckets.values()) == 4
    with pytest.raises(BadInputError, match="different words"):
        read(answer(result(1, "Fog is not mist."), result(1, "Fog is mist.")))


def test_a_preview_serves_only_where_it_is_whole() -> None:
    short = result(1, None, ContributionText=" Fog is not mist.")
    assert [words(one) for one in said(read(answer(short)).sittings[0])] == ["Fog is not mist."]
    for cut in ((" Fog is not mist." * 20)[:255], " Fog is…"):
        with pytest.raises(BadInputError, match="only the beginning") as refused:
            read(answer(result(2, "two"), result(1, None, ContributionText=cut)))
        assert refused.value.where == "fog.json Results[1]"


def test_a_search_that_found_nothing_is_a_good_answer() -> None:
    reading = read(answer())
    assert (reading.sittings, reading.words) == ((), 0)
    assert reading.warnings == ("holds no proceedings: a search that found nothing",)


@pytest.mark.parametrize("change", [{"SittingDate": "soon"}, {"House": "Diet"}, {"Section": " "}, {"MemberId": "7"}])
def test_a_result_that_cannot_be_placed_refuses_the_file(change: dict[str, Any]) -> None:
    with pytest.raises(BadInputError) as refused:
        read(answer(result(1, "one", **change)))
    assert refused.value.where.startswith("fog.json")


# --- lists ------------------------------------------------------------------------------


def test_lists_hold_no_proceedings_and_their_words_are_counted() -> None:
    days = [{"House": "Commons", "ItemDate": "2019-08-14T00:00:00", "Metadata": None}]
    debates = {"Results": [{"DebateSectionExtId": FOG, "SittingDate": "2019-08-14", "Title": "Fog Signals"}]}
    vote = {"ExternalId": "V", "Date": "2019-08-14", "AyesCount": 3, "NoesCount": None, "DebateSection": "Fog Signals"}
    division = {**vote, "TextBeforeVote": "<em>The House divided:</em>", "TextAfterVote": None}
    for document, kind, buckets in (
        (days, "calendar", {}),
        (debates, "debates", {"heading": 2}),
        ([division], "divisions", {"heading": 2, "division": 3}),
        ({"Results": [division, division]}, "divisions", {"heading": 4, "division": 6}),
    ):
        reading = read(document)
        assert (reading.format, reading.sittings) == (f"hansard-api-{kind}", ())
        assert reading.buckets == buckets
        assert reading.words == sum(buckets.values())
        assert reading.warnings[0].startswith("holds no proceedings: ")


# --- the real files ---------------------------------------------------------------------


def test_the_real_search_word_for_word(real_data: Path) -> None:
    name = "search_contributions_lords_2026-06-30.json"
    data = (real_data / "hansard-api" / name).read_bytes()
    reading = detected(data, name)
    results = json.loads(data)["Results"]
    (sitting,) = reading.sittings
    for one, source in zip(said(sitting), results, strict=True):  # the answer has them in the order of the debate
        assert one.source_id == f"hansard:{source['ContributionExtId']}"
        assert one.mark.key == f"mnis:{source['MemberId']}"
        assert one.attribution == source["AttributedTo"]
        preview = " ".join(source["ContributionText"].split())
        assert words(one).startswith(preview)
        assert words(one).endswith(unescape(source["ContributionTextFull"])[-80:].strip())
    assert [one.column_end for one in said(sitting)] == ["960", "971"]


@pytest.mark.parametrize("name", ["calendar_2026_01.json", "divisions_for_debate.json", "search_debates_day.json"])
def test_the_real_lists_are_accepted_and_hold_no_proceedings(real_data: Path, name: str) -> None:
    reading = detected((real_data / "hansard-api" / name).read_bytes(), name)
    assert reading.sittings == ()
    assert reading.words == sum(reading.buckets.values())
    assert reading.warnings[0].startswith("holds no proceedings: ")
