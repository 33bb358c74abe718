"""Corrections as a person meets them: shown one by one, asked about, and written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.cli import console
from claimcheck.cli.result import CommandResult
from claimcheck.editing.operations.mend import restore_pinned_file, write_correction
from claimcheck.formats.corrections import correction_text
from claimcheck.model.errors import EditError
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from claimcheck.editing.mending import Correction
    from claimcheck.editing.operations.mend import ConvertedFile

_ANSWERS = {"y": "y", "yes": "y", "n": "n", "no": "n", "a": "a", "all": "a", "q": "q", "quit": "q"}


@dataclass(frozen=True, slots=True)
class MendingMode:
    """What is written: all that is safe, or what a person says yes to; nothing where both are no.

    Attributes:
        all_safe: whether all that cannot change a meaning is written unasked.
        ask: whether there is a person who can be asked.
    """

    all_safe: bool
    ask: bool


def restore_files(
    root: Path, files: Sequence[ConvertedFile], mode: MendingMode
) -> Generator[CommandResult, None, list[bool]]:
    """Offer to restore the line ends of pinned files; return of each whether that was done.

    Args:
        root: the project's root.
        files: the files.
        mode: what is written.
    """
    restored = []
    for file in files:
        path = one_line(file.pin.path)
        offer = f"{path}: line ends; the file that '{file.source.id}' pins had others\n"
        is_wanted = mode.all_safe
        if mode.ask:
            answer = console.ask(f"\n{offer}restore them? [y]es, [n]o: ") or ""
            is_wanted = _ANSWERS.get(answer.strip().lower()) in {"y", "a"}
        else:
            yield CommandResult(offer)
        is_restored = is_wanted and restore_pinned_file(root, file.pin)
        if is_restored:
            yield CommandResult(f"restored the line ends of {path}\n")
        elif is_wanted:
            yield CommandResult(notes=f"{path}: somebody changed it meanwhile\n")
        restored.append(is_restored)
    return restored


def mend_quotations(
    root: Path, corrections: Sequence[Correction], mode: MendingMode
) -> Generator[CommandResult, None, list[tuple[Correction, bool]]]:
    """Show each correction, ask about it where somebody can answer, and write what is wanted.

    Args:
        root: the project's root.
        corrections: the corrections.
        mode: what is written.

    Returns:
        Every correction, and whether it was written.
    """
    results = []
    all_safe, has_quit = mode.all_safe, False
    for number, correction in enumerate(corrections, 1):
        is_wanted = all_safe and correction.safe
        if mode.ask and not is_wanted and not has_quit:
            question = f"({number} of {len(corrections)}) {correction_text(correction)}"
            answer = _answer(question, correction)
            is_wanted, has_quit = answer in {"y", "a"}, answer == "q"
            # Whoever says yes to all that are safe is still asked about the others.
            all_safe = all_safe or answer == "a"
        elif not has_quit:
            yield CommandResult(correction_text(correction))
        is_written = False
        if is_wanted and not has_quit:
            outcome, is_written = _written(root, correction)
            yield outcome
        results.append((correction, is_written))
    return results


def _answer(question: str, correction: Correction) -> str:
    """Ask until there is an answer: `y`, `n`, `a` or `q`; the input's end is `q`."""
    safe = correction.safe
    choices = "[y]es, [n]o, [a]ll that are safe, [q]uit" if safe else "[y]es, [n]o, [q]uit"
    line = console.ask(f"\n{question}write it as printed? {choices}: ")
    while line is not None:
        answer = _ANSWERS.get(line.strip().lower(), "")
        if answer and (safe or answer != "a"):
            return answer
        line = console.ask(f"please answer {choices}: ")
    return "q"


def _written(root: Path, correction: Correction) -> tuple[CommandResult, bool]:
    """Write a correction; return what is told of it, and whether it was written."""
    place = one_line(str(correction.item.quote_place))
    try:
        if write_correction(root, correction):
            return CommandResult(f"wrote {place}\n"), True
    except EditError as error:
        why = one_line(str(error).removeprefix(f"{correction.item.place.path}: "))
        return CommandResult(notes=f"{place}: {why}\n  help: {one_line(error.help)}\n"), False
    why = "somebody changed this quotation meanwhile; it was left as it is"
    return CommandResult(notes=f"{place}: {why}\n"), False
