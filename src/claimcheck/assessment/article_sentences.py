"""The sentences of an article, and what each of them cites or declares."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figure_dates import MONTHS
from claimcheck.anchor.languages import vocabulary_at
from claimcheck.anchor.sentences import breaks
from claimcheck.assessment.article import AssessedSentence, SentenceState, Target, Trouble
from claimcheck.dossier.article import BlockKind, DeclarationKind
from claimcheck.text.printable import short_repr
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.anchor.quotation_marks import Quotation
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.dossier.article import Article, Block, NoteCitation
    from claimcheck.model import Source

# A heading of fewer words names its part of the text, and asserts nothing.
_WORDS_OF_AN_ASSERTION: Final = 5
_WORDS_OF_A_HEADING: Final = 7
# Nearest names are looked for so often; who has more wrong ones has another dossier in mind.
_MOST_HINTS: Final = 50
# A sentence may begin with a number, which no capital shows.
_BEFORE_DIGITS: Final = re.compile(
    r"(?<=[^\W\d_]{3})[.!?][\"'”’»)]*\s+(?=\d)|(?<=\d{4})\.\s+(?=\d)"
)
# `4. Mai`, `z. B.`, `Sr. Vega`, `2019 г.`: the stop ends no sentence.
_DAY: Final = re.compile(r"(?<![\d.,])\d{1,2}\.\s+\Z")
_ABBREVIATED: Final = re.compile(
    r"(?<![\w.'’])(?:z|B|d|h|u|a|o|ca|bzw|usw|etc|vgl|evtl|inkl|St|Str|Abs|Art|Dr|Dra|Prof|Sr|Sra|Srta|"
    r"Ing|Lic|Inc|Ltd|Co|Corp|No|Nr|vol|p|pp|ed|approx|dept|gov|т|е|г|гг|др|ул|им|руб|тыс|стр|"
    r"t|ex|bl|dvs|m|kl|mr|mrs|ms|Mr|Mrs|Ms|Hr|Fr|Mme|Mlle|MM|Gen|Col|Lt|Sgt|Capt|Maj|"
    r"Sen|Rep|Gov|Rev|Hon|vs|Mio|Mrd|Tsd|Nos|Fig)\.\s*\Z"
    # `l’on. Rossi`; but `they carried on.`, `they can’t.`
    r"|(?<![\w.])(?:sig|dott|avv|ing|(?<=['’])on)\.\s*\Z"
)
# What may end a sentence as well: `Acme Inc. It denies that.`
_ABBREVIATED_AT_END: Final = re.compile(
    r"(?:\b(?:St|Str|Inc|Ltd|Co|Corp|etc|usw|ed|ex|dept|gov|t|m))\.\s*\Z"
)
_BEGINNING: Final = re.compile(
    r"(?:The|An?|He|She|It|They|We|You|I|But|And|In|On|At|This|That|These|Those|Its|His|Her|Their|Our|"
    r"Der|Die|Das|Eine?|Er|Sie|Es|Wir|Im|Am|Und|Aber)\b"
)
# `No. V`; but `No. One man died.`
_NO: Final = re.compile(r"\bNo\.\s*\Z")
_NUMERAL: Final = re.compile(r"(?:[0-9]|[B-HJ-Z]\b|[IVXLC]{2,}\b)")
# `Nov. 8`, `Sept. 2021`, `8 Okt. 2020`: a month cut short, before a number.
_MONTH_CUT: Final = re.compile(
    r"(?<![^\W_])(?:Jan|Feb|Febr|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Okt|Nov|Dec|Dez|janv|févr|avr|juil|"
    r"déc|ene|abr|dic|gen|giu|lug|ott)\.\s*\Z"
)
_WITH_ORDINAL_STOPS: Final = frozenset(
    {"German", "Danish", "Norwegian", "Czech", "Finnish", "Hungarian", "Polish", "Turkish"}
)
# `… cracks” [@gazette].`: the stop behind a mark ends the same sentence.
_GOES_ON: Final = frozenset(".,;:")
_STOPS: Final = tuple('.!?…。！？”"»')


class Citations:
    """What the marks of an article lead to, looked up among claims and sources.

    Args:
        article: the article.
        claims: the claims as assessed, by id.
        claim_ids: the ids of all claims, those included that cannot be read.
        sources: the sources by id.
    """

    def __init__(
        self,
        article: Article,
        claims: Mapping[str, AssessedClaim],
        claim_ids: frozenset[str],
        sources: Mapping[str, Source],
    ) -> None:
        self._article = article
        self._claims, self._claim_ids, self._sources = claims, claim_ids, sources
        self.troubles: list[Trouble] = []
        self._resolved: dict[int, Target | None] = {}
        self._used: set[str] = set()

    def targets(self, reference_number: int) -> tuple[Target, ...]:
        """Return what a mark leads to; what leads nowhere is noted as trouble."""
        reference = self._article.references[reference_number]
        cited = reference.citations
        if reference.label:
            note = self._article.notes.get(reference.label)
            if note is None:
                self._note_missing(reference.label, reference.raw_start)
                return ()
            self._used.add(reference.label)
            cited = note.citations
        targets = (self._target(citation) for citation in cited)
        return tuple(target for target in targets if target is not None)

    def declared(self, reference_number: int) -> tuple[DeclarationKind, ...]:
        """Return what a mark's footnote declares."""
        note = self._article.notes.get(self._article.references[reference_number].label)
        return note.declarations if note else ()

    def close(self) -> None:
        """Note the footnotes that no mark leads to, those with the label of another too."""
        for label, note in self._article.notes.items():
            if label not in self._used:
                for citation in note.citations:
                    self._target(citation)
                self.troubles.append(
                    Trouble(
                        "unused",
                        f"nothing in the article refers to footnote {short_repr(label)}",
                        f"set [^{label}] behind the sentence that it is for, or take the note out",
                        note.raw_start,
                    )
                )

        for note in self._article.repeated_notes:
            label = short_repr(note.label)
            self.troubles.append(
                Trouble(
                    "unused",
                    f"there is another footnote {label} before this one, and marks lead to that",
                    "give this one another label, and set its mark; or take it out",
                    note.raw_start,
                )
            )

    def _note_missing(self, label: str, raw_start: int) -> None:
        few = len(self.troubles) < _MOST_HINTS
        hint = did_you_mean(label, tuple(self._article.notes)) if few else ""
        self.troubles.append(
            Trouble(
                "note",
                f"the article has no footnote {short_repr(label)}",
                hint or f"write [^{label}]: claim:… or source:… below, or take the mark out",
                raw_start,
            )
        )

    def _target(self, citation: NoteCitation) -> Target | None:
        key = citation.raw_start
        if key in self._resolved:
            return self._resolved[key]
        target = self._look_up(citation)
        self._resolved[key] = target
        return target

    def _look_up(self, citation: NoteCitation) -> Target | None:
        name, at = citation.id, citation.raw_start
        if citation.kind != "source" and name in self._claims:
            return Target(self._claims[name], "", citation.words, citation.page, at)
        if citation.kind != "claim" and name in self._sources:
            return Target(None, name, citation.words, citation.page, at)
        if citation.kind != "source" and name in self._claim_ids:
            trouble = Trouble(
                "unknown", f"claim {short_repr(name)} cannot be read", "mend its file first", at
            )
        else:
            kind = citation.kind or "claim or source"
            names: tuple[str, ...] = ()
            if citation.kind != "source":
                names += tuple(sorted(self._claim_ids | set(self._claims)))
            if citation.kind != "claim":
                names += tuple(sorted(self._sources))
            trouble = Trouble(
                "unknown",
                f"no {kind} has the id {short_repr(name)}",
                (len(self.troubles) < _MOST_HINTS and did_you_mean(name, names))
                or "`claimcheck list` and `claimcheck source list` show the ids that there are",
                at,
            )
        self.troubles.append(trouble)
        return None


def sentences_of(
    article: Article, quotations: Sequence[Quotation], citations: Citations
) -> tuple[AssessedSentence, ...]:
    """Return the sentences of an article, in order, with what each cites or declares.

    Args:
        article: the article.
        quotations: its quotations: a sentence does not end inside one.
        citations: what its marks lead to.
    """
    outer = [(quotation.start, quotation.end) for quotation in quotations if quotation.depth == 0]
    spans = _spans(article, outer)
    cited: list[list[Target]] = [[] for _ in spans]
    declared: list[DeclarationKind | None] = [None] * len(spans)
    details = [""] * len(spans)
    marked: set[int] = set()
    starts = [start for start, _end, _block in spans]
    for number, reference in enumerate(article.references):
        at = _sentence_at(starts, spans, reference.at)
        targets = citations.targets(number)
        kinds = citations.declared(number)
        if at is not None:
            cited[at] += targets
            marked.add(at)
            if kinds and declared[at] is None:
                declared[at] = kinds[0]
    for declaration in article.declarations:
        at = _sentence_at(starts, spans, declaration.at)
        if at is not None:
            declared[at], details[at] = declaration.kind, declaration.detail
    sentences = [
        AssessedSentence(
            start,
            end,
            block.kind,
            _state(
                article.text[start:end], block.kind, declared[number], bound=bool(cited[number])
            ),
            tuple(dict.fromkeys(cited[number])),
            declared[number],
            details[number],
            number in marked,
        )
        for number, (start, end, block) in enumerate(spans)
    ]
    blocks = [block for _start, _end, block in spans]
    sentences = _without_repeated_title(article.text, sentences)
    return tuple(_with_introductions(_with_interrupted(sentences, blocks, outer)))


def _without_repeated_title(text: str, sentences: list[AssessedSentence]) -> list[AssessedSentence]:
    """Let the title of a front matter be silent where the article's first heading says it again."""
    headings = sentences[:2]
    titles = {" ".join(text[each.start : each.end].casefold().split()) for each in headings}
    is_repeated = (
        len(headings) > len(titles)
        and all(each.block is BlockKind.HEADING for each in headings)
        and headings[0].state is SentenceState.BARE
    )
    return (
        [headings[0]._replace(state=SentenceState.SILENT), *sentences[1:]]
        if is_repeated
        else (sentences)
    )


def _spans(article: Article, outer: Sequence[tuple[int, int]]) -> list[tuple[int, int, Block]]:
    spans = []
    quoted = 0
    for block in article.blocks:
        cuts = [block.start]
        if block.kind not in (BlockKind.ROW, BlockKind.HEADING):
            for cut in _breaks(article, block):
                while quoted < len(outer) and outer[quoted][1] < cut:
                    quoted += 1
                inside = quoted < len(outer) and outer[quoted][0] < cut < outer[quoted][1]
                if not inside and cut < block.end:
                    cuts.append(cut)
        for start, end in zip(cuts, [*cuts[1:], block.end], strict=True):
            trimmed = start + len(article.text[start:end].rstrip())
            if trimmed > start:
                spans.append((start, trimmed, block))
    return spans


def _is_abbreviated(text: str, cut: int) -> bool:
    """Whether a stop before a place ends no sentence."""
    before = text[max(0, cut - 24) : cut]
    if _DAY.search(before):
        word = re.match(r"[^\W\d_]+", text[cut : cut + 24])
        return word is not None and (
            word[0].lower() in MONTHS or text[cut].islower() or _is_ordinal_language(text, cut)
        )
    if text[cut : cut + 1].isdigit() and _MONTH_CUT.search(before):
        return True
    after = text[cut : cut + 24]
    if _NO.search(before):
        return _NUMERAL.match(after) is not None
    if _ABBREVIATED_AT_END.search(before) and _BEGINNING.match(after):
        return False
    return _ABBREVIATED.search(before) is not None


def _is_ordinal_language(text: str, at: int) -> bool:
    vocabulary = vocabulary_at(text, at, at)
    return vocabulary is not None and vocabulary.name in _WITH_ORDINAL_STOPS


def _breaks(article: Article, block: Block) -> list[int]:
    """Where sentences begin in a block; a mark that cites ends one behind a stop."""
    text = article.text
    cuts = set(breaks(text, block.start, block.end))
    cuts |= {match.end() for match in _BEFORE_DIGITS.finditer(text, block.start, block.end)}
    cuts = {cut for cut in cuts if not _is_abbreviated(text, cut)}
    for reference in article.references_between(block.start, block.end):
        at = reference.at
        if text[block.start : at].rstrip()[-1:] in _STOPS:
            while at < block.end and text[at].isspace():
                at += 1
            if text[at : at + 1] not in _GOES_ON:
                cuts.add(at)
    return sorted(cut for cut in cuts if block.start < cut < block.end)


def _sentence_at(
    starts: Sequence[int], spans: Sequence[tuple[int, int, Block]], at: int
) -> int | None:
    """The sentence that a mark stands in, or right behind."""
    number = bisect_left(starts, at) - 1
    if number < 0:
        return 0 if spans and at <= spans[0][1] else None
    # A mark at the head of a block belongs to that block.
    if (
        number + 1 < len(spans)
        and spans[number + 1][0] == at
        and spans[number + 1][2].start == at
        and at > spans[number][2].end
    ):
        return number + 1
    return number


def _state(
    text: str,
    kind: BlockKind,
    declared: DeclarationKind | None,
    *,
    bound: bool,
) -> SentenceState:
    if kind is BlockKind.QUOTE:
        return SentenceState.QUOTED
    if declared is not None and not bound:
        return SentenceState.DECLARED
    if bound:
        return SentenceState.BOUND
    if _asserts_nothing(text, kind):
        return SentenceState.SILENT
    return SentenceState.BARE


def _asserts_nothing(text: str, kind: BlockKind) -> bool:
    letters = sum(char.isalnum() for char in text)
    if not letters:
        return True
    if kind is BlockKind.HEADING and " | " in text:
        return True  # the head of a table
    if any(char.isdigit() for char in text):
        return False
    wide = sum(not char.isascii() and ord(char) > 0x2E80 for char in text)  # where Han begins
    words = len(text.split()) + wide // 2
    if kind is BlockKind.HEADING:
        return words < _WORDS_OF_A_HEADING
    # A question that somebody else asked is a quotation, and asserts that it was asked.
    if text.endswith(("?", "？", "؟", "?)", "?*")):
        return True
    return words < (_WORDS_OF_AN_ASSERTION if kind is BlockKind.CAPTION else 2)


def _with_interrupted(
    sentences: list[AssessedSentence], blocks: Sequence[Block], outer: Sequence[tuple[int, int]]
) -> list[AssessedSentence]:
    """Let the first half of an utterance cite what its second half does: `“…,” she said. “…”`."""
    starts = [start for start, _end in outer]
    for number in range(len(sentences) - 2, -1, -1):
        sentence, following = sentences[number], sentences[number + 1]
        if sentence.state is not SentenceState.BARE or not following.targets or sentence.marked:
            continue
        if blocks[number] is not blocks[number + 1]:
            continue
        first = bisect_left(starts, sentence.start)
        quotes = first < len(starts) and starts[first] < sentence.end
        at = bisect_left(starts, following.start)
        goes_on = at < len(starts) and starts[at] == following.start
        if quotes and goes_on:
            sentences[number] = sentence._replace(
                state=SentenceState.BOUND, targets=following.targets
            )
    return sentences


def _with_introductions(sentences: list[AssessedSentence]) -> list[AssessedSentence]:
    """Let a block quote that cites nothing rest on the sentence that introduces it."""
    lasts = _lasts_of_quotes(sentences)
    for number, sentence in enumerate(sentences):
        if sentence.block is not BlockKind.QUOTE or sentence.targets or not number:
            continue
        before, after = sentences[number - 1], lasts[number]
        if after.targets:
            sentences[number] = sentence._replace(targets=after.targets)
        elif before.targets:
            sentences[number] = sentence._replace(targets=before.targets)
    return sentences


def _lasts_of_quotes(sentences: list[AssessedSentence]) -> list[AssessedSentence]:
    """Return, for each sentence of a block quote, the last one of it; for any other the same."""
    lasts = sentences.copy()
    for number in range(len(sentences) - 2, -1, -1):
        following = sentences[number + 1].block is BlockKind.QUOTE
        if following and sentences[number].block is BlockKind.QUOTE:
            lasts[number] = lasts[number + 1]
    return lasts
