"""Two sources share long runs of text, and neither names the other as its origin.

Why:
    Reprints and wire copy look like confirmation. If one source repeats the other, their word is
    one origin's, and must count once.
Mend:
    Find out which came first, and write `origin` into the other's record; or give both the same
    origin, such as a press release. `origin: unknown` where nobody can tell.

Example:
    Two newspapers with the same three paragraphs, word for word, by different names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import inside_quotation
from claimcheck.assessment.captures import is_one_page
from claimcheck.assessment.independence import origin_chain
from claimcheck.assessment.passages import place_in, shorten
from claimcheck.model import Excerpt, Finding, Run, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.anchor import SharedRun
    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.corpus import Corpus
    from claimcheck.model import Source, Span

SEVERITY = Severity.WARNING


def prepare(corpus: Corpus) -> None:
    """Compare the texts with each other."""
    corpus.compare_texts()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report each pair of sources with the longest run that they share.

    What both print as somebody's direct speech is that speaker's, and no sign of copying; nor is
    what stands beside the main part of a page.
    """
    sources = assessment.dossier.sources
    corpus = assessment.corpus
    longest: dict[tuple[str, str], SharedRun] = {}
    for run in corpus.shared_runs:
        pair = (run.first, run.second)
        longest_so_far = longest.get(pair)
        if longest_so_far and run.length <= longest_so_far.length:
            continue
        if _is_in_main_parts(run, sources) and not _is_speech(run, corpus):
            longest[pair] = run
    for (first, second), run in longest.items():
        roots = [origin_chain(source, sources) for source in (first, second)]
        if not all(is_known for _chain, is_known in roots) or set(roots[0][0]) & set(roots[1][0]):
            continue
        if is_one_page(roots[0][0][-1], roots[1][0][-1], sources):
            continue
        yield Finding(
            f"sources '{first}' and '{second}' share a long run of text, "
            "and neither names an origin",
            sources[second].place,
            f"find out which came first; write origin: {first} here, or origin: {second} there",
            tuple(
                _excerpt(sources[source], corpus.text(source).raw, span)
                for source, span in ((first, run.first_span), (second, run.second_span))
            ),
            source=second,
        )


def _excerpt(source: Source, text: str, span: tuple[int, int]) -> Excerpt:
    start, end = _whole_words(text, *span)
    place = place_in(text, source.text_path, start)
    return Excerpt("source", place, (Run(shorten(text[start:end])),))


def _is_in_main_parts(run: SharedRun, sources: Mapping[str, Source]) -> bool:
    """Whether a run lies in the main part of both: the furniture of one site is no copying."""
    places = ((run.first, run.first_span), (run.second, run.second_span))
    return all(_is_mostly_in(span, sources[source].main) for source, span in places)


def _is_mostly_in(span: Span, parts: Sequence[Span]) -> bool:
    if not parts:
        return True
    inside = sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in parts)
    return 2 * inside >= span[1] - span[0]


def _is_speech(run: SharedRun, corpus: Corpus) -> bool:
    """Whether both sources print a run as somebody's direct speech."""
    places = ((run.first, run.first_span), (run.second, run.second_span))
    texts = ((corpus.text(source).raw, span) for source, span in places)
    return all(inside_quotation(text, *_whole_words(text, *span)) for text, span in texts)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Narrow a run to the words that lie in it whole."""
    while 0 < start < end and text[start].isalnum() and text[start - 1].isalnum():
        start += 1
    while start < end and not text[start].isalnum():
        start += 1
    while start < end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end -= 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    return start, end
