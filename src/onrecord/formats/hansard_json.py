"""The Hansard API's JSON: which of the service's answers a file holds, and who reads it.

People keep what the service answered in one folder: debates, divisions, what a search
found, and the lists by which they came to these. All of them are good files, so none is
refused for being the other; but only the first three hold words of the proceedings. What
is no answer of this service, or not a whole one, is refused.
"""

from __future__ import annotations

from ..reading import Reading
from .hansard_debate import read_debate
from .hansard_division import read_division_file
from .hansard_lists import read_list
from .hansard_schema import Debate, DivisionFile, SearchAnswer, decode
from .hansard_search import read_search


def read_hansard_json(data: bytes, name: str) -> Reading:
    """Read one answer of the Hansard API: a debate, a division, found contributions, or a list.

    Raises BadInputError for a file that is not whole, or another answer of the API, and
    WordsLostError if the reading would lose a word.
    """
    document = decode(data, name)
    if isinstance(document, Debate):
        return read_debate(document, name)
    if isinstance(document, DivisionFile):
        return read_division_file(document, name)
    if isinstance(document, SearchAnswer):
        return read_search(document, name)
    return read_list(document, name)
