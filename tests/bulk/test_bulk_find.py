"""Passages for many claims: those that one index ranks first, however documents are parted."""

from __future__ import annotations

import errno
import json
import os
import shutil
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("pyarrow", reason="pyarrow is not installed: the extra `bulk`")

import pyarrow as pa
import pyarrow.parquet as pq

from claimcheck.bulk import find
from claimcheck.bulk.check import projects_below
from claimcheck.model.errors import RequestError
from support.project import ROOT
from support.tables import made_up, write_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]

CLAIMS = [
    {"id": "bridge", "claim": "The bridge of the county was closed in 1950."},
    {"id": "school", "claim": "The mayor denied that the school was sold."},
    {"id": "nothing", "claim": "xyzzy"},
    {"id": "empty", "claim": ""},
]


def test_passages_are_those_of_find(run: Run, tmp_path: Path) -> None:
    _quotes, documents = made_up(30, 1)
    for name in ("claims", "sources"):
        (tmp_path / name).mkdir()
    (tmp_path / "claimcheck.toml").write_text("")
    for row in documents:
        (tmp_path / "sources" / f"{row['id']}.txt").write_text(str(row["text"]))
        record = f"title: x\nfile: {row['id']}.txt\n"
        (tmp_path / "sources" / f"{row['id']}.yaml").write_text(record)
    claim = str(CLAIMS[0]["claim"])
    result = run("-C", tmp_path, "find", claim, "--limit", "10", "--format", "json")

    passages = find(pa.Table.from_pylist(CLAIMS[:1]), pa.Table.from_pylist(documents)).to_pylist()

    expected = json.loads(result.out)["passages"]
    assert len(expected) == 10
    assert [(row["document"], row["start"], row["end"], row["quote"]) for row in passages] == [
        (each["source"], each["start"], each["end"], each["quote"]["exact"]) for each in expected
    ]


@pytest.mark.parametrize("processes", [1, 2])
def test_shards_are_merged_exactly(run: Run, tmp_path: Path, processes: int) -> None:
    _quotes, documents = made_up(45, 1)
    documents = [*documents, {"id": "unread", "text": None}]
    expected = find(pa.Table.from_pylist(CLAIMS), pa.Table.from_pylist(documents)).to_pylist()
    shards = tmp_path / "documents"
    shards.mkdir()
    for number in range(6):
        write_table(shards / f"{number}.parquet", documents[number::6])

    result = run(
        "bulk", "find", "--claims", write_table(tmp_path / "claims.jsonl", CLAIMS),
        "--documents", shards, "--out", tmp_path / "p.parquet", "--processes", str(processes),
    )  # fmt: skip

    assert pq.read_table(tmp_path / "p.parquet").to_pylist() == expected
    assert result.status == 1
    assert result.out.startswith("4 claims: 20 passages, 2 without one\n")
    assert "of 45 documents; 1 could not be searched" in result.out
    assert [row["reason"] for row in expected[-2:]] == [
        "no sentence that can be quoted has its words",
        "the claim is empty",
    ]


def test_many_projects_have_one_table_of_findings(run: Run, tmp_path: Path) -> None:
    for name in ("a", "deep/b"):
        shutil.copytree(ROOT / "tests" / "golden" / "dossier", tmp_path / name)
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "claimcheck.toml").write_text("claims = 5\n")
    alone = run("-C", tmp_path / "a", "check", "--format", "json", "--today", "2026-01-31")

    result = run("bulk", "check", tmp_path, "--out", tmp_path / "f.jsonl", "--today", "2026-01-31")

    rows = [json.loads(line) for line in (tmp_path / "f.jsonl").read_text().splitlines()]
    findings = json.loads(alone.out)["findings"]
    assert result.status == 2
    assert result.out.startswith("3 projects: ")
    for name in ("a", "deep/b"):
        assert [
            (row["rule"], row["severity"], row["path"], row["line"], row["message"])
            for row in rows
            if row["project"] == name
        ] == [
            (
                finding["rule"],
                finding["severity"],
                finding["place"]["path"],
                finding["place"]["line"],
                finding["message"],
            )
            for finding in findings
        ]
    (broken,) = (row for row in rows if row["project"] == "broken")
    assert (broken["rule"], broken["severity"]) == (None, "failure")
    assert "claims" in broken["message"]


def test_a_table_of_claims_without_them_is_called_so(run: Run, tmp_path: Path) -> None:
    claims = [{"id": "x", "a": "It rained."}]

    answer = run(
        "bulk", "find", "--claims", write_table(tmp_path / "c.csv", claims),
        "--documents", write_table(tmp_path / "d.csv", [{"id": "d", "text": "It rained."}]),
        "--out", tmp_path / "p.csv",
    )  # fmt: skip

    assert answer.status == 2
    assert answer.err == (
        "error: the table of claims has no column 'claim'\n  help: there are: id, a\n"
    )


@pytest.mark.parametrize(
    ("toml", "projects"),
    [
        ('[tool.claimcheck]\nclaims = "c"\n', ["."]),
        ('[ tool . "claimcheck" ]\nclaims = "c"\n', ["."]),
        ('[tool]\nclaimcheck.claims = "c"\n', ["."]),
        ('[project]\nname = "x"\n', []),
        ('# not here: [tool.claimcheck]\n[project]\nname = "x"\n', []),
        ('[tool.claimcheck\nclaims = "c"\n', ["."]),
    ],
)
def test_a_project_is_known_by_its_configuration_however_that_is_written(
    tmp_path: Path, toml: str, projects: list[str]
) -> None:
    (tmp_path / "pyproject.toml").write_text(toml)

    assert list(projects_below(tmp_path)) == projects


def test_a_folder_that_cannot_be_read_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    scan = os.scandir

    def closed(path: str) -> Iterator[os.DirEntry[str]]:
        if str(path).endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)

    with pytest.raises(RequestError, match="closed: cannot be read: permission denied"):
        list(projects_below(tmp_path))
