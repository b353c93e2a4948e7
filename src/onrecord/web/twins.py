"""Where a page stands as JSON: the address of the API that asks for the very same."""

from __future__ import annotations

from urllib.parse import urlencode


def twin(path: str, **asked: object) -> str:
    """An address of the API with what was asked, as far as it was; `start` and `end` are called from and to there.

    >>> twin("/bills", q="", page=2), twin("/bills")
    ('/api/v1/bills?page=2', '/api/v1/bills')
    """
    pairs = [(_CALLED.get(name, name), str(value)) for name, value in asked.items() if value not in (None, "")]
    return f"/api/v1{path}" + (f"?{urlencode(pairs)}" if pairs else "")


_CALLED = {"start": "from", "end": "to"}
