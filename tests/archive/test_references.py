"""References on a whole archive: what is made leads back, and a column lists what stands in it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec import structs

from onrecord import Archive
from onrecord.errors import NotHeldError, UsageError
from onrecord.model import Contribution
from onrecord.publish.bibliography import bibtex, csl_json


@pytest.fixture(scope="module")
def specimen(specimen_archive: Path) -> Iterator[Archive]:
    with Archive.open(specimen_archive, read_only=True) as archive:
        yield archive


@pytest.fixture(scope="module")
def real(real_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    archive = Archive.open(tmp_path_factory.mktemp("references") / "archive", create=True)
    archive.load([real_data / "twfy" / "debates" / "debates2023-03-28d.xml", real_data / "twfy" / "lordspages"])
    archive.load([real_data / "twfy" / "debates" / "debates2009-10-26b.xml"])
    yield archive
    archive.close()


def contributions(archive: Archive) -> Iterator[Contribution]:
    """Every contribution held, by way of the sittings and their debates."""
    for sitting in archive.sittings().sittings:
        for debate in archive.debates_on(sitting.date, sitting.chamber):
            yield from (item for item in archive.debate(debate.id).items if isinstance(item, Contribution))


def round_trip(archive: Archive) -> int:
    """Follow the reference of every contribution that has one; how many there are."""
    led: dict[str, dict[str, bool]] = {}
    count = 0
    for contribution in contributions(archive):
        reference = contribution.citation
        if reference is None:
            continue
        if reference not in led:
            led[reference] = {c.id: c.inferred for c in archive.where(reference).contributions}
        assert led[reference].get(contribution.id) is False, (reference, contribution.id)
        count += 1
    return count


def test_every_reference_of_the_specimen_leads_back(specimen: Archive) -> None:
    assert round_trip(specimen) > 50


def test_every_reference_of_real_days_leads_back(real: Archive) -> None:
    assert round_trip(real) > 1000


def test_a_column_lists_every_speech_that_the_source_marks_with_it(real: Archive, real_data: Path) -> None:
    """Held against the file itself: 28 March 2023, columns 809 to 815."""
    tree = ET.parse(real_data / "twfy" / "debates" / "debates2023-03-28d.xml")
    for column in range(809, 816):
        marked = [e.get("id") for e in tree.iter("speech") if (e.get("colnum") or "").strip() == str(column)]
        found = real.where(f"HC Deb 28 March 2023, col {column}").contributions
        assert [alias for c in found if not c.inferred for alias in c.aliases if alias in marked] == marked


def test_what_may_run_into_a_column_is_listed_as_inferred(real: Archive) -> None:
    """Column 811 begins inside whatever was said last in 810: the source marks only where a speech starts."""
    found = real.where("HC Deb 28 March 2023, col 811").contributions
    assert [c.inferred for c in found] == [True] + [False] * (len(found) - 1)
    assert found[0].column is not None
    assert int(found[0].column) < 811


def test_a_volume_is_compared_and_not_needed(specimen: Archive) -> None:
    bare = specimen.where("HC Deb 14 August 2019, col 203")
    right = specimen.where("HC Deb 14 August 2019, vol 901, col 203")
    wrong = specimen.where("HC Deb 14 August 2019, vol 7, col 203")
    ids = [c.id for c in right.contributions]
    assert ids == [c.id for c in bare.contributions] == [c.id for c in wrong.contributions] != []
    assert not any("volume" in warning and "901" in warning for warning in right.warnings)
    assert any("volume 901" in warning for warning in wrong.warnings)


def test_a_reference_without_a_house_looks_in_both_and_says_so(specimen: Archive) -> None:
    found = specimen.where("[Official Report, 14 August 2019; Vol. 901, c. 203.]")
    assert found.contributions
    assert any("names no House" in warning for warning in found.warnings)


def test_what_is_not_held_is_said(specimen: Archive) -> None:
    found = specimen.where("HC Deb 15 August 2019, col 203")
    assert found.contributions == ()
    assert found.warnings == ("no sitting of the Commons on 15 August 2019 is held",)


def test_a_question_is_found_by_its_number(specimen: Archive) -> None:
    found = specimen.where("HC Deb 14 August 2019, UIN 903551").contributions
    assert [c.uin for c in found] == ["903551"]


def test_styles(specimen: Archive) -> None:
    cited = specimen.where("HC Deb 14 August 2019, vol 901, col 203").contributions[0]
    assert specimen.cite(cited.id).reference == "HC Deb 14 August 2019, vol 901, col 203"
    assert (
        specimen.cite(cited.id, "official-report").reference == "[Official Report, 14 August 2019; Vol. 901, c. 203.]"
    )
    entry = specimen.cite(cited.id, "bibtex").reference
    assert entry.count("{") == entry.count("}")
    assert "howpublished = {HC Deb 14 August 2019, vol 901, col 203}" in entry
    [item] = msgspec.json.decode(specimen.cite(cited.id, "csl-json").reference)
    assert item["issued"] == {"date-parts": [[2019, 8, 14]]}
    assert (item["volume"], item["page"], item["author"]) == ("901", "203", [{"literal": "Hesper Quill"}])


def test_what_stands_under_no_heading_has_the_chambers_name_for_a_title(specimen: Archive) -> None:
    cited = specimen.where("HC Deb 14 August 2019, vol 901, col 203").contributions[0]
    bare = structs.replace(cited, section=structs.replace(cited.section, title="", path=("",)))
    assert "title = {{Commons Chamber}}" in bibtex(bare, "HC Deb")
    assert msgspec.json.decode(csl_json(bare, "HC Deb"))[0]["title"] == "Commons Chamber"


def test_words_of_a_contribution_have_an_address(specimen: Archive) -> None:
    cited = specimen.where("HC Deb 14 August 2019, vol 901, col 203").contributions[0]
    made = specimen.cite(cited.id, passage="her DEPARTMENTAL responsibilities")
    assert made.passage == f"{cited.permalink}:~:text=her%20departmental%20responsibilities"
    with pytest.raises(UsageError, match="do not stand"):
        specimen.cite(cited.id, passage="words that nobody said")


def test_a_debate_is_no_contribution_and_an_unknown_id_is_nothing(specimen: Archive) -> None:
    cited = specimen.where("HC Deb 14 August 2019, vol 901, col 203").contributions[0]
    with pytest.raises(UsageError, match="is a section"):
        specimen.cite(cited.section.id)
    with pytest.raises(NotHeldError):
        specimen.cite("no-such-id")
