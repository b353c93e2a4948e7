"""The public interface, held against the words of the contract: commands, statuses, and the keys of every JSON answer.

The keys are copied from the contract by hand, not from the structs, so that a struct that drifts
is seen. Additions are free; what the contract names must be there.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.cli import main

CONTRIBUTION = (
    "id aliases permalink source_url sitting section ordinal kind attribution speaker text paragraphs capacity "
    "on_behalf_of question_number uin reference time column column_end citation sha256 revision publication "
    "corrected_by corrects"
)
BILL = "Fog Signals (Amnesty) Bill"
SPEECH = "uk.org.publicwhip/debate/2019-08-12a.1.8"


def has(answer: Any, keys: str) -> None:
    assert set(keys.split()) <= answer.keys(), set(keys.split()) - answer.keys()


def has_contribution(answer: Any) -> None:
    has(answer, CONTRIBUTION)
    has(answer["sitting"], "house chamber date volume session")
    has(answer["section"], "id title path department bill stage")
    if answer["speaker"]:
        named = "person_id ids name party constituency offices basis"
        has(answer["speaker"], "unresolved name" if "unresolved" in answer["speaker"] else named)
    if answer["capacity"]:
        has(answer["capacity"], "role department basis")
    for paragraph in answer["paragraphs"]:
        has(paragraph, "kind text")


def test_excerpts(ask: Any) -> None:
    answer = ask("excerpts", "Honoria Blackthorn")
    has(answer, "member query total page pages excerpts next")
    for excerpt in answer["excerpts"]:
        has(excerpt, "debate links omitted_before runs omitted_between omitted_after")
        has(excerpt["debate"], "id title date chamber house bill stage departments")
        has(excerpt["links"], "debate official video ministerial")
        assert len(excerpt["omitted_between"]) == len(excerpt["runs"]) - 1
        for contribution in (c for run in excerpt["runs"] for c in run["contributions"]):
            has_contribution(contribution)
            assert contribution["focus"] or contribution["because"]


def test_ministerial(ask: Any) -> None:
    answer = ask("ministerial", SPEECH)
    has(answer, "focus_rule query total page pages excerpts")
    focus = [c for e in answer["excerpts"] for run in e["runs"] for c in run["contributions"] if c["focus"]]
    assert focus
    for contribution in focus:
        if not contribution.get("promoter"):
            has(contribution["minister"], "title department basis")


def test_debate(ask: Any) -> None:
    answer = ask("debate", SPEECH)
    has(answer, "section sitting items history")
    has(answer["section"], "id title sections")
    for seen in answer["history"]:
        has(seen, "revision seen source changes")
    kinds = {item["kind"] for item in answer["items"]}
    assert "heading" in kinds
    for item in answer["items"]:
        if item["kind"] not in ("heading", "time", "division"):
            has_contribution(item)
        else:
            has(item, "section_id")


def test_sittings(ask: Any) -> None:
    answer = ask("sittings", status=1)  # the specimen has gaps, and says so
    has(answer, "sittings totals")
    for sitting in answer["sittings"]:
        has(
            sitting,
            "house chamber date volume contributions words unresolved_speakers divisions columns sources revision "
            "state buckets",
        )
        assert sitting["state"] in ("held", "superseded", "missing", "removed")
        for source in sitting["sources"]:
            has(source, "format sha256 first_seen last_checked")


def test_people_show(ask: Any) -> None:
    answer = ask("people", "show", "Tobias Fairweather", "--on", "2019-08-14")
    has(answer, "person_id ids name names memberships offices on")
    assert answer["on"] == "2019-08-14"
    has(answer["names"][0], "name from to source")
    has(answer["memberships"][0], "house constituency party from to source")
    has(answer["offices"][0], "title department from to as_of source")


def test_search(ask: Any) -> None:
    answer = ask("search", "lamp OR lighthouse", "--facet", "year,member,party,department,house,kind")
    has(answer, "query total total_is_exact results facets page pages next")
    assert answer["total_is_exact"] is True
    for hit in answer["results"]:
        has_contribution(hit)
        has(hit, "snippet score")
        assert "<mark>" in hit["snippet"]
    assert set(answer["facets"]) == {"year", "member", "party", "department", "house", "kind"}
    assert all(isinstance(name, str) and isinstance(count, int) for f in answer["facets"].values() for name, count in f)


def test_verify(ask: Any) -> None:
    answer = ask("verify", "They keep the window. The inquiry was quite clear")
    has(answer, "quote verdict matches")
    assert answer["verdict"] == "verbatim"
    for match in answer["matches"]:
        has(match, "contribution similarity start end diff corrected_by")
        has_contribution(match["contribution"])
        assert match["similarity"] == 1.0
        found = match["contribution"]["text"][match["start"] : match["end"]]
        assert found.split() == answer["quote"].split() or found.rstrip(".").split() == answer["quote"].split()
        assert {how for how, _ in match["diff"]} == {"same"}
    altered = ask("verify", "They keep the window. The inquiry was not quite clear", status=1)
    assert altered["verdict"] == "altered"
    assert [words for how, words in altered["matches"][0]["diff"] if how == "added"] == ["not"]


def test_cite(ask: Any) -> None:
    made = ask("cite", SPEECH)
    has(made, "reference style contribution")
    has_contribution(made["contribution"])
    read = ask("cite", made["reference"])
    has(read, "reference read contributions warnings")
    has(read["read"], "house date volume column column_end part")
    for contribution in read["contributions"]:
        has_contribution(contribution)
        assert isinstance(contribution["inferred"], bool)


def test_bill(ask: Any) -> None:
    answer = ask("bill", BILL)
    has(answer, "bill stages provisions")
    has(answer["bill"], "id names session house_of_origin promoters")
    assert answer["bill"]["names"][0] == {"name": BILL, "from": "2019-08-14"}
    assert answer["bill"]["promoters"]
    for promoter in answer["bill"]["promoters"]:
        has(promoter, "person_id name basis")
    assert answer["stages"]
    for stage in answer["stages"]:
        has(stage, "stage house date debate held basis")
        assert stage["house"] in ("commons", "lords")
        assert stage["held"] == (stage["debate"] is not None)
    held = [stage["debate"] for stage in answer["stages"] if stage["held"]]
    assert [ask("debate", one)["section"]["bill"] for one in held] == [BILL] * len(held)
    assert answer["provisions"]
    for provision in answer["provisions"]:
        has(provision, "provision mentions")
        assert provision["mentions"] > 0


def test_load(ask: Any, specimen_archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(tmp_path / "archive"))
    broken = tmp_path / "broken.xml"
    broken.write_text("<publicwhip><speech>")
    answer = ask("load", str(broken), status=3)
    has(answer, "files totals")
    has(
        answer["files"][0],
        "path format status sittings contributions words unresolved_speakers warnings error",
    )
    assert answer["files"][0]["status"] == "refused"


def test_jsonl_is_one_contribution_a_line_and_a_manifest_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "all.jsonl"
    assert main(["export", "jsonl", str(out)]) == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        has_contribution(line)
    order = [(c["sitting"]["date"], c["sitting"]["house"], c["sitting"]["chamber"], c["ordinal"]) for c in lines]
    assert order == sorted(order)
    manifest = (tmp_path / "all.jsonl.manifest.json").read_text(encoding="utf-8")
    assert "Open Parliament Licence v3.0" in manifest
    assert str(len(lines)) in manifest


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["--version"], 0),
        (["people", "show", "Nobody Atall"], 1),
        (["people", "show", "Evelyn Crewe"], 2),
        (["debate", "no-such-id"], 1),
        (["search", "xyzzy-nothing-of-the-kind"], 1),
        (["search", "(("], 2),
        (["bill", "No Such Bill"], 1),
        (["verify", "nobody ever uttered these particular words"], 1),
        (["excerpts", "Honoria Blackthorn", "--from", "tomorrow"], 2),
        (["no-such-command"], 2),
    ],
)
def test_statuses(words: list[str], status: int, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(words) == status
    err = capfd.readouterr().err
    assert "Traceback" not in err
    if status == 2 or (status == 1 and words[0] not in ("search", "verify")):
        assert err.startswith("error: ")
        assert err.count("\n") == 1
