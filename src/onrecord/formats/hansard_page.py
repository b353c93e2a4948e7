"""A page of hansard.parliament.uk: a chamber's whole day, or one debate, as readers see it.

The page holds what the API serves, in the same fragments of HTML with the same ids of
contributions, Members and divisions; so it is taken apart into the API's own structs and
read by the same reader, and both give the same record. What a page does not have is ids of
its sections: they are numbered by their place on it. Nothing but the words of the
proceedings is taken; what stands around them (buttons, links, menus) is counted, and
scripts are never read. A page that holds no proceedings, such as one that asks whether a
human is reading, is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime
from html import escape
from html.parser import HTMLParser

from lxml import etree, html
from msgspec import structs

from ..errors import BadInputError, WordsLostError
from ..reading import Item, ReadContribution, Reading, ReadSitting, Section
from .hansard_debate import read_debate
from .hansard_schema import Ancestor, Debate, Entry, Overview
from .hansard_tags import place
from .hansard_value import BLOCKS
from .historic_place import printed_day
from .ragged import is_ragged
from .strict_json import LONGEST

FORMAT = "hansard-html"

_AGAIN = "get the page again from hansard.parliament.uk; a page that asks for a check is no Hansard"
LARGEST = 16_000_000
"""Bytes of one page; the longest day's has not half of them."""
_ADDRESS = re.compile(
    r"https://hansard\.parliament\.uk/(?P<house>commons|lords)/(?P<day>\d{4}-\d\d-\d\d)"
    r"/debates/(?P<id>[0-9A-Za-z-]+)/[\w%.,()’'-]*",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"</(?:p|div|em|span|li|td|h[1-6])\s*>", re.IGNORECASE)
_END = re.compile(r"</html\s*>", re.IGNORECASE)
_VOLUME = re.compile(r"\bVolume (\d{1,4})\b")
_GUID = re.compile(r"/division/([0-9A-Fa-f-]{36})/")
_MEMBER = re.compile(r"\bmemberId=(\d{1,7})\b")
_STAMPED = re.compile(r"\d\d/\d\d/\d{4} \d\d:\d\d:\d\d")
_LOST = 8
_AROUND = {"share", "share-bar", "info", "item-icon"}  # of a contribution or a division: buttons, and when it was held


def read_page(data: bytes, name: str) -> Reading:
    """Read a page of Hansard, word for word.

    Raises BadInputError for a page that is no Hansard or not whole, WordsLostError if the
    reading would lose a word.
    """
    text = _text_of(data, name)
    article, heading, address = _parts_of(text, name)
    page = _Page(article, heading, address, name)
    reading = page.read()
    around = _weigh(text, page, name)
    buckets = {**reading.buckets, **({"page furniture": around} if around else {})}
    return structs.replace(reading, words=reading.words + around, buckets=buckets)


def _text_of(data: bytes, name: str) -> str:
    if len(data) > LARGEST:
        raise BadInputError(f"a page of more than {LARGEST:,} bytes", where=name, remedy=_AGAIN)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadInputError("not UTF-8, which the page says it is", where=f"{name}:{line}", remedy=_AGAIN) from None
    if is_ragged(text):
        raise BadInputError("mark-up that never ends", where=name, remedy=_AGAIN)
    return text


def _parts_of(text: str, name: str) -> tuple[etree._Element, etree._Element, re.Match[str]]:
    """The proceedings, the banner above them, and the page's own address."""
    try:
        root = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise BadInputError(f"not a web page that can be read ({error})", where=name, remedy=_AGAIN) from None
    address = next((found for m in root.iter("meta") if (found := _ADDRESS.match(m.get("content") or ""))), None)
    articles = [each for each in root.iter("div") if "primary-content" in _classes(each)]
    banner = next((each for each in root.iter("div") if "hero-banner" in _classes(each)), None)
    if address is None or len(articles) != 1 or banner is None:
        raise BadInputError("a web page, and not one of Hansard's proceedings", where=name, remedy=_AGAIN)
    if not _END.search(text[-2000:]):
        line = text.count("\n") + 1
        raise BadInputError("not whole: the page breaks off", where=f"{name}:{line}", remedy=_AGAIN)
    for unseen in articles[0].iter("script", "style"):
        if _CLOSES.search(unseen.text or ""):  # its own end is garbled, and it takes words with it that were said
            raise BadInputError("a script that never ends", where=f"{name}:{unseen.sourceline}", remedy=_AGAIN)
    return articles[0], banner, address


class _Page:
    """A page on its way to a debate of the API's shape. `read_words` are those of its values, titles and names."""

    def __init__(self, article: etree._Element, banner: etree._Element, address: re.Match[str], name: str) -> None:
        self.article, self.banner, self.address, self.name = article, banner, address, name
        self.title = next((_words(each) for each in banner.iter("h1")), "")
        self.taken: list[str] = []
        self.around = Counter[str]()
        self.sections = 0

    def read(self) -> Reading:
        """The page as a sitting, its sections and contributions under the page's own address."""
        place_name, whole = self._place()
        overview = Overview(
            ext_id=self.address["id"],
            date=self._day().isoformat(),
            title=self.title,
            location=place_name,
            house=self.address["house"].capitalize(),
            volume_no=next((int(n) for n in _VOLUME.findall(_words(self.banner))), None),
        )
        root = [Ancestor(title=self.title, external_id=overview.ext_id)] if whole else None
        reading = read_debate(self._debate(self.article, overview, root), self.name)
        sitting = self._addressed(reading.sittings[0])
        buckets = dict(reading.buckets)
        if whole:
            sitting, buckets = _without_root(sitting, buckets)
        return structs.replace(
            reading, format=FORMAT, sittings=(structs.replace(sitting, whole=whole),), buckets=buckets
        )

    def _place(self) -> tuple[str, bool]:
        """The chamber's name, and whether the page is the chamber's day and not one debate."""
        house = self.address["house"].casefold()
        if place(self.title, house):
            return self.title, True
        for crumb in self.article.getroottree().iter("li"):
            if place(text := _words(crumb), house):
                return text, False
        raise BadInputError(f"no chamber: the page is headed “{self.title}”", where=self.name, remedy=_AGAIN)

    def _day(self) -> date:
        day = printed_day(_words(self.banner))
        told = date.fromisoformat(self.address["day"])
        if day is not None and day != told:
            raise BadInputError(
                f"two days: {told} in the address and {day} in the heading", where=self.name, remedy=_AGAIN
            )
        return told

    def _addressed(self, sitting: ReadSitting) -> ReadSitting:
        """A sitting whose links lead to this page: sections have no address of their own here."""
        page = self.address[0]

        def linked(item: Item) -> Item:
            if not isinstance(item, ReadContribution):
                return item
            own = item.source_id.removeprefix("hansard:")
            return structs.replace(item, url=f"{page}#contribution-{own}")

        sections = tuple(structs.replace(section, url=page) for section in sitting.sections)
        return structs.replace(sitting, sections=sections, items=tuple(map(linked, sitting.items)))

    # --- the tree -----------------------------------------------------------------------

    def _debate(self, element: etree._Element, overview: Overview, navigator: list[Ancestor] | None) -> Debate:
        items: list[Entry] = []
        children: list[Debate] = []
        for child in _holding(element):
            if "child-debate" in _classes(child):
                children.append(self._child(child, overview))
            else:
                items += self._entries(child)
        return Debate(overview, items, navigator, children)

    def _child(self, element: etree._Element, above: Overview) -> Debate:
        heading = next(iter(element.iterchildren("h2", "h3", "h4")), None)
        title = _words(heading) if heading is not None else ""
        self.taken += title.split()
        self.sections += 1
        overview = structs.replace(
            above,
            ext_id=f"{self.address['id']}/{self.sections}",
            title=title,
            hrs_tag=heading.get("data-tag") if heading is not None else None,
        )
        return self._debate(element, overview, None)

    def _entries(self, element: etree._Element) -> Iterator[Entry]:
        """What one element of a debate holds: a contribution, a time, a division, a column mark or nobody's words."""
        classes = _classes(element)
        if "debate-item-contributiondebateitem" in classes:
            yield self._contribution(element)
        elif "debate-item-timestampdebateitem" in classes:
            yield self._entry("Timestamp", _words(element))
        elif "debate-item-divisiondebateitem" in classes:
            yield self._division(element)
        else:
            tagged = next((each for each in element.iter("div") if each.get("data-tag")), element)
            own = (tagged.get("id") or "").removeprefix("contribution-") or None
            value = _inner(tagged)
            if value.strip():
                yield self._entry("Contribution", value, external_id=own, hrs_tag=tagged.get("data-tag"))

    def _contribution(self, element: etree._Element) -> Entry:
        said = next((each for each in element.iter("div") if each.get("data-contribution-id")), element)
        self._pass_furniture(said)
        by = _first(said, "attributed-to")
        member = _MEMBER.search(" ".join(link.get("href") or "" for link in by.iter("a"))) if by is not None else None
        told = next((each.get("title") or "" for each in said.iter("span") if "title" in each.attrib), "").split()
        attribution = _words(by) if by is not None else ""
        self.taken += attribution.split()
        content = _first(said, "content")
        return self._entry(
            "Contribution",
            _inner(content) if content is not None else "",
            member_id=int(member[1]) if member else None,
            attributed_to=attribution or None,
            external_id=said.get("data-contribution-id"),
            hrs_tag=told[1] if len(told) > 1 else None,
            timecode=_timecode(" ".join(told[2:4])),
        )

    def _division(self, element: etree._Element) -> Entry:
        """A division's card: its number, the words around it, the counts."""
        self._pass_furniture(element)
        link = next(iter(element.iter("a")), None)
        found = _GUID.search(link.get("href") or "") if link is not None else None
        wanted = ("primary-info", "additional-text-before", "infographic", "additional-text-after")
        parts = [part for part in element.iter("div") if set(wanted) & set(_classes(part))]
        value = "".join(f"<p>{escape(words)}</p>" for part in parts if (words := _words(part)))
        return self._entry("Division", value, external_id=found[1] if found else None)

    def _entry(self, item_type: str, value: str, **more: object) -> Entry:
        if len(value) > LONGEST:
            raise BadInputError("a text longer than any contribution", where=self.name, remedy=_AGAIN)
        self.taken += _text(value).split()
        return Entry(item_type=item_type, value=value, **more)  # type: ignore[arg-type]  # each field is checked above

    def _pass_furniture(self, element: etree._Element) -> None:
        """Count what stands around the words of a contribution or a division."""
        seen: set[etree._Element] = set()
        for each in element.iter():
            if isinstance(each.tag, str) and _AROUND & set(_classes(each)) and not seen & set(each.iterancestors()):
                seen.add(each)
                self.around.update(_words(each).split())


# --- single facts -----------------------------------------------------------------------


def _classes(element: etree._Element) -> list[str]:
    return (element.get("class") or "").split() if isinstance(element.tag, str) else []


def _first(element: etree._Element, name: str) -> etree._Element | None:
    return next((each for each in element.iter() if name in _classes(each)), None)


def _holding(element: etree._Element) -> Iterator[etree._Element]:
    """The debates and items right under an element, through lists and whatever else only wraps them."""
    for child in element:
        if not isinstance(child.tag, str) or child.tag in ("h2", "h3", "h4"):
            continue
        if {"child-debate", "debate-item"} & set(_classes(child)):
            yield child
        else:
            yield from _holding(child)


def _words(element: etree._Element) -> str:
    return " ".join(_text(_inner(element)).split())


def _inner(element: etree._Element) -> str:
    """The HTML inside an element."""
    parts = [escape(element.text or "", quote=False)]
    parts += [html.tostring(child, encoding="unicode", with_tail=True) for child in element]
    return "".join(parts)


def _timecode(printed: str) -> str | None:
    """The moment that the page gives beside a contribution, as the API writes it.

    >>> _timecode("09/01/2020 15:54:32")
    '2020-01-09T15:54:32'
    """
    if not _STAMPED.fullmatch(printed):
        return None
    try:
        return datetime.strptime(printed, "%d/%m/%Y %H:%M:%S").isoformat()
    except ValueError:
        return None


def _without_root(sitting: ReadSitting, buckets: dict[str, int]) -> tuple[ReadSitting, dict[str, int]]:
    """A sitting without the section that is the chamber itself, where nothing stands right under it."""
    root = sitting.sections[0]
    if any(item.section == 0 for item in sitting.items):
        return sitting, buckets
    words = len(root.title.split())
    moved = {**buckets, "heading": buckets.get("heading", 0) - words, "chamber": buckets.get("chamber", 0) + words}
    sections = tuple(structs.replace(s, parent=_one_less(s)) for s in sitting.sections[1:])
    items = tuple(structs.replace(item, section=item.section - 1) for item in sitting.items)
    return structs.replace(sitting, sections=sections, items=items), moved


def _one_less(section: Section) -> int | None:
    return section.parent - 1 if section.parent else None


# --- the other way to its words ---------------------------------------------------------


def _weigh(text: str, page: _Page, name: str) -> int:
    """Weigh the words of the proceedings, found by another parser, against those that were taken.

    Returns how many stand around them. Raises WordsLostError.
    """
    seen = _Proceedings()
    seen.feed(text)
    seen.close()
    printed = "".join(seen.text).split()
    left = Counter(page.around) + Counter(page.taken)
    lost = Counter(printed) - left
    if lost:
        first = next(at for at, word in enumerate(printed) if word in lost)
        shown = " ".join(word[:40] for word in printed[first : first + _LOST])
        raise WordsLostError(
            f"reading it would lose {lost.total()} words, first “{shown}”",
            where=name,
            remedy="nothing of it was loaded; this is a defect of On Record, please report it with the file",
        )
    return page.around.total()


def _text(fragment: str) -> str:
    """The text of a fragment, by the parser that the page's words are weighed with."""
    seen = _Proceedings(inside=True)
    seen.feed(fragment)
    seen.close()
    return "".join(seen.text)


class _Proceedings(HTMLParser):
    """The text of the page's proceedings; elements that part words part them, scripts are left out."""

    def __init__(self, *, inside: bool = False) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.depth = 1 if inside else 0
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.depth and tag == "div":
            self.depth += 1
        elif tag == "div" and "primary-content" in (dict(attrs).get("class") or "").split():
            self.depth = 1
        self.unseen += tag in ("script", "style")
        self._part(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)
        if self.depth and tag == "div":
            self.depth -= 1
        if tag in ("script", "style"):
            self.unseen = max(0, self.unseen - 1)

    def handle_data(self, data: str) -> None:
        if self.depth and not self.unseen:
            self.text.append(data)

    def _part(self, tag: str) -> None:
        if self.depth and tag in BLOCKS:
            self.text.append(" ")
