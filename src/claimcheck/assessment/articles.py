"""Articles judged against an assessed dossier, each as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article import (
    AssessedArticle,
    Leaning,
)
from claimcheck.assessment.article_denials import (
    denials_in,
    is_weakened,
    stand_of,
)
from claimcheck.assessment.article_figures import FigureComparison
from claimcheck.assessment.article_headings import Judged, with_headings
from claimcheck.assessment.article_languages import languages_of
from claimcheck.assessment.article_names import NameComparison
from claimcheck.assessment.article_quotations import QuotationSearch, find_quotations
from claimcheck.assessment.article_sentences import Citations, sentences_of
from claimcheck.assessment.article_source_figures import SourceFigures
from claimcheck.dossier.article import DeclarationKind
from claimcheck.model import ArticlePolicy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claimcheck.anchor import Effort
    from claimcheck.assessment.article import AssessedSentence
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.assessment.corpus import Corpus
    from claimcheck.dossier.article import Article
    from claimcheck.model import Dossier


def cited_ids(articles: Iterable[Article]) -> frozenset[str]:
    """Return the ids that articles name, of claims and of sources."""
    return frozenset(citation.id for article in articles for citation in article.citations)


def assess_articles(  # noqa: PLR0913, PLR0917 - what a judgement rests on
    articles: Sequence[Article],
    dossier: Dossier,
    claims: Mapping[str, AssessedClaim],
    corpus: Corpus,
    effort: Effort,
    policy_of: Callable[[str], ArticlePolicy] = lambda _path: ArticlePolicy(),
) -> tuple[AssessedArticle, ...]:
    """Judge articles against a dossier.

    Args:
        articles: the articles.
        dossier: the dossier; its claims need not be at hand.
        claims: the claims that the articles name, as assessed, by id.
        corpus: the sources' texts.
        effort: what may be spent on quotations that do not stand where they should.
        policy_of: what the project asks of an article, given its path.
    """
    search = QuotationSearch(dossier, corpus, effort)
    sources = SourceFigures(corpus, dossier.sources)
    comparison = FigureComparison(sources)
    names = NameComparison(dossier, sources)
    assessed = []
    for article in articles:
        quotations, unclosed = find_quotations(article)
        citations = Citations(article, claims, dossier.claim_ids, dossier.sources)
        sentences = sentences_of(article, quotations, citations)
        citations.close()
        looked_up = search.assess(article, quotations, sentences)
        figures = comparison.assess(article, sentences, looked_up)
        judged = with_headings(article.text, Judged(sentences, figures, looked_up), sources)
        assessed.append(
            AssessedArticle(
                article,
                judged.sentences,
                judged.quotations,
                judged.figures,
                tuple(_leanings(article, judged.sentences)),
                denials_in(article, judged.sentences, quotations, judged.figures, sources),
                tuple(sorted(citations.troubles, key=lambda trouble: trouble.raw_start)),
                unclosed,
                policy_of(article.path),
                tuple(names.differences(article, judged.sentences, quotations)),
            )
        )
    return tuple(assessed)


def _leanings(article: Article, sentences: Sequence[AssessedSentence]) -> Iterable[Leaning]:
    """Go through the claims that sentences cite, with how they are asserted."""
    languages = languages_of(article)
    for number, sentence in enumerate(sentences):
        for target in sentence.targets:
            if target.claim is None:
                continue
            language = languages.at(sentence.start, sentence.end)
            tone = stand_of(article.text, sentence.start, sentence.end, language)
            claim = target.claim.claim.text
            turned = tone.denies != stand_of(claim, 0, len(claim), language).denies
            weakened = is_weakened(article.text, sentence.start, sentence.end, claim, language)
            # Whoever cites a claim can see what its evidence says: it is verified, or refuted.
            declared = sentence.declared not in (None, DeclarationKind.UNVERIFIED)
            flat = not (turned or weakened or tone.asks or declared)
            yield Leaning(target.claim, number, flat, target.raw_start)
