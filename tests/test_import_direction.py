"""Imports go one way, so that a reader can follow a sentence from the official file to the page.

The order is that of docs/design.md. The imports are read from the source, those inside
functions and those for the type checker included.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "onrecord"
GROUND = ("errors", "reading", "settings", "normal", "model")
RECORD = ("sources", "formats", "people", "proceedings", "store", "extracts", "search", "publish")
MAY_IMPORT = {
    **{part: frozenset((*GROUND, *RECORD[:place])) for place, part in enumerate(RECORD)},
    "errors": frozenset[str](),
    "reading": frozenset({"errors"}),
    "settings": frozenset({"errors"}),
    "normal": frozenset[str](),
    "model": frozenset({"errors", "reading"}),
    "specimen": frozenset[str](),
    "archive": frozenset((*GROUND, *RECORD, "specimen")),
    "web": frozenset((*GROUND, "publish", "archive", "specimen")),
    "cli": frozenset((*GROUND, "publish", "archive", "specimen", "web")),
    "__main__": frozenset({"cli"}),
}
FILES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def part_of(path: Path) -> str:
    """The part of the package that a file belongs to."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported_parts(tree: ast.Module, here: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Line and part for each import of our own; `here` is the package that the module stands in."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            modules = [tuple(alias.name.split(".")) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = here[: len(here) - node.level + 1] if node.level else ()
            module = (*start, *(node.module or "").split(".")) if node.module else start
            modules = [(*module, alias.name) for alias in node.names]
        else:
            continue
        for module in modules:
            if module[0] == "onrecord" and len(module) > 1:
                yield node.lineno, module[1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down_the_list_only(path: Path) -> None:
    part = part_of(path)
    here = ("onrecord", *path.relative_to(PACKAGE).parts[:-1])
    parts = {"__version__", "Archive", part, *MAY_IMPORT[part]}
    wrong = [
        f"line {line}: {part} imports {other}"
        for line, other in imported_parts(ast.parse(path.read_text(encoding="utf-8")), here)
        if other not in parts
    ]
    assert wrong == []


def test_the_reading_of_imports_sees_every_spelling() -> None:
    lines = ("from ..web import app", "import onrecord.cli", "from onrecord import store", "from .names import fold")
    found = list(imported_parts(ast.parse("\n".join(lines)), ("onrecord", "people")))
    assert found == [(1, "web"), (2, "cli"), (3, "store"), (4, "people")]
