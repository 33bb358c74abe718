"""What a check found, as text that the next check of the same project can go on from.

It holds, for each claim, what was found in it and what that depends on; for the sources, what they
were. Nothing in it is believed without comparing those hashes:
see `claimcheck.gate.incremental.check`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.anchor import STEPS, TRIES, Change, Segment, Variant
from claimcheck.gate.incremental import source_state as kept
from claimcheck.gate.incremental.delta import Since
from claimcheck.gate.incremental.rows import place_row
from claimcheck.model import Excerpt, Finding, Flaw, Place, Run, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from claimcheck.gate.incremental.source_state import Kept

NO_SOURCE = "none"
_ROWS, _REST = "rows", "rest"


class Row(NamedTuple):
    """What was found in one claim, and what that depends on.

    There may be very many, so what is empty is written as nothing.

    Attributes:
        claim: the SHA-256 of the claim's file, or why it could not be read.
        evidence: how many evidence items the file holds; nothing where it cannot be read.
        cited: the sources that it cites.
        widely: whether it depends on every source, since a quotation of it was looked for in all.
        dated: whether it depends on the day.
        unchecked: how many evidence items could not be looked for or read.
        unjudged: how many of them nobody has judged.
        review: as `claim`, of the review of the claim, and its path; nothing where there is none.
        leans_on: the sources that the cited ones repeat.
        names: the spellings of plain names in it.
        tags: the claim's.
        findings: what counts, as rows.
        allowed: what the claim allows, as rows.
    """

    claim: str
    evidence: int | None
    cited: list[str]
    widely: bool = False
    dated: bool = False
    unchecked: int = 0
    unjudged: int = 0
    review: str = ""
    leans_on: list[str] | None = None
    names: list[str] | None = None
    tags: list[str] | None = None
    findings: list[list[Any]] | None = None
    allowed: list[list[Any]] | None = None

    def written(self) -> list[Any]:
        """Return the row without what is empty at its end, where `Row` has it empty."""
        values = list(self)
        while len(values) > _ALWAYS_WRITTEN and not values[-1]:
            values.pop()
        return values


_ALWAYS_WRITTEN = len(Row._fields) - len(Row._field_defaults)


class KnownPin(NamedTuple):
    """A pinned file: its SHA-256, or why it has none."""

    path: str
    found: str


class KnownSource(NamedTuple):
    """A source's record and what it pins, as they were found.

    `altered` when some pinned file was not the one whose hash the record holds. `print` is a hash
    of all that a claim may see of the source, or `NO_SOURCE` where nothing can be made of the
    record. `publisher` is what the record names as such, `party` who is meant by it.
    """

    path: str
    sha256: str
    pins: list[KnownPin]
    altered: bool
    print: str
    publisher: str | None = None
    party: str | None = None


class Filed(NamedTuple):
    """Rows that lie in a file of their own, and its SHA-256."""

    rows: Mapping[str, Row]
    sha256: str


@dataclass(slots=True)
class Memory:
    """What one check found.

    Attributes:
        day: the day as of which it was made.
        rows: by the claim's path.
        surface: a hash of the project's listing, the parties, and reviews without a claim.
        parties: the SHA-256 of the parties file, or why it could not be read.
        sources: by id.
        names: who is meant by a spelling, from the parties and the sources.
        flaws: of everything but claims.
        whole: a hash of all that the rules about the dossier see, and what they found.
        variants: the utterances that they print in two ways, if somebody asked.
        effort: what was left of the steps and the tries that one check may spend on quotations
            that do not stand where they should.
        filed: the rows as they were kept in a file of their own, and that file's SHA-256.
        kept: returns what is kept of the sources beside all this, if anything is; it takes a while.
        anew: the same, where it is not what is kept.
    """

    day: str = ""
    rows: dict[str, Row] = field(default_factory=dict)
    surface: str = ""
    parties: str = ""
    sources: dict[str, KnownSource] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    flaws: tuple[Flaw, ...] = ()
    whole: str = ""
    findings: tuple[Finding, ...] = ()
    variants: tuple[Variant, ...] | None = None
    effort: list[int] = field(default_factory=lambda: [STEPS, TRIES])
    filed: Filed = field(default_factory=lambda: Filed({}, ""))
    kept: Callable[[], Kept | None] = lambda: None
    anew: Kept | None = None


def save(memory: Memory, put: Callable[[str, bytes], None]) -> None:
    """Keep a memory as JSON, the rows apart from the rest, by `put(name, data)`.

    Most checks find a few rows changed among very many; these are kept with the rest, until they
    are too many.
    """
    if memory.anew is not None:
        kept.save(memory.anew, put)
    filed, rows = memory.filed, memory.rows
    since = Since.of(rows, filed.rows)
    if not filed.sha256 or since.is_much_of(len(rows)):
        data = _json(_written(rows))
        put(_ROWS, data)
        filed, since = Filed(rows, _sha256(data)), Since({}, [])
    variants = memory.variants
    value = {
        "day": memory.day,
        "filed": filed.sha256,
        "changed": _written(since.changed),
        "gone": since.gone,
        "surface": memory.surface,
        "parties": memory.parties,
        "sources": memory.sources,
        "names": memory.names,
        "flaws": [_flaw_row(flaw) for flaw in memory.flaws],
        "whole": memory.whole,
        "findings": [finding_row(finding) for finding in memory.findings],
        "effort": memory.effort,
        "variants": None if variants is None else list(map(_variant_row, variants)),
    }
    put(_REST, _json(value))


def recall(get: Callable[[str], bytes | None]) -> Memory | None:
    """Return what `save` kept, by `get(name)`; None where it is not all there."""
    rest, filed = get(_REST), get(_ROWS)
    if rest is None or filed is None:
        return None
    try:
        value = json.loads(rest)
        if value["filed"] != _sha256(filed):
            return None
        apart = _rows(json.loads(filed))
        rows = Since(_rows(value["changed"]), value["gone"]).on(apart)
        variants = value["variants"]
        return Memory(
            day=value["day"],
            rows=rows,
            surface=value["surface"],
            parties=value["parties"],
            sources={
                source: KnownSource(path, sha, [KnownPin(*pin) for pin in pins], *others)
                for source, (path, sha, pins, *others) in value["sources"].items()
            },
            names=value["names"],
            flaws=tuple(map(_flaw, value["flaws"])),
            whole=value["whole"],
            findings=tuple(map(finding, value["findings"])),
            variants=None if variants is None else tuple(map(_variant, variants)),
            effort=value["effort"],
            filed=Filed(apart, value["filed"]),
            kept=partial(kept.recall, get),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _written(rows: Mapping[str, Row]) -> dict[str, list[Any]]:
    return {path: row.written() for path, row in rows.items()}


def _rows(written: Mapping[str, Sequence[Any]]) -> dict[str, Row]:
    return {path: Row(*row) for path, row in written.items()}


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def finding_row(one: Finding) -> list[Any]:
    """Return a finding as a row."""
    excerpts = [
        [
            excerpt.label,
            place_row(excerpt.place),
            [[run.text, run.marked] for run in excerpt.runs],
        ]
        for excerpt in one.excerpts
    ]
    place = place_row(one.place)
    return [
        one.message, place, one.help, excerpts, one.claim, one.source, one.rule, one.severity,
    ]  # fmt: skip


def finding(row: Sequence[Any]) -> Finding:
    """Return the finding that a row was made of."""
    message, place, remedy, excerpts, claim, source, rule, severity = row
    return Finding(
        message,
        Place(*place),
        remedy,
        tuple(
            Excerpt(label, Place(*at), tuple(Run(text, marked) for text, marked in runs))
            for label, at, runs in excerpts
        ),
        claim,
        source,
        rule,
        Severity(severity),
    )


def findings_of(rows: Iterable[Sequence[Any]]) -> tuple[Finding, ...]:
    """Return the findings that rows were made of."""
    return tuple(map(finding, rows))


def _flaw_row(flaw: Flaw) -> list[Any]:
    return [flaw.rule, flaw.message, place_row(flaw.place), flaw.help, flaw.claim, flaw.source]


def _flaw(row: Sequence[Any]) -> Flaw:
    rule, message, place, remedy, claim, source = row
    return Flaw(rule, message, Place(*place), remedy, claim, source)


def _variant_row(variant: Variant) -> list[Any]:
    return [
        variant.one,
        variant.one_span,
        variant.other,
        variant.other_span,
        [[segment.written, segment.printed, segment.same] for segment in variant.difference],
        list(variant.changes),
    ]


def _variant(row: Sequence[Any]) -> Variant:
    one, one_span, other, other_span, segments, changes = row
    return Variant(
        one,
        tuple(one_span),
        other,
        tuple(other_span),
        tuple(Segment(*segment) for segment in segments),
        tuple(map(Change, changes)),
    )
