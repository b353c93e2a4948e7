"""The table of what can be asked of the API: address, answer, parameters, and how the archive is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ...errors import NotHeldError, UsageError
from ...model import (
    Activity,
    BillAnswer,
    BillList,
    Corrections,
    Coverage,
    Debate,
    DebateHistory,
    Departments,
    DepartmentWhole,
    Divisions,
    DivisionWhole,
    Errata,
    Excerpts,
    Ledger,
    Ministerial,
    Numbered,
    PersonOnDay,
    ProvisionAnswer,
    ReadReference,
    SearchPage,
    SittingContents,
    SpeakingPeople,
    Verification,
)
from ..asked import (
    MAX_CURSOR,
    MAX_PER_PAGE,
    a_date,
    cursor_asked,
    date_asked,
    dates_asked,
    edition_asked,
    excerpts_asked,
    house_asked,
    ministerial_asked,
    number_asked,
    one_of,
    sittings_asked,
    text_asked,
)
from ..chambers import chambers
from ..search_asked import search_asked
from . import parameters as p
from .parameters import MAX_QUOTE

if TYPE_CHECKING:
    from ...archive import Archive

MOST_SITTINGS = 1_000  # of the ledger in one answer, a kilobyte each; `next` leads on
Query = Mapping[str, str]
Listed = Ledger | Excerpts | Divisions | SpeakingPeople | Ministerial | SearchPage | Corrections


class Question(NamedTuple):
    """One address of the API. `ask` gets the archive, the parts of the address and the query."""

    path: str
    name: str
    answer: type
    meaning: str
    parameters: tuple[p.Parameter, ...]
    ask: Callable[[Archive, Mapping[str, str], Query], object]


def _sittings(archive: Archive, _: Mapping[str, str], query: Query) -> object:
    start, end = dates_asked(query)
    whole = not query.keys() & {"page", "per_page"}
    asked = _paged(query) | ({"per_page": MOST_SITTINGS} if whole else {})
    return _on_a_page(archive.sittings(start, end, house_asked(query), **sittings_asked(query), **asked))


def _sitting(archive: Archive, part: Mapping[str, str], _: Query) -> object:
    day, chamber = a_date(part["day"]), part["chamber"]
    debates = archive.debates_on(day, chamber)
    if not debates and not any(
        one.chamber == chamber and one.state == "held" for one in archive.sittings(day, day).sittings
    ):
        raise NotHeldError(f"no sitting of {chamber} on {day} is held", remedy="see /api/v1/sittings for what is held")
    return SittingContents(day, chamber, debates, archive.speaking(day, chamber))


def _debate(archive: Archive, part: Mapping[str, str], query: Query) -> object:
    return archive.debate(plain(part["identity"]), **edition_asked(query))


def _people(archive: Archive, _: Mapping[str, str], query: Query) -> object:
    return _on_a_page(archive.people(text_asked(query, "q") or "", **_paged(query)))


def _person(archive: Archive, part: Mapping[str, str], query: Query) -> object:
    return archive.person(part["member"], on=date_asked(query, "on"))


def _activity(archive: Archive, part: Mapping[str, str], _: Query) -> object:
    return archive.activity(part["member"])


def _excerpts(archive: Archive, part: Mapping[str, str], query: Query) -> object:
    return _on_a_page(archive.excerpts(part["member"], **excerpts_asked(query).arguments(), **_after(query)))


def _divisions(archive: Archive, _: Mapping[str, str], query: Query) -> object:
    start, end = dates_asked(query)
    return _on_a_page(archive.divisions(start, end, house_asked(query), **_paged(query)))


def _division(archive: Archive, part: Mapping[str, str], _: Query) -> object:
    return archive.division(plain(part["identity"]))


def _departments(archive: Archive, _: Mapping[str, str], __: Query) -> object:
    return archive.departments()


def _department(archive: Archive, part: Mapping[str, str], query: Query) -> object:
    return archive.department(part["name"], chamber=one_of(query, "chamber", chambers()), **_paged(query))


def _bills(archive: Archive, _: Mapping[str, str], query: Query) -> object:
    return BillList(archive.bills(text_asked(query, "q") or ""))


def _bill(archive: Archive, part: Mapping[str, str], _: Query) -> object:
    return archive.bill(part["bill"])


def _provision(archive: Archive, part: Mapping[str, str], _: Query) -> object:
    return archive.provision(part["bill"], plain(part["provision"]))


def _ministerial(archive: Archive, part: Mapping[str, str], query: Query) -> object:
    asked, wanted = {**ministerial_asked(query), **sittings_asked(query)}, plain(part["identity"])
    wanted = f"/{wanted}" if wanted.startswith("debate/") else wanted
    return _on_a_page(archive.ministerial(wanted, **asked, **_after(query)))


def _cite(archive: Archive, part: Mapping[str, str], _: Query) -> object:
    return archive.where(plain(part["identity"]))


def _history(archive: Archive, part: Mapping[str, str], _: Query) -> object:
    return archive.history(plain(part["identity"]))


def _numbers(archive: Archive, part: Mapping[str, str], query: Query) -> object:
    return archive.numbered(part["number"], house=house_asked(query), day=date_asked(query, "on"))


def _coverage(archive: Archive, _: Mapping[str, str], __: Query) -> object:
    return archive.coverage()


def _errata(archive: Archive, _: Mapping[str, str], __: Query) -> object:
    return archive.errata()


def _corrections(archive: Archive, _: Mapping[str, str], query: Query) -> object:
    (start, end), status = dates_asked(query), one_of(query, "status", p.STATUSES)
    return _on_a_page(
        archive.corrections(start, end, house_asked(query), status, **sittings_asked(query), **_paged(query))
    )


def _search(archive: Archive, _: Mapping[str, str], query: Query) -> object:
    asked = search_asked(query)
    facets = tuple(one for one in (text_asked(query, "facet") or "").split(",") if one)
    after = cursor_asked(query) or text_asked(query, "after", most=MAX_CURSOR)
    return _on_a_page(archive.search(**asked.arguments(), facets=facets, after=after))


def _verify(archive: Archive, _: Mapping[str, str], query: Query) -> object:
    quote, (start, end) = text_asked(query, "quote", most=MAX_QUOTE), dates_asked(query)
    if not quote:
        raise UsageError("no quotation was given", remedy="give its words as quote")
    return archive.verify(quote, speaker=text_asked(query, "speaker"), start=start, end=end)


def plain(identity: str) -> str:
    """An id out of the end of an address: only a permalink of ours begins with a slash."""
    return identity if identity.startswith("/debate/") else identity.removeprefix("/")


def _paged(query: Query) -> dict[str, Any]:
    """Which page is asked for, as every list of the archive takes it."""
    return {
        "page": number_asked(query, "page", default=1, least=1),
        "per_page": number_asked(query, "per_page", default=10, least=1, most=MAX_PER_PAGE),
        **_after(query),
    }


def _after(query: Query) -> dict[str, Any]:
    """The place after which a page begins, where one is named."""
    cursor = cursor_asked(query)
    return {"cursor": cursor} if cursor else {}


def _on_a_page(answer: Listed) -> object:
    """The answer, unless the page asked for is beyond its last."""
    if answer.page and answer.pages and answer.page > answer.pages:
        raise NotHeldError(f"there is no page {answer.page}", remedy=f"the last page is {answer.pages}")
    return answer


_ID = p.in_path("identity", "Any id, alias or permalink that it has or ever had.")
_MEMBER = p.in_path("member", "A name, a person id, an official id (`mnis:4366`) or the slug of a page.")

QUESTIONS = (
    Question(
        "/sittings", "sittings", Ledger, f"The coverage ledger, up to {MOST_SITTINGS:,} sittings at a time.",
        (*p.SITTINGS, *p.PAGED), _sittings,
    ),
    Question(
        "/sittings/{day}/{chamber}", "sitting", SittingContents, "One sitting: its debates and who spoke.",
        (p.in_path("day", "The day, as 2024-01-15."), p.in_path("chamber", "The chamber.")), _sitting,
    ),
    Question("/debates/{identity}", "debate", Debate, "One section whole.", (_ID, p.EDITION, p.AS_OF), _debate),
    Question(
        "/people", "people", SpeakingPeople, "Everybody who speaks in the record held, by surname.",
        (p.Q, *p.PAGED), _people,
    ),
    Question(
        "/people/{member}", "person", PersonOnDay, "A person, and what they were on a day.", (_MEMBER, p.ON), _person,
    ),
    Question("/people/{member}/activity", "activity", Activity, "A person's counts.", (_MEMBER,), _activity),
    Question(
        "/people/{member}/excerpts", "excerpts", Excerpts, "A member's words with their context.",
        (_MEMBER, *p.EXCERPTS), _excerpts,
    ),
    Question(
        "/divisions", "divisions", Divisions, "The divisions held, newest first.",
        (p.FROM, p.TO, p.HOUSE, *p.PAGED), _divisions,
    ),
    Question("/divisions/{identity}", "division", DivisionWhole, "One division whole.", (_ID,), _division),
    Question("/departments", "departments", Departments, "The departments that debates involve.", (), _departments),
    Question(
        "/departments/{name}", "department", DepartmentWhole, "A department: its ministers and debates.",
        (p.in_path("name", "A name, an abbreviation or the slug of a page."), p.CHAMBER, *p.PAGED), _department,
    ),
    Question("/bills", "bills", BillList, "The bills with a debate held, newest first.", (p.Q,), _bills),
    Question(
        "/bills/{bill}", "bill", BillAnswer, "A bill: its stages, and who is in charge of it.",
        (p.in_path("bill", "A name, or an id such as child-poverty-bill-2008-09."),), _bill,
    ),
    Question(
        "/bills/{bill}/provisions/{provision}", "provision", ProvisionAnswer, "Ministers' words on a provision.",
        (
            p.in_path("bill", "A name, or an id such as child-poverty-bill-2008-09."),
            p.in_path("provision", "A provision, such as clause 5."),
        ), _provision,
    ),
    Question(
        "/ministerial/{identity}", "ministerial", Ministerial, "Ministers' words in a debate or on a bill.",
        (_ID, p.CHAMBER, p.PARLIAMENT, p.SESSION, *p.WINDOW), _ministerial,
    ),
    Question("/history/{identity}", "history", DebateHistory, "How a debate read before.", (_ID,), _history),
    Question(
        "/cite/{identity}", "cite", ReadReference, "Where a reference leads.",
        (p.in_path("identity", "A reference: HC Deb 28 March 2023, vol 730, col 809."),), _cite,
    ),
    Question(
        "/numbers/{number}", "numbers", Numbered, "Everything with this UIN or statement number.",
        (p.in_path("number", "A UIN, or HCWS265."), p.HOUSE, p.ON), _numbers,
    ),
    Question("/coverage", "coverage", Coverage, "The ledger in figures.", (), _coverage),
    Question("/errata", "errata", Errata, "What was taken back or corrected.", (), _errata),
    Question(
        "/corrections", "corrections", Corrections, "What was corrected since it was said, newest first.",
        (*p.SITTINGS, p.STATUS, *p.PAGED), _corrections,
    ),
    Question(
        "/search", "search", SearchPage, "Contributions that match words and filters.", p.SEARCH, _search,
    ),
    Question("/verify", "verify", Verification, "Whether a quotation is on the record.", p.VERIFY, _verify),
)  # fmt: skip
