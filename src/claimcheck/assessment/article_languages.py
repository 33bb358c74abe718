"""The languages of a text: long sentences tell their own, short ones are in that of the text."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.languages import vocabulary_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.dossier.article import Article

# The paragraphs of a text that tell its language.
_SEEN: Final = 200
# A sentence of fewer characters is short for telling its language.
_SHORT: Final = 120


class TextLanguages:
    """The languages of a text: that of a long sentence is its own, of a short one the text's.

    Args:
        text: the text.
        paragraphs: where its paragraphs begin and end, in code points.
    """

    def __init__(self, text: str, paragraphs: Sequence[tuple[int, int]]) -> None:
        self._text = text
        vocabularies = [vocabulary_at(text, *paragraph) for paragraph in paragraphs[:_SEEN]]
        names = Counter(vocabulary.name for vocabulary in vocabularies if vocabulary is not None)
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
        if end - start < _SHORT and self._main is not None and self._main.spaced:
            return self._main
        return vocabulary_at(self._text, start, end)


def languages_of(article: Article) -> TextLanguages:
    """Return the languages of a draft."""
    return TextLanguages(article.text, [(block.start, block.end) for block in article.blocks])
