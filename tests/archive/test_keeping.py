"""What the keeper decides holds everywhere, is kept with its reason, and can be undone without a trace."""

from __future__ import annotations

import random
import re
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.errors import AmbiguousError, GoneError, NotHeldError, UsageError
from onrecord.model import Contribution
from onrecord.specimen import folder
from onrecord.store.lock import one_writer
from tests.dump import dump

DECIDED = {"suppressions", "removals", "acceptances"}
SECRET = "uk.org.publicwhip/debate/2019-08-13b.105.2"
OLD = "uk.org.publicwhip/debate/2019-08-13a.105.2"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.demo(tmp_path / "archive") as opened:
        yield opened


def all_that_is_shown(archive: Archive) -> str:
    """Every word of every debate and history, and of every member's excerpts."""
    shown = []
    for sitting in archive.sittings().sittings:
        for ref in archive.debates_on(sitting.date, sitting.chamber):
            shown += [repr(archive.debate(ref.id)), repr(archive.history(ref.id))]
    for person in archive.find_people("a", 100):
        shown.append(repr(archive.excerpts(person.person_id, context="adjacent", before=9, after=9, per_page=100)))
    return "\n".join(shown)


def words_of(archive: Archive, gid: str) -> str:
    (said,) = [c for c in archive.debate(gid).items if isinstance(c, Contribution) and gid in c.aliases]
    return said.paragraphs[0].text


def test_what_is_suppressed_is_shown_nowhere_and_undoing_leaves_no_trace(archive: Archive) -> None:
    before, words = dump(archive.path), words_of(archive, SECRET)
    assert words in all_that_is_shown(archive)
    decided = archive.suppress(SECRET, "a court\norder")
    assert (decided.reason, len(decided.ids)) == ("a court order", 1)
    shown = all_that_is_shown(archive)
    assert words not in shown
    assert archive.history(SECRET.replace("105.2", "105.1")).changed == ()
    for name in (SECRET, OLD, *decided.ids):
        with pytest.raises(GoneError, match="a court order") as gone:
            archive.debate(name)
        assert (gone.value.why, gone.value.since) == ("suppressed", decided.at)
    archive.suppress(OLD, "the order was lifted", undo=True)
    assert dump(archive.path) == before
    journal = (archive.path / "vault" / "journal.jsonl").read_text(encoding="utf-8")
    assert "a court order" in journal
    assert "the order was lifted" in journal


def test_a_suppressed_contribution_stays_so_when_its_sitting_is_loaded_again_or_differently(tmp_path: Path) -> None:
    files = sorted((folder() / "sittings").glob("debates2019-08-13*"))
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load(files[1:])
        archive.suppress(SECRET, "a court order")
        archive.load(files)  # the older edition gives the contribution an earlier id
        archive.load_people([folder() / "people"])
        for name in (SECRET, OLD):
            with pytest.raises(GoneError):
                archive.debate(name)


def test_all_that_stands_under_a_heading_can_be_suppressed_at_once(archive: Archive) -> None:
    heading = "uk.org.publicwhip/debate/2019-08-12a.1.4"
    held = {c.id for c in archive.debate(heading).items if isinstance(c, Contribution)}
    assert set(archive.suppress(heading, "all of it").ids) == held
    assert not [c for c in archive.debate(heading).items if isinstance(c, Contribution)]


@pytest.mark.parametrize("target", ["debates2019-08-13b.xml", "commons-chamber/2019-08-13", "sha256"])
def test_what_is_removed_is_gone_and_undoing_leaves_no_trace(archive: Archive, target: str) -> None:
    before, words = dump(archive.path), words_of(archive, SECRET)
    if target == "sha256":
        sources = [x for s in archive.sittings().sittings for x in s.sources]
        target = next(source.sha256 for source in sources if source.path.endswith("13b.xml"))[:12]
    archive.remove(target, "by mistake")
    assert words not in all_that_is_shown(archive)
    state = {s.id: s.state for s in archive.sittings().sittings}["commons-chamber/2019-08-13"]
    assert state == ("removed" if "/" in target else "superseded")
    with pytest.raises(GoneError, match="by mistake") as gone:
        archive.debate(SECRET)
    assert gone.value.why == "removed"
    (again,) = archive.load([folder() / "sittings" / "debates2019-08-13b.xml"]).files
    assert again.status == "unchanged"
    assert "by mistake" in again.warnings[-1]
    archive.remove(target, "it was right", undo=True)
    assert dump(archive.path) == before


def test_a_part_of_a_sitting_can_be_removed_and_the_rest_stays(archive: Archive) -> None:
    held = {s.id: s.contributions for s in archive.sittings().sittings}
    archive.remove("hansard-api-2019-08-14-oral-answers-to-questions.json", "by mistake")
    left = {s.id: s.contributions for s in archive.sittings().sittings}
    assert {i for i in held if left[i] != held[i]} == {"commons-chamber/2019-08-14"}
    assert held["commons-chamber/2019-08-14"] - left["commons-chamber/2019-08-14"] == 22


@pytest.mark.parametrize("seed", range(3))
def test_decisions_and_loading_commute(tmp_path: Path, seed: int) -> None:
    files = sorted((folder() / "sittings").iterdir())
    with Archive.open(tmp_path / "first", create=True) as archive:
        archive.load(files)
        archive.suppress(SECRET, "a court order")
        archive.remove("lords2019-08-12a.xml", "by mistake")
    random.Random(seed).shuffle(files)
    with Archive.open(tmp_path / "other", create=True) as archive:
        archive.load([f for f in files if f.name in ("debates2019-08-13b.xml", "lords2019-08-12a.xml")])
        archive.remove("lords2019-08-12a.xml", "by mistake")
        archive.suppress(SECRET, "a court order")
        archive.load(files)
    first, other = dump(tmp_path / "first"), dump(tmp_path / "other")
    assert {t: v for t, v in other.items() if t not in DECIDED} == {t: v for t, v in first.items() if t not in DECIDED}


def test_a_decision_needs_a_reason_and_something_to_decide_on(archive: Archive) -> None:
    with pytest.raises(UsageError, match="reason"):
        archive.suppress(SECRET, "  ")
    for nothing in ("no-such-id", "commons-chamber/1999-01-01"):
        with pytest.raises(NotHeldError):
            archive.suppress(nothing, "because")
        with pytest.raises(NotHeldError):
            archive.remove(nothing, "because")
    with pytest.raises(NotHeldError):
        archive.suppress(SECRET, "because", undo=True)
    with pytest.raises(NotHeldError):
        archive.remove("debates2019-08-13b.xml", "because", undo=True)


def test_two_files_of_one_name_are_not_guessed_between(archive: Archive, tmp_path: Path) -> None:
    text = (folder() / "sittings" / "debates2019-08-13b.xml").read_text(encoding="utf-8")
    (tmp_path / "debates2019-08-13b.xml").write_text(text + "\n", encoding="utf-8")
    archive.load([tmp_path / "debates2019-08-13b.xml"])
    with pytest.raises(AmbiguousError):
        archive.remove("debates2019-08-13b.xml", "because")


def cut_short(tmp_path: Path) -> Path:
    """The specimen's day as if published again, with one speech fewer."""
    text = (folder() / "sittings" / "debates2019-08-13b.xml").read_text(encoding="utf-8")
    text = re.sub(r'<speech id="[^"]*"[^>]*speakername.*?</speech>', "", text, count=1, flags=re.DOTALL)
    text = text.replace("2019-08-13b.", "2019-08-13c.").replace('scraperversion="b"', 'scraperversion="c"')
    (tmp_path / "c.xml").write_text(text, encoding="utf-8")
    return tmp_path / "c.xml"


def test_a_reading_that_says_less_is_kept_and_waits_for_accept(archive: Archive, tmp_path: Path) -> None:
    day, words = "commons-chamber/2019-08-13", words_of(archive, SECRET)
    held = {s.id: s.contributions for s in archive.sittings().sittings}[day]
    (first,) = archive.load([cut_short(tmp_path)]).files
    assert first.status == "superseded"
    assert f"{held - 1} contributions instead of {held}" in first.warnings[-1]
    assert "--accept" in first.warnings[-1]
    assert {s.id: s.contributions for s in archive.sittings().sittings}[day] == held
    assert words_of(archive, SECRET) == words == words_of(archive, SECRET.replace("13b.", "13c."))
    (again,) = archive.load([tmp_path / "c.xml"]).files
    assert (again.status, again.warnings) == ("unchanged", first.warnings)
    (accepted,) = archive.load([tmp_path / "c.xml"], accept=True).files
    assert accepted.status == "loaded"
    assert {s.id: s.contributions for s in archive.sittings().sittings}[day] == held - 1


def test_accepted_or_not_the_order_of_loading_does_not_matter(tmp_path: Path) -> None:
    cut = cut_short(tmp_path)
    whole = folder() / "sittings" / "debates2019-08-13b.xml"
    for accept in (False, True):
        for name, files in (("one", [cut, whole]), ("other", [whole, cut])):
            with Archive.open(tmp_path / f"{name}{accept}", create=True) as archive:
                for file in files:
                    archive.load([file], accept=accept)
        assert dump(tmp_path / f"one{accept}") == dump(tmp_path / f"other{accept}")


def test_of_two_files_of_one_edition_the_fuller_leads_and_the_other_waits_for_accept(
    archive: Archive, tmp_path: Path
) -> None:
    day = "commons-chamber/2019-08-13"
    held = {s.id: s.contributions for s in archive.sittings().sittings}[day]
    cut = cut_short(tmp_path)
    cut.write_text(cut.read_text("utf-8").replace("2019-08-13c.", "2019-08-13b.").replace('"c"', '"b"'), "utf-8")
    (first,) = archive.load([cut]).files
    assert first.status == "superseded"
    assert f"{held - 1} contributions instead of {held}" in first.warnings[-1]
    assert {s.id: s.contributions for s in archive.sittings().sittings}[day] == held
    (accepted,) = archive.load([cut], accept=True).files
    assert accepted.status == "loaded"
    assert {s.id: s.contributions for s in archive.sittings().sittings}[day] == held - 1


def test_a_decision_waits_for_a_load_and_says_so(archive: Archive) -> None:
    told = threading.Event()
    done: list[str] = []

    def decide() -> None:
        done.append(archive.suppress(SECRET, "a court order", waiting=told.set).what)

    with one_writer(archive.path, wait=True):
        deciding = threading.Thread(target=decide)
        deciding.start()
        assert told.wait(60)
        assert done == []
    deciding.join(60)
    assert done == ["suppress"]
