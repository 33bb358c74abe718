"""A project's settings: folders, bounds, rules, and what it requires of claims and articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.model.claim import Status


class Requirement(NamedTuple):
    """What a project requires of its claims: of all of them, or of those with a tag.

    Attributes:
        tag: the tag of the claims; None for all.
        min_origins: how many independent parties must stand behind the status.
        verdict: whether a signed verdict is required.
        reviewed_by: how many people must have signed the claim as it is now.
        status: the statuses that the claim may have; any where there are none.
        signed_omissions: whether somebody must have signed what its quotations leave out.
        signature: whether a review is required, and only those with a key's valid signature count.
    """

    tag: str | None = None
    min_origins: int = 0
    verdict: bool = False
    reviewed_by: int = 0
    status: tuple[Status, ...] = ()
    signed_omissions: bool = False
    signature: bool = False


class Bindable(StrEnum):
    """The parts of an article that a policy can require to rest on a claim or a source."""

    QUOTATION = "quotation"
    FIGURE = "figure"
    ASSERTION = "assertion"


@dataclass(frozen=True, slots=True)
class ArticlePolicy:
    """What a project requires of its articles, or of those whose path fits a pattern.

    Attributes:
        pattern: the pattern of paths; "" for all articles.
        bind: which parts must rest on a claim or a source.
        coverage: the least share of assertions that must, in hundredths.
        status: the statuses of claims that an article may assert; any where there are none.
    """

    pattern: str = ""
    bind: tuple[Bindable, ...] = tuple(Bindable)
    coverage: int = 0
    status: tuple[Status, ...] = ()


@dataclass(frozen=True, slots=True)
class Config:
    """The project's settings; docs/reference/files.md has each key. `file` is where they stand."""

    claims: str = "claims"
    sources: str = "sources"
    min_origins: int = 2
    stale_after: int = 365
    reviews: str = "reviews"
    signers: str = ""
    rules: Mapping[str, str] = field(default_factory=dict)
    allowable: tuple[str, ...] = ()
    require: tuple[Requirement, ...] = ()
    ratings: tuple[str, ...] = ()
    stamp_roots: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    article_policy: tuple[ArticlePolicy, ...] = ()
    tour: bool = False
    file: str = "claimcheck.toml"
