"""A file that a source's record pins cannot be read, or is no document.

Why:
    Evidence counts only while everybody can look it up in the pinned document. An empty file, a Git
    LFS pointer, or the page that a server sent to say that there is nothing, is not that document.
Mend:
    Put the file back, or correct its name in the record; allow yourself to read it. A link is
    refused: pin the file itself.
    What a pointer points to is fetched by `git lfs pull` or `git annex get`.

Example:
    `file: page.txt` when `page.txt` was never committed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
_PUT_BACK: Final = "put the file beside its record, or correct the name"
_MAKE_READABLE: Final = "make it a plain file that you may read (`chmod u+r`), or correct the name"


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report pinned files that could not be opened, or are no documents."""
    for source in assessment.dossier.sources.values():
        for pin in source.pins:
            if source.may_lack(pin):
                continue
            if pin.actual is None:
                yield Finding(
                    f"{pin.path}, which source '{source.id}' pins, cannot be read: "
                    f"{pin.read_error}",
                    pin.place,
                    _PUT_BACK if pin.missing else _MAKE_READABLE,
                    source=source.id,
                )
            elif pin.instead:
                yield Finding(
                    f"{pin.path}, which source '{source.id}' pins, is {pin.instead}",
                    pin.place,
                    pin.instead_help,
                    source=source.id,
                )
