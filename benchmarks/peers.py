"""What peers take for as many items, each only where it is installed.

    pip install -e '.[bench]'                         # beside claimcheck
    python benchmarks/check.py --peers DIR            # or programs that lie in DIR

Items of doorstop and strictdoc are one short sentence each, and cite nothing. All figures are of
whole processes, divided by the number of items.
"""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dossier import write_dossier
from measure import paired

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from measure import Bench, Row

ITEMS, SOURCES = 500, 50
ROUNDS = 3
PROGRAMS = ("yamllint", "doorstop", "strictdoc", "citations")


def missing(bench: Bench) -> list[str]:
    """The peers that are not installed."""
    return [name for name in PROGRAMS if bench.program_path(name) is None]


def peers(bench: Bench) -> Iterator[Row]:
    """Measure every peer beside a check of as many claims."""
    root = bench.folder / "peers"
    quotes = write_dossier(root / "dossier", ITEMS, SOURCES)
    yield from _versions(bench)
    for peer in _installed(bench, root, quotes):
        yield from _beside(bench, peer, root / "dossier")


@dataclass(frozen=True)
class _Peer:
    """What to run and where; `made` is what it keeps for the next time, if anything.

    Its seconds, and those of a check, are divided by `count`, the number of what it looks at.
    """

    name: str
    command: tuple[str, ...]
    root: Path
    made: Path | None = None
    count: int = ITEMS
    each: str = "claim"


def _installed(bench: Bench, root: Path, quotes: dict[str, list[str]]) -> Iterator[_Peer]:
    if program := bench.program_path("yamllint"):
        command = (program, "-d", "relaxed", "claims")
        yield _Peer("yamllint, the same claims", command, root / "dossier")
    if (program := bench.program_path("doorstop")) and (git := bench.program_path("git")):
        _write_doorstop(bench, program, git, root / "doorstop")
        yield _Peer("doorstop", (program, "--no-level-check"), root / "doorstop")
    if program := bench.program_path("strictdoc"):
        own = root / "strictdoc"
        _write_strictdoc(own)
        yield _Peer("strictdoc", (program, "export", ".", "--output-dir", "out"), own, own / "out")
    if program := bench.program_path("citations"):
        own = root / "citations"
        _write_citations(root / "dossier", own, quotes)
        verify = (program, "verify", "--claims", "claims", "--strict")
        count = sum(map(len, quotes.values()))
        yield _Peer("citations, the same quotes", verify, own, count=count, each="quote")


def _versions(bench: Bench) -> Iterator[Row]:
    for name in ("doorstop", "strictdoc"):
        if program := bench.program_path(name):
            rounds = [
                (
                    bench.claimcheck("--version", root=bench.folder),
                    bench.seconds([program, "--version"], bench.folder),
                )
                for _ in range(ROUNDS + 1)
            ]
            ours, theirs = zip(*rounds[1:], strict=True)
            yield paired("`--version`", ours, f"{name} --version", theirs, None)


def _beside(bench: Bench, peer: _Peer, dossier: Path) -> Iterator[Row]:
    """Measure a peer and a check in the same rounds, cold and, where it keeps something, warm."""
    states = ("cold", "warm") if peer.made else ("cold",)
    times: dict[str, list[tuple[float, float]]] = {state: [] for state in states}
    for _ in range(ROUNDS + 1):
        bench.forget()
        if peer.made:
            shutil.rmtree(peer.made, ignore_errors=True)
        for rounds in times.values():
            ours = bench.claimcheck("check", root=dossier)
            rounds.append((ours, bench.seconds(peer.command, peer.root)))
    for state, rounds in times.items():
        # The first round is for compiled modules, and for the files' way into memory.
        checks, others = zip(*rounds[1:], strict=True)
        what = f"`check`, {ITEMS} claims, {state}, a {peer.each}"
        row = paired(what, checks, peer.name, others, None)
        yield replace(row, ours=row.ours / peer.count, theirs=row.theirs / peer.count)


def _write_doorstop(bench: Bench, program: str, git: str, root: Path) -> None:
    root.mkdir()
    for first in ([git, "init", "--quiet"], [program, "create", "REQ", "reqs"]):
        bench.seconds(first, root)
    for number in range(1, ITEMS + 1):
        (root / f"reqs/REQ{number:03}.yml").write_text(
            f"active: true\nderived: false\nheader: ''\nlevel: 1.{number}\nlinks: []\n"
            f"normative: true\nref: ''\nreviewed: null\ntext: |\n  Invented requirement {number}.\n"
        )


def _write_strictdoc(root: Path) -> None:
    root.mkdir()
    items = "".join(
        f"\n[REQUIREMENT]\nUID: REQ-{number}\nTITLE: Requirement {number}\n"
        f"STATEMENT: >>>\nInvented requirement {number}.\n<<<\n"
        for number in range(1, ITEMS + 1)
    )
    (root / "requirements.sdoc").write_text(f"[DOCUMENT]\nTITLE: Invented requirements\n{items}")


def _write_citations(dossier: Path, root: Path, quotes: dict[str, list[str]]) -> None:
    """Write the quotes of a dossier as citations has them: a file for each source."""
    (root / "claims").mkdir(parents=True)
    shutil.copytree(dossier / "sources", root / "sources")
    for source, cited in quotes.items():
        data = (root / f"sources/{source}.txt").read_bytes()
        items = "".join(
            f"  q{number}:\n    statement: Invented.\n    quotes:\n      - exact: {quote}\n"
            for number, quote in enumerate(cited)
        )
        (root / f"claims/{source}.yaml").write_text(
            f"source:\n  citation: {source}\n  local: sources/{source}.txt\n"
            f"  sha256: {hashlib.sha256(data).hexdigest()}\nclaims:\n{items}"
        )
