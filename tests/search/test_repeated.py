"""A record repeats itself: a passage read out again and cut short stands in many contributions, whole in few."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.search.candidates import continuing, sharing, sharing_runs
from onrecord.search.quotation.missing import Lacked

PASSAGE = (
    "The harbour at Wickle Sound has silted up since the dredger was sold to the museum of "
    "brass bands, and nobody who lives there was asked"
)
CUT_SHORT = PASSAGE[: PASSAGE.index(" and nobody")]


def day_of(speeches: list[str]) -> bytes:
    """One invented day in parlparse's XML, a speech for each text."""
    gid = "uk.org.publicwhip/debate/2019-08-15a.1."
    lines = [f'<major-heading id="{gid}0" colnum="1">Silt</major-heading>']
    lines += [
        f'<speech id="{gid}{number}" nospeaker="true" colnum="1"><p pid="a1.{number}/1">{text}</p></speech>'
        for number, text in enumerate(speeches, 1)
    ]
    return f'<publicwhip scraperversion="a" latest="yes">{"".join(lines)}</publicwhip>'.encode()


def loaded(folder: Path, speeches: list[str]) -> Archive:
    (folder / "debates2019-08-15a.xml").write_bytes(day_of(speeches))
    archive = Archive.open(folder / "archive", create=True)
    archive.load([folder / "debates2019-08-15a.xml"])
    return archive


def test_of_many_places_the_one_that_goes_on_as_the_quotation_does_comes_first(tmp_path: Path) -> None:
    common = [f"Was there {number} asked who lives? And nobody said." for number in range(200)]
    whole = f"{' '.join(common[:20])} {PASSAGE}. That is what I was told by them."
    with loaded(tmp_path, [*[f"{CUT_SHORT}."] * 120, *common, whole]) as archive:
        found = archive.verify(PASSAGE.replace("brass bands", "old bands"))
        assert found.verdict == "altered"
        assert PASSAGE in found.matches[0].contribution.text
        assert [part for part in found.matches[0].diff if part[0] != "same"] == [("missing", "brass"), ("added", "old")]


def test_what_goes_on_is_found_where_a_word_was_put_in_before_it(tmp_path: Path) -> None:
    goes_on = "and I move the amendment to clause nine of this small Bill"
    begun = "It rains down every valley when blue pumps stop working, says our oldest farmer"
    common = [f"Bill {number} small this; of nine, clause to amendment the move I and" for number in range(200)]
    whole = f"{' '.join(common[:20])} {begun} {goes_on}. So be it."
    with loaded(tmp_path, [*[f"{begun}."] * 90, *common, whole]) as archive:
        found = archive.verify(f"{begun} {goes_on.replace('I move', 'I gladly move')}")
        assert f"{begun} {goes_on}" in found.matches[0].contribution.text
        assert [part for part in found.matches[0].diff if part[0] != "same"] == [("added", "gladly")]


def test_common_words_are_found_in_a_long_speech_by_standing_side_by_side(tmp_path: Path) -> None:
    said = "you may do this if you like and they may not like it when it is done by them"
    words = said.split()
    apart = [[words[place * step % 19] for place in range(19)] for step in range(2, 18)]  # no two stand as they did
    short = [f"{' '.join(again)}." for again in apart for _ in range(6)]
    padding = " ".join(f"We spoke about quarry number {number} at some length." for number in range(800))
    with loaded(tmp_path, [*short, f"{padding} So {said}. {padding}"]) as archive, archive._searching() as (_, index):
        asked = said.replace("they may not like", "they never like").split()
        [hit] = archive.search(f'"{said}"').results
        assert hit.id not in [one.id for one in sharing(index, asked, rare=20, limit=60)]
        assert sharing_runs(index, asked)[0].id == hit.id
        assert archive.verify(" ".join(asked)).matches[0].contribution.id == hit.id


def test_words_that_stand_everywhere_are_not_looked_for_side_by_side(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.search.candidates._MOST_EFFORT", 40)
    with loaded(tmp_path, [f"It is so in that valley {place}." for place in range(50)]) as archive:
        with archive._searching() as (_, index):
            assert sharing_runs(index, ["it", "is", "so", "in", "that"]) == []
            lacked = Lacked("that", ((0, "in"), (1, "that")), beside_stretch=False)
            assert continuing(index, ("it", "is"), (lacked,)) == []
        assert archive.verify("It is so in this valley").verdict == "altered"
