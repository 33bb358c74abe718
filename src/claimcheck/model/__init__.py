"""The nouns: what people wrote in a dossier, frozen, in the words of the field.

Everything a person wrote carries its `Place`, so that every finding can say where.
Texts are kept as they were written; nothing here reads files or judges.
"""

from __future__ import annotations

from claimcheck.model.claim import (
    Allowance,
    Basis,
    CellAddress,
    CellValue,
    Claim,
    Evidence,
    Kind,
    Operation,
    Quote,
    Stance,
    Status,
    Translation,
    Verdict,
)
from claimcheck.model.config import ArticlePolicy, Bindable, Config, Requirement
from claimcheck.model.dossier import Dossier
from claimcheck.model.finding import (
    AcceptedFinding,
    Baseline,
    Excerpt,
    Finding,
    Flaw,
    Run,
    Severity,
)
from claimcheck.model.party import Party
from claimcheck.model.place import Place
from claimcheck.model.review import (
    ClaimSnapshot,
    KeySignature,
    PassageSnapshot,
    Review,
    SignatureState,
    Signers,
)
from claimcheck.model.source import (
    AsideSpan,
    Content,
    Locator,
    Measure,
    Notice,
    PartialDate,
    Pin,
    PinnedText,
    Source,
    Span,
    Stamp,
    TextComparison,
)

__all__ = [
    "AcceptedFinding",
    "Allowance",
    "ArticlePolicy",
    "AsideSpan",
    "Baseline",
    "Basis",
    "Bindable",
    "CellAddress",
    "CellValue",
    "Claim",
    "ClaimSnapshot",
    "Config",
    "Content",
    "Dossier",
    "Evidence",
    "Excerpt",
    "Finding",
    "Flaw",
    "KeySignature",
    "Kind",
    "Locator",
    "Measure",
    "Notice",
    "Operation",
    "PartialDate",
    "Party",
    "PassageSnapshot",
    "Pin",
    "PinnedText",
    "Place",
    "Quote",
    "Requirement",
    "Review",
    "Run",
    "Severity",
    "SignatureState",
    "Signers",
    "Source",
    "Span",
    "Stamp",
    "Stance",
    "Status",
    "TextComparison",
    "Translation",
    "Verdict",
]
