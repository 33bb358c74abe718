"""`claimcheck baseline`: adopt the gate in a dossier that is not clean yet."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck import baseline, console, session, words, writing
from claimcheck.check import check
from claimcheck.cli import ProjectOption, TodayOption, app


@app.command("baseline", short_help="Accept today's findings, so that only new ones fail.")
def baseline_command(
    context: typer.Context,
    shrink: Annotated[
        bool,
        typer.Option("--shrink", help="Only take out what does not occur any more; add nothing."),
    ] = False,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> None:
    """Write the findings of today into claimcheck-baseline.json, which is to be committed.

    `claimcheck check` counts these findings as inherited, and they do not fail. Entries that no
    longer occur are reported (baseline-unused), so that the list can only become shorter.

    \b
    Examples:
      claimcheck baseline
      claimcheck baseline --shrink
    """  # noqa: D301 - \b keeps the lines of a block as they are
    found = session.project_of(context.obj, project)
    tree = found.tree
    old = baseline.read(tree)
    before = b"" if old is None else tree.read(baseline.FILE).data
    report = check(session.assessment_of(found, today))
    if report.failures:
        console.refuse(
            "a rule itself failed, so that not every finding is known; nothing was written"
        )
    if shrink and old is None:
        console.refuse(f"there is no {baseline.FILE} to shrink", "run `claimcheck baseline` first")
    entries = baseline.accept(report.findings)
    known = set() if old is None else {entry.fingerprint for entry in old.accepted}
    if shrink:
        entries = [entry for entry in entries if entry.fingerprint in known]
    present = {entry.fingerprint for entry in entries}
    data = baseline.write(entries).encode()
    path = found.root / baseline.FILE
    try:
        if old is None:
            writing.create(path, data)
        else:
            writing.replace(path, data, expect=before)
    except (writing.ExistsError, writing.ChangedError):
        console.refuse(f"{baseline.FILE} changed meanwhile; nothing was written", "run it again")
    console.say(
        f"{baseline.FILE}: {words.count(len(entries), 'finding')} accepted "
        f"({len(present - known)} new, {len(known - present)} taken out)\n"
    )
