"""The same answers as JSON, under `/api/v1`: the contract's shapes, with the same parameters as the pages.

An answer is the archive's struct encoded, nothing added. What cannot be answered is one
`application/problem+json` (RFC 9457) with what is wrong, the remedy, and the candidates
where several fit. `questions` is the table of what can be asked; the handlers and the
OpenAPI document are made from it, so that neither can say what the other does not.
"""

from .handlers import API

__all__ = ["API"]
