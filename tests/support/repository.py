"""Real git repositories for tests, alike on every machine: fixed names, dates and settings."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

GIT = shutil.which("git") or "git"
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_TEMPLATE_DIR": "",  # samples of hooks, which every repository would get
    **{
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (
            ("NAME", "A Desk"),
            ("EMAIL", "desk@example.org"),
            ("DATE", "2026-01-31T12:00:00+0000"),
        )
    },
}
SETTINGS = (
    "init.defaultBranch=main",
    "core.autocrlf=false",
    "commit.gpgSign=false",
    "maintenance.auto=false",  # which every commit would start a process for
)


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder; return what it printed."""
    settings = [part for setting in SETTINGS for part in ("-c", setting)]
    done = subprocess.run(
        [GIT, *settings, "-C", str(folder), *arguments],
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def begin(folder: Path) -> None:
    """Make a repository in a folder, as `git init` does; a process makes the first of them only."""
    for name, data in _new_repository().items():
        path = folder / ".git" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    for name in ("objects", "refs/heads", "refs/tags"):
        (folder / ".git" / name).mkdir(parents=True, exist_ok=True)


@cache
def _new_repository() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as folder:
        git(Path(folder), "init", "--quiet")
        made = Path(folder) / ".git"
        return {
            path.relative_to(made).as_posix(): path.read_bytes()
            for path in made.rglob("*")
            if path.is_file()
        }


def branch(folder: Path, name: str) -> None:
    """Leave for a new branch that begins at the commit a repository is at."""
    repository = folder / ".git"
    (repository / "refs" / "heads" / name).write_text(f"{_head(repository)}\n", "utf-8")
    (repository / "HEAD").write_text(f"ref: refs/heads/{name}\n", "utf-8")


def commit(folder: Path, message: str = "A change") -> str:
    """Commit everything in a folder as it is; return the commit's id."""
    git(folder, "add", "--all", "--force", ".")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", message)
    return _head(folder / ".git") or git(folder, "rev-parse", "HEAD")


def _head(repository: Path) -> str:
    """The commit that a repository is at; "" where it takes git to tell."""
    try:
        branch = (repository / "HEAD").read_text("utf-8").strip().removeprefix("ref: ")
        return (repository / branch).read_text("utf-8").strip()
    except OSError:
        return ""
