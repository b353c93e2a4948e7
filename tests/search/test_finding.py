"""Searching the specimen: fields, filters of the day, pages that stand still, offers, and what is said of a query."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import NotHeldError, UsageError
from onrecord.model import Contribution, Speaker
from onrecord.specimen import folder
from tests.search.counting import contributions_in
from tests.search.scan import tokens
from tests.search.test_index import another_day


@pytest.fixture(scope="module")
def archive(specimen_archive: Path) -> Iterator[Archive]:
    with Archive.open(specimen_archive, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="module")
def held(archive: Archive) -> list[Contribution]:
    return contributions_in(archive)


def ids(archive: Archive, query: str = "", **filters: object) -> set[str]:
    page = archive.search(query, limit=1000, **filters)  # type: ignore[arg-type]
    assert page.total == len(page.results)
    return {hit.id for hit in page.results}


def test_filters_are_of_the_day(archive: Archive, held: list[Contribution]) -> None:
    """Tobias Fairweather changes party between two of the specimen's days, and takes office on a third."""
    his = [c for c in held if isinstance(c.speaker, Speaker) and c.speaker.person_id == "twfy:90005"]
    parties = {c.speaker.party for c in his if isinstance(c.speaker, Speaker)}
    assert len(parties) > 1
    for party in parties:
        expected = {c.id for c in his if isinstance(c.speaker, Speaker) and c.speaker.party == party}
        assert ids(archive, member="Tobias Fairweather", party=party) == expected
    in_office = {c.id for c in his if isinstance(c.speaker, Speaker) and c.speaker.offices}
    assert ids(archive, member="twfy:90005", office="Lights and Branch Lines") == in_office


def test_a_bill_a_department_a_title_and_a_speaker(archive: Archive, held: list[Contribution]) -> None:
    on_the_bill = {c.id for c in held if c.section.bill == "Fog Signals (Amnesty) Bill"}
    assert on_the_bill
    assert ids(archive, bill="fog signals") == on_the_bill
    involved = {c.id for c in held if c.section.department == "Home Office"}
    assert involved <= ids(archive, department="Home Department")
    under = {c.id for c in held if "lobster" in " ".join(c.section.path).lower()}
    assert ids(archive, "title:lobster") == under
    named = {c.id for c in held if isinstance(c.speaker, Speaker) and "Blackthorn" in c.speaker.name}
    assert named <= ids(archive, "speaker:blackthorn")


def test_days_chambers_and_sessions(archive: Archive, held: list[Contribution]) -> None:
    day = date(2019, 8, 13)
    assert ids(archive, "date:2019-08-13") == {c.id for c in held if c.sitting.date == day}
    assert ids(archive, start=day, end=day) == {c.id for c in held if c.sitting.date == day}
    assert ids(archive, chamber="lords-chamber") == {c.id for c in held if c.sitting.chamber == "lords-chamber"}
    assert ids(archive, parliament="2017") == {c.id for c in held}
    assert ids(archive, session="2017-19") == {c.id for c in held}
    assert ids(archive, session="2019-21") == set()
    assert {c.sitting.session for c in held} == {"2017-19"}
    assert archive.search("the", facets=("session",)).facets["session"][0][0] == "2017-19"


def test_what_names_nothing_is_an_error(archive: Archive) -> None:
    with pytest.raises(NotHeldError):
        archive.search("fog", member="Nobody Whatever")
    with pytest.raises(UsageError, match="department"):
        archive.search("fog", department="Ministry of Silly Walks")
    with pytest.raises(UsageError, match="no session is known as '2017'"):
        archive.search("fog", session="2017")
    with pytest.raises(UsageError, match="after"):
        archive.search("fog", start=date(2020, 1, 1), end=date(2019, 1, 1))
    with pytest.raises(UsageError, match="nothing was asked"):
        archive.search("")
    for after in ("x", "newest.1", "oldest.1.1", "newest.１.1", "newest.1.1.a"):
        with pytest.raises(UsageError, match="no place"):
            archive.search("fog", sort="newest", after=after)


@pytest.mark.parametrize("sort", ["newest", "oldest", "relevance"])
def test_pages_hold_everything_once_while_a_new_day_arrives(specimen_archive: Path, tmp_path: Path, sort: str) -> None:
    path = shutil.copytree(specimen_archive, tmp_path / "copy")
    with Archive.open(path, create=True) as archive:
        before = [hit.id for hit in archive.search("the", sort=sort, limit=1000).results]
        page = archive.search("the", sort=sort, limit=20)
        turned = [hit.id for hit in page.results]
        archive.load([another_day(tmp_path)])
        while page.next:
            page = archive.search("the", sort=sort, limit=20, after=page.next)
            turned += [hit.id for hit in page.results]
        later = {hit.id for hit in archive.search("the", start=date(2019, 9, 1), limit=1000).results}
    assert len(turned) == len(set(turned))
    if sort == "oldest":  # what is new stands at the end
        assert turned == before + [one for one in turned if one in later]
    elif sort == "newest":
        assert turned == before
    else:
        assert set(turned) == set(before)


def test_numbered_pages_are_the_same_as_one_long_page(archive: Archive) -> None:
    whole = [hit.id for hit in archive.search("the OR fog", limit=1000).results]
    parts = [
        [hit.id for hit in archive.search("the OR fog", limit=30, page=number).results]
        for number in range(1, len(whole) // 30 + 2)
    ]
    assert [one for part in parts for one in part] == whole


def test_orders(archive: Archive) -> None:
    days = [hit.sitting.date for hit in archive.search("the", sort="newest", limit=1000).results]
    assert days == sorted(days, reverse=True)
    days = [hit.sitting.date for hit in archive.search("the", sort="oldest", limit=1000).results]
    assert days == sorted(days)
    scores = [hit.score or 0.0 for hit in archive.search("the fog", limit=1000).results]
    assert scores == sorted(scores, reverse=True)


def test_the_nearest_word_of_the_record_is_offered(archive: Archive) -> None:
    assert archive.search("lobstre pots").did_you_mean == "lobster pots"
    assert archive.search("lobster pots").did_you_mean is None
    assert archive.search("qqqqqqqq").did_you_mean is None


def test_a_member_or_a_debate_named_in_the_query_is_offered(archive: Archive) -> None:
    assert [person.name for person in archive.search("honoria BLACKTHORN").people] == ["Honoria Blackthorn"]
    assert archive.search("honoria lobster").people == ()
    assert [debate.title for debate in archive.search("coastal fog inquiry").debates] == ["Coastal Fog Inquiry"]


def test_debates_are_offered_under_the_filters(archive: Archive) -> None:
    assert [debate.date.day for debate in archive.search("fog").debates] == [14, 12]
    assert [debate.date.day for debate in archive.search("fog", start=date(2019, 8, 13)).debates] == [14]
    assert archive.search("fog", house="lords").debates == ()
    assert {debate.house for debate in archive.search("bill", house="lords").debates} == {"lords"}


def test_what_must_not_be_met_is_not_offered(archive: Archive) -> None:
    for query in ("coastal -fog inquiry", '-"coastal fog inquiry"', "coastal fog -inquiry", "(fog OR a) -inquiry"):
        assert archive.search(query).debates == ()


def test_a_debate_is_not_offered_for_the_name_of_its_department_alone(archive: Archive) -> None:
    under = {hit.section.title for hit in archive.search("title:transport", limit=1000).results}
    assert "Disposal of Surplus Assets" in under
    offered = archive.search("transport").debates
    assert [(debate.department, debate.date.day) for debate in offered] == [("Department for Transport", 13)]


def test_what_was_looked_for_is_said(archive: Archive) -> None:
    said = archive.search('lobster -"fog signals" speaker:pettifer date:2019').understood
    assert said == (
        "“lobster” (lobsters) and not exactly “fog signals” and spoken by “pettifer” "
        "and said from 2019-01-01 to 2019-12-31"
    )


def test_a_snippet_is_safe_to_print(archive: Archive) -> None:
    for hit in archive.search("the", limit=1000).results:
        bare = hit.snippet.replace("<mark>", "").replace("</mark>", "")
        assert "<" not in bare
        assert ">" not in bare


def test_how_often_by_year_is_counts_over_words(archive: Archive, held: list[Contribution]) -> None:
    told = archive.over_time('"the"')
    said = archive.sittings().totals["words"]
    assert [(row.year, row.value) for row in told.years] == [(2019, None)]
    assert told.years[0].found == archive.search('"the"').total
    assert told.years[0].words == said
    assert told.years[0].per_million == pytest.approx(told.years[0].found * 1e6 / said, abs=0.001)
    by_party = archive.over_time('"the"', by="party")
    of_a_party = [c for c in held if isinstance(c.speaker, Speaker) and c.speaker.party]
    own = [" ".join(p.text for p in c.paragraphs if p.kind != "quoted-error") for c in of_a_party]
    assert sum(row.found for row in by_party.years) == sum("the" in tokens(text) for text in own)


def test_labour_means_labour_and_cooperative_members_too(tmp_path: Path) -> None:
    people = tmp_path / "people"
    shutil.copytree(folder() / "people", people)
    (members,) = people.glob("all-members*.xml")
    told = members.read_text(encoding="utf-8")
    members.write_text(told.replace('"Harbour"', '"Lab"').replace('"Commonweal"', '"Lab/Co-op"'), encoding="utf-8")
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load_people([people])
        archive.load([folder() / "sittings"])
        both, cooperative = ids(archive, party="labour"), ids(archive, party="Lab/Co-op")
        parties = [c.speaker.party for c in contributions_in(archive) if isinstance(c.speaker, Speaker)]
    assert len(cooperative) == parties.count("Labour (Co-op)") > 0
    assert len(both) == len(cooperative) + parties.count("Labour")
    assert cooperative < both
