"""Candidate passages for a claim: where the sources speak of what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.anchor import Text, locate
from claimcheck.assessment.passages import context_around, place_in
from claimcheck.dossier import locators as locator
from claimcheck.dossier.files import ClaimFiles, read_claim_files, read_file
from claimcheck.dossier.listing import list_claims
from claimcheck.errors import ProjectError
from claimcheck.model import Measure, PinnedText, Place, Run, Source
from claimcheck.search.sentences import quotation, sentences
from claimcheck.search.terms import in_common

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from claimcheck.model import Claim, Config, Quote, Stance
    from claimcheck.search.project_index import Shelf
    from claimcheck.system.tree import Tree

# Sentences that cannot be quoted are passed over, so that more are looked at than are shown.
_SPARE: Final = 3


@dataclass(frozen=True, slots=True)
class Question:
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
class Linked:
    """An evidence item of a claim that cites a passage already, or a part of it."""

    claim: str
    number: int
    stance: Stance


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a source that speaks of what was asked for.

    Attributes:
        number: its rank, from 1.
        source: its source's id.
        title: its source's title.
        score: how well it fits; the larger the better, and not to be compared between questions.
        place: where it begins.
        start: the same in code points from 0; `end` likewise.
        end: where it ends.
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
    linked: tuple[Linked, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked for, what was found, and in how many sources was looked or not looked."""

    text: str
    claim: str | None
    passages: tuple[Passage, ...]
    searched: int
    unsearched: int


def find(asked: Question, shelf: Shelf, tree: Tree, config: Config) -> Found:
    """Return the passages of the sources that speak of what is asked for, best first.

    Args:
        asked: what to look for.
        shelf: the sources.
        tree: the project's files, to tell who cites what already.
        config: its settings.
    """
    inside = frozenset(asked.within)
    hits = shelf.index.rank_sentences(
        asked.text, asked.limit * _SPARE, (lambda one: one in inside) if inside else None
    )
    wanted = shelf.index.terms(asked.text)
    spoken = dict(zip(shelf.index.ids, shelf.index.languages, strict=True))
    texts: dict[str, Text] = {}
    split: dict[str, list[tuple[int, int]]] = {}
    chosen: list[tuple[str, int, int, float, Quote]] = []
    for source_id, number, score in hits:
        if source_id not in texts:
            texts[source_id] = Text(shelf.text(source_id)[0])
            split[source_id] = sentences(texts[source_id].raw)
        start, end = split[source_id][number or 0]
        quote = quotation(texts[source_id], start, end)
        if quote is not None:
            chosen.append((source_id, start, end, score, quote))
        if len(chosen) == asked.limit:
            break
    cited = _citations(tree, config, {one[0]: texts[one[0]] for one in chosen})
    passages = []
    for rank, (source_id, start, end, score, quote) in enumerate(chosen, start=1):
        raw = texts[source_id].raw
        volume = shelf.volumes[source_id]
        told = _told(source_id, volume.title, shelf)
        before, after = context_around(raw, start, end)
        terms = frozenset(
            term for term, languages in wanted.items() if spoken[source_id] in languages
        )
        paged = bool(told.locators) and told.locators[0].measure is Measure.PAGE
        passages.append(
            Passage(
                number=rank,
                source=source_id,
                title=volume.title,
                score=score,
                place=place_in(raw, volume.text_path, start),
                start=start,
                end=end,
                locator=locator.locator_phrase(told, start, end),
                page="-".join(locator.locator_labels(told, start, end)) if paged else "",
                quote=quote,
                runs=tuple(_marked(raw[start:end], terms, spoken[source_id])),
                before=before.strip(),
                after=after.strip(),
                linked=tuple(
                    one for first, last, one in cited[source_id] if first < end and start < last
                ),
            )
        )
    searched = len([one for one in shelf.volumes if not inside or one in inside])
    return Found(asked.text, asked.claim, tuple(passages), searched, shelf.unsearched)


def _told(source_id: str, title: str, shelf: Shelf) -> Source:
    raw, locators = shelf.text(source_id)
    volume = shelf.volumes[source_id]
    return Source(source_id, title, Place(volume.path), content=PinnedText(raw, locators))


def _citations(
    tree: Tree, config: Config, texts: Mapping[str, Text]
) -> dict[str, list[tuple[int, int, Linked]]]:
    """Return the spans of some sources that claims cite, in the order of the claims."""
    found: dict[str, list[tuple[int, int, Linked]]] = {source_id: [] for source_id in texts}
    for claim in _citing(tree, config, [source_id.encode() for source_id in texts]):
        for item in claim.evidence:
            if item.source not in texts:
                continue
            anchor = locate(item.quote, texts[item.source])
            if anchor.fit.passes and anchor.start is not None and anchor.end is not None:
                linked = Linked(claim.id, item.number, item.stance)
                for start, end in anchor.parts or ((anchor.start, anchor.end),):
                    found[item.source].append((start, end, linked))
    return found


def _citing(tree: Tree, config: Config, names: list[bytes]) -> Iterator[Claim]:
    """Yield the claims that may cite one of some sources; most files are only glanced at."""
    if not names:
        return
    whole = re.compile(rb"(?<![\w.-])(?:" + b"|".join(map(re.escape, names)) + rb")(?![\w-])|\\")
    try:
        paths = list_claims(tree, config)
    except ProjectError:
        return
    for claim_id, path in paths.items():
        file = read_file(tree, path)
        data = file.data
        # A file that does not spell a source's id, nor could escape it, does not cite the source.
        if (any(name in data for name in names) or b"\\" in data) and whole.search(data):
            claim = read_claim_files(ClaimFiles(claim_id, file)).claim
            if claim is not None:
                yield claim


def _marked(text: str, wanted: frozenset[str], language: str) -> Iterator[Run]:
    reached = 0
    for start, end in in_common(text, wanted, language):
        yield Run(text[reached:start])
        yield Run(text[start:end], marked=True)
        reached = end
    yield Run(text[reached:])
