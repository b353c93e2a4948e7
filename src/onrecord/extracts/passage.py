"""The address of words in a contribution, as a text fragment that browsers scroll to and mark.

The fragment (`#:~:text=`, WICG's draft "URL Fragment Text Directives") names the first and the last
words of a longer passage. The words must stand there: an address that leads to nothing is not given.
"""

from __future__ import annotations

from urllib.parse import quote

from ..errors import UsageError
from ..model import Contribution
from ..normal import words

_WHOLE = 10  # words up to which a passage is named whole
_ENDS = 5  # words of each end that name a longer one


def passage_address(contribution: Contribution, passage: str) -> str:
    """The permalink of the contribution with the passage marked. UsageError where the words do not stand there."""
    span = _span(contribution.text, passage)
    if span is None:
        raise UsageError(
            f"these words do not stand in {contribution.id}", remedy="copy them from the contribution, or use `verify`"
        )
    return f"{contribution.permalink}:~:text={text_fragment(contribution.text[span[0] : span[1]])}"


def _span(text: str, passage: str) -> tuple[int, int] | None:
    """Where the words of `passage` stand in `text`, in that order and unbroken; the first place, or None."""
    wanted = [word.text for word in words(passage)]
    standing = words(text)
    for place in range(len(standing) - len(wanted) + 1 if wanted else 0):
        if all(standing[place + step].text == word for step, word in enumerate(wanted)):
            return standing[place].start, standing[place + len(wanted) - 1].end
    return None


def text_fragment(passage: str) -> str:
    """The value of a text directive for a passage, its own commas and hyphens spelt out.

    >>> text_fragment("so far, so-so")
    'so%20far%2C%20so%2Dso'
    >>> text_fragment("one two three four five six seven eight nine ten eleven")
    'one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven'
    """
    paragraphs = passage.split("\n\n")
    words = passage.split()
    if len(words) <= _WHOLE and len(paragraphs) == 1:
        return _quoted(" ".join(words))
    first, last = paragraphs[0].split()[:_ENDS], paragraphs[-1].split()[-_ENDS:]
    return f"{_quoted(' '.join(first))},{_quoted(' '.join(last))}"


def _quoted(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")
