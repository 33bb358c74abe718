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
from claimcheck.editing.ids import free_claim_id, proposed_id
from claimcheck.model import Quote, Stance
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimcheck.documents.answer import AnswerCitation, Statement
    from claimcheck.model import Claim, Dossier, Evidence, Source

_MARK = re.compile(r"^#.*\(import ([0-9a-f]{16})\)", re.MULTILINE)
_SUFFIX = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,5}$")
_MAX_NAMES_LENGTH = 200


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
    """

    text: str
    claim: Claim | None
    id: str
    evidence: tuple[EvidenceToWrite, ...]
    unquoted: tuple[str, ...]
    mark: str

    @property
    def head(self) -> str:
        """The comment that the claim's file begins with."""
        lines = [
            f"# Drafted from an answer (import {self.mark}): word the claim so that it stands",
            "# alone, then judge each passage; its stance is supports, contradicts or context.",
        ]
        lines += [f"# It cites this source, but no passage of it: {name}" for name in self.unquoted]
        return "".join(f"{line}\n" for line in lines)


@dataclass(frozen=True, slots=True)
class Drafts:
    """What an answer comes to.

    Attributes:
        drafts: the claims to write, or to add to.
        repeated: how many statements were imported earlier.
        unmatched: the ids that stand for what is no source here, by what the answer calls it.
    """

    drafts: tuple[ClaimDraft, ...]
    repeated: int
    unmatched: Mapping[str, str]


class Matching:
    """Which source of a dossier a citation means.

    By what the user says, by id, by address, by the pinned file's name, by title; in this order,
    and only where a single source fits.

    Args:
        dossier: the sources.
        source_ids: which source the user says is meant, by what the answer calls it.
    """

    def __init__(self, dossier: Dossier, source_ids: Mapping[str, str]) -> None:
        self._chosen = {_plain(name): source for name, source in source_ids.items()}
        self._spellings = dict(zip(self._chosen, source_ids, strict=False))
        self._by_name: dict[str, set[str]] = {}
        for source in dossier.sources.values():
            for name in _names_of(source):
                self._by_name.setdefault(name, set()).add(source.id)
        self._used: set[str] = set()
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}
        self.unmatched: dict[str, str] = {}

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
        for what, form in _FORMS:
            for name in citation.names:
                if len(fitting := self._by_name.get(f"{what} {form(name)}", set())) == 1:
                    return next(iter(fitting))
        return self._new_id(citation)

    def _new_id(self, citation: AnswerCitation) -> str:
        name = citation.names[0]
        if name not in self.unmatched:
            slug = next(filter(None, map(_slug, citation.names)), "unnamed-source")
            number, free = self._numbers.get(slug, 1), slug
            while free in self._taken:
                number += 1
                free = f"{slug}-{number}"
            # An answer may call thousands of sources by names that come to the same id.
            self._numbers[slug] = number
            self._taken.add(free)
            self.unmatched[name] = free
        return self.unmatched[name]


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
        evidence = tuple(_evidence(statement, matching, cited))
        unquoted = tuple(
            f"{matching.source_of(citation)} ({_names(citation)})"
            for citation in statement.citations
            if not citation.quote
        )
        if claim is not None and not evidence:
            repeated += 1
            continue
        claim_id = claim.id if claim else free_claim_id(statement.text, claim_ids)
        claim_ids.add(claim_id.casefold())
        drafts.append(ClaimDraft(statement.text, claim, claim_id, evidence, unquoted, mark))
    return Drafts(tuple(drafts), repeated, matching.unmatched)


def _evidence(
    statement: Statement, matching: Matching, cited: Iterable[Evidence]
) -> Iterator[EvidenceToWrite]:
    keys = {(item.source, fold(item.quote.exact).text) for item in cited}
    for citation in statement.citations:
        if not citation.quote:
            continue
        source = matching.source_of(citation)
        key = source, fold(citation.quote).text
        if key not in keys:
            keys.add(key)
            yield EvidenceToWrite(
                source, Stance.UNSET, Quote(citation.quote), page=citation.page or None
            )


def _names(citation: AnswerCitation) -> str:
    names = one_line(", ".join(citation.names))
    return names if len(names) <= _MAX_NAMES_LENGTH else f"{names[:_MAX_NAMES_LENGTH]}…"


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
    return proposed_id(_SUFFIX.sub("", name))


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


# What tells most goes first, whichever of a citation's names it is.
_FORMS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("id", str.casefold),
    ("url", _address),
    ("file", _plain),
    ("title", _plain),
    ("id", _slug),
)
