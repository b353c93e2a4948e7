"""JSON schemas of the answers, read from the structs themselves.

msgspec makes schemas too, but refuses a speaker that is one of two untagged structs, which
is what the contract's JSON is. An answer holds every field of its struct, so every field is
required; only a struct that leaves out its defaults when encoded may lack them.
"""

from __future__ import annotations

import types
from datetime import date
from functools import cached_property
from typing import Any, Literal, Union, get_args, get_origin

from msgspec import NODEFAULT, Struct, structs

_PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    date: {"type": "string", "format": "date"},
    object: {},
    Any: {},
}


class Schemas:
    """Schemas by the name of their struct, gathered as they are met."""

    def __init__(self, *answers: type) -> None:
        self._named: dict[str, dict[str, Any]] = {}
        self._answers = answers

    @cached_property
    def components(self) -> dict[str, dict[str, Any]]:
        """Every struct that an answer is or holds, by name."""
        for answer in self._answers:
            self.of(answer)
        return dict(sorted(self._named.items()))

    def of(self, kind: Any) -> dict[str, Any]:
        """The schema of a type: of a struct, a reference to its own.

        >>> Schemas().of(dict[str, int | None])
        {'type': 'object', 'additionalProperties': {'anyOf': [{'type': 'integer'}, {'type': 'null'}]}}
        """
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        origin, inner = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(one) for one in inner]}
        if origin is Literal:
            return {"enum": list(inner)}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.of(inner[1])}
        if origin is tuple and inner[-1] is not Ellipsis:
            return {
                "type": "array",
                "prefixItems": [self.of(one) for one in inner],
                "minItems": len(inner),
                "maxItems": len(inner),
            }
        if origin in (tuple, list):
            return {"type": "array", "items": self.of(inner[0])}
        if isinstance(kind, type) and issubclass(kind, Struct):
            return self._struct(kind)
        raise TypeError(f"no schema for {kind}")

    def _struct(self, kind: type[Struct]) -> dict[str, Any]:
        if kind.__name__ not in self._named:
            self._named[kind.__name__] = {}  # before its fields: a section holds sections
            self._named[kind.__name__] = self._made(kind)
        return {"$ref": f"#/components/schemas/{kind.__name__}"}

    def _made(self, kind: type[Struct]) -> dict[str, Any]:
        config, properties, required = kind.__struct_config__, {}, []
        if config.tag_field:
            properties[config.tag_field] = {"const": config.tag}
            required.append(config.tag_field)
        for field in structs.fields(kind):
            properties[field.encode_name] = self.of(field.type)
            has_default = field.default is not NODEFAULT or field.default_factory is not NODEFAULT
            if not (config.omit_defaults and has_default):
                required.append(field.encode_name)
        schema = {"title": kind.__name__, "type": "object", "properties": properties, "required": required}
        return {**schema, "description": " ".join((kind.__doc__ or "").split())}
