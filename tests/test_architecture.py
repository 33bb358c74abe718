"""Who may import whom: the map of the house, as a dictionary, held to the code."""

from __future__ import annotations

import ast
import sys

import pytest

from given import ROOT

PACKAGE = ROOT / "src" / "claimcheck"

# Each room, and the rooms that it may know. Read it upward: the nouns first, the command line last.
MAY_IMPORT = {
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
    "project": {"files", "model", "keys", "opening", "suggest", "tree"},
    "fields": {"model", "suggest", "yaml_text"},
    "claim_file": {"model", "fields", "keys", "yaml_text"},
    "overlay": {"files", "tree"},
    "search": set(),
    "quotation": {"anchor", "model"},
    "duplicates": {"search"},
    "shelf": {
        "cache", "fields", "files", "load", "locator", "model", "parallel", "quotation",
        "replay", "search", "source_record", "tree", "yaml_text",
    },
    "find": {
        "anchor", "load", "locator", "model", "passage", "project", "quotation", "rule", "search",
        "shelf", "tree",
    },
    "find_formats": {
        "duplicates", "editing", "find", "format", "model", "page", "printable", "rule", "words",
    },
    "printed": {"anchor", "model"},
    "mending": {"anchor", "assess", "model", "passage", "printed", "rule"},
    "proposed": {"assess", "check", "load", "overlay", "project", "rule"},
    "editing": {"model", "yaml_text"},
    "answer": {"answers", "discover"},
    "answers": {"anchor", "answer"},
    "claim_id": {"fields", "new_source"},
    "drafting": {
        "anchor", "answer", "claim_id", "editing", "model", "new_source", "printable",
    },
    "register": {"model"},
    "parties_file": {"model", "fields", "keys", "register", "yaml_text"},
    "source_record": {
        "files", "model", "fields", "keys", "locator", "opening", "tree", "yaml_text",
    },
    "load": {
        "files", "parallel",
        "model", "claim_file", "fields", "opening", "parties_file", "project", "register",
        "review_file", "source_record", "tree", "yaml_text",
    },
    "corpus": {"model", "anchor"},
    "assess": {"model", "anchor", "corpus", "independence", "status"},
    "rule": {"model", "anchor", "assess"},
    "pins": {"model"},
    "history": {"files", "model", "load", "opening", "project", "tree"},
    "baseline": {"files", "model", "fingerprint", "project", "rule", "tree"},
    "comparison": {"model", "assess", "independence", "pins", "status"},
    "passage": {"model", "anchor", "assess", "locator", "rule"},
    "rules": {
        "model", "anchor", "assess", "baseline", "discover", "independence", "locator",
        "passage", "pins", "repin", "review", "rule", "rules", "status", "suggest",
    },
    "reader": set(),
    "charset": {"reader"},
    "page_metadata": {"reader"},
    "webpage": {"charset", "page_metadata", "reader"},
    "readers": {"charset", "reader", "webpage"},
    "extraction": {"__init__", "discover", "reader", "readers"},
    "fetch": {"__init__"},
    "document": {"extraction", "fetch", "files", "project", "suggest"},
    "new_source": {
        "document", "extraction", "fields", "model", "modeline", "opening", "project", "reader",
        "source_record", "writing", "yaml_text",
    },
    "reextract": {"extraction", "files", "model", "opening", "reader"},
    "catalogue": {"assess", "model"},
    "verification": {"model"},
    "source_formats": {
        "assess", "catalogue", "format", "locator", "model", "page", "passage", "printable",
        "verification", "words",
    },
    "progress": {"printable"},
    "check": {"assess", "discover", "project", "rule", "rules", "suggest"},
    "fingerprint": {"rule"},
    "repin": {"model", "anchor", "assess"},
    "review": {"model", "assess", "printable", "register"},
    "review_file": {"model", "fields", "keys", "yaml_text"},
    "file_schema": {
        "claim_file", "keys", "model", "modeline", "parties_file", "project", "review_file",
        "rulebook", "source_record",
    },
    "rulebook": {"discover", "rule", "rules"},
    "words": {"model", "assess", "check", "independence", "status"},
    "detail": {"printable", "rule"},
    "introduced": {"assess", "check", "fingerprint"},
    "memory": {"anchor", "model", "rule"},
    "ground": {
        "files", "load", "memory", "model", "register", "source_record", "tree", "yaml_text",
    },
    "recheck": {
        "anchor", "assess", "check", "corpus", "ground", "load", "memory", "model", "parallel",
        "register", "rule", "tree",
    },
    "gate": {
        "load", "memory", "recheck",
        "model", "assess", "baseline", "check", "history", "introduced", "opening", "project",
        "rule",
    },
    "account": {"model", "anchor", "assess", "comparison", "passage", "words"},
    "format": {"discover", "formats"},
    "page": {"format"},
    "formats": {
        "__init__", "model", "anchor", "assess", "check", "detail", "discover", "fingerprint",
        "format", "page", "passage", "printable", "rule", "rulebook", "rules", "status", "words",
    },
    "outputs": {"baseline", "format", "project", "suggest", "writing"},
    "comparison_formats": {
        "model", "account", "assess", "comparison", "format", "page", "printable",
    },
    "cli": {
        "cache", "check", "gate", "memory", "progress", "rule",
        "opening", "replay", "surroundings", "trace", "tree", "__init__", "assess", "commands",
        "format",
        "load", "printable", "project", "suggest",
    },
    "commands": {
        "__init__", "anchor", "answer", "assess", "baseline", "cache", "catalogue", "check",
        "claim_file", "claim_id", "cli", "comparison", "document", "drafting", "duplicates",
        "editing", "extraction", "fetch", "files", "find", "find_formats", "locator", "mending",
        "model", "new_source", "printed", "progress", "proposed", "reader", "reextract", "shelf",
        "source_formats", "surroundings", "verification",
        "comparison_formats", "discover", "fields", "file_schema", "format", "formats", "gate",
        "history",
        "independence", "load", "modeline", "opening", "outputs", "passage", "printable",
        "project", "register",
        "repin", "review", "review_file", "rule", "rulebook", "rules", "source_record",
        "status", "suggest",
        "tree", "words", "writing", "yaml_text",
    },
    "__init__": {"assess", "check", "load", "model", "project"},
    "__main__": {"replay", "__init__", "cli", "printable"},
}  # fmt: skip

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
    "document",
    "extraction",
    "fetch",
    "new_source",
    "cache",
    "files",
    "parallel",
    "replay",
    "surroundings",
    "trace",
    "history",
    "opening",
    "outputs",
    "writing",
    "project",
    "load",
    "cli",
    "commands",
    "__main__",
}


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
    return room if room in MAY_IMPORT else "__init__"


@pytest.mark.parametrize(("room", "trees"), rooms().items())
def test_a_room_knows_only_the_rooms_on_its_map(room: str, trees: list[ast.Module]) -> None:
    known = {
        room_of(module)
        for tree in trees
        for module in imported(tree)
        if module.split(".")[0] == "claimcheck"
    }

    assert known - {room} <= MAY_IMPORT[room]


def test_the_map_has_no_room_that_is_gone() -> None:
    assert set(MAY_IMPORT) == set(rooms())


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
