"""Why a file cannot be read or written is told in one way, and with what to do."""

from __future__ import annotations

import errno
import os

import pytest

from claimcheck.system.file_errors import cannot_read, cannot_write
from claimcheck.system.plain_files import DeniedError, MissingError


def failure(number: int) -> OSError:
    return OSError(number, os.strerror(number))


READ_HELP = "allow yourself to read it, such as with `chmod u+r`"
WRITE_HELP = "allow yourself to write there, such as with `chmod u+w`, or name another place"


@pytest.mark.parametrize(
    ("error", "message", "remedy"),
    [
        (failure(errno.EACCES), "a.txt: cannot be read: permission denied", READ_HELP),
        (DeniedError("permission denied"), "a.txt: cannot be read: permission denied", READ_HELP),
        (failure(errno.ENOENT), "a.txt: cannot be read: there is no such file", ""),
        (MissingError("there is no such file"), "a.txt: cannot be read: there is no such file", ""),
        (failure(errno.EISDIR), "a.txt: cannot be read: it is a folder", ""),
    ],
)
def test_why_a_file_cannot_be_read(error: Exception, message: str, remedy: str) -> None:
    refusal = cannot_read("a.txt", error)  # type: ignore[arg-type]

    assert (str(refusal), refusal.help) == (message, remedy)


@pytest.mark.parametrize(
    ("error", "message", "remedy"),
    [
        (failure(errno.EACCES), "a.txt: cannot be written: permission denied", WRITE_HELP),
        (failure(errno.ENOENT), "a.txt: cannot be written: its folder is not there", ""),
        (failure(errno.ENOSPC), "a.txt: cannot be written: no space left on device", ""),
    ],
)
def test_why_a_file_cannot_be_written(error: OSError, message: str, remedy: str) -> None:
    refusal = cannot_write("a.txt", error)

    assert (str(refusal), refusal.help) == (message, remedy)
