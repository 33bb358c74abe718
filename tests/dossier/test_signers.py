"""The file of signers, and what signatures of keys come to."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimcheck.dossier import key_signatures, signers
from claimcheck.dossier.review_file import fingerprint
from claimcheck.dossier.signers import SignerLine
from claimcheck.model import (
    ClaimSnapshot,
    KeySignature,
    Place,
    Review,
    Signers,
)
from claimcheck.system import cache
from support.trees import tree_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Install = Callable[[str, str], None]

posix = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")
LETTERS = "AAAAC3NzaC1lZDI1NTE5"
KEY = f"ssh-ed25519 {LETTERS}"
BLOCK = (
    "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nYWJj\nZGVm\n=1234\n-----END PGP PUBLIC KEY BLOCK-----"
)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (f"desk {KEY}", SignerLine(("desk",), KEY)),
        (f"desk,other {KEY} a comment", SignerLine(("desk", "other"), KEY)),
        (f'"Bo Kim, Jo Roe" {KEY}', SignerLine(("Bo Kim", "Jo Roe"), KEY)),
        (f'"Bo Kim"{KEY}', SignerLine(("Bo Kim",), KEY)),
        (
            f'desk namespaces="claimcheck",valid-before="20270101" {KEY}',
            SignerLine(("desk",), KEY),
        ),
        (f"desk sk-{KEY}@openssh.com", SignerLine(("desk",), f"sk-{KEY}")),
        (f"desk ecdsa-x {LETTERS}", SignerLine(("desk",), f"ecdsa-x {LETTERS}")),
        (f"desk x{KEY}", SignerLine(("desk",), "")),
        ("desk ssh-ed25519 BBBB", SignerLine(("desk",), "")),
        ("desk", SignerLine(("desk",), "")),
        ("desk,, openpgp ab cd", SignerLine(("desk",), "ABCD", is_openpgp=True)),
        ("desk openpgp", SignerLine(("desk",), "", is_openpgp=True)),
        ("desk openpgpx ab", SignerLine(("desk",), "")),
        ('"unclosed', SignerLine(("unclosed",), "")),
    ],
)  # fmt: skip
def test_a_line_is_read_as_far_as_messages_need_it(line: str, read: SignerLine) -> None:
    assert signers.parse_line(line) == read


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("", Signers("signers")),
        ("# a remark\n\n  desk key \r\nother key\n", Signers("signers", ("desk key", "other key"))),
        ("\ufeffdesk key", Signers("signers", ("desk key",))),
        (
            f"desk openpgp AB\n{BLOCK}\nother key\n{BLOCK}",
            Signers("signers", ("desk openpgp AB", "other key"), (BLOCK, BLOCK)),
        ),
        (b"\xff", Signers("signers", read_error="it is not UTF-8")),
        ("#" * (256 << 10), Signers("signers")),
        ("#" * ((256 << 10) + 1), Signers("signers", read_error="it is larger than 262,144 bytes")),
    ],
)
def test_the_file_is_read_without_its_remarks(content: str | bytes, read: Signers) -> None:
    assert signers.read_signers(tree_of({"signers": content}), "signers") == read


def test_a_file_that_is_missing_signs_for_nobody() -> None:
    assert signers.read_signers(tree_of({}), "") == Signers()
    assert signers.read_signers(tree_of({}), "signers") == Signers(
        "signers", read_error="there is no such file"
    )


def test_only_signers_that_were_there_before_count() -> None:
    before = Signers("old", ("a", "b"), ("x", "y"), "")
    after = Signers("new", ("b", "c"), ("y", "z"), "why")

    assert signers.shared_signers(after, before) == Signers("new", ("b",), ("y",), "why")


def test_keys_are_told_by_their_kind() -> None:
    both = Signers("s", (f"desk {KEY}", "other openpgp AB", f"jo {KEY}"), (BLOCK, "no\n\n?\nkey"))

    assert signers.ssh_lines(both) == f"desk {KEY}\njo {KEY}\n"
    assert signers.openpgp_keys(both) == b"abcdef"
    assert signers.names_of_key(both, KEY) == ("desk", "jo")
    assert signers.names_of_key(both, "AB") == ("other",)
    assert signers.names_of_key(both, "none") == ()
    assert signers.signs_for(both, "ab", "Other")
    assert not signers.signs_for(both, "ab", "desk")
    assert not signers.signs_for(both, "cd", "other")


@pytest.mark.parametrize(
    ("name", "is_openpgp", "line"),
    [
        ("desk", False, f'desk namespaces="claimcheck" {KEY}'),
        ("Bo Kim", False, f'"Bo Kim" namespaces="claimcheck" {KEY}'),
        ("O'Neil", False, f'O\'Neil namespaces="claimcheck" {KEY}'),
        ("'t Hooft", False, f'"\'t Hooft" namespaces="claimcheck" {KEY}'),
        ("'tHooft", False, f'\'tHooft namespaces="claimcheck" {KEY}'),
        ("#1", False, f'"#1" namespaces="claimcheck" {KEY}'),
        ("desk", True, f"desk openpgp {KEY}"),
        ("Bo Kim", True, f'"Bo Kim" openpgp {KEY}'),
    ],
)
def test_the_line_that_lets_a_key_sign_is_told(name: str, is_openpgp: bool, line: str) -> None:
    assert signers.line_for(name, KEY, is_openpgp=is_openpgp) == line
    assert signers.parse_line(line).names == (name,)


def ssh_signature(key: bytes, head: bytes = b"SSHSIG") -> str:
    """Return letters that name a key, as an SSH signature does."""
    data = head + (1).to_bytes(4, "big") + len(key).to_bytes(4, "big") + key + b"rest"
    letters = base64.b64encode(data).decode()
    lines = "\n".join(letters[at : at + 20] for at in range(0, len(letters), 20))
    return f"-----BEGIN SSH SIGNATURE-----\n{lines}\n-----END SSH SIGNATURE-----\n"


def field(text: bytes) -> bytes:
    return len(text).to_bytes(4, "big") + text


PUBLIC = field(b"ssh-ed25519") + field(b"k" * 32)
PUBLIC_LETTERS = base64.b64encode(PUBLIC).decode()
SIGNATURE = ssh_signature(PUBLIC)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (SIGNATURE, f"ssh-ed25519 {PUBLIC_LETTERS}"),
        (ssh_signature(PUBLIC, b"SSHSIX"), ""),
        (ssh_signature(b""), ""),
        (ssh_signature(field(b"")), ""),
        (ssh_signature(field("é".encode())), ""),
        (ssh_signature((99).to_bytes(4, "big") + b"ssh"), ""),
        (SIGNATURE.replace("U1NIU0lH", "U1NI?0lH"), ""),
        ("", ""),
    ],
)
def test_an_ssh_signature_names_its_key(text: str, key: str) -> None:
    assert key_signatures.public_key(text) == key


def openpgp_signature(data: bytes) -> str:
    letters = base64.b64encode(data).decode()
    return (
        f"-----BEGIN PGP SIGNATURE-----\nComment: x\n\n{letters[:8]}\n{letters[8:]}\n=abcd\n"
        "-----END PGP SIGNATURE-----\n"
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (openpgp_signature(b"xx\x16\x21\x04" + b"\xab" * 20 + b"yy"), "AB" * 20),
        (openpgp_signature(b"\x16\x21\x04" + b"\xab" * 20), "AB" * 20),
        (openpgp_signature(b"xx\x16\x21\x04" + b"\xab" * 19), ""),
        (openpgp_signature(b"xx" + b"\xab" * 40), ""),
        (openpgp_signature(b"xx\x16\x21\x04" + b"\xab" * 20).replace("eH", "?H"), ""),
    ],
)
def test_an_openpgp_signature_names_its_key(text: str, key: str) -> None:
    assert key_signatures.openpgp_key(text) == key
    assert key_signatures.is_openpgp(text)
    assert not key_signatures.is_openpgp(SIGNATURE)


SNAPSHOT = ClaimSnapshot("The bridge was closed.", ())


def review(text: str = SIGNATURE, by: str = "desk", signed: ClaimSnapshot = SNAPSHOT) -> Review:
    signature = KeySignature(text, Place("reviews/a.yaml", 5))
    day = dt.date(2026, 1, 31)
    return Review(by, day, fingerprint(SNAPSHOT), signed, Place("reviews/a.yaml", 2), signature)


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install programs that are scripts; the cache is the test's own."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "cache"))

    def install(name: str, script: str) -> None:
        (folder / name).write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")
        (folder / name).chmod(0o755)

    return install


def verified(signers_: Signers, signed: Review) -> tuple[str, str, str]:
    """Return what verifying a signature comes to: state, key and problem."""
    signature = key_signatures.SignatureVerifier(signers_).verified(signed).signature
    assert signature is not None
    assert (signature.text, signature.place.line) == (signed.signature and signed.signature.text, 5)
    return signature.state, signature.key, signature.problem


OWN = Signers("signers", (f"desk ssh-ed25519 {PUBLIC_LETTERS}", "jo openpgp AB", "bo openpgp CD"))
SHA = "SHA256:" + base64.b64encode(hashlib.sha256(PUBLIC).digest()).decode().rstrip("=")
REFUSED = "echo 'Could not verify signature.'; exit 1"
NOT_THEN = "its key was not allowed to sign on 2026-01-31, or not for this purpose"
FORGED = "it is no signature of what the review says: that was changed afterwards, or it is forged"


@posix
@pytest.mark.parametrize(
    ("script", "by", "expected"),
    [
        ("exit 0", "desk", ("valid", SHA, "")),
        (REFUSED, "desk", ("forged", "", FORGED)),
        (
            f"[ $2 = check-novalidate ] || {{ {REFUSED}; }}",
            "desk",
            ("not-allowed", SHA, NOT_THEN),
        ),
        (
            f"[ $2 = check-novalidate ] || {{ {REFUSED}; }}",
            "jo",
            ("not-allowed", SHA, "its key signs for desk, not for jo"),
        ),
        ("exit 1", "desk", ("unchecked", "", "ssh-keygen cannot verify it: it says nothing")),
        (
            f"[ $2 = verify ] || exit 1; {REFUSED}",
            "desk",
            ("unchecked", "", "ssh-keygen cannot verify it: it says nothing"),
        ),
    ],
)  # fmt: skip
def test_what_a_signature_of_ssh_comes_to(
    install: Install, script: str, by: str, expected: tuple[str, str, str]
) -> None:
    install("ssh-keygen", script)

    assert verified(OWN, review(by=by)) == expected


PGP = openpgp_signature(b"xx\x16\x21\x04" + b"\xab" * 20 + b"yy")


@posix
@pytest.mark.parametrize(
    ("status", "by", "expected"),
    [
        ("VALIDSIG SUB 1 AB", "jo", ("valid", "AB", "")),
        ("VALIDSIG AB 1 MAIN", "jo", ("valid", "MAIN", "")),
        ("VALIDSIG SUB 1 CD", "jo", ("not-allowed", "CD", "its key signs for bo, not for jo")),
        (
            "VALIDSIG SUB 1 EF",
            "jo",
            ("not-allowed", "EF", "its key is not among those of the signers"),
        ),
        (
            "NO_PUBKEY EF",
            "jo",
            ("not-allowed", "AB" * 20, "its key EF is not among those of the signers"),
        ),
        ("BADSIG x", "jo", ("forged", "", FORGED)),
        ("OTHER", "jo", ("unchecked", "", "gpgv cannot verify it: it says nothing")),
    ],
)
def test_what_a_signature_of_openpgp_comes_to(
    install: Install, status: str, by: str, expected: tuple[str, str, str]
) -> None:
    install("gpgv", f"echo '[GNUPG:] {status}'")

    assert verified(OWN, review(PGP, by)) == expected


@posix
@pytest.mark.parametrize(
    ("own", "signed", "expected"),
    [
        (Signers(), review(), ("unchecked", "", "the configuration names no file of `signers`")),
        (
            Signers("signers", read_error="it is gone"),
            review(),
            ("unchecked", "", "signers cannot be read: it is gone"),
        ),
        (
            OWN,
            review(signed=ClaimSnapshot("Another claim.", ())),
            (
                "forged",
                "",
                "the words that are recorded beside it are not those that were signed",
            ),
        ),
        (
            Signers("signers", ("jo openpgp AB",)),
            review(),
            ("not-allowed", "", "its key is not among those of the signers"),
        ),
        (
            Signers("signers", (f"desk {KEY}",)),
            review(PGP),
            ("not-allowed", "", "its key is not among those of the signers"),
        ),
        (OWN, review("no signature"), ("forged", "", FORGED)),
    ],
)
def test_what_needs_no_program_asks_none(
    install: Install, own: Signers, signed: Review, expected: tuple[str, str, str]
) -> None:
    for name in ("ssh-keygen", "gpgv"):
        install(name, "echo '[GNUPG:] VALIDSIG AB 1 AB'")

    assert verified(own, signed) == expected


def test_a_review_without_a_signature_stays_as_it_is() -> None:
    unsigned = replace(review(), signature=None)

    assert key_signatures.SignatureVerifier(OWN).verified(unsigned) is unsigned


@posix
def test_what_was_verified_is_remembered_for_the_same_words_and_signers(install: Install) -> None:
    install("ssh-keygen", "exit 0")
    assert verified(OWN, review()) == ("valid", SHA, "")
    install("ssh-keygen", REFUSED)

    assert verified(OWN, review()) == ("valid", SHA, "")
    assert verified(OWN, review(by="jo"))[0] == "forged"
    assert verified(Signers("signers", OWN.lines[:1]), review())[0] == "forged"
    assert verified(Signers("signers", OWN.lines, (BLOCK,)), review())[0] == "forged"
    assert verified(OWN, review(ssh_signature(PUBLIC + b"x")))[0] == "forged"


@posix
def test_what_could_not_be_verified_is_asked_again(install: Install) -> None:
    install("ssh-keygen", "exit 1")
    assert verified(OWN, review())[0] == "unchecked"
    install("ssh-keygen", "exit 0")

    assert verified(OWN, review())[0] == "valid"


@posix
@pytest.mark.parametrize("entry", [b"", b"{", b"[1]", b'["good", "", ""]', b'["valid", ""]'])
def test_what_is_no_memory_of_it_is_not_believed(install: Install, entry: bytes) -> None:
    install("ssh-keygen", "exit 0")
    verified(OWN, review())
    (path,) = Path(cache.folder(), "signatures").iterdir()
    cache.put("signatures", path.name, entry)
    install("ssh-keygen", REFUSED)

    assert verified(OWN, review())[0] == "forged"


@posix
@pytest.mark.parametrize(
    ("installed", "missing"),
    [((), ("gpgv", "ssh-keygen")), (("gpgv",), ("ssh-keygen",)), (("ssh-keygen", "gpgv"), ())],
)
def test_programs_that_are_missing_are_named(
    install: Install, installed: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    for name in installed:
        install(name, "")

    assert key_signatures.programs_missing(OWN) == missing
    assert key_signatures.programs_missing(Signers("s", ("jo openpgp AB",))) == tuple(
        name for name in missing if name == "gpgv"
    )


def test_a_message_says_who_signs_what_and_when() -> None:
    assert key_signatures.message_of(review()) == (
        f"claimcheck review\nby: desk\non: 2026-01-31\n{fingerprint(SNAPSHOT)}\n".encode()
    )
