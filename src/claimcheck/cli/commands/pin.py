"""`claimcheck pin`: accept a changed document, after seeing what the change did."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.assessment.changed_source import change_impact
from claimcheck.assessment.passages import difference_excerpts, place_in
from claimcheck.cli import console, session
from claimcheck.cli.app import ProjectOption, app
from claimcheck.cli.commands.show import source_ids
from claimcheck.dossier import strict_yaml
from claimcheck.dossier.at_commit import dossier_at
from claimcheck.errors import ProjectError
from claimcheck.formats import phrases
from claimcheck.system import atomic, git
from claimcheck.text.printable import one_line
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.changed_source import ChangeImpact
    from claimcheck.assessment.sources import Citation
    from claimcheck.dossier.project import Project
    from claimcheck.model import Dossier, Pin, Source


@app.command("pin", short_help="Accept a changed document, after seeing what it does.")
def pin_command(
    context: typer.Context,
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="The source's id.", autocompletion=source_ids)
    ],
    accept: Annotated[
        bool,
        typer.Option(
            "--accept-harm", help="Pin it even though passages are altered, gone or unchecked."
        ),
    ] = False,
    project: ProjectOption = None,
) -> None:
    """Show what became of every passage quoted from a source, then pin its present bytes.

    When every passage still stands, the new hash is written into the record. When one is altered,
    gone or unchecked, nothing is written and the exit status is 1, unless you accept the harm.

    \b
    Examples:
      claimcheck pin daily-news-2020-07-10
      claimcheck pin daily-news-2020-07-10 --accept-harm
    """  # noqa: D301 - \b keeps the lines of a block as they are
    found = session.project_of(context.obj, project)
    assessment = session.assessment_of(found, None)
    chosen = assessment.dossier.sources.get(source)
    if chosen is None:
        known = did_you_mean(source, assessment.dossier.sources)
        console.refuse(f"there is no source '{source}'", known or "see `claimcheck source list`")
    for pin in chosen.pins:
        if pin.actual is None:
            console.refuse(f"{pin.path}: cannot be read: {pin.read_error}")
    changed = [pin for pin in chosen.pins if pin.actual != pin.expected]
    if not changed:
        console.say(f"{chosen.id} is pinned as it is; nothing to do\n")
        return
    before = _last_commit(found)
    harm = change_impact(chosen.id, assessment, before)
    width = console.screen().width
    for line in _told(chosen, assessment, harm):
        console.say(textwrap.fill(line, width, subsequent_indent=" " * 20) + "\n")
    if not (harm.safe or accept):
        console.say(
            "\nnothing was written; mend the claims first, or run again with --accept-harm\n"
        )
        raise typer.Exit(1)
    _write(found.root / chosen.place.path, chosen, changed)
    console.say(f"\npinned the present bytes of {chosen.id} in {chosen.place.path}\n")


def _last_commit(project: Project) -> Dossier | None:
    """Return the project as it was committed last, which likely holds the pinned document."""
    try:
        return dossier_at(project.root, git.resolve(project.root, "HEAD"))
    except ProjectError:
        return None


def _told(source: Source, assessment: Assessment, harm: ChangeImpact) -> Iterator[str]:
    yield f"{phrases.count(harm.total, 'passage')} quoted from {source.id}:"
    for title, cited in (
        ("altered", harm.altered),
        ("gone", harm.gone),
        ("unchecked", harm.unchecked),
        ("moved", harm.moved),
        ("unharmed", harm.unharmed),
    ):
        for one in cited:
            yield f"  {title:9} {one.claim_id}, item {one.number}{_where(one)}"
            if title in {"altered", "gone"}:
                for excerpt in difference_excerpts(one.item, assessment):
                    text = "".join(
                        f"[{run.text}]" if run.marked else run.text for run in excerpt.runs
                    )
                    yield f"            {excerpt.label:>6}: {one_line(text)}"


def _where(one: Citation) -> str:
    source, start = one.item.source, one.item.anchor.start
    if source is None or source.text is None or start is None or one.item.found_in:
        return ""
    return f" ({place_in(source.text, source.text_path, start)})"


def _write(record: Path, source: Source, changed: list[Pin]) -> None:
    before = record.read_bytes()
    after = before
    for pin in changed:
        key = "text_sha256" if pin is source.pins[-1] and len(source.pins) > 1 else "sha256"
        after = _with_hash(after, key, pin.actual or "")
        if _value(after, key) != pin.actual:
            hint = f"write this line into it: {key}: {pin.actual}"
            console.refuse(f"{source.place.path}: has no line that claimcheck can edit", hint)
    try:
        atomic.replace(record, after, expect=before)
    except atomic.ChangedError:
        console.refuse(f"{source.place.path}: somebody changed it meanwhile; nothing was written")


def _with_hash(record: bytes, key: str, sha256: str) -> bytes:
    """Put a hash into a record, changing nothing but its line."""
    line = re.compile(
        rb"^(" + key.encode() + rb":[ \t]*)([\"']?)[0-9A-Fa-f]{64}(?=\2(?:\s|$))", re.MULTILINE
    )
    edited, replaced = line.subn(lambda hit: hit[1] + hit[2] + sha256.encode(), record)
    if replaced:
        return edited
    ending = b"\r\n" if b"\r\n" in record else b"\n"
    joint = b"" if record.endswith(b"\n") else ending
    return record + joint + f"{key}: {sha256}".encode() + ending


def _value(record: bytes, key: str) -> str | None:
    """Read a key back from an edited record; None when the record is broken."""
    document = strict_yaml.read(record)
    if document.flaws or not isinstance(document.root, strict_yaml.MappingNode):
        return None
    _key, value = document.root.entries.get(key, (None, None))
    return value.value if isinstance(value, strict_yaml.ScalarNode) else None
