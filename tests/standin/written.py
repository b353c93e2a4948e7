"""The stand-in's questions and statements: lists that cut their texts, and each thing whole by its id."""

from __future__ import annotations

import re
from typing import Any

Json = Any
DAY = "2019-08-14"
CUT = 255


def question(number: int, uin: str, house: str, tabled: str, answered: str | None, text: str, answer: str) -> Json:
    return {
        "id": number, "askingMemberId": 990005, "askingMember": member(990005, "Ada Marl"), "house": house,
        "memberHasInterest": False, "dateTabled": f"{tabled}T00:00:00", "dateForAnswer": f"{DAY}T00:00:00",
        "uin": uin, "questionText": text, "answeringBodyId": 9, "answeringBodyName": "Department for Transport",
        "isWithdrawn": False, "isNamedDay": False, "groupedQuestions": [], "answerIsHolding": False,
        "answerIsCorrection": False, "answeringMemberId": 990004 if answered else None,
        "answeringMember": member(990004, "Peregrine Quill") if answered else None, "correctingMemberId": None,
        "correctingMember": None, "dateAnswered": f"{answered}T00:00:00" if answered else None,
        "answerText": answer or None, "originalAnswerText": None, "comparableAnswerText": None,
        "dateAnswerCorrected": None, "dateHoldingAnswer": None, "attachmentCount": 0, "heading": "Fog Signals",
        "attachments": [], "groupedQuestionsDates": [],
    }  # fmt: skip


def member(id: int, name: str) -> Json:
    first, _, last = name.partition(" ")
    return {
        "id": id, "listAs": f"{last}, {first}", "name": name, "party": "Lamplighters", "partyColour": "ffcc00",
        "partyAbbreviation": "Lam", "memberFrom": "Saltmarsh", "thumbnailUrl": None,
    }  # fmt: skip


LONG = (
    "<p>To ask the Secretary of State for Transport, how many fog signals "
    + "on the northern shore " * 20
    + "are mute.</p>"
)
QUESTIONS = [
    question(880001, "9001", "Commons", "2019-08-12", DAY, LONG, "<p>Eleven, as of Monday.</p>"),
    question(880002, "9002", "Commons", DAY, None, "<p>To ask when the twelfth will sound.</p>", ""),
    question(880003, "HL901", "Lords", "2019-08-01", DAY, "<p>To ask who rings the bell.</p>", "<p>Nobody does.</p>"),
    question(880004, "9003", "Commons", "2019-08-05", "2019-08-09", "<p>To ask about soot.</p>", "<p>Some.</p>"),
]
STATEMENTS = [
    {
        "id": 870001, "memberId": 990004, "member": member(990004, "Peregrine Quill"),
        "memberRole": "The Minister for Lighthouses", "uin": "HCWS901", "dateMade": f"{DAY}T00:00:00",
        "answeringBodyId": 9, "answeringBodyName": "Department for Transport", "title": "Lamp Oil",
        "text": "<p>The price of lamp oil has been settled. " + "It will be paid. " * 30 + "</p>", "house": "Commons",
        "noticeNumber": 1, "hasAttachments": False, "hasLinkedStatements": False, "linkedStatements": [],
        "attachments": [],
    }
]  # fmt: skip
WHEN = {"tabledWhen": "dateTabled", "answeredWhen": "dateAnswered", "correctedWhen": "dateAnswerCorrected"}


def questions(query: dict[str, str]) -> Json:
    if query.get("sessionStatus") != "Any":
        return {"totalResults": 0, "results": []}  # an earlier session, hidden as the service hides it
    found = [each for each in QUESTIONS if each["house"] == query.get("house") and asked_for(each, query)]
    return listed(found, query, ("questionText", "answerText"), "Questions")


def asked_for(each: Json, query: dict[str, str]) -> bool:
    for when, field in WHEN.items():
        day = (each[field] or "")[:10]
        if f"{when}From" in query and not (day and query[f"{when}From"] <= day <= query[f"{when}To"]):
            return False
    return True


def statements(query: dict[str, str]) -> Json:
    if query.get("sessionStatus") != "Any":
        return {"totalResults": 0, "results": []}
    found = [
        each
        for each in STATEMENTS
        if each["house"] == query.get("house") and query["madeWhenFrom"] <= each["dateMade"][:10] <= query["madeWhenTo"]
    ]
    return listed(found, query, ("text",), "WrittenStatements")


def listed(found: list[Json], query: dict[str, str], texts: tuple[str, ...], route: str) -> Json:
    skip, take = int(query.get("skip", 0)), int(query.get("take", 20))
    page = [{**each, **{name: cut(each[name]) for name in texts}} for each in found[skip : skip + take]]
    return {"totalResults": len(found), "results": [item(each, route) for each in page]}


def cut(text: str | None) -> str | None:
    return text if text is None or len(text) <= CUT else text[:CUT] + "..."


def item(each: Json, route: str) -> Json:
    return {"value": each, "links": [{"rel": "self", "href": f"/{route}/{each['id']}", "method": "GET"}]}


def one_question(query: dict[str, str], id: str) -> Json:
    return next((item(each, "Questions") for each in QUESTIONS if str(each["id"]) == id), None)


def one_statement(query: dict[str, str], id: str) -> Json:
    return next((item(each, "WrittenStatements") for each in STATEMENTS if str(each["id"]) == id), None)


ROUTES = [
    (re.compile(r"api/writtenquestions/questions"), questions),
    (re.compile(r"api/writtenquestions/questions/(\d+)"), one_question),
    (re.compile(r"api/writtenstatements/statements"), statements),
    (re.compile(r"api/writtenstatements/statements/(\d+)"), one_statement),
]
