"""Bytes that begin with a word on what they hold."""

from __future__ import annotations

import pytest

from claimcheck.system.packed import packed, unpacked


@pytest.mark.parametrize("parts", [(), (b"",), (b"one", b"\0two")])
def test_what_is_packed_is_unpacked(parts: tuple[bytes, ...]) -> None:
    head, rest = unpacked(packed({"ü": [1, None]}, *parts))

    assert head == {"ü": [1, None]}
    assert bytes(rest) == b"".join(parts)


def test_the_length_of_the_head_stands_before_it() -> None:
    assert packed([1, 2], b"rest") == b"\0\0\0\0\0\0\0\x05[1,2]rest"


@pytest.mark.parametrize(
    "data", [b"", b"\0" * 8, b"\0" * 7 + b"\x02[1]", b"\0" * 7 + b"\x02{]", b"\xff" * 8, b"[1]"]
)
def test_what_was_not_packed_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"^its head cannot be read$"):
        unpacked(data)


def test_a_head_that_is_nested_without_end_is_refused() -> None:
    head = b"[" * 200_000

    with pytest.raises(ValueError, match=r"^its head cannot be read$"):
        unpacked(len(head).to_bytes(8, "big") + head)
