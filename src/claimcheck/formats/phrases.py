"""What a person reads about a dossier and a check: counts, names, dates and findings, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.assessment.independence import Voice
    from claimcheck.assessment.status import Counts
    from claimcheck.assessment.text_states import ComparedTexts
    from claimcheck.gate.report import Failure, Totals
    from claimcheck.model import Finding, Party, Source


def unread_file(path: str) -> str:
    """Return that a file of the dossier could not be read, and what says why."""
    return f"{one_line(path)} could not be read; `claimcheck check` says why"


def basis(assessed: AssessedClaim) -> str:
    """Return `3 items, 2 outlets, 1 origin`, and how many more items do not count, and why."""
    phrase = evidence_counts(assessed.derivation.counts)
    if assessed.failing:
        phrase += f"; {count(assessed.failing, 'quote')} not in its source"
    if assessed.unjudged:
        phrase += f"; {count(assessed.unjudged, 'item')} not judged"
    if assessed.unread:
        phrase += f"; {count(assessed.unread, 'item')} not readable"
    if unchecked := assessed.unchecked - assessed.unread:
        phrase += f"; {count(unchecked, 'item')} unchecked"
    if assessed.uncounted:
        verb = "does" if assessed.uncounted == 1 else "do"
        phrase += f"; {count(assessed.uncounted, 'item')} {verb} not count"
    return phrase


def basis_and_texts(assessed: AssessedClaim) -> str:
    """Return a claim's counts, and whose texts nobody has compared with their documents."""
    uncompared = uncompared_sources([assessed])
    names = f"; text not compared: {one_line(', '.join(uncompared))}" if uncompared else ""
    return basis(assessed) + names


def evidence_counts(counts: Counts) -> str:
    """Return `3 items, 2 outlets, 1 origin`."""
    return ", ".join(
        (
            count(counts.items, "item"),
            count(counts.outlets, "outlet"),
            count(counts.origins, "origin"),
        )
    )


def party_name(party: str, parties: Mapping[str, Party]) -> str:
    """Return a party's name, or the plain name that was written."""
    return parties[party].name if party in parties else party


def named_speaker(voice: Voice, parties: Mapping[str, Party]) -> str | None:
    """Return who speaks, as the claim or the record says; None where only a document's id stands.

    Args:
        voice: whose word a passage is.
        parties: the parties by id; one may have the id of a document.
    """
    speaker = voice.speaker
    if speaker in {*voice.chain, voice.root} and speaker not in parties:
        return None
    return speaker


def publication(source: Source, parties: Mapping[str, Party]) -> str:
    """Say who published a source, and when where that is known."""
    publisher = party_name(source.publisher, parties) if source.publisher else ""
    outlet = one_line(publisher or source.container_title or "publisher not known")
    return f"{outlet}, {source.issued}" if source.issued else outlet


def conjunction(words: Sequence[str]) -> str:
    """Return `one`, `one and two`, `one, two and three`; nothing for no words."""
    if len(words) < 2:  # one word needs no conjunction
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def silenced_by(finding: Finding) -> str:
    """Return what may allow a finding: its claim, by its id, or else an article, by its path."""
    return finding.claim or finding.place.path


def reasons_of(assessment: Assessment) -> dict[tuple[str, str], str]:
    """Return why claims and articles silence rules, by what `silenced_by` returns and the rule."""
    of_claims = {
        (assessed.claim.id, allowance.rule): allowance.reason
        for assessed in assessment.claims
        for allowance in assessed.claim.allow
    }
    return of_claims | {
        (assessed.article.path, rule): reason
        for assessed in assessment.articles
        for rule, reason in assessed.article.allow.items()
    }


def rule_failure(failure: Failure) -> str:
    """Return `rule quote-altered itself failed (ValueError)`."""
    return f"rule {failure.rule} itself failed ({type(failure.error).__name__})"


def uncompared_texts(number: int) -> str:
    """Return `2 texts not compared with the document`."""
    return f"{count(number, 'text')} not compared with the document"


def uncompared_of(claims: Iterable[AssessedClaim], *, named: bool = False) -> str:
    """Say how many extracted texts some claims cite, which nobody has compared now; "" for none.

    Args:
        claims: the claims.
        named: whether the texts are named by their sources, too.
    """
    cited = uncompared_sources(claims)
    names = f": {', '.join(cited)}" if named else ""
    return f"{uncompared_texts(len(cited))}{names}" if cited else ""


def uncompared_sources(claims: Iterable[AssessedClaim]) -> list[str]:
    """Return the sources whose extracted texts some claims cite, where nothing was compared."""
    return sorted(
        {
            item.source.id
            for claim in claims
            for item in claim.evidence
            if item.source is not None and item.source.has_extract
        }
    )


def compared_of(texts: ComparedTexts) -> str:
    """Say which texts that a claim cites were compared with their documents, and when; "" for none.

    Args:
        texts: those that the claim cites.
    """
    parts = (
        (texts.compared, f"compared with the document on {texts.on}"),
        (texts.differing, f"compared on {texts.on}, and not what the document says"),
        (texts.uncompared, "not compared with the document"),
    )
    return "; ".join(f"{verb}: {', '.join(ids)}" for ids, verb in parts if ids)


def _compared_texts(totals: Totals) -> str:
    """Say how many texts were compared with the documents that they were taken from."""
    if not totals.extracts:
        return ""
    uncompared = totals.uncompared
    if not totals.compared:
        return f"; {uncompared_texts(uncompared)}"
    more = f", {uncompared} not" if uncompared else ""
    return f"; {count(totals.compared, 'text')} compared with the document{more}"


def following(findings: Sequence[Finding]) -> str:
    """Return `2 findings follow from this: review-stale, verdict-unexplained`."""
    rules = ", ".join(sorted({finding.rule for finding in findings}))
    verb = "follows" if len(findings) == 1 else "follow"
    return f"{count(len(findings), 'finding')} {verb} from this: {rules}"


def closing(totals: Totals) -> str:
    """Return the closing line of a check: what was read, what was found, what was not checked."""
    read = ", ".join(
        (
            count(totals.claims, "claim"),
            count(totals.evidence, "evidence item"),
            count(totals.sources, "source"),
            *([count(totals.articles, "article")] if totals.articles else []),
        )
    )
    failed = f", {count(totals.failed_rules, 'rule')} failed" if totals.failed_rules else ""
    unread = f", {count(totals.unread, 'unread file')}" if totals.unread else ""
    unjudged = f", {totals.unjudged} not judged" if totals.unjudged else ""
    return (
        f"{read}{unread}: {finding_counts(totals)}{failed}; {totals.unchecked} unchecked{unjudged}"
        f"{_omissions(totals)}{_compared_texts(totals)}{_rules_not_run(totals)}"
    )


def finding_counts(totals: Totals) -> str:
    """Return `2 errors, 1 note, 1 allowed`; `no findings` for none of any severity."""
    severities = ((totals.errors, "error"), (totals.warnings, "warning"), (totals.notes, "note"))
    counted = [count(number, word) for number, word in severities if number] or ["no findings"]
    excused = ((totals.allowed, "allowed"), (totals.inherited, "accepted earlier"))
    return ", ".join([*counted, *(f"{number} {word}" for number, word in excused if number)])


def _rules_not_run(totals: Totals) -> str:
    """Say how many rules the command line left out."""
    return f"; {count(totals.rules_not_run, 'rule')} not run" if totals.rules_not_run else ""


def _omissions(totals: Totals) -> str:
    """Say how many omissions nobody was warned of, and how many of them somebody has signed."""
    if not totals.omissions:
        return ""
    return f"; {count(totals.omissions, 'omission')}, {totals.signed_omissions:,} signed"
