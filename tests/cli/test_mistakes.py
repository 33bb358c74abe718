"""The mistakes that people make, and what they are told, to the letter.

Each is made in the dossier of the tour, mended and signed. A message is good when it says what is
wrong, where, and what to do next; what only follows from it is counted.
"""

from __future__ import annotations

import re
import shlex
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimcheck.editing.operations.tour_files import PRINTED
from support.project import TODAY
from support.reports import GOLDEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Golden = Callable[[Path, str], None]

CREW, HURT, WALL = (
    f"claims/{name}.yaml" for name in ("full-crew", "passengers-hurt", "ferry-struck-wall")
)
RECORD = "sources/courier.yaml"


@pytest.fixture
def dossier(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a dossier of three signed claims that checks clean."""
    monkeypatch.chdir(tmp_path)
    day = ("--today", str(TODAY))
    run("init", "--tour")
    file = tmp_path / "claimcheck.toml"
    file.write_text(re.sub(r"tour = .*", "", file.read_text()))
    run("set", "passengers-hurt", "1", f"quote={PRINTED}", *day)
    run("verdict", "full-crew", "refuted", "--by", "Desk", "--because", "They counted.", *day)
    run("allow", "passengers-hurt", "single-origin", "--because", "only one paper")
    for claim in ("full-crew", "passengers-hurt", "ferry-struck-wall"):
        run("review", claim, "--by", "Ana", *day)
    return tmp_path


def replacing(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        text = (root / path).read_text()
        assert old in text
        (root / path).write_text(text.replace(old, new, 1), newline="")

    return edit


def writing(path: str, data: bytes) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        (root / path).write_bytes(data)

    return edit


def removing(*paths: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        for path in paths:
            (root / path).unlink()

    return edit


def renaming(path: str, other: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        (root / path).rename(root / other)

    return edit


def nothing(_root: Path) -> None:
    """Make the mistake on the command line alone."""


QUOTE = f"quote: {PRINTED}"
MISTAKES: dict[str, tuple[Callable[[Path], None], str]] = {
    "a number changed in the pinned document": (
        replacing("sources/courier.txt", "14 were", "15 were"), "check"),
    "a number changed in the quotation": (replacing(HURT, "14 were", "40 were"), "check"),
    "a name misspelt": (replacing(WALL, "quote: The ferry Petrel", "quote: The ferry Petral"),
        "check"),
    "a word cut in the middle": (replacing(HURT, "and bruises", "and bruise"), "check"),
    "a capital lowered": (replacing(CREW, "Her safety", "her safety"), "check"),
    "a word left out": (replacing(CREW, "with a full crew\n", "with full crew\n"), "check"),
    "a paraphrase": (replacing(HURT, PRINTED, "Fourteen people were patched up at the quay side"),
        "check"),
    "the words of another source": (replacing(HURT, "source: courier", "source: inquiry"), "check"),
    "a source misspelt": (replacing(HURT, "source: courier", "source: couriers"), "check"),
    "a title as source": (replacing(HURT, "source: courier", "source: Ferry strikes harbour wall"),
        "check"),
    "a file as source": (replacing(HURT, "source: courier", "source: courier.txt"), "check"),
    "the document deleted": (removing("sources/courier.txt"), "check"),
    "the record deleted": (removing(RECORD), "check"),
    "source and record deleted": (removing("sources/courier.txt", RECORD), "check"),
    "line ends converted": (
        lambda root: writing("sources/courier.txt",
            (root / "sources/courier.txt").read_bytes().replace(b"\n", b"\r\n"))(root), "check"),
    "a hash of nonsense": (replacing(RECORD, "sha256: ", "sha256: 0"), "check"),
    "an unknown origin": (replacing(RECORD, "file:", "origin: inquirry\nfile:"), "check"),
    "evidence misspelt": (replacing(CREW, "evidence:", "evidance:"), "check"),
    "quote misspelt": (replacing(HURT, QUOTE, QUOTE.replace("quote", "quotation")), "check"),
    "evidence without a dash": (replacing(HURT, "  - source: courier\n    stance: supports\n    q",
        "  source: courier\n  stance: supports\n  q"), "check"),
    "an empty claim": (replacing(HURT, "claim: Fourteen passengers of the Petrel were hurt.",
        "claim:"), "check"),
    "an empty file": (writing(HURT, b""), "check"),
    "a stance misspelt": (replacing(HURT, "supports", "support"), "check"),
    "no stance": (replacing(HURT, "    stance: supports\n", ""), "check"),
    "an allowance without a reason": (replacing(HURT, "only one paper", ""), "check"),
    "a rule misspelt": (replacing(HURT, "single-origin", "single-orign"), "check"),
    "a tab": (replacing(HURT, "    quote:", "\tquote:"), "check"),
    "a colon in a text": (replacing(HURT, "claim: Fourteen", "claim: Count: fourteen"), "check"),
    "a merge conflict": (replacing(HURT, "evidence:", "<<<<<<< HEAD\nevidence:"), "check"),
    "a file that is no text": (writing("claims/x.yaml", b"\x96\0\xff"), "check"),
    "a document among the claims": (writing("claims/report.pdf", b"%PDF-1.4\n"), "check"),
    "a day that is none": (replacing(CREW, "kind: event",
        "kind: event\nclaimed_on: 2024-02-30"), "check"),
    "a date the other way round": (replacing(CREW, "kind: event",
        "kind: event\nclaimed_on: 04/05/2024"), "check"),
    "a status that is none": (replacing(CREW, "status: refuted", "status: true"), "check"),
    "a verdict that differs": (replacing(CREW, "status: refuted", "status: supported"), "check"),
    "another speaker after the signature": (replacing(CREW, "    quote: Her",
        "    speaker: courier\n    quote: Her"), "check"),
    "a parent misspelt": (replacing("sources/parties.yaml", "{name: North Line Ferries}",
        "{name: North Line Ferries, parent: safety-offce}"), "check"),
    "parties as a list": (writing("sources/parties.yaml", b"- north-line\n"), "check"),
    "a claim renamed without its review": (renaming(HURT, "claims/injured.yaml"), "check"),
    "a file ending in .yml": (renaming(HURT, "claims/passengers-hurt.yml"), "check"),
    "a setting misspelt": (replacing("claimcheck.toml", "claims =", "min_origin = 3\nclaims ="),
        "check"),
    "a rule misspelt in the settings": (replacing("claimcheck.toml", "claims =",
        "rules = {quote-alterd = 'error'}\nclaims ="), "check"),
    "an id misspelt": (nothing, "check full-crw"),
    "a command misspelt": (nothing, "chek"),
    "a file without what it is": (nothing, "import answers.csv"),
    "a command that there is not": (nothing, "publish"),
    "a command of a group that there is not": (nothing, "source publish"),
    "a status misspelt": (nothing, "list --status suported"),
    "a format misspelt": (nothing, "check --format jsn"),
    "a claim that is not there": (nothing, "mend nosuch"),
    "a source that is not there": (nothing, "link full-crew curier --stance supports --quote x"),
    "a parent that is not there": (nothing, "party add marsh --name Marsh --parent north-lien"),
    "a key that is not there": (nothing, "set full-crew claimantt=x"),
    "a reason left out": (nothing, "allow full-crew single-origin"),
    "a file that is not there": (nothing, "source add nosuch.pdf"),
    "a document that is cited": (nothing, "source rm courier"),
    "a claim without words": (nothing, "new ''"),
    "a page as address": (lambda root: (
        replacing(RECORD, "file:", "url: https://courier.example/1\nfile:")(root),
        replacing(HURT, "source: courier", "source: https://courier.example/1")(root))[0], "check"),
    "allowances as a list": (replacing(HURT, "allow:\n  single-origin: only one paper",
        "allow: [single-origin]"), "check"),
    "a file in another encoding": (writing("claims/x.yaml", b"claim: caf\xe9\n"), "check"),
    "a huge file": (writing("claims/x.yaml", b"claim: " + b"x" * 2_000_000), "check"),
    "an id that is not the file's name": (replacing(HURT, "claim:", "id: other\nclaim:"), "check"),
    "a file with blanks in its name": (renaming(HURT, "claims/Injured 14.yaml"), "check"),
    "a quotation mark that is left open": (replacing(HURT, "quote: Of", 'quote: "Of'), "check"),
    "a verdict without a name": (replacing(CREW, "  by: Desk\n", ""), "check"),
    "a document without a record": (writing("sources/new.pdf", b"%PDF-1.4\n"), "check"),
    "a headline as evidence": (replacing(HURT, PRINTED, "Ferry strikes harbour wall"), "check"),
    "an interested party misspelt": (replacing(CREW, "kind: event",
        "kind: event\ninterested: [nroth-line]"), "check"),
    "settings that are no TOML": (writing("claimcheck.toml", b"claims = \n"), "check"),
    "a folder that is gone": (renaming("claims", "facts"), "check"),
    "a passage that is not there": (nothing,
        "link full-crew courier --stance supports --quote 'Nobody was treated for anything'"),
    "a passage of one word": (nothing, "link full-crew courier --stance supports --quote ferry"),
    "a search for nothing that is there": (nothing, "find 'zebra crossing budget'"),
    "a tag that is not there": (nothing, "list --tag brigde"),
    "a document that is pinned": (nothing, "source add sources/courier.txt"),
    "an empty document": (writing("e.txt", b""), "source add e.txt"),
    "a program as document": (writing("e.exe", b"MZ"), "source add e.exe"),
    "a day of no calendar": (nothing, "source set courier issued=32/13/2020"),
    "an id that is taken": (nothing, "source rename courier inquiry"),
    "a claim's id that is taken": (nothing, "rename full-crew passengers-hurt"),
    "a stance misspelt in a command": (nothing, "set full-crew 1 stance=suports"),
    "a key of an item without its number": (nothing, "set full-crew stanc=supports"),
    "an item that is not there": (nothing, "unlink full-crew 9"),
    "an item to set that is not there": (nothing, "set full-crew 7 stance=supports"),
    "a claim to move to that is not there": (nothing, "move full-crew 1 nosuch"),
    "a rule that no claim may silence": (nothing, "allow full-crew no-evidence --because x"),
    "a review without a name": (nothing, "review full-crew"),
    "nothing to take back": (removing(), "undo --dry-run --no-cache"),
    "an answer that is no JSON": (writing("a.json", b"hello"), "import citations a.json"),
    "an answer of no known shape": (writing("a.json", b'{"a": 1}'), "import citations a.json"),
    "a table without claims": (writing("a.csv", b"foo,bar\n1,2\n"), "import csv a.csv"),
    "a report into a file": (nothing, "report claimcheck.toml"),
    "a draft that is not there": (nothing, "article nope.md"),
    "a quotation in a file that is not there": (nothing, "quote 'the ferry sailed' nope.html"),
    "an export misspelt": (nothing, "export cvs"),
    "a rule misspelt in a command": (nothing, "rules quote-alterd"),
    "a schema misspelt": (nothing, "schema clam"),
    "an option misspelt": (nothing, "check --formt json"),
    "a claim that is not named": (nothing, "link"),
    "a sentence without quotation marks": (nothing, "new The ferry sailed at nine"),
    "an option without its hyphens": (nothing, "cache clear"),
    "a key and value where options are asked for": (nothing, "party add ferry name=Ferry"),
    "a value of a party without its option": (nothing, "party set council name=Council"),
    "a file to write without its option": (nothing, "export csv table.csv"),
    "a word behind a command that takes none": (nothing, "watch now"),
    "a second claim where one is taken": (nothing, "rm full-crew other"),
    "a word where a number is asked for": (nothing, "unlink full-crew one"),
    "a folder without a project": (removing("claimcheck.toml"), "check"),
    "a commit where there is no repository": (nothing, "diff main"),
    "a status that is none in a command": (nothing,
        "verdict full-crew maybe --by Ana --because x"),
}  # fmt: skip


# How else it is said what to do next.
ADVICE = (
    "say why",
    "there is no such file",
    ": try fewer words",
    "Missing option",
    "is not a number",
    "is not one of",
)


def test_every_mistake_is_answered_so(
    dossier: Path, run: Run, golden: Golden, tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    day = ("--today", str(TODAY))
    assert run("check", "--strict", *day).status == 0
    answers: list[str] = []
    silent: list[str] = []
    for number, (name, (mistake, command)) in enumerate(MISTAKES.items()):
        root = tmp_path_factory.mktemp("mistakes") / str(number)
        shutil.copytree(dossier, root)
        monkeypatch.chdir(root)
        mistake(root)
        arguments = shlex.split(command)
        result = run(*arguments, *(day if arguments[0] == "check" else ()))
        result = replace(result, out=result.out.replace(str(root), "DIR"),
                       err=result.err.replace(str(root), "DIR"))  # fmt: skip
        answers.append(
            f"## {name}\n\n$ claimcheck {command}   ({result.status})\n{result.out}{result.err}"
        )
        assert "itself failed" not in result.err
        has_advice = (
            "help:" in result.out + result.err
            or "did you mean" in (result.out + result.err).lower()
            or any(advice in result.out + result.err for advice in ADVICE)
        )
        silent += [] if has_advice else [name]
    assert silent == []
    golden(GOLDEN / "mistakes.txt", "\n".join(answers))


@pytest.mark.parametrize(
    ("name", "data", "command", "answer"),
    [
        ("a.json", b'{"a":', "source add a.json", "a.json: line 1, column 6: is no JSON"),
        ("a.jsonl", b'{"a": 1}\n\n{"b": ', "source add a.jsonl", "line 3, column 7: is no JSON"),
        (
            "a.csv",
            b'claim;quote\n\n"a;b\nc',
            "import csv a.csv",
            "a.csv: line 3: a quotation mark opens",
        ),
        (
            "a.csv",
            b'claim,quote\n"a"b,c\n',
            "import csv a.csv",
            'help: write "" for a quotation mark',
        ),
        ("a.txt", b" \n", "quote 'It rained' a.txt", "a.txt: holds no text"),
        ("a.md", b"caf\xe9 and bridge", "article a.md", "help: save it as UTF-8\n"),
        ("a/b.md", b"It rained.", "article a", "a: is a folder, not a file"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_what_to_do(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes,
    command: str, answer: str,
) -> None:  # fmt: skip
    assert run("init", tmp_path).status == 0
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(data)
    monkeypatch.chdir(tmp_path)

    result = run(*shlex.split(command))

    assert (result.status, answer in result.err) == (2, True), result.err
