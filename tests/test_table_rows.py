"""One test for all rows of a table fails with each row that fails, and with what was expected."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from support.rows import of_all_rows, try_rows

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck import Report

HERE = sys.modules[__name__]
# Not as decorators: what a test below looks at would be a test of this module.
doubled = pytest.mark.parametrize(("number", "double"), [(1, 2), (2, 5), (3, 6)])
named = pytest.mark.parametrize(
    "sign", [pytest.param("a", id="a letter"), "b", ("c", "d")], ids=["unused", "second", "third"]
)


def twice(number: int, double: int) -> None:
    assert number * 2 == double


def alone(sign: str, small: Report) -> None:
    assert small
    assert sign == "b"


def in_a_folder(sign: str, tmp_path: Path) -> None:
    assert sign not in tmp_path.name


def failure(rows: dict[str, dict[str, object]], *, to_the_end: bool = True) -> str:
    with pytest.raises(pytest.fail.Exception) as caught:
        try_rows(twice, rows, {}, to_the_end=to_the_end)
    return str(caught.value)


ROWS: dict[str, dict[str, object]] = {
    "one": {"number": 1, "double": 2},
    "two": {"number": 2, "double": 5},
    "none": {"number": None, "double": 0},
}


def test_each_row_that_fails_is_told_with_its_name_what_was_expected_and_what_came() -> None:
    result = failure(ROWS)

    assert result.startswith("2 of 3 rows fail")
    assert "[two]" in result
    assert "assert (2 * 2) == 5" in result
    assert "[none]" in result
    assert "TypeError" in result
    assert "[one]" not in result


def test_the_first_row_that_fails_ends_it_where_one_failure_is_enough() -> None:
    result = failure(ROWS, to_the_end=False)

    assert "[two]" in result
    assert "[none]" not in result


def test_a_row_may_be_skipped_and_the_others_are_tried() -> None:
    def tried(number: int, double: int) -> None:
        if number == 1:
            pytest.skip("not here")
        twice(number, double)

    with pytest.raises(pytest.fail.Exception, match="2 of 3 rows fail"):
        try_rows(tried, ROWS, {})
    with pytest.raises(pytest.skip.Exception, match="not here"):
        try_rows(tried, {"one": ROWS["one"]}, {})


def test_a_table_is_one_test_unless_something_is_made_anew_for_each_row(
    request: pytest.FixtureRequest, small: Report
) -> None:
    assert of_all_rows(twice, HERE) is twice, "it has no rows"
    assert of_all_rows(named(in_a_folder), HERE) is in_a_folder

    with pytest.raises(pytest.fail.Exception) as caught:
        of_all_rows(doubled(twice), HERE)(request=request)
    assert "[number=2, double=5]" in str(caught.value)
    with pytest.raises(pytest.fail.Exception) as caught:
        of_all_rows(named(alone), HERE)(request=request, small=small)
    names = [name for name in ("a letter", "second", "third") if f"[{name}]" in str(caught.value)]
    assert names == ["a letter", "third"]
