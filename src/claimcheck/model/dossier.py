"""A dossier: everything that a project's files say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.model.review import Signers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.model.claim import Claim
    from claimcheck.model.config import Config
    from claimcheck.model.finding import Baseline, Flaw
    from claimcheck.model.party import Party
    from claimcheck.model.review import Review
    from claimcheck.model.source import Source, TextComparison


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything that a project's files say, loaded and not yet judged.

    Attributes:
        sources: the sources by id.
        parties: the parties by id.
        reviews: the reviews of each claim, by the claim's id.
        flaws: what could not be read as it was written.
        claim_ids: the ids of all claim files, readable or not.
        unread: the paths of files in the claims folder from which no claim could be read.
        unread_records: the paths of records from which no source could be read.
        unrecorded: the paths of documents that no record names.
        texts: the text of each YAML file by its path, for excerpts in findings.
        extracts: how many sources have a text that was extracted from a document.
        successors: the newer captures of each source, by its id; more than one is a mistake.
        comparisons: the results of extracting texts again, by the source's id.
        signers: the file of signers.
        article_allow: of a base, the rules that each article silences, with reasons, by its path.
        base: the dossier that this one changes, where a change is judged.
        own_config: the settings in the project's own file, where `config` is the stricter of these
            and the base's.
        baseline: the findings that the project accepted when it adopted the gate.
    """

    config: Config
    claims: tuple[Claim, ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict)
    parties: Mapping[str, Party] = field(default_factory=dict)
    reviews: Mapping[str, tuple[Review, ...]] = field(default_factory=dict)
    flaws: tuple[Flaw, ...] = ()
    claim_ids: frozenset[str] = frozenset()
    unread: tuple[str, ...] = ()
    unread_records: tuple[str, ...] = ()
    unrecorded: tuple[str, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    extracts: int = 0
    successors: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    comparisons: Mapping[str, TextComparison] = field(default_factory=dict)
    signers: Signers = field(default_factory=Signers)
    article_allow: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    base: Dossier | None = field(default=None, repr=False)
    own_config: Config | None = None
    baseline: Baseline | None = field(default=None, repr=False)
