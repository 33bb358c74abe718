"""The page on threats names tests that exist."""

from __future__ import annotations

import ast
import re

import pytest

from support.project import ROOT

PAGE = (ROOT / "docs" / "threats.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"(tests/[\w/]+\.py)::(\w+)(?:\[([\w-]+)\])?", PAGE)))


@pytest.mark.parametrize(("file", "function", "case"), NAMED)
def test_a_test_that_the_page_names_exists(file: str, function: str, case: str) -> None:
    from hostile.cases import (
        CASES,
    )  # made up at import, which whoever runs other tests would wait for

    tree = ast.parse((ROOT / file).read_text("utf-8"))

    assert function in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert case in {"", "X", *CASES}


def test_every_bound_on_work_has_a_test() -> None:
    from hostile.heavy import HEAVY

    section = PAGE.partition("## What work is bounded by what")[2].partition("\n## ")[0]
    rows = [row for row in section.splitlines() if row.startswith("| ")][1:]

    assert len(rows) > 10
    assert all("limits[" in row or "::" in row for row in rows)
    assert set(re.findall(r"`limits\[([\w-]+)\]`", section)) - {"X"} <= set(HEAVY)
