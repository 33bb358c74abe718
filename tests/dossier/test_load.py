"""Files in, Dossier out: everything is read, nothing stops the reading, nothing leads outside."""

from __future__ import annotations

import hashlib
import os
import sys
from dataclasses import fields
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck import ProjectError, load
from claimcheck.dossier import config
from claimcheck.dossier.files import hash_at
from claimcheck.dossier.signers import read_signers
from claimcheck.model import Config, Kind, Requirement, Stance, Status
from claimcheck.system.folder import Folder, portable_parts
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Write = Callable[[dict[str, str | bytes]], Path]

TEXT = "The bridge reopened on 4 May 2021, the council said.\n"
RECORD = f"title: A report\nfile: report.txt\nsha256: {hashlib.sha256(TEXT.encode()).hexdigest()}\n"
OUTSIDE = 'the path must be relative, without empty parts, "." or ".."'
CLAIM = """\
claim: The bridge reopened on 4 May 2021.
claimant: council
claimed_on: 2021-05-04
interested: [builder]
kind: state
as_of: 2021-05-04
review_by: 2022-05-04
tags: [bridge, roads]
evidence:
  - source: report
    stance: supports
    quote: {exact: The bridge reopened on 4 May 2021, suffix: ", the"}
    speaker: council
    rationale: It says so.
verdict: {status: supported, by: desk, on: 2021-06-01, rationale: We saw it.}
allow: {claim-stale: It is about the past.}
"""


@pytest.mark.parametrize(
    "reason", ["", "~", "''", "' '", '"\\u200b"', '"\\u3164"', "[]", "{}", "...", "'-'", "…"]
)
def test_an_exception_without_a_reason_silences_nothing(write: Write, reason: str) -> None:
    claim = CLAIM.replace("It is about the past.", reason)
    dossier = load(write({"claims/a.yaml": claim}))

    assert dossier.claims[0].allow == ()
    assert [flaw.rule for flaw in dossier.flaws if flaw.claim] == ["malformed-file"]


@pytest.mark.parametrize("same", [8, 32, 63])
def test_a_hash_is_compared_to_its_last_letter(write: Write, same: int) -> None:
    sha256 = hashlib.sha256(b"It stands.").hexdigest()
    other = sha256[:same] + "".join("1" if char == "0" else "0" for char in sha256[same:])
    record = f"title: A page\nfile: a.txt\nsha256: {other}\n"
    dossier = load(write({"sources/a.yaml": record, "sources/a.txt": "It stands."}))

    assert dossier.sources["a"].changed


def test_a_claim_is_read_whole(write: Write) -> None:
    root = write(
        {"claims/a.yaml": CLAIM, "sources/report.yaml": RECORD, "sources/report.txt": TEXT}
    )

    dossier = load(root)

    assert dossier.flaws == ()
    (claim,) = dossier.claims
    (item,) = claim.evidence
    assert (claim.id, claim.text) == ("a", "The bridge reopened on 4 May 2021.")
    assert (claim.claimants, claim.interested) == (("council",), ("builder",))
    assert (str(claim.claimed_on), str(claim.as_of)) == ("2021-05-04", "2021-05-04")
    assert (claim.kind, claim.tags) == (Kind.STATE, ("bridge", "roads"))
    assert (item.source, item.stance, item.speaker) == ("report", Stance.SUPPORTS, "council")
    assert (item.quote.exact, item.quote.suffix) == ("The bridge reopened on 4 May 2021", ", the")
    assert (str(item.place), str(item.quote_place)) == (
        "claims/a.yaml:10:5",
        "claims/a.yaml:12:12",
    )
    assert claim.verdict is not None
    assert (claim.verdict.status, claim.verdict.by) == (Status.SUPPORTED, "desk")
    assert [allowance.rule for allowance in claim.allow] == ["claim-stale"]


def test_a_source_is_read_with_its_text_and_hash(write: Write) -> None:
    root = write({"sources/papers/report.yaml": RECORD, "sources/papers/report.txt": TEXT})

    source = load(root).sources["report"]

    assert (source.text, source.text_path) == (TEXT, "sources/papers/report.txt")
    assert source.pins[0].actual == source.pins[0].expected


@pytest.mark.parametrize("ending", ["txt", "text", "md", "markdown", "TXT"])
def test_a_document_that_is_text_needs_no_other(write: Write, ending: str) -> None:
    record = f"title: A\nfile: a.{ending}\n"
    source = load(write({"sources/a.yaml": record, f"sources/a.{ending}": TEXT})).sources["a"]

    assert (source.text, source.text_path) == (TEXT, f"sources/a.{ending}")


def test_an_extracted_text_is_what_quotes_anchor_in(write: Write) -> None:
    record = "title: A scan\nfile: scan.pdf\ntext: scan.md\n"
    root = write(
        {"sources/scan.yaml": record, "sources/scan.pdf": b"%PDF", "sources/scan.md": TEXT}
    )

    source = load(root).sources["scan"]

    assert [pin.path for pin in source.pins] == ["sources/scan.pdf", "sources/scan.md"]
    assert source.text == TEXT


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"sources/a.pdf": b"%PDF"}, ".pdf is not plain text"),
        ({"sources/a.txt": b"caf\xe9"}, "sources/a.txt is not UTF-8 (line 1)"),
        ({}, "sources/a.txt cannot be read: there is no such file"),
    ],
)
def test_a_source_without_text_says_why(
    write: Write, files: dict[str, str | bytes], reason: str
) -> None:
    name = next(iter(files), "sources/a.txt").removeprefix("sources/")
    root = write({"sources/a.yaml": f"title: A\nfile: {name}\n", **files})

    source = load(root).sources["a"]

    assert source.text is None
    assert source.no_text_because.startswith(reason)


def test_a_record_of_a_text_alone_names_no_document(write: Write) -> None:
    root = write({"sources/a.yaml": "title: A\ntext: a.txt\n", "sources/a.txt": TEXT})

    (flaw,) = load(root).flaws

    assert flaw.message == "a source's record has no `file`"


def test_all_flaws_of_all_files_are_found_in_one_run(write: Write) -> None:
    root = write(
        {
            "claims/a.yaml": "clam: x\nkind: sometimes\n",
            "claims/b.yaml": "claim: x\nevidence:\n  - just words\n  - {source: s}\n",
            "claims/c.yaml": "- a list\n",
            "claims/d.YAML": "claim: x\n",
            "claims/e f.yaml": "claim: x\n",
            "sources/s.yaml": "title: [a]\nfile: ../secret.txt\nsha256: abc\nurl: javascript:x\n",
            "sources/parties.yaml": "a: {name: One, parent: b}\nb: {name: Two, parent: a}\n",
        }
    )

    flaws = [f"{flaw.place}: {flaw.message}" for flaw in load(root).flaws]

    flaws.sort()
    assert flaws == [
        "claims/a.yaml:1:1: a claim has no `claim`",
        "claims/a.yaml:1:1: a claim has no key 'clam'",
        "claims/a.yaml:2:7: `kind` is 'sometimes', which is none of event, state",
        "claims/b.yaml:3:5: an evidence item must be a mapping, not text",
        "claims/b.yaml:4:5: an evidence item has no `quote`",
        "claims/b.yaml:4:5: an evidence item has no `stance`",
        "claims/c.yaml:1:1: a claim must be a mapping of keys to values; the file holds a list",
        "claims/d.YAML: a file ending in .YAML is not read",
        "claims/e f.yaml: 'e f' cannot be an id",
        "sources/parties.yaml:1:4: the parents of 'a' lead back to itself",
        "sources/parties.yaml:2:4: the parents of 'b' lead back to itself",
        "sources/s.yaml:1:8: `title` must be text, not a list",
        "sources/s.yaml:2:7: `file` is '../secret.txt', which is no file beside this record: "
        + OUTSIDE,
        "sources/s.yaml:3:9: `sha256` is 'abc', which is no SHA-256",
        "sources/s.yaml:4:6: `url` is 'javascript:x', which is no web address",
    ]


def test_what_editors_leave_behind_is_not_read(write: Write) -> None:
    root = write({"claims/.#a.yaml": "x", "claims/a.yaml~": "x", "claims/.a.yaml.swp": "x"})

    assert load(root).flaws == ()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_are_reported_and_never_followed(write: Write, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    outside.mkdir()
    (outside / "c.yaml").write_text("claim: secret\n")
    root = write({"sources/a.yaml": "title: A\nfile: a.txt\n"})
    (root / "claims" / "more").symlink_to(outside)
    (root / "claims" / "c.yaml").symlink_to(outside / "c.yaml")
    (root / "sources" / "a.txt").symlink_to(outside / "c.yaml")

    dossier = load(root)

    assert dossier.claims == ()
    assert [str(flaw.place) for flaw in dossier.flaws] == [
        "claims/c.yaml",
        "claims/more",
        "sources/a.txt",
    ]
    assert dossier.sources["a"].pins[0].read_error == "it is a symbolic link"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files there")
def test_a_pipe_never_blocks(write: Write) -> None:
    root = write({"sources/a.yaml": "title: A\nfile: a.txt\n"})
    os.mkfifo(root / "sources" / "a.txt")

    assert load(root).sources["a"].pins[0].read_error == "it is not a plain file"


@pytest.mark.parametrize(
    "path",
    [
        "", ".", "..", "/etc/passwd", "a/../b", "a//b", "a/", "C:/x", "C:\\x", "\\\\host\\x", "~/x",
        "nul.txt", "CON", "a.txt:evil", "a.txt.", "a.txt ", " a.txt", ".git/config", "a\0b", "a\nb",
        "a\u202eb", "cafe\u0301.txt", "x" * 300, "x/" * 3000, "*.txt", "a|b", "\ud800",
    ],
)  # fmt: skip
def test_paths_that_mean_something_else_somewhere_are_refused(path: str) -> None:
    with pytest.raises(RefusedError):
        portable_parts(path)


@given(st.text(max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_path_can_leave_the_project(tmp_path: Path, path: str) -> None:
    inside = tmp_path / "project"
    inside.mkdir(exist_ok=True)
    (tmp_path / "secret.txt").write_text("secret")

    with pytest.raises(RefusedError):
        Folder(inside).read(path)


def test_every_key_of_the_configuration_fills_a_field() -> None:
    missing = set(config.KEYS) - {field.name for field in fields(Config)}

    assert not missing, f"give Config in src/claimcheck/model/config.py these fields: {missing}"


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("clams = 'x'", "claimcheck.toml: unknown key 'clams'; did you mean claims?"),
        ("claims = 5", "claimcheck.toml: claims: must be the name of a folder, in quotation marks"),
        ("claims = '..'", "claimcheck.toml: claims: '..' is no folder of this project"),
        ("claims = 'nope'", "the claims folder nope/ cannot be read: there is no such folder"),
        ("min_origins = 0", "claimcheck.toml: min_origins: must be a whole number, 1 or more"),
        ("[rules]\narticles = ['*.md']", "claimcheck.toml: rules: articles is no rule, but a key"),
        ("rules.x = 'loud'", "claimcheck.toml: rules: x: the level must be one of error, warning"),
        ("[", "claimcheck.toml: is not well-formed TOML"),
        ("require = 2", "claimcheck.toml: require: must be a table with min_origins, verdict"),
        (
            "require.min_orgins = 2",
            "claimcheck.toml: require: unknown key 'min_orgins'; did you mean min_origins?",
        ),
        (
            "require.tags.a.verdict = 1",
            "claimcheck.toml: require: tags.a: verdict: must be true or",
        ),
        (
            "require.status = ['true']",
            "claimcheck.toml: require: status: must be a list of supported",
        ),
        ("require.status = 3", "claimcheck.toml: require: status: must be a list of supported"),
        ("articles = 3", "claimcheck.toml: articles: must be a list of patterns of paths"),
        ("articles = 'a.md'", "claimcheck.toml: articles: must be a list of patterns of paths"),
        ("articles = [1]", "claimcheck.toml: articles: must be a list of patterns of paths"),
        ("articles = ['']", "claimcheck.toml: articles: must be a list of patterns of paths"),
        ("rules.malformed-file = 'off'", "claimcheck.toml: rules: malformed-file cannot be off"),
        (
            "require.signed_omissions = 1",
            "claimcheck.toml: require: signed_omissions: must be true or false",
        ),
        (
            "require.reviewed_by = 0",
            "claimcheck.toml: require: min_origins and reviewed_by: must be",
        ),
        ("a" + ".a" * 20_000 + " = 1", "claimcheck.toml:1: more than 200 dots in one line"),
        ("x = " + "[" * 5_000, "claimcheck.toml:1: brackets are nested too deeply"),
        ("# caf\xe9".encode("latin-1"), "claimcheck.toml:1: is not UTF-8"),
        ("#" * 300_000, "claimcheck.toml: cannot be read: it is larger than 262,144 bytes"),
    ],
)
def test_a_configuration_that_means_nothing_is_refused(
    write: Write, config: str | bytes, message: str
) -> None:
    root = write({"claimcheck.toml": config})

    with pytest.raises(ProjectError) as refused:
        load(root)

    assert refused.value.problems[0].startswith(message)


def test_a_requirement_may_be_for_all_claims_or_for_a_tag(write: Write) -> None:
    config = (
        "require = {verdict = true, tags = {published = {min_origins = 2, reviewed_by = 1, "
        "signed_omissions = true}}}\n"
    )

    assert load(write({"claimcheck.toml": config})).config.require == (
        Requirement(verdict=True),
        Requirement(tag="published", min_origins=2, reviewed_by=1, signed_omissions=True),
    )


def test_the_project_is_found_upward(write: Write) -> None:
    root = write({"claims/deep/a.yaml": "claim: x\n"})

    assert [claim.id for claim in load(root / "claims" / "deep").claims] == ["a"]


def test_a_pyproject_that_speaks_of_other_tools_is_passed_over(write: Write) -> None:
    root = write({"claims/pyproject.toml": "[tool.other]\n", "claims/a.yaml": "claim: x\n"})

    assert [claim.id for claim in load(root / "claims").claims] == ["a"]


def test_no_project_is_a_plain_refusal(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="no claimcheck project in") as refused:
        load(tmp_path)
    assert refused.value.help.startswith("run `claimcheck init` to start one here")


def test_a_project_one_folder_below_is_named(tmp_path: Path) -> None:
    """In a repository of many things, or where pre-commit and CI run, it lies in a folder."""
    for names, remedy in (
        (["my facts"], "there is one in 'my facts': name it with -C, or go there"),
        (["b", "c"], "there are 3, such as those in 'b' and 'c': name it with -C, or go there"),
    ):
        for name in names:
            (tmp_path / name).mkdir()
            (tmp_path / name / "claimcheck.toml").touch()

        with pytest.raises(ProjectError, match="no claimcheck project in") as refused:
            load(tmp_path)

        assert refused.value.help == remedy


def test_a_second_file_of_an_id_counts_as_unread(write: Write) -> None:
    root = write({"claims/a.yaml": "claim: One.\n", "claims/b/a.yaml": "claim: Other.\n"})

    dossier = load(root)

    assert [claim.text for claim in dossier.claims] == ["One."]
    assert dossier.unread == ("claims/b/a.yaml",)


def test_what_cannot_be_read_has_its_reason_in_the_place_of_a_hash(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_bytes(b"The bridge.\n")
    (tmp_path / "link.txt").symlink_to("plain.txt")
    folder = Folder(tmp_path)

    plain, link, gone = (hash_at(folder, f"{name}.txt") for name in ("plain", "link", "gone"))

    assert plain == hashlib.sha256(b"The bridge.\n").hexdigest()
    assert (link[0], gone[0]) == ("!", "!")
    assert link != gone


def test_a_file_of_signers_that_is_no_text_signs_nothing_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "signers").write_bytes(b"Ana ssh-ed25519 \xff\n")

    read = read_signers(Folder(tmp_path), "signers")

    assert (read.lines, read.keys, read.read_error) == ((), (), "it is not UTF-8")
    assert read_signers(Folder(tmp_path), "nowhere").read_error
