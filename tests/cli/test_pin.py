"""A changed document: what it does to the passages quoted from it, and pinning it anew."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

import pytest

from support.repository import commit, git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

TEXT = "The bridge reopened on 4 May 2021. The repairs cost 2.5 million crowns.\n"
CLAIM = """\
claim: The bridge reopened and cost 2.5 million crowns.
evidence:
  - {source: report, stance: supports, quote: The bridge reopened on 4 May 2021}
  - {source: report, stance: supports, quote: The repairs cost 2.5 million crowns}
"""


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.fixture
def changed(write: Write) -> Callable[..., Path]:
    """Write a project whose document is not the one that was pinned."""

    def project(text: str, record: str = "title: R\nfile: report.txt\nsha256: {}\n") -> Path:
        return write(
            {
                "claims/bridge.yaml": CLAIM,
                "sources/report.yaml": record.format(sha(TEXT)),
                "sources/report.txt": text,
            }
        )

    return project


TAKEN_BACK = (
    "We regret the error.", "An earlier version of this article said otherwise.",
    "The Gazette has withdrawn this report.", "This article was updated on Tuesday.",
    "Expression of concern", "Cet article a été corrigé.", "Der Artikel wurde geändert.",
)  # fmt: skip
AROUND = "Bridge news. From Monday.\n{}The mayor spoke. People came. Then it rained{}.\n"


@pytest.mark.parametrize("note", TAKEN_BACK)
def test_a_note_that_takes_something_back_is_asked_about_wherever_it_stands(
    run: Run, changed: Callable[..., Path], note: str
) -> None:
    old = AROUND.format(TEXT, "")
    root = changed(old, f"title: R\nfile: report.txt\nsha256: {sha(old)}\n")
    git(root, "init", "--quiet")
    commit(root)
    (root / "sources" / "report.txt").write_text(f"{old}\n\nNothing else.\n\n{note}\n")

    result = run("pin", "report", "-C", root)

    assert result.status == 1
    assert f"the new text speaks of a correction: {note}" in " ".join(result.out.split())


def test_words_that_changed_are_shown_without_the_blanks_around_them(
    run: Run, changed: Callable[..., Path]
) -> None:
    old = AROUND.format(TEXT, "\u00a0hard")
    new = old.replace("rained", "snowed")
    root = changed(old, f"title: R\nfile: report.txt\nsha256: {sha(old)}\n")
    git(root, "init", "--quiet")
    commit(root)
    (root / "sources" / "report.txt").write_text(new, "utf-8")

    out = run("pin", "report", "-C", root).out

    assert "Then it [rained] hard.\n" in out
    assert "Then it [snowed] hard.\n" in out


def test_a_harmless_change_is_pinned_where_git_has_the_pinned_document(
    run: Run, changed: Callable[..., Path]
) -> None:
    old, new = AROUND.format(TEXT, ""), AROUND.format(TEXT, " all night")
    root = changed(old, f"title: R\nfile: report.txt\nsha256: {sha(old)}\n")
    git(root, "init", "--quiet")
    commit(root)
    (root / "sources" / "report.txt").write_text(new)

    against_base = run("check", "--base", "HEAD", "-C", root)
    alone = run("check", "-C", root)
    result = run("pin", "report", "-C", root)

    words = " ".join(against_base.out.split())
    assert "still appear in it (2), and so do the sentences around them" in words
    assert "re-pinning is safe: `claimcheck pin report`" in words
    assert "what was around them is not known" in " ".join(alone.out.split())
    assert "safe" not in alone.out
    assert result.status == 0
    assert result.out == (
        "1 line of the text changed:\n"
        "      3 - The mayor spoke. People came. Then it rained.\n"
        "      3 + The mayor spoke. People came. Then it rained [all night].\n"
        "2 passages quoted from report:\n"
        "  unharmed  bridge, item 1 (sources/report.txt:2:1)\n"
        "  unharmed  bridge, item 2 (sources/report.txt:2:36)\n"
        "\n"
        "pinned the present bytes of report in sources/report.yaml\n"
    )
    assert run("check", "-C", root).status == 0


@pytest.mark.parametrize(
    "text",
    [
        # A note that takes the words back, alone, before them, after them, and elsewhere.
        "CORRECTION: we wrote: " + TEXT,
        "Corrected.\n" + TEXT,
        TEXT + "None of this is true.\n",
        TEXT + "\n" + "Another story. It is long.\n" * 40 + "Correction: it did not reopen.\n",
        # The words stand twice.
        TEXT + "\n" + "Another story. It is long.\n" * 40 + TEXT,
    ],
)
def test_what_stands_around_a_passage_is_asked_about(
    run: Run, changed: Callable[..., Path], text: str
) -> None:
    root = changed(TEXT)
    git(root, "init", "--quiet")
    commit(root)
    (root / "sources" / "report.txt").write_text(text)

    red, result = run("check", "--base", "HEAD", "-C", root), run("pin", "report", "-C", root)

    assert "safe" not in red.out
    assert result.status == 1
    assert "surroundings changed" in result.out or "speaks of a correction" in result.out
    assert result.out.endswith(
        "nothing was written; correct the claims first, or run again with --accept-harm\n"
    )
    assert run("check", "-C", root).status == 1
    assert run("pin", "report", "--accept-harm", "-C", root).status == 0


def test_a_harmful_change_is_shown_and_not_pinned(run: Run, changed: Callable[..., Path]) -> None:
    root = changed("The bridge reopened on 4 May 2021. The repairs cost 2.6 million crowns.\n")
    before = (root / "sources" / "report.yaml").read_bytes()

    red = run("check", "-C", root)
    result = run("pin", "report", "-C", root)

    assert "quoted from it: 1 altered, 1 whose surroundings are not known" in " ".join(
        red.out.split()
    )
    assert result.status == 1
    assert "  altered                 bridge, item 2 (sources/report.txt:1:36)\n" in result.out
    assert "quote: The repairs cost [2.5] million crowns\n" in result.out
    assert "source: The repairs cost [2.6] million crowns\n" in result.out
    assert (root / "sources" / "report.yaml").read_bytes() == before


def test_harm_can_be_accepted(run: Run, changed: Callable[..., Path]) -> None:
    root = changed("Nothing of it is left here.\n")

    assert run("pin", "report", "-C", root, "--accept-harm").status == 0
    rules = re.findall(r"\[([\w-]+)\]", run("check", "-C", root, "--format", "concise").out)
    assert set(rules) == {"quote-not-found"}


@pytest.mark.parametrize(
    "record",
    [
        "# mine\ntitle: R   # a title\nfile: report.txt\nsha256: '{}' # pinned\n",
        'sha256: "{}"\r\ntitle: R\r\nfile: report.txt\r\n',
        "title: R\nfile: report.txt\nsha256: {}",
    ],
)
def test_nothing_but_the_hash_is_changed(
    run: Run, changed: Callable[..., Path], record: str
) -> None:
    text = f"{TEXT}More.\n"
    root = changed(text, record)

    assert run("pin", "report", "--accept-harm", "-C", root).status == 0
    assert (root / "sources" / "report.yaml").read_bytes() == record.format(sha(text)).encode()


def test_a_record_without_a_hash_gets_one(run: Run, changed: Callable[..., Path]) -> None:
    root = changed(TEXT, "title: R\nfile: report.txt")

    assert run("pin", "report", "-C", root).status == 0
    record = (root / "sources" / "report.yaml").read_text()
    assert record == f"title: R\nfile: report.txt\nsha256: {sha(TEXT)}\n"


def test_a_record_that_cannot_be_edited_in_place_is_left_alone(
    run: Run, changed: Callable[..., Path]
) -> None:
    record = "{{title: R, file: report.txt, sha256: {}}}\n"
    root = changed(TEXT + "More.\n", record)

    result = run("pin", "report", "-C", root)

    assert result.status == 2
    assert f"write this line into it: sha256: {sha(TEXT + 'More.' + chr(10))}" in result.err
    assert (root / "sources" / "report.yaml").read_text() == record.format(sha(TEXT))


def test_what_is_pinned_is_left_alone(run: Run, changed: Callable[..., Path]) -> None:
    result = run("pin", "report", "-C", changed(TEXT))

    assert (result.status, result.out) == (0, "report is pinned as it is; nothing to do\n")


def test_an_unknown_source_is_answered_with_the_nearest(
    run: Run, changed: Callable[..., Path]
) -> None:
    result = run("pin", "reprot", "-C", changed(TEXT))

    assert (result.status, result.err) == (
        2,
        "error: there is no source 'reprot'\n  help: did you mean report?\n",
    )


def test_a_passage_that_only_moved_is_told_where_git_has_the_pinned_document(
    run: Run, changed: Callable[..., Path]
) -> None:
    old = AROUND.format(TEXT, "")
    root = changed(old, f"title: R\nfile: report.txt\nsha256: {sha(old)}\n")
    git(root, "init", "--quiet")
    commit(root)
    (root / "sources" / "report.txt").write_text("\n" + old)

    result = run("pin", "report", "-C", root)

    assert result.out.startswith(
        "2 passages quoted from report:\n"
        "  moved     bridge, item 1 (sources/report.txt:3:1)\n"
        "  moved     bridge, item 2 (sources/report.txt:3:36)\n"
    )


TABLE = "Town,2020,2021\nElm,10,11\nOak,14,15\n"


@pytest.mark.parametrize(
    ("quote", "table", "status", "answer"),
    [
        ("", f"{TABLE}Ash,3,4\n", 0, "unharmed  oak, item 1"),
        ("", TABLE.replace("Elm", "Ash,3,4\nElm"), 0, "moved"),
        ("", TABLE.replace("14", "13"), 1, "surroundings changed  oak, item 1"),
        ("", TABLE.replace("15", "16"), 1, "table: Oak | 14 | [16]"),
        ("quote: Oak 14, ", TABLE.replace("15", "16"), 1, "table: Oak | 14 | [16]"),
    ],
)
def test_a_value_is_harmed_by_what_its_table_says_of_it(
    run: Run, write: Write, quote: str, table: str, status: int, answer: str
) -> None:
    value = 'value: {at: "row=Oak; column=2021", is: 15}'
    text = TABLE.replace(",", "\t")
    root = write(
        {
            "claims/oak.yaml": "claim: Fifteen people were hurt in Oak.\nevidence:\n"
            f"  - {{source: report, stance: supports, {quote}{value}}}\n",
            "sources/report.yaml": f"title: R\nfile: report.txt\nsha256: {sha(text)}\n",
            "sources/report.txt": text,
        }
    )
    git(root, "init", "--quiet")
    commit(root)
    (root / "sources" / "report.txt").write_text(table.replace(",", "\t"))

    result = run("pin", "report", "-C", root)

    assert (result.status, answer in result.out) == (status, True), result.out


@pytest.mark.parametrize("sheets", [("2022", "2021"), ("notes", "2021", "2022"), ("2021", "2022")])
def test_a_value_is_looked_up_in_the_sheets_as_they_were(
    run: Run, write: Write, sheets: tuple[str, ...]
) -> None:
    root = write({"claims/.keep": "", "sources/.keep": ""})
    workbook(root / "report.xlsx", ("2021", "2022"))
    assert run("source", "add", root / "report.xlsx", "--title", "R", "-C", root).status == 0
    (root / "claims" / "oak.yaml").write_text(
        "claim: Fifteen people were hurt in Oak.\nkind: event\nevidence:\n  - source: report\n"
        '    stance: supports\n    value: {at: "sheet=2021; row=Oak; column=hurt", is: 15}\n'
    )
    git(root, "init", "--quiet")
    commit(root)
    workbook(root / "sources" / "report.xlsx", sheets, more="Ash")

    result = run("pin", "report", "-C", root)

    fate = "unharmed" if sheets[0] == "2021" else "moved"
    assert (result.status, f"{fate}  " in result.out) == (0, True), result.out


def workbook(path: Path, sheets: tuple[str, ...], more: str = "") -> None:
    """Write a workbook in which each sheet has other numbers of the same towns."""
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(path) as book:
        for name in sheets:
            sheet = book.add_worksheet(name)
            rows = [("town", "hurt"), ("Oak", 15 if name == "2021" else 99), (more, 3)]
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
