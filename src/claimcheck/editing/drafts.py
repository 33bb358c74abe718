"""Statements of an answer as draft claims: which source each citation means, and what is new.

A draft is recognized again by its mark, a hash of the statement and what it cites, which stands in
a comment at the head of its file: a person may rewrite the claim and mend its quotations, and the
same answer, imported once more, still adds nothing.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from posixpath import basename, splitext
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claimcheck.anchor import fold
from claimcheck.editing import EvidenceToWrite
from claimcheck.editing.ids import RESERVED_SOURCES, free_claim_id, proposed_id
from claimcheck.model import Quote, Stance
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from datetime import date

    from claimcheck.documents.answer import AnswerCitation, Statement
    from claimcheck.model import Claim, Dossier, Evidence, Source

_MARK = re.compile(r"^#.*\(import ([0-9a-f]{16})\)", re.MULTILINE)
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,5}$")
_MAX_NAMES_LENGTH = 200
# What services call a document whose name they do not say, or do not know.
_NO_NAME = re.compile(r"document \d+|unnamed source")
# Of fewer letters, several documents may have the same.
_MIN_LETTERS_OF_ONE = 20


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim that is to be written, or one that is there and gets further passages.

    Attributes:
        text: what is claimed.
        claim: the claim that says so already; None where it is to be begun.
        id: its id.
        evidence: the passages that it does not cite yet, none of them judged.
        unquoted: the sources that are cited for it without a passage, as the answer calls them.
        mark: what it is recognized by.
        loose: the sources that the answer names as a whole, without saying for which statement.
        context: what the statement stands beneath in the answer.
        origin: what it was drafted from, such as `an answer`.
        claimant: who asserts it, where that is known.
        claimed_on: the day on which they did, where that is known.
        tags: its tags.
        remarks: what was noted with it and has no place of its own in a claim, a phrase each.
        citations: what each passage was made of, in the order of `evidence`: of one, or of several
            that cite the same words.
    """

    text: str
    claim: Claim | None
    id: str
    evidence: tuple[EvidenceToWrite, ...]
    unquoted: tuple[str, ...]
    mark: str
    loose: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    origin: str = "an answer"
    claimant: str = ""
    claimed_on: date | None = None
    tags: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    citations: tuple[tuple[AnswerCitation, ...], ...] = ()

    @property
    def uncited(self) -> bool:
        """Whether the answer gives nothing for it, neither a passage nor a source."""
        return self.claim is None and not (self.evidence or self.unquoted or self.loose)

    @property
    def head(self) -> str:
        """The comment that the claim's file begins with."""
        lines = [
            f"# Drafted from {self.origin} (import {self.mark}): word the claim so that it stands",
            "# alone, then judge each passage; its stance is supports, contradicts or context.",
        ]
        if self.uncited:
            lines.append("# The answer cites nothing for it.")
        lines += [f"# In the answer it stands beneath: {words}" for words in self.context]
        lines += [f"# It cites this source, but no passage of it: {name}" for name in self.unquoted]
        lines += [
            f"# The answer names this source, but not for which statement: {name}"
            for name in self.loose
        ]
        lines += [f"# Noted with it: {one_line(remark)}" for remark in self.remarks]
        return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class Drafts:
    """What an answer comes to.

    Attributes:
        drafts: the claims to write, or to add to.
        repeated: how many statements were imported earlier.
        unmatched: what is no source here.
        by_words: what the answer calls sources without a name, with the one that has their words.
    """

    drafts: tuple[ClaimDraft, ...]
    repeated: int
    unmatched: tuple[UnmatchedSource, ...]
    by_words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class UnmatchedSource:
    """A source that an answer cites and that is not pinned.

    Attributes:
        name: what the answer calls it.
        address: where it is on the web; "" where the answer does not say.
        id: what stands for it in the drafts.
    """

    name: str
    address: str
    id: str


class Matching:
    """Which source of a dossier a citation means.

    By what the user says, by id, by address, by the pinned file's name, by title; in this order,
    and only where a single source fits. Where the answer does not name it, by the quoted words.

    Args:
        dossier: the sources.
        source_ids: which source the user says is meant, by what the answer calls it.
    """

    def __init__(self, dossier: Dossier, source_ids: Mapping[str, str]) -> None:
        self._chosen = {_plain(name): source for name, source in source_ids.items()}
        self._spellings = dict(zip(self._chosen, source_ids, strict=False))
        self._by_name: dict[str, set[str]] = {}
        self._addresses = {
            source.id: {_address(url) for url in (source.url, source.archive_url) if url}
            for source in dossier.sources.values()
        }
        for source in dossier.sources.values():
            for name in _names_of(source):
                self._by_name.setdefault(name, set()).add(source.id)
        self._used: set[str] = set()
        self._taken = {*dossier.sources, *RESERVED_SOURCES}
        self._numbers: dict[str, int] = {}
        self._unmatched: dict[object, UnmatchedSource] = {}
        self._sources = dossier.sources
        self._folded: dict[str, str] = {}
        self._by_words: dict[tuple[str, str], None] = {}

    @property
    def by_words(self) -> tuple[tuple[str, str], ...]:
        """Return what sources without a name are called, with the one that has their words."""
        return tuple(self._by_words)

    @property
    def unmatched(self) -> tuple[UnmatchedSource, ...]:
        """What was cited and is no source of the dossier."""
        return tuple(self._unmatched.values())

    def unused(self) -> list[str]:
        """Return the user's names that no citation has, in the user's spelling."""
        return [name for plain, name in self._spellings.items() if plain not in self._used]

    def note(self, citation: AnswerCitation) -> None:
        """Note that a citation has some of the user's names, whatever becomes of it."""
        self._used.update(self._chosen.keys() & set(map(_plain, citation.names)))

    def source_of(self, citation: AnswerCitation) -> str:
        """Return a source's id; one that is made of the citation's name where none fits."""
        for name in citation.names:
            if source_id := self._chosen.get(_plain(name)):
                return source_id
        pages = set(filter(None, map(_address, citation.names)))
        for what, form, is_title in _FORMS:
            for name in citation.names:
                fitting = self._by_name.get(f"{what} {form(name)}", set())
                if is_title and pages:
                    # Two pages may have one title.
                    fitting = {each for each in fitting if self._may_be(each, pages)}
                if len(fitting) == 1:
                    return next(iter(fitting))
        if all(map(_NO_NAME.fullmatch, citation.names)):
            having = self._having(citation.quote)
            if len(having) == 1:
                self._by_words[citation.names[0], having[0]] = None
                return having[0]
        return self._new_id(citation, pages)

    def _having(self, words: str) -> list[str]:
        """Return the ids of the sources whose texts have the words of a passage, if it is long."""
        letters = " ".join(fold(words).text.split())
        if len(letters) < _MIN_LETTERS_OF_ONE:
            return []
        if not self._folded:
            self._folded = {
                source.id: " ".join(fold(source.text).text.split())
                for source in self._sources.values()
                if source.text
            }
        return [source_id for source_id, text in self._folded.items() if letters in text]

    def _may_be(self, source_id: str, pages: set[str]) -> bool:
        addresses = self._addresses[source_id]
        return not addresses or bool(addresses & pages)

    def _new_id(self, citation: AnswerCitation, pages: set[str]) -> str:
        key = min(pages) if pages else citation.names
        if key not in self._unmatched:
            slug = next(filter(None, map(_slug, citation.names)), "unnamed-source")
            number, free = self._numbers.get(slug, 1), slug
            while free in self._taken:
                number += 1
                free = f"{slug}-{number}"
            # An answer may call thousands of sources by names that come to the same id.
            self._numbers[slug] = number
            self._taken.add(free)
            address = next((name for name in citation.names if _address(name)), "")
            self._unmatched[key] = UnmatchedSource(citation.names[0], address, free)
        return self._unmatched[key].id


def drafts_of(statements: Iterable[Statement], dossier: Dossier, matching: Matching) -> Drafts:
    """Decide what is written for an answer's statements.

    Args:
        statements: what the answer states, with what it cites.
        dossier: the claims and sources that there are.
        matching: which source each citation means.
    """
    marks = {mark for text in dossier.texts.values() for mark in _MARK.findall(text)}
    by_text = {_plain(claim.text): claim for claim in dossier.claims}
    claim_ids = {claim.id.casefold() for claim in dossier.claims}
    # A file that cannot be read has its name all the same.
    claim_ids |= {splitext(basename(path))[0].casefold() for path in dossier.unread}
    drafts, repeated = [], 0
    for statement in statements:
        mark = _mark(statement)
        for citation in statement.citations:
            matching.note(citation)
        if mark in marks:
            repeated += 1
            continue
        claim = by_text.get(_plain(statement.text))
        cited = claim.evidence if claim else ()
        drafted = tuple(_evidence(statement, matching, cited, dossier))
        evidence = tuple(item for item, _citations in drafted)
        unquoted = tuple(_unquoted(statement, matching, {item.source for item in cited}))
        # Asked of repeated statements, too: what fits no source is told of all.
        loose = tuple(_as_named(each, matching) for each in statement.citations if not each.placed)
        if claim is not None and not evidence and not unquoted:
            repeated += 1
            continue
        claim_id = claim.id if claim else free_claim_id(statement.text, claim_ids)
        claim_ids.add(claim_id.casefold())
        draft = ClaimDraft(
            text=statement.text,
            claim=claim,
            id=claim_id,
            evidence=evidence,
            unquoted=unquoted,
            mark=mark,
            loose=loose,
            context=tuple(_shortened(words) for words in statement.context),
            citations=tuple(citations for _item, citations in drafted),
        )
        drafts.append(draft)
    return Drafts(tuple(drafts), repeated, matching.unmatched, matching.by_words)


def _unquoted(statement: Statement, matching: Matching, cited: Collection[str]) -> Iterator[str]:
    """Yield the sources that are cited for a statement without a passage.

    Args:
        statement: what an answer states.
        matching: which source each citation means.
        cited: the ids of those that the claim cites already.
    """
    for citation in statement.citations:
        if not citation.placed or citation.quote:
            continue
        name = _as_named(citation, matching)
        if name.partition(" ")[0] not in cited:
            yield name


def _as_named(citation: AnswerCitation, matching: Matching) -> str:
    """Return the id of a citation's source, with what the answer calls it."""
    return f"{matching.source_of(citation)} ({_names(citation)})"


def _evidence(
    statement: Statement, matching: Matching, cited: Iterable[Evidence], dossier: Dossier
) -> Iterator[tuple[EvidenceToWrite, tuple[AnswerCitation, ...]]]:
    """Yield the passages that a claim does not cite yet, each with the citations that it is of."""
    drafted: dict[tuple[str, str], tuple[EvidenceToWrite, list[AnswerCitation]]] = {}
    keys = {(item.source, fold(item.quote.exact).text) for item in cited}
    for citation in statement.citations:
        if not citation.quote:
            continue
        source = matching.source_of(citation)
        words = citation.quote
        if citation.joined and source in dossier.sources:
            words = _with_blanks_of(words, dossier.sources[source].text or "")
        key = source, fold(words).text
        if key not in keys:
            page = citation.page or None
            item = EvidenceToWrite(source, Stance.UNSET, Quote(words), page=page)
            drafted.setdefault(key, (item, []))[1].append(citation)
    yield from ((item, tuple(citations)) for item, citations in drafted.values())


def _with_blanks_of(words: str, text: str) -> str:
    """Return a passage with blanks where the source has them; itself where it does not stand there.

    A service that quotes several parts of a document writes them with nothing between.
    """
    letters = [character for character in words if not character.isspace()]
    places = [at for at, character in enumerate(text) if not character.isspace()]
    squeezed = "".join(text[at] for at in places)
    at = squeezed.find("".join(letters))
    if at < 0 or not letters:
        return words
    return " ".join(text[places[at] : places[at + len(letters) - 1] + 1].split())


def _names(citation: AnswerCitation) -> str:
    return _shortened(", ".join(citation.names))


def _shortened(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= _MAX_NAMES_LENGTH else f"{line[:_MAX_NAMES_LENGTH]}…"


def _mark(statement: Statement) -> str:
    citations = [[cited.quote, cited.names[0], cited.page] for cited in statement.citations]
    value = [statement.text, *citations]
    return hashlib.sha256(json.dumps(value).encode("ascii")).hexdigest()[:16]


def _names_of(source: Source) -> Iterator[str]:
    yield f"id {source.id.casefold()}"
    yield f"title {_plain(source.title)}"
    for address in (source.url, source.archive_url):
        if address:
            yield f"url {_address(address)}"
    for pin in source.pins:
        yield f"file {_plain(basename(pin.path))}"


def _plain(name: str) -> str:
    return " ".join(fold(name).text.casefold().split())


def _slug(name: str) -> str:
    """Return the id that `source add` would propose for a document of that name."""
    return proposed_id(_SUFFIX.sub("", _address(name) or name))


def _address(name: str) -> str:
    """Return an address without what tells no pages apart: scheme, `www.`, campaign, fragment."""
    try:
        parts = urlsplit(name.strip())
    except ValueError:
        return ""
    if parts.scheme.lower() not in {"http", "https"}:
        return ""
    query = "&".join(
        part for part in parts.query.split("&") if part and not part.startswith("utm_")
    )
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{'?' if query else ''}{query}"


# What tells most goes first, whichever of a citation's names it is; the last column says of which
# kinds of names several documents may have the same.
_FORMS: tuple[tuple[str, Callable[[str], str], bool], ...] = (
    ("id", str.casefold, False),
    ("url", _address, False),
    ("file", _plain, False),
    ("title", _plain, True),
    ("id", _slug, True),
)
