"""A handler for each question of the table, and the OpenAPI document of them all."""

from __future__ import annotations

import re
from typing import Any

import msgspec
from litestar import Response, Router, route
from litestar.datastructures import State
from litestar.handlers import HTTPRouteHandler

from ...errors import UsageError
from ..faults import problem_json
from ..pages.answering import READ, AnyRequest
from .openapi import document
from .questions import QUESTIONS, Question

_PART = re.compile(r"{(\w+)}")


def handler(question: Question) -> HTTPRouteHandler:
    """The handler of one question: a parameter that it does not know is refused, never silently ignored."""
    known = {parameter.name for parameter in question.parameters if not parameter.path}

    def answer(request: AnyRequest, state: State) -> Response[Any]:
        def build(archive: Any) -> Response[Any]:
            _refuse_unknown(request.query_params.keys(), known)
            found = question.ask(archive, request.path_params, request.query_params)
            return Response(msgspec.json.encode(found), media_type="application/json")

        return problem_json(state.archives, build)

    answer.__name__, answer.__doc__ = question.name, question.meaning
    path = _PART.sub(lambda part: f"{{{part[1]}:{'path' if part[1] == 'identity' else 'str'}}}", question.path)
    return route(path, http_method=READ, sync_to_thread=True, name=question.name)(answer)


def _refuse_unknown(given: Any, known: set[str]) -> None:
    unknown = sorted(set(given) - known)
    if unknown:
        remedy = f"the parameters are {', '.join(sorted(known))}" if known else "this address takes no parameters"
        raise UsageError(f"there is no parameter “{unknown[0]}”", remedy=remedy)


@route("/openapi.json", http_method=READ, sync_to_thread=False)
def openapi() -> Response[Any]:
    """The OpenAPI 3.1 document of this API."""
    return Response(msgspec.json.encode(document()), media_type="application/json")


API = Router("/api/v1", route_handlers=[openapi, *(handler(question) for question in QUESTIONS)])
