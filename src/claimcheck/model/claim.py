"""A claim, its evidence and its verdict, as a person wrote them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from claimcheck.model.place import Place


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
    """What makes an interested party's word count: a person's judgement.

    A notice, a ruling or a recall is the body's own `act`; an `admission` speaks against the
    interest of whoever makes it.
    """

    ACT = "act"
    ADMISSION = "admission"


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
    """How a value is worked out from the cells that it names.

    A share is a part of a whole; a change leads from an earlier cell to a later one.
    """

    CELL = "at"
    SUM = "sum"
    SHARE = "share"
    CHANGE = "change"


class CellAddress(NamedTuple):
    """A cell of a table, addressed by the content of keys: `row=Elm; column=injured`.

    `text` is the address as it was written. `keys` are pairs of a name and its content: the names
    `sheet`, `table`, `row` and `column`; any other name is a column's, and leads to the row that
    has this content in it.
    """

    text: str
    keys: tuple[tuple[str, str], ...]


class CellValue(NamedTuple):
    """What a person says that cells of a source's tables come to.

    Attributes:
        operation: how the value is worked out from the cells.
        addresses: the cells: of a share the part and the whole, of a change the earlier and the
            later one.
        expected: the value, as it was written: a number with a point, or the cell's words.
        place: where it is written.
        unit: what it is measured in; "" where nobody says.
        rounding: how `expected` was rounded, as it was written; "" where it was not.
        decimal: the sign before decimals in the table, `.` or `,`, where a person says which.
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

    Attributes:
        number: its position in the claim's file, from 1.
        source: the id of the source.
        stance: what the passage does to the claim.
        quote: the words of the source; where `quoted` is false, `value` in one line.
        speaker: whose word the passage is: a party's id or a plain name; None where nobody
            is named.
        rationale: why the passage bears on the claim.
        page: the page that the quote is on: a number counted from the first, a label, or a range.
        basis: what makes the word of an interested party count.
        origin: the id of the source that this passage repeats; None for that of the document.
        translation: the quotation in the readers' language.
        value: what cells of the source's tables come to, beside a quotation or instead of one.
        quoted: whether a person wrote a quotation; false where `value` stands alone.
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

    Attributes:
        id: the stem of its file's name.
        text: the assertion, in one sentence.
        claimants: the ids or names of those who assert it.
        claimed_on: the day on which they did.
        interested: others whose word on it is not independent.
        kind_written: whether a person wrote `kind`; false where it is the default.
        as_of: the day for which it is meant.
        review_by: the day after which it counts as stale.
        rests_on: the ids of claims that it needs.
        evidence: the evidence items that could be read.
        items_written: how many evidence items the file has, readable or not.
        allow: the rules that it silences.
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
