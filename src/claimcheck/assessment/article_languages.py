"""The languages of a text: a short sentence is in that of the text, unless it is plainly not."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.languages import is_plainly, vocabulary_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.dossier.article import Article

# The paragraphs of a text that tell its language.
_SEEN: Final = 200
# A sentence of fewer characters is short for telling its language.
_SHORT: Final = 120


class TextLanguages:
    """The languages of a text: a short sentence is in the text's unless it is plainly not.

    Args:
        text: the text.
        paragraphs: where its paragraphs begin and end, in code points.
    """

    def __init__(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._sentences: dict[tuple[int, int], Vocabulary | None] = {}
        vocabularies = [vocabulary_at(text, *paragraph) for paragraph in paragraphs[:_SEEN]]
        names = Counter[str]()
        for vocabulary, (start, end) in zip(vocabularies, paragraphs, strict=False):
            if vocabulary is not None:
                names[vocabulary.name] += end - start
        main = names.most_common(1)[0][0] if names else ""
        self._main = next(
            (
                vocabulary
                for vocabulary in vocabularies
                if vocabulary is not None and vocabulary.name == main
            ),
            None,
        )

    def at(self, start: int, end: int) -> Vocabulary | None:
        """Return the words of the language of a sentence; None where it is not known."""
        if (start, end) not in self._sentences:
            self._sentences[start, end] = self._language_of(start, end)
        return self._sentences[start, end]

    def _language_of(self, start: int, end: int) -> Vocabulary | None:
        own = vocabulary_at(self._text, start, end)
        main = self._main
        if end - start >= _SHORT or main is None or not main.spaced:
            return own
        plain = own is not None and is_plainly(own, main, self._text[start:end])
        return own if plain else main


def languages_of(article: Article) -> TextLanguages:
    """Return the languages of an article."""
    return _languages(article.text, tuple((block.start, block.end) for block in article.blocks))


# Quotations, figures, names and denials of one article ask for it in turn.
@lru_cache(maxsize=2)
def _languages(text: str, paragraphs: tuple[tuple[int, int], ...]) -> TextLanguages:
    return TextLanguages(text, paragraphs)
