"""Whoever asks too much is told when to go on; nobody else is kept waiting."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from onrecord.errors import UsageError
from onrecord.web.app import create_app
from onrecord.web.limits import Buckets
from tests.web.fiction import TODAY, Record


def test_a_bucket_holds_a_minute_and_fills_steadily() -> None:
    now = [0.0]
    buckets = Buckets(60, lambda: now[0])
    assert [buckets.wait("ann") for _ in range(60)] == [0] * 60
    assert buckets.wait("ann") == 1
    assert buckets.wait("bob") == 0
    now[0] += 1
    assert [buckets.wait("ann"), buckets.wait("ann")] == [0, 1]
    now[0] += 3600
    assert [buckets.wait("ann") for _ in range(61)] == [0] * 60 + [1]


def test_no_limit_is_no_limit() -> None:
    buckets = Buckets(0)
    assert {buckets.wait("ann") for _ in range(1000)} == {0}


def test_too_many_questions_get_429_and_pages_go_on(
    tmp_path: Path, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_QUESTIONS_PER_MINUTE", "2")
    app = create_app(
        tmp_path,
        open_archive=lambda _: record,  # type: ignore[arg-type,return-value]
        today=lambda: TODAY,
        clock=lambda: 0.0,
    )
    with TestClient(app) as site:
        assert [site.get("/api/v1/departments").status_code for _ in range(3)] == [200, 200, 429]
        refused = site.get("/api/v1/sittings")
        assert refused.headers["retry-after"] == "30"
        assert refused.headers["content-type"] == "application/problem+json"
        assert refused.json()["detail"] == "more than 2 questions were asked in a minute"
        assert site.get("/sittings").status_code == 200


@pytest.mark.parametrize(("path", "kind"), [("/search", "text/html"), ("/api/v1/people", "application/problem+json")])
def test_an_endless_address_is_refused(site: TestClient[Any], path: str, kind: str) -> None:
    answer = site.get(f"{path}?q={'x' * 9000}")
    assert answer.status_code == 414
    assert answer.headers["content-type"].startswith(kind)
    assert "x-content-type-options" in answer.headers


def test_a_setting_that_is_no_number_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_PAGE_CACHE_BYTES", "lots")
    with pytest.raises(UsageError, match="ONRECORD_PAGE_CACHE_BYTES"):
        create_app(tmp_path)
