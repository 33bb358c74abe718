"""How long fetching, or reading, one document may take where nobody says otherwise."""

from __future__ import annotations

from typing import Final

SECONDS_PER_DOCUMENT: Final = 60.0
