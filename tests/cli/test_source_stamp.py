"""`claimcheck source stamp`, with a server of the test's own, and verifying its tokens offline."""

from __future__ import annotations

import datetime as dt
import functools
import hashlib
import json
import socket
import ssl
import subprocess
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.dossier.stamps import examine
from support import timestamps
from support.repository import commit, git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult
    from support.timestamps import Authority

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

pytestmark = pytest.mark.skipif(timestamps.OPENSSL is None, reason="openssl answers for the server")
HERE = ("--allow-network", "127.0.0.1")
CLAIM = """\
claim: The bridge was closed.
kind: event
evidence:
  - {source: report, stance: supports, quote: The bridge is closed to all traffic}
"""


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return timestamps.authority(tmp_path_factory.mktemp("tsa") / "good", "Elm notary")


@pytest.fixture
def root(write: Write, run: Run, authority: Authority) -> Path:
    """A project with one claim on one document, and the certificate beside it."""
    root = write({"claims/bridge.yaml": CLAIM, "authority.pem": authority.root})
    for name in ("report", "other"):
        file = root / "sources" / f"{name}.txt"
        file.write_text(f"The bridge is closed to all traffic. {name}\n")
        options = ("--id", name, "--publisher", "Gazette", "--issued", "2024-01-02")
        assert run("source", "add", "-C", root, file, *options).status == 0
    (root / "claimcheck.toml").write_text('[rules]\nsource-unused = "off"\npossible-copy = "off"\n')
    return root


def stamp(run: Run, root: Path, by: Authority, source: str = "report") -> CommandResult:
    file = root / "authority.pem"
    with timestamps.serving(by) as server:
        return run("source", "stamp", source, "--server", server, "--root", file, *HERE, "-C", root)


def trust(run: Run, root: Path) -> None:
    """Let the project trust the authority, as the command says."""
    shown = json.loads(run("source", "show", "report", "--format", "json", "-C", root).out)
    config = root / "claimcheck.toml"
    config.write_text(f'stamp_roots = ["{shown["stamp"]["root"]}"]\n{config.read_text()}')


def test_a_rehearsal_says_what_would_be_sent_and_asks_nobody(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "create_connection", refuse)
    before = sorted((root / "sources").iterdir())
    sha256 = hashlib.sha256((root / "sources" / "report.txt").read_bytes()).hexdigest()
    options = ("--server", "https://tsa.example/", "--root", root / "authority.pem", "--dry-run")

    shown = run("source", "stamp", "report", *options, "-C", root)

    assert (shown.status, shown.out) == (
        0,
        (
            f"would send the SHA-256 of sources/report.txt, {sha256}, to https://tsa.example/\n"
            "would write sources/report.tsr, the certificate beside it, and both into "
            "sources/report.yaml\n"
        ),
    )
    assert sorted((root / "sources").iterdir()) == before
    missing = run("source", "stamp", "reprot", *options, "-C", root)
    assert (missing.status, "did you mean report?" in missing.err) == (2, True)


def test_a_token_is_kept_and_verified_offline(
    run: Run, root: Path, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    stamped = stamp(run, root, authority)

    def refuse(*_arguments: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket, "create_connection", refuse)
    before = run("check", "-C", root)
    trust(run, root)
    checked = run("check", "--strict", "-C", root)
    verified = run("source", "verify", "report", "-C", root)
    shown = run("source", "show", "report", "-C", root)

    assert stamped.status == 0, stamped.err
    today = f"{dt.datetime.now(dt.UTC):%Y-%m}"
    assert f"stamped report: {today}" in stamped.out
    assert (before.status, before.out.count("warning[stamp-untrusted]")) == (0, 1)
    assert "which this project does not say that it trusts" in " ".join(before.out.split())
    assert checked.status == 0, checked.out
    assert verified.status == 0
    assert f"report: note: stamped {today}" in verified.out
    assert "by CN=Elm notary" in verified.out
    assert "stamped" in shown.out
    # What other programs read, too.
    assert (root / "sources" / "report.tsr").read_bytes()[:1] == b"\x30"


def test_only_the_hash_is_needed_to_verify_it(run: Run, root: Path, authority: Authority) -> None:
    stamp(run, root, authority)
    trust(run, root)
    record = root / "sources" / "report.yaml"
    record.write_text(record.read_text() + "shipped: no\n")
    (root / "sources" / "report.txt").unlink()

    checked = run("check", "-C", root)

    assert checked.status == 0
    assert "stamp-" not in checked.out


def test_an_authority_that_nobody_trusts_is_said_to_be_one(
    run: Run, root: Path, authority: Authority
) -> None:
    def shown() -> list[bool]:
        assert run("report", root / "pages", "-C", root).status == 0
        page = (root / "pages" / "sources" / "report.html").read_text("utf-8")
        record = " ".join(run("source", "show", "report", "-C", root).out.split())
        return ["whom this project does not say that it trusts" in text for text in (page, record)]

    stamp(run, root, authority)
    assert shown() == [True, True]
    trust(run, root)
    assert shown() == [False, False]


def test_a_stamp_is_asked_for_once(run: Run, root: Path, authority: Authority) -> None:
    stamp(run, root, authority)

    again = stamp(run, root, authority)

    assert again.status == 2
    assert "has a time stamp already" in again.err


def test_a_record_that_cannot_be_edited_is_stamped_by_nobody(
    run: Run, root: Path, authority: Authority
) -> None:
    record = root / "sources" / "report.yaml"
    written = record.read_text("utf-8")
    lines = (line.split(": ", 1) for line in written.splitlines())
    record.write_text(json.dumps({key: value.strip('"') for key, value in lines}), "utf-8")
    before = sorted((root / "sources").iterdir())

    refused = stamp(run, root, authority)

    assert (refused.status, "has no line that claimcheck can edit" in refused.err) == (2, True)
    assert sorted((root / "sources").iterdir()) == before
    record.write_text(written, "utf-8")
    assert stamp(run, root, authority).status == 0


def swapped(run: Run, root: Path, authority: Authority) -> None:
    stamp(run, root, authority)
    stamp(run, root, authority, "other")
    other = (root / "sources" / "other.tsr").read_bytes()
    (root / "sources" / "report.tsr").write_bytes(other)


def changed(run: Run, root: Path, authority: Authority) -> None:
    """Let one byte of what was signed be another."""
    stamp(run, root, authority)
    token = root / "sources" / "report.tsr"
    data = token.read_bytes()
    place = data.index(b"\x18\x0f20") + 4  # of the year, in the time that it names
    token.write_bytes(data[:place] + b"1" + data[place + 1 :])


def of_another_authority(run: Run, root: Path, authority: Authority) -> None:
    """Let somebody with a certificate of the same name have made it."""
    stamp(run, root, authority)
    twin = timestamps.authority(root / "twin", "Elm notary")
    token = answered(twin, (root / "sources" / "report.txt").read_bytes())
    (root / "sources" / "report.tsr").write_bytes(token)


def no_token(run: Run, root: Path, authority: Authority) -> None:
    stamp(run, root, authority)
    (root / "sources" / "report.tsr").write_bytes(b"signed, honestly")


def gone(run: Run, root: Path, authority: Authority) -> None:
    stamp(run, root, authority)
    (root / "sources" / "report.tsr").unlink()


def two_certificates(run: Run, root: Path, authority: Authority) -> None:
    stamp(run, root, authority)
    (certificate,) = (root / "sources").glob("*.pem")
    certificate.write_bytes(
        certificate.read_bytes() + timestamps.authority(root / "twin", "Twin").root
    )


@pytest.mark.parametrize(
    ("harm", "result"),
    [
        (swapped, "it is the stamp of other bytes (SHA-256 "),
        (changed, "had expired, or was not valid yet"),
        (of_another_authority, "it is forged"),
        (no_token, "it is no time-stamp token"),
        (gone, "it cannot be verified: there is no such file"),
        (two_certificates, "does not hold one certificate"),
    ],
)
def test_what_proves_nothing_is_told_apart(
    run: Run,
    root: Path,
    authority: Authority,
    harm: Callable[[Run, Path, Authority], None],
    result: str,
) -> None:
    harm(run, root, authority)

    checked = run("check", "-C", root)
    verified = run("source", "verify", "report", "-C", root)

    assert checked.status == 1
    assert "error[stamp-invalid]" in checked.out
    assert result in " ".join(checked.out.split())
    assert (verified.status, result in verified.out) == (1, True)


@given(place=st.integers(0, 5000), value=st.integers(0, 255), cut=st.booleans())
@settings(deadline=None, suppress_health_check=list(HealthCheck))
def test_no_damage_to_a_token_breaks_the_check(
    authority: Authority, place: int, value: int, cut: bool
) -> None:
    token = answered(authority, b"The bridge is closed.")
    place %= len(token)
    damaged = token[:place] if cut else token[:place] + bytes([value]) + token[place + 1 :]
    sha256 = hashlib.sha256(b"The bridge is closed.").hexdigest()

    facts = examine(damaged, authority.root, sha256)

    assert examine(token, authority.root, sha256).problem == ""
    # What is not signed may be another: how the server called its answer, say.
    assert facts.problem or facts.time == examine(token, authority.root, sha256).time


def test_a_certificate_of_no_version_that_there_is_proves_nothing(authority: Authority) -> None:
    token = answered(authority, b"The bridge is closed.")
    third, second = b"\xa0\x03\x02\x01\x02", b"\xa0\x03\x02\x01\x01"
    certificate = ssl.DER_cert_to_PEM_cert(
        ssl.PEM_cert_to_DER_cert(authority.root.decode()).replace(third, second)
    )
    sha256 = hashlib.sha256(b"The bridge is closed.").hexdigest()

    in_token = examine(token.replace(third, second), authority.root, sha256)
    of_authority = examine(token, certificate.encode(), sha256)

    assert in_token.problem == "it is no time-stamp token"
    assert of_authority.problem == "the file of its authority does not hold one certificate"


@pytest.mark.parametrize("kind", ["sha512", "sha3-256"])
def test_a_token_for_a_hash_of_another_kind_proves_nothing(authority: Authority, kind: str) -> None:
    """Even where its digits are those of the SHA-256."""
    data = b"The bridge is closed."
    sha256 = hashlib.sha256(data).hexdigest()
    digits = sha256 * (hashlib.new(kind.replace("sha3-", "sha3_")).digest_size // 32)

    facts = examine(answered(authority, data, kind, digits), authority.root, sha256)

    assert facts.problem == "it is not the stamp of a SHA-256"


@functools.cache
def answered(by: Authority, data: bytes, kind: str = "sha256", digits: str = "") -> bytes:
    """Return a token for some bytes, or for the digits of a hash of some kind."""
    (by.folder / "data").write_bytes(data)
    of_what = ("-digest", digits) if digits else ("-data", "data")
    subprocess.run(
        [
            *(str(timestamps.OPENSSL), "ts", "-query", *of_what),
            *(f"-{kind}", "-cert", "-out", "q"),
        ],
        cwd=by.folder,
        check=True,
        capture_output=True,
    )
    return by.token((by.folder / "q").read_bytes())


@pytest.mark.parametrize(
    ("name", "ended", "result"),
    [
        ("Elm notary", dt.timedelta(days=30), "had expired, or was not valid yet"),
        ("Somebody else", dt.timedelta(days=-30), "it is forged"),
    ],
)
def test_a_server_whose_answer_proves_nothing_is_refused(
    run: Run, root: Path, tmp_path: Path, name: str, ended: dt.timedelta, result: str
) -> None:
    other = timestamps.authority(tmp_path / "tsa", name, ended)
    if name == "Elm notary":
        (root / "authority.pem").write_bytes(other.root)
    before = (root / "sources" / "report.yaml").read_bytes()

    refused = stamp(run, root, other)

    assert refused.status == 2
    assert result in refused.err
    assert (root / "sources" / "report.yaml").read_bytes() == before
    assert not list((root / "sources").glob("*.tsr"))


def test_a_document_that_is_not_the_pinned_one_is_not_stamped(
    run: Run, root: Path, authority: Authority
) -> None:
    (root / "sources" / "report.txt").write_text("The bridge is open.\n")

    assert "is not here as it was pinned" in stamp(run, root, authority).err


def test_a_change_cannot_name_whom_to_trust(run: Run, root: Path, authority: Authority) -> None:
    git(root, "init", "--quiet")
    commit(root)
    stamp(run, root, authority)
    trust(run, root)

    checked = run("check", "--base", "HEAD", "-C", root)

    assert "trusts more certificates for time stamps" in " ".join(checked.out.split())
    assert "warning[stamp-untrusted]" in checked.out
