"""Signatures of keys, made and verified by the programs that git uses: ssh-keygen, gpg and gpgv.

Keys are never read or kept here. A program is found on the search path, and is given bytes, never
the name of a project's file; what it is to verify it gets without anything being written to disk,
where the system can do that.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.model.errors import RequestError
from claimcheck.system.plain_files import error_clause
from claimcheck.system.programs import OPENPGP_PROGRAM, SSH_PROGRAM, find_program

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

NAMESPACE: Final = "claimcheck"
_TIMEOUT_SECONDS: Final = 10
_HASH_OPTION: Final = "-Overify-time={:%Y%m%d}1200"
_REFUSED: Final = "Could not verify signature."
_OWN_SCOPES: Final = frozenset({"system", "global"})
_LITERAL_KEY: Final = ("key::", "ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-")
_STATUS = re.compile(r"^\[GNUPG:\] (\w+) ?(.*)$", re.MULTILINE)
_KEY_REMEDY: Final = (
    "say which one, as for signed commits: `git config --global gpg.format ssh`, then "
    "`git config --global user.signingkey ~/.ssh/id_ed25519.pub`"
)


class ProgramAnswer(NamedTuple):
    """What a program said of a signature.

    Attributes:
        valid: whether it holds; None where the program could not tell.
        key: the fingerprint of the key that made it; "" where it was not told.
        problem: why it does not hold, or was not verified, in a clause; "" where it holds.
        subkey: the fingerprint of the key of OpenPGP that made it, where that is not the primary.
    """

    valid: bool | None
    key: str = ""
    problem: str = ""
    subkey: str = ""


def verify_ssh(
    message: bytes,
    signature: str,
    signers: str | None = None,
    name: str = "",
    day: dt.date | None = None,
) -> ProgramAnswer:
    """Ask ssh-keygen about a signature.

    Args:
        message: what was signed.
        signature: the signature, in letters.
        signers: lines that say whose keys sign for whom; None to ask only whether it is one of its
            own key over this message.
        name: for whom the key has to sign.
        day: the day for which the key has to be allowed.
    """
    program = find_program(SSH_PROGRAM)
    if program is None:
        return ProgramAnswer(None, problem=f"{SSH_PROGRAM} is not installed")
    contents = [signature.encode()] + ([signers.encode()] if signers is not None else [])
    with _as_files(contents) as (paths, handles):
        command = [program, "-Y", "check-novalidate", "-n", NAMESPACE, "-s", paths[0]]
        if signers is not None:
            command[2] = "verify"
            command += ["-f", paths[1], "-I", name]
            command += [_HASH_OPTION.format(day)] if day else []
        done = _run(command, message, handles)
    if done is None:
        return ProgramAnswer(None, problem=f"{SSH_PROGRAM} did not end in time")
    if done.returncode == 0:
        return ProgramAnswer(valid=True)
    if _REFUSED in done.stdout.decode("utf-8", "replace"):
        return ProgramAnswer(valid=False)
    return ProgramAnswer(None, problem=f"{SSH_PROGRAM} cannot verify it: {_last_line(done.stderr)}")


def verify_openpgp(message: bytes, signature: str, keys: bytes) -> ProgramAnswer:
    """Ask gpgv about a signature.

    Args:
        message: what was signed.
        signature: the signature, in letters.
        keys: the keys that may have made it, one behind the other, as bytes.

    Returns:
        What it said, with the fingerprint of the primary key. Where the key is none of these, there
        is no fingerprint, and `problem` says so.
    """
    program = find_program(OPENPGP_PROGRAM)
    if program is None:
        return ProgramAnswer(None, problem=f"{OPENPGP_PROGRAM} is not installed")
    with _as_files([signature.encode(), keys]) as (paths, handles):
        command = [program, "--status-fd=1", "--homedir", os.devnull, "--keyring", paths[1]]
        done = _run([*command, paths[0], "-"], message, handles)
    if done is None:
        return ProgramAnswer(None, problem=f"{OPENPGP_PROGRAM} did not end in time")
    statuses = dict(_STATUS.findall(done.stdout.decode("utf-8", "replace")))
    if "BADSIG" in statuses:
        return ProgramAnswer(valid=False)
    if "NO_PUBKEY" in statuses:
        key = statuses["NO_PUBKEY"].strip()
        return ProgramAnswer(valid=True, problem=f"its key {key} is not among those of the signers")
    if "VALIDSIG" not in statuses:
        return ProgramAnswer(
            None, problem=f"{OPENPGP_PROGRAM} cannot verify it: {_last_line(done.stderr)}"
        )
    subkey, *_others, key = statuses["VALIDSIG"].split()
    problem = "its key was revoked" if "REVKEYSIG" in statuses else ""
    return ProgramAnswer(valid=True, key=key, problem=problem, subkey=subkey)


def sign_message(message: bytes, folder: Path) -> str:
    """Sign a message with the key that git signs commits with in a folder.

    git's settings `gpg.format`, `user.signingkey`, `gpg.ssh.program` and `gpg.program` hold; those
    that name a program only where the user's own configuration has them, not the repository's.

    Args:
        message: what is to be signed.
        folder: whose settings hold.

    Returns:
        The signature, in letters.

    Raises:
        RequestError: there is no key, no program, or it did not sign.
    """
    settings = _git_settings(folder)
    kind = settings.get("gpg.format", "openpgp")
    if kind == "ssh":
        return _sign_ssh(message, settings)
    if kind == "openpgp":
        return _sign_openpgp(message, settings)
    raise RequestError(
        f"git signs with {kind} here (`gpg.format`), which reviews cannot be signed with",
        "set `gpg.format` to ssh or openpgp",
    )


def _sign_ssh(message: bytes, settings: dict[str, str]) -> str:
    key = settings.get("user.signingkey", "")
    if not key:
        raise RequestError("git knows no key to sign with (`user.signingkey`)", _KEY_REMEDY)
    program = _chosen_program(settings, ("gpg.ssh.program",), SSH_PROGRAM)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(key).expanduser())
        literal: list[str] = []
        if key.startswith(_LITERAL_KEY):
            path = str(Path(folder, "key.pub"))
            Path(path).write_text(f"{key.removeprefix('key::')}\n", encoding="utf-8")
            literal = ["-U"]
        command = [program, "-Y", "sign", "-n", NAMESPACE, "-f", path, *literal]
        return _signed(command, message)


def _sign_openpgp(message: bytes, settings: dict[str, str]) -> str:
    program = _chosen_program(settings, ("gpg.openpgp.program", "gpg.program"), "gpg")
    key = settings.get("user.signingkey") or settings.get("user.email", "")
    return _signed([program, "-bsa", *(["-u", key] if key else [])], message)


def _signed(command: list[str], message: bytes) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - the user's own program and key, no shell
            command, input=message, capture_output=True, check=False
        )
    except OSError as error:
        raise RequestError(f"{command[0]} cannot be run: {error_clause(error)}") from None
    if done.returncode or not done.stdout:
        raise RequestError(
            f"{Path(command[0]).name} did not sign: {_last_line(done.stderr)}",
            "see that the key is there and can be opened (`ssh-add`, `gpg-agent`), or name "
            "another: `git config user.signingkey`",
        )
    return done.stdout.decode("ascii", "replace").replace("\r\n", "\n")


def _chosen_program(settings: dict[str, str], names: tuple[str, ...], usual: str) -> str:
    named = next((settings[name] for name in names if settings.get(name)), usual)
    program = str(Path(named).expanduser()) if os.sep in named else find_program(named)
    if program is None:
        raise RequestError(f"{named} is not installed, with which git would sign", _KEY_REMEDY)
    return program


def _git_settings(folder: Path) -> dict[str, str]:
    program = find_program("git")
    if program is None:
        raise RequestError("there is no git on the search path", "install git to sign with a key")
    pattern = r"^(gpg\..*|user\.(signingkey|email))$"
    command = [program, "-C", str(folder), "config", "--show-scope", "--null", "--get-regexp"]
    try:
        done = subprocess.run(  # noqa: S603 - no shell, fixed arguments
            [*command, pattern],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_TIMEOUT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return {}
    fields = done.stdout.decode("utf-8", "surrogateescape").split("\0")
    settings = {}
    for scope, entry in zip(fields[::2], fields[1::2], strict=False):
        name, _, value = entry.partition("\n")
        if not name.endswith(".program") or scope in _OWN_SCOPES:
            settings[name] = value
    return settings


@contextmanager
def _as_files(contents: list[bytes]) -> Iterator[tuple[list[str], list[int]]]:
    """Let a program read some bytes as files; yield their names, and what it has to inherit."""
    if not hasattr(os, "memfd_create"):
        with tempfile.TemporaryDirectory() as folder:
            paths = [Path(folder, str(number)) for number in range(len(contents))]
            for path, content in zip(paths, contents, strict=True):
                path.write_bytes(content)
            yield [str(path) for path in paths], []
        return
    handles = []
    try:
        for content in contents:
            handles.append(os.memfd_create("claimcheck"))
            with os.fdopen(os.dup(handles[-1]), "wb") as file:
                file.write(content)
            os.lseek(handles[-1], 0, os.SEEK_SET)
        yield [f"/dev/fd/{handle}" for handle in handles], handles
    finally:
        for handle in handles:
            with suppress(OSError):
                os.close(handle)


def _run(
    command: list[str], message: bytes, handles: list[int]
) -> subprocess.CompletedProcess[bytes] | None:
    environment = {**os.environ, "LC_ALL": "C", "TZ": "UTC"}
    try:
        return subprocess.run(  # noqa: S603 - no shell, a program of the system, bytes as files
            command,
            input=message,
            capture_output=True,
            pass_fds=handles,
            env=environment,
            timeout=_TIMEOUT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None


def _last_line(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1].strip() if lines else "it says nothing"
