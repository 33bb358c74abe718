"""Real git repositories for tests, alike on every machine: fixed names, dates and settings."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
