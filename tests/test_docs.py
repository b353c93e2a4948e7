"""The documentation is whole and true: commands, options, settings and routes are all in it, and its examples run.

Each line `$ onrecord …` of a `console` block is run on an archive of the specimen, in a folder from
which `src/` leads to the project's sources, and what is printed must be what the page shows. A `…`
in the page stands for anything within a line, and a line of its own for any number of lines.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer

from onrecord.cli import app, excerpts, main
from onrecord.settings import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
PAGE_OF = {"demo": "specimen"}  # a command's page has its name, but for this one
DAY_OF_WRITING = date(2026, 11, 23)  # the ages of debates in the pages are counted from it


class Example(NamedTuple):
    """A command of a page, and what the page shows it to print."""

    line: str
    shown: str


def commands() -> Iterator[tuple[str, Any]]:
    """Every command with its words, groups opened up."""
    group: Any = typer.main.get_command(app)
    for name, command in group.commands.items():
        inner = getattr(command, "commands", {})
        yield from ((f"{name} {word}", child) for word, child in inner.items())
        if not inner:
            yield name, command


def options(command: Any) -> set[str]:
    """The long options of a command."""
    return {word for parameter in command.params for word in parameter.opts if word.startswith("--")} - {"--help"}


def page_of(words: str) -> Path:
    """The page on a command."""
    noun = words.split()[0]
    return ROOT / "docs" / f"{PAGE_OF.get(noun, noun)}.md"


def examples(page: Path) -> list[Example]:
    """The commands of a page's `console` blocks, in order."""
    blocks = re.findall(r"^```console\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    parts = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]]
    return [Example(*(part.split("\n", 1))) for part in parts]


def matches(shown: str, printed: str) -> bool:
    """Whether what is printed is what the page shows, `…` standing for anything."""
    lines = [
        r"(?:.*\n)*?" if line.strip() == "…" else re.escape(line.rstrip()).replace("…", ".*?") + r" *\n"
        for line in shown.rstrip("\n").split("\n")
    ]
    return re.fullmatch("".join(lines), printed.rstrip("\n") + "\n") is not None


@pytest.mark.parametrize(("words", "command"), [pytest.param(*pair, id=pair[0]) for pair in commands()])
def test_each_command_and_option_is_documented(words: str, command: Any) -> None:
    page = page_of(words).read_text(encoding="utf-8")
    assert f"onrecord {words}" in page
    missing = {option for option in options(command) if f"`{option}" not in page}
    assert missing == set()


def test_the_options_before_every_command_are_documented() -> None:
    page = (ROOT / "docs" / "archive.md").read_text(encoding="utf-8")
    assert {option for option in options(typer.main.get_command(app)) if f"`{option}" not in page} == set()


@pytest.mark.parametrize("page", sorted({page_of(words) for words, _ in commands()}), ids=lambda page: page.stem)
def test_no_option_is_documented_that_does_not_exist(page: Path) -> None:
    known = set().union(*(options(command) for words, command in commands() if page_of(words) == page))
    named = set(re.findall(r"^\| `(--[a-z-]+)", page.read_text(encoding="utf-8"), re.MULTILINE))
    assert named <= known


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_each_setting_is_documented_with_its_default(setting: Any) -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    row = next((line for line in page.splitlines() if line.startswith(f"| `{setting.variable}`")), "")
    default = f"`{setting.default}`" if setting.default else "empty"
    assert [cell.strip() for cell in row.split("|")][1:4] == [f"`{setting.variable}`", default, setting.meaning]


def test_each_route_of_the_site_is_documented(tmp_path: Path) -> None:
    from onrecord.web import create_app

    page = (ROOT / "docs" / "serve.md").read_text(encoding="utf-8")
    paths = {re.sub(r":\w+}", "}", route.path) for route in create_app(tmp_path).routes}
    assert {path for path in paths if f"`{path}`" not in page} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_each_link_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", [page for page in PAGES if examples(page)], ids=lambda page: page.stem)
def test_the_examples_of_a_page_print_what_it_shows(
    page: Path,
    specimen_archive: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(specimen_archive, tmp_path / "archive")
    (tmp_path / "src").symlink_to(ROOT / "src")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(tmp_path / "archive"))
    monkeypatch.setattr(excerpts, "today", lambda: DAY_OF_WRITING)
    for example in examples(page):
        name, *words = shlex.split(example.line)
        assert name == "onrecord"
        capfd.readouterr()
        main(words)
        printed = "".join(capfd.readouterr())
        assert matches(example.shown, printed), f"$ {example.line}\n{printed}"


def test_the_ellipsis_of_a_page_stands_for_anything_and_nothing_else_does() -> None:
    assert matches("a\n…\nd", "a\nb\nc\nd\n")
    assert matches("seen …, 3 words", "seen 2026-11-23, 3 words\n")
    assert not matches("a\nd", "a\nb\nd\n")
    assert not matches("a.c", "abc\n")
