"""What a pull request may bring is held by tests that are there."""

from __future__ import annotations

import ast
import re

from support.project import ROOT

PAGE = (ROOT / "docs" / "threats.md").read_text("utf-8")
HEADING = "## What a pull request may bring to make a false claim green"


def rows() -> list[list[str]]:
    _, head, rest = PAGE.partition(HEADING)
    assert head
    table = re.findall(r"^\|(.+)\|$", rest.partition("\n## ")[0], re.MULTILINE)
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)] for row in table[2:]]


def test_every_row_says_what_becomes_of_it_and_names_a_test() -> None:
    assert len(rows()) > 30
    for what, becomes, test in rows():
        assert what
        assert becomes
        assert re.fullmatch(r"`tests/\S+`", test), test


def test_the_tests_that_the_table_names_are_there() -> None:
    for _, _, cell in rows():
        path, _, name = cell.strip("`").partition("::")
        tree = ast.parse((ROOT / path).read_text("utf-8"))
        tests = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}

        assert name in tests if name else any(test.startswith("test_") for test in tests), cell


def test_no_threat_stands_there_twice() -> None:
    threats = [what for what, _, _ in rows()]

    assert len(threats) == len(set(threats))
