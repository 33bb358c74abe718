"""Which projects keep a machine busy, or would without end: they run alone, with bounds."""

from __future__ import annotations

from hostile import busy_cases

HEAVY = (
    "yaml-depth-flow-lists", "yaml-depth-block-lists", "yaml-depth-flow-maps", "yaml-merge-bomb",
    "yaml-null-keys", "claims-file-of-8-gigabytes", "special-source-of-20-gigabytes",
    "special-pipe-claim", "special-pipe-source", "link-source-zero", "link-source-pipe",
    "config-link-zero", "config-pipe", "config-dots-in-key", "config-dots-over-lines",
    "config-deep-lists-by-line", "config-many-keys", "baseline-deep", "baseline-pipe",
    "busy-near-periodic", "busy-200-kilobytes", "busy-elisions", "busy-300-near-quotes",
    "busy-600-far-quotes", "same-combining-bomb", *(case.name for case in busy_cases.cases()),
)  # fmt: skip

# Their quotations take more effort than a check may spend, so nothing of it is kept: a second check
# is the first one once more.
KEEP_NOTHING = frozenset({"busy-near-quotes", "busy-600-far-quotes"})
