"""Advice on what to install names what is there, and never our own name at a package index."""

from __future__ import annotations

import re
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from claimcheck.system.installation import install_command
from support.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]


@pytest.mark.parametrize("extra", sorted(set(EXTRAS) - {"all", "bench", "dev"}))
def test_advice_names_libraries(extra: str) -> None:
    advice = install_command(extra)
    assert re.fullmatch(r"pip install( '[\w.-]+(\[\w+\])?[^' ]*')+", advice)
    assert "claimcheck" not in advice


@pytest.mark.parametrize(
    ("file", "advice"),
    [
        ("pipx_metadata.json", "pipx inject claimcheck-cli 'jinja2>=3.1.6'"),
        ("uv-receipt.toml", f"uv pip install --python {sys.executable} 'jinja2>=3.1.6'"),
    ],
)
def test_advice_is_made_from_how_this_copy_was_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file: str, advice: str
) -> None:
    (tmp_path / file).write_text("")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert install_command("report") == advice


@pytest.mark.parametrize("extra", ["html", "pdf", "report", "warc"])
def test_what_reads_documents_and_makes_pages_comes_with_the_plain_install(extra: str) -> None:
    needed = {line for line in EXTRAS[extra] if not line.startswith("claimcheck-cli[")}
    assert needed <= set(PROJECT["dependencies"])


def test_no_page_or_message_installs_our_name_from_an_index() -> None:
    suffixes = {".py", ".md", ".yml", ".sh", ".toml"}
    folders = ("src", "docs", "integrations", ".github")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    files += [ROOT / "README.md", ROOT / "action.yml", ROOT / "CONTRIBUTING.md"]
    named = re.compile(
        r"(?:pip|pipx|uv tool|uv pip|uvx)\s+(?:install|run)?\s*[\"']?claimcheck(?:-cli)?\b"
    )
    wrong = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in files
        if path.suffix in suffixes and path.is_file()
        for line in path.read_text("utf-8", "replace").splitlines()
        if named.search(line)
    ]
    assert wrong == []


def test_an_extra_of_extras_names_the_libraries_of_each() -> None:
    libraries = {library for extra in ("stamp", "warc") for library in libraries_of(extra)}

    assert libraries_of("all") >= libraries
    assert not [library for library in libraries_of("all") if "claimcheck" in library]


def libraries_of(extra: str) -> set[str]:
    return set(re.findall(r"'([^']+)'", install_command(extra)))
