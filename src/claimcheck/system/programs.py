"""Programs that are installed beside claimcheck: where they are, looked for where it is safe."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

# What verifies signatures of keys.
SSH_PROGRAM: Final = "ssh-keygen"
OPENPGP_PROGRAM: Final = "gpgv"


def find_program(name: str) -> str | None:
    """Find a program on the search path, never in the working directory, which may be a stranger's.

    Args:
        name: the program's, without a folder.
    """
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        if not Path(folder).is_absolute():
            continue
        program = shutil.which(name, path=folder)
        if program is not None and Path(program).parent == Path(folder):
            return program
    return None
