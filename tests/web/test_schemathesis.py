"""Any question at all is answered as the OpenAPI document says: no defect, nothing that is not stated there."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from onrecord.web import create_app
from onrecord.web.api.questions import QUESTIONS

pytestmark = pytest.mark.filterwarnings("ignore")

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="module")
def specimen_api(specimen_archive: Path) -> Any:
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(specimen_archive))


@pytest.mark.parametrize("path", [question.path for question in QUESTIONS])
def test_every_answer_is_one_that_is_stated(specimen_api: Any, path: str) -> None:
    @given(case=specimen_api[f"/api/v1{path}"]["GET"].as_strategy())
    @settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    def ask(case: Any) -> None:
        case.call_and_validate(checks=CHECKS)

    ask()
