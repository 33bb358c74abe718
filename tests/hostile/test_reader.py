"""Places and bounds of the YAML reader that mutation testing found nobody had asked about."""

from __future__ import annotations

import pytest

from claimcheck.yaml_text import MAX_PROBLEMS, MAX_VALUES, read


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"a: b\nc: \xff", 2, 4),
        (b"\n\xff", 2, 1),
        (b"\xff", 1, 1),
        (b"\n\x1b", 2, 1),
        (b"\x1b", 1, 1),
        (b"a: &x {b: c}", 1, 4),
        (b"a: !!map {b: c}", 1, 4),
        (b"a: &x [b]", 1, 4),
        (b"a: !!seq [b]", 1, 4),
        (b'a: "said" so', 1, 11),
        (b'a: "\\UFFFFFFFF"', 1, 7),
    ],
)
def test_a_problem_stands_where_it_is(data: bytes, line: int, column: int) -> None:
    problem = read(data).problems[0]

    assert (problem.line, problem.column) == (line, column)
    assert problem.message


def test_after_twenty_problems_the_rest_is_not_read() -> None:
    problems = read(b"".join(b"k%d: *a\n" % number for number in range(100))).problems

    assert len(problems) == MAX_PROBLEMS + 1
    assert problems[-1].message.startswith("too many problems")


def test_the_number_of_values_is_bounded() -> None:
    def listed(values: int) -> bytes:
        return b"[" + b"a," * values + b"]"

    assert read(listed(MAX_VALUES - 1)).problems == ()
    assert read(listed(MAX_VALUES)).problems[0].message == "more than 50,000 values in one file"
