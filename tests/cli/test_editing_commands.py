"""Everything by command: claims and parties are edited line by line, and taken back."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from claimcheck import assess, load
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]

TEXT = "The bridge reopened on Monday, the council said. Nobody was hurt in the storm.\n"
CLAIM = """\
# For the desk.
claim: The bridge is open.  # since Monday
kind: state
evidence:
  # the notice
  - source: gazette
    stance: supports
    quote: The bridge reopened on Monday
    speaker: council

  - source: gazette
    stance: context
    quote: Nobody was hurt in the storm
"""
PARTIES = "# Who is who.\ncouncil: {name: Elm Council}\ntown:\n  name: Elm Town\n"


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path / "cache"))
    root = tmp_path / "dossier"
    for folder in ("claims", "sources", "reviews"):
        (root / folder).mkdir(parents=True)
    (root / "claimcheck.toml").write_text('ratings = ["half true"]\n')
    (root / "sources" / "gazette.txt").write_text(TEXT)
    (root / "sources" / "gazette.yaml").write_text(
        "title: Gazette\npublisher: Gazette\nfile: gazette.txt\n"
    )
    (root / "sources" / "parties.yaml").write_text(PARTIES)
    (root / "claims" / "bridge.yaml").write_text(CLAIM)
    (root / "claims" / "storm.yaml").write_text("claim: The storm was weak.\nrests_on: bridge\n")
    monkeypatch.chdir(root)
    return root


def claim_text(dossier: Path, name: str = "bridge") -> str:
    return (dossier / "claims" / f"{name}.yaml").read_text("utf-8")


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


COMMANDS = {
    "set": ("set", "bridge", "claimant=council", "claimant=town"),
    "set item": ("set", "bridge", "2", "page=3", "speaker=town"),
    "unlink": ("unlink", "bridge", "2"),
    "move": ("move", "bridge", "1", "storm"),
    "rename": ("rename", "bridge", "elm-bridge"),
    "rm": ("rm", "storm"),
    "verdict": ("verdict", "bridge", "refuted", "--by", "Ana", "--because", "I saw it."),
    "allow": ("allow", "bridge", "single-origin", "--because", "nobody else was there"),
    "tag": ("tag", "published", "bridge", "storm"),
    "party add": ("party", "add", "mayor", "--name", "Bo Kim", "--parent", "town"),
    "party set": ("party", "set", "council", "--parent", "town"),
    "party rm": ("party", "rm", "town"),
}


@pytest.mark.parametrize("arguments", COMMANDS.values(), ids=COMMANDS)
def test_a_command_shows_what_it_writes_and_is_taken_back(
    run: Run, dossier: Path, arguments: tuple[str, ...]
) -> None:
    before = files(dossier)
    shown = run(*arguments, "--dry-run")
    assert shown.status == 0
    assert files(dossier) == before

    done = run(*arguments)

    assert (done.status, done.out) == (0, shown.out)
    assert "--- a/" in done.out
    assert "+++ " in done.out
    after = files(dossier)
    assert after != before
    undone = run("undo")
    assert undone.status == 0
    assert files(dossier) == before
    assert run("undo").status == 0
    assert files(dossier) == after


@pytest.mark.usefixtures("dossier")
def test_a_difference_is_coloured_where_colours_show(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = run("set", "bridge", "claimant=council", "--dry-run").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("set", "bridge", "claimant=council", "--dry-run").out
    assert re.sub(r"\x1b\[\d*m", "", coloured) == plain
    assert "\x1b[32m+claimant: council\x1b[0m" in coloured
    assert "\x1b" not in plain


def test_a_tag_is_one_whatever_its_capitals_and_blanks(run: Run, dossier: Path) -> None:
    run("tag", " urgent ", "bridge")
    assert claim_text(dossier) == f"{CLAIM}tags: [urgent]\n"
    run("tag", "Urgent", "bridge")
    assert claim_text(dossier) == f"{CLAIM}tags: [urgent]\n"
    run("tag", "URGENT", "bridge", "--remove")
    assert claim_text(dossier) == CLAIM


def test_only_the_lines_of_a_key_change(run: Run, dossier: Path) -> None:
    run("set", "bridge", "claimant=council", "tags=a,b", "as_of=2026-01-31")
    assert claim_text(dossier) == CLAIM + ("claimant: council\ntags: [a, b]\nas_of: 2026-01-31\n")
    run("set", "bridge", "1", "speaker=", "quote=Nobody was hurt in the storm")
    assert claim_text(dossier) == (
        CLAIM.replace("    speaker: council\n", "").replace(
            "quote: The bridge reopened on Monday", "quote: Nobody was hurt in the storm"
        )
        + "claimant: council\ntags: [a, b]\nas_of: 2026-01-31\n"
    )


def test_a_reason_for_another_verdict_is_not_signed_with_a_new_one(run: Run, dossier: Path) -> None:
    day = ("--today", "2026-01-31")
    reason = ("--because", "The notice is forged.", "--rating", "half true")
    run("verdict", "bridge", "refuted", "--by", "Ana", *reason, *day)
    result = run("verdict", "bridge", "conflicting", "--by", "Bo", *day)
    assert (result.status, "--because TEXT" in result.err) == (2, True)
    assert run("verdict", "bridge", "refuted", "--by", "Bo", *day).status == 0
    assert "rationale: The notice is forged." in claim_text(dossier)

    derived = next(claim for claim in assess(load(dossier), TODAY).claims if claim.id == "bridge")
    run("verdict", "bridge", str(derived.derivation.status), "--by", "Bo", *day)
    assert claim_text(dossier).endswith(
        f"verdict:\n  status: {derived.derivation.status}\n  by: Bo\n  on: 2026-01-31\n"
    )


def test_what_stands_beside_a_quote_is_set_whether_or_not_something_did(
    run: Run, dossier: Path
) -> None:
    assert run("set", "bridge", "1", "prefix=").status == 0
    assert claim_text(dossier) == CLAIM

    run("set", "bridge", "1", "suffix=, the council")
    with_suffix = '{exact: The bridge reopened on Monday, suffix: ", the council"}'
    assert claim_text(dossier) == CLAIM.replace("The bridge reopened on Monday", with_suffix)

    long = "the council said. Nobody was hurt in the storm. It was the first one in a year."
    run("set", "bridge", "2", f"prefix={long}", "quote=Nobody was hurt")
    assert claim_text(dossier).endswith(
        f"    stance: context\n    quote:\n      exact: Nobody was hurt\n      prefix: {long}\n"
    )
    run("set", "bridge", "2", "prefix=", "suffix=in the storm")
    assert claim_text(dossier).endswith(
        "    quote:\n      exact: Nobody was hurt\n      suffix: in the storm\n"
    )


@pytest.mark.parametrize(
    "quote",
    [
        "'quote': x y z",
        "quote: >-\n      x y\n      z",
        'quote: "x y z"  # so',
        "quote: x y\n     z",
    ],
)
@pytest.mark.parametrize("braces", [False, True])
def test_a_quote_in_any_style_takes_what_stands_beside_it(
    run: Run, dossier: Path, quote: str, *, braces: bool
) -> None:
    item = f"  - source: gazette\n    stance: context\n    {quote}\n    page: 3\n"
    if braces:
        item = "  - {source: gazette, stance: context, quote: x y z, page: 3}\n"
    (dossier / "claims" / "bridge.yaml").write_text(f"claim: C.\nevidence:\n{item}")

    assert run("set", "bridge", "1", f"prefix={'w ' * 50}w").status == 0

    claim = next(claim for claim in load(dossier).claims if claim.id == "bridge")
    (read,) = claim.evidence
    assert (read.quote.exact, read.quote.prefix, read.page) == ("x y z", "w " * 50 + "w", "3")


@pytest.mark.usefixtures("dossier")
def test_what_the_gate_finds_then_is_said(run: Run) -> None:
    result = run("set", "bridge", "1", "quote=The bridge reopened on Tuesday")
    assert result.status == 0
    assert "error[quote-altered]" in result.out
    assert "+    quote: The bridge reopened on Tuesday" in result.out


# What is typed, what is said, and the help.
OTHERS = {
    "new": ("new", "The bridge was old."),
    "new with evidence": ("new", "It was closed.", "--source", "gazette", "--stance", "supports",
                          "--quote", "TEXT_LINE"),
    "link": ("link", "storm", "gazette", "--stance", "context", "--quote", "TEXT_LINE"),
    "baseline": ("baseline",),
    "pin": ("pin", "gazette"),
}  # fmt: skip


@pytest.mark.parametrize("arguments", OTHERS.values(), ids=OTHERS)
def test_what_writes_otherwise_shows_first_what_it_would_write(
    run: Run, dossier: Path, arguments: tuple[str, ...]
) -> None:
    line = TEXT.split("\n", maxsplit=1)[0]
    given = [argument.replace("TEXT_LINE", line) for argument in arguments]
    before = files(dossier)
    shown = run(*given, "--dry-run")
    assert shown.status == 0, shown
    assert files(dossier) == before

    run(*given)

    after = files(dossier)
    (path,) = [name for name in after if after[name] != before.get(name)]
    if path.endswith("gazette.yaml"):
        assert "nothing was written" in shown.out
        return
    assert f"+++ b/{path}\n" in shown.out
    added = [each[1:] for each in shown.out.splitlines() if each[:1] == "+" and each[:3] != "+++"]
    assert added
    assert set(added) <= set(after[path].decode().splitlines())


MISTAKES = """\
set bridge claimnt=x => a claim has no key 'claimnt' => did you mean claimant?
set bridge verdict=x => 'verdict' is not set so => use `claimcheck verdict …`
set bridge claimant => 'claimant' is not KEY=VALUE => such as claimant=acme
set bridge kind=event kind=state => 'kind' has one value, and several were given => give one
set bridge 1 quote=x quote=y => 'quote' has one value, and several were given => give one of them
set bridge 3 page=1 => claims/bridge.yaml: there is no evidence item 3 in it => numbers them
set bridge 3 quote=x => claims/bridge.yaml: there is no evidence item 3 in it => numbers them
set bridge 0 quote=x => there is no evidence item 0 => they are numbered from 1
set bridge ² quote=x => '²' is not KEY=VALUE => such as claimant=acme
set brige tags=x => there is no claim 'brige' => did you mean bridge?
set bridge kind=sate => nothing was written: `kind` is 'sate', which is none => did you mean state?
unlink bridge 9 => claims/bridge.yaml: there is no evidence item 9 in it => numbers them
move bridge 9 storm => claims/bridge.yaml: there is no evidence item 9 in it => numbers them
move bridge 1 bridge => 'bridge' is the claim that it is in already =>
rename bridge storm => there is a claim 'storm' already =>
rename bridge 'a b' => 'a b' cannot be a claim's id => letters from a to z, digits, dots, hyphens
rename bridge con => 'con' cannot be a claim's id => Windows keeps this name for a device
new x --id nul => 'nul' cannot be a claim's id => choose another one with --id
rm bridge => claim 'bridge' is needed by storm => take it out of their `rests_on` first
verdict bridge refuted --by Ana => the evidence makes it => --because TEXT
verdict bridge supported --by A --because x --rating h => the project has no rating 'h' => half
allow bridge single-orign --because x => there is no rule 'single-orign' => single-origin
allow bridge quote-altered --because x => no claim may silence quote-altered => says how to mend it
allow bridge single-origin --because \u200b => say why: --because TEXT =>
tag '' bridge => the tag is empty => give a word
rename bridge '' => a claim's id cannot be empty => choose one
tag a,b bridge => 'a,b' cannot be a tag => a tag holds no comma
party add council --name x => there is a party 'council' already => claimcheck party set council
party add con --name x => 'con' cannot be a party's id => Windows keeps this name for a device
party add x --name X --parent twon => the parent 'twon' is no party => did you mean town?
party add COUNCIL --name x => nothing was written: 'COUNCIL' and 'council' cannot be told apart =>
party add mayor --name 'Elm Town' => nothing was written: 'mayor' and 'town' cannot be told apart =>
party set town --parent town => nothing was written: the parents of 'town' lead back to itself =>
party set counsil --name x => there is no party 'counsil' => did you mean council?
party rm council => party 'council' is named by claim 'bridge' => name another party there
undo => nothing was written here that could be taken back => in the repository's commits
"""


@pytest.mark.parametrize("line", MISTAKES.splitlines())
def test_a_mistake_is_told_and_nothing_is_written(run: Run, dossier: Path, line: str) -> None:
    typed, message, hint = (part.strip() for part in line.split("=>"))
    before = files(dossier)
    result = run(*shlex.split(typed))
    assert result.status == 2
    assert result.err.startswith(f"error: {message}")
    assert hint in result.err
    assert files(dossier) == before


def test_a_party_is_added_in_whatever_style_the_others_are_written(run: Run, dossier: Path) -> None:
    file = dossier / "sources" / "parties.yaml"
    for written, after in (
        ("", "mayor: {name: Bo Kim}\n"),
        ("# nobody yet\n", "# nobody yet\nmayor: {name: Bo Kim}\n"),
        ("{}\n", "{mayor: {name: Bo Kim}}\n"),
        ("{council: {name: Elm}}\n", "{council: {name: Elm}, mayor: {name: Bo Kim}}\n"),
    ):
        file.write_text(written)
        assert run("party", "add", "mayor", "--name", "Bo Kim").status == 0
        assert file.read_text() == after


def test_a_file_that_was_changed_since_is_not_taken_back(run: Run, dossier: Path) -> None:
    run("tag", "x", "bridge")
    path = dossier / "claims" / "bridge.yaml"
    path.write_text(path.read_text("utf-8") + "# mine\n")
    result = run("undo")
    assert result.status == 2
    assert result.err == (
        "error: claims/bridge.yaml: was changed since, so nothing was taken back\n"
        "  help: take it back by hand, or with git\n"
    )


def test_a_renamed_claim_keeps_its_signatures_and_those_that_rest_on_it(
    run: Run, dossier: Path
) -> None:
    assert run("review", "bridge", "--by", "Ana").status == 0
    run("rename", "bridge", "elm-bridge")
    project = load(dossier)
    assert [claim.id for claim in project.claims] == ["elm-bridge", "storm"]
    assert [review.by for review in project.reviews["elm-bridge"]] == ["Ana"]
    assert project.claims[1].rests_on == ("elm-bridge",)
    assert claim_text(dossier, "elm-bridge") == CLAIM


def test_a_moved_item_says_all_that_it_said(run: Run, dossier: Path) -> None:
    run("set", "bridge", "1", "rationale=It says so.", "page=2", "translation=Die Brücke ist offen",
        "translation_by=Ana", "by=act")  # fmt: skip
    (before, *_rest) = next(
        claim for claim in load(dossier).claims if claim.id == "bridge"
    ).evidence
    run("move", "bridge", "1", "storm")
    (moved,) = next(claim for claim in load(dossier).claims if claim.id == "storm").evidence
    for key in (
        "source",
        "stance",
        "quote",
        "speaker",
        "rationale",
        "page",
        "translation",
        "basis",
    ):
        assert getattr(moved, key) == getattr(before, key)


def test_parties_are_listed(run: Run, dossier: Path) -> None:
    run("party", "set", "council", "--alias", "The Council", "--parent", "town")
    assert run("party", "list").out == (
        "council: Elm Council (also The Council), of town\ntown: Elm Town\n"
    )
    assert (dossier / "sources" / "parties.yaml").read_text() == (
        "# Who is who.\ncouncil: {name: Elm Council, aliases: [The Council], parent: town}\n"
        "town:\n  name: Elm Town\n"
    )
