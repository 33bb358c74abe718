"""A sentence of an article rests on nothing: it cites nothing, and declares nothing.

Why:
    What no footnote ties to evidence, nobody has checked, or nobody can see who did.
Mend:
    Cite a claim or a source (`claimcheck article FILE --bind` proposes some), or declare what it
    is: `[unverified]`, `[opinion]`, `[own reporting: who]`. What must be bound is set by `bind`
    under `article_policy`.

Example:
    "Traffic has doubled since." without a footnote.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.assessment.article import FigureState, QuotationState, SentenceState
from claimcheck.assessment.article_excerpts import sentence_excerpt
from claimcheck.model import Finding, Severity
from claimcheck.text.plural import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True
_BARE = (QuotationState.STANDS, QuotationState.CUT, QuotationState.SHORT)
_REPORTED = (QuotationState.NOWHERE, QuotationState.ALTERED, QuotationState.MISATTRIBUTED)


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report bare sentences, as far as the policy asks for what they hold."""
    for assessed in assessment.articles:
        bind = assessed.policy.bind
        figures = Counter(
            figure.sentence for figure in assessed.figures if figure.state is FigureState.BARE
        )
        quotations = Counter(item.sentence for item in assessed.quotations if item.state in _BARE)
        reported = {item.sentence for item in assessed.quotations if item.state in _REPORTED}
        for number, sentence in enumerate(assessed.sentences):
            quoted = sentence.state is SentenceState.QUOTED and not sentence.sources
            is_bare = quoted or sentence.state is SentenceState.BARE
            if number in reported or sentence.marked or not is_bare:
                continue
            has_figure = "figure" in bind and figures[number]
            has_quotation = "quotation" in bind and quotations[number]
            is_assertion = "assertion" in bind and not quoted
            if not (has_figure or has_quotation or is_assertion):
                continue
            held = [count(figures[number], "figure")] if figures[number] else []
            held += [count(quotations[number], "quotation")] if quotations[number] else []
            what = f" with {' and '.join(held)}" if held else ""
            yield Finding(
                f"nothing is cited for a sentence{what}",
                assessed.place(sentence.start),
                "cite a claim or a source in a footnote, or declare [unverified], [opinion] or "
                "[own reporting: who]",
                (sentence_excerpt(assessed, number),),
            )
