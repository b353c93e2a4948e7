"""The OpenAPI 3.1 document, made from the table of questions and the structs that answer them."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import Struct, field

from ... import __version__
from ...model import LICENCE, NOT_OFFICIAL
from .parameters import Parameter
from .questions import QUESTIONS, Question
from .schema import Schemas


class Problem(Struct, frozen=True, omit_defaults=True):
    """Why there is no answer (RFC 9457): what is wrong, how to put it right, and who or what could be meant.

    Of what was withdrawn: why, since when, for what reason, and the sha256 of its words."""

    type: str
    title: str
    status: int
    detail: str
    remedy: str = ""
    candidates: tuple[str, ...] = field(default=())
    why: str | None = None
    since: str | None = None
    reason: str | None = None
    sha256: str | None = None


REFUSALS = {
    "400": "The question cannot be understood.",
    "404": "Nothing of this name is held.",
    "410": "It was held, and has been withdrawn.",
    "414": "The address is too long.",
    "429": "Too many questions in a minute; `Retry-After` tells when to go on.",
    "503": "The archive is not available.",
}


@cache
def document() -> dict[str, Any]:
    """The whole document."""
    schemas = Schemas(*(question.answer for question in QUESTIONS), Problem)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "On Record",
            "version": __version__,
            "description": f"What was said in Parliament, by whom, in answer to whom. {NOT_OFFICIAL} {LICENCE}",
            "license": {"name": "Open Parliament Licence v3.0", "identifier": "LicenseRef-OPL-3.0"},
        },
        "paths": {f"/api/v1{q.path}": {"get": _operation(q, schemas.of(q.answer))} for q in QUESTIONS},
        "components": {"schemas": schemas.components},
    }


def _operation(question: Question, schema: dict[str, Any]) -> dict[str, Any]:
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    refusals = {status: {"description": text, "content": problem} for status, text in REFUSALS.items()}
    return {
        "operationId": question.name,
        "summary": question.meaning,
        "parameters": [_parameter(parameter) for parameter in question.parameters],
        "responses": {
            "200": {"description": question.meaning, "content": {"application/json": {"schema": schema}}},
            "304": {"description": "Nothing has changed since the answer whose ETag was sent."},
            **refusals,
        },
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "in": "path" if parameter.path else "query",
        "required": parameter.path or parameter.required,
        "description": parameter.meaning,
        "schema": parameter.schema,
    }
