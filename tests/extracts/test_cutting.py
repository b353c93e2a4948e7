"""Cutting to the paragraph next to the focus keeps somebody's words and says truly whether it cut."""

from __future__ import annotations

import pytest

from onrecord.extracts.cutting import cut_paragraphs
from onrecord.reading import Paragraph

SPEECH = (Paragraph("text", "One."), Paragraph("motion", "Two."), Paragraph("interjection", "[Interruption.]"))


@pytest.mark.parametrize(
    ("cut", "kept", "made"),
    [("before", SPEECH[1:], "before"), ("after", SPEECH[:1], "after"), (None, SPEECH, None)],
)
def test_the_near_end_stays(cut: str | None, kept: tuple[Paragraph, ...], made: str | None) -> None:
    assert cut_paragraphs(SPEECH, cut) == (kept, made)


@pytest.mark.parametrize("cut", ["before", "after"])
def test_what_has_no_second_paragraph_is_not_cut(cut: str) -> None:
    for paragraphs in (SPEECH[:1], SPEECH[2:], ()):
        assert cut_paragraphs(paragraphs, cut) == (paragraphs, None)
