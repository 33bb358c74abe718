"""The page on the architecture is drawn from the code, and names what is there."""

from __future__ import annotations

import ast
import importlib
import importlib.util
import os
import re
import subprocess
import sys
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from support import drawings, pages, reference
from support.pages import PAGES
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ARCHITECTURE = ROOT / "docs" / "architecture.md"
PACKAGES = [name for line in drawings.layers() for name in line]
# Checks the working directory; names the functions that it was given as each is first called.
WATCH = """
import sys
from pathlib import Path
from claimcheck.__main__ import main

source, *wanted = sys.argv[1:]

names = {name.rpartition(".")[2] for name in wanted}

# Given back, it would be told of lines, too.
def watch(frame, event, argument):
    code = frame.f_code
    if code.co_name in names and code.co_filename.startswith(source):
        module = Path(code.co_filename).relative_to(source).with_suffix("")
        name = ".".join((*module.parts, code.co_qualname))
        if name in wanted:
            wanted.remove(name)
            print(name, file=sys.__stderr__)

sys.settrace(watch)
main(["check"])
"""
NAME = re.compile(rf"`(?:claimcheck\.)?((?:{'|'.join(PACKAGES)})(?:\.(?!py`)\w+)+)`")
# What a `Path` does with what lies on the disk, and the function that opens it.
OF_A_PATH = frozenset({
    "chmod", "exists", "glob", "hardlink_to", "is_dir", "is_file", "is_mount", "is_symlink",
    "iterdir", "lstat", "mkdir", "open", "read_bytes", "read_text", "rename", "rglob", "rmdir",
    "samefile", "stat", "symlink_to", "touch", "unlink", "write_bytes", "write_text",
})  # fmt: skip
HINT = re.compile(rf"\b(?:{'|'.join(OF_A_PATH)})[\s)]*\(|\bclaimcheck\.system\s+import\b")
FILE = re.compile(r"`(\w+\.py)`")


def test_the_drawings_are_those_of_the_code(golden: Callable[..., None]) -> None:
    tables = {"packages": drawings.packages(), "values": drawings.values()}

    golden(ARCHITECTURE, reference.filled(ARCHITECTURE.read_text("utf-8"), tables))


def test_the_drawing_has_every_package() -> None:
    there = {path.name for path in drawings.SOURCE.iterdir() if (path / "__init__.py").exists()}
    modules = {path.stem for path in drawings.SOURCE.glob("*.py")} - {"__init__"}

    assert set(PACKAGES) == there | modules


def test_the_page_says_of_every_package_why_it_lies_where_it_does() -> None:
    _, _, table = ARCHITECTURE.read_text("utf-8").partition("| package | why there |")
    rows = re.findall(r"^\| (`.*?) \|", table.partition("\n\n")[0], re.MULTILINE)

    assert sorted(re.findall(r"`(\w+)`", " ".join(rows))) == sorted(PACKAGES)


def test_the_page_names_all_modules_that_go_to_the_machine_by_themselves() -> None:
    """Those of the packages that read through a tree, and write by what `system` has for it."""
    _, _, table = ARCHITECTURE.read_text("utf-8").partition("| what some modules do besides |")
    rows = [row.rpartition("| `")[2] for row in table.split("\n\n")[0].splitlines()[2:]]
    named = [set(NAME.findall(f"`{row}")) for row in rows]
    given_values = set(PACKAGES) - {"system", "documents", "bulk", "cli", "__main__"}
    modules = {
        ".".join(path.relative_to(drawings.SOURCE).with_suffix("").parts): path
        for path in drawings.SOURCE.rglob("*.py")
    }
    texts = {
        name: path.read_text("utf-8")
        for name, path in modules.items()
        if name.split(".")[0] in given_values
    }
    # What has none of these words has no such call and no such import, and need not be parsed.
    trees = {name: ast.parse(text) for name, text in texts.items() if HINT.search(text)}

    look = {name for name, tree in trees.items() if looks_at_the_disk(tree)}
    ask = {name for name, tree in trees.items() if asks_git(tree)}
    assert [look, ask] == named


def looks_at_the_disk(module: ast.Module) -> bool:
    """Whether a module calls what a path does with what is there; `open` is such a call, too."""
    calls = (node.func for node in ast.walk(module) if isinstance(node, ast.Call))
    return any(
        (call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "")) in OF_A_PATH
        for call in calls
    )


def asks_git(module: ast.Module) -> bool:
    """Whether a module has the functions that start git; types of answers start nothing."""
    return any(
        isinstance(node, ast.ImportFrom)
        and node.module == "claimcheck.system"
        and any(name.name == "git" for name in node.names)
        for node in ast.walk(module)
    )


@pytest.mark.parametrize(
    ("heading", "case"),
    [
        ("One quotation, from YAML to the screen", "quote-altered"),
        ("One article, from its file to the screen", "article-figure-differs"),
    ],
)
def test_a_walk_is_the_way_that_a_check_goes(tmp_path: Path, heading: str, case: str) -> None:
    """Each function is called in a check of everything, first those of the rows above."""
    _, _, section = ARCHITECTURE.read_text("utf-8").partition(f"## {heading}\n")
    rows = re.findall(r"^\| \d+ \|.*\|(.*)\|$", section.partition("\n## ")[0], re.MULTILINE)
    walk = NAME.findall("".join(rows))
    done = subprocess.run(
        [sys.executable, "-c", WATCH, str(drawings.SOURCE), *walk],
        cwd=ROOT / "tests" / "cases" / case,
        env={**os.environ, "CLAIMCHECK_CACHE_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stderr.splitlines() == walk
    assert len(rows) > 5


def test_every_folder_and_file_that_the_page_names_is_there() -> None:
    _, _, table = ARCHITECTURE.read_text("utf-8").partition("## Where to find what\n")
    paths = re.findall(r"`(\w+/[\w./]*)`", table.partition("\n## ")[0])

    assert len(paths) > 10
    assert [path for path in paths if not (drawings.SOURCE / path).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=pages.name)
def test_modules_and_functions_that_a_page_names_exist(page: Path) -> None:
    text = page.read_text("utf-8")
    wrong = [name for name in NAME.findall(text) if not exists(name)]
    wrong += [name for name in FILE.findall(text) if name not in module_files()]

    assert wrong == []


@cache
def module_files() -> frozenset[str]:
    """The names of all Python files of the project, wherever they lie."""
    folders = ("src", "tests", "fuzz", "docs", "benchmarks", "integrations", "editors")
    return frozenset(path.name for folder in folders for path in (ROOT / folder).rglob("*.py"))


def exists(name: str) -> bool:
    """Whether a dotted name leads, from our package, to a module or to something in one."""
    value: object = importlib.import_module("claimcheck")
    for part in name.split("."):
        if isinstance(value, ModuleType) and hasattr(value, "__path__"):
            module = f"{value.__name__}.{part}"
            if importlib.util.find_spec(module) is not None:
                try:
                    value = importlib.import_module(module)
                except ModuleNotFoundError:
                    return True  # it is there; the engine that it needs is not
                continue
        if not hasattr(value, part):
            return False
        value = getattr(value, part)
    return True
