"""How a query was understood, in words (`--explain`)."""

from __future__ import annotations

from .language import All, Any, Asked, Days, Near, Not, Phrase, Prefix, Word
from .meaning import Meaning

_SHOWN = 6


def in_words(asked: Asked, meaning: Meaning) -> str:
    """The query as it was understood, each word with its forms in the record."""
    match asked:
        case Word() | Prefix():
            return _within(asked.field, _word(asked, meaning))
        case Phrase():
            return _within(asked.field, f"exactly “{' '.join(asked.words)}”")
        case Near():
            one, other = _word(asked.one, meaning), _word(asked.other, meaning)
            return _within(asked.one.field, f"{one} at most {asked.distance} words from {other}")
        case Days():
            return f"said from {asked.first} to {asked.last}" if asked.first != asked.last else f"said on {asked.first}"
        case Not():
            return f"not {_bracketed(asked.what, meaning)}"
        case All():
            return " and ".join(_bracketed(part, meaning) for part in asked.parts)
        case Any():
            return " or ".join(_bracketed(part, meaning) for part in asked.parts)


def _bracketed(asked: Asked, meaning: Meaning) -> str:
    said = in_words(asked, meaning)
    return f"({said})" if isinstance(asked, All | Any) else said


def _word(asked: Word | Prefix, meaning: Meaning) -> str:
    known = [form.text for form in meaning.words_of(asked)]
    written = f"{asked.text}*" if isinstance(asked, Prefix) else asked.text
    others = [text for text in known if text != asked.text]
    if not known:
        return f"“{written}” (in no contribution)"
    more = f", and {len(others) - _SHOWN} more" if len(others) > _SHOWN else ""
    return f"“{written}” ({', '.join(others[:_SHOWN])}{more})" if others else f"“{written}”"


def _within(field: str, said: str) -> str:
    return {"speaker": "spoken by ", "title": "under a heading with "}.get(field, "") + said
