"""A small invented record in the model's own structs, so that the pages are tested without a database.

The parliament, its members and every word here are fiction. `Record` is an archive that
answers from these structs and remembers what it was asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec import structs

from onrecord.errors import AmbiguousError, GoneError, NotHeldError, UsageError
from onrecord.model import (
    Activity,
    Answered,
    ArticleQuotation,
    Bill,
    BillAnswer,
    BillName,
    BillRef,
    BillStage,
    Capacity,
    Changed,
    CitedContribution,
    Contribution,
    Correction,
    Corrections,
    CorrectionSide,
    Coverage,
    Debate,
    DebateHistory,
    DebateRef,
    DepartmentCount,
    DepartmentRef,
    Departments,
    DepartmentWhole,
    Division,
    DivisionRef,
    Divisions,
    DivisionVote,
    DivisionWhole,
    Errata,
    Excerpt,
    ExcerptContribution,
    Excerpts,
    Heading,
    Held,
    HeldFrom,
    HeldOffice,
    HeldSitting,
    HeldSource,
    Hit,
    KnownDay,
    LastKnown,
    Ledger,
    Links,
    Membership,
    Minister,
    Ministerial,
    Numbered,
    Office,
    PersonOnDay,
    PersonRef,
    Promoter,
    ProvisionCount,
    QuotationMatch,
    ReadReference,
    ReferencePoint,
    Run,
    SearchPage,
    SectionRef,
    SectionTree,
    Seen,
    SittingRef,
    Speaker,
    Speaking,
    SpeakingPeople,
    Time,
    Unresolved,
    UnresolvedReason,
    Verification,
    Voice,
    Withdrawn,
    Wording,
    YearCount,
)
from onrecord.reading import Paragraph, Span

TODAY = date(2026, 11, 23)
DAY = date(2019, 8, 12)
PATH = "/debate/2019-08-12/commons-chamber/lighthouses-and-buoys-maintenance-bill"
SITTING = SittingRef("commons", "commons-chamber", DAY, 731, "2019-20")
SECTION = SectionRef("fic.1", "Lighthouses and Buoys (Maintenance) Bill", ("Lighthouses and Buoys (Maintenance) Bill",))
TRADE = "Department for Tides and Weather"


def speaker(name: str, party: str | None, seat: str | None, number: int, office: str | None = None) -> Speaker:
    offices = (HeldOffice(office, TRADE, date(2019, 7, 1), None),) if office else ()
    slug = f"{name.lower().replace(' ', '-')}-{number}"
    return Speaker(f"twfy:{number}", {"twfy": str(number)}, name, party, seat, offices, "id-in-source", slug)


ADA = speaker("Ada Thornbury", "Labour", "Skerry and the Sounds", 90001, "Secretary of State for Tides and Weather")
BRAM = speaker("Bram Okonedo-Pell", "Conservative", "Upper Fenmarsh", 90002)
CERYS = speaker("Cerys Vane", "Plaid Cymru", "Aber Lanwern", 90003)
CHAIR = speaker("Sir Osric Penhallow", None, "Marl and Deepdale", 90004)

LONG = (
    "The lights on the outer skerries were last surveyed eleven years ago, when my predecessor told the House that "
    "paint alone would see them through. It has not. Of the forty-one lamps for which the Commissioners answer, nine "
    "are kept burning by volunteers, and two, I regret to say, by a retired schoolmaster and his dog. That is a fine "
    "tale for a winter evening; it is no way to guard the approaches to four harbours."
)
OTHER = (
    "I am grateful to the Secretary of State for giving way. She will know that in Upper Fenmarsh the buoys have been "
    "adrift since the spring tides of March, and that the harbour master writes to me every week, in verse, about it. "
    "Can she say whether clause 4 reaches inland waters, or must we go on tying barrels to the willows?"
)


def said(number: int, who: Any = None, text: str = LONG, **facts: Any) -> Contribution:
    """A contribution of the invented record; `facts` are fields of Contribution."""
    paragraphs = facts.pop("paragraphs", None) or tuple(Paragraph("text", part) for part in text.split("\n\n"))
    ready: dict[str, Any] = {
        "id": f"fic.1.{number}",
        "aliases": (f"old/{number}",),
        "permalink": f"{PATH}#c-fic.1.{number}",
        "source_url": f"https://hansard.example/commons/2019-08-12#contribution-{number}",
        "sitting": SITTING,
        "section": SECTION,
        "ordinal": number,
        "kind": "speech",
        "attribution": who.name if isinstance(who, Speaker) else None,
        "speaker": who,
        "text": "\n\n".join(p.text for p in paragraphs),
        "paragraphs": paragraphs,
        "capacity": None,
        "on_behalf_of": None,
        "question_number": None,
        "uin": None,
        "reference": None,
        "time": None,
        "column": "4012",
        "column_end": None,
        "citation": "HC Deb 12 August 2019, vol 731, col 4012",
        "sha256": "0" * 64,
        "revision": 1,
        "publication": "daily",
    }
    return Contribution(**{**ready, **facts})


def shown(of: Contribution, **facts: Any) -> ExcerptContribution:
    """The same contribution as it stands in an excerpt."""
    return ExcerptContribution(**{**structs.asdict(of), **facts})


OPENING = said(
    1,
    ADA,
    attribution="The Secretary of State for Tides and Weather (Ada Thornbury)",
    time="15:34:00",
    timecode="2019-08-12T15:34:21",
    video_url="https://video.example/1",
    capacity=Capacity("minister", TRADE, "printed"),
    paragraphs=(
        Paragraph("motion", "I beg to move, That the Bill be now read a Second time.", "4012"),
        Paragraph("text", LONG),
        Paragraph("text", "Let me turn to the duty of care in clause 4. " + LONG, "4013"),
        Paragraph(
            "quotation", "“No keeper shall be asked to row out in a sea that he would not ask his own son to row in.”"
        ),
        Paragraph(
            "text",
            "That was the rule of 1843. [Hon. Members: “Hear, hear!”] It should be ours.",
            spans=(Span("interjection", 27, 57),),
        ),
        Paragraph(
            "list", "lamps; bells; buoys", rows=(("(a) lamps and their oil;",), ("(b) bells;",), ("(c) buoys.",))
        ),
        Paragraph("table", "Light Year Skerry 2008", rows=(("Light", "Last surveyed"), ("Outer Skerry", "2008"))),
    ),
)
PLEA = said(2, BRAM, OTHER, attribution="Mr Bram Okonedo-Pell (Upper Fenmarsh) (Con)", kind="intervention")
REPLY = said(
    3, ADA, "The barrels have served their time. Clause 4 reaches every tidal water, and the willows may rest."
)
ROSE = said(4, CERYS, "rose—", kind="gesture", paragraphs=(Paragraph("text", "rose—"),))
ORDER = said(5, CHAIR, "Order. The lamps are in the Bill; the dog is not.", attribution="Mr Speaker")
CROWD = said(6, None, "Several hon. Members rose—", kind="collective")
LOST = said(
    7, Unresolved("two members of this name sat that day", "Mr Finch"), "On the matter of bells.", column="4014"
)
PUT = said(8, None, "Question put and agreed to.", kind="procedural", column="4014")
AYES = tuple(DivisionVote(f"twfy:{n}", f"Member {n}", "aye", "Labour" if n < 5 else "Plaid Cymru") for n in range(7))
NOES = tuple(DivisionVote(None, f"Peer <{n}>", "no", "Conservative", teller=n == 0) for n in range(3))
DIVISION = Division("fic.d1", "fic.1.s2", "214", {"aye": 7, "no": 3}, AYES + NOES, "4014", aliases=("old/d1",))

BILL = SECTION.title
TREE = SectionTree(
    "fic.1", SECTION.title, SECTION.path, "bill", 0, PATH, bill="Lighthouses and Buoys (Maintenance) Bill",
    stage="Second Reading", departments=(TRADE,), source_url="https://hansard.example/debate", sections=(
        SectionTree("fic.1.s1", "Clause 4", (BILL, "Clause 4"), "heading", 1, PATH + "#s-fic.1.s1"),
        SectionTree("fic.1.s2", "Third Reading", (BILL, "Third Reading"), "heading", 1, PATH, aliases=("old/s2",)),
    ),
)  # fmt: skip
ITEMS = (
    Heading("fic.1", "fic.1", SECTION.title, 0), Time("fic.1", "15:34:00"), OPENING, PLEA, REPLY,
    Heading("fic.1.s1", "fic.1.s1", "Clause 4", 1, "4013"), ROSE, ORDER, CROWD,
    Heading("fic.1.s2", "fic.1.s2", "Third Reading", 1), LOST, PUT, DIVISION,
)  # fmt: skip
HISTORY = (Seen(1, "2019-08-13", "parlparse", 0), Seen(2, "2019-09-02", "hansard-api", 4))
DEBATE = Debate(TREE, SITTING, ITEMS, HISTORY)

ADA_PAGE = PersonOnDay(
    ADA.person_id, ADA.slug, ADA.ids, ADA.name, (),
    (Membership("commons", "Skerry and the Sounds", "Labour", date(2015, 5, 7), None, "list A", date(2020, 1, 31)),),
    (Office("Secretary of State for Tides and Weather", TRADE, date(2019, 7, 1), None, date(2020, 1, 31), "list B"),),
    {"party": LastKnown("Labour", "2024-01-01")}, None,
)  # fmt: skip


def excerpt(number: int = 0, **links: Any) -> Excerpt:
    """One debate of Ada Thornbury's page; `number` tells debates apart."""

    def named(of: Contribution, **facts: Any) -> ExcerptContribution:
        return shown(structs.replace(of, id=f"{of.id}.{number}") if number else of, **facts)

    ref = DebateRef(
        f"fic.{number + 1}", SECTION.title, date(2024, 1, 15), "commons-chamber", "commons", TREE.bill, TREE.stage,
        permalink=PATH, departments=(TRADE,),
    )  # fmt: skip
    first = Run((named(OPENING, focus=True),), ((0, "Second reading of the Bill"),))
    second = Run(
        (named(PLEA, because="intervention"),
         named(REPLY, focus=True, under_debate="Second Reading, moved by A. Thornbury"),
         named(ROSE, because="between"), named(ORDER, because="chair", cut="after")),
        ((0, "Clause 4"),),
    )  # fmt: skip
    held = {"official": "https://hansard.example/debate", "video": "https://video.example/1", **links}
    return Excerpt(ref, Links(PATH, **held), 2, (first, second), (3,), 12)


def excerpts(*listed: Excerpt, page: int = 1, pages: int = 1) -> Excerpts:
    """A page of Ada Thornbury's excerpts."""
    return Excerpts(ADA_PAGE, {}, len(listed) * pages, page, pages, listed)


class Record:
    """An archive that answers from the structs above; `asked` keeps what the site asked of it."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []
        self.whole, self.page, self.closed = DEBATE, excerpts(excerpt()), False

    def sittings(
        self, start: date | None = None, end: date | None = None, house: str | None = None, **_: Any
    ) -> Ledger:
        source = HeldSource("parlparse", "0" * 64, "2026-11-01", "2026-11-02")
        rows = tuple(
            HeldSitting(f"s{n}", ("lords", "commons")[n % 2], ("lords-chamber", "commons-chamber")[n % 2],
                        date(2019, 8, 10 + n), 731, 1200 + n, 64000, 1, n, ("3990", "4100"), (source,), 1,
                        "missing" if n == 3 else "held", {})
            for n in range(5) if house in (None, ("lords", "commons")[n % 2])
        )  # fmt: skip
        rows = tuple(r for r in rows if (not start or r.date >= start) and (not end or r.date <= end))
        return Ledger(rows, {"contributions": 4800, "words": 256000})

    def days_known(self, house: str | None = None) -> tuple[KnownDay, ...]:
        known = sorted((row.date, row.state) for row in self.sittings(house=house).sittings)
        return tuple(KnownDay(day, state == "held", state != "held") for day, state in known)

    def debates_on(self, day: date, chamber: str) -> tuple[DebateRef, ...]:
        return (excerpt().debate,) if (day, chamber) == (DAY, "commons-chamber") else ()

    def activity(self, member: str) -> Activity:
        years = (YearCount(2017, 2, 9, 1200), YearCount(2019, 4, 21, 4800))
        answered = (Answered("twfy:90002", "bram-okonedo-pell-90002", "Bram Okonedo-Pell", 7),)
        here = (DepartmentCount(TRADE, "board-of-trade", 6),)
        return Activity(ADA_PAGE, 6, 30, 6000, years, here, answered, 3, (excerpt().debate,))

    def speaking(self, day: date, chamber: str) -> tuple[Voice, ...]:
        known = Voice(ADA.person_id, ADA.slug, ADA.name, "Labour", False, 3, 900)
        return known, Voice(None, None, "Mr Finch", None, False, 1, 90)

    def people(self, text: str = "", *, page: int = 1, per_page: int = 100) -> SpeakingPeople:
        one = Speaking(ADA.person_id, ADA.slug, ADA.name, "Skerry and the Sounds 2015–", 30)
        hit = text.casefold() in "ada thornbury"
        return SpeakingPeople(int(hit), page, int(hit), (one,) if hit else ())

    def divisions(
        self, start: date | None = None, end: date | None = None, house: str | None = None, *, page: int = 1,
        per_page: int = 50,
    ) -> Divisions:  # fmt: skip
        one = DivisionRef(DIVISION.id, DIVISION.number, DAY, "commons", "commons-chamber", DIVISION.counts,
                          excerpt().debate)  # fmt: skip
        return Divisions(51, page, 2, (one,), None) if house != "lords" else Divisions(0, page, 0, ())

    def division(self, id: str) -> DivisionWhole:
        if id not in (DIVISION.id, *DIVISION.aliases):
            raise NotHeldError(f"{id} is no division")
        return DivisionWhole(DIVISION, SITTING, excerpt().debate)

    def departments(self) -> Departments:
        return Departments((DepartmentRef(TRADE, "board-of-trade", "department", 6, DAY, DAY),))

    def department(
        self, name: str, *, chamber: str | None = None, page: int = 1, per_page: int = 50
    ) -> DepartmentWhole:
        if name not in (TRADE, "board-of-trade"):
            raise NotHeldError(f"no department is called {name}")
        minister = Minister(ADA.person_id, ADA.slug, ADA.name, ADA_PAGE.offices[0])
        return DepartmentWhole(TRADE, "board-of-trade", "department", ("Plantations", TRADE), (minister,), 6, page, 1,
                               (excerpt().debate,))  # fmt: skip

    def bills(self, text: str = "") -> tuple[BillRef, ...]:
        return (BillRef("lighthouses-2019", BILL, "2017-19", 1, DAY, DAY, ("commons",)),)

    def bill_named(self, name_or_id: str) -> BillRef:
        self.bill(name_or_id)
        return self.bills()[0]

    def bill(self, name_or_id: str) -> BillAnswer:
        if "lighthouses" not in name_or_id:
            raise NotHeldError(f"no bill is called {name_or_id}")
        bill = Bill("lighthouses-2019", (BillName(BILL, DAY),), "2017-19", "commons",
                    (Promoter(ADA.person_id, ADA.name, "moves second reading", ADA.slug),))  # fmt: skip
        held = BillStage("Second Reading", "commons", DAY, "fic.1", True, "heading", "commons-chamber", BILL, PATH)
        missing = BillStage("First reading", "commons", None, None, False, "implied by a later stage")
        return BillAnswer(bill, (missing, held), (ProvisionCount("clause 4", 3, 2),))

    def ministerial(self, debate_or_bill: str, **asked: Any) -> Ministerial:
        return Ministerial("every contribution of a minister", {}, 1, asked["page"], 1, (excerpt(),))

    def history(self, id: str) -> DebateHistory:
        diff = (("same", "We shall build"), ("removed", "two"), ("added", "three"))
        first = Wording(1, "2019-08-13", "parlparse a.xml", "a", "changed", None, "We shall build two", "0" * 64, diff)
        changed = Changed("fic.1.1", OPENING.attribution, "4012", OPENING.permalink, 3, "We shall build three",
                          (first, structs.replace(first, revision=2, text=None)))  # fmt: skip
        withdrawn = Withdrawn("fic.gone", "withdrawn", "2019-09-02", None, "ab" * 32)
        return DebateHistory(self.whole.section, SITTING, HISTORY, (changed,), (withdrawn,))

    def pour(self, format: str, file: Any, query: str, limit: int, **filters: Any) -> int:
        self.asked.append({"format": format, "query": query, "limit": limit, **filters})
        return int(file.write(b"a row\n"))

    def index_lag(self) -> int:
        return 0

    def verify(self, quote: str, **asked: Any) -> Verification:
        self.asked.append({"quote": quote, **asked})
        if "zzz" in quote:
            return Verification(quote, "not-found", (), "nothing reads like it")
        diff = (("same", "The House will"), ("missing", "not"), ("added", "soon"), ("same", "forget"))
        match = QuotationMatch(OPENING, 0.75, 0, 9, diff, ("fic.1.7",), before="Before.", after="After.")
        return Verification(quote, "altered", (match,), "a negation is left out")

    def verify_article(self, article: str, **asked: Any) -> tuple[ArticleQuotation, ...]:
        return (
            ArticleQuotation(0, 9, self.find_people("thornbury"), False, self.verify("The House will soon forget")),
        )

    def search(self, query: str = "", **asked: Any) -> SearchPage:
        self.asked.append({"query": query, **asked})
        if "zzz" in query:
            return SearchPage(query, {}, "", "relevance", 0, True, 1, 0, (), did_you_mean="zoo")
        facts = {name: getattr(OPENING, name) for name in OPENING.__struct_fields__}
        hit = Hit(
            **facts, snippet="a <mark>light</mark> &lt;b&gt;", snippet_start=0, snippet_end=30, marks=(), score=1.0
        )
        facets = {"year": (("2019", 30), ("2017", 3)), "house": (("commons", 31), ("lords", 2)),
                  "member": ((ADA.name, 20), ("Bram", 2)), "kind": (("speech", 33),)}  # fmt: skip
        return SearchPage(query, {}, "light", asked["sort"], 33, True, asked["page"], 2, (hit,), facets=facets,
                          facet_ids={"member": (ADA.person_id, "twfy:90002")}, people=self.find_people(query),
                          debates=self.find_debates(query))  # fmt: skip

    def where(self, reference: str) -> ReadReference:
        if not reference.startswith(("HC Deb", "HCWS")):
            raise UsageError(f"{reference} is no reference")
        facts = {name: getattr(OPENING, name) for name in OPENING.__struct_fields__}
        point = ReferencePoint("commons", DAY, None, "4012", None, "")
        return ReadReference(reference, point, (CitedContribution(**facts, inferred=True),),
                             ("the record says volume 731",))  # fmt: skip

    def numbered(self, number: str, *, house: str | None = None, day: date | None = None) -> Numbered:
        if number != "HCWS7":
            raise NotHeldError(f"nothing that is held has the number {number}")
        return Numbered(number, (OPENING,) if day else (OPENING, REPLY))

    def coverage(self) -> Coverage:
        held = (Held("commons", "commons-chamber", "held", 2, 9, 99, 5, DAY, DAY),
                Held("lords", "lords-chamber", "missing", 1, 0, 0, 0, DAY, DAY))  # fmt: skip
        return Coverage(held, (UnresolvedReason("two members of this name sat that day", 5),), DAY)

    def held(self) -> tuple[Held, ...]:
        return (Held("commons", "commons-chamber", "held", 4, 4800, 256000, 1, date(2019, 8, 10), date(2019, 8, 14)),)

    def held_from(self, places: Iterable[tuple[str, str, date]]) -> HeldFrom | None:
        number = len(set(places))
        return HeldFrom(number, ("parlparse",), "2026-09-01", "2026-09-02", "2026-09-03") if number else None

    def known_from(self, person: PersonOnDay) -> HeldFrom | None:
        return HeldFrom(1, ("popolo",), "2026-08-01", "2026-08-01", "2026-08-03")

    def newest_sittings(self, number: int = 11) -> tuple[HeldSitting, ...]:
        held = [one for one in self.sittings().sittings if one.state == "held"]
        return tuple(sorted(held, key=lambda one: one.date, reverse=True)[:number])

    def newest(self) -> date:
        return date(2019, 8, 14)

    def errata(self) -> Errata:
        gone = Withdrawn("fic.gone", "suppressed", "2026-11-02", "an address of a private person", None,
                         "contribution", SittingRef("lords", "written-answers", DAY))  # fmt: skip
        return Errata((gone,), (excerpt().debate,))

    def corrections(
        self, start: date | None = None, end: date | None = None, house: str | None = None, status: str | None = None,
        page: int = 1, per_page: int = 50,
    ) -> Corrections:  # fmt: skip
        link = f"{PATH}#c-fic.c1"
        side = CorrectionSide("fic.c1", link, DAY, "corrections", "commons", "Lights", "Ada Thornbury", None, "Two.")
        told = [Correction("linked", side, side, "Three.", None, "column and text", None),
                Correction("unmatched", side, None, "Four.", "[Official Report]", None, "the day is not held"),
                Correction("possible", side, None, None, None, None, None)]  # fmt: skip
        shown = tuple(each for each in told if status in (None, each.status)) if house != "lords" else ()
        return Corrections(len(shown), page, 1 if shown else 0, shown)

    def find_people(self, text: str, limit: int = 20) -> tuple[PersonRef, ...]:
        hit = "thornbury" in text.casefold()
        return (PersonRef(ADA.person_id, ADA.slug, ADA.name, "Skerry and the Sounds 2015–"),) if hit else ()

    def find_debates(self, text: str, limit: int = 20) -> tuple[DebateRef, ...]:
        return (excerpt().debate,) if "light" in text.casefold() else ()

    def person(self, member: str, on: date | None = None) -> PersonOnDay:
        if member in ("Vane", "vane"):
            raise AmbiguousError("2 people are called Vane", ("twfy:90003  Cerys Vane", "twfy:90009  Ivo Vane"))
        if member not in (ADA.slug, ADA.person_id, ADA.name):
            raise NotHeldError(f"nobody called {member} is on the roll", remedy="try the surname")
        return structs.replace(ADA_PAGE, on=on)

    def debate(self, id: str) -> Debate:
        known = {PATH, "fic.1", "fic.d1", "old/s2", "old/d1", *(f"fic.1.{n}" for n in range(9)), "old/7"}
        if id == "fic.gone":
            raise GoneError("suppressed", since="2026-11-02T10:00:00", reason="an address of a private person",
                            sha256="ab" * 32)  # fmt: skip
        if id not in known:
            raise NotHeldError(f"{id} is not held")
        return self.whole

    def excerpts(self, member: str, **filters: Any) -> Excerpts:
        self.person(member)
        self.asked.append(filters)
        return structs.replace(self.page, page=filters.get("page", 1))

    def close(self) -> None:
        self.closed = True
