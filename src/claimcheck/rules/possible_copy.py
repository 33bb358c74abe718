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

from functools import cache
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.anchor import inside_quotation
from claimcheck.anchor.key import key_of
from claimcheck.anchor.shared_runs import MAX_TEXTS_PER_RUN, MIN_SHARED_LETTERS, sharing
from claimcheck.anchor.widespread_texts import widespread_pairs
from claimcheck.assessment.captures import is_one_page
from claimcheck.assessment.features import Feature
from claimcheck.assessment.independence import origin_chain, outlet_of
from claimcheck.assessment.passages import place_in, shorten
from claimcheck.model import Excerpt, Finding, Run, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from claimcheck.anchor import SharedRun
    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.corpus import Corpus
    from claimcheck.model import Source, Span

SEVERITY = Severity.WARNING
FEATURE = Feature.SEVERAL_SOURCES
# So many characters of texts that very many share parts of are compared letter by letter, at most.
_MOST_COMPARED = 20_000_000
# Of texts whose first letters differ the rest is not compared.
_BEGINNING, _LETTERS = 400, 16


def prepare(corpus: Corpus) -> None:
    """Compare the texts with each other."""
    corpus.compare_texts()


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report each pair of sources with the longest run that they share, of very many one pair each.

    What both print as somebody's direct speech is that speaker's, and no sign of copying; nor is
    what stands beside the main part of a page.
    """
    sources = assessment.dossier.sources
    corpus = assessment.corpus
    longest: dict[tuple[str, str], SharedRun] = {}
    for run in corpus.compare_texts():
        pair = (run.first, run.second)
        longest_so_far = longest.get(pair)
        if longest_so_far and run.length <= longest_so_far.length:
            continue
        if _may_be_copied(run, assessment):
            longest[pair] = run
    for run in longest.values():
        if _are_apart(run.first, run.second, sources):
            yield _shared(run, assessment)
    yield from _widespread(assessment, longest)


def _widespread(assessment: Assessment, reported: Container[tuple[str, str]]) -> Iterator[Finding]:
    """Report sources that are for the most part what too many print to tell each pair.

    Pages of one outlet are that outlet's word, however much furniture they share. Comparing them
    is bounded, as finding shared runs is: a project of thousands of texts has no such pair told
    beyond it.

    Args:
        assessment: the assessment.
        reported: pairs that a finding is about already.
    """
    sources, corpus = assessment.dossier.sources, assessment.corpus
    shared = corpus.known_sharing
    left = _MOST_COMPARED
    for first, second in widespread_pairs(shared) if shared else ():
        texts = {source: corpus.text(source) for source in (first, second)}
        if (
            # Texts of the same letters are told with the claims that cite them.
            texts[first].raw == texts[second].raw
            or (first, second) in reported
            or outlet_of(sources[first]) == outlet_of(sources[second])
            or not _are_apart(first, second, sources)
        ):
            continue
        left -= sum(len(text.raw) for text in texts.values())
        if left < 0:
            return
        runs = [run for run in sharing(texts).runs if _may_be_copied(run, assessment)]
        if not runs:
            continue
        letters = [len(_main_letters(sources[source], texts[source].raw)) for source in texts]
        if min(letters) == max(letters) == runs[0].length:
            continue
        if 2 * sum(run.length for run in runs) >= min(letters):
            yield _shared(max(runs, key=lambda run: run.length), assessment)


def _shared(run: SharedRun, assessment: Assessment) -> Finding:
    sources, corpus = assessment.dossier.sources, assessment.corpus
    excerpts = (
        _excerpt(sources[source], corpus.text(source).raw, span) for source, span in _places(run)
    )
    second = sources[run.second]
    return _finding(run.first, second, "share a long run of text", tuple(excerpts))


def _main_letters(source: Source, text: str) -> str:
    return key_of("\n".join(text[start:end] for start, end in source.main) or text)


class _Letters(NamedTuple):
    """The letters of a text: how many there are, and their SHA-256, by which they are compared."""

    number: int
    sha256: bytes


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report sources of one claim that print the same text, however short, letter by letter.

    Runs tell of longer texts, unless so many sources print them that they look like a footer.
    """
    sources, corpus = assessment.dossier.sources, assessment.corpus

    @cache
    def letters_of(text: str) -> _Letters:
        key = key_of(text)
        return _Letters(len(key), sha256(key.encode("utf-8", "surrogatepass")).digest())

    @cache
    def beginning_of(source: str) -> str:
        return key_of(corpus.text(source).raw[:_BEGINNING])[:_LETTERS]

    for assessed in assessment.claims:
        by_beginning: dict[str, list[str]] = {}
        for source in dict.fromkeys(item.source.id for item in assessed.evidence if item.source):
            by_beginning.setdefault(beginning_of(source), []).append(source)
        alike = (group for beginning, group in by_beginning.items() if beginning)
        for first, second in _same_texts(alike, corpus, letters_of):
            if _are_apart(first, second, sources) and not _same_bytes(first, second, sources):
                finding = _finding(first, sources[second], "print one text", ())
                yield finding._replace(claim=assessed.claim.id)


def _same_bytes(first: str, second: str, sources: Mapping[str, Source]) -> bool:
    """Whether two records pin one document, which is told by rule `duplicate-source`."""
    return {pin.actual for pin in sources[first].pins[:1]} == {
        pin.actual for pin in sources[second].pins[:1]
    }


def _same_texts(
    alike: Iterable[list[str]], corpus: Corpus, letters_of: Callable[[str], _Letters]
) -> Iterator[tuple[str, str]]:
    """Each source with the letters of one before it, and that one.

    Args:
        alike: sources whose texts begin with the same letters.
        corpus: their texts.
        letters_of: returns the letters of a text.
    """
    for sources in alike:
        groups: dict[_Letters, list[str]] = {}
        for source in sources if len(sources) > 1 else ():
            groups.setdefault(letters_of(corpus.text(source).raw), []).append(source)
        for letters, group in groups.items():
            if letters.number < MIN_SHARED_LETTERS or len(group) > MAX_TEXTS_PER_RUN:
                yield from ((group[0], other) for other in group[1:])


def _are_apart(first: str, second: str, sources: Mapping[str, Source]) -> bool:
    """Whether no record says that two sources go back to one, or that nobody knows to which."""
    roots = [origin_chain(source, sources) for source in (first, second)]
    if not all(is_known for _chain, is_known in roots) or set(roots[0][0]) & set(roots[1][0]):
        return False
    return not is_one_page(roots[0][0][-1], roots[1][0][-1], sources)


def _finding(first: str, second: Source, what: str, excerpts: tuple[Excerpt, ...]) -> Finding:
    return Finding(
        f"sources '{first}' and '{second.id}' {what}, and neither names an origin",
        second.place,
        f"find out which came first; write origin: {first} here, or origin: {second.id} there",
        excerpts,
        source=second.id,
    )


def _excerpt(source: Source, text: str, span: tuple[int, int]) -> Excerpt:
    start, end = _whole_words(text, *span)
    place = place_in(text, source.text_path, start)
    return Excerpt("source", place, (Run(shorten(text[start:end])),))


def _places(run: SharedRun) -> tuple[tuple[str, Span], tuple[str, Span]]:
    return (run.first, run.first_span), (run.second, run.second_span)


def _may_be_copied(run: SharedRun, assessment: Assessment) -> bool:
    """Whether a run is neither furniture of a site nor what somebody said to both."""
    is_main = _is_in_main_parts(run, assessment.dossier.sources)
    return is_main and not _is_speech(run, assessment.corpus)


def _is_in_main_parts(run: SharedRun, sources: Mapping[str, Source]) -> bool:
    """Whether a run lies in the main part of both: the furniture of one site is no copying."""
    return all(_is_mostly_in(span, sources[source].main) for source, span in _places(run))


def _is_mostly_in(span: Span, parts: Sequence[Span]) -> bool:
    if not parts:
        return True
    inside = sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in parts)
    return 2 * inside >= span[1] - span[0]


def _is_speech(run: SharedRun, corpus: Corpus) -> bool:
    """Whether both sources print a run as somebody's direct speech."""
    texts = ((corpus.text(source).raw, span) for source, span in _places(run))
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
