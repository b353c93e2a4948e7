"""`record` is an archive of fiction; `site` is the site over it, on a fixed day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from onrecord.web.app import create_app
from tests.web.fiction import TODAY, Record


@pytest.fixture
def record() -> Record:
    return Record()


@pytest.fixture
def site(record: Record, tmp_path: Path) -> Iterator[TestClient[Any]]:
    app = create_app(tmp_path, open_archive=lambda _: record, today=lambda: TODAY)  # type: ignore[arg-type,return-value]
    with TestClient(app, raise_server_exceptions=False) as client:
        client.follow_redirects = False
        yield client
