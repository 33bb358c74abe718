"""`claimcheck article`, and `claimcheck check` with the articles of a project."""

from __future__ import annotations

import json
import subprocess
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from support.planted import RULES, SCENES, planted, project_of, written

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Write = Callable[[dict[str, str]], Path]
    Run = Callable[..., CommandResult]

SOUND = written(planted(SCENES["en"], ""), "md").decode()
FAULTY = written(planted(SCENES["en"], "word-in-quotation"), "md").decode()
ARTICLES = {"claimcheck.toml": 'articles = ["articles/**/*.md"]\n'}


def project(write: Write, **articles: str) -> Path:
    drafts = {f"articles/{name}.md": text for name, text in articles.items()}
    return write({**project_of(SCENES["en"]), **ARTICLES, **drafts})


def test_a_sound_draft_passes_and_a_faulty_one_does_not(write: Write, run: Run) -> None:
    root = project(write, sound=SOUND, faulty=FAULTY)

    sound = run("-C", str(root), "article", str(root / "articles/sound.md"))
    faulty = run("-C", str(root), "article", str(root / "articles/faulty.md"))

    assert sound.status == 0
    counts = (
        "2 quotations: 2 stand; 7 figures: 6 bound, 1 quoted; 6 sentences: 100 % bound, "
        "0 % declared, 0 % bare no findings"
    )
    assert " ".join(sound.out.split()).endswith(counts)
    assert faulty.status == 1
    assert "error[article-quote-altered]" in faulty.out


@pytest.mark.parametrize("fault", sorted(RULES))
def test_json_keeps_to_its_schema(write: Write, run: Run, fault: str) -> None:
    draft = written(planted(SCENES["en"], fault), "md").decode()
    root = project(write, draft=draft)

    result = run("-C", str(root), "article", str(root / "articles/draft.md"), "--format", "json")

    text = (files("claimcheck") / "formats" / "schemas" / "article.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    value = json.loads(result.out)
    jsonschema.Draft202012Validator(schema).validate(value)
    assert RULES[fault] in {finding["rule"] for finding in value["findings"]}
    (article,) = value["articles"]
    assert article["path"] == "articles/draft.md"


@pytest.mark.parametrize("style", ["sarif", "github", "gitlab", "junit", "concise"])
def test_findings_go_where_those_of_check_go(write: Write, run: Run, style: str) -> None:
    root = project(write, faulty=FAULTY)

    result = run("-C", str(root), "article", str(root / "articles/faulty.md"), "--format", style)

    assert result.status == 1
    assert "article-quote-altered" in result.out
    assert "articles/faulty.md" in result.out


def test_a_page_holds_the_article_and_its_passages_and_asks_for_nothing(
    write: Write, run: Run
) -> None:
    root = project(write, faulty=FAULTY + "\n<script>alert(1)</script>\n")

    page = run("-C", str(root), "article", str(root / "articles/faulty.md"), "--format", "html").out

    assert page.startswith("<!doctype html>")
    assert "sources/gazette.txt:3:2" in page
    assert "<script" not in page
    assert 'src="' not in page
    assert "http" not in page


@pytest.mark.parametrize(
    ("quote", "altered"),
    [
        ("“Nobody was hurt.”", False),
        ('"Nobody was hurt."', False),
        ("„Nobody was hurt“", False),
        ("“Nobody was hurt.” — Bo Kim", False),
        ("“Nobody was harmed.”", True),
        ("“Nobody was hurt” no", True),
    ],
)
def test_marks_around_a_block_quote_are_none_of_its_words(
    write: Write, run: Run, quote: str, altered: bool
) -> None:
    root = write(
        {
            "sources/gazette.yaml": "title: Gazette\nfile: gazette.txt\n",
            "sources/gazette.txt": "The bridge reopened on Monday. Nobody was hurt.\n",
            "draft.md": f"> {quote}[^1]\n\n[^1]: source:gazette\n",
        }
    )

    printed = run("article", root / "draft.md", "-C", root, "--format", "concise").out

    assert ("article-quote-" in printed) == altered, printed


def test_a_policy_for_a_folder_that_is_not_there_is_told(write: Write, run: Run) -> None:
    def messages(*patterns: str) -> list[str]:
        policies = "".join(
            f'[article_policy.folders."{pattern}"]\ncoverage = 0\n' for pattern in patterns
        )
        root = write(
            {
                "claimcheck.toml": f'articles = ["articles/*.md"]\n{policies}',
                "articles/a.md": "It rained.\n",
                "drafts/deep/b.md": "It rained.\n",
            }
        )
        checked = run("check", "--format", "concise", "-C", root)
        assert checked.status in {0, 1}, checked.err
        lines = checked.out.splitlines()
        return [line.partition(":")[0] for line in lines if "[article-unread]" in line]

    right = ("articles", "articles/*.md", "articles/a.md", "drafts/deep/", "drafts/**/*.md")
    wrong = ("artcles", "artcles/*.md", "articles/b.md", "articles/*.html")
    assert messages(*right) == []
    assert messages(*right, *wrong) == sorted(wrong)


def test_a_page_tells_what_is_found_in_a_footnote(write: Write, run: Run) -> None:
    note = 'source:gazette "The bridge reopened on Tuesday"'
    root = write(
        {
            "sources/gazette.yaml": "title: Gazette\nfile: gazette.txt\n",
            "sources/gazette.txt": "The bridge reopened on Monday.\n",
            "draft.md": f"The bridge reopened.[^1]\n\n[^1]: {note}\n",
        }
    )

    page = run("article", root / "draft.md", "-C", root, "--format", "html").out

    assert page.count("the quotation is not what &#x27;gazette&#x27; prints") == 1


def test_a_table_is_a_table_on_the_page_and_a_bare_row_has_one_mark(write: Write, run: Run) -> None:
    table = "| Town | People |\n|---|---:|\n| Elm | 48,000 |\n| Oak | 1,200 |\n"
    root = project(write, draft=table)

    page = run("-C", str(root), "article", str(root / "articles/draft.md"), "--format", "html").out

    assert "<tr><th>Town</th><th>People</th></tr>" in page
    rows = [line for line in page.splitlines() if line.startswith("<tr><td>")]
    assert [row.count('class="note"') for row in rows] == [1, 1]


def test_of_many_bare_sentences_the_terminal_shows_a_few_in_full(write: Write, run: Run) -> None:
    towns = ("Elm", "Oak", "Ash") * 4
    bare = " ".join(f"The bridge is pretty as seen from {town}." for town in towns)
    root = project(write, draft=f"{bare}\n")

    out = run("-C", str(root), "article", str(root / "articles/draft.md")).out

    assert out.count("warning[article-unbound]") == 5
    assert "7 more sentences marked ○ above: nothing is cited for them" in out
    assert "12 warnings" in out
    assert "to cite what is bare: `claimcheck article articles/draft.md --bind`" in out


def test_a_draft_that_is_not_there_is_refused(write: Write, run: Run) -> None:
    root = project(write)

    result = run("-C", str(root), "article", str(root / "none.md"))

    assert result.status == 2
    assert "there is no such file" in result.err


def test_a_draft_may_lie_outside_of_the_project(write: Write, run: Run, tmp_path: Path) -> None:
    root = project(write)
    draft = tmp_path / "elsewhere.docx"
    draft.write_bytes(written(planted(SCENES["en"], "year"), "docx"))

    result = run("-C", str(root), "article", str(draft), "--format", "concise")

    assert result.status == 1
    assert "article-figure-differs" in result.out


def test_check_holds_the_articles_of_a_project(write: Write, run: Run) -> None:
    root = project(write, sound=SOUND, faulty=FAULTY)

    result = run("-C", str(root), "check", "--format", "concise")

    assert result.status == 1
    lines = result.out.splitlines()
    assert [line.partition(" ")[0] for line in lines if "article-" in line] == [
        "articles/faulty.md:1:48:"
    ]
    assert "2 articles" in lines[-1]


def test_a_claim_that_falls_turns_the_article_red(write: Write, run: Run) -> None:
    root = project(write, sound=SOUND)
    before = run("-C", str(root), "check", "--select", "article-leans-on-refuted")
    claim = root / "claims/bridge-reopened.yaml"
    claim.write_text(claim.read_text().replace("supports", "contradicts"))

    after = run("-C", str(root), "check", "--select", "article-leans-on-refuted")

    assert (before.status, after.status) == (0, 1)
    answer = " ".join(after.out.split())
    assert "the article asserts claim 'bridge-reopened', which the evidence refutes" in answer


def test_a_check_after_an_edit_says_what_a_first_one_says(write: Write, run: Run) -> None:
    root = project(write, sound=SOUND, faulty=FAULTY)
    run("-C", str(root), "check")
    draft = root / "articles/sound.md"
    draft.write_text(draft.read_text().replace("482", "483"))

    again = run("-C", str(root), "check")
    fresh = run("-C", str(root), "check", "--no-cache")

    assert again == fresh
    assert "article-figure-differs" in fresh.out


def test_the_front_matter_allows_with_a_reason(write: Write, run: Run) -> None:
    draft = written(planted(SCENES["en"], "digit"), "md").decode()
    allowed = f"---\nallow:\n  article-figure-differs: the accounts were corrected\n---\n{draft}"
    root = project(write, draft=allowed)

    result = run("-C", str(root), "check", "--format", "json")

    value = json.loads(result.out)
    assert [finding["rule"] for finding in value["allowed"]] == ["article-figure-differs"]
    assert not [finding for finding in value["findings"] if finding["rule"].startswith("article-")]


def test_why_an_article_allows_something_is_told(write: Write, run: Run) -> None:
    draft = written(planted(SCENES["en"], "digit"), "md").decode()
    root = project(
        write,
        draft=f"---\nallow:\n  article-figure-differs: corrected\n---\n{draft}\n“Oh dear,” so",
    )

    comment = run("-C", str(root), "check", "--format", "markdown")
    sarif = run("-C", str(root), "check", "--format", "sarif")

    assert "- `article-figure-differs` in `articles/draft.md`: corrected\n" in comment.out
    assert '"justification": "corrected"' in sarif.out


def test_what_is_void_cannot_be_allowed(write: Write, run: Run) -> None:
    root = project(write, draft=f"---\nallow:\n  article-quote-altered: no\n---\n{FAULTY}")

    assert "error[article-quote-altered]" in run("-C", str(root), "check").out


def test_a_policy_holds_for_its_folder(write: Write, run: Run) -> None:
    draft = written(planted(SCENES["en"], "lost-mark"), "md").decode()
    root = project(write, draft=draft)
    (root / "claimcheck.toml").write_text(
        'articles = ["articles/*.md"]\n[article_policy]\nbind = ["quotation"]\n'
        '[article_policy.folders."articles/*.md"]\nbind = ["figure"]\ncoverage = 100\n'
    )

    result = run("-C", str(root), "check", "--format", "concise")

    assert "article-unbound" in result.out
    assert "83 % of the article's 6 assertions are bound or declared" in result.out


def test_only_what_a_change_brings_is_held_against_it(
    write: Write, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project(write, draft=FAULTY)
    monkeypatch.chdir(root)
    for command in (
        ["init", "-q", "-b", "main"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b.example", "commit", "-q", "-m", "x"],
    ):
        subprocess.run(["git", *command], check=True, cwd=root)  # noqa: S607 - whichever git there is
    draft = root / "articles/draft.md"
    draft.write_text("A new first line.[^claim]\n\n" + FAULTY.replace("482", "483"))

    of_article = run("article", "articles/draft.md", "--base", "main", "--format", "concise")
    of_check = run("check", "--base", "main", "--format", "concise")

    for result in (of_article, of_check):
        findings = [line for line in result.out.splitlines() if "articles/draft.md" in line]
        assert len(findings) == 1, result.out
        assert "article-figure-differs" in findings[0]


def test_a_pattern_that_names_nothing_is_told(write: Write, run: Run) -> None:
    root = project(write)

    result = run("-C", str(root), "check")

    assert result.status == 1
    assert "articles/**/*.md: error[article-unread]" in result.out


def test_a_bare_figure_that_no_passage_like_its_sentence_prints_is_told(
    write: Callable[[dict[str, str]], Path], run: Callable[..., CommandResult]
) -> None:
    draft = "The bridge is 428 metres long.\n"
    root = write({**project_of(SCENES["en"]), "draft.md": draft})

    out = run("-C", str(root), "article", str(root / "draft.md"), "--format", "json").out

    (finding,) = json.loads(out)["findings"]
    assert finding["message"].endswith("; no passage like it prints 428 metres")
    assert [excerpt["label"] for excerpt in finding["excerpts"]] == ["quote", "source"]
