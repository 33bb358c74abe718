"""What the formats of articles say in words: the closing line, and the state of each part."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.assessment.article import (
    ArticleTotals,
    FigureState,
    QuotationState,
    SentenceState,
)
from claimcheck.assessment.article_excerpts import where_printed
from claimcheck.text.plural import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.assessment.article import (
        AssessedArticle,
        AssessedFigure,
        AssessedQuotation,
        AssessedSentence,
    )
    from claimcheck.assessment.assess import Assessment

# What a margin shows of each state, readable without colour; the worst first.
MARKS: Final = {
    QuotationState.NOWHERE: "‼",
    QuotationState.MISATTRIBUTED: "✗",
    QuotationState.ALTERED: "✗",
    QuotationState.CUT: "!",
    QuotationState.UNCHECKED: "?",
    QuotationState.SHORT: "·",
    QuotationState.TITLE: "·",
    QuotationState.DECLARED: "~",
    QuotationState.STANDS: "✓",
    FigureState.CONTRADICTED: "✗",
    FigureState.ABSENT: "✗",
    FigureState.ROUNDED: "≈",
    FigureState.BARE: "○",
    FigureState.DECLARED: "~",
    FigureState.QUOTED: "✓",
    FigureState.BOUND: "✓",
    FigureState.UNCHECKED: "?",
    SentenceState.BARE: "○",
    SentenceState.DECLARED: "~",
    SentenceState.BOUND: "✓",
    SentenceState.QUOTED: "✓",
    SentenceState.SILENT: "",
}
_VERBS: Final[Mapping[str, tuple[str, str]]] = {
    QuotationState.STANDS: ("stands", "stand"),
    QuotationState.CUT: ("cut", "cut"),
    QuotationState.SHORT: ("too short to tell", "too short to tell"),
    QuotationState.TITLE: ("title", "titles"),
}


def closing(totals: ArticleTotals) -> str:
    """Return `31 quotations: 28 stand, 2 altered, 1 nowhere; 54 figures: …; 120 sentences: …`."""
    parts = [
        _counted("quotation", totals.quotations, tuple(QuotationState)),
        _counted("figure", totals.figures, tuple(FigureState)),
    ]
    states = (SentenceState.BOUND, SentenceState.DECLARED, SentenceState.BARE)
    assertions = sum(totals.sentences.get(state, 0) for state in states)
    sentences = count(assertions, "sentence")
    if assertions:
        shares = ", ".join(f"{share} % {state}" for state, share in _shares(totals).items())
        sentences += f": {shares}"
    return "; ".join([*parts, sentences])


def _shares(totals: ArticleTotals) -> dict[SentenceState, int]:
    """Hundredths that add up to a hundred: what is bare is never rounded away."""
    bound, declared = totals.share(SentenceState.BOUND), totals.share(SentenceState.DECLARED)
    return {
        SentenceState.BOUND: bound,
        SentenceState.DECLARED: declared,
        SentenceState.BARE: 100 - bound - declared if totals.sentences.get("bare") else 0,
    }


def _counted(
    noun: str, numbers: Mapping[str, int], states: tuple[QuotationState | FigureState, ...]
) -> str:
    total = count(sum(numbers.values()), noun)
    words = []
    for state in states:
        number = numbers.get(state, 0)
        if number:
            singular, plural = _VERBS.get(state, (str(state), str(state)))
            words.append(f"{number} {singular if number == 1 else plural}")
    return f"{total}: {', '.join(words)}" if words else total


def added(articles: tuple[AssessedArticle, ...]) -> ArticleTotals:
    """Return what several articles come to together."""
    sums: tuple[dict[str, int], dict[str, int], dict[str, int]] = ({}, {}, {})
    for article in articles:
        totals = article.totals
        for mine, theirs in zip(
            sums, (totals.quotations, totals.figures, totals.sentences), strict=True
        ):
            for state, number in theirs.items():
                mine[state] = mine.get(state, 0) + number
    return ArticleTotals(*sums)


def of_quotation(item: AssessedQuotation, assessment: Assessment) -> str:
    """Say what became of a quotation, and where it stands."""
    phrase = str(item.state)
    anchor = item.anchor
    if item.state is QuotationState.STANDS and anchor is not None:
        phrase = str(anchor.fit)
    if item.state is QuotationState.ALTERED and anchor is not None and anchor.changes:
        phrase += f" ({', '.join(anchor.changes)})"
    if item.state is QuotationState.CUT and anchor is not None and anchor.cut is not None:
        phrase += f": left out “{anchor.cut.words}”"
    if item.source:
        phrase += f" in {item.source}" if item.state in _PASSING else f"; nearest in {item.source}"
        if anchor is not None and anchor.start is not None and anchor.end is not None:
            where = where_printed(assessment, item.source, anchor.start, anchor.end)
            phrase += f", {where}" if where else ""
        if not item.bound and item.state in (QuotationState.STANDS, QuotationState.CUT):
            phrase += ", which is not cited"
    if item.speaker:
        phrase += f"; there it is the word of “{item.speaker}”"
    return phrase


_PASSING: Final = (
    QuotationState.STANDS,
    QuotationState.CUT,
    QuotationState.MISATTRIBUTED,
    QuotationState.SHORT,
)


def of_figure(item: AssessedFigure) -> str:
    """Say what became of a figure, and what the source prints."""
    if item.state is FigureState.ABSENT:
        return "no cited source prints it"
    phrase = str(item.state)
    if item.printed:
        phrase += f": {item.source} prints {item.printed}"
    if item.reason:
        phrase += f" ({item.reason})"
    return phrase


def of_sentence(sentence: AssessedSentence) -> str:
    """Say what stands behind a sentence."""
    if sentence.state is SentenceState.DECLARED:
        detail = f": {sentence.detail}" if sentence.detail else ""
        return f"declared {sentence.declared}{detail}"
    named = [
        f"claim:{target.claim.id} ({target.claim.derivation.status})"
        if target.claim is not None
        else f"source:{target.source}"
        for target in sentence.targets
    ]
    return f"{sentence.state}: {', '.join(named)}" if named else str(sentence.state)
