"""What the page about the site claims of accuracy holds against the committed table."""

from __future__ import annotations

import csv
from pathlib import Path

from onrecord.web.rendering import render_about
from onrecord.web.wording import accuracy

TABLE = Path(__file__).resolve().parents[2] / "docs" / "accuracy" / "speakers.csv"


def test_each_claim_is_no_more_than_was_measured() -> None:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = {(row["stream"], row["years"]): row for row in csv.DictReader(file)}
    assert accuracy().claims
    for claim in accuracy().claims:
        assert float(rows[claim["stream"], claim["years"]]["recall"]) >= claim["told"], claim
    assert all(row["wrong"] == "0" for row in rows.values())


def test_the_page_tells_each_claim() -> None:
    page = render_about(())
    for claim in accuracy().claims:
        assert f"{claim['told']}: {claim['what']}" in page
