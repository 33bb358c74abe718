"""Send a claim back to whoever works on it, with a remark."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from claimcheck.editing.operations.edit_claim import edited_claim, with_tags
from claimcheck.model.errors import RequestError

if TYPE_CHECKING:
    from claimcheck.assessment.assess import Assessment
    from claimcheck.dossier.project import Project
    from claimcheck.editing.file_edit import FileEdit
    from claimcheck.model import Claim

TAG: Final = "sent-back"


def sent_back(
    project: Project, assessment: Assessment, claim: Claim, by: str, remark: str
) -> FileEdit:
    """Return the edit that sends a claim back: a comment at its head, and a tag to find it by.

    Args:
        project: the project.
        assessment: what the claim was read and assessed with; its day is written down.
        claim: the claim.
        by: who sends it back.
        remark: why, in words for whoever works on it.

    Raises:
        RequestError: nobody sends it back, or nothing is said.
        EditError: the file cannot be edited without changing something else in it.
        ConflictError: it was changed since it was read.
    """
    name, words = " ".join(by.split()), " ".join(remark.split())
    if not name:
        raise RequestError("nobody sends it back: the name is empty")
    if not words:
        raise RequestError("a claim is sent back with a remark: say what is missing")
    if not f"{name}{words}".isprintable():
        raise RequestError("the remark holds a control character")
    comment = f"# Sent back by {name} on {assessment.today.isoformat()}: {words}\n".encode()

    def edit(data: bytes) -> bytes:
        mark = data[:3] if data.startswith(b"\xef\xbb\xbf") else b""
        body = mark + comment + data.removeprefix(mark)
        return partial(with_tags, claim=claim, added=(TAG,), removed=())(body)

    return edited_claim(project, assessment.dossier, claim, edit)
