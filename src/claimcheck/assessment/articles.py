"""Drafts judged against an assessed dossier, each as a whole."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.languages import vocabulary_at
from claimcheck.assessment.article import (
    AssessedArticle,
    Leaning,
    Policy,
    SentenceState,
)
from claimcheck.assessment.article_figures import FigureComparison
from claimcheck.assessment.article_quotations import QuotationSearch, find_quotations
from claimcheck.assessment.article_sentences import Citations, sentences_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claimcheck.anchor import Effort
    from claimcheck.assessment.article import AssessedSentence
    from claimcheck.assessment.assess import AssessedClaim
    from claimcheck.assessment.corpus import Corpus
    from claimcheck.dossier.article import Article
    from claimcheck.model import Dossier

_DENIES: Final = frozenset({"negation", "reversal"})
_WEAKENS: Final = frozenset({"doubt", "report", "source", "claim", "thought", "condition"})
_LEAST_SHARED: Final = 0.6
_LETTERS_OF_A_STEM: Final = 5
_SHORTEST_WORD: Final = 4


def cited_ids(articles: Iterable[Article]) -> frozenset[str]:
    """Return the ids that drafts name, of claims and of sources."""
    return frozenset(
        citation.id
        for article in articles
        for cited in (
            *(reference.citations for reference in article.references),
            *(note.citations for note in article.notes.values()),
        )
        for citation in cited
    )


def assess_articles(
    articles: Sequence[Article],
    dossier: Dossier,
    claims: Mapping[str, AssessedClaim],
    corpus: Corpus,
    effort: Effort,
    policy_of: Callable[[str], Policy] = lambda _path: Policy(),
) -> tuple[AssessedArticle, ...]:
    """Judge drafts against a dossier.

    Args:
        articles: the drafts.
        dossier: the dossier; its claims need not be at hand.
        claims: the claims that the drafts name, as assessed, by id.
        corpus: the sources' texts.
        effort: what may be spent on quotations that do not stand where they should.
        policy_of: what the project asks of a draft, given its path.
    """
    search = QuotationSearch(dossier, corpus, effort)
    comparison = FigureComparison(corpus)
    assessed = []
    for article in articles:
        quotations, unclosed = find_quotations(article)
        citations = Citations(article, claims, dossier.claim_ids, dossier.sources)
        sentences = sentences_of(article, quotations, citations)
        citations.close()
        found = search.assess(article, quotations, sentences)
        figures = comparison.assess(article, sentences, found)
        assessed.append(
            AssessedArticle(
                article,
                sentences,
                found,
                figures,
                tuple(_leanings(article, sentences)),
                tuple(sorted(citations.troubles, key=lambda one: one.raw_start)),
                unclosed,
                policy_of(article.path),
            )
        )
    return tuple(assessed)


def _leanings(article: Article, sentences: Sequence[AssessedSentence]) -> Iterable[Leaning]:
    """Go through the claims that sentences cite, with how they are asserted."""
    for number, sentence in enumerate(sentences):
        for target in sentence.targets:
            if target.claim is None:
                continue
            denies, weakens = _tone(article.text, sentence.start, sentence.end)
            claim = target.claim.claim.text
            claim_denies, _ = _tone(claim, 0, len(claim))
            words = article.text[sentence.start : sentence.end]
            alike = _shared(words, claim) >= _LEAST_SHARED
            turned = denies != claim_denies
            declared = sentence.state is SentenceState.DECLARED or sentence.declared is not None
            question = words.rstrip().endswith(("?", "？"))
            yield Leaning(
                target.claim,
                number,
                not (turned or weakens or declared or question),
                alike and turned and not weakens and not question and len(sentence.targets) == 1,
                target.raw_start,
            )


def _tone(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a sentence denies something, and whether it doubts it or gives it to somebody."""
    vocabulary = vocabulary_at(text, start, end)
    if vocabulary is None:
        return False, False
    kinds: set[str] = set()
    for cue in vocabulary.cues(text, start, end):
        kinds |= cue.kinds
    return bool(kinds & _DENIES), bool(kinds & _WEAKENS)


def _shared(sentence: str, claim: str) -> float:
    """What share of a claim's longer words a sentence has, without their endings."""
    mine, theirs = _stems(sentence), _stems(claim)
    return len(mine & theirs) / len(theirs) if theirs else 0.0


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", text.casefold())
    stems = {word[:_LETTERS_OF_A_STEM] for word in words if len(word) >= _SHORTEST_WORD}
    wide = [char for char in text if ord(char) > 0x2E80 and char.isalnum()]  # noqa: PLR2004 - where Han begins
    return frozenset(stems | {one + other for one, other in zip(wide, wide[1:], strict=False)})
