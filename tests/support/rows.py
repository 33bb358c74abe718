"""The rows of a table in one test, where they share all that they are given.

Half of the tests are rows of tables: a function of text, and what it is to return. To collect,
report and take apart a test of its own for each of them takes longer than to call the function.
`pytest --each-row` does it all the same.
"""

from __future__ import annotations

import functools
import inspect
import itertools
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any, Final, Literal

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import ModuleType

    Test = Callable[..., None]

_Row: Final = type(pytest.param())
_Fixture: Final = type(pytest.fixture(lambda: None))
# Fixtures of conftest.py that no test can change.
_SHARED: Final = frozenset(
    {"small", "hostile", "hostile_but_ids", "forked", "forked_program", "golden"}
)


class TableModule(pytest.Module):
    """A module of tests in which a table of rows is one test."""

    def collect(self) -> Iterable[pytest.Item | pytest.Collector]:
        """Yield the tests of the module."""
        for name, test in list(vars(self.obj).items()):
            if self.funcnamefilter(name) and inspect.isfunction(test):
                setattr(self.obj, name, of_all_rows(test, self.obj))
        return super().collect()


def of_all_rows(test: Test, module: ModuleType) -> Test:
    """Return a test that tries all rows that a test is parametrized with, and tells all that fail.

    Args:
        test: the test.
        module: where it is.

    Returns:
        The test itself, if it has no rows, or takes what is made anew for each of them.
    """
    marks: list[pytest.Mark] = list(getattr(test, "pytestmark", ()))
    tables = [mark for mark in marks if mark.name == "parametrize"]
    needs_more = hasattr(test, "hypothesis") or any(mark.name == "usefixtures" for mark in marks)
    if not tables or needs_more or not all(map(_is_plain, tables)):
        return test
    columns = [name for table in tables for name in _names(table.args[0])]
    parameters = inspect.signature(test).parameters
    others = [parameters[name] for name in parameters if name not in columns]
    if not _are_shared({other.name for other in others}, module):
        return test
    rows = _rows(tables)

    @functools.wraps(test)
    def all_rows(*, request: pytest.FixtureRequest, **fixtures: object) -> None:
        if "request" in parameters:
            fixtures["request"] = request
        style = request.config.getoption("tbstyle")
        try_rows(
            test,
            rows,
            fixtures,
            to_the_end=request.config.getoption("maxfail") != 1,
            style="short" if style == "auto" else style,
        )

    own = inspect.Parameter("request", inspect.Parameter.KEYWORD_ONLY)
    given = [each.replace(kind=own.kind) for each in others if each.name != own.name]
    all_rows.__signature__ = inspect.Signature([own, *given])  # type: ignore[attr-defined]
    all_rows.pytestmark = [mark for mark in marks if mark not in tables]  # type: ignore[attr-defined]
    return all_rows


def try_rows(
    test: Test,
    rows: Mapping[str, Mapping[str, object]],
    fixtures: Mapping[str, object],
    *,
    to_the_end: bool = True,
    style: Literal["long", "short", "line", "no", "native"] = "short",
) -> None:
    """Try a test with each row, and fail with all rows that fail.

    Args:
        test: the test.
        rows: the arguments of each row, by the name that it is told by.
        fixtures: what all rows are given.
        to_the_end: whether rows are tried after one that failed.
        style: how much is told of where a row failed, as `--tb` has it.
    """
    failures, skipped = [], None
    for name, row in rows.items():
        try:
            test(**row, **fixtures)
        except pytest.skip.Exception as reason:
            skipped = reason
        except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - each row is to be told
            where = pytest.ExceptionInfo.from_exception(error).getrepr(style=style)
            failures.append(f"[{name}]\n{where}")
            if not to_the_end:
                break
    if failures:
        many = f"{len(failures)} of {len(rows)} rows fail; alone: pytest --each-row\n\n"
        pytest.fail(many + "\n\n".join(failures), pytrace=False)
    if skipped is not None:
        raise skipped


def _is_plain(table: pytest.Mark) -> bool:
    """Whether a table has rows that can be gone through again, and no marks of their own."""
    if len(table.args) != 2 or not set(table.kwargs) <= {"ids"}:
        return False
    rows, ids = table.args[1], table.kwargs.get("ids")
    if not isinstance(rows, Collection) or isinstance(ids, Iterator):
        return False
    return not any(isinstance(row, _Row) and row.marks for row in rows)


def _names(written: str | list[str] | tuple[str, ...]) -> list[str]:
    words = written.split(",") if isinstance(written, str) else written
    return [word.strip() for word in words]


def _rows(tables: list[pytest.Mark]) -> dict[str, dict[str, object]]:
    """Return every combination of the rows of tables, by a name that says what is in it."""
    rows: dict[str, dict[str, object]] = {}
    for parts in itertools.product(*map(_labelled, tables)):
        label = "-".join(label for label, _row in parts)
        if label in rows:
            label = f"{label}, row {len(rows) + 1}"
        rows[label] = {name: value for _label, row in parts for name, value in row.items()}
    return rows


def _labelled(table: pytest.Mark) -> list[tuple[str, dict[str, object]]]:
    """The rows of a table, each with its name."""
    names, ids = _names(table.args[0]), table.kwargs.get("ids")
    labelled = []
    for number, row in enumerate(table.args[1]):
        given = row if isinstance(row, _Row) else pytest.param(*(row if len(names) > 1 else [row]))
        values = dict(zip(names, given.values, strict=True))
        labelled.append((str(given.id or _label(ids, number, values)), values))
    return labelled


def _label(ids: Any, number: int, values: dict[str, object]) -> str:  # noqa: ANN401 - of any kind that pytest takes
    if callable(ids):
        return "-".join(str(ids(value) or value) for value in values.values())
    if ids is not None:
        return str(list(ids)[number])
    return ", ".join(f"{name}={value!r}" for name, value in values.items())


def _are_shared(fixtures: set[str], module: ModuleType) -> bool:
    """Whether fixtures last longer than a test, and none is made for each test without a name."""
    own = {
        name: value._fixture_function_marker  # noqa: SLF001 - nothing else tells how long it lasts
        for name, value in vars(module).items()
        if isinstance(value, _Fixture)
    }
    shared = {name for name, marker in own.items() if marker.scope != "function"}
    anew = any(marker.autouse and marker.scope == "function" for marker in own.values())
    return not anew and fixtures <= shared | (_SHARED - own.keys())
