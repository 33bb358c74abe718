"""Signatures of keys under reviews: what they are over, and whether they hold."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from claimcheck.dossier.review_file import fingerprint
from claimcheck.dossier.signers import (
    names_of_key,
    openpgp_keys,
    parsed,
    signs_for,
    ssh_lines,
)
from claimcheck.model import KeySignature, SignatureState, Signers
from claimcheck.system import cache

if TYPE_CHECKING:
    from claimcheck.model import Review

_KIND: Final = "signatures"
# Each takes a program some milliseconds; what was verified once is remembered.
MOST_VERIFIED: Final = 500
_SSH_HEAD: Final = b"SSHSIG"
_LENGTH_BYTES: Final = 4
# RFC 9580: a subpacket of 22 bytes, the issuer's fingerprint, of a key of version 4.
_ISSUER: Final = b"\x16\x21\x04"
_FINGERPRINT_BYTES: Final = 20


def message_of(review: Review) -> bytes:
    """Return what the signature of a key is over: who signed, the day, and the fingerprint."""
    lines = ("claimcheck review", f"by: {review.by}", f"on: {review.on}", review.fingerprint)
    return "".join(f"{line}\n" for line in lines).encode()


def programs_missing(signers: Signers) -> tuple[str, ...]:
    """Return the programs that verify the signatures of some signers and are not installed."""
    from claimcheck.system.programs import OPENPGP_PROGRAM, SSH_PROGRAM, find_program

    needed = {OPENPGP_PROGRAM if line.is_openpgp else SSH_PROGRAM for line in parsed(signers)}
    return tuple(name for name in sorted(needed) if find_program(name) is None)


class SignatureVerifier:
    """Verifies the signatures under a project's reviews; a bounded number of them.

    Args:
        signers: whose keys sign for whom.
    """

    def __init__(self, signers: Signers) -> None:
        self.signers = signers
        self._left = MOST_VERIFIED

    @cached_property
    def _key(self) -> str:
        return cache.hashed(cache.build(), repr((self.signers.lines, self.signers.keys)))

    def verified(self, review: Review) -> Review:
        """Return a review with the verified state of its signature."""
        if review.signature is None:
            return review
        return replace(review, signature=self._verify(review, review.signature))

    def _verify(self, review: Review, signature: KeySignature) -> KeySignature:
        """Verify one signature, unless it was verified before.

        Args:
            review: what it is under.
            signature: the signature.
        """
        if not self.signers.path:
            return replace(signature, problem="the configuration names no file of `signers`")
        if self.signers.read_error:
            problem = f"{self.signers.path} cannot be read: {self.signers.read_error}"
            return replace(signature, problem=problem)
        if fingerprint(review.snapshot) != review.fingerprint:
            problem = "the words that are recorded beside it are not those that were signed"
            return replace(signature, state=SignatureState.FORGED, problem=problem)
        key = cache.hashed(self._key, message_of(review).decode(), signature.text)
        if earlier := _read_entry(cache.get(_KIND, key), signature):
            return earlier
        if self._left <= 0:
            problem = f"no more than {MOST_VERIFIED} are verified in one go; run it again"
            return replace(signature, problem=problem)
        self._left -= 1
        verified = _ask(review, signature, self.signers)
        if verified.state is not SignatureState.UNCHECKED:
            entry = [verified.state, verified.key, verified.problem]
            cache.put(_KIND, key, json.dumps(entry).encode("ascii"))
        return verified


def _read_entry(data: bytes | None, signature: KeySignature) -> KeySignature | None:
    if data is None:
        return None
    try:
        state, key, problem = json.loads(data)
        return replace(signature, state=SignatureState(state), key=str(key), problem=str(problem))
    except ValueError:
        return None


def _ask(review: Review, signature: KeySignature, signers: Signers) -> KeySignature:
    """Ask the programs about a signature.

    Args:
        review: what it is under.
        signature: the signature.
        signers: whose keys sign for whom.
    """
    kind = is_openpgp(signature.text)
    if all(line.is_openpgp is not kind for line in parsed(signers)):
        return _not_allowed(signature, review, ())
    return (_ask_gpgv if kind else _ask_ssh_keygen)(review, signature, signers)


def _ask_ssh_keygen(review: Review, signature: KeySignature, signers: Signers) -> KeySignature:
    from claimcheck.system import signing

    public = public_key(signature.text)
    if not public:
        return _forged(signature)
    key = _ssh_fingerprint(public)
    message, lines = message_of(review), ssh_lines(signers)
    answer = signing.verify_ssh(message, signature.text, lines, review.by, review.on)
    if answer.valid:
        return replace(signature, state=SignatureState.VALID, key=key)
    if answer.valid is False:
        answer = signing.verify_ssh(message, signature.text)
    if answer.valid is None:
        return replace(signature, problem=answer.problem)
    if not answer.valid:
        return _forged(signature)
    names = names_of_key(signers, public)
    return _not_allowed(replace(signature, key=key), review, names)


def _ask_gpgv(review: Review, signature: KeySignature, signers: Signers) -> KeySignature:
    from claimcheck.system import signing

    answer = signing.verify_openpgp(message_of(review), signature.text, openpgp_keys(signers))
    if answer.valid is None:
        return replace(signature, problem=answer.problem)
    if not answer.valid:
        return _forged(signature)
    signature = replace(signature, key=answer.key or openpgp_key(signature.text))
    if answer.problem:
        return replace(signature, state=SignatureState.NOT_ALLOWED, problem=answer.problem)
    if any(signs_for(signers, key, review.by) for key in (answer.key, answer.subkey)):
        return replace(signature, state=SignatureState.VALID)
    return _not_allowed(signature, review, names_of_key(signers, answer.key))


def _forged(signature: KeySignature) -> KeySignature:
    problem = (
        "it is no signature of what the review says: that was changed afterwards, or it is forged"
    )
    return replace(signature, state=SignatureState.FORGED, problem=problem)


def _not_allowed(signature: KeySignature, review: Review, names: tuple[str, ...]) -> KeySignature:
    """Say that a key does not sign for whom the review names.

    Args:
        signature: what it made.
        review: what that is under.
        names: for whom it signs.
    """
    if review.by in names:
        problem = f"its key was not allowed to sign on {review.on}, or not for this purpose"
    elif names:
        problem = f"its key signs for {', '.join(names)}, not for {review.by}"
    else:
        problem = "its key is not among those of the signers"
    return replace(signature, state=SignatureState.NOT_ALLOWED, problem=problem)


def is_openpgp(text: str) -> bool:
    """Whether a signature in letters is one of OpenPGP."""
    return text.startswith("-----BEGIN PGP ")


def openpgp_key(text: str) -> str:
    """Return the fingerprint of the key that an OpenPGP signature says made it; "" for none."""
    _head, _, body = text.partition("\n\n")
    letters = "".join(line for line in body.split("\n")[:-2] if not line.startswith("="))
    try:
        data = base64.b64decode(letters, validate=True)
    except binascii.Error:
        return ""
    start = data.find(_ISSUER)
    digits = data[start + len(_ISSUER) :][:_FINGERPRINT_BYTES] if start >= 0 else b""
    return digits.hex().upper() if len(digits) == _FINGERPRINT_BYTES else ""


def public_key(text: str) -> str:
    """Return the public key that an SSH signature names: its kind and its letters; "" for none."""
    letters = "".join(text.split("\n")[1:-2])
    try:
        data = base64.b64decode(letters, validate=True)
    except binascii.Error:
        return ""
    key = _field(data, len(_SSH_HEAD) + _LENGTH_BYTES)
    kind = _field(key, 0)
    if not data.startswith(_SSH_HEAD) or not kind.isascii() or not kind:
        return ""
    return f"{kind.decode('ascii')} {base64.b64encode(key).decode('ascii')}"


def _field(data: bytes, start: int) -> bytes:
    """Return a field that begins with its length; empty where it is not whole."""
    length = int.from_bytes(data[start : start + _LENGTH_BYTES], "big")
    field = data[start + _LENGTH_BYTES : start + _LENGTH_BYTES + length]
    return field if len(field) == length else b""


def _ssh_fingerprint(public: str) -> str:
    digest = hashlib.sha256(base64.b64decode(public.partition(" ")[2])).digest()
    return f"SHA256:{base64.b64encode(digest).decode('ascii').rstrip('=')}"
