"""A pinned file is not the one whose hash the record holds.

Why:
    A quotation is checked against the very bytes that somebody read and judged. When they change,
    every judgement about them is open again.
Mend:
    Restore the file. If the change is meant, read the passages again, then write the new hash.
    When only the line ends differ, a clone has converted them: keep the bytes with
    `seeds/** -text` in `.gitattributes` (with your own folder's name).

Example:
    One digit of `seeds/page.txt` was corrected after it had been pinned.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.rule import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assess import Assessment

SEVERITY = Severity.ERROR


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report pinned files whose SHA-256 is not the recorded one."""
    folder = assessment.dossier.config.sources
    for source in assessment.dossier.sources.values():
        for pin in source.pins:
            if pin.found is None or pin.expected is None or pin.found == pin.expected:
                continue
            if pin.differs_in_line_ends:
                message = f"{pin.path} differs from the pinned file, but only in its line ends"
                remedy = f"write `{folder}/** -text` into .gitattributes, then check it out again"
            else:
                found = pin.found[:12]
                message = f"{pin.path} is not the file that was pinned: its SHA-256 is {found}…"
                remedy = "restore the file; or read its passages again, then pin the new hash"
            yield Finding(message, pin.place, remedy, source=source.id)
