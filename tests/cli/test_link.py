"""From an article to a checked claim: `new`, `link`, and the whole way there."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from support.project import ROOT, standard_input

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

CLAIM = "# ours\nclaim: The bridge was closed.  # in April\n"
FILES: dict[str, str | bytes] = {
    "claims/bridge-closed.yaml": CLAIM,
    "sources/daily.yaml": "title: Daily\npublisher: Daily\nfile: daily.txt\n",
    "sources/daily.txt": "The bridge was “closed” on 3 April — for a month. Nobody was hurt.\n",
}


def link(run: Run, root: Path, quote: str, *more: str) -> CommandResult:
    arguments = ("link", "bridge-closed", "daily", "--stance", "supports", "--quote", quote)
    return run("-C", root, *arguments, *more)


def test_a_passage_is_added_and_nothing_else_changes(run: Run, write: Write) -> None:
    root = write(FILES)

    result = link(run, root, "Nobody was hurt.", "--rationale", "it happened", "--speaker", "acme")

    assert result.status == 0
    assert result.out == (
        "linked daily to bridge-closed, claims/bridge-closed.yaml:4:5\n"
        "status supported (was unsourced)\n"
    )
    assert (root / "claims/bridge-closed.yaml").read_text() == (
        CLAIM + "evidence:\n  - source: daily\n    stance: supports\n    quote: Nobody was hurt.\n"
        "    speaker: acme\n    rationale: it happened\n"
    )


def test_a_quote_that_is_not_there_is_refused_with_the_nearest_passage(
    run: Run, write: Write
) -> None:
    root = write(FILES)

    result = link(run, root, "The bridge was “closed” on 5 April")

    assert result.status == 1
    assert "error[quote-altered] the quote is not what\n'daily' prints (number)\n" in result.out
    assert result.err == "nothing was written\n"
    assert (root / "claims/bridge-closed.yaml").read_text() == CLAIM


def test_words_can_be_written_as_the_source_spells_them(run: Run, write: Write) -> None:
    root = write(FILES)

    assert link(run, root, 'was "closed" on 3 April - for a month', "--as-printed").status == 0

    written = (root / "claims/bridge-closed.yaml").read_text("utf-8")
    assert "was “closed” on 3 April — for a month" in written


def test_the_quote_can_come_from_standard_input(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(FILES)
    monkeypatch.setattr(sys, "stdin", standard_input("Nobody was hurt.\n"))

    assert link(run, root, "-").status == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("link", "bridge-closed", "dail", "--stance", "supports", "--quote", "x"),
            "error: there is no source 'dail'\n  help: did you mean daily?\n",
        ),
        (
            ("link", "nothing", "daily", "--stance", "supports", "--quote", "x"),
            "error: there is no claim 'nothing'\n  help: `claimcheck list` shows every claim\n",
        ),
        (("new", "The bridge.", "--id", "bridge-closed"), "there is a claim 'bridge-closed'"),
        (("new", "…"), "error: no id can be made of these words"),
        (("new", "A bridge.", "--id", "a/b"), "error: 'a/b' cannot be a claim's id"),
        (("new", "A \x1b bridge."), "control character"),
    ],
)
def test_what_cannot_be_written_is_refused(
    run: Run, write: Write, arguments: tuple[str, ...], message: str
) -> None:
    root = write(FILES)

    result = run("-C", root, *arguments)

    assert result.status == 2
    assert message in result.err
    assert sorted(path.name for path in (root / "claims").iterdir()) == ["bridge-closed.yaml"]


def test_a_new_claim_is_named_after_its_words(run: Run, write: Write) -> None:
    root = write(FILES)

    result = run("-C", root, "new", "The prices of bread rose by 4 % in 2023.", "--tag", "prices")

    assert result.out == (
        "wrote claims/prices-bread-rose-4-2023.yaml\n"
        "next: claimcheck link prices-bread-rose-4-2023 SOURCE --stance supports --quote '…'\n"
    )
    assert (root / "claims/prices-bread-rose-4-2023.yaml").read_text() == (
        "claim: The prices of bread rose by 4 % in 2023.\ntags: [prices]\n"
    )


def test_a_claim_is_not_begun_with_a_passage_that_is_not_there(run: Run, write: Write) -> None:
    root = write(FILES)
    passage = ("--source", "daily", "--stance", "supports", "--quote", "Somebody was hurt.")

    result = run("-C", root, "new", "Somebody was hurt.", *passage)

    assert (result.status, result.err) == (1, "nothing was written\n")
    assert "error[quote-altered]" in result.out
    assert [path.name for path in (root / "claims").iterdir()] == ["bridge-closed.yaml"]


def test_a_passage_can_be_linked_before_it_is_judged(run: Run, write: Write) -> None:
    root = write(FILES)
    arguments = ("bridge-closed", "daily", "--stance", "unset", "--quote", "Nobody was hurt.")

    result = run("-C", root, "link", *arguments)

    assert result.status == 0
    assert "error[stance-unset]" in result.out
    assert run("-C", root, "check").status == 1


def test_two_at_once_lose_nothing(write: Write, forked: list[str]) -> None:
    root = write(FILES)
    words = [
        "Nobody was hurt.",
        "for a month. Nobody was hurt.",
        "closed” on 3 April — for a month",
    ]
    arguments = ["link", "bridge-closed", "daily", "--stance", "supports", "--quote"]
    running = [
        subprocess.Popen(
            [*forked, "-C", str(root), *arguments, quote],
            stdout=subprocess.DEVNULL,
        )
        for quote in words
    ]

    assert [process.wait(60) for process in running] == [0, 0, 0]

    text = (root / "claims/bridge-closed.yaml").read_text("utf-8")
    assert all(quote in text for quote in words)
    assert text.startswith(CLAIM)


def test_a_newcomer_gets_from_three_documents_to_a_checked_claim(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The README's session, in six commands and without an editor."""
    for name in ("gazette.html", "council.html", "report.pdf"):
        shutil.copy(ROOT / "docs" / "guide" / "bridge" / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    readme = (ROOT / "README.md").read_text("utf-8")
    commands = readme.partition("```sh\nmkdir ../bridge && cp docs/guide/bridge/* ")[2]
    lines = commands.partition("```")[0].replace("\\\n", " ").splitlines()
    session = [line for line in lines if line.startswith("claimcheck ")]
    assert session[0] == "claimcheck init --bare"
    assert len(session) <= 6
    for command in session:
        result = run(*shlex.split(command)[1:])
        assert result.status == 0, result

    assert result.out == (
        "1 claim, 3 evidence items, 3 sources: no findings; 0 unchecked; 3 texts not\n"
        "compared with the document\n"
    )
    assert "conflicting" in run("list").out


def test_a_quotation_is_refused_for_what_another_of_the_claim_fails_for_already(
    run: Run, write: Write
) -> None:
    root = write(FILES)
    claim = root / "claims/bridge-closed.yaml"
    text = claim.read_text("utf-8")
    altered = "  - {source: daily, stance: supports, quote: Somebody was hurt.}\n"
    claim.write_text((text if "evidence:" in text else text + "evidence:\n") + altered, "utf-8")
    before = claim.read_bytes()

    result = run("-C", root, "link", "bridge-closed", "daily", "--stance", "supports",
               "--quote", "Everybody was hurt.")  # fmt: skip

    assert (result.status, result.err) == (1, "nothing was written\n")
    assert claim.read_bytes() == before
