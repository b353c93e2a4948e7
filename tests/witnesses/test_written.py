"""A written statement from three sources: the Hansard API, the service of questions and statements, and parlparse."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Sequence
from datetime import date
from html import escape
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from onrecord import Archive
from onrecord.model import Contribution
from onrecord.specimen import folder
from tests.witnesses.test_every_source import record_of

NAMES = ("home-department", "transport")
NUMBERS = ("HCWS9001", "HCWS9002")
FILES = [folder() / "sittings" / f"hansard-api-2019-08-14-written-statements-{name}.json" for name in NAMES]


def statement(file: Path) -> dict[str, Any]:
    """The one statement of a file: its title, who makes it, and its words."""
    top = json.loads(file.read_text(encoding="utf-8"))
    (child,) = top["ChildDebates"]
    item = child["Items"][-1]
    words, _, number = item["Value"].rpartition("\r\n\r\n")
    office, _, name = item["AttributedTo"].rstrip(")").partition(" (")
    return {
        "title": child["Overview"]["Title"], "body": top["Overview"]["Title"], "member": item["MemberId"],
        "office": office, "name": name, "paragraphs": words.split("\r\n\r\n"), "number": number.strip("[]"),
        "guid": item["ExternalId"], "column": re.findall(r'data-column-number="(\w+)"', child["Items"][0]["Value"])[0],
    }  # fmt: skip


STATEMENTS = [statement(file) for file in FILES]


def service(told: dict[str, Any], at: int) -> bytes:
    return json.dumps({"value": {
        "id": 870010 + at, "house": "Commons", "dateMade": "2019-08-14T00:00:00", "title": told["title"],
        "text": "".join(f"<p>{escape(text, quote=False)}</p>" for text in told["paragraphs"]), "uin": told["number"],
        "memberId": told["member"], "member": {"id": told["member"], "name": told["name"]},
        "memberRole": told["office"], "answeringBodyName": told["body"], "noticeNumber": 1,
    }}).encode()  # fmt: skip


def parlparse() -> bytes:
    parts = []
    for told in STATEMENTS:
        base = f"uk.org.publicwhip/wms/2019-08-14a.{told['column']}"
        text = "".join(f'<p pid="{k}">{escape(each)}</p>' for k, each in enumerate(told["paragraphs"]))
        person = f"uk.org.publicwhip/person/{told['member'] - 900_000}"
        parts.append(
            f'<major-heading id="{base}.0" colnum="{told["column"]}">{told["body"].upper()}</major-heading>'
            f'<minor-heading id="{base}.1" colnum="{told["column"]}">{told["title"]}</minor-heading>'
            f'<speech id="{base}.2" person_id="{person}" speakername="{told["name"]}" '
            f'speakeroffice="{told["office"]}" colnum="{told["column"]}">{text}</speech>'
        )
    return f'<?xml version="1.0" encoding="UTF-8"?><publicwhip latest="yes">{"".join(parts)}</publicwhip>'.encode()


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    top = tmp_path_factory.mktemp("statements")
    for name in ("api", "service", "parlparse"):
        (top / name).mkdir()
    for file in FILES:
        shutil.copy(file, top / "api")
    for at, told in enumerate(STATEMENTS):
        (top / "service" / f"{at}.json").write_bytes(service(told, at))
    (top / "parlparse" / "ministerial2019-08-14a.xml").write_bytes(parlparse())
    return {path.name: path for path in top.iterdir()}


def made(sources: dict[str, Path], order: Sequence[str], path: Path) -> Path:
    with Archive.open(path, create=True) as archive:
        archive.load_people([folder() / "people"])
        for name in order:
            report = archive.load([sources[name]])
            assert {file.status for file in report.files} <= {"loaded", "superseded"}, report
    return path


@pytest.mark.parametrize(
    "names",
    [("api", "service"), ("api", "parlparse"), ("service", "parlparse"), ("api", "service", "parlparse")],
    ids="+".join,
)
def test_statements_of_several_sources_are_one_record_in_any_order(
    sources: dict[str, Path], tmp_path: Path, names: tuple[str, ...]
) -> None:
    archives = [made(sources, order, tmp_path / f"{at}") for at, order in enumerate(permutations(names))]
    for other in archives[1:]:
        assert record_of(other) == record_of(archives[0])
    with Archive.open(archives[0], read_only=True) as archive:
        debates = archive.debates_on(date(2019, 8, 14), "written-statements")
        assert sorted(debate.title for debate in debates) == sorted(told["title"] for told in STATEMENTS)
        for at, told in enumerate(STATEMENTS):
            ids = {
                "api": f"hansard:{told['guid']}",
                "service": f"written-statement:{870010 + at}/text",
                "parlparse": f"uk.org.publicwhip/wms/2019-08-14a.{told['column']}.2",
            }
            items = [archive.debate(ids[name]).items for name in names]
            assert all(len([i for i in each if isinstance(i, Contribution)]) == 1 for each in items)
            (one,) = {next(i.id for i in each if isinstance(i, Contribution)) for each in items}
            found = archive.contribution(one)
            assert set(found.aliases) >= {ids[name] for name in names}
            if names != ("service", "parlparse"):
                assert found.column == told["column"]
            if names != ("api", "parlparse"):
                assert found.reference == told["number"]
