"""Findings, the flaws behind some of them, and the baseline that accepts some."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimcheck.model.place import Place


class Severity(StrEnum):
    """How much a finding weighs: an error fails the gate, a warning or a note does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Run(NamedTuple):
    """A piece of shown text; `marked` where it is what the finding is about."""

    text: str
    marked: bool = False


class Excerpt(NamedTuple):
    """A text shown under a finding, with a word on what it is and where it stands."""

    label: str
    place: Place
    runs: tuple[Run, ...]


class Finding(NamedTuple):
    """What a rule reports.

    Attributes:
        message: what is wrong, in one lower-case sentence that makes sense alone.
        help: what to do about it.
        excerpts: the texts that are shown below it.
        claim: the id of the claim that it is about, if any.
        source: the id of the source that it is about, if any.
        rule: the rule's name; filled in by the gate.
        severity: filled in by the gate.
        subject: a hash of what a finding in a claim is about, the claim's words and the quotation,
            by which it is known again; filled in by the gate.
    """

    message: str
    place: Place
    help: str = ""
    excerpts: tuple[Excerpt, ...] = ()
    claim: str | None = None
    source: str | None = None
    rule: str = ""
    severity: Severity = Severity.ERROR
    subject: str = ""


class Flaw(NamedTuple):
    """Something in a file that its reader could not take as it was written.

    Attributes:
        rule: the name of the rule that reports it.
        message: what is wrong, in a sentence.
        help: how to mend it.
        claim: the id of the claim whose file it is in, if any.
        source: the id of the source whose record it is in, if any.
    """

    rule: str
    message: str
    place: Place
    help: str = ""
    claim: str | None = None
    source: str | None = None


class AcceptedFinding(NamedTuple):
    """A finding that the baseline accepts, known again by its fingerprint, rule and message.

    Outside of claims its path must fit, too: a claim may be renamed.
    """

    fingerprint: str
    rule: str
    path: str
    message: str
    place: Place


@dataclass(frozen=True, slots=True)
class Baseline:
    """The findings that a project accepted when it adopted the gate, as a committed file."""

    path: str
    accepted: tuple[AcceptedFinding, ...] = ()
