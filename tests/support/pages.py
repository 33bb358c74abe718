"""The project's Markdown pages, taken apart into what they show: commands, files, code, links."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from support.project import ROOT, CommandResult, standard_input
from support.repository import ENVIRONMENT, GIT, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import pytest

README = ROOT / "README.md"
PAGES = (
    README,
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted(ROOT.glob("docs/**/*.md")),
)
_FENCE = re.compile(r"^(`{3,})([^\n`]*)\n(.*?)^\1$\n?", re.MULTILINE | re.DOTALL)
# How the lines of a diff begin that say which file it is, and where.
_HEADS = ("--- ", "+++ ", "@@ ")
_FOLDER = re.compile(r"<!-- .*in a copy of ([\w./-]+)\. -->")
_VARYING = re.compile(
    r"\b(?:(trafilatura|pypdfium2|pdfminer\.six) \d[\w.]*|(read \d+ documents? again in) \d+\.\d s)"
)


def name(page: Path) -> str:
    """Return a page's path from the repository's root."""
    return page.relative_to(ROOT).as_posix()


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: its language, what stands behind that (a file's name, or nothing), its text.

    `start` and `end` are where the text stands in the page.
    """

    language: str
    file: str
    text: str
    start: int
    end: int


def blocks(page: str, language: str = "") -> list[Block]:
    """Return the fenced blocks of a page, in order: all, or those in one language."""
    fenced = []
    for fence in _FENCE.finditer(page):
        kind, _, file = fence[2].strip().partition(" ")
        if language in {"", kind}:
            fenced.append(Block(kind, file, fence[3], fence.start(3), fence.end(3)))
    return fenced


def folder_of(page: str) -> str | None:
    """Return the folder of the repository in a copy of which a page's commands are run, if any."""
    given = _FOLDER.search(page)
    return given and given[1]


def commands(text: str) -> Iterator[tuple[str, str]]:
    r"""Yield each command of a console block and what is shown as its output.

    A command begins with `$ ` and goes on behind a line that ends in a backslash.
    """
    for part in re.split(r"^(?=\$ )", text, flags=re.MULTILINE):
        lines = part.splitlines(keepends=True)
        last = next((at for at, line in enumerate(lines) if not line.endswith("\\\n")), 0)
        if lines:
            yield "".join(lines[: last + 1]), "".join(lines[last + 1 :])


class Scene:
    """The folder that a page's commands are run in, one after another, as a reader would.

    The files that a page shows with a name are written there first. A page without a folder of its
    own is run in the repository, where nothing may be written. A page that shows a file of `src`
    gets a copy of claimcheck with that file in it, which its commands run.
    """

    def __init__(
        self, page: str, folder: Path, run: Callable[..., CommandResult], patch: pytest.MonkeyPatch
    ) -> None:
        self._page = page
        self._run = run
        self._patch = patch
        self._status = 0
        self._folder = ROOT
        if any(block.file.startswith("src/") for block in blocks(page)):
            self._folder = folder
            self._run = self._run_copy
            # With what is compiled, so that no command compiles it again.
            shutil.copytree(ROOT / "src", folder / "src")
        if given := folder_of(page):
            self._folder = folder
            shutil.copytree(ROOT / given, folder, dirs_exist_ok=True)
        patch.chdir(self._folder)

    def played(self) -> str:
        """Return the page with the output that its commands have today."""
        made, end = [], 0
        for block in blocks(self._page):
            made.append(self._page[end : block.start])
            end = block.end
            if block.language == "diff":
                self._patch_file(block)
            elif block.file:
                self._write(block.file, block.text.encode())
            made.append(self._replayed(block) if block.language == "console" else block.text)
        return "".join((*made, self._page[end:]))

    def _replayed(self, block: Block) -> str:
        return "".join(
            command + _but_for_what_varies(self._answer(command), shown)
            for command, shown in commands(block.text)
        )

    def _answer(self, command: str) -> str:
        words = shlex.split(command.removeprefix("$ ").replace("\\\n", " "))
        given = words[words.index("<") + 1 :] if "<" in words else []
        if given:
            words = words[: words.index("<")]
            text = (self._folder / given[0]).read_bytes()
            self._patch.setattr(sys, "stdin", standard_input(text))
        match words:
            case ["claimcheck", *arguments]:
                result = self._run(*arguments)
                assert "claimcheck itself failed" not in result.err, result.err
                self._status = result.status
                return result.out + result.err
            case ["echo", "$?"]:
                return f"{self._status}\n"
            case ["cat", *files]:
                return "".join((self._folder / file).read_text("utf-8") for file in files)
            case ["git", *arguments]:
                return self._git(arguments)
        raise AssertionError(f"no page may show this command: {command}")

    def _run_copy(self, *arguments: str) -> CommandResult:
        done = subprocess.run(
            [sys.executable, "-m", "claimcheck", *arguments],
            cwd=self._folder,
            env={**os.environ, "PYTHONPATH": str(self._folder / "src")},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return CommandResult(done.returncode, done.stdout, done.stderr)

    def _git(self, arguments: list[str]) -> str:
        settings = [part for setting in SETTINGS for part in ("-c", setting)]
        done = subprocess.run(
            [GIT, *settings, *arguments],
            cwd=self._folder,
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def _patch_file(self, block: Block) -> None:
        """Make the change that is shown, wherever its lines stand in the file."""
        path = self._folder / block.file
        lines = [
            line for line in block.text.splitlines(keepends=True) if not line.startswith(_HEADS)
        ]
        earlier, later = (
            "".join(line[1:] for line in lines if line[0] in {" ", sign}) for sign in "-+"
        )
        text = path.read_text("utf-8")
        assert text.count(earlier) == 1, f"{block.file} has this not, or not once:\n{earlier}"
        path.write_text(text.replace(earlier, later), "utf-8")

    def _write(self, file: str, content: bytes) -> None:
        assert self._folder != ROOT, f"{file} would be written into the repository"
        path = self._folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _but_for_what_varies(result: str, shown: str) -> str:
    """Return what is shown where only a library's version, or how long it took, differs today."""
    same = _VARYING.sub(r"\1\2", result) == _VARYING.sub(r"\1\2", shown)
    return shown if same else result
