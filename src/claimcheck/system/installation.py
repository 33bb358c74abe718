"""How this copy was installed, and so by which command a library that is missing is added to it.

No advice names our own distribution at a package index: where nobody has registered it, a stranger
could, and advice would install theirs. What an extra needs is named instead.
"""

from __future__ import annotations

import importlib.metadata
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

DISTRIBUTION: Final = "claimcheck-cli"
_REQUIREMENT: Final = re.compile(
    r"""(?P<library>[^;]+?)\s*;.*\bextra == ["'](?P<extra>[\w.-]+)["']"""
)


def install_command(extra: str) -> str:
    """Return the command that adds what an extra needs to this installation.

    Args:
        extra: the extra's name.
    """
    libraries = " ".join(f"'{library}'" for library in sorted(set(_libraries(extra))))
    prefix = Path(sys.prefix)
    if (prefix / "pipx_metadata.json").is_file():
        return f"pipx inject {DISTRIBUTION} {libraries}"
    if (prefix / "uv-receipt.toml").is_file():
        return f"uv pip install --python {sys.executable} {libraries}"
    return f"pip install {libraries}"


def _libraries(extra: str) -> Iterator[str]:
    """Yield what an extra needs; what others it names stand in their places where it was built."""
    for line in importlib.metadata.requires(DISTRIBUTION) or ():
        match = _REQUIREMENT.fullmatch(line)
        if match is not None and match["extra"] == extra:
            yield match["library"]
