"""`claimcheck judge`: what a person says of drafted passages is written, and nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from support.project import at_terminal, standard_input

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

DRAFT = """\
# from an answer
claim: reopened, it says   # half a sentence
tags: [uncited]
evidence:
  - source: daily
    stance: unset
    quote: The bridge reopened on 4 May
  - source: daily
    stance: unset   # read it
    quote: The bridge reopened on 5 May
  - source: daily
    stance: context
    quote: Nobody was hurt
# the end
"""
FILES: dict[str, str | bytes] = {
    "claims/open.yaml": DRAFT,
    "claims/rain.yaml": "claim: It rained.\ntags: [uncited]\n",
    "sources/daily.yaml": "title: The Daily\npublisher: D\nfile: daily.txt\n",
    "sources/daily.txt": "The bridge reopened on 4 May, it says here. Nobody was hurt.\n",
}


def draft(root: Path) -> str:
    return (root / "claims" / "open.yaml").read_text("utf-8")


def test_a_person_judges_one_by_one(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(FILES)
    prompts = at_terminal(monkeypatch, "what?\ne\nThe bridge reopened on 4 May.\ns\nd\n")

    result = run("-C", root, "judge")

    assert (result.status, result.err) == (0, "")
    assert result.out == (
        "wrote claims/open.yaml:2:8: The bridge reopened on 4 May.\n"
        "wrote claims/open.yaml:5:5: supports\n"
        "wrote claims/open.yaml:8:5: dropped\n"
        "2 passages: 2 judged, 0 left; 1 draft cites nothing: `claimcheck find --claim ID` looks "
        "for passages\n"
    )
    assert draft(root) == (
        DRAFT.replace("reopened, it says ", "The bridge reopened on 4 May. ")
        .replace("stance: unset\n", "stance: supports\n")
        .replace(
            "  - source: daily\n    stance: unset   # read it\n"
            "    quote: The bridge reopened on 5 May\n", "",
        )
    )  # fmt: skip
    questions = prompts.getvalue()
    assert " context: >>The bridge reopened on 4 May<<, it says here." in questions
    assert "it is not there: altered (number)" in questions
    assert " printed: The bridge reopened on >>4<< May" in questions
    assert questions.count("please answer") == 1


def test_a_passage_of_a_source_that_is_not_here_is_not_called_missing(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_to = {"claims/open.yaml": DRAFT.replace("source: daily", "source: weekly")}
    root = write({**FILES, **write_to})
    prompts = at_terminal(monkeypatch, "q\n")

    run("-C", root, "judge")

    assert "it was not looked up: no record describes the source" in prompts.getvalue()
    assert "it is not there" not in prompts.getvalue()


def test_what_is_passed_over_stays_unset(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(FILES)
    at_terminal(monkeypatch, "n\nq\n")

    result = run("-C", root, "judge", "open")

    assert result.status == 1
    assert result.out == "2 passages: 0 judged, 2 left\n"
    assert draft(root) == DRAFT


def test_nobody_is_asked_without_a_terminal(run: Run, write: Write) -> None:
    root = write(FILES)

    result = run("-C", root, "judge")

    assert result.status == 1
    assert result.out.startswith("claims/open.yaml:5:5\n   claim: reopened, it says\n")
    assert "help: --from FILE says what each passage does" in result.err
    assert draft(root) == DRAFT


def test_a_file_says_what_passages_do(run: Run, write: Write) -> None:
    root = write(FILES)
    lines: list[object] = [
        {"claim": "open", "item": 1, "stance": "drop", "words": "It reopened on 4 May."},
        {"claim": "open", "item": 2, "stance": "contradicts", "rationale": "another day"},
        {"claim": "rain", "words": "It rained on 4 May."},
    ]
    (root / "said.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))

    result = run("-C", root, "judge", "--from", root / "said.jsonl")

    assert (result.status, result.err) == (0, "")
    assert result.out.endswith("2 passages: 2 judged, 0 left; 1 draft cites nothing: "
                             "`claimcheck find --claim ID` looks for passages\n")  # fmt: skip
    written = draft(root)
    assert "claim: It reopened on 4 May.   # half a sentence\n" in written
    assert "4 May\n  - source" not in written
    assert "    stance: contradicts   # read it\n" in written
    assert "    rationale: another day\n" in written
    assert "It rained on 4 May." in (root / "claims" / "rain.yaml").read_text()


def test_words_may_be_changed_again_and_what_cannot_be_written_is_no_success(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(FILES)
    lines = [{"claim": "rain", "words": words} for words in ("It rained.", "It rained on 4 May.")]
    text = "".join(f"{json.dumps(line)}\n" for line in lines)
    monkeypatch.setattr(sys, "stdin", standard_input(text))
    assert run("-C", root, "judge", "rain", "--from", "-").status == 0
    assert "It rained on 4 May." in (root / "claims" / "rain.yaml").read_text()

    monkeypatch.setattr(sys, "stdin", standard_input('{"claim": "rain", "words": "a\\u0001b"}'))
    result = run("-C", root, "judge", "rain", "--from", "-")
    assert result.status == 2
    assert "It rained on 4 May." in (root / "claims" / "rain.yaml").read_text()


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", 'is no JSON object with "claim"'),
        ("[]", 'is no JSON object with "claim"'),
        ('{"claim": "open"}', "says neither a stance nor words"),
        ('{"claim": "opn", "item": 1, "stance": "context"}', "there is no claim 'opn'"),
        ('{"claim": "open", "item": 3, "stance": "context"}', "item 3 of 'open' is judged already"),
        ('{"claim": "open", "item": "1", "stance": "context"}', "needs the number of an `item`"),
        ('{"claim": "open", "item": 1, "stance": "unset"}', "needs the number of an `item`"),
        ('{"claim": "open", "words": 3}', "rationale and words must be texts"),
        ('{"claim": "open", "stanse": "x"}', "has a key 'stanse'; known: claim, item,"),
    ],
)
def test_a_line_that_cannot_be_followed_spoils_only_itself(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch, line: str, message: str
) -> None:
    root = write(FILES)
    good = '{"claim": "open", "item": 2, "stance": "context"}'
    monkeypatch.setattr(sys, "stdin", standard_input(f"{line}\n\n{good}\n"))

    result = run("-C", root, "judge", "--from", "-")

    assert result.status == 2
    assert result.err.startswith(f"line 1: {message}")
    assert "2 passages: 1 judged, 1 left" in result.out
    assert draft(root) == DRAFT.replace("unset   # read it", "context   # read it")


def test_a_passage_that_somebody_changed_meanwhile_is_left(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write(FILES)
    other = DRAFT.replace("reopened on 4 May", "was opened on 4 May").replace("half a", "a")
    at_terminal(monkeypatch, "s\n")
    monkeypatch.setattr(
        "claimcheck.cli.console.ask",
        lambda _question: (root / "claims" / "open.yaml").write_text(other) and "s\n",
    )

    result = run("-C", root, "judge", "open")

    assert "claims/open.yaml:5:5: somebody changed this passage meanwhile" in result.err
    assert "was opened on 4 May" in draft(root)


def test_a_draft_that_cites_nothing_is_dropped_at_a_terminal(
    run: Run, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write({**FILES, "claims/snow.yaml": "claim: It snowed.\ntags: [uncited]\n"})
    prompts = at_terminal(monkeypatch, "n\nn\nmaybe\nd\ne\nIt snowed on 4 May.\nn\n")

    result = run("-C", root, "judge")

    assert result.status == 1
    assert result.out == (
        "removed claims/rain.yaml\n"
        "wrote claims/snow.yaml:1:8: It snowed on 4 May.\n"
        "2 passages: 0 judged, 2 left; 1 draft cites nothing: `claimcheck find --claim ID` looks "
        "for passages\n"
    )
    assert not (root / "claims" / "rain.yaml").exists()
    assert "claim: It snowed on 4 May.\n" in (root / "claims" / "snow.yaml").read_text()
    assert "(1 of 2) claims/rain.yaml:1:8\n   claim: It rained.\n" in prompts.getvalue()
    assert draft(root) == DRAFT


def test_a_file_drops_drafts_and_nothing_that_somebody_has_judged(run: Run, write: Write) -> None:
    wind = "claim: It blew.\nevidence:\n- {source: daily, stance: unset, quote: Nobody was hurt}\n"
    root = write({**FILES, "claims/wind.yaml": wind, "claims/on.yaml": (
        "claim: It went on.\nrests_on: rain\n")})  # fmt: skip
    lines = [{"claim": name, "stance": "drop"} for name in ("rain", "wind", "open", "gone", "wind")]
    (root / "said.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))

    result = run("-C", root, "judge", "--from", root / "said.jsonl")

    assert result.status == 2
    assert result.err == (
        "line 1: 'rain' is needed by on\n"
        "line 3: 'open' is no draft any more: `claimcheck rm open` removes it\n"
        "line 4: there is no claim 'gone'\n"
        "line 5: there is no claim 'wind'\n"
    )
    assert result.out.startswith("removed claims/wind.yaml\n3 passages: 1 judged, 2 left")
    assert draft(root) == DRAFT
    assert run("-C", root, "undo").status == 0
    assert (root / "claims" / "wind.yaml").read_text() == wind


def test_of_several_at_once_each_judgement_is_written_once(write: Write, forked: list[str]) -> None:
    items = "".join(
        f"- {{source: daily, stance: unset, quote: Nobody was hurt, rationale: r{number}}}\n"
        for number in range(9)
    )
    head = "claim: The bridge was closed.\nevidence:\n"
    root = write({**FILES, "claims/many.yaml": head + items})
    for part in range(3):
        lines = [
            {
                "claim": "many",
                "item": number + 1,
                "stance": "context",
                "rationale": f"said {number}",
            }
            for number in range(part, 9, 3)
        ]
        (root / f"part{part}.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    running = [
        subprocess.Popen(
            [*forked, "-C", str(root), "judge", "--from",
             str(root / f"part{part}.jsonl")],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        for part in range(3)
    ]  # fmt: skip

    assert {process.wait(60) for process in running} <= {0, 1, 2}

    text = (root / "claims" / "many.yaml").read_text()
    written = [number for number in range(9) if f"rationale: said {number}" in text]
    # Alike passages are told apart by their numbers; nothing is written twice, and none is lost.
    assert text.count("stance: context") == len(written)
    assert text.count("quote: Nobody was hurt") == 9
    assert text.startswith(head)
