"""What is shown of an article and of its sources below a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor.sentences import sentence_end
from claimcheck.assessment.passages import (
    context_around,
    mark_differences,
    place_in,
    shorten,
)
from claimcheck.dossier.locators import locator_phrase
from claimcheck.model import Excerpt, Run

if TYPE_CHECKING:
    from claimcheck.assessment.article import (
        AssessedArticle,
        AssessedFigure,
        AssessedQuotation,
        NameDifference,
    )
    from claimcheck.assessment.assess import Assessment
    from claimcheck.model import Place

_LONGEST_SENTENCE = 400
_LONGEST_ROW = 300


def sentence_excerpt(article: AssessedArticle, number: int, *spans: tuple[int, int]) -> Excerpt:
    """Show a sentence of an article, with some parts of it marked.

    Args:
        article: the article.
        number: the sentence's.
        spans: what is marked, in code points of the running text, in order.
    """
    sentence = article.sentences[number]
    text = article.article.text
    runs, at = [], sentence.start
    for start, end in spans:
        runs += [Run(_short(text[at:start])), Run(shorten(text[start:end]), marked=True)]
        at = end
    runs.append(Run(_short(text[at : max(at, sentence.end)])))
    place = article.place(spans[0][0] if spans else sentence.start)
    return Excerpt("quote", place, tuple(run for run in runs if run.text))


def _short(text: str) -> str:
    return shorten(text, _LONGEST_SENTENCE) if text else ""


def quotation_place(article: AssessedArticle, item: AssessedQuotation) -> Place:
    """Return where a quotation begins in the original; the words of a footnote, in that."""
    if item.note:
        return article.article.raw_place(item.quotation.start)
    return article.place(item.quotation.start)


def quotation_excerpts(
    article: AssessedArticle, item: AssessedQuotation, assessment: Assessment
) -> tuple[Excerpt, ...]:
    """Show a quotation, and the passage that it is, or is nearest to, with the difference.

    Args:
        article: the article.
        item: what is shown.
        assessment: the dossier.
    """
    place = quotation_place(article, item)
    anchor = item.anchor
    source = assessment.dossier.sources.get(item.source)
    if anchor is None or anchor.start is None or anchor.end is None or source is None:
        return (Excerpt("quote", place, (Run(shorten(item.words)),)),)
    text = source.text or ""
    printed = place_in(text, source.text_path, anchor.start)
    if anchor.difference:
        written = [(segment.written, segment.same) for segment in anchor.difference]
        there = [(segment.printed, segment.same) for segment in anchor.difference]
        return (
            Excerpt("quote", place, mark_differences(written)),
            Excerpt("source", printed, mark_differences(there)),
        )
    before, after = context_around(text, anchor.start, anchor.end)
    runs = (Run(before), Run(shorten(text[anchor.start : anchor.end]), marked=True), Run(after))
    return (
        Excerpt("quote", place, (Run(shorten(item.words)),)),
        Excerpt("source", printed, tuple(run for run in runs if run.text)),
    )


def figure_excerpts(
    article: AssessedArticle, item: AssessedFigure, assessment: Assessment
) -> tuple[Excerpt, ...]:
    """Show a figure in its sentence, and what the source prints.

    Args:
        article: the article.
        item: what is shown.
        assessment: the dossier.
    """
    figure = item.figure
    shown = [sentence_excerpt(article, item.sentence, (figure.start, figure.end))]
    source = assessment.dossier.sources.get(item.source)
    if source is not None and source.text and item.start >= 0 and not item.printed:
        row = _row_around(source.text, item.start, item.start)
        end = sentence_end(source.text, item.start + 1)
        words = "".join(row) if row else source.text[item.start : end]
        shown += filter(None, [passage_excerpt(assessment, item.source, item.start, words)])
    elif source is not None and source.text and item.start >= 0:
        text, start = source.text, item.start
        end = start + len(item.printed)
        row = _row_around(text, start, end)
        before, after = row or context_around(text, start, end, 100)
        runs = (Run(before), Run(shorten(text[start:end]), marked=True), Run(after))
        place = place_in(text, source.text_path, start)
        shown.append(Excerpt("source", place, tuple(run for run in runs if run.text)))
    return tuple(shown)


def _row_around(text: str, start: int, end: int) -> tuple[str, str] | None:
    """What stands beside a figure in its row of a table; None where it stands in no short one.

    Args:
        text: the source's text.
        start: where the figure begins, in code points.
        end: where it ends.
    """
    low = text.rfind("\n", max(0, start - _LONGEST_ROW), start) + 1
    high = text.find("\n", end, end + _LONGEST_ROW)
    high = high if high >= 0 else len(text)
    if high - low > _LONGEST_ROW or "\t" not in text[low:high]:
        return None
    before, after = (" | ".join(each.split("\t")) for each in (text[low:start], text[end:high]))
    return before, after


def passage_excerpt(
    assessment: Assessment, source_id: str, start: int, words: str
) -> Excerpt | None:
    """Show a passage of a source; None where there is none.

    Args:
        assessment: the dossier.
        source_id: the source's id.
        start: where the passage begins, in code points.
        words: its words.
    """
    source = assessment.dossier.sources.get(source_id)
    if source is None or not source.text or start < 0:
        return None
    return Excerpt("source", place_in(source.text, source.text_path, start), (Run(shorten(words)),))


def name_excerpts(
    article: AssessedArticle, item: NameDifference, assessment: Assessment
) -> tuple[Excerpt, ...]:
    """Show a person as an article names them, and whom the source names.

    Args:
        article: the article.
        item: the difference.
        assessment: the dossier.
    """
    shown = sentence_excerpt(article, item.sentence, (item.start, item.end))
    printed = passage_excerpt(assessment, item.source, item.printed_start, item.printed)
    return (shown, printed) if printed else (shown,)


def where_printed(assessment: Assessment, source_id: str, start: int, end: int) -> str:
    """Say on what page, or at what time, a passage is; "" where nothing is known.

    Args:
        assessment: the dossier.
        source_id: the source's id.
        start: where the passage begins, in code points.
        end: where it ends.
    """
    source = assessment.dossier.sources.get(source_id)
    return locator_phrase(source, start, end) if source is not None else ""
