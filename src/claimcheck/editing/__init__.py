"""What is written into a project: edits that keep everything else, and what commands do.

Edits are bytes in, bytes out: comments, order, quoting, indents, line ends, a byte order mark and a
missing final line end stay as they are, since an edit is a splice of text. Each is read again by
the strict reader before it is returned, and must say what the file said, plus the change, exactly;
else `EditError` is raised. `operations` writes them, for any front end.
"""

from __future__ import annotations

from claimcheck.editing.claim import ClaimToWrite, claim_file
from claimcheck.editing.evidence import EvidenceToWrite, with_evidence
from claimcheck.editing.quote import with_quote
from claimcheck.model.errors import EditError

__all__ = [
    "ClaimToWrite",
    "EditError",
    "EvidenceToWrite",
    "claim_file",
    "with_evidence",
    "with_quote",
]
