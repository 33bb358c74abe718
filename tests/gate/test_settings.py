"""The settings that a change is held to: it can ask for more at once, and for less not at all."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

import pytest

from claimcheck.dossier.project import find_project
from claimcheck.gate.change import judge
from claimcheck.gate.request import Request
from claimcheck.gate.runner import severities, unasked
from claimcheck.gate.settings import stricter, stricter_policy
from claimcheck.model import ArticlePolicy, Bindable, Config, Requirement, Status
from claimcheck.model.errors import ProjectError
from support.project import TODAY, CommandResult
from support.repository import begin, branch, commit, git

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from claimcheck import Report

    Contents = Mapping[str, str | bytes | None]
    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

TEXT = "The Elm Street bridge reopened on 4 May 2021. It carries 15 million crossings a year.\n"
RECORD = f"title: Gazette\nfile: g.txt\nsha256: {hashlib.sha256(TEXT.encode()).hexdigest()}\n"
TRUE = (
    "claim: The bridge reopened.\ntags: [published]\nevidence:\n"
    "  - {source: g, stance: supports, quote: bridge reopened on 4 May 2021}\n"
)
FALSE = TRUE.replace("4 May", "5 May")
FILES: dict[str, str | bytes] = {
    "claims/a.yaml": TRUE,
    "sources/g.yaml": RECORD,
    "sources/g.txt": TEXT,
}


def changed(root: Path, base: Contents, head: Contents) -> None:
    """Commit files to main, and others to a branch that begins there; None takes one out."""
    put(root, base)
    begin(root)
    commit(root)
    branch(root, "change")
    put(root, head)
    commit(root)


def put(root: Path, files: Contents) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content if isinstance(content, bytes) else content.encode())


def judged(folder: Path, *, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> Report:
    project = find_project(folder)
    levels = severities(project.config, select, ignore)
    request = Request(TODAY, levels, unasked=unasked(select, ignore))
    return judge(project, request, "main")[0]


def rules(report: Report) -> set[str]:
    return {finding.rule for finding in report.findings}


WEAKENED = {
    "a rule off": ("", "rules.quote-cut = 'off'", "the rule quote-cut from warning to off"),
    "a rule down": ("", "rules.quote-altered = 'warning'", "from error to warning"),
    "a rule back to its own level": (
        "rules.single-origin = 'error'", "", "lowers the rule single-origin from error to off",
    ),
    "the guard of settings off": ("", "rules.settings-weakened = 'off'", "settings-weakened from"),
    "fewer origins": ("min_origins = 3", "min_origins = 1", "lowers `min_origins` from 3 to 1"),
    "an older state": ("stale_after = 30", "", "raises `stale_after` from 30 to 365"),
    "more to allow": ("", "allowable = ['quote-altered']", "lets claims silence quote-altered"),
    "no requirement": ("require.min_origins = 1", "", "asks less of every claim: independent"),
    "a requirement on another tag": (
        "require.tags.published.verdict = true", "require.tags.printed.verdict = true",
        "asks less of every claim tagged 'published': no signed verdict",
    ),
    "fewer reviews": ("require.reviewed_by = 2", "require.reviewed_by = 1", "1 instead of 2"),
    "unsigned omissions": (
        "require.signed_omissions = true", "", "asks less of every claim: omissions that nobody",
    ),
    "any status": ("require.status = ['supported']", "", "any status instead of supported"),
    "another status": (
        "require.status = ['supported']", "require.status = ['supported', 'refuted']",
        "the status supported or refuted instead of supported",
    ),
    "fewer articles": (
        "articles = ['a/*.md', 'b/*.md']", "articles = ['b/*.md']",
        "looks no more at the articles a/*.md",
    ),
    "less bound in articles": (
        "article_policy.coverage = 80", "article_policy = {coverage = 60, bind = ['figure']}",
        "asks less of articles: no binding of each quotation and assertion; coverage 60",
    ),
    "less of one folder's articles": (
        "article_policy.status = ['supported']",
        "article_policy = {status = ['supported'], folders = {'a/*.md' = {coverage = 5}}}",
        "asks less of the articles a/*.md: any status instead of supported",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", WEAKENED)
def test_what_a_change_asks_less_is_found(write: Write, name: str) -> None:
    base, head, message = WEAKENED[name]
    root = write({})
    changed(root, {**FILES, "claimcheck.toml": base}, {"claimcheck.toml": head})
    findings = [finding for finding in judged(root).findings if finding.rule == "settings-weakened"]

    assert len(findings) == 1
    assert message in findings[0].message
    assert str(findings[0].place) == "claimcheck.toml"


STRENGTHENED = {
    "a rule on": ("", "rules.single-origin = 'error'"),
    "a rule up": ("", "rules.quote-cut = 'error'"),
    "more origins": ("", "min_origins = 3"),
    "a requirement": ("", "require.verdict = true"),
    "less to allow": ("allowable = ['quote-altered']", ""),
}


@pytest.mark.parametrize("name", STRENGTHENED)
def test_what_a_change_asks_more_counts_at_once_and_blames_nothing_old_on_it(
    write: Write, name: str
) -> None:
    base, head = STRENGTHENED[name]
    root = write({})
    changed(root, {**FILES, "claimcheck.toml": base}, {"claimcheck.toml": head})

    assert rules(judged(root)) == set()


def test_a_change_is_judged_by_a_stricter_setting_that_it_brings(write: Write) -> None:
    root = write({})
    changed(root, FILES, {"claimcheck.toml": "require.verdict = true\n", "claims/new.yaml": TRUE})

    assert rules(judged(root)) == {"requirement-unmet"}


@pytest.mark.parametrize(
    "config",
    [
        "rules.quote-altered = 'off'",
        "allowable = ['quote-altered']",
        "claims = 'empty'",
        "claims = 'empty'\nsources = 'void'",
    ],
)
def test_a_change_is_judged_by_the_settings_that_it_found(write: Write, config: str) -> None:
    root = write({})
    lie = FALSE + "allow: {quote-altered: trust me}\n"
    changed(
        root,
        FILES,
        {"claimcheck.toml": config, "claims/a.yaml": lie, "empty/README.md": "Nothing."},
    )
    report = judged(root)

    assert {"quote-altered", "settings-weakened"} <= rules(report)
    assert report.totals.claims == 1


@pytest.mark.parametrize("shadow", ["claimcheck.toml", "pyproject.toml"])
def test_one_file_of_settings_cannot_shadow_the_other(write: Write, shadow: str) -> None:
    root = write({})
    (root / "claimcheck.toml").unlink()
    strict, loose = "rules.single-origin = 'error'\n", "rules.single-origin = 'off'\n"
    if shadow == "claimcheck.toml":
        changed(
            root,
            {**FILES, "pyproject.toml": f"[tool.claimcheck]\n{strict}"},
            {shadow: loose, "claims/b.yaml": TRUE},
        )
    else:
        changed(
            root,
            {**FILES, "claimcheck.toml": strict},
            {"claimcheck.toml": None, shadow: f"[tool.claimcheck]\n{loose}", "claims/b.yaml": TRUE},
        )

    assert rules(judged(root)) == {"single-origin", "settings-weakened"}


def test_what_the_user_does_not_ask_for_is_not_asked_by_older_settings_either(write: Write) -> None:
    root = write({})
    strict = "rules.single-origin = 'error'\n"
    changed(
        root, {**FILES, "claimcheck.toml": strict}, {"claimcheck.toml": "", "claims/b.yaml": FALSE}
    )

    assert "single-origin" not in rules(judged(root, ignore=("single-origin",)))
    assert rules(judged(root, select=("quote-altered",))) == {"quote-altered"}


def test_the_sources_of_the_base_are_read_where_they_were(write: Write) -> None:
    """So that what was wrong before is not blamed on a change that moves them."""
    root = write({})
    moved = {f"docs/{name}": FILES[f"sources/{name}"] for name in ("g.txt", "g.yaml")}
    gone = {f"sources/{name}": None for name in ("g.txt", "g.yaml")}
    changed(
        root,
        {**FILES, "claims/b.yaml": FALSE},
        moved | gone | {"claimcheck.toml": "sources = 'docs'"},
    )
    report = judged(root)

    assert rules(report) == {"settings-weakened"}
    assert "quote-altered" in {finding.rule for finding in report.inherited}


def test_a_folder_that_moves_as_a_whole_is_read_where_it_is_now(write: Write) -> None:
    root = write({})
    changed(
        root,
        FILES,
        {"claimcheck.toml": "claims = 'facts'", "claims/a.yaml": None, "facts/a.yaml": FALSE},
    )
    report = judged(root)

    assert report.totals.claims == 1
    assert rules(report) == {"quote-altered", "settings-weakened"}


def test_a_folder_is_in_use_as_long_as_it_holds_files_by_the_other_ending(write: Write) -> None:
    """They are told of by their names, and not left behind."""
    root = write({})
    files = {"claims/a.yaml": None, "claims/a.YML": FALSE, "facts/a.yaml": TRUE}
    changed(root, FILES, {"claimcheck.toml": "claims = 'facts'", **files})

    assert "claims/a.YML" in {finding.place.path for finding in judged(root).findings}


def test_no_claims_left_is_never_clean(write: Write) -> None:
    root = write({})
    changed(root, FILES, {"claims/a.yaml": None, "claims/README.md": "They have moved."})
    report = judged(root)

    assert report.totals.claims == 0
    assert report.failed
    assert "claims-gone" in rules(report)


def test_a_tag_that_a_requirement_needs_is_not_taken_off_unseen(write: Write) -> None:
    root = write({})
    config = "require.tags.published.min_origins = 1\n"
    bare = TRUE.replace("tags: [published]\n", "")
    changed(root, {**FILES, "claimcheck.toml": config}, {"claims/a.yaml": bare})

    (finding,) = (each for each in judged(root).findings if each.rule == "settings-weakened")
    assert finding.claim == "a"
    assert "is tagged 'published' no more" in finding.message


@pytest.mark.parametrize(
    ("path", "tags", "messages"),
    [
        ("claims/a.yaml", "", ["a"]),
        ("claims/b.yaml", "", ["b"]),
        ("claims/a.yaml", "tags: [PUBLISHED]\n", []),
        ("claims/b.yaml", "tags: [published]\n", []),
    ],
)
def test_a_tag_in_other_letters_is_the_same_and_so_is_a_claim_under_another_name(
    write: Write, path: str, tags: str, messages: list[str]
) -> None:
    root = write({})
    config = "require.tags.Published.min_origins = 1\n"
    claim = TRUE.replace("tags: [published]\n", tags)
    change: dict[str, str | None] = {"claims/a.yaml": None, path: claim}
    changed(root, {**FILES, "claimcheck.toml": config}, change)

    findings = judged(root).findings
    assert [
        finding.claim for finding in findings if finding.rule == "settings-weakened"
    ] == messages


def test_a_requirement_whose_tag_is_written_in_other_letters_asks_no_less(write: Write) -> None:
    root = write({})
    config = "require.tags.{}.min_origins = 1\n"
    base = {**FILES, "claimcheck.toml": config.format("published")}
    changed(root, base, {"claimcheck.toml": config.format("Published")})

    assert "settings-weakened" not in rules(judged(root))


# Another project in its place.


@pytest.mark.parametrize("name", ["claimcheck.toml", "pyproject.toml"])
def test_a_project_inside_another_does_not_take_its_place(write: Write, name: str) -> None:
    root = write({})
    config = "[tool.claimcheck]\n" if name == "pyproject.toml" else ""
    config += "rules.quote-altered = 'off'\n"
    changed(
        root,
        FILES,
        {f"claims/{name}": config, "claims/claims/a.yaml": FALSE, "claims/sources/g.yaml": RECORD},
    )

    with pytest.raises(ProjectError, match="belongs to the one in"):
        judged(root / "claims")


def test_a_project_above_another_does_not_take_its_place(write: Write) -> None:
    root = write({})
    (root / "claimcheck.toml").unlink()
    inner = {f"facts/{name}": content for name, content in FILES.items()}
    changed(
        root,
        {**inner, "facts/claimcheck.toml": ""},
        {"facts/claimcheck.toml": None, "claimcheck.toml": "", "claims/README.md": "Nothing."},
    )

    with pytest.raises(ProjectError, match="belongs to the one in"):
        judged(root / "facts")


@pytest.mark.skipif(os.name != "posix", reason="symbolic links")
def test_a_link_in_the_place_of_a_project_leads_to_no_other(write: Write) -> None:
    root = write({})
    (root / "claimcheck.toml").unlink()
    for folder in ("claims", "sources"):
        (root / folder).rmdir()
    inner = {f"facts/{name}": content for name, content in FILES.items()}
    put(root, {**inner, "facts/claimcheck.toml": ""})
    begin(root)
    commit(root)
    branch(root, "change")
    (root / "facts").rename(root / "old")
    (root / "old" / "claimcheck.toml").unlink()
    (root / "facts").symlink_to("new")
    put(root, {"new/claimcheck.toml": "", "new/claims/README.md": "", "new/sources/README.md": ""})
    commit(root)

    with pytest.raises(ProjectError, match="has in facts is gone"):
        judged(root / "facts")


def test_a_project_may_be_added_to_a_repository_that_has_others(write: Write) -> None:
    root = write({})
    (root / "claimcheck.toml").unlink()
    first = {f"first/{name}": content for name, content in FILES.items()}
    second = {f"second/{name}": content for name, content in FILES.items()}
    changed(
        root,
        {**first, "first/claimcheck.toml": "", "other/pyproject.toml": "[tool.x]\n"},
        {**second, "second/claimcheck.toml": "", "second/claims/a.yaml": FALSE},
    )

    assert rules(judged(root / "second")) == {"quote-altered"}
    assert rules(judged(root / "first")) == set()


def test_a_project_that_comes_with_a_change_is_held_to_it_as_a_whole(write: Write) -> None:
    root = write({})
    (root / "claimcheck.toml").unlink()
    first = {f"first/{name}": content for name, content in FILES.items()}
    second = {f"second/{name}": content for name, content in FILES.items()}
    silent = "claimant: gazette\nallow: {self-attested: It says so itself}\n"
    second["second/sources/parties.yaml"] = "gazette: {name: Gazette}\n"
    second["second/sources/g.yaml"] = RECORD + "publisher: gazette\n"
    changed(
        root,
        {**first, "first/claimcheck.toml": ""},
        {
            **second,
            "second/claimcheck.toml": "rules.self-attested = 'error'\n",
            "second/claims/a.yaml": TRUE + silent,
        },
    )

    report = judged(root / "second")
    assert "allow-added" in rules(report)
    assert [claim.id for claim in report.assessment.claims] == ["a"]


# What git does to files as it writes them out.

ALTERED = {
    "ends of lines": {"sources/.gitattributes": "* text eol=crlf\n"},
    "an encoding": {".gitattributes": "*.yaml working-tree-encoding=latin-1\n"},
    "a filter": {".gitattributes": "# quiet\nclaims/** filter=clean\n"},
    "an ident": {"sources/.gitattributes": '"a b.yaml" ident\n'},
    "a macro": {".gitattributes": "[attr]quiet -diff eol=crlf\n"},
    "a rule that is gone": {"claims/.gitattributes": "x.yaml diff\n"},
}


@pytest.mark.parametrize("name", ALTERED)
@pytest.mark.parametrize("inside", ["", "facts/"])
def test_a_change_cannot_have_git_alter_files_unseen(write: Write, name: str, inside: str) -> None:
    root = write({})
    (root / "claimcheck.toml").unlink()
    files = {f"{inside}{path}": content for path, content in FILES.items()}
    base = {**files, f"{inside}claimcheck.toml": "", f"{inside}claims/.gitattributes": "* -text\n"}
    ((path, attributes),) = ALTERED[name].items()
    # A file of the project's own folders lies there, and one at the top above them.
    place = path if path.startswith(".") else f"{inside}{path}"
    changed(root, base, {place: attributes})
    (finding,) = judged(root / inside).findings

    assert finding.rule == "settings-weakened"
    assert "has git alter files as it writes them out" in finding.message


@pytest.mark.parametrize(
    "attributes",
    ["* -text\n", "*.pdf binary\n", "*.yaml diff=yaml linguist-language=YAML\n", "# x\n\n"],
)
def test_attributes_that_alter_no_byte_are_no_concern(write: Write, attributes: str) -> None:
    root = write({})
    changed(root, FILES, {".gitattributes": attributes, "sources/.gitattributes": attributes})

    assert rules(judged(root)) == set()


def test_findings_on_settings_are_told_whatever_paths_are_asked_for(write: Write, run: Run) -> None:
    root = write({})
    changed(root, FILES, {"claimcheck.toml": "rules.quote-cut = 'off'\n"})
    answer = run("check", "-C", root, "--base", "main", root / "claims")

    assert answer.status == 1
    assert "settings-weakened" in answer.out


def test_of_two_settings_the_stricter_holds_key_by_key() -> None:
    base = Config(
        min_origins=3,
        stale_after=10,
        rules={"quote-cut": "error", "page-wrong": "off"},
        allowable=("a", "b"),
        stamp_roots=("11", "22"),
        require=(
            Requirement(min_origins=2, status=(Status.SUPPORTED, Status.REFUTED)),
            Requirement("x", verdict=True),
        ),
    )
    head = Config(
        min_origins=2,
        stale_after=20,
        rules={"quote-cut": "note", "page-wrong": "error"},
        allowable=("b", "c"),
        stamp_roots=("22", "33"),
        require=(
            Requirement(reviewed_by=1, status=(Status.REFUTED, Status.CONFLICTING)),
            Requirement("y", verdict=True, signed_omissions=True),
        ),
    )
    for earlier, later in ((base, head), (head, base)):
        both = stricter(earlier, later)
        assert (both.min_origins, both.stale_after, both.allowable) == (3, 10, ("b",))
        assert both.stamp_roots == ("22",)
        assert (both.rules["quote-cut"], both.rules["page-wrong"]) == ("error", "error")
        assert both.rules["single-origin"] == "off"
        assert set(both.require) == {
            Requirement(min_origins=2, reviewed_by=1, status=(Status.REFUTED,)),
            Requirement("x", verdict=True),
            Requirement("y", verdict=True, signed_omissions=True),
        }


@pytest.mark.parametrize(
    "asking",
    [Requirement(verdict=True), Requirement(signed_omissions=True), Requirement(signature=True)],
)
def test_what_either_side_requires_of_people_is_required(asking: Requirement) -> None:
    for base, head in ((asking, Requirement()), (Requirement(), asking)):
        (both,) = stricter(Config(require=(base,)), Config(require=(head,))).require
        assert both == asking


def test_a_status_that_one_side_alone_asks_for_is_asked() -> None:
    supported = (Status.SUPPORTED,)
    asking = Config(require=(Requirement(status=supported),))
    silent = Config(require=(Requirement(verdict=True),))

    for earlier, later in ((asking, silent), (silent, asking)):
        assert stricter(earlier, later).require == (Requirement(status=supported, verdict=True),)


def test_of_two_policies_an_article_is_held_to_all_that_either_asks() -> None:
    earlier = ArticlePolicy("*.md", (Bindable.QUOTATION,), 80, (Status.SUPPORTED,))
    later = ArticlePolicy("a/*.md", (Bindable.FIGURE,), 5, (Status.SUPPORTED, Status.CONFLICTING))

    policy = stricter_policy(earlier, later)

    assert policy == ArticlePolicy(
        "a/*.md", (Bindable.QUOTATION, Bindable.FIGURE), 80, (Status.SUPPORTED,)
    )
    assert stricter_policy(earlier, ArticlePolicy(status=(Status.REFUTED,))).status == (
        Status.SUPPORTED,
    )
    assert stricter_policy(ArticlePolicy(), later).status == later.status


LAX = "rules = {quote-altered = 'off', quote-not-found = 'off'}\n"


def test_a_change_is_judged_by_what_the_branch_asks_by_now(write: Write) -> None:
    root = write({})
    put(root, FILES | {"claimcheck.toml": LAX})
    begin(root)
    commit(root)
    branch(root, "change")
    put(root, {"claims/b.yaml": FALSE})
    commit(root)
    git(root, "checkout", "--quiet", "main")
    put(root, {"claimcheck.toml": ""})
    commit(root)
    git(root, "checkout", "--quiet", "change")

    assert rules(judged(root)) == {"quote-altered"}


def test_a_change_that_began_before_the_project_is_judged_by_what_the_branch_asks(
    write: Write,
) -> None:
    root = write({})
    (root / "claimcheck.toml").unlink()
    put(root, {"README": "A town's bridges.\n"})
    begin(root)
    commit(root)
    branch(root, "change")
    put(root, FILES | {"claimcheck.toml": LAX, "claims/b.yaml": FALSE})
    commit(root)
    git(root, "checkout", "--quiet", "main")
    put(root, FILES | {"claimcheck.toml": ""})
    commit(root)
    git(root, "checkout", "--quiet", "change")

    report = judged(root)
    assert {"quote-altered", "settings-weakened"} <= rules(report)
    lowered = [
        finding.message for finding in report.findings if finding.rule == "settings-weakened"
    ]
    assert any("lowers the rule quote-altered" in message for message in lowered)


def test_a_change_is_judged_as_before_where_the_branch_has_given_its_project_up(
    write: Write,
) -> None:
    root = write({})
    put(root, FILES)
    begin(root)
    commit(root)
    branch(root, "change")
    put(root, {"claims/b.yaml": FALSE})
    commit(root)
    git(root, "checkout", "--quiet", "main")
    put(root, {"claimcheck.toml": None})
    commit(root)
    git(root, "checkout", "--quiet", "change")

    assert rules(judged(root)) == {"quote-altered"}


def test_a_source_that_nobody_cites_may_go(write: Write) -> None:
    root = write({})
    unused = {"sources/h.txt": TEXT, "sources/h.yaml": RECORD.replace("g.txt", "h.txt")}
    changed(root, {**FILES, **unused}, dict.fromkeys(unused))

    assert rules(judged(root)) == set()
