"""Options that several commands have, and how their values are read."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli.choosing import complete_claim, complete_source
from claimcheck.text.printable import printable
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from typer.models import OptionInfo


def day(text: str) -> dt.date:
    """Read a date that was given on the command line."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        message = f"{printable(text)} is no date; write year-month-day, such as 2026-01-31"
        raise typer.BadParameter(message) from None


def finite(number: float) -> float:
    """Refuse what is no number, which lies within no bounds and beyond none."""
    if not math.isfinite(number):
        raise typer.BadParameter(f"{number} is not a number.")
    return number


def _known_charset(name: str) -> str:
    """Refuse a charset in which no document is read; "" where nobody named one."""
    if not name:
        return ""
    from claimcheck.documents.charset import charsets  # only where one is named

    if name.strip().lower() not in charsets():
        hint = did_you_mean(name, charsets()) or "such are windows-1252, iso-8859-2 or shift_jis"
        raise typer.BadParameter(f"there is no charset '{printable(name)}'; {hint}")
    return name


ProjectOption = Annotated[
    Path | None,
    typer.Option(
        "--project",
        "-C",
        metavar="DIR",
        help="The project's folder, or one below it.  [default: the working directory]",
        show_default=False,
    ),
]
ClaimArgument = Annotated[
    str, typer.Argument(metavar="CLAIM", help="The claim's id.", autocompletion=complete_claim)
]
ClaimsArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[CLAIM]...",
        help="Claims' ids; by default, all.",
        autocompletion=complete_claim,
    ),
]
SourceArgument = Annotated[
    str, typer.Argument(metavar="SOURCE", help="The source's id.", autocompletion=complete_source)
]
ItemArgument = Annotated[
    int, typer.Argument(metavar="N", min=1, help="The item, from 1, as `show` counts them.")
]
NewIdArgument = Annotated[str, typer.Argument(metavar="NEW", help="The id that it is to have.")]
TitleOption = Annotated[
    str,
    typer.Option(
        metavar="TEXT",
        help="What the pages are called.  [default: the name of the project's folder]",
        show_default=False,
    ),
]
NoHistoryOption = Annotated[
    bool, typer.Option("--no-history", help="Do not look at the repository's commits.")
]
DryRunOption = Annotated[
    bool, typer.Option("--dry-run", help="Show what would be written; write nothing.")
]
TodayOption = Annotated[
    dt.date | None,
    typer.Option(
        "--today",
        metavar="DATE",
        parser=day,
        help="Judge as of this day: what is stale depends on it.  [default: today]",
        show_default=False,
    ),
]
SigningDayOption = Annotated[
    dt.date | None,
    typer.Option(
        "--today",
        metavar="DATE",
        parser=day,
        help="Judge as of this day, and date with it what is signed.  [default: today]",
        show_default=False,
    ),
]
SpeakerOption = Annotated[str, typer.Option(metavar="PARTY", help="Whose words these are.")]
RationaleOption = Annotated[str, typer.Option(metavar="TEXT", help="Why they bear on the claim.")]
PageOption = Annotated[
    str, typer.Option(metavar="PAGE", help="The page, counted from the first; or 12-13.")
]
WholePageOption = Annotated[
    bool, typer.Option("--whole-page", help="Take all of a web page for its main part.")
]
CharsetOption = Annotated[
    str,
    typer.Option(
        metavar="NAME",
        help="How its characters are encoded, where it does not say so rightly.",
        callback=_known_charset,
    ),
]
PartOption = Annotated[
    str,
    typer.Option(
        metavar="PART",
        help="Which page of an archive, or message in an e-mail, to read: its address or number.",
    ),
]
TimeLimitOption = Annotated[
    float,
    typer.Option(
        "--time-limit",
        metavar="SECONDS",
        min=1,
        max=3600,
        callback=finite,
        help="Give up a document that takes longer to fetch, or to read.",
    ),
]


def format_option(names: Sequence[str]) -> OptionInfo:
    """Return the option `--format` for a view, given the formats that offer it."""

    def offered(name: str) -> str:
        if name not in names:
            hint = did_you_mean(name, names) or f"there are {', '.join(names)}"
            raise typer.BadParameter(f"there is no format '{printable(name)}' here; {hint}")
        return name

    option: OptionInfo = typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"How to say it: {', '.join(names)}.",
        callback=offered,
        autocompletion=lambda incomplete: [name for name in names if name.startswith(incomplete)],
    )
    return option
