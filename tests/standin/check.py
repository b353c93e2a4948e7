"""Is an answer in the shape that a service's own OpenAPI document promises?

The documents are older than OpenAPI's word for null, and the services answer null wherever
a value is missing; so null is let through everywhere. So are numbers where the documents
name the values of an enumeration: the services answer either.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from jsonschema import Draft7Validator

FILES = {
    "hansard": "hansard-api.json",
    "questions_statements": "writtenquestions-api.json",
    "commons_votes": "commonsvotes-api.json",
    "lords_votes": "lordsvotes-api.json",
    "whatson": "whatson-api.json",
    "members": "members-api.json",
    "bills": "bills-api.json",
}


# the document says that a statement by its id is a list of statements; by day and number it is one, as is a question
ONE_STATEMENT = re.compile(r"(/writtenstatements/statements)/(\d+)")


class Contract:
    """A service's OpenAPI document: which requests it knows, and what it answers."""

    def __init__(self, file: Path) -> None:
        self._document = _relaxed(json.loads(file.read_text(encoding="utf-8")))

    def operation(self, path: str) -> Any:
        """What the document says of the request at a path, None where it knows no such thing."""
        wanted = unquote(urlsplit(path).path)
        matching = [template for template in self._document["paths"] if re.fullmatch(_pattern(template), wanted)]
        if not matching:
            return None
        plainest = min(matching, key=lambda template: template.count("{"))
        return self._document["paths"][plainest]["get"]

    def unknown_parameters(self, path: str) -> set[str]:
        """The parameters of a request that the document does not know."""
        known = {parameter["name"].lower() for parameter in self.operation(path)["parameters"]}
        return {name for name, _ in parse_qsl(urlsplit(path).query) if name.lower() not in known}

    def missing_parameters(self, path: str) -> set[str]:
        """The parameters that the document requires and a request lacks."""
        asked = {name.lower() for name, _ in parse_qsl(urlsplit(path).query)}
        parameters = self.operation(path)["parameters"]
        return {p["name"].lower() for p in parameters if p["in"] == "query" and p.get("required")} - asked

    def faults(self, path: str, answer: Any) -> list[str]:
        """Where an answer is not in the shape promised."""
        told = self.operation(ONE_STATEMENT.sub(r"\1/2000-01-01/\2", path))["responses"]["200"]
        schema = told.get("schema") or next(iter(told["content"].values()))["schema"]
        validator = Draft7Validator({**self._document, **schema})
        return [f"{'/'.join(map(str, fault.path))}: {fault.message[:200]}" for fault in validator.iter_errors(answer)]


def _pattern(template: str) -> str:
    return re.sub(r"\\\{\w+\\\}", "[^/]+?", re.escape(template))


def _relaxed(node: Any) -> Any:
    """A document whose schemas let null through, and numbers for the names of an enumeration."""
    if isinstance(node, list):
        return [_relaxed(each) for each in node]
    if not isinstance(node, dict):
        return node
    relaxed = {key: _relaxed(each) for key, each in node.items() if key not in ("required",) or each is True}
    if isinstance(relaxed.get("type"), str):
        relaxed["type"] = [relaxed["type"], "null"]
        if "enum" in relaxed:
            relaxed["type"] += ["integer"]
            del relaxed["enum"]
    if "$ref" in relaxed and len(relaxed) == 1:
        return {"anyOf": [relaxed, {"type": "null"}]}
    return relaxed
