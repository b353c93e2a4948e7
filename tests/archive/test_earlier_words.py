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


def test_words_that_a_correction_reprints_as_wrong_are_found_where_they_were_said(specimen_archive: Path) -> None:
    """£1.04 was said on 13 August; the correction of 14 August reprints it as wrong, and says £1.40."""
    with Archive.open(specimen_archive, read_only=True) as archive:
        wrong = archive.verify("For every £1 spent the benefit is put at £1.04")
        assert wrong.verdict == "verbatim"
        assert [(m.contribution.sitting.date.day, m.contribution.column) for m in wrong.matches] == [(13, "102")]
        [by] = wrong.matches[0].corrected_by
        assert archive.contribution(by).column == "1MC"
        right = archive.verify("For every £1 spent the benefit is put at £1.40")
        assert [m.contribution.id for m in right.matches] == [by]
