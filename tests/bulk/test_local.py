"""Bulk jobs on one machine: the same bytes, however the work is parted and whoever dies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pytest.importorskip("pyarrow", reason="pyarrow is not installed: the extra `bulk`")

import pyarrow as pa
import pyarrow.parquet as pq

from claimcheck.bulk import local, verify
from claimcheck.model.errors import RequestError
from support.tables import made_up, write_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from support.project import CommandResult
    from support.tables import Row

    Run = Callable[..., CommandResult]

ENDINGS = ["parquet", "jsonl", "csv"]


def run_job(
    folder: Path, quotes: Sequence[Row], documents: Sequence[Row], out: str, buckets: int = 0
) -> local.Summary:
    """Run a job on rows that are written to a folder first."""
    return local.verify_files(
        local.QuoteTable(write_table(folder / "quotes.parquet", quotes)),
        local.DocumentTable(write_table(folder / "documents.parquet", documents)),
        str(folder / out),
        local.Settings(buckets=buckets),
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_job_says_what_the_function_says_in_the_order_of_the_rows(
    tmp_path: Path, ending: str
) -> None:
    quotes, documents = made_up(20, 90)
    expected = verify(pa.Table.from_pylist(quotes), pa.Table.from_pylist(documents)).to_pylist()

    summary = local.verify_files(
        local.QuoteTable(write_table(tmp_path / f"quotes.{ending}", quotes)),
        local.DocumentTable(write_table(tmp_path / f"documents.{ending}", documents)),
        str(tmp_path / "results.jsonl"),
    )

    lines = (tmp_path / "results.jsonl").read_text().splitlines()
    assert [json.loads(line) for line in lines] == expected
    assert summary.rows == 90
    assert len(summary.fits) > 2
    assert list(tmp_path.glob(".*")) == []


def test_results_are_written_as_what_the_name_says(tmp_path: Path) -> None:
    quotes, documents = made_up(5, 30)
    run_job(tmp_path, quotes, documents, "v.parquet")
    run_job(tmp_path, quotes, documents, "v.csv")
    run_job(tmp_path, quotes, documents, "parts")

    table = pq.read_table(tmp_path / "v.parquet")
    heading, first, *_ = (tmp_path / "v.csv").read_text().splitlines()

    assert heading.split(",") == table.schema.names
    assert first.startswith("q0,")
    assert pq.read_table(tmp_path / "parts") == table
    with pytest.raises(RequestError, match="is not empty"):
        run_job(tmp_path, quotes, documents, "parts")


@given(
    st.integers(1, 12),
    st.integers(1, 24),
    st.integers(1, 16),
    st.integers(1, 9),
    st.randoms(use_true_random=False),
)
@settings(
    max_examples=settings().max_examples // 4,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_neither_parts_nor_order_change_a_result(
    tmp_path_factory: pytest.TempPathFactory,
    documents: int,
    quotes: int,
    buckets: int,
    cut: int,
    shuffled: object,
) -> None:
    folder = tmp_path_factory.mktemp("job")
    quote_table, texts = made_up(documents, quotes)
    expected = verify(pa.Table.from_pylist(quote_table), pa.Table.from_pylist(texts)).to_pylist()

    shuffled.shuffle(quote_table)  # type: ignore[attr-defined]
    shuffled.shuffle(texts)  # type: ignore[attr-defined]
    parts = folder / "quotes"
    parts.mkdir()
    for number in range(0, len(quote_table), cut):
        write_table(parts / f"{number:03}.parquet", quote_table[number : number + cut])
    local.verify_files(
        local.QuoteTable(str(parts)),
        local.DocumentTable(write_table(folder / "d.parquet", texts)),
        str(folder / "other.parquet"),
        local.Settings(buckets=buckets),
    )

    other = pq.read_table(folder / "other.parquet").to_pylist()
    assert [row["id"] for row in other] == [row["id"] for row in quote_table]
    assert sorted(other, key=lambda row: row["id"]) == sorted(expected, key=lambda row: row["id"])


def test_a_document_with_most_quotations_is_parted_and_says_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quotes, documents = made_up(6, 60)
    skewed = [{**row, "document": ["d1"]} if n % 2 else row for n, row in enumerate(quotes)]
    run_job(tmp_path, skewed, documents, "whole.parquet")

    monkeypatch.setattr(local, "MAX_QUOTES_PER_TASK", 7)
    monkeypatch.setattr(local, "ROWS_PER_RANGE", 5)
    run_job(tmp_path, skewed, documents, "parted.parquet", buckets=3)

    assert pq.read_table(tmp_path / "parted.parquet") == pq.read_table(tmp_path / "whole.parquet")


def test_rows_that_cannot_be_read_are_rows_that_say_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_bytes(
        b'{"id": 1, "quote": "it snowed", "document": "a"}\n'
        b'{"id": 2, "quote": "it sn\n'
        b'{"id": 3, "quote": 42, "document": "a"}\n'
        b"\n"
        b'{"id": 4, "quote": "\xff", "document": "a"}\n'
        b'["it snowed"]\n'
        b'{"id": 6, "quote": "\\ud800", "document": "a"}\n'
        b'{"id": 7, "quote": "it snowed", "document": {"a": 1}}\n'
        b'{"id": 8, "quote": "snowed all day", "document": "a"}'
    )
    (tmp_path / "d.csv").write_text('id,text\na,"it\nsnowed all day"\nb\n')
    out = tmp_path / "v.jsonl"

    result = run(
        "bulk", "verify", "--quotes", tmp_path / "q.jsonl", "--documents", tmp_path / "d.csv",
        "--out", out,
    )  # fmt: skip

    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert [(row["id"], row["fit"], row["reason"]) for row in rows] == [
        ("1", "normalized", None),
        (None, "unchecked", "the line is no JSON"),
        ("3", "unchecked", "the value of 'quote' is neither a text nor a list of texts"),
        (None, "unchecked", "the line is not UTF-8"),
        (None, "unchecked", "the line is no JSON object"),
        ("6", "unchecked", "the value of 'quote' is not UTF-8"),
        ("7", "unchecked", "the value of 'document' is neither a text nor a list of texts"),
        ("8", "verbatim", None),
    ]
    assert result.status == 1
    assert result.out.startswith("8 quotations: 2 stand, 0 do not, 6 unchecked\n")


def test_a_row_of_csv_with_too_few_fields_says_so(tmp_path: Path) -> None:
    (tmp_path / "q.csv").write_bytes(
        b"id,quote,document\n1,it snowed,a\n2,it snowed\n3,it\xff snowed,a\n"
    )
    write_table(tmp_path / "d.jsonl", [{"id": "a", "text": "it snowed"}])

    local.verify_files(
        local.QuoteTable(str(tmp_path / "q.csv")),
        local.DocumentTable(str(tmp_path / "d.jsonl")),
        str(tmp_path / "v.jsonl"),
    )

    rows = [json.loads(line) for line in (tmp_path / "v.jsonl").read_text().splitlines()]
    assert [row["reason"] for row in rows] == [
        None,
        "the row has 2 fields, and the heading 3",
        "the value of 'quote' is not UTF-8",
    ]


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("gone.parquet", "d.parquet"), "gone.parquet: there is no such file or folder"),
        (("q.txt", "d.parquet"), "q.txt: is no table by its name"),
        (("empty", "d.parquet"), "empty: holds no table"),
        (("broken.parquet", "d.parquet"), "broken.parquet: "),
        (("d.parquet", "d.parquet"), "the table of quotations has no column 'quote'"),
        (("q.jsonl", "q.jsonl"), "the table of documents has no column 'text'"),
    ],
)
def test_a_table_that_cannot_be_read_ends_the_job(
    run: Run, tmp_path: Path, names: tuple[str, str], message: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "q.txt").write_text("it snowed\n")
    (tmp_path / "broken.parquet").write_text("PAR1 it snowed PAR1")
    write_table(tmp_path / "d.parquet", [{"id": "a", "text": "it snowed"}])
    write_table(tmp_path / "q.jsonl", [{"id": "a", "quote": "it", "document": "a"}])

    result = run(
        "bulk", "verify", "--quotes", tmp_path / names[0], "--documents", tmp_path / names[1],
        "--out", tmp_path / "v.parquet",
    )  # fmt: skip

    assert result.status == 2
    assert message in result.err
    assert not (tmp_path / "v.parquet").exists()


@pytest.mark.parametrize(
    "lines",
    ['[{"id": 1, "quote": "it"}]\n', '{"id": 1, "quote": "i', '{"Quote": "it", "doc": 1}\n'],
)
def test_json_without_one_field_is_answered_with_a_line_as_it_should_be(
    run: Run, tmp_path: Path, lines: str
) -> None:
    """A list in place of lines, half a line, other names: it had said "there are:" and no more."""
    (tmp_path / "q.jsonl").write_text(lines)
    write_table(tmp_path / "d.csv", [{"id": "a", "text": "it"}])

    result = run(
        "bulk", "verify", "--quotes", tmp_path / "q.jsonl", "--documents", tmp_path / "d.csv",
        "--out", tmp_path / "v.csv",
    )  # fmt: skip

    assert result.status == 2
    assert result.err.endswith(
        "q.jsonl: its first lines have none of the fields quote, id, document, prefix, suffix\n"
        '  help: write an object on each line, such as {"quote": "…", "id": "…", "document": "…"}\n'
    )


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_a_missing_column_is_told_with_all_that_are_there(
    run: Run, tmp_path: Path, kind: str
) -> None:
    write_table(tmp_path / f"q.{kind}", [{"id": "a", "quote": "it", "document": "a", "x": "y"}])

    result = run(
        "bulk", "verify", "--quotes", tmp_path / f"q.{kind}", "--documents", tmp_path / "gone.csv",
        "--out", tmp_path / "v.csv", "--quote-column", "passage",
    )  # fmt: skip

    assert result.err == (
        "error: the table of quotations has no column 'passage'\n"
        "  help: there are: id, quote, document, x\n"
    )


@pytest.mark.parametrize(
    ("heading", "message"),
    [
        (b"", "q.csv: is empty\n  help: the first row of a CSV table names its columns"),
        (b"id;quote;document\n", "q.csv: its columns are parted by semicolons\n  help: part them"),
        (b"id\tquote\tdocument\n", "q.csv: its columns are parted by tabs\n  help: part them"),
        ("id,quote,document\n".encode("utf-16"), "q.csv: is not UTF-8\n  help: save the table as"),
    ],
    ids=["none", "semicolons", "tabs", "UTF-16"],
)
def test_a_heading_that_names_no_columns_is_refused(
    run: Run, tmp_path: Path, heading: bytes, message: str
) -> None:
    (tmp_path / "q.csv").write_bytes(heading)

    result = run(
        "bulk", "verify", "--quotes", tmp_path / "q.csv", "--documents", tmp_path / "q.csv",
        "--out", tmp_path / "v.csv",
    )  # fmt: skip

    assert result.status == 2
    assert message in result.err


@pytest.mark.parametrize(
    ("out", "message"),
    [
        ("-", "error: a table is written to a file, not to the standard output\n"),
        ("v.xlsx", "v.xlsx: is no table by its name\n"),
        ("gone/v.csv", "gone/v.csv: there is no folder to write it to\n"),
        ("full.csv", "full.csv: is a folder\n"),
        ("full", "full: is not empty\n"),
        ("plain", "plain: is a file\n"),
    ],
)
@pytest.mark.parametrize("job", ["verify", "locate"])
def test_where_nothing_can_be_written_nothing_is_read(
    run: Run, tmp_path: Path, out: str, message: str, job: str
) -> None:
    for folder in ("full", "full.csv"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "part.csv").write_text("")
    (tmp_path / "plain").write_text("")

    result = run(
        "bulk", job, "--quotes", tmp_path / "gone.csv", "--documents", tmp_path / "gone.csv",
        "--out", out if out == "-" else tmp_path / out,
    )  # fmt: skip

    assert result.status == 2
    assert message in result.err
    assert "gone.csv: there is no such file" not in result.err


def test_a_summary_and_the_status_of_quote(run: Run, tmp_path: Path) -> None:
    write_table(tmp_path / "d.parquet", [{"key": "a", "body": "it snowed all day"}])
    write_table(tmp_path / "q.parquet", [{"n": 1, "words": "it snowed", "of": "a"}])

    result = run(
        "bulk", "verify", "--quotes", tmp_path / "q.parquet", "--documents", tmp_path / "d.parquet",
        "--out", tmp_path / "v.csv", "--quote-column", "words", "--id-column", "n",
        "--document-column", "of", "--document-id-column", "key", "--text-column", "body",
    )  # fmt: skip

    assert result.status == 0
    assert result.out.startswith("1 quotation: 1 stands, 0 do not, 0 unchecked\n  verbatim")


def test_no_process_of_a_job_imports_pandas(tmp_path: Path) -> None:
    """Arrow would, to see whether a list is a column of it, and that takes as long as the job."""
    quotes, documents = made_up(2, 4)
    write_table(tmp_path / "q.jsonl", quotes)
    write_table(tmp_path / "d.jsonl", documents)
    (tmp_path / "pandas.py").write_text("raise RuntimeError")

    done = subprocess.run(
        [
            sys.executable, "-m", "claimcheck", "bulk", "verify", "--processes", "2",
            "--quotes", "q.jsonl", "--documents", "d.jsonl", "--out", "v.csv",
        ],
        cwd=tmp_path, check=False, capture_output=True, text=True,
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (1, "")


def begin_job(folder: Path) -> subprocess.Popen[str]:
    """Begin a job of two processes on the tables of a folder, in a process group of its own."""
    (folder / "work").mkdir()
    command = [
        sys.executable, "-m", "claimcheck", "bulk", "verify", "--processes", "2", "--work", "work",
        "--quotes", "quotes.parquet", "--documents", "documents.parquet", "--out", "v.parquet",
    ]  # fmt: skip
    return subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def worker_of(parent: subprocess.Popen[str], work: Path, file: str) -> int:
    """Return a worker of a process.

    Args:
        parent: the process.
        work: the folder in which rows are kept on their way.
        file: a pattern of files there, one of which has been written.
    """
    children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children")
    while parent.poll() is None:
        for child in children.read_text().split() if any(work.glob(file)) else ():
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                return int(child)
        time.sleep(0.005)
    pytest.fail("the job ended before its worker had worked so long")


@pytest.mark.skipif(sys.platform != "linux", reason="finds the workers in /proc")
def test_a_worker_that_is_killed_is_replaced_and_the_bytes_are_the_same(tmp_path: Path) -> None:
    quotes, documents = made_up(40, 600)
    altered = [{**row, "quote": f"{row['quote']} {n} of them"} for n, row in enumerate(quotes)]
    run_job(tmp_path, altered, documents, "whole.parquet", buckets=40)
    begun = begin_job(tmp_path)

    os.kill(worker_of(begun, tmp_path / "work", "*/results/*.arrow"), signal.SIGKILL)
    _out, notes = begun.communicate(timeout=120)

    assert notes == "note: 1 worker was killed; others did the work again\n"
    assert begun.returncode == 1
    assert (tmp_path / "v.parquet").read_bytes() == (tmp_path / "whole.parquet").read_bytes()


@pytest.mark.skipif(sys.platform != "linux", reason="finds the workers in /proc")
@pytest.mark.parametrize("file", ["*", "*/results/*.arrow"], ids=["at its imports", "at work"])
def test_ctrl_c_ends_all_workers_without_a_word(tmp_path: Path, file: str) -> None:
    quotes, documents = made_up(40, 2_500)
    altered = [{**row, "quote": f"{row['quote']} {n} of them"} for n, row in enumerate(quotes)]
    for name, rows in (("quotes.parquet", altered), ("documents.parquet", documents)):
        write_table(tmp_path / name, rows)
    begun = begin_job(tmp_path)
    worker = worker_of(begun, tmp_path / "work", file)

    os.killpg(begun.pid, signal.SIGINT)
    printed = begun.communicate(timeout=60)

    assert printed == ("", "")
    assert begun.returncode == 130
    assert not Path(f"/proc/{worker}/exe").exists()
    assert sorted(path.name for path in tmp_path.rglob("*")) == [
        "documents.parquet", "quotes.parquet", "work",
    ]  # fmt: skip


@pytest.mark.parametrize("job", ["verify", "locate", "find"])
@pytest.mark.parametrize(
    ("out", "message"),
    [
        ("q.csv", "q.csv: is a table that is read\n  help: name another file\n"),
        ("./q.csv", "q.csv: is a table that is read\n"),
        ("link/0.csv", "link/0.csv: lies in documents, whose files are read as one table\n"),
        ("documents/v.csv", "v.csv: lies in documents, whose files are read as one table\n"),
    ],
)
def test_no_table_that_is_read_is_written_over(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, job: str, out: str, message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "documents").mkdir()
    (tmp_path / "link").symlink_to("documents")
    quotes, documents = "document,quote,claim\nd,The bridge,The bridge\n", "id,text\nd,The bridge\n"
    (tmp_path / "q.csv").write_text(quotes)
    (tmp_path / "documents" / "0.csv").write_text(documents)

    table = "--claims" if job == "find" else "--quotes"
    answer = run("bulk", job, table, "q.csv", "--documents", "documents", "--out", out)

    assert answer.status == 2
    assert message in answer.err
    assert (tmp_path / "q.csv").read_text() == quotes
    assert [path.name for path in (tmp_path / "documents").iterdir()] == ["0.csv"]
