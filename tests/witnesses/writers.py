"""A day of the specimen in the shapes of the other official services, as each of them would publish it.

What a day is stands in the specimen's own file; each writer here dresses the same words in
another service's mark-up, with that service's ids, and leaves out what the service does not
tell: the Hansard API has no ids of parlparse, its pages have no UINs in fields of their own,
a search has neither columns nor the clock, and the votes' services have nothing but votes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from html import escape
from typing import Any

from onrecord.reading import Paragraph, ReadContribution, ReadDivision, ReadSitting, Stamp

Json = dict[str, Any]
Edit = Callable[[Json], Json]
"""What a service has otherwise: an item of its own shape, before it is written."""
TAGS = {
    "oral-questions": "hs_3OralAnswers", "answering-body": "hs_6bDepartment", "question": "hs_8Question",
    "topical": "hs_8Question", "bill": "hs_2cBillTitle", "business": "hs_2DebatedMotion",
}  # fmt: skip
UPDATED = "2019-08-30T09:00:00"
VOLUME = 664


def guid(kind: int, number: int) -> str:
    return f"5BEC1AE2-0813-4201-9A{kind:02X}-{number:012X}"


def member(key: str | None) -> int | None:
    """The number of somebody at the Members API; it knows nobody whom the specimen's roll does not know."""
    number = int((key or "0").rpartition("/")[2].replace("unknown", "0"))
    return None if number in (0, 90099) else number + 900_000


def unchanged(item: Json) -> Json:
    return item


# --- the Hansard API ----------------------------------------------------------------------


def api_debates(day: ReadSitting, edit: Edit = unchanged) -> list[bytes]:
    """One answer of the API for each section right under the chamber."""
    tops = [at for at, section in enumerate(day.sections) if section.parent is None]
    return [json.dumps(_Api(day, edit).debate(top, [_chamber()])).encode() for top in tops]


class _Api:
    def __init__(self, day: ReadSitting, edit: Edit) -> None:
        self.day, self.edit = day, edit

    def debate(self, at: int, above: list[Json]) -> Json:
        section = self.day.sections[at]
        chain = [*above, _step(section.title, at, above[-1]["Id"], TAGS.get(section.kind))]
        children = [place for place, each in enumerate(self.day.sections) if each.parent == at]
        return {
            "Overview": {
                "Id": 9910000 + at, "ExtId": guid(1, at), "Title": section.title, "HRSTag": TAGS.get(section.kind),
                "Date": f"{self.day.date}T00:00:00", "Location": "Commons Chamber", "House": "Commons", "Source": 2,
                "VolumeNo": VOLUME, "ContentLastUpdated": UPDATED,
            },
            "Navigator": chain,
            "Items": list(self.items(at)),
            "ChildDebates": [self.debate(child, chain) for child in children],
        }  # fmt: skip

    def items(self, at: int) -> Iterator[Json]:
        column = None
        for number, item in enumerate(self.day.items):
            if item.section != at:
                continue
            if isinstance(item, Stamp):
                yield {"ItemType": "Timestamp", "ItemId": 9920000 + number, "Value": item.time}
                continue
            if item.column != column and (column := item.column):
                yield {"ItemType": "Contribution", "Value": mark(column), "HRSTag": "hs_ColumnNumber"}
            yield self.edit(_division(item, number) if isinstance(item, ReadDivision) else _said(item, number))


def _chamber() -> Json:
    return {"Id": 9900001, "Title": "Commons Chamber", "ParentId": None, "SortOrder": 1, "ExternalId": guid(0, 1)}


def _step(title: str, at: int, parent: int, tag: str | None) -> Json:
    return {
        "Id": 9910000 + at, "Title": title, "ParentId": parent, "SortOrder": at + 2, "ExternalId": guid(1, at),
        "HRSTag": tag,
    }  # fmt: skip


def _said(item: ReadContribution, number: int) -> Json:
    asked = item.type == "Start Question" and item.uin
    return {
        "ItemType": "Contribution", "ItemId": 9920000 + number, "MemberId": member(item.mark.key),
        "AttributedTo": item.attribution, "Value": question(item) if asked else "\r\n\r\n".join(texts(item)),
        "Timecode": f"2019-08-13T12:{number // 60:02}:{number % 60:02}", "ExternalId": guid(2, number),
        "HRSTag": "Question" if asked else "hs_Para", "UIN": item.uin,
    }  # fmt: skip


def _division(item: ReadDivision, number: int) -> Json:
    """The API's debates have a division's counts; who voted is in an answer of its own."""
    value = f"Division {item.number} The Committee divided: Ayes {item.counts['aye']} Noes {item.counts['no']}"
    return {"ItemType": "Division", "ItemId": 9920000 + number, "Value": value, "ExternalId": guid(3, number)}


def mark(column: str) -> str:
    return f'<span id="{column}" class="column-number" data-column-number="{column}"></span>'


def question(item: ReadContribution) -> str:
    asked = f"{item.question_number}. {' '.join(texts(item))}"
    return f"<Question><Uin>{item.uin}</Uin><QuestionText>{asked}</QuestionText></Question>"


def texts(item: ReadContribution) -> list[str]:
    return [f"<em>{escape(p.text, quote=False)}</em>" if _aside(item, p) else escape(p.text, quote=False)
            for p in item.paragraphs]  # fmt: skip


def _aside(item: ReadContribution, paragraph: Paragraph) -> bool:
    return item.procedural and paragraph.kind == "procedural"


def api_division(day: ReadSitting, section: int | None = None) -> bytes:
    """The API's answer for the day's one division, with everybody who voted."""
    number, division = the_division(day)
    sides = {side: [v for v in division.votes if v.side == side] for side in ("aye", "no")}
    above = division.section if section is None else section
    return json.dumps({
        "Id": 9930000, "ExternalId": guid(3, number), "Date": f"{day.date}T13:48:00", "House": "Commons",
        "DebateSectionExtId": guid(1, above), "DebateSection": day.sections[above].title, "Time": division.time,
        "DebateSectionSource": "2", "Number": division.number, "AyesCount": division.counts["aye"],
        "NoesCount": division.counts["no"], "TextBeforeVote": None, "TextAfterVote": None, "IsCommitteeDivision": False,
        "AyeMembers": [_voter(v.key, v.name, v.teller) for v in sides["aye"]],
        "NoeMembers": [_voter(v.key, v.name, v.teller) for v in sides["no"]],
    }).encode()  # fmt: skip


def _voter(key: str | None, name: str, teller: bool) -> Json:
    return {"MemberId": member(key), "ListAs": name, "IsTeller": teller, "SortOrder": 1}


def the_division(day: ReadSitting) -> tuple[int, ReadDivision]:
    (found,) = [(at, item) for at, item in enumerate(day.items) if isinstance(item, ReadDivision)]
    return found


# --- a search -----------------------------------------------------------------------------


def search(day: ReadSitting) -> bytes:
    """Everything that was said on the day, as a search lists it: no nesting, no columns, no clock."""
    found = [_found(day, item, at) for at, item in enumerate(day.items) if isinstance(item, ReadContribution)]
    return json.dumps({"SearchTerms": ["tide"], "Results": found, "TotalResultCount": len(found)}).encode()


def _found(day: ReadSitting, item: ReadContribution, at: int) -> Json:
    full = "\r\n\r\n".join(texts(item))
    return {
        "ContributionExtId": guid(2, at), "DebateSectionExtId": guid(1, item.section), "Section": "Commons Chamber",
        "SittingDate": f"{day.date}T00:00:00", "House": "Commons", "MemberName": item.mark.name,
        "MemberId": member(item.mark.key), "AttributedTo": item.attribution, "ItemId": 9920000 + at,
        "ContributionText": full[:255], "ContributionTextFull": full, "HRSTag": "hs_para", "Timecode": None,
        "DebateSection": day.sections[item.section].title, "OrderInDebateSection": at,
        "DebateSectionOrder": item.section,
    }  # fmt: skip


# --- a page -------------------------------------------------------------------------------


def page(day: ReadSitting) -> bytes:
    """The chamber's whole day as hansard.parliament.uk shows it."""
    address = f"https://hansard.parliament.uk/commons/{day.date}/debates/{guid(0, 1)}/CommonsChamber"
    tops = [at for at, section in enumerate(day.sections) if section.parent is None]
    body = "".join(_shown(day, top, 2) for top in tops)
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<meta content="{address}" property="og:url"></head><body><main>
<div class="hero-banner"><h1>Commons Chamber</h1><h2>Volume {VOLUME}: debated on Tuesday 13 August 2019</h2></div>
<article><div class="primary-content"><div class="child-debate-list">{body}</div></div></article>
</main></body></html>""".encode()


def _shown(day: ReadSitting, at: int, level: int) -> str:
    section, column, parts = day.sections[at], None, []
    for number, item in enumerate(day.items):
        if item.section != at:
            continue
        if not isinstance(item, Stamp) and item.column != column and (column := item.column):
            parts.append(f'<div class="debate-item debate-item-columnnumber"><div data-tag="hs_ColumnNumber">'
                         f"<p>{mark(column)}</p></div></div>")  # fmt: skip
        parts.append(_item(item, number))
    children = "".join(
        _shown(day, place, min(level + 1, 4)) for place, each in enumerate(day.sections) if each.parent == at
    )
    tag = f' data-tag="{TAGS[section.kind]}"' if section.kind in TAGS else ""
    heading = f"<h{level}{tag}>{escape(section.title)}</h{level}>"
    return f'<div class="child-debate">{heading}{"".join(parts)}<div class="child-debate-list">{children}</div></div>'


def _item(item: object, number: int) -> str:
    if isinstance(item, Stamp):
        return (f'<div class="debate-item debate-item-timestampdebateitem"><div class="timestamp"><time>'
                f"{item.time[:5]}</time></div></div>")  # fmt: skip
    if isinstance(item, ReadDivision):
        counts = "".join(
            f'<div class="item"><div class="label">{word}</div><div class="value">{item.counts[side]}</div></div>'
            for word, side in (("Ayes", "aye"), ("Noes", "no"))
        )
        return (
            f'<div class="debate-item debate-item-divisiondebateitem"><a href="/Commons/2019-08-13/division/'
            f'{guid(3, number)}/x"><div class="primary-info">Division {item.number}</div>'
            f'<div class="infographic">{counts}</div></a></div>'
        )
    assert isinstance(item, ReadContribution)
    asked = item.type == "Start Question" and item.uin
    if asked:
        content = (
            f'<p class="Question"><Question>{item.question_number}. <QuestionText>{" ".join(texts(item))}'
            f"</QuestionText></Question> <span>({item.uin})</span></p>"
        )
    else:
        content = "".join(f'<p class="hs_Para">{text}</p>' for text in texts(item))
    if item.attribution is None:
        own = f'id="contribution-{guid(2, number)}"'
        return f'<div class="debate-item"><div data-tag="hs_Para" {own}>{content}</div></div>'
    who = member(item.mark.key)
    link = f' href="/search/MemberContributions?memberId={who}"' if who else ""
    return (
        f'<div class="debate-item debate-item-contributiondebateitem"><div data-contribution-id="{guid(2, number)}">'
        f'<div class="attributed-to"><a{link}>{escape(item.attribution)}</a></div>'
        f'<div class="content">{content}</div></div></div>'
    )


# --- votes --------------------------------------------------------------------------------


def commons_votes(day: ReadSitting, edit: Edit = unchanged) -> bytes:
    """The day's division as the Commons Votes API has it."""
    _, division = the_division(day)
    sides = {
        (side, teller): [_listed(v.key, v.name) for v in division.votes if (v.side, v.teller) == (side, teller)]
        for side in ("aye", "no")
        for teller in (False, True)
    }
    return json.dumps(edit({
        "DivisionId": 7302, "Date": f"{day.date}T13:48:00", "Number": int(division.number or 0),
        "Title": "Lighthouses and Lesser Beacons Bill Committee: Amendment 2", "AyeCount": division.counts["aye"],
        "NoCount": division.counts["no"], "Ayes": sides["aye", False], "AyeTellers": sides["aye", True],
        "Noes": sides["no", False], "NoTellers": sides["no", True],
    })).encode()  # fmt: skip


def _listed(key: str | None, name: str) -> Json:
    return {"MemberId": member(key), "ListAs": name, "Name": name}


# --- what the writers were given ----------------------------------------------------------


def said_in(day: ReadSitting) -> list[ReadContribution]:
    return [item for item in day.items if isinstance(item, ReadContribution)]


def places(day: ReadSitting) -> tuple[list[int], list[int]]:
    """The numbers of the day's contributions and divisions, as the writers count them."""
    spoken = [at for at, item in enumerate(day.items) if isinstance(item, ReadContribution)]
    return spoken, [the_division(day)[0]]
