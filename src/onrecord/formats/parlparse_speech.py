"""A speech of parlparse's XML as a contribution: every word, and what the source says about it.

The element's attributes are evidence of who speaks; its paragraphs are of many kinds that
the source marks by class ("indent", "italic") and by `pwmotiontext`, which in later files
stands on anything indented. What an indented paragraph is, a motion, an amendment or a
quotation, is therefore told from its first mark and from the words that introduce it.
Words under no name are nobody's only if they read so (see `voices`). Nothing is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from ..reading import NOBODY, Mark, Paragraph, ReadContribution
from . import voices
from .parlparse_streams import Chamber

INLINE = frozenset(
    ["i", "I", "b", "B", "a", "u", "sup", "sub", "em", "strong", "span", "small", "phrase", "abbr", "font"]
)

_KEY = re.compile(r"uk\.org\.publicwhip/((?:person|member|lord|royal)/[\w.-]+)$")
_CLOCK = re.compile(r"0*(\d{1,2}):(\d\d)(?::(\d\d))?$")
_QUOTE = ("“", '"', "‘", "'")
# Behind these, what is indented is the text of an amendment or a motion, not somebody's words quoted.
_OPENS_AMENDMENT = re.compile(
    r"(?:Government |Lords |Also )?(?:[Nn]ew |[Mm]anuscript )?(?:[Cc]lause|[Ss]chedule|[Aa]mendment)s? \(?\w+"
    r"|I beg to move\b"
)
_ENDS_BEFORE_AMENDMENT = re.compile(
    r"\b(?:(?:insert|add|leave out|substitute)\b[^.“”\"]{0,30}[—–:,-]*"
    r"|(?:discuss|consider|take) the following\b.{0,60}[—–:,-]+"
    r"|Amendments? (?:made|proposed|moved)\b.{0,120}[—–:,-]+"
    r"|(?:Ordered|Resolved|forthwith.{0,60}|Question proposed)[—–:,-]+)\s*$"
)
_LONGEST_END = 200  # characters of such an end
_THAT = re.compile(r"That(?: leave|,? (?:this|the|an?|in|on|at|for|notwithstanding|[A-Z]))\b")
_MOTION = re.compile(r"I beg to move\b|\(?\d+\.?\)|\([a-z]\)|This (?:new|amendment)|See explanatory statement")
_PRINTED = re.compile(r"[\[(“\"‘']|That\b|\d+[.:]|Amendments?\b|New [Cc]lause\b|Clauses?\b|Schedule\b")


Children = list[tuple[etree._Element, str]]
"""The children of a speech, each with its words: what is asked of them is asked more than once."""


def read_speech(element: etree._Element, section: int, chamber: Chamber, *, topical: bool = False) -> ReadContribution:
    """One `speech` element; `topical` says that its question stands under topical questions."""
    get = element.get
    children = with_words(element)
    mark, procedural = whose(element, children)
    paragraphs = _paragraphs(element, children)
    if procedural:
        paragraphs = [_as_printed(paragraph) for paragraph in paragraphs]
    number = get("oral-qnum") or None
    return ReadContribution(
        source_id=get("id", ""),
        section=section,
        mark=mark,
        paragraphs=tuple(paragraphs),
        attribution=attribution(mark),
        procedural=procedural,
        type=get("type"),
        question_number=f"T{number}" if topical and number and number.isdecimal() else number,
        uin=next((uin for child, _ in children if (uin := child.get("qnum"))), None),
        column=chamber.column(get("colnum")),
        time=clock(get("time")),
        url=get("url") or None,
    )


def read_loose_text(source_id: str, words: str, section: int) -> ReadContribution:
    """Words that stand in no speech, kept as nobody's."""
    return ReadContribution(source_id, section, NOBODY, (Paragraph("procedural", words),), procedural=True)


@lru_cache(maxsize=4096)
def key_of(identifier: str | None) -> str | None:
    """A source's id in canonical form.

    >>> key_of("uk.org.publicwhip/person/24815"), key_of("unknown")
    ('person/24815', None)
    """
    found = _KEY.match(identifier) if identifier else None
    return found[1] if found else None


@lru_cache(maxsize=2048)
def clock(printed: str | None) -> str | None:
    """A time as the source writes it, as HH:MM:SS; None for none.

    >>> clock("014:30:00"), clock("9:30:00"), clock("unknown")
    ('14:30:00', '09:30:00', None)
    """
    found = _CLOCK.match(printed) if printed else None
    return f"{int(found[1]):02}:{found[2]}:{found[3] or '00'}" if found else None


def folded(text: str) -> str:
    """Text with its white space folded to single blanks."""
    if text.isprintable() and "  " not in text and text[:1] != " " and text[-1:] != " ":
        return text  # most paragraphs are folded as they come, and to see it is cheaper than to do it
    return " ".join(text.split())


def words_of(element: etree._Element) -> str:
    """The text of an element, white space folded; what is not inline parts words."""
    return folded(_text(element))


def with_words(element: etree._Element) -> Children:
    return [(child, words_of(child)) for child in element]


def _text(element: etree._Element) -> str:
    if len(element) == 0:
        return element.text or ""
    inside = {inner.tag for inner in element.iterdescendants()}
    if inside <= INLINE:
        return "".join(element.itertext())
    if inside.isdisjoint(INLINE):
        return " ".join(element.itertext())
    parts = [element.text or ""]
    for child in element:
        parts.append(_text(child) if child.tag in INLINE else f" {_text(child)} ")
        parts.append(child.tail or "")
    return "".join(parts)


@lru_cache(maxsize=4096)
def _mark(name: str | None, office: str | None, identifier: str | None) -> Mark:
    """What the source says about who speaks; one mark for all speeches that say the same."""
    if not name and not office and key_of(identifier) is None:
        return NOBODY
    collective = bool(name) and voices.is_collective(name or "")
    return Mark(None if collective else key_of(identifier), name or None, office or None, collective)


def attribution(mark: Mark) -> str | None:
    """Who speaks, as a source prints it that gives name and office apart."""
    if mark.office and mark.name and mark.office != mark.name:
        return f"{mark.office} ({mark.name})"
    return mark.name or mark.office


def whose(element: etree._Element, children: Children) -> tuple[Mark, bool]:
    """Whose words these are, and whether nobody's: under no name, a collective voice's, nobody's, or
    somebody's whose name is missing."""
    get = element.get
    mark = _mark(get("speakername"), get("speakeroffice"), get("person_id") or get("speakerid"))
    if mark is not NOBODY:
        return mark, False
    if len(children) == 1 and voices.collective_in(children[0][1]):
        return Mark(collective=True), False
    return NOBODY, _nobodys(children)


def _nobodys(children: Children) -> bool:
    """Whether the words read as the House's own: set phrases, motions, amendments, lists, notes."""
    if voices.is_impersonal(text for _, text in children):
        return True
    plain = [text for child, text in children if _is_plain(child)]
    if len(plain) < len(children) and voices.is_impersonal(plain):
        return True
    if any(voices.first_person(text) for text in plain):
        return False
    first = next(((child, text) for child, text in children if text), None)
    return first is None or not _is_plain(first[0]) or _PRINTED.match(first[1]) is not None


def _is_plain(child: etree._Element) -> bool:
    """Whether a paragraph is marked as nothing but a paragraph."""
    return child.tag == "p" and not child.get("class") and not child.get("pwmotiontext")


def _as_printed(paragraph: Paragraph) -> Paragraph:
    """A paragraph of nobody's words: a motion or a table stays one, all else is procedural."""
    if paragraph.kind in ("motion", "table", "list", "procedural"):
        return paragraph
    return Paragraph("procedural", paragraph.text, paragraph.column)


# --- paragraphs -------------------------------------------------------------------------


def _paragraphs(element: etree._Element, children: Children) -> list[Paragraph]:
    """The paragraphs of a speech in order, text outside any of them included."""
    read: list[Paragraph] = []
    if element.text and (stray := folded(element.text)):
        read.append(voices.paragraph(stray))
    introduced = ""
    for child, text in children:
        if child.tag == "p":
            marked, motion = child.get("class"), child.get("pwmotiontext")
            if child.get("amendmenttext") == "true":
                read.append(Paragraph("motion", text))
            elif not marked and not motion:
                read.append(_plain(voices.paragraph(text), introduced))
                introduced = text
            elif text:
                read.append(_set_apart(text, marked or "", motion == "yes", introduced, read))
        elif child.tag == "table":
            read.append(read_table(child, text))
        elif child.tag in ("ul", "ol", "list"):
            read.append(read_list(child, text))
        elif text:
            read.append(voices.paragraph(text))
        if child.tail and not child.tail.isspace():
            read.append(voices.paragraph(folded(child.tail)))
    return list(_with_others_words([paragraph for paragraph in read if paragraph.text]))


def _with_others_words(read: list[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, those marked that are no words of the speaker's: that another rose, and what is moved next,
    which the Lords print at the foot of a speech."""
    moved = False
    for paragraph in read:
        if len(read) > 1 and voices.is_anothers_gesture(paragraph.text):
            yield Paragraph("procedural", paragraph.text, paragraph.column)
            continue
        moved = (moved or paragraph.text.startswith("Moved by ")) and not _is_said(paragraph.text)
        own = moved and paragraph.kind in ("text", "motion", "quotation")
        yield Paragraph("procedural", paragraph.text, paragraph.column) if own else paragraph


def _is_said(text: str) -> bool:
    return text.startswith("My Lords") or voices.first_person(text)


def _plain(paragraph: Paragraph, introduced: str) -> Paragraph:
    if paragraph.kind == "quotation" and _amends(introduced):
        return Paragraph("motion", paragraph.text)
    return paragraph


def _set_apart(text: str, marked: str, motion: bool, introduced: str, before: list[Paragraph]) -> Paragraph:
    """An indented or italic paragraph: the House's phrase, a motion or amendment, or a quotation."""
    if _THAT.match(text):
        return Paragraph("motion", text)
    if voices.reads_procedural(text):
        return Paragraph("procedural", text)
    if "indent" not in marked:
        if "italic" in marked:
            return Paragraph("text" if voices.is_gesture(text) else "procedural", text)
        if motion and _is_motion(text, introduced):
            return Paragraph("motion", text)
        return _plain(voices.spoken(text), introduced)
    if text.startswith(_QUOTE):
        return Paragraph("motion" if _amends(introduced) else "quotation", text)
    if _MOTION.match(text) or _amends(introduced):
        return Paragraph("motion", text)
    if before and before[-1].kind in ("motion", "quotation"):
        return Paragraph(before[-1].kind, text)
    return Paragraph("quotation" if introduced.endswith((":", "—", "-", "–")) else "text", text)


@lru_cache(maxsize=16)
def _amends(introduced: str) -> bool:
    """Whether words introduce a motion or an amendment; asked for each paragraph that stands behind them."""
    if _OPENS_AMENDMENT.match(introduced):
        return True
    return _ENDS_BEFORE_AMENDMENT.search(introduced, max(0, len(introduced) - _LONGEST_END)) is not None


def _is_motion(text: str, introduced: str) -> bool:
    return _MOTION.match(text) is not None or (text.startswith(_QUOTE) and _amends(introduced))


def read_table(element: etree._Element, text: str) -> Paragraph:
    """A table of these words: its cells in rows, if they hold all of them in order."""
    rows = tuple(
        tuple(words_of(cell) for cell in row if cell.tag in ("td", "th")) for row in element.iterdescendants("tr")
    )
    if " ".join(cell for row in rows for cell in row if cell) != text:
        rows = ()
    return Paragraph("table", text, rows=rows)


def read_list(element: etree._Element, text: str) -> Paragraph:
    """A list of these words: its entries in rows."""
    return Paragraph("list", text, rows=tuple((words_of(entry),) for entry in element))
