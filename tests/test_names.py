"""One word, one type: what a class is called says in the whole package which one it is."""

from __future__ import annotations

import ast
from collections import defaultdict

from support.project import ROOT


def test_no_two_classes_of_the_package_share_a_name() -> None:
    package = ROOT / "src" / "claimcheck"
    modules_by_class = defaultdict(list)
    for path in sorted(package.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                modules_by_class[node.name].append(str(path.relative_to(package)))

    assert {name: paths for name, paths in modules_by_class.items() if len(paths) > 1} == {}
