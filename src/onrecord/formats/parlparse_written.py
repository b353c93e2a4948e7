"""Written questions, answers and statements in parlparse's XML.

Nobody speaks here: a heading names the department, another the subject, and under it stand
one or several questions and one answer to all of them, or a statement. Each subject is a
debate of its own. Questions put together carry a number each; all are kept. What is
indented is the answer going on, or a letter that the answer prints, never a motion; what
the printer notes ("[holding answer …]") is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from ..reading import Paragraph, ReadContribution, Section
from . import voices
from .hansard_tags import written_kind
from .outline import Heading, section
from .parlparse_speech import Children, attribution, clock, folded, read_list, read_table, whose, with_words
from .parlparse_streams import Chamber

_TYPES = {"ques": "Question", "reply": "Answer"}
_LETTER = re.compile(r"^(?:Letter from\b|(?:.{0,80} )?(?:letter|following reply)\b.{0,80}:$)", re.I)
_NOTES = ("holdinganswer",)


def written_outline(headings: Sequence[Heading], chamber: str) -> tuple[Section, ...]:
    """Departments with their subjects under them; where no department is printed, subjects alone."""
    kind = written_kind(chamber) or "statement"
    found: list[Section] = []
    department: int | None = None
    for at, heading in enumerate(headings):
        if heading.rank == "major":
            department = at
            found.append(section(heading, "answering-body", debate=bool(heading.items), body=heading.title))
        else:
            body = None if department is None else headings[department].title
            found.append(section(heading, kind, parent=department, debate=True, body=body))
    return tuple(found)


def read_written(element: etree._Element, place: int, chamber: Chamber) -> ReadContribution:
    """A question (or several put together), an answer or a statement."""
    get = element.get
    children = with_words(element)
    mark, procedural = whose(element, children)
    numbers = tuple(number for child, _ in children if (number := child.get("qnum"))) if element.tag == "ques" else ()
    former = get("oldstyleid")
    return ReadContribution(
        source_id=get("id", ""),
        section=place,
        mark=mark,
        paragraphs=tuple(_paragraphs(element, children)),
        attribution=attribution(mark),
        procedural=procedural,
        type=_TYPES.get(element.tag),
        question_number=get("oral-qnum") or None,
        uin=numbers[0] if numbers else None,
        uins=numbers if len(numbers) > 1 else (),
        column=chamber.column(get("colnum")),
        time=clock(get("time")),
        url=get("url") or None,
        aliases=(former,) if former else (),
    )


def _paragraphs(element: etree._Element, children: Children) -> list[Paragraph]:
    read: list[Paragraph] = []
    if element.text and (stray := folded(element.text)):
        read.append(voices.paragraph(stray))
    printed = False  # whether a letter is being printed
    for child, text in children:
        if child.tag == "table":
            read.append(read_table(child, text))
        elif child.tag in ("ul", "ol", "list"):
            read.append(read_list(child, text))
        elif text:
            marked = child.get("class") or ""
            printed = "indent" in marked and (printed or bool(read and _LETTER.match(read[-1].text)))
            read.append(_paragraph(text, marked, printed=printed))
        if child.tail and not child.tail.isspace():
            read.append(voices.paragraph(folded(child.tail)))
    return [paragraph for paragraph in read if paragraph.text]


def _paragraph(text: str, marked: str, *, printed: bool) -> Paragraph:
    if marked in _NOTES:
        return Paragraph("procedural", text)
    if printed:
        return Paragraph("quotation", text)
    if voices.reads_procedural(text):  # what a minister writes is no phrase of the House
        return Paragraph("text", text)
    return voices.spoken(text)
