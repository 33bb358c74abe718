"""What the server says: hover texts, completions, edits; all of values, none of the protocol."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from claimcheck.assessment.passages import change_kinds, passage_of, shorten
from claimcheck.cli.servers.lsp.places import item_number
from claimcheck.dossier.locators import locator_phrase
from claimcheck.editing.mending import corrections
from claimcheck.editing.quote import with_quote
from claimcheck.editing.values import with_value
from claimcheck.errors import EditError
from claimcheck.formats import phrases
from claimcheck.model import Stance
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import AssessedClaim, AssessedEvidence, Assessment
    from claimcheck.cli.servers.lsp.places import Value
    from claimcheck.cli.servers.lsp.snapshot import ClaimView, Snapshot
    from claimcheck.model import Dossier, Source

_PARTY_KEYS: Final = frozenset({"claimant", "speaker", "interested", "publisher"})
_LONGEST_TITLE: Final = 80  # characters of a quotation in the title of an action


def hover_text(view: ClaimView, value: Value) -> str:
    """Return what is shown of a value of a claim's file, in Markdown; "" for nothing."""
    dossier = view.assessment.dossier
    number = item_number(value.keys)
    key = next((each for each in reversed(value.keys) if isinstance(each, str)), "")
    if number is not None and key in {"quote", "exact", "prefix", "suffix"}:
        item = item_of(view.claim, number)
        return _quotation(item, view.assessment) if item else ""
    if key in {"source", "origin"} and value.text in dossier.sources:
        return _source(dossier.sources[value.text])
    if key in _PARTY_KEYS:
        return _party(value.text, dossier)
    if value.keys == ("claim",) and view.claim is not None:
        return status_text(view.claim, dossier)
    return ""


def item_of(claim: AssessedClaim | None, number: int) -> AssessedEvidence | None:
    """Return an evidence item by its number."""
    items = claim.evidence if claim else ()
    return next((item for item in items if item.evidence.number == number), None)


def status_text(claim: AssessedClaim, dossier: Dossier) -> str:
    """Return a claim's status and why, in Markdown."""
    reason = phrases.reason(claim, dossier.parties)
    return f"**{claim.derivation.status}** ({_escaped(phrases.basis(claim))})\n\n{_escaped(reason)}"


def _quotation(item: AssessedEvidence, assessment: Assessment) -> str:
    anchor, source = item.anchor, item.source
    lines = [f"**{anchor.fit}**{_escaped(change_kinds(anchor.changes))}"]
    if source is not None and anchor.start is not None and anchor.end is not None:
        where = locator_phrase(source, anchor.start, anchor.end)
        lines[0] += f" in {_escaped(source.title)}" + (f", {_escaped(where)}" if where else "")
    if passage := passage_of(item, assessment):
        shown = "".join(
            f"**{_shown(run.text)}**" if run.marked else _shown(run.text) for run in passage.runs
        )
        lines.append(f"> {shown}")
        lines.append(_escaped(str(passage.place)))
    if speaker := item.voice.speaker:
        lines.append(
            f"spoken by {_escaped(phrases.party_name(speaker, assessment.dossier.parties))}"
        )
    if anchor.reason:
        lines.append(_escaped(anchor.reason))
    if item.silent_because:
        lines.append(f"does not count: {_escaped(item.silent_because)}")
    return "\n\n".join(lines)


def _source(source: Source) -> str:
    about = [source.publisher or "", str(source.issued or ""), source.url or ""]
    lines = [f"**{_escaped(source.title)}**", _escaped(", ".join(filter(None, about)))]
    lines += [_escaped(gap) for gap in source.gaps]
    if source.text:
        lines.append(f"> {_escaped(shorten(source.text[:300]))}")
    return "\n\n".join(filter(None, lines))


def _party(name: str, dossier: Dossier) -> str:
    party = dossier.parties.get(name)
    if party is None:
        return ""
    parent = f", part of {_escaped(party.parent)}" if party.parent else ""
    return f"**{_escaped(party.name)}**{parent}"


def _escaped(text: str) -> str:
    """Return foreign words as Markdown that shows them as they are, on one line."""
    return _shown(" ".join(text.split()))


def _shown(text: str) -> str:
    """Return foreign words likewise, with the blanks around them."""
    safe = printable(text.replace("\n", " "))
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>()#+!|~&$" else sign for sign in safe)


def completions(snapshot: Snapshot, value_key: str) -> Iterator[tuple[str, str]]:
    """Yield what may stand behind a key, each with a word about it: ids, parties, tags, stances."""
    dossier = snapshot.foundation.dossier
    if value_key in {"source", "origin"}:
        for source in dossier.sources.values():
            yield source.id, one_line(source.title)
    elif value_key == "stance":
        for stance in Stance:
            yield str(stance), "what the passage does to the claim"
    elif value_key in _PARTY_KEYS:
        for party in dossier.parties.values():
            yield party.id, one_line(party.name)
    elif value_key == "tags":
        for tag in (
            snapshot.report.assessment.census.tags if snapshot.report.assessment.census else ()
        ):
            yield tag, "tag"


def actions(view: ClaimView, number: int, text: str) -> Iterator[tuple[str, str]]:
    """Yield what may be done to an evidence item: a title, and the file's text afterwards.

    None changes a word that its title does not show.

    Args:
        view: the claim as the editor has it.
        number: the evidence item.
        text: what the editor holds.
    """
    item = item_of(view.claim, number)
    if item is None or view.claim is None:
        return
    data = text.encode("utf-8", "surrogatepass")
    quotes = {
        f"write it as printed ({each.kind}): {_short(each.quote.exact)}": each.quote.exact
        for each in corrections([view.claim])
        if each.item.number == number
    }
    anchor, source = item.anchor, item.source
    if not anchor.passes and source is not None and source.text and anchor.start is not None:
        printed = " ".join(source.text[anchor.start : anchor.end].split())
        quotes[f"quote what is printed instead: {_short(printed)}"] = printed
    for title, words in quotes.items():
        with suppress(EditError):
            yield title, _text(with_quote(data, number, words))
    if item.evidence.stance is Stance.UNSET:
        for stance in (Stance.SUPPORTS, Stance.CONTRADICTS, Stance.CONTEXT):
            with suppress(EditError):
                edited = with_value(data, ("evidence", number, "stance"), str(stance))
                yield f"stance: {stance}", _text(edited)


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", "surrogatepass")


def _short(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= _LONGEST_TITLE else f"{line[:_LONGEST_TITLE]}…"
