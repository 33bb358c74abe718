"""The manual page says what `--help` says, and man can read it."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from claimcheck.cli.app import COMMANDS
from support.man import man_page
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

PAGE = ROOT / "docs" / "man" / "claimcheck.1"


def test_the_manual_page_is_made_of_help(
    run: Callable[..., CommandResult], golden: Callable[[Path, str], None]
) -> None:
    def help_of(command: str) -> str:
        return run(*command.split(), "-h").out

    golden(PAGE, man_page(["", *COMMANDS], help_of))


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is what formats manual pages")
def test_the_manual_page_is_readable() -> None:
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", PAGE],  # noqa: S607 - the one on the path is meant
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stderr == ""
    assert "a test runner for facts" in done.stdout
