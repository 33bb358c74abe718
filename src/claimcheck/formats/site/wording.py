"""The words that pages use for statuses, stances and fits."""

from __future__ import annotations

from claimcheck.anchor import Fit
from claimcheck.assessment.status import Corroboration
from claimcheck.model import Stance, Status

MEANINGS = {
    Status.SUPPORTED: "At least one independent party says so, and none speaks against it.",
    Status.REFUTED: "At least one independent party speaks against it, and none for it.",
    Status.CONFLICTING: "Sources disagree. Nothing is decided by a majority.",
    Status.SELF_ATTESTED: "Only parties with an interest say so.",
    Status.NOT_ENOUGH_EVIDENCE: "No evidence that counts settles it.",
    Status.UNSOURCED: "No source is cited.",
}
# The rows of the status table, for readers who do not know what a row is.
RULE = {
    0: "No document is cited.",
    1: "Somebody independent speaks for it, and somebody independent against it; "
    "own acts and admissions of interested parties count here, too.",
    2: "Somebody independent speaks for it, and nobody independent against it.",
    3: "Somebody independent speaks against it, and nobody independent for it.",
    4: "An interested party’s own act shows it: a notice, a ruling, a recall.",
    5: "An interested party’s own act shows the contrary.",
    6: "An interested party admits it, against its interest.",
    7: "An interested party admits the contrary, against its interest.",
    8: "Only interested parties speak, for it and against it.",
    9: "Only interested parties speak for it.",
    10: "Only interested parties speak against it.",
    11: "Only documents of which nobody knows the origin speak for it.",
    12: "Only documents of which nobody knows the origin speak against it.",
    13: "No passage counts for or against it.",
}
CORROBORATION = {
    Corroboration.NONE: "no independent party behind it",
    Corroboration.SINGLE_ORIGIN: "one independent origin",
    Corroboration.CORROBORATED: "corroborated by independent origins",
}
STANCES = {
    Stance.SUPPORTS: "For",
    Stance.CONTRADICTS: "Against",
    Stance.CONTEXT: "Context",
    Stance.UNSET: "Not judged yet",
}
FITS = {
    Fit.VERBATIM: "appears there to the letter",
    Fit.NORMALIZED: "appears there but for typography",
    Fit.ELIDED: "appears there, with words left out where the quotation says so",
    Fit.AMBIGUOUS: "appears there more than once",
    Fit.ALTERED: "is not what the source prints",
    Fit.SPLICED: "leaves words out without saying so",
    Fit.MISATTRIBUTED: "appears in another source",
    Fit.NOT_FOUND: "was not found in the source",
    Fit.UNCHECKED: "could not be checked",
}
