"""What a hostile project is made of, and how it gets onto the disk."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import socket
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CANARY = "CANARY-7f3a91-MUST-NOT-LEAK"
MARK = "INJECTED"
TEXT = (
    "Real gross domestic product increased 2.5 percent in 2023, the agency said.\n"
    "The unemployment rate was 3.7 percent in December and did not include farm work.\n"
    "About 15 million people took part. The bridge is 10² metres wide and 1½ tall.\n"
    "The “final” report, dated 4 May, cost €5 billion; café owners objected.\n"
)
QUOTE = "The unemployment rate was 3.7 percent in December"
CONFIG = '[tool.claimcheck]\nclaims = "claims"\nsources = "sources"\n'


@dataclass(frozen=True, slots=True)
class Link:
    """A symbolic link."""

    target: str


@dataclass(frozen=True, slots=True)
class Sparse:
    """A file of many zero bytes that takes no room."""

    size: int


@dataclass(frozen=True, slots=True)
class Pipe:
    """A named pipe, whose reader waits for ever."""


@dataclass(frozen=True, slots=True)
class Socket:
    """A socket lying among files."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder where a file is expected."""


Content = str | bytes | Link | Sparse | Pipe | Socket | Folder


@dataclass(frozen=True, slots=True)
class Case:
    """A project, and what `claimcheck check` must make of it.

    `status` is its exit status. What it says must hold `mention` and never `never`; `placed` asks
    for an error with line and column. `everywhere` says it in every format.
    """

    name: str
    status: int
    files: Mapping[str, Content]
    mention: str = ""
    never: str = ""
    placed: bool = False
    everywhere: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)


# Plain letters, of which some projects have millions, need no closer look.
UNUSUAL = re.compile(r"[^ !#-\[\]-~\u4e00-\u9fff]")


def yaml(text: str) -> str:
    """Return a double-quoted scalar for any text, with whatever is unusual as an escape."""
    return '"' + UNUSUAL.sub(lambda match: _escaped(match[0]), text) + '"'


def _escaped(sign: str) -> str:
    code = ord(sign)
    if sign in '"\\':
        return "\\" + sign
    hidden = unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Zl", "Zp", "Cn"}
    if not hidden and sign not in "\xa0\xad\ufeff":
        return sign
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def claim(
    text: str = "Unemployment was 3.7 percent in December 2023.",
    quote: str = QUOTE,
    source: str = "doc1",
    stance: str = "supports",
    *,
    more: str = "",
) -> str:
    """Return a claim file with one evidence item; `more` stands before the evidence."""
    return f"claim: {yaml(text)}\n{more}evidence:\n" + item(quote, source, stance)


def item(quote: str = QUOTE, source: str = "doc1", stance: str = "supports") -> str:
    """Return one evidence item."""
    return (
        f"  - source: {yaml(source)}\n    stance: {yaml(stance)}\n"
        f"    speaker: An agency\n    quote: {yaml(quote)}\n"
    )


def record(data: str | bytes = TEXT, file: str = "doc1.txt", *, sha: str = "", **more: str) -> str:
    """Return a source's record; further keys are added as texts."""
    raw = data.encode() if isinstance(data, str) else data
    keys = {
        "title": "A report",
        "publisher": "An agency",
        "issued": "2024-01-02",
        "file": file,
        "sha256": sha or hashlib.sha256(raw).hexdigest(),
        **more,
    }
    return "".join(f"{key}: {yaml(value)}\n" for key, value in keys.items())


def project(
    files: Mapping[str, Content | None] | None = None,
    *,
    text: str | bytes = TEXT,
    file: str = "doc1.txt",
) -> dict[str, Content]:
    """Return a sound project's files with some replaced, added, or (None) taken out."""
    whole: dict[str, Content | None] = {
        "pyproject.toml": CONFIG,
        "claims/c1.yaml": claim(),
        "sources/doc1.yaml": record(text, file),
        f"sources/{file}": text,
        **(files or {}),
    }
    return {path: content for path, content in whole.items() if content is not None}


def lay_out(root: Path, files: Mapping[str, Content]) -> None:
    """Write a project into a folder.

    Raises:
        OSError: this machine cannot hold such a name or thing.
    """
    root.mkdir(parents=True)
    for folder in ("claims", "sources"):
        if not isinstance(files.get(folder), Link):
            (root / folder).mkdir()
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        _put(path, content)


def _put(path: Path, content: Content) -> None:
    match content:
        case str():
            path.write_bytes(content.encode())
        case bytes():
            path.write_bytes(content)
        case Link():
            path.symlink_to(content.target)
        case Sparse():
            with path.open("wb") as file:
                file.truncate(content.size)
        case Pipe():
            os.mkfifo(path)
        case Socket():
            # The name that a socket is bound to may not be long, so it is bound from its folder.
            with contextlib.chdir(path.parent), socket.socket(socket.AF_UNIX) as end:
                end.bind(path.name)
        case Folder():
            path.mkdir()


def lay_out_surroundings(above: Path) -> None:
    """Write what lies beside the projects, which none of them may reach."""
    outside = above / "outside"
    (outside / "claims").mkdir(parents=True)
    (outside / "secret.txt").write_text(f"{CANARY}\n{TEXT}", "utf-8")
    (outside / "secret.yaml").write_text(claim(CANARY), "utf-8")
    (outside / "claims" / "c9.yaml").write_text(claim(CANARY), "utf-8")
    (outside / "pyproject.toml").write_text(f'[tool.claimcheck]\nclaims = "{CANARY}"\n', "utf-8")
    if hasattr(os, "mkfifo"):
        os.mkfifo(outside / "pipe")


def fingerprint(root: Path) -> dict[str, tuple[object, ...]]:
    """Describe every file of a tree without following links or opening pipes."""
    by_name: dict[str, tuple[object, ...]] = {}
    for folder, folders, names in os.walk(root, followlinks=False):
        for name in (*folders, *names):
            path = Path(folder) / name
            about = path.lstat()
            target = str(path.readlink()) if path.is_symlink() else ""
            by_name[str(path.relative_to(root))] = (
                about.st_mode, about.st_size, about.st_mtime_ns, target,
            )  # fmt: skip
    return by_name
