"""A source's text, prepared for anchoring: each index is built when first needed, and once."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from claimcheck.anchor.key import index_key
from claimcheck.text.pinned_text import without_list_numbers

if TYPE_CHECKING:
    from claimcheck.anchor.key import KeyIndex


class Text:
    """A text to anchor quotes in. Building one costs nothing; its indexes come when asked for."""

    def __init__(self, raw: str) -> None:
        """Take the text as it stands; offsets of anchors refer to it."""
        self.raw = raw

    @cached_property
    def unnumbered(self) -> Text | None:
        """The text without the numbers that lists count their items with, at the same offsets.

        None where it has none: who copies a list out of a browser gets no numbers.
        """
        raw = without_list_numbers(self.raw)
        return None if raw == self.raw else Text(raw)

    @cached_property
    def index(self) -> KeyIndex:
        """The compact key of the text, with the way back to offsets."""
        return index_key(self.raw)

    @property
    def is_indexed(self) -> bool:
        """Whether the key has been built already."""
        return "index" in self.__dict__

    @property
    def transient_index(self) -> KeyIndex:
        """The same as `index`, built anew where that is not cached, and not cached itself."""
        cached: KeyIndex | None = self.__dict__.get("index")
        return cached or index_key(self.raw)


@lru_cache(maxsize=1)
def cached_text(raw: str) -> Text:
    """The prepared text of a string, for callers that pass plain strings; the last is cached."""
    return Text(raw)
