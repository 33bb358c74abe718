"""The settings that a change is held to: the stricter of those that it found and those it brings.

What a project asks for may be strengthened by a change at once. What a change asks for less of
counts only when it has been merged.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck import rules
from claimcheck.model import ArticlePolicy, Requirement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.model import Config, Severity


def stricter(base: Config, head: Config) -> Config:
    """Return the stricter of two settings, key by key; folders are those of `head`.

    Args:
        base: the settings that a change found.
        head: the settings that it brings.
    """
    by_rule = {}
    head_levels = rules.levels(head.rules)
    for name, base_level in rules.levels(base.rules).items():
        level = max(base_level, head_levels[name], key=_weight)
        by_rule[name] = rules.OFF if level is None else str(level)
    return replace(
        head,
        rules=by_rule,
        allowable=tuple(rule for rule in base.allowable if rule in head.allowable),
        stamp_roots=tuple(root for root in base.stamp_roots if root in head.stamp_roots),
        min_origins=max(base.min_origins, head.min_origins),
        stale_after=min(base.stale_after, head.stale_after),
        require=tuple(_requirements(base.require, head.require)),
        articles=tuple(dict.fromkeys((*head.articles, *base.articles))),
        article_policy=tuple(_policies(base.article_policy, head.article_policy)),
    )


def stricter_levels(
    requested: Mapping[str, Severity], config: Config, unasked: Iterable[str]
) -> dict[str, Severity]:
    """Return the rules to run under stricter settings, with the severity of each.

    Args:
        requested: the rules to run, and how much a finding of each weighs, as the change has it.
        config: the stricter settings.
        unasked: the rules that nobody asked for, whatever the settings say.
    """
    levels = {}
    left_out = frozenset(unasked)
    for name, own in rules.levels(config.rules).items():
        level = max(requested.get(name), own, key=_weight)
        if level is not None and name not in left_out:
            levels[name] = level
    return levels


def _weight(level: Severity | None) -> int:
    return rules.WEIGHTS[level]


def _requirements(
    base: Iterable[Requirement], head: Iterable[Requirement]
) -> Iterable[Requirement]:
    by_tag = {requirement.tag: requirement for requirement in base}
    for requirement in head:
        earlier = by_tag.get(requirement.tag, Requirement())
        both = tuple(status for status in earlier.status if status in requirement.status)
        by_tag[requirement.tag] = Requirement(
            tag=requirement.tag,
            min_origins=max(earlier.min_origins, requirement.min_origins),
            verdict=earlier.verdict or requirement.verdict,
            reviewed_by=max(earlier.reviewed_by, requirement.reviewed_by),
            # No status is in both: that of the base is the one that counts.
            status=both or earlier.status or requirement.status,
            signed_omissions=earlier.signed_omissions or requirement.signed_omissions,
            signature=earlier.signature or requirement.signature,
        )
    return by_tag.values()


def _policies(
    base: Iterable[ArticlePolicy], head: Iterable[ArticlePolicy]
) -> Iterable[ArticlePolicy]:
    by_pattern = {policy.pattern: policy for policy in base}
    for policy in head:
        earlier = by_pattern.get(policy.pattern)
        by_pattern[policy.pattern] = stricter_policy(earlier, policy) if earlier else policy
    return by_pattern.values()


def stricter_policy(earlier: ArticlePolicy, policy: ArticlePolicy) -> ArticlePolicy:
    """Return what two policies ask of an article together.

    Args:
        earlier: the one that a change found; its statuses count where the two have none in common.
        policy: the one that it brings, whose pattern is kept.
    """
    both = tuple(status for status in earlier.status if status in policy.status)
    return ArticlePolicy(
        policy.pattern,
        tuple(dict.fromkeys((*earlier.bind, *policy.bind))),
        max(earlier.coverage, policy.coverage),
        both or earlier.status or policy.status,
    )
