"""Whose words are these? What can be told from the words alone, without knowing anybody.

Hansard prints three voices in one column of type: the Members', the House's own set
phrases ("Question put and agreed to."), and what was heard around the speech
("[Interruption.]"). Sources mark the difference badly: parlparse drops names, the API
gives null for a voice, and both print the House's phrases at the end of a Member's
paragraph. The judgement rests on the House's practice, kept as data in `phrases.toml`.
It errs on the side of the Member: words that are no known set phrase are somebody's.
It does not say who speaks; that is decided in `people`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, NamedTuple

from ..reading import Paragraph, Span

_OPENING = re.compile(r"[^\W\d_]+|\S")
_BRACKETED = re.compile(r"\[(?P<words>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]")
_QUOTED = re.compile(r'“[^”]*(?:”|$)|"[^"]*(?:"|$)|(?:(?<=\s)|^)‘.*?(?:’(?!\w)|$)')
_OPENING_QUOTE = re.compile('[“"‘]')
_AFTER_SENTENCE = re.compile(r"(?<=[.!?—–\]”\"’)])\s*(?=[A-Z])")
# Cheap signs without which no set phrase stands behind a Member's words.
_INLINE_SIGNS = (
    "greed to",
    "agreed.",
    "egatived",
    "withdrawn.",
    "uspended",
    "djourned",
    "stand part",
    "not moved",
    "Question put",
    "Brought up",
    "resumed",
)
_HEADING_WORDS = 14


def is_collective(name: str) -> bool:
    """Whether an attribution is a voice that is nobody's.

    >>> is_collective("Several hon. Members"), is_collective("Noble Lords:"), is_collective("Lord Bach")
    (True, True, False)
    """
    bare = name.strip(" \t\r\n:—–-[]()")
    return 3 < len(bare) < 100 and _voices().collective.fullmatch(bare) is not None


def collective_in(text: str) -> str | None:
    """The collective voice that a line without an attribution names itself, or None.

    >>> collective_in("Several hon. Members rose—")
    'Several hon. Members'
    """
    if len(text) > 160:
        return None
    found = re.match(r"(.{4,80}?)(?::| ?rose ?[—–-]*\.?$)", text)
    return found[1] if found and is_collective(found[1]) else None


def is_gesture(text: str) -> bool:
    """Whether a Member's whole contribution is a gesture, told by the reporter.

    A set phrase of the House may stand behind it.

    >>> is_gesture("rose—"), is_gesture("indicated assent. Question agreed to."), is_gesture("The sun rose.")
    (True, True, False)
    """
    found = _voices().gesture.match(text.strip()) if len(text) < 400 else None
    return found is not None and (found.end() == len(text.strip()) or reads_procedural(text.strip()[found.end() :]))


def is_anothers_gesture(text: str) -> bool:
    """Whether a paragraph inside somebody's words tells that another rose, by name.

    >>> is_anothers_gesture("Una Thornrose—"), is_anothers_gesture("Una Thorn rose—"), is_anothers_gesture("rose—")
    (True, True, False)
    """
    return text.endswith(("—", "–", "-")) and len(text) < 100 and _voices().rising.fullmatch(text) is not None


def reads_procedural(text: str) -> bool:
    """Whether a paragraph is wholly the House's set phrases, or what the reporter prints around them.

    >>> reads_procedural("Question put and agreed to. Bill accordingly read a Second time.")
    True
    >>> reads_procedural("I beg to move, That the Bill be now read a Second time.")
    False
    """
    text = text.strip()
    at = 0
    while at < len(text):
        end = _phrase_end(text, at)
        if end is None:
            return False
        at = _skip_blanks(text, end)
    return at > 0


def is_impersonal(paragraphs: Iterable[str]) -> bool:
    """Whether paragraphs printed without a name are nobody's: the House's set phrases, and what hangs on them.

    A motion or an amendment follows its set phrase in paragraphs that are no set phrases;
    they are nobody's too unless they are in the first person.
    """
    known = False
    for text in paragraphs:
        if reads_procedural(text) or reads_as_heading(text):
            known = True
        elif first_person(text):
            return False
    return known


def reads_as_heading(text: str) -> bool:
    """A few words without the end of a sentence: a heading or a title that the source prints as a paragraph."""
    if not (text[:1].isupper() and text[-1:].isalnum()):
        return False
    return len(text.split()) <= _HEADING_WORDS and not first_person(text)


def first_person(text: str) -> bool:
    """Whether somebody speaks of himself or herself, outside quotation marks.

    >>> first_person("I beg to move"), first_person("Part I of the Act"), first_person("He said, “I will”")
    (True, False, False)
    """
    pronoun = _voices().pronoun
    found = pronoun.search(text)
    if found is None or _OPENING_QUOTE.search(text, 0, found.start()) is None:
        return found is not None
    return pronoun.search(_QUOTED.sub(" ", text)) is not None


def spans(text: str) -> tuple[Span, ...]:
    """The stretches of a paragraph that are not plainly the speaker's, in order, without overlaps.

    >>> spans("That is wrong. [Interruption.] It is.")
    (Span(kind='interjection', start=15, end=30),)
    """
    if is_quotation(text):
        return (Span("quotation", 0, len(text)),)
    found = list(_bracketed(text)) if "[" in text else []
    if _has_any(text, _INLINE_SIGNS):
        found += _inline(text)
    return tuple(_apart(found)) if found else ()


def is_quotation(text: str) -> bool:
    """Whether a paragraph stands in quotation marks as a whole.

    A quotation of several paragraphs opens each with a mark and closes only the last.
    """
    opening = text[:1]
    if opening not in ("“", '"', "‘") or not opening:
        return False
    closing = {"“": "”", '"': '"', "‘": "’"}[opening]
    tail = text[1:].rstrip(" .,;:—–-!?)")
    if opening == "‘":
        return tail.endswith(closing) or re.search(r"’(?!\w)", tail) is None
    inner = tail.removesuffix(closing)
    return closing not in inner or (opening != closing and _nested_only(inner, opening, closing))


def paragraph(text: str, kind: str = "text", column: str | None = None) -> Paragraph:
    """A paragraph with the kind that its words show, and its spans; any other `kind` is the source's and stands."""
    if kind != "text":
        return Paragraph(kind, text, column)
    said = spoken(text, column)
    if said.kind == "text" and reads_procedural(text):
        return Paragraph("motion" if text.startswith("That") else "procedural", text, column)
    return said


def spoken(text: str, column: str | None = None) -> Paragraph:
    """A paragraph that is known to be no set phrase as a whole, with its spans."""
    inside = spans(text)
    if len(inside) == 1 and inside[0].start == 0 and inside[0].end == len(text):
        return Paragraph(inside[0].kind, text, column)
    return Paragraph("text", text, column, inside)


# --- set phrases ----------------------------------------------------------------------


class _Forms:
    """The forms of one group that end alike, compiled when a paragraph first opens with a word of theirs.

    `whole`: they end where they end, not with the text; `guard`: none stands in the first person; `inline`: nobody
    says them in a speech; `needs`: without one of these none stands."""

    def __init__(self, group: dict[str, Any], end: str, parts: dict[str, str]) -> None:
        self.forms = [_written_out(form, parts) for form in group[end]]
        self.whole, self.guard = end == "whole", bool(group.get("guard"))
        self.inline = self.whole and bool(group.get("inline"))
        self.needs = tuple(group.get("needs", ()))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        return _any_of(self.forms)

    def end(self, text: str, at: int) -> int | None:
        """Where the form that stands at `at` ends, or None."""
        if self.needs and not _has_any(text, self.needs):
            return None
        found = self.pattern.match(text, at)
        if found is None or (self.guard and first_person(text[at:])):
            return None
        return found.end() if self.whole else len(text)


class _Voices(NamedTuple):
    collective: re.Pattern[str]
    gesture: re.Pattern[str]
    rising: re.Pattern[str]
    interjection: re.Pattern[str]
    note: re.Pattern[str]
    pronoun: re.Pattern[str]
    opened: dict[str, list[_Forms]]
    anywhere: list[_Forms]


def _phrase_end(text: str, at: int) -> int | None:
    """Where the set phrase that stands at `at` ends, or None."""
    opening = _OPENING.match(text, at)
    if opening is None:
        return None
    if opening[0] == "[" and (bracket := _BRACKETED.match(text, at)) and _bracket_kind(bracket["words"]):
        return bracket.end()
    voices = _voices()
    for forms in voices.opened.get(opening[0], voices.anywhere):
        if (end := forms.end(text, at)) is not None:
            return end
    return None


def _has_any(text: str, signs: tuple[str, ...]) -> bool:
    for sign in signs:  # a plain loop: this runs for every paragraph of the record  # noqa: SIM110
        if sign in text:
            return True
    return False


def _skip_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _inline(text: str) -> Iterator[Span]:
    """Chains of set phrases before, between or behind the speaker's own sentences.

    Only phrases that nobody says in a speech begin a chain; any may go on with it.
    """
    done = 0
    for start in (0, *(boundary.end() for boundary in _AFTER_SENTENCE.finditer(text))):
        end = _inline_end(text, start) if start >= done else None
        if end is None:
            continue
        while end is not None:
            done, end = end, _phrase_end(text, _skip_blanks(text, end))
        yield Span("procedural", start, done)


def _inline_end(text: str, at: int) -> int | None:
    opening = _OPENING.match(text, at)
    for forms in _voices().opened.get(opening[0], ()) if opening else ():
        if forms.inline and (end := forms.end(text, at)) is not None:
            return end
    return None


def _bracketed(text: str) -> Iterator[Span]:
    for bracket in _BRACKETED.finditer(text):
        if kind := _bracket_kind(bracket["words"]):
            yield Span(kind, bracket.start(), bracket.end())


def _bracket_kind(words: str) -> str | None:
    """What words in square brackets are: heard from others, noted by the reporter, or (None) neither."""
    bare = words.strip(" .:—–-")
    voice, colon, _ = words.partition(":")
    if (colon and is_collective(voice)) or _voices().interjection.fullmatch(bare) or collective_in(bare):
        return "interjection"
    return "procedural" if _voices().note.fullmatch(bare) else None


def _apart(found: list[Span]) -> Iterator[Span]:
    """Spans in order; of two that overlap the first stays."""
    done = 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if span.start >= done:
            yield span
            done = span.end


def _nested_only(inner: str, opening: str, closing: str) -> bool:
    """Whether the marks inside a quotation only open and close within it."""
    depth = 1
    for mark in inner:
        depth += (mark == opening) - (mark == closing)
        if depth == 0:
            return False
    return True


@cache
def _voices() -> _Voices:
    """The phrases of the data file; those that are found by their first word are compiled when it occurs."""
    data = tomllib.loads(files(__package__).joinpath("phrases.toml").read_text(encoding="utf-8"))
    parts: dict[str, str] = data["parts"]
    opened = _by_opening(data["group"], parts)
    anywhere = opened.pop("*")
    for forms in opened.values():
        forms += anywhere
    heard, person = data["interjection"], data["first_person"]
    return _Voices(
        collective=_any_of(data["collective"]["names"], re.IGNORECASE),
        gesture=_any_of(data["gesture"]["forms"]),
        rising=re.compile(data["gesture"]["named"]),
        interjection=_any_of(heard["forms"], re.IGNORECASE),
        note=_any_of(heard["notes"], re.IGNORECASE),
        pronoun=_pronoun(person["words"], person["numeral_after"]),
        opened={word: [] for word in data["speech"]["openings"]} | opened,
        anywhere=anywhere,
    )


def _by_opening(groups: Iterable[dict[str, Any]], parts: dict[str, str]) -> dict[str, list[_Forms]]:
    """The forms that open with each word: those first that end before the text does, and those without a guard."""
    opened: dict[str, list[_Forms]] = {}
    for group in groups:
        forms = [_Forms(group, end, parts) for end in ("whole", "start") if end in group]
        for word in group["opens"]:
            opened.setdefault(word, []).extend(forms)
    for found in opened.values():
        found.sort(key=lambda forms: (not forms.whole, forms.guard))
    return opened


def _written_out(form: str, parts: dict[str, str]) -> str:
    for name, pattern in parts.items():
        form = form.replace(name, pattern)
    return form


def _any_of(forms: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in forms), flags)


def _pronoun(words: Iterable[str], numeral_after: Iterable[str]) -> re.Pattern[str]:
    """The first person, whatever its capitals; "I" only as a capital, and neither as a numeral nor an initial."""
    numerals = "".join(f"(?<!{word} I)" for word in numeral_after)
    forms = [rf"I(?<=\bI)(?![\w.\-/)]|, ?\d){numerals}(?<![.\-/]I)"]
    for word in {form for each in words if each != "I" for form in (each, each.capitalize())}:
        forms.append(rf"{word}(?<=\b{word})(?![\w-])")  # its letters first: they are found faster than a boundary
    return re.compile("|".join(forms))
