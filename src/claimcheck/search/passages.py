"""Candidate passages for a claim: where the sources speak of what it says."""

from __future__ import annotations

import re
from collections import Counter, deque
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from claimcheck.anchor import Effort, Text, passes
from claimcheck.assessment.passages import context_around, place_in
from claimcheck.dossier import locators as locator
from claimcheck.dossier.files import ClaimFiles, read_claim_files, read_file
from claimcheck.dossier.listing import list_claims
from claimcheck.model import PinnedText, Place, Run, Source
from claimcheck.model.errors import ProjectError
from claimcheck.search.sentences import quote_of_span, sentence_spans
from claimcheck.search.terms import spans_of_terms

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from claimcheck.anchor import Anchor
    from claimcheck.model import Claim, Config, Evidence, Quote, Stance
    from claimcheck.search.project_index import ProjectIndex
    from claimcheck.search.ranking import Hit
    from claimcheck.system.tree import Tree

    Span = tuple[int, int]

Chosen = TypeVar("Chosen")
# Sentences that cannot be quoted are passed over, and so are those of a source that has its share,
# so that so many times more are ranked; and as many for few passages as for some more, so that all
# begin alike.
_RANKED_PER_PASSAGE, _MIN_RANKED = 20, 1000


@dataclass(frozen=True, slots=True)
class PassageQuery:
    """What to look for.

    Attributes:
        text: the words.
        claim: the claim that they are of, if any.
        limit: how many passages at most.
        within: the sources to look in; all of them when empty.
    """

    text: str
    claim: str | None = None
    limit: int = 10
    within: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class CitingEvidence:
    """An evidence item of a claim that cites a passage already, or a part of it."""

    claim: str
    number: int
    stance: Stance


@dataclass(frozen=True, slots=True)
class RankedPassage:
    """A sentence of a source that speaks of what was asked for.

    Attributes:
        number: its rank, from 1.
        source: its source's id.
        title: its source's title.
        score: how well it fits; the larger the better, and not to be compared between queries.
        place: where it begins.
        start: the same in code points from 0.
        end: where it ends, in code points from 0.
        locator: its page or time, in words.
        page: its page, as evidence names it; "" where there is none.
        quote: what to write into a claim to cite it.
        runs: its words, those that were asked for marked.
        before: what stands before it.
        after: what stands behind it.
        linked: who cites it.
    """

    number: int
    source: str
    title: str
    score: float
    place: Place
    start: int
    end: int
    locator: str
    page: str
    quote: Quote
    runs: tuple[Run, ...]
    before: str
    after: str
    linked: tuple[CitingEvidence, ...]


@dataclass(frozen=True, slots=True)
class PassageAnswer:
    """The answer to a query.

    Attributes:
        text: the words that were looked for.
        claim: the claim that they are of, if any.
        passages: where the sources speak of it, best first.
        searched: in how many sources was looked.
        unsearched: how many sources cannot be searched.
        gaps: what of the sources was not read, so that nobody can have looked there.
    """

    text: str
    claim: str | None
    passages: tuple[RankedPassage, ...]
    searched: int
    unsearched: int
    gaps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _QuotableSentence:
    """A sentence among the best that can be quoted: where it stands, and its score."""

    source: str
    text: Text
    span: Span
    score: float
    quote: Quote


def find_passages(
    query: PassageQuery, project_index: ProjectIndex, tree: Tree, config: Config
) -> PassageAnswer:
    """Return the passages of the sources that speak of what is asked for, best first.

    Args:
        query: what to look for.
        project_index: the sources.
        tree: the project's files, to tell who cites what already.
        config: its settings.
    """
    sentences = _quotable_sentences(query, project_index)
    citations = _citations(tree, config, {hit.source: hit.text for hit in sentences})
    terms = project_index.index.query_terms(query.text)
    language_of = dict(zip(project_index.index.ids, project_index.index.languages, strict=True))
    passages = []
    for number, hit in enumerate(sentences, start=1):
        language = language_of[hit.source]
        source_terms = frozenset(term for term in terms if language in terms[term])
        runs = tuple(_mark_terms(hit, source_terms, language))
        citing = _overlapping(citations[hit.source], hit.span)
        passages.append(_passage(number, hit, runs, citing, project_index))
    searched = [
        source
        for source in project_index.sources.values()
        if not query.within or source.id in query.within
    ]
    gaps = tuple(f"{source.id}: {gap}" for source in searched for gap in source.gaps)
    return PassageAnswer(
        query.text, query.claim, tuple(passages), len(searched), project_index.unsearched, gaps
    )


def _quotable_sentences(
    query: PassageQuery, project_index: ProjectIndex
) -> list[_QuotableSentence]:
    """Return the best sentences that can be quoted, best first."""
    within = frozenset(query.within)
    ranked = project_index.index.rank_sentences(
        query.text, ranked_for(query.limit), within.__contains__ if within else None
    )
    texts: dict[str, Text] = {}
    effort = Effort()
    spans: dict[str, list[Span]] = {}

    def quotable(source: str, number: int | None, score: float) -> _QuotableSentence | None:
        if source not in texts:
            texts[source] = Text(project_index.text(source).text or "")
            spans[source] = sentence_spans(texts[source].raw)
        span = spans[source][number or 0]
        quote = quote_of_span(texts[source], *span, effort)
        return (
            None if quote is None else _QuotableSentence(source, texts[source], span, score, quote)
        )

    def text_of(source: str) -> str:
        return project_index.sources[source].text_path

    return choose_sentences(ranked, query.limit, quotable, text_of)


def ranked_for(limit: int) -> int:
    """Return how many sentences are ranked for so many passages."""
    return max(_MIN_RANKED, limit * _RANKED_PER_PASSAGE)


def choose_sentences(
    ranked: Sequence[Hit],
    limit: int,
    quotable: Callable[[str, int | None, float], Chosen | None],
    text_of: Callable[[str], str] = str,
) -> list[Chosen]:
    """Choose among ranked sentences the best that can be quoted.

    Of the first two, three or more no text has more than half, as long as others have any: so that
    a larger limit only adds to what a smaller one chooses.

    Args:
        ranked: the sentences, best first.
        limit: how many at most.
        quotable: makes of a source, a sentence's number and its score what is to be chosen; None
            where the sentence cannot be quoted.
        text_of: names the text of a source, which others may have, too.
    """
    chosen: list[Chosen] = []
    # All of one text: two cannot both have more than half.
    waiting: deque[Hit] = deque()
    share = Counter[str]()
    hits = iter(ranked)
    while len(chosen) < limit:
        most = (len(chosen) + 2) // 2
        has_turn = waiting and share[text_of(waiting[0][0])] < most
        hit = waiting.popleft() if has_turn else next(hits, None)
        if hit is None:
            break
        if share[text_of(hit[0])] >= most:
            waiting.append(hit)
        elif (sentence := quotable(*hit)) is not None:
            chosen.append(sentence)
            share[text_of(hit[0])] += 1
    rest = (quotable(*hit) for hit in waiting)
    chosen += islice((sentence for sentence in rest if sentence is not None), limit - len(chosen))
    return chosen


def _passage(
    number: int,
    sentence: _QuotableSentence,
    runs: tuple[Run, ...],
    citing: tuple[CitingEvidence, ...],
    project_index: ProjectIndex,
) -> RankedPassage:
    """Shape a sentence for its readers: its words and context, its place and page, who cites it."""
    start, end = sentence.span
    indexed = project_index.sources[sentence.source]
    source = _source(sentence.source, project_index)
    before, after = _surroundings(sentence.text.raw, start, end)
    return RankedPassage(
        number=number,
        source=sentence.source,
        title=indexed.title,
        score=sentence.score,
        place=place_in(sentence.text.raw, indexed.text_path, start),
        start=start,
        end=end,
        locator=locator.locator_phrase(source, start, end),
        page=locator.cited_pages(source, start, end),
        quote=sentence.quote,
        runs=runs,
        before=before.strip(),
        after=after.strip(),
        linked=citing,
    )


def _surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands around a sentence; of a row of a table, the first row of its block.

    Args:
        text: the source's text.
        start: where the sentence begins.
        end: where it ends, in code points from 0.
    """
    if "\t" not in text[start:end]:
        return context_around(text, start, end)
    head = text.rfind("\n\n", 0, start)
    lines = text[head + 2 if head >= 0 else 0 : start].split("\n")
    return next((line for line in lines if "\t" in line), ""), ""


def _source(source_id: str, project_index: ProjectIndex) -> Source:
    indexed = project_index.sources[source_id]
    content = project_index.text(source_id)
    place = Place(indexed.path)
    labels = indexed.page_labels
    return Source(source_id, indexed.title, place, content=content, page_labels=labels)


def _citations(
    tree: Tree, config: Config, texts: Mapping[str, Text]
) -> dict[str, list[tuple[Span, CitingEvidence]]]:
    """Return the spans of some sources that claims cite, in the order of the claims.

    Args:
        tree: the project's files.
        config: its settings.
        texts: the texts of the sources, by their ids.
    """
    citations: dict[str, list[tuple[Span, CitingEvidence]]] = {source: [] for source in texts}
    effort = Effort()
    for claim in _citing_claims(tree, config, [source.encode() for source in texts]):
        for item in claim.evidence:
            if item.source not in texts:
                continue
            if item.quoted:
                anchor = passes(item.quote, texts[item.source], effort)
            else:
                anchor = _cells_of(item, texts[item.source])
            if anchor is not None and anchor.start is not None and anchor.end is not None:
                citing = CitingEvidence(claim.id, item.number, item.stance)
                for span in anchor.parts or ((anchor.start, anchor.end),):
                    citations[item.source].append((span, citing))
    return citations


def _cells_of(item: Evidence, text: Text) -> Anchor | None:
    """Return where the cells stand that an item's value names; None where they do not.

    Args:
        item: an item with a value alone.
        text: the source's text.
    """
    from claimcheck.assessment.values import read_values  # few claims cite tables

    source = Source(item.source, "", item.place, content=PinnedText(text.raw))
    readings = read_values([item.value] if item.value else [], source)
    return readings[0].anchor if readings and readings[0].stands else None


def _overlapping(
    citations: list[tuple[Span, CitingEvidence]], span: Span
) -> tuple[CitingEvidence, ...]:
    """Return the evidence that cites some of a span."""
    start, end = span
    return tuple(citing for (first, last), citing in citations if first < end and start < last)


def _citing_claims(tree: Tree, config: Config, names: list[bytes]) -> Iterator[Claim]:
    """Yield the claims that may cite one of some sources; most files are searched, not parsed."""
    if not names:
        return
    as_word = re.compile(rb"(?<![\w.-])(?:" + b"|".join(map(re.escape, names)) + rb")(?![\w-])|\\")
    try:
        paths = list_claims(tree, config)
    except ProjectError:
        return
    for claim_id, path in paths.items():
        file = read_file(tree, path)
        data = file.data
        # A file that does not spell a source's id, nor could escape it, does not cite the source.
        if (any(name in data for name in names) or b"\\" in data) and as_word.search(data):
            claim = read_claim_files(ClaimFiles(claim_id, file)).claim
            if claim is not None:
                yield claim


def _mark_terms(sentence: _QuotableSentence, terms: frozenset[str], language: str) -> Iterator[Run]:
    """Yield the runs of a sentence, words that have one of some terms marked."""
    text = sentence.text.raw[slice(*sentence.span)]
    done = 0
    for start, end in spans_of_terms(text, terms, language):
        yield Run(text[done:start])
        yield Run(text[start:end], marked=True)
        done = end
    yield Run(text[done:])
