"""Totals, phrases, filters, facets, marks and pages, against a scan of the export: real days, and text made awkward."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from onrecord import Archive
from onrecord.model import Hit
from tests.search.scan import Line, has_beginning, has_near, has_phrase, has_word, tokens

REAL = (
    "twfy/debates/debates2009-10-27d.xml",
    "twfy/debates/debates2020-06-15a.xml",
    "twfy/lordspages/daylord2009-10-27a.xml",
    "twfy/wms",
)
AWKWARD = (
    *("don’t", "DON'T", "naïve", "nai\u0308ve", "co\u00adoperate", "co-operate", "well–being", "“quoted”", "‘single’"),
    *(
        "ﬁnance",
        "waﬄe",
        "½",
        "3½",
        "£5",
        "5%",
        "U.K.",
        "e.g.",
        "æther",
        "œuvre",
        "straße",
        "STRASSE",
        "ＦＵＬＬ",
        "O’Neill’s",
    ),
    *("rock’n’roll", "…", "—", "Ⅷ", "①", "x²", "\u200bzero", "ı", "İ", "Ünïcode", "snake_case", "a/b", "<b>", "&"),
    *("=SUM(A1)", "日本語", "привет", "Ελλάς", "tax", "taxes", "taxing", "running", "runs", "happily", "happiness"),
    *("dying", "die", "skies", "sky", "the", "of", "1,000", "10:30"),
)


@pytest.fixture(scope="module", params=["real", "made"])
def record(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Archive, list[Line]]]:
    """An archive, and what it exports."""
    folder = tmp_path_factory.mktemp(request.param)
    with Archive.open(folder / "archive", create=True) as archive:
        if request.param == "real":
            data = request.getfixturevalue("real_data")
            archive.load_people([data / "people" / "people.2015-03-31.xml", data / "people" / "ministers.json"])
            archive.load([data / name for name in REAL])
        else:
            archive.load([made(folder)])
        archive.export("jsonl", folder / "all.jsonl")
        lines = [json.loads(line) for line in (folder / "all.jsonl").read_text(encoding="utf-8").splitlines()]
        assert len(lines) > 200
        yield archive, lines


def made(folder: Path) -> Path:
    """A day of fiction made of awkward words."""
    chance = random.Random(1909)
    speeches = []
    for number in range(300):
        words = [chance.choice(AWKWARD) for _ in range(chance.randrange(1, 40))]
        cut = chance.randrange(len(words))
        paragraphs = [" ".join(words[:cut]), " ".join(words[cut:])]
        body = "".join(f'<p pid="a.1.{number}/{i}">{escape(p)}</p>' for i, p in enumerate(paragraphs) if p)
        speeches.append(
            f'<speech id="uk.org.publicwhip/debate/2019-08-20a.1.{number + 2}" speakername="Member {number % 7}" '
            f'speakerid="unknown" colnum="1" time="14:30:00">{body}</speech>'
        )
    heading = '<major-heading id="uk.org.publicwhip/debate/2019-08-20a.1.1" colnum="1">Words</major-heading>'
    path = folder / "debates2019-08-20a.xml"
    text = f'<?xml version="1.0" encoding="UTF-8"?><publicwhip>{heading}{"".join(speeches)}</publicwhip>'
    path.write_text(text, encoding="utf-8")
    return path


def found(archive: Archive, query: str, **filters: object) -> set[str]:
    """The ids that a search finds, over all its pages, and that its total agrees."""
    page = archive.search(query, sort="oldest", limit=500, **filters)  # type: ignore[arg-type]
    total, hits = page.total, list(page.results)
    while page.next:
        page = archive.search(query, sort="oldest", limit=500, after=page.next, **filters)  # type: ignore[arg-type]
        assert page.total == total
        hits += page.results
    assert len(hits) == total
    marked_rightly(hits)
    return {hit.id for hit in hits}


def marked_rightly(hits: list[Hit]) -> None:
    for hit in hits:
        assert 0 <= hit.snippet_start <= hit.snippet_end <= len(hit.text)
        assert all(hit.text[start:end].strip() == hit.text[start:end] != "" for start, end in hit.marks)


def scanned(lines: list[Line], rule: Callable[[Line], bool]) -> set[str]:
    return {line["id"] for line in lines if rule(line)}


def vocabulary(lines: list[Line]) -> list[str]:
    return sorted({word for line in lines for word in tokens(line["text"])})


def test_words_in_any_form(record: tuple[Archive, list[Line]]) -> None:
    archive, lines = record
    chance = random.Random(1)
    known = vocabulary(lines)
    for word in chance.sample(known, min(80, len(known))):
        assert found(archive, f"text:{word}") == scanned(lines, lambda line, w=word: has_word(line, w)), word  # type: ignore[misc]


def test_phrases_exactly_as_they_stand(record: tuple[Archive, list[Line]]) -> None:
    archive, lines = record
    chance = random.Random(2)
    long = [line for line in lines if len(tokens(line["text"])) > 4]
    for _ in range(60):
        words = tokens(chance.choice(long)["text"])
        start = chance.randrange(len(words) - 3)
        phrase = words[start : start + chance.randrange(1, 5)]
        expected = scanned(lines, lambda line, p=phrase: has_phrase(line, p))  # type: ignore[misc]
        assert expected
        assert found(archive, f'"{" ".join(phrase)}"') == expected, phrase
        turned = phrase[::-1]
        assert found(archive, f'"{" ".join(turned)}"') == scanned(lines, lambda line, p=turned: has_phrase(line, p))  # type: ignore[misc]


def test_a_phrase_copied_from_the_text_as_it_is_printed_is_found(record: tuple[Archive, list[Line]]) -> None:
    archive, lines = record
    chance = random.Random(3)
    for line in chance.sample(lines, 60):
        start = chance.randrange(len(line["text"]) or 1)
        copied = " ".join(line["text"][start : start + 80].split(" ")[1:-1])
        for mark in '"“”„':
            copied = copied.replace(mark, " ")
        if tokens(copied):
            assert line["id"] in found(archive, f'"{copied}"'), copied


def rules_for(a: str, b: str, c: str, n: int) -> dict[str, Callable[[Line], bool]]:
    """Queries over three words, and what each means."""
    return {
        f"text:{a} text:{b} -{c}": lambda x: has_word(x, a) and has_word(x, b) and not has_word(x, c),
        f"(text:{a} OR text:{b}) text:{c}": lambda x: (has_word(x, a) or has_word(x, b)) and has_word(x, c),
        f"-text:{a} OR text:{b}": lambda x: not has_word(x, a) or has_word(x, b),
        f"text:{a} near/{n} text:{b}": lambda x: has_near(x, a, b, n),
        f"text:{a[:3]}*": lambda x: has_beginning(x, a[:3]),
    }


def test_or_not_near_and_prefix(record: tuple[Archive, list[Line]]) -> None:
    archive, lines = record
    chance = random.Random(4)
    many = [line for line in lines if len(tokens(line["text"])) > 8]
    for _ in range(25):
        words = tokens(chance.choice(many)["text"])
        a, b, c = (words[chance.randrange(len(words))] for _ in range(3))
        n = chance.randrange(1, 9)
        for query, rule in rules_for(a, b, c, n).items():
            assert found(archive, query) == scanned(lines, rule), query


def test_filters_and_facets(record: tuple[Archive, list[Line]]) -> None:
    archive, lines = record

    def on_the_day(line: Line, fact: str) -> str | None:
        return (line["speaker"] or {}).get(fact)

    word = Counter(word for line in lines for word in set(tokens(line["text"]))).most_common(3)[2][0]
    names = ("kind", "house", "chamber", "year", "party", "member")
    page = archive.search(f"text:{word}", facets=names, limit=1)
    matching = [line for line in lines if has_word(line, word)]
    expected = {
        "kind": Counter(line["kind"] for line in matching),
        "house": Counter(line["sitting"]["house"] for line in matching),
        "chamber": Counter(line["sitting"]["chamber"] for line in matching),
        "year": Counter(line["sitting"]["date"][:4] for line in matching),
        "party": Counter(party for line in matching if (party := on_the_day(line, "party"))),
    }
    for name, counted in expected.items():
        assert Counter(dict(page.facets[name])) == counted, name
    people = Counter(person for line in matching if (person := on_the_day(line, "person_id")))
    counts = (count for _, count in page.facets["member"])
    assert Counter(dict(zip(page.facet_ids["member"], counts, strict=True))) == people
    without = {fact: sum(not on_the_day(line, fact) for line in matching) for fact in ("party", "person_id")}
    assert page.facets_without == {"party": without["party"], "member": without["person_id"]}
    few = archive.search(f"text:{word}", facets=names, limit=1, most_values=2)
    assert few.facets == {name: page.facets[name][: None if name == "year" else 2] for name in names}
    assert few.facet_ids["member"] == page.facet_ids["member"][:2]
    assert few.facets_without == page.facets_without
    for person in list(people)[:10]:
        ids = {line["id"] for line in matching if on_the_day(line, "person_id") == person}
        assert found(archive, f"text:{word}", member=person) == ids
    for name in ("kind", "house", "chamber", "party"):
        for value in expected[name]:
            where = {
                "kind": lambda x: x["kind"], "house": lambda x: x["sitting"]["house"],
                "chamber": lambda x: x["sitting"]["chamber"], "party": lambda x: on_the_day(x, "party"),
            }[name]  # fmt: skip
            ids = {line["id"] for line in matching if where(line) == value}
            assert found(archive, f"text:{word}", **{name: value}) == ids, (name, value)


def test_marks_are_the_words_looked_for(record: tuple[Archive, list[Line]]) -> None:
    archive, lines = record
    chance = random.Random(5)
    known = vocabulary(lines)
    for word in chance.sample(known, min(60, len(known))):
        for hit in archive.search(f'"{word}"', limit=5).results:
            assert {word} == {part for start, end in hit.marks for part in tokens(hit.text[start:end])} & {word}
            assert all(word in tokens(hit.text[start:end]) for start, end in hit.marks)
            assert len(hit.marks) >= 1
