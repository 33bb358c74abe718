"""What a dossier may have or lack; rules about such a thing are asked only where it is there."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from claimcheck.model import Stance

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimcheck.assessment.assess import Assessment


class Feature(StrEnum):
    """Something that a dossier may have, and that some rules are about."""

    ALLOWANCES = "allowances"
    ASIDES = "asides"
    BASE = "base"
    BASELINE = "baseline"
    BASES = "bases"
    BRACKETS = "brackets"
    CAPTURES = "captures"
    COMPARISONS = "comparisons"
    CONTRADICTING_ITEMS = "contradicting items"
    DOUBTFUL_TEXTS = "doubtful texts"
    EXTRACTS = "extracts"
    FAILING_QUOTES = "failing quotes"
    FLAWS = "flaws"
    NOTICES = "notices"
    OMISSIONS = "omissions"
    ORIGINS = "origins"
    PAGES = "pages"
    RELIANCES = "reliances"
    REQUIREMENTS = "requirements"
    REVIEWS = "reviews"
    SEVERAL_SOURCES = "several sources"
    STAMPS = "stamps"
    UNJUDGED_ITEMS = "unjudged items"
    UNRECORDED_FILES = "unrecorded files"
    UNSHIPPED_FILES = "unshipped files"
    VALUES = "values"
    VERDICTS = "verdicts"


IS_PRESENT: Mapping[Feature, Callable[[Assessment], bool]] = {
    Feature.ALLOWANCES: lambda given: any(assessed.claim.allow for assessed in given.claims),
    Feature.ASIDES: lambda given: any(
        item.source and item.source.asides for _assessed, item in given.evidence
    ),
    Feature.BASE: lambda given: given.dossier.base is not None,
    Feature.BASELINE: lambda given: given.dossier.baseline is not None,
    Feature.BASES: lambda given: any(item.evidence.basis for _assessed, item in given.evidence),
    Feature.BRACKETS: lambda given: any(item.anchor.brackets for _assessed, item in given.evidence),
    Feature.CAPTURES: lambda given: bool(given.dossier.successors),
    Feature.COMPARISONS: lambda given: bool(given.dossier.comparisons),
    Feature.CONTRADICTING_ITEMS: lambda given: any(
        item.evidence.stance is Stance.CONTRADICTS for _assessed, item in given.evidence
    ),
    Feature.DOUBTFUL_TEXTS: lambda given: any(
        item.source and item.source.doubtful for _assessed, item in given.evidence
    ),
    Feature.EXTRACTS: lambda given: bool(given.dossier.extracts),
    Feature.FAILING_QUOTES: lambda given: (
        not all(item.anchor.fit.passes for _assessed, item in given.evidence)
    ),
    Feature.FLAWS: lambda given: bool(given.dossier.flaws),
    Feature.NOTICES: lambda given: any(
        item.source and item.source.notice for _assessed, item in given.evidence
    ),
    Feature.OMISSIONS: lambda given: any(
        item.anchor.omissions for _assessed, item in given.evidence
    ),
    Feature.ORIGINS: lambda given: any(source.origin for source in given.dossier.sources.values()),
    Feature.PAGES: lambda given: any(
        item.evidence.page is not None for _assessed, item in given.evidence
    ),
    Feature.RELIANCES: lambda given: bool(given.census.reliances),
    Feature.REQUIREMENTS: lambda given: bool(given.dossier.config.require),
    Feature.REVIEWS: lambda given: bool(given.dossier.reviews),
    Feature.SEVERAL_SOURCES: lambda given: len(given.dossier.sources) > 1,
    Feature.STAMPS: lambda given: any(source.stamp for source in given.dossier.sources.values()),
    Feature.UNJUDGED_ITEMS: lambda given: any(
        item.evidence.stance is Stance.UNSET for _assessed, item in given.evidence
    ),
    Feature.UNRECORDED_FILES: lambda given: bool(given.dossier.unrecorded),
    Feature.UNSHIPPED_FILES: lambda given: (
        not all(source.shipped for source in given.dossier.sources.values())
    ),
    Feature.VALUES: lambda given: any(item.value for _assessed, item in given.evidence),
    Feature.VERDICTS: lambda given: any(assessed.claim.verdict for assessed in given.claims),
}
