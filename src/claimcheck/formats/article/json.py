"""JSON for programs: every quotation, figure, sentence and claim of each article, and findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article_excerpts import quotation_place
from claimcheck.assessment.passages import place_in, shorten
from claimcheck.formats.json_parts import dump, enveloped, finding_object, place_object

if TYPE_CHECKING:
    from claimcheck.assessment.article import (
        AssessedArticle,
        AssessedFigure,
        AssessedQuotation,
        AssessedSentence,
    )
    from claimcheck.assessment.assess import Assessment
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(report: Report, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return every part of each article with its state, and what the rules found."""
    assessment = report.assessment
    fields = {
        "today": str(assessment.today),
        "articles": [_article(article, assessment) for article in assessment.articles],
        "findings": [finding_object(finding) for finding in report.findings],
        "allowed": [finding_object(finding) for finding in report.allowed],
        "inherited": [finding_object(finding) for finding in report.inherited],
        "failures": [
            {"rule": failure.rule, "error": type(failure.error).__name__}
            for failure in report.failures
        ],
    }
    return dump(enveloped("article", fields))


def _article(article: AssessedArticle, assessment: Assessment) -> dict[str, object]:
    totals = article.totals
    return {
        "path": article.article.path,
        "quotations": [_quotation(article, item, assessment) for item in article.quotations],
        "figures": [_figure(article, item, assessment) for item in article.figures],
        "sentences": [_sentence(article, sentence) for sentence in article.sentences],
        "claims": [
            {
                "claim": leaning.claim.id,
                "status": leaning.claim.derivation.status,
                "flags": list(leaning.claim.derivation.flags),
                "flat": leaning.flat,
                "sentence": leaning.sentence,
            }
            for leaning in article.leanings
        ],
        "denials": [
            {
                "sentence": denial.sentence,
                "printed": denial.printed,
                "source": denial.source or None,
                "claim": denial.claim or None,
            }
            for denial in article.denials
        ],
        "names": [
            {
                "sentence": item.sentence,
                "written": article.article.text[item.start : item.end],
                "printed": item.printed,
                "source": item.source,
                "role": item.role or None,
            }
            for item in article.names
        ],
        "troubles": [
            {
                "kind": trouble.kind,
                "message": trouble.message,
                "help": trouble.help,
                "place": place_object(article.article.raw_place(trouble.raw_start)),
            }
            for trouble in article.troubles
        ],
        "unclosed": [place_object(article.place(at)) for at in article.unclosed],
        "gaps": list(article.article.gaps),
        "totals": {
            "quotations": totals.quotations,
            "figures": totals.figures,
            "sentences": totals.sentences,
        },
    }


def _span(article: AssessedArticle, start: int, end: int) -> dict[str, object]:
    last = article.place(max(start, end - 1))
    return {
        **place_object(article.place(start)),
        "end_line": last.line,
        "end_column": last.column + 1,
    }


def _quotation(
    article: AssessedArticle, item: AssessedQuotation, assessment: Assessment
) -> dict[str, object]:
    quotation, anchor = item.quotation, item.anchor
    place = place_object(quotation_place(article, item))
    if not item.note:
        place = _span(article, quotation.start, quotation.end)
    return {
        "words": item.words,
        "state": item.state,
        "fit": anchor.fit if anchor is not None else None,
        "changes": list(anchor.changes) if anchor is not None else [],
        "form": quotation.form,
        "depth": quotation.depth,
        "note": item.note,
        "place": place,
        "sentence": item.sentence if item.sentence >= 0 else None,
        "source": item.source or None,
        "bound": item.bound,
        "passage": _passage(item, assessment),
        "said_by": item.said_by or None,
        "speaker": item.speaker or None,
    }


def _passage(item: AssessedQuotation, assessment: Assessment) -> dict[str, object] | None:
    source, anchor = assessment.dossier.sources.get(item.source), item.anchor
    if source is None or source.text is None or anchor is None:
        return None
    if anchor.start is None or anchor.end is None:
        return None
    return {
        "text": shorten(source.text[anchor.start : anchor.end]),
        "start": anchor.start,
        "end": anchor.end,
        "place": place_object(place_in(source.text, source.text_path, anchor.start)),
        "difference": [
            {"written": segment.written, "printed": segment.printed, "same": segment.same}
            for segment in anchor.difference
        ],
    }


def _figure(
    article: AssessedArticle, item: AssessedFigure, assessment: Assessment
) -> dict[str, object]:
    figure = item.figure
    source = assessment.dossier.sources.get(item.source)
    place = None
    if source is not None and source.text is not None and item.start >= 0:
        place = place_object(place_in(source.text, source.text_path, item.start))
    return {
        "written": item.written,
        "state": item.state,
        "kind": figure.kind,
        "value": str(figure.value),
        "unit": figure.unit or None,
        "rough": figure.rough,
        "place": _span(article, figure.start, figure.end),
        "sentence": item.sentence,
        "printed": item.printed or None,
        "source": item.source or None,
        "source_place": place,
        "reason": item.reason or None,
    }


def _sentence(article: AssessedArticle, sentence: AssessedSentence) -> dict[str, object]:
    return {
        "text": " ".join(article.article.text[sentence.start : sentence.end].split()),
        "state": sentence.state,
        "block": sentence.block,
        "place": _span(article, sentence.start, sentence.end),
        "claims": [target.claim.id for target in sentence.targets if target.claim is not None],
        "sources": [target.source for target in sentence.targets if target.source],
        "declared": sentence.declared,
        "detail": sentence.detail or None,
    }
