"""Time stamps of documents: the token of a server, verified without any network.

A token (RFC 3161) is somebody else's word that bytes of some hash were there at some time. It is
verified with the certificate of the authority that vouches for the server; whether that authority
is to be trusted, the project's configuration says.
"""

from __future__ import annotations

import hashlib
import importlib.util
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.model import Stamp
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import TimeStampResponse

    from claimcheck.model import Config, Place
    from claimcheck.system.tree import Tree

EXTRA: Final = "stamp"
LIBRARY: Final = "rfc3161_client"
_SHA256_OID: Final = "2.16.840.1.101.3.4.2.1"
_MAX_BYTES: Final = 1 << 20
_HASH_DIGITS_SHOWN: Final = 12
_GRANTED: Final = 0


class StampFacts(NamedTuple):
    """The contents of a token and, in a clause, why it proves nothing.

    Attributes:
        time: the time that it names, in UTC; "" where it cannot be read.
        authority: the subject of the authority's certificate.
        root: the SHA-256 of that certificate, in hexadecimal.
        problem: why it proves nothing; "" where it does.
        nonce: the number that the request gave it; None where it has none.
    """

    time: str = ""
    authority: str = ""
    root: str = ""
    problem: str = ""
    nonce: int | None = None


def can_verify() -> bool:
    """Whether the library that verifies tokens is installed."""
    return importlib.util.find_spec(LIBRARY) is not None


def read_stamp(
    tree: Tree, path: str, root_path: str | None, sha256: str | None, place: Place
) -> Stamp:
    """Read the token that a record names, and verify it.

    Args:
        tree: where the files are.
        path: the token's file.
        root_path: the file with the certificate of its authority.
        sha256: the hash of the pinned document, in lower-case hexadecimal.
        place: where the record names the token.
    """
    files = (path, root_path) if root_path else (path,)
    if root_path is None:
        return Stamp(files, place, problem="the record names no `stamp_root` to verify it by")
    try:
        token, root = (tree.read(file, _MAX_BYTES).data for file in files)
    except RefusedError as error:
        return Stamp(files, place, problem=f"it cannot be verified: {error}")
    if not can_verify():
        return Stamp(files, place, unverified="the library that verifies tokens is not installed")
    facts = examine(token, root, sha256 or "")
    return Stamp(
        files,
        place,
        time=facts.time,
        authority=facts.authority,
        root=facts.root,
        problem=facts.problem,
    )


def examine(token: bytes, root: bytes, sha256: str) -> StampFacts:
    """Verify a token against the certificate of its authority.

    Args:
        token: a server's answer, as it was sent (DER).
        root: that certificate alone, in PEM.
        sha256: the hash of the bytes that it is to be a stamp of, in lower-case hexadecimal.
    """
    import rfc3161_client
    from cryptography import x509
    from cryptography.hazmat.primitives.serialization import Encoding

    try:
        # One alone: of several, nobody could say which one is trusted.
        (authority,) = x509.load_pem_x509_certificates(root)
    except Exception:  # noqa: BLE001 - errors of cryptography have no class in common
        return StampFacts(problem="the file of its authority does not hold one certificate")
    try:
        response = rfc3161_client.decode_timestamp_response(token)
        time, nonce = response.tst_info.gen_time, response.tst_info.nonce
        problem = _problem(response, authority, sha256)
    # Parts of a token are read when they are asked for, and a damaged one raises whatever it meets.
    except Exception:  # noqa: BLE001 - and errors of cryptography have no class in common
        return StampFacts(problem="it is no time-stamp token")
    return StampFacts(
        time=f"{time:%Y-%m-%d %H:%M:%S} UTC",
        authority=authority.subject.rfc4514_string(),
        root=hashlib.sha256(authority.public_bytes(Encoding.DER)).hexdigest(),
        problem=problem,
        nonce=nonce,
    )


def _problem(response: TimeStampResponse, authority: Certificate, sha256: str) -> str:
    """Say in a clause why a token proves nothing; "" where it does.

    Args:
        response: the token.
        authority: the certificate of its authority.
        sha256: the hash of the bytes that it is to be a stamp of, in lower-case hexadecimal.
    """
    imprint = response.tst_info.message_imprint
    if response.status != _GRANTED:
        return "the server did not grant it"
    if outside := _outside(response, authority):
        return outside
    if not _is_signed(response, authority):
        return "its signature is not by the authority whose certificate is kept: it is forged"
    if imprint.hash_algorithm.dotted_string != _SHA256_OID:
        return "it is not the stamp of a SHA-256"
    if imprint.message.hex() != sha256:
        digits = imprint.message.hex()[:_HASH_DIGITS_SHOWN]
        return f"it is the stamp of other bytes (SHA-256 {digits}…): it was swapped"
    return ""


def _outside(response: TimeStampResponse, authority: Certificate) -> str:
    """Say which certificate was not valid at the time that a token names; "" for none.

    Args:
        response: the token.
        authority: the certificate of its authority.
    """
    from cryptography import x509

    time, signed = response.tst_info.gen_time, response.signed_data
    signers = {
        (signer_info.issuer, signer_info.serial_number) for signer_info in signed.signer_infos
    }
    held = [x509.load_der_x509_certificate(certificate) for certificate in signed.certificates]
    signing = [
        certificate
        for certificate in held
        if (certificate.issuer, certificate.serial_number) in signers
    ]
    for signer in (*signing, authority):
        if not signer.not_valid_before_utc <= time <= signer.not_valid_after_utc:
            return (
                f"it says {time:%Y-%m-%d}, and its certificate was valid from "
                f"{signer.not_valid_before_utc:%Y-%m-%d} to {signer.not_valid_after_utc:%Y-%m-%d}: "
                "it had expired, or was not valid yet"
            )
    return ""


def _is_signed(response: TimeStampResponse, authority: Certificate) -> bool:
    """Whether a token is signed by a certificate that leads to that of its authority.

    Args:
        response: the token.
        authority: the certificate.
    """
    import rfc3161_client

    verifier = rfc3161_client.VerifierBuilder(roots=[authority]).build()
    try:
        return verifier.verify(response, response.tst_info.message_imprint.message)
    except (rfc3161_client.VerificationError, ValueError):
        return False


def is_trusted(stamp: Stamp, config: Config) -> bool:
    """Whether a project says that it trusts the authority behind a time stamp."""
    return stamp.root in {root.lower() for root in config.stamp_roots}


def stamp_phrase(stamp: Stamp, config: Config) -> str:
    """Say when and by whom a document was stamped, and whether the project trusts them for it."""
    doubt = "" if is_trusted(stamp, config) else ", whom this project does not say that it trusts"
    return f"{stamp.time} by {stamp.authority}{doubt}"
