"""Checking again: the same report as checking everything, whatever was changed in between."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck import assess, check, load, rules
from claimcheck.anchor import SharedRun
from claimcheck.dossier.load import load_tree
from claimcheck.dossier.project import find_project
from claimcheck.formats import findings
from claimcheck.formats.screen import Screen
from claimcheck.gate.check import severities
from claimcheck.gate.incremental import state
from claimcheck.gate.incremental.check import Question, recheck
from claimcheck.gate.incremental.rows import row
from claimcheck.system import plugins
from support.project import ROOT, TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from claimcheck import Report
    from claimcheck.dossier.project import Project
    from claimcheck.model import Finding
    from support.project import Said

    Write = Callable[[dict[str, str | bytes]], Path]

FORMATS = sorted({*plugins.names(findings)} - findings.NEEDS_CLAIMS)
DAILY = (
    "The bridge was closed on Monday. Nobody was hurt.\n\n"
    '"We did not know of any cracks in the bridge before that day," the town said. '
    "The council met on Tuesday, and it will meet again in the week after next, it said.\n"
)
RADIO = (
    '"We knew of no cracks in the bridge before that day," the town told us. '
    "The ferry sank on Friday, with all that was on board.\n"
)
COPY = (
    "The council met on Tuesday, and it will meet again in the week after next, it said. "
    "What it decides there nobody can tell today, but many who live in the town say that the "
    "bridge has to be built anew, and that no money is there for it in the coming year.\n"
)


def record(name: str, text: str = "", **more: str) -> str:
    """A source's record, pinned where its text is given."""
    lines = {"title": name, "file": f"{name}.txt", **more}
    if text:
        lines["sha256"] = hashlib.sha256(text.encode()).hexdigest()
    return "".join(f"{key}: {value}\n" for key, value in lines.items())


def claim(*items: tuple[str, str, str, str], **more: str) -> str:
    """A claim with items of source, stance, quote and speaker."""
    lines = "".join(f"{key}: {value}\n" for key, value in {"claim": "So it is.", **more}.items())
    for source, stance, quote, speaker in items:
        lines += "" if "evidence:" in lines else "evidence:\n"
        lines += f"  - source: {source}\n    stance: {stance}\n    quote: {quote!r}\n"
        lines += f"    speaker: {speaker}\n" if speaker else ""
    return lines


QUOTES = (
    "The bridge was closed on Monday.",
    "the bridge was closed on Monday.",
    "Nobody was hurt. […] The council met on Tuesday",
    "We did not know of any cracks in the bridge",
    "We knew of no cracks in the bridge before",
    "The ferry sank on Friday, with all",
    "The ferry sank on Sunday, with all",
    "on",
)
ITEM = st.tuples(
    st.sampled_from(("daily", "radio", "wire", "paper", "dayly")),
    st.sampled_from(("supports", "contradicts", "context", "unset")),
    st.sampled_from(QUOTES),
    st.sampled_from(("", "town", "Town of Elm", "A Passer-by", "a passer-by", "the DAILY", "tonw")),
)
MORE = st.sampled_from(
    (
        {},
        {"kind": "state"},
        {"review_by": "2026-11-24"},
        {"claimant": "town"},
        {"claimant": "the Daily", "tags": "[published]"},
        {"tags": "[published, bridge]"},
        {"allow": "{quote-not-found: known, quote-variant: on purpose}"},
        {"allow": "{no-such-rule: why}"},
        {"verdict": "{status: refuted, by: desk, on: 2026-11-01}"},
        {"unknown": "key"},
    )
)
CLAIM = st.one_of(
    st.builds(lambda items, more: claim(*items, **more), st.lists(ITEM, max_size=3), MORE),
    st.sampled_from(("", "claim: [\n", "claim: \x07\n", "- a list\n")),
)
TEXT = st.sampled_from((DAILY, RADIO, COPY, DAILY + COPY, RADIO + COPY, DAILY.upper(), ""))
RECORD = st.builds(
    lambda name, text, more: record(name, text, **more),
    st.sampled_from(("daily", "radio", "wire", "paper")),
    st.sampled_from(("", DAILY, RADIO, COPY)),
    st.sampled_from(
        (
            {},
            {"publisher": "the daily"},
            {"publisher": "The Daily"},
            {"publisher": "town"},
            {"publisher": "a passer-by"},
            {"origin": "wire"},
            {"origin": "daily"},
            {"origin": "unknown"},
            {"origin": "nowhere"},
            {"notice": "retracted"},
            {"issued": "2020"},
            {"oddly": "so"},
        )
    ),
)
SIGNED = (
    f"reviews:\n  - by: desk\n    on: 2026-11-01\n    fingerprint: sha256:{'0' * 64}\n"
    "    claim: So it was.\n    passages: []\n"
)
REVIEW = st.sampled_from(("", "reviews: [\n", SIGNED))
PARTIES = st.sampled_from(
    ("", "town: {name: Town of Elm}\n", "town: {name: Town, parent: elm}\nelm: {name: Elm}\n", "[")
)
CONFIG = st.sampled_from(
    (
        "",
        "stale_after = 100\n",
        "[rules]\nno-evidence = 'note'\nsingle-origin = 'warning'\n",
        "require = {tags = {published = {min_origins = 2, verdict = true}}}\n",
        "require = {reviewed_by = 1}\n",
    )
)


def _at(
    paths: tuple[str, ...], contents: st.SearchStrategy[str]
) -> st.SearchStrategy[tuple[str, str | None]]:
    return st.tuples(st.sampled_from(paths), st.none() | contents)


SOURCES = ("daily", "radio", "wire", "paper")
EDIT = st.one_of(
    _at(("claims/a.yaml", "claims/b.yaml", "claims/sub/c.yaml", "claims/A.yaml"), CLAIM),
    _at(("claims/a.yaml", "claims/b.yaml"), CLAIM),
    _at(("claims/loose.yml", "sources/loose.pdf"), st.just("something")),
    _at(tuple(f"sources/{name}.txt" for name in SOURCES), TEXT),
    _at(tuple(f"sources/{name}.yaml" for name in SOURCES), RECORD),
    _at(("sources/parties.yaml",), PARTIES),
    _at(("reviews/a.yaml", "reviews/sub/a.yaml", "reviews/gone.yaml"), REVIEW),
    st.tuples(st.just("claimcheck.toml"), CONFIG),
    st.tuples(st.just("day"), st.sampled_from(("2026-11-23", "2026-11-25", "2030-01-01"))),
)
BEGINNING: dict[str, str | bytes] = {
    "claimcheck.toml": "",
    "claims/a.yaml": claim(
        ("daily", "supports", QUOTES[0], ""), ("radio", "contradicts", QUOTES[4], "town")
    ),
    "claims/b.yaml": claim(("wire", "context", "The council met on Tuesday", "")),
    "sources/daily.txt": DAILY,
    "sources/daily.yaml": record("daily", DAILY, publisher="The Daily", issued="2026-10-01"),
    "sources/radio.txt": RADIO,
    "sources/radio.yaml": record("radio", RADIO),
    "sources/wire.txt": COPY,
    "sources/wire.yaml": record("wire", COPY),
    "sources/parties.yaml": "town: {name: Town of Elm}\n",
}


def everything(project: Project, today: dt.date) -> Report:
    """Check all of a project."""
    return check(assess(load_tree(project.tree, project.config), today))


def again(project: Project, today: dt.date, kept: dict[str, bytes]) -> Report:
    """Check what has changed since the last time, from which files are kept."""
    levels = severities(project.config.rules)
    asked = Question(project.tree, project.config, today, levels)
    report, learnt = recheck(asked, state.recall(kept.get))
    state.save(learnt, kept.__setitem__)
    return report


def said(report: Report) -> list[str]:
    """What every format says that needs no claims."""
    return [plugins.module(findings, name).render(report, Screen(80)) for name in FORMATS]


@given(edits=st.lists(EDIT, min_size=1, max_size=8))
@settings(
    max_examples=settings().max_examples // 2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_checking_again_says_what_checking_everything_says(
    edits: list[tuple[str, str | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Over random edits of every kind of file, and of the day."""
    root = tmp_path_factory.mktemp("edited", numbered=True)
    for name, text in BEGINNING.items():
        _edit(root, name, text)
    today = TODAY
    # As the command keeps them: apart for each configuration.
    kept: dict[str, dict[str, bytes]] = {}
    for path, content in [("day", "2026-11-22"), *edits]:
        if path == "day":
            today = dt.date.fromisoformat(str(content))
        else:
            _edit(root, path, content)
        project = find_project(root)
        report = again(project, today, kept.setdefault(repr(project.config), {}))
        assert said(report) == said(everything(project, today))


def _edit(root: Path, path: str, content: str | bytes | None) -> None:
    if content is None:
        (root / path).unlink(missing_ok=True)
    else:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content if isinstance(content, bytes) else content.encode())


@pytest.mark.parametrize(
    ("edits", "looked_at"),
    [
        ({}, set()),
        ({"claims/a.yaml": claim(("daily", "supports", QUOTES[0], "town"))}, {"a"}),
        ({"claims/b.yaml": None}, set()),
        ({"claims/d.yaml": "claim: More.\n"}, {"d"}),
        ({"reviews/b.yaml": "reviews: []\n"}, {"b"}),
        ({"sources/wire.txt": COPY + "More."}, {"a", "b"}),
        ({"sources/wire.yaml": record("wire", COPY, issued="2026-01-01")}, {"a", "b"}),
        ({"sources/more.yaml": record("more"), "sources/more.txt": "More."}, {"a"}),
        ({"sources/parties.yaml": "town: {name: Elm}\n"}, {"a", "b", "c"}),
        ({"sources/README": "Whose they are."}, set()),
        ({"day": "2026-11-26"}, {"c"}),
    ],
)
def test_only_what_can_have_changed_is_looked_at(
    write: Write, edits: dict[str, str | None], looked_at: set[str]
) -> None:
    """Claim a quotes speech, which is compared with all sources; c depends on the day."""
    root = write({**BEGINNING, "claims/c.yaml": claim(review_by="2030-01-01")})
    kept: dict[str, bytes] = {}
    again(find_project(root), TODAY, kept)
    known = state.recall(kept.get)
    assert known is not None
    mark = [["seen before", ["x", 0, 0], "", [], None, None, "no-evidence", "note"]]
    known.rows = {path: row._replace(findings=mark) for path, row in known.rows.items()}
    state.save(known, kept.__setitem__)

    today = dt.date.fromisoformat(edits.pop("day", None) or TODAY.isoformat())
    for path, content in edits.items():
        _edit(root, path, content)
    report = again(find_project(root), today, kept)

    left = sum(finding.message == "seen before" for finding in report.findings)
    claims = len(list((root / "claims").rglob("*.yaml")))
    assert left == claims - len(looked_at)


def test_of_the_sources_only_what_has_changed_is_looked_at(write: Write) -> None:
    """What is told of a source that nobody edited is what was kept of it."""
    paper = {"sources/paper.yaml": record("paper"), "sources/paper.txt": "Nothing of the kind."}
    root = write({**BEGINNING, **paper})
    kept: dict[str, bytes] = {}
    again(find_project(root), TODAY, kept)
    known = state.recall(kept.get)
    assert known is not None
    sources = known.kept()
    assert sources is not None
    assert sources.sharing is not None
    wire = replace(load(root).sources["wire"], origin="nowhere")
    records = {**sources.records, "wire": row(wire)}
    run = SharedRun("paper", (0, 20), "radio", (0, 20), 150)
    sharing = replace(sources.sharing, runs=(run,))
    known.anew = replace(sources, records=records, sharing=sharing, filed=None)
    state.save(known, kept.__setitem__)

    _edit(root, "sources/daily.yaml", record("daily", DAILY, issued="2026-09-01"))
    found = {(one.rule, one.source) for one in again(find_project(root), TODAY, kept).findings}
    assert {("unknown-source", "wire"), ("possible-copy", "radio")} <= found

    for path in ("sources/radio.txt", "sources/wire.yaml"):
        _edit(root, path, (root / path).read_bytes() + b"\n")
    found = {(one.rule, one.source) for one in again(find_project(root), TODAY, kept).findings}
    assert {("unknown-source", "wire"), ("possible-copy", "radio")}.isdisjoint(found)


def test_what_is_kept_of_sources_goes_into_a_small_file_until_much_has_changed(
    write: Write,
) -> None:
    many = {f"sources/n{number}.yaml": record(f"n{number}") for number in range(20)}
    texts = {f"sources/n{number}.txt": f"This is text {number}." for number in range(20)}
    root = write({**BEGINNING, **many, **texts})
    kept: dict[str, bytes] = {}
    again(find_project(root), TODAY, kept)
    large = kept["sources"]

    _edit(root, "sources/n1.yaml", None)
    again(find_project(root), TODAY, kept)
    assert kept["sources"] is large
    for number in range(2, 9):
        _edit(root, f"sources/n{number}.txt", "Other words.")
        assert said(again(find_project(root), TODAY, kept)) == said(
            everything(find_project(root), TODAY)
        )
    assert kept["sources"] is not large


@pytest.mark.parametrize("name", ["sources", "sources-since"])
@pytest.mark.parametrize("data", [None, b"", b"\0" * 7 + b"\2{}", b"another", b"of before"])
def test_sources_that_are_not_kept_are_read_again(
    write: Write, name: str, data: bytes | None
) -> None:
    root = write(BEGINNING)
    kept: dict[str, bytes] = {}
    again(find_project(root), TODAY, kept)
    before = kept[name]
    for turn in range(3):
        _edit(root, "sources/daily.yaml", record("daily", DAILY, issued=f"2026-0{turn + 1}-01"))
        if data is None:
            del kept[name]
        else:
            kept[name] = {b"another": b"\0" * 8 + before, b"of before": before}.get(data, data)
        assert said(again(find_project(root), TODAY, kept)) == said(
            everything(find_project(root), TODAY)
        )


PAGED = "title: radio\nfile: radio.pdf\ntext: radio.txt\n"


@pytest.mark.parametrize(
    "states",
    [
        [{"reviews/a.yaml": SIGNED}, {"reviews/a.yaml": None, "reviews/sub/a.yaml": SIGNED}],
        [{"reviews/a.yaml": "- ["}, {"reviews/a.yaml": None, "reviews/sub/a.yaml": "- ["}],
        [{"sources/radio.yaml": "["}, {"sources/radio.yaml": record("radio", RADIO)}],
        [
            {"sources/radio.yaml": PAGED, "sources/radio.pdf": "%PDF"},
            {"sources/radio.pdf": "%PDF "},
            {"sources/radio.pdf": None},
            {"sources/radio.txt": f"One page.\f{RADIO}"},
            {"sources/radio.txt": b"\xff"},
            {"sources/radio.txt": None},
        ],
        [
            {
                "sources/radio.yaml": None,
                "sources/sub/radio.yaml": record("radio", RADIO),
                "sources/sub/radio.txt": RADIO,
            }
        ],
    ],
    ids=["a review moved", "a broken review moved", "a record mended", "pages", "a source moved"],
)
def test_one_change_after_another_is_seen(
    write: Write, states: list[dict[str, str | bytes | None]]
) -> None:
    root = write(BEGINNING)
    kept: dict[str, bytes] = {}
    for edits in [{}, *states]:
        for path, content in edits.items():
            _edit(root, path, content)
        for _ in range(2):
            assert said(again(find_project(root), TODAY, kept)) == said(
                everything(find_project(root), TODAY)
            )


def test_two_processes_find_what_one_finds(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    many = {f"claims/n{number}.yaml": BEGINNING["claims/a.yaml"] for number in range(9)}
    project = find_project(write({**BEGINNING, **many}))
    monkeypatch.setattr("claimcheck.gate.incremental.check._MANY_CLAIMS", 2)
    monkeypatch.setattr("claimcheck.gate.incremental.check._AT_ONCE", 2)

    assert said(again(project, TODAY, {})) == said(everything(project, TODAY))


@pytest.mark.parametrize("many", [2, 1000], ids=["in two processes", "in one"])
def test_a_broken_rule_is_told_and_nothing_is_kept(
    run: Callable[..., Said], write: Write, monkeypatch: pytest.MonkeyPatch, many: int
) -> None:
    def broken(_assessment: object) -> Iterator[Finding]:
        raise ZeroDivisionError

    monkeypatch.setattr(plugins.module(rules, "quote-cut"), "check_claims", broken)
    monkeypatch.setattr("claimcheck.gate.incremental.check._MANY_CLAIMS", many)
    root = write(BEGINNING)

    for _ in range(2):
        said_then = run("-C", root, "check")
        assert said_then.status == 2
        assert "rule quote-cut itself failed (ZeroDivisionError" in said_then.err


@pytest.mark.parametrize("name", plugins.names(findings))
def test_a_format_that_needs_no_claims_says_the_same_without_them(name: str) -> None:
    view = plugins.module(findings, name).render
    reports = [
        check(assess(load(place), TODAY))
        for place in (ROOT, ROOT / "tests" / "cases" / "quote-altered")
    ]
    bare = [replace(one, assessment=replace(one.assessment, claims=())) for one in reports]

    same = [view(one, Screen(80)) for one in reports] == [view(one, Screen(80)) for one in bare]
    assert same is not (name in findings.NEEDS_CLAIMS)


def test_a_claim_of_which_nothing_is_known_is_remembered(write: Write) -> None:
    bare = {"claimcheck.toml": "[rules]\nno-evidence = 'off'\n", "claims/bare.yaml": claim()}
    project = find_project(write({**BEGINNING, **bare}))
    kept: dict[str, bytes] = {}
    again(project, TODAY, kept)

    known = state.recall(kept.get)
    assert known is not None
    assert known.rows["claims/bare.yaml"].evidence == 0


@pytest.mark.parametrize("kept", [b"", b"{}", b"[]", b"null", b'{"filed": 1}', b"[" * 100_000])
def test_a_memory_that_is_none_is_not_believed(kept: bytes) -> None:
    assert state.recall(lambda _name: kept) is None


def test_what_was_found_under_other_settings_is_not_taken(
    run: Callable[..., Said], write: Write
) -> None:
    """Settings in pyproject.toml, rules chosen on the command line, and a folder that is moved."""
    root = write(BEGINNING)
    (root / "claimcheck.toml").unlink()
    settings = (("claims", "off"), ("claims", "error"), ("moved", "error"), ("moved", "off"))
    outs = set()
    for turn, (folder, level) in enumerate(settings):
        if not (root / folder).exists():
            (root / "claims").rename(root / folder)
        rules = f"[tool.claimcheck.rules]\nunreviewed = '{level}'\n"
        _edit(root, "pyproject.toml", f"[tool.claimcheck]\nclaims = '{folder}'\n{rules}")
        for chosen in ((), ("--select", "unreviewed"), ("--ignore", "quote-variant")):
            # With an edit each time, so that it is not merely said again.
            _edit(root, f"{folder}/d.yaml", f"claim: More.\n# {turn} {chosen}\n")
            checked = run("-C", root, "check", *chosen)
            assert checked == run("-C", root, "check", *chosen, "--no-cache")
            outs.add(checked.out)
    assert len(outs) == 3 * len(settings)


def test_a_bound_on_effort_is_met_as_in_one_check_of_everything(
    run: Callable[..., Said], write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever was found before, and however the claims are shared out."""
    lost = [
        claim(("radio", "supports", f"The ferry sank on Sunday, with all that was {number}", ""))
        for number in range(9)
    ]
    many = {f"claims/n{number}.yaml": text for number, text in enumerate(lost)}
    outs = []
    for steps in (10, 2_000_000, 10_000_000):
        root = write({**BEGINNING, **many})
        for name in ("anchor.nearest", "gate.incremental.state"):
            monkeypatch.setattr(f"claimcheck.{name}.STEPS", steps)
        for number in range(4):
            monkeypatch.setattr(
                "claimcheck.gate.incremental.check._MANY_CLAIMS", 2 + 100 * (number % 2)
            )
            _edit(root, f"claims/n{number}.yaml", lost[number] + "# edited\n")
            outs.append(run("-C", root, "check"))
            assert outs[-1] == run("-C", root, "check", "--no-cache")
    assert {"was not looked for" in one.out for one in outs} == {True, False}
