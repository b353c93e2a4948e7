"""A quotation that is true to an earlier edition is not verbatim today, and is said to have stood there."""

from __future__ import annotations

from pathlib import Path

from onrecord import Archive


def test_words_of_an_earlier_edition_are_found_where_they_were_changed(specimen_archive: Path) -> None:
    tried = 0
    with Archive.open(specimen_archive, read_only=True) as archive:
        for sitting in archive.sittings().sittings:
            for debate in archive.debates_on(sitting.date, sitting.chamber):
                for changed in archive.history(debate.id).changed:
                    for wording in changed.wordings:
                        if wording.text is None or wording.text == changed.text:
                            continue
                        found = archive.verify(wording.text)
                        assert found.verdict == "altered"
                        assert found.matches[0].contribution.id == changed.id
                        assert found.matches[0].revision == wording.revision
                        assert "earlier edition" in found.why
                        tried += 1
    assert tried > 0
