"""Who may import whom: the map of the house, as a dictionary, held to the code."""

from __future__ import annotations

import ast
import sys
from functools import cache

import pytest

from given import ROOT

PACKAGE = ROOT / "src" / "claimcheck"

# Each room, and the rooms that it knows. Read it downward: each knows only rooms above it, but for
# the contracts that find their plug-ins by name. What is imported by name alone is not on the map.
KNOWS = {
    "model": set(),
    "printable": set(),
    "keys": set(),
    "modeline": set(),
    "suggest": set(),
    "locator": {"model"},
    "discover": set(),
    "files": set(),
    "parallel": set(),
    "surroundings": set(),
    "cache": set(),
    "tree": {"files"},
    "opening": {"files", "tree"},
    "trace": {"files", "opening", "tree"},
    "replay": {"cache", "surroundings", "trace"},
    "writing": set(),
    "yaml_text": set(),
    "anchor": {"model"},
    "status": {"model"},
    "independence": {"model"},
    "project": {"files", "keys", "model", "opening", "suggest", "tree"},
    "fields": {"model", "suggest", "yaml_text"},
    "claim_file": {"fields", "keys", "model", "yaml_text"},
    "overlay": {"files", "tree"},
    "packed": set(),
    "search": {"packed"},
    "quotation": {"anchor", "model"},
    "duplicates": {"search"},
    "printed": {"anchor", "model"},
    "editing": {"model", "yaml_text"},
    "strict_json": set(),
    "answer": {"answers", "discover", "strict_json"},
    "answers": {"anchor", "answer"},
    "register": {"model"},
    "parties_file": {"fields", "keys", "model", "register", "yaml_text"},
    "source_record": {
        "fields", "files", "keys", "locator", "model", "opening", "tree", "yaml_text",
    },
    "corpus": {"anchor", "model"},
    "assess": {"anchor", "corpus", "independence", "model", "status"},
    "rule": {"anchor", "assess", "model"},
    "pins": {"model"},
    "comparison": {"assess", "independence", "model", "pins", "status"},
    "passage": {"anchor", "assess", "locator", "model", "rule"},
    "mending": {"anchor", "assess", "model", "passage", "printed", "rule"},
    "reader": set(),
    "charset": {"reader"},
    "page_metadata": {"reader"},
    "webpage": {"charset", "page_metadata", "reader"},
    "readers": {"charset", "reader", "webpage"},
    "catalogue": {"assess", "model"},
    "verification": {"model"},
    "progress": {"printable"},
    "fingerprint": {"rule"},
    "baseline": {"files", "fingerprint", "model", "project", "rule", "strict_json", "tree"},
    "repin": {"anchor", "assess", "model"},
    "review": {"assess", "model", "printable", "register"},
    "rules": {
        "anchor", "assess", "baseline", "corpus", "discover", "independence", "locator", "model",
        "passage", "pins", "repin", "review", "rule", "status", "suggest",
    },
    "check": {"assess", "discover", "project", "rule", "rules", "suggest"},
    "review_file": {"fields", "keys", "model", "yaml_text"},
    "load": {
        "claim_file", "fields", "files", "model", "opening", "parallel", "parties_file", "project",
        "register", "review_file", "source_record", "tree", "yaml_text",
    },
    "shelf": {
        "cache", "fields", "files", "load", "locator", "model", "packed", "parallel", "quotation",
        "replay", "search", "source_record", "tree", "yaml_text",
    },
    "find": {
        "anchor", "load", "locator", "model", "passage", "project", "quotation", "rule", "search",
        "shelf", "tree",
    },
    "proposed": {"assess", "check", "load", "overlay", "project", "rule"},
    "history": {"files", "load", "model", "opening", "project", "tree"},
    "rulebook": {"discover", "rule", "rules"},
    "file_schema": {
        "claim_file", "keys", "model", "modeline", "parties_file", "project", "review_file",
        "rulebook", "source_record",
    },
    "words": {"assess", "check", "independence", "model", "status"},
    "detail": {"printable", "rule"},
    "introduced": {"assess", "check", "fingerprint"},
    "recorded": {"model"},
    "since": set(),
    "kept": {"anchor", "packed", "since"},
    "memory": {"anchor", "kept", "model", "recorded", "rule", "since"},
    "ground": {"files", "load", "memory", "model", "register", "tree", "yaml_text"},
    "recheck": {
        "anchor", "assess", "check", "corpus", "ground", "kept", "load", "memory", "model",
        "parallel", "recorded", "register", "rule", "tree",
    },
    "gate": {
        "assess", "baseline", "check", "history", "introduced", "load", "memory", "model",
        "project", "recheck", "rule",
    },
    "account": {"anchor", "assess", "comparison", "model", "passage", "words"},
    "format": {"discover", "formats"},
    "page": {"format"},
    "find_formats": {
        "duplicates", "editing", "find", "format", "model", "page", "printable", "rule", "words",
    },
    "source_formats": {
        "assess", "catalogue", "format", "locator", "model", "page", "passage", "printable",
        "verification", "words",
    },
    "outputs": {"baseline", "format", "project", "suggest", "writing"},
    "comparison_formats": {
        "account", "assess", "comparison", "format", "model", "page", "printable",
    },
    "__init__": {"assess", "check", "load", "model", "project"},
    "extraction": {"__init__", "discover", "reader", "readers"},
    "fetch": {"__init__"},
    "document": {"extraction", "fetch", "files", "project", "suggest"},
    "new_source": {
        "document", "extraction", "fields", "locator", "model", "modeline", "opening", "project",
        "reader", "source_record", "writing", "yaml_text",
    },
    "claim_id": {"fields", "new_source"},
    "drafting": {"anchor", "answer", "claim_id", "editing", "model", "new_source", "printable"},
    "reextract": {"extraction", "files", "model", "opening", "reader"},
    "formats": {
        "__init__", "anchor", "assess", "check", "detail", "discover", "fingerprint", "format",
        "model", "page", "passage", "printable", "rule", "rulebook", "rules", "words",
    },
    "console": {"format", "project", "surroundings"},
    "session": {
        "assess", "cache", "check", "gate", "load", "memory", "opening", "printable", "progress",
        "project", "replay", "rule", "trace", "tree",
    },
    "inspection": {
        "check", "console", "discover", "format", "formats", "gate", "outputs", "printable",
        "project", "rule", "session", "words",
    },
    "cli": {"__init__", "console", "printable", "replay", "session", "suggest"},
    "commands": {
        "anchor", "answer", "assess", "baseline", "cache", "catalogue", "check", "claim_file",
        "claim_id", "cli", "comparison", "comparison_formats", "console", "discover", "document",
        "drafting", "duplicates", "editing", "extraction", "fetch", "fields", "file_schema",
        "files", "find", "find_formats", "format", "formats", "history", "independence",
        "inspection", "load", "locator", "mending", "model", "modeline", "new_source", "opening",
        "passage", "printable", "printed", "progress", "project", "proposed", "reader", "reextract",
        "register", "repin", "review", "review_file", "rule", "rulebook", "rules", "session",
        "shelf", "source_formats", "status", "suggest", "surroundings", "tree", "verification",
        "words", "writing", "yaml_text",
    },
    "__main__": {"__init__", "cli", "inspection", "printable", "replay", "session"},
}  # fmt: skip
# The contracts that find their plug-ins by name.
PLUG_INS = {"answer": {"answers"}, "format": {"formats"}}

# Who may use which library from outside.
LIBRARIES = {
    "yaml": {"yaml_text"},
    "rapidfuzz": {"anchor", "duplicates", "suggest"},
    "lxml": {"webpage"},
    "pypdf": {"readers"},
    "rich": {"comparison_formats", "find_formats", "formats", "page", "progress", "source_formats"},
    "trafilatura": {"webpage"},
    "warcio": {"readers"},
    "typer": {"cli", "commands"},
    "platformdirs": {"cache"},
    "snowballstemmer": {"search"},
}
# Who may read or write files.
TOUCHING_FILES = {
    "__main__", "cache", "cli", "commands", "document", "extraction", "fetch", "files", "history",
    "load", "new_source", "opening", "outputs", "parallel", "project", "replay", "surroundings",
    "trace", "writing",
}  # fmt: skip


@cache
def rooms() -> dict[str, list[ast.Module]]:
    found: dict[str, list[ast.Module]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        inside = path.relative_to(PACKAGE)
        room = inside.parts[0].removesuffix(".py")
        found.setdefault(room, []).append(ast.parse(path.read_text("utf-8")))
    return found


def imported(tree: ast.Module) -> set[str]:
    """Return every module that a file imports, anywhere in it."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "claimcheck":
            names |= {f"claimcheck.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def room_of(module: str) -> str:
    room = [*module.split("."), "__init__"][1]
    return room if room in KNOWS else "__init__"


@pytest.mark.parametrize(("room", "trees"), rooms().items())
def test_a_room_knows_just_the_rooms_on_its_map(room: str, trees: list[ast.Module]) -> None:
    known = {
        room_of(module)
        for tree in trees
        for module in imported(tree)
        if module.split(".")[0] == "claimcheck"
    }

    assert known - {room} == KNOWS[room]


def test_imports_run_one_way() -> None:
    above: set[str] = set()
    for room, known in KNOWS.items():
        assert known - PLUG_INS.get(room, set()) <= above
        above.add(room)


def test_the_map_has_no_room_that_is_gone() -> None:
    assert set(KNOWS) == set(rooms())


@pytest.mark.parametrize(("room", "trees"), rooms().items())
def test_libraries_are_used_where_the_map_says(room: str, trees: list[ast.Module]) -> None:
    outside = {module.split(".")[0] for tree in trees for module in imported(tree)}
    outside -= {"claimcheck", "__future__", *sys.stdlib_module_names}

    assert outside <= set(LIBRARIES)
    assert all(room in LIBRARIES[library] for library in outside)


@pytest.mark.parametrize(("room", "trees"), rooms().items())
def test_only_the_edge_touches_files_and_streams(room: str, trees: list[ast.Module]) -> None:
    used = {module.split(".")[0] for tree in trees for module in imported(tree)}
    called = {
        node.func.id
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }

    if room not in TOUCHING_FILES:
        assert not called & {"open", "input"}
        assert not used & {"os", "shutil", "subprocess", "socket", "tempfile"}
    assert "print" not in called


@pytest.mark.parametrize(
    "folder",
    [
        "answers",
        "rules",
        "formats",
        "comparison_formats",
        "find_formats",
        "readers",
        "source_formats",
    ],
)
def test_no_plug_in_imports_another(folder: str) -> None:
    for tree in rooms()[folder]:
        siblings = {name for name in imported(tree) if name.startswith(f"claimcheck.{folder}.")}
        assert not siblings


def test_nobody_imports_click() -> None:
    everything = {name for trees in rooms().values() for tree in trees for name in imported(tree)}

    assert not {name for name in everything if name.split(".")[0] == "click"}
