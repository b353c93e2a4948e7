"""Mark-up that would take a parser for ever: found before any parser sees it.

A parser of HTML must look to the end of the text for the end of every tag and comment that
is begun. Where thousands are begun and none is ended, a small file takes hours. The official
services' texts end what they begin, but for a stray "<" here and there; so a text with many
loose ends is no text of theirs, and is refused. Everything here is one pass over the text.
"""

from __future__ import annotations

import re

LOOSE_ENDS = 1000
"""So many beginnings without an end are still read, as the text that they are."""

_UNSEEN = re.compile(r"(?i)<(/?)(script|style)\b")
_WHOLE_TAG = re.compile(r"<[/!?]?[A-Za-z\[-][^<>]*+>")


def is_ragged(text: str) -> bool:
    """Whether a text begins more tags, comments or marked sections than it could have meant to, or one script.

    >>> is_ragged("<p>2 < 3 and 3 > 2</p>"), is_ragged("<" * 5000), is_ragged("<!-- x>" * 5000)
    (False, True, True)

    What follows a script that never ends would be taken for its text.

    >>> is_ragged("<script>x</script> Fog."), is_ragged("<script>x</scrpt> Fog.")
    (False, True)
    """
    opened = text.count("<")
    *_, last = ("", *(tag[1] + tag[2] for tag in _UNSEEN.finditer(text)))
    if last and not last.startswith("/"):
        return True
    if opened <= LOOSE_ENDS:
        return False
    whole = sum(1 for _ in _WHOLE_TAG.finditer(text))
    return opened - whole > LOOSE_ENDS or any(
        text.count(begun, text.rfind(ended) + 1) > LOOSE_ENDS for begun, ended in (("<!--", "-->"), ("<![", "]]>"))
    )
