"""Print what CHANGELOG.md says of a version, for the notes of its release.

    python integrations/release_notes.py 1.2.3

It fails where the changelog does not speak of the version, or where the code has another one.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def notes(changelog: str, version: str) -> str:
    """Return the section of a version, without its heading.

    Args:
        changelog: what the file says.
        version: such as 1.2.3.

    Raises:
        LookupError: there is no such section, or nothing in it.
    """
    sections = re.split(r"^## +", changelog, flags=re.MULTILINE)[1:]
    for section in sections:
        heading, _, text = section.partition("\n")
        if re.match(rf"\[?{re.escape(version)}\]?(\s|$)", heading) and text.strip():
            return text.strip() + "\n"
    raise LookupError(f"CHANGELOG.md says nothing of {version}")


def _main(version: str) -> int:
    code = (ROOT / "src" / "claimcheck" / "__init__.py").read_text("utf-8")
    if f'__version__ = "{version}"' not in code:
        sys.stderr.write(f"the code has another version than {version}\n")
        return 1
    try:
        sys.stdout.write(notes((ROOT / "CHANGELOG.md").read_text("utf-8"), version))
    except LookupError as error:
        sys.stderr.write(f"{error.args[0]}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1]))
