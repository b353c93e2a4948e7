"""A page as a reader meets it, read by another parser than the one that made it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_TAGS = (
    "html head meta title link style body a header nav form label input button main footer p strong b h1 h2 h3 h4 h5 "
    "h6 div span section article details summary datalist option select ol ul li time abbr bdi blockquote table "
    "caption thead tbody tr th td svg rect code dl dt dd var del ins i mark script textarea"
)
OURS = frozenset(_TAGS.split())
SAFE = re.compile(r"https?://|/(?!/)|#|\?|mailto:|data:image/svg\+xml,")


class Read(HTMLParser):
    """A page as a reader meets it: its words, headings, links and ids; fails on a tag left open."""

    VOID = frozenset(("meta", "link", "input", "br", "rect"))

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.levels: list[int] = []
        self.links: dict[str, str] = {}
        self.ids: list[str] = []
        self.tags: set[str] = set()
        self.words: list[str] = []
        self.attributes: set[str] = set()
        self.targets: list[str] = []
        self._href: str | None = None
        self.feed(html)
        assert self.open == []

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attributes)
        if tag not in self.VOID:
            self.open.pop()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attributes}
        self.targets += [str(given[name]) for name in ("href", "src", "action") if name in given]
        if tag not in self.VOID:
            self.open.append(tag)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))
        if given.get("id"):
            self.ids.append(str(given["id"]))
        self._href = given.get("href") if tag == "a" else None

    def harmless(self) -> bool:
        """Whether there is nothing in it but our own tags, no handler, no style, and links to the web alone."""
        handlers = {name for name in self.attributes if name.startswith("on") or name == "style"}
        return self.tags <= OURS and not handlers and all(SAFE.match(target) for target in self.targets)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self.open and self._href is not None and data.strip():
            self.links.setdefault(data.strip(), self._href)
