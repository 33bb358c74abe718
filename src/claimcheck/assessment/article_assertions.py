"""Claims that articles assert, for the rules that ask what these claims are worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.assessment.article_excerpts import sentence_excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.article import AssessedArticle
    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.model import Excerpt, Place


class Assertion(NamedTuple):
    """A claim that a sentence of an article asserts.

    Attributes:
        article: the article.
        claim: the claim as assessed.
        sentence: the number of the sentence.
    """

    article: AssessedArticle
    claim: AssessedClaim
    sentence: int

    @property
    def place(self) -> Place:
        """Where the sentence begins."""
        return self.article.place(self.article.sentences[self.sentence].start)

    @property
    def excerpt(self) -> Excerpt:
        """The sentence, as it is shown."""
        return sentence_excerpt(self.article, self.sentence)


def flat_assertions(assessment: Assessment) -> Iterator[Assertion]:
    """Yield the claims that sentences assert without denying, doubting or attributing them."""
    for article in assessment.articles:
        for leaning in article.leanings:
            if leaning.flat:
                yield Assertion(article, leaning.claim, leaning.sentence)
