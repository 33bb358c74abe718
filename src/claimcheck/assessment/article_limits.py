"""How much of an article is compared with what it cites.

Articles of people cite something in some hundreds of sentences. What is beyond the bound is told of
as unchecked, so that an article that is made to take long does not.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.article import AssessedSentence

# Sentences that cite a claim or a source.
MOST_CITING: Final = 3_000


def first_beyond(sentences: Sequence[AssessedSentence]) -> int:
    """Return the number of the first sentence that is not compared; how many there are for none.

    Args:
        sentences: those of an article.
    """
    citing = (number for number, sentence in enumerate(sentences) if sentence.targets)
    return next(islice(citing, MOST_CITING, None), len(sentences))
