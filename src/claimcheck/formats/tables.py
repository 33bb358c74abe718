"""A dossier as tables: claims, evidence, sources, findings and reviews, with documented columns.

Lists are lists; a format that has none writes them with `; ` between their parts. Columns that a
person wrote have the names of the files' keys; the others say what was worked out, and are not read
back.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.assessment.pins import pin_state
from claimcheck.assessment.reviews import assess_reviews
from claimcheck.dossier import locators
from claimcheck.formats.live_pages import live_passage
from claimcheck.text.formulas import FORMULA_SIGNS, without_formula

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.formats.export import ReportOnDemand
    from claimcheck.model import Dossier, Finding, Source, Verdict

Cell = str | int | bool | tuple[str, ...] | None
SEPARATOR: Final = "; "
# Of a format that holds one table, where nobody names another.
DEFAULT_TABLE: Final = "evidence"
# Of a workbook's cell, in characters.
LONGEST_CELL: Final = 32_767
# Whether some cell of a row, each after a line end, is to be written otherwise than it is.
_NEEDS_CARE: Final = re.compile(f"\r|\n['{re.escape(''.join(FORMULA_SIGNS))}]")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: its name.
        description: what it holds, in a sentence.
        written: whether a person wrote it, so that it may be changed and read back.
        form: what a cell is: `text`, `number`, `flag` or `list`.
    """

    name: str
    description: str
    written: bool = False
    form: str = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns, and its rows of a report, in their order."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[ReportOnDemand], Iterator[tuple[Cell, ...]]]


CLAIM_COLUMNS: Final = (
    Column("id", "The claim's id; a row is known by it."),
    Column("claim", "The assertion.", written=True),
    Column("status", "The status that follows from the evidence."),
    Column("corroboration", "How many independent origins stand behind the status, in a word."),
    Column("items", "How many passages count.", form="number"),
    Column("outlets", "How many outlets they are from.", form="number"),
    Column("origins", "How many independent origins they have.", form="number"),
    Column("flags", "What else a reader is told.", form="list"),
    Column("claimant", "Who asserts the claim.", written=True, form="list"),
    Column("claimed_on", "The day on which it was asserted.", written=True),
    Column("interested", "Others who are not independent.", written=True, form="list"),
    Column("kind", "An event or a state.", written=True),
    Column("as_of", "The day for which it is meant.", written=True),
    Column("review_by", "The day after which it counts as stale.", written=True),
    Column("tags", "Its tags.", written=True, form="list"),
    Column("rests_on", "The claims that it needs.", written=True, form="list"),
    Column("verdict_status", "What a person concludes.", written=True),
    Column("verdict_rating", "A word of the project's own list.", written=True),
    Column("verdict_by", "Who signs the verdict.", written=True),
    Column("verdict_on", "The day on which it was signed.", written=True),
    Column("verdict_rationale", "Why.", written=True),
    Column("signed_by", "Who has signed the claim as it stands.", form="list"),
    Column("unjudged", "How many passages nobody has judged.", form="number"),
    Column("file", "The claim's file."),
)
EVIDENCE_COLUMNS: Final = (
    Column("claim", "The id of the claim; a row is known by it and the number."),
    Column("number", "Which of the claim's passages it is, from 1.", form="number"),
    Column("source", "The id of the source.", written=True),
    Column("stance", "supports, contradicts, context or unset.", written=True),
    Column("quote", "The source's own words.", written=True),
    Column("prefix", "What stands before them, where that is needed.", written=True),
    Column("suffix", "What stands behind them, where that is needed.", written=True),
    Column("speaker", "Whose word it is, where that is not the publisher's.", written=True),
    Column("page", "The page that a person gave.", written=True),
    Column("by", "act or admission.", written=True),
    Column("origin", "The source that the passage repeats.", written=True),
    Column("rationale", "Why it bears on the claim.", written=True),
    Column("translation", "The quotation in the readers' language.", written=True),
    Column("translation_by", "Who translated it.", written=True),
    Column("value", "What cells of its tables are said to come to, in a line."),
    Column("fit", "How well the words agree with the source."),
    Column("counts", "Whether the passage counts for the status.", form="flag"),
    Column("silent_because", "Why it does not."),
    Column("passage", "The source's own words there, or the nearest ones."),
    Column("start", "Where they begin in the pinned text, in code points from 0.", form="number"),
    Column("end", "Where they end.", form="number"),
    Column("found_on", "The page or time that they are at."),
    Column("link", "Where they are on the live page."),
    Column("file", "The claim's file."),
    Column("line", "The line of the quotation in it.", form="number"),
)
SOURCE_COLUMNS: Final = (
    Column("id", "The source's id; a row is known by it."),
    Column("title", "The document's title.", written=True),
    Column("type", "What kind of document it is.", written=True),
    Column("author", "Who wrote it.", written=True, form="list"),
    Column("container_title", "What it appeared in.", written=True),
    Column("publisher", "Who published it.", written=True),
    Column("language", "Its language.", written=True),
    Column("issued", "When it appeared.", written=True),
    Column("accessed", "When it was fetched.", written=True),
    Column("url", "Where it was found.", written=True),
    Column("archive_url", "Where an archive keeps a copy.", written=True),
    Column("origin", "The source that it repeats.", written=True),
    Column("notice", "What its publisher said of it afterwards.", written=True),
    Column("state", "How its files compare with the hashes in its record."),
    Column("cited_by", "The claims that cite it.", form="list"),
    Column("file", "The pinned document."),
    Column("sha256", "The SHA-256 of the pinned document."),
)
FINDING_COLUMNS: Final = (
    Column("rule", "The rule."),
    Column("severity", "error, warning or note."),
    Column("state", "counts, or allowed by the claim, or accepted earlier."),
    Column("message", "What is wrong."),
    Column("help", "How to mend it."),
    Column("claim", "The claim."),
    Column("source", "The source."),
    Column("file", "The file."),
    Column("line", "The line.", form="number"),
    Column("column", "The column.", form="number"),
)
REVIEW_COLUMNS: Final = (
    Column("claim", "The id of the claim."),
    Column("by", "Who signed it."),
    Column("on", "The day on which they did."),
    Column("current", "Whether what was signed is what stands there now.", form="flag"),
    Column("changed", "What is not as it was signed.", form="list"),
    Column(
        "signature",
        "Of a key: `valid`, `not-allowed`, `forged` or `unchecked`; empty where there is none.",
    ),
)


def claim_row(assessed: AssessedClaim, dossier: Dossier) -> tuple[Cell, ...]:
    """Return a claim's row of the table `claims`."""
    claim, derivation, verdict = assessed.claim, assessed.derivation, assessed.claim.verdict
    counts = derivation.counts
    signed = tuple(each.by for each in assess_reviews(assessed, dossier) if each.is_current)
    return (
        claim.id, claim.text, str(derivation.status), str(derivation.corroboration),
        counts.items, counts.outlets, counts.origins, tuple(map(str, derivation.flags)),
        claim.claimants, _text(claim.claimed_on), claim.interested,
        str(claim.kind) if claim.kind_written else None, _text(claim.as_of),
        _text(claim.review_by), claim.tags, claim.rests_on,
        *_verdict(verdict),
        signed, assessed.unjudged, claim.place.path,
    )  # fmt: skip


def _verdict(verdict: Verdict | None) -> tuple[Cell, ...]:
    if verdict is None:
        return (None,) * 5
    return str(verdict.status), verdict.rating, verdict.by, str(verdict.on), verdict.rationale


def evidence_row(
    assessed: AssessedClaim, item: AssessedEvidence, source: Source | None
) -> tuple[Cell, ...]:
    """Return an evidence item's row of the table `evidence`.

    Args:
        assessed: its claim.
        item: the item.
        source: the source in which its words stand, or are nearest to standing.
    """
    evidence, anchor, quote = item.evidence, item.anchor, item.evidence.quote
    start, end = anchor.start, anchor.end
    passage = found_on = link = None
    if source is not None and source.text is not None and start is not None and end is not None:
        passage = source.text[start:end]
        found_on = locators.locator_phrase(source, start, end) or None
        link = live_passage(source, anchor) or None if anchor.fit.passes else None
    translation = evidence.translation
    return (
        assessed.id, evidence.number, evidence.source, str(evidence.stance),
        quote.exact if evidence.quoted else None, quote.prefix or None, quote.suffix or None,
        evidence.speaker, evidence.page,
        str(evidence.basis) if evidence.basis else None, evidence.origin, evidence.rationale,
        translation.text if translation else None, translation.by if translation else None,
        str(evidence.value) if evidence.value else None,
        str(item.fit), item.votes, item.silent_because or None,
        passage, start, end, found_on, link, evidence.place.path, evidence.quote_place.line,
    )  # fmt: skip


def _claims(report: ReportOnDemand) -> Iterator[tuple[Cell, ...]]:
    dossier = report.dossier
    return (claim_row(assessed, dossier) for assessed in report.assessment.claims)


def _evidence(report: ReportOnDemand) -> Iterator[tuple[Cell, ...]]:
    return evidence_rows(report.assessment.claims, report.dossier)


def evidence_rows(claims: Iterable[AssessedClaim], dossier: Dossier) -> Iterator[tuple[Cell, ...]]:
    """Yield the rows of the table `evidence` for some claims, in their order."""
    for assessed in claims:
        for item in assessed.evidence:
            source = dossier.sources.get(item.found_in) if item.found_in else item.source
            yield evidence_row(assessed, item, source)


def evidence_objects(
    claims: Iterable[AssessedClaim], dossier: Dossier
) -> Iterator[dict[str, Cell]]:
    """Yield the same rows by the names of their columns."""
    names = [column.name for column in EVIDENCE_COLUMNS]
    for row in evidence_rows(claims, dossier):
        yield dict(zip(names, row, strict=True))


def _sources(report: ReportOnDemand) -> Iterator[tuple[Cell, ...]]:
    cited: dict[str, dict[str, None]] = {}
    for assessed, item in report.assessment.evidence:
        cited.setdefault(item.evidence.source, {})[assessed.id] = None
    for source in report.dossier.sources.values():
        pin = source.pins[0] if source.pins else None
        yield (
            source.id, source.title, source.type, source.author, source.container_title,
            source.publisher, source.language, _text(source.issued), _text(source.accessed),
            source.url, source.archive_url, source.origin,
            str(source.notice) if source.notice else None, str(pin_state(source)),
            tuple(cited.get(source.id, ())),
            pin.path if pin else None, pin.expected if pin else None,
        )  # fmt: skip


def _findings(report: ReportOnDemand) -> Iterator[tuple[Cell, ...]]:
    for state, findings in (
        ("counts", report.findings),
        ("allowed", report.allowed),
        ("accepted earlier", report.inherited),
    ):
        for finding in findings:
            yield _finding(finding, state)


def _finding(finding: Finding, state: str) -> tuple[Cell, ...]:
    place = finding.place
    return (
        finding.rule, str(finding.severity), state, finding.message, finding.help or None,
        finding.claim, finding.source, place.path, place.line or None, place.column or None,
    )  # fmt: skip


def _reviews(report: ReportOnDemand) -> Iterator[tuple[Cell, ...]]:
    for assessed in report.assessment.claims:
        for review in assess_reviews(assessed, report.dossier):
            key = str(review.key.state) if review.key else None
            yield (
                assessed.id,
                review.by,
                str(review.on),
                review.is_current,
                review.changes,
                key,
            )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


TABLES: Final = {
    table.name: table
    for table in (
        Table("claims", CLAIM_COLUMNS, _claims),
        Table("evidence", EVIDENCE_COLUMNS, _evidence),
        Table("sources", SOURCE_COLUMNS, _sources),
        Table("findings", FINDING_COLUMNS, _findings),
        Table("reviews", REVIEW_COLUMNS, _reviews),
    )
}


def other_tables(name: str) -> str:
    """Say which tables a format leaves out that holds one.

    Args:
        name: the table that was asked for; "" for the one that it has by itself.
    """
    others = ", ".join(table for table in TABLES if table != (name or DEFAULT_TABLE))
    return f"one table is written; --table names another: {others}"


def in_line(cell: Cell) -> str:
    """Return a cell for a format that has texts alone; flags are `yes` and `no`."""
    if cell is None:
        return ""
    if isinstance(cell, tuple):
        return SEPARATOR.join(cell)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return str(cell)


def csv_line(row: Iterable[Cell]) -> str:
    """Return a row as a line of CSV (RFC 4180, with a plain line end); no cell is a formula."""
    return csv_lines((row,))


def csv_lines(rows: Iterable[Iterable[Cell]]) -> str:
    """Return rows as lines of CSV, as `csv_line` writes one."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(map(_csv_row, rows))
    return out.getvalue()


def _csv_row(row: Iterable[Cell]) -> list[str]:
    cells = [cell if type(cell) is str else in_line(cell) for cell in row]
    if _NEEDS_CARE.search("\n".join(("", *cells))):
        return list(map(no_formula, cells))
    return cells


def no_formula(value: str) -> str:
    """Return a cell that no spreadsheet runs, with plain ends of lines; see `without_formula`."""
    return without_formula(value.replace("\r\n", "\n").replace("\r", "\n"))
