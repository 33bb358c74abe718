"""The nouns: what people wrote in a dossier, frozen, in the words of the field.

Everything a person wrote carries its `Place`, so that every finding can say where.
Texts are kept as they were written; nothing here reads files or judges.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


# Steps that are followed from a source to its origin, and from a party to the topmost one. Real
# chains have three or four; who writes a longer one is told so.
LONGEST_CHAIN = 100


class Place(NamedTuple):
    """Where something stands: a path relative to the project root, line and column from 1.

    Line 0 means the file as a whole; column 0 means the line as a whole.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`path`, `path:line` or `path:line:column`, as editors and terminals make clickable."""
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)


class Stance(StrEnum):
    """What one passage does to the claim: a person's judgement, never the tool's.

    `unset` is a draft's: nobody has judged the passage yet.
    """

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    CONTEXT = "context"
    UNSET = "unset"


class Status(StrEnum):
    """What the evidence amounts to; derived, never stored (see `claimcheck.assessment.status`)."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    SELF_ATTESTED = "self-attested"
    NOT_ENOUGH_EVIDENCE = "not-enough-evidence"
    UNSOURCED = "unsourced"


class Kind(StrEnum):
    """Whether a claim, once true, stays true: an event does, a state can end."""

    EVENT = "event"
    STATE = "state"


class Basis(StrEnum):
    """What makes a party's word about itself more than a boast: a person's judgement.

    A notice, a ruling or a recall is the body's own `act`; an `admission` speaks against the
    interest of whoever makes it.
    """

    ACT = "act"
    ADMISSION = "admission"


class Notice(StrEnum):
    """What a publisher said about its own document afterwards."""

    RETRACTED = "retracted"
    CORRECTED = "corrected"
    WITHDRAWN = "withdrawn"

    @property
    def takes_back(self) -> bool:
        """Whether the document does not count any more."""
        return self is not Notice.CORRECTED


class PartialDate(NamedTuple):
    """A date known to the year, the month or the day, as it was written (`2020`, `2020-07`).

    `earliest` and `latest` are the first and the last day that it may mean.
    """

    text: str
    earliest: date
    latest: date

    def __str__(self) -> str:
        """Return the date as it was written."""
        return self.text


class Quote(NamedTuple):
    """A W3C TextQuoteSelector: the words themselves and, where needed, what stands around them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class Translation(NamedTuple):
    """A quotation in the readers' language, and who translated it; shown, and never checked."""

    text: str
    by: str


class Operation(StrEnum):
    """What is made of the cells that a value names.

    A share is a part of a whole; a change leads from an earlier cell to a later one.
    """

    CELL = "at"
    SUM = "sum"
    SHARE = "share"
    CHANGE = "change"


class CellAddress(NamedTuple):
    """Where in a table a value stands, by the content of keys: `row=Elm; column=injured`.

    `keys` are names with what stands there: `sheet`, `table`, `row` and `column`, any other name
    being a column's, in which the row has that content.
    """

    text: str
    keys: tuple[tuple[str, str], ...]


class CellValue(NamedTuple):
    """What a person says that cells of a source's tables come to.

    Attributes:
        operation: what is made of the cells.
        addresses: the cells; of a share the part and the whole, of a change the earlier and the
            later.
        expected: what it comes to, as it was written: a number with a point, or the cell's words.
        place: where it is written.
        unit: of what it is so much.
        rounding: how `expected` was rounded, as it was written; "" where it was not.
        decimal: the sign before decimals in the table, where a person says which: `.` or `,`.
    """

    operation: Operation
    addresses: tuple[CellAddress, ...]
    expected: str
    place: Place
    unit: str = ""
    rounding: str = ""
    decimal: str = ""

    def __str__(self) -> str:
        """Say it in a line: `14 people at sheet=2021; row=Elm; column=injured`."""
        unit = f" {self.unit}" if self.unit else ""
        rounding = f", rounded {self.rounding}" if self.rounding else ""
        cells = " | ".join(address.text for address in self.addresses)
        mark = f", decimals after '{self.decimal}'" if self.decimal else ""
        words = "" if self.operation is Operation.CELL else f" as {self.operation} of"
        lead = " at" if self.operation is Operation.CELL else ""
        return f"{self.expected}{unit}{words}{lead} {cells}{rounding}{mark}"


class Evidence(NamedTuple):
    """One passage of one source, and what a person says it does to the claim.

    Where `value` stands alone, without a quotation, `quote` is what it says in a line and
    `quote_place` where it is written; `quoted` is false then.

    `number` counts from 1 in the order of the file. `speaker` is a party id or a plain name. `page`
    is where a person says that the quote stands: a page's number, counted from the first, or two.
    `origin` is the source that this passage repeats, where that is another than the document's.
    """

    number: int
    source: str
    stance: Stance
    quote: Quote
    speaker: str | None
    rationale: str | None
    place: Place
    source_place: Place
    quote_place: Place
    page: str | None = None
    page_place: Place | None = None
    stance_place: Place | None = None
    basis: Basis | None = None
    basis_place: Place | None = None
    origin: str | None = None
    origin_place: Place | None = None
    speaker_place: Place | None = None
    translation: Translation | None = None
    value: CellValue | None = None
    quoted: bool = True


class Verdict(NamedTuple):
    """A person's signed and dated conclusion; shown beside the derived status, never instead.

    `rating` is a word of the project's own list, such as `misleading`.
    """

    status: Status
    by: str
    on: date
    rationale: str | None
    place: Place
    rating: str | None = None
    rating_place: Place | None = None


class Allowance(NamedTuple):
    """A rule that one claim silences, and why."""

    rule: str
    reason: str
    place: Place


class Claim(NamedTuple):
    """One checkable assertion that stands alone, with the evidence for and against it.

    `items_written` counts the evidence items in the file, those that could not be read included.
    `kind_written` says whether somebody wrote its kind; `rests_on` names the claims that it needs.
    """

    id: str
    text: str
    place: Place
    claimants: tuple[str, ...] = ()
    claimed_on: date | None = None
    interested: tuple[str, ...] = ()
    kind: Kind = Kind.EVENT
    kind_written: bool = True
    as_of: date | None = None
    review_by: date | None = None
    tags: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()
    rests_on_place: Place | None = None
    evidence: tuple[Evidence, ...] = ()
    items_written: int = 0
    verdict: Verdict | None = None
    allow: tuple[Allowance, ...] = ()
    claimants_place: Place | None = None
    interested_place: Place | None = None
    claimed_on_place: Place | None = None
    as_of_place: Place | None = None


class Pin(NamedTuple):
    """A file that a source's record names, with the hash in the record and the hash of the file.

    `expected` and `actual` are lower-case hexadecimal SHA-256 of the bytes. `actual` is None when
    the file could not be read, and `read_error` says why, in a clause. `differs_in_line_ends` is
    true when the bytes would match if CRLF and LF were the same. `missing` is true when there is no
    such file at all. `instead` says, as a noun phrase, what the file is in place of a document (an
    empty file, a Git LFS pointer, an error page), and `instead_help` how to get the document; both
    are empty for a document.
    """

    path: str
    expected: str | None
    actual: str | None
    place: Place
    read_error: str = ""
    differs_in_line_ends: bool = False
    missing: bool = False
    instead: str = ""
    instead_help: str = ""

    @property
    def changed(self) -> bool:
        """Whether the file is there, and is not the one whose hash the record holds."""
        return bool(self.actual and self.expected and self.actual != self.expected)


class Stamp(NamedTuple):
    """A time stamp of a pinned document, and what verifying it came to.

    Attributes:
        files: the token, and the certificate of its authority where the record names one.
        place: where the record names the token.
        time: the time that it names, in UTC; "" where it was not read.
        authority: the subject of that certificate.
        root: the certificate's SHA-256, in hexadecimal.
        problem: why it proves nothing, in a clause; "" where it does.
        unverified: why it was not verified, in a clause; "" where it was.
    """

    files: tuple[str, ...]
    place: Place
    time: str = ""
    authority: str = ""
    root: str = ""
    problem: str = ""
    unverified: str = ""


class Measure(StrEnum):
    """What a place in a document is told by."""

    PAGE = "page"
    TIME = "time"


class Locator(NamedTuple):
    """A page or a cue: what it is called, and where it begins in the text (code points from 0)."""

    measure: Measure
    label: str
    start: int


class AsideSpan(NamedTuple):
    """A passage of a document that was read, and does not stand in its flow.

    Attributes:
        kind: what it is: `struck`, `head`, `foot`, `line`, `note`, `box`.
        label: its page, or a note's number; "" where it has none.
        start: where it begins in the text, in code points from 0.
        end: where it ends.
    """

    kind: str
    label: str
    start: int
    end: int


Span = tuple[int, int]
"""A part of a text: start and end in code points, the end exclusive."""


class Content(Protocol):
    """What the pinned text of a source holds, which may be read only when it is asked for."""

    @property
    def text(self) -> str | None:
        """The text that quotes anchor in; None when there is none."""

    @property
    def locators(self) -> tuple[Locator, ...]:
        """Its pages or its time codes, in order; the marks themselves are blanks in the text."""

    @property
    def asides(self) -> tuple[AsideSpan, ...]:
        """What stands after its flow, in order."""


class PinnedText(NamedTuple):
    """A text that was read, with its locators; see `Content`."""

    text: str | None = None
    locators: tuple[Locator, ...] = ()
    asides: tuple[AsideSpan, ...] = ()


class Source(NamedTuple):
    """One pinned document. `text` is what quotes anchor in; None when there is none, and why.

    `text_path` is the file that `text` was read from, relative to the project root. `outlet` is who
    printed it, as a party's id where it is one: its publisher, or else what it appeared in.
    `supersedes` is the source of which this one is a newer capture. `shipped` is false where its
    files may not be handed on with the dossier, and so need not be there. `stamp` is its time
    stamp. `main` are the spans of
    the text that are a page's main part, none where all of it is; `doubtful` those whose letters
    are in doubt; `gaps` says what of the document is not in the text; `page_labels` are what its
    pages call themselves, where that is not 1, 2, 3.
    """

    id: str
    title: str
    place: Place
    type: str | None = None
    author: tuple[str, ...] = ()
    container_title: str | None = None
    publisher: str | None = None
    language: str | None = None
    issued: PartialDate | None = None
    accessed: date | None = None
    url: str | None = None
    archive_url: str | None = None
    text_of: str | None = None
    extractor: str | None = None
    origin: str | None = None
    origin_place: Place | None = None
    notice: Notice | None = None
    outlet: str = ""
    supersedes: str | None = None
    supersedes_place: Place | None = None
    shipped: bool = True
    stamp: Stamp | None = None
    pins: tuple[Pin, ...] = ()
    text_path: str = ""
    no_text_because: str = ""
    main: tuple[Span, ...] = ()
    doubtful: tuple[Span, ...] = ()
    gaps: tuple[str, ...] = ()
    page_labels: tuple[str, ...] = ()
    content: Content = PinnedText()

    @property
    def text(self) -> str | None:
        """What quotes anchor in; None when there is none."""
        return self.content.text

    @property
    def locators(self) -> tuple[Locator, ...]:
        """The pages or the time codes of the text, in order."""
        return self.content.locators

    @property
    def asides(self) -> tuple[AsideSpan, ...]:
        """What of the text stands after its flow, in order."""
        return self.content.asides

    @property
    def changed(self) -> bool:
        """Whether some pinned file is not the one whose hash the record holds."""
        return any(pin.changed for pin in self.pins)

    @property
    def absent(self) -> bool:
        """Whether a file of it is not here, and need not be: the dossier is shipped without it."""
        return not self.shipped and any(self.may_lack(pin) for pin in self.pins)

    def may_lack(self, pin: Pin) -> bool:
        """Whether a file is not here and need not be: its hash says which one it is all the same.

        Args:
            pin: one of the source's.
        """
        return pin.missing and not self.shipped and pin.expected is not None

    @property
    def has_extract(self) -> bool:
        """Whether quotes anchor in a text that was taken out of the document into another file."""
        return len(self.pins) > 1

    @property
    def text_outdated(self) -> bool:
        """Whether the record says that the text was taken out of other bytes than are pinned."""
        if not self.has_extract or self.text_of is None:
            return False
        return self.text_of != (self.pins[0].expected or self.pins[0].actual)


@dataclass(frozen=True, slots=True)
class TextComparison:
    """What came of taking a text out of its document again, and comparing it with the pinned one.

    Attributes:
        problem: why the text is not known to be what the document says, in a clause; "" where the
            two are the same.
        remark: what else its user should know.
        compared: whether the two were compared; false where the document could not be read.
    """

    problem: str = ""
    remark: str = ""
    compared: bool = True


class Party(NamedTuple):
    """A person or organisation; `parent` is the party that it belongs to.

    `aliases` are other names that mean the same party.
    """

    id: str
    name: str
    place: Place
    parent: str | None = None
    aliases: tuple[str, ...] = ()


class Flaw(NamedTuple):
    """Something in a file that the reader could not take as it was written.

    `rule` is the rule that reports it; `help` says how to mend it.
    """

    rule: str
    message: str
    place: Place
    help: str = ""
    claim: str | None = None
    source: str | None = None


class Requirement(NamedTuple):
    """What a desk asks of its claims: of all of them, or of those with a tag.

    `min_origins` independent parties behind the status, a signed `verdict`, sign-offs by
    `reviewed_by` people that are not stale, one of the `status` words, and a sign-off that is not
    stale of whatever its quotations leave out; each only when set. With `signature` there must be a
    sign-off, and only those with a key's signature that is valid count.
    """

    tag: str | None = None
    min_origins: int = 0
    verdict: bool = False
    reviewed_by: int = 0
    status: tuple[Status, ...] = ()
    signed_omissions: bool = False
    signature: bool = False


@dataclass(frozen=True, slots=True)
class PassageSnapshot:
    """An evidence item as a reviewer saw it, each part as text; empty for what there is not.

    `passage` is what its source printed there, whatever was left out included, and `before` and
    `after` what it printed around it. `voice` says whose word it is, up to the topmost party,
    `standing` what that party is to the claim, `outlet` who printed it, and `chain` what it
    repeats. `document` is the source's title, its date, and what its publisher said of it since.
    """

    source: str
    stance: str
    quote: str
    passage: str
    prefix: str = ""
    suffix: str = ""
    before: str = ""
    after: str = ""
    speaker: str = ""
    by: str = ""
    voice: str = ""
    standing: str = ""
    outlet: str = ""
    chain: str = ""
    document: str = ""
    page: str = ""
    rationale: str = ""
    translation: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class ClaimSnapshot:
    """What a reviewer signed, each part as text: all that decides the status or is told readers.

    `passages` stand in the order of the file.
    """

    claim: str
    passages: tuple[PassageSnapshot, ...]
    status: str = ""
    claimants: str = ""
    claimed_on: str = ""
    interested: str = ""
    kind: str = ""
    as_of: str = ""
    review_by: str = ""
    rests_on: str = ""
    verdict: str = ""


class SignatureState(StrEnum):
    """What verifying the signature of a key came to."""

    VALID = "valid"
    NOT_ALLOWED = "not-allowed"
    FORGED = "forged"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class KeySignature:
    """The signature of somebody's key under a review, and what verifying it came to.

    Attributes:
        text: the signature in letters, as `ssh-keygen` or `gpg` wrote it.
        place: where the review file has it.
        state: what verifying it came to.
        key: the fingerprint of its key; "" where it was not told.
        problem: why it is not valid, in a clause; "" where it is.
    """

    text: str
    place: Place
    state: SignatureState = SignatureState.UNCHECKED
    key: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A person's sign-off on a claim as it stood, with the fingerprint of what was signed.

    `signature` is that of a key of theirs, where there is one.
    """

    by: str
    on: date
    fingerprint: str
    snapshot: ClaimSnapshot
    place: Place
    signature: KeySignature | None = None


@dataclass(frozen=True, slots=True)
class Signers:
    """Whose keys sign for whom, as the file of signers says.

    Attributes:
        path: that file, relative to the project root; "" where the configuration names none.
        lines: names with a key each, as they are written there, blank lines and comments left out.
        keys: its OpenPGP keys, in letters.
        read_error: why it could not be read, in a clause; "" where it could.
    """

    path: str = ""
    lines: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    read_error: str = ""


class Bindable(StrEnum):
    """What of an article can rest on a claim or a source."""

    QUOTATION = "quotation"
    FIGURE = "figure"
    ASSERTION = "assertion"


@dataclass(frozen=True, slots=True)
class ArticlePolicy:
    """What a project asks of its articles, or of those that a pattern of paths names.

    `bind` says which of `quotation`, `figure` and `assertion` must rest on something; `coverage` is
    the least share of assertions that must, in hundredths; `status` are the statuses that a claim
    may have which an article asserts, none where any may.
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


class AcceptedFinding(NamedTuple):
    """A finding that was there when the gate was adopted; all four must fit for it to count."""

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


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything a project's files say, as loaded and not yet judged.

    `claim_ids` holds the ids of all claim files, readable or not; `unread` the paths of those that
    say nothing that could be read, `unread_records` those of sources' records, and
    `unrecorded` those of documents that no record names. `reviews`
    holds the sign-offs by the claim's id; `texts` what each claim and record file says, for
    excerpts in findings. `base` is the dossier that this one changes, where a change is judged;
    then `own_config` is what the project's file says, and `config` the stricter of that and the
    base's. `successors` holds, by the source's id, the sources that are newer captures of it: one,
    or none, or by mistake several. `baseline` is what the project accepted when it adopted the
    gate. `extracts` is how many sources have a text that was taken out of a document, `comparisons`
    holds what came of taking some of them out again. `signers` is what the file of signers says.
    `article_allow` holds, of a base, the rules that its articles silence, by path, with reasons.
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
    """What a rule reports: one lower-case sentence that makes sense alone, a place, a remedy.

    `rule`, `severity` and `subject` are filled in by the gate. `subject` is a hash of what a
    finding in a claim is about: the claim's words, and the quotation where it is about one.
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
