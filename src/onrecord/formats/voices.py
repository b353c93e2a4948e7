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
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from ..reading import Paragraph, Span

_OPENING = re.compile(r"[^\W\d_]+|\S")
_BRACKETED = re.compile(r"\[(?P<words>[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*)\]")
_QUOTED = re.compile(r'“[^”]*(?:”|$)|"[^"]*(?:"|$)|(?:(?<=\s)|^)‘.*?(?:’(?!\w)|$)')
_AFTER_SENTENCE = re.compile(r"(?<=[.!?—–\]”\"’)])\s*(?=[A-Z])")
# Cheap signs without which no set phrase stands behind a Member's words.
_INLINE_SIGNS = ("greed", "egatived", "withdrawn", "uspended", "adjourned", "stand part", "not moved", "Question put",
                 "Sitting ", "House ", "Bill ", "Brought up", "isagreed")


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

    >>> is_gesture("rose—"), is_gesture("indicated assent. Amendment, by leave, withdrawn."), is_gesture("The sun rose.")
    (True, True, False)
    """
    found = _voices().gesture.match(text.strip()) if len(text) < 400 else None
    return found is not None and (found.end() == len(text.strip()) or reads_procedural(text.strip()[found.end():]))


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
        if reads_procedural(text):
            known = True
        elif first_person(text):
            return False
    return known


def first_person(text: str) -> bool:
    """Whether somebody speaks of himself or herself, outside quotation marks.

    >>> first_person("I beg to move"), first_person("Part I of the Act"), first_person("He said, “I will”")
    (True, False, False)
    """
    pronoun = _voices().pronoun
    if pronoun.search(text) is None:
        return False
    return pronoun.search(_QUOTED.sub(" ", text)) is not None


def spans(text: str) -> tuple[Span, ...]:
    """The stretches of a paragraph that are not plainly the speaker's, in order, without overlaps.

    >>> spans("That is wrong. [Interruption.] It is.")
    (Span(kind='interjection', start=15, end=30),)
    """
    if is_quotation(text):
        return (Span("quotation", 0, len(text)),)
    found = list(_bracketed(text)) if "[" in text else []
    if any(sign in text for sign in _INLINE_SIGNS):
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
    whole = spans(text)
    if len(whole) == 1 and whole[0].start == 0 and whole[0].end == len(text):
        return Paragraph(whole[0].kind, text, column)
    if reads_procedural(text):
        return Paragraph("procedural", text, column)
    return Paragraph("text", text, column, whole)


# --- set phrases ----------------------------------------------------------------------


class _Form(NamedTuple):
    pattern: re.Pattern[str]
    whole: bool
    guard: bool


class _Voices(NamedTuple):
    collective: re.Pattern[str]
    gesture: re.Pattern[str]
    interjection: re.Pattern[str]
    note: re.Pattern[str]
    pronoun: re.Pattern[str]
    forms: dict[str, tuple[_Form, ...]]
    anywhere: tuple[tuple[tuple[str, ...], tuple[_Form, ...]], ...]
    inline: re.Pattern[str]


def _phrase_end(text: str, at: int) -> int | None:
    """Where the set phrase that stands at `at` ends, or None."""
    opening = _OPENING.match(text, at)
    if opening is None:
        return None
    if opening[0] == "[" and (bracket := _BRACKETED.match(text, at)) and _bracket_kind(bracket["words"]):
        return bracket.end()
    voices = _voices()
    for form in voices.forms.get(opening[0], ()):
        if (end := _form_end(form, text, at)) is not None:
            return end
    for needs, forms in voices.anywhere:
        if any(need in text for need in needs):
            for form in forms:
                if (end := _form_end(form, text, at)) is not None:
                    return end
    return None


def _form_end(form: _Form, text: str, at: int) -> int | None:
    found = form.pattern.match(text, at)
    if found is None or (form.guard and first_person(text[at:])):
        return None
    return found.end() if form.whole else len(text)


def _skip_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _inline(text: str) -> Iterator[Span]:
    """Chains of set phrases before, between or behind the speaker's own sentences."""
    inline = _voices().inline
    done = 0
    for start in (0, *(boundary.end() for boundary in _AFTER_SENTENCE.finditer(text))):
        end = at = start
        while start >= done and (found := inline.match(text, at)):
            end, at = found.end(), _skip_blanks(text, found.end())
        if end > start:
            yield Span("procedural", start, end)
            done = at


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
    """The phrases of the data file, compiled once."""
    data = tomllib.loads(files(__package__).joinpath("phrases.toml").read_text(encoding="utf-8"))
    parts: dict[str, str] = data["parts"]
    forms: dict[str, list[_Form]] = {}
    anywhere = []
    inline: list[str] = []
    for group in data["group"]:
        compiled = tuple(_compiled(group, parts))
        for opening in group["opens"]:
            if opening == "*":
                anywhere.append((tuple(group["needs"]), compiled))
            else:
                forms.setdefault(opening, []).extend(compiled)
        inline += [_written_out(form, parts) for form in group.get("whole", ()) if group.get("inline")]
    heard, person = data["interjection"], data["first_person"]
    return _Voices(
        collective=_any_of(data["collective"]["names"], re.IGNORECASE),
        gesture=_any_of(data["gesture"]["forms"]),
        interjection=_any_of(heard["forms"], re.IGNORECASE),
        note=_any_of(heard["notes"], re.IGNORECASE),
        pronoun=_pronoun(person["words"], person["numeral_after"]),
        forms={opening: tuple(each) for opening, each in forms.items()},
        anywhere=tuple(anywhere),
        inline=_any_of(inline),
    )


def _compiled(group: dict[str, Any], parts: dict[str, str]) -> Iterator[_Form]:
    guard = bool(group.get("guard"))
    for kind in ("whole", "start"):
        for form in group.get(kind, ()):
            yield _Form(re.compile(_written_out(form, parts)), kind == "whole", guard)


def _written_out(form: str, parts: dict[str, str]) -> str:
    for name, pattern in parts.items():
        form = form.replace(name, pattern)
    return form


def _any_of(forms: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{form})" for form in forms), flags)


def _pronoun(words: Iterable[str], numeral_after: Iterable[str]) -> re.Pattern[str]:
    """The first person, whatever its capitals ("I" only as a capital, and not as a numeral or an initial; "US" never)."""
    before = "".join(f"(?<!{word} )" for word in numeral_after)
    others = "|".join(f"{word}|{word.capitalize()}" for word in words if word != "I")
    return re.compile(rf"(?<![\w.\-–—’'(/])(?:{before}I(?![\w.\-/)]|, ?\d)|(?:{others})(?![\w-]))|(?<=[—–(’'])(?:I|we|We|my|My)(?=[ ’'])")
