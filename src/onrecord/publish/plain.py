"""Making the record's characters harmless on a terminal.

Hansard is prose, but a file that calls itself Hansard may hold anything: an escape sequence
that repaints the screen, a mark that turns the reading direction round and so makes a
quotation read otherwise than it stands. Such characters are shown as what they are, not
dropped, because words of the record are never lost in silence.
"""

from __future__ import annotations

import re

_DANGEROUS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def harmless(text: str) -> str:
    r"""Text in which control characters and turners of direction are spelt out; white space becomes a blank.

    >>> print(harmless("a\tb \x1b[31mred\u202e!"))
    a b \u001b[31mred\u202e!
    """
    return _DANGEROUS.sub(_spelt, text) if _DANGEROUS.search(text) else text


def _spelt(match: re.Match[str]) -> str:
    character = match[0]
    return " " if character in "\t\n\r\x0b\x0c\x85\u2028\u2029" else f"\\u{ord(character):04x}"
