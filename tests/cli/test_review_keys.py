"""Reviews that a key has signed: made by the programs that git uses, and verified by check."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from claimcheck.dossier.key_signatures import MOST_VERIFIED
from claimcheck.dossier.signers import parse_line, read_signers, shared_signers
from claimcheck.model import Signers
from claimcheck.system.folder import Folder
from hostile.watching import watched
from support.repository import commit, git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str]], Path]

SSH_KEYGEN, GPG = shutil.which("ssh-keygen"), shutil.which("gpg")
pytestmark = pytest.mark.skipif(SSH_KEYGEN is None, reason="there is no ssh-keygen here")
TEXT = "The bridge reopened on 4 May 2021. The repairs cost 2.5 million crowns.\n"
CLAIM = """\
claim: The bridge reopened in May 2021.
kind: event
evidence:
  - {source: report, stance: supports, quote: The bridge reopened on 4 May 2021}
"""
CONFIG = """\
signers = "reviews/allowed_signers"
require = {signature = true}
rules = {source-unpinned = "off", speaker-unstated = "off"}
"""


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A key each for Ana and Ben; the public halves lie beside them."""
    folder = tmp_path_factory.mktemp("keys")
    for name in ("ana", "ben"):
        command = [SSH_KEYGEN or "", "-q", "-t", "ed25519", "-N", "", "-C", name]
        subprocess.run([*command, "-f", folder / name], check=True)
    return {name: folder / name for name in ("ana", "ben")}


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory, keys: dict[str, Path]) -> Path:
    """A git repository without a commit, which signs with Ana's key; to be copied."""
    folder = tmp_path_factory.mktemp("repository")
    git(folder, "init", "--quiet")
    sign_with(folder, keys["ana"])
    return folder / ".git"


@pytest.fixture
def root(
    write: Write, monkeypatch: pytest.MonkeyPatch, keys: dict[str, Path], repository: Path
) -> Path:
    """A project whose file of signers names Ana, and whose git signs with her key."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    folder = write(
        {
            "claimcheck.toml": CONFIG,
            "claims/bridge.yaml": CLAIM,
            "sources/report.yaml": "title: R\nfile: report.txt\n",
            "sources/report.txt": TEXT,
            "sources/parties.yaml": "report: {name: report}\n",
            "reviews/allowed_signers": line("Ana", keys["ana"]),
        }
    )
    shutil.copytree(repository, folder / ".git")
    return folder


def line(name: str, key: Path, options: str = 'namespaces="claimcheck"') -> str:
    kind, letters, _comment = key.with_suffix(".pub").read_text().split(maxsplit=2)
    return f"{name} {options} {kind} {letters}\n"


def sign_with(folder: Path, key: Path) -> None:
    git(folder, "config", "gpg.format", "ssh")
    git(folder, "config", "user.signingkey", str(key.with_suffix(".pub")))


def sign(run: Run, root: Path, *options: str, by: str = "Ana") -> CommandResult:
    review = ("review", "bridge", "--by", by, "--today", "2026-01-02", "--sign")
    return run(*review, "-C", root, *options)


def concise(run: Run, root: Path, *options: str) -> CommandResult:
    return run("check", "-C", root, "--format", "concise", "--today", "2026-01-31", *options)


def state(run: Run, root: Path) -> str | None:
    (review,) = json.loads(run("show", "bridge", "-C", root, "--format", "json").out)["reviews"]
    return str(review["signature"]["state"]) if review["signature"] else None


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_key_that_may_sign_is_told_everywhere(run: Run, root: Path, tmp_path: Path) -> None:
    result = sign(run, root)

    assert result.status == 0
    key = re.findall(r"with a key of theirs: (SHA256:\S+)", result.out)
    assert len(key) == 1
    assert concise(run, root).out == (
        "1 claim, 1 evidence item, 1 source: no findings; 0 unchecked\n"
    )
    assert f"signed by a key, valid: {key[0]}" in run("show", "bridge", "-C", root).out
    assert "signed by Ana on 2026-01-02 (key valid)" in run("list", "-C", root).out
    listed = json.loads(run("list", "-C", root, "--format", "json").out)
    (review,) = listed["claims"][0]["reviews"]
    assert review["signature"] == {"state": "valid", "key": key[0], "problem": None}
    run("report", tmp_path / "site", "-C", root)
    pages = [page.read_text("utf-8") for page in (tmp_path / "site").rglob("*.html")]
    assert any(f"Signed by a key, valid: {key[0]}." in page for page in pages)


def test_what_was_signed_can_be_verified_without_claimcheck(run: Run, root: Path) -> None:
    sign(run, root)
    written = (root / "reviews/bridge.yaml").read_text("utf-8")
    letters = re.search(r"signature: \|\n((?:      .*\n)+)", written)
    digest = re.search(r"sha256:[0-9a-f]{64}", written)
    assert letters is not None
    assert digest is not None
    (root / "sig").write_text("".join(line[6:] for line in letters[1].splitlines(keepends=True)))
    message = f"claimcheck review\nby: Ana\non: 2026-01-02\n{digest[0]}\n"

    command = [SSH_KEYGEN or "", "-Y", "verify", "-f", str(root / "reviews/allowed_signers")]
    command += ["-I", "Ana", "-n", "claimcheck", "-s", str(root / "sig")]
    done = subprocess.run(
        [*command, "-Overify-time=20260102"],
        input=message.encode(),
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


def test_no_signature_is_told_where_one_is_asked_for(run: Run, root: Path) -> None:
    run("review", "bridge", "--by", "Ana", "-C", root)

    result = concise(run, root)

    assert result.status == 1
    assert "current reviews with a key's valid signature 0 of 1" in result.out
    assert "no key has signed it" in run("show", "bridge", "-C", root).out
    assert re.search(r"signed by Ana on [0-9-]+ \(no key\)", run("list", "-C", root).out)
    assert state(run, root) is None


def test_a_review_of_today_gets_its_signature_afterwards(run: Run, root: Path) -> None:
    run("review", "bridge", "--by", "Ana", "--today", "2026-01-02", "-C", root)

    assert sign(run, root).status == 0
    assert state(run, root) == "valid"
    assert "nothing to do" in sign(run, root).out


def test_signatures_of_others_are_kept(run: Run, root: Path, keys: dict[str, Path]) -> None:
    sign(run, root)
    sign_with(root, keys["ben"])
    with (root / "reviews/allowed_signers").open("a") as file:
        file.write(line("Ben", keys["ben"]))

    sign(run, root, by="Ben")

    shown = json.loads(run("show", "bridge", "-C", root, "--format", "json").out)
    states = [(review["by"], review["signature"]["state"]) for review in shown["reviews"]]
    assert states == [("Ana", "valid"), ("Ben", "valid")]


def test_a_foreign_key_is_an_error_and_counts_for_nothing(
    run: Run, root: Path, keys: dict[str, Path]
) -> None:
    sign_with(root, keys["ben"])
    signed = sign(run, root)
    result = concise(run, root)

    assert "which does not count yet: its key is not among those of the signers" in signed.out
    assert line("Ana", keys["ben"]).strip() in signed.out
    assert "error[signature-untrusted]" in result.out
    assert "current reviews with a key's valid signature 0 of 1" in result.out
    assert state(run, root) == "not-allowed"


def test_nobody_signs_with_their_key_under_another_name(
    run: Run, root: Path, keys: dict[str, Path]
) -> None:
    with (root / "reviews/allowed_signers").open("a") as file:
        file.write(line(['"Ben Bay"', "ben@elm.example"][1], keys["ben"]))
    sign_with(root, keys["ben"])

    sign(run, root)

    assert "its key signs for ben@elm.example, not for Ana" in concise(run, root).out


def test_whoever_holds_one_key_is_one_reviewer_whatever_names_it_signs_for(
    run: Run, root: Path, keys: dict[str, Path]
) -> None:
    edit(root / "claimcheck.toml", "signature = true", "signature = true, reviewed_by = 2")
    (root / "reviews/allowed_signers").write_text(
        line("Ana,*@desk", keys["ana"]) + line("Ben", keys["ben"])
    )
    for name in ("Ana", "cleo@desk", "dora@desk"):
        assert sign(run, root, by=name).status == 0

    answer = concise(run, root)
    assert answer.status == 1
    assert "current reviews with valid signatures of different keys 1 of 2" in answer.out

    sign_with(root, keys["ben"])
    sign(run, root, by="Ben")
    assert concise(run, root).status == 0


def test_a_name_with_blanks_stands_in_quotation_marks(
    run: Run, root: Path, keys: dict[str, Path]
) -> None:
    (root / "reviews/allowed_signers").write_text(line('"Ana Alder"', keys["ana"]))

    sign(run, root, by="Ana Alder")

    assert state(run, root) == "valid"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ('valid-before="20260101"', "not-allowed"),
        ('valid-before="20260201"', "valid"),
        ('valid-after="20260103"', "not-allowed"),
        ('namespaces="git"', "not-allowed"),
        ("", "valid"),
    ],
)
def test_a_key_is_judged_as_of_the_day_of_the_review(
    run: Run, root: Path, keys: dict[str, Path], options: str, expected: str
) -> None:
    (root / "reviews/allowed_signers").write_text(line("Ana", keys["ana"], options))

    sign(run, root)

    assert state(run, root) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('claim: "The bridge reopened in May 2021."', 'claim: "The bridge reopened in June 2021."'),
        ('by: "Ana"', 'by: "ana"'),
        ("on: 2026-01-02", "on: 2026-01-03"),
        ("fingerprint: sha256:", "fingerprint: sha256:0"),
    ],
)
def test_words_that_are_changed_after_the_signature_are_a_forgery(
    run: Run, root: Path, old: str, new: str
) -> None:
    sign(run, root)
    path = root / "reviews/bridge.yaml"
    text = path.read_text("utf-8").replace(old, new)
    path.write_text(re.sub(r"(sha256:[0-9a-f]{64})[0-9a-f]", r"\1", text), "utf-8")

    result = concise(run, root)

    assert result.status == 1
    assert "error[signature-invalid] " in result.out
    assert state(run, root) == "forged"
    assert "the signature of the key is not of these words" in run("show", "bridge", "-C", root).out


def test_claim_review_and_fingerprint_that_fit_one_another_are_a_forgery_all_the_same(
    run: Run, root: Path
) -> None:
    """Without a key nobody could tell: the three were written together."""
    sign(run, root)
    before = (root / "reviews/bridge.yaml").read_text("utf-8")
    signature = before[before.index("    signature: |") : before.index("    claim: ")]
    edit(root / "claims/bridge.yaml", "in May", "in June")
    run("review", "bridge", "--by", "Ana", "--again", "--today", "2026-01-02", "-C", root)
    edit(root / "reviews/bridge.yaml", "    claim: ", f"{signature}    claim: ")

    result = concise(run, root)

    assert "review-stale" not in result.out
    assert "error[signature-invalid]" in result.out
    assert "current reviews with a key's valid signature 0 of 1" in result.out


def test_a_claim_that_changed_has_a_stale_review_whose_signature_holds(
    run: Run, root: Path
) -> None:
    sign(run, root)
    edit(root / "claims/bridge.yaml", "in May", "in June")

    result = concise(run, root)

    assert "warning[review-stale]" in result.out
    assert "signature-invalid" not in result.out
    assert "current reviews with a key's valid signature 0 of 1" in result.out
    assert state(run, root) == "valid"


@pytest.mark.parametrize(
    "damaged", ["- nonsense", '"-----BEGIN SSH SIGNATURE-----\\nAAAA\\n"', "''", '"a\\nb"']
)
def test_what_is_no_signature_is_a_flaw(run: Run, root: Path, damaged: str) -> None:
    sign(run, root)
    path = root / "reviews/bridge.yaml"
    text = path.read_text("utf-8")
    start, end = text.index("    signature: |"), text.index("    claim: ")
    path.write_text(f"{text[:start]}    signature: {damaged}\n{text[end:]}", "utf-8")

    assert "error[malformed-file]" in concise(run, root).out


def test_letters_that_hold_no_signature_are_a_forgery(run: Run, root: Path) -> None:
    sign(run, root)
    path = root / "reviews/bridge.yaml"
    path.write_text(re.sub(r"      [A-Za-z0-9+/]{60,}\n", "      AAAA\n", path.read_text("utf-8")))

    assert "error[signature-invalid]" in concise(run, root).out


@pytest.mark.parametrize("config", ["", 'signers = "reviews/nobody"\n'])
def test_without_a_file_of_signers_a_signature_is_unchecked(
    run: Run, root: Path, config: str
) -> None:
    sign(run, root)
    (root / "claimcheck.toml").write_text(config)

    result = concise(run, root)

    assert result.status == 0
    assert "warning[signature-untrusted]" in result.out
    assert "is unchecked" in result.out
    assert state(run, root) == "unchecked"


def test_whoever_signs_first_is_told_what_to_add(
    run: Run, root: Path, keys: dict[str, Path]
) -> None:
    (root / "claimcheck.toml").write_text("")
    (root / "reviews/allowed_signers").unlink()

    result = sign(run, root)

    assert 'signers = "reviews/allowed_signers"' in result.out
    assert line("Ana", keys["ana"]).strip() in result.out


@pytest.mark.skipif(sys.platform == "win32", reason="programs have other names there")
def test_what_a_missing_program_left_open_is_told_when_it_has_come(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign(run, root)
    path = os.environ["PATH"]
    monkeypatch.setenv("PATH", str(root))
    cache = root.parent / "empty-cache"
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(cache))
    without = [concise(run, root), concise(run, root)]
    monkeypatch.setenv("PATH", path)

    assert all("ssh-keygen is not installed" in result.out for result in without)
    assert "signature-untrusted" not in concise(run, root).out


def test_a_warm_check_starts_no_process(run: Run, root: Path) -> None:
    sign(run, root)
    first = concise(run, root)
    with watched(root) as seen:
        assert concise(run, root) == first
        (root / "claims/other.yaml").write_text("claim: The bridge is old.\nkind: event\n")
        changed = concise(run, root)
        edit(root / "claims/bridge.yaml", "claim: ", "tags: [roads]\nclaim: ")
        tagged = concise(run, root)

    assert [event for event in seen if "Popen" in event] == []
    assert "no-evidence" in changed.out
    assert "signature" not in tagged.out.replace("with a key's valid signature", "")


def test_the_repository_names_no_program_to_sign_with(run: Run, root: Path) -> None:
    trap = root / "trap"
    trap.write_text("#!/bin/sh\ntouch sprung\n")
    trap.chmod(0o755)
    git(root, "config", "gpg.ssh.program", str(trap))

    assert sign(run, root).status == 0
    assert state(run, root) == "valid"
    assert not (root / "sprung").exists()


def test_without_a_key_nothing_is_signed(run: Run, root: Path) -> None:
    git(root, "config", "--unset", "user.signingkey")
    nameless = sign(run, root)
    git(root, "config", "user.signingkey", str(root / "nowhere.pub"))
    missing = sign(run, root)
    git(root, "config", "gpg.format", "x509")
    certificate = sign(run, root)

    assert [result.status for result in (nameless, missing, certificate)] == [2, 2, 2]
    assert "user.signingkey" in nameless.err
    assert "ssh-keygen did not sign" in missing.err
    assert "x509" in certificate.err
    assert not (root / "reviews/bridge.yaml").exists()


def test_a_change_that_adds_a_signer_is_told_and_the_key_does_not_count_yet(
    run: Run, root: Path, keys: dict[str, Path]
) -> None:
    sign(run, root)
    commit(root)
    git(root, "branch", "base")
    assert concise(run, root, "--base", "base").status == 0
    with (root / "reviews/allowed_signers").open("a") as file:
        file.write(line("Ben", keys["ben"]))
    sign_with(root, keys["ben"])
    (root / "reviews/bridge.yaml").unlink()
    sign(run, root, by="Ben")
    commit(root)

    result = concise(run, root, "--base", "base")

    assert concise(run, root).status == 0
    assert result.status == 1
    assert "error[settings-weakened] the change lets another key sign reviews: Ben " in result.out
    assert "error[signature-untrusted]" in result.out
    assert "current reviews with a key's valid signature 0 of 1" in result.out


def test_a_key_that_the_branch_took_back_signs_nothing_in_a_change_that_began_before(
    run: Run, root: Path, keys: dict[str, Path]
) -> None:
    with (root / "reviews/allowed_signers").open("a") as file:
        file.write(line("Ben", keys["ben"]))
    commit(root)
    git(root, "branch", "base")
    sign_with(root, keys["ben"])
    sign(run, root, by="Ben")
    commit(root)
    head = git(root, "rev-parse", "HEAD")
    assert concise(run, root, "--base", "base").status == 0

    git(root, "checkout", "--quiet", "base")
    (root / "reviews/allowed_signers").write_text(line("Ana", keys["ana"]), "utf-8")
    commit(root)
    git(root, "checkout", "--quiet", head.strip())

    assert "error[signature-untrusted]" in concise(run, root, "--base", "base").out


def test_reviews_and_signers_that_move_are_read_where_they_are_now(run: Run, root: Path) -> None:
    sign(run, root)
    commit(root)
    git(root, "branch", "base")
    (root / "reviews").rename(root / "signed")
    config = CONFIG.replace("reviews/allowed_signers", "signed/allowed_signers")
    (root / "claimcheck.toml").write_text(f'reviews = "signed"\n{config}', "utf-8")
    commit(root)

    lines = concise(run, root, "--base", "base").out

    assert "points `reviews` at signed/ instead of reviews/" in lines
    assert "points `signers` at signed/allowed_signers instead of reviews/allowed_signers" in lines
    assert "signature-untrusted" not in lines
    assert "requirement-unmet" not in lines


def test_a_change_that_removes_a_signature_lacks_one(run: Run, root: Path) -> None:
    sign(run, root)
    commit(root)
    git(root, "branch", "base")
    path = root / "reviews/bridge.yaml"
    text = path.read_text("utf-8")
    path.write_text(text[: text.index("    signature: |")] + text[text.index("    claim: ") :])
    commit(root)

    assert "requirement-unmet" in concise(run, root, "--base", "base").out


def test_a_signature_that_no_key_of_other_signers_made_is_not_an_old_fault(
    run: Run, root: Path, keys: dict[str, Path]
) -> None:
    """The base is judged by the signers that it had."""
    sign(run, root)
    commit(root)
    git(root, "branch", "base")
    (root / "reviews/others").write_text(line("Ben", keys["ben"]))
    (root / "claimcheck.toml").write_text(
        'signers = "reviews/others"\nrequire = {signature = true}\n'
    )
    (root / "reviews/bridge.yaml").unlink()
    commit(root)

    result = concise(run, root, "--base", "base")

    assert result.status == 1
    assert "requirement-unmet" in result.out


@pytest.mark.parametrize(
    ("config", "expected"),
    [
        ('signers = "reviews/others"\nrequire = {signature = true}\n', "points `signers` at"),
        ('signers = "reviews/allowed_signers"\n', "asks less of every claim: reviews that no key"),
    ],
)
def test_a_change_of_the_settings_is_told(
    run: Run, root: Path, keys: dict[str, Path], config: str, expected: str
) -> None:
    sign(run, root)
    commit(root)
    git(root, "branch", "base")
    (root / "reviews/others").write_text(line("Ana", keys["ben"]))
    (root / "claimcheck.toml").write_text(config)
    commit(root)

    assert f"error[settings-weakened] the change {expected}" in (
        concise(run, root, "--base", "base").out
    )


def test_a_renamed_claim_keeps_its_signature(run: Run, root: Path) -> None:
    sign(run, root)
    run("rename", "bridge", "crossing", "-C", root)

    assert concise(run, root).status == 0


def test_only_the_key_could_sign_the_other_id_of_a_source(run: Run, root: Path) -> None:
    sign(run, root)
    assert run("source", "rename", "report", "gazette", "-C", root).status == 0

    result = concise(run, root)

    assert "signature-invalid" not in result.out
    assert "warning[review-stale]" in result.out
    assert state(run, root) == "valid"
    assert sign(run, root, "--again").status == 0
    assert concise(run, root).status == 0


@pytest.fixture
def openpgp(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> str:
    """Let git sign with an OpenPGP key; return the key's fingerprint."""
    if GPG is None or shutil.which("gpgv") is None:
        pytest.skip("there is no gpg here")
    home = tmp_path_factory.mktemp("g")
    home.chmod(0o700)
    monkeypatch.setenv("GNUPGHOME", str(home))
    batch = [GPG, "--batch", "--quiet", "--passphrase", ""]
    name = "Ana <ana@elm.example>"
    made = subprocess.run(
        [*batch, "--quick-gen-key", name, "ed25519", "sign", "never"],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("gpg makes no keys here")
    listed = subprocess.run([GPG, "--list-keys", "--with-colons"], capture_output=True, check=True)
    fingerprint_ = next(
        line.split(":")[9] for line in listed.stdout.decode().splitlines() if line.startswith("fpr")
    )
    key = subprocess.run([GPG, "--armor", "--export"], capture_output=True, check=True).stdout
    git(root, "config", "gpg.format", "openpgp")
    git(root, "config", "user.signingkey", fingerprint_)
    (root / "reviews/allowed_signers").write_text(f"Ana openpgp {fingerprint_}\n{key.decode()}")
    return fingerprint_


def test_openpgp_keys_sign_too(run: Run, root: Path, openpgp: str) -> None:
    result = sign(run, root)

    assert openpgp in result.out
    assert concise(run, root).status == 0
    assert state(run, root) == "valid"
    edit(root / "reviews/bridge.yaml", "on: 2026-01-02", "on: 2026-01-03")
    assert state(run, root) == "forged"


def test_an_openpgp_key_signs_for_those_whom_its_line_names(
    run: Run, root: Path, openpgp: str
) -> None:
    edit(root / "reviews/allowed_signers", "Ana openpgp", "Ben openpgp")
    signed = sign(run, root)

    assert f"Ana openpgp {openpgp}" in signed.out
    assert "its key signs for Ben, not for Ana" in concise(run, root).out


def test_an_openpgp_key_that_the_file_lacks_is_not_allowed(
    run: Run, root: Path, openpgp: str
) -> None:
    path = root / "reviews/allowed_signers"
    path.write_text("# nobody yet\n")
    signed = sign(run, root)
    states = [state(run, root)]
    path.write_text(f"Ana openpgp {openpgp}\n")
    states.append(state(run, root))

    assert f"    Ana openpgp {openpgp}\n" in signed.out
    assert "gpg --armor --export" in signed.out
    assert states == ["not-allowed", "not-allowed"]


def test_so_many_signatures_are_verified_in_one_go_and_the_others_in_the_next(
    run: Run, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign(run, root)
    cache = root.parent / "own-cache"
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(cache))
    claim, review = (root / f"{folder}/bridge.yaml" for folder in ("claims", "reviews"))
    letters = re.compile(r"      [A-Za-z0-9+/]{60,}\n")
    for number in range(MOST_VERIFIED):
        # Letters that are no signature: told without any program.
        nonsense = letters.sub("      AAAA\n", review.read_text("utf-8"))
        nonsense = nonsense.replace("on: 2026-01-02", f"on: 2025-01-{number % 28 + 1:02}")
        (root / f"claims/a{number:03}.yaml").write_text(claim.read_text("utf-8"), "utf-8")
        (root / f"reviews/a{number:03}.yaml").write_text(
            nonsense.replace('by: "Ana"', f'by: "Ana {number}"'), "utf-8"
        )

    first, second = concise(run, root), concise(run, root)

    assert first.out.count("error[signature-invalid]") == MOST_VERIFIED
    assert first.out.count("warning[signature-untrusted]") == 1
    assert "more than 500 are verified in one go" in first.out
    assert second.out.count("error[signature-invalid]") == MOST_VERIFIED
    assert "signature-untrusted" not in second.out


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ana,ben ssh-ed25519 AAAAC3", ("ana", "ben")),
        ('"Ana Alder,Ben" namespaces="claimcheck" ssh-ed25519 AAAAC3 x', ("Ana Alder", "Ben")),
        ("ana openpgp 0A1B", ("ana",)),
        ("nonsense", ("nonsense",)),
        ("", ()),
    ],
)
def test_lines_of_signers_are_read_as_far_as_messages_need(
    text: str, names: tuple[str, ...]
) -> None:
    assert parse_line(text).names == names


def test_only_signers_that_were_there_before_count(write: Write) -> None:
    root = write({"signers": "# whose keys\n\nana ssh-ed25519 AAAA\nben ssh-ed25519 BBBB\n"})
    now = read_signers(Folder(root), "signers")

    assert now.lines == ("ana ssh-ed25519 AAAA", "ben ssh-ed25519 BBBB")
    assert shared_signers(now, Signers("signers", now.lines[:1])).lines == now.lines[:1]
    assert read_signers(Folder(root), "nowhere").read_error
