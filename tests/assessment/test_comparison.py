"""What a change does, told in terms of claims: two dossiers in, words out."""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck import Assessment, Dossier, assess, load
from claimcheck.assessment.compare import compare_assessments
from claimcheck.formats.comparison import markdown, terminal
from claimcheck.formats.screen import Screen
from claimcheck.model import (
    Claim,
    Config,
    Evidence,
    PinnedText,
    Place,
    Quote,
    Source,
    Stance,
)
from support.project import ROOT, TODAY, CommandResult
from support.repository import commit, git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck.assessment.comparison import Comparison

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

SHOWN = ROOT / "tests" / "golden" / "comparison"


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    """Make a branch that flips a word of a quote, contradicts a claim and removes another."""
    root = tmp_path / "dossier"
    shutil.copytree(SHOWN / "dossier", root)
    git(root, "init", "--quiet")
    commit(root)
    git(root, "checkout", "--quiet", "-b", "change")
    edit(root / "claims" / "bridge-safe.yaml", "We did not find", "We did find")
    with (root / "claims" / "bridge-reopened.yaml").open("a") as file:
        file.write("  - source: radio\n    stance: contradicts\n")
        file.write("    quote: The bridge did not reopen on 4 May\n")
    (root / "claims" / "repairs-overran.yaml").unlink()
    commit(root)
    return root


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_the_comment_reads_exactly_like_this(
    branch: Path, run: Run, golden: Callable[[Path, str], None]
) -> None:
    for name in ("terminal", "markdown", "json"):
        result = run("diff", "main", "change", "-C", branch, "--today", TODAY, "--format", name)
        assert (result.status, result.err) == (0, "")
        golden(SHOWN / f"branch.{name}.txt", result.out)


def test_what_else_may_change_reads_exactly_like_this(
    branch: Path, run: Run, golden: Callable[[Path, str], None]
) -> None:
    git(branch, "checkout", "--quiet", "main")
    sources, claims = branch / "sources", branch / "claims"
    before = hashlib.sha256((sources / "gazette.txt").read_bytes()).hexdigest()
    edit(sources / "gazette.txt", "15 million", "16 million")
    after = hashlib.sha256((sources / "gazette.txt").read_bytes()).hexdigest()
    edit(sources / "gazette.yaml", before, after)
    edit(sources / "radio.yaml", "file:", "notice: retracted\nfile:")
    edit(sources / "parties.yaml", "Riverside Radio}", "Riverside Radio, parent: town}")
    (sources / "leaflet.yaml").write_text("title: A leaflet\nfile: leaflet.txt\n")
    (sources / "leaflet.txt").write_text("Lorries use the bridge at night.\n")
    (claims / "repairs-overran.yaml").rename(claims / "repairs-cost-more.yaml")
    (claims / "lorries.yaml").write_text(
        "claim: Lorries use the bridge at night.\nevidence:\n"
        "  - {source: leaflet, stance: supports, quote: use the bridge at night}\n"
    )
    edit(claims / "bridge-safe.yaml", "claim: The", "tags: [safety]\nclaim: The")
    (claims / "bridge-reopened.yaml").write_text("claim: [The bridge\n")
    (branch / "claimcheck.toml").write_text("rules.quote-altered = 'off'\n")

    for name in ("terminal", "markdown"):
        result = run("diff", "main", "-C", branch, "--today", TODAY, "--format", name)
        assert (result.status, result.err) == (0, "")
        golden(SHOWN / f"everything.{name}.txt", result.out)


def test_the_working_tree_says_the_same_as_its_commit(branch: Path, run: Run) -> None:
    committed = json.loads(run("diff", "main", "change", "-C", branch, "--format", "json").out)
    present = json.loads(run("diff", "main", "-C", branch, "--format", "json").out)

    assert present["after"].pop("name") == "the working tree"
    assert committed["after"].pop("name") == "change"
    assert present["after"].pop("commit") is None
    assert committed["after"].pop("commit")
    assert present == committed


def test_output_is_the_same_bytes_every_time(branch: Path, run: Run) -> None:
    for name in ("terminal", "markdown", "json"):
        arguments = ("diff", "main", "-C", branch, "--today", TODAY, "--format", name)
        assert run(*arguments).out == run(*arguments).out


def test_what_others_did_meanwhile_is_left_out_when_asked(branch: Path, run: Run) -> None:
    git(branch, "checkout", "--quiet", "main")
    (branch / "claims" / "repairs-cost.yaml").unlink()
    commit(branch)
    git(branch, "checkout", "--quiet", "change")

    def ids(kind: str, *options: str) -> list[str]:
        result = run("diff", "main", "-C", branch, "--format", "json", *options)
        return [claim["id"] for claim in json.loads(result.out)["claims"][kind]]

    assert ids("added") == ["repairs-cost"]
    assert ids("added", "--merge-base") == []
    assert ids("removed", "--merge-base") == ["repairs-overran"]


def test_diff_writes_nothing(branch: Path, run: Run) -> None:
    def state() -> dict[str, tuple[int, bytes]]:
        return {
            str(path): (path.stat().st_mtime_ns, path.read_bytes())
            for path in branch.rglob("*")
            if path.is_file()
        }

    before = state()
    run("diff", "main", "-C", branch)
    run("check", "-C", branch)

    assert state() == before


# What differs, one thing at a time.


def assessed(root: Path) -> Assessment:
    return assess(load(root), TODAY)


GAZETTE = "The Elm Street bridge reopened on 4 May 2021. It carries 15 million crossings a year.\n"


def small(write: Write, **files: str) -> Path:
    sha = hashlib.sha256(GAZETTE.encode()).hexdigest()
    return write(
        {
            "claims/bridge.yaml": "claim: The bridge reopened.\nevidence:\n"
            "  - {source: gazette, stance: supports, quote: bridge reopened on 4 May 2021}\n",
            "sources/gazette.yaml": "title: Gazette\npublisher: elm\nfile: gazette.txt\n"
            f"sha256: {sha}\n",
            "sources/gazette.txt": GAZETTE,
            "sources/parties.yaml": "elm: {name: The Elm Gazette}\n",
            **files,
        }
    )


def difference(root: Path, change: Callable[[], object]) -> Comparison:
    before = assessed(root)
    change()
    return compare_assessments(before, assessed(root))


def test_a_claim_under_another_name_is_renamed(write: Write) -> None:
    root = small(write)
    claims = root / "claims"

    compared = difference(root, lambda: (claims / "bridge.yaml").rename(claims / "reopened.yaml"))

    (change,) = compared.changed
    assert change.renamed
    assert (compared.added, compared.removed) == ((), ())


def test_a_quote_in_a_script_without_blanks_is_altered_and_no_other(write: Write) -> None:
    item = "claim: The bridge reopened.\nevidence:\n  - source: gazette\n    stance: supports\n"
    root = small(
        write, **{"claims/bridge.yaml": f"{item}    quote: 橋は五月四日に再開したという\n"}
    )

    compared = difference(root, lambda: edit(root / "claims" / "bridge.yaml", "四日", "五日"))

    (change,) = compared.changed
    assert (len(change.altered), change.gained, change.lost) == (1, (), ())


def test_a_claim_under_another_name_with_other_words_is_another_claim(write: Write) -> None:
    root = small(write)

    def change() -> None:
        (root / "claims" / "bridge.yaml").rename(root / "claims" / "reopened.yaml")
        edit(root / "claims" / "reopened.yaml", "The bridge reopened.", "The bridge is open.")

    compared = difference(root, change)

    assert [change.claim.id for change in compared.added] == ["reopened"]
    assert [change.claim.id for change in compared.removed] == ["bridge"]


def test_a_claim_whose_file_broke_is_not_called_removed_without_a_word(write: Write) -> None:
    root = small(write)

    compared = difference(root, lambda: edit(root / "claims" / "bridge.yaml", "claim:", "clam: ]"))

    assert [change.unreadable for change in compared.removed] == [True]
    text = terminal.render(compared, Screen(80))
    assert "Its file is there, but cannot be read any more" in text


def test_a_changed_source_is_told_where_its_quotes_are_hurt(write: Write) -> None:
    root = small(write)

    compared = difference(root, lambda: edit(root / "sources" / "gazette.txt", "4 May", "6 May"))

    (change,) = compared.changed
    assert change.status is not None
    assert (change.status.before, change.status.after) == ("supported", "not-enough-evidence")
    assert change.reasons == (
        (
            "The Elm Gazette no longer supports it: evidence 1 does not count any more "
            "(its quote is altered)"
        ),
    )
    assert [change.after.id for change in compared.sources_changed] == ["gazette"]
    assert [change.summary for change in compared.pins] == [
        "the pinned file sources/gazette.txt changed, and its hash did not"
    ]


@pytest.mark.parametrize(
    ("old", "new", "reasons"),
    [
        (
            "stance: supports",
            "stance: contradicts",
            (
                (
                    "The Elm Gazette no longer supports it: "
                    "the passage is cited as contradicts, not supports"
                ),
                (
                    "The Elm Gazette now contradicts it: the passage is cited as contradicts, not "
                    "supports"
                ),
            ),
        ),
        (
            "claim: The",
            "claimant: elm\nclaim: The",
            (
                "The Elm Gazette no longer supports it: the party counts as interested",
                (
                    "The Elm Gazette, an interested party, now maintains it: the party counts as "
                    "interested"
                ),
            ),
        ),
        (
            "supports,",
            "supports, speaker: Mira Kole,",
            (
                "Mira Kole now supports it: the passage counts as another party's word",
                "The Elm Gazette no longer supports it: the passage counts as another party's word",
            ),
        ),
    ],
)
def test_why_a_voice_came_or_went_is_said(
    write: Write, old: str, new: str, reasons: tuple[str, ...]
) -> None:
    root = small(write)

    compared = difference(root, lambda: edit(root / "claims" / "bridge.yaml", old, new))

    assert set(compared.changed[0].reasons) == set(reasons)


def test_settings_parties_and_allowances_do_not_change_unseen(write: Write) -> None:
    root = small(write)

    def change() -> None:
        (root / "claimcheck.toml").write_text("min_origins = 1\nrules.quote-altered = 'off'\n")
        edit(root / "sources" / "parties.yaml", "The Elm Gazette", "Another")
        with (root / "claims" / "bridge.yaml").open("a") as file:
            file.write("allow: {single-origin: The only paper there is}\n")

    compared = difference(root, change)

    assert [(change.name, change.before, change.after) for change in compared.settings] == [
        ("min_origins", "2", "1"),
        ("rules.quote-altered", "", "off"),
    ]
    assert [change.name for change in compared.parties] == ["elm"]
    assert [change.name for change in compared.changed[0].fields] == ["allow"]
    assert compared.changed[0].corroboration is not None


@pytest.mark.parametrize(
    ("file", "old", "new", "names"),
    [
        ("claims/bridge.yaml", "claim: The", "rests_on: [other]\nclaim: The", ["rests_on"]),
        ("claims/bridge.yaml", "supports,", "supports, page: 2,", ["page"]),
        ("claims/bridge.yaml", "supports,", "supports, by: act,", ["by"]),
        ("claims/bridge.yaml", "supports,", "supports, origin: gazette,", ["origin"]),
        (
            "claims/bridge.yaml",
            "supports,",
            "supports, translation: {text: Sie ist offen, by: mk},",
            ["translation"],
        ),
        (
            "claims/bridge.yaml",
            "supports,",
            "supports, value: {at: row=Elm; column=2021, is: 15},",
            ["value", "does not count because"],
        ),
        ("sources/gazette.yaml", "title:", "language: de\ntitle:", ["language"]),
        ("sources/gazette.yaml", "title:", "main: [3-9]\ntitle:", ["main"]),
        ("sources/gazette.yaml", "title:", "doubtful: [3-9]\ntitle:", ["doubtful"]),
        ("sources/gazette.yaml", "title:", "gaps: [no page 2]\ntitle:", ["gaps"]),
        ("sources/gazette.yaml", "title:", "page_labels: [iv]\ntitle:", ["page_labels"]),
        ("sources/gazette.yaml", "title:", "stamp: gazette.tsr\ntitle:", ["stamp"]),
        ("sources/parties.yaml", "Gazette", "Gazette, aliases: [The Elm]", ["elm"]),
    ],
)
def test_no_key_of_a_file_changes_unseen(
    write: Write, file: str, old: str, new: str, names: list[str]
) -> None:
    root = small(write)

    compared = difference(root, lambda: edit(root / file, old, new))

    fields = [
        *compared.parties,
        *(field for change in compared.sources_changed for field in change.changes),
        *(field for change in compared.changed for field in change.fields),
        *(f for change in compared.changed for item in change.altered for f in item.changes),
    ]
    assert [field.name for field in fields] == names


def test_a_verdict_with_another_rating_is_told(write: Write) -> None:
    verdict = "verdict: {status: supported, by: mk, on: 2021-05-05, rating: true}\n"
    root = small(write, **{"claimcheck.toml": "ratings = ['true', 'misleading']\n"})
    with (root / "claims" / "bridge.yaml").open("a") as file:
        file.write(verdict)

    compared = difference(
        root, lambda: edit(root / "claims" / "bridge.yaml", "rating: true", "rating: misleading")
    )

    assert [
        (field.name, field.before, field.after)
        for change in compared.changed
        for field in change.fields
    ] == [("verdict's rating", "true", "misleading")]


# For every pair of dossiers.

WORDS = st.lists(
    st.sampled_from(["the", "bridge", "did", "not", "reopen", "4", "May"]), min_size=1, max_size=8
).map(" ".join)
SOURCES = ("gazette", "radio")


@st.composite
def assessments(draw: st.DrawFn) -> Assessment:
    place = Place("claims/x.yaml", 1, 1)
    claims = []
    for name in draw(st.sets(st.sampled_from("abcd"))):
        items = draw(
            st.lists(
                st.tuples(st.sampled_from(SOURCES), st.sampled_from(Stance), WORDS), max_size=4
            )
        )
        evidence = tuple(
            Evidence(number, source, stance, Quote(quote), None, None, place, place, place)
            for number, (source, stance, quote) in enumerate(items, 1)
        )
        claimants = draw(st.sampled_from([(), *((source,) for source in SOURCES)]))
        text = draw(st.sampled_from(["It reopened.", "It did not."]))
        claims.append(Claim(name, text, place, claimants=claimants, evidence=evidence))
    sources = {
        name: Source(name, name, place, content=PinnedText(draw(WORDS)), text_path=f"{name}.txt")
        for name in draw(st.sets(st.sampled_from(SOURCES)))
    }
    claims.sort(key=lambda claim: claim.id)
    return assess(Dossier(Config(), tuple(claims), sources), TODAY)


@given(assessments())
@settings(max_examples=settings().max_examples * 3 // 5, deadline=None)
def test_nothing_differs_from_itself(left: Assessment) -> None:
    compared = compare_assessments(left, left)

    assert compared.empty
    assert compared.unchanged == len(left.claims)
    assert "touches no claim" in markdown.render(compared, Screen()) or "Nothing changes" in (
        markdown.render(compared, Screen())
    )


@given(assessments(), assessments())
@settings(deadline=None)
def test_there_and_back_mirror_each_other(left: Assessment, right: Assessment) -> None:
    forth, back = compare_assessments(left, right), compare_assessments(right, left)

    assert [x.claim for x in forth.added] == [x.claim for x in back.removed]
    assert [x.claim for x in forth.removed] == [x.claim for x in back.added]
    assert forth.unchanged == back.unchanged
    assert (forth.sources_added, forth.sources_removed) == (
        back.sources_removed,
        back.sources_added,
    )
    ways = {(x.before.claim.id, x.after.claim.id): x for x in forth.changed}
    returns = {(x.after.claim.id, x.before.claim.id): x for x in back.changed}
    assert ways.keys() == returns.keys()
    for key, way in ways.items():
        home = returns[key]
        assert (way.gained, way.lost) == (home.lost, home.gained)
        assert {(x.before, x.after) for x in way.altered} == {
            (x.after, x.before) for x in home.altered
        }
        assert (way.raised, way.lowered) == (home.lowered, home.raised)
        assert (way.status is None) == (home.status is None)
        assert bool(way.reasons) == bool(home.reasons)
        if way.status:
            assert way.reasons


@given(assessments(), assessments())
@settings(max_examples=settings().max_examples * 3 // 5, deadline=None)
def test_no_claim_is_left_out(left: Assessment, right: Assessment) -> None:
    compared = compare_assessments(left, right)

    both = compared.unchanged + len(compared.changed)
    assert both + len(compared.removed) == len(left.claims)
    assert both + len(compared.added) == len(right.claims)
