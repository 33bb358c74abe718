"""The manual page, made of what `--help` prints of each command."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_HEAD = """\
.\\" Made of `claimcheck --help` by the tests; `pytest --update tests/pages/test_man.py` writes it.
.TH CLAIMCHECK 1
.SH NAME
claimcheck \\- a test runner for facts
"""


def man_page(commands: Iterable[str], help_of: Callable[[str], str]) -> str:
    """Return the manual page as roff.

    Args:
        commands: the names of the commands, "" for the one without a name, in their order.
        help_of: returns what `--help` prints of a command, 80 columns wide.
    """
    parts = [_HEAD]
    for command in commands:
        title = f"claimcheck {command}".strip()
        parts += [f'.SH "{title.upper()}"\n.nf\n', _literal(help_of(command)), ".fi\n"]
    return "".join(parts)


def _literal(text: str) -> str:
    """Return lines that roff prints as they are."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga")
    ascii_only = re.sub(r"[^\x00-\x7f]", lambda sign: f"\\[u{ord(sign[0]):04X}]", escaped)
    return re.sub(r"(?m)^([.'])", r"\\&\1", ascii_only.rstrip("\n")) + "\n"
