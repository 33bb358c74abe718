"""Anchoring: given a quote and a text, say exactly where it stands and how well."""

from __future__ import annotations

from claimcheck.anchor.batch import locate_all, locate_each, where_to_look
from claimcheck.anchor.cuts import cut_off, with_cut
from claimcheck.anchor.effort import CELLS, COMPARISONS, NOT_SOUGHT, STEPS, TRIES, Effort
from claimcheck.anchor.fold import Folded, fold
from claimcheck.anchor.length import too_short
from claimcheck.anchor.locate import locate, passes
from claimcheck.anchor.relay import Relay, may_be_relayed, relay_of
from claimcheck.anchor.result import (
    Anchor,
    Change,
    Cut,
    Fit,
    Omission,
    Replacement,
    Segment,
    Turn,
)
from claimcheck.anchor.shared_runs import SharedRun, Sharing, Sketch, sharing
from claimcheck.anchor.speakers import LabelledTurn, speaker_label, turn_at
from claimcheck.anchor.speech import Variant, has_utterance, inside_quotation, variants
from claimcheck.anchor.text import Text

__all__ = [
    "CELLS",
    "COMPARISONS",
    "NOT_SOUGHT",
    "STEPS",
    "TRIES",
    "Anchor",
    "Change",
    "Cut",
    "Effort",
    "Fit",
    "Folded",
    "LabelledTurn",
    "Omission",
    "Relay",
    "Replacement",
    "Segment",
    "SharedRun",
    "Sharing",
    "Sketch",
    "Text",
    "Turn",
    "Variant",
    "cut_off",
    "fold",
    "has_utterance",
    "inside_quotation",
    "locate",
    "locate_all",
    "locate_each",
    "may_be_relayed",
    "passes",
    "relay_of",
    "sharing",
    "speaker_label",
    "too_short",
    "turn_at",
    "variants",
    "where_to_look",
    "with_cut",
]
