"""The texts of all sources together: each prepared once, and what they have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import Text, sharing, variants

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimcheck.anchor import SharedRun, Sharing, Variant
    from claimcheck.model import Source


class Corpus:
    """The texts of a dossier's sources. What is asked of it is worked out once.

    Args:
        sources: the sources by id.
        variants: the utterances that are printed in two ways, where that is known already.
        shared: returns what the texts share, where that can be told without comparing all.
    """

    def __init__(
        self,
        sources: Mapping[str, Source],
        variants: tuple[Variant, ...] | None = None,
        shared: Callable[[], Sharing | None] = lambda: None,
    ) -> None:
        self._sources = sources
        self._prepared: dict[str, Text] = {}
        self._by_words: dict[str, Text] = {}
        self._variants = variants
        self._by_source: dict[str, list[int]] = {}
        self._shared = shared
        self._sharing: Sharing | None = None

    def text(self, source_id: str) -> Text:
        """Return a source's text as prepared for anchoring; an empty one where there is none."""
        if source_id not in self._prepared:
            source = self._sources.get(source_id)
            words = (source.text or "") if source else ""
            self._prepared[source_id] = self._by_words.setdefault(words, Text(words))
        return self._prepared[source_id]

    @property
    def texts(self) -> dict[str, str]:
        """Each source's text by its id, for those that have one."""
        return {source.id: source.text for source in self._sources.values() if source.text}

    @property
    def known_variants(self) -> tuple[Variant, ...] | None:
        """The same as `variants`, but None where nobody has asked for them yet."""
        return self._variants

    @property
    def variants(self) -> tuple[Variant, ...]:
        """The utterances that two sources print in different words."""
        if self._variants is None:
            texts = self.texts
            self._variants = tuple(variants(texts)) if len(texts) > 1 else ()
        return self._variants

    def variants_in(self, sources: Iterable[str]) -> Iterator[Variant]:
        """Yield the utterances that one of some sources prints, and another in different words."""
        source_ids = set(sources)
        if source_ids and not self._by_source:
            for number, variant in enumerate(self.variants):
                for source in (variant.first, variant.second):
                    self._by_source.setdefault(source, []).append(number)
        numbers = {number for source in source_ids for number in self._by_source.get(source, ())}
        for number in sorted(numbers):
            yield self.variants[number]

    @property
    def known_sharing(self) -> Sharing | None:
        """What the texts share, but None where nobody has asked for it yet."""
        return self._sharing

    def compare_texts(self) -> tuple[SharedRun, ...]:
        """Return the long runs of text that two sources share; they are compared once."""
        if self._sharing is None:
            self._sharing = self._shared()
        if self._sharing is None:
            texts = {source: self.text(source) for source in self.texts}
            if len(texts) < 2:  # one text alone shares nothing
                return ()
            self._sharing = sharing(texts)
        return self._sharing.runs
