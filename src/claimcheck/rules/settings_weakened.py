"""A change asks less of the project than it was held to before.

Why:
    Whoever may change the settings of the gate could let anything through it: switch off the rule
    that would find it, point it at another folder, take a tag off a claim, accept findings in the
    baseline, or let git alter the files as it writes them out. So a change is judged by the
    stricter of the settings that it found and those that it brings, and a person has to look at the
    rest. The rule speaks only where a change is judged (`check --base`).
Mend:
    If the settings are meant to change, say so where the change is reviewed; better still, change
    them by themselves, apart from claims and sources.

Example:
    A change writes `quote-altered = "off"` into the configuration.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck import rules
from claimcheck.assessment.features import Feature
from claimcheck.assessment.passages import shorten
from claimcheck.assessment.successors import claim_successors
from claimcheck.dossier.article_files import policy_of
from claimcheck.dossier.names import name_key
from claimcheck.model import Finding, Place, Requirement, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.model import ArticlePolicy, Config, Dossier, Signers

SEVERITY = Severity.ERROR
FEATURE = Feature.BASE
_REMEDY = (
    "say so where the change is reviewed; until it is merged, it is judged by the stricter settings"
)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report what the dossier is held to no more, since the one that it is built on."""
    dossier, base = assessment.dossier, assessment.dossier.base
    if base is None:
        return
    own = dossier.own_config or dossier.config
    for message in (*_weaker(base.config, own), *_trusting(base.config, own)):
        yield Finding(f"the change {message}", Place(own.file), _REMEDY)
    yield from _signers_added(base.signers, dossier.signers)
    yield from _tags_taken_off(base, dossier)
    yield from _accepted(base, dossier)
    # What git does to files is found where commits are read.
    for flaw in dossier.flaws:
        if flaw.rule == "settings-weakened":
            yield Finding(flaw.message, flaw.place, flaw.help)


def _elsewhere(base: Config, head: Config) -> Iterator[str]:
    for key in ("claims", "sources", "reviews"):
        earlier, now = getattr(base, key), getattr(head, key)
        if earlier != now:
            yield f"points `{key}` at {now}/ instead of {earlier}/"
    if base.signers and head.signers != base.signers:
        yield f"points `signers` at {head.signers or 'no file'} instead of {base.signers}"


def _weaker(base: Config, head: Config) -> Iterator[str]:
    yield from _elsewhere(base, head)
    yield from _articles(base, head)
    head_levels = rules.levels(head.rules)
    for name, was in rules.levels(base.rules).items():
        level = head_levels[name]
        if rules.WEIGHTS[level] < rules.WEIGHTS[was]:
            yield f"lowers the rule {name} from {was} to {level or rules.OFF}"
    if head.min_origins < base.min_origins:
        yield f"lowers `min_origins` from {base.min_origins} to {head.min_origins}"
    if head.stale_after > base.stale_after:
        yield f"raises `stale_after` from {base.stale_after} to {head.stale_after}"
    if more := [name for name in head.allowable if name not in base.allowable]:
        yield f"lets claims silence {', '.join(more)}"
    now_required = {_tag_key(requirement): requirement for requirement in head.require}
    for earlier in base.require:
        now = now_required.get(_tag_key(earlier), Requirement())
        if less := "; ".join(_less_required(earlier, now)):
            scope = f"every claim tagged '{earlier.tag}'" if earlier.tag else "every claim"
            yield f"asks less of {scope}: {less}"


def _tag_key(requirement: Requirement) -> str | None:
    """What a requirement's tag has in common with other spellings of it; None for all claims."""
    return None if requirement.tag is None else name_key(requirement.tag)


def _articles(base: Config, head: Config) -> Iterator[str]:
    """Say what is asked of articles no more."""
    if gone := [pattern for pattern in base.articles if pattern not in head.articles]:
        yield f"looks no more at the articles {', '.join(gone)}"
    patterns = dict.fromkeys(
        policy.pattern for policy in (*base.article_policy, *head.article_policy)
    )
    for pattern in patterns:
        # A pattern stands for the paths that it names.
        earlier, now = policy_of(base, pattern), policy_of(head, pattern)
        if less := "; ".join(_less_bound(earlier, now)):
            scope = f"the articles {pattern}" if pattern else "articles"
            yield f"asks less of {scope}: {less}"


def _less_bound(earlier: ArticlePolicy, now: ArticlePolicy) -> Iterator[str]:
    if loose := [str(each) for each in earlier.bind if each not in now.bind]:
        yield f"no binding of each {' and '.join(loose)}"
    if now.coverage < earlier.coverage:
        yield f"coverage {now.coverage} instead of {earlier.coverage}"
    if earlier.status and not now.status:
        yield f"any status instead of {' or '.join(earlier.status)}"
    elif not set(now.status) <= set(earlier.status or now.status):
        yield f"the status {' or '.join(now.status)} instead of {' or '.join(earlier.status)}"


def _trusting(base: Config, head: Config) -> Iterator[str]:
    """Say which authorities of time stamps are newly trusted."""
    if more := [root for root in head.stamp_roots if root not in base.stamp_roots]:
        yield f"trusts more certificates for time stamps: {', '.join(more)}"


def _signers_added(base: Signers, head: Signers) -> Iterator[Finding]:
    """Report keys that newly sign reviews, in the file of signers."""
    place = Place(head.path)
    for line in head.lines:
        if line not in base.lines:
            yield Finding(f"the change lets another key sign reviews: {line}", place, _REMEDY)
    if any(key not in base.keys for key in head.keys):
        yield Finding("the change brings another OpenPGP key of a signer", place, _REMEDY)


def _less_required(earlier: Requirement, now: Requirement) -> Iterator[str]:
    if now.min_origins < earlier.min_origins:
        yield f"independent origins {now.min_origins} instead of {earlier.min_origins}"
    if earlier.verdict and not now.verdict:
        yield "no signed verdict"
    if now.reviewed_by < earlier.reviewed_by:
        yield f"current reviews {now.reviewed_by} instead of {earlier.reviewed_by}"
    if earlier.signature and not now.signature:
        yield "reviews that no key has signed"
    if earlier.signed_omissions and not now.signed_omissions:
        yield "omissions that nobody has signed"
    if earlier.status and not set(now.status) <= set(earlier.status):
        yield f"the status {' or '.join(now.status)} instead of {' or '.join(earlier.status)}"
    elif earlier.status and not now.status:
        yield f"any status instead of {' or '.join(earlier.status)}"


def _tags_taken_off(base: Dossier, head: Dossier) -> Iterator[Finding]:
    tags = {name_key(requirement.tag) for requirement in base.config.require if requirement.tag}
    if not tags:
        return
    earlier = {claim.id: claim for claim in base.claims}
    pairs = [(earlier[claim.id], claim) for claim in head.claims if claim.id in earlier]
    pairs += [pair for pair in claim_successors(base, head) if pair[1].id not in earlier]
    for before, claim in pairs:
        present = set(map(name_key, claim.tags))
        for tag in before.tags:
            if name_key(tag) in tags - present:
                yield Finding(
                    f"claim '{claim.id}' is tagged '{tag}' no more, of which `require` asks more",
                    claim.place,
                    "keep the tag, or say where the change is reviewed why less is asked of it",
                    claim=claim.id,
                )


def _accepted(base: Dossier, head: Dossier) -> Iterator[Finding]:
    if head.baseline is None:
        return
    accepted = {entry.fingerprint for entry in base.baseline.accepted} if base.baseline else set()
    added = [entry for entry in head.baseline.accepted if entry.fingerprint not in accepted]
    if added:
        first = f"{added[0].rule} in {added[0].path}: {shorten(added[0].message)}"
        more = f", and {len(added) - 1:,} more" if len(added) > 1 else ""
        yield Finding(
            f"the change has the baseline accept what it did not accept before: {first}{more}",
            added[0].place,
            "mend what is found; a baseline is for what was there when the gate was adopted",
        )
