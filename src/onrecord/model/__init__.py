"""The nouns of the record: the only vocabulary shared by store, extracts, site and scripts.

These structs are the JSON of the contract: encoding one with msgspec gives exactly what
the command line prints and the API serves, and the OpenAPI document is made from them.
What a source does not give is None. One file per subject; everybody imports from here.
How one file was read is no business of this package; that is in `reading`.
"""

from .activity import Activity, Answered, DepartmentCount, SittingContents, Voice, YearCount
from .bills import (
    Bill,
    BillAnswer,
    BillList,
    BillName,
    BillRef,
    BillStage,
    MinisterHere,
    Ministerial,
    MinisterialContribution,
    Promoter,
    ProvisionCount,
)
from .corrections import Correction, Corrections, CorrectionSide
from .coverage import Coverage, Errata, Held, Numbered, UnresolvedReason
from .departments import DepartmentRef, Departments, DepartmentWhole, Minister
from .divisions import DivisionRef, Divisions, DivisionWhole
from .excerpts import DebateRef, Excerpt, ExcerptContribution, Excerpts, Links, Run
from .fetching import FetchedUnit, FetchReport
from .health import BackedUp, Check, Health
from .held_from import HeldFrom
from .history import Changed, DebateHistory, Disagreement, Withdrawn, Wording
from .judging import Conflicts, JudgedSpeaker, JudgedSpeakers, OpenName, OpenNames
from .keeping import KeeperDecision
from .ledger import Gap, HeldSitting, HeldSource, HeldVolume, KnownDay, Ledger, LoadedFile, LoadReport, Refused
from .licence import LICENCE, NOT_OFFICIAL
from .mentions import Mention
from .pack import GroupedAmendment, MovedAmendment, Pack, PackManifest, PackMark, PackSource, Passage
from .people import HeldOffice, LastKnown, Membership, Name, Office, Person, PersonOnDay, PersonRef, Standing
from .people_list import Speaking, SpeakingPeople
from .provisions import Numbering, OtherStatement, ProvisionAnswer
from .record import (
    Attendance,
    Capacity,
    Contribution,
    Debate,
    Division,
    DivisionVote,
    EarlierEdition,
    Heading,
    SectionRef,
    SectionTree,
    Seen,
    SittingRef,
    Speaker,
    Time,
    Unresolved,
)
from .references import CitedContribution, MadeReference, ReadReference, ReferencePoint
from .search import Hit, Manifest, OverTime, SearchPage, YearRate
from .since import Since
from .spells import SPELL
from .verification import ArticleQuotation, QuotationMatch, Verification

__all__ = [
    "LICENCE",
    "NOT_OFFICIAL",
    "SPELL",
    "Activity",
    "Answered",
    "ArticleQuotation",
    "Attendance",
    "BackedUp",
    "Bill",
    "BillAnswer",
    "BillList",
    "BillName",
    "BillRef",
    "BillStage",
    "Capacity",
    "Changed",
    "Check",
    "CitedContribution",
    "Conflicts",
    "Contribution",
    "Correction",
    "CorrectionSide",
    "Corrections",
    "Coverage",
    "Debate",
    "DebateHistory",
    "DebateRef",
    "DepartmentCount",
    "DepartmentRef",
    "DepartmentWhole",
    "Departments",
    "Disagreement",
    "Division",
    "DivisionRef",
    "DivisionVote",
    "DivisionWhole",
    "Divisions",
    "EarlierEdition",
    "Errata",
    "Excerpt",
    "ExcerptContribution",
    "Excerpts",
    "FetchReport",
    "FetchedUnit",
    "Gap",
    "GroupedAmendment",
    "Heading",
    "Health",
    "Held",
    "HeldFrom",
    "HeldOffice",
    "HeldSitting",
    "HeldSource",
    "HeldVolume",
    "Hit",
    "JudgedSpeaker",
    "JudgedSpeakers",
    "KeeperDecision",
    "KnownDay",
    "LastKnown",
    "Ledger",
    "Links",
    "LoadReport",
    "LoadedFile",
    "MadeReference",
    "Manifest",
    "Membership",
    "Mention",
    "Minister",
    "MinisterHere",
    "Ministerial",
    "MinisterialContribution",
    "MovedAmendment",
    "Name",
    "Numbered",
    "Numbering",
    "Office",
    "OpenName",
    "OpenNames",
    "OtherStatement",
    "OverTime",
    "Pack",
    "PackManifest",
    "PackMark",
    "PackSource",
    "Passage",
    "Person",
    "PersonOnDay",
    "PersonRef",
    "Promoter",
    "ProvisionAnswer",
    "ProvisionCount",
    "QuotationMatch",
    "ReadReference",
    "ReferencePoint",
    "Refused",
    "Run",
    "SearchPage",
    "SectionRef",
    "SectionTree",
    "Seen",
    "Since",
    "SittingContents",
    "SittingRef",
    "Speaker",
    "Speaking",
    "SpeakingPeople",
    "Standing",
    "Time",
    "Unresolved",
    "UnresolvedReason",
    "Verification",
    "Voice",
    "Withdrawn",
    "Wording",
    "YearCount",
    "YearRate",
]
