"""Evidence stands on the document: what becomes of it when document, text or hashes are replaced.

For each kind of document whose text lies in a file of its own.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimcheck.documents import extract, readers
from claimcheck.documents.reader import ExtractOptions
from claimcheck.system import plugins
from support.editions import KINDS, PLAIN
from support.project import files_of
from support.repository import commit, git

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

BEFORE = ["The council met on Monday.", "Nobody spoke about the ferry."]
PASSAGE = "The bridge is closed to all traffic."
AFTER = ["Lorries use the other road.", "The mayor was away.", "It rained the whole day."]
CONTRARY = "The bridge is open to all traffic."
CLAIM = f"""\
claim: The bridge was closed.
kind: event
evidence:
  - {{source: report, stance: supports, quote: "{PASSAGE[:-1]}"}}
"""


ORDINARY = (*BEFORE, PASSAGE, *AFTER)
EDITIONS = {
    "contrary": (*BEFORE, CONTRARY, *AFTER),
    "moved": ("A line that is new.", "And one more.", *BEFORE, PASSAGE, *AFTER),
    "correction": (*BEFORE, f"Correction: we wrote: {PASSAGE} It was not.", *AFTER),
}


# Kinds that differ in how text and document are kept apart; the matrix below has all.
SOME_KINDS = ("html", "eml", "pdf")


@pytest.fixture(params=SOME_KINDS)
def project(request: pytest.FixtureRequest, write: Write, run: Run) -> tuple[Path, str]:
    """A project with one claim on one document of some kind, pinned by `source add`."""
    return pinned_project(request.param, write, run)


@pytest.fixture(params=SOME_KINDS)
def committed(request: pytest.FixtureRequest, write: Write, run: Run) -> tuple[Path, str]:
    """The same, with everything committed."""
    return committed_project(request.param, write, run), request.param


@pytest.fixture(params=KINDS)
def project_of_any_kind(request: pytest.FixtureRequest, write: Write, run: Run) -> tuple[Path, str]:
    """Such a project that is not committed, for every kind of document."""
    return pinned_project(request.param, write, run)


# The files of each such project, by its kind: it is pinned, and committed, once.
PINNED: dict[str, dict[str, str | bytes]] = {}


def pinned_project(kind: str, write: Write, run: Run) -> tuple[Path, str]:
    """Pin a document of some kind in a project, and return the project and the kind."""
    if kind in PINNED:
        return write(PINNED[kind]), kind
    name = f"report.{kind}"
    root = write({"claims/bridge.yaml": CLAIM, f"sources/{name}": made(kind, ORDINARY)})
    options = ("--id", "report", "--publisher", "Gazette", "--issued", "2024-01-02")
    added = run("source", "add", "-C", root, root / "sources" / name, *options)
    assert added.status == 0, added.err
    assert run("check", "--re-extract", "-C", root).status == 0
    PINNED[kind] = files_of(root)
    return root, kind


def committed_project(kind: str, write: Write, run: Run) -> Path:
    """Return such a project of which everything is committed."""
    name = f"{kind}, committed"
    if name in PINNED:
        return write(PINNED[name])
    root, _kind = pinned_project(kind, write, run)
    git(root, "init", "--quiet")
    commit(root)
    PINNED[name] = files_of(root)
    return root


def made(kind: str, lines: Sequence[str]) -> bytes:
    return {**KINDS, **PLAIN}[kind](*lines)


def replace_document(root: Path, kind: str, data: bytes) -> None:
    (root / "sources" / f"report.{kind}").write_bytes(data)


def rewrite(root: Path, key: str, value: str) -> None:
    record = root / "sources" / "report.yaml"
    edited = re.sub(rf"(?m)^{key}: .*$", f"{key}: {value}", record.read_text("utf-8"))
    record.write_text(edited, "utf-8")


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def status_of(run: Run, root: Path) -> str:
    return run("list", "-C", root).out.split()[1]


def test_every_reader_of_documents_has_its_kind_here() -> None:
    read = {extract.kind_of_name(f"report.{kind}") for kind in (*KINDS, *PLAIN)}

    assert read == set(plugins.names(readers)), "make one of each in tests/support/editions.py"


@pytest.mark.parametrize("edition", EDITIONS)
def test_another_edition_is_read_before_it_is_pinned(
    run: Run, project_of_any_kind: tuple[Path, str], edition: str
) -> None:
    root, kind = project_of_any_kind
    replace_document(root, kind, KINDS[kind](*EDITIONS[edition]))

    red = run("check", "-C", root)
    result = run("pin", "report", "-C", root)

    assert red.status == 1
    assert "its new text was not read" in " ".join(red.out.split())
    assert "safe" not in red.out
    if edition == "moved":
        assert result.status == 0
        assert re.search(r"(moved|unharmed)\s+bridge, item 1", result.out)
        assert "A line that is new" in result.out
        assert run("check", "--re-extract", "-C", root).status == 0
        return
    assert result.status == 1
    assert "unharmed" not in result.out
    expected = "altered" if edition == "contrary" else "surroundings changed"
    assert re.search(rf"{expected}\s+bridge, item 1", result.out)
    assert run("check", "-C", root).status == 1
    # Even a person who accepts the harm gets a text that is the document's.
    assert run("pin", "report", "--accept-harm", "-C", root).status == 0
    checked = run("check", "--re-extract", "-C", root)
    assert checked.status == (1 if edition == "contrary" else 0)


@pytest.mark.parametrize("kind", PLAIN)
@pytest.mark.parametrize("edition", EDITIONS)
def test_another_edition_of_a_plain_text_is_compared_with_the_one_that_was_committed(
    write: Write, run: Run, kind: str, edition: str
) -> None:
    root = committed_project(kind, write, run)
    replace_document(root, kind, PLAIN[kind](*EDITIONS[edition]))

    red = run("check", "-C", root)
    result = run("pin", "report", "-C", root)

    assert red.status == 1
    assert "safe" not in red.out
    if edition == "moved":
        assert (result.status, "moved" in result.out) == (0, True)
        return
    assert (result.status, "unharmed" in result.out) == (1, False)
    assert run("pin", "report", "--accept-harm", "-C", root).status == 0
    assert run("check", "-C", root).status == (1 if edition == "contrary" else 0)


ERROR_PAGE = (
    b"<!DOCTYPE html><html><head><title>404 Not Found</title></head><body>No.</body></html>"
)
POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"0" * 64 + b"\nsize 9\n"
NO_DOCUMENTS = {
    "empty": (b"", "an empty file"),
    "blank": (b" \n", "a file without a word"),
    "lfs": (POINTER, "a Git LFS pointer"),
    "annex": (b"/annex/objects/SHA256E-s9--00.pdf\n", "a git-annex pointer"),
    "error page": (ERROR_PAGE, "page"),
}


# What is said of a file that is to be pinned, where that is said otherwise.
REFUSALS = {"empty": "is empty, it has not one byte", "blank": "holds no text"}


def test_what_is_no_document_is_named_and_never_pinned(
    run: Run, project_of_any_kind: tuple[Path, str]
) -> None:
    root, kind = project_of_any_kind
    record = (root / "sources" / "report.yaml").read_bytes()
    other = root / f"other.{kind}"
    for case, (data, name) in NO_DOCUMENTS.items():
        replace_document(root, kind, data)

        red, result = run("check", "-C", root), run("pin", "report", "--accept-harm", "-C", root)

        assert red.status == 1
        assert "unharmed" not in result.out
        assert f"error[source-missing] sources/report.{kind}" in red.out
        assert name in " ".join(red.out.split())
        assert (result.status, name in result.err) == (2, True)
        assert (root / "sources" / "report.yaml").read_bytes() == record
        other.write_bytes(data)
        refused = run("source", "add", other, "-C", root)
        assert refused.status == 2
        assert REFUSALS.get(case, name) in refused.err


@pytest.mark.parametrize(("data", "name"), list(NO_DOCUMENTS.values())[:-1])
def test_a_plain_text_that_is_no_document_is_named(
    run: Run, write: Write, data: bytes, name: str
) -> None:
    record = f"title: R\nfile: report.txt\nsha256: {sha(data)}\n"
    root = write(
        {"claims/c.yaml": CLAIM, "sources/report.yaml": record, "sources/report.txt": data}
    )

    red, result = run("check", "-C", root), run("pin", "report", "-C", root)

    assert f"pins, is {name}" in " ".join(red.out.split())
    assert (result.status, name in result.err) == (2, True)


@pytest.mark.parametrize("title", ["Error 403: a history", "Not found: the lost ferry"])
def test_an_article_about_errors_is_a_document(run: Run, write: Write, title: str) -> None:
    root = write({"page.html": f"<html><title>{title}</title><p>{PASSAGE * 9}</p></html>"})

    assert run("source", "add", root / "page.html", "--id", "page", "-C", root).status == 0


def test_hashes_that_are_written_by_hand_prove_nothing(
    run: Run, committed: tuple[Path, str]
) -> None:
    root, kind = committed
    contrary = KINDS[kind](*EDITIONS["contrary"])
    replace_document(root, kind, contrary)
    rewrite(root, "sha256", sha(contrary))

    outdated = run("check", "-C", root)
    rewrite(root, "text_of", sha(contrary))
    lying = run("check", "-C", root)

    assert (outdated.status, "error[text-outdated]" in outdated.out) == (1, True)
    assert lying.status == 0
    assert "1 text not compared with the document" in " ".join(lying.out.split())
    differs = run("check", "--re-extract", "-C", root)
    assert (differs.status, "error[text-differs]" in differs.out) == (1, True)
    assert re.fullmatch(r"read 1 document again in \d+\.\d s\n", differs.err)
    change = run("check", "--base", "HEAD", "-C", root, "--re-extract")
    assert "error[pin-changed]" in change.out
    assert "error[text-differs]" in change.out


def test_a_text_edited_under_an_honest_document_is_seen(
    run: Run, committed: tuple[Path, str]
) -> None:
    root, _kind = committed
    text = root / "sources" / "report.txt"
    text.write_text(text.read_text("utf-8").replace("closed", "shut"), "utf-8")
    (root / "claims" / "bridge.yaml").write_text(CLAIM.replace("closed", "shut"))

    changed = run("check", "-C", root)
    rewrite(root, "text_sha256", sha(text.read_bytes()))
    forged = run("check", "--re-extract", "-C", root)

    assert "safe" not in changed.out
    assert changed.status == 1
    assert "error[text-differs]" in forged.out
    assert "error[pin-changed]" in run("check", "--base", "HEAD", "-C", root).out
    # What mends it: the document's own text.
    result = run("pin", "report", "-C", root)
    assert "+ " in result.out
    assert result.status == 1
    assert run("pin", "report", "--accept-harm", "-C", root).status == 0
    assert "error[text-differs]" not in run("check", "--re-extract", "-C", root).out


def test_a_text_that_calls_itself_older_is_not_taken_for_compared(
    run: Run, project: tuple[Path, str]
) -> None:
    """Of a text in an older form only the lines are looked for, in whatever order."""
    root, _kind = project
    text = root / "sources" / "report.txt"
    lines = text.read_text("utf-8").split("\n")
    text.write_text("\n".join(reversed(lines)), "utf-8")
    rewrite(root, "text_sha256", sha(text.read_bytes()))
    rewrite(root, "extractor", "somebody 1")

    checked = run("check", "--re-extract", "-C", root)

    assert (checked.status, " ".join(checked.out.split())) == (
        0,
        (
            "1 claim, 1 evidence item, 1 source: no findings; 0 unchecked; "
            "1 text not compared with the document"
        ),
    )


def test_a_document_that_cannot_be_read_is_not_counted_as_compared(run: Run, write: Write) -> None:
    root, kind = pinned_project("pdf", write, run)
    damaged = b"%PDF-1.4\n1 0 obj\n<<"
    replace_document(root, kind, damaged)
    for key in ("sha256", "text_of"):
        rewrite(root, key, sha(damaged))

    checked = run("check", "--re-extract", "-C", root)
    report = json.loads(run("check", "--re-extract", "--format", "json", "-C", root).out)

    assert checked.status == 1
    assert "1 text not compared with the document" in " ".join(checked.out.split())
    assert (report["totals"]["compared"], report["comparisons"][0]["compared"]) == (0, False)


def test_every_format_says_which_texts_were_compared_and_when(
    run: Run, project: tuple[Path, str]
) -> None:
    root, _kind = project
    day = ("--today", "2026-01-31")
    result = {
        (name, option): run("check", *option, "--format", name, *day, "-C", root).out
        for name in (
            "junit",
            "sarif",
            "gitlab",
            "github",
            "markdown",
            "concise",
            "terminal",
            "json",
        )
        for option in ((), ("--re-extract",))
    }

    for (name, option), text in result.items():
        if name == "json":
            assert json.loads(text)["totals"]["compared"] == len(option)
        elif name == "sarif":
            properties = json.loads(text)["runs"][0]["properties"]
            assert properties["textsNotCompared"] == 1 - len(option)
            assert properties["comparedOn"] == ("2026-01-31" if option else None)
        elif name == "gitlab":
            assert ("not compared" in text) == (not option)
        else:
            uncompared = "not compared with the document" in " ".join(text.split())
            assert uncompared == (not option), (name, text)
    assert "compared with the document on 2026-01-31: report" in result["junit", ("--re-extract",)]


def test_a_badge_a_list_and_the_status_count_what_was_not_compared(
    run: Run, project: tuple[Path, str]
) -> None:
    root, _kind = project

    badge = run("check", "--format", "badge", "-C", root)
    compared = run("check", "--format", "badge", "--re-extract", "-C", root)
    listed = run("list", "-C", root)
    columns, row = run("list", "--format", "csv", "-C", root).out.splitlines()
    status = json.loads(run("status", "--format", "json", "-C", root).out)

    assert json.loads(badge.out)["message"] == "1 checked, 1 text not compared"
    assert json.loads(compared.out)["message"] == "1 checked"
    assert "1 item, 1 outlet, 1 origin; text not compared: report\n" in listed.out
    assert "1 text not compared with the document" in listed.out
    assert dict(zip(columns.split(","), row.split(","), strict=True))["texts_not_compared"] == (
        "report"
    )
    assert (status["extracts"], status["compared"]) == (1, 0)


def test_with_a_base_only_what_changed_is_read_again(run: Run, committed: tuple[Path, str]) -> None:
    root, _kind = committed

    same = run("check", "--base", "HEAD", "--re-extract", "-C", root)

    assert same.status == 0
    assert same.err.startswith("read 0 documents again")
    assert " ".join(same.out.split()).endswith("; 1 text not compared with the document")


@pytest.mark.parametrize("key", ["extractor", "text_of", "sha256", "text_sha256"])
def test_with_a_base_a_source_of_which_something_else_is_said_is_read_again(
    run: Run, write: Write, key: str
) -> None:
    root = committed_project("html", write, run)

    rewrite(root, key, "somebody 1" if key == "extractor" else "0" * 64)
    result = run("check", "--base", "HEAD", "--re-extract", "-C", root)

    assert result.err.startswith("read 1 document again")


def test_with_a_base_a_source_that_is_new_is_read(run: Run, write: Write) -> None:
    root = committed_project("html", write, run)

    (root / "sources" / "report.yaml").rename(root / "sources" / "other.yaml")
    result = run("check", "--base", "HEAD", "--re-extract", "-C", root)

    assert result.err.startswith("read 1 document again")


def test_records_of_before_are_told_once_and_mended(run: Run, project: tuple[Path, str]) -> None:
    root, _kind = project
    record = root / "sources" / "report.yaml"
    written = record.read_bytes()
    record.write_bytes(re.sub(rb"(?m)^text_of: .*\n", b"", written))

    result = run("check", "-C", root)
    mended = run("source", "verify", "--re-extract", "--write", "-C", root)

    assert result.status == 0
    assert result.out.count("warning[text-unproven]") == 1
    assert "`text_of` was written into sources/report.yaml" in mended.out
    assert mended.status == 0
    assert "text-unproven" not in run("check", "-C", root).out
    assert b"text_of" in record.read_bytes()


def test_check_parses_no_document(run: Run, write: Write) -> None:
    """Of what reads documents, nothing is even loaded."""

    def write_below(kind: str, files: dict[str, str | bytes]) -> Path:
        files = {"claimcheck.toml": "", **files}
        return write({f"{kind}/{name}": data for name, data in files.items()}) / kind

    roots = [pinned_project(kind, partial(write_below, kind), run)[0] for kind in SOME_KINDS]
    program = (
        "import json, sys\nfrom claimcheck.__main__ import main\n"
        "statuses = [main(['check', '-C', root, '--no-cache']) for root in sys.argv[1:]]\n"
        "loaded = [name for name in sys.modules if name.startswith('claimcheck.documents')]\n"
        "print(json.dumps([statuses, loaded]))\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program, *roots], capture_output=True, text=True, check=True
    )

    assert json.loads(done.stdout.splitlines()[-1]) == [[0] * len(roots), []]


STEPS = st.one_of(
    st.tuples(st.just("document"), st.sampled_from(["ordinary", *EDITIONS, "empty", "away"])),
    st.tuples(st.just("text"), st.sampled_from(["ordinary", *EDITIONS, "away"])),
    st.tuples(st.just("hash"), st.sampled_from(["sha256", "text_sha256", "text_of"])),
    st.tuples(st.just("record"), st.sampled_from(["shipped: no", "supersedes: nothing"])),
    st.tuples(st.just("pin"), st.sampled_from(["", "--accept-harm"])),
    st.tuples(st.just("verify"), st.just("")),
)


@settings(
    max_examples=settings().max_examples // 4,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(kind=st.sampled_from(sorted(KINDS)), steps=st.lists(STEPS, min_size=1, max_size=5))
@example(kind="eml", steps=[("document", "contrary"), ("hash", "sha256"), ("hash", "text_of")])
@example(
    kind="eml", steps=[("text", "contrary"), ("hash", "text_sha256"), ("pin", "--accept-harm")]
)
@example(kind="csv", steps=[("document", "moved"), ("pin", "")])
@example(kind="rtf", steps=[("document", "away")])
@example(kind="rtf", steps=[("record", "shipped: no"), ("document", "away")])
@example(
    kind="srt",
    steps=[
        ("document", "contrary"),
        ("hash", "sha256"),
        ("record", "shipped: no"),
        ("document", "away"),
        ("hash", "text_of"),
    ],
)
def test_whatever_is_edited_a_green_check_means_that_quotations_stand_in_the_document(
    run: Run, tmp_path_factory: pytest.TempPathFactory, kind: str, steps: list[tuple[str, str]]
) -> None:
    """Or that the document is not here, and what is quoted from it is counted as unchecked."""
    root = tmp_path_factory.mktemp("project")
    (root / "claimcheck.toml").touch()
    for folder in ("claims", "sources"):
        (root / folder).mkdir()
    (root / "claims" / "bridge.yaml").write_text(CLAIM)
    document, text = root / "sources" / f"report.{kind}", root / "sources" / "report.txt"
    document.write_bytes(made(kind, ORDINARY))
    run("source", "add", "-C", root, document, "--id", "report", "--issued", "2024-01-02")

    for step, what in steps:
        edit(run, root, (document, text), step, what)

    checked = run("check", "--re-extract", "-C", root)
    if checked.status == 0 and document.exists():
        read = extract.kind_of_name(document.name)
        fresh = extract.extract(document.read_bytes(), read, ExtractOptions()).extract.text
        assert PASSAGE[:-1] in " ".join(fresh.split())
    elif checked.status == 0:
        assert "1 unchecked" in " ".join(checked.out.split())


def edit(run: Run, root: Path, files: tuple[Path, Path], step: str, what: str) -> None:
    """Change document, text or record by hand, or pin what is there."""
    (document, text), record = files, root / "sources" / "report.yaml"
    editions = {"ordinary": ORDINARY, **EDITIONS}
    if step in {"document", "text"} and what == "away":
        (document if step == "document" else text).unlink(missing_ok=True)
    elif step == "document":
        data = made(document.suffix[1:], editions[what]) if what in editions else b""
        document.write_bytes(data)
    elif step == "text":
        text.write_text("\n\n".join(editions[what]) + "\n")
    elif step == "hash":
        file = text if what == "text_sha256" else document
        if file.exists():
            rewrite(root, what, sha(file.read_bytes()))
    elif step == "record":
        if what not in record.read_text("utf-8"):
            record.write_text(record.read_text("utf-8") + what + "\n")
    elif step == "pin":
        run("pin", "report", "-C", root, *filter(None, [what]))
    else:
        run("source", "verify", "--re-extract", "--write", "-C", root)
