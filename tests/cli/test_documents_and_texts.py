"""Evidence stands on the document: what becomes of it when document, text or hashes are replaced.

For each kind of document whose text lies in a file of its own.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimcheck.documents import extract
from claimcheck.documents.reader import ExtractOptions
from support.documents import docx, report
from support.repository import commit, git

if TYPE_CHECKING:
    from collections.abc import Callable
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


def html(*lines: str) -> bytes:
    return f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>".encode()


def mail(*lines: str) -> bytes:
    head = "From: a@example.org\r\nSubject: The bridge\r\nContent-Type: text/plain\r\n\r\n"
    return (head + "\r\n\r\n".join(lines) + "\r\n").encode()


def subtitles(*lines: str) -> bytes:
    cues = (
        f"{number}\n00:00:{number:02},000 --> 00:00:{number:02},900\n{line}\n"
        for number, line in enumerate(lines, 1)
    )
    return "\n".join(cues).encode()


def mhtml(*lines: str) -> bytes:
    head = "From: <Saved by a browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    kind = "Content-Type: text/html; charset=utf-8\r\n\r\n"
    return (head + kind).encode() + html(*lines)


def warc(*lines: str) -> bytes:
    page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html(*lines)
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\n"
        "WARC-Date: 2024-01-02T00:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(page)}\r\n\r\n"
    )
    return head.encode() + page + b"\r\n\r\n"


KINDS: dict[str, Callable[..., bytes]] = {
    "html": html,
    "eml": mail,
    "srt": subtitles,
    "docx": lambda *lines: docx(
        "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    ),
    "pdf": lambda *lines: report([lines]),
    "mhtml": mhtml,
    "warc": warc,
}
ORDINARY = (*BEFORE, PASSAGE, *AFTER)
EDITIONS = {
    "contrary": (*BEFORE, CONTRARY, *AFTER),
    "moved": ("A line that is new.", "And one more.", *BEFORE, PASSAGE, *AFTER),
    "correction": (*BEFORE, f"Correction: we wrote: {PASSAGE} It was not.", *AFTER),
}


@pytest.fixture(params=KINDS)
def project(request: pytest.FixtureRequest, write: Write, run: Run) -> tuple[Path, str]:
    """A project with one claim on one document of some kind, pinned by `source add`."""
    kind = request.param
    name = f"report.{kind}"
    root = write({"claims/bridge.yaml": CLAIM, f"sources/{name}": KINDS[kind](*ORDINARY)})
    added = run(
        "source",
        "add",
        "-C",
        root,
        root / "sources" / name,
        "--id",
        "report",
        "--publisher",
        "Gazette",
        "--issued",
        "2024-01-02",
    )
    assert added.status == 0, added.err
    assert run("check", "--re-extract", "-C", root).status == 0
    return root, kind


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


@pytest.mark.parametrize("edition", EDITIONS)
def test_another_edition_is_read_before_it_is_pinned(
    run: Run, project: tuple[Path, str], edition: str
) -> None:
    root, kind = project
    replace_document(root, kind, KINDS[kind](*EDITIONS[edition]))

    red = run("check", "-C", root)
    said = run("pin", "report", "-C", root)

    assert red.status == 1
    assert "its new text was not read" in " ".join(red.out.split())
    assert "safe" not in red.out
    if edition == "moved":
        assert said.status == 0
        assert re.search(r"(moved|unharmed)\s+bridge, item 1", said.out)
        assert "A line that is new" in said.out
        assert run("check", "--re-extract", "-C", root).status == 0
        return
    assert said.status == 1
    assert "unharmed" not in said.out
    expected = "altered" if edition == "contrary" else "surroundings changed"
    assert re.search(rf"{expected}\s+bridge, item 1", said.out)
    assert run("check", "-C", root).status == 1
    # Even a person who accepts the harm gets a text that is the document's.
    assert run("pin", "report", "--accept-harm", "-C", root).status == 0
    checked = run("check", "--re-extract", "-C", root)
    assert checked.status == (1 if edition == "contrary" else 0)


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


@pytest.mark.parametrize(("data", "name"), NO_DOCUMENTS.values(), ids=NO_DOCUMENTS)
def test_what_is_no_document_is_named_and_never_pinned(
    run: Run, project: tuple[Path, str], data: bytes, name: str
) -> None:
    root, kind = project
    record = (root / "sources" / "report.yaml").read_bytes()
    replace_document(root, kind, data)

    red, said = run("check", "-C", root), run("pin", "report", "--accept-harm", "-C", root)

    assert red.status == 1
    assert "unharmed" not in said.out
    assert f"error[source-missing] sources/report.{kind}" in red.out
    assert name in " ".join(red.out.split())
    assert (said.status, name in said.err) == (2, True)
    assert (root / "sources" / "report.yaml").read_bytes() == record
    other = root / f"other.{kind}"
    other.write_bytes(data)
    refused = run("source", "add", other, "-C", root)
    assert refused.status == 2
    assert name in refused.err or "holds no text" in refused.err


@pytest.mark.parametrize(("data", "name"), list(NO_DOCUMENTS.values())[:-1])
def test_a_plain_text_that_is_no_document_is_named(
    run: Run, write: Write, data: bytes, name: str
) -> None:
    record = f"title: R\nfile: report.txt\nsha256: {sha(data)}\n"
    root = write(
        {"claims/c.yaml": CLAIM, "sources/report.yaml": record, "sources/report.txt": data}
    )

    red, said = run("check", "-C", root), run("pin", "report", "-C", root)

    assert f"pins, is {name}" in " ".join(red.out.split())
    assert (said.status, name in said.err) == (2, True)


@pytest.mark.parametrize("title", ["Error 403: a history", "Not found: the lost ferry"])
def test_an_article_about_errors_is_a_document(run: Run, write: Write, title: str) -> None:
    root = write({"page.html": f"<html><title>{title}</title><p>{PASSAGE * 9}</p></html>"})

    assert run("source", "add", root / "page.html", "--id", "page", "-C", root).status == 0


def test_hashes_that_are_written_by_hand_prove_nothing(run: Run, project: tuple[Path, str]) -> None:
    root, kind = project
    git(root, "init", "--quiet")
    commit(root)
    contrary = KINDS[kind](*EDITIONS["contrary"])
    replace_document(root, kind, contrary)
    rewrite(root, "sha256", sha(contrary))

    outdated = run("check", "-C", root)
    rewrite(root, "text_of", sha(contrary))
    lying = run("check", "-C", root)

    assert (outdated.status, "error[text-outdated]" in outdated.out) == (1, True)
    assert lying.status == 0
    assert "1 text not compared with the document" in lying.out
    differs = run("check", "--re-extract", "-C", root)
    assert (differs.status, "error[text-differs]" in differs.out) == (1, True)
    assert re.fullmatch(r"read 1 document again in \d+\.\d s\n", differs.err)
    change = run("check", "--base", "HEAD", "-C", root, "--re-extract")
    assert "error[pin-changed]" in change.out
    assert "error[text-differs]" in change.out


def test_a_text_edited_under_an_honest_document_is_seen(
    run: Run, project: tuple[Path, str]
) -> None:
    root, _kind = project
    text = root / "sources" / "report.txt"
    git(root, "init", "--quiet")
    commit(root)
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
    said = run("pin", "report", "-C", root)
    assert "+ " in said.out
    assert said.status == 1
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

    assert checked.status == 1 or "1 text not compared with the document" in checked.out


def test_with_a_base_only_what_changed_is_read_again(run: Run, project: tuple[Path, str]) -> None:
    root, _kind = project
    git(root, "init", "--quiet")
    commit(root)

    same = run("check", "--base", "HEAD", "--re-extract", "-C", root)

    assert same.status == 0
    assert same.err.startswith("read 0 documents again")
    assert same.out.endswith("; 1 text not compared with the document\n")


def test_records_of_before_are_told_once_and_mended(run: Run, project: tuple[Path, str]) -> None:
    root, _kind = project
    record = root / "sources" / "report.yaml"
    written = record.read_bytes()
    record.write_bytes(re.sub(rb"(?m)^text_of: .*\n", b"", written))

    told = run("check", "-C", root)
    mended = run("source", "verify", "--re-extract", "--write", "-C", root)

    assert told.status == 0
    assert told.out.count("warning[text-unproven]") == 1
    assert "`text_of` was written into sources/report.yaml" in mended.out
    assert mended.status == 0
    assert "text-unproven" not in run("check", "-C", root).out
    assert b"text_of" in record.read_bytes()


def test_check_opens_no_document(
    run: Run, project: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, _kind = project

    def refuse(*_arguments: object) -> None:
        raise AssertionError("a document was read")

    monkeypatch.setattr(extract, "extract", refuse)

    assert run("check", "-C", root).status == 0


STEPS = st.one_of(
    st.tuples(st.just("document"), st.sampled_from(["ordinary", *EDITIONS, "empty"])),
    st.tuples(st.just("text"), st.sampled_from(["ordinary", *EDITIONS])),
    st.tuples(st.just("hash"), st.sampled_from(["sha256", "text_sha256", "text_of"])),
    st.tuples(st.just("pin"), st.sampled_from(["", "--accept-harm"])),
)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEPS, min_size=1, max_size=5))
@example(steps=[("document", "contrary"), ("hash", "sha256"), ("hash", "text_of")])
@example(steps=[("text", "contrary"), ("hash", "text_sha256"), ("pin", "--accept-harm")])
@example(steps=[("document", "moved"), ("pin", "")])
def test_whatever_is_edited_a_green_check_means_that_quotations_stand_in_the_document(
    run: Run, tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, str]]
) -> None:
    root = tmp_path_factory.mktemp("project")
    (root / "claimcheck.toml").touch()
    (root / "claims").mkdir()
    (root / "claims" / "bridge.yaml").write_text(CLAIM)
    sources = root / "sources"
    sources.mkdir()
    document, text = sources / "report.eml", sources / "report.txt"
    document.write_bytes(mail(*ORDINARY))
    run("source", "add", "-C", root, document, "--id", "report", "--issued", "2024-01-02")
    editions = {name: mail(*lines) for name, lines in EDITIONS.items()}
    editions |= {"ordinary": mail(*ORDINARY), "empty": b""}
    hashed = {"sha256": document, "text_sha256": text, "text_of": document}

    for step, what in steps:
        if step == "document":
            document.write_bytes(editions[what])
        elif step == "text":
            text.write_text("\n\n".join({"ordinary": ORDINARY, **EDITIONS}[what]) + "\n")
        elif step == "hash":
            rewrite(root, what, sha(hashed[what].read_bytes()))
        else:
            run("pin", "report", "-C", root, *filter(None, [what]))

    if run("check", "--re-extract", "-C", root).status == 0:
        fresh = extract.extract(document.read_bytes(), "mail", ExtractOptions()).extract.text
        assert PASSAGE[:-1] in " ".join(fresh.split())
