"""The tables of the record, and why each exists.

Bytes first: `documents` and `lists` name the files in the vault, and every other table
can be made again from them. What one needs to choose and to window contributions stands
in columns; what one needs only to show them stands in one JSON `data` cell, so that an
excerpt reads ten rows and not ten thousand. Aliases are flat: any id a thing ever had
leads to today's in one step, however often a source renumbered.

Changes to these tables come with a migration in `migrations/versions`, one file per subject here.
"""

from .addresses import aliases as aliases
from .addresses import marks as marks
from .addresses import numbers as numbers
from .addresses import permalinks as permalinks
from .bills import bill_facts as bill_facts
from .changes import changes as changes
from .corrections import corrections as corrections
from .coverage import series as series
from .decisions import conflicts as conflicts
from .decisions import decisions as decisions
from .decisions import mentions as mentions
from .decisions import rulings as rulings
from .files import documents as documents
from .files import editions as editions
from .files import lists as lists
from .keeping import acceptances as acceptances
from .keeping import removals as removals
from .keeping import suppressions as suppressions
from .metadata import metadata as metadata
from .past import disagreements as disagreements
from .past import gone as gone
from .past import revisions as revisions
from .people import person_keys as person_keys
from .people import person_names as person_names
from .people import persons as persons
from .people import seat_names as seat_names
from .refusals import refusals as refusals
from .sittings import contributions as contributions
from .sittings import debate_departments as debate_departments
from .sittings import divisions as divisions
from .sittings import sections as sections
from .sittings import sittings as sittings
from .sittings import stamps as stamps
from .sources import expected_sittings as expected_sittings
from .sources import fetched as fetched
from .sources import origins as origins
