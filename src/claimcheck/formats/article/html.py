"""The annotated article, one file: the text as it reads, underlined by state, passages beside it.

A tap on a mark shows its passage, without a script; printed, all passages stand below. Each state
has a line and a sign of its own, so that no colour is needed.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import partial
from html import escape
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.assessment.article import (
    AssessedFigure,
    AssessedQuotation,
    AssessedSentence,
    FigureState,
    QuotationState,
    SentenceState,
)
from claimcheck.assessment.article_excerpts import (
    figure_excerpts,
    quotation_excerpts,
    quotation_place,
)
from claimcheck.dossier.article import BlockKind
from claimcheck.formats import article_phrases, phrases
from claimcheck.model import Severity
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimcheck.assessment.article import AssessedArticle
    from claimcheck.dossier.article import Block
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report
    from claimcheck.model import Excerpt, Finding, Place, Run

_Item = AssessedQuotation | AssessedFigure | AssessedSentence
_TAGS: Final = {
    BlockKind.HEADING: ("<h2>", "</h2>"),
    BlockKind.PARAGRAPH: ("<p>", "</p>"),
    BlockKind.ITEM: ('<p class="item">', "</p>"),
    BlockKind.CAPTION: ('<p class="caption">', "</p>"),
    BlockKind.QUOTE: ("<blockquote>", "</blockquote>"),
}
_OF_QUOTATIONS: Final = {
    QuotationState.STANDS: "good",
    QuotationState.CUT: "warn",
    QuotationState.ALTERED: "bad",
    QuotationState.MISATTRIBUTED: "bad",
    QuotationState.NOWHERE: "void",
    QuotationState.SHORT: "open",
    QuotationState.TITLE: "open",
    QuotationState.DECLARED: "told",
    QuotationState.UNCHECKED: "warn",
}
_OF_FIGURES: Final = {
    FigureState.BOUND: "good",
    FigureState.ROUNDED: "warn",
    FigureState.CONTRADICTED: "bad",
    FigureState.ABSENT: "bad",
    FigureState.QUOTED: "",
    FigureState.DECLARED: "told",
    FigureState.BARE: "open",
    FigureState.UNCHECKED: "warn",
}
_OF_SENTENCES: Final = {
    SentenceState.BARE: "bare",
    SentenceState.DECLARED: "told",
    SentenceState.BOUND: "",
    SentenceState.QUOTED: "",
    SentenceState.SILENT: "",
}
_ORDER: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_STYLE: Final = """
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fff; --faint: #666; --line: #ccc;
  --bad: #b00020; --warn: #8a5a00; --good: #1b6e3c; --told: #1c5c8a; --lit: #fff3bf; }
@media (prefers-color-scheme: dark) { :root { --ink: #eee; --paper: #161616; --faint: #aaa;
  --line: #444; --bad: #ff8a8a; --warn: #f0c060; --good: #7fd19b; --told: #8cc8f0;
  --lit: #4a4010; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 76rem; padding: 1rem; color: var(--ink);
  background: var(--paper); font: 1.05rem/1.6 Georgia, serif; }
header, footer, aside { font-family: system-ui, sans-serif; font-size: .9rem; line-height: 1.45; }
header h1 { font-size: 1.1rem; overflow-wrap: anywhere; }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2rem; }
article p, article blockquote, article h2 { overflow-wrap: anywhere; }
blockquote { border-inline-start: 3px solid var(--line); margin: 1rem 0;
  padding-inline-start: 1rem; }
.item { padding-inline-start: 1.2rem; text-indent: -1.2rem; }
.item::before { content: "• "; }
table { border-collapse: collapse; font-size: .95rem; display: block; overflow-x: auto; }
th, td { text-align: start; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid var(--line); }
.caption { font-size: .95rem; }
mark { background: none; color: inherit; text-decoration-line: underline;
  text-decoration-thickness: 2px; text-underline-offset: 3px; }
.good { text-decoration-style: solid; text-decoration-color: var(--good); }
.bad { text-decoration-style: double; text-decoration-color: var(--bad); font-weight: 600; }
.void { text-decoration-style: wavy; text-decoration-color: var(--bad); font-weight: 600; }
.warn { text-decoration-style: dashed; text-decoration-color: var(--warn); }
.told { text-decoration-style: dotted; text-decoration-color: var(--told); }
.open, .bare { text-decoration-style: dotted; text-decoration-color: var(--faint);
  text-decoration-thickness: 1px; }
.note { font: .7rem system-ui, sans-serif; vertical-align: super; line-height: 0;
  text-decoration: none; padding: .3rem .15rem; color: inherit; white-space: nowrap; }
aside ol { list-style: none; padding: 0; margin: 0; max-height: 92vh; overflow: auto;
  position: sticky; top: 1rem; }
aside li { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem .7rem;
  margin-bottom: .6rem; overflow-wrap: anywhere; }
aside li:target { background: var(--lit); outline: 2px solid var(--ink); }
article :target { background: var(--lit); }
aside .back { float: inline-end; color: inherit; padding: .1rem .4rem; }
dl { margin: .3rem 0 0; } dt { color: var(--faint); font-size: .8rem; } dd { margin: 0 0 .3rem; }
.cut { font-weight: 700; text-decoration: underline; }
@media (max-width: 52rem) { main { display: block; }
  aside ol { max-height: none; position: static; }
  aside li:target { position: fixed; inset: auto 0 0 0; margin: 0; max-height: 55vh;
    overflow: auto; z-index: 1; border-radius: .8rem .8rem 0 0; } }
@media print { body { font-size: 10.5pt; } main { display: block; }
  aside ol { max-height: none; overflow: visible; position: static; }
  aside { break-before: page; font-size: 8pt; line-height: 1.3; } .back { display: none; }
  aside ol { columns: 2; column-gap: 1rem; } aside dt { font-size: 7pt; }
  aside li { break-inside: avoid; padding: .2rem .4rem; margin-bottom: .25rem; }
  mark, .cut { text-decoration-color: #000 !important; } }
"""


def render(report: Report, screen: Screen) -> str:  # noqa: ARG001 - a page has no screen
    """Return one page that holds each article with what stands behind every part of it."""
    articles = report.assessment.articles
    title = ", ".join(one_line(assessed.article.path) for assessed in articles) or "no article"
    closing = article_phrases.closing(article_phrases.added(articles))
    parts = [
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
        f"<title>{_text(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n",
        f"<header>\n<h1>{_text(title)}</h1>\n<p>{_text(closing)}</p>\n",
        *(f"<p>{_text(phrases.rule_failure(failure))}</p>\n" for failure in report.failures),
        f"<p>{_legend()}</p>\n</header>\n",
    ]
    for number, article in enumerate(articles):
        parts += _article(article, report, f"a{number}-")
    parts.append(f"<footer><p>As of {report.assessment.today}.</p></footer>\n</body>\n</html>\n")
    return "".join(parts)


def _legend() -> str:
    shown = (
        ("good", "✓", "stands, bound"),
        ("warn", "! ≈", "cut, rounded, unchecked"),
        ("bad", "✗", "altered, differs"),
        ("void", "‼", "nowhere"),
        ("told", "~", "declared"),
        ("bare", "○ ·", "bare, too short to tell"),
    )
    return " · ".join(
        f'<mark class="{name}">{sign} {escape(words)}</mark>' for name, sign, words in shown
    )


def _article(article: AssessedArticle, report: Report, prefix: str) -> Iterator[str]:
    page = _Page(article, report, prefix)
    yield "<main>\n<article>\n"
    text = article.article.text
    for is_table, blocks in groupby(article.article.blocks, partial(_is_row, text)):
        if is_table:
            yield f"<table>\n{''.join(map(page.row, blocks))}</table>\n"
            continue
        for block in blocks:
            opening, closing = _TAGS[block.kind]
            yield f"{opening}{page.block(block.start, block.end)}{closing}\n"
    yield '</article>\n<aside aria-label="What the sources print">\n<ol>\n'
    yield from page.other_findings()
    yield from page.notes()
    yield "</ol>\n</aside>\n</main>\n"


class _Page:
    """One article on the page: its items in the order in which they end, each with a number."""

    def __init__(self, article: AssessedArticle, report: Report, prefix: str) -> None:
        self._article, self._report, self._prefix = article, report, prefix
        self._findings = _troubles(article, report)
        self._items = _items(article, self._findings)
        self._numbers = {id(item): number for number, (_end, item) in enumerate(self._items, 1)}
        self._ends = [end for end, _item in self._items]

    def row(self, block: Block) -> str:
        """A row of a table, a cell each part between bars."""
        text, tag = self._article.article.text, "th" if block.kind is BlockKind.HEADING else "td"
        bars = [match.span() for match in _BAR.finditer(text, block.start, block.end)]
        starts = [block.start, *(end for _start, end in bars)]
        ends = [*(start for start, _end in bars), block.end]
        cells = (
            f"<{tag}>{self.block(start, end, (block.start, block.end))}</{tag}>"
            for start, end in zip(starts, ends, strict=True)
        )
        return f"<tr>{''.join(cells)}</tr>\n"

    def block(self, low: int, high: int, whole: tuple[int, int] | None = None) -> str:
        """A stretch of text in runs, each underlined by the states of all that it is part of.

        Args:
            low: where it begins, in code points.
            high: where it ends.
            whole: where the block begins and ends that it is a part of; by default it is one.
        """
        text = self._article.article.text
        begin, stop = whole or (low, high)
        first, last = bisect_right(self._ends, begin), bisect_right(self._ends, stop)
        items = self._items[first:last]
        spans = [(*_span(item), _state(item, self._trouble(item))) for _end, item in items]
        borders = {border for start, end, _name in spans for border in (start, end)}
        cuts = sorted({low, high, *(border for border in borders if low < border < high)})
        ending: dict[int, list[_Item]] = {}
        for end, item in items:
            ending.setdefault(end, []).append(item)
        parts = []
        for start, end in pairwise(cuts):
            shown = _text(text[start:end])
            around = (name for begun, ended, name in spans if begun <= start and end <= ended)
            for name in dict.fromkeys(filter(None, around)):
                shown = f'<mark class="{name}">{shown}</mark>'
            parts += [shown, *map(self._mark, ending.get(end, ()))]
        return "".join(parts)

    def notes(self) -> Iterator[str]:
        """What became of each item, and what the source prints."""
        prefix = self._prefix
        for number, (_end, item) in enumerate(self._items, 1):
            phrase, excerpts = self._phrase_and_excerpts(item)
            rows = "".join(
                f"<dt>{_text('article' if excerpt.label == 'quote' else str(excerpt.place))}</dt>"
                f"<dd>{_shown(excerpt.runs)}</dd>"
                for excerpt in excerpts
            )
            yield (
                f'<li id="{prefix}n{number}"><a class="back" href="#{prefix}r{number}" '
                f'aria-label="back to the text">↩</a>'
                f"<strong>{_sign(item, self._trouble(item))}{number}</strong> {_text(phrase)}"
                f"{f'<dl>{rows}</dl>' if rows else ''}</li>\n"
            )

    def other_findings(self) -> Iterator[str]:
        """What was found that no mark in the text shows: in a footnote, say."""
        listed = {id(finding) for findings in self._findings.values() for finding in findings}
        marked = {_place(self._article, item) for _end, item in self._items}
        for finding in self._report.findings:
            is_here = finding.place.path == self._article.article.path
            is_marked = finding.rule in _IN_THE_TEXT and finding.place in marked
            if is_here and not is_marked and id(finding) not in listed:
                yield (
                    f"<li><strong>{_text(finding.severity)}</strong> line {finding.place.line}: "
                    f"{_text(finding.message)}</li>\n"
                )

    def _mark(self, item: _Item) -> str:
        number, prefix = self._numbers[id(item)], self._prefix
        sign = _sign(item, self._trouble(item))
        return (
            f'<a class="note" id="{prefix}r{number}" href="#{prefix}n{number}">{sign}{number}</a>'
        )

    def _trouble(self, item: _Item) -> Sequence[Finding]:
        return self._findings.get(item.start, ()) if isinstance(item, AssessedSentence) else ()

    def _phrase_and_excerpts(self, item: _Item) -> tuple[str, tuple[Excerpt, ...]]:
        article, assessment = self._article, self._report.assessment
        if isinstance(item, AssessedQuotation):
            phrase = article_phrases.of_quotation(item, assessment)
            return phrase, quotation_excerpts(article, item, assessment)
        if isinstance(item, AssessedFigure):
            phrase = f"{item.written}: {article_phrases.of_figure(item)}"
            return phrase, figure_excerpts(article, item, assessment)[1:]
        phrase = f"sentence {article_phrases.of_sentence(item)}"
        trouble = "".join(f"; {finding.message}" for finding in self._trouble(item))
        return phrase + trouble, ()


def _items(
    article: AssessedArticle, findings: Mapping[int, Sequence[Finding]]
) -> list[tuple[int, _Item]]:
    """What has a mark, in the order in which it ends.

    A bound sentence needs none where its quotations and figures have theirs, and a figure none
    where its sentence says the same of all that is in it.
    """
    items: list[tuple[int, int, _Item]] = [
        (quotation.quotation.end, 0, quotation)
        for quotation in article.quotations
        if not quotation.note
    ]
    items += [
        (figure.figure.end, 1, figure)
        for figure in article.figures
        if figure.state is not FigureState.QUOTED
        and _LIKE_SENTENCES.get(figure.state) is not article.sentences[figure.sentence].state
    ]
    holding = {item_at.sentence for item_at in article.quotations}
    holding |= {item_at.sentence for item_at in article.figures}
    for number, sentence in enumerate(article.sentences):
        is_told = sentence.state is SentenceState.BOUND and number in holding
        if sentence.state in _MARKED and (not is_told or sentence.start in findings):
            items.append((sentence.end, 2, sentence))
    return [(end, item) for end, _kind, item in sorted(items, key=lambda item_at: item_at[:2])]


_LIKE_SENTENCES: Final = {
    FigureState.BARE: SentenceState.BARE,
    FigureState.DECLARED: SentenceState.DECLARED,
}
_MARKED: Final = (SentenceState.BARE, SentenceState.DECLARED, SentenceState.BOUND)


def _is_row(text: str, block: Block) -> bool:
    """Whether a block is a row of a table, or the head of one."""
    is_head = block.kind is BlockKind.HEADING and " | " in text[block.start : block.end]
    return is_head or block.kind is BlockKind.ROW


_BAR: Final = re.compile(r" \| ")


def _state(item: _Item, trouble: Sequence[Finding] = ()) -> str:
    """The class of the line under an item."""
    if isinstance(item, AssessedQuotation):
        return "bad" if item.speaker else _OF_QUOTATIONS[item.state]
    if isinstance(item, AssessedFigure):
        return _OF_FIGURES[item.state]
    if trouble:
        return "bad" if trouble[0].severity is Severity.ERROR else "warn"
    return _OF_SENTENCES[item.state]


def _sign(item: _Item, trouble: Sequence[Finding] = ()) -> str:
    if isinstance(item, AssessedQuotation) and item.speaker:
        return "✗"
    if trouble:
        return "✗" if trouble[0].severity is Severity.ERROR else "!"
    return article_phrases.MARKS[item.state]


def _troubles(article: AssessedArticle, report: Report) -> dict[int, list[Finding]]:
    """What was found in each sentence as a whole, by where it begins, the worst first."""
    starts = {article.place(sentence.start): sentence.start for sentence in article.sentences}
    findings: dict[int, list[Finding]] = {}
    for finding in sorted(report.findings, key=lambda finding: _ORDER[finding.severity]):
        if finding.rule not in _IN_THE_TEXT and finding.place in starts:
            findings.setdefault(starts[finding.place], []).append(finding)
    return findings


def _place(article: AssessedArticle, item: _Item) -> Place:
    """Where what is found in an item is said to be."""
    if isinstance(item, AssessedQuotation):
        return quotation_place(article, item)
    return article.place(_span(item)[0])


def _span(item: _Item) -> tuple[int, int]:
    if isinstance(item, AssessedQuotation):
        return item.quotation.start, item.quotation.end
    if isinstance(item, AssessedFigure):
        return item.figure.start, item.figure.end
    return item.start, item.end


_IN_THE_TEXT: Final = frozenset(
    (
        "article-quote-altered",
        "article-quote-misattributed",
        "article-quote-not-found",
        "article-quote-cut",
        "article-speaker-differs",
        "article-figure-differs",
        "article-figure-rounded",
        "article-unbound",
    )
)


def _shown(runs: Iterable[Run]) -> str:
    return "".join(
        f'<span class="cut">{_text(run.text)}</span>' if run.marked else _text(run.text)
        for run in runs
    )


def _text(text: str) -> str:
    """Foreign text as HTML: what would act is escaped, what would hide is shown."""
    return escape(printable(text.replace("\n", " ")))
