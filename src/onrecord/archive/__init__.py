"""The one door to an archive, for the command line, the site, the API and scripts.

    with Archive.open("my-archive") as archive:
        page = archive.excerpts("James Cleverly", department="Home Office")

An archive is a folder. Opening it costs a millisecond; every method is one question and
answers with a struct of `model`, which msgspec turns into the contract's JSON. Each call
sees the record as it stands at that moment, whole sittings only, while a load goes on.
An `Archive` may be used from one thread at a time; open one for each thread.
"""

from .bills import Bills
from .browsing import Browsing
from .corrections import Correcting
from .doctoring import Doctoring
from .exporting import Exporting
from .fetching_people import FetchingPeople
from .judging import Judging
from .keeping import Keeping
from .loading import Loading
from .opening import Opening
from .people import People
from .record import Record
from .references import References
from .searching import Searching
from .verifying import Verifying

__all__ = ["Archive"]


class Archive(
    Browsing,
    Correcting,
    FetchingPeople,
    Bills,
    Judging,
    Keeping,
    Doctoring,
    Loading,
    People,
    Record,
    References,
    Verifying,
    Exporting,
    Searching,
    Opening,
):
    """A folder that holds a record: its database, and the vault of every file it was read from.

    Each base is one kind of question, in a file of its own; they share the open database and nothing else.
    """
