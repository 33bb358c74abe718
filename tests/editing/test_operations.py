"""What commands do to a project, called as a server would call it: no terminal, nothing printed."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import signal
import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from claimcheck import assess, load
from claimcheck.documents.answer import read_answer
from claimcheck.documents.draft import read_draft
from claimcheck.dossier.project import find_project
from claimcheck.editing import ClaimToWrite, EvidenceToWrite, conflicts
from claimcheck.editing.mending import corrections
from claimcheck.editing.new_source import SourceRequest
from claimcheck.editing.operations.accept_findings import accept_findings
from claimcheck.editing.operations.add_source import add_source
from claimcheck.editing.operations.begin_claim import begin_claim
from claimcheck.editing.operations.begin_dossier import (
    add_file,
    dossier_files,
    make_folders,
    plan_dossier,
)
from claimcheck.editing.operations.cite import cite
from claimcheck.editing.operations.edit_claim import edited_claim, with_tags
from claimcheck.editing.operations.import_answer import (
    PassageCounts,
    draft_claims,
    passage_counts,
    path_of,
    write_draft,
)
from claimcheck.editing.operations.mend import (
    converted_files,
    restore_pinned_file,
    write_correction,
)
from claimcheck.editing.operations.repin import pin_update, repin
from claimcheck.editing.operations.sign import SigningRequest, SigningResult, sign
from claimcheck.editing.operations.write_schemas import FileResult, write_schemas
from claimcheck.editing.preview import PresentProject
from claimcheck.gate.request import Request
from claimcheck.gate.runner import severities
from claimcheck.model import Quote, Stance, Status
from claimcheck.model.errors import AnswerError, ConflictError, EditError, RequestError
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from claimcheck import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.dossier.project import Project

    Write = Callable[[dict[str, str | bytes]], Path]

TEXT = "The bridge was “closed” on 3 April. Nobody was hurt.\n"
CLAIM = "claim: The bridge was closed.  # in April\n"
CITING = CLAIM + "evidence:\n  - {source: daily, stance: supports, quote: Nobody was hurt.}\n"
FILES: dict[str, str | bytes] = {
    "claims/bridge.yaml": CLAIM,
    "sources/daily.yaml": "title: Daily\npublisher: Daily\nfile: daily.txt\n"
    f"sha256: {hashlib.sha256(TEXT.encode()).hexdigest()}\n",
    "sources/daily.txt": TEXT,
}


@pytest.fixture(autouse=True)
def _silent(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """See to it that no operation prints."""
    yield
    assert capfd.readouterr() == ("", "")


@pytest.fixture
def project(write: Write) -> Project:
    return find_project(write(FILES))


def assessed(project: Project) -> Assessment:
    return assess(load(project.root, project.config), TODAY)


def whole_check(project: Project) -> Request:
    return Request(TODAY, severities(project.config), read_article=read_draft)


def first_claim(assessment: Assessment) -> AssessedClaim:
    return assessment.claims[0]


def passage(quote: str, source: str = "daily") -> EvidenceToWrite:
    return EvidenceToWrite(source, Stance.SUPPORTS, Quote(quote))


def text_of(project: Project, path: str) -> str:
    return (project.root / path).read_text("utf-8")


# Citing a passage.


def test_a_passage_is_cited_and_the_claim_returned_with_it(project: Project) -> None:
    assessment = assessed(project)

    preview = cite(
        PresentProject(project, assessment), first_claim(assessment), passage("Nobody was hurt.")
    )

    assert preview.passes
    assert preview.claim is not None
    assert preview.claim.derivation.status is Status.SUPPORTED
    assert text_of(project, "claims/bridge.yaml").startswith(CLAIM)
    assert first_claim(assessed(project)).derivation.status is Status.SUPPORTED


def test_a_passage_that_is_not_there_is_not_cited(project: Project) -> None:
    assessment = assessed(project)

    preview = cite(
        PresentProject(project, assessment), first_claim(assessment), passage("Nobody was harmed.")
    )

    assert not preview.passes
    assert [finding.rule for finding in preview.report.findings] == ["quote-altered"]
    assert text_of(project, "claims/bridge.yaml") == CLAIM


def test_citing_keeps_what_somebody_else_wrote_meanwhile(project: Project) -> None:
    assessment = assessed(project)
    (project.root / "claims/bridge.yaml").write_text(CLAIM + "tags: [bridge]\n")

    cite(PresentProject(project, assessment), first_claim(assessment), passage("Nobody was hurt."))

    claim = first_claim(assessed(project)).claim
    assert (claim.tags, len(claim.evidence)) == (("bridge",), 1)


def test_a_source_that_is_not_there_is_refused_with_the_nearest(project: Project) -> None:
    assessment = assessed(project)

    with pytest.raises(RequestError, match="there is no source 'dail'") as refused:
        cite(
            PresentProject(project, assessment),
            first_claim(assessment),
            passage("Nobody was hurt.", "dail"),
        )

    assert refused.value.help == "did you mean daily?"


def test_a_claim_that_was_broken_meanwhile_is_not_edited(project: Project) -> None:
    assessment = assessed(project)
    (project.root / "claims/bridge.yaml").write_text("claim: [\n")

    with pytest.raises(EditError, match=r"^claims/bridge\.yaml: it has a flaw"):
        cite(
            PresentProject(project, assessment),
            first_claim(assessment),
            passage("Nobody was hurt."),
        )


# Editing a claim by its keys.


def test_an_edit_of_a_claim_that_somebody_else_changed_meanwhile_is_refused(
    project: Project,
) -> None:
    """The tags that were read are not those that are there: a tag of another writer was lost."""
    assessment = assessed(project)
    claim = first_claim(assessment).claim
    (project.root / "claims/bridge.yaml").write_text(CLAIM + "tags: [theirs]\n")

    with pytest.raises(ConflictError, match="somebody else changed it meanwhile"):
        edited_claim(
            project,
            assessment.dossier,
            claim,
            partial(with_tags, claim=claim, added=("ours",), removed=()),
        )

    present = assessed(project)
    claim = first_claim(present).claim
    tagging = partial(with_tags, claim=claim, added=("ours",), removed=())
    edit = edited_claim(project, present.dossier, claim, tagging)
    assert (edit.after or b"").decode() == CLAIM + "tags: [theirs, ours]\n"


# Beginning a claim.


def test_a_claim_is_begun_and_what_it_repeats_is_named(project: Project) -> None:
    new = begin_claim(
        PresentProject(project, assessed(project)), ClaimToWrite("The bridge was closed!")
    )

    assert (new.id, new.path) == ("bridge-closed", "claims/bridge-closed.yaml")
    assert new.preview.passes
    assert new.similar is not None
    assert new.similar.id == "bridge"
    assert text_of(project, new.path) == "claim: The bridge was closed!\n"


def test_a_claim_that_the_gate_would_refuse_is_not_begun(project: Project) -> None:
    claim = ClaimToWrite("Somebody was hurt.", evidence=(passage("somebody was hurt"),))

    new = begin_claim(PresentProject(project, assessed(project)), claim)

    assert not new.preview.passes
    assert not (project.root / new.path).exists()


@pytest.mark.parametrize("claim_id", ["bridge", "BRIDGE", "../bridge", "a b"])
def test_an_id_that_is_taken_or_none_is_refused(project: Project, claim_id: str) -> None:
    with pytest.raises(RequestError):
        begin_claim(PresentProject(project, assessed(project)), ClaimToWrite("So it is."), claim_id)


# Signing.


def test_signing_tells_whether_it_was_written_current_or_outdated(project: Project) -> None:
    path = project.root / "claims/bridge.yaml"
    path.write_text(CITING)
    assessment = assessed(project)

    first = sign(project, assessment, first_claim(assessment), SigningRequest(" Ana  B. "))
    assessment = assessed(project)
    second = sign(project, assessment, first_claim(assessment), SigningRequest("ana b."))
    path.write_text(CITING.replace("closed", "shut"))
    assessment = assessed(project)
    third = sign(project, assessment, first_claim(assessment), SigningRequest("Ana B."))
    fourth = sign(
        project, assessment, first_claim(assessment), SigningRequest("Ana B.", again=True)
    )

    assert [each.result for each in (first, second, third, fourth)] == [
        SigningResult.WRITTEN,
        SigningResult.CURRENT,
        SigningResult.OUTDATED,
        SigningResult.WRITTEN,
    ]
    assert (first.review.by, first.review.on, first.path) == (
        "Ana B.",
        TODAY,
        "reviews/bridge.yaml",
    )
    assert third.review.snapshot == first.review.snapshot
    reviews = load(project.root).reviews["bridge"]
    assert [review.snapshot.claim for review in reviews] == ["The bridge was shut."]


def test_a_signature_does_not_undo_what_somebody_else_signed_meanwhile(project: Project) -> None:
    (project.root / "claims/bridge.yaml").write_text(CITING)
    assessment = assessed(project)
    sign(project, assessment, first_claim(assessment), SigningRequest("Ana"))

    with pytest.raises(ConflictError):
        sign(project, assessment, first_claim(assessment), SigningRequest("Ben"))

    assert [review.by for review in load(project.root).reviews["bridge"]] == ["Ana"]


@pytest.mark.parametrize(("by", "claim"), [("Ana", CLAIM), ("", CITING), ("a\x07b", CITING)])
def test_what_cannot_be_signed_is_refused(project: Project, by: str, claim: str) -> None:
    (project.root / "claims/bridge.yaml").write_text(claim)
    assessment = assessed(project)

    with pytest.raises(RequestError):
        sign(project, assessment, first_claim(assessment), SigningRequest(by))

    assert not (project.root / "reviews").exists()


# Pinning a changed document.


def test_looking_at_a_changed_document_writes_nothing_and_pinning_it_one_line(
    project: Project,
) -> None:
    (project.root / "claims/bridge.yaml").write_text(CITING)
    changed = "Corrected. " + TEXT
    (project.root / "sources/daily.txt").write_text(changed, "utf-8")
    record = text_of(project, "sources/daily.yaml")

    update = pin_update(project, assessed(project), "daily")

    sha256 = hashlib.sha256(changed.encode()).hexdigest()
    assert update.values == {"sha256": sha256}
    assert update.impact.unknown_around
    assert not update.impact.safe
    assert text_of(project, "sources/daily.yaml") == record
    repin(project.root, update)
    assert text_of(project, "sources/daily.yaml") == record[: record.rindex(" ")] + f" {sha256}\n"
    assert pin_update(project, assessed(project), "daily").values == {}


def test_a_record_that_has_no_line_for_the_hash_is_left_alone(project: Project) -> None:
    record = '{"title": "Daily", "file": "daily.txt"}\n'
    (project.root / "sources/daily.yaml").write_text(record)

    with pytest.raises(EditError) as refused:
        pin_update(project, assessed(project), "daily")

    assert str(refused.value) == "sources/daily.yaml: has no line that claimcheck can edit"
    assert refused.value.help.startswith("write this line into it: sha256: ")
    assert text_of(project, "sources/daily.yaml") == record


# Accepting findings.


def test_findings_are_accepted_and_given_up_again(project: Project) -> None:
    first = accept_findings(project, whole_check(project))
    (project.root / "claims/bridge.yaml").write_text(CITING)
    second = accept_findings(project, whole_check(project), shrink=True)

    assert first.accepted == first.added > 0
    assert (second.accepted, second.added, second.removed) == (0, 0, first.accepted)


def test_a_baseline_that_is_not_there_cannot_shrink(project: Project) -> None:
    with pytest.raises(RequestError, match="to shrink"):
        accept_findings(project, whole_check(project), shrink=True)


# Mending.


def test_a_correction_is_written_only_where_its_quotation_is_as_it_was(project: Project) -> None:
    typed = CITING.replace("Nobody was hurt.", "'The bridge was \"closed\"'")
    path = project.root / "claims/bridge.yaml"
    path.write_text(typed)
    (correction,) = corrections(assessed(project).claims)

    path.write_text(CITING)
    assert not write_correction(project.root, correction)
    assert path.read_text("utf-8") == CITING
    path.write_text("# moved down\n" + typed)
    assert write_correction(project.root, correction)
    assert path.read_text("utf-8") == "# moved down\n" + typed.replace('"closed"', "“closed”")


def test_line_ends_are_restored_only_where_the_hash_proves_them(project: Project) -> None:
    path = project.root / "sources/daily.txt"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    (file,) = converted_files(project.root, load(project.root))

    path.write_bytes(b"something else\r\n")
    assert not restore_pinned_file(project.root, file.pin)
    assert path.read_bytes() == b"something else\r\n"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert restore_pinned_file(project.root, file.pin)
    assert path.read_bytes() == TEXT.encode()


# Importing an answer.


def answer(*statements: tuple[str, str]) -> bytes:
    entries = [{"claim": claim, "source": "Daily", "quote": quote} for claim, quote in statements]
    return json.dumps(entries).encode()


def test_an_answer_is_drafted_written_and_counted(project: Project) -> None:
    statements = read_answer(
        answer(
            ("The bridge was closed.", "The bridge was “closed” on 3 April"),
            ("All were hurt.", "Everybody was hurt."),
        )
    )

    drafts = draft_claims(statements, load(project.root), {})
    assert [path_of(project, draft) for draft in drafts.drafts] == [
        "claims/bridge.yaml",
        "claims/all-hurt.yaml",
    ]
    assert text_of(project, "claims/bridge.yaml") == CLAIM
    for draft in drafts.drafts:
        write_draft(project, draft, claimant="A model", tags=("draft",))

    dossier = load(project.root)
    counts = passage_counts(dossier, drafts)
    assert replace(counts, findings=()) == PassageCounts(passing=1, failing=1)
    assert [finding.rule for finding in counts.findings] == ["quote-altered"]
    assert dossier.claims[0].tags == ("draft",)
    assert draft_claims(statements, dossier, {}).repeated == 2


def test_a_draft_never_replaces_a_file(project: Project) -> None:
    (draft,) = draft_claims(
        read_answer(answer(("All were hurt.", "hurt"))), load(project.root), {}
    ).drafts
    (project.root / "claims/all-hurt.yaml").write_text("mine")

    with pytest.raises(ConflictError, match="there is such a file already"):
        write_draft(project, draft)

    assert text_of(project, "claims/all-hurt.yaml") == "mine"


def test_names_that_an_answer_does_not_have_are_refused(project: Project) -> None:
    statements, dossier = read_answer(answer(("So it is.", "hurt"))), load(project.root)

    with pytest.raises(AnswerError, match="cites nothing that is called 'Weekly'"):
        draft_claims(statements, dossier, {"Weekly": "daily"})
    with pytest.raises(RequestError, match="there is no source 'weekly'"):
        draft_claims(statements, dossier, {"Daily": "weekly"})


# Pinning a document.


def test_a_document_is_pinned_and_what_takes_long_is_shown(
    project: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = tmp_path_factory.mktemp("elsewhere") / "report.eml"
    page.write_bytes(b"From: a@example.org\nSubject: The report\n\nThe lamp was lit again.\n")
    phrases: list[str] = []

    def busy(phrase: str) -> AbstractContextManager[None]:
        phrases.append(phrase)
        return contextlib.nullcontext()

    new = add_source(project, SourceRequest(str(page), TODAY, description={"issued": "2021"}), busy)

    assert phrases == [f"reading {page}"]
    assert new.id == "report"
    assert [path.name for path in new.files] == ["report.eml", "report.txt", "report.yaml"]
    source = load(project.root).sources["report"]
    assert (source.title, str(source.issued), source.changed) == ("The report", "2021", False)
    with pytest.raises(RequestError, match="pinned already, as 'report'"):
        add_source(project, SourceRequest(str(page), TODAY))


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("moment", range(1, 7))
def test_an_interruption_leaves_all_of_a_source_or_nothing(
    project: Project,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    moment: int,
) -> None:
    """Each file is flushed once itself, and once with its folder; the record is the third."""
    page = tmp_path_factory.mktemp("elsewhere") / "report.srt"
    page.write_bytes(b"1\n00:00:01,000 --> 00:00:02,000\nThe lamp was lit again.\n")
    before = set(project.root.rglob("*"))
    moments, flush = iter(range(1, 7)), os.fsync

    def interrupted(handle: int) -> None:
        flush(handle)
        if next(moments) == moment:
            os.kill(os.getpid(), signal.SIGINT)

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        add_source(project, SourceRequest(str(page), TODAY))

    names = {path.name for path in set(project.root.rglob("*")) - before}
    is_whole = moment > 4
    assert names == ({"report.srt", "report.txt", "report.yaml"} if is_whole else set())


# Starting a dossier.


def test_a_dossier_is_planned_before_anything_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "new"

    plan = plan_dossier(folder)
    assert (plan.example, plan.config_file, plan.shared_file) == (True, "", "")
    assert not folder.exists()
    make_folders(plan)
    assert all(add_file(plan, path, text) for path, text in dossier_files(plan))

    again = plan_dossier(folder)
    assert (again.example, again.config_file) == (False, "claimcheck.toml")
    assert not any(add_file(again, path, text) for path, text in dossier_files(again))
    assert [each.claim.id for each in assess(load(folder), TODAY).claims] == ["example"]


def test_schemas_are_created_kept_and_renewed_but_never_those_of_others(tmp_path: Path) -> None:
    mine = '{"$comment": "Written by `claimcheck schema claim`."}\n'
    old, new = {"s/claim.json": mine}, {"s/claim.json": mine + "\n"}

    results = [
        write_schemas(tmp_path, schemas, renew=renew)[0].result
        for schemas, renew in ((old, False), (old, True), (new, False), (new, True))
    ]

    assert results == [FileResult.CREATED, FileResult.KEPT, FileResult.KEPT, FileResult.RENEWED]
    (tmp_path / "s/claim.json").write_text("{}")
    with pytest.raises(ConflictError, match="was not written by claimcheck"):
        write_schemas(tmp_path, new, renew=True)


# One wording for what keeps a file from being written.


CONFLICTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "link": (
        lambda root: conflicts.create(root, "folder/file", b"new"),
        "folder/file: lies behind a symbolic link, so it was not written",
    ),
    "outside": (
        lambda root: conflicts.create(root, "../file", b"new"),
        "../file: lies behind a symbolic link, so it was not written",
    ),
    "exists": (
        lambda root: conflicts.create(root, "file", b"new"),
        "file: there is such a file already; it was left as it is",
    ),
    "changed": (
        lambda root: conflicts.replace(root, "file", b"new", expect=b"older"),
        "file: somebody else changed it meanwhile; it was left as it is",
    ),
    "busy": (
        lambda root: conflicts.revise(root, "file", lambda data: _disturbed(root, data)),
        "file: others keep changing it; it was left as it is",
    ),
    "missing": (
        lambda root: conflicts.revise(root, "nothing", lambda data: data),
        "nothing: cannot be read: there is no such file",
    ),
    "folder": (
        lambda root: conflicts.create(root, "file/inner", b"new"),
        "file/inner: cannot be written: file exists",
    ),
}


def _disturbed(root: Path, data: bytes) -> bytes:
    (root / "file").write_bytes(data + b"!")
    return b"new"


@pytest.mark.parametrize("kind", CONFLICTS)
def test_a_conflict_is_told_by_the_files_name_and_nothing_is_written(
    tmp_path: Path, kind: str
) -> None:
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "real").mkdir()
    (tmp_path / "folder").symlink_to(tmp_path / "real")
    write_file, message = CONFLICTS[kind]

    with pytest.raises(ConflictError) as conflict:
        write_file(tmp_path)

    assert str(conflict.value) == message
    assert (tmp_path / "file").read_bytes().rstrip(b"!") == b"old"
    assert not list(tmp_path.rglob("*.tmp"))
    assert not (tmp_path / "real" / "file").exists()


def test_a_missing_file_is_created_with_its_folders_and_another_kept(tmp_path: Path) -> None:
    assert conflicts.create_missing(tmp_path, "a/b/file", b"new")
    assert not conflicts.create_missing(tmp_path, "a/b/file", b"newer")
    assert (tmp_path / "a/b/file").read_bytes() == b"new"
