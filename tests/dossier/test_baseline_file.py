"""The findings that a project accepted: how they are written, read and matched."""

from __future__ import annotations

import json

import pytest

from claimcheck.dossier.baseline_file import (
    FILE,
    accepted_findings,
    baseline_text,
    match_baseline,
    read_baseline,
)
from claimcheck.dossier.fingerprint import fingerprints
from claimcheck.model import AcceptedFinding, Baseline, Finding, Place
from claimcheck.model.errors import ProjectError
from claimcheck.system.git import Blob, Commit
from support.trees import tree_of

IN_CLAIM = Finding(
    "'bridge' cites nothing", Place("claims/bridge.yaml", 3), claim="bridge", rule="no-evidence",
    subject="5ubj3c7",
)  # fmt: skip
IN_FILE = Finding("nobody cites it", Place("sources/a.yaml", 1), source="a", rule="source-unused")
ENTRY = {"fingerprint": "a" * 64, "rule": "no-evidence", "path": "claims/a.yaml", "message": "m"}
HEAD = {"schema": "claimcheck/baseline", "schema_version": 1}


def baseline_of(*findings: Finding) -> Baseline:
    return Baseline(FILE, tuple(accepted_findings(findings)))


def test_what_is_written_is_read_again() -> None:
    text = baseline_text(accepted_findings([IN_FILE, IN_CLAIM]))

    baseline = read_baseline(tree_of({FILE: text}))

    assert text.isascii()
    assert baseline is not None
    assert [(entry.rule, entry.place.line) for entry in baseline.accepted] == [
        ("no-evidence", 5),
        ("source-unused", 6),
    ]
    assert match_baseline(baseline, [IN_FILE, IN_CLAIM]) == (frozenset({0, 1}), ())
    assert baseline_text([]) == (
        '{\n  "schema": "claimcheck/baseline",\n  "schema_version": 1,\n  "findings": []\n}\n'
    )


def test_entries_are_sorted_by_what_a_reader_looks_for() -> None:
    entries = [
        AcceptedFinding(letter * 64, rule, path, message, Place(FILE))
        for path, rule, message, letter in (
            ("b", "a", "a", "a"), ("a", "b", "a", "a"), ("a", "a", "b", "a"), ("a", "a", "a", "b"),
            ("a", "a", "a", "a"),
        )
    ]  # fmt: skip

    written = json.loads(baseline_text(entries))["findings"]

    keys = [
        (each["path"], each["rule"], each["message"], each["fingerprint"][0]) for each in written
    ]
    assert keys == sorted(keys)
    assert [list(each) for each in written] == [["fingerprint", "rule", "path", "message"]] * 5


@pytest.mark.parametrize(
    "rule",
    ["baseline-unused", "allow-added", "claims-gone", "pin-changed", "safeguard-removed",
     "settings-weakened"],
)  # fmt: skip
def test_what_is_about_one_change_is_never_accepted(rule: str) -> None:
    finding = IN_FILE._replace(rule=rule)
    (entry,) = accepted_findings([IN_FILE])
    forged = Baseline(FILE, (entry._replace(fingerprint=fingerprint_of(finding), rule=rule),))

    assert accepted_findings([finding]) == []
    assert match_baseline(forged, [finding]) == (frozenset(), forged.accepted)


def fingerprint_of(finding: Finding) -> str:
    return fingerprints([finding])[0]


@pytest.mark.parametrize(
    ("finding", "change", "is_accepted"),
    [
        (IN_FILE, {}, True),
        (IN_FILE, {"path": "sources/b.yaml"}, False),
        (IN_FILE, {"message": "another"}, False),
        (IN_FILE, {"rule": "no-evidence"}, False),
        (IN_FILE, {"fingerprint": "0" * 64}, False),
        (IN_CLAIM, {}, True),
        (IN_CLAIM, {"path": "claims/other.yaml", "message": "'other' cites nothing"}, True),
        (IN_CLAIM, {"path": "claims/other.yaml"}, False),
        (IN_CLAIM, {"message": "'bridge' cites much"}, False),
        (IN_CLAIM, {"rule": "source-unused"}, False),
    ],
)
def test_an_entry_counts_only_where_its_words_are_the_findings(
    finding: Finding, change: dict[str, str], is_accepted: bool
) -> None:
    (entry,) = accepted_findings([finding])
    changed = Baseline(FILE, (entry._replace(**change),))  # type: ignore[arg-type] # texts, all

    accepted, unused = match_baseline(changed, [finding])

    assert bool(accepted) is is_accepted
    assert bool(unused) is not is_accepted


def test_like_findings_are_told_apart_by_their_number() -> None:
    once = baseline_of(IN_FILE)

    assert match_baseline(once, [IN_FILE, IN_FILE]) == (frozenset({0}), ())
    assert match_baseline(baseline_of(IN_FILE, IN_FILE), [IN_FILE])[0] == {0}


def test_a_project_without_the_file_has_none() -> None:
    assert read_baseline(tree_of({})) is None


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"\xff", "is not well-formed JSON: it is not UTF-8"),
        (b"{", "is not well-formed JSON: "),
        (b"[" * 100_000, "is not well-formed JSON: it is nested too deeply"),
        (b'{"a": 1, "a": 2}', "is not well-formed JSON: "),
        ([], 'is no baseline: it does not begin with "schema": "claimcheck/baseline"'),
        ({"schema": "other"}, "is no baseline: "),
        ({**HEAD, "schema_version": 2}, "is of another version; this claimcheck reads version 1"),
        ({**HEAD, "schema_version": True}, "is of another version"),
        ({**HEAD, "schema_version": "1"}, "is of another version"),
        (HEAD, "must hold schema, schema_version and a list of findings, and nothing else"),
        ({**HEAD, "findings": {}}, "must hold schema, schema_version and a list of findings"),
        ({**HEAD, "findings": [], "more": 1}, "must hold schema, schema_version and a list"),
        ({**HEAD, "findings": [1]}, "entry 1 must hold fingerprint, rule, path, message, and "),
        ({**HEAD, "findings": [ENTRY, {}]}, "entry 2 must hold "),
        ({**HEAD, "findings": [{**ENTRY, "more": ""}]}, "entry 1 must hold "),
        ({**HEAD, "findings": [{**ENTRY, "message": 1}]}, "entry 1 must hold "),
        ({**HEAD, "findings": [{**ENTRY, "fingerprint": "a" * 63}]}, "entry 1 must hold "),
        ({**HEAD, "findings": [{**ENTRY, "fingerprint": "A" * 64}]}, "entry 1 must hold "),
        ({**HEAD, "findings": [ENTRY, {**ENTRY, "path": "b"}]}, "entry 2 repeats a fingerprint"),
        ({**HEAD, "findings": [None] * 50_001}, "holds more than 50,000 findings"),
        (b" " * ((16 << 20) + 1), "cannot be read: it is larger than 16,777,216 bytes"),
    ],
)
def test_what_is_no_baseline_is_refused(content: object, problem: str) -> None:
    data = content if isinstance(content, bytes) else json.dumps(content)

    with pytest.raises(ProjectError) as error:
        read_baseline(tree_of({FILE: data}))

    assert error.value.problems[0].startswith(f"{FILE}: {problem}")
    assert error.value.help == "restore it from git, or remove it and run `claimcheck baseline`"


def test_a_baseline_that_is_a_link_is_refused() -> None:
    tree = Commit("", {FILE: Blob("", "it is a symbolic link")}, lambda *_: None)

    with pytest.raises(ProjectError, match="cannot be read: it is a symbolic link"):
        read_baseline(tree)


def test_a_merge_conflict_is_told_as_one() -> None:
    with pytest.raises(ProjectError) as error:
        read_baseline(tree_of({FILE: b'{\n<<<<<<< HEAD\n"a": 1\n=======\n'}))

    assert error.value.problems == (f"{FILE}: a merge conflict was left in the file (line 2)",)
    assert error.value.help == "keep the entries of both sides, each once, then check again"
