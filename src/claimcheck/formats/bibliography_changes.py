"""What `claimcheck import csl` and `import bibtex` show: a line for each record, then a sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.drafts import shell_word
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimcheck.documents.bibliography import Value
    from claimcheck.editing.operations.import_bibliography import RecordEdit

_MOST_WAITING = 20


def record_text(edit: RecordEdit, *, written: bool) -> str:
    """Return what became of a record, with each value that changes.

    Args:
        edit: the record.
        written: whether it was written, or only would be.
    """
    would = "" if written else "would "
    verb = f"{would}begin" if edit.is_new else f"{would}change"
    verb = {"begin": "began", "change": "changed"}.get(verb, verb)
    lines = [f"{verb} {edit.path}"]
    if not edit.is_new:
        lines += [
            f"  {key}: {_shown(earlier)} → {_shown(value)}"
            for key, (earlier, value) in edit.changes.items()
        ]
    return "".join(f"{line}\n" for line in lines)


def sum_text(edits: Iterable[RecordEdit], documents: Mapping[str, str]) -> str:
    """Return what a bibliography came to, and what is to be done next.

    Args:
        edits: what it brings to records.
        documents: the files that it names and that are there, by the ids of the sources.
    """
    return "".join(f"{line}\n" for line in _sum(tuple(edits), documents))


def _sum(edits: tuple[RecordEdit, ...], documents: Mapping[str, str]) -> Iterator[str]:
    new = [edit for edit in edits if edit.is_new]
    changed = [edit for edit in edits if edit.changes and not edit.is_new]
    same = len(edits) - len(new) - len(changed)
    yield (
        f"{count(len(edits), 'entry', 'entries')}: {len(new)} new, {len(changed)} changed, "
        f"{same} as they were"
    )
    fields = sorted({name for edit in edits for name in edit.left_out})
    if fields:
        yield f"not taken over, since a record has no place for it: {one_line(', '.join(fields))}"
    if new:
        yield "new records wait for their document; pin each, such as:"
        for edit in new[:_MOST_WAITING]:
            file = shell_word(documents.get(edit.source, "")) or "FILE"
            yield f"  claimcheck source add {file} --id {edit.source}"
        if len(new) > _MOST_WAITING:
            yield f"  … and {len(new) - _MOST_WAITING} more"


def _shown(value: Value | None) -> str:
    if value is None:
        return "nothing"
    return one_line(value if isinstance(value, str) else ", ".join(value))
