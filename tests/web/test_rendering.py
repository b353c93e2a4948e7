"""One file that stands alone, one stylesheet, and attributions parted as Hansard prints them."""

from __future__ import annotations

import re

import pytest

from onrecord.model import Capacity, LastKnown
from onrecord.web.assets import stylesheet, stylesheet_name
from onrecord.web.attribution import parted, who
from onrecord.web.rendering import render_excerpts_page
from tests.web.fiction import ADA, CHAIR, TODAY, TRADE, excerpt, excerpts, said, speaker


def test_a_page_that_stands_alone_needs_nothing_else() -> None:
    html = render_excerpts_page(excerpts(excerpt()), today=TODAY)
    assert "<style>" in html
    assert "Content-Security-Policy" in html
    targets = re.findall(r'(?:href|src)="([^"]+)"', html)
    ids = set(re.findall(r' id="([^"]+)"', html))
    assert all(target.startswith("https://") or target.removeprefix("#") in ids for target in targets)
    assert "12 contributions omitted" in html
    assert "Not the Official Report." in html


def test_the_style_inside_it_is_the_stylesheet_to_the_letter() -> None:
    """Inside <style> a browser reads no entities: a quotation mark written as one ends the list of typefaces."""
    html = render_excerpts_page(excerpts(excerpt()), today=TODAY)
    assert f"<style>{stylesheet()}</style>" in html


def test_a_page_that_knows_its_site_leads_there() -> None:
    html = render_excerpts_page(excerpts(excerpt()), today=TODAY, base_url="https://record.example/")
    assert 'href="https://record.example/debate/2019-08-12/commons-chamber/' in html


def test_the_stylesheet_is_small_and_needs_nothing_from_elsewhere() -> None:
    assert len(stylesheet().encode()) < 20_000
    assert "url(" not in stylesheet()
    assert "@import" not in stylesheet()
    assert re.fullmatch(r"onrecord\.[0-9a-f]{12}\.css", stylesheet_name())


@pytest.mark.parametrize(
    ("attribution", "speaker", "name", "office", "others"),
    [
        ("Mr Deputy Speaker (Sir Osric Vane)", "Osric Vane", "Sir Osric Vane", "Mr Deputy Speaker", ()),
        ("Dame Ada Finch (Skerry) (Lab)", "Ada Finch", "Dame Ada Finch", None, ("Skerry", "Lab")),
        ("Ada Finch (Skerry (North)) (SNP)", "Ada Finch", "Ada Finch", None, ("Skerry (North)", "SNP")),
        (
            "The Lord Privy Seal (Lord Vane of Marl) (Con)",
            "Lord Vane",
            "Lord Vane of Marl",
            "The Lord Privy Seal",
            ("Con",),
        ),
        ("Mr Speaker", "Osric Vane", "Mr Speaker", None, ()),
        ("Lord Évane (LD)", "Lord Evane", "Lord Évane", None, ("LD",)),
        ("(unclear)", "Ada Finch", "(unclear)", None, ()),
    ],
)
def test_a_printed_line_is_parted_into_name_office_and_the_rest(
    attribution: str, speaker: str, name: str, office: str | None, others: tuple[str, ...]
) -> None:
    assert parted(attribution, speaker) == (name, office, others)


def test_the_office_shown_is_the_one_in_which_they_speak() -> None:
    speaks = said(1, ADA, capacity=Capacity("minister", TRADE, "roll"))
    line = who(speaks)
    assert line
    assert line.office == "Secretary of State for Tides and Weather"
    member = who(said(1, ADA, capacity=Capacity("member", None, "roll")))
    assert member
    assert member.office is None


def test_a_title_in_the_chair_is_explained_by_the_name() -> None:
    line = who(said(1, CHAIR, attribution="Mr Speaker"))
    assert line
    assert (line.name, line.known_as) == ("Mr Speaker", "Sir Osric Penhallow")


def test_what_is_only_last_known_is_said_to_be() -> None:
    vague = speaker("Ivo Finch", None, None, 9)
    vague.last_known["party"] = LastKnown("Labour", "2024-01-01")
    line = who(said(1, vague))
    assert line
    assert line.party is None
    assert line.last_known == "last known (2024-01-01): Labour"


def test_an_office_is_last_known_only_where_none_is_known_of_the_day() -> None:
    vague = speaker("Ivo Finch", "Labour", "Far Fen", 9)
    vague.last_known["office"] = LastKnown("Keeper of the Lamps", "2020-10-21")
    line = who(said(1, vague))
    assert line
    assert line.last_known == "last known (2020-10-21): Keeper of the Lamps"
