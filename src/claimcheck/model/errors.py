"""What cannot be done, told to the person who asked for it."""

from __future__ import annotations


class ClaimcheckError(Exception):
    """Something cannot be done; nothing was changed.

    Args:
        message: what, and why.
        help: what the person can do about it.
    """

    def __init__(self, message: str, help: str = "") -> None:  # noqa: A002 - the word that findings use
        super().__init__(message)
        self.problems: tuple[str, ...] = (message,)
        self.help = help


class ProjectError(ClaimcheckError):
    """A project that cannot be checked: no root, or a configuration that means nothing.

    Args:
        problems: one sentence each, which names the file.
        help: what the person can do about them.
    """

    def __init__(self, *problems: str, help: str = "") -> None:  # noqa: A002 - the word that findings use
        super().__init__("\n".join(problems), help)
        self.problems = problems


class RequestError(ClaimcheckError):
    """What was asked for cannot be done: it names what is not there, or breaks a rule."""


class PinnedAlreadyError(RequestError):
    """A document that is to be pinned is pinned already."""


class ConflictError(ClaimcheckError):
    """A file cannot be written: it is there already, a link, not writable, or changed meanwhile."""


class UnreadableError(ClaimcheckError):
    """A document's text cannot be taken from it; the message says why, in a clause."""


class MissingLibraryError(ClaimcheckError):
    """The library that a reader needs is not installed; `help` holds the command that does it."""


class FetchError(ClaimcheckError):
    """A document cannot be fetched.

    Args:
        message: why, in a clause.
        help: what the person can do about it.
        status: the HTTP status that the server answered, where that is the reason; else 0.
    """

    def __init__(self, message: str, help: str = "", *, status: int = 0) -> None:  # noqa: A002 - the word that findings use
        super().__init__(message, help)
        self.status = status


class AnswerError(ClaimcheckError):
    """A model's answer cannot be read; the message says where and why."""


class EditError(ClaimcheckError):
    """A file cannot be edited without changing more than was asked for; nothing was changed."""
