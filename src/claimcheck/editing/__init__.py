"""Edits of claim files that keep everything else: bytes in, bytes out, never anything written.

Comments, order, quoting, indents, line ends, a byte order mark and a missing final line end stay
as they are: an edit is a splice of text. Each is read again by the strict reader before it is
returned, and must say what the file said before, plus the change, exactly; else `EditError` is
raised.
"""

from __future__ import annotations

from claimcheck.editing.claim import ClaimToWrite, claim_file
from claimcheck.editing.evidence import EvidenceToWrite, with_evidence
from claimcheck.editing.quote import with_quote
from claimcheck.errors import EditError

__all__ = [
    "ClaimToWrite",
    "EditError",
    "EvidenceToWrite",
    "claim_file",
    "with_evidence",
    "with_quote",
]
