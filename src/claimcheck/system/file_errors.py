"""Why a file or a folder cannot be read or written, in one wording for all, and what to do."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from claimcheck.model.errors import RequestError
from claimcheck.system.plain_files import ALLOW_READING, DeniedError, error_clause

if TYPE_CHECKING:
    from claimcheck.system.plain_files import RefusedError

_DENIED = frozenset({errno.EACCES, errno.EPERM})
_TO_WRITE = "allow yourself to write there, such as with `chmod u+w`, or name another place"


def cannot_read(name: str, error: OSError | RefusedError) -> RequestError:
    """Return the error for a file or a folder that cannot be read.

    Args:
        name: what the user called it.
        error: why.
    """
    clause = error_clause(error) if isinstance(error, OSError) else str(error)
    return RequestError(f"{name}: cannot be read: {clause}", reading_help(error))


def reading_help(error: OSError | RefusedError) -> str:
    """Return what to do where something may not be read; "" where that is not why."""
    is_denied = isinstance(error, DeniedError) or getattr(error, "errno", None) in _DENIED
    return ALLOW_READING if is_denied else ""


def access_help(error: OSError) -> str:
    """Return what to do where something may not be opened; "" where that is not why."""
    return "allow yourself to read and write it (`chmod u+rw`)" if error.errno in _DENIED else ""


def cannot_write(name: str, error: OSError) -> RequestError:
    """Return the error for a file that cannot be written.

    Args:
        name: what the user called it.
        error: why.
    """
    return RequestError(f"{name}: cannot be written: {writing_clause(error)}", writing_help(error))


def writing_clause(error: OSError) -> str:
    """Say in a clause why something cannot be written."""
    return "its folder is not there" if error.errno == errno.ENOENT else error_clause(error)


def writing_help(error: OSError) -> str:
    """Return what to do where something may not be written; "" where that is not why."""
    return _TO_WRITE if error.errno in _DENIED else ""
