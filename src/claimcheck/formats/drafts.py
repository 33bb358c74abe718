"""What `claimcheck import` shows: a line for each draft, then what is to be done."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from claimcheck.formats import excerpts
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.editing.drafts import ClaimDraft, Drafts
    from claimcheck.editing.operations.import_answer import PassageCounts

_MOST_FINDINGS = 50


def draft_text(draft: ClaimDraft, path: str, *, written: bool) -> str:
    """Return a draft: its file, and how many passages it holds.

    Args:
        draft: the draft.
        path: its file.
        written: whether it was written, or only would be.
    """
    if draft.claim is not None and not draft.evidence:
        sources = count(len(draft.unquoted), "source")
        return f"{path} is there: {sources} without a passage, which it does not cite\n"
    if draft.claim is not None:
        verb = "added to" if written else "would add to"
    else:
        verb = "wrote" if written else "would write"
    if draft.uncited:
        return f"{verb} {path}: uncited\n"
    passages = count(len(draft.evidence), "passage")
    unquoted = len(draft.unquoted) + (0 if draft.evidence else len(draft.loose))
    missing = f", {count(unquoted, 'source')} without one" if unquoted else ""
    return f"{verb} {path}: {passages}{missing}\n"


def import_text(drafts: Drafts, counts: PassageCounts | None) -> str:
    """Return what an answer came to, and what is to be done next.

    Args:
        drafts: the drafts.
        counts: how many of their passages stand; None where nothing was written.
    """
    return "".join(f"{line}\n" for line in _conclusion(drafts, counts))


def _conclusion(drafts: Drafts, counts: PassageCounts | None) -> Iterator[str]:
    if drafts.repeated:
        were = "statement was" if drafts.repeated == 1 else "statements were"
        yield f"{drafts.repeated} {were} imported before; nothing was added for them"
    if not drafts.drafts:
        if not drafts.repeated:
            yield "nothing to draft: it holds no claim, statement or note"
        return
    passages = sum(len(draft.evidence) for draft in drafts.drafts)
    totals = f"{count(len(drafts.drafts), 'claim')}, {count(passages, 'passage')}"
    uncited = sum(draft.uncited for draft in drafts.drafts)
    aside = f"; {count(uncited, 'claim')} uncited" if uncited else ""
    yield (f"{totals}: {_standing(counts)}" if counts and passages else totals) + aside
    if counts:
        yield from map(excerpts.headline, counts.findings[:_MOST_FINDINGS])
        if (more := len(counts.findings) - _MOST_FINDINGS) > 0:
            yield f"… and {count(more, 'more finding')}; `claimcheck check` shows all"
    for name, source_id in drafts.by_words:
        yield f"'{one_line(name)}' is taken for {source_id}, the only source that has its words"
    for source in drafts.unmatched:
        name = one_line(source.name)
        address = one_line(source.address)
        where = f" ({address})" if address and address != name else ""
        yield f"no source here is called '{name}'{where}; it is written as {source.id}. Pin it:"
        yield f"  claimcheck source add {shell_word(source.address) or 'FILE'} --id {source.id}"
    if counts and passages:
        yield "next: `claimcheck judge`: does each passage support, contradict, or give context?"
    for draft in [draft for draft in drafts.drafts if draft.unquoted][:1]:
        yield "where a source is cited without a passage, find one and link it, such as:"
        source_id = draft.unquoted[0].partition(" ")[0]
        yield f"  claimcheck link {draft.id} {source_id} --stance supports --quote '…'"


def shell_word(address: str) -> str:
    """Return an address as a shell reads it as one word; nothing where a line cannot show it."""
    return shlex.quote(address) if address and one_line(address) == address else ""


def _standing(counts: PassageCounts) -> str:
    parts = [f"{count(counts.passing, 'appears', 'appear')} in the source that is cited"]
    parts += [f"{count(counts.failing, 'does', 'do')} not"] if counts.failing else []
    parts += [f"{counts.unchecked} unchecked"] if counts.unchecked else []
    return ", ".join(parts)
