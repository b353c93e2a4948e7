"""Words that are not speech are counted by sitting, and together they are the file's."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from onrecord import Archive
from onrecord.formats.detect import read

VOLUME = Path(__file__).parents[1] / "formats" / "historic_volume.xml"


def test_a_file_of_several_sittings_tells_each_ones_own(tmp_path: Path) -> None:
    reading = read(VOLUME.read_bytes(), VOLUME.name)
    assert len(reading.sittings) > 1
    with Archive.open(tmp_path / "archive", create=True) as archive:
        archive.load([VOLUME])
        sittings = archive.sittings().sittings
    assert len(sittings) == len(reading.sittings)
    told: Counter[str] = Counter()
    for sitting in sittings:
        told.update(sitting.buckets)
        own = next(s for s in reading.sittings if (s.chamber, s.date) == (sitting.chamber, sitting.date))
        titles = sum(len(section.title.split()) for section in own.sections)
        assert sitting.buckets["heading"] == titles
    told.update(sittings[0].sources[0].shared)
    assert told == Counter(reading.buckets)
    assert len({str(sitting.sources[0].shared) for sitting in sittings}) == 1
