"""`claimcheck status`, `check -q`, `check CLAIM` and the filters of `list`."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]

DAY = "2026-01-31"
TEXT = "The bridge reopened on Monday, the council said. Nobody was hurt in the storm.\n"
CLAIM = """\
claim: {text}
kind: {kind}
evidence:
  - source: gazette
    stance: {stance}
    quote: {quote}
"""


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "dossier"
    for folder in ("claims", "sources", "reviews"):
        (root / folder).mkdir(parents=True)
    (root / "claimcheck.toml").write_text("stale_after = 30\n")
    (root / "sources" / "gazette.txt").write_text(TEXT)
    (root / "sources" / "gazette.yaml").write_text(
        "title: Gazette\npublisher: Gazette\nissued: 2026-01-10\nfile: gazette.txt\n"
    )
    for name, text, kind, stance, quote in (
        ("bridge", "The bridge is open.", "state", "supports", "The bridge reopened on Monday"),
        ("hurt", "Somebody was hurt.", "event", "contradicts", "Nobody was hurt in the storm"),
        ("storm", "The storm was weak.", "event", "unset", "the weak storm of Monday morning"),
    ):
        (root / "claims" / f"{name}.yaml").write_text(
            CLAIM.format(text=text, kind=kind, stance=stance, quote=quote)
        )
    monkeypatch.chdir(root)
    return root


@pytest.mark.usefixtures("dossier")
def test_the_dossier_stands_on_one_screen(run: Run) -> None:
    assert run("review", "hurt", "--by", "Ana", "--today", DAY).status == 0

    result = run("status", "--today", DAY)

    assert result.status == 0
    assert result.out.splitlines() == [
        "3 claims, 1 source",
        "",
        "  ✓ supported            █████████████ 1",
        "  ✗ refuted              █████████████ 1",
        "  ? not-enough-evidence  █████████████ 1",
        "",
        "  the gate: 3 claims, 3 evidence items, 1 source: 2 errors, 2 warnings; 0",
        "  unchecked, 1 not judged",
        "  a quotation is not in its source: 1 (storm)",
        "  a passage is not judged: 1 (storm)",
        "  signed by nobody as it stands: 2 (bridge, storm)",
        "  stale within a month: 1 (bridge)",
        "",
        "next: `claimcheck check` says what is wrong, and how to mend it",
    ]
    value = json.loads(run("status", "--today", DAY, "--format", "json").out)
    assert value["statuses"]["refuted"] == 1
    assert value["soon_stale"] == ["bridge"]


@pytest.mark.usefixtures("dossier")
def test_the_last_month_that_there_is_has_a_status(run: Run) -> None:
    assert run("status", "--today", "9999-12-20").status == 0


def test_the_status_is_that_of_the_gate(run: Run, dossier: Path) -> None:
    """With the project's articles, and without what its baseline accepts."""
    (dossier / "claimcheck.toml").write_text('articles = ["articles/*.md"]\n')
    (dossier / "articles").mkdir()
    (dossier / "articles" / "draft.md").write_text(
        "“Nobody was hurt in the flood,” it says.[^1]\n\n[^1]: source:gazette\n"
    )
    first = run("status", "--today", DAY)
    assert run("baseline", "--today", DAY).status == 0

    second = run("status", "--today", DAY)

    assert first.out.startswith("3 claims, 1 source, 1 article\n")
    for status in (first, second):
        assert status.status == 0
    assert closing(first.out) != closing(second.out) == closing(run("check", "--today", DAY).out)
    assert json.loads(run("status", "--today", DAY, "--format", "json").out)["articles"] == 1


def closing(text: str) -> str:
    """What is said of the gate, in one line."""
    words = " ".join(text.split())
    return words[words.index("3 claims, 3 evidence items") : words.index(" unchecked")]


@pytest.mark.usefixtures("dossier")
def test_a_quiet_check_says_a_line_or_nothing(run: Run, dossier: Path) -> None:
    result = run("check", "-q")
    assert result.status == 1
    assert result.out.count("\n") == 1
    assert result.out.startswith("3 claims, 3 evidence items, 1 source: 2 errors")
    (dossier / "claims" / "storm.yaml").unlink()
    result = run("check", "-q")
    assert (result.status, result.out) == (0, "")


@pytest.mark.usefixtures("dossier")
def test_a_claim_is_checked_by_its_id(run: Run) -> None:
    assert run("check", "storm").out == run("check", "claims/storm.yaml").out
    assert run("check", "bridge").status == 0
    result = run("check", "strom")
    assert (result.status, result.err) == (
        2,
        (
            "error: strom: there is no such file, folder, claim or source\n"
            "  help: did you mean storm?\n"
        ),
    )


@pytest.mark.usefixtures("dossier")
@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("--failing",), ["storm"]),
        (("--unreviewed",), ["bridge", "storm"]),
        (("--by", "ana"), ["hurt"]),
        (("--sort", "status"), ["bridge", "hurt", "storm"]),
        (("--sort", "claim"), ["hurt", "bridge", "storm"]),
        (("--failing", "--by", "ana"), []),
    ],
)
def test_claims_are_listed_by_what_they_want(
    run: Run, options: tuple[str, ...], ids: list[str]
) -> None:
    run("review", "hurt", "--by", "Ana")
    listed = json.loads(run("list", *options, "--format", "json").out)
    assert [claim["id"] for claim in listed["claims"]] == ids


def test_a_quotation_that_nobody_could_look_for_is_not_said_to_be_missing(
    run: Run, dossier: Path
) -> None:
    (dossier / "sources" / "gazette.txt").unlink()

    listed = json.loads(run("list", "--format", "json").out)
    status = run("status")

    assert json.loads(run("list", "--failing", "--format", "json").out)["claims"] == []
    assert [(claim["failing"], claim["unchecked"]) for claim in listed["claims"]] == [(0, 1)] * 3
    assert "a quotation is not in its source" not in status.out
    assert "evidence could not be looked for: 3 (bridge, hurt, storm)" in status.out


def test_what_does_not_count_since_its_document_was_exchanged_is_counted_beside(
    run: Run, dossier: Path
) -> None:
    record = dossier / "sources" / "gazette.yaml"
    record.write_text(record.read_text() + f"sha256: {'0' * 64}\n")

    out = run("list", "--format", "terminal").out

    assert "0 items, 0 outlets, 0 origins; 1 item does not count" in out


@pytest.mark.usefixtures("dossier")
def test_passages_are_listed_in_every_format(run: Run) -> None:
    table = run("list", "--evidence", "--format", "csv", "--failing").out.splitlines()
    assert table[0].startswith("claim,number,source,stance,quote,")
    assert [row.split(",")[:4] for row in table[1:]] == [["storm", "1", "gazette", "unset"]]
    lines = run("list", "--evidence", "--format", "jsonl", "--sort", "claim").out.splitlines()
    assert [json.loads(line)["claim"] for line in lines] == ["hurt", "bridge", "storm"]
    whole = json.loads(run("list", "--evidence", "--format", "json").out)
    assert [item["fit"] for item in whole["evidence"]] == ["verbatim", "verbatim", "not-found"]
    assert "| `hurt` | 1 | contradicts | `gazette` | Nobody was hurt in the storm | verbatim |" in (
        run("list", "--evidence", "--format", "markdown").out
    )
    assert run("list", "--evidence").out.endswith(
        "3 passages of 3 claims: 1 not-found, 2 verbatim\n"
    )


@pytest.mark.usefixtures("dossier")
def test_several_claims_are_shown_at_once(run: Run) -> None:
    assert run("show", "bridge", "hurt").out == (
        run("show", "bridge").out + "\n" + run("show", "hurt").out
    )
    shown = json.loads(run("show", "bridge", "hurt", "--format", "json").out)
    assert [claim["id"] for claim in shown] == ["bridge", "hurt"]
    assert json.loads(run("show", "hurt", "--format", "json").out)["id"] == "hurt"
    assert run("show", "hurt", "brigde").status == 2


@pytest.mark.usefixtures("dossier")
def test_a_claim_is_markdown_for_a_page(run: Run) -> None:
    result = run("show", "hurt", "storm", "--format", "markdown").out
    assert result.startswith("### Somebody was hurt.\n\n**refuted** (`hurt`). ")
    assert "- “Nobody was hurt in the storm” — Gazette; Gazette, 2026-01-10\n" in result
    assert "(**not-found**: these words are not in the source)" in result
    assert "**Findings**\n\n- " in result


@pytest.mark.usefixtures("dossier")
@pytest.mark.parametrize("name", ["terminal", "markdown", "json"])
def test_what_is_found_in_a_cited_source_is_told_of_the_claim(run: Run, name: str) -> None:
    assert "source-unpinned" in run("show", "hurt", "--format", name).out


def test_what_could_not_be_checked_is_not_said_to_be_absent(dossier: Path, run: Run) -> None:
    (dossier / "sources" / "talk.mp3").write_bytes(b"sounds")
    (dossier / "sources" / "talk.yaml").write_text("title: Talk\nfile: talk.mp3\n")
    (dossier / "claims" / "talk.yaml").write_text(
        "claim: It rained.\nevidence:\n- {source: talk, stance: supports, quote: It rained}\n"
    )
    assert run("report", "pages").status == 0

    page = (dossier / "pages" / "sources" / "talk.html").read_text("utf-8")
    record, claim = run("source", "show", "talk").out, run("show", "talk", "--format", "markdown")

    assert "Quotations that could not be checked" in page
    assert "do not stand here" not in page
    assert "Quoted, but not checked (1)" in record
    assert "Quoted, but not in it" not in record
    assert "(**unchecked**: nobody could look these words up)" in claim.out


def test_the_page_of_a_claim_tells_what_is_found_in_its_sources(dossier: Path, run: Run) -> None:
    def is_told() -> bool:
        assert run("report", "pages").status == 0
        page = (dossier / "pages" / "claims" / "hurt.html").read_text("utf-8")
        return "holds no sha256" in page

    assert is_told()
    record, text = (dossier / "sources" / f"gazette.{end}" for end in ("yaml", "txt"))
    sha256 = hashlib.sha256(text.read_bytes()).hexdigest()
    record.write_text(f"{record.read_text()}sha256: {sha256}\n")
    assert not is_told()


def test_what_an_elision_leaves_out_is_told_from_the_source_that_has_it(
    dossier: Path, run: Run
) -> None:
    (dossier / "sources" / "other.txt").write_text("x" * 400)
    (dossier / "sources" / "other.yaml").write_text("title: Other\nfile: other.txt\n")
    (dossier / "sources" / "real.txt").write_text("The old mill burnt down on a cold Friday.\n")
    (dossier / "sources" / "real.yaml").write_text("title: Real\nfile: real.txt\n")
    (dossier / "claims" / "mill.yaml").write_text(
        "claim: The mill burnt down.\nevidence:\n"
        "- {source: other, stance: supports, quote: 'The old mill […] on a cold Friday'}\n"
    )

    (item,) = json.loads(run("show", "mill", "--format", "json").out)["evidence"]

    assert (item["fit"], item["found_in"]) == ("misattributed", "real")
    assert [each["words"] for each in item["omissions"]] == ["burnt down"]


@pytest.mark.usefixtures("dossier")
def test_claims_are_lines_of_json_and_rows_of_markdown(run: Run) -> None:
    lines = run("list", "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["bridge", "hurt", "storm"]
    table = run("list", "--format", "markdown").out.splitlines()
    assert table[0] == "| claim | status | evidence | what is claimed | signed by |"
    assert len(table) == 5


def test_new_takes_whatever_link_takes(run: Run, dossier: Path) -> None:
    result = run(
        "new", "The bridge is safe.", "--id", "safe", "--claimant", "council",
        "--interested", "ferry",
        "--kind", "state", "--as-of", "2026-01-05", "--review-by", "2027-01-01",
        "--source", "gazette",
        "--stance", "supports", "--quote", "The bridge reopened on Monday", "--speaker", "council",
        "--rationale", "Nobody opens what is unsafe.",
    )  # fmt: skip

    assert result.status == 0, result.err
    text = (dossier / "claims" / "safe.yaml").read_text()
    for line in (
        "interested: [ferry]", "as_of: 2026-01-05", "review_by: 2027-01-01",
        "    speaker: council", "    rationale: Nobody opens what is unsafe.",
    ):  # fmt: skip
        assert f"{line}\n" in text
    assert run("new", "Another.", "--speaker", "council").status == 2


@pytest.mark.usefixtures("dossier")
def test_rules_that_were_left_out_are_counted(run: Run) -> None:
    every = run("check", "--format", "concise", "--today", DAY).out.splitlines()[-1]
    closing = run("check", "--ignore", "quote-not-found", "--format", "concise", "--today", DAY)
    result = run("check", "--select", "quote-not-found", "--format", "json", "--today", DAY)
    badge = run("check", "--select", "quote-altered", "--format", "badge", "--today", DAY)

    assert "not run" not in every
    assert closing.out.splitlines()[-1].endswith("; 1 rule not run")
    assert json.loads(result.out)["totals"]["rules_not_run"] > 50
    assert "rules not run" in json.loads(badge.out)["message"]


@pytest.mark.usefixtures("dossier")
def test_a_rule_that_is_both_selected_and_ignored_is_named(run: Run) -> None:
    answer = run("check", "--select", "quote-altered", "--ignore", "quote-altered")

    assert answer.status == 2
    assert answer.err == (
        "error: --select and --ignore both name quote-altered\n"
        "  help: leave it out of one of them\n"
    )
