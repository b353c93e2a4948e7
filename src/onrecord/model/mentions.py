"""Persons named in a speech: who is meant, and where the words stand."""

from __future__ import annotations

from msgspec import Struct


class Mention(Struct, frozen=True, omit_defaults=True):
    """Characters `start:end` of a contribution's paragraph (by its index) that mean a person.

    `kind`: `seat` ("the Member for Fen (Ada Quill)"), `office` ("the Home Secretary") or `peer`
    ("my noble friend Lord Quill"). With a `person_id` the `basis` says on what ground; without,
    `unresolved` says why nobody is named.
    """

    paragraph: int
    start: int
    end: int
    kind: str
    text: str
    person_id: str | None = None
    basis: str | None = None
    unresolved: str | None = None
