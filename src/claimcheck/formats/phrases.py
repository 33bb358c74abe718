"""What a person reads: counts, statuses and the reasons for them, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.independence import UNKNOWN_KEY
from claimcheck.assessment.reviews import assess_reviews
from claimcheck.assessment.status import Flag
from claimcheck.model import SignatureState
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.assessment.independence import Voice
    from claimcheck.assessment.reviews import AssessedReview
    from claimcheck.assessment.status import Counts, Derivation
    from claimcheck.assessment.text_states import ComparedTexts
    from claimcheck.gate.report import Failure, Totals
    from claimcheck.model import Dossier, Finding, Party, Source


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


def signed_by(assessed: AssessedClaim, dossier: Dossier, *, dated: bool = True) -> str:
    """Return `ana on 2026-01-31 (not as it stands now)`; nothing where nobody has signed.

    Args:
        assessed: the claim.
        dossier: its reviews.
        dated: whether the days are told.
    """
    by_keys = bool(dossier.signers.path)
    return ", ".join(
        one_line(review.by)
        + (f" on {review.on}" if dated else "")
        + _remarks_on(review, by_keys=by_keys)
        for review in assess_reviews(assessed, dossier)
    )


def _remarks_on(review: AssessedReview, *, by_keys: bool) -> str:
    remarks = [] if review.is_current else ["not as it stands now"]
    if review.is_current and review.unseen:
        remarks.append("as far as can be seen")
    if review.key is not None:
        remarks.append(_KEY_WORDS[review.key.state])
    elif by_keys:
        remarks.append("no key")
    return f" ({', '.join(remarks)})" if remarks else ""


_KEY_WORDS = {
    SignatureState.VALID: "key valid",
    SignatureState.NOT_ALLOWED: "key not allowed",
    SignatureState.FORGED: "key's signature forged",
    SignatureState.UNCHECKED: "key unchecked",
}


_KEY_STATES = {
    SignatureState.VALID: "signed by a key, valid",
    SignatureState.NOT_ALLOWED: "signed by a key that is not allowed",
    SignatureState.FORGED: "the signature of the key is not of these words",
    SignatureState.UNCHECKED: "signed by a key, unchecked",
}


def key_signature(review: AssessedReview) -> str:
    """Say whether a key stands behind a review."""
    if review.key is None:
        return "no key has signed it"
    more = review.key.problem or review.key.key
    return _KEY_STATES[review.key.state] + (f": {more}" if more else "")


def party_name(party: str, parties: Mapping[str, Party]) -> str:
    """Return a party's name, or the plain name that was written."""
    return parties[party].name if party in parties else party


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


def reason(assessed: AssessedClaim, parties: Mapping[str, Party]) -> str:
    """Say in a sentence or two why a claim has its status."""
    derivation = assessed.derivation
    maintain, deny = _interested_parties(derivation)
    sides = {
        "supporting": derivation.supporting,
        "contradicting": derivation.contradicting,
        "counting_for": (
            *derivation.supporting, *derivation.acts_for, *derivation.admissions_for
        ),
        "counting_against": (
            *derivation.contradicting, *derivation.acts_against, *derivation.admissions_against
        ),
        "acts_for": derivation.acts_for,
        "acts_against": derivation.acts_against,
        "admissions_for": derivation.admissions_for,
        "admissions_against": derivation.admissions_against,
        "interested_for": derivation.interested_for,
        "interested_against": derivation.interested_against,
        "maintain": maintain,
        "deny": deny,
    }  # fmt: skip
    names = {
        side: conjunction([_voices(key, assessed, parties) for key in keys])
        for side, keys in sides.items()
    }
    sentence = _REASONS[derivation.row].format(**names)
    if (
        derivation.row == _WORD_AGAINST_WORD
        and sides["interested_for"] == sides["interested_against"]
    ):
        sentence = _SELF_CONTRADICTION.format(**names)
    return sentence + _not_counted(derivation, names) + _unread_items(assessed)


def _unread_items(assessed: AssessedClaim) -> str:
    if not assessed.unread:
        return ""
    verb = "does" if assessed.unread == 1 else "do"
    return f" {count(assessed.unread, 'evidence item')} could not be read and {verb} not count."


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


def _voices(key: str, assessed: AssessedClaim, parties: Mapping[str, Party]) -> str:
    """Name who speaks under one key: `TikTok (part of ByteDance)`."""
    if key == UNKNOWN_KEY:
        return "a source of unknown origin"
    speakers = {
        item.voice.speaker for item in assessed.evidence if item.votes and item.voice.key == key
    }
    members = sorted(
        party_name(speaker, parties) for speaker in speakers if speaker and speaker != key
    )
    voices = [item.voice for item in assessed.evidence if item.voice.key == key]
    if voices and not any(named_speaker(voice, parties) for voice in voices):
        return f"the document '{key}'"
    whole = party_name(key, parties)
    return f"{conjunction(members)} (part of {whole})" if members and key not in speakers else whole


# By the row of the status table.
_REASONS = {
    0: "The claim cites no evidence.",
    1: "Independent parties disagree: for it {counting_for}; against it {counting_against}.",
    2: "Independent parties bear it out: {supporting}. None contradicts it.",
    3: "Independent parties contradict it: {contradicting}. None bears it out.",
    4: "It is the own act of an interested party: {acts_for}. Nobody independent contradicts it.",
    5: "An interested party's own act is against it: {acts_against}. Nobody independent bears it "
    "out.",
    6: "An interested party admits it: {admissions_for}. Nobody independent contradicts it.",
    7: "An interested party admits that it is not so: {admissions_against}. Nobody independent "
    "bears it out.",
    8: "Word against word, both interested: for it {interested_for}; against {interested_against}.",
    9: "Only those who have an interest in it say so: {interested_for}. "
    "Nobody independent speaks for it or against it.",
    10: "Only those who have an interest in it deny it: {interested_against}. "
    "Nobody independent speaks for it or against it.",
    11: "Only documents of unknown origin say so, and somebody has an interest in the claim.",
    12: "Only documents of unknown origin deny it, and somebody has an interest in the claim.",
    13: "No evidence that counts speaks for the claim or against it.",
}
_WORD_AGAINST_WORD = 8
_SELF_CONTRADICTION = (
    "{interested_for} has an interest in it, and speaks both for it and against it; nobody "
    "independent speaks either way."
)
_ROWS_OF_COUNTING_PARTIES = {1, 2, 3, 4, 5, 6, 7}


def _interested_parties(derivation: Derivation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the interested parties, for it and against it, whose word alone is not counted."""
    own_for = {*derivation.acts_for, *derivation.admissions_for}
    own_against = {*derivation.acts_against, *derivation.admissions_against}
    return (
        tuple(key for key in derivation.interested_for if key not in own_for),
        tuple(key for key in derivation.interested_against if key not in own_against),
    )


def _not_counted(derivation: Derivation, names: Mapping[str, str]) -> str:
    if derivation.row not in _ROWS_OF_COUNTING_PARTIES:
        return ""
    maintain, deny = names["maintain"], names["deny"]
    if maintain and maintain == deny:
        return f" Not counted, being interested: {maintain}, on both sides."
    sides = [f"{maintain}, for it"] if maintain else []
    sides += [f"{deny}, against it"] if deny else []
    return f" Not counted, being interested: {'; '.join(sides)}." if sides else ""


FLAGS = {
    Flag.DENIED_BY_INTERESTED: "an interested party denies it",
    Flag.MAINTAINED_BY_INTERESTED: "an interested party maintains it",
    Flag.WORD_AGAINST_WORD: "interested parties contradict each other",
    Flag.OWN_ACT: "it rests on what an interested party has itself done",
    Flag.ADMISSION: "it rests on what an interested party admits",
    Flag.UNKNOWN_ORIGIN: "documents of unknown origin do not count where somebody is interested",
    Flag.CIRCULAR: "several items on one side are one party's word or one document, and count once",
    Flag.STALE: "its evidence may be out of date",
    Flag.RETROSPECTIVE: "its evidence is from long after the day for which it is claimed",
    Flag.VERDICT_DIFFERS: "the signed verdict is another",
    Flag.RETRACTED_SOURCE: "it cites a document that was taken back",
}


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
    severities = (
        (totals.errors, "error"),
        (totals.warnings, "warning"),
        (totals.notes, "note"),
    )
    findings = ", ".join(count(number, word) for number, word in severities if number)
    aside = "".join(
        f", {number} {word}"
        for number, word in ((totals.allowed, "allowed"), (totals.inherited, "accepted earlier"))
        if number
    )
    if totals.failed_rules:
        aside += f", {count(totals.failed_rules, 'rule')} failed"
    unread = f", {count(totals.unread, 'unread file')}" if totals.unread else ""
    unjudged = f", {totals.unjudged} not judged" if totals.unjudged else ""
    findings = findings or "no findings"
    return (
        f"{read}{unread}: {findings}{aside}; {totals.unchecked} unchecked{unjudged}"
        f"{_omissions(totals)}{_compared_texts(totals)}{_rules_not_run(totals)}"
    )


def _rules_not_run(totals: Totals) -> str:
    """Say how many rules the command line left out."""
    return f"; {count(totals.rules_not_run, 'rule')} not run" if totals.rules_not_run else ""


def _omissions(totals: Totals) -> str:
    """Say how many omissions nobody was warned of, and how many of them somebody has signed."""
    if not totals.omissions:
        return ""
    return f"; {count(totals.omissions, 'omission')}, {totals.signed_omissions:,} signed"
