"""Have a time-stamp server sign that a pinned document is there, and keep its token."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.documents.fetch import Limits, Post, fetch, is_public
from claimcheck.documents.progress import silent
from claimcheck.dossier.stamps import EXTRA, can_verify, examine
from claimcheck.editing import conflicts
from claimcheck.editing.record import with_values
from claimcheck.model.errors import FetchError, MissingLibraryError, RequestError
from claimcheck.system.installation import install_command
from claimcheck.system.plain_files import MAX_DOCUMENT_BYTES, SECONDS_PER_DOCUMENT, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.documents.fetch import Address
    from claimcheck.documents.progress import Busy
    from claimcheck.dossier.project import Project
    from claimcheck.dossier.stamps import StampFacts
    from claimcheck.model import Source

_MEDIA_TYPE: Final = "application/timestamp-query"
_MAX_TOKEN_BYTES: Final = 1 << 20
_FINGERPRINT_DIGITS: Final = 12


@dataclass(frozen=True, slots=True)
class StampRequest:
    """Whom to ask for a time stamp.

    Attributes:
        server: the server's address.
        root: the certificate of the authority that vouches for it, in PEM.
        allow: which machines may be asked.
        seconds: what that may take.
    """

    server: str
    root: bytes
    allow: Callable[[Address], bool] = is_public
    seconds: float = SECONDS_PER_DOCUMENT


@dataclass(frozen=True, slots=True)
class NewStamp:
    """A time stamp that was written beside a record.

    Attributes:
        path: the token, relative to the project's root.
        root_path: the certificate of its authority, relative to the project's root.
        facts: what the token says.
    """

    path: str
    root_path: str
    facts: StampFacts


@dataclass(frozen=True, slots=True)
class StampPlan:
    """What a stamp is to be about, and what is to be written.

    Attributes:
        document: the document, relative to the project's root.
        sha256: its hash, which is what is sent.
        token: where the token is kept, relative to the project's root.
        record: the record that names it, relative to the project's root.
    """

    document: str
    sha256: str
    token: str
    record: str


def plan_stamp(source: Source) -> StampPlan:
    """Say what stamping a source would send and write; ask nobody.

    Raises:
        RequestError: the document is not the pinned one, or is stamped already.
    """
    if source.stamp is not None:
        message = f"{source.id} has a time stamp already: {source.stamp.files[0]}"
        raise RequestError(message, "an earlier one says more than a later one")
    pin = source.pins[0] if source.pins else None
    if pin is None or pin.expected is None:
        raise RequestError(
            f"the record of {source.id} holds no hash that could be stamped",
            f"`claimcheck pin {source.id}` writes it",
        )
    if pin.actual != pin.expected:
        message = f"{pin.path} is not here as it was pinned"
        raise RequestError(message, f"see `claimcheck source verify {source.id}`")
    token = f"{source.place.path.removesuffix('.yaml')}.tsr"
    return StampPlan(pin.path, pin.expected, token, source.place.path)


def stamp_source(
    project: Project, source: Source, request: StampRequest, busy: Busy = silent
) -> NewStamp:
    """Have a server stamp a source's document; keep the token, and the certificate to verify it by.

    Only the document's hash is sent. Nothing is written unless the answer verifies.

    Args:
        project: the project.
        source: the source.
        request: whom to ask.
        busy: shows what is being done while it takes long.

    Raises:
        MissingLibraryError: the library that asks and verifies is not installed.
        RequestError: the document is not the pinned one or is stamped already, or the server's
            answer proves nothing.
        ConflictError: a file cannot be written.
        EditError: the record holds no line that can be edited.
    """
    if not can_verify():
        message = "rfc3161-client, which asks for time stamps and verifies them, is not installed"
        raise MissingLibraryError(message, f"install it with: {install_command(EXTRA)}")
    plan = plan_stamp(source)
    _refuse_unless_editable(project, plan)
    token, facts = _token_of_server(_document(project, plan.document), plan.sha256, request, busy)
    folder = posixpath.dirname(source.place.path)
    root_path = posixpath.join(folder, f"stamp-root-{facts.root[:_FINGERPRINT_DIGITS]}.pem")
    conflicts.create_missing(project.root, root_path, request.root)
    conflicts.create(project.root, plan.token, token)
    values: dict[str, str | list[str]] = {
        "stamp": posixpath.basename(plan.token),
        "stamp_root": posixpath.basename(root_path),
    }
    conflicts.revise(project.root, source.place.path, lambda record: with_values(record, values))
    return NewStamp(plan.token, root_path, facts)


def _refuse_unless_editable(project: Project, plan: StampPlan) -> None:
    """Refuse to ask for a token that the record could not name: it would be left behind.

    Raises:
        ConflictError: the record cannot be read.
        EditError: it holds no line that can be edited.
    """
    names = {"stamp": posixpath.basename(plan.token), "stamp_root": "root.pem"}
    with conflicts.explained(plan.record):
        with_values(project.tree.read(plan.record).data, names)


def _document(project: Project, path: str) -> bytes:
    """Return the bytes of a document.

    Raises:
        RequestError: it cannot be read.
    """
    try:
        return project.tree.read(path, MAX_DOCUMENT_BYTES).data
    except RefusedError as error:
        raise RequestError(f"{path}: cannot be read: {error}") from None


def _token_of_server(
    data: bytes, sha256: str, request: StampRequest, busy: Busy
) -> tuple[bytes, StampFacts]:
    """Ask a server for a token, and return it with what it says.

    Args:
        data: the document.
        sha256: its hash.
        request: whom to ask.
        busy: shows what is being done.

    Raises:
        RequestError: there is no answer, or it proves nothing.
    """
    import rfc3161_client

    builder = rfc3161_client.TimestampRequestBuilder(
        data, rfc3161_client.HashAlgorithm.SHA256, nonce=True, cert_req=True
    )
    stamp_request = builder.build()
    limits = Limits(size=_MAX_TOKEN_BYTES, seconds=request.seconds)
    try:
        with busy(f"asking {request.server}"):
            post = Post(stamp_request.as_bytes(), _MEDIA_TYPE)
            token = fetch(request.server, allow=request.allow, limits=limits, post=post).data
    except FetchError as error:
        raise RequestError(f"{request.server}: {error}", error.help) from None
    facts = examine(token, request.root, sha256)
    problem = facts.problem
    if not problem and facts.nonce != stamp_request.nonce:
        problem = "it is the answer to another request"
    if problem:
        remedy = "nothing was written; --root names the certificate of the server's authority"
        raise RequestError(f"{request.server}: its token proves nothing: {problem}", remedy)
    return token, facts
