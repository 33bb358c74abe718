"""What the structure of the code promises, beside the contracts in .importlinter."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import grimp
import pytest

import claimcheck
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping

PACKAGE = Path(claimcheck.__file__).parent
MAX_ENTRIES = 17
# A site makes its cards when they are first asked for, and a card is made of the site.
CIRCLES = {"formats": {"site.cards", "site.claim_rows", "site.site"}}
MAX_WARM_MODULES = 12
MAX_STATEMENTS = 40
WARM_CHECK = """
import sys
from claimcheck.__main__ import main
status = main(["check"])
loaded = sorted(name for name in sys.modules if name.split(".")[0] == "claimcheck")
sys.stderr.write("\\n".join(loaded))
sys.exit(status)
"""


class Definition(NamedTuple):
    """A class or a function, with how many statements are in it."""

    path: str
    node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef
    statements: int


class Described(NamedTuple):
    """What a file's text says of it: its docstring, and what it defines."""

    docstring: str | None
    definitions: list[Definition]


@cache
def _files() -> dict[str, Described]:
    """Every file of the package, by its path."""
    return {
        path.relative_to(PACKAGE).as_posix(): _described(path)
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def _described(path: Path) -> Described:
    tree = ast.parse(path.read_text("utf-8"))
    definitions: list[Definition] = []
    _count(tree, path.relative_to(PACKAGE).as_posix(), definitions)
    docstring = ast.get_docstring(tree)
    for definition in definitions:
        # Nothing is asked of what it does; all of it would fill the memory of later tests.
        del definition.node.body[1:]
    return Described(docstring, definitions)


def _count(node: ast.AST, path: str, definitions: list[Definition]) -> int:
    """Return how many statements are in a node, and note what is defined there."""
    count = 0
    for inner in ast.iter_child_nodes(node):
        if isinstance(inner, ast.stmt | ast.excepthandler | ast.match_case):
            statements = _count(inner, path, definitions)
            count += statements + isinstance(inner, ast.stmt)
            if isinstance(inner, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                definitions.append(Definition(path, inner, statements))
    return count


def _definitions() -> list[Definition]:
    return [each for described in _files().values() for each in described.definitions]


def test_the_package_has_few_entries_at_its_top() -> None:
    entries = {path.name for path in PACKAGE.iterdir()} - {"__pycache__"}

    assert len(entries) <= MAX_ENTRIES, sorted(entries)


def test_a_class_name_means_one_thing() -> None:
    nodes = (definition.node for definition in _definitions())
    names = Counter(node.name for node in nodes if isinstance(node, ast.ClassDef))

    assert [name for name, times in names.items() if times > 1] == []


def test_a_function_is_read_at_a_glance() -> None:
    long = [
        f"{path}: {node.name} has {statements} statements"
        for path, node, statements in _definitions()
        if isinstance(node, ast.FunctionDef)
        if statements > MAX_STATEMENTS + 1  # the docstring is a statement too
    ]

    assert long == []


def test_a_public_function_of_many_parameters_tells_what_they_are() -> None:
    silent = [
        f"{path}: {node.name}"
        for path, node, _statements in _definitions()
        if "/commands/" not in path  # their help is in their options
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
        for names in [{argument.arg for argument in (*node.args.args, *node.args.kwonlyargs)}]
        if len(names - {"self", "cls"}) > 2
        if "Args:" not in (ast.get_docstring(node) or "Args:")
    ]

    assert silent == []


def test_an_unchanged_check_loads_few_modules(tmp_path: Path) -> None:
    root = ROOT / "tests" / "cases" / "quote-altered"
    environment = {**os.environ, "CLAIMCHECK_CACHE_DIR": str(tmp_path)}

    runs = [
        subprocess.run(
            [sys.executable, "-c", WARM_CHECK],
            cwd=root, env=environment, capture_output=True, text=True, check=False,
        )
        for _ in range(2)
    ]  # fmt: skip

    cold, warm = (set(done.stderr.split("\n")) for done in runs)
    assert runs[0].stdout == runs[1].stdout
    assert len(warm) <= MAX_WARM_MODULES < len(cold), sorted(warm)


@pytest.mark.skipif(not (ROOT / "src").exists(), reason="the wheel has no source tree")
def test_files_of_the_package_have_a_docstring() -> None:
    assert [path for path, described in _files().items() if not described.docstring] == []


def test_modules_of_a_package_import_each_other_in_one_direction() -> None:
    """The contracts of import-linter hold packages apart; this holds what is inside of each."""
    graph = grimp.build_graph("claimcheck", cache_dir=None)
    imports = {name: graph.find_modules_directly_imported_by(name) for name in graph.modules}
    circles = {}
    for package in graph.find_children("claimcheck"):
        inner = {name: imports[name] for name in graph.find_descendants(package)}
        if circle := in_circles(inner):
            circles[package.rpartition(".")[2]] = {
                name.removeprefix(f"{package}.") for name in circle
            }

    assert circles == CIRCLES


def in_circles(imports: Mapping[str, set[str]]) -> set[str]:
    """Return the modules that import each other, if need be by others."""
    left = set(imports)
    while ends := {
        name
        for name in left
        if not imports[name] & left or not any(name in imports[other] for other in left)
    }:
        left -= ends
    return left


def test_what_the_quick_tests_leave_out_is_there() -> None:
    """A test that was renamed would be run among the quick ones, without a word."""
    conftest = ast.parse((ROOT / "tests" / "conftest.py").read_text("utf-8"))
    left_out = [
        path
        for node in conftest.body
        if isinstance(node, ast.Assign)
        and ast.unparse(node.targets[0]) in {"_HOSTILE", "_OTHER_PROGRAMS", "_LONGEST"}
        for path in ast.literal_eval(node.value)
    ]

    assert left_out
    for path in left_out:
        file, _, name = path.partition("::")
        assert (ROOT / file).exists(), path
        assert f"def {name}" in (ROOT / file).read_text("utf-8") if name else True, path
