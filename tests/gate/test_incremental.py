"""Checking again: the same report as checking everything, whatever was changed in between."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimcheck import assess, check, load, rules
from claimcheck.dossier.listing import list_files
from claimcheck.dossier.project import find_project
from claimcheck.formats import findings
from claimcheck.formats.screen import Screen
from claimcheck.gate.check import check_project, foundation_of
from claimcheck.gate.incremental.state import State
from claimcheck.gate.request import Request
from claimcheck.gate.runner import severities
from claimcheck.model import Config, Finding, TextComparison
from claimcheck.system import plugins
from claimcheck.system.folder import Folder
from claimcheck.system.packed import packed, unpacked
from support.checking import FORMATS, again, everything, in_two_processes, texts
from support.edits import (
    BEGINNING,
    COPY,
    DAILY,
    EDIT,
    QUOTES,
    RADIO,
    SIGNED,
    claim,
    edit,
    record,
)
from support.project import ROOT, TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from claimcheck import Assessment, Report
    from claimcheck.model import Source
    from claimcheck.system.tree import FileContent
    from support.project import CommandResult

    Write = Callable[[dict[str, str | bytes]], Path]


@given(edits=st.lists(EDIT, min_size=1, max_size=8))
@example(edits=[("sources/daily.yaml", None), ("sources/daily.txt", None)])
@settings(
    max_examples=settings().max_examples // 2,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_checking_again_says_what_checking_everything_says(
    edits: list[tuple[str, str | None]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Over random edits of every kind of file, and of the day; in every format."""
    root = tmp_path_factory.mktemp("edited", numbered=True)
    for name, text in BEGINNING.items():
        edit(root, name, text)
    today = TODAY
    # As the command keeps them: apart for each configuration.
    stores: dict[str, dict[str, bytes]] = {}
    for turn, (path, content) in enumerate([("day", "2026-11-22"), *edits]):
        if path == "day":
            today = dt.date.fromisoformat(str(content))
        else:
            edit(root, path, content)
        project = find_project(root)
        store = stores.setdefault(repr(project.config), {})
        whole = everything(project, today)
        # In one turn of three every claim is asked for, as some formats do.
        if turn % 3 == 1:
            report = again(project, today, store, keep_claims=True)
            assert texts(report, FORMATS) == texts(whole, FORMATS)
        else:
            assert texts(again(project, today, store)) == texts(whole)


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
    store: dict[str, bytes] = {}
    again(find_project(root), TODAY, store)

    today = dt.date.fromisoformat(edits.get("day") or TODAY.isoformat())
    for path, content in edits.items():
        if path != "day":
            edit(root, path, content)
    tree = Watched(root)
    project = replace(find_project(root), tree=tree)
    again(project, today, store)

    opened = {path.removesuffix(".yaml") for path in tree.opened if path.startswith("claims/")}
    assert opened == {f"claims/{name}" for name in looked_at}


class Watched(Folder):
    """A folder that remembers which files were opened to be read, not only to be compared."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.opened: set[str] = set()
        self._unwatched = Folder(root)

    def digest(self, path: str) -> str:
        """Return a file's SHA-256; see `Tree.digest`."""
        return self._unwatched.digest(path)

    def read(self, path: str, limit: int = 1 << 24) -> FileContent:
        """Read a file; see `Tree.read`."""
        self.opened.add(path)
        return super().read(path, limit)


def test_of_the_sources_only_what_has_changed_is_read(write: Write) -> None:
    """No claim quotes speech here, which would be compared with all sources."""
    paper = {"sources/paper.yaml": record("paper"), "sources/paper.txt": "Nothing of the kind."}
    root = write({**BEGINNING, **paper, "claims/a.yaml": "claim: More.\n"})
    store: dict[str, bytes] = {}
    again(find_project(root), TODAY, store)

    edit(root, "sources/daily.yaml", record("daily", DAILY, issued="2026-09-01"))
    tree = Watched(root)
    report = again(replace(find_project(root), tree=tree), TODAY, store)

    assert "sources/daily.txt" in tree.opened
    assert tree.opened.isdisjoint({"sources/paper.yaml", "sources/paper.txt"})
    assert texts(report) == texts(everything(find_project(root), TODAY))


def test_after_an_edit_little_is_written_until_much_has_changed(write: Write) -> None:
    many = {f"sources/n{number}.yaml": record(f"n{number}") for number in range(32)}
    contents = {f"sources/n{number}.txt": f"This is text {number}." for number in range(32)}
    claims = {f"claims/n{number}.yaml": BEGINNING["claims/b.yaml"] for number in range(32)}
    root = write({**BEGINNING, **many, **contents, **claims})
    store: dict[str, bytes] = {}
    again(find_project(root), TODAY, store)
    first = dict(store)

    edit(root, "sources/n1.yaml", None)
    edit(root, "claims/n1.yaml", None)
    again(find_project(root), TODAY, store)
    unchanged = {name for name, data in store.items() if data == first[name]}
    assert len(unchanged) == 2, "the large file of the claims, and that of the sources"

    for number in range(2, 7):
        edit(root, f"sources/n{number}.txt", "Other words.")
        edit(root, f"claims/n{number}.yaml", "claim: Other words.\n")
        assert texts(again(find_project(root), TODAY, store)) == texts(
            everything(find_project(root), TODAY)
        )
    assert all(store[name] != first[name] for name in unchanged)


def test_a_text_of_many_records_is_kept_once(write: Write) -> None:
    words = " ".join(f"word{number * 7919 % 9973} going" for number in range(1_000))
    other = " ".join(f"other{number * 31 % 9973} giving" for number in range(1_000))
    contents = {"sources/words.txt": words, "sources/a.txt": "Short.", "sources/b.txt": other}
    alone = {f"sources/{name}.yaml": f"title: {name}\nfile: {name}.txt\n" for name in "ab"}
    write({**BEGINNING, **contents, **alone})
    sizes = []
    for numbers in (range(20), range(20, 60)):
        record_of_words = "title: N\nfile: words.txt\norigin: unknown\n"
        root = write({f"sources/n{number}.yaml": record_of_words for number in numbers})
        store: dict[str, bytes] = {}
        again(find_project(root), TODAY, store)
        sizes.append(sum(map(len, store.values())))

    assert sizes[1] - sizes[0] < 40 * 2_000, "what tells of this text's copies takes 8,000 bytes"

    for text in (f"{other[:9000]} and no more.", f"{words[:2000]} is copied.", "Short."):
        edit(root, "sources/b.txt", text)
        assert texts(again(find_project(root), TODAY, store)) == texts(
            everything(find_project(root), TODAY)
        )


DAMAGES: dict[str, Callable[[bytes], bytes | None]] = {
    "gone": lambda _data: None,
    "empty": lambda _data: b"",
    "of nothing": lambda _data: b"\0" * 7 + b"\2{}",
    "of another form": lambda data: b"\0" * 8 + data,
    "no state": lambda _data: b"[" * 100_000,
    "another state": lambda _data: b'{"base": 1}',
    "a list": lambda _data: b"[]",
    "a packed list": lambda _data: packed([]),
    "packed nothing": lambda _data: packed({}),
    "entries that are no rows": lambda data: packed({**_head(data), "entries": [1]}),
    "an entry that is no row": lambda data: packed({**_head(data), "entries": {"daily": 1}}),
}


def _head(data: bytes) -> dict[str, object]:
    """What is packed, or nothing."""
    try:
        head: dict[str, object] = unpacked(data)[0]
    except ValueError:
        return {}
    return head


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_state_that_is_damaged_is_not_believed(write: Write, damage: str) -> None:
    root = write(BEGINNING)
    store: dict[str, bytes] = {}
    again(find_project(root), TODAY, store)
    for turn, name in enumerate(sorted(store)):
        edit(root, "sources/daily.yaml", record("daily", DAILY, issued=f"2026-0{turn + 1}-01"))
        data = DAMAGES[damage](store[name])
        store = {key: value for key, value in store.items() if key != name}
        store |= {name: data} if data is not None else {}
        assert texts(again(find_project(root), TODAY, store)) == texts(
            everything(find_project(root), TODAY)
        )


def test_what_a_capture_between_two_others_says_is_seen(write: Write) -> None:
    """Of one page there is one origin, as long as each capture names the one before it."""
    names = ("newest", "middle", "twin", "oldest")
    before = {"newest": "middle", "middle": "oldest", "twin": "oldest"}
    files = {f"sources/{name}.txt": DAILY for name in names}
    for name in names:
        more = {"supersedes": before[name]} if name in before else {}
        files[f"sources/{name}.yaml"] = record(name, **more)
    items = [(name, "supports", QUOTES[0], "") for name in ("newest", "twin")]
    root = write(
        {"claimcheck.toml": "require.min_origins = 2\n", **files, "claims/o.yaml": claim(*items)}
    )
    store: dict[str, bytes] = {}
    unmet = []
    for middle in (record("middle", supersedes="oldest"), record("middle")):
        edit(root, "sources/middle.yaml", middle)
        report = again(find_project(root), TODAY, store)
        assert texts(report) == texts(everything(find_project(root), TODAY))
        unmet.append("requirement-unmet" in {finding.rule for finding in report.findings})

    assert unmet == [True, False]


def test_files_of_two_states_are_not_put_together(write: Write) -> None:
    root = write(BEGINNING)
    store: dict[str, bytes] = {}
    again(find_project(root), TODAY, store)
    earlier = dict(store)
    for number in range(9):
        edit(root, f"claims/n{number}.yaml", "claim: More.\n")
        edit(root, f"sources/n{number}.yaml", record("daily"))
    again(find_project(root), TODAY, store)
    edit(root, "sources/daily.yaml", record("daily", DAILY, issued="2026-09-01"))
    whole = texts(everything(find_project(root), TODAY))
    for name, data in earlier.items():
        assert texts(again(find_project(root), TODAY, {**store, name: data})) == whole


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
        [
            {
                "claims/o.yaml": claim(
                    ("radio", "supports", "The ferry sank on Friday, with all", "")
                ).replace("stance", "origin: daily\n    stance")
                + "claimant: Acme\n",
                "claims/p.yaml": claim(rests_on="o"),
            },
            {"sources/daily.yaml": record("daily", DAILY, publisher="Acme")},
            {"sources/daily.yaml": record("daily", DAILY, publisher="Elm", origin="wire")},
            {"sources/wire.yaml": record("wire", COPY, publisher="Acme")},
            {"sources/wire.yaml": record("wire", COPY, publisher="Elm", supersedes="paper")},
            {"sources/parties.yaml": "elm: {name: Elm, parent: acme}\nacme: {name: Acme}\n"},
        ],
        [
            {"claims/v.yaml": claim(("daily", "supports", QUOTES[3], "town"))},
            {"claims/v.yaml": claim(("daily", "context", QUOTES[3], "town"))},
            {"claims/w.yaml": claim(("radio", "context", QUOTES[4], "town"))},
        ],
        [
            {
                f"sources/{name}.{ending}": text
                for name in ("first", "second", "third")
                for ending, text in (("yaml", record(name)), ("txt", DAILY))
            }
            | {"claims/o.yaml": claim(("first", "supports", QUOTES[0], ""))},
            {"sources/second.yaml": record("second", supersedes="first")},
            {"sources/third.yaml": record("third", supersedes="second")},
            {"sources/third.txt": RADIO},
            {"sources/third.yaml": record("third", supersedes="second", notice="retracted")},
            {"sources/third.yaml": record("third")},
            {"sources/second.yaml": record("second")},
        ],
        [
            {
                f"sources/{name}.{ending}": text
                for name in ("old", "older", "new")
                for ending, text in (("yaml", record(name)), ("txt", DAILY))
            }
            | {
                "sources/new.yaml": record("new", supersedes="old", publisher="Elm"),
                "sources/old.yaml": record("old", supersedes="older", publisher="Elm"),
                "claims/o.yaml": claim(
                    ("new", "supports", QUOTES[0], ""), ("older", "supports", QUOTES[0], "")
                ),
            },
            {"sources/old.yaml": record("old", publisher="Elm")},
            {"sources/old.yaml": record("old", supersedes="new", publisher="Elm")},
            {"sources/old.yaml": None},
        ],
    ],
    ids=[
        "a review moved",
        "a broken review moved",
        "a record mended",
        "pages",
        "a source moved",
        "an origin of a passage",
        "an utterance in two ways",
        "newer captures of a cited one",
        "earlier captures of a cited one",
    ],
)
def test_one_change_after_another_is_seen(
    write: Write, states: list[dict[str, str | bytes | None]]
) -> None:
    root = write(BEGINNING)
    store: dict[str, bytes] = {}
    for edits in [{}, *states]:
        for path, content in edits.items():
            edit(root, path, content)
        whole = texts(everything(find_project(root), TODAY))
        for _ in range(2):
            assert texts(again(find_project(root), TODAY, store)) == whole


MANY = 60  # enough for two processes, in these tests


def many(count: int) -> dict[str, str | bytes]:
    """Claims of two kinds, of which one cites what stands nowhere."""
    kinds = BEGINNING["claims/a.yaml"], *[BEGINNING["claims/b.yaml"]] * 7
    return {f"claims/n{number}.yaml": kinds[number % 8] for number in range(count)}


def test_two_processes_find_what_one_finds(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    in_two_processes(monkeypatch, MANY)
    project = find_project(write({**BEGINNING, **many(MANY)}))

    assert texts(again(project, TODAY, {})) == texts(everything(project, TODAY))


@pytest.mark.parametrize("claims", [MANY, 2], ids=["in two processes", "in one"])
def test_a_broken_rule_is_told_and_nothing_is_kept(
    write: Write, monkeypatch: pytest.MonkeyPatch, claims: int
) -> None:
    def broken(_assessment: object) -> Iterator[Finding]:
        raise ZeroDivisionError

    in_two_processes(monkeypatch, MANY)
    monkeypatch.setattr(plugins.module(rules, "quote-cut"), "check_claims", broken)
    project = find_project(write({**BEGINNING, **many(claims)}))
    store: dict[str, bytes] = {}

    for _ in range(2):
        report = again(project, TODAY, store)
        assert [failure.rule for failure in report.failures] == ["quote-cut"]
    assert store == {}


@cache
def reports_with_and_without_findings() -> tuple[Report, ...]:
    places = (ROOT, ROOT / "tests" / "cases" / "quote-altered")
    return tuple(check(assess(load(place), TODAY)) for place in places)


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_that_needs_no_claims_says_the_same_without_them(name: str) -> None:
    render = plugins.module(findings, name).render
    reports = reports_with_and_without_findings()
    bare = [replace(report, assessment=replace(report.assessment, claims=())) for report in reports]

    whole = [render(report, Screen(80)) for report in reports]
    same = whole == [render(report, Screen(80)) for report in bare]
    assert same is not (name in findings.NEEDS_CLAIMS)


def test_a_claim_of_which_nothing_is_reported_is_remembered(write: Write) -> None:
    bare = {"claimcheck.toml": "[rules]\nno-evidence = 'off'\n", "claims/bare.yaml": claim()}
    project = find_project(write({**BEGINNING, **bare}))
    store: dict[str, bytes] = {}
    again(project, TODAY, store)

    state = State.open(store.get)
    assert state is not None
    result = state.get("claims/bare.yaml")
    assert result is not None
    assert (result.items, result.findings) == (0, ())
    assert texts(again(project, TODAY, store)) == texts(everything(project, TODAY))


def test_what_was_found_under_other_settings_is_not_taken(
    run: Callable[..., CommandResult], write: Write
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
        edit(root, "pyproject.toml", f"[tool.claimcheck]\nclaims = '{folder}'\n{rules}")
        for chosen in ((), ("--select", "unreviewed"), ("--ignore", "quote-variant")):
            # With an edit each time, so that it is not merely said again.
            edit(root, f"{folder}/d.yaml", f"claim: More.\n# {turn} {chosen}\n")
            checked = run("-C", root, "check", *chosen)
            assert checked == run("-C", root, "check", *chosen, "--no-cache")
            outs.add(checked.out)
    assert len(outs) == 3 * len(settings)


@pytest.mark.parametrize(
    "days",
    [
        {"verdict": "{status: refuted, by: desk, on: 2026-02-01}"},
        {"claimed_on": "2026-02-01"},
        {"kind": "state", "as_of": "2026-02-01"},
    ],
    ids=lambda days: next(reversed(days)),
)
def test_a_day_that_comes_is_noticed(write: Write, days: dict[str, str]) -> None:
    dated = claim(("daily", "supports", QUOTES[0], ""), **{"kind": "event", **days})
    project = find_project(write({**BEGINNING, "claims/dated.yaml": dated}))
    store: dict[str, bytes] = {}
    reports = []
    for day in ("2026-01-30", "2026-02-01", "2026-01-30"):
        today = dt.date.fromisoformat(day)
        report = again(project, today, store)
        assert texts(report) == texts(everything(project, today))
        reports.append({finding.rule for finding in report.findings if finding.claim == "dated"})

    assert ["date-in-future" in rules_of for rules_of in reports] == [True, False, True]


def test_a_rule_that_looks_at_the_day_is_asked_again_on_another_day(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def of_the_day(assessment: Assessment) -> Iterator[Finding]:
        for assessed in assessment.claims:
            yield Finding(f"on {assessment.today}", assessed.claim.place, claim=assessed.claim.id)

    rule = plugins.module(rules, "quote-cut")
    monkeypatch.setattr(rule, "check_claims", of_the_day)
    monkeypatch.setattr(rule, "depends_on_day", lambda _: True, raising=False)
    project = find_project(write(BEGINNING))
    store: dict[str, bytes] = {}

    for day in ("2026-01-30", "2026-02-01"):
        today = dt.date.fromisoformat(day)
        report = again(project, today, store)
        assert f"on {day}" in {finding.message for finding in report.findings}
        assert texts(report) == texts(everything(project, today))


def test_what_documents_say_is_asked_anew_and_never_kept(write: Write) -> None:
    def compare(sources: Sequence[Source]) -> dict[str, TextComparison]:
        return {source.id: TextComparison("the document says otherwise") for source in sources}

    project = find_project(write({**BEGINNING, "sources/radio.yaml": PAGED}))
    edit(project.root, "sources/radio.pdf", "%PDF")
    store: dict[str, bytes] = {}
    before = again(project, TODAY, store)
    request = Request(TODAY, severities(Config()), compare=compare)

    report, state = check_project(project.tree, project.config, request, State.open(store.get))

    assert state is None
    differing = [
        "text-differs" in {finding.rule for finding in each.findings} for each in (before, report)
    ]
    assert differing == [False, True]


def test_what_claims_stand_on_is_kept_or_read_again(write: Write) -> None:
    project = find_project(write(BEGINNING))
    request = Request(TODAY, severities(Config()))
    _report, state = check_project(project.tree, project.config, request)
    listing = list_files(project.tree, project.config)

    again_read = foundation_of(project.tree, project.config, listing, state)
    read = foundation_of(project.tree, project.config, listing, None)

    assert state is not None
    assert again_read is state.foundation
    assert read is not again_read
    assert read.dossier.sources.keys() == again_read.dossier.sources.keys()
