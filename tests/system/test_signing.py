"""Which programs make and verify signatures, with which words, and what their answers mean."""

from __future__ import annotations

import datetime as dt
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from claimcheck.model.errors import RequestError
from claimcheck.system import signing
from claimcheck.system.signing import ProgramAnswer
from support.repository import git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Install = Callable[[str, str], Path]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")
MESSAGE = b"what was read\n"
DAY = dt.date(2026, 1, 31)
# Prints what it was called with and given, as a signature.
ECHO = 'echo "$0 $*"; cat'


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Install programs that are scripts; no other is on the search path but git."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "git").symlink_to(shutil.which("git") or "git")
    monkeypatch.setenv("PATH", str(folder))

    def install(name: str, script: str) -> Path:
        path = folder / name
        path.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n")
        path.chmod(0o755)
        return path

    return install


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own settings."""
    path = tmp_path / "own.cfg"
    path.touch()
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("HOME", str(tmp_path))
    return path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "root"
    folder.mkdir()
    git(folder, "init", "--quiet")
    return folder


@pytest.mark.parametrize(
    ("script", "answer"),
    [
        ("exit 0", ProgramAnswer(valid=True)),
        ("echo 'Could not verify signature.'; exit 255", ProgramAnswer(valid=False)),
        (
            "echo 'Could not verify signature.' >&2; exit 255",
            ProgramAnswer(None, "", "ssh-keygen cannot verify it: Could not verify signature."),
        ),
        (
            "echo one >&2; echo ' two ' >&2; exit 1",
            ProgramAnswer(None, "", "ssh-keygen cannot verify it: two"),
        ),
        ("exit 1", ProgramAnswer(None, "", "ssh-keygen cannot verify it: it says nothing")),
    ],
)
def test_what_ssh_keygen_says_of_a_signature(
    install: Install, script: str, answer: ProgramAnswer
) -> None:
    install("ssh-keygen", script)

    assert signing.verify_ssh(MESSAGE, "letters") == answer


@pytest.mark.parametrize(
    ("signers", "day", "words"),
    [
        (None, None, "-Y check-novalidate -n claimcheck -s FILE"),
        ("desk key", None, "-Y verify -n claimcheck -s FILE -f FILE -I A Desk"),
        ("", DAY, "-Y verify -n claimcheck -s FILE -f FILE -I A Desk -Overify-time=202601311200"),
    ],
)
def test_ssh_keygen_is_given_what_it_needs_and_no_more(
    install: Install, tmp_path: Path, signers: str | None, day: dt.date | None, words: str
) -> None:
    seen = tmp_path / "seen"
    files = 'cat "$6" && { [ -z "$8" ] || cat "$8"; }'
    install(
        "ssh-keygen", f'{{ echo "$LC_ALL $TZ $*"; {files}; echo; cat; }} >"{seen}" 2>&1 || exit 1'
    )

    answer = signing.verify_ssh(MESSAGE, "letters,", signers, "A Desk", day)

    assert answer.valid
    program, *given = seen.read_text().splitlines()
    assert ["FILE" if word.startswith("/") else word for word in program.split()] == [
        "C",
        "UTC",
        *words.split(),
    ]
    assert given == [f"letters,{signers or ''}", "what was read"]


@pytest.mark.parametrize(
    ("script", "answer"),
    [
        (
            "echo '[GNUPG:] VALIDSIG SUB 2026-01-31 1 0 4 0 22 10 00 MAIN'",
            ProgramAnswer(True, "MAIN", "", "SUB"),  # noqa: FBT003 - a value's field
        ),
        (
            "echo '[GNUPG:] REVKEYSIG X Desk'; echo '[GNUPG:] VALIDSIG SUB 1 MAIN'",
            ProgramAnswer(True, "MAIN", "its key was revoked", "SUB"),  # noqa: FBT003 - a value's field
        ),
        (
            "echo '[GNUPG:] NO_PUBKEY ABC '; exit 2",
            ProgramAnswer(valid=True, problem="its key ABC is not among those of the signers"),
        ),
        (
            "echo '[GNUPG:] VALIDSIG SUB 1 MAIN'; echo '[GNUPG:] BADSIG X Desk'; exit 1",
            ProgramAnswer(valid=False),
        ),
        (
            "echo ' [GNUPG:] VALIDSIG SUB 1 MAIN'; echo so >&2; exit 0",
            ProgramAnswer(None, problem="gpgv cannot verify it: so"),
        ),
        ("exit 2", ProgramAnswer(None, problem="gpgv cannot verify it: it says nothing")),
    ],
)
def test_what_gpgv_says_of_a_signature(
    install: Install, script: str, answer: ProgramAnswer
) -> None:
    install("gpgv", script)

    assert signing.verify_openpgp(MESSAGE, "letters", b"keys") == answer


def test_gpgv_reads_no_keys_but_those_that_it_is_given(install: Install, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    files = 'cat "$5" && echo && cat "$6" && echo && cat'
    install("gpgv", f'{{ echo "$1 $2 $3 $4 $7"; {files}; }} >"{seen}" 2>&1')

    signing.verify_openpgp(MESSAGE, "letters", b"keys")

    assert seen.read_text().splitlines() == [
        "--status-fd=1 --homedir /dev/null --keyring -",
        "keys",
        "letters",
        "what was read",
    ]


@pytest.mark.usefixtures("install")
def test_without_the_programs_nothing_is_verified() -> None:
    assert signing.verify_ssh(MESSAGE, "letters") == ProgramAnswer(
        None, problem="ssh-keygen is not installed"
    )
    assert signing.verify_openpgp(MESSAGE, "letters", b"") == ProgramAnswer(
        None, problem="gpgv is not installed"
    )


def test_a_program_that_cannot_be_run_verifies_nothing(install: Install) -> None:
    install("ssh-keygen", "").write_text("#!/none\n")

    assert signing.verify_ssh(MESSAGE, "letters").valid is None


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        (
            {"gpg.format": "ssh", "user.signingkey": "~/id.pub"},
            "-Y sign -n claimcheck -f HOME/id.pub",
        ),
        ({"user.signingkey": "ABC", "user.email": "desk@example.org"}, "-bsa -u ABC"),
        ({"gpg.format": "openpgp", "user.email": "desk@example.org"}, "-bsa -u desk@example.org"),
        ({}, "-bsa"),
    ],
)
def test_a_message_is_signed_as_git_signs_commits(
    install: Install, own: Path, root: Path, settings: dict[str, str], words: str
) -> None:
    program = "ssh-keygen" if settings.get("gpg.format") == "ssh" else "gpg"
    path = install(program, ECHO)
    for name, value in settings.items():
        git(root, "config", "--file", str(own), name, value)

    signature = signing.sign_message(MESSAGE, root)

    words = words.replace("HOME", str(own.parent))
    assert signature == f"{path} {words}\nwhat was read\n"


@pytest.mark.parametrize("prefix", ["key::", ""])
@pytest.mark.parametrize(
    "kind", ["ssh-ed25519", "ecdsa-sha2-nistp256", "sk-ssh-ed25519@x", "sk-ecdsa-x"]
)
def test_a_key_that_stands_in_the_settings_is_written_out_for_the_program(
    install: Install, own: Path, root: Path, prefix: str, kind: str
) -> None:
    install("ssh-keygen", '[ "$7" = -U ] && cat "$6"')
    git(root, "config", "--file", str(own), "gpg.format", "ssh")
    git(root, "config", "--file", str(own), "user.signingkey", f"{prefix}{kind} AAAA desk")

    assert signing.sign_message(MESSAGE, root) == f"{kind} AAAA desk\n"


@pytest.mark.parametrize(
    ("names", "chosen"),
    [
        ({"gpg.ssh.program": "mine"}, "mine"),
        ({"gpg.program": "mine"}, "ssh-keygen"),
        ({"gpg.ssh.program": ""}, "ssh-keygen"),
        ({}, "ssh-keygen"),
    ],
)
def test_the_user_may_name_another_program(
    install: Install, own: Path, root: Path, names: dict[str, str], chosen: str
) -> None:
    for program in ("mine", "ssh-keygen"):
        install(program, f"echo {program}")
    for name, value in {"gpg.format": "ssh", "user.signingkey": "id", **names}.items():
        git(root, "config", "--file", str(own), name, value)

    assert signing.sign_message(MESSAGE, root) == f"{chosen}\n"


def test_the_program_of_openpgp_is_named_in_two_ways(
    install: Install, own: Path, root: Path
) -> None:
    for name in ("first", "second"):
        install(name, f"echo {name}")
    git(root, "config", "--file", str(own), "gpg.program", "second")
    assert signing.sign_message(MESSAGE, root) == "second\n"
    first = install("first", "printf 'first\\r\\n'")
    git(root, "config", "--file", str(own), "gpg.openpgp.program", str(first))
    assert signing.sign_message(MESSAGE, root) == "first\n"


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("name", ["gpg.program", "gpg.openpgp.program"])
def test_a_repository_names_no_program(install: Install, root: Path, name: str) -> None:
    trap = install("trap", "echo trapped")
    install("gpg", "echo ours")
    for value in ("trap", str(trap)):
        git(root, "config", name, value)
        assert signing.sign_message(MESSAGE, root) == "ours\n"


@pytest.mark.parametrize(
    ("settings", "script", "message"),
    [
        ({"gpg.format": "x509"}, "echo s", "git signs with x509 here (`gpg.format`), which "),
        ({"gpg.format": "ssh"}, "echo s", "git knows no key to sign with (`user.signingkey`)"),
        ({}, "echo why >&2; echo s; exit 1", "gpg did not sign: why"),
        ({}, "exit 0", "gpg did not sign: it says nothing"),
        ({"gpg.program": "/none/gpg"}, "echo s", "/none/gpg cannot be run: there is no such file"),
        ({"gpg.program": "other"}, "echo s", "other is not installed, with which git would sign"),
    ],
)
def test_whatever_cannot_be_signed_says_why(
    install: Install, own: Path, root: Path, settings: dict[str, str], script: str, message: str
) -> None:
    for program in ("gpg", "ssh-keygen"):
        install(program, script)
    for name, value in settings.items():
        git(root, "config", "--file", str(own), name, value)

    with pytest.raises(RequestError) as error:
        signing.sign_message(MESSAGE, root)

    assert str(error.value).startswith(message)


def test_without_git_nothing_is_signed(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/none")

    with pytest.raises(RequestError, match=r"^there is no git on the search path$"):
        signing.sign_message(MESSAGE, root)
