"""A debate as the Hansard API serves it: one file, its ancestors, and the debates nested in it.

The API is the official source and the fullest: it names Members by id, marks columns in
the middle of sentences, prints the clock, and nests sections. A file holds one debate or
a block of them, never a whole sitting; what it says of its ancestors places it in the
sitting. Items are read in the order of the file; column and clock run on from one to the
next, also into nested debates. Who a Member is, and whether a question was answered, is
not asked here.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from msgspec import structs

from ..errors import BadInputError, WordsLostError
from ..reading import Item, Mark, Paragraph, ReadContribution, ReadDivision, Reading, ReadSitting, Stamp
from .conservation import LETTERS, account
from .hansard_schema import Ancestor, Debate, Entry, Overview
from .hansard_sections import Node, section_url, sections
from .hansard_tags import Place, is_nobodys, named, paragraph_kind, place, publication
from .hansard_value import Block, Value, printed_words, read_value
from .voices import collective_in, is_collective, is_impersonal, paragraph

FORMAT = "hansard-api"
DEPTH = 40
"""How deep debates may nest in debates."""

_GUID = re.compile(r"[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}")
_NUMBER = re.compile(r"(T?\d{1,3})\.\s+")
_UIN = re.compile(r"\s+[(\[]([A-Z]{0,4}\d{2,7})[)\]]\.?$")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
_COUNTS = re.compile(r"\b(Ayes|Noes|Contents|Not-Contents)\b[:\s]*(\d+)")
_SIDES = {"Ayes": "aye", "Noes": "no", "Contents": "content", "Not-Contents": "not-content"}


def read_debate(debate: Debate, name: str) -> Reading:
    """Read one debate with the debates nested in it.

    Raises BadInputError where it tells no House, day or chamber, and WordsLostError if the
    reading would lose a word.
    """
    return _Reader(debate, name).read()


class _Reader:
    """One file on its way to a Reading: what runs on from item to item is kept here."""

    def __init__(self, debate: Debate, name: str) -> None:
        self.debate, self.name = debate, name
        overview = debate.overview
        self.house = _house(overview, name)
        self.day = _day(overview, name)
        self.place, self.warnings = self._place(overview, debate.navigator or [])
        self.day_url = f"https://hansard.parliament.uk/{self.house.capitalize()}/{self.day.isoformat()}"
        self.nodes: list[Node] = []
        self.items: list[Item] = []
        self.printed: list[str] = []
        self.apart: Counter[str] = Counter()
        self.known: set[str] = set()
        self.column: str | None = None
        self.time: str | None = None

    def read(self) -> Reading:
        overview = self.debate.overview
        self._walk(self.debate, self._ancestors(), 0)
        self._number_topical()
        sitting = ReadSitting(
            house=self.house,
            chamber=self.place.chamber,
            date=self.day,
            sections=sections(self.nodes, self.place, self.day_url),
            items=tuple(self.items),
            volume=overview.volume_no if overview.volume_no and overview.volume_no > 0 else None,
            publication=publication(overview.source),
            whole=False,
            edition=overview.content_last_updated or "",
        )
        weighed = account(" ".join(self.printed), [sitting], self.name)
        buckets = {**weighed.buckets, **self.apart}
        return Reading(FORMAT, (sitting,), weighed.words + self.apart.total(), buckets, tuple(self.warnings))

    # --- the tree -----------------------------------------------------------------------

    def _place(self, overview: Overview, chain: list[Ancestor]) -> tuple[Place, list[str]]:
        root = next((step.title for step in chain if not step.parent_id and step.title), None)
        location = " ".join((overview.location or root or "").split())
        if not location:
            raise BadInputError("no chamber: Overview has no Location", where=self.name, remedy="fetch it again")
        known = place(location, self.house)
        if known is not None:
            return known, []
        slug = "-".join(re.findall(r"[a-z0-9]+", location.casefold()))
        return Place(slug or "unknown"), [f"unknown chamber “{location}”: kept as {slug}"]

    def _ancestors(self) -> int | None:
        """The nodes above this debate, without the chamber; the index of the one right above it."""
        parent: int | None = None
        for step in self.debate.navigator or []:
            if _is(step, self.debate.overview):
                break
            if not step.parent_id:
                self.apart["chamber"] += len((step.title or "").split())
            elif step.external_id:
                parent = self._node(step.external_id, step.title, step.hrs_tag, parent, step.sort_order)
        return parent

    def _walk(self, debate: Debate, parent: int | None, depth: int) -> None:
        """A debate with its own items, then the debates nested in it."""
        if depth > DEPTH:
            raise BadInputError("debates nested too deep", where=self.name, remedy="fetch it again")
        overview = debate.overview
        own = next((step for step in debate.navigator or [] if _is(step, overview)), None)
        sort = own.sort_order if own else None
        here = self._node(overview.ext_id, overview.title, overview.hrs_tag, parent, sort)
        root = own is not None and not own.parent_id and len(debate.navigator or []) == 1
        self.nodes[here].root = root
        for entry in debate.items or []:
            self._entry(entry, here)
        if self.nodes[here].column is None:
            self.nodes[here].column = self.column
        for child in debate.child_debates or []:
            self._walk(child, None if root else here, depth + 1)

    def _node(self, ext_id: str, title: str | None, tag: str | None, parent: int | None, sort: int | None) -> int:
        plain = " ".join((title or "").split())
        self.printed += plain.split()
        self.nodes.append(Node(ext_id, plain, tag, parent, sort or 0))
        return len(self.nodes) - 1

    # --- items --------------------------------------------------------------------------

    def _entry(self, entry: Entry, here: int) -> None:
        type_ = (entry.item_type or "").casefold()
        if type_ == "timestamp" and (time := _clock(entry.value)):
            self._stamp(entry, time, here)
            return
        value = read_value(entry.value or "")
        self._weigh(entry, value)
        if type_ == "division":
            self._division(entry, value, here)
        elif value.blocks or _attribution(entry) or _key(entry.member_id):
            self._contribution(entry, value, here)
        self.column = self._marked(value.column_after)

    def _weigh(self, entry: Entry, value: Value) -> None:
        aside: Counter[str] = Counter()
        for bucket, word in value.apart:
            self.apart[bucket] += 1
            if bucket not in ("column-mark", "script"):
                aside[word] += 1
        for word in printed_words(entry.value or ""):
            if aside.get(word, 0) > 0:
                aside[word] -= 1
            else:
                self.printed.append(word)
        self.apart["attribution"] += len((entry.attributed_to or "").split())

    def _stamp(self, entry: Entry, time: str, here: int) -> None:
        self.time = time
        self.apart["time"] += len((entry.value or "").split())
        node = self.nodes[here]
        if not any(isinstance(item, ReadContribution | ReadDivision) for item in node.items):
            node.time = node.time or time
        self._add(Stamp(here, time, f"hansard:item/{entry.item_id}" if entry.item_id else None))

    def _division(self, entry: Entry, value: Value, here: int) -> None:
        text = " ".join(block.text for block in value.blocks)
        source_id, _ = self._ids(entry, here)
        ext_id = str(entry.external_id or "")
        self._add(
            ReadDivision(
                source_id=source_id,
                section=here,
                number=next(iter(re.findall(r"\bDivision (?:No\.? ?)?(\d+)", text)), None),
                counts={_SIDES[side]: int(count) for side, count in _COUNTS.findall(text)},
                votes=(),
                column=self.column,
                time=self.time,
                url=f"{self.day_url}/division/{ext_id}" if _GUID.fullmatch(ext_id) else None,
                paragraphs=tuple(Paragraph("procedural", block.text) for block in value.blocks),
            )
        )

    def _contribution(self, entry: Entry, value: Value, here: int) -> None:
        value, number, uin = self._question(entry, value)
        texts = [block.text for block in value.blocks]
        mark = _mark(entry, texts)
        nobody = mark == Mark()
        procedural = nobody and (is_nobodys(entry.hrs_tag) or _is_moved(entry, texts) or is_impersonal(texts))
        paragraphs = tuple(self._paragraph(entry, block, voiced=not nobody) for block in value.blocks)
        if procedural:
            paragraphs = tuple(_of_nobody(each, entry.hrs_tag) for each in paragraphs)
        source_id, aliases = self._ids(entry, here)
        contribution = ReadContribution(
            source_id=source_id,
            section=here,
            mark=mark,
            paragraphs=paragraphs,
            attribution=_attribution(entry),
            procedural=procedural,
            type=entry.hrs_tag or entry.item_type,
            question_number=number,
            uin=uin,
            column=paragraphs[0].column if paragraphs else self.column,
            column_end=self._inside(value),
            time=self.time,
            timecode=entry.timecode,
            url=self._url(here, entry),
            aliases=aliases,
        )
        if not procedural and _goes_on(contribution, self._before(here)):
            self._lengthen(contribution, here)
        else:
            self._add(contribution)

    def _paragraph(self, entry: Entry, block: Block, *, voiced: bool) -> Paragraph:
        column = self._marked(block.column)
        if block.shape in ("list", "table"):
            return Paragraph(block.shape, block.text, column, (), block.rows)
        kind = block.shape if block.shape != "text" else "text"
        for tag in (block.tag, entry.hrs_tag):
            kind = paragraph_kind(tag, block.text, voiced=voiced) if kind == "text" else kind
        return paragraph(block.text, kind, column)

    def _question(self, entry: Entry, value: Value) -> tuple[Value, str | None, str | None]:
        """A tabled question without its number and its UIN, and these; anything else as it is."""
        uin = str(entry.uin or value.uin or "").strip() or None
        if not value.blocks or not (value.is_question or "question" in (entry.hrs_tag or "").casefold()):
            return value, None, uin
        blocks = list(value.blocks)
        number = None
        if found := _NUMBER.match(blocks[0].text):
            number = found[1]
            blocks[0] = blocks[0]._replace(text=blocks[0].text[found.end() :])
            self._set_apart("question-number", found[0])
        if (printed := _UIN.search(blocks[-1].text)) and uin in (None, printed[1]):
            uin = printed[1]
            blocks[-1] = blocks[-1]._replace(text=blocks[-1].text[: printed.start()])
            self._set_apart("uin", printed[0])
        return value._replace(blocks=tuple(block for block in blocks if block.text)), number, uin

    def _set_apart(self, bucket: str, words: str) -> None:
        """Words of the item just weighed that are not speech."""
        for word in words.split():
            at = next((at for at in range(len(self.printed) - 1, -1, -1) if self.printed[at] == word), None)
            if at is None:
                raise WordsLostError(
                    f"reading it would invent “{word[:LETTERS]}”",
                    where=self.name,
                    remedy="nothing of it was loaded; this is a defect of On Record, please report it with the file",
                )
            del self.printed[at]
            self.apart[bucket] += 1

    # --- what an item hangs on ----------------------------------------------------------

    def _add(self, item: Item) -> None:
        node = self.nodes[item.section]
        if isinstance(item, ReadContribution | ReadDivision) and node.column is None:
            node.column = item.column
        self.items.append(item)
        node.items.append(item)

    def _before(self, here: int) -> ReadContribution | None:
        """The contribution right before, if nothing stands between, not even the clock."""
        last = self.nodes[here].items[-1:]
        return last[0] if last and isinstance(last[0], ReadContribution) else None

    def _lengthen(self, more: ReadContribution, here: int) -> None:
        before = self.nodes[here].items[-1]
        assert isinstance(before, ReadContribution)
        end = more.column_end or (more.column if more.column != before.column else None)
        longer = structs.replace(
            before,
            paragraphs=before.paragraphs + more.paragraphs,
            column_end=end or before.column_end,
            aliases=(*before.aliases, more.source_id, *more.aliases),
        )
        self.items[-1] = self.nodes[here].items[-1] = longer

    def _marked(self, column: str | None) -> str | None:
        """A column with its chamber's mark; without one, the column that runs."""
        return self.column if column is None else self.place.column(column)

    def _inside(self, value: Value) -> str | None:
        return None if value.column_end is None else self.place.column(value.column_end)

    def _ids(self, entry: Entry, here: int) -> tuple[str, tuple[str, ...]]:
        """An item's id and its other ids, none of which another item of the file has."""
        external = str(entry.external_id or "").strip()
        item = f"hansard:item/{entry.item_id}" if entry.item_id else None
        ids = [f"hansard:{external}"] if external else []
        ids = [*ids, item] if item and _GUID.fullmatch(external) else [item, *ids] if item else ids
        ids = [each for each in ids if each not in self.known]
        if not ids:
            ids = [f"hansard:{self.nodes[here].ext_id}/{len(self.nodes[here].items)}"]
        self.known.update(ids)
        return ids[0], tuple(ids[1:])

    def _url(self, here: int, entry: Entry) -> str:
        node = self.nodes[here]
        page = section_url(self.day_url, node.ext_id, node.title)
        return f"{page}#contribution-{entry.external_id}" if entry.external_id else page

    def _number_topical(self) -> None:
        """Topical questions are numbered T1, T2 … also where the source prints the bare number."""
        placed = sections(self.nodes, self.place, self.day_url)
        for at, item in enumerate(self.items):
            topical = placed[item.section].kind == "topical"
            if topical and isinstance(item, ReadContribution) and (item.question_number or "").isdigit():
                self.items[at] = structs.replace(item, question_number=f"T{item.question_number}")


# --- single facts -----------------------------------------------------------------------


def _house(overview: Overview, name: str) -> str:
    said = str(overview.house or overview.location or "").casefold()
    if said.startswith("commons") or said == "1":
        return "commons"
    if said.startswith(("lords", "grand committee")) or said == "2":
        return "lords"
    raise BadInputError(f"unknown House “{overview.house}”", where=name, remedy="fetch it again")


def _day(overview: Overview, name: str) -> date:
    try:
        return date.fromisoformat(overview.date[:10])
    except ValueError:
        raise BadInputError(f"no date: “{overview.date}”", where=name, remedy="fetch it again") from None


def _is(step: Ancestor, overview: Overview) -> bool:
    return (step.external_id or "").casefold() == overview.ext_id.casefold()


def _key(member_id: int | None) -> str | None:
    return f"mnis:{member_id}" if member_id and member_id > 0 else None


def _attribution(entry: Entry) -> str | None:
    """Who speaks, to the letter as printed."""
    return entry.attributed_to if (entry.attributed_to or "").strip() else None


def _mark(entry: Entry, texts: list[str]) -> Mark:
    attribution, key = _attribution(entry), _key(entry.member_id)
    if attribution is not None:
        name, office = named(attribution)
        return Mark(key, name, office, collective=is_collective(attribution))
    voice = collective_in(texts[0]) if key is None and len(texts) == 1 else None
    return Mark(key, voice, collective=voice is not None)


def _is_moved(entry: Entry, texts: list[str]) -> bool:
    """Whether an item without a voice is amendment text or the words of a motion by its tag."""
    return bool(texts) and all(paragraph_kind(entry.hrs_tag, text, voiced=False) == "motion" for text in texts)


def _of_nobody(each: Paragraph, tag: str | None) -> Paragraph:
    """A paragraph of the House's own: what hangs on a set phrase is what was moved."""
    if each.kind != "text":
        return each
    moved = not is_nobodys(tag) and each.text.startswith(("That", "(", "“", '"', "‘", "'"))
    return structs.replace(each, kind="motion" if moved else "procedural", spans=())


def _goes_on(more: ReadContribution, before: ReadContribution | None) -> bool:
    """Whether an item goes on with the contribution before it, by the source's own word: the same Member
    without a new attribution, or a quotation printed under a Member's words."""
    if before is None or more.attribution is not None or more.mark.collective or before.mark.collective:
        return False
    if more.mark.key is not None:
        return more.mark.key == before.mark.key
    quoted = bool(more.paragraphs) and all(each.kind == "quotation" for each in more.paragraphs)
    return quoted and (before.mark.key is not None or before.attribution is not None)


def _clock(value: str | None) -> str | None:
    """A printed time as HH:MM:SS, or None for words that are no time."""
    words = " ".join(printed_words(value or ""))
    found = _CLOCK.fullmatch(words)
    if found is None:
        return None
    half = (found[4] or "").replace(".", "").casefold()
    hour = int(found[1]) % 12 + (12 if half == "pm" else 0) if half else int(found[1])
    return f"{hour:02}:{found[2]}:{found[3] or '00'}" if hour < 24 and int(found[2]) < 60 else None
