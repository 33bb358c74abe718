"""What the formats of `claimcheck export` share: their options, the report, and pieces of bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Final, TypeVar

from claimcheck.dossier.load import MIN_CLAIMS_FOR_TWO_PROCESSES
from claimcheck.model.errors import MissingLibraryError
from claimcheck.system.installation import install_command
from claimcheck.system.parallel import both

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.gate.report import Report
    from claimcheck.model import Dossier, Finding

_AT_ONCE: Final = 500
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")

Item = TypeVar("Item")


def _no_file(path: str) -> bytes:
    raise FileNotFoundError(path)


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What is asked of an export.

    Attributes:
        table: the one table that is wanted, where a format holds one; "" for its own choice.
        base_url: where the report of the dossier is public, with a slash at its end; "" if nowhere.
        title: what the dossier is called.
        publisher: who publishes it; "" where nobody says.
        read: returns the bytes of a file of the project, by its path relative to the root.
    """

    table: str = ""
    base_url: str = ""
    title: str = "Claims and evidence"
    publisher: str = ""
    read: Callable[[str], bytes] = field(default=_no_file)


@dataclass(eq=False)
class ReportOnDemand:
    """The report of a dossier, of which only as much is worked out as a format asks for.

    A bibliography needs no quotation looked up, and a table of evidence no rule.

    Attributes:
        dossier: what people wrote.
        assess: anchors its quotations and derives its statuses; does some work that makes bytes
            meanwhile, on the other processor where there are many claims.
        check: runs the rules over that.
    """

    dossier: Dossier
    assess: Callable[[Dossier, Callable[[], bytes]], tuple[Assessment, bytes]]
    check: Callable[[Assessment], Report]

    @cached_property
    def assessment(self) -> Assessment:
        """Each claim with its anchors and its status."""
        return self.assess(self.dossier, bytes)[0]

    def while_assessed(self, work: Callable[[], bytes]) -> bytes:
        """Do some work that needs no assessment while the claims are assessed."""
        self.assessment, result = self.assess(self.dossier, work)
        return result

    @property
    def is_large(self) -> bool:
        """Whether there are so many claims that work in two processes ends sooner."""
        return len(self.dossier.claims) >= MIN_CLAIMS_FOR_TWO_PROCESSES

    @cached_property
    def _report(self) -> Report:
        return self.check(self.assessment)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules found, and nobody allowed."""
        return self._report.findings

    @property
    def allowed(self) -> tuple[Finding, ...]:
        """What somebody allowed."""
        return self._report.allowed

    @property
    def inherited(self) -> tuple[Finding, ...]:
        """What was there before the change that is judged."""
        return self._report.inherited


def missing_library(what: str, library: str, extra: str) -> MissingLibraryError:
    """Return the error for a library that a format needs and that is not installed.

    Args:
        what: what cannot be written, in the plural.
        library: the library.
        extra: the extra that brings it.
    """
    return MissingLibraryError(
        f"{what} cannot be written: the library {library} is not installed",
        f"install it with: {install_command(extra)}",
    )


def while_checked(report: ReportOnDemand, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield bytes that no finding is in, made while the rules run on the other processor.

    Where there are few claims, they are yielded as they are, and no rule runs.

    Args:
        report: the report, of which findings are wanted afterwards.
        pieces: the bytes.
    """
    if not report.is_large:
        yield from pieces
        return
    _ = report.assessment  # both processes need it
    yield both(lambda: report.findings, lambda: b"".join(pieces))[1]


def in_pieces(lines: Iterable[str]) -> Iterator[bytes]:
    """Yield lines, each with its line end, some hundred at a time, so that memory is bounded."""
    for batch in batches(lines):
        yield encoded("".join(batch))


def batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Yield items some hundred at a time."""
    rest = iter(items)
    while batch := list(islice(rest, _AT_ONCE)):
        yield batch


def for_xml(text: str) -> str:
    """Return a text with U+FFFD in place of each character that XML cannot hold."""
    return _NO_XML.sub("\ufffd", text)


def encoded(text: str) -> bytes:
    """Return a text as bytes; what is no character of Unicode is written as an escape."""
    return text.encode("utf-8", "backslashreplace")
