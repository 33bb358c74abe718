"""The page on the architecture is drawn from the code, and names what is there."""

from __future__ import annotations

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

def watch(frame, event, argument):
    code = frame.f_code
    if event == "call" and code.co_filename.startswith(source):
        module = Path(code.co_filename).relative_to(source).with_suffix("")
        name = ".".join((*module.parts, code.co_qualname))
        if name in wanted:
            wanted.remove(name)
            print(name, file=sys.__stderr__)

sys.setprofile(watch)
main(["check"])
"""
# Checks the working directory; counts the modules of ours that this has loaded.
COUNT = """
import sys
from claimcheck.__main__ import main

main(["check"])
loaded = [name for name in sys.modules if name.split(".")[0] == "claimcheck"]
print(len(loaded), file=sys.__stderr__)
"""
NAME = re.compile(rf"`(?:claimcheck\.)?((?:{'|'.join(PACKAGES)})(?:\.(?!py`)\w+)+)`")
FILE = re.compile(r"`(\w+\.py)`")


def test_the_drawings_are_those_of_the_code(golden: Callable[..., None]) -> None:
    tables = {"packages": drawings.packages(), "values": drawings.values()}

    golden(ARCHITECTURE, reference.filled(ARCHITECTURE.read_text("utf-8"), tables))


def test_the_drawing_has_every_package() -> None:
    there = {path.name for path in drawings.SOURCE.iterdir() if (path / "__init__.py").exists()}
    modules = {path.stem for path in drawings.SOURCE.glob("*.py")} - {"__init__"}

    assert set(PACKAGES) == there | modules


def test_the_walk_of_a_quotation_is_the_way_that_a_check_goes(tmp_path: Path) -> None:
    """Each function is called in a check of everything, first those of the rows above."""
    rows = re.findall(r"^\| \d+ \|.*\|(.*)\|$", ARCHITECTURE.read_text("utf-8"), re.MULTILINE)
    walk = NAME.findall("".join(rows))
    done = subprocess.run(
        [sys.executable, "-c", WATCH, str(drawings.SOURCE), *walk],
        cwd=ROOT / "tests" / "cases" / "quote-altered",
        env={**os.environ, "CLAIMCHECK_CACHE_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stderr.splitlines() == walk
    assert len(rows) > 10


def test_a_warm_check_loads_a_dozen_modules(tmp_path: Path) -> None:
    """The check that is run most; what it loads is most of what it costs."""
    counts = [
        subprocess.run(
            [sys.executable, "-c", COUNT],
            cwd=ROOT / "tests" / "cases" / "quote-altered",
            env={**os.environ, "CLAIMCHECK_CACHE_DIR": str(tmp_path)},
            capture_output=True,
            text=True,
            check=True,
        ).stderr
        for _time in range(2)
    ]

    assert int(counts[0]) > 100
    assert int(counts[1]) <= 12


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
