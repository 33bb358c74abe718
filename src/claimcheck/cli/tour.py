"""The tour: five commands over a small dossier, each of which says which comes next."""

from __future__ import annotations

from dataclasses import dataclass

from claimcheck.cli.exit_status import CLEAN, FINDINGS
from claimcheck.editing.operations.tour_files import PRINTED

# One line a paragraph: at a terminal it is broken where the screen ends.
INTRODUCTION = (
    "The tour: a ferry struck a harbour wall. There are a newspaper, the company and an inquiry; "
    "three claims; and one misquotation. Everything in it is invented."
)


@dataclass(frozen=True, slots=True)
class TourStep:
    """A command of the tour, and what it is for.

    Attributes:
        purpose: what there is to see.
        arguments: of `claimcheck`, as they are typed.
        status: the exit status with which it succeeds.
    """

    purpose: str
    arguments: str
    status: int = CLEAN


STEPS = (
    TourStep("every claim, with the status that its evidence gives it", "list"),
    TourStep("the gate: it finds the misquotation, and fails", "check", FINDINGS),
    TourStep(
        "mend it: quote what the newspaper prints", f'set passengers-hurt 1 quote="{PRINTED}"'
    ),
    TourStep("sign the claim, as a second person would", 'review passengers-hurt --by "Your Name"'),
    TourStep("the gate again: it is green", "check"),
)
END = (
    "\ntour: that was it. Look around with `claimcheck show full-crew` (a company's word against "
    "an inquiry) and `claimcheck status`; begin your own with `claimcheck init my-dossier`.\n"
)


def tour_step(number: int) -> str:
    """Return what to type as a step of the tour.

    Args:
        number: of the step, from 1.
    """
    step = STEPS[number - 1]
    return f"tour, {number} of {len(STEPS)}: {step.purpose}\n  claimcheck {step.arguments}\n"


def next_step(arguments: list[str], status: int) -> str:
    """Return what comes after a command in the tour; "" where it was no step, or failed as one.

    Args:
        arguments: of the command line.
        status: its exit status.
    """
    names = {step.arguments.split()[0] for step in STEPS}
    name = next((word for word in arguments if word in names), "")
    done = [
        number
        for number, step in enumerate(STEPS, 1)
        if name == step.arguments.split()[0] and status == step.status
    ]
    if not done:
        return ""
    return END if done[-1] == len(STEPS) else f"\n{tour_step(done[-1] + 1)}"
