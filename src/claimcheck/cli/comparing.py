"""Reads documents again for a check, and says what that cost."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from claimcheck.cli import console
from claimcheck.cli.progress import show_spinner
from claimcheck.documents.extract import Bounds
from claimcheck.documents.reextract import compare_texts
from claimcheck.model import TextComparison
from claimcheck.model.errors import MissingLibraryError
from claimcheck.text.plural import count

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from claimcheck.model import Source


class TextComparer:
    """Takes the texts of sources out of their documents again, and compares them.

    Args:
        root: the project's root.
        seconds: what reading one document may take.
    """

    def __init__(self, root: Path, seconds: float) -> None:
        self._root = root
        self._bounds = Bounds(seconds=seconds)
        self._documents = 0
        self._seconds = 0.0

    def __call__(self, sources: Sequence[Source]) -> Mapping[str, TextComparison]:
        """Return what came of it, by the sources' ids.

        A text in an older form cannot be compared from its beginning to its end: it is not among
        them, and so is counted as not compared.
        """
        begin = time.monotonic()
        comparisons = {
            source.id: comparison for source in sources if (comparison := self._compare(source))
        }
        self._documents += sum(not source.absent for source in sources)
        self._seconds += time.monotonic() - begin
        return comparisons

    def _compare(self, source: Source) -> TextComparison | None:
        if source.absent:
            return None
        try:
            with show_spinner(f"reading {source.id}"):
                verification = compare_texts(source, self._root, self._bounds)
        except MissingLibraryError as error:
            console.refuse(f"{source.id}: {error}", error.help)
        if not verification.in_order:
            return None
        return TextComparison(
            "; ".join(verification.failures),
            "; ".join(verification.remarks),
            compared=verification.compared,
        )

    @property
    def cost(self) -> str:
        """A line that says how many documents were read, and how long that took."""
        return f"read {count(self._documents, 'document')} again in {self._seconds:.1f} s\n"
