"""`claimcheck import`: draft claims from what others say that they cite."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, NoReturn

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import app, command
from claimcheck.cli.commands import import_tables
from claimcheck.cli.options import DryRunOption, ProjectOption
from claimcheck.cli.result import CommandResult, at_width
from claimcheck.documents.answer import MAX_BYTES, Statement, read_answer
from claimcheck.documents.answer_stream import breaks_off
from claimcheck.documents.document import read_input
from claimcheck.dossier.load import load
from claimcheck.dossier.project import Project
from claimcheck.editing.drafts import Drafts
from claimcheck.editing.operations.import_answer import (
    begin_claims_folder,
    draft_claims,
    passage_counts,
    path_of,
    write_draft,
)
from claimcheck.formats.drafts import draft_text, import_text
from claimcheck.model.errors import AnswerError

import_app = typer.Typer(
    help="Draft claims from answers, spreadsheets and notes; take over bibliographies.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(import_app, name="import")
import_tables.register(import_app)
_CUT = "it breaks off in its last event or line; what came before is read, and the rest is lost"


@command("citations", "Draft claims from a model's answer with citations.", import_app)
def citations_command(
    context: typer.Context,
    answer: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="The answer in JSON, JSON lines or server-sent events; - reads standard input.",
        ),
    ],
    source: Annotated[
        list[str] | None,
        typer.Option(
            metavar="NAME=ID",
            help="Which source the answer means by a title, address, file name "
            "or `document 0` (repeatable).",
        ),
    ] = None,
    claimant: Annotated[
        str, typer.Option(metavar="PARTY", help="Who asserts the claims: an id or a name.")
    ] = "",
    tag: Annotated[
        list[str] | None, typer.Option(metavar="TAG", help="A tag for the claims (repeatable).")
    ] = None,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> Iterator[CommandResult]:
    """Draft a claim for each statement of an answer, with the passages that it cites.

    Read are answers of Anthropic, OpenAI, Gemini, Cohere, Bedrock, Perplexity, xAI, OpenRouter,
    LiteLLM, LangChain, LlamaIndex and the AI SDK, whole, streamed or in batches, and a list of
    {"claim": …, "source": …, "quote": …}. Every passage is written down as the answer gives it,
    also one that its source does not have, with `stance: unset`: the gate stays closed until a
    person has judged each, and the quotation really appears there. A sentence for which the answer
    cites nothing becomes a draft too, tagged `uncited`. Nothing is overwritten, and an answer that
    is imported twice adds nothing the second time.

    A source is known by its id, address, file name or title; --source says which it is where that
    does not tell.

    \b
    Exit status:
      0  everything is written down; whether it holds, `claimcheck check` says
      2  the answer cannot be read, or a draft cannot be written

    \b
    Examples:
      claimcheck import citations answer.json
      claimcheck import citations - --tag draft < answer.json
      claimcheck import citations answer.json --source "Report 2023=report"
    """
    project = session.project_of(context.obj, directory)
    data = read_input(answer, MAX_BYTES + 1)
    statements = _statements(answer, data)
    if breaks_off(data.decode("utf-8-sig")):
        yield CommandResult(notes=f"note: {_name(answer)}: {_CUT}\n")
    if not dry_run:
        begin_claims_folder(project)
    drafts = _drafts(project, answer, statements, source or ())
    for draft in drafts.drafts:
        if not dry_run:
            write_draft(project, draft, claimant, tuple(tag or ()))
        line = draft_text(draft, path_of(project, draft), written=not dry_run)
        yield CommandResult(at_width(line))
    counts = None
    if not dry_run:
        counts = passage_counts(load(project.root, project.config), drafts)
    yield CommandResult(at_width(import_text(drafts, counts)))


def _statements(answer: str, data: bytes) -> tuple[Statement, ...]:
    try:
        return read_answer(data)
    except AnswerError as error:
        return _refuse(answer, error)


def _drafts(
    project: Project, answer: str, statements: Sequence[Statement], source_options: Sequence[str]
) -> Drafts:
    try:
        dossier = load(project.root, project.config)
        return draft_claims(statements, dossier, dict(map(_name_and_id, source_options)))
    except AnswerError as error:
        return _refuse(answer, error)


def _refuse(answer: str, error: AnswerError) -> NoReturn:
    console.refuse(f"{_name(answer)}: {error}", error.help)


def _name(answer: str) -> str:
    return "standard input" if answer == "-" else answer


def _name_and_id(option: str) -> tuple[str, str]:
    name, equals, source = option.rpartition("=")
    if not equals or not name.strip() or not source:
        console.refuse(
            f"--source '{option}' is not NAME=ID", "such as --source 'Annual report=report'"
        )
    return name, source
