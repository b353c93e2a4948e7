"""What a format yields: a sitting as its source prints it, before anybody asks who is who.

The official formats differ in everything but the words. Each reader in `formats/`
ends in these structs, so that nothing after it needs to know where a sitting came
from. A reading holds *evidence* (the name as printed, the id the source gives, its
own type of a contribution) and no judgement: who spoke is decided in `people`, what
a contribution is in `proceedings`. All text is Unicode, white space folded to single
blanks inside a paragraph, words complete and in the order of the source.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Span(Struct, frozen=True, omit_defaults=True):
    """Characters `start:end` of a paragraph that are not plainly the speaker's own words.

    `kind`: `procedural`, `interjection` or `quotation`.
    """

    kind: str
    start: int
    end: int


class Paragraph(Struct, frozen=True, omit_defaults=True):
    """One paragraph of a contribution, in the source's words.

    `kind`: `text`, `motion` (words moved or amendment text), `procedural`, `interjection`,
    `quotation`, `table`, `list`, or `quoted-error` (words that a correction reprints as wrong).
    A table's cells are in `rows`; its `text` is the same cells parted by blanks. A list's entries are in `rows`, one
    cell each. `column` is the column in which the paragraph starts, only where the source marks it.
    """

    kind: str
    text: str
    column: str | None = None
    spans: tuple[Span, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class Mark(Struct, frozen=True, omit_defaults=True):
    """What the source says about who speaks.

    `key` is the source's own identifier in canonical form (`person/24815`, `member/1677`,
    `lord/100001`, `mnis:3957`), None where it gives none or says "unknown".
    `name` is the name as printed, `office` the office printed beside it.
    `collective` is true for "Hon. Members" and their like: a voice that is nobody's.
    """

    key: str | None = None
    name: str | None = None
    office: str | None = None
    collective: bool = False


NOBODY = Mark()


class Attendant(Struct, frozen=True, omit_defaults=True):
    """Somebody on the list of a committee's sitting: `role` is `chair`, `member` or `clerk`.

    `name` is the line as printed, seat and party included; `attended` is None where the source does not tell.
    """

    name: str
    role: str
    key: str | None = None
    attended: bool | None = None


class Section(Struct, frozen=True, omit_defaults=True):
    """A heading and what stands under it. `parent` is an index into the sitting's sections.

    `kind`: `oral-questions` (the whole block), `answering-body` (one department's questions),
    `question` (one question heading), `topical`, `urgent-question`, `statement`, `business`
    (debates, bills, motions), `bill`, `petition`, `points-of-order`, `adjournment`,
    `prayers`, `heading` (a sub-heading inside a debate).
    `debate` is true for the sections that users call a debate (contract section 4).
    `source_id` as the source writes it; `sort` orders sections of one sitting that arrive in
    separate files (0 where a file holds the whole sitting). `answering_body` is the body as
    printed, for sections inside oral questions. `source_tag` is the source's own class of heading.
    `aliases` are other ids that the source gives the heading. `attendance` is who sat on a committee, and
    `number` the number of that sitting of it.
    """

    source_id: str
    title: str
    kind: str = "heading"
    debate: bool = False
    parent: int | None = None
    sort: int = 0
    column: str | None = None
    time: str | None = None
    url: str | None = None
    answering_body: str | None = None
    source_tag: str | None = None
    aliases: tuple[str, ...] = ()
    attendance: tuple[Attendant, ...] = ()
    number: str | None = None


class ReadContribution(Struct, frozen=True, omit_defaults=True, tag_field="item"):
    """What one voice says in one go. `section` is an index into the sitting's sections.

    `type` is the source's own word for what it is ("Start Answer", "hs_Question"): evidence,
    not truth. `procedural` is true where the words are nobody's ("Question put and agreed to.").
    `time` is "HH:MM:SS" of the clock printed before it; `timecode` an ISO date-time for the video.
    `sort` orders contributions of one section that arrive in separate files, from 1 (0: as the file has them).
    `uins` are the numbers of all questions put together, where there are several; `reference` is the number of a
    written statement ("HCWS265"). `corrects` is the source's id of what this corrects, where the source says so.
    """

    source_id: str
    section: int
    mark: Mark
    paragraphs: tuple[Paragraph, ...]
    attribution: str | None = None
    procedural: bool = False
    type: str | None = None
    question_number: str | None = None
    uin: str | None = None
    column: str | None = None
    column_end: str | None = None
    time: str | None = None
    timecode: str | None = None
    url: str | None = None
    aliases: tuple[str, ...] = ()
    sort: int = 0
    uins: tuple[str, ...] = ()
    reference: str | None = None
    corrects: str | None = None


class Stamp(Struct, frozen=True, omit_defaults=True, tag_field="item"):
    """A clock time printed on a line of its own."""

    section: int
    time: str
    source_id: str | None = None


class Vote(Struct, frozen=True, omit_defaults=True):
    """One member's vote: `side` is `aye`/`no` or `content`/`not-content`; `proxy` the key of who cast it."""

    key: str | None
    name: str
    side: str
    teller: bool = False
    proxy: str | None = None


class ReadDivision(Struct, frozen=True, omit_defaults=True, tag_field="item"):
    """A vote, with who voted how. `counts` as printed ({"aye": 304, "no": 221}); `text` any words printed with it."""

    source_id: str
    section: int
    number: str | None
    counts: dict[str, int]
    votes: tuple[Vote, ...]
    column: str | None = None
    time: str | None = None
    url: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()
    aliases: tuple[str, ...] = ()


Item = ReadContribution | ReadDivision | Stamp


class Redirect(Struct, frozen=True):
    """A source's own word that an old id is now another: `match` is perfectmatch, changes, removed or altques."""

    old: str
    new: str | None
    match: str


class ReadSitting(Struct, frozen=True, omit_defaults=True):
    """One day's proceedings of one chamber, or the part of it that one file holds.

    Items stand in the order of the record; headings are not items: a section's heading stands
    before its first item. `whole` says whether the file claims to hold the whole sitting.
    `edition` orders editions of the same sitting ("a" < "b"; for the API the time of last update).
    `residue` marks parlparse's `latest="no"` files, which hold only what later changed. `selection`
    marks a part that holds some contributions of its debates and not all (what a search found).
    `part` names what a file holds of its sitting (a committee's sitting, "divisions"), the same in every edition.
    """

    house: str
    chamber: str
    date: date
    sections: tuple[Section, ...]
    items: tuple[Item, ...]
    volume: int | None = None
    session: str | None = None
    publication: str = "unknown"
    whole: bool = True
    edition: str = ""
    residue: bool = False
    redirects: tuple[Redirect, ...] = ()
    selection: bool = False
    part: str = ""

    @property
    def only_divisions(self) -> bool:
        """Whether the file holds divisions and nothing of the debates around them."""
        return self.part.partition("/")[0] == DIVISIONS


DIVISIONS = "divisions"
"""The part of a sitting that a file of divisions alone holds."""

WINDOWS = "windows-1252 characters"
"""The bucket that counts characters, not words: control characters that were read as what they are."""


class StageDay(Struct, frozen=True, omit_defaults=True):
    """A day on which a service says that a stage of a bill was taken; None where it gives none."""

    stage: str
    house: str | None
    day: date | None


class BillFacts(Struct, frozen=True, omit_defaults=True):
    """What a service says of a bill: `part` is `bill` or `stages`. `sponsors`: key and name. Later `edition`s win."""

    bill_id: int
    part: str
    edition: str
    title: str | None = None
    former_title: str | None = None
    house: str | None = None
    sponsors: tuple[tuple[str, str], ...] = ()
    stages: tuple[StageDay, ...] = ()


class Reading(Struct, frozen=True, omit_defaults=True):
    """A file, read: its format, its sittings, and the account of every word.

    `words` is the number of words of the source; `buckets` counts those that are not in
    contributions (headings, divisions, names of voters, attributions, marks) by name.
    One bucket counts characters (`WINDOWS`).
    """

    format: str
    sittings: tuple[ReadSitting, ...]
    words: int
    buckets: dict[str, int]
    warnings: tuple[str, ...] = ()
    bills: tuple[BillFacts, ...] = ()

    @property
    def spoken_words(self) -> int:
        """The words that stand in contributions."""
        return self.words - sum(words for name, words in self.buckets.items() if name != WINDOWS)
