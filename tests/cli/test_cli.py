"""Arguments in, exit status and words out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from claimcheck import __version__
from claimcheck.cli.app import GROUPS
from support.command_line import program
from support.in_turn import ANSWERED
from support.project import ROOT, CommandResult

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

KNOWN_PARTIES = "there are council, elm-gazette, ferry, riverside-radio, town\n"
SMALL = ROOT / "tests" / "golden" / "dossier"
SOURCES = sorted(path.stem for path in (SMALL / "sources").glob("[!p]*.yaml"))
CLEAN_CASE = ROOT / "tests" / "cases" / "unreviewed"
RED_CASE = ROOT / "tests" / "cases" / "no-evidence"


def test_check_is_green_when_nothing_is_an_error(run: Run) -> None:
    result = run("check", "-C", CLEAN_CASE)

    assert result.status == 0
    assert result.out.endswith(
        "1 claim, 1 evidence item, 1 source: 1 warning; 0 unchecked\n"
        "remedies: 1 with `claimcheck verdict CLAIM STATUS --by NAME --because WHY`\n"
    )


def test_check_is_red_when_something_is(run: Run) -> None:
    assert run("check", "-C", RED_CASE).status == 1


def test_check_can_be_limited_to_paths(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(RED_CASE)

    assert run("check", "claims/bridge-popular.yaml").status == 1
    assert run("check", "claims/bridge-reopened.yaml").status == 0
    assert run("check", "sources").status == 0
    assert run("check", "claims").status == 1
    assert run("check", ".").status == 1


def test_check_refuses_a_path_that_is_not_there(run: Run) -> None:
    result = run("check", "-C", RED_CASE, "nowhere.yaml")

    assert result.status == 2
    assert result.err == (
        "error: nowhere.yaml: there is no such file, folder, claim or source\n"
        "  help: name a file, a folder, or the id of a claim or a source\n"
    )


def test_the_project_may_be_named_before_the_command_or_after(run: Run) -> None:
    assert run("-C", SMALL, "list").out == run("list", "--project", SMALL).out


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], ["bridge-reopened", "bridge-safe", "repairs-cost", "rumour"]),
        (["--status", "unsourced"], ["rumour"]),
        (["--status", "unsourced", "--status", "self-attested"], ["bridge-safe", "rumour"]),
        (["--tag", "money"], ["repairs-cost"]),
        (["--source", "radio"], ["bridge-reopened", "repairs-cost"]),
        (["--party", "ferry"], ["bridge-reopened"]),
        (["--party", "riverside FERRY company"], ["bridge-reopened"]),
        (["--party", "town"], ["bridge-reopened", "bridge-safe", "repairs-cost"]),
        (["--flag", "word-against-word"], ["bridge-reopened"]),
        (["--tag", "bridge", "--source", "gazette", "--status", "supported"], ["repairs-cost"]),
        (["--tag", "money", "--status", "unsourced"], []),
    ],
)
def test_list_can_be_narrowed(run: Run, options: list[str], expected: list[str]) -> None:
    result = run("list", "-C", SMALL, "--format", "json", "--today", "2026-01-31", *options)

    assert [claim["id"] for claim in json.loads(result.out)["claims"]] == expected


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--tag", "mony"], "error: no claim has the tag 'mony'\n  help: did you mean money?\n"),
        (
            ["--source", "radoi"],
            "error: no claim has the source 'radoi'\n  help: did you mean radio?\n",
        ),
        (
            ["--party", "x\x1b[31m"],
            f"error: no claim has the party 'x\\x1b[31m'\n  help: {KNOWN_PARTIES}",
        ),
    ],
)
def test_list_refuses_what_no_claim_has(run: Run, options: list[str], message: str) -> None:
    result = run("list", "-C", SMALL, *options)

    assert (result.status, result.err) == (2, message)


def test_show_takes_a_unique_beginning(run: Run) -> None:
    whole = run("show", "-C", SMALL, "repairs-cost")

    assert whole.status == 0
    assert run("show", "-C", SMALL, "rep").out == whole.out
    assert run("show", "-C", SMALL, "claims/repairs-cost.yaml").out == whole.out


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ("bridge", "error: several claims begin with 'bridge': bridge-reopened, bridge-safe\n"),
        (
            "repair-costs",
            "error: there is no claim 'repair-costs'\n  help: did you mean repairs-cost?\n",
        ),
        ("zzz", "error: there is no claim 'zzz'\n  help: `claimcheck list` shows every claim\n"),
    ],
)
def test_show_answers_an_unknown_id_with_the_nearest(run: Run, wanted: str, message: str) -> None:
    result = run("show", "-C", SMALL, wanted)

    assert (result.status, result.err) == (2, message)


def test_show_finds_the_same_as_json(run: Run) -> None:
    result = run("show", "-C", SMALL, "bridge-reopened", "--format", "json")

    value = json.loads(result.out)
    assert (value["id"], value["status"], value["row"]) == ("bridge-reopened", "conflicting", 8)
    assert [item["fit"] for item in value["evidence"]] == ["verbatim"] * 3


def test_no_project_is_explained(run: Run, tmp_path: Path) -> None:
    result = run("check", "-C", tmp_path)

    assert result.status == 2
    assert result.err.startswith("error: no claimcheck project in")
    assert "claimcheck init" in result.err


def test_a_rule_that_does_not_exist_is_refused(run: Run, write: Write) -> None:
    root = write({"claimcheck.toml": "rules.quote-alterd = 'off'\n"})

    result = run("check", "-C", root)

    assert result.status == 2
    assert result.err == (
        "error: claimcheck.toml: [rules] names 'quote-alterd', which is no rule; "
        "did you mean quote-altered?\n"
    )


def test_the_version_is_said_alike_in_both_ways(run: Run) -> None:
    assert run("--version").out == f"claimcheck {__version__}\n"
    assert run("--version", "check").out == f"claimcheck {__version__}\n"


@pytest.mark.parametrize(
    "command", [[], ["list"], ["show"], ["check"], ["init"], ["source", "add"]]
)
def test_every_command_has_help_with_examples(run: Run, command: list[str]) -> None:
    result = run(*command, "--help")

    assert result.status == 0
    assert "Examples:" in result.out
    assert max(len(line) for line in result.out.splitlines()) <= 80


def test_a_list_of_what_is_possible_shows_no_signs_of_control(run: Run) -> None:
    result = run("link", "bridge-reopened", "gazette", "--quote", "reopened on 4 May")

    assert result.err.endswith(
        "Missing option '--stance'. Choose from:\n"
        "  supports,\n  contradicts,\n  context,\n  unset\n"
    )


@pytest.mark.parametrize(
    ("record", "why", "words"),
    [
        (
            "title: R\n",
            "bear it out: the document 'report'.",
            "nobody is named as speaking · printed in report, whose publisher is not known",
        ),
        (
            "title: R\npublisher: Gazette\n",
            "bear it out: Gazette.",
            "said by Gazette · printed by Gazette",
        ),
    ],
)
def test_a_document_of_which_nobody_says_whose_it_is_speaks_as_a_document(
    run: Run, write: Write, record: str, why: str, words: str
) -> None:
    passage = "The bridge reopened on 4 May 2021"
    item = f"{{source: report, stance: supports, quote: {passage}}}"
    root = write(
        {
            "claims/a.yaml": f"claim: It reopened.\nevidence:\n  - {item}\n",
            "sources/report.yaml": f"{record}file: report.txt\n",
            "sources/report.txt": f"{passage}.\n",
        }
    )
    shown = " ".join(run("show", "a", "-C", root).out.split())
    handed_on = run("show", "a", "-C", root, "--format", "markdown").out

    assert why in shown
    assert words in shown
    assert why in handed_on
    assert ("— Gazette" in handed_on) == ("publisher" in record)


@pytest.mark.parametrize("arguments", [["chekc"], ["list", "--status", "true"], ["show"]])
def test_a_wrong_command_line_is_exit_status_2(run: Run, arguments: list[str]) -> None:
    result = run(*arguments)

    assert result.status == 2
    assert result.err
    assert "Traceback" not in result.err


def test_a_newcomer_gets_from_an_empty_folder_to_a_checked_claim(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Town report.TXT").write_text(
        "# Town report\n\nThe bridge reopened on 4 May 2021.\n"
    )

    assert run("init").status == 0
    added = run("source", "add", "Town report.TXT", "--publisher", "A town", "--issued", "2021-05")
    assert added.status == 0
    (tmp_path / "claims" / "bridge.yaml").write_text(
        "claim: The bridge reopened in May 2021.\n"
        "evidence:\n"
        "  - source: town-report\n"
        "    stance: supports\n"
        "    quote: The bridge reopened on 4 May 2021\n"
    )
    checked = run("check")

    assert added.out == (
        "pinned sources/town-report.txt\n"
        "wrote  sources/town-report.yaml\n"
        "not known, add it where you know it: author, url\n"
        "cite it with  source: town-report\n"
    )
    assert (checked.status, checked.out) == (
        0,
        "2 claims, 2 evidence items, 2 sources: no findings; 0 unchecked\n",
    )


def test_init_keeps_what_is_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "claimcheck.toml").write_text("# mine\n")

    result = run("init", tmp_path)

    assert result.status == 0
    assert "kept" in result.out
    assert (tmp_path / "claimcheck.toml").read_text() == "# mine\n"


@pytest.mark.parametrize(
    ("name", "content", "options", "message"),
    [
        ("a.pdf", b"%PDF", [], "it is damaged, or no PDF"),
        ("a.exe", b"MZ", [], "files of this kind are not read"),
        ("a.jpg", b"\xff", [], "is no JPG file"),
        ("a.mp3", b"sound", [], "is no MP3 file"),
        ("a.xls", b"\xd0", [], "save it as .xlsx, .ods or .csv"),
        ("a.txt", b"caf\xe9", [], "is not UTF-8"),
        ("a.txt", b"text", ["--id", "../x"], "'../x' cannot be a source's id"),
        ("a.txt", b"text", ["--issued", "spring"], "`issued` is 'spring', which is no date"),
        ("a.txt", b"text", ["--url", "javascript:x"], "which is no web address"),
        ("radio.txt", b"text", [], "there is a source 'radio' already"),
        ("b.txt", b"same", [], "this very document is pinned already, as 'radio'"),
        ("missing.txt", None, [], "there is no such file"),
        ("empty.txt", b" \n", [], "holds no text"),
        ("parties.txt", b"text", [], "'parties' cannot be a source's id"),
        ("unknown.txt", b"text", [], "'unknown' cannot be a source's id"),
        ("\u65e5\u672c.txt", b"text", [], "no id can be made from"),
    ],
)
def test_source_add_refuses_and_writes_nothing(
    run: Run,
    write: Write,
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    name: str,
    content: bytes | None,
    options: list[str],
    message: str,
) -> None:
    root = write({"sources/radio.yaml": "title: R\nfile: radio.txt\n", "sources/radio.txt": "same"})
    before = sorted(tmp_path.rglob("*"))
    outside = tmp_path_factory.mktemp("elsewhere")
    if content is not None:
        (outside / name).write_bytes(content)

    result = run("source", "add", outside / name, "-C", root, *options)

    assert result.status == 2
    assert message in result.err
    assert sorted(tmp_path.rglob("*")) == before


def test_source_add_records_a_file_in_the_sources_folder_where_it_is(
    run: Run, write: Write
) -> None:
    root = write({"sources/2021/report.md": "# The report\n\nText: of it.\n"})

    result = run("source", "add", root / "sources/2021/report.md", "-C", root)

    assert result.status == 0
    record = (root / "sources" / "2021" / "report.yaml").read_text("utf-8")
    assert record.startswith('title: "The report"\nfile: "report.md"\nsha256: ')
    assert [path.name for path in (root / "sources").iterdir()] == ["2021"]


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-P", "-m", "claimcheck", *arguments]


@pytest.mark.skipif(sys.platform == "win32", reason="no such pipes there")
@pytest.mark.parametrize("arguments", [["list"], ["check"], ["show", "bridge-safe"]])
def test_a_reader_that_leaves_is_no_finding(forked: list[str], arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        done = subprocess.run(
            [*forked, *arguments, "-C", SMALL], stdout=pipe, stderr=subprocess.PIPE, check=False
        )

    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device there")  # noqa: PTH110 - a device
def test_a_full_disk_is_not_success() -> None:
    with open("/dev/full", "w") as full:  # noqa: PTH123 - a device
        done = subprocess.run(
            command("list", "-C", str(SMALL)), stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert (done.returncode, done.stderr) == (2, b"error: no space left on device\n")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_screen_that_knows_few_letters_is_no_failure(encoding: str) -> None:
    done = subprocess.run(
        command("show", "bridge-safe", "-C", str(SMALL)),
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, b"")


def test_colours_are_shown_when_asked_for_and_only_then(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[" not in run("list", "-C", SMALL).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run("list", "-C", SMALL).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in run("list", "-C", SMALL).out


# Runs command lines in folders, which it is given with what breaks meanwhile: a module's name, and
# the error that importing it raises. Answers with status, output, and whether typer is imported.
IN_TURN = f"""{ANSWERED}
import builtins, os

class Broken:
    module = error = ""

    def find_spec(self, name, path, target=None):
        if name == self.module:
            raise getattr(builtins, self.error)("broken \\x1b[31m")

broken = Broken()
sys.meta_path.insert(0, broken)
for folder, arguments, broken.module, broken.error in json.load(sys.stdin):
    os.chdir(folder)
    answers.append([*answered(arguments), "typer" in sys.modules])
json.dump(answers, out)
out.flush()
"""


def in_turn(lines: list[tuple[str, list[str], str, str]]) -> list[list[Any]]:
    """Run command lines in a process that has imported nothing of ours before."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", IN_TURN],
        input=json.dumps(lines),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: list[list[Any]] = json.loads(done.stdout)
    return answers


def test_a_plain_check_says_the_same_without_the_library_for_command_lines(
    tmp_path: Path,
) -> None:
    """It is what is run most; `-C .` goes the other way."""
    folders: list[str] = []
    for settings in ("", "[rules]\nsource-unused = 'error'\n", "claims = 'no'\n"):
        folder = tmp_path / str(len(folders))
        (folder / "claims").mkdir(parents=True)
        (folder / "sources").mkdir()
        (folder / "claimcheck.toml").write_text(settings)
        (folder / "sources/a.yaml").write_text("title: A\nfile: a.txt\n")
        (folder / "sources/a.txt").write_text("So it is.")
        folders.append(str(folder))

    plain = in_turn([(folder, ["check"], "", "") for folder in folders])
    other = in_turn([(folder, ["check", "-C", "."], "", "") for folder in folders])

    assert [(status, typer) for status, *_said, typer in plain] == [(n, False) for n in range(3)]
    assert [(status, typer) for status, *_said, typer in other] == [(n, True) for n in range(3)]
    assert [result for _status, *result, _typer in plain] == [
        result for _status, *result, _typer in other
    ]


# The errors that come while a module is imported, with the status, and what is told of them.
FAILURES = {
    "RecursionError": (2, "error: claimcheck itself failed (RecursionError); please report it"),
    "MemoryError": (2, "error: claimcheck itself failed (MemoryError); please report it"),
    "OSError": (2, "error: broken \\x1b[31m"),
    "KeyboardInterrupt": (130, ""),
}


@pytest.mark.parametrize("module", ["claimcheck.cli.replay", "typer", "claimcheck.cli.app", "rich"])
def test_what_fails_while_it_is_imported_is_told_as_well(module: str) -> None:
    answers = in_turn([(str(SMALL), ["--no-cache", "list"], module, error) for error in FAILURES])

    for (status, result), (exit_status, out, err, _typer) in zip(
        FAILURES.values(), answers, strict=True
    ):
        assert (exit_status, out) == (status, "")
        assert err.startswith(result)
        assert err.count("\n") == bool(result)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("show", "bri"), ["bridge-reopened", "bridge-safe"]),
        (("source", "show", ""), SOURCES),
        (("link", "bridge-safe", "ra"), ["radio"]),
        (("find", "--source", "ra"), ["radio"]),
    ],
)
def test_the_shell_completes_ids(
    forked: list[str], words: tuple[str, ...], expected: list[str]
) -> None:
    done = subprocess.run(
        forked,
        capture_output=True,
        text=True,
        check=False,
        cwd=SMALL,
        env={
            **os.environ,
            "_CLAIMCHECK_COMPLETE": "complete_bash",
            "COMP_WORDS": " ".join(("claimcheck", *words)),
            "COMP_CWORD": str(len(words)),
        },
    )

    assert done.stdout.split() == expected


def test_rules_are_listed_with_their_severity_in_the_project(run: Run, write: Write) -> None:
    root = write({"claimcheck.toml": "rules.no-evidence = 'note'\n"})

    result = run("rules", "-C", root)

    assert result.status == 0
    assert "no-evidence                   note     A claim cites no source.\n" in result.out
    assert (
        "unreviewed                    off      Nobody has signed a verdict on a claim.\n"
        in result.out
    )


def test_rules_need_no_project(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("rules", "no-evidence")

    assert result.status == 0
    assert result.out == (
        "no-evidence (error)\n"
        "A claim cites no source.\n"
        "\n"
        "Why:     A claim without evidence is an opinion; the gate exists so that none\n"
        "         slips through.\n"
        "Mend:    Quote what a source prints for or against the claim, or withdraw the\n"
        "         claim.\n"
        "Example: A claim file that holds `claim:` and nothing else.\n"
    )


def test_an_unknown_rule_is_answered_with_the_nearest(run: Run) -> None:
    result = run("rules", "no-evidnce")

    assert (result.status, result.err) == (
        2,
        "error: there is no rule 'no-evidnce'\n  help: did you mean no-evidence?\n",
    )


def test_an_interruption_in_a_callback_ends_the_command_too() -> None:
    """There Python itself would only say so, and go on."""
    code = (
        "import sys, weakref\n"
        "from claimcheck import __main__\nfrom claimcheck.cli import replay\n"
        "def interrupted(_gone): raise KeyboardInterrupt\n"
        "def question(_arguments):\n"
        "    thing = type('Thing', (), {})()\n"
        "    reference = weakref.ref(thing, interrupted)\n"
        "    del thing\n"
        "    return ''\n"
        "replay.command_key = question\n"
        "sys.argv = ['claimcheck', 'rules']\n"
        "__main__.run()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT / "tests"
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_an_interruption_while_a_class_is_made_is_no_failure_of_claimcheck() -> None:
    """Python 3.11 makes a RuntimeError of it."""
    code = (
        "import sys\n"
        "from claimcheck import __main__\nfrom claimcheck.cli import replay\n"
        "class Interrupted:\n"
        "    def __set_name__(self, owner, name): raise KeyboardInterrupt\n"
        "def question(_arguments): type('Thing', (), {'part': Interrupted()})\n"
        "replay.command_key = question\n"
        "sys.argv = ['claimcheck', 'rules']\n"
        "__main__.run()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT / "tests"
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_an_interruption_while_streams_are_set_up_says_nothing() -> None:
    code = (
        "import sys\n"
        "from claimcheck import __main__\n"
        "class Stream:\n"
        "    def reconfigure(self, **_): raise KeyboardInterrupt\n"
        "sys.stdout = Stream()\n"
        "sys.argv = ['claimcheck', 'rules']\n"
        "__main__.run()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT / "tests"
    )

    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_the_list_of_commands_says_what_each_says_of_itself() -> None:
    """Help imports no command, so what it says of them stands there a second time."""
    of_itself = {}
    for name in program().list_commands(None):
        command = program().commands[name]
        of_itself[name] = " ".join(
            (command.short_help or command.help).partition("\n\n")[0].split()
        )

    shown = {name: text for _title, group in GROUPS for name, text in group.items()}
    assert {name: " ".join(text.split()) for name, text in shown.items()} == of_itself


def test_help_is_grouped_and_breaks_no_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in ("50", "60", "80"):
        monkeypatch.setenv("COLUMNS", columns)
        result = run("--help").out
        assert max(map(len, result.splitlines())) <= 80
        for _title, group in GROUPS:
            for text in group.values():
                assert " ".join(text.split()) in " ".join(result.split())
    assert "\nThe gate:\n" in result
