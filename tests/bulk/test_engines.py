"""Bulk jobs on engines that start processes: the results of the function, each row the same."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Any, Final

import pytest

pytest.importorskip("pyarrow", reason="pyarrow is not installed: the extra `bulk`")

import pyarrow as pa
import pyarrow.compute as pc

from claimcheck.bulk import locate, verify
from claimcheck.model.errors import RequestError
from support.tables import made_up

if TYPE_CHECKING:
    from collections.abc import Iterator

# Engines warn of what they themselves do.
pytestmark = pytest.mark.filterwarnings("ignore")


def awkward() -> tuple[pa.Table, pa.Table]:
    """Rows of all kinds: several documents, none, one twice, one without a text, much skew."""
    quotes, documents = made_up(12, 120)
    quotes += [
        {"id": "nowhere", "quote": "It snowed all day long", "document": []},
        {"id": "unnamed", "quote": "It snowed all day long", "document": ["d1", ""]},
        {"id": "nothing", "quote": None, "document": ["d1"]},
        {"id": "twice", "quote": "It snowed", "document": ["twice"]},
        {"id": "none", "quote": "It snowed", "document": ["none", "d2"]},
    ]
    documents += [{"id": "twice", "text": "It snowed"}, {"id": "twice", "text": "It snowed"}]
    documents += [{"id": "none", "text": None}]
    skewed = {"quote": documents[3]["text"], "document": ["d3"]}
    quotes += [{"id": f"s{number}", **skewed} for number in range(40)]
    return pa.Table.from_pylist(quotes), pa.Table.from_pylist(documents)


def by_id(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda row: row["id"])


# Spark

# Nothing runs long enough to be worth a compiler that takes its time, and verifying the classes of
# Spark's own archives takes a third of its start.
_QUICK: Final = (
    "-XX:+IgnoreUnrecognizedVMOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
    " -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote"
)


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    sql = pytest.importorskip("pyspark.sql", reason="pyspark is not installed: the extra `spark`")
    pytest.importorskip("pandas", reason="pandas is not installed: the extra `spark`")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java, which is not installed")
    with pytest.MonkeyPatch.context() as patch:
        # Workers have the Python of the tests, and no other package.
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        session = (
            sql.SparkSession.builder.master("local-cluster[2,1,1024]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "2")
            .config("spark.driver.extraJavaOptions", _QUICK)
            .config("spark.executor.extraJavaOptions", _QUICK)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .getOrCreate()
        )
        yield session
        session.stop()


def test_spark_with_two_workers_says_what_the_function_says(spark: Any) -> None:  # noqa: ANN401 - an engine's session
    from claimcheck.bulk import spark as adapter

    quotes, documents = awkward()
    quote_rows, texts = (spark.createDataFrame(table) for table in (quotes, documents))

    results = adapter.verify(quote_rows, texts, max_quotes=16).toArrow()

    assert results.schema.names == verify(quotes, documents).schema.names
    assert by_id(results.to_pylist()) == by_id(verify(quotes, documents).to_pylist())

    with pytest.raises(RequestError, match="the table of documents has no column 'text'"):
        adapter.verify(quote_rows, quote_rows)


def test_spark_finds_quotations_that_name_no_document_where_the_function_finds_them(
    spark: Any,  # noqa: ANN401 - an engine's session
) -> None:
    from claimcheck.bulk import spark as adapter

    quotes, documents = awkward()
    quotes = quotes.drop_columns(["document"]).filter(pc.invert(pc.is_null(quotes["id"])))
    more = [
        {"id": "short", "quote": "snowed"},
        {"id": "shortest", "quote": "It"},
        {"id": "marks", "quote": "…!"},
        {"id": "strange", "quote": "Wolkenkratzer brennen nirgends heller als zwischen Neumond"},
    ]
    quotes = pa.concat_tables([quotes, pa.Table.from_pylist(more)], promote_options="default")
    quote_rows, texts = (spark.createDataFrame(table) for table in (quotes, documents))

    results = adapter.locate(quote_rows, texts, max_quotes=16).toArrow()

    assert results.schema.names == locate(quotes, documents).schema.names
    assert by_id(results.to_pylist()) == by_id(locate(quotes, documents).to_pylist())


# Ray


@pytest.fixture(scope="module")
def ray() -> Iterator[Any]:
    engine = pytest.importorskip("ray", reason="ray is not installed: the extra `ray`")
    pytest.importorskip("ray.data", reason="ray.data is not installed: the extra `ray`")
    with pytest.MonkeyPatch.context() as patch:
        # A worker that waits a second is ended otherwise, and the next step starts another.
        patch.setenv("RAY_idle_worker_killing_time_threshold_ms", "600000")
        engine.init(
            num_cpus=2, include_dashboard=False, log_to_driver=False, configure_logging=False
        )
        context = engine.data.DataContext.get_current()
        context.enable_progress_bars = False
        # As many parts as there are workers; 200 of them take most of the time.
        context.default_hash_shuffle_parallelism = 2
        yield engine
        engine.shutdown()


def test_ray_with_two_workers_says_what_the_function_says(
    ray: Any,  # noqa: ANN401 - an engine's module
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from claimcheck.bulk import ray as adapter

    monkeypatch.setattr(adapter, "MAX_QUOTES_PER_GROUP", 16)
    quotes, documents = awkward()
    quotes = quotes.slice(0, quotes.num_rows - 39)

    quote_rows, texts = (ray.data.from_arrow(table) for table in (quotes, documents))
    results = adapter.verify(quote_rows, texts, buckets=5).take_all()

    assert by_id(results) == by_id(verify(quotes, documents).to_pylist())
