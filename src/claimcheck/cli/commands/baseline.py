"""`claimcheck baseline`: adopt the gate in a dossier that is not clean yet."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import ProjectOption, TodayOption, app
from claimcheck.dossier import baseline_file
from claimcheck.formats import phrases
from claimcheck.gate.check import check
from claimcheck.system import atomic


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
    old = baseline_file.read_baseline(tree)
    before = b"" if old is None else tree.read(baseline_file.FILE).data
    report = check(session.assessment_of(found, today))
    if report.failures:
        console.refuse(
            "a rule itself failed, so that not every finding is known; nothing was written"
        )
    if shrink and old is None:
        console.refuse(
            f"there is no {baseline_file.FILE} to shrink", "run `claimcheck baseline` first"
        )
    entries = baseline_file.accepted_findings(report.findings)
    known = set() if old is None else {entry.fingerprint for entry in old.accepted}
    if shrink:
        entries = [entry for entry in entries if entry.fingerprint in known]
    present = {entry.fingerprint for entry in entries}
    data = baseline_file.baseline_text(entries).encode()
    path = found.root / baseline_file.FILE
    try:
        if old is None:
            atomic.create(path, data)
        else:
            atomic.replace(path, data, expect=before)
    except (atomic.ExistsError, atomic.ChangedError):
        console.refuse(
            f"{baseline_file.FILE} changed meanwhile; nothing was written", "run it again"
        )
    console.say(
        f"{baseline_file.FILE}: {phrases.count(len(entries), 'finding')} accepted "
        f"({len(present - known)} new, {len(known - present)} taken out)\n"
    )
