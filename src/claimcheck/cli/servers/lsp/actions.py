"""What may be done to a claim from an editor: titles, and the file's text afterwards.

None changes a word unseen: a title shows the words that change, or the editor is told to ask before
it changes them. What only a person can say, a reason or a name, is left open for them to write.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from claimcheck import rules
from claimcheck.anchor import Fit
from claimcheck.assessment.attributions import stated_speaker
from claimcheck.editing import EvidenceToWrite
from claimcheck.editing.evidence import with_evidence
from claimcheck.editing.mending import TYPOGRAPHY, corrections
from claimcheck.editing.operations.edit_claim import with_allowance
from claimcheck.editing.quote import with_quote
from claimcheck.editing.values import with_value
from claimcheck.model import Stance
from claimcheck.model.errors import EditError
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.cli.servers.lsp.snapshot import ClaimView
    from claimcheck.model import Finding
    from claimcheck.search.passages import RankedPassage

    Passages = Callable[[str, tuple[str, ...]], list[RankedPassage]]

_LONGEST_TITLE: Final = 80  # characters of a quotation in the title of an action
_LONGEST_CHANGES: Final = 160
_FITTING: Final = 3  # passages that are offered
# What stands in an edited file where a person is to write something.
OPEN: Final = "claimcheck-leaves-this-open"
_JUDGED: Final = (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.CONTEXT)


@dataclass(frozen=True, slots=True)
class ClaimAction:
    """Something that may be done to a claim's file.

    Attributes:
        title: what it does, in words.
        text: the file's text afterwards; `OPEN` stands where a person is to write something.
        changes_words: whether other words are quoted, or another source is cited, afterwards.
        shown: whether the title shows all words that change.
        hint: what a person is to write.
        rule: the rule whose finding it mends or allows; "" for none.
        is_safe: whether it cannot change the meaning.
    """

    title: str
    text: str
    changes_words: bool = False
    shown: bool = True
    hint: str = ""
    rule: str = ""
    is_safe: bool = False


def claim_actions(
    view: ClaimView, number: int | None, line: int, text: str, passages: Passages
) -> Iterator[ClaimAction]:
    """Yield what may be done where the cursor is.

    Args:
        view: the claim as the editor has it.
        number: the evidence item that the cursor is in; None for the claim itself.
        line: the line, from 1.
        text: what the editor holds.
        passages: looks for passages, given words and the sources to look in (none for all).
    """
    if view.claim is None:
        return
    data = text.encode("utf-8", "surrogatepass")
    item = item_of(view.claim, number) if number is not None else None
    if item is not None:
        yield from _quotations(view, item, data)
        yield from _nearest(view, item, data, passages)
        yield from _stances(item, data)
        yield from _speaker(view, item, data)
    elif number is None and not view.claim.evidence:
        yield from _first_passages(view.claim, data, passages)
    here = [each for each in view.findings if _is_at(each, line, item)]
    yield from _allowances(view, here, data)


def item_of(claim: AssessedClaim | None, number: int) -> AssessedEvidence | None:
    """Return an evidence item by its number."""
    items = claim.evidence if claim else ()
    return next((item for item in items if item.evidence.number == number), None)


def _quotations(view: ClaimView, item: AssessedEvidence, data: bytes) -> Iterator[ClaimAction]:
    evidence, anchor = item.evidence, item.anchor
    # Where it stands in another source, that one is offered: this one prints nothing like it.
    source = None if item.found_in else item.source
    before = evidence.quote.exact
    for each in corrections([view.claim] if view.claim else []):
        if each.item.number == evidence.number:
            lead = f"write it as printed ({each.kind})"
            words = each.quote.exact
            yield from _requoted(lead, data, evidence.number, before, words, is_safe=each.safe)
    if not anchor.passes and source is not None and source.text and anchor.start is not None:
        printed = " ".join(source.text[anchor.start : anchor.end].split())
        lead = "quote what is printed instead"
        yield from _requoted(lead, data, evidence.number, before, printed)
    if anchor.fit is Fit.MISATTRIBUTED and item.found_in:
        with suppress(EditError):
            edited = with_value(data, ("evidence", evidence.number, "source"), item.found_in)
            yield ClaimAction(
                f"cite '{item.found_in}', which prints it", _text(edited), changes_words=True,
                rule="quote-misattributed",
            )  # fmt: skip


def _requoted(  # noqa: PLR0913 - what a title and an edit are made of
    lead: str, data: bytes, number: int, before: str, words: str, *, is_safe: bool = False
) -> Iterator[ClaimAction]:
    change, shown = _shown_change(before, words)
    with suppress(EditError):
        yield ClaimAction(
            f"{lead}: {change}", _text(with_quote(data, number, words)),
            changes_words=TYPOGRAPHY not in lead, shown=shown or is_safe, is_safe=is_safe,
            rule="quote-",
        )  # fmt: skip


def _shown_change(before: str, after: str) -> tuple[str, bool]:
    """Return what a title says of a change, and whether that is all of it."""
    line = one_line(after)
    if len(line) <= _LONGEST_TITLE:
        return line, True
    old, new = before.split(), after.split()
    parts = [
        f"{' '.join(old[low:high]) or '…'} → {' '.join(new[first:last]) or '(left out)'}"
        for what, low, high, first, last in SequenceMatcher(
            None, old, new, autojunk=False
        ).get_opcodes()
        if what != "equal"
    ]
    changes = one_line("; ".join(parts))
    if len(changes) <= _LONGEST_CHANGES:
        return changes, True
    return f"{line[:_LONGEST_TITLE]}…", False


def _nearest(
    view: ClaimView, item: AssessedEvidence, data: bytes, passages: Passages
) -> Iterator[ClaimAction]:
    """Offer what the sources print that is most like a quotation that stands nowhere."""
    if item.anchor.passes or item.anchor.start is not None or view.claim is None:
        return
    evidence = item.evidence
    words = evidence.quote.exact.strip() or view.claim.claim.text
    cited = (evidence.source,) if item.source is not None and item.source.text else ()
    for passage in passages(words, cited)[:_FITTING]:
        change, shown = _shown_change(evidence.quote.exact, passage.quote.exact)
        with suppress(EditError):
            edited = with_quote(data, evidence.number, passage.quote.exact)
            if passage.source != evidence.source:
                edited = with_value(edited, ("evidence", evidence.number, "source"), passage.source)
            yield ClaimAction(
                f"cite the nearest passage of '{passage.source}': {change}", _text(edited),
                changes_words=True, shown=shown, rule="quote-",
            )  # fmt: skip


def _first_passages(claim: AssessedClaim, data: bytes, passages: Passages) -> Iterator[ClaimAction]:
    """Offer passages to a claim that cites nothing; whether they speak for it, a person judges."""
    for passage in passages(claim.claim.text, ())[:_FITTING]:
        words = one_line(passage.quote.exact)
        shown = len(words) <= _LONGEST_CHANGES
        if not shown:
            words = f"{words[:_LONGEST_TITLE]}…"
        item = EvidenceToWrite(
            passage.source, Stance.UNSET, passage.quote, page=passage.page or None
        )
        with suppress(EditError):
            yield ClaimAction(
                f"cite the nearest passage of '{passage.source}', not judged: {words}",
                _text(with_evidence(data, item)), changes_words=True, shown=shown,
                rule="no-evidence",
            )  # fmt: skip


def _stances(item: AssessedEvidence, data: bytes) -> Iterator[ClaimAction]:
    if item.evidence.stance is not Stance.UNSET:
        return
    for stance in _JUDGED:
        with suppress(EditError):
            edited = with_value(data, ("evidence", item.evidence.number, "stance"), str(stance))
            yield ClaimAction(f"stance: {stance}", _text(edited), rule="stance-unset")


def _speaker(view: ClaimView, item: AssessedEvidence, data: bytes) -> Iterator[ClaimAction]:
    """Offer the speaker whom the source names, and one that a person names."""
    evidence = item.evidence
    is_wanted = any(
        each.rule == "speaker-unstated" and each.place == evidence.quote_place
        for each in view.findings
    )
    if evidence.speaker or not item.anchor.passes:
        return
    path = ("evidence", evidence.number, "speaker")
    named = stated_speaker(item, view.assessment.dossier.parties)
    with suppress(EditError):
        if named:
            yield ClaimAction(
                f"add speaker: {one_line(named)}", _text(with_value(data, path, named)),
                rule="speaker-unstated",
            )  # fmt: skip
        if is_wanted:
            yield ClaimAction(
                "add speaker: write whose words these are", _text(with_value(data, path, OPEN)),
                hint="whose words these are", rule="speaker-unstated",
            )  # fmt: skip


def _allowances(view: ClaimView, findings: Iterable[Finding], data: bytes) -> Iterator[ClaimAction]:
    """Offer to allow what the project's settings let a claim allow; a person writes why."""
    allowable = rules.allowable(view.assessment.dossier.config)
    for rule in dict.fromkeys(each.rule for each in findings):
        if rule in allowable:
            with suppress(EditError):
                yield ClaimAction(
                    f"allow {rule} in this claim: write why",
                    _text(with_allowance(data, rule, OPEN)), hint="why", rule=rule,
                )  # fmt: skip


def _is_at(finding: Finding, line: int, item: AssessedEvidence | None) -> bool:
    """Whether a finding is about the line, or about the item that the line belongs to."""
    if finding.place.line in {0, line}:
        return True
    evidence = item.evidence if item else None
    places = (
        (evidence.place, evidence.quote_place, evidence.source_place, evidence.stance_place)
        if evidence
        else ()
    )
    return finding.place in places


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", "surrogatepass")
