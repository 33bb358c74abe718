"""Documents that may not be shipped: a dossier without them, and getting them back."""

from __future__ import annotations

import json
import re
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from support.project import standard_input
from support.repository import commit, git
from support.web import Page, Web, serving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

PASSAGE = "The bridge is closed to all traffic"
PAGE = f"<html><body><p>Monday.</p><p>{PASSAGE}.</p><p>It rained.</p></body></html>".encode()
CLAIM = f"""\
claim: The bridge was closed.
kind: event
evidence:
  - {{source: report, stance: supports, quote: {PASSAGE}}}
"""


@pytest.fixture
def root(write: Write, run: Run) -> Path:
    """A project with one claim on one page, which is pinned and not shipped."""
    root = write({"claims/bridge.yaml": CLAIM, "sources/report.html": PAGE})
    page = root / "sources" / "report.html"
    options = ("--id", "report", "--publisher", "Gazette", "--issued", "2024-01-02")
    assert run("source", "add", "-C", root, page, *options).status == 0
    record = root / "sources" / "report.yaml"
    record.write_text(record.read_text() + "shipped: no\n")
    return root


def words(text: str) -> str:
    return " ".join(text.split())


def test_a_document_that_is_here_is_checked_like_any_other(run: Run, root: Path) -> None:
    checked = run("check", "--re-extract", "-C", root)

    assert checked.status == 0
    assert "0 unchecked; 1 text compared with the document" in words(checked.out)


@pytest.mark.parametrize("shipped", ["the text", "nothing"])
@pytest.mark.parametrize("option", [(), ("--re-extract",)])
def test_without_it_the_gate_is_green_and_says_what_was_not_looked_at(
    run: Run, root: Path, shipped: str, option: tuple[str, ...]
) -> None:
    (root / "sources" / "report.html").unlink()
    if shipped == "nothing":
        (root / "sources" / "report.txt").unlink()

    checked = run("check", *option, "-C", root)
    strict = run("check", "--strict", "-C", root)
    listed = run("list", "-C", root)
    shown = json.loads(run("show", "bridge", "--format", "json", "-C", root).out)

    assert (checked.status, strict.status) == (0, 1)
    assert checked.out.count("warning[document-absent]") == 1
    assert "1 unchecked; 1 text not compared with the document" in words(checked.out)
    assert "not-enough-evidence" in listed.out
    assert "1 item unchecked" in words(listed.out)
    (item,) = shown["evidence"]
    assert (item["unchecked"], item["votes"]) == (True, False)
    assert item["fit"] == ("verbatim" if shipped == "the text" else "unchecked")
    assert item["compared_on"] is None


@pytest.mark.parametrize("shipped", ["the text", "nothing"])
@pytest.mark.parametrize("speaker", ["", ", speaker: mayor"])
def test_a_review_does_not_read_as_stale_where_the_document_is_not_here(
    run: Run, root: Path, shipped: str, speaker: str
) -> None:
    (root / "claims" / "bridge.yaml").write_text(CLAIM.replace(", quote", f"{speaker}, quote"))
    assert run("review", "bridge", "--by", "Ana", "-C", root).status == 0
    (root / "claimcheck.toml").write_text("require = {reviewed_by = 1}\n")
    (root / "sources" / "report.html").unlink()
    if shipped == "nothing":
        (root / "sources" / "report.txt").unlink()

    checked = run("check", "-C", root)
    shown = run("show", "bridge", "-C", root)
    listed = run("list", "-C", root)
    (review,) = json.loads(run("show", "bridge", "--format", "json", "-C", root).out)["reviews"]
    again = run("review", "bridge", "--by", "Ana", "-C", root)

    assert checked.status == 0
    assert "review-stale" not in checked.out
    assert (
        "it stands as it was signed, as far as can be seen: without the document of report"
        in words(shown.out)
    )
    assert re.search(r"signed by Ana on [0-9-]+ \(as far as can be seen\)", words(listed.out))
    assert (review["current"], review["changed"], review["unseen"]) == (True, [], ["report"])
    assert again.status == (0 if shipped == "the text" else 2)


@pytest.mark.parametrize("shipped", ["the text", "nothing"])
@pytest.mark.parametrize(
    ("file", "old", "new", "what"),
    [
        ("claims/bridge.yaml", "was closed", "was open", "the claim's words"),
        ("claims/bridge.yaml", "to all traffic", "to all", "the words quoted"),
        ("claims/bridge.yaml", "supports", "contradicts", "the stance"),
        ("claims/bridge.yaml", "stance", "speaker: mayor, stance", "the speaker"),
        ("sources/report.yaml", "Gazette", "Post", "who printed"),
        ("sources/report.yaml", "shipped", "notice: corrected\nshipped", "the record of the"),
    ],
)
def test_what_changed_beside_a_document_that_is_not_here_is_told_all_the_same(
    run: Run, root: Path, shipped: str, file: str, old: str, new: str, what: str
) -> None:
    run("review", "bridge", "--by", "Ana", "-C", root)
    (root / "sources" / "report.html").unlink()
    if shipped == "nothing":
        (root / "sources" / "report.txt").unlink()
    path = root / file
    assert old in path.read_text()
    path.write_text(path.read_text().replace(old, new))

    checked = words(run("check", "-C", root).out)

    assert "warning[review-stale]" in checked
    assert f"- {what}" in checked or f"+ {what}" in checked


def test_what_does_not_stand_in_the_text_that_is_shipped_is_an_error(run: Run, root: Path) -> None:
    (root / "sources" / "report.html").unlink()
    (root / "claims" / "bridge.yaml").write_text(CLAIM.replace("closed to", "open to"))

    checked = run("check", "-C", root)

    assert checked.status == 1
    assert "error[quote-altered]" in checked.out


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ((r"(?m)^sha256: .*\n", ""), "error[source-missing]"),
        ((r"shipped: no", "shipped: yes"), "error[source-missing]"),
        ((r"shipped: no", "shipped: maybe"), "error[malformed-file]"),
    ],
)
def test_only_a_document_whose_hash_is_known_may_be_away(
    run: Run, root: Path, edit: tuple[str, str], expected: str
) -> None:
    (root / "sources" / "report.html").unlink()
    record = root / "sources" / "report.yaml"
    record.write_text(re.sub(*edit, record.read_text()))

    checked = run("check", "-C", root)

    assert checked.status == 1
    assert expected in checked.out


def test_a_link_in_its_place_is_no_absence(run: Run, root: Path) -> None:
    page = root / "sources" / "report.html"
    page.unlink()
    page.symlink_to(root / "claims" / "bridge.yaml")

    checked = run("check", "-C", root)

    assert checked.status == 1
    assert "error[source-missing]" in checked.out


def test_another_document_in_its_place_is_an_error(run: Run, root: Path) -> None:
    (root / "sources" / "report.html").write_bytes(PAGE.replace(b"closed", b"open"))

    checked = run("check", "-C", root)

    assert checked.status == 1
    assert "error[source-changed]" in checked.out


def test_every_command_says_that_it_is_not_here(run: Run, root: Path) -> None:
    (root / "sources" / "report.html").unlink()

    listed = run("source", "list", "-C", root)
    verified = run("source", "verify", "-C", root)
    pinned = run("pin", "report", "-C", root)

    assert "report  absent" in listed.out
    assert "1 source: 1 absent; 1 text not compared with the document" in listed.out
    assert verified.status == 1
    assert "is not shipped, and not here" in verified.out
    assert (pinned.status, "source fetch report" in pinned.err) == (2, True)


# Getting them back

ELSEWHERE = PAGE.replace(b"Monday", b"Tuesday")
TYPE = {"Content-Type": "text/html; charset=utf-8"}
HERE = ("--allow-network", "127.0.0.1")


@pytest.fixture
def absent(root: Path) -> Path:
    """The project without document and text."""
    for name in ("report.html", "report.txt"):
        (root / "sources" / name).unlink()
    return root


@pytest.fixture
def web() -> Iterator[Web]:
    with serving() as served:
        yield served


def describe(root: Path, **values: str) -> None:
    record = root / "sources" / "report.yaml"
    record.write_text(record.read_text() + "".join(f"{k}: {v}\n" for k, v in values.items()))


def is_restored(run: Run, root: Path) -> bool:
    checked = run("check", "--re-extract", "--strict", "-C", root)
    return checked.status == 0 and (root / "sources" / "report.html").read_bytes() == PAGE


@pytest.mark.parametrize("name", ["report.html", "deep/er/other name.bin"])
def test_a_folder_has_the_very_bytes_under_whatever_name(
    run: Run, absent: Path, tmp_path: Path, name: str
) -> None:
    file = tmp_path / "shelf" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(PAGE)
    (tmp_path / "shelf" / "another.html").write_bytes(ELSEWHERE)

    fetched = run("source", "fetch", "--from", tmp_path / "shelf", "-C", absent)

    assert fetched.status == 0, fetched.out
    assert fetched.out.endswith("2 files fetched, 0 not\n")
    assert "report: sources/report.txt is here now, from sources/report.html, by " in fetched.out
    assert is_restored(run, absent)
    assert run("source", "fetch", "-C", absent).out == "every pinned file is here\n"


def test_a_rehearsal_says_where_the_files_are_and_brings_none(
    run: Run, absent: Path, tmp_path: Path
) -> None:
    (tmp_path / "shelf").mkdir()
    (tmp_path / "shelf" / "page.html").write_bytes(PAGE)
    command = ("source", "fetch", "--from", tmp_path / "shelf", "-C", absent)

    shown = run(*command, "--dry-run")

    assert shown.status == 0, shown
    assert "report: sources/report.html would be here, from " in shown.out
    assert "new file sources/report.html, " in shown.out
    assert "2 files would be fetched, 0 not\n" in shown.out
    assert not (absent / "sources" / "report.html").exists()
    assert run(*command).status == 0


def test_other_bytes_are_refused_in_words(run: Run, absent: Path, tmp_path: Path) -> None:
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "report.html").write_bytes(ELSEWHERE)

    wrong = run("source", "fetch", "report", "--from", shelf, "-C", absent)
    (shelf / "more.html").write_bytes(b"x")
    two = run("source", "fetch", "report", "--from", shelf, "-C", absent)
    nowhere = run("source", "fetch", "report", "--from", tmp_path / "no such", "-C", absent)

    assert (wrong.status, two.status, nowhere.status) == (1, 1, 2)
    assert "report.html: other bytes than those that were pinned (SHA-256 " in wrong.out
    assert "none of 2 files there has the hash in the record" in two.out
    assert wrong.out.endswith("0 files fetched, 2 not\n")
    assert not list((absent / "sources").glob("report.[ht]*"))


def test_standard_input_has_it(run: Run, absent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", standard_input(ELSEWHERE))
    wrong = run("source", "fetch", "report", "-", "-C", absent)
    monkeypatch.setattr(sys, "stdin", standard_input(PAGE))
    right = run("source", "fetch", "report", "-", "-C", absent)

    assert (wrong.status, right.status) == (1, 0)
    assert "standard input: other bytes than those that were pinned" in wrong.out
    assert is_restored(run, absent)


@pytest.mark.parametrize("arguments", [("-",), ("report", "-", "--from", "."), ("rapport",)])
def test_what_cannot_be_meant_is_refused(
    run: Run, absent: Path, arguments: tuple[str, ...]
) -> None:
    assert run("source", "fetch", *arguments, "-C", absent).status == 2


def test_its_address_has_it_or_else_the_archive(run: Run, absent: Path, web: Web) -> None:
    describe(absent, url=f"{web.address}/now", archive_url=f"{web.address}/then")
    web.pages["/now"] = Page(ELSEWHERE, headers=TYPE)

    gone = run("source", "fetch", *HERE, "-C", absent)
    web.pages["/then"] = Page(PAGE, headers=TYPE)
    fetched = run("source", "fetch", *HERE, "-C", absent)

    assert gone.status == 1
    assert "/now: other bytes than those that were pinned" in gone.out
    assert "/then: the server answers 404" in gone.out
    assert fetched.status == 0
    assert f"is here now, from {web.address}/then" in fetched.out
    assert is_restored(run, absent)


def test_what_the_server_has_instead_is_named(run: Run, absent: Path, web: Web) -> None:
    describe(absent, url=f"{web.address}/now")
    page = b"<!DOCTYPE html><html><head><title>404 Not Found</title></head></html>"
    web.pages["/now"] = Page(page, headers=TYPE)

    assert "a server's error page" in run("source", "fetch", *HERE, "-C", absent).out


def test_only_public_addresses_are_asked(run: Run, absent: Path, web: Web) -> None:
    describe(absent, url=f"{web.address}/now")

    fetched = run("source", "fetch", "-C", absent)

    assert fetched.status == 1
    assert "not a public address" in fetched.out
    assert web.requests == []


def test_without_an_address_the_folder_is_asked_for(run: Run, absent: Path) -> None:
    fetched = run("source", "fetch", "report", "-C", absent)

    assert fetched.status == 1
    assert "its record names no address; name a folder with --from" in fetched.out


def test_what_lies_in_its_place_is_kept_unless_it_is_no_document(
    run: Run, root: Path, tmp_path: Path
) -> None:
    page = root / "sources" / "report.html"
    shelf = tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "x").write_bytes(PAGE)
    page.write_bytes(ELSEWHERE)
    refusal = run("source", "fetch", "report", "--from", shelf, "-C", root)
    is_kept = page.read_bytes() == ELSEWHERE
    page.write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 9\n")
    fetched = run("source", "fetch", "--from", shelf, "-C", root)

    assert (refusal.status, is_kept) == (1, True)
    assert "another file of that name is there" in refusal.out
    assert fetched.status == 0
    assert is_restored(run, root)


def test_a_text_of_another_reader_is_not_taken_for_the_pinned_one(
    run: Run, absent: Path, tmp_path: Path
) -> None:
    record = absent / "sources" / "report.yaml"
    record.write_text(
        re.sub(r"(?m)^text_sha256: .*", f"text_sha256: f{63 * '0'}", record.read_text())
    )
    (tmp_path / "x.html").write_bytes(PAGE)

    fetched = run("source", "fetch", "--from", tmp_path / "x.html", "-C", absent)

    assert fetched.status == 1
    assert "sources/report.html is here now" in fetched.out
    assert "is not the text that was pinned" in fetched.out
    assert not (absent / "sources" / "report.txt").exists()


def test_a_text_that_is_away_is_taken_out_of_its_document_again(run: Run, root: Path) -> None:
    (root / "sources" / "report.txt").unlink()

    checked = run("check", "-C", root)
    fetched = run("source", "fetch", "-C", root)

    assert "1 unchecked" in words(checked.out)
    assert checked.status == 0
    assert fetched.out.startswith("report: sources/report.txt is here now, from sources/report.ht")
    assert is_restored(run, root)


def test_a_change_that_takes_a_document_away_is_seen(run: Run, root: Path) -> None:
    record = root / "sources" / "report.yaml"
    record.write_text(record.read_text().replace("shipped: no\n", ""))
    git(root, "init", "--quiet")
    commit(root)
    record.write_text(record.read_text() + "shipped: no\n")
    (root / "sources" / "report.html").unlink()

    checked = run("check", "--base", "HEAD", "-C", root)

    assert checked.status == 1
    assert "error[pin-changed]" in checked.out


# Passing the dossier on

UNQUOTED = "Words that nobody quoted are not passed on."


@pytest.mark.parametrize("is_quoted", [True, False])
@pytest.mark.parametrize("shipped", [True, False])
def test_pages_and_archives_hold_no_more_of_it_than_is_quoted(
    run: Run, write: Write, tmp_path_factory: pytest.TempPathFactory, shipped: bool, is_quoted: bool
) -> None:
    lines = [UNQUOTED, *["It rained the whole day."] * 30, f"{PASSAGE}."]
    page = f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>"
    files: dict[str, str | bytes] = {"sources/report.html": page}
    root = write({**files, "claims/bridge.yaml": CLAIM} if is_quoted else files)
    options = ("--id", "report", "--title", "A report")
    added = run("source", "add", "-C", root, root / "sources" / "report.html", *options)
    assert added.status == 0
    if not shipped:
        describe(root, shipped="no")
    made = tmp_path_factory.mktemp("made")

    assert run("report", made / "site", "-C", root).status == 0
    crate = run("export", "ro-crate", "--output", made / "crate.zip", "-C", root)

    pages = "".join(path.read_text("utf-8") for path in (made / "site").rglob("*.html"))
    assert (UNQUOTED in pages) == shipped
    assert (f"{PASSAGE}</mark>" in pages) == is_quoted
    assert ("only what is quoted is shown" in " ".join(pages.split())) == (not shipped)
    assert crate.status == 0, crate.err
    with zipfile.ZipFile(made / "crate.zip") as archive:
        assert ("sources/report.html" in archive.namelist()) == shipped


def test_a_document_is_pinned_as_not_to_be_handed_on(run: Run, root: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("The ferry sank.\n")

    added = run("source", "add", letter, "--not-shipped", "-C", root)

    assert added.status == 0
    assert "/sources/letter.txt" in added.out
    (root / "sources" / "letter.txt").unlink()
    checked = run("check", "-C", root)
    assert "warning[document-absent] sources/letter.txt" in words(checked.out)
    assert run("source", "fetch", "letter", "--from", tmp_path, "-C", root).status == 0
