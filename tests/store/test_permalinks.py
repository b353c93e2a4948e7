"""Addresses: how a title is written in one, and that one given is kept whatever titles are written like today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord import Archive
from onrecord.reading import ReadSitting
from onrecord.store.permalinks import Permalinks, fold_title, slug_of


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("The Speech—Adjourned Debate.", "the-speech-adjourned-debate"),
        ("Fishermen’s Huts – Øre", "fishermens-huts-ore"),
        ("Œuvres d’Élan", "oeuvres-delan"),
        ("½ Mile Limit", "1-2-mile-limit"),
        ("—", "untitled"),
    ],
)
def test_a_title_in_an_address_keeps_its_words_apart(title: str, slug: str) -> None:
    assert slug_of(title) == slug


def test_a_debate_is_found_by_the_words_on_either_side_of_a_dash() -> None:
    assert fold_title("Speech—Adjourned").split() == ["speech", "adjourned"]


def test_an_address_that_was_given_stays(tmp_path: Path) -> None:
    sitting = ReadSitting(house="commons", chamber="commons-chamber", date=date(2019, 8, 12), sections=(), items=())
    with Archive.open(tmp_path / "archive", create=True) as archive, archive._engine.begin() as connection:
        given = "/debate/2019-08-12/commons-chamber/speechadjourned"
        connection.exec_driver_sql("INSERT INTO permalinks (path, section_id) VALUES (?, 's1')", (given,))
        links = Permalinks(connection)
        assert links.give(sitting, "Speech—Adjourned", ["s1"]) == given
        assert links.give(sitting, "Speech—Adjourned", ["s2"]).endswith("/speech-adjourned")
