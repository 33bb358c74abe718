"""The gate: what fails, what was there before, and what no change may excuse itself."""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from claimcheck import assess, check, load
from claimcheck.documents.draft import read_draft
from claimcheck.dossier import baseline_file
from claimcheck.dossier.project import find_project
from claimcheck.gate.change import judge
from claimcheck.gate.introduced import introduced
from claimcheck.gate.request import Request
from claimcheck.gate.runner import severities
from claimcheck.model import Finding, Place
from claimcheck.model.errors import ProjectError
from claimcheck.system.folder import Folder
from support.project import TODAY, CommandResult
from support.repository import begin, branch, commit, git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck import Report

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

GAZETTE = "The Elm Street bridge reopened on 4 May 2021. It carries 15 million crossings a year.\n"


def record(text: str) -> str:
    sha = hashlib.sha256(text.encode()).hexdigest()
    return f"title: Gazette\nfile: gazette.txt\nsha256: {sha}\n"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("begun")
    files = {
        "claimcheck.toml": "",
        "claims/bridge.yaml": "claim: The bridge reopened.\nevidence:\n"
        "  - {source: gazette, stance: supports, quote: bridge reopened on 4 May 2021}\n",
        "claims/rumour.yaml": "claim: The bridge is popular.\n",
        "sources/gazette.yaml": record(GAZETTE),
        "sources/gazette.txt": GAZETTE,
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    begin(folder)
    commit(folder)
    branch(folder, "change")
    return folder


@pytest.fixture
def root(write: Write, begun: Path) -> Path:
    """Copy a repository that has left main, where a claim is sound and one cites nothing."""
    folder = write({})
    shutil.copytree(begun, folder, dirs_exist_ok=True)
    return folder


def judged(root: Path, base: str | None = "main") -> Report:
    project = find_project(root)
    levels = severities(project.config)
    report, _state = judge(project, Request(TODAY, levels, read_article=read_draft), base)
    return report


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def inherited(report: Report) -> list[str]:
    return [finding.rule for finding in report.inherited]


def test_without_a_base_everything_counts(root: Path) -> None:
    report = judged(root, None)

    assert (rules(report), inherited(report)) == (["no-evidence"], [])
    assert report.failed


def test_what_was_there_before_the_change_does_not_fail_and_is_counted(root: Path) -> None:
    report = judged(root)

    assert (rules(report), inherited(report)) == ([], ["no-evidence"])
    assert not report.failed
    assert report.totals.inherited == 1


def test_what_the_change_brought_fails(root: Path) -> None:
    claim = root / "claims" / "bridge.yaml"
    claim.write_text(claim.read_text().replace("4 May", "5 May"))

    report = judged(root)

    assert (rules(report), inherited(report)) == (["quote-altered"], ["no-evidence"])
    assert report.failed


def test_lines_that_move_do_not_make_a_finding_new(root: Path) -> None:
    claim = root / "claims" / "rumour.yaml"
    claim.write_text("# A comment\n\n" + claim.read_text())

    assert rules(judged(root)) == []


def test_a_file_that_moves_takes_its_findings_along(root: Path) -> None:
    (root / "claims" / "old").mkdir()
    (root / "claims" / "rumour.yaml").rename(root / "claims" / "old" / "rumour.yaml")

    report = judged(root)

    assert (rules(report), inherited(report)) == ([], ["no-evidence"])


def test_a_claim_that_is_only_renamed_brings_nothing_new(root: Path) -> None:
    (root / "claims" / "rumour.yaml").rename(root / "claims" / "popular.yaml")

    report = judged(root)

    assert (rules(report), inherited(report)) == ([], ["no-evidence"])


def test_a_claim_that_is_rewritten_is_new(root: Path) -> None:
    (root / "claims" / "rumour.yaml").write_text("claim: The mayor stole a million crowns.\n")

    assert rules(judged(root)) == ["no-evidence"]


def test_a_copy_of_a_claim_is_new(root: Path) -> None:
    rumour = root / "claims" / "rumour.yaml"
    (root / "claims" / "again.yaml").write_text(rumour.read_text())

    report = judged(root)

    assert (rules(report), inherited(report)) == (["no-evidence"], ["no-evidence"])


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        ("quote: bridge reopened on 5 May 2021", "quote: bridge reopened on 5 May 2021", []),
        ("stance: supports", "stance: contradicts", []),
        ("reopened on 5 May 2021", "reopened on 6 May 2021", ["quote-altered"]),
        ("source: gazette", "source: gazete", ["unknown-source", "source-unused"]),
        ("The bridge reopened.", "The bridge is safe.", ["quote-altered"]),
    ],
)
def test_a_finding_is_about_the_claims_words_and_the_quotation(
    root: Path, before: str, after: str, new: list[str]
) -> None:
    git(root, "checkout", "--quiet", "main")
    claim = root / "claims" / "bridge.yaml"
    claim.write_text(claim.read_text().replace("4 May", "5 May") + "kind: event\n")
    commit(root)
    branch(root, "later")
    claim.write_text(claim.read_text().replace(before, after))

    assert rules(judged(root)) == new


def test_an_unknown_source_with_another_quotation_is_new(root: Path) -> None:
    git(root, "checkout", "--quiet", "main")
    claim = root / "claims" / "bridge.yaml"
    claim.write_text(claim.read_text().replace("gazette", "rumours"))
    commit(root)
    branch(root, "later")
    assert rules(judged(root)) == []

    claim.write_text(claim.read_text().replace("reopened on 4 May 2021", "was never closed at all"))
    assert rules(judged(root)) == ["unknown-source"]


def test_an_exception_for_other_words_is_an_exception_that_the_change_brings(root: Path) -> None:
    git(root, "checkout", "--quiet", "main")
    (root / "claimcheck.toml").write_text("[rules]\nself-attested = 'warning'\n")
    claim = root / "claims" / "bridge.yaml"
    claim.write_text(
        claim.read_text() + "interested: [gazette]\nallow: {self-attested: It says so itself}\n"
    )
    commit(root)
    branch(root, "later")
    assert rules(judged(root)) == []

    claim.rename(root / "claims" / "reopened.yaml")
    assert rules(judged(root)) == []

    claim.write_text((root / "claims" / "reopened.yaml").read_text().replace("reopened.", "fell."))
    (root / "claims" / "reopened.yaml").unlink()
    assert rules(judged(root)) == ["allow-added"]


def test_what_an_article_newly_silences_is_found_with_its_reason(root: Path) -> None:
    git(root, "checkout", "--quiet", "main")
    (root / "claimcheck.toml").write_text("articles = ['articles/*.md']\n")
    draft = root / "articles" / "draft.md"
    draft.parent.mkdir()
    bare = "The mill closed in 2019.\n"
    silent = "---\nallow:\n  article-unbound: we saw it\n---\n"
    draft.write_text(bare)
    commit(root)
    branch(root, "later")
    assert rules(judged(root)) == []

    draft.write_text(silent + bare)
    (finding,) = judged(root).findings
    assert finding.rule == "allow-added"
    assert "silences article-unbound in the article, because: we saw it" in finding.message
    assert str(finding.place) == "articles/draft.md:3:3"

    commit(root)
    git(root, "branch", "--force", "main")
    draft.write_text(silent + bare + "\nNobody was there.\n")
    assert rules(judged(root)) == []


def test_a_quotation_in_an_article_is_the_same_while_lines_move_around_it(root: Path) -> None:
    git(root, "checkout", "--quiet", "main")
    (root / "claimcheck.toml").write_text("articles = ['a.md']\n")
    invented = "He said “the bridge was sold to nobody at all”.[^1]\n\n[^1]: source:gazette\n"
    (root / "a.md").write_text(invented)
    commit(root)
    branch(root, "later")

    (root / "a.md").write_text("# A head\n\n" + invented)
    moved = judged(root)
    (root / "a.md").write_text(invented.replace("nobody", "somebody"))
    altered = judged(root)

    assert (rules(moved), inherited(moved)) == ([], ["article-quote-not-found", "no-evidence"])
    assert rules(altered) == ["article-quote-not-found"]


def test_an_article_of_a_project_that_comes_with_the_change_is_looked_at(root: Path) -> None:
    git(root, "checkout", "--quiet", "--orphan", "empty")
    git(root, "rm", "--quiet", "-r", "--cached", ".")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "nothing")
    branch(root, "first")
    (root / "claimcheck.toml").write_text("articles = ['a.md']\n")
    (root / "a.md").write_text("He said “the bridge was sold to nobody at all”.\n")

    assert "article-quote-not-found" in rules(judged(root, "empty"))


def test_a_source_that_only_an_article_cites_is_used(root: Path) -> None:
    (root / "claimcheck.toml").write_text("articles = ['articles/*.md']\n")
    (root / "claims" / "bridge.yaml").write_text("claim: The bridge reopened.\n")
    assert "source-unused" in rules(judged(root, None))

    (root / "articles").mkdir()
    (root / "articles" / "a.md").write_text("The bridge reopened.[^1]\n\n[^1]: source:gazette\n")
    assert "source-unused" not in rules(judged(root, None))


def test_a_change_is_held_to_what_the_base_asks_of_articles(root: Path) -> None:
    git(root, "checkout", "--quiet", "main")
    (root / "claimcheck.toml").write_text("articles = ['a/*.md']\narticle_policy.coverage = 50\n")
    (root / "a").mkdir()
    (root / "a" / "old.md").write_text("The bridge reopened.[^1]\n\n[^1]: claim:bridge\n")
    commit(root)
    branch(root, "later")

    (root / "claimcheck.toml").write_text("article_policy.folders.'a/*.md'.coverage = 0\n")
    (root / "a" / "new.md").write_text("The bridge fell down again.\n")

    findings = judged(root).findings
    weaker = [finding.message for finding in findings if finding.rule == "settings-weakened"]
    assert [message.partition(":")[0] for message in weaker] == [
        "the change asks less of articles",
        "the change asks less of the articles a/*.md",
        "the change looks no more at the articles a/*.md",
    ]
    assert "article-coverage-low" in {finding.rule for finding in findings}


def test_an_article_that_was_bound_too_little_may_not_be_bound_still_less(root: Path) -> None:
    git(root, "checkout", "--quiet", "main")
    (root / "claimcheck.toml").write_text("articles = ['a.md']\narticle_policy.coverage = 90\n")
    bound, bare = "The bridge reopened then.[^1]\n\n", "The bridge fell down again.\n\n"
    (root / "a.md").write_text(f"{bound}{bare}[^1]: claim:bridge\n")
    commit(root)
    branch(root, "later")
    assert "article-coverage-low" in inherited(judged(root))

    (root / "a.md").write_text(f"{bound}{bare}{bare}[^1]: claim:bridge\n")

    assert "article-coverage-low" in rules(judged(root))


def test_what_the_base_branch_did_since_is_not_held_against_the_change(root: Path) -> None:
    git(root, "checkout", "--quiet", "main")
    (root / "claims" / "rumour.yaml").unlink()
    commit(root)
    git(root, "checkout", "--quiet", "change")

    assert rules(judged(root)) == []


def test_a_stricter_setting_does_not_blame_old_claims_on_the_change(root: Path) -> None:
    (root / "claimcheck.toml").write_text("rules.unreviewed = 'error'\n")

    report = judged(root)

    assert rules(report) == []
    assert sorted(inherited(report)) == ["no-evidence", "unreviewed", "unreviewed"]


def test_an_exception_that_the_change_takes_back_counts_as_new(root: Path) -> None:
    git(root, "checkout", "--quiet", "main")
    (root / "claimcheck.toml").write_text("rules.single-origin = 'error'\n")
    claim = root / "claims" / "bridge.yaml"
    without = claim.read_text()
    claim.write_text(without + "allow: {single-origin: It is the only paper in town}\n")
    commit(root)
    branch(root, "later")
    claim.write_text(without)

    assert rules(judged(root)) == ["single-origin"]


@pytest.mark.parametrize("reason", ["It is the only paper in town", "They asked around"])
def test_an_exception_that_the_change_brings_is_told_with_its_reason(
    root: Path, reason: str
) -> None:
    git(root, "checkout", "--quiet", "main")
    (root / "claimcheck.toml").write_text("rules.single-origin = 'error'\n")
    claim = root / "claims" / "bridge.yaml"
    without = claim.read_text()
    claim.write_text(without + "allow: {single-origin: They asked around}\n")
    commit(root)
    branch(root, "later")
    claim.write_text(without + f"allow: {{single-origin: {reason}}}\n")
    report = judged(root)

    is_accepted = reason == "They asked around"
    assert rules(report) == ([] if is_accepted else ["allow-added"])
    assert len(report.allowed) == 1
    assert all(reason in finding.message for finding in report.findings)


def test_a_project_that_comes_with_the_change_is_new_as_a_whole(tmp_path: Path) -> None:
    begin(tmp_path)
    commit(tmp_path)
    (tmp_path / "claimcheck.toml").write_text("")
    for name in ("claims", "sources"):
        (tmp_path / name).mkdir()
    (tmp_path / "claims" / "rumour.yaml").write_text("claim: The bridge is popular.\n")

    assert rules(judged(tmp_path)) == ["no-evidence"]

    entries = baseline_file.accepted_findings(judged(tmp_path).findings)
    (tmp_path / baseline_file.FILE).write_text(baseline_file.baseline_text(entries))
    assert inherited(judged(tmp_path)) == ["no-evidence"]


# Pins.


def test_a_file_that_changes_with_its_hash_is_found(root: Path) -> None:
    forged = GAZETTE.replace("15 million", "16 million")
    (root / "sources" / "gazette.txt").write_text(forged)
    (root / "sources" / "gazette.yaml").write_text(record(forged))

    assert "pin-changed" not in rules(judged(root, None))
    report = judged(root)
    assert rules(report) == ["pin-changed"]
    assert report.failed
    assert "and its hash changed together" in report.findings[0].message


def test_a_change_cannot_switch_its_guard_off(root: Path) -> None:
    forged = GAZETTE.replace("15 million", "16 million")
    (root / "sources" / "gazette.txt").write_text(forged)
    (root / "sources" / "gazette.yaml").write_text(record(forged))
    (root / "claimcheck.toml").write_text("rules.pin-changed = 'off'\n")

    assert rules(judged(root)) == ["settings-weakened", "pin-changed"]


def test_a_project_may_lower_the_guard_beforehand(root: Path) -> None:
    git(root, "checkout", "--quiet", "main")
    (root / "claimcheck.toml").write_text("rules.pin-changed = 'warning'\n")
    commit(root)
    branch(root, "later")
    forged = GAZETTE.replace("15 million", "16 million")
    (root / "sources" / "gazette.txt").write_text(forged)
    (root / "sources" / "gazette.yaml").write_text(record(forged))

    report = judged(root)

    assert rules(report) == ["pin-changed"]
    assert not report.failed


def test_a_source_that_the_change_adds_is_no_change_to_a_pin(root: Path) -> None:
    (root / "sources" / "radio.txt").write_text("The bridge is popular with lorries.\n")
    (root / "sources" / "radio.yaml").write_text("title: Radio\nfile: radio.txt\n")

    assert "pin-changed" not in rules(judged(root))


# What cannot be read.


def test_an_unknown_base_is_refused(root: Path) -> None:
    with pytest.raises(ProjectError, match="there is no commit 'nowhere'"):
        judged(root, "nowhere")


def test_a_base_whose_settings_mean_nothing_is_refused(root: Path) -> None:
    git(root, "checkout", "--quiet", "main")
    (root / "claimcheck.toml").write_text("clams = 1\n")
    commit(root)
    branch(root, "later")
    (root / "claimcheck.toml").write_text("")

    with pytest.raises(ProjectError, match=r"at commit .*: claimcheck\.toml: unknown key 'clams'"):
        judged(root)


@pytest.mark.parametrize(
    ("path", "refused"),
    [("sources", True), ("sources/old", True), ("claims", True), ("notes", False)],
)
def test_a_base_whose_files_lie_in_another_repository_is_refused(
    root: Path, path: str, *, refused: bool
) -> None:
    """Their texts could be changed with their hashes, and nothing would be there to compare."""
    git(root, "checkout", "--quiet", "main")
    files = {file: file.read_bytes() for file in (root / path).glob("*.*")}
    git(root, "rm", "-r", "--quiet", "--cached", "--ignore-unmatch", path)
    module = f"160000,{git(root, 'rev-parse', 'HEAD')},{path}"
    git(root, "update-index", "--add", "--cacheinfo", module)
    git(root, "commit", "--quiet", "--message", "A submodule")
    for file, content in files.items():
        file.write_bytes(content)

    if refused:
        with pytest.raises(ProjectError, match=f"{path} is a submodule"):
            judged(root)
    else:
        assert "pin-changed" not in rules(judged(root))


# The baseline.


def test_a_baseline_makes_a_dirty_dossier_green_and_hides_nothing(root: Path, run: Run) -> None:
    result = run("baseline", "-C", root)

    assert (result.status, result.out) == (
        0,
        "claimcheck-baseline.json: 1 finding accepted (1 new, 0 taken out)\n",
    )
    report = judged(root, None)
    assert (rules(report), inherited(report)) == ([], ["no-evidence"])
    assert not report.failed


def test_a_baseline_accepts_what_is_found_in_articles(root: Path, run: Run) -> None:
    (root / "claimcheck.toml").write_text('articles = ["draft.md"]\n')
    (root / "draft.md").write_text(
        "The bridge reopened on 5 May 2021.[^1]\n\n[^1]: source:gazette\n"
    )
    before = run("check", "-C", root, "--format", "concise").out
    run("baseline", "-C", root)

    assert "article-figure-differs" in before
    report = run("check", "-C", root, "--format", "concise")
    assert (report.status, "article-" in report.out) == (0, False)


def test_a_baseline_is_the_same_bytes_every_time_and_one_entry_a_line(root: Path, run: Run) -> None:
    (root / "claims" / "another.yaml").write_text("claim: The bridge is old\u202e.\n")
    run("baseline", "-C", root)
    first = (root / baseline_file.FILE).read_bytes()
    run("baseline", "-C", root)

    assert (root / baseline_file.FILE).read_bytes() == first
    assert first.isascii()
    value = json.loads(first)
    assert (value["schema"], value["schema_version"]) == ("claimcheck/baseline", 1)
    assert [entry["path"] for entry in value["findings"]] == [
        "claims/another.yaml",
        "claims/rumour.yaml",
    ]
    assert first.count(b'"fingerprint"') == len(first.splitlines()) - 6


def test_a_round_trip_keeps_every_entry(root: Path, run: Run) -> None:
    run("baseline", "-C", root)
    read = baseline_file.read_baseline(Folder(root))
    assert read is not None

    assert baseline_file.baseline_text(read.accepted) == (root / baseline_file.FILE).read_text()
    assert read.accepted[0].place.line == 5


def test_an_entry_that_is_not_needed_is_found_and_shrink_takes_it_out(root: Path, run: Run) -> None:
    run("baseline", "-C", root)
    (root / "claims" / "rumour.yaml").unlink()
    (root / "claims" / "another.yaml").write_text("claim: The bridge is old.\n")

    report = judged(root, None)
    assert rules(report) == ["no-evidence", "baseline-unused"]
    assert str(report.findings[1].place) == "claimcheck-baseline.json:5"

    assert run("baseline", "--shrink", "-C", root).out == (
        "claimcheck-baseline.json: 0 findings accepted (0 new, 1 taken out)\n"
    )
    assert rules(judged(root, None)) == ["no-evidence"]


def test_a_baseline_that_comes_with_a_change_excuses_nothing_in_it(root: Path, run: Run) -> None:
    (root / "claims" / "another.yaml").write_text("claim: The bridge is old.\n")
    run("baseline", "-C", root)

    assert rules(judged(root, None)) == []
    assert rules(judged(root)) == ["settings-weakened", "no-evidence"]


def test_the_baseline_goes_along_with_a_renamed_claim_and_not_with_a_rewritten_one(
    root: Path, run: Run
) -> None:
    run("baseline", "-C", root)
    (root / "claims" / "rumour.yaml").rename(root / "claims" / "popular.yaml")
    assert rules(judged(root, None)) == []

    (root / "claims" / "popular.yaml").write_text("claim: The bridge is a disgrace.\n")
    assert sorted(rules(judged(root, None))) == ["baseline-unused", "no-evidence"]


def test_only_what_a_reviewer_reads_is_accepted(root: Path, run: Run) -> None:
    run("baseline", "-C", root)
    path = root / baseline_file.FILE
    path.write_text(path.read_text().replace("cites no source", "has a harmless typing error"))

    assert sorted(rules(judged(root, None))) == ["baseline-unused", "no-evidence"]


def test_pins_are_never_accepted_for_good(root: Path) -> None:
    forged = GAZETTE.replace("15 million", "16 million")
    (root / "sources" / "gazette.txt").write_text(forged)
    (root / "sources" / "gazette.yaml").write_text(record(forged))

    assert baseline_file.accepted_findings(judged(root).findings) == []


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is not well-formed JSON"),
        (b"\xff", "is not well-formed JSON: it is not UTF-8"),
        (b"[" * 100_000, "is nested too deeply"),
        (b'{"a": ' * 100_000, "is nested too deeply"),
        (b"9" * 10_000, "is not well-formed JSON"),
        (b"NaN", "NaN is no value"),
        (b"[]", "is no baseline"),
        (b'{"schema": "claimcheck/baseline"}', "is of another version"),
        (b'{"schema": "claimcheck/baseline", "schema_version": true}', "is of another version"),
        (b'{"schema": "claimcheck/baseline", "schema_version": [1]}', "is of another version"),
        (b'{"schema": 1, "schema": 1}', "a key stands there twice"),
        (
            b'{"schema": "claimcheck/baseline", "schema_version": 1, "findings": {}}',
            "a list of findings",
        ),
        (
            b'{"schema": "claimcheck/baseline", "schema_version": 1, "findings": [[]]}',
            "entry 1 must hold",
        ),
        (
            (
                b'{"schema": "claimcheck/baseline", "schema_version": 1, "findings": '
                b'[{"fingerprint": "*", "rule": "", "path": "", "message": ""}]}'
            ),
            "entry 1 must hold",
        ),
    ],
)
def test_a_file_that_is_no_baseline_is_refused(root: Path, content: bytes, message: str) -> None:
    (root / baseline_file.FILE).write_bytes(content)

    with pytest.raises(ProjectError) as error:
        judged(root, None)
    assert message in str(error.value)


def test_a_baseline_behind_a_link_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.json").write_text(baseline_file.baseline_text([]))
    (root / baseline_file.FILE).symlink_to(tmp_path / "elsewhere.json")

    with pytest.raises(ProjectError, match="it is a symbolic link"):
        judged(root, None)


def test_shrink_needs_something_to_shrink(root: Path, run: Run) -> None:
    result = run("baseline", "--shrink", "-C", root)

    assert result.status == 2
    assert "there is no claimcheck-baseline.json to shrink" in result.err
    assert not (root / baseline_file.FILE).exists()


def test_judging_writes_nothing(root: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in root.rglob("*")}
    judged(root)

    assert {path: path.stat().st_mtime_ns for path in root.rglob("*")} == before


def test_a_report_against_itself_has_nothing_new(root: Path) -> None:
    report = check(assess(load(root), TODAY))

    same = introduced(report, report)
    assert same.findings == ()
    assert same.inherited == report.findings


@pytest.mark.parametrize("command", ["diff", "baseline"])
def test_the_commands_have_help_with_examples(run: Run, command: str) -> None:
    result = run(command, "--help")

    assert result.status == 0
    assert "Examples:" in result.out
    assert max(len(line) for line in result.out.splitlines()) <= 80


def test_check_takes_a_base(root: Path, run: Run) -> None:
    assert run("check", "-C", root).status == 1
    result = run("check", "--base", "main", "-C", root)

    assert result.status == 0
    assert "1 accepted earlier" in result.out
    assert run("check", "--base", "nowhere", "-C", root).status == 2
    assert run("check", "--base", "", "-C", root).status == 2


@pytest.mark.parametrize(
    "rule",
    [
        "allow-added", "baseline-unused", "claims-gone", "pin-changed", "safeguard-removed",
        "settings-weakened",
    ],
)  # fmt: skip
def test_what_is_about_a_change_alone_is_never_accepted_for_good(rule: str) -> None:
    findings = [
        Finding("so it is", Place("claims/a.yaml", 1), rule=rule),
        Finding("so it is", Place("claims/a.yaml", 1), rule="quote-cut"),
    ]

    assert [entry.rule for entry in baseline_file.accepted_findings(findings)] == ["quote-cut"]
