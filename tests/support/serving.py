"""`claimcheck serve` as a process of its own."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextlib.contextmanager
def serving(dossier: Path) -> Iterator[str]:
    """Serve a project's pages, and return their address; the server ends with the block."""
    with subprocess.Popen(
        [sys.executable, "-m", "claimcheck", "serve", "-C", str(dossier)],
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.send_signal(signal.SIGINT)
